#include "app/council_view.h"
#include "app/issue_desk.h"
#include "cli/context.h"
#include "cli/council_print.h"
#include "cli/writing.h"

namespace cli {

using trust::Role;

void add_issue(CLI::App& program, Context& context) {
    auto* issue = program.add_subcommand(
        "issue", "What firms and members bring before the council, with the clock of the reply");
    issue->require_subcommand(1);
    add_reading<std::monostate>(
        *issue, context, "list", "All issues: who answers, by when, and the answers",
        [](CLI::App&, std::monostate&) {}, council_room, print_issues);

    add_writing<app::IssueRequest>(
        *issue, context, "raise", "Bring an issue or a request before the council", Role::reporter,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("TITLE", request.title, "What it is about, for all to read")
                ->required();
            command.add_option("--raised-by", request.raised_by, "firm, member or an institution")
                ->required();
            command.add_option("--form", request.form,
                               "issue, whitelisting, one_window, or a form of the strategy");
            command.add_option("--text", request.text, "What is to be said; kept apart");
        },
        app::draft_issue);

    add_writing<app::AssignmentRequest>(
        *issue, context, "assign", "Say who answers, and which constraint it belongs to",
        Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("ISSUE", request.issue, "Its code")->required();
            command.add_option("--owner", request.owner, "The institution that answers")
                ->required();
            command.add_option("--constraint", request.constraint, "A constraint of the strategy");
            command.add_option("--form", request.form, "Another form of the desk");
        },
        app::draft_assignment);

    add_writing<app::AnswerRequest>(
        *issue, context, "answer", "The answer, which is published", Role::reporter,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("ISSUE", request.issue, "Its code")->required();
            command.add_option("--text", request.text, "The answer")->required();
            command.add_option("--decision", request.decision, "Where the council answered");
        },
        app::draft_answer);

    const auto change = [&](const char* name, const char* help, bool withdraw) {
        add_writing<app::IssueChangeRequest>(
            *issue, context, name, help, Role::reporter,
            [withdraw](CLI::App& command, auto& options) {
                options.request.withdraw = withdraw;
                command.add_option("ISSUE", options.request.issue, "Its code")->required();
                command.add_option("--reason", options.request.reason, "Why");
            },
            app::draft_issue_change);
    };
    change("reopen", "Whoever raised it is not content with the answer", false);
    change("withdraw", "Whoever raised it takes it back", true);
}

}  // namespace cli
