#include "cli/council_print.h"

#include "app/council_view.h"
#include "base/text.h"
#include "cli/print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

namespace cli {
namespace {

using base::Json;

std::string or_dash(std::string text) {
    return text.empty() ? "-" : text;
}

// "council", or the code of the group.
std::string person_of(const Json& seat, std::string_view key) {
    const auto* tenure = seat.find(key);
    if (tenure == nullptr || tenure->is_null())
        return "-";
    const auto until = string_of(*tenure, "until");
    const auto name = string_of(*tenure, "name");
    return fmt::format("{} from {}{}",
                       name.empty() ? string_of(*tenure, "person")
                                    : fmt::format("{} ({})", name, string_of(*tenure, "person")),
                       string_of(*tenure, "from"), until.empty() ? "" : " to " + until);
}

std::string last_step(const Json& matter) {
    const auto& steps = items_of(matter, "escalation");
    if (steps.empty())
        return "";
    return fmt::format("; brought to the {} on {}", string_of(steps.back(), "to"),
                       string_of(steps.back(), "on"));
}

}  // namespace

app::Result<Json> council_room(app::Record& record, const app::Question& question,
                               const std::monostate&) {
    return app::council_view(record, question, app::Reader::console);
}

void print_seats(std::ostream& out, const Json& room) {
    const Json& council = *room.find("council");
    print_heading(out, room, string_of(council, "title"));
    out << fmt::format("quorum: {} of {} seats ({}); chair: {}; term: {}\n\n",
                       number_of(council, "needed"), number_of(council, "seats"),
                       string_of(council, "rule"), or_dash(string_of(council, "chair")),
                       or_dash(string_of(council, "term")));
    std::vector<std::vector<std::string>> rows;
    for (const auto& seat : items_of(room, "seats"))
        rows.push_back({std::to_string(number_of(seat, "number")), string_of(seat, "name"),
                        string_of(seat, "side"), person_of(seat, "holder"),
                        person_of(seat, "alternate")});
    print_table(out, {"seat", "institution", "side", "holder", "alternate"}, rows);
    for (const auto& group : items_of(room, "groups"))
        out << fmt::format("\ngroup {}: {}; chaired by {}; {}; by decision {}{}",
                           string_of(group, "code"), string_of(group, "title"),
                           string_of(group, "chair"), fmt::join(strings_of(group, "members"), ", "),
                           string_of(group, "decision"),
                           string_of(group, "dissolved_on").empty()
                               ? ""
                               : "; dissolved on " + string_of(group, "dissolved_on"));
    if (!items_of(room, "groups").empty())
        out << '\n';
    print_mark(out, room);
}

void print_meetings(std::ostream& out, const Json& room) {
    print_heading(out, room, "Meetings");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& meeting : items_of(room, "meetings")) {
        const bool is_held = string_of(meeting, "state") == "held";
        const auto present = items_of(meeting, "present").size();
        std::string state = base::without_underscores(string_of(meeting, "state"));
        if (is_held)
            state =
                fmt::format("held, {} present, {} needed{}", present, number_of(meeting, "needed"),
                            is_true(meeting, "quorate") ? "" : ": no quorum");
        const auto decisions = strings_of(meeting, "decisions");
        rows.push_back({string_of(meeting, "code"), string_of(meeting, "on"),
                        or_dash(string_of(meeting, "time")), string_of(meeting, "body"), state,
                        decisions.empty()
                            ? or_dash(string_of(meeting, "place"))
                            : fmt::format("decisions {}", fmt::join(decisions, ", "))});
    }
    print_table(out, {"meeting", "day", "time", "body", "state", "where, or what it decided"},
                rows);
    const auto next = string_of(room, "next");
    out << (next.empty() ? "\nno meeting is called\n" : "\nnext: " + next + "\n");
    print_mark(out, room);
}

void print_decisions(std::ostream& out, const Json& room) {
    print_heading(out, room, "Decisions");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& decision : items_of(room, "decisions")) {
        const auto recused = strings_of(decision, "recused");
        std::string votes =
            fmt::format("{} : {}, {} abstained", number_of(decision, "for"),
                        number_of(decision, "against"), number_of(decision, "abstained"));
        if (string_of(decision, "meeting").empty())
            votes = "from minutes";
        std::string text = string_of(decision, "title");
        if (!recused.empty())
            text += fmt::format("; recused: {}", fmt::join(recused, ", "));
        const auto concerns = strings_of(decision, "concerns");
        if (!concerns.empty())
            text += fmt::format("; concerns {}", fmt::join(concerns, ", "));
        if (string_of(decision, "outcome") == "obligation")
            text += fmt::format("; {} owes it by {}", string_of(decision, "owner"),
                                string_of(decision, "due"));
        if (string_of(decision, "outcome") == "proposal")
            text += fmt::format("; {} decides", string_of(decision, "decided_by"));
        rows.push_back({string_of(decision, "code"), string_of(decision, "on"),
                        is_true(decision, "adopted") ? "adopted" : "not carried", votes, text});
    }
    print_table(out, {"decision", "day", "result", "votes", "what"}, rows);
    print_mark(out, room);
}

void print_obligations(std::ostream& out, const Json& room) {
    print_heading(out, room, "Obligations");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : items_of(room, "obligations")) {
        std::string state = base::without_underscores(string_of(one, "state"));
        if (const auto closed = string_of(one, "closed_on"); !closed.empty())
            state += " on " + closed;
        std::string text = fmt::format("{}; proof: {}{}", string_of(one, "title"),
                                       string_of(one, "proof"), last_step(one));
        if (string_of(one, "first_due") != string_of(one, "due"))
            text += fmt::format("; first due {}", string_of(one, "first_due"));
        if (number_of(one, "carried_over") > 0)
            text += fmt::format("; carried over {}",
                                number_of(one, "carried_over") == 1
                                    ? "once"
                                    : fmt::format("{} times", number_of(one, "carried_over")));
        rows.push_back(
            {string_of(one, "code"), string_of(one, "owner"), string_of(one, "due"), state, text});
    }
    print_table(out, {"decision", "owner", "due", "state", "what"}, rows);
    const Json& counts = *room.find("counts")->find("obligations");
    out << fmt::format("\n{} open, {} overdue, {} closed in time, {} closed late\n",
                       number_of(counts, "open"), number_of(counts, "overdue"),
                       number_of(counts, "closed"), number_of(counts, "closed_late"));
    print_mark(out, room);
}

void print_proposals(std::ostream& out, const Json& room) {
    print_heading(out, room, "Policy proposals");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : items_of(room, "proposals")) {
        std::string stages;
        for (const auto& stage : items_of(one, "stages")) {
            const auto legal = string_of(stage, "legal_text");
            stages +=
                fmt::format("{}{} {}{}", stages.empty() ? "" : ", ", string_of(stage, "stage"),
                            string_of(stage, "on"), legal.empty() ? "" : " (" + legal + ")");
        }
        std::string credits;
        for (const auto& credit : items_of(one, "credits"))
            credits += credit.integer() != nullptr ? std::to_string(*credit.integer()) : "-";
        rows.push_back(
            {string_of(one, "code"), string_of(one, "decided_by"),
             or_dash(string_of(one, "stage")) + (is_true(one, "stalled") ? ", stalled" : ""),
             credits,
             fmt::format("{}{}{}", string_of(one, "title"), stages.empty() ? "" : "; ", stages)});
    }
    print_table(out, {"decision", "decided by", "stage", "1-5", "what, and its way"}, rows);
    out << "\n1-5: what the council itself achieved in each step of the reform, 0 (no part) to 3 "
           "(alone)\n";
    std::size_t number = 1;
    for (const auto& step : strings_of(room, "reform_steps"))
        out << fmt::format("  {} {}\n", number++, step);
    print_mark(out, room);
}

void print_issues(std::ostream& out, const Json& room) {
    print_heading(out, room, "Issues");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& issue : items_of(room, "issues")) {
        std::string state = string_of(issue, "state");
        if (is_true(issue, "late"))
            state += ", late";
        std::string text = string_of(issue, "title");
        if (const auto constraint = string_of(issue, "constraint"); !constraint.empty())
            text += fmt::format(" [{}]", constraint);
        text += last_step(issue);
        const auto who = string_of(issue, "raised_by");
        text += fmt::format("; raised by {}{}", who == "firm" || who == "member" ? "a " : "", who);
        for (const auto& earlier : items_of(issue, "earlier"))
            text += fmt::format("; first answered on {}: {}", string_of(earlier, "on"),
                                string_of(earlier, "answer"));
        if (number_of(issue, "reopened") > 0)
            text += "; reopened";
        if (const auto answer = string_of(issue, "answer"); !answer.empty())
            text += fmt::format("; answered on {}: {}", string_of(issue, "answered_on"), answer);
        rows.push_back({string_of(issue, "code"), string_of(issue, "form"),
                        string_of(issue, "raised_on"), or_dash(string_of(issue, "owner")),
                        string_of(issue, "due"), state, text});
    }
    print_table(out, {"issue", "form", "raised", "owner", "due", "state", "what"}, rows);
    const Json& counts = *room.find("counts")->find("issues");
    out << fmt::format("\n{} open, {} of them late; {} answered, {} of them in time\n",
                       number_of(counts, "open"), number_of(counts, "late"),
                       number_of(counts, "answered"), number_of(counts, "answered_in_time"));
    print_mark(out, room);
}

void print_agenda(std::ostream& out, const Json& agenda) {
    const auto prepared = string_of(agenda, "prepared_on");
    const auto* meeting = agenda.find("meeting");
    const bool is_called = meeting != nullptr && !meeting->is_null();
    print_heading(out, agenda,
                  prepared.empty() ? "Agenda proposed for the council's next meeting"
                                   : fmt::format("Agenda of meeting {}, prepared on {}",
                                                 string_of(*meeting, "code"), prepared));
    out << (is_called
                ? fmt::format(
                      "meeting {} on {}{}{}\n", string_of(*meeting, "code"),
                      string_of(*meeting, "on"),
                      string_of(*meeting, "time").empty() ? ""
                                                          : " at " + string_of(*meeting, "time"),
                      string_of(*meeting, "place").empty() ? ""
                                                           : ", " + string_of(*meeting, "place"))
                : std::string{"no meeting is called\n"});
    std::string heading;
    std::size_t number = 0;
    for (const auto& item : items_of(agenda, "items")) {
        if (string_of(item, "heading") != heading) {
            heading = string_of(item, "heading");
            out << '\n' << heading << '\n';
        }
        const auto title = fmt::format("{:>3} {}", ++number, string_of(item, "title"));
        const auto why = string_of(item, "why");
        // What fits on one line stands on one, so that a first agenda fits on two pages.
        const auto whole = title + ": " + why;
        if (!why.empty() && base::count_characters(whole) <= 100) {
            out << whole << '\n';
        } else {
            out << wrapped(title, 4) << '\n';
            if (!why.empty())
                out << "    " << wrapped(why, 4) << '\n';
        }
        const auto papers = items_of(item, "papers").size();
        if (papers > 0)
            out << fmt::format("    papers: {}\n", papers);
    }
    if (number == 0)
        out << "\nnothing is open\n";
    print_mark(out, agenda);
}

void print_matter(std::ostream& out, const Json& matter) {
    print_heading(out, matter,
                  fmt::format("{}: {}", string_of(matter, "code"), string_of(matter, "title")));
    for (const auto& entry : items_of(matter, "history")) {
        out << fmt::format("\n{} by {}, {}, entry {}\n", string_of(entry, "on"),
                           string_of(entry, "institution"), string_of(entry, "kind"),
                           number_of(entry, "seq"));
        for (const auto& fact : items_of(entry, "facts")) {
            if (!string_of(fact, "value").empty())
                out << "  "
                    << wrapped(
                           fmt::format("{}: {}", string_of(fact, "name"), string_of(fact, "value")),
                           4)
                    << '\n';
        }
        for (const auto& text : items_of(entry, "texts"))
            out << "  "
                << wrapped(fmt::format("{}: {}", string_of(text, "name"), string_of(text, "text")),
                           4)
                << '\n';
        for (const auto& file : items_of(entry, "files"))
            out << fmt::format(
                "  file {}{}\n", string_of(file, "sha256"),
                string_of(file, "title").empty() ? "" : " " + string_of(file, "title"));
    }
    print_mark(out, matter);
}

void print_minutes(std::ostream& out, const Json& minutes) {
    const Json& meeting = *minutes.find("meeting");
    print_heading(out, minutes, fmt::format("Minutes of meeting {}", string_of(meeting, "code")));
    out << fmt::format(
        "{} on {}{}{}\n", string_of(meeting, "state"), string_of(meeting, "on"),
        string_of(meeting, "time").empty() ? "" : " at " + string_of(meeting, "time"),
        string_of(meeting, "place").empty() ? "" : ", " + string_of(meeting, "place"));
    if (const auto reason = string_of(minutes, "cancelled_because"); !reason.empty())
        out << "because: " << wrapped(reason, 9) << '\n';
    std::string names;
    for (const auto& one : items_of(meeting, "present"))
        names += fmt::format("{}{}{}", names.empty() ? "" : ", ", string_of(one, "seat"),
                             string_of(one, "capacity") == "alternate" ? " (alternate)" : "");
    if (string_of(meeting, "state") == "held")
        out << wrapped(
                   fmt::format("present: {}; {} of {} needed{}", or_dash(names),
                               items_of(meeting, "present").size(), number_of(meeting, "needed"),
                               is_true(meeting, "quorate") ? "" : ": no quorum, no decision"),
                   9)
            << '\n';
    std::size_t number = 0;
    for (const auto& item : items_of(minutes, "items")) {
        out << '\n'
            << wrapped(fmt::format("{:>3} {}", ++number, string_of(item, "title")), 4) << '\n';
        for (const auto& line : items_of(item, "lines"))
            out << "    "
                << wrapped(fmt::format("{}: {}", string_of(line, "type"), string_of(line, "text")),
                           4)
                << '\n';
    }
    if (number == 0)
        out << "\nnothing was minuted\n";
    print_mark(out, minutes);
}

void print_working_plan(std::ostream& out, const Json& plan) {
    print_heading(out, plan, "The working plan, and what is open in it");
    const auto open = number_of(plan, "open");
    out << fmt::format("{} of {} activities lack nothing, {} are adopted for this year; {} open\n",
                       number_of(plan, "complete"), number_of(plan, "of"),
                       number_of(plan, "adopted"),
                       open == 1 ? "one point is" : fmt::format("{} points are", open));
    for (const auto& activity : items_of(plan, "activities")) {
        out << '\n'
            << wrapped(
                   fmt::format("{} {}", string_of(activity, "code"), string_of(activity, "title")),
                   4)
            << '\n';
        const auto words = string_of(activity, "in_words");
        out << "    " << wrapped(words.empty() ? "nothing is open" : "open: " + words, 4) << '\n';
        for (const auto& proposal : items_of(activity, "proposals"))
            out << "    "
                << wrapped(
                       fmt::format("proposed on {} by {}, entry {}: {}", string_of(proposal, "on"),
                                   string_of(proposal, "institution"), number_of(proposal, "seq"),
                                   string_of(proposal, "difference")),
                       4)
                << '\n';
        for (const auto& year : items_of(activity, "years"))
            out << fmt::format("    adopted for {} on {} by decision {}\n", string_of(year, "year"),
                               string_of(year, "on"), string_of(year, "decision"));
        for (const auto& change : items_of(activity, "promised"))
            out << "    "
                << wrapped(fmt::format("printed beside it: {} {} {}", string_of(change, "subject"),
                                       string_of(change, "field"), string_of(change, "before")),
                           4)
                << '\n';
        for (const auto& said : items_of(activity, "confirmations")) {
            if (const auto note = string_of(said, "note"); !note.empty())
                out << "    "
                    << wrapped(fmt::format("{} said {} on {}: {}", string_of(said, "institution"),
                                           string_of(said, "answer"), string_of(said, "on"), note),
                               4)
                    << '\n';
        }
        for (const auto& step : items_of(activity, "steps"))
            out << fmt::format("    step {} to {}: {}\n", string_of(step, "from"),
                               string_of(step, "until"), string_of(step, "title"));
    }
    print_mark(out, plan);
}

}  // namespace cli
