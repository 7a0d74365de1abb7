#include "plan/plan.h"

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::Frequency;

template <typename Enum>
struct Word {
    Enum value;
    std::string_view text;
};

template <typename Enum>
struct Words;

template <>
struct Words<Measure> {
    static constexpr std::array table{Word{Measure::milestone, "milestone"},
                                      Word{Measure::count, "count"},
                                      Word{Measure::count_per_year, "count_per_year"},
                                      Word{Measure::share, "share"},
                                      Word{Measure::each, "each"},
                                      Word{Measure::survey_share, "survey_share"},
                                      Word{Measure::level, "level"},
                                      Word{Measure::growth, "growth"},
                                      Word{Measure::concentration, "concentration"}};
};

template <>
struct Words<CodeFrom> {
    static constexpr std::array table{
        Word{CodeFrom::fixed, "fixed"}, Word{CodeFrom::column, "column"},
        Word{CodeFrom::unit, "unit"}, Word{CodeFrom::frequency, "frequency"},
        Word{CodeFrom::transformation, "transformation"}};
};

template <>
struct Words<Direction> {
    static constexpr std::array table{Word{Direction::up, "up"}, Word{Direction::down, "down"}};
};

template <>
struct Words<Bound> {
    static constexpr std::array table{Word{Bound::at_least, "at_least"},
                                      Word{Bound::exactly, "exactly"},
                                      Word{Bound::at_most, "at_most"}};
};

template <>
struct Words<RollUp> {
    static constexpr std::array table{Word{RollUp::sum, "sum"}, Word{RollUp::last, "last"},
                                      Word{RollUp::ratio, "ratio"}, Word{RollUp::none, "none"}};
};

template <>
struct Words<ActivityKind> {
    static constexpr std::array table{Word{ActivityKind::reform, "reform"},
                                      Word{ActivityKind::project, "project"}};
};

template <>
struct Words<ReportingFrequency> {
    static constexpr std::array table{Word{ReportingFrequency::weekly, "weekly"},
                                      Word{ReportingFrequency::monthly, "monthly"},
                                      Word{ReportingFrequency::quarterly, "quarterly"},
                                      Word{ReportingFrequency::half_yearly, "half-yearly"},
                                      Word{ReportingFrequency::yearly, "yearly"}};
};

template <>
struct Words<Origin> {
    static constexpr std::array table{
        Word{Origin::target, "target"}, Word{Origin::expectation, "expectation"},
        Word{Origin::outlook, "outlook"}, Word{Origin::threshold, "threshold"}};
};

template <>
struct Words<FigureBound> {
    static constexpr std::array table{
        Word{FigureBound::exact, "exact"}, Word{FigureBound::at_least, "at_least"},
        Word{FigureBound::at_most, "at_most"}, Word{FigureBound::about, "about"}};
};

template <>
struct Words<ProgrammeKind> {
    static constexpr std::array table{Word{ProgrammeKind::incubation, "incubation"},
                                      Word{ProgrammeKind::fund, "fund"},
                                      Word{ProgrammeKind::contest, "contest"},
                                      Word{ProgrammeKind::training, "training"},
                                      Word{ProgrammeKind::conversion, "conversion"},
                                      Word{ProgrammeKind::certification, "certification"},
                                      Word{ProgrammeKind::internship, "internship"},
                                      Word{ProgrammeKind::research, "research"},
                                      Word{ProgrammeKind::rent, "rent"},
                                      Word{ProgrammeKind::infrastructure, "infrastructure"},
                                      Word{ProgrammeKind::technology_park, "technology_park"}};
};

template <>
struct Words<Nature> {
    static constexpr std::array table{Word{Nature::stock, "stock"}, Word{Nature::flow, "flow"}};
};

template <>
struct Words<StageRole> {
    static constexpr std::array table{Word{StageRole::entered, "entered"},
                                      Word{StageRole::left, "left"},
                                      Word{StageRole::dropped, "dropped"}};
};

template <>
struct Words<MoneyLine> {
    static constexpr std::array table{Word{MoneyLine::approved, "approved"},
                                      Word{MoneyLine::released, "released"},
                                      Word{MoneyLine::disbursed, "disbursed"}};
};

template <>
struct Words<FigureOf> {
    static constexpr std::array table{
        Word{FigureOf::stage, "stage"}, Word{FigureOf::measure, "measure"},
        Word{FigureOf::target, "target"}, Word{FigureOf::money, "money"}};
};

template <typename Enum>
std::string_view word_of(Enum value) {
    const auto& table = Words<Enum>::table;
    const auto at = std::ranges::find(table, value, &Word<Enum>::value);
    return at == table.end() ? std::string_view{} : at->text;
}

}  // namespace

std::string_view word(Measure value) {
    return word_of(value);
}
std::string_view word(Direction value) {
    return word_of(value);
}
std::string_view word(Bound value) {
    return word_of(value);
}
std::string_view word(RollUp value) {
    return word_of(value);
}
std::string_view word(ActivityKind value) {
    return word_of(value);
}
std::string_view word(ReportingFrequency value) {
    return word_of(value);
}
std::string_view word(Origin value) {
    return word_of(value);
}

std::string_view word(FigureBound value) {
    return word_of(value);
}
std::string_view word(ProgrammeKind value) {
    return word_of(value);
}
std::string_view word(Nature value) {
    return word_of(value);
}
std::string_view word(StageRole value) {
    return word_of(value);
}
std::string_view word(MoneyLine value) {
    return word_of(value);
}
std::string_view word(FigureOf value) {
    return word_of(value);
}

std::string_view word(CodeFrom value) {
    return word_of(value);
}

template <typename Enum>
std::optional<Enum> parse_word(std::string_view text) {
    const auto& table = Words<Enum>::table;
    const auto at = std::ranges::find(table, text, &Word<Enum>::text);
    if (at == table.end())
        return std::nullopt;
    return at->value;
}

template <typename Enum>
std::vector<std::string> all_words() {
    std::vector<std::string> words;
    for (const auto& entry : Words<Enum>::table)
        words.emplace_back(entry.text);
    return words;
}

template std::optional<Measure> parse_word(std::string_view);
template std::optional<Direction> parse_word(std::string_view);
template std::optional<Bound> parse_word(std::string_view);
template std::optional<RollUp> parse_word(std::string_view);
template std::optional<ActivityKind> parse_word(std::string_view);
template std::optional<ReportingFrequency> parse_word(std::string_view);
template std::optional<Origin> parse_word(std::string_view);
template std::optional<FigureBound> parse_word(std::string_view);
template std::optional<ProgrammeKind> parse_word(std::string_view);
template std::optional<Nature> parse_word(std::string_view);
template std::optional<StageRole> parse_word(std::string_view);
template std::optional<MoneyLine> parse_word(std::string_view);
template std::optional<FigureOf> parse_word(std::string_view);
template std::optional<CodeFrom> parse_word(std::string_view);
template std::vector<std::string> all_words<Measure>();
template std::vector<std::string> all_words<Direction>();
template std::vector<std::string> all_words<Bound>();
template std::vector<std::string> all_words<RollUp>();
template std::vector<std::string> all_words<ActivityKind>();
template std::vector<std::string> all_words<ReportingFrequency>();
template std::vector<std::string> all_words<Origin>();
template std::vector<std::string> all_words<FigureBound>();
template std::vector<std::string> all_words<ProgrammeKind>();
template std::vector<std::string> all_words<Nature>();
template std::vector<std::string> all_words<StageRole>();
template std::vector<std::string> all_words<MoneyLine>();
template std::vector<std::string> all_words<FigureOf>();
template std::vector<std::string> all_words<CodeFrom>();

RollUp default_rollup(Measure measure) {
    switch (measure) {
        case Measure::count:
        case Measure::count_per_year:
            return RollUp::sum;
        case Measure::share:
        case Measure::survey_share:
            return RollUp::ratio;
        case Measure::level:
            return RollUp::last;
        default:
            return RollUp::none;
    }
}

Frequency period_frequency(ReportingFrequency frequency) {
    switch (frequency) {
        case ReportingFrequency::weekly:
            return Frequency::week;
        case ReportingFrequency::monthly:
            return Frequency::month;
        case ReportingFrequency::quarterly:
            return Frequency::quarter;
        case ReportingFrequency::half_yearly:
            return Frequency::half;
        default:
            return Frequency::year;
    }
}

}  // namespace plan
