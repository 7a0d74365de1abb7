#include "cli/forecast_series.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace cli {
namespace {

std::string between(double low, double high, int places) {
    return fmt::format("{:.{}f} and {:.{}f}", low, places, high, places);
}

std::string percent(double level) {
    return fmt::format("{:g} % lie between", level);
}

// What revisions did, and what is expected of them.
void print_revisions(std::ostream& out, const app::SeriesForecast& made) {
    if (made.release == app::Release::in_force)
        return;
    const auto& seen = made.revisions;
    out << fmt::format(
        "{} figures; {} that are a year old were revised by {:+.2f} % on average, "
        "deviation {:.2f} %: {}\n",
        word(made.release), seen.figures, seen.mean, seen.deviation,
        seen.is_biased ? "a bias" : "no bias can be told");
    for (const auto& one : seen.moved)
        out << fmt::format("{} is expected to become {}, published is {}\n", one.period.text(),
                           one.expected.text(), one.published.text());
    out << '\n';
}

std::string many(base::Frequency every) {
    return every == base::Frequency::half ? "half-years" : fmt::format("{}s", base::name(every));
}

}  // namespace

void print_series_forecast(Context& context, const app::SeriesForecast& made, bool as_json) {
    auto& out = context.out;
    if (as_json) {
        out << app::to_json(made).pretty() << '\n';
        return;
    }
    if (made.moment.is_exercise())
        out << "EXERCISE, NOT FACT\n";
    out << made.series.text() << '\n';
    const auto as_of = base::to_string(made.moment.known.as_of);
    if (!made.ahead) {
        out << fmt::format("as of {}: cannot tell yet: {}\n", as_of, made.reason);
        return;
    }
    const auto& ahead = *made.ahead;
    out << fmt::format("as of {}, from {} between {} and {}\n\n", as_of,
                       base::counted(fmt::format("{}", made.past.known), many(made.every)),
                       made.past.first.text(), made.past.behind().plus(-1).text());
    if (made.left_out > 0)
        out << fmt::format("{} before {} are left out, for there are gaps among them\n\n",
                           base::counted(fmt::format("{}", made.left_out), "figures"),
                           made.past.first.text());
    print_revisions(out, made);
    const int places = std::min(made.past.places(), 3);
    out << fmt::format("{:<10}{:>12}", base::name(made.every), "forecast");
    for (const auto& interval : ahead.intervals)
        out << fmt::format("{:>24}", percent(interval.level));
    out << '\n';
    auto period = made.past.behind();
    for (std::size_t h = 0; h < ahead.mean.size(); ++h, period = period.next()) {
        out << fmt::format("{:<10}{:>12.{}f}", period.text(), ahead.mean[h], places);
        for (const auto& interval : ahead.intervals)
            out << fmt::format("{:>24}", between(interval.lower[h], interval.upper[h], places));
        out << '\n';
    }
    out << fmt::format("\n{} of {}\n", forecast::word(made.method), fmt::join(ahead.models, ", "));
    if (made.is_from_months)
        out << fmt::format(
            "each {} is what is published of it and the sum of months to come, drawn "
            "together 4,000 times\n",
            base::name(made.every));
    if (!ahead.fallback.empty())
        out << ahead.fallback << '\n';
    if (made.is_non_negative)
        out << "nothing below 0 was ever published, so nothing below 0 is said\n";
}

void print_forecast_record(Context& context, const app::ForecastRecord& made, bool as_json) {
    auto& out = context.out;
    if (as_json) {
        out << app::to_json(made).pretty() << '\n';
        return;
    }
    if (made.moment.is_exercise())
        out << "EXERCISE, NOT FACT\n";
    if (made.forecasts.empty())
        out << fmt::format("no forecast was published by {}\n",
                           base::to_string(made.moment.known.as_of));
    bool is_first = true;
    for (const auto of_one : app::by_series(made)) {
        const auto& front = of_one.front();
        out << (is_first ? "" : "\n") << front.series.text() << '\n';
        is_first = false;
        if (front.release != app::Release::in_force)
            out << fmt::format("{} figures\n", word(front.release));
        out << fmt::format("{:<7}{:<12}{:<10}{:>12}", "entry", "published", "of", "forecast");
        for (const auto& interval : front.intervals)
            out << fmt::format("{:>24}", percent(interval.level));
        out << fmt::format("{:>12}\n", "came");
        for (const auto& one : of_one) {
            const int places = std::min(one.mean.scale(), 3);
            out << fmt::format("{:<7}{:<12}{:<10}{:>12.{}f}", one.entry,
                               base::to_string(one.published), one.period.text(),
                               one.mean.to_double(), places);
            for (const auto& interval : one.intervals)
                out << fmt::format("{:>24}",
                                   between(interval.lower.front(), interval.upper.front(), places));
            out << fmt::format("{:>12}\n", one.came ? one.came->text() : "-");
        }
        for (const auto& score : app::scores_of(of_one))
            out << fmt::format("{:g} % of {}: {} of {} came inside, mean quantile loss {:.3g}\n",
                               score.level, many(score.every), score.inside, score.came,
                               score.pinball);
    }
}

}  // namespace cli
