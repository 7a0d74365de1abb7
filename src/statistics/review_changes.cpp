#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

// The largest revision of a figure on which two others agree lies below this.
constexpr double revision_max = 0.08;
// Others agree where they lie as near as this.
constexpr double agreement = 0.02;
// A digit that is not the last one, where all others print the same figure.
constexpr double units_of_a_digit = 10;

// A part of a year that may be taken for the whole.
constexpr double fewest_months = 8;
constexpr double most_months = 11.7;
// So many lines of a table speak for the rest of it.
constexpr int lines_of_a_table = 3;

// A line does not change by so much in the years around; its unit may.
const double level_apart_min = std::log(30.0);
constexpr int months_of_level = 36;
constexpr std::size_t figures_of_level = 3;

// Growth on the year is compared with that of the months around it.
constexpr int months_around = 8;
constexpr std::size_t growths_min = 3;
// What is printed more coarsely, as the smallest lines are, says little of growth.
constexpr double rounding_of_growth = 0.01;
constexpr double deviations_max = 6;
constexpr double normal_of_deviation = 1.4826;  // MAD to standard deviation (Rousseeuw, Croux 1993)
const double growth_apart_min = std::log(1.4);

// Between the year's monthly rate and one of its months lie seasons.
const double season_max = std::log(1.35);

struct Others {
    double value = 0;  ///< their median
    FigureList agreeing;
    std::size_t count = 0;
};

// What other sources print for the same months.
Others others_of(const ReviewedSeries& series, const ReviewedFigure& figure,
                 const FoundList& found) {
    FigureList peers;
    std::vector<double> values;
    for (const auto* peer : series.at(figure)) {
        if (peer->observation->source == figure.observation->source || found.is_wrong(*peer))
            continue;
        peers.push_back(peer);
        values.push_back(peer->value);
    }
    Others others;
    others.count = peers.size();
    if (peers.empty())
        return others;
    others.value = median(std::move(values));
    for (const auto* peer : peers) {
        if (std::abs(peer->value - others.value) <=
            std::max(agreement * std::abs(others.value), peer->full_width()))
            others.agreeing.push_back(peer);
    }
    return others;
}

class Changes {
  public:
    Changes(const ReviewedFigures& figures, FoundList& found) : figures_(figures), found_(found) {}

    void run() {
        for (const auto& series : figures_.series()) {
            for (const auto* figure : series.all)
                compare_with_others(series, *figure);
        }
        find_companions();  // lines that are short, too
        find_companions();  // and the rest of a table with many such lines
        for (const auto& series : figures_.series()) {
            if (!series.is_flow)
                continue;
            for (const auto* figure : series.all)
                compare_level(series, *figure);
            compare_growth(series);
        }
    }

  private:
    void compare_with_others(const ReviewedSeries& series, const ReviewedFigure& figure) {
        if (found_.is_wrong(figure))
            return;
        const auto others = others_of(series, figure, found_);
        if (others.agreeing.size() < 2 || 2 * others.agreeing.size() <= others.count)
            return;
        const double apart = std::abs(figure.value - others.value);
        const auto* nearest = std::ranges::min(others.agreeing, {}, [&](const auto* peer) {
            return std::abs(peer->value - figure.value);
        });
        if (agree_as_printed(figure, *nearest))
            return;
        const bool is_far = apart > revision_max * std::abs(others.value) + figure.half_width();
        const bool is_one_value = std::ranges::all_of(
            others.agreeing, [&](const auto* peer) { return peer->value == others.value; });
        auto slip = explain_slip(figure.observation->value, others.value, nearest->half_width());
        const bool is_digit =
            slip && is_one_value && apart >= units_of_a_digit * figure.full_width() * (1 - 1e-9);
        if (!is_far && !is_digit)
            return;
        report(figure, others, *nearest, is_digit ? slip : std::nullopt);
    }

    void report(const ReviewedFigure& figure, const Others& others, const ReviewedFigure& nearest,
                const std::optional<DigitSlip>& slip) {
        Found made;
        made.figures = {&figure};
        made.against = others.agreeing;
        made.strength = static_cast<int>(others.agreeing.size());
        made.severity = Severity::error_likely;
        made.expected = nearest.observation->value;
        const double months = figure.months.count() * figure.value / others.value;
        if (slip) {
            made.kind = kind_of(slip->form);
            made.cause = words_of(*slip, figure.observation->value);
            made.suggestion = fmt::format("look up whether {} was meant", slip->meant.text());
        } else if (figures_.is_cumulative(figure.months) && figure.months.count() == 12 &&
                   months > fewest_months && months < most_months) {
            made.kind = FindingKind::period_mislabelled;
            made.cause = fmt::format("as much as {:.0f} of the 12 months, called the year", months);
            made.suggestion = "look up which months the source counts";
        } else {
            made.kind = FindingKind::figures_disagree;
            made.cause = fmt::format("{} others print {} or nearly so for the same months",
                                     others.agreeing.size(), nearest.observation->value.text());
            made.suggestion = "look up which line and which months the source counts";
        }
        found_.add(std::move(made));
    }

    // Where lines of a table count fewer months than its name says, the others do as well, and so
    // does its column of the year before.
    void find_companions() {
        std::map<Column, int> lines;
        for (const auto& one : found_.all()) {
            const auto& figure = *one.figures.front();
            if (one.kind == FindingKind::period_mislabelled)
                ++lines[{figure.observation->source, figure.months}];
        }
        for (const auto& series : figures_.series()) {
            for (const auto* figure : series.all) {
                if (!series.is_flow || found_.is_wrong(*figure))
                    continue;
                const Months after{figure->months.first + 12, figure->months.last + 12};
                const auto& source = figure->observation->source;
                const int mislabelled = std::max(lines_in(lines, {source, figure->months}),
                                                 lines_in(lines, {source, after}));
                if (mislabelled > 0)
                    compare_companion(series, *figure, mislabelled);
            }
        }
    }

    using Column = std::pair<std::string, Months>;  ///< of a table: its source and its months
    static int lines_in(const std::map<Column, int>& lines, const Column& column) {
        const auto at = lines.find(column);
        return at == lines.end() ? 0 : at->second;
    }

    void compare_companion(const ReviewedSeries& series, const ReviewedFigure& figure,
                           int mislabelled) {
        const auto others = others_of(series, figure, found_);
        if (std::ranges::any_of(others.agreeing, [&](const ReviewedFigure* peer) {
                return agree_as_printed(*peer, figure);
            }))
            return;
        const double months = others.count == 0
                                  ? figure.months.count()
                                  : figure.months.count() * figure.value / others.value;
        const bool is_short = months > fewest_months && months < most_months;
        if (!is_short && mislabelled < lines_of_a_table)
            return;
        Found made;
        made.kind = FindingKind::period_mislabelled;
        made.severity = Severity::error_likely;
        made.figures = {&figure};
        if (!others.agreeing.empty())
            made.expected = others.agreeing.front()->observation->value;
        made.against = others.agreeing;
        made.cause = "its table counts fewer months than its name says, as other lines of it show";
        made.suggestion = "look up which months the source counts";
        made.strength = mislabelled;
        found_.add(std::move(made));
    }

    // Where nothing is published beside a figure, the years around it still tell its unit.
    void compare_level(const ReviewedSeries& series, const ReviewedFigure& figure) {
        if (figure.value <= 0 || found_.is_wrong(figure) || found_.is_supported(figure))
            return;
        FigureList around;
        std::vector<double> rates;
        for (const auto* other : series.all) {
            const int away = std::abs(other->months.last - figure.months.last);
            if (other == &figure || other->value <= 0 || away > months_of_level ||
                found_.is_wrong(*other))
                continue;
            around.push_back(other);
            rates.push_back(other->monthly_rate());
        }
        if (rates.size() < figures_of_level)
            return;
        const double wanted = median(std::move(rates)) * figure.months.count();
        const auto slip = explain_power(figure.observation->value, wanted);
        if (!slip || std::abs(std::log(figure.value / wanted)) < level_apart_min)
            return;
        around.resize(figures_of_level);
        found_.add({.kind = kind_of(slip->form),
                    .severity = Severity::error_likely,
                    .figures = {&figure},
                    .expected = slip->meant,
                    .against = around,
                    .cause = fmt::format("{}, as the size of its line is in the years around it",
                                         words_of(*slip, figure.observation->value)),
                    .suggestion = fmt::format("look up whether {} was meant", slip->meant.text()),
                    .strength = 2});
    }

    /// Growth of a figure on the same months of the year before.
    struct Growth {
        const ReviewedFigure* figure = nullptr;
        const ReviewedFigure* base = nullptr;
        double log = 0;
    };

    // The base that the source itself prints, else any.
    const ReviewedFigure* base_of(const ReviewedSeries& series,
                                  const ReviewedFigure& figure) const {
        const ReviewedFigure* any = nullptr;
        for (const auto* base :
             series.at(Months{figure.months.first - 12, figure.months.last - 12})) {
            if (base->value <= 0 || found_.is_wrong(*base))
                continue;
            if (base->observation->source == figure.observation->source)
                return base;
            any = base;
        }
        return any;
    }

    void compare_growth(const ReviewedSeries& series) {
        std::vector<Growth> growths;
        for (const auto* figure : series.all) {
            const bool is_coarse = figure->half_width() > rounding_of_growth * figure->value;
            const auto* base = figure->value <= 0 || is_coarse || found_.is_wrong(*figure)
                                   ? nullptr
                                   : base_of(series, *figure);
            if (base != nullptr)
                growths.push_back({figure, base, std::log(figure->value / base->value)});
        }
        for (const auto& growth : growths)
            judge(series, growth, growths);
    }

    void judge(const ReviewedSeries& series, const Growth& growth,
               const std::vector<Growth>& growths) {
        std::map<Months, std::vector<double>> by_time;
        for (const auto& other : growths) {
            const int away = std::abs(other.figure->months.last - growth.figure->months.last);
            if (away <= months_around && other.figure->months != growth.figure->months)
                by_time[other.figure->months].push_back(other.log);
        }
        if (by_time.size() < growths_min)
            return;
        std::vector<double> around;
        for (auto& [months, logs] : by_time)
            around.push_back(median(std::move(logs)));
        const double middle = median(around);
        std::vector<double> deviations;
        for (const double one : around)
            deviations.push_back(std::abs(one - middle));
        const double allowed = std::max(
            growth_apart_min, deviations_max * normal_of_deviation * median(std::move(deviations)));
        if (std::abs(growth.log - middle) <= allowed)
            return;
        name_wrong_side(series, growth, middle);
    }

    // How far a figure lies from the monthly rate of its year, nothing where no sum to date shows.
    std::optional<double> off_season(const ReviewedSeries& series,
                                     const ReviewedFigure& figure) const {
        std::vector<double> rates;
        const int begin = figures_.year_begin(figure.months.first);
        for (int last = begin + 2; last < begin + 12; ++last) {
            for (const auto* sum : series.at(Months{begin, last})) {
                if (sum->value > 0 && !found_.is_wrong(*sum) && sum->months != figure.months)
                    rates.push_back(sum->monthly_rate());
            }
        }
        if (rates.empty())
            return std::nullopt;
        return std::log(figure.monthly_rate() / median(std::move(rates)));
    }

    // What another source prints as well, or a sum confirms, is no slip, however odd its growth.
    bool is_confirmed(const ReviewedSeries& series, const ReviewedFigure& figure) const {
        return found_.is_supported(figure) ||
               std::ranges::any_of(series.at(figure), [&](const ReviewedFigure* peer) {
                   return peer->observation->source != figure.observation->source &&
                          agree_as_printed(*peer, figure);
               });
    }

    void name_wrong_side(const ReviewedSeries& series, const Growth& growth, double middle) {
        const auto off_figure = off_season(series, *growth.figure);
        const auto off_base = off_season(series, *growth.base);
        if (!off_figure || !off_base)
            return;
        const bool is_base = std::abs(*off_base) > std::abs(*off_figure);
        if (std::abs(is_base ? *off_base : *off_figure) <= season_max)
            return;
        const auto& wrong = is_base ? *growth.base : *growth.figure;
        const auto& other = is_base ? *growth.figure : *growth.base;
        if (is_confirmed(series, wrong))
            return;
        const double wanted = other.value * std::exp(is_base ? -middle : middle);
        Found made;
        made.figures = {&wrong};
        made.against = {&other};
        made.strength = 2;
        const double tolerance = 0.1 * wanted;
        if (const auto slip = explain_slip(wrong.observation->value, wanted, tolerance)) {
            made.kind = kind_of(slip->form);
            made.expected = slip->meant;
            made.cause = fmt::format("{}? The year's other growth is near {:.0f} percent",
                                     words_of(*slip, wrong.observation->value),
                                     100 * (std::exp(middle) - 1));
            made.suggestion = fmt::format("look up whether {} was meant", slip->meant.text());
        } else {
            made.kind = FindingKind::implausible_change;
            made.cause = fmt::format(
                "it gives a growth of {:.0f} percent where the months around "
                "it grow by {:.0f}",
                100 * (std::exp(growth.log) - 1), 100 * (std::exp(middle) - 1));
            made.suggestion = "look up the figure and its base in the source";
        }
        found_.add(std::move(made));
    }

    const ReviewedFigures& figures_;
    FoundList& found_;
};

}  // namespace

void check_changes(const ReviewedFigures& figures, FoundList& found) {
    Changes(figures, found).run();
}

}  // namespace statistics
