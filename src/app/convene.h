#pragma once

#include "app/evidence.h"
#include "app/setting.h"
#include "base/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// A meeting, or a series of them a quarter apart.
struct ScheduleRequest : Envelope {
    std::string meeting;  ///< its code; empty: the quarter that the day lies in
    std::string body;     ///< the council (where empty) or a working group
    std::optional<base::Day> on;
    int repeat = 0;  ///< how many more, each a quarter after the one before
    std::string time;
    std::string place;
};
ScheduleRequest read_schedule(const base::Json& body);
/// A meeting that is known and was not held is moved. Errors: no_such_matter (group), wrong_day,
/// meeting_not_open (it was held), outside_horizon.
Result<journal::Draft> draft_schedule(const Record& record, const Answerable& moment,
                                      const trust::Principal& principal,
                                      const ScheduleRequest& request);

struct CancelRequest : Envelope {
    std::string meeting;
    std::string reason;
};
CancelRequest read_cancellation(const base::Json& body);
/// Errors: no_such_meeting, meeting_not_open, reason_required.
Result<journal::Draft> draft_cancellation(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const CancelRequest& request);

/// The agenda of a meeting as it goes out: what the state of the plan proposes, and how the
/// secretariat changed it. A second request goes on from what the first one kept.
struct PrepareRequest : Envelope {
    std::string meeting;
    std::vector<std::string> add;        ///< titles of further items
    std::vector<std::string> leave_out;  ///< keys ("red_target:1.1.1-1") or whole kinds
    std::vector<std::string> put_back;   ///< keys that were left out
    std::vector<std::string> first;      ///< keys that go to the top, in that order
    struct Paper {
        std::string item;
        EvidenceReference file;
    };
    std::vector<Paper> papers;
    bool refresh = false;  ///< propose anew from the state of today; what was added stays
};
PrepareRequest read_preparation(const base::Json& body);
/// Errors: no_such_meeting, meeting_not_open, no_such_matter (an item), agenda_too_long.
Result<journal::Draft> draft_preparation(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const PrepareRequest& request);

/// A meeting took place; without quorum too.
struct HoldRequest : Envelope {
    std::string meeting;
    std::vector<std::string> present;     ///< seats whose holder was there
    std::vector<std::string> alternates;  ///< seats whose alternate was there
    std::string chair;
};
HoldRequest read_holding(const base::Json& body);
/// Errors: no_such_meeting, meeting_not_open, wrong_day, not_a_seat, not_in_office, votes_twice,
///         not_present (the chair).
Result<journal::Draft> draft_holding(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal, const HoldRequest& request);

/// A line of the minutes that is no decision.
struct MinuteRequest : Envelope {
    std::string meeting;
    std::string item;  ///< the key of an item of the agenda
    std::string type;  ///< information or action
    std::string text;  ///< kept in the vault
};
MinuteRequest read_minute(const base::Json& body);
/// Errors: no_such_meeting, meeting_not_open, no_such_matter (item), reason_required (no text).
Result<journal::Draft> draft_minute(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const MinuteRequest& request);

/// The key of an item that is named by its key or by its number on the agenda.
std::string item_key(const std::vector<council::AgendaItem>& items, const std::string& name);

/// The day on which it was held, if it was.
std::optional<base::Day> held_on(const council::Meeting* meeting);

/// What is entered late counts from the day of the meeting, unless another day is named.
template <typename Request>
Request on_the_day(const Request& given, std::optional<base::Day> day, base::Day today) {
    Request request = given;
    if (!request.effective_on && day && *day <= today)
        request.effective_on = day;
    return request;
}

/// A fault about "list[3]", where the list was put together from these parts, is one about
/// "part[1]".
base::Error in_list(base::Error fault, std::string_view list,
                    const std::vector<std::pair<std::string, std::size_t>>& parts);

/// The meeting of that code. Errors: no_such_meeting, with the nearest code as a hint.
Result<const council::Meeting*> meeting_named(const council::Standing& standing,
                                              std::string_view code);
/// Notes where something is recorded of a meeting that was not held or was cancelled, or where the
/// item is not on its agenda.
void check_minuted(const council::Meeting& meeting, const std::string& item, base::Day day,
                   std::vector<base::Error>& faults);

}  // namespace app
