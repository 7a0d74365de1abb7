#include "statistics/stage.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
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

// Blocks as they will be stored, byte by byte, and what is said of the table.
std::string told(const StagedLoad& staged) {
    std::string all;
    const auto next = staged.packed();
    for (auto one = next(); one.value(); one = next()) {
        all += fmt::format("{} {}\n", one.value()->key.text(), one.value()->observations);
        for (const auto& block : one.value()->blocks)
            all += block;
    }
    const auto& report = staged.report();
    all += fmt::format("{} {} {} {} {} {}\n", report.rows, report.observations, report.series,
                       report.sources, report.month_dates, report.estimated_dates);
    for (const auto& warning : report.warnings)
        all += warning.text() + '\n';
    for (const auto& [key, source] : staged.sources())
        all += fmt::format("{} {} {}\n", key, source.publisher, source.published);
    for (std::uint32_t row = 0; row < report.rows; ++row)
        all += fmt::format("{} ", staged.line_of(row));
    return all;
}

/// A stage that is kept in a file, with the file as it was at each point.
class KeptStage : public testing::Test {
  protected:
    struct Left {
        StagePoint point;
        std::string file;
    };

    void SetUp() override { std::filesystem::remove(file_); }
    void TearDown() override { std::filesystem::remove(file_); }

    StageOptions keeping(std::size_t rows) {
        auto options = holding(rows);
        options.keeping = StageKeeping{file_, [this] { ++announced_; },
                                       [this](const StagePoint& point) {
                                           left_.push_back({point, content()});
                                       }};
        return options;
    }
    std::string content() const {
        std::ifstream in{file_, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void put(std::string_view bytes) const {
        std::ofstream{file_, std::ios::binary | std::ios::trunc} << bytes;
    }
    base::Result<StagedLoad> go_on(const Left& left, std::string_view text, std::size_t rows) {
        put(left.file);
        auto begun = find_stage(keeping(rows), left.point);
        if (!begun.ok())
            return begun;
        return stage_rest(std::move(*begun), base::input_of(text.substr(left.point.next.bytes)));
    }

    std::filesystem::path file_ =
        std::filesystem::path{testing::TempDir()} / fmt::format("kept-stage-{}", ::getpid());
    std::vector<Left> left_;
    std::size_t announced_ = 0;
};

// Records that are quoted over lines, series that come back, a slip, estimated dates.
std::string varied_table(bool shuffled) {
    auto text = table(8, 40, 5, shuffled);
    const std::string_view series = "\"two\nlines\",PK,USD million";
    text += fmt::format("{},2022-07/2022-12,1460.2,A,2024-02-20,office,whole\n", series);
    for (int month = 1; month <= 12; ++month)
        text += fmt::format("{},2023-{:02},1000,A,2024-02-20,office,S{}\n", series, month, month);
    text += fmt::format("{},2022-07/2022-12,1.46,A,2024-02-22,news,slip\n", series);
    return text + "service 1,\"area, 0\",USD million,2024-01,5,A,2024-02-20,office 1,last\n";
}

TEST_F(KeptStage, GoesOnFromEveryPointToTheSameBytes) {
    for (const bool shuffled : {false, true}) {
        const auto text = varied_table(shuffled);
        for (const std::size_t rows : {17, 60, 334, 335}) {
            left_.clear();
            const auto whole = stage_csv(base::input_of(text), keeping(rows));
            ASSERT_TRUE(whole.ok()) << whole.error().text();
            const auto wanted = told(*whole);
            const auto points = std::exchange(left_, {});
            ASSERT_EQ(points.size(), 335 / rows + 1);
            ASSERT_EQ(points.size(), std::exchange(announced_, 0));
            for (const auto& left : points) {
                const auto again = go_on(left, text, rows);
                announced_ = 0;
                ASSERT_TRUE(again.ok()) << again.error().text();
                ASSERT_EQ(told(*again), wanted) << left.point.rows << " of " << rows;
            }
        }
        EXPECT_EQ(load_csv(text, holding(0).load)->report.suspects.size(), 2);
    }
}

// What is found wrong behind a point is found again, and what is wrong with both sides of it.
TEST_F(KeptStage, FindsTheSameFaults) {
    const auto text = varied_table(true) +
                      "service 1,\"area, 0\",USD million,2024-01,5,A,2024-02-20,office 1,other\n"
                      "service 1,\"area, 0\",USD million,2024-02,5,A,2024-03-20,office 1,S3\n"
                      "service 1,\"area, 0\",USD million,2024-13,5,A,2024-03-20,office 1,\n";
    const auto whole = stage_csv(base::input_of(text), keeping(50));
    ASSERT_FALSE(whole.ok());
    const auto points = std::exchange(left_, {});
    ASSERT_EQ(points.size(), 5);
    for (const auto& left : points) {
        const auto again = go_on(left, text, 50);
        ASSERT_FALSE(again.ok());
        EXPECT_EQ(base::one_by_one(again.error()).size(), 3);
        EXPECT_EQ(again.error().text(), whole.error().text());
    }
}

// A file that is damaged is refused, or happens to mean something: never more than that.
TEST_F(KeptStage, DamageIsNoMoreThanRefused) {
    const auto text = varied_table(true);
    ASSERT_TRUE(stage_csv(base::input_of(text), keeping(60)).ok());
    const auto points = std::exchange(left_, {});
    std::mt19937 dice{17};
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
        auto left = points[dice() % points.size()];
        switch (round % 3) {
            case 0:
                left.file[dice() % left.file.size()] ^= static_cast<char>(1 + dice() % 255);
                break;
            case 1:
                left.file.resize(dice() % left.file.size());
                break;
            default: {
                const std::size_t at = left.point.notes.at + dice() % left.point.notes.bytes;
                left.file[at] = static_cast<char>(dice() % 256);
            }
        }
        put(left.file);
        refused += find_stage(keeping(60), left.point).ok() ? 0 : 1;
    }
    EXPECT_GT(refused, 1500);
    for (auto point : {StagePoint{}, StagePoint{.notes = {UINT64_MAX - 1, 8}},
                       StagePoint{.kept_bytes = UINT64_MAX, .notes = {0, 8}}}) {
        put(points.back().file);
        EXPECT_FALSE(find_stage(keeping(60), point).ok());
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
