#include "programme/physical_financial.h"

#include <cmath>

namespace programme {
namespace {

Reading quotient(const Quantity& part, const char* part_name, const Quantity& whole,
                 const char* whole_name, double factor) {
    for (const auto& [quantity, name] : {std::pair{&part, part_name}, {&whole, whole_name}}) {
        if (!quantity->value)
            return Reading::none(std::string{"not known: "} + name);
    }
    if (whole.value->is_zero())
        return Reading::none(std::string{"zero: "} + whole_name);
    return {factor * part.value->to_double() / whole.value->to_double(),
            quotient_qualifier(part.qualifier, whole.qualifier),
            {}};
}

}  // namespace

PhysicalFinancial compare_progress(const Output& output) {
    PhysicalFinancial found;
    found.physical_percent =
        quotient(output.done, "what was done", output.aimed, "what was aimed at", 100);
    found.financial_percent =
        quotient(output.disbursed, "money disbursed", output.approved, "money approved", 100);
    const auto& physical = found.physical_percent;
    const auto& financial = found.financial_percent;
    if (physical.value && financial.value)
        found.gap_points = {*physical.value - *financial.value,
                            difference_qualifier(physical.qualifier, financial.qualifier),
                            {}};
    else
        found.gap_points = Reading::none(physical.value ? financial.reason : physical.reason);
    found.cost_a_unit_approved =
        quotient(output.approved, "money approved", output.aimed, "what was aimed at", 1);
    found.cost_a_unit_disbursed =
        quotient(output.disbursed, "money disbursed", output.done, "what was done", 1);
    return found;
}

bool is_alert(const Reading& gap_points) {
    return gap_points.value && std::abs(*gap_points.value) > gap_alert_points;
}

}  // namespace programme
