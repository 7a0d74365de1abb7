#include "app/issue_token.h"

#include "app/adopt_plan.h"
#include "app/setting.h"
#include "trust/token.h"

#include <fmt/format.h>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;

Result<IssuedToken> issue_token(Record& record, const TokenRequest& request) {
    TRY(record.catch_up());
    const Answerable moment = TRY(record.now());
    std::vector<Error> faults;
    std::string institution;
    const auto found = institution_named(*moment.plan->working, request.institution);
    if (found.ok())
        institution = found.value().text();
    else
        faults.push_back(found.error());
    if (request.person.empty())
        faults.push_back(
            {ErrorCode::invalid_argument, "expected a person's name, found none", "person"});
    if (request.days < 1 || request.days > 3650)
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected 1 to 3650 days, found {}", request.days), "days"});
    Json roles = Json::array();
    for (const auto& word : request.roles) {
        const auto role = trust::parse_role(word);
        if (!role.ok())
            faults.push_back(role.error());
        else
            roles.push(word);
    }
    if (request.roles.empty())
        faults.push_back(
            {ErrorCode::unknown_role, "expected at least one role, found none", "role"});
    TRY(progress::as_result(std::move(faults)));
    IssuedToken issued{
        trust::new_token(), trust::new_actor(), moment.today + std::chrono::days{request.days}, {}};
    const auto fingerprint = journal::to_hex(trust::fingerprint(issued.token.reveal_secret()));
    journal::Draft draft;
    draft.effective_on = moment.today;
    draft.request_id = new_request_id();
    draft.actor = console().actor;
    draft.kind = "key.issued";
    draft.subject = "token/" + fingerprint.substr(0, 16);
    draft.payload.set("v", 1);
    draft.payload.set("token", fingerprint);
    draft.payload.set("actor", issued.actor);
    draft.payload.set("person", vaulted(draft, request.person));
    draft.payload.set("institution", institution);
    draft.payload.set("roles", std::move(roles));
    draft.payload.set("expires_on", base::to_string(issued.expires_on));
    issued.receipt = TRY(record.append(std::move(draft)));
    return issued;
}

Result<journal::Receipt> revoke_token(Record& record, std::string_view token) {
    TRY(record.catch_up());
    const auto fingerprint = trust::fingerprint(token);
    if (record.state().find_token(fingerprint) == nullptr)
        return Error{ErrorCode::token_unknown, "this token was never issued, or was revoked", ""};
    journal::Draft draft;
    draft.effective_on = record.today();
    draft.request_id = "revoke-" + journal::to_hex(fingerprint);
    draft.actor = console().actor;
    draft.kind = "key.revoked";
    draft.subject = "token/" + journal::to_hex(fingerprint).substr(0, 16);
    draft.payload.set("v", 1);
    draft.payload.set("token", journal::to_hex(fingerprint));
    return record.append(std::move(draft));
}

Result<trust::Principal> authenticate(const Record& record, std::string_view token) {
    const auto* found = record.state().find_token(trust::fingerprint(token));
    if (found == nullptr)
        return Error{ErrorCode::token_unknown, "this token was never issued, or was revoked", ""};
    if (record.today() > found->expires_on)
        return Error{ErrorCode::token_unknown,
                     fmt::format("this token expired on {}", base::to_string(found->expires_on)),
                     ""};
    return found->principal;
}

}  // namespace app
