#include "app/calendar_view.h"
#include "app/convene.h"
#include "app/council_view.h"
#include "app/decide.h"
#include "app/keep_seats.h"
#include "app/matter_view.h"
#include "cli/context.h"
#include "cli/council_print.h"
#include "cli/writing.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

using trust::Role;

void no_options(CLI::App&, std::monostate&) {}

void add_seats(CLI::App& council, Context& context) {
    add_reading<std::monostate>(council, context, "seats",
                                "Who sits on the council, and on whose behalf", no_options,
                                council_room, print_seats);

    add_writing<app::AppointmentRequest>(
        council, context, "appoint", "A person takes a seat, as its holder or its alternate",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("SEAT", request.seat, "The institution whose seat it is")
                ->required();
            command
                .add_option("--holder", request.holder,
                            "An opaque identifier of the person, never a name")
                ->required();
            command.add_option("--name", request.name, "The name; kept apart, it can be erased");
            command.add_flag_callback(
                "--alternate", [&request] { request.capacity = "alternate"; }, "As the alternate");
            options.add_day(command, "--until", "The last day of the term", request.until);
        },
        app::draft_appointment);

    add_writing<app::VacancyRequest>(
        council, context, "vacate", "A holder or an alternate leaves the seat", Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("SEAT", request.seat, "The institution whose seat it is")
                ->required();
            command.add_flag_callback(
                "--alternate", [&request] { request.capacity = "alternate"; }, "The alternate");
        },
        app::draft_vacancy);

    add_writing<app::GroupRequest>(
        council, context, "group", "Form a working group of members, or dissolve it",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("GROUP", request.group, "Its code, such as tax")->required();
            command.add_option("--title", request.title, "What it is called");
            command.add_option("--members", request.members, "Institutions with a seat")
                ->delimiter(',');
            command.add_option("--chair", request.chair, "The member that chairs it");
            command.add_option("--decision", request.decision, "The council's decision");
            command.add_flag("--dissolve", request.dissolve, "End it");
        },
        app::draft_group);
}

void add_meetings(CLI::App& council, Context& context) {
    add_reading<std::monostate>(council, context, "meetings",
                                "All meetings: when, who was there, what was decided", no_options,
                                council_room, print_meetings);

    add_writing<app::ScheduleRequest>(
        council, context, "schedule", "Call a meeting, or a series of them, a quarter apart",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("MEETING", request.meeting,
                               "Its code; the quarter that the day lies in by default");
            options.add_day(command, "--on", "The day", request.on);
            command.add_option("--repeat", request.repeat, "How many more, each a quarter later");
            command.add_option("--body", request.body, "A working group, instead of the council");
            command.add_option("--time", request.time, "Such as 10:30");
            command.add_option("--place", request.place, "Where");
        },
        app::draft_schedule);

    add_writing<app::CancelRequest>(
        council, context, "cancel", "A meeting does not take place", Role::secretariat,
        [](CLI::App& command, auto& options) {
            command.add_option("MEETING", options.request.meeting, "Its code")->required();
            command.add_option("--reason", options.request.reason, "Why");
        },
        app::draft_cancellation);

    add_reading<std::string>(
        council, context, "agenda",
        "The agenda that the state of the plan proposes, or that of a meeting as it went out",
        [](CLI::App& command, std::string& meeting) {
            command.add_option("MEETING", meeting, "Its code; what is proposed by default");
        },
        app::agenda_view, print_agenda);

    add_writing<app::PrepareRequest>(
        council, context, "prepare", "Put the agenda of a meeting together, or change it",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("MEETING", request.meeting, "Its code")->required();
            command.add_option("--add", request.add, "The title of a further item")->take_all();
            command
                .add_option("--leave-out", request.leave_out,
                            "An item, by number or key (KIND:SUBJECT), or all of a kind")
                ->take_all();
            command.add_option("--put-back", request.put_back, "Items that were left out")
                ->take_all();
            command.add_option("--first", request.first, "Items that go to the top")->take_all();
            command.add_flag("--refresh", request.refresh, "Propose anew from today's state");
            options.add_files(command, "--paper", "A paper of an item", "ITEM=FILE",
                              [&request](std::string item, app::EvidenceReference file) {
                                  request.papers.push_back({std::move(item), std::move(file)});
                              });
        },
        app::draft_preparation);
}

void add_minutes(CLI::App& council, Context& context) {
    add_writing<app::HoldRequest>(
        council, context, "hold", "A meeting took place, with these seats present",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("MEETING", request.meeting, "Its code")->required();
            command.add_option("--present", request.present, "Seats whose holder was there")
                ->delimiter(',');
            command
                .add_option("--alternates", request.alternates, "Seats whose alternate was there")
                ->delimiter(',');
            command.add_option("--chair", request.chair, "The seat that chaired it");
        },
        app::draft_holding);

    add_reading<std::string>(
        council, context, "minutes",
        "The minutes of a meeting: who was there, what was said and decided",
        [](CLI::App& command, std::string& meeting) {
            command.add_option("MEETING", meeting, "Its code")->required();
        },
        [](app::Record& record, const app::Question& question, const std::string& meeting) {
            return app::minutes_view(record, question, meeting, app::Reader::console);
        },
        print_minutes);

    add_writing<app::MinuteRequest>(
        council, context, "minute", "A line of the minutes: information or action",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("MEETING", request.meeting, "Its code")->required();
            command.add_option("ITEM", request.item, "The item of its agenda, by number or key");
            command.add_option("--type", request.type, "information or action")->required();
            command.add_option("--text", request.text, "What was said")->required();
        },
        app::draft_minute);
}

void add_decisions(CLI::App& council, Context& context) {
    add_reading<std::monostate>(council, context, "decisions",
                                "All decisions, and what became of them", no_options, council_room,
                                print_decisions);

    add_writing<app::DecisionRequest>(
        council, context, "decide", "A decision of a meeting, with its votes", Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            const auto seats = [&](const char* name, std::vector<std::string>& list,
                                   const char* help) {
                command.add_option(name, list, help)->delimiter(',');
            };
            command.add_option("MEETING", request.meeting, "The meeting that decided");
            command.add_option("--item", request.item, "The item of its agenda, by number or key");
            command.add_option("--title", request.title, "What was decided, for all to read");
            command.add_option("--text", request.text, "The whole text");
            seats("--concerns", request.concerns,
                  "What it reaches: activities, targets, objectives, council or plan");
            seats("--for", request.in_favour, "Seats that voted for it");
            seats("--against", request.against, "Seats that voted against it");
            seats("--abstain", request.abstained, "Seats that abstained");
            seats("--recused", request.recused, "Seats that withdrew for a conflict of interest");
            command.add_flag("--consensus", request.by_consensus,
                             "All who were present and not recused were for it");
            command.add_option("--owner", request.owner, "Who carries it out, with a seat");
            command.add_option("--decided-by", request.body,
                               "Who must decide it: it becomes a policy proposal");
            options.add_day(command, "--due", "By when", request.due);
            command.add_option("--proof", request.proof, "What shows that it was carried out");
            command.add_option("--code", request.code, "Of a decision from signed minutes");
            options.add_file(
                command, "--minutes", "Signed minutes of a meeting outside this record",
                [&request](app::EvidenceReference file) { request.minutes = std::move(file); });
        },
        app::draft_decision);

    add_reading<std::monostate>(council, context, "obligations",
                                "What members of the council owe, and by when", no_options,
                                council_room, print_obligations);

    add_writing<app::ExtensionRequest>(
        council, context, "extend", "Put off the due date of an obligation, by decision",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            command.add_option("OBLIGATION", options.request.obligation, "Its code")->required();
            options.add_day(command, "--due", "The new day", options.request.due);
            command.add_option("--decision", options.request.decision, "The council's decision");
        },
        app::draft_extension);

    add_writing<app::ClosingRequest>(
        council, context, "close", "An obligation was carried out, as the evidence proves",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("OBLIGATION", request.obligation, "Its code")->required();
            options.add_evidence(command, request.evidence);
            command.add_option("--note", request.note, "What is to be said about it");
        },
        app::draft_closing);
}

void add_matters(CLI::App& council, Context& context) {
    add_reading<std::string>(
        council, context, "show",
        "One decision with what became of it, or one issue: every text and every file",
        [](CLI::App& command, std::string& code) {
            command.add_option("CODE", code, "Of a decision or an issue")->required();
        },
        [](app::Record& record, const app::Question& question, const std::string& code) {
            return app::matter_view(record, question, code, app::Reader::console);
        },
        print_matter);
}

void add_proposals(CLI::App& council, Context& context) {
    add_reading<std::monostate>(
        council, context, "proposals",
        "Policy proposals: where they stand, and what the council itself achieved", no_options,
        council_room, print_proposals);

    add_writing<app::AdvanceRequest>(
        council, context, "advance", "A policy proposal moves on", Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("PROPOSAL", request.proposal, "The code of its decision")
                ->required();
            command.add_option("--stage", request.stage,
                               "drafted, submitted, accepted, enacted or refused");
            command.add_option("--decided-by", request.body, "Where it lies now");
            command.add_option("--legal-text", request.legal_text, "Its citation once enacted");
            options.add_file(
                command, "--paper", "Its text",
                [&request](app::EvidenceReference file) { request.paper = std::move(file); });
            command.add_option("--note", request.note, "What is to be said about it");
        },
        app::draft_advance);

    add_writing<app::CreditRequest>(
        council, context, "credit",
        "The reform process table: what the council itself achieved in a step, 0 to 3",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("PROPOSAL", request.proposal, "The code of its decision")
                ->required();
            command.add_option("--step", request.step, "1 to 5")->required();
            command
                .add_option("--score", request.score,
                            "0 no part, 1 contributed, 2 decisive, 3 alone")
                ->required();
            command.add_option("--reason", request.reason, "Why");
        },
        app::draft_credit);
}

// Bytes of another format than text or JSON, so no reading command like the others.
void add_calendar(CLI::App& council, Context& context) {
    struct Options {
        Place place;
        Clocks clocks;
    };
    auto* command =
        council.add_subcommand("calendar", "Meetings and due dates as iCalendar (RFC 5545)");
    auto options = std::make_shared<Options>();
    options->place.add_store_or_strategy_to(*command);
    options->clocks.add_to(*command);
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            const auto question = TRY(app::parse_question(opened.record(), options->clocks.as_of,
                                                          options->clocks.recorded_by));
            context.out << TRY(app::calendar_view(opened.record(), question));
            return {};
        });
    });
}

}  // namespace

void add_council(CLI::App& program, Context& context) {
    auto* council = program.add_subcommand(
        "council", "The council: seats, meetings, agenda, decisions and what became of them");
    council->require_subcommand(1);
    add_seats(*council, context);
    add_meetings(*council, context);
    add_minutes(*council, context);
    add_decisions(*council, context);
    add_proposals(*council, context);
    add_matters(*council, context);
    add_calendar(*council, context);
}

}  // namespace cli
