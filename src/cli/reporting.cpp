#include "app/report_progress.h"
#include "app/review_report.h"
#include "app/setting.h"
#include "app/views.h"
#include "cli/context.h"
#include "cli/option_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

namespace cli {
namespace {

struct ReportOptions {
    Place place;
    Actor actor;
    app::ReportRequest request;
    std::string value, numerator, denominator, done;
    std::vector<std::string> items, breakdown, files, grades;
};

void add_report_options(CLI::App& command, ReportOptions& options) {
    options.place.add_store_to(command);
    options.actor.add_to(command);
    command.add_option("TARGET", options.request.target, "The target's code")->required();
    command.add_option("--period", options.request.period, "The period: 2025-Q1")->required();
    command.add_option("--value", options.value, "The value, in the target's unit");
    command.add_option("--numerator", options.numerator, "Of a share: how many");
    command.add_option("--denominator", options.denominator, "Of a share: of how many");
    command.add_option("--done", options.done, "Of a milestone: yes or no");
    command.add_option("--item", options.items, "Progress on one item of a list: NAME=PERCENT");
    command.add_option("--breakdown", options.breakdown, "A part of a count: sex=female=120");
    command.add_option("--unit", options.request.unit, "The unit, to be checked");
    command.add_option("--evidence", options.files, "A file of evidence")->type_name("FILE");
    command.add_option("--grade", options.grades, "The grade of that evidence: A, B, C or D");
    command.add_option("--narrative", options.request.narrative, "What was done");
    command.add_option("--explanation", options.request.explanation,
                       "Why it is behind; required where it is");
    command.add_option("--self-rating", options.request.self_rating,
                       "on_track, at_risk, off_track or met");
}

void read_options(ReportOptions& options) {
    app::ReportRequest& request = options.request;
    OptionReader reader{request.faults};
    request.value = reader.decimal(options.value, "value");
    request.numerator = reader.decimal(options.numerator, "numerator");
    request.denominator = reader.decimal(options.denominator, "denominator");
    request.items = reader.amounts(options.items, "items");
    request.breakdown = reader.amounts(options.breakdown, "breakdown");
    request.done = reader.yes_or_no(options.done, "done");
    request.evidence = reader.evidence(options.files, options.grades);
    options.actor.fill(request);
}

// Without --institution the lead acts, as whoever sits at the console says.
Result<void> default_to_lead(app::Record& record, const std::string& target, Actor& actor) {
    if (!actor.institution.empty())
        return {};
    const auto moment = TRY(record.now());
    const auto found = app::locate(*moment.plan->working, target);
    if (!found.ok())
        return {};  // the action says so, with all else that is wrong
    const auto& located = found.value();
    if (located.activity->lead.is_stated())
        actor.institution = located.activity->lead->text();
    else
        return Error{
            ErrorCode::lead_is_open,
            fmt::format("the plan leaves the lead of activity {} open; name the institution",
                        located.activity->code.text()),
            "--institution"};
    return {};
}

void add_report(CLI::App& program, Context& context, app::ReportKind kind) {
    const bool is_report = kind == app::ReportKind::report;
    auto* command =
        program.add_subcommand(is_report ? "report" : "contribute",
                               is_report ? "Submit the lead's report on a target for a period"
                                         : "Contribute as a supporter to the lead's report");
    auto options = std::make_shared<ReportOptions>();
    add_report_options(*command, *options);
    command->callback([&context, options, kind] {
        context.run([&]() -> Result<void> {
            read_options(*options);
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            if (kind == app::ReportKind::report)
                TRY(default_to_lead(opened.record(), options->request.target, options->actor));
            const auto receipt = TRY(app::report_progress(
                opened.record(), options->actor.principal(trust::Role::reporter), options->request,
                kind));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

struct ReviewOptions {
    Place place;
    Actor actor;
    app::ReviewRequest request;
    bool verify = false;
    std::string return_reason, withdraw_reason, reopen_reason, endorsement, decision;
};

struct Review {
    std::string_view action;
    std::string ReviewOptions::*reason;
    trust::Role role;
};

Result<trust::Role> read_action(ReviewOptions& options) {
    constexpr std::array reviews{
        Review{"return", &ReviewOptions::return_reason, trust::Role::verifier},
        Review{"withdraw", &ReviewOptions::withdraw_reason, trust::Role::reporter},
        Review{"reopen", &ReviewOptions::reopen_reason, trust::Role::council},
        Review{"endorse", &ReviewOptions::endorsement, trust::Role::council}};
    std::optional<trust::Role> role;
    int chosen = 0;
    if (options.verify) {
        options.request.action = "verify";
        role = trust::Role::verifier;
        ++chosen;
    }
    for (const Review& review : reviews) {
        const std::string& text = options.*review.reason;
        if (text.empty())
            continue;
        options.request.action = review.action;
        (review.action == "endorse" ? options.request.decision : options.request.reason) = text;
        role = review.role;
        ++chosen;
    }
    if (!options.decision.empty())
        options.request.decision = options.decision;
    if (chosen != 1)
        return Error{ErrorCode::usage,
                     "expected one of --verify, --return REASON, --withdraw REASON, --endorse "
                     "DECISION, --reopen REASON",
                     ""};
    return *role;
}

void add_review(CLI::App& program, Context& context) {
    auto* command =
        program.add_subcommand("review", "Verify, return, withdraw or endorse a report");
    auto options = std::make_shared<ReviewOptions>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    command->add_option("TARGET", options->request.target, "The target's code")->required();
    command->add_option("--period", options->request.period, "The period: 2025-Q1")->required();
    command->add_flag("--verify", options->verify, "Verify the latest report, with --grade");
    command->add_option("--grade", options->request.grade, "How the verifier grades the evidence");
    command->add_option("--return", options->return_reason, "Return it, and why")
        ->type_name("REASON");
    command->add_option("--withdraw", options->withdraw_reason, "The lead withdraws it, and why")
        ->type_name("REASON");
    command
        ->add_option("--endorse", options->endorsement, "The council endorses it by this decision")
        ->type_name("DECISION");
    command
        ->add_option("--reopen", options->reopen_reason,
                     "The council reopens what it endorsed, and why; with --decision")
        ->type_name("REASON");
    command->add_option("--decision", options->decision, "The council's decision that reopens it")
        ->type_name("DECISION");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            const trust::Role role = TRY(read_action(*options));
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            if (options->actor.institution.empty())
                return Error{ErrorCode::usage, "a review names the institution that reviews",
                             "--institution"};
            options->actor.fill(options->request);
            const auto receipt = TRY(app::review_report(
                opened.record(), options->actor.principal(role), options->request));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

}  // namespace

void add_reporting(CLI::App& program, Context& context) {
    add_report(program, context, app::ReportKind::report);
    add_report(program, context, app::ReportKind::contribution);
    add_review(program, context);
}

}  // namespace cli
