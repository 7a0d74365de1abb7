#pragma once

#include "base/decimal_text.h"
#include "base/even_column.h"
#include "dissemination/row_cache.h"
#include "dissemination/structures.h"
#include "sdmx/data_message.h"
#include "sdmx/flow_json.h"
#include "statistics/timeline.h"

#include <roaring/roaring.hh>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dissemination {

/// Texts that rows refer to by index; 0 is the empty one. They stay where they are.
class TextTable {
  public:
    TextTable() { add(""); }
    std::int32_t add(std::string_view text);
    std::int32_t find(std::string_view text) const;  ///< 0 where it was never added
    std::string_view operator[](std::int32_t index) const {
        return texts_[static_cast<std::size_t>(index)];
    }
    /// The text itself, which lives as long as the table.
    std::string_view kept(std::string_view text) { return (*this)[add(text)]; }

  private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, std::int32_t> known_;
};

/// Everything that was published of one series.
///
/// Shape: the first rows are those in force, one for each time, ascending by the first and last day
///        of their time. Behind them stand the rows that they replaced, in the same order, those of
///        one time ascending by the day from which they held.
struct CubeRows {
    std::size_t in_force = 0;
    bool times_follow = false;  ///< those of the rows in force stand beside each other in the cube
    std::int32_t last_day = 0;  ///< of all days
    std::vector<std::int32_t> times;  ///< index into the cube's times
    std::vector<base::Decimal> values;
    base::EvenColumn<std::int32_t> days;  ///< since which a row holds: index into the cube's days
    base::EvenColumn<std::int32_t> sources;     ///< index into the cube's texts, as the next two
    base::EvenColumn<std::int32_t> comments;    ///< 0: none
    base::EvenColumn<std::int32_t> attributes;  ///< of another agency's dataflow; 0: none
    base::EvenColumn<char> statuses;
    base::EvenColumn<char> bases;  ///< of the day: S where the source states it, E: estimated
    base::EvenColumn<std::uint8_t> providers;  ///< index into the cube's providers

    std::size_t size() const { return times.size(); }
    /// The values as they are printed, made when they are first asked for: most rows that stay in
    /// memory are shown again. Several threads may ask.
    const std::vector<base::DecimalText>& printed() const;
    bool are_named() const { return !names_.empty(); }
    /// Of a row in the tables that brought it.
    std::string_view name_of(std::size_t row) const {
        if (names_.empty())
            return {};
        const auto& name = names_[row];
        return std::string_view{letters_}.substr(name.begin, name.size);
    }

  private:
    friend class Cube;
    struct Name {
        std::uint32_t begin = 0;
        std::uint16_t size = 0;
    };
    mutable std::once_flag is_printed_;
    mutable std::vector<base::DecimalText> printed_;
    std::vector<Name> names_;  ///< by row; empty where none has one
    std::string letters_;      ///< of all names
};

/// Who provides figures of a dataflow, and under which agreement.
struct CubeProvider {
    std::string id;
    const sdmx::Artefact* agreement = nullptr;
};

/// A series of a cube: where its figures are kept, until they are asked for.
struct CubeSeries {
    /// A series as it is stored, whose figures of one kind belong here.
    struct Part {
        const statistics::SeriesStore* store = nullptr;
        std::int64_t recorded_max = 0;
        statistics::SeriesKey key;
    };
    std::vector<std::int32_t> key;  ///< for each dimension the index of its code in the list
    std::vector<Part> parts;
    std::int32_t kind = 0;  ///< of its times
    std::int8_t multiplier = 0;
    bool fiscal_years = false;  ///< annual periods are those of the fiscal year
};

/// What a time of the store is in a cube.
struct CubeTime {
    std::uint64_t stored = 0;  ///< all that tells it from other times of the store
    std::int32_t index = 0;    ///< into the cube's times
    std::int32_t kind = 0;     ///< its frequency and what it counts
};

/// A component of a cube's structure, with what every answer needs of it.
struct CubeComponent {
    /// What an attribute's values come from.
    enum class From : std::uint8_t {
        said,  ///< the attributes of a figure of another agency's dataflow
        multiplier,
        first_day,  ///< of the reporting year
        status,
        origin,
        day_published,
        basis,
        name_of_row,
        remark
    };
    const sdmx::Component* component = nullptr;
    const sdmx::Item* concept_item = nullptr;
    std::vector<sdmx::Value> codes;  ///< of its list, in the list's order; none where it has none
    From from = From::said;
};

/// What an answer reads of the stores where figures are kept, each of them in one reading.
class StoreReadings {
  public:
    statistics::SeriesReading& of(const statistics::SeriesStore& store);

  private:
    std::vector<
        std::pair<const statistics::SeriesStore*, std::unique_ptr<statistics::SeriesReading>>>
        of_;
};

/// Everything that was ever published in one dataflow, with an index of its series by code.
///
/// The rows of a series are made from the store when they are asked for; `rows` may be called from
/// several threads.
class Cube {
  public:
    Cube() = default;
    Cube(Cube&&) = default;  // its values point into its texts
    Cube& operator=(Cube&&) = default;

    const sdmx::Artefact* flow = nullptr;
    const sdmx::Artefact* structure = nullptr;
    std::vector<CubeProvider> providers;  ///< the first has what is attributed to none of them
    std::vector<const sdmx::Component*> dimensions;  ///< of the key, in its order
    std::vector<const sdmx::ItemScheme*> lists;      ///< of each dimension
    std::deque<sdmx::ItemScheme> own_lists;  ///< of what is met where a dimension is of no list
    /// Another agency's: what is said of a figure besides its value stands in its attributes.
    bool is_foreign = false;
    std::vector<CubeComponent> components;  ///< of the structure, in its order
    std::unique_ptr<const sdmx::KeptFlowJson> json;
    std::vector<CubeSeries> series;  ///< ascending by key
    std::vector<sdmx::Value> times;  ///< ascending by first and last day
    std::vector<sdmx::Value> days;   ///< on which anything was published, ascending
    TextTable texts;
    std::vector<std::vector<Roaring>> with_code;  ///< series, by dimension and code

    const CubeComponent& described(const sdmx::Component& component) const;
    /// The place of a code in the list of a dimension; no_value where the list does not have it.
    std::int32_t place_of(std::size_t dimension, std::string_view code) const;
    /// The series with that key, if there is one.
    std::optional<std::uint32_t> series_with(std::span<const std::int32_t> key) const;
    /// How many of the days there were by the end of one.
    std::int32_t days_until(base::Day day) const;

    /// Errors: those of the store.
    base::Result<std::shared_ptr<const CubeRows>> rows(std::size_t series,
                                                       StoreReadings& readings) const;

  private:
    friend class CubeMaker;
    struct FigureOrigin {
        std::int32_t text = 0;
        std::uint8_t provider = 0;
    };

    class Times;
    class RowMaker;

    std::vector<CubeTime> stored_times_;  ///< ascending by `stored`
    std::int32_t first_day_ = 0;
    std::vector<std::int32_t> day_of_;  ///< for each day since the first its index into `days`
    std::vector<std::unordered_map<std::string_view, std::int32_t>> place_of_;  ///< by dimension
    std::map<std::string, FigureOrigin, std::less<>> origin_of_;  ///< by the key of a source
    std::shared_ptr<RowCache> cache_;
    std::size_t first_slot_ = 0;  ///< of the cache, for the first series
};

/// A figure whose words have no code, so that no dataflow shows it.
struct Unplaced {
    std::string series;
    std::string reason;
    std::size_t figures = 0;
};

/// Where figures are kept, and up to which journal entry they are seen.
struct FigureStore {
    std::shared_ptr<const statistics::SeriesStore> store;
    std::int64_t recorded_max = statistics::SeriesStore::everything;
};

/// A strategy's statistics as they are disseminated: structures, and the cubes of all dataflows.
/// It does not change, so threads may share it.
struct Catalogue {
    plan::Statistics statistics;
    sdmx::Registry registry;
    std::vector<Cube> cubes;  ///< in the order of the flows, declared ones first
    std::vector<FigureStore> stores;
    std::vector<Unplaced> unplaced;
};

/// So many rows (of about 50 bytes) a catalogue keeps in memory unless it is told otherwise.
constexpr std::size_t rows_kept = 2'000'000;

/// Sorts published figures into the dataflows that a strategy declares. Every series is read once;
/// what is more than `kept` rows is read again when it is asked for.
///
/// Shape: the dimensions of the series are the columns of the printed table; each is translated
///        by the list of the dimension that takes it. What a figure's period is decides its
///        frequency and transformation. Dataflows of other agencies, whose structures are
///        `foreign`, come after those that are declared; their series have the dimensions of
///        their structure.
/// Errors: those of the stores.
base::Result<std::unique_ptr<const Catalogue>> make_catalogue(
    const plan::Statistics& statistics, const std::vector<FigureStore>& stores,
    const statistics::SourceTable& sources, const std::deque<sdmx::Artefact>& foreign = {},
    std::size_t kept = rows_kept);

/// How SDMX dates a time, how often such a time comes, and what it counts.
struct SdmxTime {
    std::string period;               ///< "2024-03", "2023-A1", "2023-Q3"
    std::string_view frequency;       ///< of CL_FREQ
    std::string_view transformation;  ///< of CL_TRANSFORMATION
    bool fiscal = false;              ///< the period needs the reporting year's start day
};
SdmxTime sdmx_time(const statistics::TimePeriod& time);

}  // namespace dissemination
