#include "app/adjust_batch.h"

#include "base/csv.h"
#include "forecast/forecast.h"

#include <fmt/format.h>

namespace app {
namespace {

using adjustment::Adjustment;
using base::Error;
using base::ErrorCode;

/// What is written of one series.
struct Outcome {
    std::string components, report, vintages;
    bool is_adjusted = false;
};

std::string components_of(const TableSeries& series, const Adjustment& made) {
    std::string rows;
    const auto id = base::csv_field(series.id);
    for (std::size_t t = 0; t < made.adjusted.size(); ++t)
        rows += fmt::format("{},{},{},{},{},{}\n", id, series.first + static_cast<std::int64_t>(t),
                            made.seasonal[t], made.adjusted[t], made.trend[t], made.irregular[t]);
    return rows;
}

/// "AO41 LS80", by the t of the table.
std::string outliers_of(const TableSeries& series, const Adjustment& made) {
    std::string words;
    if (!made.model)
        return words;
    for (const auto& outlier : made.model->outliers)
        words += fmt::format("{}{}{}", words.empty() ? "" : " ", adjustment::word(outlier.kind),
                             series.first + static_cast<std::int64_t>(outlier.at));
    return words;
}

constexpr std::string_view report_header =
    "series_id,adjusted,seasonality,mode,model,seasonal_filter,trend_terms,outliers,influences,m7,"
    "q,q2,"
    "left_in_adjusted,left_in_irregular,reason";

std::string report_of(const TableSeries& series, const adjustment::AdjustOptions& options,
                      const Adjustment& made) {
    auto row = fmt::format("{},{}", base::csv_field(series.id), made.is_adjusted ? "yes" : "no");
    // Without tables nothing was tested.
    if (made.tables.b1.empty())
        return row + ",,,,,,,,,,,,," + base::csv_field(made.reason);
    return row +
           fmt::format(",{},{},{},{},{},{},{},{:.3f},{:.2f},{:.2f},{:.4f},{:.4f},{}",
                       adjustment::word(made.seasonality.verdict), adjustment::word(made.mode),
                       made.model ? adjustment::name_of(made.model->order) : "",
                       adjustment::word(made.tables.seasonal), made.tables.trend_terms,
                       outliers_of(series, made),
                       base::csv_field(text_of(found_influences(options, made))), made.quality.m[6],
                       made.quality.q, made.quality.q2, made.left_in_adjusted.p,
                       made.left_in_irregular.p, base::csv_field(made.reason));
}

std::string vintages_of(const TableSeries& series, const adjustment::RevisionHistory& history) {
    std::string rows;
    const auto id = base::csv_field(series.id);
    for (const auto& vintage : history.vintages)
        for (std::size_t t = 0; t < vintage.adjusted.size(); ++t)
            rows += fmt::format("{},{},{},{}\n", id,
                                series.first + static_cast<std::int64_t>(vintage.known) - 1,
                                series.first + static_cast<std::int64_t>(t), vintage.adjusted[t]);
    return rows;
}

std::string per_cent(const std::optional<double>& value) {
    return value ? fmt::format("{:.3f}", *value) : std::string{};
}

Result<Outcome> adjust_one(const TableSeries& series, const AdjustBatch& batch, bool has_vintages) {
    adjustment::AdjustOptions options;
    options.frequency = batch.frequency;
    const auto year = static_cast<std::int64_t>(batch.frequency);
    options.start = static_cast<int>(((series.first - 1) % year + year) % year);
    options.mode = batch.mode;
    options.model = batch.model;
    options.finds_outliers = batch.finds_outliers;
    options.influences =
        TRY(influences_of_adjustment(series.values, series.first, batch.influences, options));
    const auto made = TRY(adjustment::adjust(series.values, options));
    Outcome outcome;
    outcome.is_adjusted = made.is_adjusted;
    outcome.report = report_of(series, options, made);
    if (made.is_adjusted)
        outcome.components = components_of(series, made);
    if (batch.revisions && !made.is_adjusted)
        outcome.report += ",,";
    if (batch.revisions && made.is_adjusted) {
        const auto history =
            TRY(adjustment::revision_history(series.values, options, *batch.revisions));
        outcome.report +=
            fmt::format(",{},{}", per_cent(history.after_one), per_cent(history.after_year));
        if (has_vintages)
            outcome.vintages = vintages_of(series, history);
    }
    outcome.report += '\n';
    return outcome;
}

}  // namespace

Result<AdjustReport> adjust_batch(const base::Input& input, const AdjustBatch& batch,
                                  const AdjustTables& tables) {
    if (batch.frequency < 1 || batch.frequency > forecast::frequency_most)
        return Error{ErrorCode::invalid_forecast,
                     fmt::format("expected a frequency of 1 to {}, found {}",
                                 forecast::frequency_most, batch.frequency),
                     ""};
    TRY(batch.influences.check(batch.frequency));
    std::vector<Outcome> outcomes(series_at_once);
    std::size_t unadjusted = 0;
    const bool has_vintages = static_cast<bool>(tables.vintages);
    SeriesWork work;
    work.begin = [&]() -> Result<void> {
        TRY(tables.components("series_id,t,seasonal,adjusted,trend,irregular\n"));
        if (has_vintages)
            TRY(tables.vintages("series_id,known_to,t,adjusted\n"));
        return tables.report(
            fmt::format("{}{}\n", report_header,
                        batch.revisions ? ",revised_after_one,revised_after_year" : ""));
    };
    work.compute = [&](const TableSeries& series, std::size_t slot) -> std::optional<Error> {
        auto made = adjust_one(series, batch, has_vintages);
        if (!made.ok())
            return std::move(made).error();
        outcomes[slot] = std::move(*made);
        return std::nullopt;
    };
    work.write = [&](const TableSeries&, std::size_t slot) -> Result<void> {
        const auto& outcome = outcomes[slot];
        unadjusted += outcome.is_adjusted ? 0 : 1;
        TRY(tables.components(outcome.components));
        if (has_vintages)
            TRY(tables.vintages(outcome.vintages));
        return tables.report(outcome.report);
    };
    AdjustReport report;
    static_cast<SeriesBatchReport&>(report) = TRY(run_series_batch(input, batch, work));
    report.unadjusted = unadjusted;
    return report;
}

}  // namespace app
