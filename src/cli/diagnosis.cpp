#include "app/diagnosis_view.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/print.h"
#include "cli/writing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace cli {
namespace {

using base::Json;

std::string joined(const Json& json, std::string_view key) {
    const auto list = strings_of(json, key);
    return list.empty() ? "-" : fmt::format("{}", fmt::join(list, ", "));
}

void print_chain(std::ostream& out, const Json& diagnosis) {
    print_heading(out, diagnosis, "From constraint to result");
    for (const auto& constraint : items_of(diagnosis, "constraints")) {
        out << fmt::format("\n{} ({}; urgency {} of 5, ease {} of 5)\n",
                           string_of(constraint, "title"), string_of(constraint, "level"),
                           number_of(constraint, "urgency"), number_of(constraint, "ease"));
        for (const auto& cause : strings_of(constraint, "causes"))
            out << "  because: " << wrapped(cause, 11) << '\n';
        for (const auto& link : items_of(constraint, "activities")) {
            out << "  "
                << wrapped(fmt::format("{} {}", string_of(link, "code"), string_of(link, "title")),
                           8)
                << '\n';
            std::string targets;
            for (const auto& target : items_of(link, "targets"))
                targets +=
                    fmt::format("{}{} {}", targets.empty() ? "" : ", ", string_of(target, "id"),
                                base::without_underscores(string_of(target, "status")));
            out << "        " << wrapped(targets.empty() ? "no target" : targets, 8) << '\n';
            out << "        " << wrapped(string_of(link, "known"), 8) << '\n';
        }
        for (const auto& cited : strings_of(constraint, "cited"))
            out << fmt::format("  {} is cited and does not exist\n", cited);
        if (number_of(constraint, "open_issues") > 0)
            out << fmt::format("  {} open issues before the council\n",
                               number_of(constraint, "open_issues"));
    }
    // The same for every activity whose objective has no result of its own.
    for (const auto& constraint : items_of(diagnosis, "constraints")) {
        const auto& links = items_of(constraint, "activities");
        const auto at = std::ranges::find_if(
            links, [](const Json& link) { return !is_true(link, "of_objective"); });
        if (at == links.end())
            continue;
        out << "\nresults of the whole strategy\n";
        for (const auto& outcome : items_of(*at, "outcomes"))
            out << "  "
                << wrapped(fmt::format("{} {}: {}", string_of(outcome, "id"),
                                       base::without_underscores(string_of(outcome, "status")),
                                       string_of(outcome, "why")),
                           4)
                << '\n';
        break;
    }
    if (!items_of(diagnosis, "without_constraint").empty())
        out << fmt::format("\nset against no constraint: {}\n",
                           joined(diagnosis, "without_constraint"));
    print_mark(out, diagnosis);
}

std::string rating(const Json& institution, std::string_view key) {
    const auto* field = institution.find(key);
    return field != nullptr && field->integer() != nullptr ? std::to_string(*field->integer())
                                                           : "-";
}

std::string real(const Json& json, std::string_view key) {
    const auto* field = json.find(key);
    if (field != nullptr && field->integer() != nullptr)
        return fmt::format("{:.2f}", static_cast<double>(*field->integer()));
    return field != nullptr && field->real() != nullptr ? fmt::format("{:.2f}", *field->real())
                                                        : "-";
}

void print_load(std::ostream& out, const Json& diagnosis) {
    print_heading(out, diagnosis, "Load against rated capacity");
    out << "ratings from 1 (best) to 3; load: activities led, and a quarter of those supported\n\n";
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : items_of(diagnosis, "institutions")) {
        rows.push_back({string_of(one, "abbreviation"), is_true(one, "seat") ? "yes" : "-",
                        rating(one, "resources"), rating(one, "capacity"), rating(one, "influence"),
                        std::to_string(items_of(one, "leads").size()),
                        std::to_string(items_of(one, "supports").size()), real(one, "load"),
                        real(one, "limit"),
                        is_true(one, "over")             ? "beyond its capacity"
                        : rating(one, "capacity") == "-" ? "not rated"
                                                         : ""});
    }
    print_table(out,
                {"institution", "seat", "resources", "capacity", "influence", "leads", "supports",
                 "load", "limit", ""},
                rows);
    print_mark(out, diagnosis);
}

void print_laws(std::ostream& out, const Json& diagnosis) {
    print_heading(out, diagnosis, "Laws and regulations, with the activities that bear on them");
    out << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const auto& law : items_of(diagnosis, "regulations"))
        rows.push_back(
            {joined(law, "activities"), joined(law, "responsible"),
             fmt::format("{}{}", string_of(law, "title"),
                         string_of(law, "status").empty() ? "" : ": " + string_of(law, "status"))});
    print_table(out, {"activities", "responsible", "law, and how it stands"}, rows);
    print_mark(out, diagnosis);
}

void print_foresight(std::ostream& out, const Json& diagnosis) {
    print_heading(out, diagnosis, "Foresight, with the activities that it bears on");
    std::string group;
    for (const auto& item : items_of(diagnosis, "foresight")) {
        if (string_of(item, "group") != group) {
            group = string_of(item, "group");
            out << '\n' << group << '\n';
        }
        out << "  "
            << wrapped(fmt::format("{} {}: {}", joined(item, "activities"), string_of(item, "kind"),
                                   string_of(item, "title")),
                       4)
            << '\n';
    }
    print_mark(out, diagnosis);
}

}  // namespace

void add_diagnosis(CLI::App& plan, Context& context) {
    const auto add = [&](const char* name, const char* help,
                         void (*print)(std::ostream&, const Json&)) {
        add_reading<std::monostate>(
            plan, context, name, help, [](CLI::App&, std::monostate&) {},
            [](app::Record& record, const app::Question& question, const std::monostate&) {
                return app::diagnosis_view(record, question);
            },
            print);
    };
    add("chain", "From constraint to activity, target and result, with what is known of each link",
        print_chain);
    add("load", "What institutions lead and support, against their rated capacity", print_load);
    add("laws", "Laws and regulations with the activities that would change them", print_laws);
    add("foresight", "The foresight material with its activities", print_foresight);
}

}  // namespace cli
