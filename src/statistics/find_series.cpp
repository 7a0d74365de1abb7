#include "statistics/find_series.h"

#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <vector>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t named_most = 8;

std::string written(const DimensionFilter& filter) {
    std::vector<std::string> words;
    for (const auto& [name, value] : filter)
        words.push_back(fmt::format("{}={}", name, value));
    return words.empty() ? "nothing" : fmt::format("{}", fmt::join(words, ", "));
}

// A word that no series has is more likely misspelled than meant.
std::string guess(std::span<const SeriesKey* const> keys, const DimensionFilter& filter) {
    for (const auto& [name, value] : filter) {
        std::set<std::string> known;
        for (const auto* key : keys)
            if (const auto* found = key->find(name))
                known.insert(*found);
        if (known.empty())
            return fmt::format("; no series has the dimension {}", name);
        if (!known.contains(value))
            return base::did_you_mean(value, {known.begin(), known.end()});
    }
    return {};
}

}  // namespace

base::Result<const SeriesKey*> find_one_series(std::span<const SeriesKey* const> keys,
                                               const DimensionFilter& filter) {
    std::vector<const SeriesKey*> found;
    std::ranges::copy_if(keys, std::back_inserter(found),
                         [&](const SeriesKey* key) { return key->is_meant_by(filter); });
    if (found.empty())
        return Error{ErrorCode::not_found,
                     fmt::format("no series has {}{}", written(filter), guess(keys, filter)), ""};
    const auto exact = std::ranges::find_if(
        found, [&](const SeriesKey* key) { return key->dimensions().size() == filter.size(); });
    if (exact != found.end())
        return *exact;
    if (found.size() == 1)
        return found.front();
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(found.size(), named_most); ++i)
        texts.push_back(found[i]->text());
    return Error{ErrorCode::not_found,
                 fmt::format("expected words that leave one series, found {} with {}: {}{}",
                             found.size(), written(filter), fmt::join(texts, "; "),
                             found.size() > named_most ? "; ..." : ""),
                 ""};
}

base::Result<std::vector<const SeriesKey*>> find_series_by(std::span<const SeriesKey* const> keys,
                                                           const DimensionFilter& filter,
                                                           std::string_view dimension) {
    const std::string by{dimension};
    std::vector<const SeriesKey*> found;
    std::set<std::string> dimensions;
    for (const auto* key : keys) {
        if (!key->is_meant_by(filter))
            continue;
        for (const auto& one : key->dimensions())
            dimensions.insert(one.name);
        if (key->find(by) != nullptr)
            found.push_back(key);
    }
    if (dimensions.empty())
        return Error{ErrorCode::not_found,
                     fmt::format("no series has {}{}", written(filter), guess(keys, filter)), ""};
    if (found.empty())
        return Error{ErrorCode::not_found,
                     fmt::format("no series with {} has the dimension {}{}", written(filter), by,
                                 base::did_you_mean(by, {dimensions.begin(), dimensions.end()})),
                     ""};
    const auto others = [&](const SeriesKey& key) {
        DimensionFilter words;
        for (const auto& [name, value] : key.dimensions())
            if (name != by)
                words[name] = value;
        return words;
    };
    const auto first = others(*found.front());
    for (const auto* key : found)
        if (others(*key) != first)
            return Error{ErrorCode::not_found,
                         fmt::format("expected series that differ in {} alone, found {} and {}", by,
                                     found.front()->text(), key->text()),
                         ""};
    if (found.size() < 2)
        return Error{ErrorCode::not_found,
                     fmt::format("expected several series that differ in {}, found {} alone", by,
                                 found.front()->text()),
                     ""};
    return found;
}

}  // namespace statistics
