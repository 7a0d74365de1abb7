#pragma once

#include "plan/statistics_plan.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace dissemination::testing {

/// One dataflow, BENCH:FLOW(1.0), of so many monthly services in US dollars: the service
/// "service 7" has the code S00007.
inline plan::Statistics flow_of(int count) {
    plan::Statistics made;
    made.agency = {"BENCH", {"An agency", "", ""}, ""};
    made.providers = {{"OFFICE", {"An office", "", ""}, ""}};
    made.subjects = {{"SUBJECT", {"A subject", "", ""}, ""}};
    made.units = {{"USD million", "USD", 6}};
    plan::StatisticalList services{"CL_SERVICE", "1.0", {"Services", "", ""}, {}};
    std::vector<std::string> words;
    for (int i = 0; i < count; ++i) {
        words.push_back(fmt::format("service {}", i));
        services.codes.push_back(
            {fmt::format("S{:05}", i), {fmt::format("Service {}", i), "", ""}, "", {words.back()}});
    }
    made.lists = {services,
                  {"CL_UNIT", "1.0", {"Units", "", ""}, {{"USD", {"US dollar", "", ""}, "", {}}}}};
    made.structures = {
        {"DSD",
         "1.0",
         {"A structure", "", ""},
         {{"FREQ", {"Frequency", "", ""}, "CL_FREQ", plan::CodeFrom::frequency, ""},
          {"SERVICE", {"Service", "", ""}, "CL_SERVICE", plan::CodeFrom::column, "category"},
          {"UNIT", {"Unit", "", ""}, "CL_UNIT", plan::CodeFrom::unit, ""}}}};
    made.flows = {
        {"FLOW", "1.0", {"A dataflow", "", ""}, "DSD", "OFFICE", "SUBJECT", {{"category", words}}}};
    return made;
}

}  // namespace dissemination::testing
