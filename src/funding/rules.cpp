#include "funding/rules.h"

#include "base/text.h"
#include "base/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace funding {
namespace {

using base::Day;
using base::Error;
using base::ErrorCode;

constexpr Day for_ever = Day::max();

/// An entry with the days on which it stands: from its own until one of its line, or a correction
/// of it, takes its place.
template <typename Entry>
struct Standing {
    const Entry* entry;
    Day from;
    Day until;  // the first day on which it no longer stands
};

// Of those that count on a day the last of the journal stands, so each ends where a later one of
// the journal begins.
template <typename Entry>
std::vector<Standing<Entry>> standing(const std::vector<const Entry*>& in_order) {
    std::vector<Standing<Entry>> all;
    Day until = for_ever;
    for (auto at = in_order.rbegin(); at != in_order.rend(); ++at) {
        const Day from = (*at)->effective_on;
        if (from < until && (*at)->amount.minor_units() != 0)
            all.push_back({*at, from, until});
        until = std::min(until, from);
    }
    return all;
}

/// What stands on one branch in one fiscal year after a day, each with what takes its place.
template <typename Entry, typename Key>
std::vector<Standing<Entry>> standing_after(const std::vector<const Entry*>& entries, Key key,
                                            auto is_wanted, Day day) {
    std::map<decltype(key(*entries.front())), std::vector<const Entry*>> groups;
    for (const Entry* entry : entries) {
        if (is_wanted(*entry))
            groups[key(*entry)];
    }
    for (const Entry* entry : entries) {
        if (const auto at = groups.find(key(*entry)); at != groups.end())
            at->second.push_back(entry);
    }
    std::vector<Standing<Entry>> all;
    for (const auto& [name, group] : groups) {
        for (const auto& one : standing(group)) {
            if (is_wanted(*one.entry) && one.until > day)
                all.push_back(one);
        }
    }
    return all;
}

std::uint32_t chain_of(const FundRecord& record) {
    return record.chain;
}

bool are_nested(std::string_view a, std::string_view b) {
    return is_part_of(a, b) || is_part_of(b, a);
}

std::optional<Error> coarse_fault(const Book& book, const Subject& subject, Day day) {
    const auto fault = [&](Level level, Day on) {
        return Error{ErrorCode::coarser_than_level,
                     fmt::format("money is counted by {} from {} on, found {}, {} {}: expected {}",
                                 word(level), base::to_string(on), subject.code,
                                 subject.level == Level::step ? "a" : "an", word(subject.level),
                                 level == Level::step ? "a step such as 1.1.1/2"
                                                      : "an activity or a step of it"),
                     "subject"};
    };
    if (const Level level = level_on(book, day); subject.level < level)
        return fault(level, day);
    for (const auto* declared : book.levels) {
        if (declared->effective_on > day && subject.level < declared->level)
            return fault(declared->level, declared->effective_on);
    }
    return std::nullopt;
}

/// One of two entries that would count the same thing twice.
struct Counted {
    std::string_view what;  // "budget line"
    std::string_view code;
    std::string_view subject;
};

Error twice(std::string_view nature, const Counted& asked, const Counted& other,
            std::string_view year, std::uint64_t seq) {
    return {
        ErrorCode::counted_twice,
        fmt::format("{} of {} would be counted twice: {} {} on {}, and {} {} of entry {} on {}, "
                    "which {}",
                    nature, year, asked.what, asked.code, asked.subject, other.what, other.code,
                    seq, other.subject,
                    is_part_of(asked.subject, other.subject) ? "holds it" : "lies in it"),
        "subject"};
}

std::optional<Error> rate_fault(const Rates& rates, const base::Money& amount, Day day) {
    const auto converted = rates.convert(amount, day);
    if (!converted.ok())
        return converted.error();
    return converted->is_known ? std::nullopt
                               : std::optional{rates.missing(amount.currency(), day)};
}

// What is asked of a budget line and of a record of money alike.
template <typename Asked>
std::vector<Error> place_faults(const Book& book, const Rates& rates, const Asked& asked) {
    std::vector<Error> faults;
    if (auto fault = coarse_fault(book, asked.subject, asked.day))
        faults.push_back(std::move(*fault));
    if (auto fault = rate_fault(rates, asked.amount, asked.day))
        faults.push_back(std::move(*fault));
    return faults;
}

/// By how much the sum of a stage changes on a day.
struct Change {
    Day day;
    Stage stage;
    std::int64_t by;
};

/// On which day the sums of a position would no longer hold, and how.
struct Break {
    ErrorCode code;
    Day day;
    std::int64_t more = 0;  // than may be
    std::int64_t least = 0;
};

std::optional<Break> first_break(std::vector<Change> changes) {
    std::ranges::sort(changes, {}, &Change::day);
    // Wide, because nothing bounds how many entries there are.
    std::array<base::Wide, stage_count> sums{};
    const auto sum = [&](Stage stage) -> base::Wide& {
        return sums[static_cast<std::size_t>(stage)];
    };
    const auto told = [&](Stage stage) {
        return static_cast<std::int64_t>(std::min<base::Wide>(sum(stage), INT64_MAX));
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        sum(changes[i].stage) += changes[i].by;
        if (i + 1 < changes.size() && changes[i + 1].day == changes[i].day)
            continue;
        if (sum(Stage::disbursement) > sum(Stage::commitment))
            return Break{ErrorCode::above_commitment, changes[i].day, told(Stage::disbursement),
                         told(Stage::commitment)};
        if (sum(Stage::expenditure) > sum(Stage::disbursement))
            return Break{ErrorCode::above_disbursement, changes[i].day, told(Stage::expenditure),
                         told(Stage::disbursement)};
    }
    return std::nullopt;
}

Error break_fault(const Break& broken, std::string_view fund, std::string_view subject,
                  std::string_view year, base::Currency currency) {
    const auto money = [&](std::int64_t units) { return base::Money{units, currency}.text(); };
    const bool is_commitment = broken.code == ErrorCode::above_commitment;
    return {broken.code,
            fmt::format("on {} fund {} would have {} {} for {} in {}, above the {} that it has {}",
                        base::to_string(broken.day), fund, is_commitment ? "disbursed" : "spent",
                        money(broken.more), subject, year, money(broken.least),
                        is_commitment ? "committed" : "disbursed"),
            "amount"};
}

/// Checks the sums of every position that the record, or what it corrects, touches.
class PositionCheck {
  public:
    PositionCheck(const Book& book, const AskedRecord& asked, const FundRecord* corrected)
        : asked_(asked) {
        // A correction that counts from an early day also ends the earlier ones of its chain, which
        // may have stood elsewhere.
        std::set<std::uint32_t> left;
        for (const auto* record : book.records) {
            if (corrected != nullptr && record->chain == corrected->chain)
                left.insert(record->position);
        }
        const auto touches = [&](const FundRecord& record) {
            return is_asked(record) || left.contains(record.position);
        };
        std::map<std::uint32_t, std::vector<const FundRecord*>> chains;
        for (const auto* record : book.records) {
            if (touches(*record))
                chains[record->chain];
        }
        for (const auto* record : book.records) {
            if (const auto at = chains.find(record->chain); at != chains.end())
                at->second.push_back(record);
        }
        for (const auto& [chain, records] : chains) {
            for (auto one : standing(records)) {
                if (corrected != nullptr && chain == corrected->chain)
                    one.until = std::min(one.until, asked.day);
                if (touches(*one.entry) && one.from < one.until)
                    add(one);
            }
        }
        add_asked();
    }

    std::vector<Error> faults() const {
        std::vector<Error> found;
        for (const auto& [key, position] : changes_) {
            if (const auto broken = first_break(position.list))
                found.push_back(break_fault(*broken, key.fund, key.subject, position.year_text,
                                            position.currency));
        }
        return found;
    }

  private:
    struct Key {
        std::string_view fund;
        std::string_view subject;
        int year = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Position {
        std::string year_text;
        base::Currency currency;
        std::vector<Change> list;
    };

    bool is_asked(const FundRecord& record) const {
        return record.fund->text == asked_.fund && record.subject->text == asked_.subject.code &&
               record.year == asked_.year;
    }
    void add_asked() {
        auto& position = changes_[{asked_.fund, asked_.subject.code, asked_.year}];
        position.year_text = asked_.year_text;
        position.currency = asked_.amount.currency();
        position.list.push_back({asked_.day, asked_.stage, asked_.amount.minor_units()});
    }
    void add(const Standing<FundRecord>& one) {
        const auto& record = *one.entry;
        auto& position = changes_[{record.fund->text, record.subject->text, record.year}];
        position.year_text = fmt::format("FY{}", record.year);
        position.currency = record.amount.currency();
        position.list.push_back({one.from, record.stage, record.amount.minor_units()});
        if (one.until != for_ever)
            position.list.push_back({one.until, record.stage, -record.amount.minor_units()});
    }

    const AskedRecord& asked_;
    std::map<Key, Position> changes_;
};

// The record that a correction names must be the one in force: the last of its chain.
Result<const FundRecord*> corrected_by(const Book& book, const AskedRecord& asked) {
    if (!asked.corrects)
        return static_cast<const FundRecord*>(nullptr);
    const auto at = std::ranges::find(book.records, *asked.corrects, &FundRecord::seq);
    if (at == book.records.end())
        return Error{ErrorCode::not_correctable,
                     fmt::format("entry {} records no money", *asked.corrects), "corrects"};
    const auto later = std::find_if(at + 1, book.records.end(), [&](const FundRecord* record) {
        return record->chain == (*at)->chain;
    });
    if (later != book.records.end())
        return Error{ErrorCode::not_correctable,
                     fmt::format("entry {} was corrected by entry {}; expected the correction of a "
                                 "record that is in force",
                                 *asked.corrects, (*later)->seq),
                     "corrects"};
    return *at;
}

// A correction says better what one record says; another fund's or stage's money is another record.
std::optional<Error> replaced_fault(const AskedRecord& asked, const FundRecord& corrected) {
    if (corrected.fund->text == asked.fund && corrected.funder->text == asked.funder &&
        corrected.stage == asked.stage)
        return std::nullopt;
    return Error{ErrorCode::corrects_another,
                 fmt::format("entry {} is a {} of fund {} by {}: expected the same in its place, "
                             "found a {} of fund {} by {}",
                             corrected.seq, word(corrected.stage), corrected.fund->text,
                             corrected.funder->text, word(asked.stage), asked.fund, asked.funder),
                 "corrects"};
}

std::optional<Error> fund_fault(const Book& book, const AskedRecord& asked,
                                const FundRecord* corrected) {
    const auto is_of_fund = [&](const FundRecord& record) {
        return record.fund->text == asked.fund &&
               (corrected == nullptr || record.chain != corrected->chain);
    };
    for (const auto& one : standing_after(book.records, chain_of, is_of_fund, asked.day)) {
        const FundRecord* record = one.entry;
        if (record->funder->text != asked.funder ||
            record->amount.currency() != asked.amount.currency())
            return Error{
                ErrorCode::another_fund,
                fmt::format("fund {} is {}'s money in {} (entry {}), found {}'s in {}", asked.fund,
                            record->funder->text, record->amount.currency().code(), record->seq,
                            asked.funder, asked.amount.currency().code()),
                "fund"};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Error> open_account_fault(const Book& book, std::string_view code) {
    for (const auto* account : book.accounts) {
        if (account->code->text == code)
            return Error{ErrorCode::account_is_open,
                         fmt::format("account {} was opened by entry {}", code, account->seq),
                         "account"};
    }
    return std::nullopt;
}

std::optional<Error> missing_account(const Book& book, std::string_view code, Day day,
                                     std::string where) {
    std::vector<std::string> codes;
    for (const auto* account : book.accounts) {
        if (account->code->text != code) {
            codes.push_back(account->code->text);
            continue;
        }
        if (account->effective_on <= day)
            return std::nullopt;
        return Error{ErrorCode::unknown_account,
                     fmt::format("account {} is open from {} on, found {}", code,
                                 base::to_string(account->effective_on), base::to_string(day)),
                     std::move(where)};
    }
    return Error{ErrorCode::unknown_account,
                 fmt::format("the chart of accounts has no account \"{}\"{}", code,
                             base::did_you_mean(code, codes)),
                 std::move(where)};
}

Level level_on(const Book& book, Day day) {
    Level level = Level::activity;
    for (const auto* declared : book.levels) {
        if (declared->effective_on <= day)
            level = declared->level;
    }
    return level;
}

std::optional<Error> level_fault(const Book& book) {
    const auto* line = book.lines.empty() ? nullptr : book.lines.front();
    const auto* record = book.records.empty() ? nullptr : book.records.front();
    if (line == nullptr && record == nullptr)
        return std::nullopt;
    const auto first = std::min(line != nullptr ? line->seq : UINT64_MAX,
                                record != nullptr ? record->seq : UINT64_MAX);
    return Error{ErrorCode::level_is_fixed,
                 fmt::format("the counting level is fixed since entry {} recorded money", first),
                 "level"};
}

std::vector<Error> line_faults(const Book& book, const Rates& rates, const AskedLine& asked) {
    auto faults = place_faults(book, rates, asked);
    if (asked.amount.minor_units() == 0)
        return faults;
    const auto nested = [&](const BudgetLine& line) {
        return line.year == asked.year && line.code->text != asked.code &&
               are_nested(line.subject->text, asked.subject.code);
    };
    const auto code = [](const BudgetLine& line) -> std::string_view { return line.code->text; };
    for (const auto& one : standing_after(book.lines, code, nested, asked.day))
        faults.push_back(twice("costs", {"budget line", asked.code, asked.subject.code},
                               {"budget line", one.entry->code->text, one.entry->subject->text},
                               asked.year_text, one.entry->seq));
    return faults;
}

std::vector<Error> record_faults(const Book& book, const Rates& rates, const AskedRecord& asked) {
    auto faults = place_faults(book, rates, asked);
    const auto found = corrected_by(book, asked);
    if (!found.ok()) {
        faults.push_back(found.error());
        return faults;
    }
    const FundRecord* corrected = found.value();
    if (corrected != nullptr) {
        if (auto fault = replaced_fault(asked, *corrected)) {
            faults.push_back(std::move(*fault));
            return faults;
        }
    }
    if (auto fault = fund_fault(book, asked, corrected)) {
        faults.push_back(std::move(*fault));
        return faults;
    }
    const auto nested = [&](const FundRecord& record) {
        return record.year == asked.year &&
               (corrected == nullptr || record.chain != corrected->chain) &&
               are_nested(record.subject->text, asked.subject.code);
    };
    if (asked.amount.minor_units() != 0) {
        for (const auto& one : standing_after(book.records, chain_of, nested, asked.day))
            faults.push_back(twice("funds", {"fund", asked.fund, asked.subject.code},
                                   {"fund", one.entry->fund->text, one.entry->subject->text},
                                   asked.year_text, one.entry->seq));
    }
    auto sums = PositionCheck{book, asked, corrected}.faults();
    std::ranges::move(sums, std::back_inserter(faults));
    return faults;
}

}  // namespace funding
