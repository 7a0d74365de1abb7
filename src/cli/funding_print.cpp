#include "cli/funding_print.h"

#include "app/target_status.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ostream>

namespace cli {
namespace {

using base::Json;
using funding::Amounts;
using funding::NodeKind;
using funding::Stage;

constexpr std::size_t title_length_max = 36;
constexpr std::size_t rates_max = 20;

/// Prints amounts of one currency, without places where all of them are whole.
class Purse {
  public:
    explicit Purse(base::Currency currency) : currency_(currency) {}

    void note(std::int64_t minor_units) {
        std::int64_t unit = 1;
        for (int i = 0; i < currency_.minor_digits(); ++i)
            unit *= 10;
        is_whole_ = is_whole_ && minor_units % unit == 0;
    }
    void note(const Amounts& amounts) {
        for (const auto sum : {amounts.cost, amounts.committed, amounts.pledged, amounts.prospects,
                               amounts.disbursed, amounts.spent})
            note(sum);
    }
    std::string text(std::int64_t minor_units) const {
        const std::string amount = base::Money{minor_units, currency_}.amount().text();
        return grouped(is_whole_ ? amount.substr(0, amount.find('.')) : amount);
    }

  private:
    base::Currency currency_;
    bool is_whole_ = true;
};

std::string absorbed(const std::optional<base::Decimal>& share) {
    if (!share)
        return "-";
    // Four places of a share are two of a percentage.
    const auto percent = base::Decimal::from_parts(share->coefficient(), 2);
    return percent.value().rounded(1).value().text() + "%";
}

std::string cost_text(const Purse& purse, const Amounts& amounts) {
    if (!amounts.is_costed())
        return std::string{app::gap_word(amounts)};
    return amounts.unknown_costs > 0 ? "cannot tell" : purse.text(amounts.cost);
}

std::string funds_text(const Purse& purse, const Amounts& amounts, std::int64_t sum) {
    if (amounts.records == 0)
        return "-";
    return amounts.unknown_funds > 0 ? "cannot tell" : purse.text(sum);
}

std::string gap_text(const Purse& purse, const Amounts& amounts,
                     const std::optional<std::int64_t>& gap) {
    return gap ? purse.text(*gap) : std::string{app::gap_word(amounts)};
}

void add_funds(std::vector<std::string>& row, const Purse& purse, const Amounts& amounts) {
    for (const auto sum : {amounts.committed, amounts.pledged, amounts.prospects})
        row.push_back(funds_text(purse, amounts, sum));
}

void add_use(std::vector<std::string>& row, const Purse& purse, const Amounts& amounts) {
    for (const auto sum : {amounts.disbursed, amounts.spent})
        row.push_back(funds_text(purse, amounts, sum));
    row.push_back(absorbed(amounts.absorption()));
}

std::string label_of(const funding::Node& node) {
    if (node.kind == NodeKind::whole)
        return "all";
    return node.code;
}

void add_node(Columns& table, const Purse& purse, const funding::Node& node,
              const Amounts& amounts) {
    std::vector<std::string> row{
        label_of(node), node.kind == NodeKind::whole ? "" : shortened(node.title, title_length_max),
        cost_text(purse, amounts)};
    add_funds(row, purse, amounts);
    row.push_back(gap_text(purse, amounts, amounts.gap()));
    row.push_back(gap_text(purse, amounts, amounts.gap_after_pledges()));
    add_use(row, purse, amounts);
    table.add(std::move(row));
}

/// The fiscal years of a view in which anything stands, after all of them together; or the one that
/// was asked for.
template <typename Visit>
void each_year(const app::FundingView& view, const GapOptions& options, Visit visit) {
    const auto& plan = *view.moment.plan->working;
    const auto all = [](const funding::Years& years) -> const Amounts& { return years.all; };
    if (!options.filter.fiscal_year.empty()) {
        visit(options.filter.fiscal_year, all);
        return;
    }
    visit("all fiscal years", all);
    const auto& whole = view.table.nodes.front().years;
    for (std::size_t i = 0; i < whole.by_year.size(); ++i) {
        if (!whole.by_year[i].is_empty())
            visit(funding::fiscal_year_text(plan,
                                            view.table.fiscal_years.first + static_cast<int>(i)),
                  [i](const funding::Years& years) -> const Amounts& { return years.by_year[i]; });
    }
}

using AmountsOf = std::function<const Amounts&(const funding::Years&)>;

void print_by_activity(std::ostream& out, const app::FundingView& view, const GapOptions& options,
                       const Purse& purse) {
    bool is_first = true;
    each_year(view, options, [&](const std::string& title, const AmountsOf& of) {
        Columns table{{{title, Align::left},
                       {"", Align::left},
                       {"cost"},
                       {"committed"},
                       {"pledged"},
                       {"prospects"},
                       {"gap", Align::right, true},
                       {"after pledges"},
                       {"disbursed", Align::right, true},
                       {"spent"},
                       {"absorbed"}}};
        for (const auto& node : view.table.nodes) {
            if (is_first || !of(node.years).is_empty())
                add_node(table, purse, node, of(node.years));
        }
        out << '\n';
        table.print(out);
        is_first = false;
    });
    const auto& whole = view.table.nodes.front();
    out << fmt::format("\n{} of {} activities are costed\n", whole.activities_costed,
                       whole.activities);
    if (const auto uncosted = whole.years.all.committed_uncosted; uncosted != 0)
        out << fmt::format("{} {} is committed to what is not costed, and closes no gap\n",
                           view.table.currency.code(), purse.text(uncosted));
}

void print_by_funder(std::ostream& out, const app::FundingView& view, const GapOptions& options,
                     const Purse& purse) {
    each_year(view, options, [&](const std::string& title, const AmountsOf& of) {
        Columns table{{{title, Align::left},
                       {"committed"},
                       {"pledged"},
                       {"prospects"},
                       {"disbursed"},
                       {"spent"},
                       {"absorbed"}}};
        const auto add = [&](const std::string& name, const funding::Years& years) {
            if (of(years).records == 0)
                return;
            std::vector<std::string> row{name};
            add_funds(row, purse, of(years));
            add_use(row, purse, of(years));
            table.add(std::move(row));
        };
        add("all", view.table.nodes.front().years);
        for (const auto& row : view.table.funders)
            add(row.funder->text, row.years);
        out << '\n';
        table.print(out);
    });
}

void print_by_account(std::ostream& out, const app::FundingView& view, const GapOptions& options,
                      const Purse& purse) {
    std::vector<Columns::Column> columns{{"account", Align::left}, {"", Align::left}};
    each_year(view, options,
              [&](const std::string& title, const AmountsOf&) { columns.push_back({title}); });
    Columns table{std::move(columns)};
    const auto add = [&](std::string code, std::string title, const funding::Years& years) {
        std::vector<std::string> row{std::move(code), std::move(title)};
        each_year(view, options, [&](const std::string&, const AmountsOf& of) {
            row.push_back(of(years).lines == 0 ? "-" : cost_text(purse, of(years)));
        });
        table.add(std::move(row));
    };
    add("all", "", view.table.nodes.front().years);
    for (const auto& row : view.table.accounts)
        add(std::string(static_cast<std::size_t>(row.depth) * 2, ' ') + row.account->code->text,
            shortened(row.account->title, title_length_max), row.years);
    out << '\n';
    table.print(out);
}

Json heading_of(const app::FundingView& view) {
    Json heading = Json::object();
    app::put_heading(heading, view.moment);
    return heading;
}

std::string rate_text(const app::UsedRate& used, base::Currency own) {
    const std::string of = fmt::format("{} of {}", used.currency.code(), base::to_string(used.day));
    if (used.rate == nullptr)
        return "cannot tell: no rate is known for " + of;
    return fmt::format("{} at {} {} of {} ({})", of, own.code(), used.rate->rate.text(),
                       base::to_string(used.rate->day), used.rate->source);
}

// Every amount in another currency rests on one of these. What cannot be told comes first.
void print_rates(std::ostream& out, const app::FundingView& view) {
    auto rates = app::used_rates(view);
    std::ranges::stable_partition(rates, [](const auto& used) { return used.rate == nullptr; });
    if (!rates.empty())
        out << '\n';
    const std::size_t shown = rates.size() <= rates_max + 1 ? rates.size() : rates_max;
    for (std::size_t i = 0; i < shown; ++i)
        out << rate_text(rates[i], view.rates.own()) << '\n';
    if (shown < rates.size())
        out << fmt::format("and {} further rates: --json shows all\n", rates.size() - shown);
}

std::string entry_of(const Json& item, std::string_view key = "seq") {
    return item.find(key)->is_null() ? "" : std::to_string(number_of(item, key));
}

std::string amount_text(const Json& item) {
    const auto amount = base::Decimal::parse(string_of(item, "amount"));
    if (amount.ok() && amount->is_zero())
        return "taken back";
    return string_of(item, "currency") + " " + grouped(string_of(item, "amount"));
}

}  // namespace

void print_gap(std::ostream& out, const app::FundingView& view, const GapOptions& options) {
    Purse purse{view.table.currency};
    for (const auto& node : view.table.nodes) {
        for (const auto& year : node.years.by_year)
            purse.note(year);
    }
    const Json heading = heading_of(view);
    const auto& filter = options.filter;
    print_heading(out, heading,
                  fmt::format("Costs against money{}{}",
                              filter.activity.empty() ? "" : " of " + filter.activity,
                              filter.fiscal_year.empty() ? "" : " in " + filter.fiscal_year));
    out << fmt::format(
        "costs and funds in {}, counted by {}; other currencies at the rate of each "
        "entry's own day\n",
        view.table.currency.code(), funding::word(view.level));
    if (options.by == "activity")
        print_by_activity(out, view, options, purse);
    else if (options.by == "funder")
        print_by_funder(out, view, options, purse);
    else
        print_by_account(out, view, options, purse);
    print_rates(out, view);
    print_mark(out, heading);
}

void print_pipeline(std::ostream& out, const app::FundingView& view) {
    const auto& plan = *view.moment.plan->working;
    const Json heading = heading_of(view);
    print_heading(out, heading, "The money of each fund, from prospect to expenditure");
    out << "each in its own currency\n\n";
    Columns table{{{"fund", Align::left},
                   {"for", Align::left},
                   {"in", Align::left},
                   {"funder", Align::left},
                   {"", Align::left},
                   {"prospect"},
                   {"pledge"},
                   {"not committed"},
                   {"commitment"},
                   {"disbursement", Align::right, true},
                   {"expenditure"},
                   {"absorbed"}},
                  3};
    for (const auto& position : view.table.positions) {
        const auto& first = *position.first;
        Purse purse{first.amount.currency()};
        for (const auto sum : position.sums)
            purse.note(sum);
        std::vector<std::string> row{
            first.fund->text, first.subject->text, funding::fiscal_year_text(plan, first.year),
            first.funder->text, std::string{first.amount.currency().code()}};
        for (std::size_t i = 0; i < position.sums.size(); ++i) {
            row.push_back(position.sums[i] == 0 ? "-" : purse.text(position.sums[i]));
            if (static_cast<Stage>(i) == Stage::pledge)
                row.push_back(purse.text(position.rest(Stage::pledge)));
        }
        row.push_back(absorbed(position.absorption()));
        table.add(std::move(row));
    }
    if (view.table.positions.empty())
        out << "no money is recorded\n";
    else
        table.print(out);
    print_rates(out, view);
    print_mark(out, heading);
}

void print_records(std::ostream& out, const Json& list) {
    print_heading(out, list, "Every record of money");
    out << '\n';
    Columns table{{{"entry"},
                   {"on", Align::left},
                   {"fund", Align::left},
                   {"funder", Align::left},
                   {"for", Align::left},
                   {"in", Align::left},
                   {"stage", Align::left},
                   {"amount"},
                   {"replaces"},
                   {"replaced by"}}};
    for (const auto& item : items_of(list, "records"))
        table.add({entry_of(item), string_of(item, "on"), string_of(item, "fund"),
                   string_of(item, "funder"), string_of(item, "subject"),
                   string_of(item, "fiscal_year"), string_of(item, "stage"), amount_text(item),
                   entry_of(item, "replaces"), entry_of(item, "replaced_by")});
    if (items_of(list, "records").empty())
        out << "no money is recorded\n";
    else
        table.print(out);
    print_mark(out, list);
}

void print_lines(std::ostream& out, const Json& list) {
    print_heading(out, list, "Every budget line");
    out << '\n';
    Columns table{{{"entry"},
                   {"on", Align::left},
                   {"line", Align::left},
                   {"for", Align::left},
                   {"in", Align::left},
                   {"account", Align::left},
                   {"basis", Align::left},
                   {"amount"},
                   {"replaces"},
                   {"replaced by"},
                   {"title", Align::left}}};
    for (const auto& item : items_of(list, "lines"))
        table.add({entry_of(item), string_of(item, "on"), string_of(item, "line"),
                   string_of(item, "subject"), string_of(item, "fiscal_year"),
                   string_of(item, "account"), string_of(item, "basis"), amount_text(item),
                   entry_of(item, "replaces"), entry_of(item, "replaced_by"),
                   shortened(string_of(item, "title"), title_length_max)});
    if (items_of(list, "lines").empty())
        out << "nothing is costed\n";
    else
        table.print(out);
    print_mark(out, list);
}

}  // namespace cli
