#include "statistics/operands.h"

#include "statistics/month_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Frequency;
using base::Period;

void collect_sources(const Derivation& derivation, std::set<std::string>& found) {
    if (derivation.operation == Operation::published)
        found.insert(derivation.source);
    for (const auto& operand : derivation.operands)
        collect_sources(operand, found);
}

std::set<std::string> sources_of(std::span<const Answer> answers) {
    std::set<std::string> found;
    for (const auto& answer : answers)
        collect_sources(*answer.derivation, found);
    return found;
}

// Sources that printed something of every series by that day.
std::set<std::string> common_sources(std::span<const Wanted> wanted, Day day) {
    std::map<std::string, std::set<const Series*>> printed;
    std::set<const Series*> all;
    for (const auto& one : wanted) {
        if (!all.insert(one.series).second)
            continue;
        for (const auto& figure : one.series->observations)
            if (figure.vintage.known_on <= day)
                printed[figure.source].insert(one.series);
    }
    std::set<std::string> common;
    for (const auto& [source, series] : printed)
        if (series.size() == all.size())
            common.insert(source);
    return common;
}

struct Release {
    std::string source;
    std::vector<Answer> answers;
    Day known_on;

    double uncertainty() const {
        double sum = 0;
        for (const auto& answer : answers)
            sum += answer.uncertainty;
        return sum;
    }
    // Whether rounding explains all that differs, and this is the coarser one.
    bool only_rounds(const Release& other) const {
        for (std::size_t i = 0; i < answers.size(); ++i)
            if (std::abs(number(answers[i]) - number(other.answers[i])) >
                answers[i].uncertainty + other.answers[i].uncertainty)
                return false;
        return uncertainty() > other.uncertainty();
    }
};

std::optional<Release> release_of(const std::string& source, std::span<const Wanted> wanted,
                                  Day day, const SourceTable& sources) {
    Release release{source, {}, {}};
    for (const auto& one : wanted) {
        Series printed{one.series->key, {}};
        std::ranges::copy_if(one.series->observations, std::back_inserter(printed.observations),
                             [&](const Observation& figure) { return figure.source == source; });
        auto answer = whole(printed, one.period, day, sources);
        if (!answer.value)
            return std::nullopt;
        release.known_on = std::max(release.known_on, *answer.vintage);
        release.answers.push_back(std::move(answer));
    }
    return release;
}

std::optional<Release> latest_release(std::span<const Wanted> wanted, Day day,
                                      const SourceTable& sources) {
    std::vector<Release> releases;
    for (const auto& source : common_sources(wanted, day))
        if (auto release = release_of(source, wanted, day, sources))
            releases.push_back(std::move(*release));
    std::ranges::stable_sort(releases, {}, &Release::known_on);
    std::optional<Release> best;
    for (auto& release : releases)
        if (!best || !release.only_rounds(*best))
            best = std::move(release);
    return best;
}

Messages revised_since(const Release& release, std::span<const Answer> in_force,
                       const SourceTable& sources) {
    Messages notes{say::one_release(release.source, release.known_on, sources)};
    std::vector<const Answer*> revised;
    for (std::size_t i = 0; i < in_force.size(); ++i) {
        const auto& one = in_force[i];
        const bool is_told = std::ranges::any_of(revised, [&](const Answer* told) {
            return *told->value == *one.value && told->time == one.time && told->unit == one.unit;
        });
        if (*one.value != *release.answers[i].value && !is_told)
            revised.push_back(&one);
    }
    if (!revised.empty())
        notes.push_back(say::in_force_now(revised));
    return notes;
}

}  // namespace

Answer without(std::string unit, std::string time, const Messages& why) {
    Answer answer;
    answer.unit = std::move(unit);
    answer.time = std::move(time);
    answer.say(why);
    return answer;
}

Answer whole(const Series& series, const Period& period, Day day, const SourceTable& sources) {
    auto answer = period.frequency() == Frequency::month
                      ? month_as_of(series, period, day, sources)
                      : value_as_of(series, period, day, sources);
    if (answer.value && !answer.complete) {
        answer.messages.clear();
        answer.say({say::not_whole(period, answer.coverage.known, answer.coverage.of, day)});
        answer.value.reset();
        answer.derivation.reset();
    }
    return answer;
}

Period year_before(const Period& period) {
    switch (period.frequency()) {
        case Frequency::year:
            return period.plus(-1);
        case Frequency::half:
            return period.plus(-2);
        case Frequency::quarter:
            return period.plus(-4);
        default:
            return period.plus(-12);
    }
}

Messages not_alike(const Answer& a, const Period& of_a, const Answer& b, const Period& of_b) {
    const auto months_left = [](const Answer& answer, const Period& period) {
        const auto time = TimePeriod::parse(answer.time, period.year_start());
        if (answer.time == period.text() || !time.ok())
            return 0;
        return months_of({period, Span::period, {}}).last - months_of(*time).last;
    };
    if (months_left(a, of_a) == months_left(b, of_b))
        return {};
    return {say::not_alike(a, of_a, b, of_b)};
}

Messages Operands::fault(std::span<const Wanted> wanted) const {
    for (const auto& answer : answers)
        if (!answer.value)
            return answer.messages;
    for (std::size_t i = 1; i < answers.size(); ++i)
        if (auto why = not_alike(answers[0], wanted[0].period, answers[i], wanted[i].period);
            !why.empty())
            return why;
    return {};
}

Operands of_one_release(std::span<const Wanted> wanted, Day day, const SourceTable& sources) {
    Operands operands;
    for (const auto& one : wanted)
        operands.answers.push_back(whole(*one.series, one.period, day, sources));
    if (!operands.fault(wanted).empty())
        return operands;
    const auto printed_by = sources_of(operands.answers);
    if (printed_by.size() == 1)
        return operands;
    if (auto release = latest_release(wanted, day, sources)) {
        operands.notes = revised_since(*release, operands.answers, sources);
        operands.answers = std::move(release->answers);
    } else {
        const std::vector<std::string> keys{printed_by.begin(), printed_by.end()};
        operands.notes.push_back(say::no_common_release(keys, sources));
    }
    return operands;
}

Answer published_answer(const Observation& figure, const std::string& unit,
                        const SourceTable& sources) {
    const auto found = published_value(figure, unit, sources);
    Answer answer = without(unit, figure.time.text(), {});
    answer.value = figure.value;
    answer.coverage = {1, 1};
    answer.complete = true;
    answer.precision = found.precision;
    answer.uncertainty = found.uncertainty;
    answer.estimated = found.estimated;
    answer.provisional = found.provisional;
    answer.vintage = found.known_on;
    answer.derivation = found.derivation;
    return answer;
}

void inherit(Answer& answer, const Answer& operand) {
    answer.precision = answer.derivation->operands.empty()
                           ? operand.precision
                           : std::max(answer.precision, operand.precision);
    answer.uncertainty += operand.uncertainty;
    answer.estimated = answer.estimated || operand.estimated;
    answer.provisional = answer.provisional || operand.provisional;
    answer.vintage = std::max(answer.vintage.value_or(*operand.vintage), *operand.vintage);
    answer.derivation->operands.push_back(*operand.derivation);
}

Answer inherited(Operation operation, std::string unit, std::string time,
                 std::initializer_list<const Answer*> operands) {
    Answer answer = without(std::move(unit), std::move(time), {});
    answer.complete = true;
    Derivation derivation;
    derivation.operation = operation;
    derivation.time = answer.time;
    derivation.unit = answer.unit;
    for (const auto* operand : operands) {
        answer.estimated = answer.estimated || operand->estimated;
        answer.provisional = answer.provisional || operand->provisional;
        if (operand->vintage)
            answer.vintage =
                std::max(answer.vintage.value_or(*operand->vintage), *operand->vintage);
        derivation.operands.push_back(*operand->derivation);
    }
    answer.derivation = std::move(derivation);
    return answer;
}

int Places::of(double uncertainty) const {
    int places = least;
    while (places < most && uncertainty < 0.5 * std::pow(10.0, -places))
        ++places;
    return places;
}

Answer with_value(Answer answer, double value, double uncertainty, Places places) {
    const int kept = places.of(uncertainty);
    const auto rounded = Decimal::from_double(value, kept);
    if (!rounded.ok())
        return without(answer.unit, answer.time, {say::not_exact(rounded.error().message)});
    answer.value = rounded.value();
    answer.precision = -kept;
    answer.uncertainty = uncertainty;
    answer.coverage = {1, 1};
    answer.derivation->value = rounded.value();
    return answer;
}

double number(const Answer& answer) {
    return answer.value->to_double();
}

double ratio_uncertainty(const Answer& over, const Answer& under) {
    const double divisor = std::abs(number(under));
    return (over.uncertainty + std::abs(number(over)) / divisor * under.uncertainty) / divisor;
}

}  // namespace statistics
