#include "plan/fields.h"

#include "base/text.h"
#include "plan/claims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace plan {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string quoted_with_guess(std::string_view text, const std::vector<std::string>& candidates,
                              std::string_view between) {
    const auto near = base::nearest(text, candidates);
    if (near.empty() || near == text)
        return fmt::format("\"{}\"{}", text, between);
    return fmt::format("\"{}\"{}; did you mean \"{}\"?", text, between, near);
}

Result<base::Decimal> parse_number(std::string_view text) {
    auto number = base::Decimal::parse(text);
    if (number)
        return number;
    return Error{ErrorCode::invalid_number,
                 fmt::format("expected a number such as 12.5, found \"{}\"", text), ""};
}

Result<int> parse_whole(std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && end == text.data() + text.size() && value >= least && value <= most)
        return value;
    return Error{
        ErrorCode::invalid_number,
        fmt::format("expected a whole number from {} to {}, found \"{}\"", least, most, text), ""};
}

Result<base::Day> parse_calendar_day(std::string_view text) {
    auto day = base::parse_day(text);
    if (day)
        return day;
    return Error{ErrorCode::invalid_day,
                 fmt::format("expected a day such as 2024-06-30, found \"{}\"", text), ""};
}

Result<base::Period> parse_period(std::string_view text, base::YearStart fiscal) {
    auto period = base::Period::parse(text, fiscal);
    if (period)
        return period;
    return Error{
        ErrorCode::invalid_time,
        fmt::format("expected a day or a period such as 2024, 2024-Q1 or FY2024, found \"{}\"",
                    text),
        ""};
}

Result<DueDate> parse_due(std::string_view text, base::YearStart fiscal) {
    const auto period = TRY(parse_period(text, fiscal));
    return DueDate{std::string{text}, period.last_day()};
}

Result<Span> parse_span(std::string_view text, base::YearStart fiscal) {
    if (const auto one = base::Period::parse(text, fiscal))
        return Span{std::string{text}, one->first_day(), one->last_day()};
    const auto wrong = Error{
        ErrorCode::invalid_time,
        fmt::format("expected years such as 2023-2025 or one period such as FY2024, found \"{}\"",
                    text),
        ""};
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return wrong;
    const auto first = base::Period::parse(text.substr(0, dash), fiscal);
    const auto last = base::Period::parse(text.substr(dash + 1), fiscal);
    if (!first || !last || first->frequency() != base::Frequency::year ||
        last->frequency() != base::Frequency::year)
        return wrong;
    if (last->first_day() < first->first_day())
        return Error{ErrorCode::dates_wrong_way,
                     fmt::format("the period \"{}\" ends before it begins", text), ""};
    return Span{std::string{text}, first->first_day(), last->last_day()};
}

Result<bool> parse_flag(const std::string& text) {
    if (text == "true" || text == "false")
        return text == "true";
    return wrong_word(text, {"true", "false"});
}

Result<std::string> parse_scale(const std::string& text) {
    if (scale_factor(text))
        return text;
    return wrong_word(text, scale_words());
}

Result<CountTime> parse_count_time(std::string_view text, base::YearStart fiscal) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto period = TRY(parse_period(text, fiscal));
        CountTime when{std::string{text}, period.first_day(), period.last_day()};
        if (period.frequency() == base::Frequency::day)
            when.from.reset();
        return when;
    }
    const auto from = TRY(parse_calendar_day(text.substr(0, slash)));
    const auto until = TRY(parse_calendar_day(text.substr(slash + 1)));
    if (until < from)
        return Error{ErrorCode::dates_wrong_way,
                     fmt::format("the stretch \"{}\" ends before it begins", text), ""};
    return CountTime{std::string{text}, from, until};
}

Error wrong_word(std::string_view text, const std::vector<std::string>& allowed) {
    return Error{ErrorCode::invalid_word,
                 fmt::format("expected one of {}; found {}", fmt::join(allowed, ", "),
                             quoted_with_guess(text, allowed)),
                 ""};
}

Result<InstitutionId> resolve_institution(const Plan& plan, std::string_view name) {
    if (const auto* institution = plan.find_institution(name))
        return institution->code;
    std::vector<std::string> names;
    for (const auto& institution : plan.institutions) {
        names.push_back(institution.code.text());
        names.push_back(institution.name);
        if (!institution.abbreviation.empty())
            names.push_back(institution.abbreviation);
        names.insert(names.end(), institution.aliases.begin(), institution.aliases.end());
    }
    return Error{ErrorCode::unknown_institution,
                 fmt::format("the institution {}", quoted_with_guess(name, names, " is not known")),
                 ""};
}

}  // namespace plan
