#pragma once

#include "base/decimal.h"
#include "programme/qualified.h"

#include <optional>

namespace programme {

/// A count or an amount with its qualifier; absent where it is not known.
struct Quantity {
    std::optional<base::Decimal> value;
    FigureBound qualifier = FigureBound::exact;
};

/// What was aimed at and done in units of an output, and the money for it.
struct Output {
    Quantity aimed;
    Quantity done;
    Quantity approved;
    Quantity disbursed;
};

/// Physical against financial progress.
///
/// Units:  percent and percentage points; money a unit of output in the money's own unit.
struct PhysicalFinancial {
    Reading physical_percent;       ///< 100 done / aimed
    Reading financial_percent;      ///< 100 disbursed / approved
    Reading gap_points;             ///< physical - financial
    Reading cost_a_unit_approved;   ///< approved / aimed
    Reading cost_a_unit_disbursed;  ///< disbursed / done
};

/// A gap of more than this many points either way is an alert.
inline constexpr double gap_alert_points = 10;

/// Shape:  where one amount of money pays for several outputs, each cost a unit carries all of it,
///         so that the costs of two outputs are never added.
/// Source: docs/methods/programmes.md.
PhysicalFinancial compare_progress(const Output& output);

/// More than `gap_alert_points` apart, whatever the qualifier.
bool is_alert(const Reading& gap_points);

}  // namespace programme
