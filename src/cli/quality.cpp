#include "app/views.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/print.h"
#include "cli/quality_print.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

using statistics::Finding;
using statistics::FindingKind;
using statistics::Severity;

struct QualityOptions {
    Place place;
    Clocks clocks;
    std::string kind;
    bool as_json = false;
};

std::string counted(std::size_t number, std::string_view things) {
    return base::counted(fmt::format("{}", number), things);
}

// The words by which a reader knows a series: "computer services; world; receipts; USD million".
std::string words_of(const statistics::SeriesKey& key) {
    std::vector<std::string_view> words;
    for (const auto& dimension : key.dimensions())
        words.push_back(dimension.value);
    return fmt::format("{}", fmt::join(words, "; "));
}

// Revisions are listed where they were asked for; else they are counted.
void print(std::ostream& out, const app::QualityView& view, bool with_notes) {
    const auto& plan = *view.moment.plan->working;
    if (plan.is_exercise)
        out << "EXERCISE, NOT FACT\n";
    out << fmt::format("{} in {} held against each other, as of {}\n",
                       counted(view.figures, "figures"), counted(view.series, "series"),
                       base::to_string(view.moment.known.as_of));
    for (const auto kind : statistics::finding_kinds()) {
        bool is_first = true;
        for (const auto& finding : view.findings) {
            if (finding.kind != kind || (finding.severity == Severity::note && !with_notes))
                continue;
            if (is_first)
                out << '\n' << statistics::heading(kind) << '\n';
            is_first = false;
            print_finding(out, finding, "");
        }
    }
    out << fmt::format("\n{} likely, {} to look at\n",
                       counted(view.count(Severity::error_likely), "errors"),
                       counted(view.count(Severity::to_look_at), "figures"));
    if (!with_notes && view.count(Severity::note) > 0)
        out << fmt::format("{} with several values; --kind several_values lists them\n",
                           counted(view.count(Severity::note), "periods"));
    if (plan.is_exercise)
        out << "EXERCISE, NOT FACT\n";
}

Result<void> show(Context& context, const QualityOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    app::QualityQuestion question{TRY(
        app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by))};
    if (!options.kind.empty())
        question.kind = TRY(statistics::parse_finding_kind(options.kind));
    const auto view = TRY(app::quality_view(opened.record(), question));
    if (options.as_json)
        context.out << view.json().pretty() << '\n';
    else
        print(context.out, view, question.kind == FindingKind::several_values);
    return {};
}

}  // namespace

void print_finding(std::ostream& out, const Finding& finding, std::string_view place) {
    const auto& first = finding.figures.front();
    std::string text = fmt::format("{}{}", place, first.text());
    if (finding.figures.size() == 2)
        text += " and " + finding.figures[1].text();
    else if (finding.figures.size() > 2 && finding.kind != FindingKind::several_values)
        text += fmt::format(" and {}", counted(finding.figures.size() - 1, "parts"));
    text += ": " + finding.cause;
    if (!finding.suggestion.empty())
        text += "; " + finding.suggestion;
    if (finding.severity == Severity::to_look_at)
        text += " (to look at)";
    if (finding.is_unused)
        text += " (not used)";
    out << "  " << wrapped(text, 6) << '\n';
    out << "      " << wrapped(words_of(first.key), 6) << '\n';
}

void add_quality(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "quality", "What is likely wrong with published figures, with the likely cause");
    auto options = std::make_shared<QualityOptions>();
    options->place.add_store_or_strategy_to(*command);
    options->clocks.add_to(*command);
    command->add_option("--kind", options->kind, "Findings of one kind, as --json names it")
        ->type_name("KIND");
    command->add_flag("--json", options->as_json, "Print JSON");
    command->callback(
        [&context, options] { context.run([&] { return show(context, *options); }); });
}

}  // namespace cli
