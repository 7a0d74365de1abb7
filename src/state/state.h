#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "council/standing.h"
#include "funding/entries.h"
#include "journal/entry_view.h"
#include "journal/hash.h"
#include "plan/plan.h"
#include "plan/working.h"
#include "programme/event.h"
#include "progress/duty.h"
#include "state/chunked.h"
#include "trust/rights.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace state {

using base::Result;
using progress::Known;

/// The reports of one target for one period, in the journal's order.
///
/// Beside each event stands what all events up to it add up to, so that a question costs the same
/// however often a report was returned.
struct Slot {
    struct Step {
        progress::DutyFold fold;
        base::Day earliest_effective_on;  ///< of all events up to this one
        base::Day latest_effective_on;    ///< likewise
    };
    struct Entry {
        Entry(const progress::Event& made, const Step* before);
        Entry(const Entry&) = delete;
        progress::Event event;
        Step step;
    };
    base::Period period;
    /// Side by side, since a question looks at both; up to two million entries on one report.
    Chunked<Entry, 2, 20> entries{};

    void append(const progress::Event& event);
    progress::DutyFold fold(const Known& known) const;
};

/// A change of the working plan that is in force.
struct AmendmentRecord {
    std::uint64_t seq = 0;
    base::Day effective_on;
    std::string subject;
    std::string reason;  ///< a commitment; the vault holds the text
    std::string decision;
    std::string before;  ///< readable, one change a line: "due: open -> 2025"
    std::shared_ptr<const base::Json> changes;
};

/// The plan as it was in force on a day, by what was recorded: the printed plan and its amendments.
struct PlanInForce {
    std::shared_ptr<const plan::Plan> promised;  ///< as it was first adopted: the original promise
    std::shared_ptr<const plan::Plan> printed;   ///< as it was adopted last
    std::shared_ptr<const plan::Plan> working;   ///< the printed one where nothing was amended
    std::uint64_t adopted_by = 0;                ///< the entry that adopted the printed plan
    base::Day adopted_on;                        ///< from which the first one counts
    /// From when reports are asked: the lead's confirmation or a working plan's adoption.
    std::map<plan::ActivityId, base::Day> asked_from;
    std::map<plan::ActivityId, std::vector<plan::Confirmation>> confirmations;
    std::map<plan::ActivityId, std::vector<plan::WorkingYear>> years;
    std::vector<plan::ProposedChange> proposed;  ///< settled ones too
    std::vector<AmendmentRecord> amendments;
};

/// One file of statistics that was loaded.
struct Load {
    std::uint64_t seq = 0;
    std::string file;
    journal::Hash object{};
    std::string dataflow;
    base::YearStart fiscal_year{7};
    std::optional<journal::Hash> root = {};     ///< over its records; absent in the oldest entries
    std::optional<journal::Hash> message = {};  ///< that the table was made from
};

/// A message of another agency's structures that was loaded.
struct StructureLoad {
    std::uint64_t seq = 0;
    base::Day effective_on;
    std::string file;
    journal::Hash object{};
};

/// One publication of how likely targets and outcomes are.
struct OutlooksPublished {
    std::uint64_t seq = 0;
    base::Day effective_on;  ///< the day on which it was published
};

/// One file of statistics that was refused.
struct Refusal {
    std::uint64_t seq = 0;
    base::Day effective_on;
    std::string file;
    journal::Hash object{};  ///< of what was refused; the file itself is not kept
    std::int64_t faults = 0;
    std::string first;  ///< the code and the place of the first fault
};

/// Reads a `dataset.loaded` entry. Errors: invalid_entry.
Result<Load> load_of(std::uint64_t seq, const journal::EntryView& entry);

struct TokenRecord {
    std::uint64_t seq = 0;
    journal::Hash fingerprint{};
    trust::Principal principal;
    base::Day expires_on;
    std::atomic<std::uint64_t> revoked_by{UINT64_MAX};
};

/// The indexes folded from the journal: append-only, so that a snapshot is a sequence number and
/// an old date costs what today costs. One thread folds; any number read, without a lock.
class State {
  public:
    /// Gives the compiled plan that a `plan.adopted` entry names by the hash of its JSON.
    using PlanSource = std::function<Result<plan::Plan>(const journal::Hash&)>;

    explicit State(PlanSource plan_source);
    ~State();

    /// Folds the next entry. Kinds that are not known here change nothing.
    /// Errors: invalid_entry (a payload that does not fit its kind), and those of the source.
    Result<void> apply(std::uint64_t seq, std::string_view canonical_bytes);

    /// How many entries have been folded.
    std::uint64_t size() const noexcept { return recorded_.size(); }
    /// How many had been recorded by then: the journal's own clock.
    std::uint64_t size_at(base::Instant recorded_by) const;
    std::optional<base::Instant> recorded_at(std::uint64_t seq) const;
    /// How many entries count: recorded by then and in force by then.
    std::uint64_t count(const Known& known) const;

    /// Nothing where no plan had been adopted by then, or none was in force on that day.
    /// Errors: those of `plan::apply`, which an accepted amendment never gives.
    Result<std::shared_ptr<const PlanInForce>> plan_at(const Known& known) const;

    /// The days from `from` on at which the plan in force changes, ascending.
    std::vector<base::Day> plan_days(base::Day from) const;

    /// What the entries of the council that were known add up to, over the seats of that plan.
    std::shared_ptr<const council::Standing> council(
        const Known& known, const std::shared_ptr<const plan::Plan>& plan) const;

    /// The periods of a target with entries, ascending; only those that `known` covers.
    std::vector<progress::Duty> duties(const plan::TargetId& target, const Known& known) const;
    /// Those of them that are longer than `period`; nearly always there are none.
    std::vector<progress::Duty> wider_duties(const plan::TargetId& target,
                                             const base::Period& period, const Known& known) const;
    progress::DutyRecord duty(const plan::TargetId& target, const base::Period& period,
                              const Known& known) const;
    /// Every entry of one duty, as folded.
    std::vector<progress::Event> events(const plan::TargetId& target, const base::Period& period,
                                        const Known& known) const;

    /// The entries about a programme, in order; only those that `known` covers.
    std::vector<const programme::Event*> programme_events(const plan::ProgrammeId& code,
                                                          const Known& known) const;

    /// Loads recorded before `seq`, in order.
    std::vector<Load> loads(std::uint64_t seq) const;
    /// Messages of structures that were known, in order.
    std::vector<StructureLoad> structures(const Known& known) const;

    /// Publications of outlooks that were known, in order; what they say is in their entries.
    std::vector<OutlooksPublished> outlooks(const Known& known) const;

    /// Refused files of which no later load took the place, in order.
    std::vector<Refusal> refusals(const Known& known) const;
    /// The entries on money that `known` covers. They live as long as the state, and never move.
    funding::Book book(const Known& known) const;

    /// The holder of a token that has not been revoked; whether it has expired is the caller's to
    /// ask. Nothing where it is unknown.
    const TokenRecord* find_token(const journal::Hash& fingerprint) const;

    /// The entry that this request became, or nothing. Of two requests with one fingerprint it
    /// gives the first, so the caller compares the identifiers.
    std::optional<std::uint64_t> find_request(std::string_view request_id) const;

    std::string_view institution_name(std::uint32_t index) const { return *names_[index]; }

  private:
    struct TargetRecord {
        Chunked<Slot, 4> slots;
    };
    using Directory = std::unordered_map<std::string, std::shared_ptr<TargetRecord>>;

    enum class PlanEventKind { printed, working, confirmed, proposed, declined, amended };
    struct PlanEvent {
        PlanEventKind kind{};
        std::uint64_t seq = 0;
        base::Day effective_on;
        std::shared_ptr<const plan::Plan> plan;    // printed
        std::vector<plan::ActivityId> activities;  // working, confirmed
        plan::Confirmation confirmation;
        plan::WorkingYear year;  // working
        std::vector<std::uint64_t>
            proposals;  // working: what it adopts; declined: what it declines
        std::optional<plan::ProposedChange> proposed;
        AmendmentRecord amendment;
    };

    Result<void> fold(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_plan(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_progress(std::uint64_t seq, const journal::EntryView& entry,
                               progress::EventKind kind);
    Result<void> fold_council(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_programme(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_load(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_structures(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_refusal(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_funding(std::uint64_t seq, const journal::EntryView& entry);
    Result<void> fold_token(std::uint64_t seq, const journal::EntryView& entry);
    void fold_revocation(std::uint64_t seq, const journal::EntryView& entry);
    Slot& slot(std::string_view target, const base::Period& period);
    std::uint32_t intern(std::string_view name);
    const TargetRecord* find(const plan::TargetId& target) const;
    template <typename Wanted>
    std::vector<progress::Duty> duties_where(const plan::TargetId& target, const Known& known,
                                             Wanted wanted) const;
    Result<std::shared_ptr<const PlanInForce>> compose(
        const std::vector<std::size_t>& events) const;

    PlanSource plan_source_;
    Chunked<base::Instant, 1024> recorded_;
    struct InForce {
        base::Day from;
        base::Day latest;  ///< of all entries up to this one
    };
    Chunked<InForce, 1024> in_force_;
    std::atomic<std::shared_ptr<const Directory>> directory_;
    std::unordered_map<std::string, Slot*> slot_index_;  // the folding thread's alone
    Chunked<PlanEvent> plan_events_;
    Chunked<council::Event, 64> council_events_;
    Chunked<StructureLoad> structures_;
    Chunked<Load> loads_;
    Chunked<Refusal> refusals_;
    Chunked<OutlooksPublished> outlooks_;
    Chunked<programme::Event> programme_events_;
    Chunked<TokenRecord> tokens_;

    funding::Reader funding_reader_;  // the folding thread's alone; its names are everybody's
    Chunked<funding::Account> accounts_;
    Chunked<funding::LevelDeclaration> levels_;
    Chunked<funding::BudgetLine> budget_lines_;
    Chunked<funding::FundRecord> fund_records_;

    Chunked<std::unique_ptr<const std::string>> names_;
    std::unordered_map<std::string, std::uint32_t> name_index_;  // the folding thread's alone

    // Requests are looked up by those who write; readers of the indexes never wait for it.
    mutable std::mutex requests_mutex_;
    std::unordered_map<std::size_t, std::uint64_t> requests_;

    struct Composed {
        std::vector<std::size_t> events;
        std::shared_ptr<const PlanInForce> plan;
    };
    // The compositions that were asked for last, newest first; replaced as a whole.
    using Compositions = std::vector<std::shared_ptr<const Composed>>;
    mutable std::atomic<std::shared_ptr<const Compositions>> compositions_;

    // Likewise for the council: how many of its entries were recorded, and on which day.
    struct Stood {
        std::size_t recorded = 0;
        base::Day as_of;
        std::shared_ptr<const plan::Plan> plan;
        std::shared_ptr<const council::Standing> standing;
    };
    using Standings = std::vector<std::shared_ptr<const Stood>>;
    mutable std::atomic<std::shared_ptr<const Standings>> standings_;
};

}  // namespace state
