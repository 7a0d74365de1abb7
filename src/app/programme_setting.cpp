#include "app/programme_setting.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

// The secretariat enters for everybody; others for the programmes that they own or operate.
std::optional<Error> not_concerned(const plan::Plan& plan, const trust::Principal& principal,
                                   const plan::Programme& programme, std::vector<Error>& faults) {
    if (std::ranges::find(principal.roles, trust::Role::secretariat) != principal.roles.end())
        return std::nullopt;
    const auto institution = or_note(institution_named(plan, principal.institution), faults);
    const bool is_operator =
        std::ranges::find(programme.operators, institution.text()) != programme.operators.end();
    if (institution.empty() || programme.owner == institution.text() || is_operator)
        return std::nullopt;
    return Error{ErrorCode::not_of_programme,
                 fmt::format("{} neither owns nor operates {}", plan.find(institution)->name,
                             programme.title),
                 "institution"};
}

// What is corrected is an entry of the same kind about the same programme that still stands.
std::optional<Error> not_correctable(const std::vector<const programme::Event*>& events,
                                     const ProgrammeEnvelope& request, std::string_view kind) {
    if (!request.corrects)
        return std::nullopt;
    const auto at =
        std::ranges::find(events, *request.corrects, [](const auto* event) { return event->seq; });
    const bool is_corrected = std::ranges::any_of(
        events, [&](const auto* event) { return event->corrects == request.corrects; });
    if (at != events.end() && !is_corrected && programme::kind_of(**at) == kind)
        return std::nullopt;
    return Error{
        ErrorCode::nothing_to_correct,
        is_corrected
            ? fmt::format("entry {} has been corrected already", *request.corrects)
            : fmt::format("entry {} is no {} of {}", *request.corrects, kind, request.programme),
        "corrects"};
}

}  // namespace

void read_programme_envelope(base::FieldReader& fields, ProgrammeEnvelope& envelope) {
    envelope.programme = fields.string("programme");
    if (const auto corrects = fields.optional_integer("corrects")) {
        if (*corrects < 0)
            fields.fail(ErrorCode::invalid_argument, "corrects",
                        fmt::format("expected the number of an entry, found {}", *corrects));
        else
            envelope.corrects = static_cast<std::uint64_t>(*corrects);
    }
    read_envelope(fields, envelope);
    finish(fields, envelope);
}

Result<const plan::Programme*> programme_named(const plan::Plan& plan, std::string_view code) {
    if (const auto* programme = plan.find(plan::ProgrammeId{code}))
        return programme;
    std::vector<std::string> codes;
    for (const auto& programme : plan.programmes)
        codes.push_back(programme.code.text());
    return Error{ErrorCode::no_such_programme,
                 codes.empty() ? "the strategy has no programmes"
                               : fmt::format("no programme has the code \"{}\"{}", code,
                                             base::did_you_mean(code, codes)),
                 "programme"};
}

programme::Ledger ledger_of(const Record& record, const Answerable& moment,
                            const plan::Programme& programme) {
    const auto events = record.state().programme_events(programme.code, moment.known);
    return programme::fold(*moment.plan->working, programme, events, moment.known.as_of);
}

Result<journal::Draft> draft_about_programme(const Record& record, const Answerable& moment,
                                             const trust::Principal& principal,
                                             const ProgrammeEnvelope& request,
                                             const ProgrammeAction& action,
                                             std::vector<Error> faults) {
    TRY(trust::require(principal, trust::Action::programme));
    const plan::Plan& plan = *moment.plan->working;
    const auto* programme = or_note(programme_named(plan, request.programme), faults);
    check_envelope(moment, principal, request, faults);
    if (programme != nullptr) {
        if (auto fault = not_concerned(plan, principal, *programme, faults))
            faults.push_back(std::move(*fault));
        const auto events = record.state().programme_events(programme->code, moment.known);
        const auto ledger =
            programme::fold(plan, *programme, events, moment.known.as_of, request.corrects);
        auto found = action.check({*programme, ledger, moment.today});
        if (auto fault = not_correctable(events, request, action.kind)) {
            faults.push_back(std::move(*fault));
            // That the one that was meant stands in the way only follows from it.
            std::erase_if(found, [](const Error& other) {
                return other.code == ErrorCode::counted_before ||
                       other.code == ErrorCode::cohort_exists ||
                       other.code == ErrorCode::task_exists;
            });
        }
        add_new(faults, std::move(found));
    }
    TRY(settle(request, std::move(faults)));
    const std::string subject = "programme/" + request.programme;
    auto draft = begin_draft(moment, principal, request, action.kind, subject);
    draft.payload.set("programme", request.programme);
    if (request.corrects)
        draft.payload.set("corrects", *request.corrects);
    TRY(action.fill(draft));
    draft.expects = journal::Expectation{0, {subject, "plan"}};
    return draft;
}

Result<std::string> new_code(std::string_view text, std::string where) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    };
    if (!text.empty() && text.size() <= 64 && std::ranges::all_of(text, is_allowed))
        return std::string{text};
    return Error{ErrorCode::invalid_argument,
                 fmt::format("expected a code of letters, digits and hyphens, found \"{}\"", text),
                 std::move(where)};
}

}  // namespace app
