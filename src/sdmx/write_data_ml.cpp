#include "sdmx/write_data.h"
#include "sdmx/xml_text.h"

namespace sdmx {

namespace {

class MlWriter {
  public:
    MlWriter(const DataMessage& message, DataFormat format, const WriteOptions& options,
             Output& output)
        : message_(message), format_(format), options_(options), output_(output) {}

    base::Result<void> write() {
        for (const auto& set : message_.sets)
            arrangements_.push_back(TRY(arrange(set, options_)));
        name_structures();
        write_root();
        write_header();
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            TRY(write_set(message_.sets[i], i));
        text() += "</message:" + std::string{root()} + ">\n";
        return {};
    }

  private:
    std::string& text() { return output_.text; }
    bool generic() const {
        return format_ == DataFormat::generic_21 || format_ == DataFormat::generic_time_series_21;
    }
    bool v30() const { return format_ == DataFormat::structure_specific_30; }

    std::string_view root() const {
        switch (format_) {
            case DataFormat::generic_21:
                return "GenericData";
            case DataFormat::generic_time_series_21:
                return "GenericTimeSeriesData";
            case DataFormat::structure_specific_time_series_21:
                return "StructureSpecificTimeSeriesData";
            default:
                return "StructureSpecificData";
        }
    }

    // A structure's id names it in the header; where several flows share it, the later ones get a
    // number, for the attribute is an xs:ID.
    void name_structures() {
        for (const auto& set : message_.sets) {
            std::string id = set.of.structure->id;
            std::size_t same = 0;
            for (std::size_t i = 0; i < structure_ids_.size(); ++i) {
                if (message_.sets[i].of.flow == set.of.flow) {
                    same = 0;
                    id = structure_ids_[i];
                    break;
                }
                same += message_.sets[i].of.structure == set.of.structure ? 1 : 0;
            }
            if (same > 0)
                id += "_" + std::to_string(same + 1);
            structure_ids_.push_back(std::move(id));
        }
    }
    bool first_with_its_structure_id(std::size_t i) const {
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if (structure_ids_[earlier] == structure_ids_[i])
                return false;
        return true;
    }

    std::string namespace_of(std::size_t i) const {
        const auto& of = message_.sets[i].of;
        const auto& named = of.provision_agreement != nullptr ? *of.provision_agreement : *of.flow;
        return named.reference().urn(v30() ? Standard::v30 : Standard::v21) +
               ":ObsLevelDim:" + arrangements_[i].dimension_at_observation;
    }

    void write_root() {
        const std::string schemas{schemas_of(v30() ? Standard::v30 : Standard::v21)};
        text() += R"(<?xml version="1.0" encoding="UTF-8"?>)"
                  "\n<message:" +
                  std::string{root()};
        // rsdmx 0.6 takes namespaces in their order: that of the message stands first.
        append_attribute(text(), "xmlns:message", schemas + "message");
        append_attribute(text(), "xmlns:common", schemas + "common");
        append_attribute(text(), "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        if (generic()) {
            append_attribute(text(), "xmlns:generic", schemas + "data/generic");
        } else {
            append_attribute(text(), "xmlns:ss", schemas + "data/structurespecific");
            for (std::size_t i = 0; i < message_.sets.size(); ++i)
                if (first_with_its_structure_id(i))
                    append_attribute(text(), "xmlns:ns" + std::to_string(i + 1), namespace_of(i));
        }
        text() += ">\n";
    }

    void write_header() {
        text() += "<message:Header>\n<message:ID>";
        append_xml(text(), message_.head->id);
        text() += "</message:ID>\n<message:Test>";
        text() += message_.head->test ? "true" : "false";
        text() += "</message:Test>\n<message:Prepared>";
        append_xml(text(), message_.head->prepared);
        text() += "</message:Prepared>\n<message:Sender";
        append_attribute(text(), "id", message_.head->sender.id);
        text() += '>';
        for (const auto& [language, name] : message_.head->sender.names) {
            text() += "<common:Name";
            append_attribute(text(), "xml:lang", language);
            text() += '>';
            append_xml(text(), name);
            text() += "</common:Name>";
        }
        text() += "</message:Sender>\n";
        for (std::size_t i = 0; i < message_.sets.size(); ++i)
            if (first_with_its_structure_id(i))
                write_structure(i);
        if (message_.sets.size() == 1)
            text() += "<message:DataSetAction>" + std::string{name(message_.sets[0].action)} +
                      "</message:DataSetAction>\n";
        text() += "</message:Header>\n";
    }

    void write_structure(std::size_t i) {
        const auto& of = message_.sets[i].of;
        text() += "<message:Structure";
        append_attribute(text(), "structureID", structure_ids_[i]);
        if (!generic())
            append_attribute(text(), "namespace", namespace_of(i));
        append_attribute(text(), "dimensionAtObservation",
                         arrangements_[i].dimension_at_observation);
        text() += '>';
        const bool agreement = of.provision_agreement != nullptr;
        const auto& named = agreement ? *of.provision_agreement : *of.flow;
        // The schema of 2.1 has this element with one "e" short.
        const std::string element = !agreement ? "StructureUsage"
                                    : v30()    ? "ProvisionAgreement"
                                               : "ProvisionAgrement";
        text() += "<common:" + element + ">";
        if (v30()) {
            append_xml(text(), named.reference().urn(Standard::v30));
        } else {
            text() += "<Ref";
            append_attribute(text(), "agencyID", named.agency);
            append_attribute(text(), "id", named.id);
            append_attribute(text(), "version", named.version);
            text() += "/>";
        }
        text() += "</common:" + element + "></message:Structure>\n";
    }

    base::Result<void> write_set(const DataSet& set, std::size_t i) {
        const std::string prefix = generic() ? "" : "ss:";
        text() += "<message:DataSet";
        append_attribute(text(), prefix + "structureRef", structure_ids_[i]);
        if (!generic()) {
            std::size_t named = i;
            for (std::size_t earlier = i; earlier-- > 0;)
                if (structure_ids_[earlier] == structure_ids_[i])
                    named = earlier;
            append_attribute(text(), "xsi:type", "ns" + std::to_string(named + 1) + ":DataSetType");
            if (!v30())
                append_attribute(text(), "ss:dataScope", "DataStructure");
        }
        append_attribute(text(), prefix + "action", name(set.action));
        if (!set.valid_from.empty())
            append_attribute(text(), prefix + "validFromDate", set.valid_from);
        if (!set.valid_to.empty())
            append_attribute(text(), prefix + "validToDate", set.valid_to);
        text() += ">\n";
        TRY(for_each_series(set, arrangements_[i], [&](const ArrangedSeries& series) {
            return generic() ? write_generic(arrangements_[i], series)
                             : write_specific(arrangements_[i], series);
        }));
        text() += "</message:DataSet>\n";
        return {};
    }

    std::span<const std::int32_t> attributes_of(const ArrangedSeries& series, std::size_t row) {
        take_row(series.observation_attributes, row, attributes_of_row_);
        return attributes_of_row_;
    }

    void generic_values(std::string_view element, const std::vector<const Column*>& columns,
                        std::span<const std::int32_t> indexes) {
        bool open = false;
        for_each_value(columns, indexes, [&](const Column& column, const Value& value) {
            if (!open)
                text() += "<generic:" + std::string{element} + ">";
            open = true;
            text() += "<generic:Value";
            append_attribute(text(), "id", column.component->id);
            append_attribute(text(), "value", value.id);
            text() += "/>";
        });
        if (open)
            text() += "</generic:" + std::string{element} + ">";
    }

    base::Result<void> write_generic(const Arrangement& arranged, const ArrangedSeries& series) {
        if (!arranged.flat) {
            text() += "<generic:Series>";
            generic_values("SeriesKey", arranged.series_key, series.key);
            if (has_attributes(options_.detail))
                generic_values("Attributes", arranged.series_attributes, series.attributes);
            text() += '\n';
        }
        const auto rows = has_values(options_.detail) ? series.values.size() : 0;
        for (std::size_t row = 0; row < rows; ++row) {
            text() += "<generic:Obs>";
            const auto key = row_of(series.observation_keys, row, arranged.observation_key.size());
            if (arranged.flat) {
                generic_values("ObsKey", arranged.observation_key, key);
            } else {
                text() += "<generic:ObsDimension";
                const auto& column = *arranged.observation_key[0];
                if (format_ == DataFormat::generic_21)
                    append_attribute(text(), "id", column.component->id);
                append_attribute(text(), "value",
                                 column.values[static_cast<std::size_t>(key[0])]->id);
                text() += "/>";
            }
            if (series.values[row].is_there())
                write_value("<generic:ObsValue value=\"", series.values[row], "\"/>");
            if (has_attributes(options_.detail))
                generic_values("Attributes", arranged.observation_attributes,
                               attributes_of(series, row));
            text() += "</generic:Obs>\n";
        }
        if (!arranged.flat)
            text() += "</generic:Series>\n";
        return output_.mark();
    }

    void write_value(std::string_view before, const base::DecimalText& value,
                     std::string_view after) {
        text() += before;
        text() += value.view();
        text() += after;
    }

    void specific_values(const std::vector<const Column*>& columns,
                         std::span<const std::int32_t> indexes) {
        for_each_value(columns, indexes, [&](const Column& column, const Value& value) {
            append_attribute(text(), column.component->id, value.id);
        });
    }

    base::Result<void> write_specific(const Arrangement& arranged, const ArrangedSeries& series) {
        if (!arranged.flat) {
            text() += "<Series";
            specific_values(arranged.series_key, series.key);
            if (has_attributes(options_.detail))
                specific_values(arranged.series_attributes, series.attributes);
            text() += ">\n";
        }
        const auto rows = has_values(options_.detail) ? series.values.size() : 0;
        for (std::size_t row = 0; row < rows; ++row) {
            text() += "<Obs";
            specific_values(arranged.observation_key,
                            row_of(series.observation_keys, row, arranged.observation_key.size()));
            if (series.values[row].is_there())
                write_value(" OBS_VALUE=\"", series.values[row], "\"");
            if (has_attributes(options_.detail))
                specific_values(arranged.observation_attributes, attributes_of(series, row));
            text() += "/>\n";
        }
        if (!arranged.flat)
            text() += "</Series>\n";
        return output_.mark();
    }

    const DataMessage& message_;
    DataFormat format_;
    const WriteOptions& options_;
    Output& output_;
    std::vector<Arrangement> arrangements_;
    std::vector<std::string> structure_ids_;
    std::vector<std::int32_t> attributes_of_row_;
};

}  // namespace

base::Result<void> write_data_ml(const DataMessage& message, DataFormat format,
                                 const WriteOptions& options, Output& output) {
    const bool time_series = format == DataFormat::generic_time_series_21 ||
                             format == DataFormat::structure_specific_time_series_21;
    if (time_series && !message.sets.empty()) {
        WriteOptions by_time = options;
        by_time.dimension_at_observation.clear();
        const bool other = !options.dimension_at_observation.empty() &&
                           options.dimension_at_observation != "TIME_PERIOD";
        if (other || message.sets[0].time.component == nullptr)
            return base::Error{base::ErrorCode::sdmx_no_such_dimension,
                               "a time-series message has TIME_PERIOD at its observations, found "
                               "\"" +
                                   options.dimension_at_observation + "\"",
                               "dimensionAtObservation"};
        return MlWriter(message, format, by_time, output).write();
    }
    return MlWriter(message, format, options, output).write();
}

}  // namespace sdmx
