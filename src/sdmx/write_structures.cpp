#include "sdmx/write_structures.h"

#include "base/json.h"
#include "sdmx/xml_element.h"

namespace sdmx {

std::string_view class_of(ArtefactType type, Standard standard) {
    return standard == Standard::v21 ? info(type).class_21 : info(type).class_30;
}

std::vector<Annotation> validity(const CodeMapping& mapping) {
    std::vector<Annotation> dates;
    for (const auto& [type, day] :
         {std::pair{"validFrom", &mapping.valid_from}, std::pair{"validTo", &mapping.valid_to}})
        if (!day->empty())
            dates.push_back({{}, *day, type, {}, {}});
    return dates;
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
    if (json)
        return base::Json::object(
                   {{"meta", base::Json::object(
                                 {{"id", message.id},
                                  {"prepared", message.prepared},
                                  {"sender", base::Json::object({{"id", message.sender.id}})}})},
                    {"errors", base::Json::array().push(base::Json::object(
                                   {{"code", message.code}, {"title", message.text}}))}})
                   .text() +
               "\n";
    const auto schemas =
        std::string{schemas_of(format == StructureFormat::ml_21 ? Standard::v21 : Standard::v30)};
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    {
        XmlElement root{out, "mes:Error"};
        root.attribute("xmlns:mes", schemas + "message");
        root.attribute("xmlns:com", schemas + "common");
        XmlElement error{root, "mes:ErrorMessage"};
        error.attribute("code", std::to_string(message.code));
        XmlElement{error, "com:Text"}.attribute("xml:lang", "en").text(message.text);
    }
    out += '\n';
    return out;
}

}  // namespace sdmx
