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
#include "cli/programme_print.h"
#include "cli/writing.h"

#include <ostream>

namespace cli {
namespace {

/// Adds a command that writes about a programme. Whoever names an institution acts as its head.
template <typename Request, typename Add, typename Act>
void add_entry(CLI::App& parent, Context& context, const char* name, const char* help, Add add,
               Act act) {
    add_writing<Request>(
        parent, context, name, help, trust::Role::head,
        [add](CLI::App& command, Writing<Request>& options) {
            command.add_option("PROGRAMME", options.request.programme, "The programme's code")
                ->required();
            add(command, options);
            command.add_option("--corrects", options.request.corrects,
                               "The entry in whose place this one stands");
        },
        act);
}

void add_programme_option(CLI::App& command, std::string& programme) {
    command.add_option("PROGRAMME", programme, "The programme's code")->required();
}

void add_list(CLI::App& parent, Context& context) {
    add_reading<std::monostate>(
        parent, context, "list", "Every programme with its newest counts",
        [](CLI::App&, std::monostate&) {},
        [](const app::Record& record, const app::Question& question, std::monostate) {
            return app::programme_list(record, question);
        },
        print_programmes);
}

void add_show(CLI::App& parent, Context& context) {
    add_reading<std::string>(
        parent, context, "show", "One programme: funnels, counts, money, earned value",
        add_programme_option,
        [](const app::Record& record, const app::Question& question, const std::string& programme) {
            return app::programme_view(record, question, programme, app::Reader::console);
        },
        print_programme);
}

void add_export(CLI::App& parent, Context& context) {
    add_reading<std::string>(
        parent, context, "export", "One programme as an OC4IDS project", add_programme_option,
        [](const app::Record& record, const app::Question& question, const std::string& programme) {
            return app::export_programme(record, question, programme);
        },
        [](std::ostream& out, const base::Json& project) { out << project.pretty() << '\n'; });
}

void add_report(CLI::App& parent, Context& context) {
    add_entry<app::ProgrammeReportRequest>(
        parent, context, "report",
        "Report how many reached a stage, what a measure was, or how much money",
        [](CLI::App& command, Writing<app::ProgrammeReportRequest>& options) {
            auto& request = options.request;
            command.add_option("--stage", request.stage, "The stage that is counted");
            command.add_option("--measure", request.measure, "The measure that is counted");
            command.add_option("--money", request.money, "approved, released or disbursed");
            command.add_option("--currency", request.currency, "Of money: PKR");
            command.add_option("--cohort", request.cohort, "The cohort that is counted");
            command
                .add_option("--period", request.period,
                            "A day (since inception, or what there is), a period, or two days: "
                            "2024-01-01/2024-05-31")
                ->required();
            options.add_decimal(command, "--value", "How many", request.value)->required();
            command.add_option("--qualifier", request.qualifier,
                               "exact, at_least, at_most or about");
            auto sex = std::make_shared<std::vector<std::string>>();
            command.add_option("--sex", *sex, "A part by sex: female=12")->type_name("NAME=NUMBER");
            options.readers.push_back([sex, &request] {
                request.sex = OptionReader{request.faults}.amounts(*sex, "sex");
            });
            options.add_evidence(command, request.evidence);
        },
        app::report_programme);
}

void add_cohort(CLI::App& parent, Context& context) {
    add_entry<app::CohortRequest>(
        parent, context, "cohort", "Open a cohort",
        [](CLI::App& command, Writing<app::CohortRequest>& options) {
            auto& request = options.request;
            command.add_option("COHORT", request.cohort, "Its code: 2024-A")->required();
            command.add_option("--title", request.title, "Its official title")->required();
            command.add_option("--seats", request.seats, "How many it has room for");
        },
        app::open_cohort);
}

void add_task_command(CLI::App& parent, Context& context) {
    add_entry<app::TaskRequest>(
        parent, context, "task", "Add a task with its budget and schedule",
        [](CLI::App& command, Writing<app::TaskRequest>& options) {
            auto& task = options.request.task;
            command.add_option("TASK", task.code, "Its code")->required();
            command.add_option("--title", task.title, "Its official title")->required();
            options.add_decimal(command, "--budget", "Its budget", task.budget);
            command.add_option("--currency", task.currency, "Of the budget: PKR");
            options.add_day(command, "--from", "Its first day", task.from);
            options.add_day(command, "--until", "Its last day", task.until);
        },
        app::add_task);
}

void add_progress(CLI::App& parent, Context& context) {
    add_entry<app::TaskProgressRequest>(
        parent, context, "progress", "Report how far a task is, and its cost",
        [](CLI::App& command, Writing<app::TaskProgressRequest>& options) {
            auto& request = options.request;
            command.add_option("TASK", request.task, "The task's code")->required();
            options.add_decimal(command, "--percent", "How much of it is done", request.percent)
                ->required();
            options.add_decimal(command, "--cost", "What it has cost so far", request.cost)
                ->required();
        },
        app::report_task);
}

void add_change(CLI::App& parent, Context& context) {
    add_entry<app::ProgrammeChangeRequest>(
        parent, context, "change", "Record a change of duration, value or scope, and why",
        [](CLI::App& command, Writing<app::ProgrammeChangeRequest>& options) {
            auto& change = options.request.change;
            command.add_option("--type", change.type, "duration, value or scope")->required();
            command.add_option("--measure", change.measure, "Of scope: whose target changes");
            command.add_option("--currency", change.currency, "Of value: PKR");
            command.add_option("--was", change.was, "Before: a day, or a number")->required();
            command.add_option("--becomes", change.becomes, "After")->required();
            command.add_option("--reason", change.reason, "Why; kept in the vault")->required();
        },
        app::change_programme);
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
