#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sdmx {

/// A place in a file, "FILE:LINE" or "FILE:LINE:COLUMN"; made anew for every row, so it keeps its
/// text's memory.
class Place {
  public:
    Place() = default;
    Place(std::string_view file, std::size_t line) { set(file, line); }
    Place(std::string_view file, std::size_t line, std::size_t column) { set(file, line, column); }

    void set(std::string_view file, std::size_t line) {
        name(file);
        append(line);
    }
    void set(std::string_view file, std::size_t line, std::size_t column) {
        set(file, line);
        append(column);
    }
    std::string_view text() const { return text_; }

    base::Error malformed(std::string message) const {
        return {base::ErrorCode::sdmx_malformed, std::move(message), text_};
    }
    base::Error out_of_bounds(std::string message) const {
        return {base::ErrorCode::sdmx_out_of_bounds, std::move(message), text_};
    }

  private:
    void name(std::string_view file);
    void append(std::size_t number);

    std::string text_;
    std::size_t file_bytes_ = 0;
};

}  // namespace sdmx
