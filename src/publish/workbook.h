#pragma once

#include "sdmx/data_message.h"

#include <string>
#include <utility>
#include <vector>

namespace publish {

/// What a workbook says of its figures beside them.
struct WorkbookFacts {
    std::string as_of;  ///< the day until which it shows what was published
    std::string query;  ///< the address that was asked, without its host
    /// By dataflow in the order of the sets, who provides its figures; one line each.
    std::vector<std::pair<const sdmx::Artefact*, std::string>> providers;
};

/// A workbook holds so many figures at most, so that a request for one stays short; a sheet of it
/// could hold 1,048,575.
inline constexpr std::size_t workbook_figures_max = 200'000;

/// Writes a data message as a workbook (Office Open XML): a sheet of figures for each dataflow, a
/// row each with the names and codes of its dimensions, its period, value and attributes, then a
/// sheet that says what they are. An exercise is named as one on every sheet.
///
/// Shape:  values are numbers with the digits that were published; one with more digits than such
///         a number can hold (15) is a text. Texts are in the first of `languages` that they have;
///         sheets in Urdu run from right to left.
/// Errors: sdmx_too_large (more than `workbook_figures_max`), file_not_writable (no room for
///         temporary files), those of the series' source.
/// Source: ISO/IEC 29500-1:2016, SpreadsheetML.
base::Result<std::string> write_workbook(const sdmx::DataMessage& message,
                                         const WorkbookFacts& facts,
                                         const std::vector<std::string>& languages);

}  // namespace publish
