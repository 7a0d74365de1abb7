#pragma once

#include "base/decimal.h"
#include "programme/qualified.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace programme {

/// How many reached a stage; absent where nobody counted.
struct StageCount {
    std::string stage;
    std::optional<base::Decimal> count;
    FigureBound qualifier = FigureBound::exact;
};

struct Interval {
    double low = 0;
    double high = 0;
};

/// From one stage to the next.
struct FunnelStep {
    std::string from;
    std::string to;
    Reading conversion;  ///< share of those at `from` who reached `to`
    Reading dropped;     ///< how many did not
    Reading cumulative;  ///< share of those at the first stage who reached `to`
    std::optional<Interval> wilson95;
};

/// The 95 % interval of a share of `whole` trials.
///
/// Units:  fractions; 0 <= part <= whole, whole > 0.
/// Source: Wilson (1927), JASA 22 (158), 209-212; without correction for continuity.
Interval wilson95(double part, double whole);

/// The steps between successive stages.
///
/// Shape:  one step fewer than stages. A step beside a stage that nobody counted has no numbers,
/// and
///         neither has one whose later count is the larger: it is not of the same people.
/// Source: docs/methods/programmes.md.
std::vector<FunnelStep> funnel_steps(std::span<const StageCount> stages);

}  // namespace programme
