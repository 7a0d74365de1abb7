#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

// So far apart must the levels of two lines lie that a figure tells which one it is of.
constexpr double levels_apart = 4;
// So many figures of other sources make a level.
constexpr std::size_t figures_of_a_level = 4;

double distance(double a, double b) {
    return std::abs(std::log(a / b));
}

class Labels {
  public:
    Labels(const ReviewedFigures& figures, FoundList& found) : figures_(figures), found_(found) {}

    void compare(const ReviewedSeries& a, const ReviewedSeries& b) {
        for (const auto* of_a : a.all) {
            for (const auto* of_b : b.at(*of_a)) {
                if (of_b->observation->source == of_a->observation->source)
                    compare(a, *of_a, b, *of_b);
            }
        }
    }

  private:
    void compare(const ReviewedSeries& a, const ReviewedFigure& of_a, const ReviewedSeries& b,
                 const ReviewedFigure& of_b) {
        if (of_a.value <= 0 || of_b.value <= 0)
            return;
        const auto level_a = level(a, of_a.observation->source);
        const auto level_b = level(b, of_b.observation->source);
        if (!level_a || !level_b)
            return;
        const double apart = distance(*level_a, *level_b);
        if (apart < std::log(levels_apart))
            return;
        const double as_printed =
            distance(of_a.monthly_rate(), *level_a) + distance(of_b.monthly_rate(), *level_b);
        const double exchanged =
            distance(of_a.monthly_rate(), *level_b) + distance(of_b.monthly_rate(), *level_a);
        if (as_printed - exchanged < apart)
            return;
        Found made;
        made.kind = FindingKind::label_swap;
        made.severity = Severity::error_likely;
        made.figures = {&of_a, &of_b};
        made.expected = of_b.observation->value;
        made.against = {nearest(a, of_a), nearest(b, of_b)};
        made.cause = fmt::format(
            "two lines under each other's name: {} and {} are of the size of "
            "the other line",
            of_a.observation->value.text(), of_b.observation->value.text());
        made.suggestion = "look up the order of the lines in the source";
        made.strength = 2;
        found_.add(std::move(made));
    }

    // The monthly rate that other sources print of the line.
    std::optional<double> level(const ReviewedSeries& series, const std::string& source) const {
        std::vector<double> rates;
        for (const auto* figure : series.all) {
            if (figure->observation->source != source && figure->value > 0)
                rates.push_back(figure->monthly_rate());
        }
        if (rates.size() < figures_of_a_level)
            return std::nullopt;
        return median(std::move(rates));
    }

    static const ReviewedFigure* nearest(const ReviewedSeries& series,
                                         const ReviewedFigure& figure) {
        const ReviewedFigure* found = nullptr;
        for (const auto* other : series.all) {
            if (other->observation->source == figure.observation->source)
                continue;
            const auto away = [&](const ReviewedFigure& one) {
                return std::abs(one.months.last - figure.months.last);
            };
            if (found == nullptr || away(*other) < away(*found))
                found = other;
        }
        return found;
    }

    const ReviewedFigures& figures_;
    FoundList& found_;
};

}  // namespace

// Lines that a source may confuse stand under one total.
void check_labels(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found) {
    Labels labels(figures, found);
    std::set<std::pair<const ReviewedSeries*, const ReviewedSeries*>> compared;
    for (const auto& identity : rules.identities) {
        for (const auto& series : figures.series()) {
            const auto* value = series.series->key.find(identity.dimension);
            if (value == nullptr || !series.is_flow ||
                std::ranges::find(identity.parts, *value) == identity.parts.end())
                continue;
            for (const auto& part : identity.parts) {
                const auto* other = figures.sibling(series.series->key, identity.dimension, part);
                if (other != nullptr && &series < other && compared.emplace(&series, other).second)
                    labels.compare(series, *other);
            }
        }
    }
}

}  // namespace statistics
