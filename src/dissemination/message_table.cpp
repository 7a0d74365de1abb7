#include "dissemination/message_table.h"

#include "base/csv.h"
#include "base/memo.h"
#include "dissemination/foreign_rows.h"
#include "dissemination/structures.h"
#include "sdmx/message.h"
#include "sdmx/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using plan::CodeFrom;

constexpr std::size_t faults_max = 100;
// So many keys are kept, in case that they come again.
constexpr std::size_t keys_max = std::size_t{1} << 16;
constexpr std::size_t records_bytes = std::size_t{1} << 18;

using Values = ForeignRows::Words;

// Of a text in several languages the English one, or else the first.
void put(Values& to, std::span<const sdmx::ComponentValue> values) {
    for (const auto& [component, value, language] : values) {
        const auto known = to.find(component);
        if (known == to.end())
            to.emplace(component, value);
        else if (language.empty() || language == "en")
            known->second = value;
    }
}
Values values_of(std::span<const sdmx::ComponentValue> values) {
    Values made;
    put(made, values);
    return made;
}

/// What a message says of an observation that a table has a place for, in this order.
constexpr std::array<std::string_view, 7> said_of_row{unit_mult, year_start, obs_status, source,
                                                      published, date_basis, row_id};
enum Word : std::size_t {
    of_unit_mult,
    of_year_start,
    of_status,
    of_source,
    of_published,
    of_date_basis,
    of_row
};

/// Empty where nothing was said.
using Said = std::array<std::string_view, said_of_row.size()>;

void put(Said& to, std::string_view component, std::string_view value) {
    const auto at = std::ranges::find(said_of_row, component);
    if (at != said_of_row.end() && !value.empty())
        to[static_cast<std::size_t>(at - said_of_row.begin())] = value;
}
void put(Said& to, std::span<const sdmx::ComponentValue> values) {
    for (const auto& value : values)
        put(to, value.component, value.value);
}
void put(Said& to, const Values& values) {
    for (const auto& [component, value] : values)
        put(to, component, value);
}

class TableMaker final : public sdmx::MessageSink {
  public:
    TableMaker(const std::string& file, const MessageTerms& terms, const sdmx::Registry& registry,
               const TableOutput& write)
        : file_(file),
          terms_(terms),
          declared_(terms.declared),
          foreign_flows_(foreign_flows(registry, terms.declared.agency.id)),
          write_(write) {
        for (const auto& structure : declared_.structures)
            for (const auto& dimension : structure.dimensions)
                if (dimension.from == CodeFrom::column)
                    columns_.insert(dimension.text);
        if (terms.from)
            return;
        for (const auto& column : columns_) {
            base::append_csv_field(records_, column);
            records_ += ',';
        }
        records_ += "unit,period,value,status,published,source,id";
        records_ += foreign_flows_.empty() ? "\n" : ",series_key,attributes\n";
    }

    Result<void> form(const sdmx::MessageForm& form) override {
        if (form.kind == sdmx::MessageKind::data)
            return {};
        return not_loadable(
            file_, fmt::format("expected a data message, found one of {}", sdmx::name(form.kind)));
    }

    Result<void> header(const sdmx::MessageHeader& header) override {
        sender_ = header.sender;
        prepared_ = header.prepared.substr(0, header.prepared.find('T'));
        return {};
    }

    Result<void> data_set(const sdmx::DataSetStart& start) override {
        if (start.action == sdmx::DataSetStart::Action::remove)
            return not_loadable(file_,
                                "expected data to keep, found some to delete; the record "
                                "keeps what was published");
        flow_ = nullptr;
        foreign_.reset();
        of_set_.clear();
        of_series_.clear();
        groups_.clear();
        keys_.clear();
        last_ = nullptr;
        const auto& reference = start.structure_reference;
        for (const auto& flow : declared_.flows)
            if (reference && reference->agency == declared_.agency.id && names(*reference, flow)) {
                flow_ = &flow;
                break;
            }
        if (flow_ == nullptr)
            return begin_foreign(start);
        structure_ = declared_.find_structure(flow_->structure);
        return {};
    }

    Result<void> data_set_attributes(std::span<const sdmx::ComponentValue> values) override {
        put(of_set_, values);
        return {};
    }

    Result<void> group(std::span<const sdmx::ComponentValue> key,
                       std::span<const sdmx::ComponentValue> attributes) override {
        groups_.emplace_back(values_of(key), values_of(attributes));
        return {};
    }

    Result<void> series(std::span<const sdmx::ComponentValue>,
                        std::span<const sdmx::ComponentValue> attributes) override {
        of_series_.clear();
        put(of_series_, attributes);
        return {};
    }

    Result<void> observation(const sdmx::ObservationRecord& record) override {
        auto added = foreign_ ? add_foreign_row(record) : add_declared_row(record);
        if (!added.ok()) {
            auto fault = std::move(added).error();
            fault.where = std::string{record.where};
            faults_.push_back(std::move(fault));
        }
        if (faults_.size() >= faults_max)
            return base::all_in_one(std::move(faults_));
        // Where something is wrong, nobody reads the rest of the table.
        if (records_.size() < records_bytes || !faults_.empty())
            return {};
        auto records = std::exchange(records_, {});
        records_.reserve(records.capacity());
        // What was said of more than one row is said once: behind it there is no other beginning.
        const bool rows_alone = of_set_.empty() && groups_.empty();
        return write_(std::move(records), rows_alone ? record.next : std::nullopt);
    }

    Result<void> finish() {
        if (!faults_.empty())
            return base::all_in_one(std::move(faults_));
        return write_(std::move(records_), std::nullopt);
    }

  private:
    /// What decides how a period is written, and the periods that were met, by TIME_PERIOD.
    struct Calendar {
        std::string frequency;
        std::string counted;
        std::string start_day;
        base::Memo<std::string> periods = {};
    };
    /// What all rows of one key have in common.
    struct Key {
        std::string words;  ///< their fields up to the unit, each with its comma
        Calendar* calendar = nullptr;
    };

    static Error not_loadable(std::string where, std::string message) {
        return Error{ErrorCode::sdmx_not_loadable, std::move(message), std::move(where)};
    }

    // The only flow that has this structure is meant by it; several would leave it open.
    static bool names(const sdmx::Reference& reference, const ForeignFlow& flow,
                      const std::vector<ForeignFlow>& all) {
        const auto is = [&](const sdmx::Artefact* artefact) {
            return artefact != nullptr && artefact->type == reference.type &&
                   artefact->agency == reference.agency && artefact->id == reference.id &&
                   (reference.version.empty() || artefact->version == reference.version);
        };
        if (reference.type != sdmx::ArtefactType::data_structure)
            return is(flow.flow);
        return is(flow.structure) && std::ranges::count_if(all, [&](const ForeignFlow& one) {
                                         return is(one.structure);
                                     }) == 1;
    }

    Result<void> begin_foreign(const sdmx::DataSetStart& start) {
        const auto& reference = start.structure_reference;
        const auto flow = std::ranges::find_if(foreign_flows_, [&](const ForeignFlow& one) {
            return reference && names(*reference, one, foreign_flows_);
        });
        if (flow == foreign_flows_.end())
            return not_loadable(
                file_, fmt::format("expected a dataflow that statistics.yaml declares, or whose "
                                   "structure was loaded before, found \"{}\"",
                                   reference ? reference->urn() : start.structure));
        if (!flow->unusable.empty())
            return not_loadable(file_, fmt::format("data of {} cannot be held: {}", flow->dataflow,
                                                   flow->unusable));
        foreign_.emplace(*flow, terms_.fiscal_year, sender_, prepared_, terms_.today);
        return {};
    }

    // All that is said of an observation, its own words last.
    Result<void> add_foreign_row(const sdmx::ObservationRecord& record) {
        auto said = of_set_;
        for (const auto& [group_key, words] : groups_)
            if (is_of(record, group_key))
                for (const auto& [component, value] : words)
                    said.insert_or_assign(component, value);
        for (const auto& [component, value] : of_series_)
            said.insert_or_assign(component, value);
        put(said, record.attributes);
        const auto before = records_.size();
        records_.append(columns_.size() + 1, ',');
        auto added = foreign_->append(record, said, records_);
        if (!added.ok())
            records_.resize(before);
        return added;
    }

    static bool is_of(const sdmx::ObservationRecord& record, const Values& group) {
        return std::ranges::all_of(group, [&](const auto& one) {
            return sdmx::value_of(record.key, one.first) == one.second;
        });
    }

    Result<void> add_declared_row(const sdmx::ObservationRecord& record) {
        Said said;
        put(said, of_set_);
        for (const auto& [group_key, words] : groups_)
            if (is_of(record, group_key))
                put(said, words);
        put(said, of_series_);
        put(said, record.attributes);
        return add_row(record, said);
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

    Result<std::string> unit_of(const std::string& code, std::string_view text) const {
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
        const int begins = month >= terms_.fiscal_year.month ? year : year - 1;
        return fmt::format("{:04}-{:02}/{}", begins, terms_.fiscal_year.month, period);
    }

    Calendar& calendar_of(const std::string& frequency, const std::string& counted,
                          std::string_view start_day) {
        for (auto& one : calendars_)
            if (one.frequency == frequency && one.counted == counted && one.start_day == start_day)
                return one;
        return calendars_.emplace_back(frequency, counted, std::string{start_day});
    }

    // The key's words; a key that was met before is found by its text, one like that of the row
    // before without it.
    Result<const Key*> key_of(const sdmx::ObservationRecord& record, const Said& said) {
        if (last_ != nullptr && is_last(record, said))
            return last_;
        text_.clear();
        for (const auto& [component, value, language] : record.key)
            if (component != time_period)
                for (const auto part : {component, value})
                    base::append_part(text_, part);
        for (const auto part : {said[of_unit_mult], said[of_year_start]})
            base::append_part(text_, part);
        if (keys_.size() >= keys_max)
            keys_.clear();
        last_ = keys_.find(text_);
        if (last_ == nullptr)
            last_ = &keys_.add(text_, TRY(make_key(record, said)));
        return last_;
    }

    bool is_last(const sdmx::ObservationRecord& record, const Said& said) const {
        std::string_view rest = text_;
        for (const auto& [component, value, language] : record.key)
            if (component != time_period &&
                !(base::take_part(rest, component) && base::take_part(rest, value)))
                return false;
        return base::take_part(rest, said[of_unit_mult]) &&
               base::take_part(rest, said[of_year_start]) && rest.empty();
    }

    Result<Key> make_key(const sdmx::ObservationRecord& record, const Said& said) {
        Key key;
        std::string frequency, counted = "N";
        std::map<std::string, std::string> words;
        std::string unit;
        for (const auto& dimension : structure_->dimensions) {
            const std::string code{sdmx::value_of(record.key, dimension.id)};
            if (code.empty())
                return not_loadable(
                    {}, fmt::format("expected the dimension {}, found none", dimension.id));
            switch (dimension.from) {
                case CodeFrom::fixed:
                    if (code != dimension.text)
                        return not_loadable({}, fmt::format("{}: expected \"{}\", found \"{}\"",
                                                            dimension.id, dimension.text, code));
                    break;
                case CodeFrom::column:
                    words[dimension.text] = TRY(word_of(dimension, code));
                    break;
                case CodeFrom::unit:
                    unit = TRY(unit_of(code, said[of_unit_mult]));
                    break;
                case CodeFrom::frequency:
                    frequency = code;
                    break;
                case CodeFrom::transformation:
                    counted = code;
                    break;
            }
        }
        const auto expected =
            structure_->dimensions.size() +
            (sdmx::value_of(record.key, time_period).empty() ? std::size_t{0} : 1);
        if (expected != record.key.size())
            return not_loadable({},
                                fmt::format("expected {} dimensions, found {}",
                                            structure_->dimensions.size() + 1, record.key.size()));
        for (const auto& column : columns_) {
            base::append_csv_field(key.words, words[column]);
            key.words += ',';
        }
        base::append_csv_field(key.words, unit);
        key.words += ',';
        key.calendar = &calendar_of(frequency, counted, said[of_year_start]);
        return key;
    }

    Result<void> add_row(const sdmx::ObservationRecord& record, const Said& said) {
        const Key& key = *TRY(key_of(record, said));
        Calendar& calendar = *key.calendar;
        const auto time = sdmx::value_of(record.key, time_period);
        const auto* period = calendar.periods.find(time);
        if (period == nullptr)
            period =
                &calendar.periods.add(time, TRY(period_of(std::string{time}, calendar.frequency,
                                                          calendar.counted, calendar.start_day)));
        const bool missing = !record.value || record.value->empty() || *record.value == "NaN";
        const bool estimated = said[of_date_basis] == "E";
        records_ += key.words;
        for (const auto field :
             {std::string_view{*period}, missing ? std::string_view{} : *record.value,
              missing                   ? std::string_view{"M"}
              : said[of_status].empty() ? std::string_view{"A"}
                                        : said[of_status],
              estimated ? std::string_view{} : said[of_published],
              !said[of_source].empty() ? said[of_source]
              : !sender_.empty()       ? std::string_view{sender_}
                                       : std::string_view{flow_->provider}}) {
            base::append_csv_field(records_, field);
            records_ += ',';
        }
        base::append_csv_field(records_, said[of_row]);
        records_ += foreign_flows_.empty() ? "\n" : ",,\n";
        return {};
    }

    const std::string& file_;
    const MessageTerms& terms_;
    const plan::Statistics& declared_;
    const std::vector<ForeignFlow> foreign_flows_;
    std::string sender_;
    std::string prepared_;                ///< the day
    std::optional<ForeignRows> foreign_;  ///< of a data set of another agency's dataflow
    const plan::StatisticalFlow* flow_ = nullptr;
    const plan::StatisticalStructure* structure_ = nullptr;
    const TableOutput& write_;
    Values of_set_;
    Values of_series_;
    std::vector<std::pair<Values, Values>> groups_;  ///< key, and what is said
    std::set<std::string> columns_;
    std::deque<Calendar> calendars_;
    base::Memo<Key> keys_;  // of this data set, by their text
    const Key* last_ = nullptr;
    std::string text_;
    std::string records_;
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

Result<void> translate_message(const base::Input& message, const std::string& file,
                               const MessageTerms& terms, const TableOutput& write) {
    auto registry = make_registry(terms.declared);
    add_foreign(registry, terms.foreign);
    TableMaker maker{file, terms, registry, write};
    sdmx::ReadOptions options;
    options.name = file;
    options.from = terms.from;
    options.structure_of =
        [&registry](const sdmx::DataSetStart& start) -> const sdmx::DataStructure* {
        if (!start.structure_reference)
            return nullptr;
        const auto* named = registry.find(*start.structure_reference);
        const auto* at = named == nullptr ? nullptr : registry.structure_of(*named);
        return at == nullptr ? nullptr : std::get_if<sdmx::DataStructure>(&at->body);
    };
    TRY(sdmx::read_message(message, options, maker));
    return maker.finish();
}

Result<std::string> table_of_message(std::string_view bytes, const std::string& file,
                                     const MessageTerms& terms) {
    std::string table;
    TRY(translate_message(base::input_of(bytes), file, terms,
                          [&](const std::string& records, const auto&) -> Result<void> {
                              table += records;
                              return {};
                          }));
    return table;
}

}  // namespace dissemination
