#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

// A sum that is off by less has no operand that is off by much.
constexpr double near_sum = 0.02;

/// A total and its parts as one source prints them for one time.
struct Sum {
    const Identity* identity = nullptr;
    const ReviewedFigure* total = nullptr;
    FigureList parts;
    bool is_complete = false;

    double difference() const {  ///< parts less total
        double sum = -total->value;
        for (const auto* part : parts)
            sum += part->value;
        return sum;
    }
    /// What rounding explains: half a unit of each figure, and of those that are coarser than the
    /// finest a whole one, for their digits may have been cut off.
    double tolerance() const {
        int finest = total->observation->precision;
        for (const auto* part : parts)
            finest = std::min(finest, part->observation->precision);
        double allowed = width(*total, finest);
        for (const auto* part : parts)
            allowed += width(*part, finest);
        return allowed * (1 + 1e-9) + 1e-9;
    }
    bool holds() const { return std::abs(difference()) <= tolerance(); }
    bool nearly_holds() const {
        return std::abs(difference()) <= near_sum * std::abs(total->value);
    }
    FigureList figures() const {
        FigureList all{total};
        all.insert(all.end(), parts.begin(), parts.end());
        return all;
    }

  private:
    static double width(const ReviewedFigure& figure, int finest) {
        return figure.observation->precision > finest ? figure.full_width() : figure.half_width();
    }
};

class Identities {
  public:
    Identities(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found)
        : figures_(figures), rules_(rules), found_(found) {}

    void run() {
        for (const auto& series : figures_.series())
            collect(series);
        for (const auto& sums : sums_) {
            for (const auto& sum : sums) {
                if (sum.is_complete && sum.nearly_holds())
                    found_.support(sum.figures());
            }
            if (const auto* holding = holding_of(sums))
                for (const auto* figure : holding->figures())
                    sound_.insert(figure);
        }
        for (const auto& sums : sums_) {
            if (holding_of(sums) == nullptr)
                judge(sums);
        }
    }

  private:
    using Alternatives = std::vector<Sum>;  ///< of one total

    void collect(const ReviewedSeries& series) {
        for (const auto* total : series.all) {
            Alternatives sums;
            for (const auto& identity : rules_.identities) {
                const auto* value = series.series->key.find(identity.dimension);
                if (value != nullptr && *value == identity.total)
                    add(series, *total, identity, sums);
            }
            if (!sums.empty())
                sums_.push_back(std::move(sums));
        }
    }

    void add(const ReviewedSeries& series, const ReviewedFigure& total, const Identity& identity,
             Alternatives& sums) {
        Sum sum{&identity, &total, {}, true};
        for (const auto& part : identity.parts) {
            const auto* of_part = figures_.sibling(series.series->key, identity.dimension, part);
            const auto* figure = of_part == nullptr ? nullptr : beside(*of_part, total);
            if (figure != nullptr)
                sum.parts.push_back(figure);
            else
                sum.is_complete = false;
        }
        if (!sum.parts.empty())
            sums.push_back(std::move(sum));
    }

    // What the same source prints of the part for the same time.
    static const ReviewedFigure* beside(const ReviewedSeries& part, const ReviewedFigure& total) {
        const auto& all = part.at(total);
        const auto found = std::ranges::find_if(all, [&](const ReviewedFigure* figure) {
            return figure->observation->source == total.observation->source;
        });
        return found == all.end() ? nullptr : *found;
    }

    static const Sum* holding_of(const Alternatives& sums) {
        const auto found = std::ranges::find_if(
            sums, [](const Sum& sum) { return sum.is_complete && sum.holds(); });
        return found == sums.end() ? nullptr : &*found;
    }

    void judge(const Alternatives& sums) {
        const Sum* best = nullptr;
        for (const auto& sum : sums) {
            const bool is_better = best == nullptr || sum.is_complete > best->is_complete ||
                                   (sum.is_complete == best->is_complete &&
                                    std::abs(sum.difference()) < std::abs(best->difference()));
            if (is_better)
                best = &sum;
        }
        if (best->is_complete)
            judge_complete(*best);
        else if (best->difference() > best->tolerance())
            judge_excess(*best);
    }

    // Parts that other checks found wrong may explain the whole difference.
    bool is_known(const Sum& sum) {
        FigureList wrong;
        double difference = sum.difference();
        for (const auto* figure : sum.figures()) {
            const auto* found = found_.of(*figure);
            if (found == nullptr || found->severity != Severity::error_likely)
                continue;
            wrong.push_back(figure);
            if (found->expected)
                difference +=
                    (found->expected->to_double() - figure->value) * (figure == sum.total ? -1 : 1);
        }
        if (wrong.empty())
            return false;
        if (std::abs(difference) <= sum.tolerance()) {
            for (const auto* figure : wrong)
                found_.confirm(*figure, without(sum.figures(), *figure));
            return true;
        }
        // Where it is not known what was meant, the sum says nothing more.
        return std::ranges::any_of(
            wrong, [&](const ReviewedFigure* figure) { return !found_.of(*figure)->expected; });
    }

    static FigureList without(FigureList figures, const ReviewedFigure& one) {
        std::erase(figures, &one);
        return figures;
    }

    struct Mended {
        const ReviewedFigure* figure = nullptr;
        DigitSlip slip;
        int support = 0;
        double rest = 0;  ///< of the difference, that the slip leaves
    };

    // Each operand that one slip of the pen would explain.
    std::vector<Mended> mends(const Sum& sum) const {
        std::vector<Mended> all;
        for (const auto* figure : sum.figures()) {
            const double wanted = figure == sum.total ? figure->value + sum.difference()
                                                      : figure->value - sum.difference();
            const auto slip = explain_slip(figure->observation->value, wanted, sum.tolerance());
            if (!slip || sound_.contains(figure))
                continue;
            const double meant = slip->meant.to_double();
            all.push_back({figure, *slip, support(*figure, meant), std::abs(meant - wanted)});
        }
        std::ranges::stable_sort(all, [](const Mended& a, const Mended& b) {
            return a.support != b.support ? a.support > b.support : a.rest < b.rest;
        });
        return all;
    }

    // Of two that others support alike, the one that makes the sum exact.
    static bool is_best(const std::vector<Mended>& all) {
        if (all.size() < 2)
            return all.size() == 1;
        return all[0].support > all[1].support || all[0].rest + all[0].figure->half_width() <
                                                      all[1].rest - all[0].figure->half_width();
    }

    // How many others of the same time stand by what was meant, less those by what was printed.
    // Who stands by neither was revised.
    int support(const ReviewedFigure& figure, double meant) const {
        const double near = std::abs(meant - figure.value) / 2;
        int count = 0;
        for (const auto* peer : figures_.find(figure.series->key)->at(figure)) {
            if (peer->observation->source == figure.observation->source)
                continue;
            if (std::abs(peer->value - meant) < near)
                ++count;
            else if (std::abs(peer->value - figure.value) < near)
                --count;
        }
        return count;
    }

    void judge_complete(const Sum& sum) {
        if (is_known(sum))
            return;
        const auto all = mends(sum);
        if (!is_best(all) || all.front().support < 0)
            return report(sum);
        const auto& [figure, slip, support, rest] = all.front();
        found_.add({.kind = kind_of(slip.form),
                    .severity = Severity::error_likely,
                    .figures = {figure},
                    .expected = slip.meant,
                    .against = without(sum.figures(), *figure),
                    .cause = fmt::format("{}, as the total beside it needs",
                                         words_of(slip, figure->observation->value)),
                    .suggestion = fmt::format("look up whether {} was meant", slip.meant.text()),
                    .strength = 2 + support});
    }

    void judge_excess(const Sum& sum) {
        if (!is_known(sum))
            report(sum);
    }

    void report(const Sum& sum) {
        const auto& value = sum.total->observation->value;
        const auto expected = base::Decimal::from_double(sum.total->value + sum.difference(),
                                                         std::max(3, value.scale()));
        found_.add(
            {.kind = FindingKind::total_not_parts,
             .severity = Severity::error_likely,
             .figures = sum.figures(),
             .expected = expected.ok() ? std::optional{expected.value().trimmed()} : std::nullopt,
             .cause = fmt::format("its {}parts sum to {}, {} {}", sum.is_complete ? "" : "printed ",
                                  expected.ok() ? expected->trimmed().text() : "another value",
                                  fmt::format("{:.3g}", std::abs(sum.difference())),
                                  sum.difference() > 0 ? "more" : "less"),
             .suggestion = "look up the total and each part in the source",
             .strength = 1});
    }

    const ReviewedFigures& figures_;
    const ReviewRules& rules_;
    FoundList& found_;
    std::vector<Alternatives> sums_;
    std::set<const ReviewedFigure*> sound_;  ///< operands of a sum that holds
};

}  // namespace

void check_identities(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found) {
    Identities(figures, rules, found).run();
}

}  // namespace statistics
