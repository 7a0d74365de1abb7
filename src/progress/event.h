#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace progress {

/// What can happen to the report of one target for one period.
enum class EventKind : std::uint8_t {
    contributed,
    reported,
    verified,
    returned,
    withdrawn,
    endorsed
};

/// Evidence by independence and fitness: A an independent official act or statistic, B an
/// independent document or a survey with its method, C a document of the claimant alone,
/// D a statement.
enum class Grade : std::uint8_t { a, b, c, d, none };

/// How the lead rates itself; it stands beside the computed status and never replaces it.
enum class SelfRating : std::uint8_t { none, on_track, at_risk, off_track, met };

std::string_view word(EventKind kind);  ///< "progress.reported", the journal's kind
std::string_view word(Grade grade);     ///< "A" ... "D", "none"
std::string_view word(SelfRating rating);
std::optional<EventKind> parse_event_kind(std::string_view text);
std::optional<Grade> parse_grade(std::string_view text);
std::optional<SelfRating> parse_self_rating(std::string_view text);

/// A target shows green only on verified evidence of this grade or better.
inline bool is_good_enough(Grade grade) {
    return grade == Grade::a || grade == Grade::b;
}

/// What a report says of its target in its period. Missing is missing, never 0.
struct Claim {
    std::optional<base::Decimal> value;        ///< in the target's unit
    std::optional<base::Decimal> numerator;    ///< of a share; both parts are kept
    std::optional<base::Decimal> denominator;  ///< above 0
    std::optional<bool> done;                  ///< of a milestone
};

/// One entry of the journal as the engines need it; the payload stays on disk.
///
/// Shape: what every fold looks at comes first, so that a claim is only touched where it counts.
struct Event {
    std::uint64_t seq = 0;
    std::uint64_t about = 0;  ///< the report that is verified, returned, withdrawn, endorsed
    base::Day effective_on;
    std::uint32_t institution = 0;  ///< who acted: index into the state's list of names
    EventKind kind = EventKind::reported;
    Grade grade = Grade::none;  ///< best evidence claimed, or the grade that the verifier gave
    SelfRating self_rating = SelfRating::none;
    Claim claim;  ///< of `contributed` and `reported`
};

}  // namespace progress
