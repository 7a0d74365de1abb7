#include "statistics/revisions.h"

#include "statistics/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace statistics {
namespace {

using base::Frequency;

double value(const Observation& figure) {
    return figure.value.to_double();
}

// Of fewer periods no mean is said.
constexpr std::size_t periods_least = 3;

// Student's t, two-sided at 5 percent, by degrees of freedom from 1.
constexpr std::array student_975{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306,
                                 2.262,  2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
                                 2.110,  2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
                                 2.060,  2.056, 2.052, 2.048, 2.045, 2.042};

double critical_t(std::size_t periods) {
    return student_975[std::min(periods - 1, student_975.size()) - 1];
}

bool counts(const Observation& figure) {
    return figure.suspect.empty() && figure.status != ObservationStatus::forecast &&
           figure.status != ObservationStatus::missing;
}

// 1440 and then 1439.97: more digits of the same figure.
bool is_explained_by_rounding(const Observation& before, const Observation& after) {
    const double unit = std::pow(10.0, std::max(before.precision, after.precision));
    return std::abs(value(after) - value(before)) <= 0.5 * unit * (1 + 1e-9);
}

int periods_a_year(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return 1;
        case Frequency::half:
            return 2;
        case Frequency::quarter:
            return 4;
        case Frequency::month:
            return 12;
        default:
            return 0;
    }
}

// What had been published of the period on that day, or nothing.
const Observation* on(const RevisedPeriod& period, base::Day day) {
    const Observation* found = nullptr;
    for (const auto* figure : period.figures)
        if (figure->vintage.known_on <= day)
            found = figure;
    return found;
}

void sum_up_growth(Revisions& made, Frequency frequency) {
    const int back = periods_a_year(frequency);
    double sum = 0, absolute = 0;
    for (const auto& period : made.periods) {
        const auto before = std::ranges::find_if(made.periods, [&](const RevisedPeriod& other) {
            return back > 0 && other.time.period == period.time.period.plus(-back);
        });
        if (before == made.periods.end())
            continue;
        const auto* then = on(*before, period.first().vintage.known_on);
        if (then == nullptr || value(*then) <= 0 || value(before->latest()) <= 0)
            continue;
        const double revision = 100 * (value(period.latest()) / value(before->latest()) -
                                       value(period.first()) / value(*then));
        sum += revision;
        absolute += std::abs(revision);
        ++made.growths;
    }
    if (made.growths < periods_least)
        return;
    made.mean_growth_revision = sum / static_cast<double>(made.growths);
    made.mean_absolute_growth_revision = absolute / static_cast<double>(made.growths);
}

void sum_up(Revisions& made) {
    const auto n = made.periods.size();
    if (n < periods_least) {
        made.messages.push_back(say::too_few_periods(n, periods_least));
        made.reason = text_of(made.messages);
        return;
    }
    double absolute = 0, latest = 0;
    std::vector<double> revisions;
    for (const auto& period : made.periods) {
        revisions.push_back(period.revision());
        absolute += std::abs(period.revision());
        latest += std::abs(value(period.latest()));
    }
    const auto seen = *mean_revision(revisions);
    made.mean = seen.mean;
    made.mean_absolute = absolute / static_cast<double>(n);
    if (latest > 0)
        made.relative_mean_absolute = 100 * absolute / latest;
    made.bias_t = seen.t;
    if (made.bias_t)
        made.is_biased = seen.is_biased;
}

base::Json number(const std::optional<double>& value) {
    return value ? base::Json{*value} : base::Json{};
}

}  // namespace

std::optional<MeanRevision> mean_revision(std::span<const double> revisions) {
    if (revisions.size() < periods_least)
        return std::nullopt;
    MeanRevision made;
    made.count = revisions.size();
    const auto count = static_cast<double>(made.count);
    made.mean = std::accumulate(revisions.begin(), revisions.end(), 0.0) / count;
    double squares = 0;
    for (const double one : revisions)
        squares += (one - made.mean) * (one - made.mean);
    made.deviation = std::sqrt(squares / (count - 1));
    const double error = std::sqrt(squares / (count - 1) / count);
    if (error > 0)
        made.t = made.mean / error;
    if (made.t)
        made.is_biased = std::abs(*made.t) > critical_t(made.count);
    return made;
}

double RevisedPeriod::revision() const {
    return value(latest()) - value(first());
}

Revisions revisions_of(const Series& series, Frequency frequency, Span span, base::Day day) {
    Revisions made;
    for (const auto& step : timeline(series)) {
        const auto& figure = *step.figure;
        if (figure.time.period.frequency() != frequency || figure.time.span != span ||
            step.from > day || !counts(figure))
            continue;
        if (made.periods.empty() || !made.periods.back().time.same_days(figure.time))
            made.periods.push_back({figure.time, {}});
        auto& figures = made.periods.back().figures;
        if (figures.empty() || !is_explained_by_rounding(*figures.back(), figure))
            figures.push_back(&figure);
    }
    for (const auto& period : made.periods) {
        made.revised += period.figures.size() > 1;
        made.upward += period.revision() > 0;
        made.downward += period.revision() < 0;
    }
    sum_up(made);
    sum_up_growth(made, frequency);
    return made;
}

std::string Revisions::text() const {
    std::string out;
    for (const auto& period : periods) {
        out += fmt::format("{:<18}", period.time.text());
        for (const auto* figure : period.figures)
            out += fmt::format("  {} ({}{})", figure->value.text(),
                               base::to_string(figure->vintage.known_on),
                               figure->vintage.estimated ? ", estimated" : "");
        if (period.figures.size() > 1)
            out += fmt::format("  {:+.6g}", period.revision());
        out += '\n';
    }
    out += fmt::format("{} of {} periods were revised, {} upward and {} downward\n", revised,
                       periods.size(), upward, downward);
    if (!reason.empty())
        out += reason + '\n';
    if (mean)
        out += fmt::format("mean revision {:+.4g}, mean absolute revision {:.4g}", *mean,
                           *mean_absolute);
    if (relative_mean_absolute)
        out += fmt::format(" ({:.3g} % of the latest figures)", *relative_mean_absolute);
    if (mean)
        out += '\n';
    if (bias_t)
        out += fmt::format("{}: t = {:.2f} with {} periods\n",
                           *is_biased ? "first figures are biased" : "no bias can be told", *bias_t,
                           periods.size());
    if (mean_growth_revision)
        out += fmt::format(
            "growth on a year was revised by {:+.3g} points on average, by {:.3g} in absolute "
            "terms, over {} periods\n",
            *mean_growth_revision, *mean_absolute_growth_revision, growths);
    return out;
}

base::Json Revisions::json() const {
    return base::Json::object(
        {{"periods",
          base::Json::array_of(
              periods,
              [](const RevisedPeriod& period) {
                  return base::Json::object(
                      {{"time", period.time.text()},
                       {"revision", period.revision()},
                       {"figures",
                        base::Json::array_of(period.figures, [](const Observation* figure) {
                            return base::Json::object(
                                {{"value", figure->value.text()},
                                 {"known_on", base::to_string(figure->vintage.known_on)},
                                 {"estimated", figure->vintage.estimated},
                                 {"row", figure->row},
                                 {"source", figure->source}});
                        })}});
              })},
         {"revised", static_cast<std::int64_t>(revised)},
         {"upward", static_cast<std::int64_t>(upward)},
         {"downward", static_cast<std::int64_t>(downward)},
         {"mean", number(mean)},
         {"mean_absolute", number(mean_absolute)},
         {"relative_mean_absolute", number(relative_mean_absolute)},
         {"bias_t", number(bias_t)},
         {"biased", is_biased ? base::Json{*is_biased} : base::Json{}},
         {"mean_growth_revision", number(mean_growth_revision)},
         {"mean_absolute_growth_revision", number(mean_absolute_growth_revision)},
         {"growths", static_cast<std::int64_t>(growths)},
         {"reason", reason.empty() ? base::Json{} : base::Json{reason}},
         {"messages", json_of(messages)}});
}

}  // namespace statistics
