#include "sdmx/json_text.h"

#include <array>
#include <charconv>

namespace sdmx {

void append_json(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(text, from, at - from);
        from = at + 1;
        switch (byte) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out += hex[byte >> 4U];
                out += hex[byte & 15U];
        }
    }
    out.append(text, from);
    out += '"';
}

void append_number(std::string& out, std::int64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

std::string_view best_text(const Texts& texts, const std::vector<std::string>& languages) {
    for (const auto& language : languages)
        for (const auto& [tag, text] : texts)
            if (tag == language)
                return text;
    return text_in(texts, "en");
}

void append_json_texts(std::string& out, std::string_view key, const Texts& texts,
                       const std::vector<std::string>& languages) {
    if (texts.empty())
        return;
    out += '"';
    out += key;
    out += "\":";
    append_json(out, best_text(texts, languages));
    out += ",\"";
    out += key;
    out += "s\":{";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        append_json(out, texts[i].first);
        out += ':';
        append_json(out, texts[i].second);
    }
    out += '}';
}

}  // namespace sdmx
