#include "server/negotiate.h"

#include "base/text.h"
#include "server/http.h"

namespace server {

namespace {

struct Choice {
    std::string_view value;
    bool allowed = true;
};

// "gzip;q=0.5": only whether q is zero matters here, never how two choices compare.
Choice read_choice(std::string_view text) {
    const auto parts = base::split(text, ';');
    Choice choice{base::trimmed(parts.front())};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto parameter = base::trimmed(parts[i]);
        if (parameter.size() > 2 && same_name(parameter.substr(0, 2), "q="))
            choice.allowed =
                parameter.substr(2).find_first_of("123456789") != std::string_view::npos;
    }
    return choice;
}

// How closely a media range fits: 3 the type itself, 2 "text/*", 1 "*/*", 0 not at all.
int closeness(std::string_view range, std::string_view type) {
    if (same_name(range, type))
        return 3;
    if (range == "*/*")
        return 1;
    if (range.ends_with("/*")) {
        const auto family = range.substr(0, range.size() - 1);
        return same_name(family, type.substr(0, family.size())) ? 2 : 0;
    }
    return 0;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    bool by_star = false;
    for (const auto part : base::parts(accept_encoding, ',')) {
        const Choice choice = read_choice(part);
        if (same_name(choice.value, "gzip") || same_name(choice.value, "x-gzip"))
            return choice.allowed;
        if (choice.value == "*")
            by_star = choice.allowed;
    }
    return by_star;
}

bool accepts_media_type(std::string_view accept, std::string_view type) {
    if (base::trimmed(accept).empty())
        return true;
    int closest = 0;
    bool allowed = false;
    for (const auto part : base::parts(accept, ',')) {
        const Choice choice = read_choice(part);
        const int close = closeness(choice.value, type);
        if (close > closest) {
            closest = close;
            allowed = choice.allowed;
        }
    }
    return allowed;
}

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
    for (const auto part : base::parts(if_none_match, ',')) {
        auto candidate = base::trimmed(part);
        if (candidate == "*")
            return true;
        if (candidate.starts_with("W/"))
            candidate.remove_prefix(2);
        if (candidate.size() < 2 || !candidate.starts_with('"') || !candidate.ends_with('"'))
            continue;
        candidate = candidate.substr(1, candidate.size() - 2);
        if (candidate.ends_with(gzip_tag_suffix))
            candidate.remove_suffix(gzip_tag_suffix.size());
        if (candidate == tag)
            return true;
    }
    return false;
}

}  // namespace server
