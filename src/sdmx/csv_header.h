#pragma once

#include "sdmx/read_message.h"

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// A column of a component.
struct CsvColumn {
    std::size_t index = 0;  ///< of its field in a row
    std::string id;
    Part part = Part::dimension;
    bool pieces = false;                 ///< "ATTR[]" or "ATTR[en;fr]"
    std::vector<std::string> languages;  ///< of "ATTR[en;fr]"
};

/// What the first row of SDMX-CSV says.
struct CsvHeader {
    bool second_edition = false;  ///< STRUCTURE, STRUCTURE_ID, ...; else DATAFLOW
    bool labelled = false;        ///< labels=both: "ID: Name" in every field
    char piece_separator = ';';
    std::size_t width = 0;
    std::optional<std::size_t> action;
    std::vector<CsvColumn> columns;
};

/// The character after the first header term, which separates all fields.
///
/// Errors: sdmx_malformed where nothing that could separate follows.
base::Result<char> csv_separator(std::string_view text, std::string_view file);

/// Errors: sdmx_malformed (a column without an id, one that stands twice, names without ids),
///         sdmx_out_of_bounds.
/// Source: SDMX-CSV 1.0, 2.0 and 2.1 field guides.
base::Result<CsvHeader> read_csv_header(std::span<const std::string_view> fields,
                                        const ReadOptions& options, std::size_t line);

/// Tells dimensions from attributes by the structure; without one (nullptr) by the rules of
/// docs/formats/sdmx.md.
void assign_parts(CsvHeader& header, const DataStructure* structure);

/// Whether there is a column for every dimension of the structure; without one (nullptr) it is
/// taken for granted.
bool has_whole_keys(const CsvHeader& header, const DataStructure* structure);

/// The kind that a word of the column STRUCTURE names ("dataflow", in any case); none: it is no
/// such word.
std::optional<ArtefactType> csv_structure_type(std::string_view word);
/// "AGENCY:ID(VERSION)"; the version may be left out.
std::optional<Reference> csv_reference(std::string_view text, ArtefactType type);

/// "A" of "A: Name"; all of a text that has no id before a colon and a space.
std::string_view without_label(std::string_view field);

/// The pieces of a field between separators; one in quotes is given without them. What had doubled
/// quotes stands in `unquoted` then, where the pieces point to.
std::vector<std::string_view> csv_pieces(std::string_view field, char separator,
                                         std::deque<std::string>& unquoted);

}  // namespace sdmx
