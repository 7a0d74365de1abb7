#include "base/text.h"
#include "plan/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::ErrorCode;
using base::Result;

auto one_of(std::vector<std::string> allowed) {
    return [allowed = std::move(allowed)](const std::string& text) -> Result<std::string> {
        if (std::ranges::find(allowed, text) != allowed.end())
            return text;
        return wrong_word(text, allowed);
    };
}

auto grade(const std::string& text) {
    return parse_whole(text, 1, 3);
}

}  // namespace

void Compiler::compile_institutions(ItemReader& root) {
    root.require("institutions");
    for (const auto* node : root.items("institutions"))
        compile_institution(*node);
}

void Compiler::compile_institution(const Node& node) {
    ItemReader reader{node, findings_, "an institution"};
    Institution institution;
    institution.code = InstitutionId{reader.text("code")};
    const auto& code = institution.code.text();
    const bool is_new = is_new_code(reader, "code", "institution", code);
    if (is_new && !is_word_code(code))
        fail_code(
            reader, "code", "institution",
            fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"", code));
    institution.name = reader.text("name");
    institution.abbreviation = reader.optional_text("abbreviation");
    institution.aliases = reader.texts("aliases");
    institution.type = reader.stated<std::string>("type", one_of({"A", "B", "C", "D", "E", "F"}));
    if (institution.type.is_absent() && !reader.is_reported("type"))
        reader.require("type");
    institution.role = reader.optional_text("role");
    institution.resources = reader.optional<int>("resources", grade, whole_hint);
    institution.capacity = reader.optional<int>("capacity", grade, whole_hint);
    institution.influence = reader.optional<int>("influence", grade, whole_hint);
    institution.note = reader.optional_text("note");
    institution.mark = node.mark;
    if (is_new)
        check_names(institution, reader);
    if (institution.type.is_open())
        reader.report(open_faults({"type"}, institution.note));
    reader.finish();
    plan_.institutions.push_back(std::move(institution));
    institution_readers_.push_back(std::move(reader));
}

/// Code, name, abbreviation and aliases all lead to one institution.
void Compiler::check_names(const Institution& institution, ItemReader& reader) {
    const auto& code = institution.code.text();
    const auto note = [&](const std::string& field, const std::string& name) {
        if (name.empty())
            return;
        const auto [at, is_new] =
            names_.emplace(base::lower_ascii(name), std::pair{code, institution.mark});
        if (!is_new && at->second.first != code)
            reader.fail(field, ErrorCode::alias_clash,
                        fmt::format("\"{}\" already names the institution {} (line {})", name,
                                    at->second.first, at->second.second.line));
    };
    note("code", code);
    note("name", institution.name);
    note("abbreviation", institution.abbreviation);
    for (std::size_t i = 0; i < institution.aliases.size(); ++i)
        note(fmt::format("aliases.{}", i), institution.aliases[i]);
}

void Compiler::compile_council(ItemReader& root) {
    const Node* node = root.mapping("council");
    if (node == nullptr)
        return;
    ItemReader reader{*node, findings_, "the council"};
    Council council;
    council.title = reader.text("title");
    council.meetings_per_year = reader.optional<int>(
        "meetings_per_year", [](const std::string& text) { return parse_whole(text, 1, 366); },
        whole_hint);
    council.chair = reader.stated_text("chair");
    council.quorum = reader.stated_text("quorum");
    council.term = reader.stated_text("term");
    council.secretariat = reader.optional<InstitutionId>(
        "secretariat", [&](const std::string& text) { return institution(text); });
    council.functions = reader.texts("functions");
    council.note = reader.optional_text("note");
    for (const auto* seat : reader.items("seats"))
        compile_seat(*seat, council);
    for (const auto* form : reader.items("desk"))
        compile_desk(*form, council);
    const int seats = static_cast<int>(council.seats.size());
    if (council.quorum.is_stated() && seats > 0 && !seats_needed(*council.quorum, seats))
        reader.fail("quorum", ErrorCode::quorum_not_computed,
                    fmt::format("\"{}\" does not say how many of {} seats must be present",
                                *council.quorum, seats),
                    "write a number, half of the seats, more than half of the seats or two thirds "
                    "of the seats");
    std::vector<std::string> open;
    for (const auto& [field, is_open] : {std::pair{"chair", council.chair.is_open()},
                                         {"quorum", council.quorum.is_open()},
                                         {"term", council.term.is_open()}}) {
        if (is_open)
            open.emplace_back(field);
    }
    reader.report(open_faults(open, council.note));
    reader.finish();
    plan_.council = std::move(council);
}

void Compiler::compile_seat(const Node& node, Council& council) {
    ItemReader reader{node, findings_, "a seat"};
    Seat seat;
    seat.number =
        reader
            .required<int>(
                "number", [](const std::string& text) { return parse_whole(text, 1, 999); },
                whole_hint)
            .value_or(0);
    if (seat.number != 0)
        for (const auto& other : council.seats) {
            if (other.number == seat.number)
                reader.fail("number", ErrorCode::seat_duplicated,
                            fmt::format("the seat {} stands twice", seat.number));
        }
    seat.institution =
        reader
            .required<InstitutionId>("institution",
                                     [&](const std::string& text) { return institution(text); })
            .value_or(InstitutionId{});
    if (const auto* entry = node.find("institution");
        entry != nullptr && !seat.institution.empty()) {
        const auto [at, is_new] =
            seats_by_institution_.emplace(seat.institution.text(), entry->value.mark);
        if (!is_new)
            reader.fail("institution", ErrorCode::seat_duplicated,
                        fmt::format("\"{}\" already has the seat on line {}",
                                    seat.institution.text(), at->second.line));
    }
    seat.side = reader.required<std::string>("side", one_of({"public", "private", "academia"}))
                    .value_or("");
    seat.note = reader.optional_text("note");
    reader.finish();
    council.seats.push_back(std::move(seat));
    seat_readers_.push_back(std::move(reader));
}

void Compiler::compile_desk(const Node& node, Council& council) {
    ItemReader reader{node, findings_, "a form of the desk"};
    DeskForm form;
    form.form = reader.text("form");
    is_new_code(reader, "form", "form", form.form);
    form.title = reader.text("title");
    form.days = reader
                    .required<int>(
                        "days", [](const std::string& text) { return parse_whole(text, 1, 3650); },
                        whole_hint)
                    .value_or(form.days);
    reader.finish();
    council.desk.push_back(std::move(form));
}

void Compiler::compile_regulations(ItemReader& root) {
    for (const auto* node : root.items("regulations")) {
        ItemReader reader{*node, findings_, "a regulation"};
        Regulation regulation;
        regulation.code = reader.text("code");
        is_new_code(reader, "code", "regulation", regulation.code);
        regulation.title = reader.text("title");
        regulation.date = reader.optional_text("date");
        // An outside body stands as plain words, so an unknown name is no fault here.
        for (const auto& name : reader.texts("responsible")) {
            const auto* institution = plan_.find_institution(name);
            regulation.responsible.push_back(institution ? institution->code.text() : name);
        }
        regulation.purpose = reader.optional_text("purpose");
        regulation.status = reader.optional_text("status");
        regulation.activities = activity_list(reader, "activities");
        regulation.note = reader.optional_text("note");
        reader.finish();
        plan_.regulations.push_back(std::move(regulation));
    }
}

}  // namespace plan
