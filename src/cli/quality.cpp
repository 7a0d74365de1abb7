#include "app/quality_view.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {
namespace {

struct QualityOptions {
    Place place;
    Clocks clocks;
    std::string kind;
    bool with_notes = false;
    bool as_json = false;
};

void print(std::ostream& out, const statistics::Finding& finding) {
    out << fmt::format("  {}\n      {}\n", finding.figures.front().text(), finding.cause);
    if (!finding.suggestion.empty())
        out << fmt::format("      {}\n", finding.suggestion);
    if (finding.is_unused)
        out << "      not used in derived answers\n";
}

void print(std::ostream& out, const app::Quality& quality) {
    std::size_t kinds = 0;
    for (const auto kind : statistics::finding_kinds()) {
        std::size_t count = 0;
        for (const auto& finding : quality.findings)
            count += finding.kind == kind ? 1 : 0;
        if (count == 0)
            continue;
        ++kinds;
        out << fmt::format("{} ({})\n", statistics::heading(kind), count);
        for (const auto& finding : quality.findings)
            if (finding.kind == kind)
                print(out, finding);
    }
    out << fmt::format("{} figures were reviewed: {} in {}; nothing was mended\n", quality.figures,
                       base::counted(fmt::format("{}", quality.findings.size()), "findings"),
                       base::counted(fmt::format("{}", kinds), "kinds"));
}

Result<void> show_quality(Context& context, const QualityOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto question = TRY(app::parse_quality_question(
        opened.record(), {options.clocks.as_of, options.clocks.recorded_by, options.kind,
                          options.with_notes ? "true" : "false"}));
    const auto quality = TRY(app::quality_view(opened.record(), question));
    if (!options.as_json) {
        print(context.out, quality);
        return {};
    }
    context.out << app::to_json(quality).pretty() << '\n';
    return {};
}

}  // namespace

void add_quality(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "quality", "What may be wrong with the published figures, with the likely cause");
    auto options = std::make_shared<QualityOptions>();
    options->place.add_store_or_strategy_to(*command);
    options->clocks.add_to(*command);
    command
        ->add_option("--kind", options->kind,
                     "One kind alone: unit_slip, digit_slip, label_swap, total_not_parts, ...")
        ->type_name("KIND");
    command->add_flag("--notes", options->with_notes,
                      "Also where several values were published, which is no error");
    command->add_flag("--json", options->as_json, "Print JSON");
    command->callback(
        [&context, options] { context.run([&] { return show_quality(context, *options); }); });
}

}  // namespace cli
