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
// Revisions of the same figure lie nearer together than this.
constexpr double same_figure = 0.02;

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
        FigureList against;
        if (!level_a || !level_b || distance(*level_a, *level_b) < std::log(levels_apart))
            against = others_exchange(a, of_a, b, of_b);
        else if (is_exchanged(of_a, *level_a, of_b, *level_b))
            against = {nearest(a, of_a), nearest(b, of_b)};
        if (against.empty())
            return;
        Found made;
        made.kind = FindingKind::label_swap;
        made.severity = Severity::error_likely;
        made.figures = {&of_a, &of_b};
        made.expected = of_b.observation->value;
        made.against = std::move(against);
        made.cause = fmt::format(
            "two lines under each other's name: {} and {} are what the other "
            "line should be",
            of_a.observation->value.text(), of_b.observation->value.text());
        made.suggestion = "look up the order of the lines in the source";
        made.strength = 2;
        found_.add(std::move(made));
    }

    // Another source prints the two figures for the same months the other way round.
    static FigureList others_exchange(const ReviewedSeries& a, const ReviewedFigure& of_a,
                                      const ReviewedSeries& b, const ReviewedFigure& of_b) {
        if (is_near(of_a.value, of_b.value, 2 * same_figure))
            return {};
        for (const auto* other_a : a.at(of_a)) {
            for (const auto* other_b : b.at(of_b)) {
                const auto& source = other_a->observation->source;
                if (source == other_b->observation->source && source != of_a.observation->source &&
                    is_near(other_a->value, of_b.value, same_figure) &&
                    is_near(other_b->value, of_a.value, same_figure) && is_witnessed(a, *other_a))
                    return {other_a, other_b};
            }
        }
        return {};
    }

    // Of sources that contradict each other, more print the one than the other.
    static bool is_witnessed(const ReviewedSeries& series, const ReviewedFigure& figure) {
        const auto& peers = series.at(figure);
        const auto agreeing = std::ranges::count_if(peers, [&](const ReviewedFigure* peer) {
            return is_near(peer->value, figure.value, same_figure);
        });
        return 2 * static_cast<std::size_t>(agreeing) > peers.size();
    }

    static bool is_near(double one, double other, double share) {
        return std::abs(one - other) <= share * std::max(one, other);
    }

    // Each is of the size that the other line has in other sources.
    static bool is_exchanged(const ReviewedFigure& of_a, double level_a, const ReviewedFigure& of_b,
                             double level_b) {
        const double as_printed =
            distance(of_a.monthly_rate(), level_a) + distance(of_b.monthly_rate(), level_b);
        const double exchanged =
            distance(of_a.monthly_rate(), level_b) + distance(of_b.monthly_rate(), level_a);
        return as_printed - exchanged >= distance(level_a, level_b);
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
