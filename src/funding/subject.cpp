#include "funding/subject.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace funding {
namespace {

using base::Error;
using base::ErrorCode;

Error no_such(const plan::Plan& plan, std::string_view code, std::string_view expected) {
    std::vector<std::string> codes;
    for (const auto& objective : plan.objectives) {
        if (objective.parent)
            codes.push_back(objective.code.text());
    }
    for (const auto& activity : plan.activities)
        codes.push_back(activity.code.text());
    return {
        ErrorCode::no_such_subject,
        fmt::format("expected {}, found \"{}\"{}", expected, code, base::did_you_mean(code, codes)),
        "subject"};
}

Result<Subject> step_named(const plan::Plan& plan, std::string_view code, std::size_t slash) {
    const auto* activity = plan.find(plan::ActivityId{code.substr(0, slash)});
    if (activity == nullptr)
        return no_such(plan, code, "a step of an activity such as 1.1.1/2");
    const auto text = code.substr(slash + 1);
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = fault == std::errc{} && end == text.data() + text.size();
    if (!is_number || text.front() == '0' || number > activity->steps.size())
        return Error{ErrorCode::no_such_subject,
                     activity->steps.empty()
                         ? fmt::format("the working plan has no steps in {}, found \"{}\"",
                                       activity->code.text(), code)
                         : fmt::format("expected a step from {0}/1 to {0}/{1}, found \"{2}\"",
                                       activity->code.text(), activity->steps.size(), code),
                     "subject"};
    return Subject{Level::step, std::string{code}, activity->steps[number - 1].title};
}

}  // namespace

Result<Subject> subject_named(const plan::Plan& plan, std::string_view code) {
    if (const auto slash = code.find('/'); slash != std::string_view::npos)
        return step_named(plan, code, slash);
    if (const auto* activity = plan.find(plan::ActivityId{code}))
        return Subject{Level::activity, activity->code.text(), activity->title};
    const auto* objective = plan.find(plan::ObjectiveId{code});
    if (objective != nullptr && objective->parent)
        return Subject{Level::objective, objective->code.text(), objective->title};
    return no_such(plan, code, "an operational objective, an activity or a step");
}

Subject subject_recorded(std::string_view code) {
    const Level level = code.find('/') != std::string_view::npos ? Level::step
                        : std::ranges::count(code, '.') > 1      ? Level::activity
                                                                 : Level::objective;
    return {level, std::string{code}, ""};
}

bool is_part_of(std::string_view part, std::string_view whole) {
    return part.size() > whole.size() && part.starts_with(whole) &&
           (part[whole.size()] == '.' || part[whole.size()] == '/');
}

std::string_view parent_of(std::string_view code) {
    const auto at = code.find_last_of("./");
    return at == std::string_view::npos ? std::string_view{} : code.substr(0, at);
}

FiscalYears fiscal_years(const plan::Plan& plan) {
    const auto number = [&](base::Day day) {
        return base::Period::containing(day, base::Frequency::year, plan.fiscal_year).year_number();
    };
    return {number(plan.from), number(plan.until)};
}

std::string fiscal_year_text(const plan::Plan& plan, int year) {
    const auto period = base::Period::year(year, plan.fiscal_year);
    return period.ok() ? period.value().text() : fmt::format("{}", year);
}

Result<int> fiscal_year_named(const plan::Plan& plan, std::string_view text) {
    const auto period = base::Period::parse(text, plan.fiscal_year);
    const FiscalYears years = fiscal_years(plan);
    if (period.ok() && period.value().frequency() == base::Frequency::year &&
        period.value().year_start() == plan.fiscal_year &&
        period.value().year_number() >= years.first && period.value().year_number() <= years.last)
        return period.value().year_number();
    return Error{
        ErrorCode::outside_fiscal_years,
        fmt::format("expected a fiscal year from {} to {}, found \"{}\"",
                    fiscal_year_text(plan, years.first), fiscal_year_text(plan, years.last), text),
        "fiscal_year"};
}

}  // namespace funding
