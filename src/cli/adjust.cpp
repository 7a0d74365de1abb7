#include "app/adjust_batch.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/table_run.h"

#include <fmt/format.h>

#include <memory>

namespace cli {
namespace {

struct AdjustOptions {
    std::string input, output, report, vintages, mode = "auto", method = "x11", revisions;
    int frequency = 12;
    unsigned threads = 1;
    bool no_outliers = false;
    InfluenceOptions influences;
};

Error unknown(std::string_view expected, std::string_view found, std::string_view option) {
    return {ErrorCode::usage, fmt::format("expected one of {}, found \"{}\"", expected, found),
            std::string{option}};
}

Result<app::AdjustBatch> batch_of(const AdjustOptions& options) {
    app::AdjustBatch batch;
    batch.file = options.input;
    batch.frequency = options.frequency;
    batch.threads = threads_of(options.threads);
    batch.finds_outliers = !options.no_outliers;
    batch.influences = TRY(options.influences.sources());
    if (options.method != "x11")
        return unknown("x11", options.method, "--method");
    for (const auto mode : {adjustment::Mode::multiplicative, adjustment::Mode::additive})
        if (options.mode == adjustment::word(mode))
            batch.mode = mode;
    if (!batch.mode && options.mode != "auto")
        return unknown("auto, multiplicative, additive", options.mode, "--mode");
    if (!options.revisions.empty()) {
        batch.revisions = adjustment::parse_revision_policy(options.revisions);
        if (!batch.revisions)
            return unknown("concurrent, partial, current", options.revisions, "--revisions");
    }
    if (!options.vintages.empty() && !batch.revisions)
        return Error{ErrorCode::usage, "expected --revisions beside it, found none", "--vintages"};
    return batch;
}

Result<void> adjust_table(Context& context, const AdjustOptions& options) {
    auto batch = TRY(batch_of(options));
    const auto input = TRY(base::input_of_file(options.input));
    const auto output = TRY(OutputTable::open(options.output, context.out));
    const auto report_table = TRY(OutputTable::open(options.report, context.err));
    std::unique_ptr<OutputTable> vintages;
    app::AdjustTables tables{output->writer(), report_table->writer(), {}};
    if (!options.vintages.empty()) {
        vintages = TRY(OutputTable::open(options.vintages, context.out));
        tables.vintages = vintages->writer();
    }
    auto made = [&] {
        Stoppable run{context};
        batch.progress = [&](std::size_t done) { return run.go_on(done); };
        return app::adjust_batch(input, batch, tables);
    }();
    output->flush();
    report_table->flush();
    if (vintages)
        vintages->flush();
    const auto report = TRY(std::move(made));
    auto done =
        fmt::format("{} adjusted",
                    base::counted(fmt::format("{}", report.series - report.unadjusted), "series"));
    if (report.unadjusted > 0)
        done += fmt::format(", {} left as found", report.unadjusted);
    print_batch(context, report, done);
    return {};
}

}  // namespace

void add_adjust(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "adjust", "Adjust the series of a table for the season, or say why not");
    auto options = std::make_shared<AdjustOptions>();
    command
        ->add_option("--input", options->input,
                     "A CSV: series_id,t,value; t = 1 is the first period of a year")
        ->type_name("FILE")
        ->required();
    command
        ->add_option("--output", options->output,
                     "Where to write series_id,t,seasonal,adjusted,trend,irregular")
        ->type_name("FILE");
    command
        ->add_option("--report", options->report,
                     "Where to write what became of each series; the error stream without it")
        ->type_name("FILE");
    command->add_option("--frequency", options->frequency, "Periods of a year: 12 or 4")
        ->capture_default_str();
    command->add_option("--mode", options->mode, "auto, multiplicative, additive")
        ->capture_default_str();
    command->add_option("--method", options->method, "x11")->capture_default_str();
    options->influences.add_to(*command);
    command->add_flag("--no-outliers", options->no_outliers, "Look for no outliers");
    command
        ->add_option("--revisions", options->revisions,
                     "Add to the report how far adjusted values were revised: concurrent, "
                     "partial, current")
        ->type_name("POLICY");
    command
        ->add_option("--vintages", options->vintages,
                     "With --revisions: where to write series_id,known_to,t,adjusted")
        ->type_name("FILE");
    command->add_option("--threads", options->threads, "0: as many as the machine has")
        ->capture_default_str();
    command->callback([&context, options] {
        context.run([&]() -> Result<void> { return adjust_table(context, *options); });
    });
}

}  // namespace cli
