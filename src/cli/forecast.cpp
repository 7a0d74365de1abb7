#include "app/forecast_batch.h"
#include "app/forecast_hierarchy.h"
#include "app/outlook.h"
#include "app/target_outlook.h"
#include "app/views.h"
#include "base/decimal.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/target_outlook.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <ostream>
#include <thread>

namespace cli {
namespace {

struct ForecastOptions {
    Place place;
    Clocks clocks;
    std::string input, output, outcome, levels = "80,95", method = "combination";
    std::string hierarchy, reconcile = "mint", target;
    int horizon = 12, frequency = 12;
    std::size_t paths = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    bool non_negative = false, history = false, track_record = false, as_json = false;
    bool targets = false;
};

volatile std::sig_atomic_t cancelled = 0;

Result<std::vector<double>> levels_of(const std::string& text) {
    std::vector<double> levels;
    for (const auto part : base::split(text, ',')) {
        const auto level = base::Decimal::parse(base::trimmed(part));
        if (!level.ok())
            return Error{ErrorCode::usage,
                         fmt::format("expected levels such as 80,95, found \"{}\"", text),
                         "--levels"};
        levels.push_back(level->to_double());
    }
    std::ranges::sort(levels);
    return levels;
}

// Of each series, as the options have it.
Result<forecast::Options> series_options(const ForecastOptions& options) {
    forecast::Options made;
    made.horizon = options.horizon;
    made.frequency = options.frequency;
    made.non_negative = options.non_negative;
    made.levels = TRY(levels_of(options.levels));
    const auto method = forecast::parse_method(options.method);
    if (!method)
        return Error{ErrorCode::usage,
                     fmt::format("expected one of {}, found \"{}\"",
                                 fmt::join(forecast::method_words(), ", "), options.method),
                     "--method"};
    made.method = *method;
    return made;
}

unsigned threads_of(const ForecastOptions& options) {
    return options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency())
                                : options.threads;
}

/// Where rows go: to a file, or to where the command prints.
class RowsOut {
  public:
    static Result<RowsOut> open(Context& context, const std::string& path) {
        RowsOut made{context, path};
        if (!path.empty()) {
            made.file_.open(path, std::ios::binary | std::ios::trunc);
            if (!made.file_)
                return Error{ErrorCode::file_not_writable, "cannot be written", path};
        }
        return made;
    }

    Result<void> write(std::string_view rows) {
        stream() << rows;
        return check();
    }
    Result<void> finish() {
        stream().flush();
        return check();
    }

  private:
    RowsOut(Context& context, std::string path) : out_(&context.out), path_(std::move(path)) {}
    std::ostream& stream() { return path_.empty() ? *out_ : file_; }
    Result<void> check() {
        if (!stream())
            return Error{ErrorCode::file_not_writable, "cannot be written", path_};
        return {};
    }

    std::ostream* out_;
    std::string path_;
    std::ofstream file_;
};

Result<void> run_hierarchy(Context& context, const ForecastOptions& options) {
    app::HierarchyBatch batch;
    batch.file = options.input;
    batch.structure_file = options.hierarchy;
    batch.options.base = TRY(series_options(options));
    const auto reconciliation = forecast::parse_reconciliation(options.reconcile);
    if (!reconciliation)
        return Error{
            ErrorCode::usage,
            fmt::format("expected one of {}, found \"{}\"",
                        fmt::join(forecast::reconciliation_words(), ", "), options.reconcile),
            "--reconcile"};
    batch.options.reconciliation = *reconciliation;
    batch.options.paths = options.paths;
    batch.options.seed = options.seed;
    batch.threads = threads_of(options);
    const auto table = TRY(base::input_of_file(options.input));
    const auto structure = TRY(base::input_of_file(options.hierarchy));
    auto out = TRY(RowsOut::open(context, options.output));
    const auto report = TRY(app::forecast_hierarchy(
        table, structure, batch, [&](std::string_view rows) { return out.write(rows); }));
    TRY(out.finish());
    context.err << fmt::format(
        "{} and {} forecast{}", base::counted(fmt::format("{}", report.bottom), "series"),
        report.sums == 1 ? "1 sum" : fmt::format("{} sums", report.sums),
        report.reconciliation == forecast::Reconciliation::none
            ? ", which do not add up"
            : fmt::format(", made to add up by {}", forecast::word(report.reconciliation)));
    if (report.reconciliation == forecast::Reconciliation::mint)
        context.err << fmt::format(", correlations shrunk by {:.0f} %", 100 * report.shrinkage);
    else if (*reconciliation == forecast::Reconciliation::mint)
        context.err << ", since too few past errors are known for mint";
    context.err << '\n';
    if (report.checked > 0)
        context.err << fmt::format("stated sums that their parts add up to: {}\n", report.checked);
    if (report.begin_later + report.end_earlier > 0)
        context.err << fmt::format(
            "beside the table's periods {} begin later and {} end earlier; a sum is missing where "
            "a part is\n",
            report.begin_later, report.end_earlier);
    if (report.fallbacks > 0)
        context.err << fmt::format("by a simpler method: {}\n", report.fallbacks);
    return {};
}

Result<void> run_batch(Context& context, const ForecastOptions& options) {
    app::ForecastBatch batch;
    batch.file = options.input;
    batch.options = TRY(series_options(options));
    batch.threads = threads_of(options);
    const auto input = TRY(base::input_of_file(options.input));
    auto rows_out = TRY(RowsOut::open(context, options.output));
    const bool on_terminal = ::isatty(STDERR_FILENO) == 1;
    // What was written stays when somebody stops the run.
    auto* const before = std::signal(SIGINT, [](int) { cancelled = 1; });
    batch.progress = [&](std::size_t done) {
        if (on_terminal)
            context.err << fmt::format("\r{} series", done) << std::flush;
        return cancelled == 0;
    };
    auto made = app::forecast_batch(input, batch,
                                    [&](std::string_view rows) { return rows_out.write(rows); });
    std::signal(SIGINT, before);
    const auto flushed = rows_out.finish();
    const auto report = TRY(std::move(made));
    TRY(flushed);
    if (on_terminal)
        context.err << '\n';
    for (const auto& fault : report.faults)
        context.err << "tameel: " << fault.text() << '\n';
    context.err << fmt::format("{} forecast",
                               base::counted(fmt::format("{}", report.series), "series"));
    if (report.fallbacks > 0)
        context.err << fmt::format(", {} by a simpler method", report.fallbacks);
    if (report.failed > 0)
        context.err << fmt::format(", {} not", report.failed);
    context.err << (report.is_cancelled ? "; stopped before the end\n" : "\n");
    if (report.failed > 0 || report.is_cancelled)
        context.exit_code = 1;
    return {};
}

// Only what is known is certain.
std::string chance(const app::Outlook& day) {
    if (day.to_date.complete)
        return *day.probability > 0 ? "yes" : "no";
    const double percent = 100 * *day.probability;
    return percent > 99 ? ">99 %" : percent < 1 ? "<1 %" : fmt::format("{:.0f} %", percent);
}

void print(std::ostream& out, const app::OutcomeOutlook& outlook) {
    if (outlook.is_exercise)
        out << "EXERCISE, NOT FACT\n";
    out << fmt::format("{}\n{}; how likely, from what was known on each day\n\n",
                       outlook.outcome.statement, outlook.requirement);
    out << fmt::format("{:<12}{:>8}{:>12}{:>12}{:>22}{:>8}\n", "as of", "months", "to date",
                       outlook.outcome.measure != plan::Measure::level ? "percent"
                       : outlook.outcome.period.is_stated() &&
                               outlook.outcome.period->frequency() != base::Frequency::year
                           ? "the period"
                           : "the year",
                       "80 % lie between", "met");
    // Growth and shares are told in tenths of a percent.
    const int digits = outlook.outcome.measure == plan::Measure::level ? 0 : 1;
    for (const auto& day : outlook.days) {
        const auto to_date = day.to_date.value ? day.to_date.value->text() : "-";
        out << fmt::format("{:<12}{:>8}{:>12}", base::to_string(day.as_of),
                           day.to_date.value ? day.to_date.coverage.known : 0, to_date);
        if (day.probability)
            out << fmt::format(
                "{:>12.{}f}{:>22}{:>8}\n", day.median, digits,
                fmt::format("{:.{}f} and {:.{}f}", day.low, digits, day.high, digits), chance(day));
        else
            out << fmt::format("  cannot tell yet: {}\n", day.reason);
    }
    if (!outlook.days.back().models.empty())
        out << fmt::format("\nlast forecast from {} monthly figures: {}\n",
                           outlook.days.back().months_before,
                           fmt::join(outlook.days.back().models, ", "));
}

void print(std::ostream& out, const app::TrackRecord& record) {
    if (record.is_exercise)
        out << "EXERCISE, NOT FACT\n";
    out << fmt::format(
        "{}\nhow good it would have been: each fiscal year as of the end of each of its "
        "months, against\n0.9, 1.0, 1.1 and 1.2 times the year before\n\n",
        record.series.text());
    out << fmt::format("{:<16}{:>10}{:>12}{:>8}\n", "said", "on average", "happened", "claims");
    constexpr double ends[] = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0001};
    for (std::size_t i = 0; i + 1 < std::size(ends); ++i) {
        double said = 0, happened = 0, count = 0;
        for (const auto& claim : record.claims)
            if (claim.probability >= ends[i] && claim.probability < ends[i + 1]) {
                said += claim.probability;
                happened += claim.happened ? 1 : 0;
                count += 1;
            }
        if (count > 0)
            out << fmt::format("{:<16}{:>8.0f} %{:>10.0f} %{:>8.0f}\n",
                               fmt::format("{:.0f} to {:.0f} %", 100 * ends[i], 100 * ends[i + 1]),
                               100 * said / count, 100 * happened / count, count);
    }
    out << fmt::format(
        "\nBrier score {:.3f} ({:.3f} to {:.3f} by drawing years) over {} claims of {} "
        "fiscal years;\nalways saying how often each was reached would have {:.3f}\n",
        record.brier, record.brier_low, record.brier_high, record.claims.size(), record.years,
        record.climatology);
}

Result<void> show_outlook(Context& context, const ForecastOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto question =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    if (options.track_record) {
        const auto record =
            TRY(app::outlook_track_record(opened.record(), question, options.outcome));
        if (options.as_json)
            context.out << app::to_json(record).pretty() << '\n';
        else
            print(context.out, record);
        return {};
    }
    const auto outlook =
        TRY(app::outcome_outlook(opened.record(), question, options.outcome, options.history));
    if (options.as_json)
        context.out << app::to_json(outlook).pretty() << '\n';
    else
        print(context.out, outlook);
    return {};
}

Result<void> show_targets(Context& context, const ForecastOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto question =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    if (options.targets) {
        const auto board = TRY(app::target_outlooks(opened.record(), question));
        if (options.as_json)
            context.out << app::to_json(board).pretty() << '\n';
        else
            print_board(context.out, board);
        return {};
    }
    const auto outlooks =
        TRY(app::target_outlook(opened.record(), question, options.target, options.history));
    if (options.as_json)
        context.out << app::to_json(outlooks).pretty() << '\n';
    else
        print_outlooks(context.out, outlooks);
    return {};
}

// What is asked of the strategy; not together with a table.
void add_outlooks(CLI::App& command, ForecastOptions& options, CLI::Option* input) {
    auto* outcome = command
                        .add_option("--outcome", options.outcome,
                                    "An outcome of the strategy: how likely it is to be met")
                        ->excludes(input);
    auto* target =
        command
            .add_option("--target", options.target,
                        "A target of the strategy: how likely it is met by its due date, and why")
            ->excludes(input)
            ->excludes(outcome);
    auto* history = command.add_flag("--history", options.history,
                                     "Of the outcome or target: as of the end of each month too");
    auto* track_record =
        command
            .add_flag("--track-record", options.track_record,
                      "Of the outcome's statistic: how good such probabilities would have been")
            ->excludes(target);
    auto* targets = command.add_flag("--targets", options.targets,
                                     "All targets of the strategy: how likely each is met");
    for (auto* other : {input, outcome, target, history, track_record})
        targets->excludes(other);
    command.add_flag("--json", options.as_json, "Of outcomes and targets: print JSON");
}

// How a table whose series must add up is forecast.
void add_hierarchy(CLI::App& command, ForecastOptions& options) {
    command
        .add_option("--hierarchy", options.hierarchy,
                    "A CSV series_id,DIMENSION,... or series_id,parent: the series and their sums "
                    "add up")
        ->type_name("FILE");
    command
        .add_option(
            "--reconcile", options.reconcile,
            fmt::format("Of the hierarchy: {}", fmt::join(forecast::reconciliation_words(), ", ")))
        ->capture_default_str();
    command
        .add_option("--paths", options.paths,
                    "Of the hierarchy: sample paths of which its intervals are made")
        ->capture_default_str();
    command.add_option("--seed", options.seed, "Of the paths")->capture_default_str();
}

}  // namespace

void add_forecast(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "forecast", "Forecast the series of a table, or how likely outcomes and targets are");
    auto options = std::make_shared<ForecastOptions>();
    options->place.add_store_to(*command);
    options->clocks.add_to(*command);
    auto* input = command->add_option("--input", options->input, "A CSV: series_id,t,value")
                      ->type_name("FILE");
    add_outlooks(*command, *options, input);
    add_hierarchy(*command, *options);
    command
        ->add_option("--output", options->output, "Where to write series_id,t,mean,lo80,hi80,...")
        ->type_name("FILE");
    command->add_option("--horizon", options->horizon, "How many periods ahead")
        ->capture_default_str();
    command->add_option("--frequency", options->frequency, "Periods of a year: 1, 4, 12, 52, ...")
        ->capture_default_str();
    command->add_option("--levels", options->levels, "Of the intervals, in per cent")
        ->capture_default_str();
    command
        ->add_option("--method", options->method,
                     fmt::format("{}", fmt::join(forecast::method_words(), ", ")))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "0: as many as the machine has")
        ->capture_default_str();
    command->add_flag("--non-negative", options->non_negative, "Nothing below 0 can happen");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            if (!options->outcome.empty())
                return show_outlook(context, *options);
            if (!options->target.empty() || options->targets)
                return show_targets(context, *options);
            if (options->input.empty())
                return Error{
                    ErrorCode::usage,
                    "expected --input FILE, --outcome ID, --target ID or --targets, found none",
                    ""};
            return options->hierarchy.empty() ? run_batch(context, *options)
                                              : run_hierarchy(context, *options);
        });
    });
}

}  // namespace cli
