#pragma once

#include "base/json.h"
#include "base/result.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// One change of the working plan: a target, an activity, an outcome, the council or an
/// institution, and its new fields.
///
/// Shape: a target takes due, value, baseline, path, verification, verifier, frequency, population,
///        question, unit, measure, note; an activity lead, support, period, steps, kind,
///        priority, targets (to add), note; an outcome
///        due, value, baseline, period, note; "council" chair, quorum, term, secretariat,
///        meetings_per_year, note; an institution type, resources, capacity, influence, note.
///        Values are as in the plan language; the text "open" opens a field that may be open, null
///        clears one that may be absent. `path` is a list of
///        {"at","value"}, `steps` of {"title","from","until"}.
struct Amendment {
    std::string subject;  ///< "1.1.1-1", "1.1.1", "exports-fy2024", "council", "smeda"
    base::Json changes = base::Json::object();
};

/// Reads {"subject": …, "changes": {…}} and holds it against the plan as it stands.
///
/// Errors: all in one pass, with JSON paths under `path` ("amendment.changes.due"): unknown subject
///         or field, values of the wrong form, and every rule of the plan language that the
///         amended item would break.
base::Result<Amendment> parse_amendment(const Plan& current, const base::Json& body,
                                        std::string_view path = "amendment");
base::Json to_json(const Amendment& amendment);

/// The plan after the amendment. A plan that is given by name is not touched, so the printed one
/// always stays; one that is moved in is changed in place.
base::Result<Plan> apply(Plan current, const Amendment& amendment);

enum class ChangeKind {
    changed,
    added,
    removed,
    lowered,  ///< the value promises less than before
    later     ///< the due date is later than before
};

std::string_view word(ChangeKind kind);

/// One difference between two plans, as people read it.
struct Change {
    std::string subject;
    std::string field;   ///< empty where the whole subject was added or removed
    std::string before;  ///< "open" for an open field, empty for an absent one
    std::string after;
    ChangeKind kind = ChangeKind::changed;
    friend bool operator==(const Change&, const Change&) = default;
};

/// "open -> 2025", with "(none)" for what is absent.
std::string arrow(const Change& change);

/// What became of one subject of an amendment; cheap, whatever the size of the plan.
std::vector<Change> difference(const Plan& before, const Plan& after, std::string_view subject);

/// All differences, in the order of the later plan; a lowered target and a later date are marked.
std::vector<Change> difference(const Plan& before, const Plan& after);
/// Those of one item.
std::vector<Change> difference(const Target& before, const Target& after);
/// Of its own fields; those of its targets are compared on their own.
std::vector<Change> difference(const Activity& before, const Activity& after);
std::vector<Change> difference(const Outcome& before, const Outcome& after);
base::Json to_json(const Change& change);

/// What a plan leaves open, and who can close it.
struct OpenPoint {
    std::string subject;
    std::string field;
    std::string note;
    std::string closed_by;  ///< "the council", "the lead", "the secretariat"
    friend bool operator==(const OpenPoint&, const OpenPoint&) = default;
};

std::vector<OpenPoint> open_points(const Plan& plan);
/// Only those of outcomes, institutions and the council.
std::vector<OpenPoint> open_points_beside_activities(const Plan& plan);

}  // namespace plan
