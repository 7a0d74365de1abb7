#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/period.h"
#include "base/result.h"
#include "journal/entry_view.h"

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace funding {

using base::Result;

/// Where money is counted, from coarse to fine; an objective is an operational one.
enum class Level : std::uint8_t { objective, activity, step };
/// From the first talk to the last receipt; docs/methods/funding.md names the IATI transaction type
/// of each.
enum class Stage : std::uint8_t { prospect, pledge, commitment, disbursement, expenditure };
/// On what a cost rests.
enum class Basis : std::uint8_t { estimate, quotation, approved };

inline constexpr std::array<std::string_view, 3> level_words{"objective", "activity", "step"};
inline constexpr std::array<std::string_view, 5> stage_words{"prospect", "pledge", "commitment",
                                                             "disbursement", "expenditure"};
inline constexpr std::array<std::string_view, 3> basis_words{"estimate", "quotation", "approved"};
inline constexpr std::size_t stage_count = stage_words.size();

inline std::string_view word(Level level) {
    return level_words[static_cast<std::size_t>(level)];
}
inline std::string_view word(Stage stage) {
    return stage_words[static_cast<std::size_t>(stage)];
}
inline std::string_view word(Basis basis) {
    return basis_words[static_cast<std::size_t>(basis)];
}
std::optional<Level> parse_level(std::string_view text);
std::optional<Stage> parse_stage(std::string_view text);
std::optional<Basis> parse_basis(std::string_view text);

/// A code or name that entries share, with a number that is dense among its kind.
struct Name {
    std::uint32_t id = 0;
    std::string text;
};

/// An account of the chart of accounts, from its day.
struct Account {
    std::uint64_t seq = 0;
    base::Day effective_on;
    const Name* code = nullptr;
    const Name* parent = nullptr;  ///< none for an account at the top
    std::string title;
};

struct LevelDeclaration {
    std::uint64_t seq = 0;
    base::Day effective_on;
    Level level{};
};

/// What an activity or step costs in one fiscal year; a later one of the same code takes its place.
struct BudgetLine {
    std::uint64_t seq = 0;
    base::Day effective_on;
    const Name* code = nullptr;
    const Name* subject = nullptr;
    const Name* account = nullptr;
    int year = 0;  ///< the fiscal year's number
    Basis basis{};
    base::Money amount;  ///< 0 takes the line back
    std::string title;
};

/// Money of one fund at one stage; a correction takes the place of what it corrects.
struct FundRecord {
    std::uint64_t seq = 0;
    base::Day effective_on;
    const Name* fund = nullptr;
    const Name* funder = nullptr;
    const Name* subject = nullptr;
    int year = 0;
    Stage stage{};
    base::Money amount;          ///< 0 takes a record back
    std::uint32_t chain = 0;     ///< one for a record and all corrections of it
    std::uint32_t position = 0;  ///< one for each fund, subject and fiscal year
    std::uint64_t corrects = no_entry;

    static constexpr std::uint64_t no_entry = UINT64_MAX;
};

/// What entries on money are known, in the journal's order. What it points to outlives it.
struct Book {
    std::vector<const Account*> accounts;
    std::vector<const LevelDeclaration*> levels;
    std::vector<const BudgetLine*> lines;
    std::vector<const FundRecord*> records;
};

/// Reads entries of the kinds `funding.*` and gives their names numbers; one thread alone may.
///
/// Shape:  names that it gave live as long as it does, and never move.
/// Errors: invalid_entry, where a payload does not fit its kind.
class Reader {
  public:
    Result<Account> account(std::uint64_t seq, const journal::EntryView& entry);
    static Result<LevelDeclaration> level(std::uint64_t seq, const journal::EntryView& entry);
    Result<BudgetLine> line(std::uint64_t seq, const journal::EntryView& entry);
    Result<FundRecord> record(std::uint64_t seq, const journal::EntryView& entry);

    /// The fields of a record as texts; `line` and `record` go through these.
    struct LineTexts {
        std::string_view code, subject, account, title;
    };
    BudgetLine make_line(std::uint64_t seq, base::Day day, const LineTexts& texts, int year,
                         Basis basis, base::Money amount);
    struct RecordTexts {
        std::string_view fund, funder, subject;
    };
    FundRecord make_record(std::uint64_t seq, base::Day day, const RecordTexts& texts, int year,
                           Stage stage, base::Money amount,
                           std::uint64_t corrects = FundRecord::no_entry);

  private:
    class Names {
      public:
        const Name* intern(std::string_view text);

      private:
        std::deque<Name> names_;
        std::unordered_map<std::string_view, const Name*> index_;
    };

    Names accounts_, codes_, subjects_, funds_, funders_;
    std::unordered_map<std::uint64_t, std::uint32_t> chain_of_;  // by entry
    std::unordered_map<std::string, std::uint32_t> position_of_;
    std::uint32_t chains_ = 0;
};

}  // namespace funding
