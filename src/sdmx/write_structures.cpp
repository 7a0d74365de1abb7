#include "sdmx/write_structures.h"

#include "sdmx/json_text.h"
#include "sdmx/xml_element.h"

namespace sdmx {

std::string_view class_of(ArtefactType type, Standard standard) {
    return standard == Standard::v21 ? info(type).class_21 : info(type).class_30;
}

std::string date_time(const std::string& day) {
    return day.empty() || day.find('T') != day.npos ? day : day + "T00:00:00Z";
}

std::string write_structures(const StructureMessage& message, StructureFormat format,
                             const std::vector<std::string>& languages) {
    switch (format) {
        case StructureFormat::ml_21:
            return write_structures_ml(message, Standard::v21);
        case StructureFormat::ml_30:
            return write_structures_ml(message, Standard::v30);
        case StructureFormat::json_1:
            return write_structures_json(message, Standard::v21, languages);
        case StructureFormat::json_2:
            return write_structures_json(message, Standard::v30, languages);
    }
    return {};
}

std::string write_error(const ErrorMessage& message, StructureFormat format) {
    const bool json = format == StructureFormat::json_1 || format == StructureFormat::json_2;
    const auto code = std::to_string(message.code);
    std::string out;
    if (json) {
        out = "{\"meta\":{\"id\":";
        append_json(out, message.id);
        out += ",\"prepared\":";
        append_json(out, message.prepared);
        out += ",\"sender\":{\"id\":";
        append_json(out, message.sender.id);
        out += "}},\"errors\":[{\"code\":" + code + ",\"title\":";
        append_json(out, message.text);
        out += "}]}\n";
        return out;
    }
    const std::string schemas = format == StructureFormat::ml_21
                                    ? "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
                                    : "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    {
        XmlElement root{out, "mes:Error"};
        root.attribute("xmlns:mes", schemas + "message");
        root.attribute("xmlns:com", schemas + "common");
        XmlElement error{root, "mes:ErrorMessage"};
        error.attribute("code", code);
        XmlElement{error, "com:Text"}.attribute("xml:lang", "en").text(message.text);
    }
    out += '\n';
    return out;
}

}  // namespace sdmx
