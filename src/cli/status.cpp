#include "app/target_status.h"
#include "app/views.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

std::string one_line(const status::TargetStatus& judged, const std::string& statement) {
    return fmt::format("{:<20} {:<13} {}{}\n", judged.id.text(), status::label(judged.status),
                       statement, judged.why.empty() ? "" : ": " + judged.why.front());
}

void print(std::ostream& out, const app::Scoreboard& board) {
    const plan::Plan& plan = *board.moment.plan->working;
    if (plan.is_exercise)
        out << "EXERCISE, NOT FACT\n";
    out << fmt::format("{}, as of {}\n\n", plan.title, base::to_string(board.moment.known.as_of));
    for (const auto& judged : board.targets) {
        const auto* target = plan.find_target(judged.id);
        out << one_line(judged, target->statement.is_stated() ? *target->statement : "(open)");
    }
    out << '\n';
    for (const auto& judged : board.outcomes)
        out << one_line(judged, plan.find_outcome(judged.id)->statement);
    out << fmt::format("\n{} targets:", board.all.targets);
    std::string separator = " ";
    for (std::size_t i = 0; i < status::status_count; ++i) {
        if (board.all.by_status[i] == 0)
            continue;
        out << fmt::format("{}{} {}", separator, board.all.by_status[i],
                           status::label(static_cast<status::Status>(i)));
        separator = ", ";
    }
    out << '\n';
    if (plan.is_exercise)
        out << "EXERCISE, NOT FACT\n";
}

void print_explanation(std::ostream& out, const base::Json& node, int depth) {
    const auto text = [&](const char* key) {
        const auto* field = node.find(key);
        return field != nullptr && field->string() != nullptr ? *field->string() : std::string{};
    };
    out << fmt::format("{:{}}{}{}{}{}\n", "", depth * 2, text("label"),
                       text("value").empty() ? "" : ": " + text("value"),
                       text("source").empty() ? "" : "  [" + text("source") + "]", "");
    if (const auto* parts = node.find("parts")) {
        for (const auto& part : *parts->array_items())
            print_explanation(out, part, depth + 1);
    }
}

// What was written in reports and reviews: above all, why a report was returned.
void print_texts(std::ostream& out, const base::Json& story) {
    const auto* reports = story.find("reports");
    if (reports == nullptr)
        return;
    bool is_first = true;
    for (const auto& report : *reports->array_items()) {
        for (const auto& event : *report.find("events")->array_items()) {
            const std::string kind = string_of(event, "kind").substr(sizeof "progress");
            for (const auto* member : {"narrative", "explanation", "reason"}) {
                const std::string text = string_of(event, member);
                if (text.empty())
                    continue;
                out << (is_first ? "\n" : "")
                    << fmt::format("{} {} on {} by {}, {}: {}\n", string_of(report, "period"), kind,
                                   string_of(event, "effective_on"),
                                   string_of(event, "institution"), member, text);
                is_first = false;
            }
        }
    }
}

void print_story(std::ostream& out, const base::Json& story) {
    const auto text = [&](const char* key) {
        const auto* field = story.find(key);
        return field != nullptr && field->string() != nullptr ? *field->string() : std::string{"-"};
    };
    if (*story.find("strategy")->find("exercise")->boolean())
        out << "EXERCISE, NOT FACT\n";
    out << fmt::format("{}  {}\n{}, as of {}\n\n", text("id"), text("statement"),
                       base::without_underscores(text("status")), text("as_of"));
    for (const auto& why : *story.find("why")->array_items())
        out << "why: " << *why.string() << '\n';
    for (const auto& alert : *story.find("alerts")->array_items())
        out << "alert: " << *alert.string() << '\n';
    for (const auto& step : *story.find("escalation")->array_items())
        out << fmt::format("late: brought to the {} on {}\n", *step.find("to")->string(),
                           *step.find("on")->string());
    for (const auto& decision : *story.find("decisions")->array_items())
        out << "to decide: " << *decision.string() << '\n';
    out << '\n';
    print_explanation(out, *story.find("explanation"), 0);
    print_texts(out, story);
}

}  // namespace

void add_status(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand("status", "Say where each target stands, and why");
    struct Options {
        Place place;
        Clocks clocks;
        std::string target;
        bool as_json = false;
    };
    auto options = std::make_shared<Options>();
    options->place.add_store_or_strategy_to(*command);
    options->clocks.add_to(*command);
    command->add_option("TARGET", options->target, "One target or outcome, with its explanation");
    command->add_flag("--json", options->as_json, "Print JSON");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            const auto question = TRY(app::parse_question(opened.record(), options->clocks.as_of,
                                                          options->clocks.recorded_by));
            if (!options->target.empty()) {
                const auto story = TRY(app::target_story(opened.record(), question, options->target,
                                                         app::Reader::console));
                if (options->as_json)
                    context.out << story.pretty() << '\n';
                else
                    print_story(context.out, story);
                return {};
            }
            const auto board = TRY(app::scoreboard(opened.record(), question));
            if (options->as_json)
                context.out << app::to_json(board).pretty() << '\n';
            else
                print(context.out, board);
            return {};
        });
    });
}

}  // namespace cli
