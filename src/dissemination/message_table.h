#pragma once

#include "base/input.h"
#include "base/period.h"
#include "base/result.h"
#include "plan/statistics_plan.h"
#include "sdmx/artefact.h"
#include "sdmx/message.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dissemination {

/// Whether a file is an SDMX message rather than a table of figures: it begins as XML or JSON, or
/// its first column is DATAFLOW or STRUCTURE.
bool is_message(std::string_view bytes);

/// Takes a stretch of whole records of a table; the header stands in front of the first. `next` is
/// where the message can be gone on with to make the records that follow, if it can be.
using TableOutput = std::function<base::Result<void>(std::string records,
                                                     const std::optional<sdmx::RowPlace>& next)>;

/// What a data message is held against.
struct MessageTerms {
    const plan::Statistics& declared;
    base::YearStart fiscal_year{7};
    const std::deque<sdmx::Artefact>& foreign;  ///< structures of others that were loaded
    std::optional<base::Day> today = {};        ///< nothing was published later
    /// Of SDMX-CSV that is gone on with, as `sdmx::ReadOptions` has it: only the records that
    /// follow are made.
    std::optional<sdmx::RowPlace> from = {};
};

/// Turns a data message into the table of figures that would have brought the same data. Of a
/// dataflow that the strategy declares, codes become the words by which tables print them; of one
/// whose structure was loaded, they stay what they are. The message is read and the table written
/// piece by piece.
///
/// Shape: the long layout of statistics::load_csv, with the columns of every dataflow. PUBLISHED
///        gives the day of publication (left empty where DATE_BASIS says that it was estimated),
///        SOURCE the source (without it the sender, and in SDMX-CSV, which names none, the flow's
///        provider), ROW the id, OBS_STATUS the status; what a message does not say is left to the
///        loader's own rules. An observation without a value has the status M. Where structures
///        of others were loaded, the columns series_key and attributes follow, for which see
///        ForeignRows.
/// Errors: all that is wrong, in one pass, each with its place: those of read_message and of the
///         output; sdmx_not_loadable (no data message, a dataflow or structure that is neither
///         declared nor loaded, data that are to be deleted, a dimension missing or unknown, a code
///         that is in no list or that no table prints, a period that does not fit its frequency).
base::Result<void> translate_message(const base::Input& message, const std::string& file,
                                     const MessageTerms& terms, const TableOutput& write);

/// The same in memory.
base::Result<std::string> table_of_message(std::string_view bytes, const std::string& file,
                                           const MessageTerms& terms);

}  // namespace dissemination
