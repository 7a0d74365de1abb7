#include "app/publish_outlooks.h"

#include "app/outlook.h"
#include "app/period_draws.h"
#include "app/published_outlooks.h"
#include "app/rounded.h"
#include "app/target_outlook.h"

#include <fmt/format.h>

namespace app {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using base::Json;

// What is empty is left out, so that the entry stays small.
Result<Json> said_json(SaidBy by, const PublishedChance& chance) {
    Json json = Json::object({{"by", word(by)}});
    if (chance.probability)
        json.set(
            "probability",
            TRY(Decimal::from_double(rounded(*chance.probability, outlook_places), outlook_places))
                .text());
    if (chance.is_known)
        json.set("known", true);
    if (!chance.method.empty())
        json.set("method", chance.method);
    if (!chance.reason.empty())
        json.set("reason", chance.reason);
    return json;
}

PublishedChance told(const Chance& chance) {
    return {{}, chance.probability, chance.is_known, chance.reason, chance.method};
}

PublishedChance told(const Result<Outlook>& outlook) {
    // Of what cannot be forecast the reason is told.
    if (!outlook.ok())
        return {{}, {}, false, outlook.error().message, ""};
    const bool is_known = outlook->is_known();
    return {{},
            outlook->probability,
            is_known,
            outlook->probability ? "" : outlook->reason,
            outlook->probability && !is_known ? "paths" : ""};
}

std::optional<base::Day> due_of(const plan::Target& target) {
    return target.due.is_stated() ? std::optional{target.due->day} : std::nullopt;
}
std::optional<base::Day> due_of(const plan::Outcome& outcome) {
    if (outcome.due.is_stated())
        return outcome.due->day;
    return outcome.period.is_stated() ? std::optional{outcome.period->last_day()} : std::nullopt;
}

Json claim_json(const plan::TargetId& about, const std::optional<base::Day>& due, Json said) {
    Json claim = Json::object({{"about", about.text()}});
    if (due)
        claim.set("due", base::to_string(*due));
    claim.set("said", std::move(said));
    return claim;
}

Result<Json> claims_json(const Record& record, const Answerable& moment) {
    Json claims = Json::array();
    for (const auto& one : TRY(target_outlooks_at(record, moment)).targets) {
        Json said = Json::array();
        said.push(TRY(said_json(SaidBy::verified, told(one.days.front().verified))));
        said.push(TRY(said_json(SaidBy::reported, told(one.days.front().reported))));
        claims.push(claim_json(one.target.id, due_of(one.target), std::move(said)));
    }
    for (const auto& outcome : moment.plan->working->outcomes) {
        const auto outlook = outcome_outlook_at(record, moment, outcome);
        if (!outlook.ok() && outlook.error().code != ErrorCode::invalid_argument)
            return outlook.error();
        Json said = Json::array();
        said.push(TRY(said_json(SaidBy::statistic, told(outlook))));
        claims.push(claim_json(outcome.id, due_of(outcome), std::move(said)));
    }
    return claims;
}

// The moment of the action, from what had been known by an earlier day.
Result<Answerable> as_of(const Record& record, Answerable moment, std::optional<base::Day> day) {
    if (!day || *day == moment.today)
        return moment;
    moment.known.as_of = *day;
    moment.plan = TRY(record.state().plan_at(moment.known));
    if (!moment.plan)
        return record.answerable({day, {}});  // says why
    return moment;
}

std::vector<Error> faults_of(const Answerable& moment, const trust::Principal& principal,
                             const OutlookPublicationRequest& request) {
    std::vector<Error> faults;
    check_envelope(moment, principal, request, faults);
    const auto today = base::to_string(moment.today);
    std::vector<Error> more;
    if (day_of(moment, request) != moment.today)
        more.push_back({ErrorCode::invalid_argument,
                        fmt::format("expected today, {}, from which what is published counts, "
                                    "found {}",
                                    today, base::to_string(day_of(moment, request))),
                        "effective_on"});
    if (request.as_of && *request.as_of > moment.today)
        more.push_back({ErrorCode::effective_in_future,
                        fmt::format("expected a day up to today, {}, found {}: what is not known "
                                    "yet cannot be published",
                                    today, base::to_string(*request.as_of)),
                        "as_of"});
    add_new(faults, std::move(more));
    return faults;
}

// What was published last, if that was today and says the same: nothing would be new, and its
// claims would count twice.
Result<std::optional<journal::Draft>> said_before(const Record& record, const Answerable& moment,
                                                  const journal::Draft& draft) {
    const auto all = record.state().outlooks(moment.known);
    if (all.empty() || all.back().effective_on != draft.effective_on)
        return std::optional<journal::Draft>{};
    auto entry = TRY(record.log().read(all.back().seq));
    const auto is_same = [&](std::string_view member) {
        const auto* before = entry.payload.find(member);
        const auto* now = draft.payload.find(member);
        return before != nullptr && now != nullptr && before->canonical() == now->canonical();
    };
    if (!is_same("as_of") || !is_same("claims"))
        return std::optional<journal::Draft>{};
    journal::Draft same;
    same.effective_on = entry.effective_on;
    same.request_id = std::move(entry.request_id);
    same.actor = std::move(entry.actor);
    same.institution = std::move(entry.institution);
    same.kind = std::move(entry.kind);
    same.subject = std::move(entry.subject);
    same.payload = std::move(entry.payload);
    return std::optional{std::move(same)};
}

}  // namespace

OutlookPublicationRequest read_outlook_publication(const Json& body) {
    OutlookPublicationRequest request;
    base::FieldReader fields(body, "body");
    request.as_of = read_day(fields, "as_of");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_outlook_publication(const Record& record, const Answerable& moment,
                                                 const trust::Principal& principal,
                                                 const OutlookPublicationRequest& request) {
    TRY(trust::require(principal, trust::Action::load));
    TRY(settle(request, faults_of(moment, principal, request)));
    const auto then = TRY(as_of(record, moment, request.as_of));
    Json claims = TRY(claims_json(record, then));
    if (claims.array_items()->empty())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected a plan with a target or an outcome, found none in {}",
                                 then.plan->working->code),
                     "plan"};
    auto draft = begin_draft(moment, principal, request, outlook_published, "outlook");
    draft.payload.set("as_of", base::to_string(then.known.as_of));
    draft.payload.set("entries", then.known.seq);
    draft.payload.set("program", "tameel " TAMEEL_VERSION);
    draft.payload.set("paths", static_cast<std::int64_t>(paths_drawn));
    draft.payload.set("seed", static_cast<std::int64_t>(paths_seed));
    draft.payload.set("claims", std::move(claims));
    if (auto same = TRY(said_before(record, moment, draft)))
        return std::move(*same);
    // Who publishes at the same time is decided anew, and finds this one.
    draft.expects = journal::Expectation{0, {"outlook", "plan"}};
    return draft;
}

}  // namespace app
