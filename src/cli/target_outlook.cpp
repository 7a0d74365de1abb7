#include "cli/target_outlook.h"

#include "base/text.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace cli {
namespace {

constexpr std::string_view exercise_mark = "EXERCISE, NOT FACT\n";

// Only what is known is certain.
template <typename Chance>
std::string words_of(const Chance& chance) {
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

std::string came_of(const app::PublishedClaim& claim) {
    using enum app::Came;
    if (claim.came == not_due)
        return claim.due ? "not due" : "-";
    if (claim.came == waiting)
        return "no result yet";
    const std::string came = claim.came == met ? "yes" : "no";
    return claim.value ? fmt::format("{} ({})", came, claim.value->text()) : came;
}

bool is_told(const app::PublishedClaim& claim) {
    return std::ranges::any_of(claim.said,
                               [](const auto& one) { return one.probability.has_value(); });
}

// With why it could not be told.
std::string explained(const app::PublishedClaim& claim) {
    const auto& reason = claim.said.front().reason;
    if (claim.said.front().probability || reason.empty())
        return claim.requirement;
    return claim.requirement.empty() ? reason : claim.requirement + ": " + reason;
}

// Among many what was told; the others are counted.
void print_publication(std::ostream& out, const app::OutlookPublication& one) {
    out << fmt::format("entry {}, published {}", one.entry, base::to_string(one.published));
    if (one.as_of != one.published)
        out << ", as of " << base::to_string(one.as_of);
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    std::size_t untold = 0;
    for (const auto& claim : one.claims) {
        if (claim.said.empty() || (one.claims.size() > 1 && !is_told(claim))) {
            ++untold;
            continue;
        }
        const auto& said = claim.said;
        rows.push_back({claim.about, claim.due ? base::to_string(*claim.due) : "open",
                        words_of(said.front()), said.size() > 1 ? words_of(said[1]) : "-",
                        came_of(claim),
                        one.claims.size() > 1 ? claim.requirement : explained(claim)});
    }
    if (rows.empty())
        out << "cannot tell yet of any target or outcome\n\n";
    else
        print_table(out, {"about", "due", "said", "as reported", "came", "what was asked"}, rows);
    if (!rows.empty() && untold > 0)
        out << fmt::format("cannot tell yet of {}\n",
                           base::counted(fmt::format("{}", untold), "others"));
    if (!rows.empty())
        out << '\n';
}

std::string footing_of(app::SaidBy by) {
    using enum app::SaidBy;
    return by == verified   ? "by what is verified"
           : by == reported ? "by what is reported"
                            : "by statistics";
}

void print_scores(std::ostream& out, const app::OutlookRecord& made) {
    const auto scores = app::scores_of(made.publications);
    if (std::ranges::all_of(scores, [](const auto& score) { return score.claims == 0; })) {
        out << wrapped(
                   "nothing to score yet: no probability was published in time of a target or "
                   "outcome whose due date has passed and whose result is in the record",
                   2)
            << '\n';
        return;
    }
    for (const auto& score : scores) {
        if (score.claims == 0) {
            out << footing_of(score.by) << ": nothing to score yet\n";
            continue;
        }
        // Where all were met, or none, there is nothing that one could have said as often.
        const auto often =
            score.climatology > 0
                ? fmt::format(", always saying how often they were met {:.3f}", score.climatology)
                : std::string{};
        out << wrapped(fmt::format("{}: Brier score {:.3f} over {} about {}, {} met; always saying "
                                   "50 % would have {:.3f}{}",
                                   footing_of(score.by), score.brier,
                                   base::counted(fmt::format("{}", score.claims), "claims"),
                                   base::counted(fmt::format("{}", score.events), "events"),
                                   score.met, app::brier_of_one_half, often),
                       2)
            << '\n';
    }
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

void print_published(std::ostream& out, const app::OutlookRecord& made) {
    if (made.moment.is_exercise())
        out << exercise_mark;
    out << fmt::format("{}, as of {}\nwhat was published of how likely it is, and what came\n\n",
                       made.moment.plan->working->title, base::to_string(made.moment.known.as_of));
    if (made.publications.empty())
        out << "nothing was published by this day\n\n";
    for (const auto& one : made.publications)
        print_publication(out, one);
    print_scores(out, made);
    if (made.moment.is_exercise())
        out << exercise_mark;
}

}  // namespace cli
