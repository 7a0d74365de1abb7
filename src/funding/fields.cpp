#include "funding/fields.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace funding {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t code_length_max = 32;
// A hundred thousand milliards: more than any state spends, and sums of it stay exact.
constexpr std::int64_t minor_units_max = 10'000'000'000'000'000;

}  // namespace

std::optional<Error> code_fault(std::string_view code, std::string_view what, std::string where) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '_' || c == '-';
    };
    const bool begins_well = !code.empty() && code.front() != '.' && code.front() != '-';
    if (begins_well && code.size() <= code_length_max && std::ranges::all_of(code, is_allowed))
        return std::nullopt;
    return Error{ErrorCode::invalid_money_code,
                 fmt::format("expected the code of {} as at most {} letters, digits and the signs "
                             ". _ -, found \"{}\"",
                             what, code_length_max, code),
                 std::move(where)};
}

std::optional<Error> outside_funder_fault(std::string_view code) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (code.size() >= 2 && code.size() <= code_length_max && code.front() >= 'a' &&
        code.front() <= 'z' && code.back() != '-' && std::ranges::all_of(code, is_allowed))
        return std::nullopt;
    return Error{ErrorCode::invalid_money_code,
                 fmt::format("expected a funder as an institution of the plan, or an outside body "
                             "as a short name such as world-bank, found \"{}\"",
                             code),
                 "funder"};
}

std::optional<base::Money> read_money(std::string_view amount, std::string_view currency, Zero zero,
                                      std::vector<Error>& faults) {
    const auto in = base::Currency::parse(currency);
    if (!in.ok())
        faults.push_back({in.error().code, in.error().message, "currency"});
    const auto number = base::Decimal::parse(amount);
    if (!number.ok()) {
        faults.push_back({number.error().code, number.error().message, "amount"});
        return std::nullopt;
    }
    const bool is_in_range =
        zero == Zero::allowed ? !number->is_negative() : *number > base::Decimal{};
    if (!is_in_range)
        faults.push_back(
            {ErrorCode::invalid_amount,
             fmt::format("expected an amount above zero{}, found {}",
                         zero == Zero::allowed ? ", or 0 to take it back" : "", amount),
             "amount"});
    if (!in.ok() || !is_in_range)
        return std::nullopt;
    const auto money = base::Money::from_decimal(number.value(), in.value());
    if (!money.ok()) {
        faults.push_back({ErrorCode::invalid_amount, money.error().message, "amount"});
        return std::nullopt;
    }
    if (money->minor_units() > minor_units_max) {
        faults.push_back({ErrorCode::invalid_amount,
                          fmt::format("expected at most {}, found {}",
                                      base::Money{minor_units_max, in.value()}.text(), amount),
                          "amount"});
        return std::nullopt;
    }
    return money.value();
}

}  // namespace funding
