#include "app/convene.h"

#include "app/council_view.h"
#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using council::AgendaItem;
using council::Meeting;

std::string item_key(const std::vector<AgendaItem>& items, const std::string& name) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool is_number = fault == std::errc{} && end == name.data() + name.size();
    return is_number && number >= 1 && number <= items.size() ? items[number - 1].key() : name;
}

std::optional<base::Day> held_on(const Meeting* meeting) {
    return meeting != nullptr && meeting->held ? std::optional{meeting->held->on} : std::nullopt;
}

base::Error in_list(base::Error fault, std::string_view list,
                    const std::vector<std::pair<std::string, std::size_t>>& parts) {
    const std::string start = fmt::format("{}[", list);
    if (!fault.where.starts_with(start))
        return fault;
    std::size_t index = 0;
    std::from_chars(fault.where.data() + start.size(), fault.where.data() + fault.where.size(),
                    index);
    for (const auto& [name, size] : parts) {
        if (index < size) {
            fault.where = fmt::format("{}[{}]", name, index);
            break;
        }
        index -= size;
    }
    return fault;
}

Result<const Meeting*> meeting_named(const council::Standing& standing, std::string_view code) {
    if (const auto* meeting = standing.find_meeting(code))
        return meeting;
    std::vector<std::string> codes;
    for (const auto& meeting : standing.meetings)
        codes.push_back(meeting.code);
    return Error{
        ErrorCode::no_such_meeting,
        fmt::format("no meeting has the code \"{}\"{}", code, base::did_you_mean(code, codes)),
        "meeting"};
}

namespace {

// Nothing is planned for a meeting that was held or cancelled.
void check_ahead(const Meeting& meeting, std::vector<Error>& faults) {
    if (meeting.held)
        faults.push_back({ErrorCode::meeting_not_open,
                          fmt::format("meeting {} was held on {}", meeting.code,
                                      base::to_string(meeting.held->on)),
                          "meeting"});
    else if (meeting.cancelled)
        faults.push_back({ErrorCode::meeting_not_open,
                          fmt::format("meeting {} was cancelled on {}", meeting.code,
                                      base::to_string(meeting.cancelled->on)),
                          "meeting"});
}

// The quorum that was in force on the day of the meeting, whatever was decided since.
Result<council::Quorum> quorum_on(const Record& record, const Answerable& moment,
                                  const council::Standing& standing, const Meeting& meeting,
                                  base::Day day) {
    const auto then = TRY(record.state().plan_at({moment.known.seq, day}));
    const auto& council = then ? then->working->council : moment.plan->working->council;
    return council::quorum_of(council, standing, meeting.body);
}

journal::Draft begin_meeting(const Answerable& moment, const trust::Principal& principal,
                             const Envelope& envelope, std::string_view kind,
                             const std::string& meeting) {
    auto draft = begin_draft(moment, principal, envelope, kind, "meeting/" + meeting);
    draft.payload.set("meeting", meeting);
    draft.expects = journal::Expectation{0, {draft.subject, "meetings"}};
    return draft;
}

}  // namespace

ScheduleRequest read_schedule(const Json& body) {
    base::FieldReader fields{body, "body"};
    ScheduleRequest request;
    request.meeting = fields.optional_string("meeting").value_or("");
    request.body = fields.optional_string("body").value_or("");
    request.on = read_day(fields, "on");
    request.repeat = static_cast<int>(
        std::clamp<std::int64_t>(fields.optional_integer("repeat").value_or(0), -1, 1000));
    request.time = fields.optional_string("time").value_or("");
    request.place = fields.optional_string("place").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

// "2024-Q1", of a working group "tax-2024-Q1".
std::string code_of(const ScheduleRequest& request, const std::string& body, base::Day on) {
    if (!request.meeting.empty())
        return request.meeting;
    const auto quarter = base::Period::containing(on, base::Frequency::quarter).text();
    return body == council::council_body ? quarter : body + "-" + quarter;
}

base::Day quarters_after(base::Day day, int quarters) {
    const std::chrono::year_month_day first{day};
    const auto later = first + std::chrono::months{3 * quarters};
    return later.ok() ? base::Day{later}
                      : base::Day{later.year() / later.month() / std::chrono::last};
}

bool is_time(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) &&
           text.substr(0, 2) < "24" && text.substr(3) < "60";
}

void check_schedule(const Answerable& moment, const council::Standing& standing,
                    const ScheduleRequest& request, const std::string& body,
                    std::vector<Error>& faults) {
    if (body != council::council_body) {
        const auto* group = standing.find_group(body);
        if (group == nullptr || group->dissolved_on)
            faults.push_back({ErrorCode::no_such_matter,
                              fmt::format("no working group has the code \"{}\"", body), "body"});
    }
    if (!request.on)
        faults.push_back({ErrorCode::json_missing_field, "expected a day, found none", "on"});
    if (request.repeat < 0 || request.repeat > 40)
        faults.push_back(
            {ErrorCode::invalid_argument,
             fmt::format("expected 0 to 40 further meetings, found {}", request.repeat), "repeat"});
    if (request.repeat > 0 && !request.meeting.empty())
        faults.push_back({ErrorCode::invalid_argument,
                          "expected one meeting or a series: the meetings of a series are named by "
                          "their quarters",
                          "meeting"});
    if (!request.time.empty() && !is_time(request.time))
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected a time such as 10:30, found \"{}\"", request.time),
                          "time"});
    if (!request.place.empty())
        check_title(request.place, "place", faults);
    const plan::Plan& plan = *moment.plan->working;
    if (!request.on || !faults.empty())
        return;
    for (int i = 0; i <= request.repeat; ++i) {
        const base::Day on = quarters_after(*request.on, i);
        const auto code = code_of(request, body, on);
        check_code(code, "meeting", faults);
        if (on < plan.from || on > plan.until) {
            faults.push_back(
                {ErrorCode::outside_horizon,
                 fmt::format("expected a day from {} to {}, found {}", base::to_string(plan.from),
                             base::to_string(plan.until), base::to_string(on)),
                 "on"});
            return;
        }
        const auto* known = standing.find_meeting(code);
        if (known == nullptr)
            continue;
        if (on < day_of(moment, request))
            faults.push_back(
                {ErrorCode::wrong_day,
                 fmt::format("meeting {} was called for {}; it is moved to a day from "
                             "{}, found {}",
                             code, base::to_string(known->on),
                             base::to_string(day_of(moment, request)), base::to_string(on)),
                 "on"});
        if (request.meeting.empty() && !known->cancelled) {
            faults.push_back({ErrorCode::code_taken,
                              fmt::format("{} is called for {}; name it to move it, or give the "
                                          "new meeting a code of its own",
                                          code, base::to_string(known->on)),
                              "meeting"});
            return;
        }
        if (known->body != body)
            faults.push_back({ErrorCode::code_taken,
                              fmt::format("{} is a meeting of {}", code, known->body), "meeting"});
        else if (known->held)
            check_ahead(*known, faults);
    }
}

}  // namespace

Result<journal::Draft> draft_schedule(const Record& record, const Answerable& moment,
                                      const trust::Principal& principal,
                                      const ScheduleRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const std::string body =
        request.body.empty() ? std::string{council::council_body} : request.body;
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    check_schedule(moment, *standing, request, body, faults);
    TRY(settle(request, std::move(faults)));
    Json meetings = Json::array();
    for (int i = 0; i <= request.repeat; ++i) {
        const base::Day on = quarters_after(*request.on, i);
        meetings.push(
            Json::object({{"code", code_of(request, body, on)}, {"on", base::to_string(on)}}));
    }
    auto draft = begin_draft(moment, principal, request, "meeting.scheduled", "meetings");
    draft.payload.set("body", body);
    draft.payload.set("meetings", std::move(meetings));
    if (!request.time.empty())
        draft.payload.set("time", request.time);
    if (!request.place.empty())
        draft.payload.set("place", request.place);
    draft.expects = journal::Expectation{0, {"meetings", "plan"}};
    return draft;
}

CancelRequest read_cancellation(const Json& body) {
    base::FieldReader fields{body, "body"};
    CancelRequest request;
    request.meeting = fields.string("meeting");
    request.reason = fields.optional_string("reason").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_cancellation(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const CancelRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const Meeting* meeting = or_note(meeting_named(*standing, request.meeting), faults);
    if (meeting != nullptr)
        check_ahead(*meeting, faults);
    if (base::is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_meeting(moment, principal, request, "meeting.cancelled", request.meeting);
    draft.payload.set("reason", vaulted(draft, request.reason));
    return draft;
}

PrepareRequest read_preparation(const Json& body) {
    base::FieldReader fields{body, "body"};
    PrepareRequest request;
    request.meeting = fields.string("meeting");
    request.add = fields.optional_strings("add");
    request.leave_out = fields.optional_strings("leave_out");
    request.put_back = fields.optional_strings("put_back");
    request.first = fields.optional_strings("first");
    request.refresh = fields.optional_boolean("refresh").value_or(false);
    if (const auto* papers = fields.optional_array("papers")) {
        for (std::size_t i = 0; i < papers->array_items()->size(); ++i) {
            base::FieldReader paper{(*papers->array_items())[i], fmt::format("papers[{}]", i)};
            PrepareRequest::Paper one;
            one.item = paper.string("item");
            one.file.sha256 = paper.string("sha256");
            if (auto fault = paper.finish(); !fault.ok())
                fields.fail(fault.error());
            request.papers.push_back(std::move(one));
        }
    }
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

// The items as they stand, changed as the request says; what it names and is not there is noted.
class Agenda {
  public:
    Agenda(std::vector<AgendaItem> items, std::vector<std::string> left_out)
        : items_(std::move(items)), left_out_(std::move(left_out)) {}

    void add(const std::vector<std::string>& titles, std::vector<Error>& faults) {
        for (std::size_t i = 0; i < titles.size(); ++i) {
            check_title(titles[i], fmt::format("add[{}]", i), faults);
            items_.push_back({"added", std::to_string(next_added()), titles[i], ""});
        }
    }
    void put_back(const std::vector<AgendaItem>& proposed, const std::vector<std::string>& keys,
                  std::vector<Error>& faults) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto at = std::ranges::find(proposed, keys[i], &AgendaItem::key);
            if (std::erase(left_out_, keys[i]) == 0 || at == proposed.end())
                faults.push_back(
                    {ErrorCode::no_such_matter,
                     fmt::format("\"{}\" was not left out, or is no longer proposed", keys[i]),
                     fmt::format("put_back[{}]", i)});
            else
                items_.push_back(*at);
        }
    }
    void leave_out(const std::vector<std::string>& given, std::vector<Error>& faults) {
        std::vector<std::string> names;
        for (const auto& name : given)
            names.push_back(item_key(items_, name));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto is_named = [&](const AgendaItem& item) {
                return item.key() == names[i] || item.kind == names[i];
            };
            bool found = false;
            for (const AgendaItem& item : items_) {
                if (is_named(item))
                    left_out_.push_back(item.key());
                found = found || is_named(item);
            }
            if (!found)
                no_item(names[i], fmt::format("leave_out[{}]", i), faults);
            std::erase_if(items_, is_named);
        }
    }
    void put_first(const std::vector<std::string>& given, std::vector<Error>& faults) {
        std::vector<std::string> keys;
        for (const auto& name : given)
            keys.push_back(item_key(items_, name));
        for (std::size_t i = keys.size(); i-- > 0;) {
            const auto at = std::ranges::find(items_, keys[i], &AgendaItem::key);
            if (at == items_.end())
                no_item(keys[i], fmt::format("first[{}]", i), faults);
            else
                std::rotate(items_.begin(), at, at + 1);
        }
    }
    AgendaItem* find(const std::string& name, const std::string& where,
                     std::vector<Error>& faults) {
        const std::string key = item_key(items_, name);
        const auto at = std::ranges::find(items_, key, &AgendaItem::key);
        if (at != items_.end())
            return &*at;
        no_item(key, where, faults);
        return nullptr;
    }
    const std::vector<AgendaItem>& items() const { return items_; }
    /// The kinds of its items, with how many there are of each: what can be left out at once.
    std::vector<std::string> kinds() const {
        std::map<std::string, int> counted;
        for (const AgendaItem& item : items_)
            ++counted[item.kind];
        std::vector<std::string> kinds;
        for (const auto& [kind, count] : counted)
            kinds.push_back(fmt::format("{} ({})", kind, count));
        return kinds;
    }
    const std::vector<std::string>& left_out() const { return left_out_; }

  private:
    void no_item(const std::string& name, std::string where, std::vector<Error>& faults) const {
        std::vector<std::string> keys;
        for (const AgendaItem& item : items_)
            keys.push_back(item.key());
        faults.push_back(
            {ErrorCode::no_such_matter,
             fmt::format("no item of the agenda is \"{}\"{}", name, base::did_you_mean(name, keys)),
             std::move(where)});
    }
    int next_added() const {
        int last = 0;
        for (const AgendaItem& item : items_) {
            if (item.kind == "added")
                last = std::max(last, std::atoi(item.subject.c_str()));
        }
        return last + 1;
    }

    std::vector<AgendaItem> items_;
    std::vector<std::string> left_out_;
};

Result<Agenda> agenda_before(const Record& record, const Answerable& moment, const Meeting& meeting,
                             bool refresh) {
    if (meeting.agenda && !refresh)
        return Agenda{meeting.agenda->what->items, meeting.agenda->what->left_out};
    auto items = TRY(proposed_agenda(record, moment));
    std::vector<std::string> left_out;
    if (meeting.agenda) {
        left_out = meeting.agenda->what->left_out;
        std::erase_if(items, [&](const AgendaItem& item) {
            return std::ranges::find(left_out, item.key()) != left_out.end();
        });
        for (const AgendaItem& item : meeting.agenda->what->items) {
            const auto at = std::ranges::find(items, item.key(), &AgendaItem::key);
            if (at != items.end())
                at->papers = item.papers;
            else if (item.kind == "added")
                items.push_back(item);
        }
    }
    return Agenda{std::move(items), std::move(left_out)};
}

Json item_json(const AgendaItem& item) {
    Json json = Json::object(
        {{"kind", item.kind}, {"subject", item.subject}, {"title", item.title}, {"why", item.why}});
    if (!item.papers.empty())
        json.set("papers", texts_json(item.papers));
    return json;
}

}  // namespace

Result<journal::Draft> draft_preparation(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const PrepareRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const Meeting* meeting = or_note(meeting_named(*standing, request.meeting), faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (meeting == nullptr)
        return settle(request, std::move(faults)).error();
    check_ahead(*meeting, faults);
    Agenda agenda = TRY(agenda_before(record, moment, *meeting, request.refresh));
    agenda.add(request.add, faults);
    if (!request.put_back.empty())
        agenda.put_back(TRY(proposed_agenda(record, moment)), request.put_back, faults);
    agenda.leave_out(request.leave_out, faults);
    agenda.put_first(request.first, faults);
    std::vector<journal::Hash> hashes;
    for (std::size_t i = 0; i < request.papers.size(); ++i) {
        const auto where = fmt::format("papers[{}]", i);
        AgendaItem* item = agenda.find(request.papers[i].item, where + ".item", faults);
        const auto hash = or_note(file_of(record, request.papers[i].file, where), faults);
        if (item != nullptr) {
            item->papers.push_back(journal::to_hex(hash));
            hashes.push_back(hash);
        }
    }
    if (agenda.items().size() > council::agenda_items_max)
        faults.push_back({ErrorCode::agenda_too_long,
                          fmt::format("expected at most {} items, found {}; leave out some of: {}",
                                      council::agenda_items_max, agenda.items().size(),
                                      fmt::join(agenda.kinds(), ", ")),
                          "meeting"});
    Json items = Json::array_of(agenda.items(), item_json);
    // An entry holds 65 535 bytes; its envelope and the hashes of papers need some of them.
    constexpr std::size_t bytes_max = 60'000;
    if (const auto bytes = items.text().size(); bytes > bytes_max)
        faults.push_back(
            {ErrorCode::agenda_too_long,
             fmt::format("expected items of at most {} bytes together, found {}; leave "
                         "out some of: {}",
                         bytes_max, bytes, fmt::join(agenda.kinds(), ", ")),
             "meeting"});
    TRY(settle(request, std::move(faults)));
    auto draft = begin_meeting(moment, principal, request, "meeting.prepared", request.meeting);
    for (const auto& paper : request.papers)
        TRY(keep_file(record, paper.file));
    draft.attachments = hashes;
    draft.payload.set("items", std::move(items));
    draft.payload.set("left_out", texts_json(agenda.left_out()));
    return draft;
}

HoldRequest read_holding(const Json& body) {
    base::FieldReader fields{body, "body"};
    HoldRequest request;
    request.meeting = fields.string("meeting");
    request.present = fields.optional_strings("present");
    request.alternates = fields.optional_strings("alternates");
    request.chair = fields.optional_string("chair").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_holding(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal, const HoldRequest& given) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const Meeting* meeting = or_note(meeting_named(*standing, given.meeting), faults);
    const HoldRequest request = on_the_day(
        given, meeting != nullptr ? std::optional{meeting->on} : std::nullopt, moment.today);
    const base::Day day = day_of(moment, request);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    std::vector<council::Present> present;
    for (auto& seat : institutions_named(plan, request.present, "present", faults))
        present.push_back({std::move(seat), council::Capacity::holder});
    for (auto& seat : institutions_named(plan, request.alternates, "alternates", faults))
        present.push_back({std::move(seat), council::Capacity::alternate});
    std::optional<plan::InstitutionId> chair;
    if (!request.chair.empty()) {
        auto named = institution_named(plan, request.chair);
        if (named.ok())
            chair = named.value();
        else
            faults.push_back({named.error().code, named.error().message, "chair"});
    }
    if (meeting != nullptr) {
        // Who was there can be entered anew until something was decided on it.
        if (!meeting->held || !meeting->decisions.empty())
            check_ahead(*meeting, faults);
        if (day < meeting->on)
            faults.push_back(
                {ErrorCode::wrong_day,
                 fmt::format("meeting {} is on {}; it cannot have been held on {}", meeting->code,
                             base::to_string(meeting->on), base::to_string(day)),
                 "effective_on"});
        for (auto& fault : council::check_presence(*standing, *meeting, present, day))
            faults.push_back(in_list(
                std::move(fault), "present",
                {{"present", request.present.size()}, {"alternates", request.alternates.size()}}));
        const auto* group = standing->find_group(meeting->body);
        if (group != nullptr && group->dissolved_on && *group->dissolved_on <= day)
            faults.push_back({ErrorCode::meeting_not_open,
                              fmt::format("group {} was dissolved on {}", group->code,
                                          base::to_string(*group->dissolved_on)),
                              "meeting"});
        if (chair && std::ranges::find(present, *chair, &council::Present::seat) == present.end())
            faults.push_back({ErrorCode::not_present,
                              fmt::format("{} is to have chaired the meeting and was not present",
                                          chair->text()),
                              "chair"});
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_meeting(moment, principal, request, "meeting.held", request.meeting);
    draft.payload.set("present", Json::array_of(present, [](const council::Present& one) {
                          return Json::object({{"seat", one.seat.text()},
                                               {"capacity", council::word(one.capacity)}});
                      }));
    if (chair)
        draft.payload.set("chair", chair->text());
    // The quorum of that day stays with the meeting, whatever the council decides later.
    const auto quorum = TRY(quorum_on(record, moment, *standing, *meeting, day));
    draft.payload.set("needed", quorum.needed);
    draft.payload.set("seats", quorum.seats);
    draft.payload.set("rule", quorum.rule);
    return draft;
}

MinuteRequest read_minute(const Json& body) {
    base::FieldReader fields{body, "body"};
    MinuteRequest request;
    request.meeting = fields.string("meeting");
    request.item = fields.optional_string("item").value_or("");
    request.type = fields.string("type");
    request.text = fields.string("text");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

void check_minuted(const Meeting& meeting, const std::string& item, base::Day day,
                   std::vector<Error>& faults) {
    if (!meeting.held) {
        faults.push_back(
            {ErrorCode::meeting_not_open,
             fmt::format("meeting {} {}; minutes belong to a meeting that was held", meeting.code,
                         meeting.cancelled ? "was cancelled" : "has not been held"),
             "meeting"});
        return;
    }
    if (day < meeting.held->on)
        faults.push_back(
            {ErrorCode::wrong_day,
             fmt::format("meeting {} was held on {}; nothing of it counts from {}", meeting.code,
                         base::to_string(meeting.held->on), base::to_string(day)),
             "effective_on"});
    if (item.empty())
        return;
    std::vector<std::string> keys;
    std::string key = item;
    if (meeting.agenda) {
        key = item_key(meeting.agenda->what->items, item);
        for (const auto& one : meeting.agenda->what->items)
            keys.push_back(one.key());
    }
    if (std::ranges::find(keys, key) == keys.end())
        faults.push_back({ErrorCode::no_such_matter,
                          meeting.agenda ? fmt::format("no item of the agenda is \"{}\"{}", item,
                                                       base::did_you_mean(item, keys))
                                         : fmt::format("meeting {} has no agenda", meeting.code),
                          "item"});
}

Result<journal::Draft> draft_minute(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal, const MinuteRequest& given) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const Meeting* meeting = or_note(meeting_named(*standing, given.meeting), faults);
    const MinuteRequest request = on_the_day(given, held_on(meeting), moment.today);
    if (meeting != nullptr)
        check_minuted(*meeting, request.item, day_of(moment, request), faults);
    const auto type = council::parse_word<council::MinuteType>(request.type);
    if (!type || *type == council::MinuteType::decision)
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected information or action, found \"{}\"", request.type),
                          "type"});
    if (base::is_blank(request.text))
        faults.push_back({ErrorCode::reason_required, "expected a text, found none", "text"});
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_meeting(moment, principal, request, "meeting.minuted", request.meeting);
    draft.payload.set("item", request.item.empty() || !meeting->agenda
                                  ? request.item
                                  : item_key(meeting->agenda->what->items, request.item));
    draft.payload.set("type", request.type);
    draft.payload.set("text", vaulted(draft, request.text));
    return draft;
}

}  // namespace app
