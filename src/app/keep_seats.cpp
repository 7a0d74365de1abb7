#include "app/keep_seats.h"

#include "base/text.h"
#include "plan/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using council::Capacity;

namespace {

Capacity capacity_of(const std::string& text, std::vector<Error>& faults) {
    const auto capacity = council::parse_word<Capacity>(text.empty() ? "holder" : text);
    if (!capacity)
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected holder or alternate, found \"{}\"", text),
                          "capacity"});
    return capacity.value_or(Capacity::holder);
}

const council::SeatRecord* seat_named(const plan::Plan& plan, const council::Standing& standing,
                                      const std::string& name, std::vector<Error>& faults) {
    const auto institution = institution_named(plan, name);
    if (!institution.ok()) {
        faults.push_back({institution.error().code, institution.error().message, "seat"});
        return nullptr;
    }
    const auto* seat = standing.find_seat(institution.value());
    if (seat == nullptr)
        faults.push_back({ErrorCode::not_a_seat,
                          fmt::format("{} has no seat on the council", institution->text()),
                          "seat"});
    return seat;
}

// The last day of a term of the length that the council has; nothing where it has none.
std::optional<base::Day> end_of_term(const plan::Council& council, base::Day from) {
    if (!council.term.is_stated())
        return std::nullopt;
    const auto months = plan::term_months(*council.term);
    if (!months)
        return std::nullopt;
    const std::chrono::year_month_day first{from};
    auto after = first.year() / first.month() / first.day() + std::chrono::months{*months};
    if (!after.ok())
        after = after.year() / after.month() / std::chrono::last;
    return base::Day{after} - std::chrono::days{1};
}

// Who sits on two seats, or twice on one, would vote twice.
void check_sits_once(const council::Standing& standing, const AppointmentRequest& request,
                     const council::SeatRecord& seat, Capacity capacity, base::Day from,
                     std::optional<base::Day> until, std::vector<Error>& faults) {
    for (const auto& other : standing.seats) {
        for (const auto other_capacity : {Capacity::holder, Capacity::alternate}) {
            if (&other == &seat && other_capacity == capacity)
                continue;
            for (const auto& tenure : other.in(other_capacity)) {
                const bool overlaps =
                    (!until || tenure.from <= *until) && (!tenure.until || *tenure.until >= from);
                if (tenure.person != request.holder || !overlaps)
                    continue;
                faults.push_back(
                    {ErrorCode::code_taken,
                     fmt::format("{} is the {} of {} from {}", request.holder,
                                 council::word(other_capacity), other.seat.institution.text(),
                                 base::to_string(tenure.from)),
                     "holder"});
                return;
            }
        }
    }
}

// Who took part in a meeting did so in office; an entry for an earlier day cannot change that.
void check_took_part(const council::Standing& standing, const plan::InstitutionId& seat,
                     Capacity capacity, base::Day day, std::vector<Error>& faults) {
    for (const auto& meeting : standing.meetings) {
        const auto* present = meeting.present(seat);
        if (present == nullptr || present->capacity != capacity || meeting.held->on < day)
            continue;
        faults.push_back({ErrorCode::wrong_day,
                          fmt::format("the {} of {} took part in meeting {} on {}; expected a "
                                      "later day, found {}",
                                      council::word(capacity), seat.text(), meeting.code,
                                      base::to_string(meeting.held->on), base::to_string(day)),
                          "effective_on"});
        return;
    }
}

void check_until(const plan::Council& council, base::Day from, std::optional<base::Day> until,
                 std::vector<Error>& faults) {
    const auto end = end_of_term(council, from);
    if (until && *until < from)
        faults.push_back({ErrorCode::wrong_day,
                          fmt::format("expected a last day from {}, the first, found {}",
                                      base::to_string(from), base::to_string(*until)),
                          "until"});
    else if (until && end && *until > *end)
        faults.push_back({ErrorCode::wrong_day,
                          fmt::format("a term is {}: expected a last day up to {}, found {}",
                                      base::lower_ascii(*council.term), base::to_string(*end),
                                      base::to_string(*until)),
                          "until"});
}

}  // namespace

AppointmentRequest read_appointment(const Json& body) {
    base::FieldReader fields{body, "body"};
    AppointmentRequest request;
    request.seat = fields.string("seat");
    request.capacity = fields.optional_string("capacity").value_or("");
    request.holder = fields.string("holder");
    request.name = fields.optional_string("name").value_or("");
    request.until = read_day(fields, "until");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_appointment(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const AppointmentRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const base::Day day = day_of(moment, request);
    const auto* seat = seat_named(plan, *standing, request.seat, faults);
    const Capacity capacity = capacity_of(request.capacity, faults);
    check_code(request.holder, "holder", faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    const auto until = request.until ? request.until : end_of_term(plan.council, day);
    check_until(plan.council, day, until, faults);
    if (seat != nullptr) {
        check_sits_once(*standing, request, *seat, capacity, day, until, faults);
        check_took_part(*standing, seat->seat.institution, capacity, day, faults);
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "seat.appointed",
                             "seat/" + seat->seat.institution.text());
    draft.payload.set("seat", seat->seat.institution.text());
    draft.payload.set("capacity", council::word(capacity));
    draft.payload.set("holder", request.holder);
    if (until)
        draft.payload.set("until", base::to_string(*until));
    if (!request.name.empty())
        draft.payload.set("person", vaulted(draft, request.name));
    draft.expects = journal::Expectation{0, {draft.subject, "plan"}};
    return draft;
}

VacancyRequest read_vacancy(const Json& body) {
    base::FieldReader fields{body, "body"};
    VacancyRequest request;
    request.seat = fields.string("seat");
    request.capacity = fields.optional_string("capacity").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_vacancy(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const VacancyRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const auto* seat = seat_named(*moment.plan->working, *standing, request.seat, faults);
    const Capacity capacity = capacity_of(request.capacity, faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (seat != nullptr)
        check_took_part(*standing, seat->seat.institution, capacity, day_of(moment, request),
                        faults);
    if (seat != nullptr && faults.empty() && seat->on(capacity, day_of(moment, request)) == nullptr)
        faults.push_back(
            {ErrorCode::not_in_office,
             fmt::format("the seat of {} has no {} on {}", seat->seat.institution.text(),
                         council::word(capacity), base::to_string(day_of(moment, request))),
             "seat"});
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "seat.vacated",
                             "seat/" + seat->seat.institution.text());
    draft.payload.set("seat", seat->seat.institution.text());
    draft.payload.set("capacity", council::word(capacity));
    draft.expects = journal::Expectation{0, {draft.subject, "plan"}};
    return draft;
}

GroupRequest read_group(const Json& body) {
    base::FieldReader fields{body, "body"};
    GroupRequest request;
    request.group = fields.string("group");
    request.title = fields.optional_string("title").value_or("");
    request.members = fields.optional_strings("members");
    request.chair = fields.optional_string("chair").value_or("");
    request.decision = fields.string("decision");
    request.dissolve = fields.optional_boolean("dissolve").value_or(false);
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

void check_members(const council::Standing& standing,
                   const std::vector<plan::InstitutionId>& members,
                   const plan::InstitutionId& chair, std::vector<Error>& faults) {
    if (members.empty())
        faults.push_back(
            {ErrorCode::not_a_seat, "expected at least one member, found none", "members"});
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (std::ranges::count(members, members[i]) > 1 &&
            std::ranges::find(members, members[i]) - members.begin() <
                static_cast<std::ptrdiff_t>(i))
            faults.push_back({ErrorCode::invalid_argument,
                              fmt::format("{} stands twice", members[i].text()),
                              fmt::format("members[{}]", i)});
        if (standing.find_seat(members[i]) == nullptr)
            faults.push_back({ErrorCode::not_a_seat,
                              fmt::format("{} has no seat on the council", members[i].text()),
                              fmt::format("members[{}]", i)});
    }
    if (!chair.empty() && std::ranges::find(members, chair) == members.end())
        faults.push_back(
            {ErrorCode::not_a_seat,
             fmt::format("{} is to chair the group and is no member of it", chair.text()),
             "chair"});
}

}  // namespace

Result<journal::Draft> draft_group(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const GroupRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const auto* group = standing->find_group(request.group);
    const bool exists = group != nullptr && !group->dissolved_on;
    check_code(request.group, "group", faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    check_authority(record, moment, request.decision, {std::string{council::council_body}},
                    day_of(moment, request), faults);
    std::vector<plan::InstitutionId> members;
    plan::InstitutionId chair;
    if (request.dissolve) {
        if (!exists)
            faults.push_back({ErrorCode::no_such_matter,
                              fmt::format("no group has the code \"{}\"", request.group), "group"});
    } else {
        if (exists || request.group == council::council_body)
            faults.push_back({ErrorCode::code_taken,
                              fmt::format("a body has the code \"{}\" already", request.group),
                              "group"});
        check_title(request.title, "title", faults);
        members = institutions_named(plan, request.members, "members", faults);
        const auto named = institution_named(plan, request.chair);
        if (request.chair.empty())
            faults.push_back({ErrorCode::json_missing_field,
                              "expected the member that chairs the group, found none", "chair"});
        else if (named.ok())
            chair = named.value();
        else
            faults.push_back({named.error().code, named.error().message, "chair"});
        check_members(*standing, members, chair, faults);
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request,
                             request.dissolve ? "group.dissolved" : "group.formed",
                             "group/" + request.group);
    draft.payload.set("group", request.group);
    if (!request.dissolve) {
        draft.payload.set("title", request.title);
        draft.payload.set("members", codes_json(members));
        draft.payload.set("chair", chair.text());
    }
    draft.payload.set("decision", request.decision);
    draft.expects = journal::Expectation{0, {draft.subject, "plan"}};
    return draft;
}

}  // namespace app
