#include "statistics/stage.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace statistics {
namespace {

using base::ErrorCode;

constexpr auto everything = SeriesStore::everything;

/// A table of the long layout: series come back, some rows have no date, some identifiers.
std::string table(std::size_t series, std::size_t months, unsigned seed, bool shuffled) {
    std::mt19937 dice{seed};
    std::vector<std::string> rows;
    for (std::size_t s = 0; s < series; ++s)
        for (std::size_t m = 0; m < months; ++m) {
            const auto year = 2001 + m / 12;
            const auto cents = dice() % 100'000 + 1'000;
            rows.push_back(fmt::format(
                "service {},\"area, {}\",USD million,{}-{:02},{}.{:02},{},{},office {},{}\n", s % 7,
                s / 7, year, m % 12 + 1, cents / 100, cents % 100, dice() % 9 == 0 ? "P" : "A",
                dice() % 5 == 0   ? std::string{}
                : dice() % 5 == 0 ? fmt::format("{}-{:02}", year + 1, m % 12 + 1)
                                  : fmt::format("{}-{:02}-20", year + 1, m % 12 + 1),
                s % 3, dice() % 2 == 0 ? fmt::format("R{:06}", rows.size()) : std::string{}));
        }
    if (shuffled)
        std::ranges::shuffle(rows, dice);
    std::string text = "category,area,unit,period,value,status,published,source,id\n";
    for (const auto& row : rows)
        text += row;
    return text;
}

std::vector<Series> stored(const StagedLoad& staged) {
    MemorySeriesStore store;
    EXPECT_TRUE(store.put({"load", 3}, staged.sources(), staged.packed()).ok());
    std::vector<Series> found;
    const auto keys = store.keys(everything).value();
    for (const auto& key : keys)
        found.push_back(store.read(key, everything).value());
    return found;
}

std::vector<Series> stored(const Loaded& loaded) {
    MemorySeriesStore store;
    EXPECT_TRUE(store.put({{"load", 3}, loaded.series, loaded.sources}).ok());
    std::vector<Series> found;
    const auto keys = store.keys(everything).value();
    for (const auto& key : keys)
        found.push_back(store.read(key, everything).value());
    return found;
}

StageOptions holding(std::size_t rows) {
    StageOptions options;
    options.load.file = "t.csv";
    options.held_max = rows;
    return options;
}

// However little is held at once, what is stored and reported is the same.
TEST(Stage, SpillingChangesNothing) {
    for (const bool shuffled : {false, true}) {
        const auto text = table(20, 50, 7, shuffled);
        const auto loaded = load_csv(text, holding(0).load);
        ASSERT_TRUE(loaded.ok()) << loaded.error().text();
        const auto wanted = stored(loaded.value());
        ASSERT_EQ(wanted.size(), 20);
        for (const std::size_t held : {1, 3, 17, 100, 999, 1000, 5000}) {
            const auto staged = stage_csv(base::input_of(text), holding(held));
            ASSERT_TRUE(staged.ok()) << staged.error().text();
            EXPECT_EQ(staged->report().rows, 1000);
            EXPECT_EQ(staged->report().month_dates, loaded->report.month_dates);
            EXPECT_EQ(staged->report().estimated_dates, loaded->report.estimated_dates);
            EXPECT_EQ(staged->report().suspects.size(), loaded->report.suspects.size());
            EXPECT_EQ(staged->sources(), loaded->sources);
            EXPECT_TRUE(stored(staged.value()) == wanted) << shuffled << ' ' << held;
            EXPECT_TRUE(stored(staged.value()) == wanted) << "a second round";
        }
    }
}

// A whole key in one column names the series that a column for each dimension names, and what else
// is said of a row is kept with it.
TEST(Stage, KeepsWholeKeysAndAttributes) {
    const std::string_view rows =
        "ECB%3AEXR(1.0):CURRENCY=USD;FREQ=M,,,2024-01,1.08,A,2024-02-20,ECB,OBS_CONF=F;TITLE=a%"
        "3Ab\n"
        ",services,PK,2024-01,5,A,2024-02-20,sbp,\n"
        "ECB%3AEXR(1.0):CURRENCY=USD;FREQ=M,,,2024-02,1.09,A,2024-03-20,ECB,OBS_CONF=F;TITLE=a%"
        "3Ab\n"
        "ECB%3AEXR(1.0):CURRENCY=USD;FREQ=M,,,2024-03,1.10,A,2024-04-20,ECB,OBS_CONF=C\n"
        ",services,PK,2024-02,6,A,2024-03-20,sbp,\n";
    const auto text = fmt::format(
        "series_key,category,area,period,value,status,published,source,attributes\n{}", rows);
    const auto whole = load_csv(text, {.file = "t.csv"});
    ASSERT_TRUE(whole.ok()) << whole.error().text();
    ASSERT_EQ(whole->series.size(), 2);
    EXPECT_EQ(whole->series[0].key.text(), "ECB%3AEXR(1.0):CURRENCY=USD;FREQ=M");
    EXPECT_EQ(whole->series[0].observations[1].attributes, "OBS_CONF=F;TITLE=a%3Ab");
    EXPECT_EQ(whole->series[0].observations[2].attributes, "OBS_CONF=C");
    EXPECT_EQ(whole->series[1].observations[1].attributes, "");
    for (const std::size_t held : {1, 2, 100})
        EXPECT_TRUE(stored(stage_csv(base::input_of(text), holding(held)).value()) ==
                    stored(whole.value()))
            << held;

    const auto faults = [](std::string_view row) {
        return base::one_by_one(
                   load_csv(fmt::format("series_key,area,period,value,published,source,attributes\n"
                                        "{}\n",
                                        row),
                            {.file = "t.csv"})
                       .error())
            .front()
            .text();
    };
    EXPECT_EQ(faults("a:b=c,PK,2024-01,5,2024-02-20,sbp,"),
              "E0301 t.csv:2: expected nothing in the other columns that name a series beside "
              "\"a:b=c\" in the column series_key, found area = \"PK\"");
    EXPECT_EQ(faults("a:b,,2024-01,5,2024-02-20,sbp,"),
              "E0301 t.csv:2: expected dataflow:name=value;name=value, found \"a:b\"");
    EXPECT_EQ(faults("a:b=c,,2024-01,5,2024-02-20,sbp," + std::string(5000, 'x')),
              "E0303 t.csv:2, column 7 (attributes): expected at most 4096 bytes, found 5000");
}

// A row whose words were met before means what it would mean alone.
TEST(Stage, WordsThatWereMetMeanTheSame) {
    const auto text = table(5, 30, 11, true);
    const auto loaded = load_csv(text, {.file = "t.csv"}).value();
    const auto header = text.substr(0, text.find('\n') + 1);
    std::size_t compared = 0;
    for (const auto& series : loaded.series)
        for (const auto& one : series.observations) {
            std::size_t at = header.size();
            for (std::uint32_t row = 0; row < one.load_order; ++row)
                at = text.find('\n', at) + 1;
            const auto row = text.substr(at, text.find('\n', at) + 1 - at);
            auto alone = load_csv(header + row, {.file = "t.csv"}).value();
            ASSERT_EQ(alone.series.size(), 1);
            auto& wanted = alone.series[0].observations[0];
            EXPECT_EQ(alone.series[0].key, series.key);
            wanted.load_order = one.load_order;
            if (one.vintage.estimated)
                wanted.vintage = one.vintage;  // the whole table dates it
            EXPECT_EQ(wanted, one) << row;
            ++compared;
        }
    EXPECT_EQ(compared, 150);
}

TEST(Stage, FindsFaultsAcrossWhatWasSpilled) {
    const std::string header = "series,period,value,status,published,source,id\n";
    std::string text = header + "a,2024-01,5,A,2024-02-20,sbp,R1\n";
    for (int i = 2; i < 20; ++i)
        text += fmt::format("b,20{:02}-01,{},A,2024-02-20,sbp,R{}\n", i, i, i);
    text += "a,2024-01,5.0,A,2024-02-20,sbp,R20\n";
    text += "c,2024-01,5,A,2024-02-20,sbp,R2\n";
    text += "c,2024-13,5,A,2024-02-20,sbp,R22\n";
    for (const std::size_t held : {2, 1000}) {
        auto staged = stage_csv(base::input_of(text), holding(held));
        ASSERT_FALSE(staged.ok());
        const auto errors = base::one_by_one(std::move(staged).error());
        ASSERT_EQ(errors.size(), 3);
        EXPECT_EQ(errors[0].text(),
                  "E0306 t.csv:21: the same series, period (2024-01), source (sbp), day and value "
                  "(5.0) stand at line 2 already");
        EXPECT_EQ(errors[1].text(), "E0306 t.csv:22: the identifier R2 stands at line 3 already");
        EXPECT_EQ(errors[2].code, ErrorCode::invalid_period);
    }
}

TEST(Stage, SaysHowFarItIs) {
    const auto text = table(1000, 300, 3, false);
    auto options = holding(1000);
    std::vector<std::size_t> rows;
    options.progress = [&](const StageProgress& now) { rows.push_back(now.rows); };
    ASSERT_TRUE(stage_csv(base::input_of(text), options).ok());
    EXPECT_THAT(rows, testing::ElementsAre(262'144, 300'000));
}

TEST(Stage, GivesTheErrorsOfTheInput) {
    const auto staged = stage_csv(
        [](std::span<char>) -> base::Result<std::size_t> {
            return base::Error{ErrorCode::file_not_readable, "the disk is gone", "t.csv"};
        },
        holding(10));
    EXPECT_EQ(staged.error().code, ErrorCode::file_not_readable);
}

}  // namespace
}  // namespace statistics
