#include "app/replaced.h"

#include "app/views.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Json;

std::string text_of(const Json& payload, std::string_view key) {
    const auto* field = payload.find(key);
    return field != nullptr && field->string() != nullptr ? *field->string() : std::string{};
}

std::string money_words(const Json& payload) {
    return fmt::format("{} {}", text_of(payload, "currency"), text_of(payload, "amount"));
}

std::string place_words(const Json& payload) {
    return fmt::format("for {} in {}", text_of(payload, "subject"),
                       text_of(payload, "fiscal_year"));
}

std::string programme_words(const Record& record, std::uint64_t seq, const Json& payload) {
    const auto events = record.state().programme_events(
        plan::ProgrammeId{text_of(payload, "programme")}, {seq + 1, base::Day::max()});
    const auto at = std::ranges::find(events, seq, [](const auto* event) { return event->seq; });
    if (at == events.end())
        return {};
    const auto* count = std::get_if<programme::ReportedCount>(&(*at)->what);
    return programme::about((*at)->what) +
           (count == nullptr ? "" : fmt::format(", {} {}", count->when.text, count->value.text()));
}

std::string words_of(const Record& record, const journal::Entry& entry) {
    const Json& payload = entry.payload;
    if (entry.kind == "funding.recorded")
        return fmt::format("{} of {} of fund {} {}", text_of(payload, "stage"),
                           money_words(payload), text_of(payload, "fund"), place_words(payload));
    if (entry.kind == "funding.budgeted")
        return fmt::format("{} of {} {}", text_of(payload, "basis"), money_words(payload),
                           place_words(payload));
    return entry.kind.starts_with("programme.") ? programme_words(record, entry.seq, payload)
                                                : std::string{};
}

std::optional<std::uint64_t> line_before(const Record& record, const journal::Entry& entry) {
    std::optional<std::uint64_t> before;
    const auto code = text_of(entry.payload, "line");
    for (const auto* line : record.state().book({entry.seq, base::Day::max()}).lines) {
        if (line->code->text == code)
            before = line->seq;
    }
    return before;
}

}  // namespace

Result<std::optional<Replaced>> replaced_by(const Record& record, std::uint64_t seq) {
    const auto entry = TRY(record.log().read(seq));
    std::optional<std::uint64_t> earlier;
    const auto* corrects = entry.payload.find("corrects");
    if (corrects != nullptr && corrects->integer() != nullptr)
        earlier = static_cast<std::uint64_t>(*corrects->integer());
    else if (entry.kind == "funding.budgeted")
        earlier = line_before(record, entry);
    if (!earlier)
        return std::optional<Replaced>{};
    const auto replaced = TRY(record.log().read(*earlier));
    return std::optional{Replaced{*earlier, words_of(record, replaced)}};
}

Result<Json> receipt_json(const Record& record, const journal::Receipt& receipt) {
    Json json = receipt_json(receipt);
    if (const auto replaced = TRY(replaced_by(record, receipt.seq)))
        json.set("replaces", Json::object({{"seq", replaced->seq}, {"what", replaced->what}}));
    return json;
}

}  // namespace app
