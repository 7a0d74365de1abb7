#include "plan/statistics_plan.h"

#include "plan/fields.h"

#include <algorithm>

namespace plan {

namespace {

template <typename Items, typename Field>
auto find_by(const Items& items, Field field, std::string_view wanted) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const auto& item) { return item.*field == wanted; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const StatisticalCode* StatisticalList::find(std::string_view code) const {
    return find_by(codes, &StatisticalCode::code, code);
}

const StatisticalCode* StatisticalList::find_printed(std::string_view words) const {
    for (const auto& code : codes)
        if (std::find(code.printed.begin(), code.printed.end(), words) != code.printed.end())
            return &code;
    return nullptr;
}

const StatisticalList* Statistics::find_list(std::string_view id) const {
    return find_by(lists, &StatisticalList::id, id);
}

const StatisticalStructure* Statistics::find_structure(std::string_view id) const {
    return find_by(structures, &StatisticalStructure::id, id);
}

const StatisticalFlow* Statistics::find_flow(std::string_view id) const {
    return find_by(flows, &StatisticalFlow::id, id);
}

base::Result<base::Frequency> parse_every(std::string_view text) {
    using enum base::Frequency;
    for (const auto one : {year, half, quarter, month})
        if (base::name(one) == text)
            return one;
    return wrong_word(text, {"year", "half", "quarter", "month"});
}

const DerivedFigure* Statistics::find_derived(std::string_view id) const {
    return find_by(derived, &DerivedFigure::id, id);
}

}  // namespace plan
