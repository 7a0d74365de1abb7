#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

const FigureList no_figures;

bool is_comparable(const Observation& one) {
    return one.status != ObservationStatus::forecast && one.status != ObservationStatus::missing &&
           is_whole_months(one.time.period);
}

// How telling a kind is where several checks speak of one figure.
int rank(FindingKind kind) {
    constexpr FindingKind order[] = {
        FindingKind::named_by_its_text,  FindingKind::label_swap,
        FindingKind::total_for_a_part,   FindingKind::carried_over,
        FindingKind::unit_slip,          FindingKind::transposed_digits,
        FindingKind::period_mislabelled, FindingKind::digit_slip,
        FindingKind::total_not_parts,    FindingKind::figures_disagree,
        FindingKind::implausible_change};
    return static_cast<int>(std::ranges::find(order, kind) - std::begin(order));
}

}  // namespace

double ReviewedFigure::half_width() const {
    return 0.5 * std::pow(10.0, observation->precision);
}

bool agree_as_printed(const ReviewedFigure& a, const ReviewedFigure& b) {
    // The coarser may have been cut off the finer; of two that are as fine, each was rounded.
    const double allowed = std::max(a.full_width(), b.full_width());
    return std::abs(a.value - b.value) < allowed * (1 - 1e-9) || a.value == b.value;
}

int significant_digits(const Observation& observation) {
    auto coefficient = std::abs(observation.value.trimmed().coefficient());
    int digits = 0;
    for (; coefficient > 0; coefficient /= 10)
        ++digits;
    return digits;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

const FigureList& ReviewedSeries::at(const ReviewedFigure& like) const {
    const auto found = by_time.find({like.is_state, like.months});
    return found == by_time.end() ? no_figures : found->second;
}
const FigureList& ReviewedSeries::at(Months months) const {
    const auto found = by_time.find({false, months});
    return found == by_time.end() ? no_figures : found->second;
}

ReviewedFigures::ReviewedFigures(const std::vector<Series>& series, base::YearStart fiscal_year)
    : start_(fiscal_year.month - 1) {
    std::size_t count = 0;
    for (const auto& one : series)
        count += one.observations.size();
    figures_.reserve(count);  // addresses are kept
    by_series_.reserve(series.size());
    for (const auto& one : series) {
        place_.emplace(one.key, by_series_.size());
        auto& made = by_series_.emplace_back();
        made.series = &one;
        for (const auto& observation : one.observations) {
            if (!is_comparable(observation))
                continue;
            const bool is_state = observation.time.span == Span::point_in_time;
            const auto& figure =
                figures_.emplace_back(&one, &observation, months_of(observation.time), is_state,
                                      observation.value.to_double());
            made.all.push_back(&figure);
            made.by_time[{is_state, figure.months}].push_back(&figure);
        }
        const std::string unit = one.unit();
        made.is_flow =
            unit != "percent" && std::ranges::none_of(made.all, &ReviewedFigure::is_state);
    }
}

const ReviewedSeries* ReviewedFigures::find(const SeriesKey& key) const {
    const auto found = place_.find(key);
    return found == place_.end() ? nullptr : &by_series_[found->second];
}

const ReviewedSeries* ReviewedFigures::sibling(const SeriesKey& key, const std::string& dimension,
                                               const std::string& value) const {
    auto dimensions = key.dimensions();
    const auto at = std::ranges::find(dimensions, dimension, &Dimension::name);
    if (at == dimensions.end())
        return nullptr;
    at->value = value;
    const auto made = SeriesKey::create(key.dataflow(), std::move(dimensions));
    return made.ok() ? find(made.value()) : nullptr;
}

int ReviewedFigures::year_begin(int month) const {
    return month - ((month - start_) % 12 + 12) % 12;
}
bool ReviewedFigures::is_cumulative(Months months) const {
    return months.first == year_begin(months.first) && months.count() <= 12;
}

void FoundList::add(Found found) {
    const auto* first = found.figures.front();
    // Of a sum that does not hold one figure is wrong, and it is not known which.
    if (found.severity == Severity::error_likely && found.kind != FindingKind::total_not_parts)
        wrong_.insert(found.figures.begin(), found.figures.end());
    const auto [at, is_new] = by_figure_.emplace(first, found_.size());
    if (is_new) {
        found_.push_back(std::move(found));
        return;
    }
    auto& kept = found_[at->second];
    const auto order = [](const Found& one) { return std::pair{one.severity, rank(one.kind)}; };
    if (order(found) < order(kept))
        std::swap(found, kept);
    kept.strength += found.strength;
    for (const auto* figure : found.against) {
        if (std::ranges::find(kept.against, figure) == kept.against.end())
            kept.against.push_back(figure);
    }
}

const Found* FoundList::of(const ReviewedFigure& figure) const {
    const auto at = by_figure_.find(&figure);
    return at == by_figure_.end() ? nullptr : &found_[at->second];
}

void FoundList::confirm(const ReviewedFigure& figure, const FigureList& against) {
    const auto at = by_figure_.find(&figure);
    if (at == by_figure_.end())
        return;
    auto& found = found_[at->second];
    ++found.strength;
    for (const auto* one : against) {
        if (std::ranges::find(found.against, one) == found.against.end())
            found.against.push_back(one);
    }
}

FindingKind kind_of(SlipForm form) {
    switch (form) {
        case SlipForm::unit:
            return FindingKind::unit_slip;
        case SlipForm::transposition:
            return FindingKind::transposed_digits;
        default:
            return FindingKind::digit_slip;
    }
}

std::string words_of(const DigitSlip& slip, const base::Decimal& printed) {
    const auto words = [&]() -> std::string_view {
        switch (slip.form) {
            case SlipForm::unit:
                return "printed in another unit";
            case SlipForm::point:
                return "a point in the wrong place, or a zero too many or too few";
            case SlipForm::transposition:
                return "two digits exchanged";
            case SlipForm::substitution:
                return "one digit wrong";
            case SlipForm::dropped:
                return "a digit left out";
            case SlipForm::added:
                return "a digit too many";
        }
        return "";
    }();
    return fmt::format("{}: {} for {}", words, printed.text(), slip.meant.text());
}

}  // namespace statistics
