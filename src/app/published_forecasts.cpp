#include "app/published_forecasts.h"

#include "app/figure_view.h"
#include "app/rounded.h"
#include "app/target_status.h"
#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace app {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using base::Json;
using statistics::SeriesKey;

constexpr std::string_view mean_word = "mean";

// The quantiles at the ends of an interval: 80 % lie between 0.1 and 0.9.
std::string quantile_word(double share) {
    return fmt::format("{:g}", rounded(share, 6));
}
double lower_share(double level) {
    return (1 - level / 100) / 2;
}

/// What of a forecast a value is: "0.1" of figures in force, "first 0.1" of first ones, so that
/// forecasts of one day that are of different figures are different series.
struct Quantile {
    Release release = Release::in_force;
    std::string of;  ///< "mean" or a share
};

std::string text_of(const Quantile& quantile) {
    if (quantile.release == Release::in_force)
        return quantile.of;
    return fmt::format("{} {}", word(quantile.release), quantile.of);
}

Quantile read_quantile(const std::string& text) {
    const auto space = text.find(' ');
    const auto release = parse_release(std::string_view{text}.substr(0, space));
    if (space == std::string::npos || !release.ok())
        return {Release::in_force, text};
    return {*release, text.substr(space + 1)};
}

SeriesKey forecast_key(const SeriesKey& of, std::string quantile) {
    auto dimensions = of.dimensions();
    dimensions.push_back({std::string{statistics::forecast_dimension}, std::move(quantile)});
    // The dimensions of a key, and one that none of them is.
    return SeriesKey::create(std::string{forecast_dataflow}, std::move(dimensions)).value();
}

// The table of a forecast, as it is loaded.
class Table {
  public:
    Table(const SeriesForecast& made, std::string publisher) : made_(made) {
        const auto today = base::to_string(made.moment.today);
        fixed_ = fmt::format(
            ",F,{},{},{},{}\n", today,
            base::csv_field(fmt::format("Tameel forecast of {}, {}, of {}{}", today,
                                        forecast::word(made.method),
                                        made.release == Release::in_force
                                            ? ""
                                            : fmt::format("{} figures of ", word(made.release)),
                                        made.series.text())),
            base::csv_field(publisher), base::csv_field(models()));
        text_ = "series_key,period,value,status,published,source,publisher,attributed_to\n";
    }

    Result<void> add(const std::string& quantile, const std::vector<double>& values) {
        const auto key =
            base::csv_field(forecast_key(made_.series, text_of({made_.release, quantile})).text());
        auto period = made_.past.behind();
        for (const double value : values) {
            const auto printed = TRY(Decimal::from_double(value, made_.past.places()));
            text_ += fmt::format("{},{},{}{}", key, period.text(), printed.text(), fixed_);
            period = period.next();
        }
        return {};
    }
    std::string text() && { return std::move(text_); }

  private:
    std::string models() const {
        std::string all{forecast::word(made_.method)};
        for (std::size_t i = 0; i < made_.ahead->models.size(); ++i)
            (all += i == 0 ? " of " : ", ") += made_.ahead->models[i];
        return all;
    }

    const SeriesForecast& made_;
    std::string fixed_, text_;
};

Result<std::string> table_of(const SeriesForecast& made, std::string publisher) {
    Table table{made, std::move(publisher)};
    TRY(table.add(std::string{mean_word}, made.ahead->mean));
    for (const auto& interval : made.ahead->intervals) {
        TRY(table.add(quantile_word(lower_share(interval.level)), interval.lower));
        TRY(table.add(quantile_word(1 - lower_share(interval.level)), interval.upper));
    }
    return std::move(table).text();
}

/// What one entry published of one period, by quantile.
struct Published {
    base::Day day;
    std::map<std::string, Decimal> values;
};
using PublishedOf =
    std::map<std::tuple<std::vector<statistics::Dimension>, Release, std::int64_t, int>,
             std::pair<base::Period, Published>>;

Result<PublishedOf> gather(const Record& record, const Answerable& moment) {
    const auto recorded_max = static_cast<std::int64_t>(moment.known.seq) - 1;
    PublishedOf found;
    for (const auto& key : TRY(record.series_store().find(forecast_dataflow, {}, recorded_max))) {
        auto dimensions = key.dimensions();
        const auto at = std::ranges::find(dimensions, statistics::forecast_dimension,
                                          &statistics::Dimension::name);
        if (at == dimensions.end())
            continue;
        const auto [release, quantile] = read_quantile(at->value);
        dimensions.erase(at);
        const auto series = TRY(record.series_store().read(key, recorded_max));
        for (const auto& one : series.observations) {
            if (one.vintage.known_on > moment.known.as_of)
                continue;
            auto& [period, published] =
                found[{dimensions, release, one.recorded, one.time.period.index()}];
            period = one.time.period;
            published.day = one.vintage.known_on;
            published.values.emplace(quantile, one.value);
        }
    }
    return found;
}

std::vector<forecast::Interval> intervals_of(const std::map<std::string, Decimal>& values) {
    std::vector<forecast::Interval> made;
    for (const auto& [word, value] : values) {
        const auto share = Decimal::parse(word);
        if (!share.ok() || share->to_double() >= 0.5)
            continue;
        const double lower = share->to_double();
        const auto upper = values.find(quantile_word(1 - lower));
        if (upper != values.end())
            made.push_back({std::round((1 - 2 * lower) * 1e6) / 1e4,
                            {value.to_double()},
                            {upper->second.to_double()}});
    }
    std::ranges::sort(made, {}, &forecast::Interval::level);
    return made;
}

// What is known of the periods of one series.
class Actuals {
  public:
    static Result<Actuals> create(const Record& record, const Answerable& moment) {
        Actuals made{moment.known.as_of, TRY(record.sources(moment.known.seq))};
        const auto recorded_max = static_cast<std::int64_t>(moment.known.seq) - 1;
        for (auto& key : TRY(record.series_store().keys(recorded_max)))
            if (key.dataflow() != forecast_dataflow)
                made.keys_.emplace(key.dimensions(), key);
        return made;
    }

    /// The series that has these dimensions; those of the forecast where it is no longer held.
    Result<SeriesKey> use(const Record& record, const Answerable& moment,
                          const std::vector<statistics::Dimension>& dimensions) {
        const auto known = keys_.find(dimensions);
        if (known == keys_.end()) {
            series_ = {};
            return SeriesKey::create(std::string{forecast_dataflow}, dimensions);
        }
        if (series_.key != known->second)
            series_ = TRY(record.series_store().read(
                known->second, static_cast<std::int64_t>(moment.known.seq) - 1));
        return known->second;
    }

    std::optional<Decimal> of(const base::Period& period, Release release) const {
        return (release == Release::first ? first_as_of : whole_as_of)(series_, period, day_,
                                                                       sources_)
            .value;
    }

  private:
    Actuals(base::Day day, statistics::SourceTable sources)
        : day_(day), sources_(std::move(sources)) {}

    base::Day day_;
    statistics::SourceTable sources_;
    std::map<std::vector<statistics::Dimension>, SeriesKey> keys_;
    statistics::Series series_;
};

double pinball(double value, double quantile, double share) {
    const double miss = value - quantile;
    return miss >= 0 ? share * miss : (share - 1) * miss;
}

Json json_of(const PublishedForecast& one) {
    return Json::object({{"entry", one.entry},
                         {"published", base::to_string(one.published)},
                         {"time", one.period.text()},
                         {"mean", one.mean.to_double()},
                         {"intervals", Json::array_of(one.intervals,
                                                      [](const forecast::Interval& interval) {
                                                          return Json::object(
                                                              {{"level", interval.level},
                                                               {"lower", interval.lower.front()},
                                                               {"upper", interval.upper.front()}});
                                                      })},
                         {"came", one.came ? Json{one.came->text()} : Json{}}});
}

}  // namespace

PublishRequest read_publication(const Json& body) {
    PublishRequest request;
    base::FieldReader fields(body, "body");
    auto& question = request.question;
    question.series = words_of(fields.string("series"));
    if (const auto horizon = fields.optional_integer("horizon"))
        question.horizon =
            static_cast<int>(std::clamp<std::int64_t>(*horizon, 0, forecast::horizon_max + 1));
    if (const auto method = fields.optional_string("method"))
        question.method = or_note(parse_forecast_method(*method), request.faults);
    if (const auto release = fields.optional_string("release"))
        question.release = or_note(parse_release(*release), request.faults);
    if (const auto levels = fields.optional_string("levels"))
        question.levels = or_note(parse_levels(*levels), request.faults);
    if (const auto days = fields.optional_string("calendar"))
        question.days = or_note(parse_day_calendar(*days), request.faults);
    if (const auto every = fields.optional_string("every"))
        question.every = or_note(parse_every(*every), request.faults);
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Receipt> publish_forecast(Record& record, const trust::Principal& principal,
                                          const PublishRequest& request) {
    TRY(trust::require(principal, trust::Action::load));
    TRY(settle(request, {}));
    const auto made = TRY(series_forecast(record, request.question));
    if (made.moment.known.as_of != made.moment.today)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected today, {}, for what is published now, found {}",
                                 base::to_string(made.moment.today),
                                 base::to_string(made.moment.known.as_of)),
                     "as_of"};
    if (!made.ahead)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("nothing can be said yet: {}", made.reason), "series"};
    const auto& plan = *made.moment.plan->working;
    LoadRequest load;
    static_cast<Envelope&>(load) = request;
    load.dataflow = forecast_dataflow;
    load.fiscal_year = plan.fiscal_year;
    // The entry has the file's name.
    load.file = fmt::format(
        "forecast-{}{}.csv",
        made.release == Release::in_force ? "" : fmt::format("of-{}-figures-", word(made.release)),
        base::to_string(made.moment.today));
    load.bytes =
        TRY(table_of(made, plan.statistics ? plan.statistics->agency.naming.name : plan.title));
    return TRY(load_dataset(record, principal, load)).receipt;
}

Result<ForecastRecord> published_forecasts(const Record& record, const Question& question) {
    ForecastRecord made{TRY(record.answerable(question)), {}};
    auto actuals = TRY(Actuals::create(record, made.moment));
    for (auto& [key, found] : TRY(gather(record, made.moment))) {
        const auto& [dimensions, release, entry, index] = key;
        auto& [period, published] = found;
        const auto mean = published.values.find(std::string{mean_word});
        if (mean == published.values.end())
            continue;
        const auto series = TRY(actuals.use(record, made.moment, dimensions));
        made.forecasts.push_back({series, release, entry, published.day, period, mean->second,
                                  intervals_of(published.values), actuals.of(period, release)});
    }
    return made;
}

std::vector<std::span<const PublishedForecast>> by_series(const ForecastRecord& made) {
    std::vector<std::span<const PublishedForecast>> all;
    const std::span<const PublishedForecast> forecasts{made.forecasts};
    for (std::size_t begin = 0, end = 0; begin < forecasts.size(); begin = end) {
        while (end < forecasts.size() && forecasts[end].series == forecasts[begin].series &&
               forecasts[end].release == forecasts[begin].release)
            ++end;
        all.push_back(forecasts.subspan(begin, end - begin));
    }
    return all;
}

std::vector<ForecastScore> scores_of(std::span<const PublishedForecast> forecasts) {
    std::map<std::pair<base::Frequency, double>, ForecastScore> scores;
    for (const auto& one : forecasts) {
        if (!one.came)
            continue;
        const double value = one.came->to_double();
        for (const auto& interval : one.intervals) {
            auto& score = scores[{one.period.frequency(), interval.level}];
            const double share = lower_share(interval.level);
            const double low = interval.lower.front(), high = interval.upper.front();
            score.every = one.period.frequency();
            score.level = interval.level;
            score.came += 1;
            score.inside += low <= value && value <= high ? 1 : 0;
            score.pinball += (pinball(value, low, share) + pinball(value, high, 1 - share)) / 2;
        }
    }
    std::vector<ForecastScore> made;
    for (auto& [key, score] : scores) {
        score.pinball /= static_cast<double>(score.came);
        made.push_back(score);
    }
    return made;
}

Json to_json(const ForecastRecord& made) {
    Json all = Json::array();
    for (const auto of_one : by_series(made))
        all.push(Json::object(
            {{"series", of_one.front().series.text()},
             {"release", word(of_one.front().release)},
             {"unit", unit_of(of_one.front().series)},
             {"scores", Json::array_of(scores_of(of_one),
                                       [](const ForecastScore& score) {
                                           return Json::object(
                                               {{"every", base::name(score.every)},
                                                {"level", score.level},
                                                {"came", static_cast<std::int64_t>(score.came)},
                                                {"inside", static_cast<std::int64_t>(score.inside)},
                                                {"pinball", score.pinball}});
                                       })},
             {"forecasts", Json::array_of(of_one, json_of)}}));
    Json json = Json::object();
    put_heading(json, made.moment);
    json.set("series", std::move(all));
    return json;
}

}  // namespace app
