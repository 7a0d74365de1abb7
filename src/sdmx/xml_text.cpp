#include "sdmx/xml_text.h"

namespace sdmx {

void append_xml(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string_view replacement;
        switch (text[at]) {
            case '&':
                replacement = "&amp;";
                break;
            case '<':
                replacement = "&lt;";
                break;
            case '>':
                replacement = "&gt;";
                break;
            case '"':
                replacement = "&quot;";
                break;
            case '\t':
                replacement = "&#9;";
                break;
            case '\n':
                replacement = "&#10;";
                break;
            case '\r':
                replacement = "&#13;";
                break;
            default:
                if (static_cast<unsigned char>(text[at]) >= 0x20)
                    continue;
                replacement = "\xEF\xBF\xBD";
        }
        out.append(text, from, at - from);
        out += replacement;
        from = at + 1;
    }
    out.append(text, from);
}

std::string_view schemas_of(Standard standard) {
    return standard == Standard::v21 ? "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
                                     : "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
}

void append_attribute(std::string& out, std::string_view name, std::string_view text) {
    out += ' ';
    out += name;
    out += "=\"";
    append_xml(out, text);
    out += '"';
}

}  // namespace sdmx
