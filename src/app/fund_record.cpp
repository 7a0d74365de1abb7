#include "app/fund_record.h"

#include "app/funding.h"

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;

FundRecordRequest read_fund_record(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    FundRecordRequest request;
    request.fund = fields.string("fund");
    request.funder = fields.string("funder");
    request.subject = fields.string("subject");
    request.fiscal_year = fields.string("fiscal_year");
    request.stage = fields.string("stage");
    request.amount = fields.string("amount");
    request.currency = fields.string("currency");
    if (const auto corrects = fields.optional_integer("corrects")) {
        if (*corrects < 0)
            fields.fail(ErrorCode::invalid_argument, "corrects", "expected the number of an entry");
        else
            request.corrects = static_cast<std::uint64_t>(*corrects);
    }
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

// An institution of the plan by its code, an outside body by the short name that was typed.
std::string funder_of(const plan::Plan& plan, const std::string& name, std::vector<Error>& faults) {
    if (const auto* institution = plan.find_institution(name))
        return institution->code.text();
    add_fault(faults, funding::outside_funder_fault(name));
    return name;
}

const funding::FundRecord* corrected_by(const funding::Book& book,
                                        const FundRecordRequest& request) {
    const auto at = std::ranges::find(book.records, request.corrects, [](const auto* record) {
        return std::optional{record->seq};
    });
    return at == book.records.end() ? nullptr : *at;
}

}  // namespace

Result<journal::Draft> draft_fund_record(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const FundRecordRequest& request) {
    const auto funding = TRY(funding_moment(record, moment, principal));
    const plan::Plan& plan = *moment.plan->working;
    const base::Day day = day_of(moment, request);
    std::vector<Error> faults;
    add_fault(faults, funding::code_fault(request.fund, "a fund", "fund"));
    const std::string funder = funder_of(plan, request.funder, faults);
    const auto subject =
        subject_of(plan, request.subject, corrected_by(funding.book, request), faults);
    const int year = or_note(funding::fiscal_year_named(plan, request.fiscal_year), faults);
    const auto stage = funding::parse_stage(request.stage);
    if (!stage)
        faults.push_back(unknown_word(
            request.stage, "prospect, pledge, commitment, disbursement or expenditure", "stage"));
    const auto amount = funding::read_money(
        request.amount, request.currency,
        request.corrects ? funding::Zero::allowed : funding::Zero::refused, faults);
    check_funding_envelope(moment, principal, request, faults);
    if (!subject.code.empty() && year != 0 && stage && amount) {
        const auto rates =
            TRY(rates_for(record, moment.known, funding.own, {}, {amount->currency()}));
        add_new(faults,
                funding::record_faults(funding.book, rates,
                                       {request.fund, funder, subject, year, request.fiscal_year,
                                        *stage, day, *amount, request.corrects}));
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_funding_draft(moment, principal, request, "funding.recorded");
    draft.payload.set("fund", request.fund);
    draft.payload.set("funder", funder);
    put_money(draft, subject.code, funding::fiscal_year_text(plan, year), *amount);
    draft.payload.set("stage", request.stage);
    if (request.corrects)
        draft.payload.set("corrects", *request.corrects);
    return draft;
}

Result<journal::Receipt> record_funds(Record& record, const trust::Principal& principal,
                                      const FundRecordRequest& request) {
    return record.append_in_turn(request.request_id, [&](const Answerable& moment) {
        return draft_fund_record(record, moment, principal, request);
    });
}

}  // namespace app
