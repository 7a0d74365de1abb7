#include "progress/duty.h"

#include <array>
#include <optional>

namespace progress {
std::string_view word(DutyState state) {
    constexpr std::array<std::string_view, 8> words{
        "not_asked", "not_yet", "due", "overdue", "submitted", "returned", "verified", "endorsed"};
    return words[static_cast<std::size_t>(state)];
}

// An entry that speaks of a report which another has replaced meanwhile changes nothing: the
// journal keeps it, the state does not move.
void DutyFold::add(const Event& event) {
    switch (event.kind) {
        case EventKind::contributed:
            ++contributions_;
            return;
        case EventKind::reported:
            latest_ = &event;
            state_ = DutyState::submitted;
            contributions_ = 0;
            return_ = nullptr;
            return;
        case EventKind::verified:
            if (!is_about_latest(event))
                return;
            verified_ = latest_;
            verification_ = &event;
            endorsement_ = nullptr;
            state_ = DutyState::verified;
            return;
        case EventKind::returned:
            if (!is_about_latest(event))
                return;
            state_ = DutyState::returned;
            return_ = &event;
            if (verified_ == latest_) {  // the council reopens what it had endorsed
                verified_ = nullptr;
                verification_ = nullptr;
                endorsement_ = nullptr;
            }
            ++returns_;
            return;
        case EventKind::withdrawn:
            if (!is_about_latest(event))
                return;
            latest_ = verified_;
            state_ = verified_ == nullptr      ? DutyState::not_asked
                     : endorsement_ != nullptr ? DutyState::endorsed
                                               : DutyState::verified;
            return_ = nullptr;
            return;
        case EventKind::endorsed:
            if (verified_ != nullptr && verified_->seq == event.about &&
                state_ == DutyState::verified) {
                endorsement_ = &event;
                state_ = DutyState::endorsed;
            }
            return;
    }
}

namespace {

std::optional<Submission> submission_of(const Event* event) {
    if (event == nullptr)
        return std::nullopt;
    return Submission{event->seq,   event->effective_on, event->claim,
                      event->grade, event->self_rating,  event->institution};
}

}  // namespace

DutyRecord DutyFold::record() const {
    DutyRecord record;
    record.state = state_;
    record.latest = submission_of(latest_);
    record.verified = submission_of(verified_);
    if (verification_ != nullptr) {
        record.verified_grade = verification_->grade;
        record.verified_by = verification_->seq;
        record.verified_on = verification_->effective_on;
    }
    if (return_ != nullptr) {
        record.returned_by = return_->seq;
        record.returned_on = return_->effective_on;
    }
    record.contributions = contributions_;
    record.returns = returns_;
    return record;
}

DutyRecord fold(std::span<const Event> events, const Known& known) {
    DutyFold fold;
    for (const Event& event : events) {
        if (known.covers(event))
            fold.add(event);
    }
    return fold.record();
}

}  // namespace progress
