#pragma once

#include "funding/entries.h"
#include "funding/rates.h"
#include "funding/subject.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace funding {

/// Errors: account_is_open. Since its parent is open before it, no chain of parents goes round.
std::optional<base::Error> open_account_fault(const Book& book, std::string_view code);
/// Whether the chart has the account on that day. Errors: unknown_account.
std::optional<base::Error> missing_account(const Book& book, std::string_view code, base::Day day,
                                           std::string where);

/// The counting level in force on a day: the one declared last, or the activity.
Level level_on(const Book& book, base::Day day);
/// Errors: level_is_fixed, once money is recorded.
std::optional<base::Error> level_fault(const Book& book);

/// A budget line or a record of money that is asked for, as its rules see it.
struct AskedLine {
    std::string_view code;
    const Subject& subject;
    int year = 0;
    std::string_view year_text;
    base::Day day;
    const base::Money& amount;
};
/// Errors: coarser_than_level, counted_twice, no_exchange_rate: on its day and on every later one.
std::vector<base::Error> line_faults(const Book& book, const Rates& rates, const AskedLine& asked);

struct AskedRecord {
    std::string_view fund;
    std::string_view funder;
    const Subject& subject;
    int year = 0;
    std::string_view year_text;
    Stage stage{};
    base::Day day;
    const base::Money& amount;
    std::optional<std::uint64_t> corrects;
};
/// Errors: those of `line_faults`, not_correctable, corrects_another, another_fund,
///         above_commitment, above_disbursement.
std::vector<base::Error> record_faults(const Book& book, const Rates& rates,
                                       const AskedRecord& asked);

}  // namespace funding
