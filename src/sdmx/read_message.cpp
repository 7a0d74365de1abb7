#include "sdmx/read_message.h"

#include "sdmx/place.h"

#include <algorithm>
#include <array>

namespace sdmx {

namespace {

constexpr std::size_t head_bytes = 4096;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

base::Error unknown_form(std::string_view head, const ReadOptions& options) {
    std::string shown;
    for (const char c : head.substr(0, std::min(head.find_first_of("\r\n"), std::size_t{40})))
        shown += c >= ' ' && c <= '~' ? c : '?';
    return {base::ErrorCode::sdmx_unknown_form,
            "expected an SDMX message, which begins with \"<\" (SDMX-ML), \"{\" (SDMX-JSON), "
            "STRUCTURE or DATAFLOW (SDMX-CSV); found " +
                (shown.empty() ? std::string{"nothing"} : '"' + shown + '"'),
            std::string{Place{options.name, 1, 1}.text()}};
}

bool begins_csv(std::string_view head) {
    if (head.starts_with('"'))
        head.remove_prefix(1);
    for (const std::string_view term : {"DATAFLOW", "STRUCTURE"})
        if (head.starts_with(term)) {
            const auto rest = head.substr(term.size());
            // What follows is a separator, the end of the line or of a quote, or "[;]".
            return rest.empty() || !std::isalnum(static_cast<unsigned char>(rest.front()));
        }
    return false;
}

// Fills `head` as far as the input gives.
base::Result<void> read_head(const Input& input, std::string& head) {
    head.resize(head_bytes);
    std::size_t filled = 0;
    while (filled < head.size()) {
        const auto bytes = TRY(input(std::span{head}.subspan(filled)));
        if (bytes == 0)
            break;
        filled += bytes;
    }
    head.resize(filled);
    return {};
}

// SDMX's cross-domain concepts and those that most agencies attach: never dimensions.
constexpr std::array<std::string_view, 27> known_attributes{
    "AVAILABILITY", "BREAKS",          "COLLECTION",       "COLL_METHOD",
    "COMMENT",      "COMMENT_OBS",     "COMMENT_TS",       "COMPILATION",
    "CONF_STATUS",  "CONF_STATUS_OBS", "DECIMALS",         "OBS_COM",
    "OBS_COMMENT",  "OBS_CONF",        "OBS_FLAG",         "OBS_PRE_BREAK",
    "OBS_STATUS",   "PRE_BREAK_VALUE", "PUBL_ECB",         "SOURCE_AGENCY",
    "TIME_FORMAT",  "TITLE",           "TITLE_COMPL",      "UNIT_INDEX_BASE",
    "UNIT_MULT",    "UPDATED",         "VALIDATION_STATUS"};

}  // namespace

std::string_view name(MessageKind kind) {
    constexpr std::array<std::string_view, 6> names{"data",  "structure", "metadata",
                                                    "error", "query",     "registry"};
    return names[static_cast<std::size_t>(kind)];
}

Part part_of(std::string_view component, const DataStructure* structure,
             std::string_view at_observation) {
    if (structure != nullptr) {
        const auto* found = structure->find(component);
        if (found == nullptr)
            return component == "OBS_VALUE" ? Part::value : Part::attribute;
        switch (found->role) {
            case ComponentRole::dimension:
            case ComponentRole::measure_dimension:
            case ComponentRole::time_dimension:
                return Part::dimension;
            case ComponentRole::measure:
                // The first measure is the value; further ones stand among the attributes.
                return structure->in_role(ComponentRole::measure).front() == found
                           ? Part::value
                           : Part::attribute;
            case ComponentRole::attribute:
                return Part::attribute;
        }
    }
    if (component == at_observation || component == "TIME_PERIOD")
        return Part::dimension;
    if (component == "OBS_VALUE")
        return Part::value;
    return std::ranges::binary_search(known_attributes, component) ? Part::attribute
                                                                   : Part::dimension;
}

std::optional<DataSetStart::Action> action_named(std::string_view word) {
    using enum DataSetStart::Action;
    constexpr std::array<std::pair<std::string_view, DataSetStart::Action>, 10> words{
        {{"Information", information},
         {"Append", append},
         {"Merge", merge},
         {"Replace", replace},
         {"Delete", remove},
         {"I", information},
         {"A", append},
         {"M", merge},
         {"R", replace},
         {"D", remove}}};
    for (const auto& [known, action] : words)
        if (known == word)
            return action;
    return {};
}

base::Result<void> read_message(const Input& input, const ReadOptions& options, MessageSink& sink) {
    std::string head;
    TRY(read_head(input, head));
    std::string_view rest = head;
    if (rest.starts_with(utf8_mark))
        rest.remove_prefix(utf8_mark.size());
    const auto passed = head.size() - rest.size();
    const auto first = rest.find_first_not_of(" \t\r\n");
    const auto begin = first == rest.npos ? std::string_view{} : rest.substr(first);
    // UTF-16 is XML's alone; its reader tells by the mark.
    const bool utf16 = rest.starts_with("\xFF\xFE") || rest.starts_with("\xFE\xFF");
    const Input whole = [&](std::span<char> into) -> base::Result<std::size_t> {
        if (rest.empty())
            return input(into);
        const auto bytes = std::min(into.size(), rest.size());
        std::copy_n(rest.data(), bytes, into.data());
        rest.remove_prefix(bytes);
        return bytes;
    };
    if (begin.starts_with('<') || utf16)
        return read_ml(whole, options, sink);
    if (begin.starts_with('{'))
        return read_json(whole, options, sink);
    if (begins_csv(begin))
        return read_csv(whole, options, sink, passed);
    return unknown_form(begin, options);
}

}  // namespace sdmx
