#include "progress/duty.h"

#include <array>

namespace progress {
namespace {

bool is_about_latest(const DutyRecord& record, const Event& event) {
    return record.latest && record.latest->seq == event.about;
}

void withdraw(DutyRecord& record) {
    record.latest = record.verified;
    record.state = record.verified ? DutyState::verified : DutyState::not_asked;
    record.returned_by = 0;
}

}  // namespace

std::string_view word(DutyState state) {
    constexpr std::array<std::string_view, 8> words{
        "not_asked", "not_yet", "due", "overdue", "submitted", "returned", "verified", "endorsed"};
    return words[static_cast<std::size_t>(state)];
}

// An entry that speaks of a report which another has replaced meanwhile changes nothing: the
// journal keeps it, the state does not move.
void fold_event(DutyRecord& record, const Event& event) {
    switch (event.kind) {
        case EventKind::contributed:
            ++record.contributions;
            return;
        case EventKind::reported:
            record.latest = Submission{event.seq,   event.effective_on, event.claim,
                                       event.grade, event.self_rating,  event.institution};
            record.state = DutyState::submitted;
            record.contributions = 0;
            record.returned_by = 0;
            return;
        case EventKind::verified:
            if (!is_about_latest(record, event))
                return;
            record.verified = record.latest;
            record.verified_grade = event.grade;
            record.verified_by = event.seq;
            record.state = DutyState::verified;
            return;
        case EventKind::returned:
            if (!is_about_latest(record, event))
                return;
            record.state = DutyState::returned;
            record.returned_by = event.seq;
            ++record.returns;
            return;
        case EventKind::withdrawn:
            if (is_about_latest(record, event))
                withdraw(record);
            return;
        case EventKind::endorsed:
            if (record.verified && record.verified->seq == event.about &&
                record.state == DutyState::verified)
                record.state = DutyState::endorsed;
            return;
    }
}

DutyRecord fold(std::span<const Event> events, const Known& known) {
    DutyRecord record;
    for (const Event& event : events) {
        if (known.covers(event))
            fold_event(record, event);
    }
    return record;
}

}  // namespace progress
