#pragma once

#include "base/money.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace funding {

/// A code of an account, a budget line or a fund. Errors: invalid_money_code, at `where`.
std::optional<base::Error> code_fault(std::string_view code, std::string_view what,
                                      std::string where);
/// A funder that is no institution of the plan: "world-bank". Errors: invalid_money_code.
std::optional<base::Error> outside_funder_fault(std::string_view code);

/// Whether what is taken back may stand in it: 0 where something is replaced or corrected.
enum class Zero { allowed, refused };
/// Errors: invalid_amount, unknown_currency, invalid_decimal, overflow, each at its field.
std::optional<base::Money> read_money(std::string_view amount, std::string_view currency, Zero zero,
                                      std::vector<base::Error>& faults);

}  // namespace funding
