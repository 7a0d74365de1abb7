#pragma once

#include "council/standing.h"
#include "plan/working.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace council {

/// Who can close a point of the checklist.
enum class Closer { council, lead, supporter, secretariat };
std::string_view word(Closer closer);

/// One thing that the working plan of an activity still lacks.
struct OpenPoint {
    std::string subject;  ///< the activity, or one of its targets
    std::string field;    ///< "due", "confirmation", "steps", "verifier", ...
    Closer closer = Closer::council;
    InstitutionId institution;              ///< that is asked; empty for the council as a whole
    std::string found;                      ///< "said no", "said partly, by 2026"; mostly empty
    std::optional<std::uint64_t> proposal;  ///< a proposal that waits and would close it
    friend bool operator==(const OpenPoint&, const OpenPoint&) = default;
};

/// An activity from the printed plan to one that can be carried out.
struct ActivityChecklist {
    const plan::Activity* activity = nullptr;
    std::vector<OpenPoint> points;
    std::vector<plan::WorkingYear> years;                ///< for which its working plan was adopted
    std::vector<const plan::ProposedChange*> proposals;  ///< that wait for the council
    bool is_adopted_for(const plan::Plan& plan, base::Day day) const;
};

struct WorkingPlan {
    const plan::Plan& plan;
    const std::map<plan::ActivityId, std::vector<plan::Confirmation>>& confirmations;
    const std::map<plan::ActivityId, std::vector<plan::WorkingYear>>& years;
    std::span<const plan::ProposedChange> proposed;
    base::Day day;
};

/// What is still open, activity by activity, and who can close it.
/// Source: docs/methods/council.md, "The working plan".
std::vector<ActivityChecklist> checklist(const WorkingPlan& working);

/// The abbreviation where an institution has one, else the name; the code where the plan does not
/// know it. The plan must outlive it.
class ShortNames {
  public:
    explicit ShortNames(const plan::Plan& plan);
    std::string of(const InstitutionId& institution) const;

  private:
    std::unordered_map<std::string_view, std::string_view> names_;
};

/// "the council: period, due date of 1.1.1-1 to -4; the lead, P@SHA: confirmation": grouped by who.
std::string in_words(const ShortNames& names, const ActivityChecklist& activity);

/// The short name of one institution.
std::string short_name(const plan::Plan& plan, const InstitutionId& institution);

}  // namespace council
