#pragma once

#include "base/period.h"
#include "progress/event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace progress {

/// What was known: entries before `seq` in the journal, in force on `as_of`.
struct Known {
    std::uint64_t seq = 0;  ///< entries 0 .. seq-1 had been recorded
    base::Day as_of;
    bool covers(const Event& event) const { return event.seq < seq && event.effective_on <= as_of; }
};

/// Where the report of one target for one period stands.
enum class DutyState : std::uint8_t {
    not_asked,
    not_yet,  ///< asked, but the period has not ended
    due,
    overdue,
    submitted,
    returned,
    verified,
    endorsed
};
std::string_view word(DutyState state);

/// A report that was submitted, with the entry that did it.
struct Submission {
    std::uint64_t seq = 0;
    base::Day on;
    Claim claim;
    Grade grade = Grade::none;
    SelfRating self_rating = SelfRating::none;
    std::uint32_t institution = 0;
};

/// What the entries of one duty add up to.
struct DutyRecord {
    /// not_asked where nothing was ever submitted (or it was withdrawn); else submitted, returned,
    /// verified or endorsed. The calendar turns not_asked into due or overdue.
    DutyState state = DutyState::not_asked;
    std::optional<Submission> latest;    ///< the last submission that stands
    std::optional<Submission> verified;  ///< the last that was verified; a later report replaces it
                                         ///< only when it is verified too
    Grade verified_grade = Grade::none;  ///< as the verifier graded it
    std::uint64_t verified_by = 0;       ///< the entry that verified
    std::optional<base::Day> verified_on = {};
    std::uint64_t returned_by = 0;  ///< the entry that returned the latest submission
    std::optional<base::Day> returned_on = {};
    std::uint32_t contributions = 0;  ///< that wait for the lead's submission
    std::uint32_t returns = 0;
};

/// One period of one target with what its entries add up to.
struct Duty {
    base::Period period;
    DutyRecord record;
};

/// Folds the events of one duty, one after another, in the order of the journal. The events must
/// outlive it.
class DutyFold {
  public:
    void add(const Event& event);
    DutyRecord record() const;
    bool is_empty() const noexcept { return latest_ == nullptr && contributions_ == 0; }

  private:
    bool is_about_latest(const Event& event) const {
        return latest_ != nullptr && latest_->seq == event.about;
    }

    const Event* latest_ = nullptr;
    const Event* verified_ = nullptr;
    const Event* verification_ = nullptr;
    const Event* return_ = nullptr;       // of the latest submission
    const Event* endorsement_ = nullptr;  // of what is verified
    std::uint32_t contributions_ = 0;
    std::uint32_t returns_ = 0;
    DutyState state_ = DutyState::not_asked;
};

/// Folds those of the events that were known.
DutyRecord fold(std::span<const Event> events, const Known& known);

}  // namespace progress
