// The gap table of a large plan: fold, exchange, roll up. Ten fiscal years, fifty entries on money
// for each activity (100 000 at 2 000 activities), a third of them in dollars.

#include "funding/gap.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <random>

namespace {

using funding::Stage;

base::Currency currency(std::string_view code) {
    return base::Currency::parse(code).value();
}

plan::Plan plan_of(int activities) {
    plan::Plan plan;
    plan.from = base::make_day(2023, 7, 1);
    plan.until = base::make_day(2033, 6, 30);
    plan.fiscal_year = {7};
    plan.currency = currency("PKR");
    for (int i = 0; i < activities; ++i) {
        const auto strategic = fmt::format("{}", 1 + i / 100);
        const auto objective = fmt::format("{}.{}", strategic, 1 + i / 10 % 10);
        if (i % 100 == 0)
            plan.objectives.push_back({plan::ObjectiveId{strategic}, {}, "Strategic", "", {}});
        if (i % 10 == 0)
            plan.objectives.push_back({plan::ObjectiveId{objective},
                                       plan::ObjectiveId{strategic},
                                       "Operational",
                                       "",
                                       {}});
        plan::Activity activity;
        activity.code = plan::ActivityId{fmt::format("{}.{}", objective, 1 + i % 10)};
        activity.objective = plan::ObjectiveId{objective};
        activity.title = "Activity";
        plan.activities.push_back(std::move(activity));
    }
    return plan;
}

struct Made {
    plan::Plan plan;
    funding::Reader reader;
    std::deque<funding::BudgetLine> lines;
    std::deque<funding::FundRecord> records;
    funding::Rates rates{currency("PKR")};

    explicit Made(int activities) : plan(plan_of(activities)) {
        std::mt19937_64 dice(20240301);
        const base::Day from = base::make_day(2023, 7, 1);
        std::vector<funding::DatedRate> daily;
        for (int day = 0; day < 3650; day += day % 7 == 4 ? 3 : 1)
            daily.push_back({from + std::chrono::days{day},
                             base::Decimal::from_parts(2'700'000 + day * 7, 4).value(), "a-bank",
                             from});
        rates.add(currency("USD"), std::move(daily));
        std::uint64_t seq = 2;
        for (const auto& activity : plan.activities) {
            for (int year = 2024; year <= 2033; ++year) {
                const auto day = from + std::chrono::days{static_cast<int>(dice() % 3000)};
                const base::Money cost{static_cast<std::int64_t>(1 + dice() % 1'000'000'000),
                                       currency(dice() % 3 ? "PKR" : "USD")};
                lines.push_back(reader.make_line(
                    seq++, day, {fmt::format("l{}", seq), activity.code.text(), "A03", "Line"},
                    year, funding::Basis::estimate, cost));
                const auto fund = fmt::format("f{}", dice() % 300);
                const bool in_dollars = dice() % 3 == 0;
                for (int stage = 1; stage <= 4; ++stage) {
                    const base::Money amount{static_cast<std::int64_t>(1'000'000 / stage),
                                             currency(in_dollars ? "USD" : "PKR")};
                    records.push_back(reader.make_record(
                        seq++, day + std::chrono::days{stage * 20},
                        {fund + (in_dollars ? "d" : "r"), fmt::format("body-{}", dice() % 40),
                         activity.code.text()},
                        year, static_cast<Stage>(stage), amount));
                }
            }
        }
    }
};

void GapTable(benchmark::State& state) {
    const Made made{static_cast<int>(state.range(0))};
    const base::Day as_of = base::make_day(2033, 6, 30);
    for (auto _ : state) {
        funding::Book book;
        book.lines.reserve(made.lines.size());
        book.records.reserve(made.records.size());
        for (const auto& line : made.lines) {
            if (line.effective_on <= as_of)
                book.lines.push_back(&line);
        }
        for (const auto& record : made.records) {
            if (record.effective_on <= as_of)
                book.records.push_back(&record);
        }
        const auto table = funding::gap_table(made.plan, book, made.rates);
        if (!table.ok())
            state.SkipWithError(table.error().text().c_str());
        benchmark::DoNotOptimize(table);
    }
    state.SetLabel(fmt::format("{} entries", made.lines.size() + made.records.size()));
}
BENCHMARK(GapTable)->Arg(200)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

}  // namespace
