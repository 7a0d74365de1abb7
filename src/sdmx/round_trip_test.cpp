// What the writers write is read back with the same keys, values and attributes.

#include "sdmx/data_message.h"
#include "sdmx/example_for_test.h"
#include "sdmx/message.h"

#include <gtest/gtest.h>

#include <map>

namespace {

using sdmx::ComponentValue;
using sdmx::DataFormat;
using Values = std::map<std::string, std::string>;

Values values_of(std::span<const ComponentValue> given) {
    Values values;
    for (const auto& [component, value, language] : given)
        values.emplace(component, value);
    return values;
}

struct Observation {
    std::string value;  ///< empty: absent
    Values attributes;
    friend bool operator==(const Observation&, const Observation&) = default;
};

void PrintTo(const Observation& observation, std::ostream* out) {
    *out << '"' << observation.value << "\" " << testing::PrintToString(observation.attributes);
}

/// Gathers observations by their whole key, with what is said of their series.
class Gathered : public sdmx::MessageSink {
  public:
    base::Result<void> form(const sdmx::MessageForm& form) override {
        read_form = form;
        return {};
    }
    base::Result<void> header(const sdmx::MessageHeader& given) override {
        id = given.id;
        sender = given.sender;
        return {};
    }
    base::Result<void> data_set(const sdmx::DataSetStart& start) override {
        structure = start.structure_reference;
        return {};
    }
    base::Result<void> series(std::span<const ComponentValue> key,
                              std::span<const ComponentValue> attributes) override {
        series_attributes = values_of(attributes);
        series_keys.push_back(values_of(key));
        return {};
    }
    base::Result<void> observation(const sdmx::ObservationRecord& record) override {
        auto attributes = values_of(record.attributes);
        for (const auto& [name, value] : series_attributes)
            attributes.emplace(name, value);
        Observation made{std::string{record.value.value_or("")}, std::move(attributes)};
        EXPECT_TRUE(observations.emplace(values_of(record.key), std::move(made)).second);
        EXPECT_TRUE(record.where.starts_with("message:")) << record.where;
        return {};
    }

    sdmx::MessageForm read_form;
    std::string id;
    std::string sender;
    std::optional<sdmx::Reference> structure;
    Values series_attributes;
    std::vector<Values> series_keys;
    std::map<Values, Observation> observations;
};

Values key(std::string area, std::string time) {
    return {{"FREQ", "M"}, {"REF_AREA", std::move(area)}, {"TIME_PERIOD", std::move(time)}};
}

std::map<Values, Observation> expected() {
    const std::string unit = "USD million, net of \"returns\" & <fees>";
    const std::string comment = "revised\tlater,\nsee \"note\" <3> & more";
    return {
        {key("W0", "2024-01"), {"231.50", {{"OBS_STATUS", "A"}, {"UNIT", unit}}}},
        {key("W0", "2024-02"), {"-4", {{"COMMENT", comment}, {"OBS_STATUS", "P"}, {"UNIT", unit}}}},
        {key("W0", "2024-03"), {"", {{"OBS_STATUS", "M"}, {"UNIT", unit}}}},
        {key("US", "2024-01"), {"0.001", {{"OBS_STATUS", "A"}, {"UNIT", unit}}}},
        {key("US", "2024-03"), {"98765432109.5", {{"OBS_STATUS", "A"}, {"UNIT", unit}}}},
    };
}

/// Gives a few bytes at a time, so that every token is cut in two somewhere.
sdmx::Input dripping(std::string_view text, std::size_t bytes) {
    return [text, bytes](std::span<char> into) mutable -> base::Result<std::size_t> {
        const auto given = std::min({bytes, into.size(), text.size()});
        std::copy_n(text.data(), given, into.data());
        text.remove_prefix(given);
        return given;
    };
}

constexpr std::array all_formats{DataFormat::generic_21,
                                 DataFormat::generic_time_series_21,
                                 DataFormat::structure_specific_21,
                                 DataFormat::structure_specific_time_series_21,
                                 DataFormat::structure_specific_30,
                                 DataFormat::json_1,
                                 DataFormat::json_2,
                                 DataFormat::csv_1,
                                 DataFormat::csv_2};

std::string written(const sdmx::Example& example, DataFormat format,
                    const sdmx::WriteOptions& options) {
    sdmx::Output output;
    EXPECT_TRUE(sdmx::write_data(example.message(), format, options, output));
    return output.text;
}

sdmx::ReadOptions knowing(const sdmx::Example& example) {
    sdmx::ReadOptions options;
    options.name = "message";
    options.structure_of = [&](const sdmx::DataSetStart&) {
        return &std::get<sdmx::DataStructure>(example.structure.body);
    };
    return options;
}

TEST(RoundTrip, EveryFormatKeepsKeysValuesAndAttributes) {
    const sdmx::Example example;
    for (const auto format : all_formats)
        for (const auto* dimension : {"", "AllDimensions", "REF_AREA"}) {
            const bool time_series = format == DataFormat::generic_time_series_21 ||
                                     format == DataFormat::structure_specific_time_series_21;
            if (time_series && *dimension != '\0')
                continue;
            SCOPED_TRACE(std::to_string(static_cast<int>(format)) + ' ' + dimension);
            sdmx::WriteOptions options;
            options.dimension_at_observation = dimension;
            const auto text = written(example, format, options);
            Gathered read;
            const auto done = sdmx::read_message(base::input_of(text), knowing(example), read);
            ASSERT_TRUE(done) << done.error().text();
            EXPECT_EQ(read.observations, expected());
            EXPECT_EQ(read.read_form.kind, sdmx::MessageKind::data);
            ASSERT_TRUE(read.structure);
            EXPECT_EQ(*read.structure, example.flow.reference());
            if (format < DataFormat::csv_1) {
                EXPECT_EQ(read.id, "EXAMPLE-1");
                EXPECT_EQ(read.sender, "MOITT");
            }
            if (*dimension == '\0' && format < DataFormat::csv_1) {
                EXPECT_EQ(read.series_keys.size(), 3);
            }
        }
}

TEST(RoundTrip, NothingChangesWhereBlocksEnd) {
    const sdmx::Example example;
    for (const auto format : all_formats)
        for (const std::size_t bytes : {1, 2, 3, 7, 64}) {
            SCOPED_TRACE(std::to_string(static_cast<int>(format)) + ' ' + std::to_string(bytes));
            const auto text = written(example, format, {});
            Gathered read;
            const auto done = sdmx::read_message(dripping(text, bytes), knowing(example), read);
            ASSERT_TRUE(done) << done.error().text();
            EXPECT_EQ(read.observations, expected());
        }
}

TEST(RoundTrip, LabelsAndKeyColumnsOfCsvAreReadPast) {
    const sdmx::Example example;
    for (const auto format : {DataFormat::csv_1, DataFormat::csv_2})
        for (const auto labels : {sdmx::CsvOptions::Labels::id, sdmx::CsvOptions::Labels::name,
                                  sdmx::CsvOptions::Labels::both}) {
            sdmx::WriteOptions options;
            options.csv.labels = labels;
            options.csv.series_key = options.csv.observation_key = true;
            options.languages = {"ur", "en"};
            const auto text = written(example, format, options);
            Gathered read;
            const auto done = sdmx::read_message(base::input_of(text), knowing(example), read);
            ASSERT_TRUE(done) << done.error().text();
            EXPECT_EQ(read.observations, expected()) << text;
        }
}

TEST(RoundTrip, AMessageCutShortIsRefusedWhereverItIsCut) {
    const sdmx::Example example;
    for (const auto format : all_formats) {
        if (format >= DataFormat::csv_1)
            continue;  // a table may end after any row
        const auto text = written(example, format, {});
        for (std::size_t bytes = 1; bytes + 2 < text.size(); bytes += 5) {
            Gathered read;
            const auto done =
                sdmx::read_message(base::input_of(text.substr(0, bytes)), knowing(example), read);
            ASSERT_FALSE(done) << static_cast<int>(format) << ' ' << bytes;
        }
    }
}

}  // namespace
