#include "sdmx/excerpt.h"

#include "base/text.h"

namespace sdmx {

std::string excerpt(std::string_view text, std::size_t bytes_max) {
    if (text.size() > bytes_max) {
        while (bytes_max > 0 && (text[bytes_max] & '\xC0') == '\x80')
            --bytes_max;
        text = text.substr(0, bytes_max);
    }
    std::string shown;
    while (!text.empty()) {
        const auto valid = base::valid_utf8_prefix(text);
        shown += text.substr(0, valid);
        text.remove_prefix(valid);
        if (text.empty())
            break;
        shown += "\xEF\xBF\xBD";
        text.remove_prefix(1);
    }
    return shown;
}

}  // namespace sdmx
