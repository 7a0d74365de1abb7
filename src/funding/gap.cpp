#include "funding/gap.h"

#include "base/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <unordered_map>

namespace funding {
namespace {

using base::Error;
using base::ErrorCode;

template <typename T>
T& slot(std::vector<T>& list, std::size_t index) {
    if (index >= list.size())
        list.resize(index + 1);
    return list[index];
}

/// Sums that never wrap: a sum that does not fit is remembered and told at the end.
class Adder {
  public:
    void add(std::int64_t& sum, std::int64_t amount) {
        overflowed |= __builtin_add_overflow(sum, amount, &sum);
    }
    void add(Amounts& sum, const Amounts& other) { overflowed |= !sum.add(other); }
    bool overflowed = false;
};

std::optional<base::Decimal> share_of(std::int64_t spent, std::int64_t disbursed) {
    if (disbursed == 0)
        return std::nullopt;
    const auto share = base::divide(base::Decimal{spent}, base::Decimal{disbursed}, 4);
    return share.ok() ? std::optional{share.value()} : std::nullopt;
}

int number_of(std::string_view step) {
    int number = 0;
    const auto text = step.substr(step.find('/') + 1);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Builds the table in the order in which it is read: whole, objectives, activities, steps.
class Builder {
  public:
    Builder(const plan::Plan& plan, const Book& book, const Rates& rates)
        : plan_(plan), book_(book), rates_(rates), table_{rates.own(), fiscal_years(plan),
                                                          {},          {},
                                                          {},          {}} {}

    Result<Table> run() {
        const InForce standing = in_force(book_);
        find_steps(standing);
        add_nodes();
        add_accounts();
        for (const auto* line : standing.lines)
            add_line(*line);
        for (const auto* record : standing.records)
            add_record(*record);
        add_positions();
        note_own();
        roll_up();
        if (adder_.overflowed)
            return Error{ErrorCode::overflow,
                         fmt::format("the sums in {} have more than the 18 digits that are kept "
                                     "exactly",
                                     table_.currency.code()),
                         ""};
        return std::move(table_);
    }

  private:
    void find_steps(const InForce& standing) {
        const auto note = [&](const Name& subject) {
            if (subject.text.find('/') == std::string::npos || slot(is_noted_, subject.id) != 0)
                return;
            is_noted_[subject.id] = 1;
            steps_[std::string{parent_of(subject.text)}].push_back(subject.text);
        };
        for (const auto* line : standing.lines)
            note(*line->subject);
        for (const auto* record : standing.records)
            note(*record->subject);
    }

    int add_node(NodeKind kind, std::string code, std::string title, int parent) {
        const int index = static_cast<int>(table_.nodes.size());
        index_.emplace(code, index);
        auto& node = table_.nodes.emplace_back(
            Node{kind, std::move(code), std::move(title), parent, {}, 0, 0});
        node.years.by_year.resize(static_cast<std::size_t>(table_.fiscal_years.count()));
        return index;
    }

    void add_nodes() {
        const int whole = add_node(NodeKind::whole, "", plan_.title, -1);
        std::unordered_map<std::string_view, std::vector<const plan::Activity*>> activities;
        for (const auto& activity : plan_.activities)
            activities[activity.objective.text()].push_back(&activity);
        int strategic = whole;
        for (const auto& objective : plan_.objectives) {
            const auto& code = objective.code.text();
            if (!objective.parent) {
                strategic = add_node(NodeKind::strategic, code, objective.title, whole);
                continue;
            }
            const auto above = index_.find(objective.parent->text());
            const int index = add_node(NodeKind::objective, code, objective.title,
                                       above == index_.end() ? strategic : above->second);
            for (const auto* activity : activities[code])
                add_activity(*activity, index);
        }
    }

    void add_activity(const plan::Activity& activity, int parent) {
        const int index =
            add_node(NodeKind::activity, activity.code.text(), activity.title, parent);
        table_.nodes.back().activities = 1;
        const auto at = steps_.find(activity.code.text());
        if (at == steps_.end())
            return;
        std::ranges::sort(at->second, {}, [](const auto& code) { return number_of(code); });
        for (const auto& code : at->second) {
            const auto number = static_cast<std::size_t>(number_of(code));
            add_node(NodeKind::step, code,
                     number >= 1 && number <= activity.steps.size()
                         ? activity.steps[number - 1].title
                         : "",
                     index);
        }
    }

    // Depth first, so that every account stands before those below it.
    void add_accounts() {
        std::unordered_map<const Name*, std::vector<const Account*>> below;
        for (const auto* account : book_.accounts)
            below[account->parent].push_back(account);
        for (auto& [parent, accounts] : below)
            std::ranges::sort(accounts, std::greater{},
                              [](const auto* one) { return one->code->text; });
        std::vector<std::pair<const Account*, int>> waiting;
        const auto add_below = [&](const Name* parent, int depth) {
            for (const auto* account : below[parent])
                waiting.emplace_back(account, depth);
        };
        add_below(nullptr, 0);
        while (!waiting.empty()) {
            const auto [account, depth] = waiting.back();
            waiting.pop_back();
            slot(account_row_, account->code->id) = static_cast<int>(table_.accounts.size()) + 1;
            auto& row = table_.accounts.emplace_back(AccountRow{account, depth, {}});
            row.years.by_year.resize(static_cast<std::size_t>(table_.fiscal_years.count()));
            add_below(account->code, depth + 1);
        }
    }

    // What lies outside of the plan as it is now stands on what would hold it.
    int node_of(const Name& subject) {
        int& known = slot(node_of_, subject.id);
        if (known == 0) {
            std::string_view code = subject.text;
            auto at = index_.find(std::string{code});
            while (at == index_.end()) {
                code = parent_of(code);
                at = index_.find(std::string{code});
            }
            known = at->second + 1;
        }
        return known - 1;
    }

    Amounts* cell(Years& years, int year) const {
        const int at = year - table_.fiscal_years.first;
        return at < 0 || at >= table_.fiscal_years.count()
                   ? &years.all
                   : &years.by_year[static_cast<std::size_t>(at)];
    }

    void add_line(const BudgetLine& line) {
        const auto converted = rates_.convert(line.amount, line.effective_on, adder_.overflowed);
        Amounts amounts;
        amounts.lines = 1;
        amounts.cost = converted.minor_units;
        amounts.unknown_costs = converted.is_known ? 0 : 1;
        Node& node = table_.nodes[static_cast<std::size_t>(node_of(*line.subject))];
        adder_.add(*cell(node.years, line.year), amounts);
        if (const int row = slot(account_row_, line.account->id)) {
            auto& account = table_.accounts[static_cast<std::size_t>(row - 1)];
            adder_.add(*cell(account.years, line.year), amounts);
        }
    }

    void add_record(const FundRecord& record) {
        Position& position = slot(table_.positions, record.position);
        if (position.first == nullptr)
            position.first = &record;
        ++position.records;
        const auto stage = static_cast<std::size_t>(record.stage);
        adder_.add(position.sums[stage], record.amount.minor_units());
        const auto converted =
            rates_.convert(record.amount, record.effective_on, adder_.overflowed);
        position.unknown += converted.is_known ? 0 : 1;
        adder_.add(position.converted[stage], converted.minor_units);
    }

    void add_positions() {
        std::erase_if(table_.positions,
                      [](const Position& position) { return position.first == nullptr; });
        for (const auto& position : table_.positions) {
            const FundRecord& first = *position.first;
            const auto of = [&](Stage stage) {
                return position.converted[static_cast<std::size_t>(stage)];
            };
            Amounts amounts;
            amounts.records = position.records;
            amounts.unknown_funds = position.unknown;
            amounts.committed = of(Stage::commitment);
            amounts.disbursed = of(Stage::disbursement);
            amounts.spent = of(Stage::expenditure);
            amounts.pledged = position.converted_rest(Stage::pledge);
            amounts.prospects = position.converted_rest(Stage::prospect);
            Node& node = table_.nodes[static_cast<std::size_t>(node_of(*first.subject))];
            adder_.add(*cell(node.years, first.year), amounts);
            int& row = slot(funder_row_, first.funder->id);
            if (row == 0) {
                auto& funder = table_.funders.emplace_back(FunderRow{first.funder, {}});
                funder.years.by_year.resize(static_cast<std::size_t>(table_.fiscal_years.count()));
                row = static_cast<int>(table_.funders.size());
            }
            adder_.add(*cell(table_.funders[static_cast<std::size_t>(row - 1)].years, first.year),
                       amounts);
        }
    }

    void close(Years& years) {
        for (const auto& year : years.by_year)
            adder_.add(years.all, year);
    }

    void add_years(Years& sum, const Years& part) {
        for (std::size_t i = 0; i < sum.by_year.size(); ++i) {
            if (!part.by_year[i].is_empty())
                adder_.add(sum.by_year[i], part.by_year[i]);
        }
        adder_.add(sum.all, part.all);
    }

    // Before anything is rolled up, so that each node still has its own alone.
    void note_own() {
        for (auto& node : table_.nodes) {
            for (const auto& year : node.years.by_year)
                stands_.push_back(!year.is_empty());
            if (node.kind != NodeKind::activity && node.kind != NodeKind::step)
                continue;
            const auto& above = table_.nodes[static_cast<std::size_t>(node.parent)].years.by_year;
            for (std::size_t i = 0; i < above.size(); ++i) {
                Amounts& own = node.years.by_year[i];
                own.lines_above = above[i].lines + above[i].lines_above;
                own.records_above = above[i].records + above[i].records_above;
                node.years.all.lines_above += own.lines_above;
                node.years.all.records_above += own.records_above;
            }
        }
    }

    // What stands on a node is asked together with all that stands on its parts; elsewhere each
    // part is asked alone. Money for what is then not costed closes no gap.
    void note_uncosted(std::size_t index) {
        auto& by_year = table_.nodes[index].years.by_year;
        for (std::size_t i = 0; i < by_year.size(); ++i) {
            if (!stands_[index * by_year.size() + i])
                continue;
            Amounts& year = by_year[i];
            year.committed_uncosted = year.is_costed() ? 0 : year.committed;
            year.pledged_uncosted = year.is_costed() ? 0 : year.pledged;
        }
    }

    // From the last to the first, so that every part is whole before it goes into what holds it.
    void roll_up() {
        for (std::size_t i = table_.nodes.size(); i-- > 0;) {
            Node& node = table_.nodes[i];
            note_uncosted(i);
            if (node.kind != NodeKind::whole) {
                Node& parent = table_.nodes[static_cast<std::size_t>(node.parent)];
                add_years(parent.years, node.years);
            }
            close(node.years);
            if (node.kind == NodeKind::activity)
                node.activities_costed = node.years.all.is_costed() ? 1 : 0;
            if (node.kind != NodeKind::whole && node.kind != NodeKind::step) {
                Node& parent = table_.nodes[static_cast<std::size_t>(node.parent)];
                parent.activities += node.activities;
                parent.activities_costed += node.activities_costed;
            }
        }
        for (auto& funder : table_.funders)
            close(funder.years);
        std::ranges::sort(table_.funders, {}, [](const auto& row) { return row.funder->text; });
        for (std::size_t i = table_.accounts.size(); i-- > 0;) {
            auto& row = table_.accounts[i];
            if (row.account->parent != nullptr) {
                const int above = slot(account_row_, row.account->parent->id);
                if (above != 0)
                    add_years(table_.accounts[static_cast<std::size_t>(above - 1)].years,
                              row.years);
            }
            close(row.years);
        }
    }

    const plan::Plan& plan_;
    const Book& book_;
    const Rates& rates_;
    Table table_;
    Adder adder_;
    std::unordered_map<std::string, int> index_;
    std::unordered_map<std::string, std::vector<std::string>> steps_;
    std::vector<char> is_noted_;
    std::vector<char> stands_;      // by node and fiscal year: whether anything stands on it itself
    std::vector<int> node_of_;      // + 1, by subject; 0 is not yet known
    std::vector<int> account_row_;  // + 1, by account
    std::vector<int> funder_row_;   // + 1, by funder
};

}  // namespace

Result<Table> gap_table(const plan::Plan& plan, const Book& book, const Rates& rates) {
    return Builder{plan, book, rates}.run();
}

InForce in_force(const Book& book) {
    InForce latest;
    for (const auto* line : book.lines)
        slot(latest.lines, line->code->id) = line;
    for (const auto* record : book.records)
        slot(latest.records, record->chain) = record;
    const auto is_gone = [](const auto* entry) {
        return entry == nullptr || entry->amount.minor_units() == 0;
    };
    std::erase_if(latest.lines, is_gone);
    std::erase_if(latest.records, is_gone);
    return latest;
}

std::optional<std::int64_t> Amounts::gap() const {
    if (!is_costed() || unknown_costs > 0 || unknown_funds > 0 || records_above > 0)
        return std::nullopt;
    return cost - (committed - committed_uncosted);
}

std::optional<std::int64_t> Amounts::gap_after_pledges() const {
    const auto before = gap();
    return before ? std::optional{*before - (pledged - pledged_uncosted)} : std::nullopt;
}

std::optional<base::Decimal> Amounts::absorption() const {
    return unknown_funds > 0 ? std::nullopt : share_of(spent, disbursed);
}

bool Amounts::add(const Amounts& other) {
    bool overflowed = false;
    const auto sum = [&](std::int64_t& to, std::int64_t from) {
        overflowed |= __builtin_add_overflow(to, from, &to);
    };
    sum(cost, other.cost);
    sum(committed, other.committed);
    sum(pledged, other.pledged);
    sum(prospects, other.prospects);
    sum(disbursed, other.disbursed);
    sum(spent, other.spent);
    sum(committed_uncosted, other.committed_uncosted);
    sum(pledged_uncosted, other.pledged_uncosted);
    lines += other.lines;
    records += other.records;
    unknown_costs += other.unknown_costs;
    unknown_funds += other.unknown_funds;
    return !overflowed;
}

std::int64_t Position::rest(Stage stage) const {
    const auto of = [&](Stage one) { return sums[static_cast<std::size_t>(one)]; };
    const std::int64_t covered = stage == Stage::pledge
                                     ? of(Stage::commitment)
                                     : std::max(of(Stage::pledge), of(Stage::commitment));
    return std::max<std::int64_t>(0, of(stage) - covered);
}

std::optional<base::Decimal> Position::absorption() const {
    return share_of(sums[static_cast<std::size_t>(Stage::expenditure)],
                    sums[static_cast<std::size_t>(Stage::disbursement)]);
}

std::int64_t Position::converted_rest(Stage stage) const {
    const std::int64_t whole = sums[static_cast<std::size_t>(stage)];
    const std::int64_t left = rest(stage);
    const std::int64_t exchanged = converted[static_cast<std::size_t>(stage)];
    if (left == whole || left == 0)
        return left == 0 ? 0 : exchanged;
    return static_cast<std::int64_t>(base::divide_half_even(base::Wide{exchanged} * left, whole));
}

}  // namespace funding
