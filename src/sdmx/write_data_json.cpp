#include "base/json.h"
#include "base/plain_json.h"
#include "sdmx/flow_json.h"
#include "sdmx/json_text.h"
#include "sdmx/write_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
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

// These put letters into room that reaches eight further than what they put.
char* put_written(char* to, const IndexText& text) {
    std::memcpy(to, text.data(), text.size());
    return to + text.back();
}

constexpr auto digit_pairs = [] {
    std::array<std::array<char, 2>, 100> made{};
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i] = {static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return made;
}();

constexpr auto powers_of_ten = [] {
    std::array<std::uint64_t, 20> made{1};
    for (std::size_t i = 1; i < made.size(); ++i)
        made[i] = made[i - 1] * 10;
    return made;
}();

std::size_t digits_of(std::uint64_t number) {
    // log10(2) is 1233 / 4096, near enough for 64 bits.
    const auto about = static_cast<std::size_t>(std::bit_width(number | 1)) * 1233 >> 12;
    return about + (number >= powers_of_ten[about] ? 1 : 0) + (number == 0 ? 1 : 0);
}

// Two digits at a time from the end, which is where the point is counted from.
char* put_decimal(char* to, const base::Decimal& number) {
    const bool is_negative = number.is_negative();
    const auto bits = static_cast<std::uint64_t>(number.coefficient());
    auto rest = is_negative ? 0 - bits : bits;
    *to = '-';
    to += is_negative ? 1 : 0;
    const auto places = static_cast<std::size_t>(number.scale());
    char* const end = to + std::max(digits_of(rest), places + 1) + (places > 0 ? 1 : 0);
    char* at = end;
    const auto put_pair = [&] {
        at -= 2;
        std::memcpy(at, digit_pairs[rest % 100].data(), 2);
        rest /= 100;
    };
    const auto put_digit = [&] {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    };
    if (places > 0) {
        for (auto left = places; left > 1; left -= 2)
            put_pair();
        if (places % 2 == 1)
            put_digit();
        *--at = '.';
    }
    while (rest >= 10)
        put_pair();
    if (at > to)
        put_digit();
    return end;
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
        write_meta();
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
        std::vector<const Item*> concept_items(components.size());
        const auto note = [&](const Column& column) {
            if (column.component != nullptr)
                concept_items[place_of(set, column)] = column.concept_item;
        };
        for (const auto* columns :
             {&set.dimensions, &set.series_attributes, &set.observation_attributes})
            for (const auto& column : *columns)
                note(column);
        note(set.time);
        note(set.measure);
        return own_json_.emplace_front(
            write_flow_json(set.of, concept_items, standard_, options_.languages));
    }

    static std::size_t place_of(const DataSet& set, const Column& column) {
        return static_cast<std::size_t>(column.component - set.of.components().components.data());
    }

    void member(std::string_view name, std::string_view value) {
        text() += '"';
        text() += name;
        text() += "\":";
        base::append_json_string(text(), value);
    }

    void write_meta() {
        text() +=
            "{\"meta\":{\"schema\":\"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/"
            "data-message/tools/schemas/";
        text() += v30() ? "2.0.0" : "1.0";
        text() += "/sdmx-json-data-schema.json\",";
        member("id", message_.id);
        text() += message_.test ? ",\"test\":true," : ",\"test\":false,";
        member("prepared", message_.prepared);
        text() += ",\"contentLanguages\":[";
        for (std::size_t i = 0; i < options_.languages.size(); ++i) {
            text() += i > 0 ? "," : "";
            base::append_json_string(text(), options_.languages[i]);
        }
        text() += "],\"sender\":{";
        member("id", message_.sender.id);
        texts_after_comma("name", message_.sender.names);
        text() += "}}";
    }

    void texts_after_comma(std::string_view key, const Texts& texts) {
        if (texts.empty())
            return;
        text() += ',';
        append_json_texts(text(), key, texts, options_.languages);
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
            text() += json.components[place_of(set, *columns[i])];
            write_values(*columns[i], true);
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
            text() += json.components[place_of(set, *column)];
            write_values(*column, false);
            text() += "]}";
        }
    }

    void write_values(const Column& column, bool of_dimension) {
        const bool time = column.component->role == ComponentRole::time_dimension;
        const auto& values = column.values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& value = *values[i];
            if (i > 0)
                text() += ',';
            if (!value.json.empty() && (time || (v30() && value.code == nullptr))) {
                // Those beside it stand written behind it.
                while (i + 1 < values.size() && values[i + 1] == values[i] + 1)
                    ++i;
                const auto& last = values[i]->json;
                text().append(value.json.data(), last.data() + last.size());
            } else if (time) {
                append_json_period(text(), value);
            } else if (value.code != nullptr) {
                write_code(value);
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

    void write_code(const Value& value) {
        text() += '{';
        member("id", value.id);
        texts_after_comma("name", value.code->names);
        if (value.code->names.empty()) {
            text() += ',';
            member("name", value.id);
        }
        texts_after_comma("description", value.code->descriptions);
        if (!value.code->parent.empty()) {
            text() += ',';
            member("parent", value.code->parent);
        }
        text() += '}';
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
        if (v30())
            text() += fmt::format("\"structure\":{},", structure_of_set_[i]);
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
        TRY(for_each_series(set, arranged, [&](const ArrangedSeries& series) {
            if (!arranged.flat) {
                text() += first ? "" : ",\n";
                first = false;
                write_series_start(arranged, series);
            }
            if (has_values(options_.detail)) {
                write_observations(arranged, series, !arranged.flat || first);
                first = first && series.values.empty();
            }
            if (!arranged.flat)
                text() += "}}";
            return output_.mark();
        }));
        text() += "}}";
        return {};
    }

    // Each with a comma before it.
    static char* put_attributes(char* to, const std::vector<std::size_t>& written,
                                const std::int32_t* list) {
        for (const auto i : written) {
            const auto place = static_cast<std::size_t>(list[i] + 1);
            if (place < attribute_indexes.size()) {
                to = put_written(to, attribute_indexes[place]);
                continue;
            }
            *to++ = ',';
            to = put_number(to, list[i]);
        }
        return to;
    }

    // An attribute without a value in the message has no place in it.
    static std::vector<std::size_t> written_of(const std::vector<const Column*>& columns) {
        std::vector<std::size_t> made;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i]->values.empty())
                made.push_back(i);
        return made;
    }

    // The key of an observation, and the bracket behind it.
    static char* put_observation_key(char* to, std::span<const std::int32_t> key) {
        if (key.size() == 1)
            if (const auto index = static_cast<std::size_t>(key[0]); index < indexes_written)
                return put_written(to, observation_keys[index]);
        to = put_key(to, key);
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

    void write_series_start(const Arrangement& arranged, const ArrangedSeries& series) {
        put((series.key.size() + series.attributes.size()) * index_letters, [&](char* to) {
            to = put_key(to, series.key);
            *to++ = '{';
            if (!has_attributes(options_.detail))
                return to;
            static constexpr std::string_view opening = "\"attributes\":";
            const auto begin = to + opening.size();
            const auto end = put_attributes(begin, written_of(arranged.series_attributes),
                                            series.attributes.data());
            if (end == begin)
                return to;
            put_text(to, opening);
            *begin = '[';  // in place of the first comma
            return put_text(end, "],");
        });
        text() += "\"observations\":{";
    }

    // Some at a time, so that there is room for all of them at once.
    void write_observations(const Arrangement& arranged, const ArrangedSeries& series, bool first) {
        static constexpr std::size_t rows_at_once = 512;
        const auto keys = arranged.observation_key.size();
        const auto attributes =
            has_attributes(options_.detail) ? arranged.observation_attributes.size() : 0;
        std::size_t room = base::Decimal::scale_max + 16;  // the value, and what stands around it
        for (const auto* column : arranged.observation_key)
            room += letters_of_index(*column);
        for (std::size_t i = 0; i < attributes; ++i)
            room += letters_of_index(*arranged.observation_attributes[i]);
        const auto written = attributes > 0 ? written_of(arranged.observation_attributes)
                                            : std::vector<std::size_t>{};
        for (std::size_t begin = 0; begin < series.values.size(); begin += rows_at_once) {
            const auto end = std::min(begin + rows_at_once, series.values.size());
            put((end - begin) * room, [&](char* to) {
                for (auto row = begin; row < end; ++row) {
                    if (!first)
                        *to++ = ',';
                    if (!first && arranged.flat)
                        *to++ = '\n';
                    first = false;
                    to = put_observation_key(to, row_of(series.observation_keys, row, keys));
                    const auto& value = series.values[row];
                    to = value ? put_decimal(to, *value) : put_text(to, "null");
                    to = put_attributes(to, written,
                                        series.observation_attributes.data() + row * attributes);
                    *to++ = ']';
                }
                return to;
            });
        }
    }

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
        text().resize_and_overwrite(before + most + 64, [&](char* begin, std::size_t) {
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
