#include "sdmx/read_ml.h"
#include "sdmx/values.h"

#include <unordered_map>

namespace sdmx {

namespace {

using Event = XmlReader::Event;

// What generic and structure-specific data sets have in common: where a series stands, and what is
// told of it and of its observations.
class DataSetReader {
  public:
    explicit DataSetReader(MlMessage& message) : message_(message), reader_(message.reader) {}

  protected:
    base::Result<void> start() {
        start_ = TRY(data_set_start(message_));
        structure_ =
            message_.options.structure_of ? message_.options.structure_of(start_) : nullptr;
        return message_.sink.data_set(start_);
    }

    base::Result<void> check_width(const ValueList& list) const {
        const auto most = message_.options.bounds.components_max;
        if (list.size() > most)
            return reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                         " components, found more");
        return {};
    }

    base::Result<void> tell_series() {
        if (!series_told_)
            TRY(message_.sink.series(series_key_.values(), series_attributes_.values()));
        series_told_ = true;
        return {};
    }

    // Clears what the last observation left; the key begins with that of the series.
    void begin_observation() {
        key_.clear();
        key_.append(series_key_);
        attributes_.clear();
        value_.clear();
        has_value_ = false;
        place_ = reader_.where();
    }
    void set_value(std::string_view value) {
        value_ = value;
        has_value_ = true;
    }
    base::Result<void> tell_observation() {
        TRY(check_width(key_));
        TRY(check_width(attributes_));
        ObservationRecord record;
        record.key = key_.values();
        if (has_value_)
            record.value = value_;
        record.attributes = attributes_.values();
        record.where = place_;
        return message_.sink.observation(record);
    }

    MlMessage& message_;
    XmlReader& reader_;
    DataSetStart start_;
    const DataStructure* structure_ = nullptr;
    Names names_;
    ValueList series_key_;
    ValueList series_attributes_;
    bool series_told_ = false;
    ValueList key_;
    ValueList attributes_;
    std::string value_;
    bool has_value_ = false;
    std::string place_;
};

class GenericReader : DataSetReader {
  public:
    using DataSetReader::DataSetReader;

    base::Result<void> read() {
        TRY(start());
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "Series")
                TRY(read_series());
            else if (name == "Obs")
                TRY(read_observation());
            else if (name == "Group")
                TRY(read_group());
            else if (name == "Attributes")
                TRY(read_set_attributes());
            else if (name == "Annotations" || name == "DataProvider")
                TRY(reader_.skip());
            else
                return message_.unexpected("Series, Obs, Group or Attributes in a DataSet");
        }
        return {};
    }

  private:
    base::Result<void> read_values(ValueList& into) {
        while (TRY(reader_.next_tag()) == Event::start) {
            if (reader_.name() != "Value")
                return message_.unexpected("Value");
            const auto id = reader_.attribute("id");
            if (id.empty())
                return reader_.malformed("expected the id of a Value, found none");
            TRY(check_width(into));
            into.add(TRY(keep(id)), reader_.attribute("value"));
            TRY(reader_.skip());
        }
        return {};
    }

    // Names are kept once for the data set, so a hostile one may not bring new ones without end.
    base::Result<std::string_view> keep(std::string_view name) {
        if (names_.size() > 64 * message_.options.bounds.components_max)
            return reader_.out_of_bounds("expected fewer different components, found more than " +
                                         std::to_string(names_.size()));
        return names_.keep(name);
    }

    base::Result<void> read_set_attributes() {
        ValueList values;
        TRY(read_values(values));
        return message_.sink.data_set_attributes(values.values());
    }

    base::Result<void> read_group() {
        ValueList key;
        ValueList values;
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "GroupKey")
                TRY(read_values(key));
            else if (name == "Attributes")
                TRY(read_values(values));
            else if (name == "Annotations")
                TRY(reader_.skip());
            else
                return message_.unexpected("GroupKey or Attributes in a Group");
        }
        return message_.sink.group(key.values(), values.values());
    }

    base::Result<void> read_series() {
        series_key_.clear();
        series_attributes_.clear();
        series_told_ = false;
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "Obs") {
                TRY(tell_series());
                TRY(read_observation());
            } else if (name == "SeriesKey" && !series_told_) {
                TRY(read_values(series_key_));
            } else if (name == "Attributes" && !series_told_) {
                TRY(read_values(series_attributes_));
            } else if (name == "Annotations") {
                TRY(reader_.skip());
            } else {
                return message_.unexpected("SeriesKey, Attributes, then Obs in a Series");
            }
        }
        TRY(tell_series());
        series_key_.clear();
        return {};
    }

    base::Result<void> read_observation() {
        begin_observation();
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "ObsKey") {
                TRY(read_values(key_));
            } else if (name == "ObsDimension") {
                auto id = reader_.attribute("id");
                if (id.empty())
                    id = start_.dimension_at_observation.empty()
                             ? std::string_view{"TIME_PERIOD"}
                             : std::string_view{start_.dimension_at_observation};
                key_.add(TRY(keep(id)), reader_.attribute("value"));
                TRY(reader_.skip());
            } else if (name == "ObsValue") {
                set_value(reader_.attribute("value"));
                TRY(reader_.skip());
            } else if (name == "Attributes") {
                TRY(read_values(attributes_));
            } else if (name == "Annotations") {
                TRY(reader_.skip());
            } else {
                return message_.unexpected(
                    "ObsKey, ObsDimension, ObsValue or Attributes in an Obs");
            }
        }
        return tell_observation();
    }
};

class SpecificReader : DataSetReader {
  public:
    using DataSetReader::DataSetReader;

    base::Result<void> read() {
        TRY(start());
        ValueList own;
        for (const auto& attribute : reader_.attributes())
            if (attribute.space.empty() && !is_of_the_set(attribute.name))
                own.add(attribute.name, attribute.value);
        bool told = own.empty();
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "Comp") {
                TRY(read_component(own, own));
                told = false;
                continue;
            }
            if (!told)
                TRY(message_.sink.data_set_attributes(own.values()));
            told = true;
            if (name == "Series")
                TRY(read_series());
            else if (name == "Obs")
                TRY(read_observation());
            else if (name == "Group" || name == "Atts")
                TRY(read_group());
            else if (name == "Annotations" || name == "DataProvider")
                TRY(reader_.skip());
            else
                return message_.unexpected("Series, Obs, Group, Atts or Comp in a DataSet");
        }
        if (!told)
            TRY(message_.sink.data_set_attributes(own.values()));
        return {};
    }

  private:
    // Attributes of the data set itself; some services leave out their namespace.
    static bool is_of_the_set(std::string_view name) {
        for (const std::string_view known :
             {"structureRef", "setID", "action", "dataScope", "validFromDate", "validToDate",
              "reportingBeginDate", "reportingEndDate", "publicationYear", "publicationPeriod",
              "REPORTING_YEAR_START_DAY"})
            if (name == known)
                return true;
        return false;
    }

    Part part(std::string_view component) {
        // One name stands at one address in the whole message.
        const auto [found, is_new] = parts_.try_emplace(component.data(), Part::dimension);
        if (is_new)
            found->second = part_of(component, structure_, start_.dimension_at_observation);
        return found->second;
    }

    void sort(const XmlAttribute& attribute, ValueList& key, ValueList& attributes) {
        if (!attribute.space.empty())
            return;
        switch (part(attribute.name)) {
            case Part::dimension:
                key.add(attribute.name, attribute.value);
                break;
            case Part::value:
                set_value(attribute.value);
                break;
            case Part::attribute:
                attributes.add(attribute.name, attribute.value);
        }
    }

    // <Comp id="X"><Value>..</Value>..</Comp>: a component with several values, or with markup;
    // each value is a piece of its own.
    base::Result<void> read_component(ValueList& key, ValueList& attributes) {
        const auto tree = TRY(read_tree(reader_));
        const auto id = names_.keep(tree.attribute("id"));
        if (id.empty())
            return reader_.malformed("expected the id of a Comp, found none");
        const auto what = part_of(id, structure_, start_.dimension_at_observation);
        for (const auto& child : tree.children) {
            if (child.name != "Value")
                continue;
            if (what == Part::value)
                set_value(child.text);
            else
                add_pieces(id, child, what == Part::dimension ? key : attributes);
            TRY(check_width(attributes));
        }
        return {};
    }

    // A value is its own text, or one in each of several languages.
    static void add_pieces(std::string_view id, const Element& value, ValueList& into) {
        if (value.children.empty())
            into.add(id, value.text);
        for (const auto& piece : value.children)
            into.add(id, piece.text, piece.attribute("lang"));
    }

    base::Result<void> read_group() {
        ValueList key;
        ValueList attributes;
        for (const auto& attribute : reader_.attributes())
            sort(attribute, key, attributes);
        while (TRY(reader_.next_tag()) == Event::start) {
            if (reader_.name() == "Comp")
                TRY(read_component(key, attributes));
            else
                TRY(reader_.skip());
        }
        return message_.sink.group(key.values(), attributes.values());
    }

    base::Result<void> read_series() {
        series_key_.clear();
        series_attributes_.clear();
        series_told_ = false;
        for (const auto& attribute : reader_.attributes())
            sort(attribute, series_key_, series_attributes_);
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto name = reader_.name();
            if (name == "Obs") {
                TRY(tell_series());
                TRY(read_observation());
            } else if (name == "Comp" && !series_told_) {
                TRY(read_component(series_key_, series_attributes_));
            } else if (name == "Annotations") {
                TRY(reader_.skip());
            } else {
                return message_.unexpected("Comp, then Obs in a Series");
            }
        }
        TRY(tell_series());
        series_key_.clear();
        return {};
    }

    base::Result<void> read_observation() {
        begin_observation();
        const auto own = key_.size();
        for (const auto& attribute : reader_.attributes())
            sort(attribute, key_, attributes_);
        // With an explicit measure the type of the element is the measure dimension's value.
        const auto& at = start_.dimension_at_observation;
        if (key_.size() == own && !at.empty() && at != "AllDimensions") {
            auto type = reader_.attribute("type");
            if (const auto colon = type.find(':'); colon != type.npos)
                type.remove_prefix(colon + 1);
            if (!type.empty())
                key_.add(at, type);
        }
        while (TRY(reader_.next_tag()) == Event::start) {
            if (reader_.name() == "Comp")
                TRY(read_component(key_, attributes_));
            else if (reader_.name() == "Annotations")
                TRY(reader_.skip());
            else
                return message_.unexpected("Comp in an Obs");
        }
        return tell_observation();
    }

    std::unordered_map<const char*, Part> parts_;
};

}  // namespace

base::Result<void> read_generic_set(MlMessage& message) {
    return GenericReader{message}.read();
}

base::Result<void> read_specific_set(MlMessage& message) {
    return SpecificReader{message}.read();
}

}  // namespace sdmx
