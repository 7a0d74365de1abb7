#pragma once

#include "plan/programme.h"

#include <optional>
#include <string>
#include <string_view>

namespace programme {

using plan::FigureBound;

/// A computed number, or the reason why there is none. What was counted "more than" or "about"
/// makes what is computed from it a bound or an estimate, too.
struct Reading {
    std::optional<double> value;
    FigureBound qualifier = FigureBound::exact;
    std::string reason;  ///< why there is no value

    static Reading none(std::string why) { return {std::nullopt, FigureBound::exact, why}; }
};

/// How exact a sum, a difference a - b, or a quotient a / b of two counts is.
///
/// Source: docs/methods/programmes.md, "Exact, at least, about".
FigureBound sum_qualifier(FigureBound a, FigureBound b);
FigureBound difference_qualifier(FigureBound a, FigureBound b);
FigureBound quotient_qualifier(FigureBound a, FigureBound b);

/// How exact the number is with its sign turned: a lower bound becomes an upper one.
FigureBound mirrored(FigureBound qualifier);

/// "", "more than ", "at most ", "about ": what stands before the number for people.
std::string_view before(FigureBound qualifier);

}  // namespace programme
