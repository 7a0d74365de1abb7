#include "programme/ledger.h"

#include "plan/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace programme {
namespace {

constexpr std::chrono::days unknown_publication{20};

base::Day known_from(const plan::Plan& plan, const plan::ProgrammeFigure& figure) {
    const auto* document = plan.find_document(figure.document);
    const auto published = base::Period::parse(document == nullptr ? "" : document->published);
    return published.ok() ? published->last_day() : figure.when.until + unknown_publication;
}

// A printed amount has few digits and a scale that is a power of ten, so it always fits.
base::Decimal in_ones(const plan::ProgrammeFigure& figure) {
    const auto factor = static_cast<std::int64_t>(plan::scale_factor(figure.scale).value_or(1));
    return base::multiply(figure.value, base::Decimal{factor}).value_or(figure.value).trimmed();
}

Observation printed(const plan::ProgrammeFigure& figure, base::Day known_on) {
    return {{figure.of,
             figure.code,
             figure.currency,
             figure.cohort,
             figure.when,
             in_ones(figure),
             figure.qualifier,
             figure.sex,
             {}},
            std::nullopt,
            figure.figure,
            figure.document,
            figure.note,
            known_on};
}

struct Folder {
    Ledger& ledger;
    const Event& event;

    void operator()(const ReportedCount& count) const {
        ledger.observations.push_back({count, event.seq, {}, {}, {}, event.effective_on});
    }
    void operator()(const Cohort& cohort) const { add(ledger.cohorts, cohort); }
    void operator()(const Task& task) const { add(ledger.tasks, task); }
    void operator()(const TaskAdvance& advance) const { add(ledger.advances, advance); }
    void operator()(const Change& change) const { add(ledger.changes, change); }

    template <typename What>
    void add(std::vector<Recorded<What>>& list, const What& what) const {
        list.push_back({event.seq, event.effective_on, what});
    }
};

}  // namespace

std::string Observation::source() const {
    if (seq)
        return fmt::format("entry {}", *seq);
    return figure.empty() ? document : figure;
}

Ledger fold(const plan::Plan& plan, const plan::Programme& programme,
            std::span<const Event* const> events, base::Day as_of,
            std::optional<std::uint64_t> without) {
    Ledger ledger;
    for (const auto& figure : programme.figures) {
        const base::Day known_on = known_from(plan, figure);
        if (known_on <= as_of)
            ledger.observations.push_back(printed(figure, known_on));
    }
    std::set<std::uint64_t> corrected;
    if (without)
        corrected.insert(*without);
    for (const auto* event : events) {
        if (event->corrects)
            corrected.insert(*event->corrects);
    }
    for (const auto* event : events) {
        if (!corrected.contains(event->seq))
            std::visit(Folder{ledger, *event}, event->what);
    }
    return ledger;
}

const Recorded<Cohort>* Ledger::find_cohort(std::string_view code) const {
    const auto at =
        std::ranges::find_if(cohorts, [&](const auto& cohort) { return cohort.what.code == code; });
    return at == cohorts.end() ? nullptr : &*at;
}

const Recorded<Task>* Ledger::find_task(std::string_view code) const {
    const auto at =
        std::ranges::find_if(tasks, [&](const auto& task) { return task.what.code == code; });
    return at == tasks.end() ? nullptr : &*at;
}

std::vector<std::string> Ledger::cohort_codes() const {
    std::vector<std::string> codes;
    for (const auto& cohort : cohorts)
        codes.push_back(cohort.what.code);
    for (const auto& observation : observations) {
        const auto& code = observation.count.cohort;
        if (!code.empty() && std::ranges::find(codes, code) == codes.end())
            codes.push_back(code);
    }
    return codes;
}

const Observation* Ledger::latest_of_stage(std::string_view stage, std::string_view cohort) const {
    const Observation* latest = nullptr;
    for (const auto& observation : observations) {
        const auto& count = observation.count;
        const bool is_it =
            count.of == plan::FigureOf::stage && count.code == stage && count.cohort == cohort;
        if (is_it && (latest == nullptr || count.when.until >= latest->count.when.until))
            latest = &observation;
    }
    return latest;
}

}  // namespace programme
