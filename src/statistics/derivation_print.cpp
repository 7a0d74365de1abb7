#include "statistics/derive.h"

#include <fmt/format.h>

namespace statistics {
namespace {

void print(const Derivation& derivation, std::size_t depth, std::string& out) {
    out.append(2 * depth, ' ');
    out += fmt::format("{} {} for {}", derivation.value.text(), derivation.unit, derivation.time);
    if (derivation.operation != Operation::published) {
        out += fmt::format(" = {} of\n", word(derivation.operation));
        for (const auto& operand : derivation.operands)
            print(operand, depth + 1, out);
        return;
    }
    out += fmt::format(": published {}{}", base::to_string(derivation.vintage->known_on),
                       derivation.vintage->estimated ? " (date estimated)" : "");
    if (!derivation.publisher.empty())
        out += fmt::format(" by {}", derivation.publisher);
    out += fmt::format(" [{}{}{}]", derivation.row, derivation.row.empty() ? "" : ", ",
                       derivation.source);
    if (!derivation.address.empty())
        out += fmt::format(" {}", derivation.address);
    if (derivation.status != ObservationStatus::normal)
        out += fmt::format(", status {}", static_cast<char>(derivation.status));
    out += '\n';
}

base::Json day_or_null(const std::optional<base::Day>& day) {
    return day ? base::Json{base::to_string(*day)} : base::Json{};
}

}  // namespace

void Answer::say(const Messages& more) {
    messages.insert(messages.end(), more.begin(), more.end());
    reason = text_of(messages);
}

std::string Derivation::text() const {
    std::string out;
    print(*this, 0, out);
    return out;
}

base::Json Derivation::json() const {
    auto result = base::Json::object(
        {{"operation", word(operation)}, {"time", time}, {"value", value.text()}, {"unit", unit}});
    if (operation != Operation::published) {
        result.set("operands", base::Json::array_of(operands, [](const Derivation& operand) {
                       return operand.json();
                   }));
        return result;
    }
    result.set("row", row);
    result.set("source", source);
    result.set("publisher", publisher);
    result.set("address", address);
    result.set("status", std::string(1, static_cast<char>(status)));
    result.set("vintage", base::to_string(vintage->known_on));
    result.set("vintage_estimated", vintage->estimated);
    return result;
}

base::Json Answer::json() const {
    return base::Json::object(
        {{"value", value ? base::Json{value->text()} : base::Json{}},
         {"unit", unit},
         {"time", time},
         {"coverage", base::Json::object({{"known", coverage.known}, {"of", coverage.of}})},
         {"complete", complete},
         {"estimated", estimated},
         {"provisional", provisional},
         {"uncertainty", uncertainty},
         {"vintage", day_or_null(vintage)},
         {"reason", reason.empty() ? base::Json{} : base::Json{reason}},
         {"messages", json_of(messages)},
         {"derivation", derivation ? derivation->json() : base::Json{}}});
}

}  // namespace statistics
