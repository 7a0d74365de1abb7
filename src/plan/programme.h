#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/id.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plan {

struct Activity;
struct Programme;

using ProgrammeId = base::Id<Programme>;

/// How exact a figure is, as it was printed: "more than", "at most", "about".
enum class FigureBound { exact, at_least, at_most, about };

enum class ProgrammeKind {
    incubation,
    fund,
    contest,
    training,
    conversion,
    certification,
    internship,
    research,
    rent,
    infrastructure,
    technology_park
};

/// A stock is what there is on a day; a flow is what happened in a stretch of time.
enum class Nature { stock, flow };

/// What a stage says of a cohort's people: they came in, they left with what they came for, they
/// dropped out.
enum class StageRole { entered, left, dropped };

enum class MoneyLine { approved, released, disbursed };

/// Of what a figure of a programme is; `target` is what was aimed at in a measure.
enum class FigureOf { stage, measure, target, money };

std::string_view word(FigureBound);
std::string_view word(ProgrammeKind);
std::string_view word(Nature);
std::string_view word(StageRole);
std::string_view word(MoneyLine);
std::string_view word(FigureOf);

/// When something was counted: on a day, which for a flow means all of it since inception; or in a
/// stretch of time.
struct CountTime {
    std::string text;  ///< "2022-12-31", "FY2023-H1", "2022-07-01/2023-03-31"
    std::optional<base::Day> from;
    base::Day until;

    bool is_day() const { return !from.has_value(); }
    friend bool operator==(const CountTime& a, const CountTime& b) {
        return a.from == b.from && a.until == b.until;
    }
};

struct Stage {
    std::string code;
    std::string title;
    std::optional<StageRole> role;
};

struct ProgrammeMeasure {
    std::string code;
    std::string title;
    std::string unit;
    Nature nature = Nature::stock;
    bool is_output = false;  ///< what the programme's money pays for
    std::optional<base::Decimal> target;
};

/// A figure of a programme, as a document printed it.
///
/// Units:  `value` times `scale` of the unit of its stage, measure or currency.
struct ProgrammeFigure {
    FigureOf of = FigureOf::stage;
    std::string code;      ///< of the stage or measure; of money, the word of its line
    std::string currency;  ///< of money
    std::string cohort;
    CountTime when;
    base::Decimal value;
    std::string scale;
    FigureBound qualifier = FigureBound::exact;
    std::vector<std::pair<std::string, base::Decimal>> sex;  ///< "female" -> 12
    std::string figure;    ///< the figure of sources.yaml that it is
    std::string document;  ///< of sources.yaml, in which it stands
    std::string note;
};

/// A programme of the sector: its stages, what it measures, the figures that were printed.
struct Programme {
    ProgrammeId code;
    std::string title;
    ProgrammeKind kind = ProgrammeKind::fund;
    std::string owner;                   ///< an institution's code, or words for an outside body
    std::vector<std::string> operators;  ///< likewise
    std::vector<base::Id<Activity>> activities;
    std::string unit;              ///< what its stages count: teams, persons
    bool sex_is_complete = false;  ///< the parts by sex add up to the whole; else to at most that
    std::vector<Stage> stages;     ///< in the order in which they are passed
    std::vector<ProgrammeMeasure> measures;
    std::vector<ProgrammeFigure> figures;
    std::string note;

    const Stage* find_stage(std::string_view stage) const;
    const ProgrammeMeasure* find_measure(std::string_view measure) const;
    /// Stages that are passed one after the other: all but those of dropping out.
    std::vector<const Stage*> funnel() const;
    /// The codes of its stages and measures.
    std::vector<std::string> parts() const;
};

}  // namespace plan
