#include "statistics/figure_of.h"

#include <algorithm>
#include <array>

namespace statistics {
namespace {

// At the place of its value.
constexpr std::array<std::string_view, 16> words{
    "value",     "growth-on-period", "growth-on-year",      "average-growth", "rolling-sum",
    "share",     "contribution",     "contributions",       "index",          "per-unit",
    "revisions", "monthly-flow",     "fiscal-year-to-date", "per-head",       "concentration",
    "balance"};
static_assert(words.size() == static_cast<std::size_t>(FigureOf::balance) + 1);

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

base::Frequency usual_frequency(FigureOf what) {
    return what == FigureOf::rolling_sum || what == FigureOf::monthly_flow ||
                   what == FigureOf::fiscal_year_to_date
               ? base::Frequency::month
               : base::Frequency::year;
}

bool takes_total(FigureOf what) {
    return what == FigureOf::share || what == FigureOf::contribution || divides(what);
}

bool divides(FigureOf what) {
    return what == FigureOf::per_unit || what == FigureOf::per_head;
}

bool takes_since(FigureOf what) {
    return what == FigureOf::average_growth || what == FigureOf::index;
}

bool takes_parts(FigureOf what) {
    return what == FigureOf::contributions || what == FigureOf::balance;
}

bool takes_by(FigureOf what) {
    return what == FigureOf::concentration;
}

}  // namespace statistics
