#pragma once

#include "base/input.h"
#include "base/result.h"
#include "forecast/hierarchy.h"

#include <string>

namespace app {

using base::Result;

/// Reads the table that says which series add up to which sums: series_id,parent, or series_id and
/// a column for each dimension.
///
/// Shape:  blanks around a field do not count; bottom series stand in the order of the table.
/// Errors: invalid_csv (a header without these columns, a row of another number of fields, those of
///         CsvReader), those of Hierarchy::grouped and Hierarchy::tree; each names the file, and
///         the line where it is of one.
Result<forecast::Hierarchy> read_structure(const base::Input& input, const std::string& file);

}  // namespace app
