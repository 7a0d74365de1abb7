#include "app/fund_account.h"

#include "app/funding.h"

namespace app {

using base::Error;

AccountRequest read_account(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    AccountRequest request;
    request.account = fields.string("account");
    request.title = fields.string("title");
    request.parent = fields.optional_string("parent").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_account(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const AccountRequest& request) {
    const auto funding = TRY(funding_moment(record, moment, principal));
    std::vector<Error> faults;
    add_fault(faults, funding::code_fault(request.account, "an account", "account"));
    check_title(request.title, "title", faults);
    add_fault(faults, funding::open_account_fault(funding.book, request.account));
    if (!request.parent.empty())
        add_fault(faults, funding::missing_account(funding.book, request.parent,
                                                   day_of(moment, request), "parent"));
    check_envelope(moment, principal, request, faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_funding_draft(moment, principal, request, "funding.account_opened");
    draft.payload.set("account", request.account);
    draft.payload.set("title", request.title);
    if (!request.parent.empty())
        draft.payload.set("parent", request.parent);
    return draft;
}

Result<journal::Receipt> open_account(Record& record, const trust::Principal& principal,
                                      const AccountRequest& request) {
    return record.append_in_turn(request.request_id, [&](const Answerable& moment) {
        return draft_account(record, moment, principal, request);
    });
}

}  // namespace app
