#include "app/figure_view.h"
#include "app/forecast_batch.h"
#include "app/forecast_hierarchy.h"
#include "app/outlook.h"
#include "app/publish_outlooks.h"
#include "app/target_outlook.h"
#include "app/views.h"
#include "base/decimal.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/context.h"
#include "cli/forecast_series.h"
#include "cli/table_run.h"
#include "cli/target_outlook.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <ostream>

namespace cli {
namespace {

struct ForecastOptions {
    Place place;
    Clocks clocks;
    Actor actor;  ///< who publishes
    InfluenceOptions influences;
    app::SeriesWords series;
    std::string input, output, outcome, every, levels = "80,95", method = "combination",
                                               release = "in-force";
    std::string hierarchy, reconcile = "mint", target;
    std::optional<int> horizon;
    int frequency = 12;
    std::vector<int> seasons;
    unsigned threads = 1;
    std::size_t paths = 1000;
    std::uint64_t seed = 1;
    bool non_negative = false, history = false, track_record = false;
    bool publish = false, published = false, targets = false;
};

// Of each series, as the options have it.
Result<forecast::Options> series_options(const ForecastOptions& options) {
    forecast::Options made;
    made.horizon = options.horizon.value_or(made.horizon);
    made.frequency = options.frequency;
    made.longer = options.seasons;
    made.non_negative = options.non_negative;
    made.levels = TRY(app::parse_levels(options.levels));
    made.method = TRY(app::parse_forecast_method(options.method));
    return made;
}

Result<void> run_hierarchy(Context& context, const ForecastOptions& options) {
    const auto& influences = options.influences;
    if (!influences.start.empty() || influences.calendar != "none" || !influences.given.empty())
        return Error{ErrorCode::usage,
                     "expected --hierarchy without --start, --calendar and --influences: days "
                     "that influence series and their sums alike are not estimated",
                     "--hierarchy"};
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
    batch.threads = threads_of(options.threads);
    const auto table = TRY(base::input_of_file(options.input));
    const auto structure = TRY(base::input_of_file(options.hierarchy));
    const auto output =
        TRY(OutputTable::open(options.output, context.out, {options.input, options.hierarchy}));
    const auto report = TRY(app::forecast_hierarchy(table, structure, batch, output->writer()));
    output->flush();
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
    batch.influences = TRY(options.influences.sources());
    batch.options = TRY(series_options(options));
    batch.threads = threads_of(options.threads);
    const auto input = TRY(base::input_of_file(options.input));
    const auto output = TRY(
        OutputTable::open(options.output, context.out, {options.input, options.influences.given}));
    auto made = [&] {
        Stoppable run{context};
        batch.progress = [&](std::size_t done) { return run.go_on(done); };
        return app::forecast_batch(input, batch, output->writer());
    }();
    output->flush();
    const auto report = TRY(std::move(made));
    auto done =
        fmt::format("{} forecast", base::counted(fmt::format("{}", report.series), "series"));
    if (report.fallbacks > 0)
        done += fmt::format(", {} by a simpler method", report.fallbacks);
    print_batch(context, report, done);
    return {};
}

// Only what is known is certain.
std::string chance(const app::Outlook& day) {
    if (day.is_known())
        return *day.probability > 0 ? "yes" : "no";
    const double percent = 100 * *day.probability;
    return percent > 99 ? ">99 %" : percent < 1 ? "<1 %" : fmt::format("{:.0f} %", percent);
}

void print(std::ostream& out, const app::OutcomeOutlook& outlook) {
    if (outlook.moment.is_exercise())
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
        "\nBrier score {:.3f} ({:.3f} to {:.3f} by drawing years) over {} of {};\nalways saying "
        "how often each was reached would have {:.3f}\n",
        record.brier, record.brier_low, record.brier_high,
        base::counted(fmt::format("{}", record.claims.size()), "claims"),
        base::counted(fmt::format("{}", record.years), "fiscal years"), record.climatology);
}

Result<void> publish_outlooks(Context& context, const ForecastOptions& options) {
    if (!options.clocks.recorded_by.empty())
        return Error{
            ErrorCode::usage,
            "expected --publish without --recorded-by: what is published rests on all that "
            "is recorded",
            "--recorded-by"};
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    app::OutlookPublicationRequest request;
    options.actor.fill(request);
    request.as_of = TRY(app::parse_question(opened.record(), options.clocks.as_of, "")).as_of;
    const auto receipt =
        TRY(app::carry_out(opened.record(), options.actor.principal(trust::Role::administrator),
                           request, app::draft_outlook_publication));
    print_receipt(context, receipt, options.actor.as_json);
    return {};
}

// What was published of all targets and outcomes, or of one.
Result<void> show_published(Context& context, const app::Record& record,
                            const app::Question& question, const ForecastOptions& options) {
    const auto made = TRY(app::published_outlooks(
        record, question, options.outcome.empty() ? options.target : options.outcome));
    if (options.actor.as_json)
        context.out << app::to_json(made).pretty() << '\n';
    else
        print_published(context.out, made);
    return {};
}

Result<void> show_outlook(Context& context, const ForecastOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto question =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    if (options.published)
        return show_published(context, opened.record(), question, options);
    if (options.track_record) {
        const auto record =
            TRY(app::outlook_track_record(opened.record(), question, options.outcome));
        if (options.actor.as_json)
            context.out << app::to_json(record).pretty() << '\n';
        else
            print(context.out, record);
        return {};
    }
    const auto outlook =
        TRY(app::outcome_outlook(opened.record(), question, options.outcome, options.history));
    if (options.actor.as_json)
        context.out << app::to_json(outlook).pretty() << '\n';
    else
        print(context.out, outlook);
    return {};
}

Result<void> show_targets(Context& context, const ForecastOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    const auto question =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    if (options.published)
        return show_published(context, opened.record(), question, options);
    if (options.targets) {
        const auto board = TRY(app::target_outlooks(opened.record(), question));
        if (options.actor.as_json)
            context.out << app::to_json(board).pretty() << '\n';
        else
            print_board(context.out, board);
        return {};
    }
    const auto outlooks =
        TRY(app::target_outlook(opened.record(), question, options.target, options.history));
    if (options.actor.as_json)
        context.out << app::to_json(outlooks).pretty() << '\n';
    else
        print_outlooks(context.out, outlooks);
    return {};
}

Result<void> forecast_series(Context& context, const ForecastOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::open));
    app::ForecastQuestion question;
    static_cast<app::Question&>(question) =
        TRY(app::parse_question(opened.record(), options.clocks.as_of, options.clocks.recorded_by));
    if (options.published) {
        print_forecast_record(context, TRY(app::published_forecasts(opened.record(), question)),
                              options.actor.as_json);
        return {};
    }
    question.series = options.series;
    question.horizon = options.horizon;
    question.levels = TRY(app::parse_levels(options.levels));
    question.method = TRY(app::parse_forecast_method(options.method));
    question.release = TRY(app::parse_release(options.release));
    question.days = TRY(app::parse_day_calendar(options.influences.calendar));
    if (!options.every.empty())
        question.every = TRY(app::parse_every(options.every));
    if (!options.publish) {
        print_series_forecast(context, TRY(app::series_forecast(opened.record(), question)),
                              options.actor.as_json);
        return {};
    }
    app::PublishRequest request;
    request.question = std::move(question);
    options.actor.fill(request);
    const auto receipt = TRY(app::publish_forecast(
        opened.record(), options.actor.principal(trust::Role::administrator), request));
    print_receipt(context, receipt, options.actor.as_json);
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
    auto* publish = command.add_flag(
        "--publish", options.publish,
        "Of a series, or of all targets and outcomes (--targets): record what is said, so that "
        "nobody can improve it later");
    auto* published = command.add_flag(
        "--published", options.published,
        "All forecasts of series that were published, and what came of them; with --targets, "
        "--target or --outcome what was said of these");
    for (auto* other : {input, outcome, target, history, track_record, published})
        publish->excludes(other);
    for (auto* other : {input, history, track_record})
        published->excludes(other);
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

// What is asked of the strategy has no table and no method of its own.
void keep_apart(CLI::App& command) {
    for (const auto* of_a_table : {"--output", "--horizon", "--frequency", "--season", "--levels",
                                   "--method", "--release", "--every", "--hierarchy", "--threads",
                                   "--calendar", "--start", "--influences", "--non-negative"})
        for (const auto* of_the_strategy : {"--targets", "--target", "--outcome"})
            command.get_option(of_a_table)->excludes(command.get_option(of_the_strategy));
    for (const auto* of_a_hierarchy : {"--reconcile", "--paths", "--seed"})
        command.get_option(of_a_hierarchy)->needs(command.get_option("--hierarchy"));
}

Result<void> check_codes(const CLI::App& command) {
    for (const auto* named : {"--target", "--outcome"})
        if (command.count(named) > 0 && command.get_option(named)->as<std::string>().empty())
            return Error{ErrorCode::usage, "expected a code, found none", named};
    return {};
}

}  // namespace

void add_forecast(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand("forecast",
                                           "Forecast a stored series or those of a table, or how "
                                           "likely outcomes and targets of the strategy are");
    auto options = std::make_shared<ForecastOptions>();
    options->place.add_store_to(*command);
    options->clocks.add_to(*command);
    options->actor.add_to(*command);
    auto* series = command->add_option(
        "SERIES", options->series, "DIMENSION=VALUE, as many as leave one series, or a whole key");
    command
        ->add_option("--every", options->every,
                     "Of the series: its years, halves, quarters or months; the finest of which "
                     "enough is known")
        ->type_name("KIND");
    auto* input = command->add_option("--input", options->input, "A CSV: series_id,t,value")
                      ->type_name("FILE");
    add_outlooks(*command, *options, input);
    add_hierarchy(*command, *options);
    for (const auto* other : {"--input", "--outcome", "--target", "--targets", "--published"})
        series->excludes(command->get_option(other));
    command
        ->add_option("--output", options->output, "Where to write series_id,t,mean,lo80,hi80,...")
        ->type_name("FILE");
    command->add_option("--horizon", options->horizon,
                        "How many periods ahead; 12, of a series 12 months, 8 quarters or 3 years");
    command->add_option("--frequency", options->frequency, "Periods of a year: 1, 4, 12, 52, ...")
        ->capture_default_str();
    command
        ->add_option("--season", options->seasons,
                     "Of the method mstl: a longer season besides, once for each")
        ->type_name("PERIODS");
    command->add_option("--levels", options->levels, "Of the intervals, in per cent")
        ->capture_default_str();
    command
        ->add_option("--method", options->method,
                     fmt::format("{}", fmt::join(forecast::method_words(), ", ")))
        ->capture_default_str();
    command
        ->add_option("--release", options->release,
                     "Which figures of a series: in-force, first (as they are first published) or "
                     "last (as revisions leave them)")
        ->capture_default_str();
    command->add_option("--threads", options->threads, "0: as many as the machine has")
        ->capture_default_str();
    options->influences.add_to(*command);
    command->add_flag("--non-negative", options->non_negative, "Nothing below 0 can happen");
    keep_apart(*command);
    command->callback([&context, options, command] {
        context.run([&]() -> Result<void> {
            TRY(check_codes(*command));
            if (options->targets && options->publish)
                return publish_outlooks(context, *options);
            if (!options->outcome.empty())
                return show_outlook(context, *options);
            if (!options->target.empty() || options->targets)
                return show_targets(context, *options);
            if (!options->input.empty())
                return options->hierarchy.empty() ? run_batch(context, *options)
                                                  : run_hierarchy(context, *options);
            if (!options->series.empty() || options->published)
                return forecast_series(context, *options);
            return Error{ErrorCode::usage,
                         "expected a series, --input FILE, --outcome ID, --target ID, --targets or "
                         "--published, found none",
                         ""};
        });
    });
}

}  // namespace cli
