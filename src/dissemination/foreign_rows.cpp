#include "dissemination/foreign_rows.h"

#include "base/csv.h"
#include "base/period.h"
#include "dissemination/structures.h"
#include "sdmx/period.h"
#include "statistics/block.h"
#include "statistics/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// So many texts are kept, in case that they come again.
constexpr std::size_t kept_max = std::size_t{1} << 16;

Error not_loadable(std::string message) {
    return Error{ErrorCode::sdmx_not_loadable, std::move(message), {}};
}

// A number as decimals write it: 1.5E3 is 1500. Nothing where it is none, or has more digits than
// are held.
std::optional<std::string> decimal_text(std::string_view text) {
    const auto exponent_at = text.find_first_of("eE");
    std::string mantissa{text.substr(0, exponent_at)};
    if (mantissa.starts_with('+'))
        mantissa.erase(0, 1);
    int exponent = 0;
    if (exponent_at != text.npos) {
        auto digits = text.substr(exponent_at + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        const auto end = digits.data() + digits.size();
        const auto [at, error] = std::from_chars(digits.data(), end, exponent);
        if (error != std::errc{} || at != end || std::abs(exponent) > 40)
            return std::nullopt;
    }
    if (exponent != 0) {
        // The point moves; zeros fill what it leaves behind.
        const std::string sign = mantissa.starts_with('-') ? "-" : "";
        mantissa.erase(0, sign.size());
        auto point = mantissa.find('.');
        if (point == mantissa.npos)
            point = mantissa.size();
        else
            mantissa.erase(point, 1);
        auto moved = static_cast<int>(point) + exponent;
        if (moved < 1) {
            mantissa.insert(0, static_cast<std::size_t>(1 - moved), '0');
            moved = 1;
        }
        if (mantissa.size() < static_cast<std::size_t>(moved))
            mantissa.append(static_cast<std::size_t>(moved) - mantissa.size(), '0');
        if (static_cast<std::size_t>(moved) < mantissa.size())
            mantissa.insert(static_cast<std::size_t>(moved), ".");
        const auto first = std::min(mantissa.find_first_not_of('0'), mantissa.find('.') - 1);
        mantissa = sign + mantissa.substr(std::min(first, mantissa.size() - 1));
    } else if (mantissa.starts_with('.') || mantissa.starts_with("-.")) {
        mantissa.insert(mantissa.starts_with('-') ? 1 : 0, "0");
    }
    if (mantissa.ends_with('.'))
        mantissa.pop_back();
    if (!base::Decimal::parse(mantissa).ok())
        return std::nullopt;
    return mantissa;
}

bool is_status(std::string_view text) {
    return statistics::parse_status(text).ok();
}

}  // namespace

ForeignRows::ForeignRows(const ForeignFlow& flow, base::YearStart fiscal_year, std::string sender,
                         std::string prepared, std::optional<base::Day> today)
    : flow_(flow),
      structure_(std::get<sdmx::DataStructure>(flow.structure->body)),
      fiscal_year_(fiscal_year),
      source_(sender.empty() ? flow.flow->agency : std::move(sender)),
      published_(std::move(prepared)),
      known_by_(today) {
    if (const auto day = base::parse_day(published_))
        known_by_ = *day;
}

Result<void> ForeignRows::append(const sdmx::ObservationRecord& record, const Words& said,
                                 std::string& to) {
    text_.clear();
    for (const auto& [component, value, language] : record.key)
        if (component != time_period)
            for (const auto part : {component, value})
                base::append_part(text_, part);
    if (keys_.size() >= kept_max)
        keys_.clear();
    const auto* key = keys_.find(text_);
    if (key == nullptr)
        key = &keys_.add(text_, TRY(key_of(record.key)));

    const auto time = sdmx::value_of(record.key, time_period);
    const auto start = said.find(year_start);
    const std::string_view start_day = start == said.end() ? "" : std::string_view{start->second};
    text_.clear();
    for (const auto part : {time, start_day})
        base::append_part(text_, part);
    if (periods_.size() >= kept_max)
        periods_.clear();
    const auto* period = periods_.find(text_);
    if (period == nullptr)
        period = &periods_.add(text_, TRY(period_of(time, start_day)));

    const auto attributes = TRY(attributes_of(said));
    const bool missing = !record.value || record.value->empty() || *record.value == "NaN";
    const auto value = missing ? std::string{} : decimal_text(*record.value).value_or("");
    if (!missing && value.empty())
        return not_loadable(fmt::format(
            "{}: expected a number of at most 18 digits, found \"{}\"",
            structure_.in_role(sdmx::ComponentRole::measure).front()->id, *record.value));
    const auto status = said.find(obs_status);
    std::string_view letter = "A";
    if (missing)
        letter = "M";
    else if (known_by_ && *known_by_ < period->last)
        letter = "F";
    else if (status != said.end() && is_status(status->second) && status->second != "M")
        letter = status->second;
    for (const std::string_view field :
         {std::string_view{period->text}, std::string_view{value}, letter,
          std::string_view{published_}, std::string_view{source_}, std::string_view{},
          std::string_view{*key}}) {
        base::append_csv_field(to, field);
        to += ',';
    }
    base::append_csv_field(to, attributes);
    to += '\n';
    return {};
}

Result<std::string> ForeignRows::key_of(std::span<const sdmx::ComponentValue> key) const {
    std::vector<statistics::Dimension> dimensions;
    for (std::size_t i = 0; i < flow_.dimensions.size(); ++i) {
        const auto& id = flow_.dimensions[i]->id;
        const auto code = sdmx::value_of(key, id);
        if (code.empty())
            return not_loadable(fmt::format("expected the dimension {}, found none", id));
        const auto* list = flow_.lists[i];
        if (list != nullptr &&
            std::ranges::find(list->items, code, &sdmx::Item::id) == list->items.end())
            return not_loadable(fmt::format("{}: its list has no code \"{}\"", id, code));
        dimensions.push_back({id, std::string{code}});
    }
    for (const auto& one : key)
        if (one.component != time_period &&
            std::ranges::find(flow_.dimensions, one.component, &sdmx::Component::id) ==
                flow_.dimensions.end())
            return not_loadable(
                fmt::format("{} has no dimension \"{}\"", flow_.structure->id, one.component));
    return TRY(statistics::SeriesKey::create(flow_.dataflow, std::move(dimensions))).text();
}

Result<std::string> ForeignRows::attributes_of(const Words& said) const {
    std::vector<statistics::Dimension> words;
    for (const auto* attribute : structure_.in_role(sdmx::ComponentRole::attribute))
        if (const auto known = said.find(attribute->id);
            known != said.end() && !known->second.empty())
            words.push_back({known->first, known->second});
    auto text = statistics::print_words(words);
    if (text.size() > statistics::block_text_bytes_max)
        return not_loadable(fmt::format("expected at most {} bytes of attributes, found {}",
                                        statistics::block_text_bytes_max, text.size()));
    return text;
}

Result<ForeignRows::Period> ForeignRows::period_of(std::string_view text,
                                                   std::string_view start_day) const {
    using base::Frequency;
    const auto start = sdmx::parse_year_start_day(start_day).value_or(sdmx::YearStartDay{});
    const auto span = sdmx::parse_period(text, start);
    if (span && (!span->time || span->time->count() == 0))
        for (const auto frequency : {Frequency::day, Frequency::week, Frequency::month,
                                     Frequency::quarter, Frequency::half, Frequency::year})
            for (const auto year : {base::YearStart{1}, fiscal_year_}) {
                const auto period = base::Period::containing(span->first, frequency, year);
                if (period.first_day() == span->first && period.last_day() == span->last)
                    return Period{period.text(), span->last};
            }
    return not_loadable(fmt::format(
        "TIME_PERIOD: expected a day, week, month, quarter, half or year, found \"{}\"", text));
}

}  // namespace dissemination
