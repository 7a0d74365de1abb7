#pragma once

#include "base/date.h"
#include "base/decimal_text.h"
#include "base/even_column.h"
#include "sdmx/artefact.h"
#include "sdmx/kept_by_languages.h"
#include "sdmx/message.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// A value that stands in a data set: a code, a period, or a text of no list. Whoever makes the
/// message holds its texts as long.
struct Value {
    std::string_view id;
    const Item* code = {};  ///< the item that names it; nullptr where no list has one
    base::Day start = {};   ///< of a period: its first and last day
    base::Day end = {};
    /// Of a period or a text of no list: what `append_json_period` or `append_json_text` makes of
    /// it, if it is at hand. Values beside each other in memory have theirs in one text then, with
    /// a comma between them.
    std::string_view json = {};
};

/// The values of a column, in their order. What stands beside each other in memory, as codes and
/// periods mostly do, is held as one stretch.
class ValueList {
  public:
    ValueList() = default;
    explicit ValueList(std::span<const Value> stretch)
        : first_(stretch.data()), size_(stretch.size()) {}
    explicit ValueList(std::vector<const Value*> each) : each_(std::move(each)) {}

    void push_back(const Value* value) {
        if (empty())
            first_ = value;
        if (is_stretch() && value == first_ + size_) {
            ++size_;
            return;
        }
        if (each_.empty())
            for (std::size_t i = 0; i < size_; ++i)
                each_.push_back(first_ + i);
        each_.push_back(value);
    }

    bool is_stretch() const noexcept { return each_.empty(); }
    std::size_t size() const noexcept { return each_.empty() ? size_ : each_.size(); }
    bool empty() const noexcept { return size() == 0; }
    const Value* operator[](std::size_t i) const noexcept {
        return each_.empty() ? first_ + i : each_[i];
    }
    /// Behind the last of those that stand beside each other in memory from one of them on.
    std::size_t stretch_end(std::size_t i) const noexcept {
        if (is_stretch())
            return size_;
        for (++i; i < each_.size() && each_[i] == each_[i - 1] + 1; ++i)
            ;
        return i;
    }

  private:
    const Value* first_ = nullptr;  ///< of a stretch
    std::size_t size_ = 0;          ///< the same
    std::vector<const Value*> each_;
};

/// A dimension or attribute with every value of it that the data set uses; data refer by index.
/// Whoever makes the message holds the values as long.
struct Column {
    const Component* component = nullptr;
    const Item* concept_item = nullptr;  ///< what names the component; nullptr: its id does
    ValueList values;
};

constexpr std::int32_t no_value = -1;

/// Into the values of a column, at each observation of a series.
using IndexColumn = base::EvenColumn<std::int32_t>;

/// One series in the columns of its data set.
///
/// Shape: `key` and `attributes` hold an index for each of the data set's dimensions and series
///        attributes (no_value: none); observations ascend by time. Whoever makes the message
///        holds the values as long; a value that is missing has no letters.
struct SeriesData {
    std::vector<std::int32_t> key;
    std::vector<std::int32_t> attributes;
    std::vector<std::int32_t> times;
    std::span<const base::DecimalText> values;
    std::vector<IndexColumn> observation_attributes;
};

/// The indexes of an observation in all such columns.
inline void take_row(std::span<const IndexColumn> columns, std::size_t observation,
                     std::vector<std::int32_t>& row) {
    row.clear();
    for (const auto& column : columns)
        row.push_back(column[observation]);
}

/// Gives one series after another, nullptr at the end; each lives until the next call.
using SeriesSource = std::function<base::Result<const SeriesData*>()>;
SeriesSource source_of(const std::vector<SeriesData>& series);  ///< must outlive the source

class KeptFlowJson;

/// What a writer must know of a dataflow to write data of it.
struct FlowDescription {
    const Artefact* flow = nullptr;
    const Artefact* structure = nullptr;            ///< its body is a DataStructure
    const Artefact* provision_agreement = nullptr;  ///< set where a query names a provider
    const KeptFlowJson* json = nullptr;  ///< what of SDMX-JSON stands written already, if anything

    const DataStructure& components() const { return std::get<DataStructure>(structure->body); }
};

/// The data of one flow; several where a history of disseminations is asked for, with the same
/// columns then.
struct DataSet {
    FlowDescription of;
    DataSetStart::Action action = DataSetStart::Action::information;
    std::string valid_from;  ///< date-time; empty where no history is asked for
    std::string valid_to;
    std::vector<Column> dimensions;  ///< in the key's order, without time
    Column time;                     ///< values ascend by first day
    Column measure;                  ///< its values are the observations', none stand here
    std::vector<Column> series_attributes;
    std::vector<Column> observation_attributes;
    SeriesSource series;
};

struct Sender {
    std::string id;
    Texts names;
};

/// What stands in the header of every message of a sender, whatever is asked for.
struct MessageHead {
    std::string id;
    std::string prepared;  ///< date-time, UTC
    bool test = false;
    Sender sender;
    /// The header of SDMX-JSON data, kept from the first message on: the rest stays as it is then.
    KeptByLanguages<std::string> data_json = {};
};

struct DataMessage {
    const MessageHead* head = nullptr;  ///< must outlive the message; of SDMX-CSV there may be none
    std::vector<DataSet> sets;
};

enum class DataFormat : std::uint8_t {
    generic_21,
    generic_time_series_21,
    structure_specific_21,
    structure_specific_time_series_21,
    structure_specific_30,
    json_1,
    json_2,
    csv_1,
    csv_2,
};

enum class DataDetail : std::uint8_t { full, data_only, series_keys_only, no_data };
constexpr bool has_attributes(DataDetail detail) {
    return detail == DataDetail::full || detail == DataDetail::no_data;
}
constexpr bool has_values(DataDetail detail) {
    return detail == DataDetail::full || detail == DataDetail::data_only;
}

struct CsvOptions {
    enum class Labels : std::uint8_t { id, name, both };
    Labels labels = Labels::id;
    bool normalised_time = false;
    bool series_key = false;
    bool observation_key = false;
};

struct WriteOptions {
    std::string dimension_at_observation;  ///< empty: time, or all where there is none
    DataDetail detail = DataDetail::full;
    std::vector<std::string> languages = {"en"};  ///< best first
    CsvOptions csv = {};
};

/// Where a writer's bytes go: they gather in `text`, and `spill` takes them away when they are
/// many. Without it all of the message stays in `text`.
struct Output {
    std::string text;
    std::function<base::Result<void>(std::string&)> spill = {};
    static constexpr std::size_t spill_at = std::size_t{1} << 16;

    base::Result<void> mark() {
        if (spill && text.size() >= spill_at) {
            auto taken = spill(text);
            text.clear();
            return taken;
        }
        return {};
    }
};

/// Appends a period as SDMX-JSON has it among the values of the time dimension.
void append_json_period(std::string& out, const Value& period);
/// Appends a text of no list as SDMX-JSON 2.0.0 has it among the values of a component.
void append_json_text(std::string& out, std::string_view text);

/// Says what may stand at the observations, and what was asked for there.
base::Error no_such_dimension(const Artefact& structure, std::string_view found);

/// Writes a data message in one pass. Where time is what stands at the observations, memory does
/// not grow with the data; another dimension there makes the writer hold one data set.
///
/// Errors: sdmx_no_such_dimension (dimensionAtObservation names none of the structure), those of
///         the series' source and of the output.
/// Source: SDMX-ML 2.1 and 3.0.0 schemas, SDMX-JSON 1.0 and 2.0.0, SDMX-CSV 1.0 and 2.0.0.
base::Result<void> write_data(const DataMessage& message, DataFormat format,
                              const WriteOptions& options, Output& output);

}  // namespace sdmx
