#pragma once

#include "journal/entry.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace journal {

/// Brings old payloads to the shape that the program knows; stored entries are never rewritten.
///
/// Shape: a payload's version is its integer member `v`, from 1; without it the version is 1.
class Upcasters {
  public:
    using Upcast = std::function<Result<base::Json>(base::Json payload)>;

    /// Declares that `kind` has a version `from + 1`, and how a payload of `from` becomes one. The
    /// result's member `v` is set here.
    void add(std::string kind, std::int64_t from, Upcast upcast);

    /// The payload in its newest shape.
    /// Errors: unsupported_version (newer than is known, or below 1), those of the upcaster.
    Result<base::Json> current(std::string_view kind, base::Json payload) const;

  private:
    std::map<std::pair<std::string, std::int64_t>, Upcast> steps_;
};

}  // namespace journal
