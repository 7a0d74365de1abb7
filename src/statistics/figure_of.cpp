#include "statistics/figure_of.h"

#include <algorithm>
#include <array>

namespace statistics {
namespace {

// At the place of its value.
constexpr std::array<std::string_view, 11> words{
    "value",        "growth-on-period", "growth-on-year", "average-growth", "rolling-sum", "share",
    "contribution", "contributions",    "index",          "per-unit",       "revisions"};
static_assert(words.size() == static_cast<std::size_t>(FigureOf::revisions) + 1);

}  // namespace

std::string_view word(FigureOf what) {
    return words[static_cast<std::size_t>(what)];
}

std::optional<FigureOf> parse_figure_of(std::string_view text) {
    const auto at = std::ranges::find(words, text);
    if (at == words.end())
        return std::nullopt;
    return static_cast<FigureOf>(at - words.begin());
}

std::vector<std::string> figure_words() {
    return {words.begin(), words.end()};
}

bool takes_total(FigureOf what) {
    return what == FigureOf::share || what == FigureOf::contribution || what == FigureOf::per_unit;
}

bool takes_since(FigureOf what) {
    return what == FigureOf::average_growth || what == FigureOf::index;
}

}  // namespace statistics
