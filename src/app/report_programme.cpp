#include "app/report_programme.h"

#include "plan/fields.h"

#include <fmt/format.h>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using plan::FigureOf;
using programme::ReportedCount;

// What the request counts; a field that is wrong is noted and left empty.
ReportedCount count_of(const Answerable& moment, const ProgrammeReportRequest& request,
                       std::vector<Error>& faults) {
    ReportedCount count;
    int named = 0;
    for (const auto& [of, code] : {std::pair{FigureOf::stage, &request.stage},
                                   {FigureOf::measure, &request.measure},
                                   {FigureOf::money, &request.money}}) {
        if (code->empty())
            continue;
        ++named;
        count.of = of;
        count.code = *code;
    }
    // Where a field could not be read, it may have been that one.
    if (named > 1 || (named == 0 && request.faults.empty()))
        faults.push_back({ErrorCode::figure_of_one_thing,
                          fmt::format("expected a stage, a measure or a line of money, found {}",
                                      named == 0 ? "none" : "several"),
                          "stage"});
    count.currency = request.currency;
    count.cohort = request.cohort;
    count.sex = request.sex;
    auto when = plan::parse_count_time(request.period, moment.plan->working->fiscal_year);
    if (when.ok())
        count.when = std::move(when).value();
    else
        faults.push_back({ErrorCode::invalid_period, when.error().message, "period"});
    const auto qualifier = plan::parse_choice<plan::FigureBound>(request.qualifier);
    if (qualifier.ok())
        count.qualifier = qualifier.value();
    else
        faults.push_back({ErrorCode::invalid_argument, qualifier.error().message, "qualifier"});
    if (request.value)
        count.value = *request.value;
    else
        faults.push_back({ErrorCode::json_missing_field, "expected a value, found none", "value"});
    return count;
}

}  // namespace

ProgrammeReportRequest read_programme_report(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    ProgrammeReportRequest request;
    request.stage = fields.optional_string("stage").value_or("");
    request.measure = fields.optional_string("measure").value_or("");
    request.money = fields.optional_string("money").value_or("");
    request.currency = fields.optional_string("currency").value_or("");
    request.cohort = fields.optional_string("cohort").value_or("");
    request.period = fields.string("period");
    request.value = fields.optional_decimal("value");
    if (body.find("value") == nullptr)
        fields.fail(ErrorCode::json_missing_field, "value", "the field \"value\" is required");
    request.qualifier = fields.optional_string("qualifier").value_or("exact");
    request.sex = read_amounts(fields, "sex");
    request.evidence = read_evidence(fields);
    read_programme_envelope(fields, request);
    return request;
}

Result<journal::Draft> draft_programme_report(const Record& record, const Answerable& moment,
                                              const trust::Principal& principal,
                                              const ProgrammeReportRequest& request) {
    std::vector<Error> faults;
    const ReportedCount count = count_of(moment, request, faults);
    const bool is_read = faults.empty() && request.faults.empty();
    const auto evidence = look_at_evidence(record, request.evidence, faults);
    return draft_about_programme(
        record, moment, principal, request,
        {"programme.reported",
         [&](const programme::Setting& setting) {
             return is_read ? programme::check_count(setting, count) : std::vector<Error>{};
         },
         [&](journal::Draft& draft) -> Result<void> {
             TRY(attach_evidence(record, draft, evidence, request.evidence));
             draft.payload.set(std::string{plan::word(count.of)}, count.code);
             if (!count.currency.empty())
                 draft.payload.set("currency", count.currency);
             if (!count.cohort.empty())
                 draft.payload.set("cohort", count.cohort);
             draft.payload.set("period", count.when.text);
             if (count.when.from)
                 draft.payload.set("from", base::to_string(*count.when.from));
             draft.payload.set("until", base::to_string(count.when.until));
             draft.payload.set("value", count.value.text());
             draft.payload.set("qualifier", plan::word(count.qualifier));
             if (!count.sex.empty())
                 draft.payload.set("sex", amounts_json(count.sex));
             return {};
         }},
        std::move(faults));
}

Result<journal::Receipt> report_programme(Record& record, const trust::Principal& principal,
                                          const ProgrammeReportRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_programme_report(record, moment, principal, request);
    });
}

}  // namespace app
