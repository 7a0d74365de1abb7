#include "dissemination/message_table.h"

#include "base/csv.h"
#include "dissemination/structures.h"
#include "sdmx/message.h"
#include "sdmx/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using plan::CodeFrom;

constexpr std::size_t faults_max = 100;

using Values = std::map<std::string, std::string, std::less<>>;

void put(Values& to, std::span<const sdmx::ComponentValue> values) {
    for (const auto& value : values)
        to.insert_or_assign(std::string{value.component}, std::string{value.value});
}

std::string find(const Values& values, std::string_view name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
}

class TableMaker final : public sdmx::MessageSink {
  public:
    TableMaker(const std::string& file, const plan::Statistics& declared,
               base::YearStart fiscal_year)
        : file_(file), declared_(declared), fiscal_year_(fiscal_year) {}

    Result<void> form(const sdmx::MessageForm& form) override {
        if (form.kind == sdmx::MessageKind::data)
            return {};
        return not_loadable(
            file_, fmt::format("expected a data message, found one of {}", sdmx::name(form.kind)));
    }

    Result<void> header(const sdmx::MessageHeader& header) override {
        sender_ = header.sender;
        return {};
    }

    Result<void> data_set(const sdmx::DataSetStart& start) override {
        if (start.action == sdmx::DataSetStart::Action::remove)
            return not_loadable(file_,
                                "expected data to keep, found some to delete; the record "
                                "keeps what was published");
        flow_ = nullptr;
        of_set_.clear();
        of_series_.clear();
        groups_.clear();
        const auto& reference = start.structure_reference;
        for (const auto& flow : declared_.flows)
            if (reference && reference->agency == declared_.agency.id && names(*reference, flow)) {
                flow_ = &flow;
                break;
            }
        if (flow_ == nullptr)
            return not_loadable(
                file_,
                fmt::format("expected a dataflow that statistics.yaml declares, found \"{}\"",
                            reference ? reference->urn() : start.structure));
        structure_ = declared_.find_structure(flow_->structure);
        return {};
    }

    Result<void> data_set_attributes(std::span<const sdmx::ComponentValue> values) override {
        put(of_set_, values);
        return {};
    }

    Result<void> group(std::span<const sdmx::ComponentValue> key,
                       std::span<const sdmx::ComponentValue> attributes) override {
        groups_.emplace_back();
        put(groups_.back().first, key);
        put(groups_.back().second, attributes);
        return {};
    }

    Result<void> series(std::span<const sdmx::ComponentValue>,
                        std::span<const sdmx::ComponentValue> attributes) override {
        of_series_.clear();
        put(of_series_, attributes);
        return {};
    }

    Result<void> observation(const sdmx::ObservationRecord& record) override {
        Values key;
        put(key, record.key);
        Values attributes = of_set_;
        for (const auto& [group_key, values] : groups_)
            if (std::ranges::all_of(
                    group_key, [&](const auto& one) { return find(key, one.first) == one.second; }))
                for (const auto& [name, value] : values)
                    attributes.insert_or_assign(name, value);
        for (const auto& [name, value] : of_series_)
            attributes.insert_or_assign(name, value);
        put(attributes, record.attributes);
        auto added = add_row(key, attributes, record);
        if (!added.ok()) {
            auto fault = std::move(added).error();
            fault.where = std::string{record.where};
            faults_.push_back(std::move(fault));
        }
        if (faults_.size() >= faults_max)
            return base::all_in_one(std::move(faults_));
        return {};
    }

    Result<std::string> table() {
        if (!faults_.empty())
            return base::all_in_one(std::move(faults_));
        std::string out;
        for (const auto& column : columns_) {
            out += base::csv_field(column);
            out += ',';
        }
        out += "unit,period,value,status,published,source,id\n";
        for (const auto& row : rows_) {
            for (const auto& column : columns_) {
                out += base::csv_field(find(row.words, column));
                out += ',';
            }
            out += row.rest;
        }
        return out;
    }

  private:
    struct Row {
        Values words;
        std::string rest;
    };

    static Error not_loadable(std::string where, std::string message) {
        return Error{ErrorCode::sdmx_not_loadable, std::move(message), std::move(where)};
    }

    bool names(const sdmx::Reference& reference, const plan::StatisticalFlow& flow) const {
        switch (reference.type) {
            case sdmx::ArtefactType::dataflow:
                return reference.id == flow.id;
            case sdmx::ArtefactType::provision_agreement:
                return reference.id == "PA_" + flow.id;
            case sdmx::ArtefactType::data_structure: {
                // One flow of that structure is meant; several would leave it open.
                const auto count = std::ranges::count(declared_.flows, reference.id,
                                                      &plan::StatisticalFlow::structure);
                return reference.id == flow.structure && count == 1;
            }
            default:
                return false;
        }
    }

    // The word by which a table of this flow prints a code.
    Result<std::string> word_of(const plan::StatisticalDimension& dimension,
                                const std::string& code) const {
        const auto* list = declared_.find_list(dimension.list);
        const auto* found = list == nullptr ? nullptr : list->find(code);
        if (found == nullptr)
            return not_loadable(
                {}, fmt::format("{}: {} has no code \"{}\"", dimension.id, dimension.list, code));
        const auto chosen = flow_->where.find(dimension.text);
        for (const auto& word : found->printed)
            if (chosen == flow_->where.end() ||
                std::ranges::find(chosen->second, word) != chosen->second.end())
                return word;
        return not_loadable({}, fmt::format("{}: no table of {} prints the code \"{}\"",
                                            dimension.id, flow_->id, code));
    }

    Result<std::string> unit_of(const std::string& code, const Values& attributes) const {
        const auto text = find(attributes, unit_mult);
        for (const auto& unit : declared_.units)
            if (unit.code == code && (text.empty() || text == std::to_string(unit.multiplier)))
                return unit.printed;
        return not_loadable({}, fmt::format("no unit is printed for \"{}\" with the multiplier "
                                            "\"{}\"",
                                            code, text));
    }

    // How the loader writes the time: "2023-07/2024-03", "FY2024", "2024-12 (point in time)".
    Result<std::string> period_of(const std::string& text, const std::string& frequency,
                                  const std::string& counted, const std::string& start_day) const {
        const auto start = sdmx::parse_year_start_day(start_day);
        const auto span = sdmx::parse_period(text, start.value_or(sdmx::YearStartDay{}));
        const auto fault = [&] {
            return not_loadable({}, fmt::format("TIME_PERIOD: expected a period of the frequency "
                                                "\"{}\", found \"{}\"",
                                                frequency, text));
        };
        if (!span)
            return fault();
        const std::chrono::year_month_day first{span->first};
        const auto year = static_cast<int>(first.year());
        const auto month = static_cast<int>(static_cast<unsigned>(first.month()));
        std::string period;
        if (frequency == "M")
            period = fmt::format("{:04}-{:02}", year, month);
        else if (frequency == "Q")
            period = fmt::format("{:04}-Q{}", year, (month - 1) / 3 + 1);
        else if (frequency == "S")
            period = fmt::format("{:04}-H{}", year, (month - 1) / 6 + 1);
        else if (frequency == "A")
            period = month == 1 ? fmt::format("{:04}", year) : fmt::format("FY{}", year + 1);
        else if (frequency == "D")
            period = base::to_string(span->first);
        else
            period = text;
        const auto length = (span->last - span->first).count() + 1;
        const bool fits = frequency == "M"   ? length >= 28 && length <= 31
                          : frequency == "Q" ? length >= 90 && length <= 92
                          : frequency == "S" ? length >= 181 && length <= 184
                          : frequency == "A" ? length >= 365 && length <= 366
                          : frequency == "W" ? length == 7
                                             : length == 1;
        if (!fits)
            return fault();
        if (counted == "EOP")
            return period + " (point in time)";
        if (counted != "YTD")
            return period;
        if (frequency != "M")
            return fault();
        const int begins = month >= fiscal_year_.month ? year : year - 1;
        return fmt::format("{:04}-{:02}/{}", begins, fiscal_year_.month, period);
    }

    Result<void> add_row(const Values& key, const Values& attributes,
                         const sdmx::ObservationRecord& record) {
        Row row;
        std::string unit, frequency, counted = "N";
        std::size_t known = key.contains(time_period) ? 1 : 0;
        for (const auto& dimension : structure_->dimensions) {
            const auto code = find(key, dimension.id);
            if (code.empty())
                return not_loadable(
                    {}, fmt::format("expected the dimension {}, found none", dimension.id));
            ++known;
            switch (dimension.from) {
                case CodeFrom::fixed:
                    if (code != dimension.text)
                        return not_loadable({}, fmt::format("{}: expected \"{}\", found \"{}\"",
                                                            dimension.id, dimension.text, code));
                    break;
                case CodeFrom::column:
                    columns_.insert(dimension.text);
                    row.words[dimension.text] = TRY(word_of(dimension, code));
                    break;
                case CodeFrom::unit:
                    unit = TRY(unit_of(code, attributes));
                    break;
                case CodeFrom::frequency:
                    frequency = code;
                    break;
                case CodeFrom::transformation:
                    counted = code;
                    break;
            }
        }
        if (known != key.size())
            return not_loadable({}, fmt::format("expected {} dimensions, found {}",
                                                structure_->dimensions.size() + 1, key.size()));
        const auto period = TRY(
            period_of(find(key, time_period), frequency, counted, find(attributes, year_start)));
        const bool missing = !record.value || record.value->empty() || *record.value == "NaN";
        const auto status = find(attributes, obs_status);
        const auto source_words = find(attributes, source);
        const bool estimated = find(attributes, date_basis) == "E";
        row.rest += base::csv_field(unit);
        for (const auto& field : {period, missing ? std::string{} : std::string{*record.value},
                                  missing          ? std::string{"M"}
                                  : status.empty() ? std::string{"A"}
                                                   : status,
                                  estimated ? std::string{} : find(attributes, published),
                                  source_words.empty() ? sender_ : source_words,
                                  find(attributes, dissemination::row)}) {
            row.rest += ',';
            row.rest += base::csv_field(field);
        }
        row.rest += '\n';
        rows_.push_back(std::move(row));
        return {};
    }

    const std::string& file_;
    const plan::Statistics& declared_;
    base::YearStart fiscal_year_;
    std::string sender_;
    const plan::StatisticalFlow* flow_ = nullptr;
    const plan::StatisticalStructure* structure_ = nullptr;
    Values of_set_;
    Values of_series_;
    std::vector<std::pair<Values, Values>> groups_;
    std::set<std::string> columns_;
    std::vector<Row> rows_;
    std::vector<Error> faults_;
};

}  // namespace

bool is_message(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == bytes.npos)
        return false;
    if (bytes[first] == '<' || bytes[first] == '{')
        return true;
    const auto word = bytes.substr(first, bytes.find_first_of(",;\t|[\r\n", first) - first);
    return word == "DATAFLOW" || word == "STRUCTURE";
}

Result<std::string> table_of_message(std::string_view bytes, const std::string& file,
                                     const plan::Statistics& declared,
                                     base::YearStart fiscal_year) {
    TableMaker maker{file, declared, fiscal_year};
    sdmx::ReadOptions options;
    options.name = file;
    const auto registry = make_registry(declared);
    options.structure_of =
        [&registry](const sdmx::DataSetStart& start) -> const sdmx::DataStructure* {
        if (!start.structure_reference)
            return nullptr;
        const auto* named = registry.find(*start.structure_reference);
        const auto* at = named == nullptr ? nullptr : registry.structure_of(*named);
        return at == nullptr ? nullptr : std::get_if<sdmx::DataStructure>(&at->body);
    };
    TRY(sdmx::read_message(sdmx::input_of(bytes), options, maker));
    return maker.table();
}

}  // namespace dissemination
