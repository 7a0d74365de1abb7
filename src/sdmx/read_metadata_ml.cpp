#include "sdmx/read_ml.h"
#include "sdmx/values.h"

namespace sdmx {

namespace {

// Reported attributes by the path of their ids; values in an attribute or as text.
class ReportReader {
  public:
    explicit ReportReader(MlMessage& message) : message_(message) {}

    base::Result<void> read(const XmlElement& element) {
        if (element.name == "Report") {
            TRY(tell());
            gather(element, "");
            return tell();
        }
        gather_one(element, "");
        return {};
    }
    base::Result<void> tell() {
        if (!targets_.empty() || !attributes_.empty())
            TRY(message_.sink.group(targets_.values(), attributes_.values()));
        targets_.clear();
        attributes_.clear();
        return {};
    }

  private:
    void gather(const XmlElement& element, const std::string& path) {
        for (const auto& child : element.children)
            gather_one(child, path);
    }

    void gather_one(const XmlElement& element, const std::string& path) {
        const auto& name = element.name;
        if (name == "Target") {
            gather_targets(element);
        } else if (name == "ReportedAttribute" || name == "Attribute") {
            const auto id = element.attribute("id");
            const auto own = path.empty() ? std::string{id} : path + '.' + std::string{id};
            const auto kept = names_.keep(own);
            if (const auto value = element.attribute("value"); !value.empty())
                attributes_.add(kept, value);
            for (const auto& child : element.children)
                if (child.name == "Value" || child.name == "Text" || child.name == "StructuredText")
                    attributes_.add(kept, child.text);
            gather(element, own);
        } else {
            gather(element, path);
        }
    }

    // 2.1 names what is described by references of several kinds, 3.0 by a URN.
    void gather_targets(const XmlElement& element) {
        if (!element.text.empty())
            targets_.add("Target", element.text);
        for (const auto& value : element.children) {
            const auto id = names_.keep(value.attribute("id").empty() ? std::string_view{"Target"}
                                                                      : value.attribute("id"));
            gather_value(value, id);
        }
    }
    void gather_value(const XmlElement& element, std::string_view id) {
        if (!element.text.empty())
            targets_.add(id, element.text);
        if (element.name == "Ref")
            targets_.add(id, element.attribute("id"));
        for (const auto& child : element.children)
            gather_value(child, id);
    }

    MlMessage& message_;
    Names names_;
    ValueList targets_;
    ValueList attributes_;
};

}  // namespace

base::Result<void> read_metadata_set(MlMessage& message) {
    const auto start = TRY(data_set_start(message));
    TRY(message.sink.data_set(start));
    ReportReader reports{message};
    while (TRY(message.reader.next_tag()) == XmlReader::Event::start) {
        const auto part = TRY(read_tree(message.reader));
        TRY(reports.read(part));
    }
    return reports.tell();
}

}  // namespace sdmx
