#pragma once

#include "adjustment/revision.h"
#include "app/day_influences.h"
#include "app/series_batch.h"

#include <optional>

namespace app {

/// How the series of a table are adjusted. The first period of a year is that of t = 1.
struct AdjustBatch : SeriesBatch {
    int frequency = 12;
    std::optional<adjustment::Mode> mode = {};  ///< none: by the criterion of each series' model
    std::optional<forecast::ArimaOrder> model = adjustment::airline;  ///< none: chosen for each
    bool finds_outliers = true;
    InfluenceSources influences = {};
    /// Of a revision history, whose means stand in the report; none: there is none.
    std::optional<adjustment::RevisionPolicy> revisions = {};
};

struct AdjustReport : SeriesBatchReport {
    std::size_t unadjusted = 0;  ///< for a reason that stands in the report
};

/// Where the answer goes, each as a table with a header.
struct AdjustTables {
    WriteTable components;  ///< series_id,t,seasonal,adjusted,trend,irregular of what is adjusted
    WriteTable report;      ///< a row for each series: adjusted or why not, filters, quality
    WriteTable vintages;    ///< series_id,known_to,t,adjusted; none: they are not written
};

/// Adjusts every series of a table series_id,t,value.
///
/// Shape:  as run_series_batch. A series that is not adjusted has a row in the report alone.
/// Errors: those of run_series_batch and of the outputs; invalid_forecast (a frequency that is not
///         from 1 to 366), invalid_argument (influences that cannot be of these series).
Result<AdjustReport> adjust_batch(const base::Input& input, const AdjustBatch& batch,
                                  const AdjustTables& tables);

}  // namespace app
