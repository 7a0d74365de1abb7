#include "sdmx/summary.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sdmx {

namespace {

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end.ec == std::errc{} && end.ptr == text.data() + text.size();
    return whole && std::isfinite(number) ? std::optional{number} : std::nullopt;
}

std::optional<std::size_t> count_of(const Artefact& artefact) {
    if (const auto* scheme = std::get_if<ItemScheme>(&artefact.body); scheme != nullptr)
        return scheme->items.size();
    if (const auto* structure = std::get_if<DataStructure>(&artefact.body); structure != nullptr)
        return structure->key().size() + (structure->time() == nullptr ? 0 : 1);
    return {};
}

}  // namespace

std::string_view name(Format format) {
    constexpr std::array<std::string_view, 6> names{"SDMX-ML 2.1",   "SDMX-ML 3.0",
                                                    "SDMX-JSON 1.0", "SDMX-JSON 2.0",
                                                    "SDMX-CSV 1.0",  "SDMX-CSV 2.0"};
    return names[static_cast<std::size_t>(format)];
}

base::Result<void> Summary::form(const MessageForm& form) {
    message_form = form;
    return {};
}

base::Result<void> Summary::header(const MessageHeader& header) {
    message_id = header.id;
    return {};
}

base::Result<void> Summary::data_set(const DataSetStart&) {
    ++data_sets;
    return {};
}

base::Result<void> Summary::series(std::span<const ComponentValue>,
                                   std::span<const ComponentValue>) {
    ++series_count;
    return {};
}

base::Result<void> Summary::observation(const ObservationRecord& record) {
    ++observations;
    if (const auto number = record.value ? number_in(*record.value) : std::nullopt) {
        ++numeric_values;
        sum += *number;
    }
    return {};
}

base::Result<void> Summary::artefact(Artefact&& artefact) {
    artefacts.push_back({artefact.reference(), count_of(artefact)});
    return {};
}

base::Result<void> Summary::service_message(const ServiceMessage& message) {
    constexpr std::size_t kept_max = 1000;
    if (service_messages.size() < kept_max)
        service_messages.push_back(message);
    return {};
}

std::map<std::string, std::map<std::string, std::optional<std::size_t>>> Summary::by_word() const {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> same;
    for (const auto& line : artefacts)
        ++same[{info(line.artefact.type).word, line.artefact.id}];
    std::map<std::string, std::map<std::string, std::optional<std::size_t>>> sorted;
    for (const auto& line : artefacts) {
        const auto word = info(line.artefact.type).word;
        const auto& [type, agency, id, version, item_class, item] = line.artefact;
        const bool alone = same[{word, id}] == 1;
        sorted[std::string{word}][alone ? id : agency + ':' + id + '(' + version + ')'] =
            line.count;
    }
    return sorted;
}

}  // namespace sdmx
