#include "base/json.h"
#include "base/plain_json.h"
#include "sdmx/flow_json.h"
#include "sdmx/json_text.h"
#include "sdmx/write_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <forward_list>

namespace sdmx {

namespace {

/// How an index up to 999 stands in a row: its letters, and in the last place their number, so that
/// one copy of eight bytes puts it.
using IndexText = std::array<char, 8>;
constexpr std::size_t indexes_written = 1000;

constexpr auto written_indexes(std::string_view before, std::string_view behind) {
    std::array<IndexText, indexes_written> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        char size = 0;
        for (const char letter : before)
            made[i][static_cast<std::size_t>(size++)] = letter;
        for (std::size_t unit = i < 10 ? 1 : i < 100 ? 10 : 100; unit > 0; unit /= 10)
            made[i][static_cast<std::size_t>(size++)] = static_cast<char>('0' + i / unit % 10);
        for (const char letter : behind)
            made[i][static_cast<std::size_t>(size++)] = letter;
        made[i].back() = size;
    }
    return made;
}
constexpr auto plain_indexes = written_indexes("", "");
/// Of an attribute, after a comma; the first is that of no value.
constexpr auto attribute_indexes = [] {
    std::array<IndexText, indexes_written + 1> made{{{',', 'n', 'u', 'l', 'l', 0, 0, 5}}};
    std::ranges::copy(written_indexes(",", ""), made.begin() + 1);
    return made;
}();
constexpr auto observation_keys = written_indexes("\"", "\":[");

// Copies of a known size are cheaper than shorter ones; what they put too much is written over.
char* put_written(char* to, const IndexText& text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.back();
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
    out += '"';
    out += name;
    out += "\":";
    base::append_json_string(out, value);
}

std::string head_of(const MessageHead& head, Standard standard,
                    const std::vector<std::string>& languages) {
    std::string out =
        "{\"meta\":{\"schema\":\"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/"
        "data-message/tools/schemas/";
    out += standard == Standard::v30 ? "2.0.0" : "1.0";
    out += "/sdmx-json-data-schema.json\",";
    append_member(out, "id", head.id);
    out += head.test ? ",\"test\":true," : ",\"test\":false,";
    append_member(out, "prepared", head.prepared);
    out += ",\"contentLanguages\":[";
    for (std::size_t i = 0; i < languages.size(); ++i) {
        out += i > 0 ? "," : "";
        base::append_json_string(out, languages[i]);
    }
    out += "],\"sender\":{";
    append_member(out, "id", head.sender.id);
    append_json_texts(out, "name", head.sender.names, languages);
    out += "}}";
    return out;
}

class JsonWriter {
  public:
    JsonWriter(const DataMessage& message, Standard standard, const WriteOptions& options,
               Output& output)
        : message_(message), standard_(standard), options_(options), output_(output) {}

    base::Result<void> write() {
        std::size_t letters = 8192;
        for (const auto& set : message_.sets) {
            arrangements_.push_back(TRY(arrange(set, options_)));
            letters += 200 * set.time.values.size();
        }
        text().reserve(std::min(letters, Output::spill_at));
        TRY(find_structures());
        text() += head();
        text() += v30() ? ",\n\"data\":{\"structures\":[" : ",\n\"data\":{\"structure\":";
        for (std::size_t i = 0; i < structures_.size(); ++i) {
            text() += i > 0 ? ",\n" : "";
            write_structure(i);
        }
        if (structures_.empty() && !v30())
            text() += R"({"dimensions":{"dataSet":[],"series":[],"observation":[]}})";
        text() += v30() ? "],\n\"dataSets\":[" : ",\n\"dataSets\":[";
        for (std::size_t i = 0; i < message_.sets.size(); ++i) {
            text() += i > 0 ? ",\n" : "";
            TRY(write_set(message_.sets[i], i));
        }
        text() += "]},\n\"errors\":[]}\n";
        return {};
    }

  private:
    std::string& text() { return output_.text; }
    bool v30() const { return standard_ == Standard::v30; }

    // Each flow's columns stand once, whichever of its data sets use them.
    base::Result<void> find_structures() {
        for (std::size_t i = 0; i < message_.sets.size(); ++i) {
            std::size_t found = 0;
            while (found < structures_.size() &&
                   message_.sets[structures_[found]].of.flow != message_.sets[i].of.flow)
                ++found;
            if (found == structures_.size()) {
                structures_.push_back(i);
                json_.push_back(&json_of(message_.sets[i]));
            }
            structure_of_set_.push_back(found);
        }
        if (!v30() && structures_.size() > 1)
            return base::Error{base::ErrorCode::sdmx_one_flow_only,
                               fmt::format("SDMX-JSON 1.0 holds data of one dataflow, found {}; "
                                           "version 2.0.0 holds several",
                                           structures_.size()),
                               "Accept"};
        return {};
    }

    // What stands written for the flow of a data set, or else is written for this message.
    const FlowJson& json_of(const DataSet& set) {
        if (set.of.json != nullptr)
            return set.of.json->in(standard_, options_.languages);
        const auto& components = set.of.components().components;
        std::vector<NamedComponent> named(components.size());
        const auto note = [&](const Column& column) {
            if (column.component != nullptr)
                named[place_of(set, column)].concept_item = column.concept_item;
        };
        for (const auto* columns :
             {&set.dimensions, &set.series_attributes, &set.observation_attributes})
            for (const auto& column : *columns)
                note(column);
        note(set.time);
        note(set.measure);
        return own_json_.emplace_front(
            write_flow_json(set.of, named, standard_, options_.languages));
    }

    static std::size_t place_of(const DataSet& set, const Column& column) {
        return static_cast<std::size_t>(column.component - set.of.components().components.data());
    }

    void member(std::string_view name, std::string_view value) {
        append_member(text(), name, value);
    }

    const std::string& head() const {
        const auto& head = *message_.head;
        return head.data_json.get(standard_, options_.languages,
                                  [&] { return head_of(head, standard_, options_.languages); });
    }

    void write_links(const FlowDescription& of, const FlowJson& json) {
        text() += json.links;
        if (of.provision_agreement != nullptr) {
            text() += ',';
            append_json_link(text(), "provisionagreement", *of.provision_agreement, standard_);
        }
        text() += ']';
    }

    void write_structure(std::size_t which) {
        const auto& set = message_.sets[structures_[which]];
        const auto& json = *json_[which];
        const auto& arranged = arrangements_[structures_[which]];
        text() += '{';
        write_links(set.of, json);
        text() += json.names;
        text() += ",\n\"dimensions\":{\"dataSet\":[],\"series\":[";
        write_dimensions(set, json, arranged.series_key);
        text() += "],\"observation\":[";
        write_dimensions(set, json, arranged.observation_key);
        text() += "]},\n";
        if (v30()) {
            text() += "\"measures\":{\"observation\":[";
            text() += json.components[place_of(set, set.measure)];
            text() += "}]},\n";
        }
        text() += "\"attributes\":{\"dataSet\":[],\"series\":[";
        write_attributes(set, json, arranged.series_attributes);
        text() += "],\"observation\":[";
        write_attributes(set, json, arranged.observation_attributes);
        text() += "]},\"annotations\":[]";
        if (v30()) {
            text() += ",\"dataSets\":[";
            bool first = true;
            for (std::size_t i = 0; i < structure_of_set_.size(); ++i)
                if (structure_of_set_[i] == which) {
                    text() += first ? "" : ",";
                    append_number(text(), static_cast<std::int64_t>(i));
                    first = false;
                }
            text() += ']';
        }
        text() += '}';
    }

    void write_dimensions(const DataSet& set, const FlowJson& json,
                          const std::vector<const Column*>& columns) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text() += i > 0 ? ",\n" : "";
            const auto place = place_of(set, *columns[i]);
            text() += json.components[place];
            write_values(*columns[i], json.codes[place], true);
            text() += "]}";
        }
    }

    // An attribute without a value in the whole message is left out: 2.0 has no empty list of
    // values, and readers count on one.
    void write_attributes(const DataSet& set, const FlowJson& json,
                          const std::vector<const Column*>& columns) {
        bool first = true;
        for (const auto* column : columns) {
            if (column->values.empty())
                continue;
            text() += first ? "" : ",\n";
            first = false;
            const auto place = place_of(set, *column);
            text() += json.components[place];
            write_values(*column, json.codes[place], false);
            text() += "]}";
        }
    }

    void write_values(const Column& column, const CodesJson& codes, bool of_dimension) {
        const bool time = column.component->role == ComponentRole::time_dimension;
        const auto& values = column.values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& value = *values[i];
            if (i > 0)
                text() += ',';
            if (!value.json.empty() && (time || (v30() && value.code == nullptr))) {
                // Those beside it stand written behind it.
                i = values.stretch_end(i) - 1;
                const auto& last = values[i]->json;
                text().append(value.json.data(), last.data() + last.size());
            } else if (time) {
                append_json_period(text(), value);
            } else if (value.code != nullptr) {
                const auto written = codes[value];
                if (written.empty())
                    append_json_code(text(), value, options_.languages);
                text() += written;
            } else if (v30()) {
                write_text_value(value.id);
            } else {
                text() += '{';
                if (of_dimension) {
                    member("id", value.id);
                    text() += ',';
                }
                member("name", value.id);
                text() += '}';
            }
        }
    }

    // Most texts hold nothing that is escaped.
    void write_text_value(std::string_view value) {
        if (!base::is_plain_json(value))
            return append_json_text(text(), value);
        put(value.size(), [&](char* to) {
            return put_text(put_text(put_text(to, "{\"value\":\""), value), "\"}");
        });
    }

    base::Result<void> write_set(const DataSet& set, std::size_t i) {
        text() += '{';
        if (v30()) {
            text() += "\"structure\":";
            append_number(text(), static_cast<std::int64_t>(structure_of_set_[i]));
            text() += ',';
        }
        // SDMX-JSON has no Merge; Append is what its readers make of one.
        member("action", set.action == DataSetStart::Action::merge ? "Append" : name(set.action));
        for (const auto& [key, value] :
             {std::pair{"validFrom", &set.valid_from}, std::pair{"validTo", &set.valid_to}})
            if (!value->empty()) {
                text() += ',';
                member(key, *value);
            }
        text() += ',';
        write_links(set.of, *json_[structure_of_set_[i]]);
        const auto& arranged = arrangements_[i];
        text() += arranged.flat ? ",\n\"observations\":{" : ",\n\"series\":{";
        bool first = true;
        auto rows = rows_of(arranged);
        TRY(for_each_series(set, arranged, [&](const ArrangedSeries& series) {
            if (!arranged.flat) {
                text() += first ? "" : ",\n";
                first = false;
                write_series_start(rows, series);
            }
            if (has_values(options_.detail)) {
                write_observations(rows, series, !arranged.flat || first);
                first = first && series.values.empty();
            }
            if (!arranged.flat)
                text() += "}}";
            return output_.mark();
        }));
        text() += "}}";
        return {};
    }

    /// The indexes of an attribute, row by row.
    struct AttributeIndexes {
        const std::int32_t* first = nullptr;
        std::size_t step = 0;  ///< to the next row; 0 where all have the same
    };

    /// How the rows of a data set are written.
    struct Rows {
        std::vector<std::size_t> series_attributes = {};  ///< those that are written
        std::vector<std::size_t> attributes = {};         ///< of observations
        /// Of those up to the last that differs within the series.
        std::vector<AttributeIndexes> indexes = {};
        std::string behind = {};  ///< what stands behind those in each row, and between two rows
        std::size_t behind_size = 0;
        std::size_t keys;  ///< dimensions of an observation
        std::size_t room;  ///< for the letters of one
        std::string_view between;
        bool are_short;  ///< keys are one index, and all indexes stand in the tables
    };

    Rows rows_of(const Arrangement& arranged) const {
        Rows made{.keys = arranged.observation_key.size(),
                  .room = base::DecimalText::letters_max + 12,  // with what stands around it
                  .between = arranged.flat ? ",\n" : ",",
                  .are_short = arranged.observation_key.size() == 1};
        const auto note = [&](const Column& column) {
            made.room += letters_of_index(column);
            made.are_short = made.are_short && column.values.size() <= indexes_written;
        };
        for (const auto* column : arranged.observation_key)
            note(*column);
        if (!has_attributes(options_.detail))
            return made;
        made.series_attributes = written_of(arranged.series_attributes);
        made.attributes = written_of(arranged.observation_attributes);
        for (const auto i : made.attributes)
            note(*arranged.observation_attributes[i]);
        return made;
    }

    // An attribute without a value in the message has no place in it.
    static std::vector<std::size_t> written_of(const std::vector<const Column*>& columns) {
        std::vector<std::size_t> made;
        made.reserve(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i]->values.empty())
                made.push_back(i);
        return made;
    }

    // With a comma before it.
    template <bool are_short>
    static char* put_attribute(char* to, std::int32_t index) {
        const auto place = static_cast<std::size_t>(index + 1);
        if (are_short || place < attribute_indexes.size())
            return put_written(to, attribute_indexes[place]);
        *to++ = ',';
        return put_number(to, index);
    }

    // The key of an observation, and the bracket behind it.
    template <bool are_short>
    static char* put_observation_key(char* to, const std::int32_t* key, std::size_t size) {
        if constexpr (are_short)
            return put_written(to, observation_keys[static_cast<std::size_t>(*key)]);
        to = put_key(to, {key, size});
        *to++ = '[';
        return to;
    }

    static char* put_key(char* to, std::span<const std::int32_t> key) {
        *to++ = '"';
        for (std::size_t i = 0; i < key.size(); ++i) {
            if (i > 0)
                *to++ = ':';
            to = put_number(to, key[i]);
        }
        *to++ = '"';
        *to++ = ':';
        return to;
    }

    void write_series_start(const Rows& rows, const ArrangedSeries& series) {
        put((series.key.size() + series.attributes.size()) * index_letters, [&](char* to) {
            to = put_key(to, series.key);
            *to++ = '{';
            if (rows.series_attributes.empty())
                return to;
            to = put_text(to, "\"attributes\":");
            const auto begin = to;
            for (const auto i : rows.series_attributes)
                to = put_attribute<false>(to, series.attributes[i]);
            *begin = '[';  // in place of the first comma
            return put_text(to, "],");
        });
        text() += "\"observations\":{";
    }

    // Some at a time, so that there is room for all of them at once.
    void write_observations(Rows& rows, const ArrangedSeries& series, bool first) {
        if (series.values.empty())
            return;
        text() += first ? std::string_view{} : rows.between;
        find_indexes(rows, series);
        for (std::size_t begin = 0; begin < series.values.size(); begin += rows_at_once) {
            const auto end = std::min(series.values.size(), begin + rows_at_once);
            put((end - begin) * rows.room, [&](char* to) {
                return rows.are_short ? put_rows<true>(to, rows, series, begin, end)
                                      : put_rows<false>(to, rows, series, begin, end);
            });
        }
        text().resize(text().size() - rows.between.size());
    }

    static void find_indexes(Rows& rows, const ArrangedSeries& series) {
        rows.indexes.clear();
        rows.behind.clear();
        std::size_t differing = 0;
        for (const auto i : rows.attributes) {
            const auto& column = series.observation_attributes[i];
            rows.indexes.push_back({column.data(), column.step()});
            differing = column.is_even() ? differing : rows.indexes.size();
        }
        std::array<char, 2 * index_letters> letters;
        for (std::size_t i = differing; i < rows.indexes.size(); ++i)
            rows.behind.append(letters.data(),
                               put_attribute<false>(letters.data(), *rows.indexes[i].first));
        rows.indexes.resize(differing);
        (rows.behind += ']') += rows.between;
        rows.behind_size = rows.behind.size();
        rows.behind.resize(std::max(rows.behind_size, behind_few));
    }

    // With what stands between them behind each.
    template <bool are_short>
    static char* put_rows(char* to, const Rows& rows, const ArrangedSeries& series,
                          std::size_t begin, std::size_t end) {
        const std::span indexes{rows.indexes};
        const auto width = rows.keys;
        const auto* behind = rows.behind.data();
        const auto behind_size = rows.behind_size;
        const auto* key = series.observation_keys.data() + begin * width;
        for (auto row = begin; row < end; ++row, key += width) {
            to = put_observation_key<are_short>(to, key, width);
            const auto& value = series.values[row];
            to = value.is_there() ? value.put(to) : put_text(to, "null");
            for (const auto& index : indexes)
                to = put_attribute<are_short>(to, index.first[row * index.step]);
            // One copy of a known size is cheaper than a shorter one; the rest is written over.
            if (behind_size <= behind_few)
                std::memcpy(to, behind, behind_few);
            else
                std::memcpy(to, behind, behind_size);
            to += behind_size;
        }
        return to;
    }

    static constexpr std::size_t rows_at_once = 512;
    static constexpr std::size_t behind_few = 16;
    static constexpr std::size_t slack = 64;  ///< for what copies put too much, and punctuation
    static_assert(slack > 16 + std::max({sizeof(IndexText), base::DecimalText::room, behind_few}));
    static constexpr std::size_t index_letters = 12;  ///< of the longest, with what stands beside

    // Of the longest index into its values, or "null", with a comma.
    static std::size_t letters_of_index(const Column& column) {
        std::size_t letters = 2;
        for (auto rest = column.values.size(); rest >= 10; rest /= 10)
            ++letters;
        return std::max<std::size_t>(letters, 5);
    }

    static char* put_text(char* to, std::string_view written) {
        std::memcpy(to, written.data(), written.size());
        return to + written.size();
    }
    static char* put_number(char* to, std::int32_t number) {
        if (const auto index = static_cast<std::size_t>(number); index < indexes_written)
            return put_written(to, plain_indexes[index]);
        return std::to_chars(to, to + index_letters, number).ptr;
    }

    // Lets `write` put at most `most` letters, and some punctuation, at the end of the text.
    template <typename Write>
    void put(std::size_t most, Write write) {
        const auto before = text().size();
        text().resize_and_overwrite(before + most + slack, [&](char* begin, std::size_t) {
            return static_cast<std::size_t>(write(begin + before) - begin);
        });
    }

    const DataMessage& message_;
    Standard standard_;
    const WriteOptions& options_;
    Output& output_;
    std::vector<Arrangement> arrangements_;
    std::vector<std::size_t> structures_;  ///< the first data set of each flow
    std::vector<const FlowJson*> json_;    ///< of each flow
    std::forward_list<FlowJson> own_json_;
    std::vector<std::size_t> structure_of_set_;  ///< index into them
};

}  // namespace

void append_json_period(std::string& out, const Value& period) {
    out += "{\"id\":";
    base::append_json_string(out, period.id);
    out += ",\"name\":";
    base::append_json_string(out, period.id);
    out += R"(,"start":")";
    base::append_day(out, period.start);
    out += R"(T00:00:00Z","end":")";
    base::append_day(out, period.end);
    out += R"(T23:59:59Z"})";
}

void append_json_text(std::string& out, std::string_view text) {
    out += "{\"value\":";
    base::append_json_string(out, text);
    out += '}';
}

base::Result<void> write_data_json(const DataMessage& message, Standard standard,
                                   const WriteOptions& options, Output& output) {
    return JsonWriter(message, standard, options, output).write();
}

}  // namespace sdmx
