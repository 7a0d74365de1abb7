#pragma once

#include "base/clock.h"
#include "dissemination/cube.h"
#include "sdmx/period.h"
#include "sdmx/query.h"

#include <forward_list>
#include <memory>

namespace dissemination {

/// Which data an answer shows, and who asks.
struct AnswerContext {
    base::Day as_of;             ///< what had been published by the end of this day
    base::UtcOffset utc_offset;  ///< of the strategy's clock, for dates of validity
    sdmx::YearStartDay fiscal_year{7, 1};
    std::size_t observations_max = 5'000'000;  ///< more in one answer are refused
    bool flat = false;  ///< observations stand alone in what is written, as in SDMX-CSV
};

/// The data sets of an answer with all that they refer to.
struct DataAnswer {
    std::vector<std::shared_ptr<const CubeRows>> rows;
    std::forward_list<std::string> texts;
    std::forward_list<std::vector<sdmx::Value>> values;         ///< that nobody else keeps
    std::forward_list<std::vector<base::DecimalText>> figures;  ///< figures that nobody else keeps
    std::forward_list<std::vector<sdmx::SeriesData>> series;
    std::vector<sdmx::DataSet> sets;
    std::size_t observations = 0;
};

/// Answers a data query; `asOf` in it goes before the day of the context, where it is earlier.
///
/// Errors: sdmx_no_results; sdmx_query_semantics (a key with more values than the structure has
///         dimensions, a component that it does not have); sdmx_too_large; sdmx_query_syntax.
base::Result<DataAnswer> answer_data(const Catalogue& catalogue, const sdmx::DataQuery& query,
                                     sdmx::Rest rest, const AnswerContext& context);

/// What the data of a query are, as an actual constraint for each dataflow, with the numbers of
/// series and observations as annotations.
/// Errors: as above, and sdmx_query_semantics for a component asked about that is no dimension.
base::Result<std::vector<sdmx::Artefact>> answer_availability(const Catalogue& catalogue,
                                                              const sdmx::AvailabilityQuery& query,
                                                              sdmx::Rest rest,
                                                              const AnswerContext& context);

}  // namespace dissemination
