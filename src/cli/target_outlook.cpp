#include "cli/target_outlook.h"

#include "cli/print.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

constexpr std::string_view exercise_mark = "EXERCISE, NOT FACT\n";

// Only what is known is certain.
std::string words_of(const app::Chance& chance) {
    if (!chance.probability)
        return "cannot tell yet";
    if (chance.is_known)
        return *chance.probability > 0 ? "yes" : "no";
    const double percent = 100 * *chance.probability;
    return percent > 99 ? ">99 %" : percent < 1 ? "<1 %" : fmt::format("{:.0f} %", percent);
}

void print_tree(std::ostream& out, const status::Explanation& node, std::size_t depth) {
    const auto line =
        fmt::format("{:{}}{}{}{}{}", "", depth * 2, node.label, node.value.empty() ? "" : ": ",
                    node.value, node.source.empty() ? "" : "  [" + node.source + "]");
    out << wrapped(line, depth * 2 + 4) << '\n';
    for (const auto& part : node.parts)
        print_tree(out, part, depth + 1);
}

}  // namespace

void print_outlooks(std::ostream& out, const app::TargetOutlooks& outlooks) {
    if (outlooks.moment.is_exercise())
        out << exercise_mark;
    const auto& target = outlooks.target;
    out << fmt::format(
        "{}  {}\n{}; how likely, from what was recorded by each day\n\n", target.id.text(),
        target.statement.is_stated() ? *target.statement : "(open)",
        outlooks.requirement.empty() ? "the plan leaves open what is asked" : outlooks.requirement);
    std::vector<std::vector<std::string>> rows;
    for (const auto& day : outlooks.days)
        rows.push_back({base::to_string(day.as_of), words_of(day.verified), words_of(day.reported),
                        day.verified.reason});
    print_table(out, {"as of", "by what is verified", "by what is reported", "why"}, rows);
    if (!outlooks.days.empty()) {
        out << "\nby what is verified\n";
        print_tree(out, outlooks.days.back().verified.explanation, 1);
        out << "\nby what is reported\n";
        print_tree(out, outlooks.days.back().reported.explanation, 1);
    }
    if (outlooks.moment.is_exercise())
        out << exercise_mark;
}

void print_board(std::ostream& out, const app::OutlookBoard& board) {
    const auto& plan = *board.moment.plan->working;
    if (board.moment.is_exercise())
        out << exercise_mark;
    out << fmt::format("{}, as of {}\nhow likely each target is met by its due date\n\n",
                       plan.title, base::to_string(board.moment.known.as_of));
    std::vector<std::vector<std::string>> rows;
    for (const auto& outlooks : board.targets) {
        const auto& day = outlooks.days.front();
        const auto& target = outlooks.target;
        std::string what = target.statement.is_stated() ? *target.statement : "(open)";
        // Where both are silent for one reason it is said once.
        if (!day.verified.reason.empty())
            what += ": " + day.verified.reason;
        if (!day.reported.reason.empty() && day.reported.reason != day.verified.reason)
            what += "; as reported: " + day.reported.reason;
        rows.push_back({target.id.text(),
                        target.due.is_stated() ? base::to_string(target.due->day) : "open",
                        words_of(day.verified), words_of(day.reported), std::move(what)});
    }
    print_table(out, {"target", "due", "verified", "reported", "what, and why"}, rows);
    if (board.moment.is_exercise())
        out << exercise_mark;
}

}  // namespace cli
