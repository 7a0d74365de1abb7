#pragma once

#include "journal/entry_view.h"
#include "plan/plan.h"
#include "programme/qualified.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace programme {

using base::Result;

/// How many reached a stage, what a measure was, how much money: `programme.reported`.
struct ReportedCount {
    plan::FigureOf of = plan::FigureOf::stage;
    std::string code;      ///< of the stage or measure; of money, the word of its line
    std::string currency;  ///< of money
    std::string cohort;
    plan::CountTime when;
    base::Decimal value;
    FigureBound qualifier = FigureBound::exact;
    std::vector<std::pair<std::string, base::Decimal>> sex;
    std::string grade;  ///< of the best evidence
};

/// `programme.cohort_opened`
struct Cohort {
    std::string code;
    std::string title;
    std::optional<std::int64_t> seats;
};

/// `programme.tasked`; without budget or schedule there is no earned value.
struct Task {
    std::string code;
    std::string title;
    std::optional<base::Decimal> budget;
    std::string currency;
    std::optional<base::Day> from;
    std::optional<base::Day> until;
};

/// `programme.progressed`: both cumulative.
struct TaskAdvance {
    std::string task;
    base::Decimal percent;
    base::Decimal cost;
};

/// `programme.changed`.
///
/// Source: OC4IDS code list modificationType: duration, value, scope.
struct Change {
    std::string type;
    std::string measure;   ///< of scope
    std::string currency;  ///< of value
    std::string was;
    std::string becomes;
    std::string reason;  ///< a commitment; the vault holds the text
};

/// One entry about a programme.
struct Event {
    std::uint64_t seq = 0;
    base::Day effective_on;
    std::string programme;
    std::string institution;
    std::optional<std::uint64_t> corrects;  ///< the entry in whose place this one stands
    std::variant<ReportedCount, Cohort, Task, TaskAdvance, Change> what;
};

/// The kind of its entry: "programme.reported", ...
std::string_view kind_of(const Event& event);

/// Reads an entry of a kind "programme.*"; nothing where the kind is not known here.
/// Errors: invalid_entry.
Result<std::optional<Event>> read_event(std::uint64_t seq, const journal::EntryView& entry);

}  // namespace programme
