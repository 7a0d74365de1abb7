#include "sdmx/metadata_report.h"

namespace sdmx {

base::Result<void> MetadataReport::take(const Element& element) {
    if (element.name == "Report") {
        TRY(tell());
        gather(element, "");
        return tell();
    }
    gather_one(element, "");
    return {};
}

base::Result<void> MetadataReport::tell() {
    if (!targets_.empty() || !attributes_.empty())
        TRY(sink_.group(targets_.values(), attributes_.values()));
    targets_.clear();
    attributes_.clear();
    return {};
}

void MetadataReport::gather(const Element& element, const std::string& path) {
    for (const auto& child : element.children)
        gather_one(child, path);
}

void MetadataReport::gather_one(const Element& element, const std::string& path) {
    if (element.name == "Target")
        gather_targets(element);
    else if (element.name == "ReportedAttribute" || element.name == "Attribute")
        gather_attribute(element, path);
    else if (element.name != "Annotations")
        gather(element, path);
}

void MetadataReport::gather_attribute(const Element& element, const std::string& path) {
    const auto id = element.attribute("id");
    const auto own = path.empty() ? std::string{id} : path + '.' + std::string{id};
    const auto kept = names_.keep(own);
    if (const auto value = element.attribute("value"); !value.empty())
        attributes_.add(kept, value);
    for (const auto& child : element.children)
        if (child.name == "Value" || child.name == "Text" || child.name == "StructuredText") {
            if (child.children.empty() || !child.text.empty())
                attributes_.add(kept, child.text, child.attribute("lang"));
            for (const auto& piece : child.children)
                attributes_.add(kept, piece.text, piece.attribute("lang"));
        }
    gather(element, own);
}

// 2.1 names what is described by references of several kinds, 3.0 by a URN.
void MetadataReport::gather_targets(const Element& element) {
    if (!element.text.empty())
        targets_.add("Target", element.text);
    for (const auto& value : element.children) {
        const auto id = value.attribute("id");
        gather_value(value, names_.keep(id.empty() ? std::string_view{"Target"} : id));
    }
}

void MetadataReport::gather_value(const Element& element, std::string_view id) {
    if (!element.text.empty())
        targets_.add(id, element.text);
    if (element.name == "Ref")
        targets_.add(id, element.attribute("id"));
    for (const auto& child : element.children)
        gather_value(child, id);
}

}  // namespace sdmx
