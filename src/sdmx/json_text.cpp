#include "sdmx/json_text.h"

#include "base/json.h"

#include <array>
#include <charconv>

namespace sdmx {

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
    out += ",\"";
    out += key;
    out += "\":";
    base::append_json_string(out, best_text(texts, languages));
    out += ",\"";
    out += key;
    out += "s\":{";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        base::append_json_string(out, texts[i].first);
        out += ':';
        base::append_json_string(out, texts[i].second);
    }
    out += '}';
}

}  // namespace sdmx
