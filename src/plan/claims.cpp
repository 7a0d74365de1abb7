#include "plan/claims.h"

#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plan {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using base::Result;

struct Scale {
    std::string_view name;
    double factor;
    bool is_south_asian;
};

constexpr std::array scales{Scale{"one", 1, false},    Scale{"thousand", 1e3, false},
                            Scale{"lakh", 1e5, true},  Scale{"million", 1e6, false},
                            Scale{"crore", 1e7, true}, Scale{"billion", 1e9, false},
                            Scale{"arab", 1e9, true},  Scale{"trillion", 1e12, false}};

constexpr std::array<std::pair<ClaimKind, std::string_view>, 14> kinds{{
    {ClaimKind::equal, "equal"},
    {ClaimKind::sum, "sum"},
    {ClaimKind::total, "total"},
    {ClaimKind::difference, "difference"},
    {ClaimKind::ratio, "ratio"},
    {ClaimKind::share, "share"},
    {ClaimKind::growth, "growth"},
    {ClaimKind::cagr, "cagr"},
    {ClaimKind::compound, "compound"},
    {ClaimKind::product, "product"},
    {ClaimKind::not_above, "not_above"},
    {ClaimKind::same_magnitude, "same_magnitude"},
    {ClaimKind::per_unit_between, "per_unit_between"},
    {ClaimKind::count, "count"},
}};

const Scale* find_scale(std::string_view name) {
    const auto at = std::ranges::find(scales, name.empty() ? "one" : name, &Scale::name);
    return at == scales.end() ? nullptr : &*at;
}

double in_ones(const Operand& operand) {
    if (const auto* figure = std::get_if<Figure>(&operand))
        return figure->in_ones();
    return std::get<Decimal>(operand).to_double();
}

double half_width(const Operand& operand) {
    const auto* figure = std::get_if<Figure>(&operand);
    return figure == nullptr ? 0 : figure->half_width();
}

/// The operands of a claim as numbers, which the recomputation may move one by one.
struct Numbers {
    std::map<std::string, std::vector<double>> by_key;

    double one(const std::string& key) const {
        const auto at = by_key.find(key);
        return at == by_key.end() || at->second.empty() ? NAN : at->second.front();
    }
    double sum(const std::string& key) const {
        const auto at = by_key.find(key);
        double total = 0;
        for (const double value : at == by_key.end() ? std::vector<double>{NAN} : at->second)
            total += value;
        return total;
    }
    /// "part", or the sum of "parts" where the claim lists several.
    double part() const { return by_key.contains("part") ? one("part") : sum("parts"); }
};

double recompute(ClaimKind kind, const Numbers& numbers) {
    switch (kind) {
        case ClaimKind::equal:
        case ClaimKind::not_above:
        case ClaimKind::same_magnitude:
            return numbers.one("of");
        case ClaimKind::sum:
        case ClaimKind::total:
            return numbers.sum("parts");
        case ClaimKind::difference:
            return numbers.one("to") - numbers.one("from");
        case ClaimKind::ratio:
        case ClaimKind::per_unit_between:
            return numbers.part() / numbers.one("whole");
        case ClaimKind::share:
            return 100 * numbers.part() / numbers.one("whole");
        case ClaimKind::growth:
            return 100 * (numbers.one("to") / numbers.one("from") - 1);
        case ClaimKind::cagr:
            return 100 *
                   (std::pow(numbers.one("to") / numbers.one("from"), 1 / numbers.one("years")) -
                    1);
        case ClaimKind::compound:
            return 100 * (std::pow(1 + numbers.one("rate") / 100, numbers.one("years")) - 1);
        case ClaimKind::product: {
            double product = 1;
            for (const double factor : numbers.by_key.at("factors"))
                product *= factor;
            return product;
        }
        case ClaimKind::count:
            return numbers.one("items");
    }
    return NAN;
}

Numbers numbers_of(const Claim& claim) {
    Numbers numbers;
    for (const auto& [key, operands] : claim.operands) {
        auto& values = numbers.by_key[key];
        for (const auto& operand : operands)
            values.push_back(in_ones(operand));
    }
    return numbers;
}

/// What the roundings of the operands allow: independent, so their effects add as squares.
double operand_tolerance(const Claim& claim) {
    double squares = 0;
    Numbers numbers = numbers_of(claim);
    for (const auto& [key, operands] : claim.operands) {
        if (key == "result")
            continue;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const double half = half_width(operands[i]);
            auto& value = numbers.by_key[key][i];
            const double kept = value;
            value = kept + half;
            const double above = recompute(claim.kind, numbers);
            value = kept - half;
            const double below = recompute(claim.kind, numbers);
            value = kept;
            const double effect = (above - below) / 2;
            squares += effect * effect;
        }
    }
    return std::sqrt(squares);
}

const Figure* result_figure(const Claim& claim) {
    const auto at = claim.operands.find("result");
    return at == claim.operands.end() || at->second.empty()
               ? nullptr
               : std::get_if<Figure>(&at->second.front());
}

struct Comparison {
    double printed;
    double recomputed;
    double tolerance;
    bool holds;
};

bool is_rate(ClaimKind kind) {
    return kind == ClaimKind::growth || kind == ClaimKind::cagr || kind == ClaimKind::share ||
           kind == ClaimKind::ratio;
}

Comparison compare(const Claim& claim) {
    const Numbers numbers = numbers_of(claim);
    Comparison result{};
    result.recomputed = recompute(claim.kind, numbers);
    const auto* figure = result_figure(claim);
    const bool has_whole = claim.operands.contains("whole");
    result.printed = claim.kind == ClaimKind::total ? (has_whole ? numbers.one("whole") : 100)
                                                    : numbers.one("result");
    result.tolerance = operand_tolerance(claim) + (figure == nullptr ? 0 : figure->half_width());
    // Sums of doubles may miss an equality by a last bit.
    const double slack = result.tolerance + 1e-9 * std::max(1.0, std::abs(result.recomputed));
    const double excess = result.recomputed - result.printed;
    switch (claim.kind) {
        case ClaimKind::not_above:
            result.holds = -excess <= slack;
            break;
        case ClaimKind::same_magnitude: {
            const double factor = result.printed / result.recomputed;
            result.holds = factor > 0.1 && factor < 10;
            break;
        }
        case ClaimKind::per_unit_between:
            result.holds = result.recomputed >= numbers.one("least") - slack &&
                           result.recomputed <= numbers.one("most") + slack;
            break;
        default:
            // A rate may have been cut to its printed digits instead of rounded.
            result.holds =
                std::abs(excess) <= slack ||
                (figure != nullptr && is_rate(claim.kind) && excess * result.printed > 0 &&
                 std::abs(excess) < slack + figure->half_width());
            if (figure != nullptr && figure->bound == FigureBound::at_least)
                result.holds = excess >= -slack;
            if (figure != nullptr && figure->bound == FigureBound::at_most)
                result.holds = excess <= slack;
            break;
    }
    return result;
}

std::string short_number(double value, int places) {
    std::string text = fmt::format("{:.{}f}", value, places);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

/// A computed number in the unit and scale of the printed one, with digits that show the gap.
std::string in_unit_of(double value, const Figure* printed) {
    if (printed == nullptr)
        return short_number(value, std::abs(value) < 10 ? 3 : 1);
    const double scaled = value / scale_factor(printed->scale).value_or(1);
    const int places = std::clamp(printed->value.scale() + 1, std::abs(scaled) < 10 ? 2 : 1, 6);
    std::string text = short_number(scaled, places);
    text += ' ' + printed->unit;
    if (!printed->scale.empty() && printed->scale != "one")
        text += ' ' + printed->scale;
    return text;
}

/// The word of the same family for a factor: nobody writes crore for million by a slip.
std::string_view scale_named(double factor, bool is_south_asian) {
    for (const auto& scale : scales) {
        const bool is_family = scale.is_south_asian == is_south_asian || scale.factor == 1;
        if (is_family && std::abs(scale.factor / factor - 1) < 1e-9)
            return scale.name;
    }
    return {};
}

std::string with_scale(const Figure& figure, std::string_view scale) {
    return scale == "one" || scale.empty() ? figure.value.text()
                                           : fmt::format("{} {}", figure.value.text(), scale);
}

/// The claim with one figure a power of ten larger or smaller.
std::optional<std::string> slip_of(const Claim& claim, const std::string& key, std::size_t index,
                                   double factor) {
    Claim changed = claim;
    auto* figure = std::get_if<Figure>(&changed.operands[key][index]);
    if (figure == nullptr || figure->unit == "percent")
        return std::nullopt;
    const Figure original = *figure;
    const auto* scale = find_scale(original.scale);
    const double wanted = (scale ? scale->factor : 1) * factor;
    const auto name = scale_named(wanted, scale && scale->is_south_asian);
    if (!name.empty()) {
        figure->scale = name;
        if (!compare(changed).holds)
            return std::nullopt;
        return fmt::format("{} would have to be {}", with_scale(original, original.scale),
                           with_scale(original, name));
    }
    const int moved = static_cast<int>(std::lround(std::log10(factor)));
    const auto shifted =
        moved > 0
            ? multiply(original.value, Decimal{static_cast<std::int64_t>(factor)})
            : Decimal::from_parts(original.value.coefficient(), original.value.scale() - moved);
    if (!shifted)
        return std::nullopt;
    figure->value = shifted->trimmed();
    if (!compare(changed).holds)
        return std::nullopt;
    return fmt::format("{} would have to be {}", with_scale(original, original.scale),
                       with_scale(*figure, original.scale));
}

/// Which single change of a scale would make the claim hold; powers of 1000 first, because a
/// wrong word is likelier than a wrong digit.
std::string unit_slip(const Claim& claim) {
    if (claim.kind == ClaimKind::not_above || claim.kind == ClaimKind::per_unit_between ||
        claim.kind == ClaimKind::count || claim.kind == ClaimKind::total)
        return {};
    const auto* result = result_figure(claim);
    // A bound holds for every larger number, so a slip would prove nothing.
    if (result != nullptr && result->bound != FigureBound::exact &&
        result->bound != FigureBound::about)
        return {};
    for (const auto& factors :
         {std::vector{1e3, 1e-3}, std::vector{1e6, 1e-6}, std::vector{100.0, 0.01, 10.0, 0.1}}) {
        std::vector<std::string> found;
        for (const double factor : factors) {
            for (const auto& [key, operands] : claim.operands) {
                for (std::size_t i = 0; i < operands.size(); ++i) {
                    if (auto slip = slip_of(claim, key, i, factor))
                        found.push_back(std::move(*slip));
                }
            }
        }
        if (!found.empty())
            return fmt::format("{}", fmt::join(found, "; or "));
    }
    return {};
}

std::string unit_of(const Operand& operand) {
    const auto* figure = std::get_if<Figure>(&operand);
    return figure == nullptr ? std::string{} : figure->unit;
}

/// Kinds that compare or add like with like need one unit.
Result<void> check_units(const Claim& claim) {
    const bool is_like_with_like = claim.kind == ClaimKind::equal || claim.kind == ClaimKind::sum ||
                                   claim.kind == ClaimKind::difference ||
                                   claim.kind == ClaimKind::not_above ||
                                   claim.kind == ClaimKind::same_magnitude;
    const bool is_change = claim.kind == ClaimKind::growth || claim.kind == ClaimKind::cagr;
    std::string unit;
    for (const auto& [key, operands] : claim.operands) {
        const bool counts = is_like_with_like || (is_change && (key == "from" || key == "to"));
        for (const auto& operand : operands) {
            const auto own = unit_of(operand);
            if (!counts || own.empty() || own == unit)
                continue;
            if (unit.empty())
                unit = own;
            else
                return Error{ErrorCode::claim_incomplete,
                             fmt::format("a {} needs one unit; found {} and {}", word(claim.kind),
                                         unit, own),
                             claim.code};
        }
    }
    return {};
}

}  // namespace

std::optional<double> scale_factor(std::string_view scale) {
    const auto* found = find_scale(scale);
    return found == nullptr ? std::nullopt : std::optional{found->factor};
}

std::vector<std::string> scale_words() {
    std::vector<std::string> words;
    for (const auto& scale : scales)
        words.emplace_back(scale.name);
    return words;
}

double Figure::in_ones() const {
    return value.to_double() * scale_factor(scale).value_or(1);
}

double Figure::half_width() const {
    const double half = value.rounding_half_width() * scale_factor(scale).value_or(1);
    return bound == FigureBound::about ? 2 * half : half;
}

std::string Figure::text() const {
    std::string text = value.text();
    if (!unit.empty())
        text += ' ' + unit;
    if (!scale.empty() && scale != "one")
        text += ' ' + scale;
    return text;
}

std::string_view word(ClaimKind kind) {
    const auto at = std::ranges::find(kinds, kind, &std::pair<ClaimKind, std::string_view>::first);
    return at == kinds.end() ? std::string_view{} : at->second;
}

std::optional<ClaimKind> parse_claim_kind(std::string_view text) {
    const auto at = std::ranges::find(kinds, text, &std::pair<ClaimKind, std::string_view>::second);
    if (at == kinds.end())
        return std::nullopt;
    return at->first;
}

std::vector<std::string> claim_kinds() {
    std::vector<std::string> words;
    for (const auto& [kind, text] : kinds)
        words.emplace_back(text);
    return words;
}

OperandKeys operand_keys(ClaimKind kind) {
    switch (kind) {
        case ClaimKind::equal:
        case ClaimKind::not_above:
        case ClaimKind::same_magnitude:
            return {{"result", "of"}, {}};
        case ClaimKind::sum:
            return {{"result", "parts"}, {}};
        case ClaimKind::total:
            return {{"parts"}, {"whole"}};
        case ClaimKind::difference:
        case ClaimKind::growth:
            return {{"result", "from", "to"}, {}};
        case ClaimKind::ratio:
            return {{"result", "part", "whole"}, {}};
        case ClaimKind::share:
            return {{"result", "whole"}, {"part", "parts"}};
        case ClaimKind::cagr:
            return {{"result", "from", "to", "years"}, {}};
        case ClaimKind::compound:
            return {{"result", "rate", "years"}, {}};
        case ClaimKind::product:
            return {{"result", "factors"}, {}};
        case ClaimKind::per_unit_between:
            return {{"part", "whole", "least", "most"}, {}};
        case ClaimKind::count:
            return {{"result", "items"}, {}};
    }
    return {};
}

Result<ClaimCheck> check_claim(const Claim& claim) {
    for (const auto& key : operand_keys(claim.kind).required) {
        const auto at = claim.operands.find(key);
        if (at == claim.operands.end() || at->second.empty())
            return Error{ErrorCode::claim_incomplete,
                         fmt::format("a {} needs the operand \"{}\"", word(claim.kind), key),
                         claim.code};
    }
    if (claim.kind == ClaimKind::share &&
        claim.operands.contains("part") == claim.operands.contains("parts"))
        return Error{ErrorCode::claim_incomplete,
                     "a share needs either the operand \"part\" or the list \"parts\"", claim.code};
    TRY(check_units(claim));
    const auto found = compare(claim);
    if (!std::isfinite(found.recomputed))
        return Error{ErrorCode::claim_incomplete,
                     fmt::format("the {} cannot be computed from these operands", word(claim.kind)),
                     claim.code};
    const auto* result = result_figure(claim);
    ClaimCheck check;
    check.holds = found.holds;
    check.recomputed = in_unit_of(found.recomputed, result);
    check.tolerance = in_unit_of(found.tolerance, result);
    if (claim.kind == ClaimKind::per_unit_between) {
        const Numbers numbers = numbers_of(claim);
        check.printed = fmt::format("between {} and {}", short_number(numbers.one("least"), 3),
                                    short_number(numbers.one("most"), 3));
    } else {
        check.printed = result != nullptr ? result->text() : short_number(found.printed, 3);
    }
    if (!check.holds)
        check.hint = unit_slip(claim);
    return check;
}

}  // namespace plan
