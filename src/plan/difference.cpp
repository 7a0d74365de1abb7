#include "plan/amend.h"
#include "plan/json.h"
#include "plan/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace plan {
namespace {

using base::Json;

/// The fields of an item with "open" written out, and without what is compared on its own.
Json comparable(const Json& item) {
    Json fields = Json::object();
    for (const auto& [key, value] : *item.members()) {
        if (key != "open" && key != "targets")
            fields.set(key, value);
    }
    if (const auto* open = item.find("open")) {
        for (const auto& field : *open->array_items())
            fields.set(*field.string(), "open");
    }
    return fields;
}

void compare_fields(const std::string& subject, const Json& before, const Json& after,
                    std::vector<Change>& changes) {
    const Json old_fields = comparable(before), new_fields = comparable(after);
    const auto note = [&](const std::string& key) {
        const auto* old_value = old_fields.find(key);
        const auto* new_value = new_fields.find(key);
        if (old_value != nullptr && new_value != nullptr && *old_value == *new_value)
            return;
        changes.push_back({subject, key, old_value ? readable(*old_value) : "",
                           new_value ? readable(*new_value) : "", ChangeKind::changed});
    };
    for (const auto& [key, value] : *new_fields.members())
        note(key);
    for (const auto& [key, value] : *old_fields.members()) {
        if (new_fields.find(key) == nullptr)
            note(key);
    }
}

template <typename Item>
void mark_weaker(const Item& before, const Item& after, std::vector<Change>& changes) {
    for (auto& change : changes) {
        if (change.field == "due" && before.due.is_stated() && after.due.is_stated() &&
            before.due->day < after.due->day)
            change.kind = ChangeKind::later;
        if (change.field == "value" && before.value.is_stated() && after.value.is_stated()) {
            const bool up = after.direction == Direction::up && after.bound != Bound::at_most;
            const bool is_less = up ? *after.value < *before.value : *before.value < *after.value;
            if (is_less)
                change.kind = ChangeKind::lowered;
        }
    }
}

/// Compares two lists by code; `visit` compares what stands in both.
template <typename Item, typename Code, typename Visitor>
void compare_lists(const std::vector<Item>& before, const std::vector<Item>& after,
                   Code Item::*code, std::vector<Change>& changes, const Visitor& visit) {
    for (const auto& item : after) {
        const auto at = std::ranges::find(before, item.*code, code);
        if (at == before.end())
            changes.push_back({(item.*code).text(), "", "", "", ChangeKind::added});
        else
            visit(*at, item);
    }
    for (const auto& item : before) {
        if (std::ranges::find(after, item.*code, code) == after.end())
            changes.push_back({(item.*code).text(), "", "", "", ChangeKind::removed});
    }
}

const Json* item_of(const Json* list, const std::string& code) {
    if (list == nullptr || list->array_items() == nullptr)
        return nullptr;
    for (const auto& item : *list->array_items()) {
        const auto* found = item.find("code");
        if (found != nullptr && found->string() != nullptr && *found->string() == code)
            return &item;
    }
    return nullptr;
}

void compare_by_code(const Json* before, const Json* after, std::vector<Change>& changes) {
    const auto each = [](const Json* list, const auto& visit) {
        for (std::size_t i = 0; list != nullptr && i < list->array_items()->size(); ++i) {
            const auto& item = (*list->array_items())[i];
            if (const auto* code = item.find("code"))
                visit(*code->string(), item);
        }
    };
    each(after, [&](const std::string& code, const Json& item) {
        if (const Json* old_item = item_of(before, code))
            compare_fields(code, *old_item, item, changes);
        else
            changes.push_back({code, "", "", "", ChangeKind::added});
    });
    each(before, [&](const std::string& code, const Json&) {
        if (item_of(after, code) == nullptr)
            changes.push_back({code, "", "", "", ChangeKind::removed});
    });
}

Json without_lists(const Json& fields) {
    Json rest = Json::object();
    for (const auto& [key, value] : *fields.members()) {
        if (value.array_items() == nullptr)
            rest.set(key, value);
    }
    return rest;
}

/// What names an item that statistics.yaml declares, in the list in which it stands.
std::string declared_name(const Json& item) {
    for (const std::string_view key : {"id", "printed", "code"}) {
        const auto* name = item.find(key);
        if (name != nullptr && name->string() != nullptr)
            return *name->string();
    }
    const auto* from = item.find("from");
    if (from == nullptr)
        return readable(item);
    const auto* since = item.find("valid_from");
    return readable(*from) + (since == nullptr ? "" : " from " + readable(*since));
}

bool holds_items(const Json* list) {
    return list != nullptr && list->array_items() != nullptr && !list->array_items()->empty() &&
           list->array_items()->front().members() != nullptr;
}

// A change of one code says that code, and not the whole list twice.
void compare_declared(const std::string& subject, const Json& before, const Json& after,
                      std::vector<Change>& changes) {
    Json old_fields = Json::object(), new_fields = Json::object();
    std::vector<std::string> lists;
    const auto sort = [&](const Json& item, Json& fields) {
        for (const auto& [key, value] : *item.members()) {
            if (!holds_items(&value))
                fields.set(key, value);
            else if (std::ranges::find(lists, key) == lists.end())
                lists.push_back(key);
        }
    };
    sort(after, new_fields);
    sort(before, old_fields);
    compare_fields(subject, old_fields, new_fields, changes);
    for (const auto& key : lists) {
        std::vector<std::string> old_order, new_order;
        const auto items = [&](const Json& item) {
            const Json* list = item.find(key);
            return holds_items(list) ? *list->array_items() : std::vector<Json>{};
        };
        const auto old_items = items(before), new_items = items(after);
        const auto named = [&](const std::string& name) {
            return subject == "statistics" ? name : subject + " " + name;
        };
        for (const auto& item : new_items) {
            const auto name = declared_name(item);
            const auto at = std::ranges::find(old_items, name, declared_name);
            if (at == old_items.end()) {
                changes.push_back({named(name), "", "", "", ChangeKind::added});
                continue;
            }
            new_order.push_back(name);
            compare_declared(named(name), *at, item, changes);
        }
        for (const auto& item : old_items) {
            const auto name = declared_name(item);
            if (std::ranges::find(new_items, name, declared_name) == new_items.end())
                changes.push_back({named(name), "", "", "", ChangeKind::removed});
            else
                old_order.push_back(name);
        }
        // The order of dimensions is that of the key, and the first flow takes a figure.
        if (old_order != new_order)
            changes.push_back({subject, "order of " + key,
                               fmt::format("{}", fmt::join(old_order, ", ")),
                               fmt::format("{}", fmt::join(new_order, ", ")), ChangeKind::changed});
    }
}

void compare_statistics(const Plan& before, const Plan& after, std::vector<Change>& changes) {
    const auto declared = [](const Plan& plan) {
        return plan.statistics ? to_json(*plan.statistics) : Json::object();
    };
    compare_declared("statistics", declared(before), declared(after), changes);
}

void compare_strategies(const Plan& before, const Plan& after, std::vector<Change>& changes) {
    const auto own_fields = [](const Plan& plan) {
        Plan bare = plan;
        for (auto* list : {&bare.activities})
            list->clear();
        bare.outcomes.clear();
        bare.objectives.clear();
        bare.institutions.clear();
        bare.indicators.clear();
        bare.council = {};
        bare.programmes.clear();
        bare.statistics.reset();
        return to_json(bare);
    };
    Json old_fields = own_fields(before), new_fields = own_fields(after);
    // One item of a list that changed is one change, not the whole list on two lines.
    for (const std::string_view list : {"constraints", "foresight", "regulations", "documents"})
        compare_by_code(old_fields.find(list), new_fields.find(list), changes);
    compare_fields(after.code, without_lists(old_fields), without_lists(new_fields), changes);
    compare_fields("council", to_json(before.council), to_json(after.council), changes);
    compare_statistics(before, after, changes);
}

/// The stages, measures and figures of a programme by what names each of them.
std::vector<std::pair<std::string, Json>> parts_of(const Programme& programme) {
    std::vector<std::pair<std::string, Json>> parts;
    const Json json = to_json(programme);
    const auto add = [&](const char* list, const auto& items, const auto& name) {
        for (std::size_t i = 0; i < items.size(); ++i)
            parts.emplace_back(fmt::format("{} {}", programme.code.text(), name(items[i])),
                               (*json.find(list)->array_items())[i]);
    };
    const auto code = [](const auto& part) { return part.code; };
    add("stages", programme.stages, code);
    add("measures", programme.measures, code);
    add("figures", programme.figures, [](const ProgrammeFigure& figure) {
        return fmt::format("{} {}{}{} for {}", word(figure.of), figure.code,
                           figure.currency.empty() ? "" : " " + figure.currency,
                           figure.cohort.empty() ? "" : " of " + figure.cohort, figure.when.text);
    });
    return parts;
}

// A change of one measure says that measure, and not the whole programme twice.
void compare_programmes(const Programme& before, const Programme& after,
                        std::vector<Change>& changes) {
    const auto own_fields = [](Programme bare) {
        bare.stages.clear();
        bare.measures.clear();
        bare.figures.clear();
        return to_json(bare);
    };
    compare_fields(after.code.text(), own_fields(before), own_fields(after), changes);
    const auto old_parts = parts_of(before), new_parts = parts_of(after);
    const auto find = [](const auto& parts, const std::string& name) {
        return std::ranges::find(parts, name, &std::pair<std::string, Json>::first);
    };
    for (const auto& [name, part] : new_parts) {
        const auto at = find(old_parts, name);
        if (at == old_parts.end())
            changes.push_back({name, "", "", "", ChangeKind::added});
        else
            compare_fields(name, at->second, part, changes);
    }
    for (const auto& [name, part] : old_parts) {
        if (find(new_parts, name) == new_parts.end())
            changes.push_back({name, "", "", "", ChangeKind::removed});
    }
}

}  // namespace

std::string_view word(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::added:
            return "added";
        case ChangeKind::removed:
            return "removed";
        case ChangeKind::lowered:
            return "lowered";
        case ChangeKind::later:
            return "later";
        default:
            return "changed";
    }
}

std::string arrow(const Change& change) {
    return fmt::format("{} -> {}", change.before.empty() ? "(none)" : change.before,
                       change.after.empty() ? "(none)" : change.after);
}

namespace {

template <typename Item>
std::vector<Change> difference_of(const Item& before, const Item& after) {
    std::vector<Change> changes;
    compare_fields(after.id.text(), to_json(before), to_json(after), changes);
    mark_weaker(before, after, changes);
    return changes;
}

}  // namespace

std::vector<Change> difference(const Target& before, const Target& after) {
    return difference_of(before, after);
}

std::vector<Change> difference(const Activity& before, const Activity& after) {
    std::vector<Change> changes;
    compare_fields(after.code.text(), to_json(before), to_json(after), changes);
    return changes;
}

std::vector<Change> difference(const Outcome& before, const Outcome& after) {
    return difference_of(before, after);
}

std::vector<Change> difference(const Plan& before, const Plan& after, std::string_view subject) {
    const auto both = [](const auto* old_item, const auto* new_item) {
        return old_item != nullptr && new_item != nullptr;
    };
    const TargetId target{subject};
    if (both(before.find_target(target), after.find_target(target)))
        return difference(*before.find_target(target), *after.find_target(target));
    const ActivityId activity{subject};
    if (both(before.find(activity), after.find(activity)))
        return difference(*before.find(activity), *after.find(activity));
    if (both(before.find_outcome(target), after.find_outcome(target)))
        return difference(*before.find_outcome(target), *after.find_outcome(target));
    std::vector<Change> changes;
    const InstitutionId institution{subject};
    if (both(before.find(institution), after.find(institution)))
        compare_fields(std::string{subject}, to_json(*before.find(institution)),
                       to_json(*after.find(institution)), changes);
    else if (subject == "council")
        compare_fields("council", to_json(before.council), to_json(after.council), changes);
    return changes;
}

std::vector<Change> difference(const Plan& before, const Plan& after) {
    std::vector<Change> changes;
    compare_strategies(before, after, changes);
    const auto plainly = [&](const auto& old_item, const auto& new_item) {
        compare_fields(new_item.code.text(), to_json(old_item), to_json(new_item), changes);
    };
    const auto with_weaker_marks = [&](const auto& old_item, const auto& new_item) {
        const auto of_item = difference(old_item, new_item);
        changes.insert(changes.end(), of_item.begin(), of_item.end());
    };
    compare_lists(before.objectives, after.objectives, &Objective::code, changes, plainly);
    compare_lists(before.activities, after.activities, &Activity::code, changes,
                  [&](const Activity& old_activity, const Activity& new_activity) {
                      plainly(old_activity, new_activity);
                      compare_lists(old_activity.targets, new_activity.targets, &Target::id,
                                    changes, with_weaker_marks);
                  });
    compare_lists(before.outcomes, after.outcomes, &Outcome::id, changes, with_weaker_marks);
    compare_lists(before.institutions, after.institutions, &Institution::code, changes, plainly);
    compare_lists(before.indicators, after.indicators, &Indicator::code, changes, plainly);
    compare_lists(before.programmes, after.programmes, &Programme::code, changes,
                  [&](const Programme& old_programme, const Programme& new_programme) {
                      compare_programmes(old_programme, new_programme, changes);
                  });
    return changes;
}

Json to_json(const Change& change) {
    return Json::object({{"subject", change.subject},
                         {"field", change.field},
                         {"before", change.before},
                         {"after", change.after},
                         {"kind", word(change.kind)}});
}

namespace {

void note_open(const std::string& subject, const std::vector<std::string>& fields,
               const std::string& why, std::vector<OpenPoint>& points) {
    for (const auto& field : fields)
        points.push_back({subject, field, why, std::string{who_can_close(field)}});
}

}  // namespace

std::vector<OpenPoint> open_points(const Plan& plan) {
    std::vector<OpenPoint> points;
    for (const auto& activity : plan.activities) {
        note_open(activity.code.text(), open_fields(activity), activity.note, points);
        for (const auto& target : activity.targets)
            note_open(target.id.text(), open_fields(target), target.note, points);
    }
    std::ranges::move(open_points_beside_activities(plan), std::back_inserter(points));
    return points;
}

std::vector<OpenPoint> open_points_beside_activities(const Plan& plan) {
    std::vector<OpenPoint> points;
    for (const auto& outcome : plan.outcomes)
        note_open(outcome.id.text(), open_fields(outcome), outcome.note, points);
    for (const auto& institution : plan.institutions) {
        if (institution.type.is_open())
            note_open(institution.code.text(), {"type"}, institution.note, points);
    }
    std::vector<std::string> of_council;
    for (const auto& [field, is_open] : {std::pair{"chair", plan.council.chair.is_open()},
                                         {"quorum", plan.council.quorum.is_open()},
                                         {"term", plan.council.term.is_open()}}) {
        if (is_open)
            of_council.emplace_back(field);
    }
    note_open("council", of_council, plan.council.note, points);
    return points;
}

}  // namespace plan
