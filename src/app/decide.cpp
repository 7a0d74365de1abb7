#include "app/decide.h"

#include "app/convene.h"
#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using council::Decided;
using council::Meeting;
using council::Vote;

DecisionRequest read_decision(const Json& body) {
    base::FieldReader fields{body, "body"};
    DecisionRequest request;
    request.meeting = fields.optional_string("meeting").value_or("");
    request.item = fields.optional_string("item").value_or("");
    request.code = fields.optional_string("code").value_or("");
    request.minutes.sha256 = fields.optional_string("minutes").value_or("");
    request.title = fields.string("title");
    request.text = fields.optional_string("text").value_or("");
    request.concerns = fields.optional_strings("concerns");
    request.in_favour = fields.optional_strings("for");
    request.against = fields.optional_strings("against");
    request.abstained = fields.optional_strings("abstain");
    request.recused = fields.optional_strings("recused");
    request.by_consensus = fields.optional_boolean("consensus").value_or(false);
    request.owner = fields.optional_string("owner").value_or("");
    request.body = fields.optional_string("decided_by").value_or("");
    request.due = read_day(fields, "due");
    request.proof = fields.optional_string("proof").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

// What the decision says, as the plan and the council know it; what they do not know is noted.
class Reading {
  public:
    Reading(const Record& record, const Answerable& moment, const DecisionRequest& request)
        : moment_(moment),
          plan_(*moment.plan->working),
          standing_(standing_of(record, moment)),
          request_(request),
          day_(day_of(moment, request)) {}

    Decided read(std::vector<Error>& faults) {
        check_title(request_.title, "title", faults);
        decided_.title = request_.title;
        decided_.item = request_.item;
        read_concerns(faults);
        if (request_.meeting.empty())
            read_outside(faults);
        else
            read_meeting(faults);
        read_outcome(faults);
        return decided_;
    }

  private:
    void read_concerns(std::vector<Error>& faults) {
        for (std::size_t i = 0; i < request_.concerns.size(); ++i) {
            const std::string& code = request_.concerns[i];
            const bool is_known = code == "plan" || code == "council" ||
                                  standing_->find_decision(code) != nullptr ||
                                  standing_->find_issue(code) != nullptr ||
                                  plan_.find(plan::ActivityId{code}) != nullptr ||
                                  plan_.find_target(plan::TargetId{code}) != nullptr ||
                                  plan_.find_outcome(plan::TargetId{code}) != nullptr ||
                                  plan_.find(plan::ObjectiveId{code}) != nullptr ||
                                  plan_.find(plan::InstitutionId{code}) != nullptr;
            if (std::ranges::find(decided_.concerns, code) != decided_.concerns.end())
                faults.push_back({ErrorCode::invalid_argument, fmt::format("{} stands twice", code),
                                  fmt::format("concerns[{}]", i)});
            else if (is_known)
                decided_.concerns.push_back(code);
            else
                faults.push_back(
                    {ErrorCode::invalid_argument,
                     fmt::format("expected the code of an objective, activity, target, "
                                 "outcome, institution, decision or issue, council or "
                                 "plan, found \"{}\"",
                                 code),
                     fmt::format("concerns[{}]", i)});
        }
    }

    // Signed minutes from before the record; whether there was a quorum stands in them alone.
    void read_outside(std::vector<Error>& faults) {
        const bool has_minutes = !request_.minutes.sha256.empty() || request_.minutes.bytes;
        if (!has_minutes && request_.code.empty()) {
            faults.push_back({ErrorCode::proof_required,
                              "expected a meeting, or a code and the signed minutes of a meeting "
                              "that was held outside this record, found neither",
                              "meeting"});
            return;
        }
        check_code(request_.code, "code", faults);
        const auto slash = request_.code.rfind('/');
        if (slash != std::string::npos &&
            standing_->find_meeting(request_.code.substr(0, slash)) != nullptr)
            faults.push_back({ErrorCode::code_taken,
                              fmt::format("{} numbers the decisions of meeting {}", request_.code,
                                          request_.code.substr(0, slash)),
                              "code"});
        decided_.code = request_.code;
        decided_.is_adopted = true;
        if (standing_->find_decision(request_.code) != nullptr)
            faults.push_back({ErrorCode::code_taken,
                              fmt::format("decision {} is recorded already", request_.code),
                              "code"});
        if (!has_minutes)
            faults.push_back({ErrorCode::proof_required,
                              "expected a meeting, or the signed minutes of one that was held "
                              "outside this record, found neither",
                              "meeting"});
        const bool has_votes = !request_.in_favour.empty() || !request_.against.empty() ||
                               !request_.abstained.empty() || !request_.recused.empty() ||
                               request_.by_consensus || !request_.item.empty();
        if (has_votes)
            faults.push_back({ErrorCode::invalid_argument,
                              "expected neither votes nor an item: those of a meeting outside this "
                              "record stand in its minutes",
                              "for"});
    }

    void read_meeting(std::vector<Error>& faults) {
        const Meeting* meeting = or_note(meeting_named(*standing_, request_.meeting), faults);
        if (!request_.code.empty())
            faults.push_back({ErrorCode::invalid_argument,
                              "expected no code: a decision of a meeting is numbered", "code"});
        if (meeting == nullptr)
            return;
        decided_.meeting = meeting->code;
        for (std::size_t number = meeting->decisions.size() + 1; decided_.code.empty(); ++number) {
            const auto code = fmt::format("{}/{}", meeting->code, number);
            if (standing_->find_decision(code) == nullptr)
                decided_.code = code;
        }
        is_of_group_ = meeting->body != council::council_body;
        if (is_of_group_)
            seats_ = council::seats_of(*standing_, meeting->body);
        if (meeting->agenda)
            decided_.item = item_key(meeting->agenda->what->items, request_.item);
        check_minuted(*meeting, request_.item, day_, faults);
        decided_.recused = institutions_named(plan_, request_.recused, "recused", faults);
        read_votes(*meeting, faults);
        if (!meeting->held)
            return;
        for (auto& fault : council::check_votes(*meeting, decided_))
            faults.push_back(in_list(std::move(fault), "votes",
                                     {{"for", request_.in_favour.size()},
                                      {"against", request_.against.size()},
                                      {"abstain", request_.abstained.size()}}));
        decided_.is_adopted = council::is_carried(decided_.votes);
    }

    void read_votes(const Meeting& meeting, std::vector<Error>& faults) {
        const auto add = [&](const std::vector<std::string>& names, Vote vote,
                             std::string_view where) {
            for (auto& seat : institutions_named(plan_, names, where, faults))
                decided_.votes.push_back({std::move(seat), vote});
        };
        add(request_.in_favour, Vote::in_favour, "for");
        add(request_.against, Vote::against, "against");
        add(request_.abstained, Vote::abstain, "abstain");
        if (request_.by_consensus && !decided_.votes.empty())
            faults.push_back({ErrorCode::invalid_argument,
                              "expected a consensus or votes, found both", "consensus"});
        const bool has_votes = !decided_.votes.empty();
        if (!request_.by_consensus && decided_.votes.empty())
            faults.push_back({ErrorCode::json_missing_field,
                              "expected votes or a consensus, found neither", "for"});
        if (!meeting.held || (request_.by_consensus && has_votes))
            return;
        // Who was there and says nothing abstains; in a consensus all are for it.
        for (const auto& present : meeting.held->what->present) {
            const bool is_out =
                std::ranges::find(decided_.recused, present.seat) != decided_.recused.end() ||
                std::ranges::find(decided_.votes, present.seat, &council::Ballot::seat) !=
                    decided_.votes.end();
            if (!is_out)
                decided_.votes.push_back(
                    {present.seat, request_.by_consensus ? Vote::in_favour : Vote::abstain});
        }
    }

    void read_outcome(std::vector<Error>& faults) {
        if (request_.owner.empty() && request_.body.empty()) {
            if (request_.due || !request_.proof.empty())
                faults.push_back({ErrorCode::owner_required,
                                  "a due date or a proof asks somebody to act: expected an owner "
                                  "with a seat, or the body that decides, found neither",
                                  "owner"});
            return;
        }
        if (!request_.owner.empty() && !request_.body.empty()) {
            faults.push_back({ErrorCode::owner_required,
                              "expected an owner, who acts, or a body, which decides, found both",
                              "owner"});
            return;
        }
        if (request_.due && *request_.due < day_)
            faults.push_back({ErrorCode::wrong_day,
                              fmt::format("expected a day from {}, that of the decision, found {}",
                                          base::to_string(day_), base::to_string(*request_.due)),
                              "due"});
        if (request_.due && *request_.due > plan_.until)
            faults.push_back(
                {ErrorCode::outside_horizon,
                 fmt::format("expected a day up to {}, the strategy's last, found {}",
                             base::to_string(plan_.until), base::to_string(*request_.due)),
                 "due"});
        decided_.due = request_.due;
        decided_.proof = request_.proof;
        if (is_of_group_ && request_.owner.empty()) {
            faults.push_back({ErrorCode::not_a_seat,
                              "a working group recommends; what others must decide is carried to "
                              "them by the council",
                              "decided_by"});
            return;
        }
        if (request_.owner.empty()) {
            decided_.outcome = council::Outcome::proposal;
            const auto* known = plan_.find_institution(request_.body);
            decided_.body = known != nullptr ? known->code.text() : request_.body;
            check_title(decided_.body, "decided_by", faults);
            return;
        }
        decided_.outcome = council::Outcome::obligation;
        read_owner(faults);
    }

    void read_owner(std::vector<Error>& faults) {
        const auto owner = institution_named(plan_, request_.owner);
        if (!owner.ok()) {
            faults.push_back({owner.error().code, owner.error().message, "owner"});
        } else if (is_of_group_ && std::ranges::find(seats_, owner.value()) == seats_.end()) {
            faults.push_back(
                {ErrorCode::not_a_seat,
                 fmt::format("{} is no member of the group, which can ask nothing of it",
                             owner->text()),
                 "owner"});
        } else if (standing_->find_seat(owner.value()) == nullptr) {
            faults.push_back({ErrorCode::not_a_seat,
                              fmt::format("{} has no seat on the council; what others must decide "
                                          "is a policy proposal: name the body that decides",
                                          owner->text()),
                              "owner"});
        } else {
            decided_.owner = owner.value();
        }
        if (!request_.due)
            faults.push_back({ErrorCode::owner_required,
                              "an obligation has a due date: expected a day, found none", "due"});
        if (request_.proof.empty())
            faults.push_back({ErrorCode::owner_required,
                              "an obligation says what will prove that it was carried out: "
                              "expected a text, found none",
                              "proof"});
        else
            check_title(request_.proof, "proof", faults);
    }

    const Answerable& moment_;
    const plan::Plan& plan_;
    std::shared_ptr<const council::Standing> standing_;
    const DecisionRequest& request_;
    base::Day day_;
    bool is_of_group_ = false;
    std::vector<plan::InstitutionId> seats_;  ///< of the group
    Decided decided_;
};

void put_decision(journal::Draft& draft, const Decided& decided) {
    Json& payload = draft.payload;
    const auto set = [&](const char* key, const std::string& text) {
        if (!text.empty())
            payload.set(key, text);
    };
    payload.set("code", decided.code);
    set("meeting", decided.meeting);
    set("item", decided.item);
    payload.set("title", decided.title);
    payload.set("concerns", texts_json(decided.concerns));
    payload.set("votes", Json::array_of(decided.votes, [](const council::Ballot& ballot) {
                    return Json::object(
                        {{"seat", ballot.seat.text()}, {"vote", council::word(ballot.vote)}});
                }));
    payload.set("recused", codes_json(decided.recused));
    payload.set("adopted", decided.is_adopted);
    payload.set("outcome", council::word(decided.outcome));
    if (decided.owner)
        payload.set("owner", decided.owner->text());
    set("body", decided.body);
    if (decided.due)
        payload.set("due", base::to_string(*decided.due));
    set("proof", decided.proof);
}

}  // namespace

Result<journal::Draft> draft_decision(const Record& record, const Answerable& moment,
                                      const trust::Principal& principal,
                                      const DecisionRequest& given) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const DecisionRequest request =
        on_the_day(given, held_on(standing->find_meeting(given.meeting)), moment.today);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    const Decided decided = Reading{record, moment, request}.read(faults);
    const bool has_minutes = !request.minutes.sha256.empty() || request.minutes.bytes;
    journal::Hash minutes{};
    if (has_minutes)
        minutes = or_note(file_of(record, request.minutes, "minutes"), faults);
    TRY(settle(request, std::move(faults)));
    auto draft =
        begin_draft(moment, principal, request, "decision.recorded", "decision/" + decided.code);
    put_decision(draft, decided);
    if (!request.text.empty())
        draft.payload.set("text", vaulted(draft, request.text));
    if (has_minutes) {
        TRY(keep_file(record, request.minutes));
        draft.attachments.push_back(minutes);
        draft.payload.set("minutes", journal::to_hex(minutes));
    }
    draft.expects = journal::Expectation{0, {draft.subject, "meeting/" + decided.meeting, "plan"}};
    return draft;
}

namespace {

template <typename Matter>
const Matter* matter_named(const std::vector<Matter>& matters, const std::string& code,
                           std::string_view what, std::vector<Error>& faults) {
    std::vector<std::string> codes;
    for (const Matter& matter : matters) {
        if (matter.code() == code)
            return &matter;
        codes.push_back(matter.code());
    }
    faults.push_back(
        {ErrorCode::no_such_matter,
         fmt::format("no {} has the code \"{}\"{}", what, code, base::did_you_mean(code, codes)),
         std::string{what}});
    return nullptr;
}

journal::Draft begin_matter(const Answerable& moment, const trust::Principal& principal,
                            const Envelope& envelope, std::string_view kind, std::string_view what,
                            const std::string& code) {
    auto draft = begin_draft(moment, principal, envelope, kind, fmt::format("{}/{}", what, code));
    draft.payload.set(std::string{what}, code);
    draft.expects = journal::Expectation{0, {draft.subject}};
    return draft;
}

// What is closed stays as it was closed, and nothing of it lies before the decision.
void check_obligation(const council::Obligation& obligation, base::Day day,
                      std::vector<Error>& faults) {
    if (obligation.closing)
        faults.push_back({ErrorCode::matter_settled,
                          fmt::format("obligation {} was closed on {}", obligation.code(),
                                      base::to_string(obligation.closing->on)),
                          "obligation"});
    if (day < obligation.decision.on)
        faults.push_back(
            {ErrorCode::wrong_day,
             fmt::format("expected a day from {}, that of the decision, found {}",
                         base::to_string(obligation.decision.on), base::to_string(day)),
             "effective_on"});
}

}  // namespace

ExtensionRequest read_extension(const Json& body) {
    base::FieldReader fields{body, "body"};
    ExtensionRequest request;
    request.obligation = fields.string("obligation");
    request.due = read_day(fields, "due");
    request.decision = fields.optional_string("decision").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_extension(const Record& record, const Answerable& moment,
                                       const trust::Principal& principal,
                                       const ExtensionRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const auto* obligation =
        matter_named(standing->obligations, request.obligation, "obligation", faults);
    const base::Day day = day_of(moment, request);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    check_authority(record, moment, request.decision, {request.obligation}, day, faults);
    if (obligation != nullptr)
        check_obligation(*obligation, day, faults);
    if (!request.due)
        faults.push_back({ErrorCode::json_missing_field, "expected a day, found none", "due"});
    else if (obligation != nullptr && *request.due <= obligation->due)
        faults.push_back(
            {ErrorCode::wrong_day,
             fmt::format("expected a day after {}, on which it is due now, found {}",
                         base::to_string(obligation->due), base::to_string(*request.due)),
             "due"});
    TRY(settle(request, std::move(faults)));
    auto draft = begin_matter(moment, principal, request, "obligation.extended", "obligation",
                              request.obligation);
    draft.payload.set("due", base::to_string(*request.due));
    draft.payload.set("decision", request.decision);
    return draft;
}

ClosingRequest read_closing(const Json& body) {
    base::FieldReader fields{body, "body"};
    ClosingRequest request;
    request.obligation = fields.string("obligation");
    request.evidence = read_evidence(fields);
    request.note = fields.optional_string("note").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_closing(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const ClosingRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const auto* obligation =
        matter_named(standing->obligations, request.obligation, "obligation", faults);
    check_envelope(moment, principal, request, faults);
    const auto institution = acting_institution(moment, principal, faults);
    const auto evidence = look_at_evidence(record, request.evidence, faults);
    if (obligation != nullptr) {
        check_obligation(*obligation, day_of(moment, request), faults);
        const bool is_proof = !evidence.pieces.empty() && evidence.best != progress::Grade::d;
        if (!is_proof && faults.empty() && request.faults.empty())
            faults.push_back({ErrorCode::proof_required,
                              fmt::format("expected evidence of grade A, B or C: {}; found {}",
                                          obligation->decision.what->proof,
                                          evidence.pieces.empty() ? "none" : "a statement"),
                              "evidence"});
        if (institution == *obligation->decision.what->owner)
            faults.push_back(
                {ErrorCode::owner_closes,
                 fmt::format("{} owes it; somebody else says that it was done", institution.text()),
                 "institution"});
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_matter(moment, principal, request, "obligation.closed", "obligation",
                              request.obligation);
    TRY(attach_evidence(record, draft, evidence, request.evidence));
    if (!request.note.empty())
        draft.payload.set("note", vaulted(draft, request.note));
    return draft;
}

AdvanceRequest read_advance(const Json& body) {
    base::FieldReader fields{body, "body"};
    AdvanceRequest request;
    request.proposal = fields.string("proposal");
    request.stage = fields.string("stage");
    request.body = fields.optional_string("decided_by").value_or("");
    request.legal_text = fields.optional_string("legal_text").value_or("");
    if (auto paper = fields.optional_string("paper"))
        request.paper = EvidenceReference{*paper, "", "", {}};
    request.note = fields.optional_string("note").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_advance(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const AdvanceRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const auto* proposal = matter_named(standing->proposals, request.proposal, "proposal", faults);
    const auto stage = council::parse_word<council::Stage>(request.stage);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (!stage)
        faults.push_back(
            {ErrorCode::invalid_argument,
             fmt::format("expected one of {}, found \"{}\"",
                         fmt::join(council::all_words<council::Stage>(), ", "), request.stage),
             "stage"});
    else if (proposal != nullptr)
        std::ranges::move(council::check_stage(*proposal, *stage, day_of(moment, request)),
                          std::back_inserter(faults));
    if (!request.legal_text.empty())
        check_title(request.legal_text, "legal_text", faults);
    if (!request.body.empty())
        check_title(request.body, "decided_by", faults);
    journal::Hash paper{};
    if (request.paper)
        paper = or_note(file_of(record, *request.paper, "paper"), faults);
    if (stage == council::Stage::enacted && request.legal_text.empty())
        faults.push_back({ErrorCode::proof_required,
                          "what was enacted has a citation: expected the legal text, found none",
                          "legal_text"});
    TRY(settle(request, std::move(faults)));
    auto draft =
        begin_matter(moment, principal, request, "proposal.advanced", "proposal", request.proposal);
    draft.payload.set("stage", request.stage);
    if (!request.body.empty())
        draft.payload.set("body", request.body);
    if (!request.legal_text.empty())
        draft.payload.set("legal_text", request.legal_text);
    if (request.paper) {
        TRY(keep_file(record, *request.paper));
        draft.attachments.push_back(paper);
        draft.payload.set("paper", journal::to_hex(paper));
    }
    if (!request.note.empty())
        draft.payload.set("note", vaulted(draft, request.note));
    return draft;
}

CreditRequest read_credit(const Json& body) {
    base::FieldReader fields{body, "body"};
    CreditRequest request;
    request.proposal = fields.string("proposal");
    request.step = fields.integer("step");
    request.score = fields.integer("score");
    request.reason = fields.optional_string("reason").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_credit(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const CreditRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    (void)matter_named(standing->proposals, request.proposal, "proposal", faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    const auto steps = static_cast<std::int64_t>(council::reform_steps().size());
    if (request.step < 1 || request.step > steps)
        faults.push_back(
            {ErrorCode::invalid_argument,
             fmt::format("expected a step from 1 to {}, found {}", steps, request.step), "step"});
    if (request.score < 0 || request.score > 3)
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected a score from 0 to 3, found {}", request.score),
                          "score"});
    if (base::is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    TRY(settle(request, std::move(faults)));
    auto draft =
        begin_matter(moment, principal, request, "proposal.credited", "proposal", request.proposal);
    draft.payload.set("step", request.step);
    draft.payload.set("score", request.score);
    draft.payload.set("reason", vaulted(draft, request.reason));
    return draft;
}

}  // namespace app
