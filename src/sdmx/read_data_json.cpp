#include "sdmx/read_data_json.h"

#include "sdmx/excerpt.h"
#include "sdmx/read_message.h"
#include "sdmx/values.h"

#include <algorithm>

namespace sdmx {

namespace {

using Token = JsonReader::Token;

// Reads one object of "dataSets".
class SetReader {
  public:
    SetReader(JsonReader& reader, const std::vector<JsonStructure>& structures, std::size_t index,
              MessageSink& sink)
        : reader_(reader), structures_(structures), sink_(sink) {
        for (std::size_t i = 0; i < structures.size(); ++i)
            if (std::ranges::find(structures[i].data_sets, index) != structures[i].data_sets.end())
                chosen_ = i;
    }

    base::Result<void> read() {
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            TRY(read_member(key));
        }
        return end();
    }

  private:
    base::Result<void> read_member(std::string_view key) {
        if (key == "structure" || key == "action" || key == "validFrom" || key == "validTo")
            return read_about(key);
        if (key == "series" || key == "observations" || key == "attributes" ||
            key == "dimensionGroupAttributes") {
            TRY(begin());
            if (reader_.token() == Token::null)
                return {};
            if (key == "attributes")
                return read_set_attributes();
            if (reader_.token() != Token::begin_object)
                return reader_.malformed("expected an object as \"" + std::string{key} +
                                         "\", found another value");
            return key == "series"         ? read_series()
                   : key == "observations" ? read_flat()
                                           : read_groups();
        }
        return reader_.skip();
    }

    // What a data set says of itself stands in front of its data.
    base::Result<void> read_about(std::string_view key) {
        if (begun_ && reader_.token() != Token::null)
            return reader_.malformed("expected \"" + std::string{key} +
                                     "\" before the data of its data set, found it behind them");
        if (key == "structure" && reader_.token() == Token::number) {
            const auto index = index_in(reader_.text());
            if (!index || *index >= structures_.size())
                return reader_.malformed("expected the index of one of " +
                                         std::to_string(structures_.size()) +
                                         " structures, found " + std::string{reader_.text()});
            chosen_ = *index;
        } else if (key == "action" && reader_.token() == Token::text) {
            const auto action = action_named(reader_.text());
            if (!action)
                return reader_.malformed(
                    "expected the action Information, Append, Merge, Replace or Delete, found \"" +
                    excerpt(reader_.text(), 100) + '"');
            start_.action = *action;
        } else if (reader_.token() == Token::text) {
            (key == "validFrom" ? start_.valid_from : start_.valid_to) = reader_.text();
        } else {
            return reader_.skip();
        }
        return {};
    }

    base::Result<void> begin() {
        if (begun_)
            return {};
        begun_ = true;
        if (chosen_ >= structures_.size())
            return reader_.malformed("expected the structure of a data set, found none");
        structure_ = &structures_[chosen_];
        start_.structure = structure_->name;
        start_.structure_reference = structure_->reference;
        const auto& at = structure_->dimensions.observation;
        start_.dimension_at_observation = at.size() == 1 && !structure_->dimensions.series.empty()
                                              ? at.front().id
                                              : "AllDimensions";
        for (const auto& dimension : structure_->dimensions.data_set)
            if (!dimension.values.empty())
                add_pieces(dimension, dimension.values.front(), set_key_);
        return sink_.data_set(start_);
    }

    // Where a data set lists none, what has one value alone in the structure is said of it.
    base::Result<void> end() {
        TRY(begin());
        ValueList fixed;
        for (const auto& attribute : structure_->attributes.data_set)
            if (attribute.values.size() == 1)
                add_pieces(attribute, attribute.values.front(), fixed);
        return has_attributes_ || fixed.empty() ? base::Result<void>{}
                                                : sink_.data_set_attributes(fixed.values());
    }

    static void add_pieces(const JsonComponent& component,
                           const std::vector<JsonComponent::Piece>& pieces, ValueList& into) {
        for (const auto& piece : pieces)
            into.add(component.id, piece.text, piece.language);
    }

    base::Error no_such_value(const JsonComponent& component, std::string_view found) const {
        return reader_.malformed("expected the index of one of the " +
                                 std::to_string(component.values.size()) + " values of " +
                                 component.id + ", found " + excerpt(found, 100));
    }

    // "0:3:1": an index for each of the components; an empty one where the key is a part alone.
    template <typename Components, typename Get>
    base::Result<void> read_key(std::string_view key, const Components& components, Get get,
                                bool partial, ValueList& into) const {
        std::size_t at = 0;
        for (auto rest = key; at < components.size(); ++at) {
            const auto colon = rest.find(':');
            const auto text = rest.substr(0, colon);
            const JsonComponent& component = get(components[at]);
            if (!(partial && text.empty())) {
                const auto index = index_in(text);
                if (!index || *index >= component.values.size())
                    return no_such_value(component, text);
                add_pieces(component, component.values[*index], into);
            }
            if (colon == rest.npos) {
                ++at;
                rest = {};
                break;
            }
            rest.remove_prefix(colon + 1);
            if (at + 1 == components.size())
                return wrong_width(key, components.size());
        }
        return at == components.size() || key.empty() ? base::Result<void>{}
                                                      : wrong_width(key, components.size());
    }

    base::Error wrong_width(std::string_view key, std::size_t wanted) const {
        return reader_.malformed("expected a key of " + std::to_string(wanted) +
                                 " indexes, found \"" + excerpt(key, 100) + '"');
    }

    // One element of an array of attributes or measures; its first token was read.
    base::Result<void> read_value(const JsonComponent& component, ValueList& into) {
        switch (reader_.token()) {
            case Token::null:
                return {};
            case Token::begin_array:
                while (TRY(reader_.next()) != Token::end_array) {
                    if (reader_.token() == Token::begin_array)
                        return reader_.malformed("expected a value, found a list in a list");
                    TRY(read_value(component, into));
                }
                return {};
            case Token::begin_object:
                while (TRY(reader_.next_key())) {
                    const std::string language{reader_.text()};
                    TRY(reader_.next());
                    if (reader_.token() == Token::text)
                        into.add(component.id, reader_.text(), language);
                    else
                        TRY(reader_.skip());
                }
                return check_width(into);
            case Token::number:
                if (component.listed) {
                    const auto index = index_in(reader_.text());
                    if (!index || *index >= component.values.size())
                        return no_such_value(component, reader_.text());
                    add_pieces(component, component.values[*index], into);
                    return check_width(into);
                }
                [[fallthrough]];
            default:
                into.add(component.id, reader_.text());
                return check_width(into);
        }
    }

    base::Result<void> check_width(const ValueList& list) const {
        const auto most = reader_.options().bounds.components_max;
        return list.size() <= most
                   ? base::Result<void>{}
                   : reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                           " values of one key, found more");
    }

    // An array of attributes, whose first token was read; indexes of annotations may follow them.
    base::Result<void> read_attributes(const std::vector<JsonComponent>& components,
                                       ValueList& into) {
        if (reader_.token() == Token::null)
            return {};
        if (reader_.token() != Token::begin_array)
            return reader_.malformed("expected a list of attributes, found another value");
        for (std::size_t i = 0; TRY(reader_.next()) != Token::end_array; ++i) {
            if (i < components.size())
                TRY(read_value(components[i], into));
            else
                TRY(reader_.skip());
        }
        return {};
    }

    base::Result<void> read_set_attributes() {
        ValueList values;
        TRY(read_attributes(structure_->attributes.data_set, values));
        has_attributes_ = true;
        return sink_.data_set_attributes(values.values());
    }

    base::Result<void> read_groups() {
        const auto dimensions = structure_->key();
        while (TRY(reader_.next_key())) {
            ValueList key;
            TRY(read_key(
                reader_.text(), dimensions,
                [](const JsonComponent* component) -> const JsonComponent& { return *component; },
                true, key));
            TRY(reader_.next());
            ValueList attributes;
            TRY(read_attributes(structure_->attributes.dimension_group, attributes));
            TRY(sink_.group(key.values(), attributes.values()));
        }
        return {};
    }

    static const JsonComponent& itself(const JsonComponent& component) { return component; }

    base::Result<void> read_series() {
        while (TRY(reader_.next_key())) {
            key_.clear();
            key_.append(set_key_);
            TRY(read_key(reader_.text(), structure_->dimensions.series, itself, false, key_));
            series_values_ = key_.size();
            TRY(reader_.expect(Token::begin_object, "the object of a series"));
            TRY(read_one_series());
        }
        return {};
    }

    base::Result<void> read_one_series() {
        bool told = false;
        while (TRY(reader_.next_key())) {
            const bool attributes = reader_.text() == "attributes";
            const bool observations = reader_.text() == "observations";
            TRY(reader_.next());
            if (attributes) {
                ValueList values;
                TRY(read_attributes(structure_->attributes.series, values));
                // Behind the observations they are said of all that share the key.
                TRY(told ? sink_.group(key_.values(), values.values())
                         : sink_.series(key_.values(), values.values()));
                told = true;
            } else if (observations && reader_.token() == Token::begin_object) {
                if (!told)
                    TRY(sink_.series(key_.values(), {}));
                told = true;
                TRY(read_observations());
            } else {
                TRY(reader_.skip());
            }
        }
        return told ? base::Result<void>{} : sink_.series(key_.values(), {});
    }

    base::Result<void> read_flat() {
        key_.clear();
        key_.append(set_key_);
        series_values_ = key_.size();
        return read_observations();
    }

    base::Result<void> read_observations() {
        const auto& dimensions = structure_->dimensions.observation;
        while (TRY(reader_.next_key())) {
            key_.shorten(series_values_);
            place_ = reader_.where();
            TRY(read_key(reader_.text(), dimensions, itself, false, key_));
            TRY(reader_.expect(Token::begin_array, "the list of an observation"));
            TRY(read_observation());
        }
        key_.shorten(series_values_);
        return {};
    }

    // The measures, one of them unnamed where the structure lists none, then the attributes.
    base::Result<void> read_observation() {
        static const JsonComponent unnamed{"OBS_VALUE", {}, {}, false};
        const auto& measures = structure_->measures.observation;
        const auto& attributes = structure_->attributes.observation;
        const auto values = std::max<std::size_t>(measures.size(), 1);
        value_.clear();
        attributes_.clear();
        for (std::size_t i = 0; TRY(reader_.next()) != Token::end_array; ++i) {
            if (i == 0)
                TRY(read_value(measures.empty() ? unnamed : measures[0], value_));
            else if (i < values)
                TRY(read_value(measures[i], attributes_));
            else if (i - values < attributes.size())
                TRY(read_value(attributes[i - values], attributes_));
            else
                TRY(reader_.skip());
        }
        ObservationRecord record;
        record.key = key_.values();
        const auto value = value_.values();
        if (!value.empty())
            record.value = value.front().value;
        record.attributes = attributes_.values();
        record.where = place_;
        return sink_.observation(record);
    }

    JsonReader& reader_;
    const std::vector<JsonStructure>& structures_;
    MessageSink& sink_;
    std::size_t chosen_ = 0;
    const JsonStructure* structure_ = nullptr;
    DataSetStart start_;
    bool begun_ = false;
    bool has_attributes_ = false;
    ValueList set_key_;
    ValueList key_;
    std::size_t series_values_ = 0;
    ValueList value_;
    ValueList attributes_;
    std::string place_;
};

}  // namespace

base::Result<void> read_json_sets(JsonReader& reader, const std::vector<JsonStructure>& structures,
                                  MessageSink& sink) {
    if (reader.token() != Token::begin_array)
        return reader.malformed("expected a list of data sets, found another value");
    for (std::size_t i = 0; TRY(reader.next()) != Token::end_array; ++i) {
        if (reader.token() != Token::begin_object)
            return reader.malformed("expected a data set, found another value");
        TRY(SetReader(reader, structures, i, sink).read());
    }
    return {};
}

}  // namespace sdmx
