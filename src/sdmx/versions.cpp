#include "base/text.h"
#include "sdmx/query.h"
#include "sdmx/query_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace sdmx {

namespace {

/// A version as numbers; "1.0" is compared as 1.0.0.
struct Version {
    std::array<int, 3> parts{};
    bool draft = false;  ///< it has an extension: 1.0.0-draft
};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

Version version_of(std::string_view text) {
    Version version;
    const auto dash = text.find('-');
    version.draft = dash != text.npos;
    std::size_t i = 0;
    for (const auto part : base::parts(text.substr(0, dash), '.'))
        if (!part.empty() && i < version.parts.size())
            version.parts[i++] = number(part).value_or(0);
    return version;
}

/// What a version in a query picks: one, all that fit, or the latest that fits.
struct Pattern {
    enum class Pick { exact, all, latest } pick = Pick::exact;
    bool stable = false;         ///< drafts are passed over
    std::size_t fixed = 0;       ///< so many parts must be as in `least`
    std::array<int, 3> least{};  ///< and the others at least as they stand here

    bool fits(const Version& version) const {
        for (std::size_t i = 0; i < fixed; ++i)
            if (version.parts[i] != least[i])
                return false;
        return version.parts >= least;
    }
};

base::Result<Pattern> pattern_of(const std::string& text) {
    const auto fault = [&] {
        return query::syntax("the version", "1.0, latest, all, or in REST 2 +, ~, *, 1.2+.0", text);
    };
    const auto word = query::lower(text);
    Pattern pattern;
    if (word == "all" || word == "*") {
        pattern.pick = Pattern::Pick::all;
        return pattern;
    }
    if (word == "latest" || word == "~" || word == "+") {
        pattern.pick = Pattern::Pick::latest;
        pattern.stable = word != "~";
        return pattern;
    }
    std::string_view rest = text;
    if (const auto dash = rest.find('-'); dash != rest.npos)
        rest = rest.substr(0, dash);
    if (std::ranges::count(rest, '.') > 2)
        return fault();
    bool open = false;
    std::size_t place = 0;
    for (auto part : base::parts(rest, '.')) {
        const auto i = place++;
        if (!part.empty() && (part.back() == '+' || part.back() == '~' || part.back() == '*')) {
            const bool star =
                part.back() == '*' || (part.size() > 1 && part[part.size() - 2] == '*');
            if (open && pattern.pick == Pattern::Pick::all && part == "*")
                continue;  // 1.*.*
            if (open)
                return fault();
            open = true;
            pattern.fixed = i;
            pattern.pick = star ? Pattern::Pick::all : Pattern::Pick::latest;
            pattern.stable = part.back() == '+';
            while (!part.empty() &&
                   (part.back() == '+' || part.back() == '~' || part.back() == '*'))
                part.remove_suffix(1);
            if (part.empty())
                continue;
        }
        const auto value = number(part);
        if (!value)
            return fault();
        pattern.least[i] = *value;
    }
    return pattern;
}

bool earlier(const Artefact* a, const Artefact* b) {
    const auto left = version_of(a->version);
    const auto right = version_of(b->version);
    return std::pair{left.parts, !left.draft} < std::pair{right.parts, !right.draft};
}

void pick(const std::vector<const Artefact*>& same_id, const std::string& text,
          const Pattern& pattern, std::vector<const Artefact*>& picked) {
    std::vector<const Artefact*> fitting;
    const auto fits = [&](const Artefact* artefact) {
        if (pattern.pick == Pattern::Pick::exact && artefact->version == text)
            return true;
        const auto version = version_of(artefact->version);
        if (pattern.pick == Pattern::Pick::exact)
            return !version.draft && text.find('-') == text.npos &&
                   version.parts == version_of(text).parts;
        return pattern.fits(version) && !(pattern.stable && version.draft);
    };
    std::ranges::copy_if(same_id, std::back_inserter(fitting), fits);
    std::sort(fitting.begin(), fitting.end(), earlier);
    if (pattern.pick == Pattern::Pick::latest && fitting.size() > 1) {
        // "latest" is the highest that is final, where any is.
        const auto final = std::find_if(fitting.rbegin(), fitting.rend(),
                                        [](const auto* artefact) { return artefact->final; });
        fitting = {pattern.stable && final != fitting.rend() ? *final : fitting.back()};
    }
    for (const auto* artefact : fitting)
        if (std::find(picked.begin(), picked.end(), artefact) == picked.end())
            picked.push_back(artefact);
}

}  // namespace

base::Result<std::vector<const Artefact*>> pick_versions(
    const std::vector<const Artefact*>& same_id, const std::vector<std::string>& versions) {
    std::vector<const Artefact*> picked;
    static const std::vector<std::string> every{"all"};
    for (const auto& text : versions.empty() ? every : versions)
        pick(same_id, text, TRY(pattern_of(text)), picked);
    return picked;
}

}  // namespace sdmx
