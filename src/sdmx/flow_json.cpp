#include "sdmx/flow_json.h"

#include "base/json.h"
#include "sdmx/json_text.h"

#include <algorithm>

namespace sdmx {

namespace {

class FlowJsonWriter {
  public:
    FlowJsonWriter(Standard standard, const std::vector<std::string>& languages)
        : standard_(standard), languages_(languages) {}

    FlowJson write(const FlowDescription& of, const std::vector<NamedComponent>& named) {
        FlowJson made;
        made.links = "\"links\":[";
        append_json_link(made.links, "dataflow", *of.flow, standard_);
        made.links += ',';
        append_json_link(made.links, v30() ? "datastructure" : "structure", *of.structure,
                         standard_);
        append_json_texts(made.names, "name", of.flow->names, languages_);
        append_json_texts(made.names, "description", of.flow->descriptions, languages_);
        const auto& components = of.components().components;
        for (std::size_t i = 0; i < components.size(); ++i) {
            made.components.push_back(component(components[i], named[i].concept_item, i));
            made.codes.emplace_back(named[i].codes, languages_);
        }
        return made;
    }

  private:
    bool v30() const { return standard_ == Standard::v30; }

    std::string component(const Component& of, const Item* concept_item, std::size_t place) const {
        std::string out = "{\"id\":";
        base::append_json_string(out, of.id);
        if (concept_item != nullptr) {
            append_json_texts(out, "name", concept_item->names, languages_);
            append_json_texts(out, "description", concept_item->descriptions, languages_);
        }
        if (!of.concept_roles.empty()) {
            out += ",\"roles\":[";
            for (std::size_t i = 0; i < of.concept_roles.size(); ++i) {
                out += i > 0 ? "," : "";
                base::append_json_string(out, of.concept_roles[i].item);
            }
            out += ']';
        }
        if (of.role == ComponentRole::measure)
            return out;
        if (of.role == ComponentRole::attribute) {
            if (v30())
                out += of.mandatory ? ",\"isMandatory\":true" : ",\"isMandatory\":false";
            out += ",\"relationship\":{" + relationship(of.attachment) + '}';
        } else {
            out += ",\"keyPosition\":" + std::to_string(place);
        }
        return out + ",\"values\":[";
    }

    std::string relationship(const Attachment& attachment) const {
        switch (attachment.level) {
            case Attachment::Level::dataset:
                return v30() ? "\"dataflow\":{}" : "\"none\":{}";
            case Attachment::Level::observation:
                return v30() ? "\"observation\":{}" : "\"primaryMeasure\":\"OBS_VALUE\"";
            case Attachment::Level::dimensions:
            case Attachment::Level::group:
                break;
        }
        std::string out = "\"dimensions\":[";
        for (std::size_t i = 0; i < attachment.dimensions.size(); ++i) {
            out += i > 0 ? "," : "";
            base::append_json_string(out, attachment.dimensions[i]);
        }
        return out + ']';
    }

    Standard standard_;
    const std::vector<std::string>& languages_;
};

}  // namespace

CodesJson::CodesJson(std::span<const Value> codes, const std::vector<std::string>& languages)
    : codes_(codes.size() > codes_max ? std::span<const Value>{} : codes) {
    written_.reserve(codes_.size());
    for (const auto& code : codes_)
        append_json_code(written_.emplace_back(), code, languages);
}

void append_json_code(std::string& out, const Value& code,
                      const std::vector<std::string>& languages) {
    out += "{\"id\":";
    base::append_json_string(out, code.id);
    append_json_texts(out, "name", code.code->names, languages);
    if (code.code->names.empty()) {
        out += ",\"name\":";
        base::append_json_string(out, code.id);
    }
    append_json_texts(out, "description", code.code->descriptions, languages);
    if (!code.code->parent.empty()) {
        out += ",\"parent\":";
        base::append_json_string(out, code.code->parent);
    }
    out += '}';
}

FlowJson write_flow_json(const FlowDescription& of, const std::vector<NamedComponent>& components,
                         Standard standard, const std::vector<std::string>& languages) {
    return FlowJsonWriter{standard, languages}.write(of, components);
}

void append_json_link(std::string& out, std::string_view relation, const Artefact& artefact,
                      Standard standard) {
    out += "{\"urn\":";
    base::append_json_string(out, artefact.reference().urn(standard));
    out += ",\"rel\":";
    base::append_json_string(out, relation);
    out += '}';
}

const FlowJson& KeptFlowJson::in(Standard standard,
                                 const std::vector<std::string>& languages) const {
    return kept_.get(standard, languages,
                     [&] { return write_flow_json(of_, components_, standard, languages); });
}

}  // namespace sdmx
