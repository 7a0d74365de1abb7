#include "cli/programme_print.h"

#include "app/programme_view.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

namespace cli {
namespace {

using base::Json;

constexpr std::size_t bar_width = 32;
constexpr const char* nothing = "-";

const Json& at(const Json& json, std::string_view key) {
    static const Json absent;
    const auto* field = json.find(key);
    return field == nullptr ? absent : *field;
}

const Json::Array& list_of(const Json& json, std::string_view key) {
    static const Json::Array empty;
    const auto* list = at(json, key).array_items();
    return list == nullptr ? empty : *list;
}

std::string text_of(const Json& json, std::string_view key) {
    const auto& field = at(json, key);
    if (field.is_null())
        return {};
    return field.string() != nullptr ? *field.string() : field.text();
}

double real_of(const Json& json) {
    return json.integer() != nullptr ? static_cast<double>(*json.integer())
           : json.real() != nullptr  ? *json.real()
                                     : 0;
}

// 12800 -> 12,800; large amounts in millions and billions where that says all of their digits.
std::string grouped(const Json& number) {
    const auto value = base::Decimal::parse(number.text());
    if (!value.ok())
        return fmt::format("{}", real_of(number));
    const double size = std::abs(value->to_double());
    for (const auto& [limit, factor, word] :
         {std::tuple{1e9, std::int64_t{1'000'000'000}, " billion"},
          {1e6, std::int64_t{1'000'000}, " million"}}) {
        if (size < limit)
            continue;
        const auto scaled = base::divide(*value, base::Decimal{factor}, 9);
        if (scaled.ok() && scaled->trimmed().scale() <= 3)
            return scaled->trimmed().text() + word;
    }
    std::string digits = value->text();
    const auto point = std::min(digits.find('.'), digits.size());
    for (auto place = static_cast<std::ptrdiff_t>(point) - 3;
         place > (digits.starts_with('-') ? 1 : 0); place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

std::string qualified(const Json& counted, std::string_view unit = "") {
    const auto& value = at(counted, "value");
    if (value.is_null())
        return nothing;
    const auto qualifier = plan::parse_word<plan::FigureBound>(text_of(counted, "qualifier"));
    return fmt::format("{}{}{}{}", programme::before(qualifier.value_or(plan::FigureBound::exact)),
                       grouped(value), unit.empty() ? "" : " ", unit);
}

std::string reading(const Json& json, std::string_view format, double factor = 1) {
    const auto& value = at(json, "value");
    if (value.is_null())
        return fmt::format("{} ({})", nothing, text_of(json, "reason"));
    const auto qualifier = plan::parse_word<plan::FigureBound>(text_of(json, "qualifier"));
    return std::string{programme::before(qualifier.value_or(plan::FigureBound::exact))} +
           fmt::format(fmt::runtime(format), factor * real_of(value));
}

// An amount without its fractions: about 1,922,476 PKR.
std::string whole(const Json& json, std::string_view unit) {
    const auto& value = at(json, "value");
    if (value.is_null())
        return reading(json, "");
    return fmt::format(
        "{} {}",
        qualified(Json::object({{"value", std::int64_t{std::llround(real_of(value))}},
                                {"qualifier", at(json, "qualifier")}})),
        unit);
}

std::string padded(std::string text, std::size_t width) {
    const auto length = base::count_characters(text);
    return text + std::string(length < width ? width - length : 0, ' ');
}

std::string indented(std::string text, std::size_t width) {
    const auto length = base::count_characters(text);
    return std::string(length < width ? width - length : 0, ' ') + text;
}

/// Lines whose columns are as wide as their widest cell.
class Table {
  public:
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    /// `right` names the columns that are aligned to the right.
    void print(std::ostream& out, const std::vector<std::size_t>& right = {},
               std::string_view indentation = "") const {
        std::vector<std::size_t> widths;
        for (const auto& row : rows_) {
            widths.resize(std::max(widths.size(), row.size()));
            for (std::size_t i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths[i], base::count_characters(row[i]));
        }
        for (const auto& row : rows_) {
            std::string line{indentation};
            for (std::size_t i = 0; i < row.size(); ++i) {
                const bool is_right = std::ranges::find(right, i) != right.end();
                line += "  ";
                line += is_right ? indented(row[i], widths[i]) : padded(row[i], widths[i]);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out << line << '\n';
        }
    }

  private:
    std::vector<std::vector<std::string>> rows_;
};

std::string bar(double share) {
    std::string bar;
    const auto full = static_cast<std::size_t>(std::lround(share * bar_width));
    for (std::size_t i = 0; i < full; ++i)
        bar += "█";
    return bar.empty() && share > 0 ? "▏" : bar;
}

std::string step_cells(const Json& step) {
    const auto& conversion = at(step, "conversion");
    if (at(conversion, "value").is_null())
        return text_of(conversion, "reason");
    const auto& interval = list_of(step, "wilson95");
    return fmt::format("{} ({:.1f} to {:.1f}), {} did not", reading(conversion, "{:.1f} %", 100),
                       100 * real_of(interval[0]), 100 * real_of(interval[1]),
                       qualified(at(step, "dropped")));
}

void print_funnel(std::ostream& out, const Json& funnel, const std::string& unit) {
    const auto cohort = text_of(funnel, "cohort");
    out << fmt::format("\n{}{}\n", unit,
                       cohort.empty() ? ", " + text_of(funnel, "period") : " of cohort " + cohort);
    const auto& stages = list_of(funnel, "stages");
    const auto& steps = list_of(funnel, "steps");
    double largest = 0;
    for (const auto& stage : stages)
        largest = std::max(largest, real_of(at(at(stage, "count"), "value")));
    Table table;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const auto& count = at(stages[i], "count");
        const double share = largest > 0 ? real_of(at(count, "value")) / largest : 0;
        std::vector<std::string> cells{text_of(stages[i], "title"), qualified(count), bar(share),
                                       i == 0 ? "" : step_cells(steps[i - 1])};
        if (const auto* sex = at(count, "sex").members(); sex != nullptr && !sex->empty()) {
            std::string parts;
            for (const auto& [name, part] : *sex)
                parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", grouped(part), name);
            cells.back() += (cells.back().empty() ? "" : "; ") + parts;
        }
        table.add(std::move(cells));
    }
    table.print(out, {1});
    if (steps.size() > 1)
        out << fmt::format("  of all {}: {}\n", base::lower_ascii(text_of(stages.front(), "title")),
                           reading(at(steps.back(), "cumulative"), "{:.1f} %", 100));
}

void print_cohorts(std::ostream& out, const Json& view) {
    Table table;
    table.add({"cohort", "title", "seats", "entered", "left", "dropped out", "still inside"});
    const auto cell = [](const Json& cohort, const char* key) {
        const auto text = at(cohort, key).is_null() ? nothing : grouped(at(cohort, key));
        return text;
    };
    for (const auto& cohort : list_of(view, "cohorts"))
        table.add({text_of(cohort, "cohort"), text_of(cohort, "title"), cell(cohort, "seats"),
                   cell(cohort, "entered"), cell(cohort, "left"), cell(cohort, "dropped"),
                   cell(cohort, "inside")});
    if (list_of(view, "cohorts").empty())
        return;
    out << "\ncohorts\n";
    table.print(out, {2, 3, 4, 5, 6});
}

void print_series(std::ostream& out, const Json& view) {
    if (list_of(view, "series").empty())
        return;
    out << "\ncounts\n";
    Table table;
    for (const auto& one : list_of(view, "series")) {
        const auto of = text_of(one, "of");
        const auto unit = text_of(one, "unit");
        std::string title = text_of(one, "title");
        if (of == "target")
            title += ", aimed at";
        if (of == "money")
            title = "Money " + title;
        if (const auto cohort = text_of(one, "cohort"); !cohort.empty())
            title += ", cohort " + cohort;
        if (const auto& latest = at(one, "latest"); !latest.is_null())
            table.add({title, qualified(latest, unit),
                       text_of(one, "nature") == "flow" ? "since inception, until" : "on",
                       text_of(latest, "period"), text_of(latest, "source")});
        for (const auto& stretch : list_of(one, "stretches"))
            table.add({title, qualified(stretch, unit), "in", text_of(stretch, "period"),
                       text_of(stretch, "source")});
        if (list_of(one, "stretches").size() < 2)
            continue;
        const auto why = text_of(one, "sum_reason");
        table.add({title, why.empty() ? qualified(at(one, "sum"), unit) : nothing, "in all",
                   why.empty() ? "the stretches above" : "no sum: " + why});
    }
    table.print(out, {1});
}

void print_outputs(std::ostream& out, const Json& view) {
    if (list_of(view, "outputs").empty())
        return;
    out << "\nphysical against financial progress, since inception\n";
    for (const auto& output : list_of(view, "outputs")) {
        const auto is_known = [&](const char* key) {
            return !at(at(output, key), "value").is_null();
        };
        if (!is_known("done") && !is_known("aimed")) {
            out << fmt::format("  {}: nothing is known yet\n", text_of(output, "title"));
            continue;
        }
        const auto currency = text_of(output, "currency");
        const auto unit = text_of(output, "unit");
        Table table;
        table.add({"done",
                   fmt::format("{} of {}", qualified(at(output, "done")),
                               qualified(at(output, "aimed"), unit)),
                   reading(at(output, "physical_percent"), "{:.1f} %")});
        table.add({"disbursed",
                   fmt::format("{} of {}", qualified(at(output, "disbursed")),
                               qualified(at(output, "approved"), currency)),
                   reading(at(output, "financial_percent"), "{:.1f} %")});
        table.add({"gap", reading(at(output, "gap_points"), "{:+.1f} points")});
        table.add({"cost a unit, approved", whole(at(output, "cost_a_unit_approved"), currency)});
        table.add({"cost a unit, disbursed", whole(at(output, "cost_a_unit_disbursed"), currency)});
        out << fmt::format(
            "  {}{}\n", text_of(output, "title"),
            text_of(output, "period").empty() ? "" : ", " + text_of(output, "period"));
        table.print(out, {}, "  ");
    }
}

void print_earned_value(std::ostream& out, const Json& view) {
    const auto& earned = at(view, "earned_value");
    out << "\nearned value\n";
    if (at(earned, "earned_value").is_null()) {
        for (const auto& missing : list_of(earned, "missing"))
            out << fmt::format("  cannot tell: {}\n", *missing.string());
        return;
    }
    Table table;
    const auto plain = [&](const char* title, const char* key) {
        table.add({title, fmt::format("{:.2f}", real_of(at(earned, key)))});
    };
    const auto computed = [&](const char* title, const char* key) {
        table.add({title, reading(at(earned, key), "{:.2f}")});
    };
    plain("BAC, budget", "budget_at_completion");
    plain("PV, planned", "planned_value");
    plain("EV, earned", "earned_value");
    plain("AC, spent", "actual_cost");
    plain("SV = EV - PV", "schedule_variance");
    plain("CV = EV - AC", "cost_variance");
    computed("SPI", "schedule_performance");
    computed("CPI", "cost_performance");
    computed("EAC typical", "estimate_typical");
    computed("EAC atypical", "estimate_atypical");
    computed("EAC mixed", "estimate_mixed");
    computed("ETC", "to_complete");
    computed("VAC", "variance_at_completion");
    computed("TCPI", "to_complete_performance");
    computed("percent planned", "percent_planned");
    computed("percent complete", "percent_complete");
    computed("percent spent", "percent_spent");
    computed("ES, days", "earned_schedule_days");
    computed("SV(t), days", "schedule_variance_days");
    computed("SPI(t)", "schedule_performance_time");
    computed("IEAC(t), days", "duration_estimate_days");
    out << fmt::format("  in {}, day {} of {} from {}\n", text_of(earned, "currency"),
                       text_of(earned, "days_elapsed"), text_of(earned, "days_planned"),
                       text_of(earned, "from"));
    table.print(out, {1});
}

void print_tasks(std::ostream& out, const Json& view) {
    if (list_of(view, "tasks").empty())
        return;
    out << "\ntasks\n";
    Table table;
    for (const auto& task : list_of(view, "tasks")) {
        const auto has = [&](const char* key) { return !at(task, key).is_null(); };
        table.add(
            {text_of(task, "task"), text_of(task, "title"),
             has("budget") ? grouped(at(task, "budget")) + " " + text_of(task, "currency")
                           : "no budget",
             has("from") ? text_of(task, "from") + " to " + text_of(task, "until") : "no schedule",
             has("percent")
                 ? text_of(task, "percent") + " %, " + grouped(at(task, "cost")) + " spent"
                 : "not reported"});
    }
    table.print(out, {2});
}

void print_changes(std::ostream& out, const Json& view) {
    if (list_of(view, "changes").empty())
        return;
    out << "\nchanges\n";
    for (const auto& change : list_of(view, "changes")) {
        const auto measure = text_of(change, "measure");
        const auto currency = text_of(change, "currency");
        out << fmt::format("  {} {}{}: {} became {}{} (entry {}): {}\n",
                           text_of(change, "effective_on"), text_of(change, "type"),
                           measure.empty() ? "" : " of " + measure, text_of(change, "was"),
                           text_of(change, "becomes"), currency.empty() ? "" : " " + currency,
                           text_of(change, "seq"), text_of(change, "reason"));
    }
}

// What reports name.
void print_parts(std::ostream& out, const Json& view) {
    Table table;
    for (const auto& stage : list_of(view, "stages"))
        table.add({"stage", text_of(stage, "code"), text_of(stage, "title"), text_of(view, "unit"),
                   text_of(stage, "role")});
    for (const auto& measure : list_of(view, "measures")) {
        const auto& target = at(measure, "target");
        table.add({"measure", text_of(measure, "code"), text_of(measure, "title"),
                   text_of(measure, "unit"), text_of(measure, "nature"),
                   target.is_null() ? "" : "target " + grouped(target)});
    }
    out << "\nwhat is reported\n";
    table.print(out);
}

// The newest funnel, the first output, or how much is known.
std::string headline(const Json& item) {
    if (const auto& funnel = at(item, "funnel"); !funnel.is_null()) {
        std::string line;
        for (const auto& stage : list_of(funnel, "stages"))
            line += (line.empty() ? "" : " → ") + qualified(at(stage, "count"));
        return line + " " + text_of(item, "unit");
    }
    for (const auto& output : list_of(item, "outputs")) {
        if (!at(at(output, "physical_percent"), "value").is_null())
            return fmt::format("{} of {}", qualified(at(output, "done")),
                               qualified(at(output, "aimed"), text_of(output, "unit")));
    }
    const auto counts = text_of(item, "counts");
    return counts == "0" ? "no figure is known" : base::counted(counts, "counts");
}

void print_heading(std::ostream& out, const Json& json) {
    const auto* exercise = at(at(json, "strategy"), "exercise").boolean();
    if (exercise != nullptr && *exercise)
        out << "EXERCISE, NOT FACT\n";
}

}  // namespace

void print_programmes(std::ostream& out, const Json& list) {
    print_heading(out, list);
    const auto& programmes = list_of(list, "programmes");
    out << fmt::format("{}, as of {}\n\n",
                       base::counted(std::to_string(programmes.size()), "programmes"),
                       text_of(list, "as_of"));
    Table table;
    for (const auto& item : programmes)
        table.add({text_of(item, "code"), base::without_underscores(text_of(item, "kind")),
                   text_of(item, "owner"), headline(item)});
    table.print(out);
    bool is_first = true;
    for (const auto& item : programmes) {
        for (const auto& alert : list_of(item, "alerts")) {
            out << (is_first ? "\n" : "")
                << fmt::format("alert: {}: {}\n", text_of(item, "code"), *alert.string());
            is_first = false;
        }
    }
}

void print_programme(std::ostream& out, const Json& view) {
    print_heading(out, view);
    out << fmt::format("{}\n{} of {}, as of {}\n", text_of(view, "title"),
                       base::without_underscores(text_of(view, "kind")),
                       text_of(view, "owner_name"), text_of(view, "as_of"));
    for (const auto& alert : list_of(view, "alerts"))
        out << "alert: " << *alert.string() << '\n';
    for (const auto& funnel : list_of(view, "funnels"))
        print_funnel(out, funnel, text_of(view, "unit"));
    print_cohorts(out, view);
    print_series(out, view);
    print_outputs(out, view);
    print_tasks(out, view);
    print_earned_value(out, view);
    print_changes(out, view);
    print_parts(out, view);
    for (const auto& note : list_of(view, "notes"))
        out << "\nnote: " << *note.string() << '\n';
    if (const auto note = text_of(view, "note"); !note.empty())
        out << "\nnote: " << note << '\n';
}

}  // namespace cli
