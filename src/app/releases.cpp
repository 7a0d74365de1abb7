#include "app/releases.h"

#include "app/rounded.h"
#include "statistics/revisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::Period;
using statistics::Answer;

constexpr std::array<std::string_view, 3> words{"in-force", "first", "last"};

constexpr std::chrono::days settled_after{365};  // by then most figures are revised
constexpr std::size_t figures_for_bias = 8;      // that tell one, at least

/// The figures of a series as they were on any day until the one that is asked about.
class Vintages {
  public:
    Vintages(const statistics::Series& series, base::Day day,
             const statistics::SourceTable& sources)
        : series_(series), sources_(sources) {
        for (const auto& one : series.observations)
            if (one.vintage.known_on <= day)
                days_.push_back(one.vintage.known_on);
        std::ranges::sort(days_);
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    }

    Answer on(const Period& period, base::Day day) const {
        return whole_as_of(series_, period, day, sources_);
    }
    /// The day on which something was first known of the period; one that is known stays known.
    base::Day first_day(const Period& period) const {
        return *std::ranges::partition_point(
            days_, [&](base::Day day) { return !on(period, day).value.has_value(); });
    }

  private:
    const statistics::Series& series_;
    const statistics::SourceTable& sources_;
    std::vector<base::Day> days_;
};

/// A period of the history, when it was first known, and what is in force of it.
struct Figure {
    std::size_t place = 0;  ///< of the period in the history
    Period period;
    base::Day first_known;
    double value = 0;
};

std::vector<Figure> figures_of(const KnownHistory& past, const Vintages& vintages) {
    std::vector<Figure> made;
    for (std::size_t i = 0; i < past.answers.size(); ++i) {
        const auto period = past.first.plus(static_cast<int>(i));
        if (const auto& value = past.answers[i].value)
            made.push_back({i, period, vintages.first_day(period), value->to_double()});
    }
    return made;
}

// What happened to figures after they were of that age, in per cent of what they were then.
std::vector<double> revisions_after(std::chrono::days age, const std::vector<Figure>& figures,
                                    const Vintages& vintages, base::Day day) {
    std::vector<double> made;
    for (const auto& figure : figures) {
        if (figure.first_known + settled_after > day)
            continue;
        const auto then = vintages.on(figure.period, figure.first_known + age).value;
        if (then && then->to_double() > 0)
            made.push_back(100 * (figure.value / then->to_double() - 1));
    }
    return made;
}

void move_recent(const std::vector<Figure>& figures, const Vintages& vintages, base::Day day,
                 ReleasedHistory& made) {
    for (const auto& figure : figures) {
        if (figure.first_known + settled_after <= day || figure.value <= 0)
            continue;
        const auto seen = statistics::mean_revision(
            revisions_after(day - figure.first_known, figures, vintages, day));
        if (!seen || !seen->is_biased || seen->count < figures_for_bias)
            continue;
        auto& value = made.past.answers[figure.place].value;
        const auto expected =
            base::Decimal::from_double(figure.value * (1 + seen->mean / 100), made.past.places());
        if (!expected.ok())
            continue;
        made.revisions.moved.push_back({figure.period, *value, *expected});
        value = *expected;
    }
}

}  // namespace

Result<Release> parse_release(std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected one of {}, found \"{}\"", fmt::join(words, ", "), text),
                     "release"};
    return static_cast<Release>(found - words.begin());
}

std::string_view word(Release release) {
    return words[static_cast<std::size_t>(release)];
}

Json RevisionsSeen::json() const {
    return Json::object({{"figures", static_cast<std::int64_t>(figures)},
                         {"mean_percent", rounded(mean, 3)},
                         {"deviation_percent", rounded(deviation, 3)},
                         {"biased", is_biased},
                         {"moved", Json::array_of(moved, [](const Moved& one) {
                              return Json::object({{"time", one.period.text()},
                                                   {"published", one.published.text()},
                                                   {"expected", one.expected.text()}});
                          })}});
}

Answer first_as_of(const statistics::Series& series, const Period& period, base::Day day,
                   const statistics::SourceTable& sources) {
    const Vintages vintages{series, day, sources};
    auto known = vintages.on(period, day);
    return known.value ? vintages.on(period, vintages.first_day(period)) : known;
}

ReleasedHistory released_history(Release release, const statistics::Series& series,
                                 base::Frequency every, base::YearStart fiscal, base::Day day,
                                 const statistics::SourceTable& sources) {
    ReleasedHistory made{known_history(series, every, fiscal, day, sources), {}};
    if (release == Release::in_force)
        return made;
    const Vintages vintages{series, day, sources};
    const auto figures = figures_of(made.past, vintages);
    const auto revisions = revisions_after(std::chrono::days{0}, figures, vintages, day);
    made.revisions.figures = revisions.size();
    if (const auto seen = statistics::mean_revision(revisions)) {
        made.revisions.mean = seen->mean;
        made.revisions.deviation = seen->deviation;
        made.revisions.is_biased = seen->is_biased && seen->count >= figures_for_bias;
    }
    if (release == Release::last)
        move_recent(figures, vintages, day, made);
    else
        for (const auto& figure : figures)
            made.past.answers[figure.place] = vintages.on(figure.period, figure.first_known);
    return made;
}

}  // namespace app
