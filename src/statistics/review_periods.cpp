#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

// Two months of one line may well print the same two digits; three do so rarely, five hardly ever.
constexpr int digits_of_a_repetition = 3;
constexpr int digits_beyond_chance = 5;

// Figures that were published further apart than this differ by revisions, too.
constexpr std::chrono::days one_vintage{60};
// What may lie between two texts of one vintage.
constexpr double fall_of_a_revision = 0.03;
constexpr double difference_of_a_revision = 0.15;

/// A figure that stands under the name of another period.
struct Repetition {
    const ReviewedFigure* figure = nullptr;
    const ReviewedFigure* original = nullptr;
    FigureList contradicting;   ///< others of the figure's months
    bool is_confirmed = false;  ///< another source prints it for these months, too
};

class Periods {
  public:
    Periods(const ReviewedFigures& figures, FoundList& found) : figures_(figures), found_(found) {}

    void run() {
        for (const auto& series : figures_.series()) {
            if (!series.is_flow)
                continue;
            for (const auto* figure : series.all) {
                find_shorter(series, *figure);
                find_year_before(series, *figure);
            }
        }
        for (const auto& one : repetitions_)
            report(one);
        for (const auto& series : figures_.series()) {
            if (!series.is_flow)
                continue;
            find_falls(series);
            find_odd_months(series);
        }
    }

  private:
    void note(const ReviewedSeries& series, const ReviewedFigure& figure,
              const ReviewedFigure& original) {
        Repetition made{&figure, &original, {}, false};
        for (const auto* peer : series.at(figure)) {
            if (peer->observation->source == figure.observation->source)
                continue;
            if (agree_as_printed(*peer, figure))
                made.is_confirmed = true;
            else
                made.contradicting.push_back(peer);
        }
        if (!made.is_confirmed)
            repetitions_.push_back(std::move(made));
    }

    // A sum to date that repeats a shorter one of its year.
    void find_shorter(const ReviewedSeries& series, const ReviewedFigure& figure) {
        if (!figures_.is_cumulative(figure.months) ||
            significant_digits(*figure.observation) < digits_of_a_repetition)
            return;
        for (int last = figure.months.last - 1; last >= figure.months.first; --last) {
            for (const auto* other : series.at(Months{figure.months.first, last})) {
                if (other->observation->value == figure.observation->value)
                    return note(series, figure, *other);
            }
        }
    }

    void find_year_before(const ReviewedSeries& series, const ReviewedFigure& figure) {
        if (significant_digits(*figure.observation) <= digits_of_a_repetition)
            return;
        for (const auto* other :
             series.at(Months{figure.months.first - 12, figure.months.last - 12})) {
            if (other->observation->value == figure.observation->value)
                return note(series, figure, *other);
        }
    }

    // The same source carried another line over between the same two periods.
    bool has_companion(const Repetition& one) const {
        return std::ranges::any_of(repetitions_, [&](const Repetition& other) {
            return other.figure->series != one.figure->series &&
                   other.figure->observation->source == one.figure->observation->source &&
                   other.figure->months == one.figure->months &&
                   other.original->months == one.original->months;
        });
    }

    void report(const Repetition& one) {
        const auto& figure = *one.figure;
        const bool companion = has_companion(one);
        const bool is_sure = companion || !one.contradicting.empty() ||
                             significant_digits(*figure.observation) >= digits_beyond_chance;
        const bool is_whole_year = figure.months.count() == 12 && one.original->months.count() < 12;
        Found made;
        made.kind = is_whole_year ? FindingKind::period_mislabelled : FindingKind::carried_over;
        made.severity = is_sure ? Severity::error_likely : Severity::to_look_at;
        made.figures = {&figure};
        made.against = one.contradicting;
        made.against.push_back(one.original);
        made.strength = 1 + static_cast<int>(one.contradicting.size()) + (companion ? 1 : 0);
        if (!one.contradicting.empty())
            made.expected = one.contradicting.front()->observation->value;
        made.cause =
            is_whole_year
                ? fmt::format("it is the figure of {}, called the year",
                              text_of(one.original->months))
                : fmt::format("it repeats the figure of {}{}", text_of(one.original->months),
                              companion ? ", as another line of the same source does" : "");
        made.suggestion = is_whole_year ? "look up which months the source counts"
                                        : "look up the base of the comparison in the source";
        found_.add(std::move(made));
    }

    // A sum to date never falls as months are added; of two that contradict each other, the one
    // that more others contradict is named.
    void find_falls(const ReviewedSeries& series) {
        std::map<const ReviewedFigure*, FigureList> against;
        for (const auto* figure : series.all) {
            if (!figures_.is_cumulative(figure->months) || found_.is_wrong(*figure) ||
                figure->value <= 0)
                continue;
            for (int last = figure->months.first; last < figure->months.last; ++last) {
                for (const auto* shorter : series.at(Months{figure->months.first, last})) {
                    if (found_.is_wrong(*shorter) || !falls(*shorter, *figure))
                        continue;
                    against[figure].push_back(shorter);
                    against[shorter].push_back(figure);
                }
            }
        }
        for (const auto& [figure, others] : against) {
            const auto most = std::ranges::max(
                others, {}, [&](const ReviewedFigure* other) { return against.at(other).size(); });
            if (others.size() < against.at(most).size())
                continue;
            found_.add({.kind = FindingKind::implausible_change,
                        .severity = Severity::to_look_at,
                        .figures = {figure},
                        .against = others,
                        .cause = "a sum to date falls as months are added",
                        .suggestion = "look up which months the source counts",
                        .strength = static_cast<int>(others.size())});
        }
    }

    static bool are_of_one_vintage(const ReviewedFigure& a, const ReviewedFigure& b) {
        const auto apart = a.observation->vintage.known_on - b.observation->vintage.known_on;
        return std::chrono::abs(apart) <= one_vintage;
    }

    static bool falls(const ReviewedFigure& shorter, const ReviewedFigure& longer) {
        return are_of_one_vintage(shorter, longer) &&
               shorter.value - longer.value >
                   shorter.full_width() + longer.full_width() + fall_of_a_revision * shorter.value;
    }

    // A month that is not the difference of the two sums to date around it.
    void find_odd_months(const ReviewedSeries& series) {
        for (const auto* figure : series.all) {
            if (figure->months.count() != 1 || figure->value <= 0 || found_.is_wrong(*figure))
                continue;
            const auto sums = sums_around(series, *figure);
            const auto fits = [&](const auto& pair) {
                const auto& [longer, shorter] = pair;
                return std::abs(longer->value - shorter->value - figure->value) <=
                       longer->full_width() + shorter->full_width() + figure->full_width() +
                           difference_of_a_revision * figure->value;
            };
            if (sums.empty() || std::ranges::any_of(sums, fits))
                continue;
            const auto& [longer, shorter] = sums.front();
            const auto expected =
                base::subtract(longer->observation->value, shorter->observation->value);
            found_.add({.kind = FindingKind::implausible_change,
                        .severity = Severity::to_look_at,
                        .figures = {figure},
                        .expected = expected.ok() ? std::optional{*expected} : std::nullopt,
                        .against = {longer, shorter},
                        .cause = "it is not the difference of the sums to date around it",
                        .suggestion = "look up the month and both sums in the source",
                        .strength = static_cast<int>(sums.size())});
        }
    }

    // The sums to date up to a month and up to the one before, of the month's own vintage.
    std::vector<std::pair<const ReviewedFigure*, const ReviewedFigure*>> sums_around(
        const ReviewedSeries& series, const ReviewedFigure& month) const {
        std::vector<std::pair<const ReviewedFigure*, const ReviewedFigure*>> sums;
        const int begin = figures_.year_begin(month.months.first);
        for (const auto* longer : series.at(Months{begin, month.months.last})) {
            for (const auto* shorter : series.at(Months{begin, month.months.last - 1})) {
                if (!found_.is_wrong(*longer) && !found_.is_wrong(*shorter) &&
                    are_of_one_vintage(*longer, *shorter) && are_of_one_vintage(*longer, month))
                    sums.emplace_back(longer, shorter);
            }
        }
        return sums;
    }

    const ReviewedFigures& figures_;
    FoundList& found_;
    std::vector<Repetition> repetitions_;
};

}  // namespace

void check_periods(const ReviewedFigures& figures, FoundList& found) {
    Periods(figures, found).run();
}

}  // namespace statistics
