#pragma once

// What the checks of `review` share; no part of the module's interface.

#include "statistics/digit_slip.h"
#include "statistics/month_table.h"
#include "statistics/quality.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace statistics {

/// A figure that can be compared: it happened, and counts whole months or a state at their end.
struct ReviewedFigure {
    const Series* series = nullptr;
    const Observation* observation = nullptr;
    Months months;
    bool is_state = false;
    double value = 0;

    double monthly_rate() const { return value / months.count(); }
    /// What rounding may have hidden: half a unit of the last printed digit.
    double half_width() const;
    /// What cutting digits off may have hidden as well: a whole unit.
    double full_width() const { return 2 * half_width(); }
    bool same_time(const ReviewedFigure& other) const {
        return months == other.months && is_state == other.is_state;
    }
};
using FigureList = std::vector<const ReviewedFigure*>;

/// Whether rounding or cutting off digits explains the difference of two figures.
bool agree_as_printed(const ReviewedFigure& a, const ReviewedFigure& b);
/// How many significant digits a figure was printed with.
int significant_digits(const Observation& observation);
double median(std::vector<double> values);

/// The figures of one series: all of them, and by the months that they count.
struct ReviewedSeries {
    const Series* series = nullptr;
    bool is_flow = false;  ///< adds up over time: no state, no share
    FigureList all;
    std::map<std::pair<bool, Months>, FigureList> by_time;

    const FigureList& at(const ReviewedFigure& like) const;
    const FigureList& at(Months months) const;  ///< of flows
};

/// All figures of a review.
class ReviewedFigures {
  public:
    ReviewedFigures(const std::vector<Series>& series, base::YearStart fiscal_year);
    ReviewedFigures(const ReviewedFigures&) = delete;
    ReviewedFigures& operator=(const ReviewedFigures&) = delete;

    const std::vector<ReviewedSeries>& series() const { return by_series_; }
    const ReviewedSeries* find(const SeriesKey& key) const;
    /// The series whose key differs in the value of one dimension alone.
    const ReviewedSeries* sibling(const SeriesKey& key, const std::string& dimension,
                                  const std::string& value) const;

    int year_begin(int month) const;
    bool is_cumulative(Months months) const;

  private:
    int start_;
    std::vector<ReviewedFigure> figures_;
    std::vector<ReviewedSeries> by_series_;
    std::map<SeriesKey, std::size_t> place_;
};

/// A finding in the making.
struct Found {
    FindingKind kind = FindingKind::implausible_change;
    Severity severity = Severity::to_look_at;
    FigureList figures;
    std::optional<base::Decimal> expected = {};
    FigureList against = {};
    std::string cause = {};
    std::string suggestion = {};
    int strength = 1;
};

/// What the checks found so far. Later checks do not measure by figures that are likely wrong.
class FoundList {
  public:
    /// Of two findings of one first figure the surer stays, then the more telling kind; what the
    /// other rests on is added to it.
    void add(Found found);
    bool is_wrong(const ReviewedFigure& figure) const { return wrong_.contains(&figure); }
    const std::vector<Found>& all() const { return found_; }
    const Found* of(const ReviewedFigure& figure) const;
    /// Another check came to the same result.
    void confirm(const ReviewedFigure& figure, const FigureList& against);

    /// A total and its parts that agree nearly: their growth, however odd, is no slip.
    void support(const FigureList& figures) { supported_.insert(figures.begin(), figures.end()); }
    bool is_supported(const ReviewedFigure& figure) const { return supported_.contains(&figure); }

    std::vector<Found> take() { return std::move(found_); }

  private:
    std::vector<Found> found_;
    std::map<const ReviewedFigure*, std::size_t> by_figure_;
    std::set<const ReviewedFigure*> wrong_;  ///< also those that stand second in a finding
    std::set<const ReviewedFigure*> supported_;
};

FindingKind kind_of(SlipForm form);
/// "a digit was changed: 54.01 for 94.01?" and what to look up.
std::string words_of(const DigitSlip& slip, const base::Decimal& printed);

// The families of checks, in the order in which they run.
void check_labels(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found);
void check_slips(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found);
void check_periods(const ReviewedFigures& figures, FoundList& found);
void check_wholes(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found);
void check_identities(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found);
void check_changes(const ReviewedFigures& figures, FoundList& found);

/// A slip that one series shows of itself.
struct SeriesSlip {
    const Observation* observation = nullptr;
    double expected = 0;  ///< 0 for a repetition
    const Observation* repeats = nullptr;
    int against = 0;  ///< figures that contradict it
    std::string reason;
};
/// Shape: in the order of a series.
std::vector<SeriesSlip> find_slips(const std::vector<const Observation*>& observations,
                                   base::YearStart fiscal_year);

}  // namespace statistics
