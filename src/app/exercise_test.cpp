#include "app/exercise.h"

#include "app/entries_page_for_test.h"
#include "app/funding_view.h"
#include "app/memory_record.h"
#include "app/programme_view.h"
#include "base/file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using base::make_day;

const std::string strategy = TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023";
const std::string small = TAMEEL_SOURCE_DIR "/tests/fixtures/small";

/// A record that holds an exercise.
struct Played {
    base::FixedClock clock{base::Instant{}};
    MemoryRecord memory{clock};
    Result<std::uint64_t> size;

    Played(const std::filesystem::path& folder, std::uint64_t entries, std::uint64_t seed = 1)
        : size(play_exercise(memory.record(), clock, folder,
                             {entries, seed, make_day(2026, 11, 1)})) {
        EXPECT_TRUE(size.ok()) << size.error().text();
    }
};

// Money of four funders in two currencies through all stages, some of it never committed and some
// never disbursed; every amount can be exchanged.
TEST(Exercise, HasMoneyOfAllStages) {
    Played played{strategy, 2000};
    const auto view = funding_view(played.memory.record(), {}).value();
    EXPECT_EQ(view.table.funders.size(), 4u);
    const auto& whole = view.table.nodes.front();
    const auto& all = whole.years.all;
    EXPECT_EQ(all.unknown_costs + all.unknown_funds, 0u);
    for (const auto sum : {all.cost, all.committed, all.pledged, all.prospects, all.spent})
        EXPECT_GT(sum, 0);
    EXPECT_LT(all.disbursed, all.committed);
    EXPECT_GE(2 * whole.activities_costed, whole.activities) << "most activities are costed";
    EXPECT_TRUE(std::ranges::any_of(view.table.positions, [](const funding::Position& position) {
        return position.sums[static_cast<std::size_t>(funding::Stage::commitment)] > 0 &&
               position.sums[static_cast<std::size_t>(funding::Stage::disbursement)] == 0;
    }));
}

TEST(Exercise, HasCohortsWithWomenAndMenAndEarnedValue) {
    Played played{strategy, 2000};
    const auto show = [&](std::string_view code) {
        return programme_view(played.memory.record(), {}, code, Reader::console).value();
    };
    const auto course = show("conversion-courses");
    const auto& cohort = course.find("cohorts")->array_items()->front();
    EXPECT_FALSE(cohort.find("inside")->is_null()) << "from its opening to its end";
    const auto& stages = *course.find("funnels")->array_items()->front().find("stages");
    EXPECT_NE(stages.array_items()->front().find("count")->find("sex")->find("female"), nullptr);
    const auto fibre = show("usf-backhaul");
    EXPECT_TRUE(fibre.find("earned_value")->find("missing")->array_items()->empty());
    EXPECT_EQ(fibre.find("changes")->array_items()->size(), 1u);
    EXPECT_FALSE(
        fibre.find("outputs")->array_items()->front().find("gap_points")->find("value")->is_null());
}

TEST(Exercise, IsAboutAsLongAsWasAsked) {
    for (const std::uint64_t seed : {1, 2, 3}) {
        Played played{strategy, 2000, seed};
        EXPECT_NEAR(static_cast<double>(played.size.value()), 2000, 120) << seed;
    }
}

// A strategy without a currency has no money, one without programmes reports none.
TEST(Exercise, IsPlayedOfStrategiesWithLessToTell) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("tameel-exercise-" + std::to_string(::getpid()));
    for (const bool has_currency : {true, false}) {
        for (const bool has_programmes : {false, true}) {
            std::filesystem::remove_all(folder);
            std::filesystem::copy(small, folder, std::filesystem::copy_options::recursive);
            auto plan = base::read_file(small + "/plan.yaml").value();
            const std::string currency = "  currency: PKR\n";
            ASSERT_NE(plan.find(currency), std::string::npos);
            if (!has_currency)
                plan.erase(plan.find(currency), currency.size());
            ASSERT_TRUE(base::write_file(folder / "plan.yaml", plan).ok());
            if (has_programmes)
                std::filesystem::copy(small + "-programmes.yaml", folder / "programmes.yaml");
            Played played{folder, 300};
            const auto seen = hold_entries_against_their_page(played.memory.record());
            EXPECT_EQ(seen.contains("funding.recorded"), has_currency);
            EXPECT_EQ(seen.contains("programme.reported"), has_programmes);
        }
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace app
