#include "base/csv.h"
#include "sdmx/json_text.h"
#include "sdmx/write_data.h"

#include <algorithm>

namespace sdmx {

namespace {

char letter(DataSetStart::Action action) {
    switch (action) {
        case DataSetStart::Action::information:
            return 'I';
        case DataSetStart::Action::append:
            return 'A';
        case DataSetStart::Action::merge:
            return 'M';
        case DataSetStart::Action::replace:
            return 'R';
        case DataSetStart::Action::remove:
            return 'D';
    }
    return 'I';
}

// The table's columns: those of every data set, by kind, the first set's first.
struct Table {
    std::vector<const Column*> columns;            ///< dimensions, the measure, attributes
    std::vector<std::vector<std::size_t>> of_set;  ///< where each set's own columns stand
};

class CsvWriter {
  public:
    CsvWriter(const DataMessage& message, Standard standard, const WriteOptions& options,
              Output& output)
        : message_(message), standard_(standard), options_(options), output_(output) {
        // The first edition knows two kinds of labels.
        if (standard_ == Standard::v21 && options_.csv.labels == CsvOptions::Labels::name)
            options_.csv.labels = CsvOptions::Labels::both;
        options_.dimension_at_observation = "AllDimensions";
    }

    base::Result<void> write() {
        for (const auto& set : message_.sets)
            arrangements_.push_back(TRY(arrange(set, options_)));
        make_table();
        write_header();
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            TRY(write_set(message_.sets[i], i));
        return {};
    }

  private:
    std::string& text() { return output_.text; }
    bool v30() const { return standard_ == Standard::v30; }

    std::size_t place(const Column& column) {
        const auto found = std::find_if(
            table_.columns.begin(), table_.columns.end(),
            [&](const Column* other) { return other->component->id == column.component->id; });
        if (found == table_.columns.end()) {
            table_.columns.push_back(&column);
            return table_.columns.size() - 1;
        }
        return static_cast<std::size_t>(found - table_.columns.begin());
    }

    void make_table() {
        table_.of_set.resize(message_.sets.size());
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            for (const auto* column : arrangements_[i].observation_key)
                table_.of_set[i].push_back(place(*column));
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            table_.of_set[i].push_back(place(message_.sets[i].measure));
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            for (const auto* column : arrangements_[i].observation_attributes)
                table_.of_set[i].push_back(place(*column));
    }

    std::string_view label(const Texts& texts) const {
        return best_text(texts, options_.languages);
    }

    void field(std::string_view id, std::string_view name) {
        text() += ',';
        switch (options_.csv.labels) {
            case CsvOptions::Labels::id:
                text() += base::csv_field(id);
                break;
            case CsvOptions::Labels::both:
                if (name.empty())
                    text() += base::csv_field(id);
                else
                    text() += base::csv_field(std::string{id} + ": " + std::string{name});
                break;
            case CsvOptions::Labels::name:
                text() += base::csv_field(id);
                text() += ',';
                text() += base::csv_field(name);
        }
    }

    void write_header() {
        if (v30()) {
            text() += "STRUCTURE,STRUCTURE_ID";
            if (options_.csv.labels == CsvOptions::Labels::name)
                text() += ",STRUCTURE_NAME";
            text() += ",ACTION";
            text() += options_.csv.series_key ? ",SERIES_KEY" : "";
            text() += options_.csv.observation_key ? ",OBS_KEY" : "";
        } else {
            text() += "DATAFLOW";
        }
        for (const auto* column : table_.columns)
            field(column->component->id, column->concept_item == nullptr
                                             ? std::string_view{}
                                             : label(column->concept_item->names));
        text() += '\n';
    }

    // What every row of a data set begins with.
    std::string row_start(const DataSet& set) {
        std::string taken;
        std::swap(taken, text());
        const bool agreement = v30() && set.of.provision_agreement != nullptr;
        const auto& named = agreement ? *set.of.provision_agreement : *set.of.flow;
        const auto id = named.agency + ':' + named.id + '(' + named.version + ')';
        if (v30())
            text() += agreement ? "dataprovision" : "dataflow";
        field(id, label(named.names));
        if (v30()) {
            text() += ',';
            text() += letter(set.action);
        } else {
            text().erase(0, 1);  // the first column has no comma before it
        }
        std::swap(taken, text());
        return taken;
    }

    void key_field(const std::vector<const Column*>& columns, std::span<const std::int32_t> indexes,
                   std::size_t count) {
        std::string key;
        for (std::size_t i = 0; i < count; ++i)
            (key += i > 0 ? "." : "") +=
                columns[i]->values[static_cast<std::size_t>(indexes[i])]->id;
        text() += ',';
        text() += base::csv_field(key);
    }

    void value_field(const Column& column, std::int32_t index) {
        if (index == no_value)
            return field({}, {});
        const auto& value = *column.values[static_cast<std::size_t>(index)];
        if (column.component->role == ComponentRole::time_dimension)
            return field(options_.csv.normalised_time ? base::to_string(value.start) : value.id,
                         v30() && !options_.csv.normalised_time ? std::string_view{value.id}
                                                                : std::string_view{});
        field(value.id, value.code == nullptr ? std::string_view{} : label(value.code->names));
    }

    base::Result<void> write_set(const DataSet& set, std::size_t i) {
        const auto& arranged = arrangements_[i];
        const auto start = row_start(set);
        const auto keys = arranged.observation_key.size();
        const auto attributes = arranged.observation_attributes.size();
        std::vector<std::size_t> own(table_.columns.size(), table_.columns.size());
        for (std::size_t c = 0; c < table_.of_set[i].size(); ++c)
            own[table_.of_set[i][c]] = c;
        const bool series_only = options_.detail == DataDetail::series_keys_only;
        return for_each_series(set, arranged, [&](const ArrangedSeries& series) {
            const auto rows =
                series_only ? std::min<std::size_t>(series.values.size(), 1) : series.values.size();
            for (std::size_t row = 0; row < rows; ++row) {
                const auto key = row_of(series.observation_keys, row, keys);
                text() += start;
                if (v30() && options_.csv.series_key)
                    key_field(arranged.observation_key, key, set.dimensions.size());
                if (v30() && options_.csv.observation_key)
                    key_field(arranged.observation_key, key, keys);
                for (const auto c : own) {
                    if (c < keys) {
                        const bool time = c >= set.dimensions.size();
                        value_field(*arranged.observation_key[c],
                                    series_only && time ? no_value : key[c]);
                    } else if (c == keys) {
                        field(has_values(options_.detail) ? series.values[row].view()
                                                          : std::string_view{},
                              {});
                    } else if (c <= keys + attributes && has_attributes(options_.detail)) {
                        const auto a = c - keys - 1;
                        value_field(*arranged.observation_attributes[a],
                                    series.observation_attributes[a][row]);
                    } else {
                        field({}, {});
                    }
                }
                text() += '\n';
            }
            return output_.mark();
        });
    }

    const DataMessage& message_;
    Standard standard_;
    WriteOptions options_;
    Output& output_;
    std::vector<Arrangement> arrangements_;
    Table table_;
};

}  // namespace

base::Result<void> write_data_csv(const DataMessage& message, Standard standard,
                                  const WriteOptions& options, Output& output) {
    return CsvWriter(message, standard, options, output).write();
}

}  // namespace sdmx
