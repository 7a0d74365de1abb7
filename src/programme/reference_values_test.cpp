#include "programme/earned_value.h"
#include "programme/funnel.h"
#include "programme/physical_financial.h"
#include "programme/reference_test.h"
#include "programme/release_merge.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace programme {
namespace {

using base::Json;

void expect_equal(double found, double expected, const std::string& what) {
    EXPECT_NEAR(found, expected, 1e-12 * std::max(std::abs(expected), 1.0)) << what;
}

void expect_equal(const Reading& found, const Json& expected, const char* key,
                  const std::string& what) {
    ASSERT_TRUE(found.value) << what << ": " << key << ": " << found.reason;
    expect_equal(*found.value, number_at(expected, key), what + ": " + key);
}

TEST(ReferenceValues, EveryIndicatorOfEarnedValue) {
    const auto cases = reference_json("evm.json");
    if (!cases)
        GTEST_SKIP() << missing_reference;
    int checked = 0;
    for (const auto& one : *cases->array_items()) {
        std::vector<TaskProgress> tasks;
        for (const auto& task : *at(one, "tasks").array_items())
            tasks.push_back({number_at(task, "budget"), numbers_at(task, "planned_pct"),
                             numbers_at(task, "actual_pct"), numbers_at(task, "actual_cost")});
        for (const auto& expected : *at(one, "at").array_items()) {
            const auto period = static_cast<std::size_t>(*at(expected, "period").integer());
            const auto found = assess_earned_value(tasks, period);
            const std::string what = *at(one, "id").string() + "@" + std::to_string(period);
            const auto exactly = [&](double value) {
                return Reading{value, FigureBound::exact, {}};
            };
            const std::vector<std::pair<const char*, Reading>> indicators{
                {"BAC", exactly(found.budget_at_completion)},
                {"PV", exactly(found.planned_value)},
                {"EV", exactly(found.earned_value)},
                {"AC", exactly(found.actual_cost)},
                {"SV", exactly(found.schedule_variance)},
                {"CV", exactly(found.cost_variance)},
                {"SPI", found.schedule_performance},
                {"CPI", found.cost_performance},
                {"EAC_typical", found.estimate_typical},
                {"EAC_atypical", found.estimate_atypical},
                {"EAC_mixed", found.estimate_mixed},
                {"ETC_typical", found.to_complete},
                {"VAC_typical", found.variance_at_completion},
                {"TCPI_bac", found.to_complete_performance},
                {"percent_planned", found.percent_planned},
                {"percent_complete", found.percent_complete},
                {"percent_spent", found.percent_spent},
                {"ES", found.earned_schedule},
                {"SV_t", found.schedule_variance_time},
                {"SPI_t", found.schedule_performance_time},
                {"IEAC_t", found.duration_estimate}};
            EXPECT_EQ(indicators.size() + 1, expected.members()->size()) << what;
            for (const auto& [key, reading] : indicators)
                expect_equal(reading, expected, key, what);
            ++checked;
        }
    }
    EXPECT_EQ(checked, 37);
}

TEST(ReferenceValues, EveryStepOfTheFunnels) {
    const auto cases = reference_json("funnels.json");
    if (!cases)
        GTEST_SKIP() << missing_reference;
    for (const auto& one : *cases->array_items()) {
        std::vector<StageCount> stages;
        for (const auto& stage : *at(one, "stages").array_items())
            stages.push_back({*at(stage, "stage").string(),
                              base::Decimal{*at(stage, "count").integer()}, FigureBound::exact});
        const auto& expected = *at(one, "steps").array_items();
        const auto steps = funnel_steps(stages);
        ASSERT_EQ(steps.size(), expected.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto what = *at(one, "name").string() + ": " + steps[i].to;
            EXPECT_EQ(steps[i].from, *at(expected[i], "from").string());
            EXPECT_EQ(steps[i].to, *at(expected[i], "to").string());
            expect_equal(steps[i].conversion, expected[i], "conversion", what);
            expect_equal(steps[i].dropped, expected[i], "dropped", what);
            expect_equal(steps[i].cumulative, expected[i], "cumulative", what);
            const auto interval = numbers_at(expected[i], "wilson95");
            ASSERT_TRUE(steps[i].wilson95);
            expect_equal(steps[i].wilson95->low, interval[0], what + " low");
            expect_equal(steps[i].wilson95->high, interval[1], what + " high");
        }
    }
}

TEST(ReferenceValues, PhysicalAgainstFinancialProgress) {
    const auto cases = reference_json("physical_financial.json");
    if (!cases)
        GTEST_SKIP() << missing_reference;
    for (const auto& one : *cases->array_items()) {
        const auto quantity = [&](const char* key) {
            return Quantity{base::Decimal::parse(*at(one, key).string()).value()};
        };
        const auto found =
            compare_progress({quantity("target_physical"), quantity("done_physical"),
                              quantity("value_launched_rs_bn"), quantity("disbursed_rs_bn")});
        const auto what = *at(one, "name").string();
        expect_equal(found.physical_percent, one, "physical_pct", what);
        expect_equal(found.financial_percent, one, "financial_pct", what);
        expect_equal(found.gap_points, one, "gap_points", what);
        expect_equal(*found.cost_a_unit_approved.value * 1000,
                     number_at(one, "cost_per_unit_launched_rs_mn"), what);
        expect_equal(*found.cost_a_unit_disbursed.value * 1000,
                     number_at(one, "disbursed_per_unit_done_rs_mn"), what);
    }
}

std::string schema_of(const std::string& name) {
    if (name.starts_with("1.0__"))
        return "ocds_merge/release-schema-1__0__3.json";
    return name.starts_with("1.1__") ? "ocds_merge/release-schema-1__1__4.json"
                                     : "ocds_merge/schema.json";
}

TEST(ReferenceValues, EveryMergedRelease) {
    if (!std::filesystem::exists(reference_path() / "ocds_merge"))
        GTEST_SKIP() << missing_reference;
    int checked = 0;
    for (const auto& file : std::filesystem::directory_iterator{reference_path() / "ocds_merge"}) {
        const auto name = file.path().stem().string();
        for (const auto& [suffix, form] : {std::pair{"-compiled", MergedForm::compiled},
                                           {"-versioned", MergedForm::versioned}}) {
            const auto releases = reference_json("ocds_merge/" + name + ".json");
            const auto expected = reference_json("ocds_merge/" + name + suffix + ".json");
            if (!releases || !expected)
                continue;
            const auto rules = merge_rules(*reference_json(schema_of(name)));
            ASSERT_TRUE(rules.ok());
            const auto merged = merge_releases(*releases, rules.value(), form);
            ASSERT_TRUE(merged.ok()) << name << merged.error().text();
            EXPECT_EQ(merged.value().canonical(), expected->canonical()) << name << suffix;
            ++checked;
        }
    }
    EXPECT_EQ(checked, 25);
}

}  // namespace
}  // namespace programme
