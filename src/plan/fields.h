#pragma once

#include "base/result.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// The values of fields as they are written in YAML, in amendments and in JSON.
///
/// Errors: E0122 to E0125 with what was expected and what was found.
base::Result<base::Decimal> parse_number(std::string_view text);
base::Result<int> parse_whole(std::string_view text, int least, int most);
base::Result<base::Day> parse_calendar_day(std::string_view text);
base::Result<base::Period> parse_period(std::string_view text, base::YearStart fiscal);
base::Result<DueDate> parse_due(std::string_view text, base::YearStart fiscal);
/// "2023-2025", "FY2023-FY2025" or one period.
base::Result<Span> parse_span(std::string_view text, base::YearStart fiscal);
base::Result<bool> parse_flag(const std::string& text);          ///< true or false
base::Result<std::string> parse_scale(const std::string& text);  ///< a word of `scale_words`
/// A day, one period, or two days with a slash between (ISO 8601): "2022-07-01/2023-03-31".
base::Result<CountTime> parse_count_time(std::string_view text, base::YearStart fiscal);

/// What helps where these are wrong; the help of their codes speaks of other fields.
inline constexpr std::string_view whole_hint =
    "A whole number is digits without a point, within these bounds.";
inline constexpr std::string_view span_hint =
    "An activity lasts from a first year to a last, 2023-2025 or FY2023-FY2025 with a plain "
    "hyphen; or one period: "
    "2024, 2024-H1, 2024-Q1, 2024-06 or FY2024.";
inline constexpr std::string_view period_hint =
    "What is measured is one period: 2024, 2024-H1, 2024-Q1, 2024-06, 2024-06-30, FY2024 or "
    "FY2024-Q1.";
inline constexpr std::string_view count_time_hint =
    "What was counted on a day, or since inception by then, has that day; what was counted in a "
    "stretch of time has a period or two days: FY2023-H1, 2022-07-01/2023-03-31.";
inline constexpr std::string_view offset_hint =
    "Hours and minutes that clocks there are ahead of UTC, in quotes: \"+05:00\", or \"-03:30\" "
    "where they are behind.";
inline constexpr std::string_view published_hint =
    "A document was published in 2023, in 2023-01 or on 2023-01-31.";
inline constexpr std::string_view country_hint =
    "ISO 3166-1 lists the codes of three capitals: PAK, BGD, KEN.";

inline constexpr std::string_view currency_hint =
    "ISO 4217 lists the codes of three capitals: PKR, USD, EUR.";

/// Errors: invalid_word with the words that are allowed and the nearest one.
base::Error wrong_word(std::string_view text, const std::vector<std::string>& allowed);
template <typename Enum>
base::Result<Enum> parse_choice(std::string_view text) {
    if (const auto value = parse_word<Enum>(text))
        return *value;
    return wrong_word(text, all_words<Enum>());
}

/// By code or alias. Errors: unknown_institution with the nearest name.
base::Result<InstitutionId> resolve_institution(const Plan& plan, std::string_view name);

/// `"text"; did you mean "other"?`, or just the quoted text where nothing is near.
std::string quoted_with_guess(std::string_view text, const std::vector<std::string>& candidates,
                              std::string_view between = "");

}  // namespace plan
