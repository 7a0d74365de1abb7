#include "app/adjust_batch.h"
#include "app/figure_view.h"
#include "app/series_adjustment.h"
#include "app/views.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/table_run.h"

#include <fmt/format.h>

#include <memory>

namespace cli {
namespace {

struct AdjustOptions {
    Place place;
    Clocks clocks;
    app::SeriesWords series;
    bool as_json = false;
    std::string every, input, output, report, vintages, mode = "auto", model = "airline",
                                                        method = "x11", revisions;
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
    batch.mode = TRY(app::parse_adjustment_mode(options.mode));
    batch.model = TRY(app::parse_adjustment_model(options.model));
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
    const auto open = [&](const std::string& path, std::ostream& otherwise) {
        return OutputTable::open(path, otherwise, {options.input, options.influences.given});
    };
    const auto output = TRY(open(options.output, context.out));
    const auto report_table = TRY(open(options.report, context.err));
    std::unique_ptr<OutputTable> vintages;
    app::AdjustTables tables{output->writer(), report_table->writer(), {}};
    if (!options.vintages.empty()) {
        vintages = TRY(open(options.vintages, context.out));
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

void print(std::ostream& out, const app::SeriesAdjustment& made) {
    if (made.moment.is_exercise())
        out << "EXERCISE, NOT FACT\n";
    out << made.series.text() << '\n';
    const auto& parts = made.made;
    const auto as_of = base::to_string(made.moment.known.as_of);
    if (!parts.is_adjusted) {
        out << fmt::format("as of {}: not adjusted: {}\n", as_of, parts.reason);
        return;
    }
    out << fmt::format(
        "as of {}, from {}; {}, model {}, filter {}, trend of {} terms; season {}, M7 {:.3f}, Q "
        "{:.2f}\n",
        as_of,
        base::counted(fmt::format("{}", made.past.known),
                      fmt::format("{}s", base::name(made.every))),
        adjustment::word(parts.mode),
        parts.model ? adjustment::name_of(parts.model->order) : "none",
        adjustment::word(parts.tables.seasonal), parts.tables.trend_terms,
        adjustment::word(parts.seasonality.verdict), parts.quality.m[6], parts.quality.q);
    if (made.left_out > 0)
        out << fmt::format("{} before {} are left out, for there are gaps among them\n",
                           base::counted(fmt::format("{}", made.left_out), "figures"),
                           made.past.first.text());
    if (!made.influences.empty())
        out << fmt::format("influences: {}\n", app::text_of(made.influences));
    for (const auto& one : parts.model ? parts.model->outliers : std::vector<adjustment::Outlier>{})
        out << fmt::format("outlier: {} {}, {:+.3g}\n", adjustment::word(one.kind),
                           made.past.first.plus(static_cast<int>(one.at)).text(), one.effect);
    const int places = std::min(made.past.places(), 3);
    out << fmt::format("\n{:<10}{:>12}{:>12}{:>12}{:>12}{:>12}\n", base::name(made.every),
                       "published", "seasonal", "adjusted", "trend", "irregular");
    const int of_factors = parts.mode == adjustment::Mode::multiplicative ? 4 : places;
    auto period = made.past.first;
    for (std::size_t t = 0; t < parts.adjusted.size(); ++t, period = period.next())
        out << fmt::format("{:<10}{:>12}{:>12.{}f}{:>12.{}f}{:>12.{}f}{:>12.{}f}\n", period.text(),
                           made.past.answers[t].value->text(), parts.seasonal[t], of_factors,
                           parts.adjusted[t], places, parts.trend[t], places, parts.irregular[t],
                           of_factors);
}

Result<void> adjust_series(Context& context, const AdjustOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    app::AdjustmentQuestion question;
    static_cast<app::Question&>(question) =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    question.series = options.series;
    question.mode = TRY(app::parse_adjustment_mode(options.mode));
    question.model = TRY(app::parse_adjustment_model(options.model));
    question.days = TRY(app::parse_day_calendar(options.influences.calendar));
    question.finds_outliers = !options.no_outliers;
    if (!options.every.empty())
        question.every = TRY(app::parse_every(options.every));
    const auto made = TRY(app::series_adjustment(opened.record(), question));
    if (options.as_json)
        context.out << app::to_json(made).pretty() << '\n';
    else
        print(context.out, made);
    return {};
}

}  // namespace

void add_adjust(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "adjust", "Adjust a stored series, or those of a table, for the season, or say why not");
    auto options = std::make_shared<AdjustOptions>();
    options->place.add_store_to(*command);
    options->clocks.add_to(*command);
    command->add_option("SERIES", options->series,
                        "DIMENSION=VALUE, as many as leave one series, or a whole key");
    command->add_option("--every", options->every, "Of the series: its months or quarters")
        ->type_name("KIND");
    command->add_flag("--json", options->as_json, "Of the series: print JSON");
    command
        ->add_option("--input", options->input,
                     "A CSV: series_id,t,value; t = 1 is the first period of a year")
        ->type_name("FILE");
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
    command
        ->add_option("--model", options->model,
                     "airline, auto (chosen for the series), or one such as \"(1 1 1)(0 1 1)\" or "
                     "\"(1 0 0)(0 1 1) with a "
                     "mean\"")
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
        context.run([&]() -> Result<void> {
            if (!options->series.empty())
                return adjust_series(context, *options);
            if (options->input.empty())
                return Error{ErrorCode::usage, "expected a series or --input FILE, found none", ""};
            return adjust_table(context, *options);
        });
    });
}

}  // namespace cli
