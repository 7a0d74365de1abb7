#include "app/figure_view.h"

#include "app/target_status.h"
#include "base/text.h"
#include "plan/json.h"
#include "statistics/find_series.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ranges>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using statistics::Series;

constexpr int months_most = 1200;

Result<base::Period> period_of(const std::string& text, const char* name, base::YearStart fiscal) {
    if (text.empty())
        return Error{ErrorCode::invalid_argument, "expected a period, found none", name};
    auto period = base::Period::parse(text, fiscal);
    if (!period.ok())
        return Error{period.error().code, period.error().message, name};
    return period;
}

SeriesWords words_of(const plan::SeriesWords& declared) {
    SeriesWords words;
    for (const auto& [name, value] : declared)
        words.push_back(fmt::format("{}={}", name, value));
    return words;
}

// The question that a declaration stands for.
Result<FigureQuestion> written_out(const FigureQuestion& question, const plan::Plan& plan) {
    if (question.declared.empty())
        return question;
    std::vector<std::string> ids;
    const auto* found =
        plan.statistics ? plan.statistics->find_derived(question.declared) : nullptr;
    if (plan.statistics)
        for (const auto& figure : plan.statistics->derived)
            ids.push_back(figure.id);
    if (found == nullptr)
        return Error{ErrorCode::not_found,
                     fmt::format("statistics.yaml declares no figure \"{}\"{}", question.declared,
                                 base::did_you_mean(question.declared, ids)),
                     "declared"};
    if (!question.series.empty() || !question.of.empty() || !question.parts.empty() ||
        !question.since.empty() || !question.by.empty() || question.every ||
        question.what != FigureOf::value)
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("{} is declared whole; beside it stands the period alone", found->id),
            "declared"};
    FigureQuestion written = question;
    written.series = words_of(found->series);
    written.what = found->what;
    written.since = found->since;
    written.of = words_of(found->of);
    for (const auto& part : found->parts)
        written.parts.push_back(words_of(part));
    written.months = found->months;
    written.by = found->by;
    written.every = found->every;
    return written;
}

Result<void> check(const FigureQuestion& question) {
    const auto refuse = [](std::string message, const char* where) {
        return Error{ErrorCode::invalid_argument, std::move(message), where};
    };
    const auto name = statistics::word(question.what);
    if (question.series.empty())
        return refuse("expected DIMENSION=VALUE, found nothing", "series");
    if (takes_total(question.what) && question.of.empty())
        return refuse("expected the words of a second series, found none", "of");
    if (!takes_total(question.what) && !question.of.empty())
        return refuse(fmt::format("{} takes no second series", name), "of");
    if (!takes_since(question.what) && !question.since.empty())
        return refuse(fmt::format("{} takes no period where it begins", name), "since");
    if (takes_by(question.what) && question.by.empty())
        return refuse("expected the dimension in which the series differ, found none", "by");
    if (!takes_by(question.what) && !question.by.empty())
        return refuse(fmt::format("{} is of one series", name), "by");
    if (takes_parts(question.what) == question.parts.empty())
        return refuse(question.parts.empty()
                          ? std::string{"expected the words of the parts, found none"}
                          : fmt::format("{} takes no parts", name),
                      "parts");
    if (question.months < 1 || question.months > months_most)
        return refuse(fmt::format("expected 1 to {}, found {}", months_most, question.months),
                      "months");
    return {};
}

// Whether the figure of a period has what it is computed from; a sum of months names those that it
// lacks.
bool is_told(const Series& series, FigureOf what, const base::Period& period,
             base::YearStart fiscal, base::Day day, const statistics::SourceTable& sources) {
    if (what == FigureOf::rolling_sum)
        return true;
    if (what == FigureOf::monthly_flow)
        return statistics::monthly_flow(series, period, day, sources).complete;
    if (what == FigureOf::fiscal_year_to_date)
        return statistics::year_to_date(series, period, fiscal, day, sources).complete;
    return period.frequency() == base::Frequency::month
               ? statistics::month_as_of(series, period, day, sources).complete
               : statistics::value_as_of(series, period, day, sources).complete;
}

// How far back a period is looked for that tells more than the latest.
int periods_back(base::Frequency frequency) {
    return frequency == base::Frequency::month ? 12 : 5;
}

// The latest period that is published as a whole, else the latest with any figure. Empty where
// there is nothing.
std::string latest_period(const Series& series, const FigureQuestion& question,
                          base::YearStart fiscal, base::Day day,
                          const statistics::SourceTable& sources) {
    const auto frequency = question.every.value_or(statistics::usual_frequency(question.what));
    const auto latest = statistics::latest_period(series, frequency, fiscal, day);
    if (!latest)
        return {};
    for (int back = 0; back < periods_back(frequency); ++back) {
        const auto period = latest->plus(-back);
        if (is_told(series, question.what, period, fiscal, day, sources))
            return period.text();
    }
    return latest->text();
}

// 2023-07/2024-03 are days that no period has.
Result<statistics::TimePeriod> time_of(const std::string& text, base::YearStart fiscal) {
    if (text.find('/') == text.npos)
        return statistics::TimePeriod{TRY(period_of(text, "period", fiscal)),
                                      statistics::Span::period, fiscal};
    auto time = statistics::TimePeriod::parse(text, fiscal);
    if (!time.ok())
        return Error{time.error().code, time.error().message, "period"};
    return time;
}

using Found = decltype(FigureAnswer::found);

Result<std::vector<const Series*>> parts_of(const NamedSeries& named, const Series& total,
                                            const FigureQuestion& question) {
    std::vector<const Series*> found;
    for (const auto& words : question.parts)
        found.push_back(TRY(named.find(words, &total, "parts")));
    return found;
}

/// Computes what is asked of a series.
struct Figure {
    const NamedSeries& named;
    const Series& series;
    const FigureQuestion& question;
    base::Period period;
    base::YearStart fiscal;
    base::Day day;
    const statistics::SourceTable& sources;

    Result<Found> compute() const {
        switch (question.what) {
            case FigureOf::value:
                return Found{period.frequency() == base::Frequency::month
                                 ? statistics::month_as_of(series, period, day, sources)
                                 : statistics::value_as_of(series, period, day, sources)};
            case FigureOf::growth_on_period:
                return Found{statistics::growth_on_period(series, period, day, sources)};
            case FigureOf::growth_on_year:
                return Found{statistics::growth_as_of(series, period, day, sources)};
            case FigureOf::average_growth:
                return Found{
                    statistics::average_growth(series, TRY(since()), period, day, sources)};
            case FigureOf::rolling_sum:
                return Found{
                    statistics::rolling_sum(series, period, question.months, day, sources)};
            case FigureOf::share:
                return Found{statistics::share_of(series, *TRY(other()), period, day, sources)};
            case FigureOf::contribution:
                return Found{
                    statistics::contribution_of(series, *TRY(other()), period, day, sources)};
            case FigureOf::contributions:
                return Found{statistics::contributions_to_growth(TRY(parts()), series, period, day,
                                                                 sources)};
            case FigureOf::index:
                return Found{statistics::index_number(series, period, TRY(since()), day, sources)};
            case FigureOf::per_unit:
                return Found{statistics::per_unit(series, *TRY(other()), period, day, sources)};
            case FigureOf::per_head:
                return Found{statistics::per_head(series, *TRY(other()), period, day, sources)};
            case FigureOf::monthly_flow:
                return Found{statistics::monthly_flow(series, period, day, sources)};
            case FigureOf::fiscal_year_to_date:
                return Found{statistics::year_to_date(series, period, fiscal, day, sources)};
            case FigureOf::concentration:
            case FigureOf::balance:
                break;
            case FigureOf::revisions:
                return Found{statistics::revisions_of(series, period.frequency(),
                                                      statistics::Span::period, day)};
        }
        return Error{ErrorCode::invalid_argument, "no such figure", "as"};
    }

  private:
    Result<base::Period> since() const { return period_of(question.since, "since", fiscal); }

    // Most often the dimension that differs is the one that was named.
    Result<const Series*> other() const {
        const auto* like = statistics::divides(question.what) ? nullptr : &series;
        return named.find(question.of, like, "of");
    }

    Result<std::vector<const Series*>> parts() const { return parts_of(named, series, question); }
};

// What the series of a concentration have in common.
Result<statistics::SeriesKey> common_key(const Series& one, const std::string& by) {
    auto dimensions = one.key.dimensions();
    std::erase_if(dimensions, [&](const statistics::Dimension& each) { return each.name == by; });
    return statistics::SeriesKey::create(one.key.dataflow(), std::move(dimensions));
}

Result<void> concentrate(const NamedSeries& named, const FigureQuestion& question,
                         base::YearStart fiscal, const statistics::SourceTable& sources,
                         FigureAnswer& answer) {
    const auto all = TRY(named.find_by(question.series, question.by));
    answer.series = TRY(common_key(all.front(), question.by));
    answer.by = question.by;
    std::optional<base::Period> period;
    if (!question.period.empty())
        period = TRY(period_of(question.period, "period", fiscal));
    answer.found = statistics::concentration_as_of(all, question.by, period,
                                                   answer.moment.known.as_of, sources);
    return {};
}

// Where no period is named, the latest of which a release has the total and every part.
Result<statistics::Balance> balance(const NamedSeries& named, const Series& total,
                                    const FigureQuestion& question, base::YearStart fiscal,
                                    base::Day day, const statistics::SourceTable& sources) {
    const auto parts = TRY(parts_of(named, total, question));
    if (!question.period.empty())
        return statistics::balance_of(parts, total, TRY(time_of(question.period, fiscal)), day,
                                      sources);
    const auto text = latest_period(total, question, fiscal, day, sources);
    const auto latest = TRY(period_of(text, "period", fiscal));
    const auto of = [&](const base::Period& period) {
        return statistics::balance_of(parts, total, {period, statistics::Span::period, fiscal}, day,
                                      sources);
    };
    const auto newest = of(latest);
    for (int back = 0; back < periods_back(latest.frequency()); ++back)
        if (auto found = of(latest.plus(-back)); found.difference)
            return found;
    return newest;
}

}  // namespace

Result<FigureOf> parse_figure_of(std::string_view text) {
    if (const auto what = statistics::parse_figure_of(text))
        return *what;
    const auto known = statistics::figure_words();
    return Error{ErrorCode::invalid_argument,
                 fmt::format("expected one of {}, found \"{}\"{}", fmt::join(known, ", "), text,
                             base::did_you_mean(text, known)),
                 "as"};
}

Result<base::Frequency> parse_every(std::string_view text) {
    auto every = plan::parse_every(text);
    if (!every.ok())
        return Error{ErrorCode::invalid_argument, every.error().message, "every"};
    return every;
}

Result<FigureAnswer> figure_view(const Record& record, const FigureQuestion& asked) {
    FigureAnswer answer{.moment = TRY(record.answerable(asked)),
                        .declared = asked.declared,
                        .name = {},
                        .name_ur = {},
                        .series = {},
                        .by = {},
                        .what = {},
                        .found = {},
                        .held = {}};
    const auto& plan = *answer.moment.plan->working;
    const auto question = TRY(written_out(asked, plan));
    TRY(check(question));
    const auto& known = answer.moment.known;
    answer.what = question.what;
    if (!asked.declared.empty()) {
        const auto& naming = plan.statistics->find_derived(asked.declared)->naming;
        answer.name = naming.name;
        answer.name_ur = naming.name_ur;
    }
    const auto sources = TRY(record.sources(known.seq));
    const auto named = TRY(NamedSeries::create(record, known));
    answer.held = named.held();
    if (question.what == FigureOf::concentration) {
        TRY(concentrate(named, question, plan.fiscal_year, sources, answer));
        return answer;
    }
    const Series& series = *TRY(named.find(question.series, nullptr, "series"));
    answer.series = series.key;
    if (question.what == FigureOf::balance) {
        answer.found =
            TRY(balance(named, series, question, plan.fiscal_year, known.as_of, sources));
        return answer;
    }
    const auto text = question.period.empty()
                          ? latest_period(series, question, plan.fiscal_year, known.as_of, sources)
                          : question.period;
    const auto period = TRY(period_of(text, "period", plan.fiscal_year));
    const Figure figure{named, series, question, period, plan.fiscal_year, known.as_of, sources};
    answer.found = TRY(figure.compute());
    return answer;
}

Json to_json(const FigureAnswer& answer) {
    Json json = Json::object();
    put_heading(json, answer.moment);
    json.set("declared", answer.declared.empty() ? Json{} : Json{answer.declared});
    json.set("name", answer.name.empty() ? Json{} : Json{answer.name});
    json.set("name_ur", answer.name_ur.empty() ? Json{} : Json{answer.name_ur});
    json.set("series", answer.series.text());
    if (!answer.by.empty())
        json.set("by", answer.by);
    json.set("figure", statistics::word(answer.what));
    if (const auto* one = std::get_if<statistics::Answer>(&answer.found))
        json.set("answer", one->json());
    else if (const auto* parts = std::get_if<statistics::Contributions>(&answer.found))
        json.set("contributions", parts->json());
    else if (const auto* markets = std::get_if<statistics::Concentration>(&answer.found))
        json.set("concentration", markets->json());
    else if (const auto* balance = std::get_if<statistics::Balance>(&answer.found))
        json.set("balance", balance->json());
    else
        json.set("revisions", std::get<statistics::Revisions>(answer.found).json());
    return json;
}

Result<Json> declared_figures(const Record& record, const Question& question) {
    const auto moment = TRY(record.answerable(question));
    const auto& statistics = moment.plan->working->statistics;
    Json json = Json::object();
    put_heading(json, moment);
    json.set("figures", statistics ? Json::array_of(statistics->derived,
                                                    [](const plan::DerivedFigure& figure) {
                                                        return plan::to_json(figure);
                                                    })
                                   : Json::array());
    return json;
}

}  // namespace app
