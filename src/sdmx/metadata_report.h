#pragma once

#include "sdmx/element.h"
#include "sdmx/values.h"

namespace sdmx {

/// Tells reference metadata as groups: what is described as the key ("Target" or the ids of 2.1),
/// reported attributes by the path of their ids ("CONTACT.NAME").
class MetadataReport {
  public:
    explicit MetadataReport(MessageSink& sink) : sink_(sink) {}

    /// Takes one child of a metadata set.
    base::Result<void> take(const Element& element);
    /// Tells what was taken since the last time.
    base::Result<void> tell();

  private:
    void gather(const Element& element, const std::string& path);
    void gather_one(const Element& element, const std::string& path);
    void gather_attribute(const Element& element, const std::string& path);
    void gather_targets(const Element& element);
    void gather_value(const Element& element, std::string_view id);

    MessageSink& sink_;
    Names names_;
    ValueList targets_;
    ValueList attributes_;
};

}  // namespace sdmx
