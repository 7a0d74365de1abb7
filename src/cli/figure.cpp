#include "app/figure_view.h"
#include "app/views.h"
#include "cli/context.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <memory>
#include <ostream>

namespace cli {
namespace {

struct FigureOptions {
    Place place;
    Clocks clocks;
    app::FigureQuestion question;
    std::string what = "value";
    std::vector<std::string> parts;  ///< each as words_of reads it
    std::string every;
    bool as_json = false;
};

void print(std::ostream& out, const statistics::Answer& answer) {
    if (!answer.value) {
        out << "no value: " << answer.reason << '\n';
        return;
    }
    if (answer.derivation)
        out << answer.derivation->text();
    if (!answer.reason.empty())
        out << answer.reason << '\n';
    if (answer.uncertainty > 0)
        out << fmt::format("rounding of the operands may hide {:.2g} {}\n", answer.uncertainty,
                           answer.unit);
    if (answer.estimated)
        out << "the date of publication of an operand was estimated\n";
    if (answer.provisional)
        out << "an operand is provisional\n";
}

Result<void> show_figure(Context& context, FigureOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto asked =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    static_cast<app::Question&>(options.question) = asked;
    options.question.what = TRY(app::parse_figure_of(options.what));
    for (const auto& part : options.parts)
        options.question.parts.push_back(app::words_of(part));
    if (!options.every.empty())
        options.question.every = TRY(app::parse_every(options.every));
    const auto answer = TRY(app::figure_view(opened.record(), options.question));
    if (options.as_json) {
        context.out << app::to_json(answer).pretty() << '\n';
        return {};
    }
    if (!answer.name.empty())
        context.out << answer.name << '\n';
    context.out << answer.series.text() << '\n';
    if (const auto* figure = std::get_if<statistics::Answer>(&answer.found))
        print(context.out, *figure);
    else if (const auto* parts = std::get_if<statistics::Contributions>(&answer.found))
        context.out << parts->text();
    else if (const auto* markets = std::get_if<statistics::Concentration>(&answer.found))
        context.out << markets->text();
    else if (const auto* balance = std::get_if<statistics::Balance>(&answer.found))
        context.out << balance->text();
    else
        context.out << std::get<statistics::Revisions>(answer.found).text();
    return {};
}

}  // namespace

void add_figure(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "figure",
        "A figure of a series as of a day, and how it came about; growth, shares, "
        "revisions");
    auto options = std::make_shared<FigureOptions>();
    options->place.add_store_or_strategy_to(*command);
    options->clocks.add_to(*command);
    command->add_option("SERIES", options->question.series,
                        "DIMENSION=VALUE, as many as leave one series, or a whole key");
    command
        ->add_option("--as", options->what,
                     "value, monthly-flow, fiscal-year-to-date, growth-on-period, growth-on-year, "
                     "average-growth, rolling-sum, share, contribution, contributions, balance, "
                     "index, per-unit, per-head, concentration or revisions")
        ->type_name("WHAT");
    command
        ->add_option(
            "--period", options->question.period,
            "FY2024, 2024-Q1, 2024-04; the latest whole fiscal year by default. Of revisions, "
            "any of the kind; of a balance 2023-07/2024-03 too")
        ->type_name("PERIOD");
    command
        ->add_option("--since", options->question.since,
                     "Where average growth begins, or an index is 100")
        ->type_name("PERIOD");
    command
        ->add_option("--of", options->question.of,
                     "The total of a share or a contribution, or what is divided by: where it "
                     "differs from SERIES")
        ->type_name("DIMENSION=VALUE");
    command
        ->add_option("--part", options->parts,
                     "Of contributions and a balance, once for each part: where it differs from "
                     "SERIES; words are parted by ;")
        ->type_name("DIMENSION=VALUE");
    command
        ->add_option("--declared", options->question.declared,
                     "A figure that statistics.yaml declares, in place of SERIES and all but the "
                     "period")
        ->type_name("ID");
    command
        ->add_option("--by", options->question.by,
                     "Of a concentration: the dimension in which its series differ")
        ->type_name("DIMENSION");
    command
        ->add_option("--every", options->every,
                     "Where no period is named: the latest year, half, quarter or month")
        ->type_name("KIND");
    command->add_option("--months", options->question.months, "Of a rolling sum")
        ->capture_default_str();
    command->add_flag("--json", options->as_json, "Print JSON");
    command->callback(
        [&context, options] { context.run([&] { return show_figure(context, *options); }); });
}

}  // namespace cli
