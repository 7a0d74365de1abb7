#include "council/checklist.h"

#include "plan/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace council {
namespace {

using plan::Activity;
using plan::Confirmation;
using plan::Target;

// What the plan language lets absent, and a working plan does not.
std::vector<std::string> missing_fields(const Target& target) {
    std::vector<std::string> fields = plan::open_fields(target);
    const bool is_counted = target.measure.is_stated() &&
                            *target.measure != plan::Measure::milestone &&
                            *target.measure != plan::Measure::each;
    if (is_counted && target.baseline.is_absent())
        fields.emplace_back("baseline");
    if (target.verification.is_absent())
        fields.emplace_back("verification");
    return fields;
}

Closer closer_of(std::string_view field) {
    const auto who = plan::who_can_close(field);
    return who == "the lead"          ? Closer::lead
           : who == "the secretariat" ? Closer::secretariat
                                      : Closer::council;
}

const Confirmation* latest_of(const std::vector<Confirmation>& all, const InstitutionId& who) {
    const Confirmation* latest = nullptr;
    for (const auto& confirmation : all) {
        if (confirmation.institution == who)
            latest = &confirmation;
    }
    return latest;
}

class Checking {
  public:
    Checking(const WorkingPlan& working, const Activity& activity)
        : working_(working), activity_(activity) {
        list_.activity = &activity;
    }

    ActivityChecklist check() {
        for (const auto& change : working_.proposed) {
            if (change.is_pending() && is_ours(change.subject))
                list_.proposals.push_back(&change);
        }
        if (const auto at = working_.years.find(activity_.code); at != working_.years.end())
            list_.years = at->second;
        for (const auto& field : plan::open_fields(activity_))
            note(activity_.code.text(), field, closer_of(field));
        check_confirmations();
        if (activity_.steps.empty())
            note(activity_.code.text(), "steps", Closer::lead);
        for (const Target& target : activity_.targets) {
            for (const auto& field : missing_fields(target))
                note(target.id.text(), field, closer_of(field));
            if (!target.verifier)
                note(target.id.text(), "verifier", Closer::secretariat);
        }
        return std::move(list_);
    }

  private:
    bool is_ours(const std::string& subject) const {
        return subject == activity_.code.text() ||
               std::ranges::any_of(activity_.targets, [&](const Target& target) {
                   return target.id.text() == subject;
               });
    }

    void note(const std::string& subject, const std::string& field, Closer closer,
              InstitutionId who = {}, std::string found = {}) {
        if (closer == Closer::lead && activity_.lead.is_stated())
            who = *activity_.lead;
        // Where nobody leads, the council names the lead first.
        if (closer == Closer::lead && !activity_.lead.is_stated())
            closer = Closer::council;
        std::optional<std::uint64_t> proposal;
        for (const auto* change : list_.proposals) {
            if (change->subject == subject && change->changes->find(field) != nullptr)
                proposal = change->seq;
        }
        list_.points.push_back(
            {subject, field, closer, std::move(who), std::move(found), proposal});
    }

    void check_confirmations() {
        if (activity_.lead.is_stated())
            check_confirmation(*activity_.lead, Closer::lead);
        for (const auto& supporter : activity_.support)
            check_confirmation(supporter, Closer::supporter);
    }

    // Who said no, or only partly, is for the council to deal with.
    void check_confirmation(const InstitutionId& who, Closer closer) {
        const auto at = working_.confirmations.find(activity_.code);
        const Confirmation* said =
            at == working_.confirmations.end() ? nullptr : latest_of(at->second, who);
        if (said == nullptr)
            note(activity_.code.text(), "confirmation", closer, who);
        else if (said->answer != "yes" && !is_accepted(*said))
            note(
                activity_.code.text(), "confirmation", Closer::council, who,
                fmt::format("said {}{}{}", said->answer, said->by.empty() ? "" : ", by " + said->by,
                            has_passed(said->by) ? ", which has passed" : ""));
    }

    // Adopting the working plan after somebody said "partly" accepts that part; not a "no".
    bool is_accepted(const Confirmation& said) const {
        return said.answer == "partly" && !has_passed(said.by) &&
               std::ranges::any_of(list_.years, [&](const plan::WorkingYear& year) {
                   return year.on >= said.effective_on;
               });
    }

    bool has_passed(const std::string& by) const {
        const auto period = base::Period::parse(by, working_.plan.fiscal_year);
        return period.ok() && period->last_day() < working_.day;
    }

    const WorkingPlan& working_;
    const Activity& activity_;
    ActivityChecklist list_;
};

std::string field_in_words(const std::string& field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words{
        {{"due", "due date"}, {"steps", "dated steps"}, {"support", "supporters"}}};
    for (const auto& [name, text] : words) {
        if (field == name)
            return std::string{text};
    }
    return field;
}

// "1.1.1-1 to -4 and -6"
std::string target_list(const std::string& activity, const std::vector<std::string>& targets) {
    std::vector<int> numbers;
    for (const auto& target : targets) {
        int number = 0;
        const std::string_view text{target};
        const bool is_numbered =
            text.starts_with(activity + "-") &&
            std::from_chars(text.data() + activity.size() + 1, text.data() + text.size(), number)
                    .ptr == text.data() + text.size();
        if (!is_numbered)
            return fmt::to_string(fmt::join(targets, ", "));
        numbers.push_back(number);
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        parts.push_back(last == i       ? fmt::format("-{}", numbers[i])
                        : last == i + 1 ? fmt::format("-{}, -{}", numbers[i], numbers[last])
                                        : fmt::format("-{} to -{}", numbers[i], numbers[last]));
        i = last + 1;
    }
    return activity + fmt::to_string(fmt::join(parts, ", "));
}

// The points that one of them can close: fields of the activity, then fields of its targets.
std::string points_in_words(const std::string& activity,
                            const std::vector<const OpenPoint*>& points) {
    std::vector<std::string> parts;
    std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> by_targets;
    std::vector<std::pair<std::string, std::vector<std::string>>> by_field;
    for (const OpenPoint* point : points) {
        if (point->subject == activity) {
            parts.push_back(field_in_words(point->field));
            continue;
        }
        const auto at =
            std::ranges::find(by_field, point->field, [](const auto& one) { return one.first; });
        if (at == by_field.end())
            by_field.push_back({point->field, {point->subject}});
        else
            at->second.push_back(point->subject);
    }
    for (auto& [field, targets] : by_field) {
        const auto at =
            std::ranges::find(by_targets, targets, [](const auto& one) { return one.first; });
        if (at == by_targets.end())
            by_targets.push_back({targets, {field_in_words(field)}});
        else
            at->second.push_back(field_in_words(field));
    }
    for (const auto& [targets, fields] : by_targets)
        parts.push_back(
            fmt::format("{} of {}", fmt::join(fields, ", "), target_list(activity, targets)));
    return fmt::to_string(fmt::join(parts, ", "));
}

}  // namespace

std::string_view word(Closer closer) {
    constexpr std::array<std::string_view, 4> words{"council", "lead", "supporter", "secretariat"};
    return words[static_cast<std::size_t>(closer)];
}

bool ActivityChecklist::is_adopted_for(const plan::Plan& plan, base::Day day) const {
    return std::ranges::any_of(years, [&](const plan::WorkingYear& year) {
        const auto period = base::Period::parse(year.year, plan.fiscal_year);
        return period.ok() && period->first_day() <= day && day <= period->last_day();
    });
}

std::vector<ActivityChecklist> checklist(const WorkingPlan& working) {
    std::vector<ActivityChecklist> lists;
    lists.reserve(working.plan.activities.size());
    for (const Activity& activity : working.plan.activities)
        lists.push_back(Checking{working, activity}.check());
    return lists;
}

std::string short_name(const plan::Plan& plan, const InstitutionId& institution) {
    const auto* found = plan.find(institution);
    if (found == nullptr)
        return institution.text();
    return found->abbreviation.empty() ? found->name : found->abbreviation;
}

ShortNames::ShortNames(const plan::Plan& plan) {
    for (const auto& institution : plan.institutions)
        names_.emplace(institution.code.text(), institution.abbreviation.empty()
                                                    ? institution.name
                                                    : institution.abbreviation);
}

std::string ShortNames::of(const InstitutionId& institution) const {
    const auto at = names_.find(institution.text());
    return at == names_.end() ? institution.text() : std::string{at->second};
}

std::string in_words(const ShortNames& names, const ActivityChecklist& list) {
    const std::string& activity = list.activity->code.text();
    std::vector<std::string> parts;
    std::vector<std::string> unsure, unconfirmed;
    for (const OpenPoint& point : list.points) {
        if (!point.found.empty())
            unsure.push_back(fmt::format("{} {}", names.of(point.institution), point.found));
        else if (point.field == "confirmation" && point.closer == Closer::supporter)
            unconfirmed.push_back(names.of(point.institution));
    }
    const auto add = [&](Closer closer, const std::string& who) {
        std::vector<const OpenPoint*> points;
        for (const OpenPoint& point : list.points) {
            if (point.closer == closer && point.found.empty())
                points.push_back(&point);
        }
        if (!points.empty())
            parts.push_back(fmt::format("{}: {}", who, points_in_words(activity, points)));
    };
    if (!unsure.empty())
        parts.push_back(fmt::to_string(fmt::join(unsure, "; ")));
    add(Closer::council, "the council");
    if (list.activity->lead.is_stated())
        add(Closer::lead, "the lead, " + names.of(*list.activity->lead));
    if (!unconfirmed.empty())
        parts.push_back(fmt::format("supporters not confirmed: {}", fmt::join(unconfirmed, ", ")));
    add(Closer::secretariat, "the secretariat");
    return fmt::to_string(fmt::join(parts, "; "));
}

}  // namespace council
