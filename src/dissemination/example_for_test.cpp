#include "dissemination/example_for_test.h"

#include "dissemination/stored_for_test.h"

namespace dissemination::testing {
namespace {

plan::StatisticalCode code(const char* id, const char* name, std::vector<std::string> printed,
                           const char* parent = "") {
    return {id, {name, "", ""}, parent, std::move(printed)};
}

plan::StatisticalDimension dimension(const char* id, const char* list, plan::CodeFrom from,
                                     const char* text = "") {
    return {id, {id, "", ""}, list, from, text};
}

}  // namespace

plan::Statistics example_statistics() {
    using plan::CodeFrom;
    plan::Statistics made;
    made.agency = {"MOITT", {"Ministry of IT and Telecommunication", "", ""}, ""};
    made.providers = {{"SBP", {"State Bank of Pakistan", "", ""}, ""},
                      {"PBS", {"Pakistan Bureau of Statistics", "", ""}, ""},
                      {"PSEB", {"Pakistan Software Export Board", "", ""}, ""}};
    made.subjects = {{"TRADE", {"Trade", "", ""}, ""},
                     {"SERVICES", {"Services", "", ""}, "TRADE"},
                     {"FIRMS", {"Firms", "", ""}, ""}};
    made.units = {{"USD million", "USD", 6}, {"percent", "PT", 0}, {"companies", "ENT", 0}};
    made.lists = {
        {"CL_AREA",
         "1.0",
         {"Area", "", ""},
         {code("PK", "Pakistan", {"Pakistan"}), code("W0", "World", {"world"}),
          code("US", "United States", {"United States"}, "W0"),
          code("GB", "United Kingdom", {"United Kingdom"}, "W0")}},
        {"CL_SERVICE",
         "1.0",
         {"Service", "", ""},
         {code("ICT", "Telecommunications, computer and information services",
               {"telecommunications, computer and information services (ICT, total)"}),
          code("COMPUTER", "Computer services", {"computer services"}, "ICT"),
          code("CALL", "Call centre services", {"call centre services"}),
          code("PSEB", "Companies registered with PSEB", {"companies registered with PSEB"})}},
        {"CL_FLOW",
         "1.0",
         {"Flow", "", ""},
         {code("C", "Receipts", {"receipts"}), code("B", "Net", {"trade surplus (net)"}),
          code("T", "Target", {"target"}), code("N", "Number", {"number of companies"})}},
        {"CL_UNIT",
         "1.0",
         {"Unit", "", ""},
         {code("USD", "US dollar", {}), code("PT", "Percent", {}), code("ENT", "Companies", {})}}};
    const std::vector<plan::StatisticalDimension> trade{
        dimension("FREQ", "CL_FREQ", CodeFrom::frequency),
        dimension("REF_AREA", "CL_AREA", CodeFrom::fixed, "PK"),
        dimension("COUNTERPART_AREA", "CL_AREA", CodeFrom::column, "geography"),
        dimension("SERVICE", "CL_SERVICE", CodeFrom::column, "category"),
        dimension("FLOW", "CL_FLOW", CodeFrom::column, "measure"),
        dimension("UNIT_MEASURE", "CL_UNIT", CodeFrom::unit),
        dimension("TRANSFORMATION", "CL_TRANSFORMATION", CodeFrom::transformation)};
    made.structures = {{"DSD_TRADE", "1.0", {"Trade in services", "", ""}, trade}};
    made.flows = {{"ICT_EXPORTS",
                   "1.0",
                   {"Exports of ICT services", "", ""},
                   "DSD_TRADE",
                   "SBP",
                   "SERVICES",
                   {{"measure", {"receipts", "trade surplus (net)", "target"}},
                    {"category",
                     {"telecommunications, computer and information services (ICT, total)",
                      "computer services", "call centre services"}}},
                   {"PBS"}},
                  {"COMPANIES",
                   "1.0",
                   {"Registered companies", "", ""},
                   "DSD_TRADE",
                   "PSEB",
                   "FIRMS",
                   {{"measure", {"number of companies"}}}}};
    made.correspondences = {{"SERVICE_TO_FLOW",
                             "1.0",
                             {"A correspondence", "", ""},
                             "CL_SERVICE",
                             "CL_FLOW",
                             {{"ICT", "C", "2020-01-01", "", ""}}}};
    return made;
}

std::shared_ptr<const Catalogue> example_catalogue() {
    static const std::shared_ptr<const Catalogue> made = [] {
        const auto file = statistics::testing::published_figures();
        if (!file)
            return std::shared_ptr<const Catalogue>{};
        statistics::LoadOptions options;
        options.file = "figures";
        const auto loaded = statistics::load_csv(*file, options).value();
        return std::shared_ptr<const Catalogue>{
            catalogue_of(example_statistics(), loaded.series, loaded.sources).value()};
    }();
    return made;
}

AnswerContext on(int year, unsigned month, unsigned day) {
    AnswerContext context;
    context.as_of = base::make_day(year, month, day);
    context.utc_offset = base::UtcOffset{std::chrono::minutes{300}};
    return context;
}

}  // namespace dissemination::testing
