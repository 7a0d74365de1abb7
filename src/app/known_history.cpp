#include "app/known_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

using base::Frequency;
using base::Period;

constexpr int years_most = 20, years_most_of_years = 60;

}  // namespace

std::vector<double> KnownHistory::values() const {
    std::vector<double> made;
    made.reserve(answers.size());
    for (const auto& answer : answers)
        made.push_back(answer.value ? answer.value->to_double()
                                    : std::numeric_limits<double>::quiet_NaN());
    return made;
}

int KnownHistory::places() const {
    double largest = 0;
    for (const double value : values())
        largest = std::isnan(value) ? largest : std::max(largest, std::abs(value));
    constexpr int digits = 6, places_most = 9;
    return largest > 0 ? std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(largest))),
                                    0, places_most)
                       : 0;
}

statistics::Answer whole_as_of(const statistics::Series& series, const Period& period,
                               base::Day day, const statistics::SourceTable& sources) {
    auto answer = period.frequency() == Frequency::month
                      ? statistics::month_as_of(series, period, day, sources)
                      : statistics::value_as_of(series, period, day, sources);
    if (!answer.complete)
        answer.value.reset();
    return answer;
}

KnownHistory after_last_gap(const KnownHistory& history) {
    const auto gap = std::find_if(history.answers.rbegin(), history.answers.rend(),
                                  [](const statistics::Answer& one) { return !one.value; });
    KnownHistory made;
    made.answers.assign(gap.base(), history.answers.end());
    made.known = made.answers.size();
    made.first = history.behind().plus(-static_cast<int>(made.known));
    return made;
}

KnownHistory known_history(const statistics::Series& series, Frequency every,
                           base::YearStart fiscal, base::Day day,
                           const statistics::SourceTable& sources) {
    KnownHistory made;
    const auto last = Period::containing(day, every, fiscal);
    const int years = every == Frequency::year ? years_most_of_years : years_most;
    std::size_t length = 0;  // up to the last figure
    for (auto period = last.plus(-years * base::periods_per_year(every));
         period.index() <= last.index() && period.last_day() <= day; period = period.next()) {
        auto answer = whole_as_of(series, period, day, sources);
        if (!answer.value && made.answers.empty())
            continue;
        if (made.answers.empty())
            made.first = period;
        made.known += answer.value ? 1 : 0;
        made.answers.push_back(std::move(answer));
        if (made.answers.back().value)
            length = made.answers.size();
    }
    made.answers.resize(length);
    return made;
}

}  // namespace app
