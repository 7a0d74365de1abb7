#pragma once

#include "dissemination/example_for_test.h"
#include "dissemination/foreign_for_test.h"
#include "dissemination/message_table.h"
#include "dissemination/stored_for_test.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dissemination::fuzz {

/// A table of figures with gaps, revisions, missing values and two providers, of months, of years
/// to date, of quarters and of years, all published in the first days of 2020 or on no stated day.
inline std::string table_to_load() {
    std::uint32_t dice = 2026;
    const auto roll = [&](std::uint32_t sides) {
        dice = dice * 1664525 + 1013904223;
        return (dice >> 16) % sides;
    };
    std::string table =
        "category,measure,geography,unit,period,value,status,published,source,"
        "publisher,attributed_to,id\n";
    const auto add = [&](std::string_view words, const std::string& period) {
        for (std::uint32_t figure = 0; figure <= roll(3); ++figure) {
            const bool is_missing = roll(12) == 0;
            const auto value = is_missing ? "" : fmt::format("{}.{}", roll(4000), roll(100));
            const auto published = roll(9) == 0 ? "" : fmt::format("2020-01-{:02}", 1 + roll(30));
            const auto* provider = roll(3) == 0 ? "PBS" : "SBP";
            table += fmt::format("{},{},{},{},{},release {},{},{},{}\n", words, period, value,
                                 is_missing    ? "M"
                                 : figure == 0 ? "A"
                                               : "R",
                                 published, provider, provider, provider,
                                 roll(4) == 0 ? "" : fmt::format("F{}", table.size()));
        }
    };
    for (const auto* words :
         {"computer services,receipts,world,USD million",
          "computer services,receipts,United States,USD million",
          "call centre services,receipts,world,USD million",
          "call centre services,trade surplus (net),world,USD million",
          "companies registered with PSEB,number of companies,Pakistan,companies"}) {
        for (int month = 0; month < 30; ++month)
            if (roll(5) != 0)
                add(words, fmt::format("{}-{:02}", 2017 + month / 12, 1 + month % 12));
        for (int month = 8; month <= 12; ++month)
            if (roll(3) != 0)
                add(words, fmt::format("2018-07/2018-{:02}", month));
        for (const auto* period : {"FY2018", "FY2019", "2018-Q3", "2018-Q4", "2018", "2019"})
            if (roll(3) != 0)
                add(words, period);
    }
    return table;
}

/// Data of another agency's dataflow.
inline const std::string message_to_load =
    "DATAFLOW,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT,OBS_CONF,NOTE\n"
    "NSO:VISITS(1.0),M,\"KHI, Jinnah\",2019-11,1.5E3,persons,F,\n"
    "NSO:VISITS(1.0),M,\"KHI, Jinnah\",2019-12,1600,persons,C,a=b;c\n"
    "NSO:VISITS(1.0),Q,LHE,2019-Q3,NaN,persons,F,\n"
    "NSO:VISITS(1.0),Q,LHE,2019-Q2,42,persons,,\n";

/// Both in one catalogue, which keeps so many rows.
inline std::unique_ptr<const Catalogue> catalogue_to_ask(std::size_t kept) {
    const auto declared = testing::example_statistics();
    const auto foreign = testing::visits_structures().value();
    const auto visits =
        table_of_message(message_to_load, "visits",
                         {declared, base::YearStart{7}, foreign, base::make_day(2020, 1, 15)});
    auto all = statistics::load_csv(table_to_load(), {.file = "figures"}).value();
    auto others = statistics::load_csv(visits.value(), {.file = "visits"}).value();
    for (auto& series : others.series)
        all.series.push_back(std::move(series));
    all.sources.merge(others.sources);
    return testing::catalogue_of(declared, all.series, all.sources, kept, foreign).value();
}

}  // namespace dissemination::fuzz
