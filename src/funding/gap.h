#pragma once

#include "funding/entries.h"
#include "funding/rates.h"
#include "funding/subject.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace funding {

/// What stands on the days that are known: of every line its latest entry, of every record its
/// latest correction; nothing that was taken back.
struct InForce {
    std::vector<const BudgetLine*> lines;
    std::vector<const FundRecord*> records;
};
InForce in_force(const Book& book);

/// Sums in minor units of the strategy's own currency.
///
/// Shape:  what could not be exchanged is not in the sums; `unknown_*` says how much is missing.
struct Amounts {
    std::int64_t cost = 0;
    std::int64_t committed = 0;
    std::int64_t pledged = 0;    ///< and not committed
    std::int64_t prospects = 0;  ///< and neither pledged nor committed
    std::int64_t disbursed = 0;
    std::int64_t spent = 0;
    /// Of `committed` and `pledged`, what is for parts that are not costed: it closes no gap.
    std::int64_t committed_uncosted = 0;
    std::int64_t pledged_uncosted = 0;
    std::uint32_t lines = 0;    ///< of costs; 0 is "not costed", never a cost of 0
    std::uint32_t records = 0;  ///< of money
    std::uint32_t unknown_costs = 0;
    std::uint32_t unknown_funds = 0;
    /// What stands on the objective or activity that holds this part: costs and money of the part
    /// are in it, so a part alone has no gap.
    std::uint32_t lines_above = 0;
    std::uint32_t records_above = 0;

    bool is_costed() const noexcept { return lines > 0; }
    /// Cost - committed, of what is costed; nothing where nothing is, where an amount cannot be
    /// exchanged, or where money stands above.
    std::optional<std::int64_t> gap() const;
    /// The same less what is pledged and not committed.
    std::optional<std::int64_t> gap_after_pledges() const;
    /// Spent / disbursed to four places; nothing where nothing was disbursed.
    std::optional<base::Decimal> absorption() const;
    /// Adds sums and counts of a part. False where a sum would not fit.
    [[nodiscard]] bool add(const Amounts& other);
    bool is_empty() const noexcept { return lines == 0 && records == 0; }
};

enum class NodeKind : std::uint8_t { whole, strategic, objective, activity, step };

/// Amounts by fiscal year, and of all of them together.
struct Years {
    std::vector<Amounts> by_year;
    Amounts all;
};

/// A part of the plan with all that stands on it and on its parts.
struct Node {
    NodeKind kind{};
    std::string code;
    std::string title;
    int parent = -1;  ///< the whole has none
    Years years;
    std::uint32_t activities = 0;         ///< in it
    std::uint32_t activities_costed = 0;  ///< with a cost in any fiscal year
};

struct FunderRow {
    const Name* funder = nullptr;
    Years years;
};

/// An account with all that stands on it and on the accounts below it.
struct AccountRow {
    const Account* account = nullptr;
    int depth = 0;
    Years years;
};

/// One fund's money for a subject and a fiscal year, in the fund's currency.
struct Position {
    const FundRecord* first = nullptr;  ///< whose fund, funder, subject, year and currency it has
    std::array<std::int64_t, stage_count> sums{};       ///< by stage, minor units of its currency
    std::array<std::int64_t, stage_count> converted{};  ///< the same in the strategy's currency
    std::uint32_t records = 0;
    std::uint32_t unknown = 0;  ///< of these, how many cannot be exchanged

    /// The part of pledges that no commitment covers; of prospects, that neither covers.
    std::int64_t rest(Stage stage) const;
    /// The same exchanged at the average rate of what it is the rest of, half to even.
    std::int64_t converted_rest(Stage stage) const;
    /// Spent / disbursed in the fund's own currency, which no rate moves; to four places.
    std::optional<base::Decimal> absorption() const;
};

/// Costs and money of a plan by its parts, fiscal years, funders and accounts.
struct Table {
    base::Currency currency;
    FiscalYears fiscal_years;
    std::vector<Node> nodes;  ///< the whole first, each before its parts, as in the plan
    std::vector<FunderRow> funders;
    std::vector<AccountRow> accounts;  ///< each before those below it
    std::vector<Position> positions;
};

/// Adds up all that stands: folds, exchanges each entry at the rate of its own day, rolls up.
///
/// Errors: overflow, where a sum has more digits than are kept exactly.
/// Source: docs/methods/funding.md.
Result<Table> gap_table(const plan::Plan& plan, const Book& book, const Rates& rates);

}  // namespace funding
