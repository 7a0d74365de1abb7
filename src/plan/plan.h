#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/id.h"
#include "base/money.h"
#include "base/period.h"
#include "plan/programme.h"
#include "plan/statistics_plan.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plan {

struct Objective;
struct Activity;
struct Target;
struct Outcome;
struct Institution;
struct Indicator;

using ObjectiveId = base::Id<Objective>;
using ActivityId = base::Id<Activity>;
using TargetId =
    base::Id<Target>;  ///< of targets and of outcomes: their identifiers never coincide
using InstitutionId = base::Id<Institution>;
using IndicatorId = base::Id<Indicator>;

/// A place in a file of the strategy; columns count characters from 1.
struct Mark {
    std::string file;
    int line = 0;
    int column = 0;
};

/// A field that is stated, declared open (`open` in the file, its item's note says why), or absent.
template <typename T>
class Stated {
  public:
    Stated() = default;
    Stated(T value) : value_(std::move(value)) {}
    static Stated open() {
        Stated field;
        field.open_ = true;
        return field;
    }

    bool is_stated() const noexcept { return value_.has_value(); }
    bool is_open() const noexcept { return open_; }
    bool is_absent() const noexcept { return !open_ && !value_; }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return &*value_; }
    const std::optional<T>& value() const noexcept { return value_; }
    friend bool operator==(const Stated&, const Stated&) = default;

  private:
    std::optional<T> value_;
    bool open_ = false;
};

enum class Measure {
    milestone,
    count,
    count_per_year,
    share,
    each,
    survey_share,
    level,
    growth,
    concentration
};
enum class Direction { up, down };
enum class Bound { at_least, exactly, at_most };
enum class RollUp { sum, last, ratio, none };
enum class ActivityKind { reform, project };
enum class ReportingFrequency { weekly, monthly, quarterly, half_yearly, yearly };
enum class Origin { target, expectation, outlook, threshold };

/// The words of the plan language: "count_per_year", "half-yearly", ...
std::string_view word(Measure);
std::string_view word(Direction);
std::string_view word(Bound);
std::string_view word(RollUp);
std::string_view word(ActivityKind);
std::string_view word(ReportingFrequency);
std::string_view word(Origin);
template <typename Enum>
std::optional<Enum> parse_word(std::string_view text);
template <typename Enum>
std::vector<std::string> all_words();  ///< in the order in which they are declared

RollUp default_rollup(Measure measure);
base::Frequency period_frequency(ReportingFrequency frequency);

/// When something is due: as written ("2024", "FY2024", "2024-06-30") and the day that this means.
struct DueDate {
    std::string text;
    base::Day day;  ///< the last day of the period that was written
    friend bool operator==(const DueDate&, const DueDate&) = default;
};

struct InterimTarget {
    DueDate at;
    base::Decimal value;
    friend bool operator==(const InterimTarget&, const InterimTarget&) = default;
};

/// A step inside an activity of the working plan.
struct Step {
    std::string title;
    base::Day from;
    base::Day until;
    friend bool operator==(const Step&, const Step&) = default;
};

struct Target {
    TargetId id;
    ActivityId activity;
    Stated<std::string> statement;
    Stated<Measure> measure;
    Stated<base::Decimal> value;  ///< in `unit`; absent for a milestone
    Bound bound = Bound::at_least;
    Stated<std::string> unit;
    Stated<base::Decimal> baseline;
    Direction direction = Direction::up;
    Stated<DueDate> due;
    std::vector<InterimTarget> path;  ///< ascending; the last leads to `value` at `due`
    Stated<std::string> verification;
    std::optional<InstitutionId> verifier;
    std::optional<ReportingFrequency> frequency;  ///< where absent, the strategy's own
    Stated<std::string> population;
    Stated<std::string> question;
    std::vector<std::string> breakdowns;
    RollUp rollup = RollUp::none;
    std::string note;
    Mark mark;
};

/// An outcome target, measured by an official statistic and not by a report.
struct Outcome {
    TargetId id;
    std::string statement;
    Measure measure = Measure::level;  ///< level, growth or concentration
    IndicatorId indicator;
    Stated<base::Period> period;  ///< the period that is measured; absent: the latest there is
    Stated<base::Decimal> value;
    Bound bound = Bound::at_least;
    Stated<std::string> unit;
    Stated<base::Decimal> baseline;
    Direction direction = Direction::up;
    Stated<DueDate> due;
    Origin origin = Origin::target;
    std::string origin_source;
    std::string scope;
    std::optional<ObjectiveId> objective;
    std::string note;
    Mark mark;
};

/// The years of an activity's period, as written and as days.
struct Span {
    std::string text;
    base::Day from;
    base::Day until;
    friend bool operator==(const Span&, const Span&) = default;
};

struct Activity {
    ActivityId code;
    ObjectiveId objective;  ///< the operational objective
    std::string title;
    std::string description;
    Stated<ActivityKind> kind;
    Stated<int> priority;  ///< 1 (highest) to 3
    Stated<Span> period;
    Stated<InstitutionId> lead;
    bool support_is_open = false;
    std::vector<InstitutionId> support;
    std::vector<ActivityId> depends;
    bool targets_are_open = false;
    std::vector<Target> targets;
    std::vector<Step> steps;  ///< of the working plan; the printed plan has none
    std::string note;
    Mark mark;
};

struct Objective {
    ObjectiveId code;
    std::optional<ObjectiveId> parent;  ///< empty for a strategic objective
    std::string title;
    std::string note;
    Mark mark;
};

struct Institution {
    InstitutionId code;
    std::string name;
    std::string abbreviation;
    std::vector<std::string> aliases;
    Stated<std::string> type;
    std::string role;
    std::optional<int> resources;  ///< 1 best to 3, as printed
    std::optional<int> capacity;
    std::optional<int> influence;
    std::string note;
    Mark mark;
};

struct Seat {
    int number = 0;
    InstitutionId institution;
    std::string side;  ///< public, private, academia
    std::string note;
};

/// A form in which something is asked of the council's desk, with the days until it is answered.
struct DeskForm {
    std::string form;
    std::string title;
    int days = 30;
};

struct Council {
    std::string title;
    std::optional<int> meetings_per_year;
    Stated<std::string> chair;
    Stated<std::string> quorum;
    Stated<std::string> term;
    std::optional<InstitutionId> secretariat;
    std::vector<std::string> functions;
    std::vector<Seat> seats;
    std::vector<DeskForm> desk;  ///< empty: council::desk_of has ours
    std::string note;
};

struct Regulation {
    std::string code;
    std::string title;
    std::string date;
    std::vector<std::string> responsible;  ///< institution codes, or words for an outside body
    std::string purpose;
    std::string status;
    std::vector<ActivityId> activities;
    std::string note;
};

struct Constraint {
    std::string code;
    std::string level;
    std::string title;
    std::vector<std::string> causes;
    int ease = 0;     ///< 1 to 5, as printed
    int urgency = 0;  ///< 1 to 5
    std::vector<ActivityId> activities;
    std::vector<std::string> cited;  ///< codes that the source cites and that do not exist
    std::string note;
};

struct Foresight {
    std::string code;
    std::string group;
    std::string kind;
    std::string title;
    std::vector<ActivityId> activities;
    std::string note;
};

struct Indicator {
    IndicatorId code;
    std::string title;
    std::string definition;
    std::string unit;
    std::string scope;
    ReportingFrequency frequency = ReportingFrequency::monthly;
    Direction direction = Direction::up;
    std::string source;
    std::string file;                           ///< relative to the strategy's folder
    std::map<std::string, std::string> series;  ///< column -> value
    RollUp rollup = RollUp::sum;
    std::string dimension;  ///< concentration: the column whose shares are compared
    std::string note;
    Mark mark;
};

struct Document {
    std::string code;
    std::string title;
    std::string publisher;
    std::string published;
    std::string address;
    std::string note;
};

/// The strategy as it is compiled from its folder; also the working plan, after amendments.
struct Plan {
    std::string code;
    std::string title;
    std::string country;
    base::Day from;
    base::Day until;
    base::UtcOffset utc_offset;
    base::YearStart fiscal_year;
    std::optional<base::Currency> currency;  ///< in which money is counted
    std::string vision;
    std::string source;
    std::string note;
    bool is_exercise = false;  ///< exercise, not fact: marked on every page and export

    ReportingFrequency frequency = ReportingFrequency::quarterly;
    int grace_days = 30;

    std::vector<Objective> objectives;  ///< strategic and operational, in the plan's order
    std::vector<Activity> activities;   ///< in the plan's order
    std::vector<Outcome> outcomes;
    std::vector<Constraint> constraints;
    std::vector<Foresight> foresight;
    std::vector<Institution> institutions;
    Council council;
    std::vector<Regulation> regulations;
    std::vector<Indicator> indicators;
    std::vector<Document> documents;
    std::vector<Programme> programmes;
    std::optional<Statistics> statistics;  ///< where the strategy declares any

    const Activity* find(const ActivityId& code) const;
    const Target* find_target(const TargetId& id) const;
    const Outcome* find_outcome(const TargetId& id) const;
    const Institution* find(const InstitutionId& code) const;
    const Indicator* find(const IndicatorId& code) const;
    const Objective* find(const ObjectiveId& code) const;
    const Programme* find(const ProgrammeId& code) const;
    const Document* find_document(std::string_view code) const;
    /// By code, name, abbreviation or alias, ignoring case; "local chamber of commerce" is found.
    const Institution* find_institution(std::string_view name) const;
    std::vector<const Target*> targets() const;  ///< of all activities, in order
};

}  // namespace plan
