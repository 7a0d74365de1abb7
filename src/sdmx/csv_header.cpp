#include "sdmx/csv_header.h"

#include "base/text.h"
#include "sdmx/place.h"

#include <algorithm>
#include <array>

namespace sdmx {

namespace {

bool is_of_an_id(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-' || c == '@' || c == '$' || c == '.' || c == '+' || c == '*' || c == ':' ||
           c == '(' || c == ')';
}

// "ATTR[en;fr]: Name" into the parts of a column; "CONTACT[].NAME[]" is CONTACT.NAME.
CsvColumn column_of(std::string_view field, char piece_separator) {
    CsvColumn column;
    auto rest = field.substr(0, field.find(": "));
    while (!rest.empty()) {
        const auto open = rest.find('[');
        column.id += rest.substr(0, open);
        if (open == rest.npos)
            break;
        column.pieces = true;
        const auto close = std::min(rest.find(']', open), rest.size());
        const auto inner = rest.substr(open + 1, close - open - 1);
        column.languages.clear();
        if (!inner.empty())
            for (const auto language : base::parts(inner, piece_separator))
                column.languages.emplace_back(language);
        rest.remove_prefix(std::min(close + 1, rest.size()));
    }
    column.id = std::string{base::trimmed(column.id)};
    return column;
}

std::string_view plain(std::string_view field) {
    return field.substr(0, field.find('['));
}

}  // namespace

base::Result<char> csv_separator(std::string_view text, std::string_view file) {
    std::size_t at = text.find_first_not_of(" \t\r\n");
    const bool quoted = at < text.size() && text[at] == '"';
    at += quoted ? 1 : 0;
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z')
        ++at;
    if (at < text.size() && text[at] == '[')
        at = std::min(text.find(']', at), text.size() - 1) + 1;
    at += quoted ? 1 : 0;
    if (at >= text.size() || text[at] == '\n' || text[at] == '\r' || is_of_an_id(text[at]) ||
        text[at] == '"' || static_cast<unsigned char>(text[at]) >= 0x80)
        return Place{file, 1, at + 1}.malformed(
            "expected a separator after the first term of the header, such as a comma, found " +
            (at >= text.size() ? std::string{"the end"}
             : text[at] < ' '  ? std::string{"the end of the line"}
                               : '"' + std::string{text[at]} + '"'));
    return text[at];
}

base::Result<CsvHeader> read_csv_header(std::span<const std::string_view> fields,
                                        const ReadOptions& options, std::size_t line) {
    const Place place{options.name, line, 1};
    CsvHeader header;
    header.width = fields.size();
    const auto first = base::trimmed(fields[0]);
    header.second_edition = plain(first) == "STRUCTURE";
    if (const auto open = first.find('['); open != first.npos && open + 1 < first.size())
        header.piece_separator = first[open + 1];
    std::size_t at = 1;
    bool with_names = false;
    if (header.second_edition) {
        if (fields.size() < 2 || plain(fields[1]) != "STRUCTURE_ID")
            return place.malformed(
                "expected STRUCTURE_ID as the second column, found " +
                (fields.size() < 2 ? std::string{"none"} : '"' + std::string{fields[1]} + '"'));
        for (at = 2; at < fields.size(); ++at) {
            if (fields[at] == "STRUCTURE_NAME")
                with_names = true;
            else if (fields[at] == "ACTION")
                header.action = at;
            else if (fields[at] != "SERIES_KEY" && fields[at] != "OBS_KEY")
                break;
        }
    }
    if (with_names && (fields.size() - at) % 2 != 0)
        return place.malformed(
            "expected a column of names after each component, as there is "
            "STRUCTURE_NAME, found an odd number of columns");
    for (; at < fields.size(); at += with_names ? 2 : 1) {
        header.labelled |= fields[at].contains(": ");
        auto column = column_of(fields[at], header.piece_separator);
        column.index = at;
        if (column.id.empty())
            return place.malformed("expected the id of a component in column " +
                                   std::to_string(at + 1) + ", found none");
        if (std::ranges::find(header.columns, column.id, &CsvColumn::id) != header.columns.end())
            return place.malformed("expected each component once, found " + column.id + " twice");
        header.columns.push_back(std::move(column));
    }
    if (header.columns.size() > options.bounds.components_max)
        return place.out_of_bounds("expected at most " +
                                   std::to_string(options.bounds.components_max) +
                                   " components, found " + std::to_string(header.columns.size()));
    return header;
}

void assign_parts(CsvHeader& header, const DataStructure* structure) {
    bool behind_value = false;
    for (auto& column : header.columns) {
        column.part = part_of(column.id, structure, "");
        // Without a structure, what stands behind the value or may have several values is taken
        // for an attribute.
        const bool several = column.pieces || column.id.contains('.');
        if (structure == nullptr && column.part == Part::dimension && (behind_value || several) &&
            column.id != "TIME_PERIOD")
            column.part = Part::attribute;
        behind_value |= column.part == Part::value;
    }
}

bool has_whole_keys(const CsvHeader& header, const DataStructure* structure) {
    if (structure == nullptr)
        return true;
    for (const auto& component : structure->components) {
        const bool key =
            component.role != ComponentRole::measure && component.role != ComponentRole::attribute;
        if (key &&
            std::ranges::find(header.columns, component.id, &CsvColumn::id) == header.columns.end())
            return false;
    }
    return true;
}

std::optional<ArtefactType> csv_structure_type(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, ArtefactType>, 6> words{
        {{"dataflow", ArtefactType::dataflow},
         {"datastructure", ArtefactType::data_structure},
         {"dataprovision", ArtefactType::provision_agreement},
         {"metadataflow", ArtefactType::metadataflow},
         {"metadatastructure", ArtefactType::metadata_structure},
         {"metadataprovision", ArtefactType::metadata_provision_agreement}}};
    const auto lower = base::lower_ascii(word);
    for (const auto& [known, type] : words)
        if (known == lower)
            return type;
    return {};
}

std::optional<Reference> csv_reference(std::string_view text, ArtefactType type) {
    const auto colon = text.find(':');
    if (colon == text.npos || colon == 0)
        return {};
    Reference made;
    made.type = type;
    made.agency = text.substr(0, colon);
    const auto open = text.find('(', colon);
    made.id = text.substr(colon + 1, open == text.npos ? open : open - colon - 1);
    if (open != text.npos) {
        const auto close = text.find(')', open);
        if (close == text.npos)
            return {};
        made.version = text.substr(open + 1, close - open - 1);
    }
    return made.id.empty() ? std::nullopt : std::optional{made};
}

std::string_view without_label(std::string_view field) {
    std::size_t at = 0;
    for (; at < field.size() && is_of_an_id(field[at]); ++at)
        if (field[at] == ':' && at > 0 && at + 1 < field.size() && field[at + 1] == ' ')
            return field.substr(0, at);
    return field;
}

std::vector<std::string_view> csv_pieces(std::string_view field, char separator,
                                         std::deque<std::string>& unquoted) {
    std::vector<std::string_view> pieces;
    for (;;) {
        if (field.starts_with('"')) {
            std::string piece;
            std::size_t at = 1;
            for (; at < field.size(); ++at) {
                if (field[at] == '"' && (at + 1 == field.size() || field[at + 1] != '"'))
                    break;
                if (field[at] == '"')
                    ++at;
                piece += field[at];
            }
            field.remove_prefix(std::min(at + 1, field.size()));
            pieces.push_back(unquoted.emplace_back(std::move(piece)));
            if (!field.empty() && field.front() != separator)
                pieces.back() = unquoted.back() += field.substr(0, field.find(separator));
            field.remove_prefix(std::min(field.find(separator), field.size()));
        } else {
            const auto end = std::min(field.find(separator), field.size());
            pieces.push_back(field.substr(0, end));
            field.remove_prefix(end);
        }
        if (field.empty())
            return pieces;
        field.remove_prefix(1);
    }
}

}  // namespace sdmx
