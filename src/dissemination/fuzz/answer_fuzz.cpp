// libFuzzer's entry for the answers of the SDMX service: an address, and below it on a line of
// their own numbers that choose the day, the format and how it is written.

#include "base/fuzz/hold.h"
#include "base/text.h"
#include "dissemination/answer.h"
#include "dissemination/example_for_test.h"
#include "dissemination/foreign.h"
#include "dissemination/fuzz/catalogue_to_ask.h"
#include "sdmx/query_words.h"
#include "sdmx/schema.h"
#include "sdmx/structure_message.h"
#include "sdmx/summary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using base::ErrorCode;
using base::hold;
using dissemination::AnswerContext;
using dissemination::Catalogue;
using dissemination::DataAnswer;
using sdmx::DataFormat;
using sdmx::Rest;

/// One catalogue keeps all rows that it made, the other next to none.
struct Held {
    std::unique_ptr<const Catalogue> all;
    std::unique_ptr<const Catalogue> few;
};
const Held& held() {
    static const Held made{dissemination::fuzz::catalogue_to_ask(dissemination::rows_kept),
                           dissemination::fuzz::catalogue_to_ask(30)};
    return made;
}

const sdmx::MessageHead& head() {
    static const sdmx::MessageHead made{"FUZZ", "2026-01-01T00:00:00Z", true, {"FUZZ", {}}};
    return made;
}

/// What the numbers of the second line choose.
struct Choice {
    base::Day as_of;
    DataFormat format = DataFormat::json_2;
    sdmx::CsvOptions csv;
    std::vector<std::string> languages;

    bool is_csv() const { return format == DataFormat::csv_1 || format == DataFormat::csv_2; }
    sdmx::Standard standard() const {
        return format < DataFormat::structure_specific_30 ? sdmx::Standard::v21
                                                          : sdmx::Standard::v30;
    }
    AnswerContext context() const {
        auto made = dissemination::testing::on(2020, 1, 1);
        made.as_of = as_of;
        made.flat = is_csv();
        return made;
    }
};

Choice choice_of(std::string_view numbers) {
    const auto take = [&](std::uint32_t below) {
        std::uint32_t number = 0;
        for (; !numbers.empty() && numbers.front() != ' '; numbers.remove_prefix(1))
            number = number * 10 + static_cast<std::uint8_t>(numbers.front() - '0');
        numbers.remove_prefix(numbers.empty() ? 0 : 1);
        return number % below;
    };
    Choice made;
    made.as_of = base::make_day(2019, 12, 31) + std::chrono::days{take(500)};
    made.format = static_cast<DataFormat>(take(9));
    made.csv.labels = static_cast<sdmx::CsvOptions::Labels>(take(3));
    const auto flags = take(16);
    made.csv.normalised_time = flags & 1;
    made.csv.series_key = flags & 2;
    made.csv.observation_key = flags & 4;
    made.languages =
        flags & 8 ? std::vector<std::string>{"ur", "en"} : std::vector<std::string>{"en", "ur"};
    return made;
}

constexpr std::initializer_list<ErrorCode> query_errors{
    ErrorCode::sdmx_no_results, ErrorCode::sdmx_query_syntax, ErrorCode::sdmx_query_semantics};

void hold_error(const base::Error& error, std::initializer_list<ErrorCode> expected) {
    hold(std::ranges::count(expected, error.code) == 1);
    hold(!error.message.empty() && error.message.size() < 4096);
}

using Key = std::map<std::string_view, std::string_view>;  // values by component

std::string text_of(const Key& key) {
    std::string text;
    for (const auto& [component, value] : key)
        ((text += component) += '=') += value;
    return text;
}

/// An observation of an answer, by what it says itself.
struct Row {
    std::string series;      ///< the dataflow and the key
    std::string valid_from;  ///< of a history
    std::string line;        ///< its whole key and its value
    friend auto operator<=>(const Row&, const Row&) = default;
};
using Rows = std::vector<Row>;

const sdmx::Value& value_at(const sdmx::Column& column, std::int32_t index) {
    hold(index >= 0 && static_cast<std::size_t>(index) < column.values.size());
    return *column.values[static_cast<std::size_t>(index)];
}

void hold_attributes(const std::vector<sdmx::Column>& columns, std::span<const std::int32_t> row) {
    hold(row.size() == columns.size());
    for (std::size_t a = 0; a < row.size(); ++a)
        hold(row[a] == sdmx::no_value || !value_at(columns[a], row[a]).id.empty());
}

void add_rows(const sdmx::DataSet& set, const sdmx::SeriesData& series, Rows& rows) {
    Key key;
    hold(series.key.size() == set.dimensions.size());
    for (std::size_t d = 0; d < set.dimensions.size(); ++d)
        hold(key.emplace(set.dimensions[d].component->id,
                         value_at(set.dimensions[d], series.key[d]).id)
                 .second);
    const auto name = set.of.flow->reference().urn() + text_of(key);
    hold_attributes(set.series_attributes, series.attributes);
    hold(!series.times.empty() && series.times.size() == series.values.size());
    std::vector<std::int32_t> attributes;
    for (std::size_t i = 0; i < series.times.size(); ++i) {
        sdmx::take_row(series.observation_attributes, i, attributes);
        hold_attributes(set.observation_attributes, attributes);
        key[set.time.component->id] = value_at(set.time, series.times[i]).id;
        rows.push_back({name, set.valid_from, text_of(key) += series.values[i].view()});
    }
}

// Everything that the indexes of an answer point to.
Rows rows_of(const DataAnswer& answer, bool is_sorted) {
    Rows rows;
    for (const auto& set : answer.sets) {
        auto next = set.series;
        while (const auto* series = next().value()) {
            add_rows(set, *series, rows);
            hold(is_sorted || std::ranges::adjacent_find(series->times, std::greater_equal{}) ==
                                  series->times.end());
        }
    }
    hold(rows.size() == answer.observations);
    return rows;
}

// What first, last, offset and limit leave of an answer without them.
void hold_part(const Rows& part, const Rows& whole, const sdmx::DataQuery& query) {
    const bool is_cut = query.first || query.last;
    const bool is_in_order = !query.include_history && query.sort.empty();
    const auto first = query.first.value_or(0), last = query.last.value_or(0);
    std::map<std::string, std::size_t> lengths, places;
    for (const auto& row : whole)
        ++lengths[row.series];
    std::size_t left = 0;
    for (const auto& [series, length] : lengths)
        left += !is_cut || first >= length || last >= length - first ? length : first + last;
    left -= std::min(left, query.offset);
    hold(part.size() == std::min(left, query.limit.value_or(left)));
    if (!is_in_order) {
        auto all = whole, some = part;
        std::ranges::sort(all);
        std::ranges::sort(some);
        hold(std::ranges::includes(all, some));
        return;
    }
    Rows expected;
    for (const auto& row : whole) {
        const auto place = places[row.series]++;
        if (!is_cut || place < first || lengths[row.series] - place <= last)
            expected.push_back(row);
    }
    expected.erase(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                            expected.size(), query.offset)));
    expected.resize(std::min(expected.size(), query.limit.value_or(expected.size())));
    hold(part == expected);
}

/// A message as it is read again.
struct ReadAgain : sdmx::Summary {
    base::Result<void> observation(const sdmx::ObservationRecord& record) override {
        Key key;
        for (const auto& [component, value, language] : record.key)
            hold(key.emplace(component, value).second);
        const auto value = record.value.value_or("");
        lines.push_back(text_of(key) += value == "NaN" ? "" : value);
        return Summary::observation(record);
    }
    std::vector<std::string> lines;
};

std::string write(const DataAnswer& answer, const sdmx::DataQuery& query, const Choice& choice) {
    const sdmx::DataMessage message{&head(), answer.sets};
    const sdmx::WriteOptions options{query.dimension_at_observation, sdmx::detail_written(query),
                                     choice.languages, choice.csv};
    sdmx::Output output;
    if (const auto done = sdmx::write_data(message, choice.format, options, output); !done) {
        hold_error(done.error(),
                   {ErrorCode::sdmx_no_such_dimension, ErrorCode::sdmx_one_flow_only});
        return {};
    }
    hold(base::check_utf8(output.text, "").ok());
    return std::move(output.text);
}

// Who reads the message finds what the answer holds.
void read_again(const std::string& message, const Rows& rows, const sdmx::DataQuery& query,
                const Choice& choice) {
    sdmx::ReadOptions options;
    options.name = "answer";
    options.structure_of = [](const sdmx::DataSetStart& start) -> const sdmx::DataStructure* {
        const auto& registry = held().all->registry;
        const auto* named =
            start.structure_reference ? registry.find(*start.structure_reference) : nullptr;
        const auto* structure = named == nullptr ? nullptr : registry.structure_of(*named);
        return structure == nullptr ? nullptr : &std::get<sdmx::DataStructure>(structure->body);
    };
    ReadAgain again;
    const auto done = sdmx::read_message(base::input_of(message), options, again);
    hold(done.ok() && again.message_form.kind == sdmx::MessageKind::data);
    if (!sdmx::has_values(sdmx::detail_written(query)))
        return;
    hold(again.observations == rows.size());
    const bool is_plain =
        choice.csv.labels == sdmx::CsvOptions::Labels::id && !choice.csv.normalised_time;
    if (choice.is_csv() && !is_plain)
        return;
    std::vector<std::string> expected;
    for (const auto& row : rows)
        expected.push_back(row.line);
    std::ranges::sort(expected);
    std::ranges::sort(again.lines);
    hold(again.lines == expected);
}

// Availability counts what the data are.
void hold_availability(const Rows& whole, const sdmx::DataQuery& query, Rest rest,
                       AnswerContext context) {
    if (!query.as_of.empty())
        context.as_of = std::min(context.as_of, sdmx::parse_period(query.as_of, {}).value().first);
    sdmx::AvailabilityQuery asked;
    asked.selection = query.selection;
    const auto available = dissemination::answer_availability(*held().all, asked, rest, context);
    std::size_t observations = 0;
    if (available)
        for (const auto& constraint : *available)
            observations += std::stoul(constraint.annotations[1].title);
    hold(observations == whole.size());
}

void ask_data(const sdmx::Address& address, Rest rest, const Choice& choice) {
    const auto query = sdmx::parse_data_query(address, rest);
    if (!query)
        return;
    const auto context = choice.context();
    const auto answer = dissemination::answer_data(*held().all, *query, rest, context);
    auto of_all = *query;
    of_all.first = of_all.last = of_all.limit = std::nullopt;
    of_all.offset = 0;
    const auto whole = dissemination::answer_data(*held().all, of_all, rest, context);
    if (!whole) {
        hold(!answer && answer.error().code == whole.error().code);
        return hold_error(whole.error(), query_errors);
    }
    const bool is_sorted = !query->sort.empty();
    const auto all = rows_of(*whole, is_sorted);
    const auto rows = answer ? rows_of(*answer, is_sorted) : Rows{};
    hold_part(rows, all, *query);
    if (!query->include_history)
        hold_availability(all, *query, rest, context);
    if (!answer)
        return hold_error(answer.error(), {ErrorCode::sdmx_no_results});
    const auto message = write(*answer, *query, choice);
    const auto made_again = dissemination::answer_data(*held().few, *query, rest, context);
    hold(write(made_again.value(), *query, choice) == message);
    if (!message.empty())
        read_again(message, rows, *query, choice);
}

void ask_availability(const sdmx::Address& address, Rest rest, const Choice& choice) {
    const auto query = sdmx::parse_availability_query(address, rest);
    if (!query)
        return;
    const auto answer =
        dissemination::answer_availability(*held().all, *query, rest, choice.context());
    if (!answer)
        return hold_error(answer.error(), query_errors);
    for (const auto& constraint : *answer)
        hold(std::get<sdmx::Constraint>(constraint.body).regions.size() == 1);
}

void ask_schema(const sdmx::Address& address, Rest rest, const Choice& choice) {
    const auto query = sdmx::parse_schema_query(address, rest);
    if (!query)
        return;
    const auto& registry = held().all->registry;
    const auto found = registry.select(query->what);
    if (!found)
        return hold_error(found.error(), query_errors);
    for (const auto* artefact : *found) {
        const auto* held_structure = registry.structure_of(*artefact);
        if (held_structure == nullptr)
            continue;
        const auto structure = dissemination::with_representations(registry, *held_structure);
        const sdmx::SchemaContext context{
            artefact, &structure, query->dimension_at_observation,
            [&](const sdmx::Reference& list) { return registry.find(list); },
            registry.allowed(*artefact)};
        const auto schema = sdmx::write_schema(context, choice.standard());
        if (!schema)
            hold_error(schema.error(), {ErrorCode::sdmx_no_such_dimension});
        hold(!schema || base::check_utf8(*schema, "").ok());
    }
}

void ask_structures(const sdmx::Address& address, Rest rest, const Choice& choice) {
    const auto query = sdmx::parse_structure_query(address, rest);
    if (!query)
        return;
    const auto answer = held().all->registry.answer(*query);
    if (!answer)
        return hold_error(answer.error(), query_errors);
    const sdmx::StructureMessage message{&head(), answer->artefacts};
    const auto format = static_cast<sdmx::StructureFormat>(static_cast<int>(choice.format) % 4);
    const auto text = sdmx::write_structures(message, format, choice.languages);
    hold(base::check_utf8(text, "").ok());
    sdmx::Summary again;
    sdmx::ReadOptions options;
    options.name = "answer";
    hold(sdmx::read_message(base::input_of(text), options, again).ok());
    hold(again.message_form.kind == sdmx::MessageKind::structure &&
         again.artefacts.size() <= answer->artefacts.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    auto line = text.substr(0, text.find('\n'));
    const auto choice = choice_of(text.substr(std::min(line.size() + 1, size)));
    const auto rest = line.starts_with("v2/") ? Rest::v2 : Rest::v1;
    if (rest == Rest::v2)
        line.remove_prefix(3);
    const auto question = std::min(line.find('?'), line.size());
    auto address = sdmx::parse_address(line.substr(0, question),
                                       line.substr(std::min(question + 1, line.size())));
    if (!address || address->path.empty())
        return 0;
    const auto word = sdmx::query::lower(address->path.front());
    const bool is_available = word == (rest == Rest::v1 ? "availableconstraint" : "availability");
    const bool is_named = word == "data" || is_available || word == "schema";
    if (is_named || rest == Rest::v2)
        address->path.erase(address->path.begin());
    if (word == "data")
        ask_data(*address, rest, choice);
    else if (is_available)
        ask_availability(*address, rest, choice);
    else if (word == "schema")
        ask_schema(*address, rest, choice);
    else
        ask_structures(*address, rest, choice);
    return 0;
}
