#include "app/setting.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;

namespace {

std::string target_codes(const plan::Activity& activity) {
    std::string codes;
    for (const auto& target : activity.targets)
        codes += (codes.empty() ? "" : ", ") + target.id.text();
    return codes;
}

}  // namespace

Result<Located> locate(const plan::Plan& plan, std::string_view id) {
    const plan::TargetId target_id{id};
    for (const auto& activity : plan.activities) {
        const auto at = std::ranges::find(activity.targets, target_id, &plan::Target::id);
        if (at != activity.targets.end())
            return Located{&activity, &*at};
    }
    if (plan.find_outcome(target_id) != nullptr)
        return Error{
            ErrorCode::measured_by_statistics,
            fmt::format("{} is an outcome: a statistic measures it, nobody reports it", id),
            "target"};
    if (const auto* activity = plan.find(plan::ActivityId{id}))
        return Error{ErrorCode::no_such_target,
                     activity->targets.empty()
                         ? fmt::format("{} is an activity without a target", id)
                         : fmt::format("{} is an activity; expected one of its targets: {}", id,
                                       target_codes(*activity)),
                     "target"};
    std::vector<std::string> codes;
    for (const auto* target : plan.targets())
        codes.push_back(target->id.text());
    return Error{ErrorCode::no_such_target,
                 fmt::format("no target has the code \"{}\"{}", id, base::did_you_mean(id, codes)),
                 "target"};
}

void add_new(std::vector<base::Error>& faults, std::vector<base::Error> more) {
    const std::size_t known = faults.size();
    for (auto& fault : more) {
        const bool is_known =
            std::any_of(faults.begin(), faults.begin() + static_cast<std::ptrdiff_t>(known),
                        [&](const base::Error& other) { return other.where == fault.where; });
        if (!is_known)
            faults.push_back(std::move(fault));
    }
}

Result<const plan::Activity*> activity_named(const plan::Plan& plan, std::string_view code) {
    if (const auto* activity = plan.find(plan::ActivityId{code}))
        return activity;
    std::vector<std::string> codes;
    for (const auto& activity : plan.activities)
        codes.push_back(activity.code.text());
    return Error{
        ErrorCode::no_such_activity,
        fmt::format("no activity has the code \"{}\"{}", code, base::did_you_mean(code, codes)),
        "activity"};
}

Result<plan::InstitutionId> institution_named(const plan::Plan& plan, std::string_view name) {
    if (const auto* institution = plan.find_institution(name))
        return institution->code;
    std::vector<std::string> codes;
    for (const auto& institution : plan.institutions)
        codes.push_back(institution.code.text());
    return Error{ErrorCode::unknown_institution,
                 fmt::format("no institution is called \"{}\"{}", name,
                             base::did_you_mean(base::lower_ascii(name), codes)),
                 "institution"};
}

std::optional<progress::Calendar> calendar_of(const state::PlanInForce& plan,
                                              const plan::Target& target) {
    const auto at = plan.asked_from.find(target.activity);
    if (at == plan.asked_from.end())
        return std::nullopt;
    const base::Day from = std::max(at->second, plan.working->from);
    return progress::calendar_of(*plan.working, target, from);
}

progress::Setting setting_of(const Answerable& moment, const Located& located,
                             const plan::InstitutionId& institution) {
    return {*moment.plan->working,
            *located.activity,
            *located.target,
            institution,
            calendar_of(*moment.plan, *located.target),
            moment.today};
}

std::optional<Error> late_fault(const Record& record, const Answerable& moment,
                                const plan::Target& target, std::string where) {
    const auto calendar = calendar_of(*moment.plan, target);
    if (!calendar)
        return std::nullopt;
    const auto silent = progress::silent_periods(
        *calendar, record.state().duties(target.id, moment.known), moment.today);
    if (silent.empty())
        return std::nullopt;
    return Error{ErrorCode::wrong_state,
                 fmt::format("the report for {} is overdue; the calendar changes once no report is "
                             "missing",
                             silent.front().text()),
                 std::move(where)};
}

std::string duty_subject(const plan::TargetId& target, const base::Period& period) {
    return target.text() + "@" + period.text();
}

journal::Expectation duty_expectation(const Located& located, const std::string& subject) {
    return {0, {subject, located.target->id.text(), located.activity->code.text(), "plan"}};
}

Result<base::Period> parse_report_period(const plan::Plan& plan, std::string_view text) {
    auto period = base::Period::parse(text, plan.fiscal_year);
    if (!period.ok())
        return Error{period.error().code, period.error().message, "period"};
    return period;
}

std::optional<base::Day> read_day(base::FieldReader& fields, std::string_view key) {
    const auto text = fields.optional_string(key);
    if (!text)
        return std::nullopt;
    const auto day = base::parse_day(*text);
    if (day.ok())
        return day.value();
    fields.fail(day.error().code, key, day.error().message);
    return std::nullopt;
}

void read_envelope(base::FieldReader& fields, Envelope& envelope) {
    envelope.request_id = fields.optional_string("request_id").value_or("");
    envelope.effective_on = read_day(fields, "effective_on");
}

void finish(base::FieldReader& fields, Envelope& envelope) {
    auto finished = fields.finish();
    if (finished.ok())
        return;
    for (auto& fault : base::one_by_one(std::move(finished).error()))
        envelope.faults.push_back(std::move(fault));
    // Places are named alike whether a body or a command line brought them.
    for (auto& fault : envelope.faults) {
        if (fault.where.starts_with("body."))
            fault.where.erase(0, 5);
    }
}

void check_title(std::string_view text, std::string where, std::vector<Error>& faults) {
    constexpr std::size_t characters_max = 200;
    if (base::is_blank(text)) {
        faults.push_back({ErrorCode::json_missing_field, "expected a text, found none", where});
        return;
    }
    if (base::count_characters(text) > characters_max)
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected at most {} characters, found {}", characters_max,
                                      base::count_characters(text)),
                          where});
    if (const auto hidden = base::hidden_character(text))
        faults.push_back(
            {ErrorCode::invalid_argument,
             fmt::format("expected text on one line, found the character U+{:04X}", *hidden),
             std::move(where)});
}

std::shared_ptr<const council::Standing> standing_of(const Record& record,
                                                     const Answerable& moment) {
    return record.state().council(moment.known, moment.plan->working);
}

void check_authority(const Record& record, const Answerable& moment, const std::string& decision,
                     const std::vector<std::string>& subjects, base::Day day,
                     std::vector<Error>& faults) {
    auto more = council::check_authority(*moment.plan->working, *standing_of(record, moment),
                                         decision, subjects, day);
    std::ranges::move(more, std::back_inserter(faults));
}

std::string secretariat_of(const Record& record) {
    const auto moment = record.now();
    if (!moment.ok() || !moment->plan->working->council.secretariat)
        return {};
    return moment->plan->working->council.secretariat->text();
}

plan::InstitutionId acting_institution(const Answerable& moment, const trust::Principal& principal,
                                       std::vector<Error>& faults) {
    if (principal.institution.empty()) {
        faults.push_back({ErrorCode::unknown_institution,
                          "expected the institution for which one acts, found none",
                          "institution"});
        return {};
    }
    return or_note(institution_named(*moment.plan->working, principal.institution), faults);
}

bool is_secretariat(const Answerable& moment, const trust::Principal& principal) {
    const bool holds_role =
        std::ranges::find(principal.roles, trust::Role::secretariat) != principal.roles.end();
    const plan::Plan& plan = *moment.plan->working;
    const auto* institution = plan.find_institution(principal.institution);
    return holds_role || (institution != nullptr && plan.council.secretariat &&
                          institution->code == *plan.council.secretariat);
}

std::vector<plan::InstitutionId> institutions_named(const plan::Plan& plan,
                                                    const std::vector<std::string>& names,
                                                    std::string_view where,
                                                    std::vector<Error>& faults) {
    std::vector<plan::InstitutionId> institutions;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto named = institution_named(plan, names[i]);
        if (named.ok())
            institutions.push_back(std::move(named).value());
        else
            faults.push_back(
                {named.error().code, named.error().message, fmt::format("{}[{}]", where, i)});
    }
    return institutions;
}

namespace {

// Both stand in entries for ever, and are no place for names and numbers of people.
void check_identifier(std::string_view text, std::size_t length_max, const std::string& where,
                      std::vector<Error>& faults) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{"._:-"}.find(c) != std::string_view::npos;
    };
    if (text.size() > length_max || !std::ranges::all_of(text, is_allowed))
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected an identifier of at most {} letters, digits and "
                                      "the signs . _ : -, found \"{}\"",
                                      length_max, text),
                          where});
}

}  // namespace

void check_code(std::string_view text, std::string where, std::vector<Error>& faults) {
    constexpr std::string_view signs = "._:/-";
    const auto is_allowed = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               signs.find(c) != std::string_view::npos;
    };
    if (text.empty() || text.size() > 32 || !std::ranges::all_of(text, is_allowed))
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected a code of 1 to 32 letters, digits and the signs "
                                      ". _ : / -, found \"{}\"",
                                      text),
                          std::move(where)});
}

void check_envelope(const Answerable& moment, const trust::Principal& principal,
                    const Envelope& envelope, std::vector<Error>& faults) {
    check_identifier(envelope.request_id, 128, "request_id", faults);
    check_identifier(principal.actor, 64, "person", faults);
    const base::Day day = day_of(moment, envelope);
    if (auto fault = progress::day_fault(day, moment.today))
        faults.push_back(std::move(*fault));
    else if (day < moment.plan->printed->from)
        faults.push_back(
            {ErrorCode::not_in_force,
             fmt::format("expected a day from {}, the strategy's first, found {}",
                         base::to_string(moment.plan->printed->from), base::to_string(day)),
             "effective_on"});
    else if (day < moment.today && !trust::may(principal, trust::Action::backdate))
        faults.push_back({ErrorCode::backdated,
                          fmt::format("expected today, {}, found {}: an earlier day is entered by "
                                      "the secretariat",
                                      base::to_string(moment.today), base::to_string(day)),
                          "effective_on"});
}

Result<void> settle(const Envelope& envelope, std::vector<Error> faults) {
    auto all = envelope.faults;
    add_new(all, std::move(faults));
    return progress::as_result(std::move(all));
}

journal::Draft begin_draft(const Answerable& moment, const trust::Principal& principal,
                           const Envelope& envelope, std::string_view kind, std::string subject) {
    journal::Draft draft;
    draft.effective_on = day_of(moment, envelope);
    draft.request_id = envelope.request_id.empty() ? new_request_id() : envelope.request_id;
    draft.actor = principal.actor;
    const auto* institution = moment.plan->working->find_institution(principal.institution);
    draft.institution = institution != nullptr ? institution->code.text() : principal.institution;
    draft.kind = kind;
    draft.subject = std::move(subject);
    draft.payload.set("v", 1);
    return draft;
}

base::Json vaulted(journal::Draft& draft, const std::string& text) {
    if (text.empty())
        return {};
    draft.vault.push_back(journal::vault_item(text));
    return journal::to_hex(journal::commit(draft.vault.back()));
}

base::Json codes_json(const std::vector<plan::InstitutionId>& codes) {
    return base::Json::array_of(
        codes, [](const plan::InstitutionId& code) { return base::Json{code.text()}; });
}

base::Json texts_json(const std::vector<std::string>& texts) {
    return base::Json::array_of(texts, [](const std::string& text) { return base::Json{text}; });
}

Result<std::string> unvaulted(const Record& record, const std::string& commitment) {
    if (commitment.empty())
        return std::string{};
    const auto hash = TRY(journal::parse_hex(commitment));
    auto item = record.log().read_vault(hash);
    if (!item.ok() && item.error().code == ErrorCode::vault_erased)
        return std::string{"(erased)"};
    return TRY(std::move(item)).text;
}

}  // namespace app
