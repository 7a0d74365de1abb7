#pragma once

#include "base/decimal.h"
#include "base/result.h"
#include "plan/plan.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace plan {

/// A published figure with the digits that were printed.
///
/// Units: the figure means `value` times `scale` of its unit; a percentage has no scale.
struct Figure {
    std::string code;
    std::string document;
    std::string place;
    std::string subject;
    std::string measure;
    base::Decimal value;
    std::string unit;
    std::string scale;  ///< "", "one", "thousand", "lakh", "million", "crore", ...
    FigureBound bound = FigureBound::exact;
    std::string period;
    std::string note;
    Mark mark;

    double in_ones() const;
    /// Half a unit of the last printed digit, twice that for "about", in units of one.
    double half_width() const;
    std::string text() const;  ///< "2.135 USD million"
};

/// The factor of a scale word; an empty word is one. Nothing for an unknown word.
std::optional<double> scale_factor(std::string_view scale);
std::vector<std::string> scale_words();

enum class ClaimKind {
    equal,
    sum,
    total,
    difference,
    ratio,
    share,
    growth,
    cagr,
    compound,
    product,
    not_above,
    same_magnitude,
    per_unit_between,
    count
};

std::string_view word(ClaimKind kind);
std::optional<ClaimKind> parse_claim_kind(std::string_view text);
std::vector<std::string> claim_kinds();

/// What a claim computes with: a printed figure, or a plain number that is exact.
using Operand = std::variant<Figure, base::Decimal>;

/// An identity between printed figures; docs/formats/plan-language.md lists the kinds.
///
/// Shape: `operands` by their key: "result", "from", "to", "part", "whole", "parts", ...
struct Claim {
    std::string code;
    ClaimKind kind{};
    std::string document;
    std::string statement;
    std::map<std::string, std::vector<Operand>> operands;
    std::string note;
    Mark mark;
};

/// The keys of the operands of a kind; the first list is required.
struct OperandKeys {
    std::vector<std::string> required;
    std::vector<std::string> optional;
};
OperandKeys operand_keys(ClaimKind kind);

/// Whether a claim holds, and by how much it does not.
struct ClaimCheck {
    bool holds = false;
    std::string printed;     ///< "458 USD million"
    std::string recomputed;  ///< "2590.865 USD million"
    std::string tolerance;   ///< what the roundings allow
    std::string hint;        ///< a change of one scale that would make it hold
};

/// Recomputes a claim.
///
/// Units:  tolerance is the half-width of the printed result plus the root of the summed squares of
///         what each operand's rounding changes.
/// Errors: claim_incomplete (operands missing or of different units, a division by zero).
base::Result<ClaimCheck> check_claim(const Claim& claim);

}  // namespace plan
