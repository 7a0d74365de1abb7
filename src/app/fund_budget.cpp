#include "app/fund_budget.h"

#include "app/funding.h"

#include <algorithm>

namespace app {

using base::Error;

BudgetRequest read_budget_line(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    BudgetRequest request;
    request.line = fields.string("line");
    request.subject = fields.string("subject");
    request.fiscal_year = fields.string("fiscal_year");
    request.account = fields.string("account");
    request.amount = fields.string("amount");
    request.currency = fields.string("currency");
    request.basis = fields.string("basis");
    request.title = fields.string("title");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_budget_line(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const BudgetRequest& request) {
    const auto funding = TRY(funding_moment(record, moment, principal));
    const plan::Plan& plan = *moment.plan->working;
    const base::Day day = day_of(moment, request);
    const auto& lines = funding.book.lines;
    const bool replaces = std::ranges::any_of(
        lines, [&](const auto* line) { return line->code->text == request.line; });
    std::vector<Error> faults;
    add_fault(faults, funding::code_fault(request.line, "a budget line", "line"));
    const auto subject = or_note(funding::subject_named(plan, request.subject), faults);
    const int year = or_note(funding::fiscal_year_named(plan, request.fiscal_year), faults);
    add_fault(faults, funding::missing_account(funding.book, request.account, day, "account"));
    const auto amount =
        funding::read_money(request.amount, request.currency,
                            replaces ? funding::Zero::allowed : funding::Zero::refused, faults);
    if (!funding::parse_basis(request.basis))
        faults.push_back(unknown_word(request.basis, "estimate, quotation or approved", "basis"));
    check_title(request.title, "title", faults);
    check_envelope(moment, principal, request, faults);
    if (!subject.code.empty() && year != 0 && amount) {
        const auto rates =
            TRY(rates_for(record, moment.known, funding.own, {}, {amount->currency()}));
        add_new(faults, funding::line_faults(
                            funding.book, rates,
                            {request.line, subject, year, request.fiscal_year, day, *amount}));
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_funding_draft(moment, principal, request, "funding.budgeted");
    draft.payload.set("line", request.line);
    put_money(draft, subject.code, funding::fiscal_year_text(plan, year), *amount);
    draft.payload.set("account", request.account);
    draft.payload.set("basis", request.basis);
    draft.payload.set("title", request.title);
    return draft;
}

Result<journal::Receipt> budget(Record& record, const trust::Principal& principal,
                                const BudgetRequest& request) {
    return record.append_in_turn(request.request_id, [&](const Answerable& moment) {
        return draft_budget_line(record, moment, principal, request);
    });
}

}  // namespace app
