#include "app/adopt_plan.h"
#include "app/amend_plan.h"
#include "app/confirm_activity.h"
#include "app/council_view.h"
#include "app/propose_changes.h"
#include "app/setting.h"
#include "app/views.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/council_print.h"
#include "cli/writing.h"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

namespace cli {
namespace {

void add_confirm(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        Actor actor;
        app::ConfirmationRequest request;
    };
    auto* command = program.add_subcommand(
        "confirm", "A lead or supporter says what it can carry out, and when");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    command->add_option("ACTIVITY", options->request.activity, "The activity's code")->required();
    command->add_option("--answer", options->request.answer, "yes, partly or no")->required();
    command->add_option("--by", options->request.by, "By when: a day or a period");
    command->add_option("--note", options->request.note, "With what, or why not");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            const auto moment = TRY(opened.record().now());
            std::string& institution = options->actor.institution;
            const auto* activity =
                TRY(app::activity_named(*moment.plan->working, options->request.activity));
            if (institution.empty() && activity->lead.is_stated())
                institution = activity->lead->text();
            if (institution.empty())
                return Error{ErrorCode::lead_is_open,
                             "the plan leaves the lead open; name the institution that confirms",
                             "--institution"};
            options->actor.fill(options->request);
            const auto receipt = TRY(app::confirm_activity(
                opened.record(), options->actor.principal(trust::Role::head), options->request));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

// A value on the command line is text unless it is JSON: --set due=2025, --set 'path=[...]'.
base::Json value_of(const std::string& text) {
    if (text.starts_with('[') || text.starts_with('{') || text == "null") {
        auto json = base::Json::parse(text, "--set");
        if (json.ok())
            return json.value();
    }
    return text;
}

// FIELD=VALUE, once for each field; what is none is told with the faults of the action.
base::Json changes_of(const std::vector<std::string>& settings, std::vector<Error>& faults) {
    base::Json changes = base::Json::object();
    for (const auto& setting : settings) {
        const auto at = setting.find('=');
        const std::string field = setting.substr(0, at);
        if (at == std::string::npos || at == 0)
            faults.push_back({ErrorCode::usage,
                              fmt::format("expected FIELD=VALUE, found \"{}\"", setting), "--set"});
        else if (changes.find(field) != nullptr)
            faults.push_back(
                {ErrorCode::usage, fmt::format("the field {} is set twice", field), "--set"});
        else
            changes.set(field, value_of(setting.substr(at + 1)));
    }
    return changes;
}

void add_amend(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        Actor actor;
        app::AmendmentRequest request;
        std::vector<std::string> settings;
    };
    auto* command = program.add_subcommand(
        "amend", "Change the working plan by decision; the printed promise stays beside it");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    command->add_option("SUBJECT", options->request.subject, "A target, an activity or an outcome")
        ->required();
    command->add_option("--set", options->settings, "A field and its new value: due=2025-06-30")
        ->required()
        ->type_name("FIELD=VALUE");
    command->add_option("--reason", options->request.reason, "Why it is changed");
    command->add_option("--decision", options->request.decision, "The council's decision");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            options->request.changes = changes_of(options->settings, options->request.faults);
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            options->actor.fill(options->request);
            const auto receipt = TRY(app::amend_plan(
                opened.record(), options->actor.principal(trust::Role::council), options->request));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

void add_working_plan(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        Actor actor;
        app::WorkingPlanRequest request;
    };
    auto* command = program.add_subcommand(
        "adopt", "The council adopts a working plan: its activities are asked to report");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    command->add_option("ACTIVITIES", options->request.activities, "The activities' codes")
        ->required();
    command->add_option("--year", options->request.year, "For which year")->required();
    command->add_option("--decision", options->request.decision, "The council's decision")
        ->required();
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            options->actor.fill(options->request);
            const auto receipt = TRY(app::adopt_working_plan(
                opened.record(), options->actor.principal(trust::Role::council), options->request));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

void add_init(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        std::string folder;
        bool again = false;
    };
    auto* command =
        program.add_subcommand("init", "Make a store and adopt a strategy in it, without serving");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    options->place.add_origin_to(*command);
    command->add_option("DIR", options->folder, "The folder of the strategy")->required();
    command->add_flag("--again", options->again, "Adopt a changed strategy in its place");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            options->place.name_after(options->folder);
            auto opened = TRY(Opened::open(context, options->place, store::Mode::create));
            const auto adoption =
                TRY(app::adopt_plan(opened.record(), options->folder,
                                    options->again ? app::Again::yes : app::Again::no));
            context.out << app::summary(adoption) << '\n';
            return {};
        });
    });
}

void add_plan(CLI::App& program, Context& context) {
    auto* plan = program.add_subcommand("plan", "The working plan beside the printed one");
    plan->require_subcommand(1);
    add_reading<std::string>(
        *plan, context, "working",
        "What is open in the working plan, activity by activity, and who can close it",
        [](CLI::App& command, std::string& activity) {
            command.add_option("ACTIVITY", activity, "One activity; all by default");
        },
        [](app::Record& record, const app::Question& question, const std::string& activity) {
            return app::working_plan_view(record, question, activity, app::Reader::console);
        },
        print_working_plan);
    add_writing<app::ProposedChangeRequest>(
        *plan, context, "propose",
        "The lead or the secretariat proposes changes of the working plan; the council adopts them",
        trust::Role::head,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            auto settings = std::make_shared<std::vector<std::string>>();
            command.add_option("SUBJECT", request.subject, "An activity or one of its targets")
                ->required();
            command.add_option("--set", *settings, "A field and its new value: due=2025-06-30")
                ->required()
                ->type_name("FIELD=VALUE");
            command.add_option("--note", request.note, "What is to be said about it");
            options.readers.push_back(
                [&request, settings] { request.changes = changes_of(*settings, request.faults); });
        },
        app::draft_proposed_change);
    add_writing<app::DeclineRequest>(
        *plan, context, "decline", "Take a proposal back, or note that the council declined it",
        trust::Role::head,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("PROPOSAL", request.proposal, "The number of its entry")->required();
            command.add_option("--reason", request.reason, "Why");
            command.add_option("--decision", request.decision, "The council's decision");
        },
        app::draft_decline);
    add_diagnosis(*plan, context);
}

}  // namespace

void add_planning(CLI::App& program, Context& context) {
    add_init(program, context);
    add_confirm(program, context);
    add_amend(program, context);
    add_working_plan(program, context);
    add_plan(program, context);
    add_load(program, context);
}

}  // namespace cli
