#include "app/report_progress.h"
#include "app/review_report.h"
#include "app/setting.h"
#include "app/views.h"
#include "base/file.h"
#include "cli/context.h"

#include <fmt/format.h>

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

Result<std::optional<base::Decimal>> decimal_option(const std::string& text, const char* name) {
    if (text.empty())
        return std::optional<base::Decimal>{};
    const auto value = base::Decimal::parse(text);
    if (!value.ok())
        return Error{value.error().code, value.error().message, name};
    return std::optional{value.value()};
}

Result<std::vector<std::pair<std::string, base::Decimal>>> amounts_option(
    const std::vector<std::string>& texts, const char* name) {
    std::vector<std::pair<std::string, base::Decimal>> amounts;
    for (const auto& text : texts) {
        const auto at = text.rfind('=');
        if (at == std::string::npos || at == 0)
            return Error{ErrorCode::usage, fmt::format("expected NAME=NUMBER, found \"{}\"", text),
                         name};
        const auto value = TRY(decimal_option(text.substr(at + 1), name));
        amounts.emplace_back(text.substr(0, at), value.value_or(base::Decimal{}));
    }
    return amounts;
}

Result<void> read_amounts(ReportOptions& options) {
    options.request.value = TRY(decimal_option(options.value, "--value"));
    options.request.numerator = TRY(decimal_option(options.numerator, "--numerator"));
    options.request.denominator = TRY(decimal_option(options.denominator, "--denominator"));
    options.request.items = TRY(amounts_option(options.items, "--item"));
    options.request.breakdown = TRY(amounts_option(options.breakdown, "--breakdown"));
    if (options.done.empty())
        return {};
    if (options.done != "yes" && options.done != "no")
        return Error{ErrorCode::usage,
                     fmt::format("expected yes or no, found \"{}\"", options.done), "--done"};
    options.request.done = options.done == "yes";
    return {};
}

Result<void> read_evidence(ReportOptions& options) {
    if (options.files.size() != options.grades.size())
        return Error{ErrorCode::usage,
                     fmt::format("each --evidence has its --grade: found {} files and {} grades",
                                 options.files.size(), options.grades.size()),
                     "--grade"};
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        options.request.evidence.push_back(
            {"", std::filesystem::path{options.files[i]}.filename().string(), options.grades[i],
             TRY(base::read_file(options.files[i]))});
    }
    return {};
}

// Without --institution the lead acts, as whoever sits at the console says.
Result<void> default_to_lead(app::Record& record, const std::string& target, Actor& actor) {
    if (!actor.institution.empty())
        return {};
    const auto moment = TRY(record.now());
    const auto located = TRY(app::locate(*moment.plan->working, target));
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
            TRY(read_amounts(*options));
            TRY(read_evidence(*options));
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            if (kind == app::ReportKind::report)
                TRY(default_to_lead(opened.record(), options->request.target, options->actor));
            TRY(options->actor.fill(options->request));
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
    std::string return_reason, withdraw_reason, decision;
};

Result<trust::Role> read_action(ReviewOptions& options) {
    const int chosen = options.verify + !options.return_reason.empty() +
                       !options.withdraw_reason.empty() + !options.decision.empty();
    if (chosen != 1)
        return Error{ErrorCode::usage,
                     "expected one of --verify, --return REASON, --withdraw REASON, --endorse "
                     "DECISION",
                     ""};
    options.request.action = options.verify                     ? "verify"
                             : !options.return_reason.empty()   ? "return"
                             : !options.withdraw_reason.empty() ? "withdraw"
                                                                : "endorse";
    options.request.reason =
        options.return_reason.empty() ? options.withdraw_reason : options.return_reason;
    options.request.decision = options.decision;
    if (!options.withdraw_reason.empty())
        return trust::Role::reporter;
    return options.decision.empty() ? trust::Role::verifier : trust::Role::council;
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
    command->add_option("--endorse", options->decision, "The council endorses it by this decision")
        ->type_name("DECISION");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            const trust::Role role = TRY(read_action(*options));
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            if (options->actor.institution.empty())
                return Error{ErrorCode::usage, "a review names the institution that reviews",
                             "--institution"};
            TRY(options->actor.fill(options->request));
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
