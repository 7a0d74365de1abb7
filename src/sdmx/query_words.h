#pragma once

#include "base/result.h"
#include "sdmx/query.h"

#include <string>
#include <string_view>
#include <vector>

/// The small change of `sdmx/query.h`.
namespace sdmx::query {

base::Error syntax(std::string_view parameter, std::string_view expected, std::string_view found);
std::string lower(std::string_view text);
/// The parts between separators, without empty ones.
std::vector<std::string> split(std::string_view text, char separator);
std::vector<std::string> split_keeping_empty(std::string_view text, char separator);
/// Whether a word stands for all: "*", or "all" in any case.
bool is_every(std::string_view word);
/// The parts between separators; none where one of them says all.
std::vector<std::string> alternatives(std::string_view text, char separator);
/// Agencies or ids of a segment; none where it says all. Errors: sdmx_query_syntax.
base::Result<std::vector<std::string>> ids(std::string_view segment, Rest rest,
                                           std::string_view parameter);
/// A period of SDMX, or a date-time.
bool is_period(std::string_view text);

/// The value of a word, whatever its case. Errors: sdmx_query_syntax with all the words.
template <typename Words>
auto one_of(const Words& words, std::string_view text, std::string_view parameter)
    -> base::Result<decltype(words.front().second)> {
    std::string known;
    for (const auto& [word, value] : words) {
        if (lower(text) == word)
            return value;
        known += (known.empty() ? "" : ", ") + std::string{word};
    }
    return syntax(parameter, known, text);
}

}  // namespace sdmx::query
