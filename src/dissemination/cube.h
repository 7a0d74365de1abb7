#pragma once

#include "dissemination/structures.h"
#include "sdmx/data_message.h"
#include "statistics/series.h"

#include <roaring/roaring.hh>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dissemination {

/// Texts that rows refer to by index; 0 is the empty one.
class TextTable {
  public:
    TextTable() { add(""); }
    std::int32_t add(const std::string& text);
    const std::string& operator[](std::int32_t index) const {
        return texts_[static_cast<std::size_t>(index)];
    }

  private:
    std::vector<std::string> texts_;
    std::map<std::string, std::int32_t, std::less<>> known_;
};

/// From a day on this value is what is published for a time of its series.
struct CubeRow {
    base::Decimal value;
    std::int32_t time = 0;  ///< index into the cube's times
    std::int32_t from = 0;  ///< days since 1970-01-01
    std::int32_t day = 0;   ///< that day's index into the cube's days
    std::int32_t source = 0;
    std::int32_t row = 0;
    std::int32_t comment = 0;
    char status = 'A';
    bool estimated = false;     ///< the day was estimated
    std::uint8_t provider = 0;  ///< index into the cube's providers
};

/// Who provides figures of a dataflow, and under which agreement.
struct CubeProvider {
    std::string id;
    const sdmx::Artefact* agreement = nullptr;
};

/// Shape: rows ascend by the first and last day of their time, those of one time by `from`.
struct CubeSeries {
    std::vector<std::int32_t> key;  ///< for each dimension the index of its code in the list
    std::vector<CubeRow> rows;
    std::int8_t multiplier = 0;
    bool fiscal_years = false;  ///< annual periods are those of the fiscal year
};

/// Everything that was ever published in one dataflow, with an index of its series by code.
struct Cube {
    const sdmx::Artefact* flow = nullptr;
    const sdmx::Artefact* structure = nullptr;
    std::vector<CubeProvider> providers;  ///< the first has what is attributed to none of them
    std::vector<const sdmx::Component*> dimensions;  ///< of the key, in its order
    std::vector<const sdmx::ItemScheme*> lists;      ///< of each dimension
    std::vector<CubeSeries> series;                  ///< ascending by key
    std::vector<sdmx::Value> times;                  ///< ascending by first and last day
    std::vector<sdmx::Value> days;                   ///< on which anything was published, ascending
    TextTable texts;
    std::vector<std::vector<Roaring>> with_code;  ///< series, by dimension and code
};

/// A figure whose words have no code, so that no dataflow shows it.
struct Unplaced {
    std::string series;
    std::string reason;
    std::size_t figures = 0;
};

/// A strategy's statistics as they are disseminated: structures, and the cubes of all dataflows.
/// It does not change, so threads may share it.
struct Catalogue {
    plan::Statistics statistics;
    sdmx::Registry registry;
    std::vector<Cube> cubes;  ///< in the order of the flows
    std::vector<Unplaced> unplaced;
};

/// Sorts published figures into the dataflows that a strategy declares.
///
/// Shape: the dimensions of the series are the columns of the printed table; each is translated
///        by the list of the dimension that takes it. What a figure's period is decides its
///        frequency and transformation.
std::unique_ptr<const Catalogue> make_catalogue(const plan::Statistics& statistics,
                                                const std::vector<statistics::Series>& series,
                                                const statistics::SourceTable& sources);

/// How SDMX dates a time, how often such a time comes, and what it counts.
struct SdmxTime {
    std::string period;          ///< "2024-03", "2023-A1", "2023-Q3"
    std::string frequency;       ///< of CL_FREQ
    std::string transformation;  ///< of CL_TRANSFORMATION
    bool fiscal = false;         ///< the period needs the reporting year's start day
};
SdmxTime sdmx_time(const statistics::TimePeriod& time);

}  // namespace dissemination
