#include "app/fund_rate.h"

#include "app/funding.h"
#include "base/csv.h"

#include <fmt/format.h>

namespace app {

using base::Error;
using base::ErrorCode;

RateRequest read_rate(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    RateRequest request;
    request.currency = fields.string("currency");
    request.rate = fields.string("rate");
    request.on = fields.string("on");
    request.published = fields.optional_string("published").value_or("");
    request.source = fields.string("source");
    request.publisher = fields.optional_string("publisher").value_or("");
    request.address = fields.optional_string("address").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

void check_rate(base::Currency own, base::Day today, const RateRequest& request,
                std::vector<Error>& faults) {
    const auto currency = base::Currency::parse(request.currency);
    if (!currency.ok())
        faults.push_back({currency.error().code, currency.error().message, "currency"});
    else if (currency.value() == own)
        faults.push_back(
            {ErrorCode::invalid_argument,
             fmt::format("{} is the strategy's own currency; expected another one", own.code()),
             "currency"});
    const auto rate = base::Decimal::parse(request.rate);
    if (!rate.ok())
        faults.push_back({rate.error().code, rate.error().message, "rate"});
    else
        add_fault(faults, funding::rate_fault(rate.value(), "rate"));
    add_fault(faults, funding::code_fault(request.source, "a source", "source"));
    for (const auto& [day, where] :
         {std::pair{request.on, "on"}, std::pair{request.published, "published"}}) {
        const auto parsed = base::parse_day(day);
        if (parsed.ok() && parsed.value() > today)
            faults.push_back({ErrorCode::published_in_future,
                              fmt::format("expected a day up to today, {}, found {}",
                                          base::to_string(today), day),
                              where});
        if (!parsed.ok() && !(day.empty() && std::string_view{where} == "published"))
            faults.push_back({parsed.error().code, parsed.error().message, where});
    }
}

// Each request has a row of its own name: a rate that is typed again after another one is a new
// figure, and the same request is the same file.
std::string csv_of(base::Currency own, const RateRequest& request, const std::string& request_id) {
    const std::string& published = request.published.empty() ? request.on : request.published;
    std::string row = fmt::format("{},D,{},{},{},{},{}", request_id, own.code(), request.currency,
                                  request.on, request.rate, published);
    for (const auto& text : {request.source, request.publisher, request.address})
        row += ',' + base::csv_field(text);
    return "id,FREQ,CURRENCY,CURRENCY_DENOM,period,value,published,source,publisher,address\n" +
           row + '\n';
}

}  // namespace

Result<LoadReceipt> load_rate(Record& record, const trust::Principal& principal,
                              const RateRequest& request) {
    TRY(trust::require(principal, trust::Action::fund));
    TRY(record.catch_up());
    const auto moment = TRY(record.now());
    const auto own = TRY(own_currency(*moment.plan->working));
    std::vector<Error> faults;
    check_rate(own, moment.today, request, faults);
    check_funding_envelope(moment, principal, request, faults);
    TRY(settle(request, std::move(faults)));
    LoadRequest load;
    static_cast<Envelope&>(load) = request;
    if (load.request_id.empty())
        load.request_id = new_request_id();
    load.file = fmt::format("D.{}.{}-{}.csv", own.code(), request.currency, request.on);
    load.bytes = csv_of(own, request, load.request_id);
    load.dataflow = rates_dataflow;
    load.fiscal_year = moment.plan->working->fiscal_year;
    return load_dataset(record, principal, load);
}

}  // namespace app
