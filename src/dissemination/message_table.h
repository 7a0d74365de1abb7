#pragma once

#include "base/period.h"
#include "base/result.h"
#include "plan/statistics_plan.h"

#include <string>
#include <string_view>

namespace dissemination {

/// Whether a file is an SDMX message rather than a table of figures: it begins as XML or JSON, or
/// its first column is DATAFLOW or STRUCTURE.
bool is_message(std::string_view bytes);

/// Turns a data message of a dataflow that the strategy declares into the table of figures that
/// would have brought the same data: codes become the words by which tables print them.
///
/// Shape: the long layout of statistics::load_csv. PUBLISHED gives the day of publication (left
///        empty where DATE_BASIS says that it was estimated), SOURCE the source, ROW the id,
///        OBS_STATUS the status; a message without them leaves these to the loader's own rules. An
///        observation without a value has the status M.
/// Errors: all that is wrong, in one pass, each with its place: those of read_message;
///         sdmx_not_loadable (no data message, a dataflow or structure that is not declared, data
///         that are to be deleted, a dimension missing or unknown, a code that is in no list or
///         that no table prints, a period that does not fit its frequency).
base::Result<std::string> table_of_message(std::string_view bytes, const std::string& file,
                                           const plan::Statistics& declared,
                                           base::YearStart fiscal_year);

}  // namespace dissemination
