#include "base/json.h"
#include "base/plain_json.h"
#include "sdmx/json_text.h"
#include "sdmx/write_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace sdmx {

namespace {

struct SmallNumber {
    char text[3] = {};
    std::uint8_t size = 0;
};
constexpr auto small_numbers = [] {
    std::array<SmallNumber, 1000> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].size = i < 10 ? 1 : i < 100 ? 2 : 3;
        auto rest = i;
        for (auto at = made[i].size; at > 0; rest /= 10)
            made[i].text[--at] = static_cast<char>('0' + rest % 10);
    }
    return made;
}();

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
            if (found == structures_.size())
                structures_.push_back(i);
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

    void member(std::string_view name, std::string_view value) {
        text() += '"';
        text() += name;
        text() += "\":";
        base::append_json_string(text(), value);
    }

    void write_meta() {
        const std::string_view version = v30() ? "2.0.0" : "1.0";
        text() += "{\"meta\":{";
        member("schema", fmt::format("https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/"
                                     "data-message/tools/schemas/{}/sdmx-json-data-schema.json",
                                     version));
        text() += ',';
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

    void write_links(const FlowDescription& of) {
        text() += "\"links\":[";
        write_link("dataflow", *of.flow);
        text() += ',';
        write_link(v30() ? "datastructure" : "structure", *of.structure);
        if (of.provision_agreement != nullptr) {
            text() += ',';
            write_link("provisionagreement", *of.provision_agreement);
        }
        text() += ']';
    }
    void write_link(std::string_view relation, const Artefact& artefact) {
        text() += '{';
        member("urn", artefact.reference().urn(standard_));
        text() += ',';
        member("rel", relation);
        text() += '}';
    }

    void write_structure(std::size_t which) {
        const auto& set = message_.sets[structures_[which]];
        const auto& arranged = arrangements_[structures_[which]];
        text() += '{';
        write_links(set.of);
        texts_after_comma("name", set.of.flow->names);
        texts_after_comma("description", set.of.flow->descriptions);
        text() += ",\n\"dimensions\":{\"dataSet\":[],\"series\":[";
        write_dimensions(set, arranged.series_key);
        text() += "],\"observation\":[";
        write_dimensions(set, arranged.observation_key);
        text() += "]},\n";
        if (v30()) {
            text() += "\"measures\":{\"observation\":[{";
            write_component(set.measure);
            text() += "}]},\n";
        }
        text() += "\"attributes\":{\"dataSet\":[],\"series\":[";
        write_attributes(arranged.series_attributes);
        text() += "],\"observation\":[";
        write_attributes(arranged.observation_attributes);
        text() += "]},\"annotations\":[]";
        if (v30()) {
            text() += ",\"dataSets\":[";
            bool first = true;
            for (std::size_t i = 0; i < structure_of_set_.size(); ++i)
                if (structure_of_set_[i] == which) {
                    text() += first ? "" : ",";
                    text() += std::to_string(i);
                    first = false;
                }
            text() += ']';
        }
        text() += '}';
    }

    void write_component(const Column& column) {
        member("id", column.component->id);
        if (column.concept_item != nullptr) {
            texts_after_comma("name", column.concept_item->names);
            texts_after_comma("description", column.concept_item->descriptions);
        }
        if (!column.component->concept_roles.empty()) {
            text() += ",\"roles\":[";
            for (std::size_t i = 0; i < column.component->concept_roles.size(); ++i) {
                text() += i > 0 ? "," : "";
                base::append_json_string(text(), column.component->concept_roles[i].item);
            }
            text() += ']';
        }
    }

    void write_dimensions(const DataSet& set, const std::vector<const Column*>& columns) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text() += i > 0 ? ",\n{" : "{";
            write_component(*columns[i]);
            const auto& all = set.of.components().components;
            text() +=
                fmt::format(",\"keyPosition\":{},\"values\":[", columns[i]->component - all.data());
            write_values(*columns[i], true);
            text() += "]}";
        }
    }

    // An attribute without a value in the whole message is left out: 2.0 has no empty list of
    // values, and readers count on one.
    void write_attributes(const std::vector<const Column*>& columns) {
        bool first = true;
        for (const auto* column : columns) {
            if (column->values.empty())
                continue;
            text() += first ? "{" : ",\n{";
            first = false;
            write_component(*column);
            if (v30())
                text() += column->component->mandatory ? ",\"isMandatory\":true"
                                                       : ",\"isMandatory\":false";
            text() += ",\"relationship\":{";
            write_relationship(column->component->attachment);
            text() += "},\"values\":[";
            write_values(*column, false);
            text() += "]}";
        }
    }

    void write_relationship(const Attachment& attachment) {
        switch (attachment.level) {
            case Attachment::Level::dataset:
                text() += v30() ? "\"dataflow\":{}" : "\"none\":{}";
                return;
            case Attachment::Level::observation:
                text() += v30() ? "\"observation\":{}" : "\"primaryMeasure\":\"OBS_VALUE\"";
                return;
            case Attachment::Level::dimensions:
            case Attachment::Level::group:
                break;
        }
        text() += "\"dimensions\":[";
        for (std::size_t i = 0; i < attachment.dimensions.size(); ++i) {
            text() += i > 0 ? "," : "";
            base::append_json_string(text(), attachment.dimensions[i]);
        }
        text() += ']';
    }

    void write_values(const Column& column, bool of_dimension) {
        const bool time = column.component->role == ComponentRole::time_dimension;
        for (std::size_t i = 0; i < column.values.size(); ++i) {
            const auto& value = column.values[i];
            if (i > 0)
                text() += ',';
            if (time && !value.json.empty()) {
                text() += value.json;
                continue;
            }
            if (time) {
                append_json_period(text(), value);
                continue;
            }
            if (value.code == nullptr && v30()) {
                write_text_value(value.id);
                continue;
            }
            text() += '{';
            if (value.code != nullptr) {
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
            } else {
                if (of_dimension) {
                    member("id", value.id);
                    text() += ',';
                }
                member("name", value.id);
            }
            text() += '}';
        }
    }

    // Most texts hold nothing that is escaped.
    void write_text_value(std::string_view value) {
        if (!base::is_plain_json(value)) {
            text() += '{';
            member("value", value);
            text() += '}';
            return;
        }
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
        write_links(set.of);
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

    // Each with a comma before it; `to` has room for 12 letters an index.
    static char* put_attributes(char* to, const std::vector<bool>& is_written,
                                std::span<const std::int32_t> list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!is_written[i])
                continue;
            *to++ = ',';
            to = list[i] == no_value ? put_text(to, "null") : put_number(to, list[i]);
        }
        return to;
    }

    // An attribute without a value in the message has no place in it.
    static std::vector<bool> written_of(const std::vector<const Column*>& columns) {
        std::vector<bool> made;
        for (const auto* column : columns)
            made.push_back(!column->values.empty());
        return made;
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
            const auto end =
                put_attributes(begin, written_of(arranged.series_attributes), series.attributes);
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
        const auto is_written = written_of(arranged.observation_attributes);
        std::string number;
        for (std::size_t begin = 0; begin < series.values.size(); begin += rows_at_once) {
            const auto end = std::min(begin + rows_at_once, series.values.size());
            put((end - begin) * room, [&](char* to) {
                for (auto row = begin; row < end; ++row) {
                    if (!first)
                        *to++ = ',';
                    if (!first && arranged.flat)
                        *to++ = '\n';
                    first = false;
                    to = put_key(to, row_of(series.observation_keys, row, keys));
                    *to++ = '[';
                    number.clear();
                    if (series.values[row])
                        series.values[row]->append_to(number);
                    to = put_text(to, number.empty() ? "null" : number);
                    if (attributes > 0)
                        to = put_attributes(to, is_written,
                                            row_of(series.observation_attributes, row, attributes));
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
    // Most indexes have up to three digits.
    static char* put_number(char* to, std::int32_t number) {
        if (number < 0 || number >= static_cast<std::int32_t>(small_numbers.size()))
            return std::to_chars(to, to + index_letters, number).ptr;
        const auto& digits = small_numbers[static_cast<std::size_t>(number)];
        std::memcpy(to, digits.text, sizeof digits.text);
        return to + digits.size;
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
    std::vector<std::size_t> structures_;        ///< the first data set of each flow
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

base::Result<void> write_data_json(const DataMessage& message, Standard standard,
                                   const WriteOptions& options, Output& output) {
    return JsonWriter(message, standard, options, output).write();
}

}  // namespace sdmx
