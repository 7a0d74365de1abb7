#include "server/routes.h"

#include "app/add_task.h"
#include "app/adopt_plan.h"
#include "app/amend_plan.h"
#include "app/calendar_view.h"
#include "app/change_programme.h"
#include "app/confirm_activity.h"
#include "app/convene.h"
#include "app/council_view.h"
#include "app/decide.h"
#include "app/diagnosis_view.h"
#include "app/figure_view.h"
#include "app/fund_account.h"
#include "app/fund_budget.h"
#include "app/fund_level.h"
#include "app/fund_rate.h"
#include "app/fund_record.h"
#include "app/funding_view.h"
#include "app/issue_desk.h"
#include "app/issue_token.h"
#include "app/keep_seats.h"
#include "app/load_dataset.h"
#include "app/matter_view.h"
#include "app/open_cohort.h"
#include "app/outlook.h"
#include "app/programme_view.h"
#include "app/propose_changes.h"
#include "app/publish_outlooks.h"
#include "app/published_forecasts.h"
#include "app/published_outlooks.h"
#include "app/quality_view.h"
#include "app/replaced.h"
#include "app/report_programme.h"
#include "app/report_progress.h"
#include "app/report_task.h"
#include "app/review_report.h"
#include "app/series_adjustment.h"
#include "app/target_outlook.h"
#include "app/target_status.h"
#include "app/views.h"
#include "base/text.h"
#include "server/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace server {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::Result;

constexpr std::size_t evidence_body_max = std::size_t{26} << 20;
constexpr std::size_t dataset_body_max = std::size_t{64} << 20;

Response answer(Result<Json> result) {
    return result.ok() ? Response::json(result.value()) : Response::problem(result.error());
}

// With what the entry took the place of.
Response receipt(const app::Record& record, const Result<journal::Receipt>& result) {
    if (!result.ok())
        return Response::problem(result.error());
    auto told = app::receipt_json(record, result.value());
    return Response::created(
        fmt::format("/api/v1/journal/{}", result.value().seq),
        told.ok() ? std::move(told).value() : app::receipt_json(result.value()));
}

Result<app::Question> question_of(const Product& product, const Request& request) {
    return app::parse_question(product.record(), request.query_value("as_of").value_or(""),
                               request.query_value("recorded_by").value_or(""));
}

// What depends on the record and the day only is rendered once for each state of the journal.
template <typename Make>
Response cached(Product& product, const Request& request, Make make) {
    const auto fresh = product.freshen();
    if (!fresh.ok())
        return Response::problem(fresh.error());
    const std::uint64_t head = product.record().state().size();
    const std::string key = fmt::format("{}?{} {}", request.path, request.query,
                                        base::to_string(product.record().today()));
    if (auto content = product.cache().find(key, head))
        return Response::shared(std::move(content), "application/json");
    Result<Json> json = make();
    if (!json.ok())
        return Response::problem(json.error());
    return Response::shared(product.cache().get(key, head, [&] { return json.value().text(); }),
                            "application/json");
}

Result<trust::Principal> principal_of(Product& product, const Request& request) {
    const auto token = request.bearer_token();
    if (!token)
        return Error{ErrorCode::token_required, "writing needs a bearer token, found none",
                     "Authorization"};
    // The command line issues and revokes tokens beside this server.
    TRY(product.freshen());
    return app::authenticate(product.record(), token->reveal_secret());
}

// For actions that are no more than the entry that they draft.
template <typename Request>
auto drafted(Result<journal::Draft> (*draft)(const app::Record&, const app::Answerable&,
                                             const trust::Principal&, const Request&)) {
    return [draft](app::Record& record, const trust::Principal& principal, const Request& request) {
        return app::carry_out(record, principal, request, draft);
    };
}

template <typename Read, typename Act>
Handler writing(Product& product, Read read, Act act) {
    return [&product, read, act](const Request& request) {
        const auto principal = principal_of(product, request);
        if (!principal.ok())
            return Response::problem(principal.error());
        const auto body = request.json();
        if (!body.ok())
            return Response::problem(body.error());
        return receipt(product.record(),
                       act(product.record(), principal.value(), read(body.value())));
    };
}

Result<std::optional<std::uint64_t>> number_of(const Request& request, std::string_view name) {
    const auto text = request.query_value(name);
    if (!text)
        return std::optional<std::uint64_t>{};
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (fault != std::errc{} || end != text->data() + text->size())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected a whole number, found \"{}\"", *text),
                     std::string{name}};
    return std::optional{number};
}

Response journal_page(Product& product, const Request& request) {
    const auto fresh = product.freshen();
    if (!fresh.ok())
        return Response::problem(fresh.error());
    const auto before = number_of(request, "before");
    const auto limit = number_of(request, "limit");
    if (!before.ok())
        return Response::problem(before.error());
    if (!limit.ok())
        return Response::problem(limit.error());
    const std::uint64_t count = limit.value().value_or(50);
    if (count < 1 || count > 200)
        return Response::problem(Error{ErrorCode::invalid_argument,
                                       fmt::format("expected 1 to 200, found {}", count), "limit"});
    return answer(app::journal_page(product.record(), before.value(), count));
}

Response journal_entry(Product& product, const Request& request) {
    const auto text = request.path_value("seq");
    std::uint64_t seq = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seq);
    if (fault != std::errc{} || end != text.data() + text.size())
        return Response::problem(Error{ErrorCode::invalid_argument,
                                       fmt::format("expected a whole number, found \"{}\"", text),
                                       "seq"});
    const auto fresh = product.freshen();
    if (!fresh.ok())
        return Response::problem(fresh.error());
    return answer(app::journal_entry(product.record(), seq));
}

Response checkpoint(Product& product) {
    auto note = product.record().log().checkpoint();
    return note.ok() ? Response::text(200, std::move(note).value())
                     : Response::problem(note.error());
}

Response calendar(Product& product, const Request& request) {
    const auto fresh = product.freshen();
    if (!fresh.ok())
        return Response::problem(fresh.error());
    const auto asked = question_of(product, request);
    if (!asked.ok())
        return Response::problem(asked.error());
    auto text = app::calendar_view(product.record(), asked.value());
    if (!text.ok())
        return Response::problem(text.error());
    Response response = Response::text(200, std::move(text).value());
    response.content_type = "text/calendar; charset=utf-8";
    return response;
}

Response keep_evidence(Product& product, const Request& request) {
    const auto principal = principal_of(product, request);
    if (!principal.ok())
        return Response::problem(principal.error());
    const auto hash = app::keep_evidence(product.record(), principal.value(), request.body);
    if (!hash.ok())
        return Response::problem(hash.error());
    return Response::json(Json::object({{"sha256", hash.value()}}), 201);
}

Response load(Product& product, const Request& request) {
    const auto principal = principal_of(product, request);
    if (!principal.ok())
        return Response::problem(principal.error());
    const auto moment = product.record().now();
    if (!moment.ok())
        return Response::problem(moment.error());
    app::LoadRequest load;
    load.file = request.query_value("file").value_or("body.csv");
    load.bytes = request.body;
    load.fiscal_year = moment.value().plan->working->fiscal_year;
    const auto loaded = app::load_dataset(product.record(), principal.value(), load);
    if (!loaded.ok())
        return Response::problem(loaded.error());
    auto told = app::receipt_json(loaded.value().receipt);
    told.set("load", app::load_json(loaded.value()));
    return Response::created(fmt::format("/api/v1/journal/{}", loaded.value().receipt.seq),
                             std::move(told));
}

Result<Json> quality(const app::Record& record, const Request& request) {
    const auto word = [&](std::string_view name) { return request.query_value(name).value_or(""); };
    const auto as_of = word("as_of"), recorded_by = word("recorded_by");
    const auto kind = word("kind"), notes = word("notes");
    auto question = TRY(app::parse_quality_question(record, {as_of, recorded_by, kind, notes}));
    question.figures_max = app::reviewed_at_request_max;
    return app::to_json(TRY(app::quality_view(record, question)));
}

const std::vector<std::string> question{"as_of", "recorded_by"};

// Adds routes that answer a question of the record.
auto reading(Router& router, Product& product, Work work = Work::quick) {
    return [&router, &product, work](std::string pattern, std::vector<std::string> parameters,
                                     auto make) {
        Route route;
        route.pattern = std::move(pattern);
        route.parameters = std::move(parameters);
        route.version = [&product] { return product.version(); };
        route.work = work;
        route.handler = [&product, make](const Request& request) {
            return cached(product, request, [&]() -> Result<Json> {
                return make(product.record(), TRY(question_of(product, request)), request);
            });
        };
        router.add(std::move(route));
    };
}

void add_reading(Router& router, Product& product) {
    const auto add = reading(router, product);
    add("/api/v1/targets", question,
        [](app::Record& record, const app::Question& asked, const Request&) -> Result<Json> {
            return app::to_json(TRY(app::scoreboard(record, asked)));
        });
    add("/api/v1/targets/{id}", question,
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::target_story(record, asked, request.path_value("id"));
        });
    add("/api/v1/plan", question,
        [](app::Record& record, const app::Question& asked, const Request&) {
            return app::plan_view(record, asked);
        });
    add("/api/v1/diagnosis", question,
        [](app::Record& record, const app::Question& asked, const Request&) {
            return app::diagnosis_view(record, asked);
        });
    add("/api/v1/indicators/{code}", question,
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::indicator_view(record, asked, request.path_value("code"));
        });
    add("/api/v1/quality", {"as_of", "recorded_by", "kind", "notes"},
        [](app::Record& record, const app::Question&, const Request& request) {
            return quality(record, request);
        });
    add("/api/v1/funding", question,
        [](app::Record& record, const app::Question& asked, const Request&) -> Result<Json> {
            return app::to_json(TRY(app::funding_view(record, asked)));
        });
    add("/api/v1/programmes", question,
        [](app::Record& record, const app::Question& asked, const Request&) {
            return app::programme_list(record, asked);
        });
    add("/api/v1/programmes/{code}", question,
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::programme_view(record, asked, request.path_value("code"));
        });
}

void add_council_reading(Router& router, Product& product) {
    const auto add = reading(router, product);
    add("/api/v1/council", question,
        [](app::Record& record, const app::Question& asked, const Request&) {
            return app::council_view(record, asked);
        });
    add("/api/v1/council/agenda", {"as_of", "recorded_by", "meeting"},
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::agenda_view(record, asked, request.query_value("meeting").value_or(""));
        });
    add("/api/v1/council/minutes/{meeting}", question,
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::minutes_view(record, asked, request.path_value("meeting"));
        });
    add("/api/v1/council/matter", {"as_of", "recorded_by", "code"},
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::matter_view(record, asked, request.query_value("code").value_or(""));
        });
    add("/api/v1/working-plan", {"as_of", "recorded_by", "activity"},
        [](app::Record& record, const app::Question& asked, const Request& request) {
            return app::working_plan_view(record, asked,
                                          request.query_value("activity").value_or(""));
        });
}

Result<Json> figure(app::Record& record, const app::Question& asked, const Request& request) {
    const auto text = [&](std::string_view name) {
        return std::string{request.query_value(name).value_or("")};
    };
    app::FigureQuestion figure;
    static_cast<app::Question&>(figure) = asked;
    figure.declared = text("declared");
    if (const auto series = request.query_value("series"))
        figure.series = app::words_of(*series);
    if (const auto what = request.query_value("figure"))
        figure.what = TRY(app::parse_figure_of(*what));
    figure.by = text("by");
    if (const auto every = request.query_value("every"))
        figure.every = TRY(app::parse_every(*every));
    figure.period = text("period");
    figure.since = text("since");
    if (const auto of = request.query_value("of"))
        figure.of = app::words_of(*of);
    if (const auto parts = request.query_value("parts"))
        for (const auto part : base::parts(*parts, '|'))
            figure.parts.push_back(app::words_of(part));
    if (const auto months = TRY(number_of(request, "months")))
        figure.months = static_cast<int>(std::min<std::uint64_t>(*months, 1'000'000));
    return app::to_json(TRY(app::figure_view(record, figure)));
}

Result<Json> forecast_of(app::Record& record, const app::Question& asked, const Request& request) {
    app::ForecastQuestion wanted;
    static_cast<app::Question&>(wanted) = asked;
    if (const auto series = request.query_value("series"))
        wanted.series = app::words_of(*series);
    if (const auto every = request.query_value("every"))
        wanted.every = TRY(app::parse_every(*every));
    if (const auto horizon = TRY(number_of(request, "horizon")))
        wanted.horizon = static_cast<int>(std::min<std::uint64_t>(*horizon, 1'000'000));
    if (const auto method = request.query_value("method"))
        wanted.method = TRY(app::parse_forecast_method(*method));
    if (const auto release = request.query_value("release"))
        wanted.release = TRY(app::parse_release(*release));
    if (const auto levels = request.query_value("levels"))
        wanted.levels = TRY(app::parse_levels(*levels));
    if (const auto days = request.query_value("calendar"))
        wanted.days = TRY(app::parse_day_calendar(*days));
    return app::to_json(TRY(app::series_forecast(record, wanted)));
}

Result<Json> adjustment_of(app::Record& record, const app::Question& asked,
                           const Request& request) {
    app::AdjustmentQuestion wanted;
    static_cast<app::Question&>(wanted) = asked;
    if (const auto series = request.query_value("series"))
        wanted.series = app::words_of(*series);
    if (const auto every = request.query_value("every"))
        wanted.every = TRY(app::parse_every(*every));
    if (const auto mode = request.query_value("mode"))
        wanted.mode = TRY(app::parse_adjustment_mode(*mode));
    if (const auto model = request.query_value("model"))
        wanted.model = TRY(app::parse_adjustment_model(*model));
    if (const auto days = request.query_value("calendar"))
        wanted.days = TRY(app::parse_day_calendar(*days));
    return app::to_json(TRY(app::series_adjustment(record, wanted)));
}

Result<bool> asks_for_history(const Request& request) {
    const auto history = request.query_value("history").value_or("false");
    if (history != "true" && history != "false")
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected true or false, found \"{}\"", history), "history"};
    return history == "true";
}

Result<Json> outlook_of(app::Record& record, const app::Question& asked, const Request& request) {
    const bool history = TRY(asks_for_history(request));
    return app::to_json(
        TRY(app::outcome_outlook(record, asked, request.path_value("id"), history)));
}

Result<Json> target_outlook_of(app::Record& record, const app::Question& asked,
                               const Request& request) {
    const bool history = TRY(asks_for_history(request));
    return app::to_json(TRY(app::target_outlook(record, asked, request.path_value("id"), history)));
}

void add_statistics_reading(Router& router, Product& product) {
    const auto add = reading(router, product);
    add("/api/v1/statistics/figure",
        {"as_of", "recorded_by", "declared", "series", "figure", "period", "since", "of", "parts",
         "by", "every", "months"},
        figure);
    add("/api/v1/statistics/figures", question,
        [](app::Record& record, const app::Question& asked, const Request&) {
            return app::declared_figures(record, asked);
        });
}

void add_forecast_reading(Router& router, Product& product) {
    const auto add = reading(router, product, Work::blocking);
    add("/api/v1/statistics/forecast",
        {"as_of", "recorded_by", "series", "every", "horizon", "method", "release", "levels",
         "calendar"},
        forecast_of);
    add("/api/v1/statistics/adjustment",
        {"as_of", "recorded_by", "series", "every", "mode", "model", "calendar"}, adjustment_of);
    add("/api/v1/statistics/forecasts", question,
        [](app::Record& record, const app::Question& asked, const Request&) -> Result<Json> {
            return app::to_json(TRY(app::published_forecasts(record, asked)));
        });
    add("/api/v1/outlooks", {"as_of", "recorded_by", "about"},
        [](app::Record& record, const app::Question& asked,
           const Request& request) -> Result<Json> {
            return app::to_json(TRY(
                app::published_outlooks(record, asked, request.query_value("about").value_or(""))));
        });
    add("/api/v1/outcomes/{id}/outlook", {"as_of", "recorded_by", "history"}, outlook_of);
    add("/api/v1/targets/{id}/outlook", {"as_of", "recorded_by", "history"}, target_outlook_of);
    add("/api/v1/outcomes/{id}/track-record", question,
        [](app::Record& record, const app::Question& asked,
           const Request& request) -> Result<Json> {
            return app::to_json(
                TRY(app::outlook_track_record(record, asked, request.path_value("id"))));
        });
}

// What is served as it is: pages of the journal, its head, the calendar.
void add_journal_reading(Router& router, Product& product) {
    const auto add = [&](std::string pattern, std::vector<std::string> parameters, Handler handler,
                         std::vector<std::string> produces = {"application/json"}) {
        Route route;
        route.pattern = std::move(pattern);
        route.parameters = std::move(parameters);
        route.handler = std::move(handler);
        route.produces = std::move(produces);
        router.add(std::move(route));
    };
    add("/api/v1/journal", {"before", "limit"},
        [&product](const Request& request) { return journal_page(product, request); });
    add("/api/v1/journal/{seq}", {},
        [&product](const Request& request) { return journal_entry(product, request); });
    add("/api/v1/checkpoint", {}, [&product](const Request&) { return checkpoint(product); },
        {"text/plain"});
    add("/api/v1/calendar", question,
        [&product](const Request& request) { return calendar(product, request); },
        {"text/calendar"});
}

// Adds routes that write an entry.
auto writing_to(Router& router) {
    return [&router](std::string pattern, Handler handler,
                     std::vector<std::string> consumes = {"application/json"},
                     std::optional<std::size_t> body_max = {}) {
        Route route;
        route.method = Method::post;
        route.pattern = std::move(pattern);
        route.handler = std::move(handler);
        route.access = Access::write;
        route.work = Work::blocking;
        route.consumes = std::move(consumes);
        route.body_bytes_max = body_max;
        router.add(std::move(route));
    };
}

void add_writing(Router& router, Product& product) {
    const auto add = writing_to(router);
    const auto reporting = [&product](app::ReportKind kind) {
        return writing(product, app::read_report,
                       [kind](app::Record& record, const trust::Principal& principal,
                              const app::ReportRequest& request) {
                           return app::report_progress(record, principal, request, kind);
                       });
    };
    add("/api/v1/reports", reporting(app::ReportKind::report));
    add("/api/v1/contributions", reporting(app::ReportKind::contribution));
    add("/api/v1/reviews", writing(product, app::read_review, app::review_report));
    add("/api/v1/confirmations", writing(product, app::read_confirmation, app::confirm_activity));
    add("/api/v1/amendments", writing(product, app::read_amendment, app::amend_plan));
    add("/api/v1/working-plans", writing(product, app::read_working_plan, app::adopt_working_plan));
    add("/api/v1/statistics/forecasts",
        writing(product, app::read_publication, app::publish_forecast));
    add("/api/v1/outlooks",
        writing(product, app::read_outlook_publication, drafted(app::draft_outlook_publication)));
    add(
        "/api/v1/evidence",
        [&product](const Request& request) { return keep_evidence(product, request); }, {},
        evidence_body_max);
    add(
        "/api/v1/datasets", [&product](const Request& request) { return load(product, request); },
        {"text/csv", "application/xml", "application/vnd.sdmx.data+csv",
         "application/vnd.sdmx.data+json", "application/vnd.sdmx.data+xml",
         "application/vnd.sdmx.genericdata+xml", "application/vnd.sdmx.structurespecificdata+xml",
         "application/vnd.sdmx.structure+json", "application/vnd.sdmx.structure+xml"},
        dataset_body_max);
}

void add_council_writing(Router& router, Product& product) {
    const auto add = writing_to(router);
    const auto drafting = [&product](auto read, auto draft) {
        return writing(product, read, drafted(draft));
    };
    add("/api/v1/working-plan/proposals",
        drafting(app::read_proposed_change, app::draft_proposed_change));
    add("/api/v1/working-plan/declinations", drafting(app::read_decline, app::draft_decline));
    add("/api/v1/council/appointments", drafting(app::read_appointment, app::draft_appointment));
    add("/api/v1/council/vacancies", drafting(app::read_vacancy, app::draft_vacancy));
    add("/api/v1/council/groups", drafting(app::read_group, app::draft_group));
    add("/api/v1/council/meetings", drafting(app::read_schedule, app::draft_schedule));
    add("/api/v1/council/cancellations", drafting(app::read_cancellation, app::draft_cancellation));
    add("/api/v1/council/agendas", drafting(app::read_preparation, app::draft_preparation));
    add("/api/v1/council/attendances", drafting(app::read_holding, app::draft_holding));
    add("/api/v1/council/minutes", drafting(app::read_minute, app::draft_minute));
    add("/api/v1/council/decisions", drafting(app::read_decision, app::draft_decision));
    add("/api/v1/council/extensions", drafting(app::read_extension, app::draft_extension));
    add("/api/v1/council/closings", drafting(app::read_closing, app::draft_closing));
    add("/api/v1/council/stages", drafting(app::read_advance, app::draft_advance));
    add("/api/v1/council/credits", drafting(app::read_credit, app::draft_credit));
    add("/api/v1/issues", drafting(app::read_issue, app::draft_issue));
    add("/api/v1/issues/assignments", drafting(app::read_assignment, app::draft_assignment));
    add("/api/v1/issues/answers", drafting(app::read_answer, app::draft_answer));
    add("/api/v1/issues/changes", drafting(app::read_issue_change, app::draft_issue_change));
}

void add_money_and_programmes(Router& router, Product& product) {
    const auto add = writing_to(router);
    add("/api/v1/funding/accounts", writing(product, app::read_account, app::open_account));
    add("/api/v1/funding/levels", writing(product, app::read_level, app::declare_level));
    add("/api/v1/funding/budget-lines", writing(product, app::read_budget_line, app::budget));
    add("/api/v1/funding/records", writing(product, app::read_fund_record, app::record_funds));
    add("/api/v1/funding/rates",
        writing(product, app::read_rate,
                [](app::Record& record, const trust::Principal& principal,
                   const app::RateRequest& request) -> Result<journal::Receipt> {
                    return TRY(app::load_rate(record, principal, request)).receipt;
                }));
    add("/api/v1/programmes/reports",
        writing(product, app::read_programme_report, app::report_programme));
    add("/api/v1/programmes/cohorts", writing(product, app::read_cohort, app::open_cohort));
    add("/api/v1/programmes/tasks", writing(product, app::read_task, app::add_task));
    add("/api/v1/programmes/task-progress",
        writing(product, app::read_task_progress, app::report_task));
    add("/api/v1/programmes/changes",
        writing(product, app::read_programme_change, app::change_programme));
}

// The page that a problem document's `type` leads to.
std::string errors_page() {
    std::string rows;
    for (const auto& entry : base::all_errors()) {
        std::string anchor{entry.id};
        anchor[0] = static_cast<char>(anchor[0] - 'A' + 'a');
        rows += fmt::format("<tr id=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
                            anchor, entry.id, entry.name, entry.help);
    }
    return "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Tameel: "
           "errors</title>"
           "<h1>Errors and warnings</h1>\n<table><thead><tr><th>Code</th><th>Name</th><th>What it "
           "means</th></tr></thead>\n<tbody>" +
           rows + "</tbody></table></html>\n";
}

}  // namespace

Product::Product(app::Record& record)
    : record_(record), cache_(std::size_t{64} << 20), sdmx_(record) {}

base::Result<void> Product::freshen() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto until = fresh_until_.load(std::memory_order_relaxed);
    const auto next =
        now + std::chrono::steady_clock::duration{std::chrono::milliseconds{20}}.count();
    if (now < until || !fresh_until_.compare_exchange_strong(until, next))
        return {};
    return record_.catch_up();
}

std::uint64_t Product::version() {
    if (!freshen().ok())
        return 0;
    const auto day = static_cast<std::uint32_t>(record_.today().time_since_epoch().count());
    return record_.state().size() << 32 | day;
}

void add_product_routes(Router& router, Product& product) {
    add_reading(router, product);
    add_statistics_reading(router, product);
    add_forecast_reading(router, product);
    add_council_reading(router, product);
    add_journal_reading(router, product);
    add_writing(router, product);
    add_council_writing(router, product);
    add_money_and_programmes(router, product);
    Route errors;
    errors.pattern = "/docs/errors";
    errors.handler = [](const Request&) { return Response::html(200, errors_page()); };
    errors.produces = {"text/html"};
    router.add(std::move(errors));
    router.set_authorizer([&product](const Request& request, const Route& route) -> Result<void> {
        if (route.access == Access::write)
            TRY(principal_of(product, request));
        return {};
    });
    router.set_fallback([assets = std::make_shared<Assets>()](const Request& request) {
        return assets->serve(request);
    });
}

}  // namespace server
