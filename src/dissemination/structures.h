#pragma once

#include "plan/statistics_plan.h"
#include "sdmx/registry.h"

#include <string>

namespace dissemination {

/// The ids of what every data structure has besides its own dimensions.
inline constexpr std::string_view time_period = "TIME_PERIOD";
inline constexpr std::string_view obs_value = "OBS_VALUE";
inline constexpr std::string_view unit_mult = "UNIT_MULT";
inline constexpr std::string_view year_start = "REPORTING_YEAR_START_DAY";
inline constexpr std::string_view obs_status = "OBS_STATUS";
inline constexpr std::string_view source = "SOURCE";
inline constexpr std::string_view published = "PUBLISHED";
inline constexpr std::string_view date_basis = "DATE_BASIS";
inline constexpr std::string_view row_id = "ROW";
inline constexpr std::string_view comment = "COMMENT";

/// The id of the agreement by which a provider gives figures of a dataflow.
std::string agreement_id(const plan::StatisticalFlow& flow, const std::string& provider);

/// Everything that a strategy's statistics.yaml declares, as SDMX artefacts: agency and providers,
/// subjects, lists, concepts, data structures, dataflows with their provision agreements,
/// categorisations and allowed values, correspondences, hierarchies; and the structure of reports
/// on the quality of the data, after the cross-domain concepts of SDMX.
sdmx::Registry make_registry(const plan::Statistics& statistics);

}  // namespace dissemination
