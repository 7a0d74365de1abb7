#include "app/add_task.h"
#include "app/change_programme.h"
#include "app/merge_releases.h"
#include "app/open_cohort.h"
#include "app/programme_export.h"
#include "app/programme_view.h"
#include "app/report_programme.h"
#include "app/report_task.h"
#include "app/views.h"
#include "base/file.h"
#include "cli/context.h"
#include "cli/option_reader.h"
#include "cli/programme_print.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

// Whoever names an institution acts for it; the secretariat enters for everybody.
trust::Principal principal_of(const Actor& actor) {
    return actor.principal(actor.institution.empty() ? trust::Role::secretariat
                                                     : trust::Role::head);
}

/// What the commands that write about a programme share.
template <typename Request>
struct Writing {
    Place place;
    Actor actor;
    Request request;

    void add_to(CLI::App& command) {
        place.add_store_to(command);
        actor.add_to(command);
        command.add_option("PROGRAMME", request.programme, "The programme's code")->required();
        command.add_option("--corrects", request.corrects,
                           "The entry in whose place this one stands");
    }
};

template <typename Request, typename Prepare, typename Act>
void run_writing(Context& context, Writing<Request>& options, Prepare prepare, Act act) {
    context.run([&]() -> Result<void> {
        OptionReader reader{options.request.faults};
        prepare(reader, options.request);
        options.actor.fill(options.request);
        auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
        const auto receipt =
            TRY(act(opened.record(), principal_of(options.actor), options.request));
        print_receipt(context, receipt, options.actor.as_json);
        return {};
    });
}

/// What the commands that read share.
struct Reading {
    Place place;
    Clocks clocks;
    std::string programme;
    bool as_json = false;

    void add_to(CLI::App& command, bool has_json = true) {
        place.add_store_or_strategy_to(command);
        clocks.add_to(command);
        if (has_json)
            command.add_flag("--json", as_json, "Print JSON");
    }
};

template <typename Make, typename Print>
void run_reading(Context& context, const Reading& options, Make make, Print print) {
    context.run([&]() -> Result<void> {
        auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
        const auto question = TRY(
            app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
        const auto json = TRY(make(opened.record(), question));
        if (options.as_json)
            context.out << json.pretty() << '\n';
        else
            print(context.out, json);
        return {};
    });
}

void add_list(CLI::App& parent, Context& context) {
    auto* command = parent.add_subcommand("list", "Every programme with its newest counts");
    auto options = std::make_shared<Reading>();
    options->add_to(*command);
    command->callback([&context, options] {
        run_reading(
            context, *options,
            [](const app::Record& record, const app::Question& question) {
                return app::programme_list(record, question);
            },
            print_programmes);
    });
}

void add_show(CLI::App& parent, Context& context) {
    auto* command =
        parent.add_subcommand("show", "One programme: funnels, counts, money, earned value");
    auto options = std::make_shared<Reading>();
    options->add_to(*command);
    command->add_option("PROGRAMME", options->programme, "The programme's code")->required();
    command->callback([&context, options] {
        run_reading(
            context, *options,
            [&](const app::Record& record, const app::Question& question) {
                return app::programme_view(record, question, options->programme,
                                           app::Reader::console);
            },
            print_programme);
    });
}

void add_export(CLI::App& parent, Context& context) {
    auto* command = parent.add_subcommand("export", "One programme as an OC4IDS project");
    auto options = std::make_shared<Reading>();
    options->add_to(*command, false);
    options->as_json = true;
    command->add_option("PROGRAMME", options->programme, "The programme's code")->required();
    command->callback([&context, options] {
        run_reading(
            context, *options,
            [&](const app::Record& record, const app::Question& question) {
                return app::export_programme(record, question, options->programme);
            },
            print_programme);
    });
}

void add_report(CLI::App& parent, Context& context) {
    struct Options : Writing<app::ProgrammeReportRequest> {
        std::string value;
        std::vector<std::string> sex, files, grades;
    };
    auto* command = parent.add_subcommand(
        "report", "Report how many reached a stage, what a measure was, or how much money");
    auto options = std::make_shared<Options>();
    options->add_to(*command);
    auto& request = options->request;
    command->add_option("--stage", request.stage, "The stage that is counted");
    command->add_option("--measure", request.measure, "The measure that is counted");
    command->add_option("--money", request.money, "approved, released or disbursed");
    command->add_option("--currency", request.currency, "Of money: PKR");
    command->add_option("--cohort", request.cohort, "The cohort that is counted");
    command
        ->add_option("--period", request.period,
                     "A day (since inception, or what there is), a period, or two days: "
                     "2024-01-01/2024-05-31")
        ->required();
    command->add_option("--value", options->value, "How many")->required();
    command->add_option("--qualifier", request.qualifier, "exact, at_least, at_most or about");
    command->add_option("--sex", options->sex, "A part by sex: female=12")
        ->type_name("NAME=NUMBER");
    command->add_option("--evidence", options->files, "A file of evidence")->type_name("FILE");
    command->add_option("--grade", options->grades, "The grade of that evidence: A, B, C or D");
    command->callback([&context, options] {
        run_writing(
            context, *options,
            [&](OptionReader& reader, app::ProgrammeReportRequest& asked) {
                asked.value = reader.decimal(options->value, "value");
                asked.sex = reader.amounts(options->sex, "sex");
                asked.evidence = reader.evidence(options->files, options->grades);
            },
            app::report_programme);
    });
}

void add_cohort(CLI::App& parent, Context& context) {
    auto* command = parent.add_subcommand("cohort", "Open a cohort");
    auto options = std::make_shared<Writing<app::CohortRequest>>();
    options->add_to(*command);
    command->add_option("COHORT", options->request.cohort, "Its code: 2024-A")->required();
    command->add_option("--title", options->request.title, "Its official title")->required();
    command->add_option("--seats", options->request.seats, "How many it has room for");
    command->callback([&context, options] {
        run_writing(
            context, *options, [](OptionReader&, app::CohortRequest&) {}, app::open_cohort);
    });
}

void add_task_command(CLI::App& parent, Context& context) {
    struct Options : Writing<app::TaskRequest> {
        std::string budget, from, until;
    };
    auto* command = parent.add_subcommand("task", "Add a task with its budget and schedule");
    auto options = std::make_shared<Options>();
    options->add_to(*command);
    command->add_option("TASK", options->request.task.code, "Its code")->required();
    command->add_option("--title", options->request.task.title, "Its official title")->required();
    command->add_option("--budget", options->budget, "Its budget");
    command->add_option("--currency", options->request.task.currency, "Of the budget: PKR");
    command->add_option("--from", options->from, "Its first day")->type_name("DAY");
    command->add_option("--until", options->until, "Its last day")->type_name("DAY");
    command->callback([&context, options] {
        run_writing(
            context, *options,
            [&](OptionReader& reader, app::TaskRequest& request) {
                request.task.budget = reader.decimal(options->budget, "budget");
                request.task.from = reader.day(options->from, "from");
                request.task.until = reader.day(options->until, "until");
            },
            app::add_task);
    });
}

void add_progress(CLI::App& parent, Context& context) {
    struct Options : Writing<app::TaskProgressRequest> {
        std::string percent, cost;
    };
    auto* command = parent.add_subcommand("progress", "Report how far a task is, and its cost");
    auto options = std::make_shared<Options>();
    options->add_to(*command);
    command->add_option("TASK", options->request.task, "The task's code")->required();
    command->add_option("--percent", options->percent, "How much of it is done")->required();
    command->add_option("--cost", options->cost, "What it has cost so far")->required();
    command->callback([&context, options] {
        run_writing(
            context, *options,
            [&](OptionReader& reader, app::TaskProgressRequest& request) {
                request.percent = reader.decimal(options->percent, "percent");
                request.cost = reader.decimal(options->cost, "cost");
            },
            app::report_task);
    });
}

void add_change(CLI::App& parent, Context& context) {
    auto* command =
        parent.add_subcommand("change", "Record a change of duration, value or scope, and why");
    auto options = std::make_shared<Writing<app::ProgrammeChangeRequest>>();
    options->add_to(*command);
    auto& change = options->request.change;
    command->add_option("--type", change.type, "duration, value or scope")->required();
    command->add_option("--measure", change.measure, "Of scope: whose target changes");
    command->add_option("--currency", change.currency, "Of value: PKR");
    command->add_option("--was", change.was, "Before: a day, or a number")->required();
    command->add_option("--becomes", change.becomes, "After")->required();
    command->add_option("--reason", change.reason, "Why; kept in the vault")->required();
    command->callback([&context, options] {
        run_writing(
            context, *options, [](OptionReader&, app::ProgrammeChangeRequest&) {},
            app::change_programme);
    });
}

void add_merge(CLI::App& parent, Context& context) {
    struct Options {
        std::string file, schema;
        bool is_versioned = false;
    };
    auto* command = parent.add_subcommand("merge", "Merge OCDS releases into one record");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "A list of releases, or a package")->required();
    command->add_option("--schema", options->schema, "The release schema")
        ->required()
        ->type_name("FILE");
    command->add_flag("--versioned", options->is_versioned,
                      "Every value with the release that brought it");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            const auto releases = TRY(base::read_file(options->file));
            const auto schema = TRY(base::read_file(options->schema));
            const auto merged =
                TRY(app::merge_releases({options->file, releases}, {options->schema, schema},
                                        options->is_versioned ? programme::MergedForm::versioned
                                                              : programme::MergedForm::compiled));
            context.out << merged.pretty() << '\n';
            return {};
        });
    });
}

}  // namespace

void add_programme(CLI::App& program, Context& context) {
    auto* parent =
        program.add_subcommand("programme", "Programmes: cohorts, funnels, outputs, money");
    parent->require_subcommand(1);
    add_list(*parent, context);
    add_show(*parent, context);
    add_report(*parent, context);
    add_cohort(*parent, context);
    add_task_command(*parent, context);
    add_progress(*parent, context);
    add_change(*parent, context);
    add_export(*parent, context);
    add_merge(*parent, context);
}

}  // namespace cli
