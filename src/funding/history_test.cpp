// Random histories of money, each entry accepted by the rules; what the rules promise is then asked
// of every day, and every answer as of a day is compared with one that is made from the entries of
// that day alone, in another way.

#include "funding/gap.h"
#include "funding/rules.h"
#include "plan/test_folder.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <random>
#include <set>

namespace funding {
namespace {

using base::make_day;

constexpr int days = 120;
const base::Day first_day = make_day(2024, 1, 1);

struct Asked {
    std::string fund;
    std::string subject;
    int year = 0;
    Stage stage{};
    std::int64_t units = 0;
    base::Day day;
    std::optional<std::uint64_t> corrects;
};

/// A history that grows by what the rules let through.
class History {
  public:
    explicit History(std::uint64_t seed) : dice_(seed) {
        plan_ = plan::TestFolder{}.compile().plan.value();
        plan_.activities[0].steps = {{"One", plan_.from, plan_.until},
                                     {"Two", plan_.from, plan_.until}};
        std::vector<DatedRate> rates;
        for (int i = -3; i < days; i += 1 + number(6))
            rates.push_back({first_day + std::chrono::days{i},
                             base::Decimal::from_parts(27000 + number(2000), 2).value(), "a-bank",
                             first_day});
        rates_.add(usd_, std::move(rates));
    }

    void grow() {
        if (number(4) == 0)
            add_line();
        else
            add_record();
    }

    Book book(base::Day as_of) const {
        Book book;
        for (const auto& line : lines_) {
            if (line.effective_on <= as_of)
                book.lines.push_back(&line);
        }
        for (const auto& record : records_) {
            if (record.effective_on <= as_of)
                book.records.push_back(&record);
        }
        return book;
    }
    const plan::Plan& plan() const { return plan_; }
    const Rates& rates() const { return rates_; }
    std::size_t accepted() const { return lines_.size() + records_.size(); }
    std::size_t refused() const { return refused_; }

  private:
    int number(int below) { return static_cast<int>(dice_() % static_cast<unsigned>(below)); }
    std::string subject() {
        constexpr std::array<const char*, 4> all{"1.1.1", "1.1.1/1", "1.1.1/2", "1.1.2"};
        return all[static_cast<std::size_t>(number(4))];
    }
    base::Day day() { return first_day + std::chrono::days{number(days)}; }

    void add_line() {
        const auto named = subject_named(plan_, subject()).value();
        const std::string code = "line-" + std::to_string(number(6));
        const base::Money amount{number(5) == 0 ? 0 : 1 + number(100'000), number(2) ? pkr_ : usd_};
        const AskedLine asked{code, named, 2024 + number(2), "FY", day(), amount};
        if (!line_faults(book(base::Day::max()), rates_, asked).empty()) {
            ++refused_;
            return;
        }
        lines_.push_back(reader_.make_line(seq_++, asked.day, {code, named.code, "A03", "Title"},
                                           asked.year, Basis::estimate, amount));
    }

    void add_record() {
        const auto named = subject_named(plan_, subject()).value();
        int fund = number(4);
        auto stage = static_cast<Stage>(number(5));
        std::optional<std::uint64_t> corrects;
        if (!records_.empty() && number(4) == 0) {
            const auto& other =
                records_[static_cast<std::size_t>(number(static_cast<int>(records_.size())))];
            corrects = other.seq;
            fund = other.fund->text.back() - '0';
            stage = other.stage;
        }
        const std::string code = "fund-" + std::to_string(fund);
        const base::Money amount{corrects && number(3) == 0 ? 0 : 1 + number(10'000),
                                 fund % 2 ? pkr_ : usd_};
        const AskedRecord asked{code,  "moitt", named,  2024 + number(2), "FY",
                                stage, day(),   amount, corrects};
        if (!record_faults(book(base::Day::max()), rates_, asked).empty()) {
            ++refused_;
            return;
        }
        records_.push_back(reader_.make_record(seq_++, asked.day, {code, "moitt", named.code},
                                               asked.year, asked.stage, amount,
                                               corrects.value_or(FundRecord::no_entry)));
    }

    std::mt19937_64 dice_;
    base::Currency pkr_ = base::Currency::parse("PKR").value();
    base::Currency usd_ = base::Currency::parse("USD").value();
    plan::Plan plan_;
    Rates rates_{pkr_};
    Reader reader_;
    std::uint64_t seq_ = 2;
    std::size_t refused_ = 0;
    std::deque<BudgetLine> lines_;
    std::deque<FundRecord> records_;
};

/// The same answer made plainly: replay the entries of that day into maps, then add up.
struct Replay {
    std::map<std::string, const BudgetLine*> lines;
    std::map<std::uint64_t, const FundRecord*> records;  // by the first entry of their chain

    explicit Replay(const Book& everything, base::Day as_of) {
        std::map<std::uint64_t, std::uint64_t> root;
        for (const auto* record : everything.records)
            root[record->seq] =
                record->corrects == FundRecord::no_entry ? record->seq : root[record->corrects];
        for (const auto* line : everything.lines) {
            if (line->effective_on <= as_of)
                lines[line->code->text] = line;
        }
        for (const auto* record : everything.records) {
            if (record->effective_on <= as_of)
                records[root[record->seq]] = record;
        }
    }
};

/// The gap made plainly: of each year, of each activity on which anything stands, or else of each
/// of its steps, the cost less what is committed, where there is a cost.
std::optional<std::int64_t> plain_gap(const History& history, const Replay& replay) {
    struct Sums {
        std::int64_t cost = 0, committed = 0;
        bool is_costed = false;
    };
    const auto convert = [&](const auto& entry) {
        return history.rates().convert(entry.amount, entry.effective_on).value().minor_units;
    };
    std::set<std::pair<std::string, int>> whole_activities;
    const auto each = [&](auto visit) {
        for (const auto& [code, line] : replay.lines) {
            if (line->amount.minor_units() != 0)
                visit(line->subject->text, line->year, convert(*line), true);
        }
        for (const auto& [first, record] : replay.records) {
            if (record->amount.minor_units() != 0)
                visit(record->subject->text, record->year,
                      record->stage == Stage::commitment ? convert(*record) : 0, false);
        }
    };
    each([&](const std::string& subject, int year, std::int64_t, bool) {
        if (subject.find('/') == std::string::npos)
            whole_activities.insert({subject, year});
    });
    std::map<std::pair<std::string, int>, Sums> parts;
    each([&](const std::string& subject, int year, std::int64_t amount, bool is_cost) {
        const std::string activity = subject.substr(0, subject.find('/'));
        auto& sums =
            parts[{whole_activities.contains({activity, year}) ? activity : subject, year}];
        (is_cost ? sums.cost : sums.committed) += amount;
        sums.is_costed = sums.is_costed || is_cost;
    });
    std::optional<std::int64_t> gap;
    for (const auto& [part, sums] : parts) {
        if (sums.is_costed)
            gap = gap.value_or(0) + sums.cost - sums.committed;
    }
    return gap;
}

void check_day(const History& history, base::Day as_of) {
    const Replay replay{history.book(base::Day::max()), as_of};
    const Table table = gap_table(history.plan(), history.book(as_of), history.rates()).value();
    using Key = std::tuple<std::string, std::string, int>;
    std::map<Key, std::array<std::int64_t, stage_count>> sums;
    std::int64_t cost = 0, committed = 0;
    std::map<std::string, std::set<int>> cost_at, funds_at;
    for (const auto& [code, line] : replay.lines) {
        if (line->amount.minor_units() == 0)
            continue;
        cost += history.rates().convert(line->amount, line->effective_on).value().minor_units;
        cost_at[line->subject->text].insert(line->year);
    }
    for (const auto& [first, record] : replay.records) {
        if (record->amount.minor_units() == 0)
            continue;
        sums[{record->fund->text, record->subject->text, record->year}]
            [static_cast<std::size_t>(record->stage)] += record->amount.minor_units();
        funds_at[record->subject->text].insert(record->year);
        if (record->stage == Stage::commitment)
            committed +=
                history.rates().convert(record->amount, record->effective_on).value().minor_units;
    }
    for (const auto& [key, sum] : sums) {
        EXPECT_LE(sum[3], sum[2]) << "disbursed above committed on " << base::to_string(as_of);
        EXPECT_LE(sum[4], sum[3]) << "spent above disbursed on " << base::to_string(as_of);
    }
    for (const auto* at : {&cost_at, &funds_at}) {
        for (const auto& [subject, years] : *at) {
            for (const int year : years) {
                const auto above = at->find(std::string{parent_of(subject)});
                EXPECT_FALSE(above != at->end() && above->second.contains(year))
                    << subject << " is counted twice on " << base::to_string(as_of);
            }
        }
    }
    ASSERT_EQ(table.positions.size(), sums.size());
    std::int64_t pledged = 0;
    for (const auto& position : table.positions) {
        const auto& first = *position.first;
        const auto& sum = sums.at({first.fund->text, first.subject->text, first.year});
        EXPECT_EQ(position.sums, sum);
        EXPECT_EQ(position.rest(Stage::pledge), std::max<std::int64_t>(0, sum[1] - sum[2]));
        pledged += position.converted_rest(Stage::pledge);
    }
    const auto& whole = table.nodes.front().years.all;
    EXPECT_EQ(whole.cost, cost);
    EXPECT_EQ(whole.committed, committed);
    EXPECT_EQ(whole.pledged, pledged);
    EXPECT_EQ(whole.gap(), plain_gap(history, replay)) << base::to_string(as_of);
    EXPECT_EQ(whole.unknown_costs + whole.unknown_funds, 0u) << "every entry had its rate";
    std::int64_t by_year = 0, by_funder = 0, by_part = 0;
    for (const auto& year : table.nodes.front().years.by_year)
        by_year += year.cost;
    for (const auto& funder : table.funders)
        by_funder += funder.years.all.committed;
    for (const auto& node : table.nodes)
        by_part += node.kind == NodeKind::activity ? node.years.all.cost : 0;
    EXPECT_EQ(by_year, cost);
    EXPECT_EQ(by_funder, committed);
    EXPECT_EQ(by_part, cost);
}

TEST(History, HoldsItsRulesAndEqualsItsReplayOnEveryDay) {
    std::size_t accepted = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        History history{seed};
        for (int i = 0; i < 150; ++i)
            history.grow();
        accepted += history.accepted();
        refused += history.refused();
        for (int day = -1; day <= days; day += 7)
            check_day(history, first_day + std::chrono::days{day});
        if (::testing::Test::HasFailure())
            return;
    }
    // A history in which all is refused, or nothing, would say little.
    EXPECT_GT(accepted, 1500u);
    EXPECT_GT(refused, 1500u);
}

}  // namespace
}  // namespace funding
