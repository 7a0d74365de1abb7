#include "dissemination/slice.h"

#include "dissemination/flow_for_test.h"
#include "dissemination/stored_for_test.h"
#include "statistics/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <map>
#include <random>
#include <set>
#include <thread>

// What is shown of a day, from rows as they are kept, against the steps of the observations
// themselves.
namespace {

using dissemination::RowSet;

constexpr int series_count = 40;

base::Day day(int after) {
    return base::make_day(2020, 1, 1) + std::chrono::days{after};
}

/// A series with gaps, months that were never revised, and figures that replace others, on the
/// same day too; every fourth has one month after another.
statistics::Series made(int number, std::mt19937_64& dice) {
    statistics::Series series;
    series.key = statistics::SeriesKey::create(
                     "published-figures",
                     {{"category", fmt::format("service {}", number)}, {"unit", "USD million"}})
                     .value();
    const bool is_whole = number % 4 == 0;
    const int begin = is_whole ? 3 * number : static_cast<int>(dice() % 12);
    for (int month = begin; month < begin + 20; ++month) {
        if (!is_whole && dice() % 3 == 0)
            continue;
        const auto figures = is_whole && number % 8 == 0 ? 1 : 1 + dice() % 3;
        for (std::size_t i = 0; i < figures; ++i) {
            statistics::Observation one;
            one.time.period =
                base::Period::month(2018 + month / 12, static_cast<unsigned>(month % 12 + 1));
            one.value = base::Decimal::from_parts(static_cast<std::int64_t>(dice() % 100'000),
                                                  static_cast<int>(dice() % 3))
                            .value();
            one.precision = -one.value.scale();
            one.status = i > 0 ? statistics::ObservationStatus::revised
                               : statistics::ObservationStatus::normal;
            one.source = "office";
            one.vintage.known_on = day(static_cast<int>(dice() % 30));
            one.load_order = static_cast<std::uint32_t>(series.observations.size());
            series.observations.push_back(one);
        }
    }
    statistics::sort_observations(series.observations);
    return series;
}

class OfADay : public testing::Test {
  protected:
    void SetUp() override {
        std::mt19937_64 dice{20261128};
        for (int i = 0; i < series_count; ++i)
            series_.push_back(made(i, dice));
        catalogue_ = dissemination::testing::catalogue_of(
                         dissemination::testing::flow_of(series_count), series_, {})
                         .value();
    }

    // "S00007 2018-03 12.5 R 2020-01-07" of all series, as the answer has them.
    std::vector<std::string> shown(const std::string& query, base::Day as_of,
                                   const std::string& key = "*") const {
        const auto asked = sdmx::parse_data_query(
            sdmx::parse_address("dataflow/BENCH/FLOW/1.0/" + key, query).value(), sdmx::Rest::v2);
        dissemination::AnswerContext context;
        context.as_of = as_of;
        const auto answer =
            dissemination::answer_data(*catalogue_, asked.value(), sdmx::Rest::v2, context);
        std::vector<std::string> rows;
        if (!answer) {
            EXPECT_EQ(answer.error().code, base::ErrorCode::sdmx_no_results);
            return rows;
        }
        std::set<std::int32_t> times;
        for (const auto& set : answer->sets) {
            auto next = set.series;
            while (const auto* series = next().value()) {
                const auto at = [](const sdmx::Column& column, std::int32_t index) {
                    return column.values[static_cast<std::size_t>(index)]->id;
                };
                times.insert(series->times.begin(), series->times.end());
                for (std::size_t i = 0; i < series->times.size(); ++i) {
                    std::string said;
                    for (std::size_t a = 0; a < set.observation_attributes.size(); ++a)
                        if (const auto& column = set.observation_attributes[a];
                            column.component->id == "OBS_STATUS" ||
                            column.component->id == "PUBLISHED")
                            said += fmt::format(" {}",
                                                at(column, series->observation_attributes[a][i]));
                    rows.push_back(fmt::format("{} {} {}{}", at(set.dimensions[1], series->key[1]),
                                               at(set.time, series->times[i]),
                                               series->values[i].view(), said));
                }
            }
        }
        // No time stands there that no observation has.
        EXPECT_EQ(answer->sets.front().time.values.size(), times.size()) << key << ' ' << query;
        return rows;
    }

    // The same from the observations.
    std::vector<std::string> expected(base::Day as_of, int first = 0,
                                      int last = series_count) const {
        std::vector<std::string> rows;
        for (int i = first; i < last; ++i) {
            std::map<std::string, std::string> by_time;
            for (const auto& step : statistics::timeline(series_[static_cast<std::size_t>(i)]))
                if (step.from <= as_of)
                    by_time[dissemination::sdmx_time(step.figure->time).period] = fmt::format(
                        "{} {} {}", step.figure->value.text(),
                        static_cast<char>(step.figure->status), base::to_string(step.from));
            for (const auto& [time, row] : by_time)
                rows.push_back(fmt::format("S{:05} {} {}", i, time, row));
        }
        return rows;
    }

    std::vector<statistics::Series> series_;
    std::unique_ptr<const dissemination::Catalogue> catalogue_;
};

TEST_F(OfADay, AllSeriesShowWhatWasInForce) {
    EXPECT_TRUE(shown("", day(-1)).empty());
    for (int after = 0; after < 32; ++after)
        EXPECT_EQ(shown("", day(after)), expected(day(after))) << after;
    EXPECT_GT(expected(day(32)).size(), 500U);
}

TEST_F(OfADay, OneSeriesShowsWhatWasInForce) {
    for (int i = 0; i < series_count; ++i)
        for (const int after : {0, 3, 11, 29, 100})
            EXPECT_EQ(shown("", day(after), fmt::format("M.S{:05}.USD", i)),
                      expected(day(after), i, i + 1))
                << i << ' ' << after;
}

// Times are numbered otherwise where one series after another goes on, and where there is a gap.
TEST_F(OfADay, TwoSeriesShareTheirTimes) {
    for (int i = 0; i < series_count; i += 2)
        for (int j = i + 1; j < series_count; j += 3) {
            auto both = expected(day(40), i, i + 1);
            const auto second = expected(day(40), j, j + 1);
            both.insert(both.end(), second.begin(), second.end());
            EXPECT_EQ(shown("", day(40), fmt::format("M.S{:05}+S{:05}.USD", i, j)), both);
        }
}

TEST_F(OfADay, FirstAndLastAreCutFromIt) {
    const auto all = expected(day(40), 8, 9);  // one figure of each month
    ASSERT_EQ(all.size(), 20U);
    const auto cut = [&](std::size_t begin, std::size_t end) {
        return std::vector<std::string>{all.begin() + static_cast<std::ptrdiff_t>(begin),
                                        all.begin() + static_cast<std::ptrdiff_t>(end)};
    };
    const auto of = [&](const std::string& query) { return shown(query, day(40), "M.S00008.USD"); };
    EXPECT_EQ(of("firstNObservations=3"), cut(0, 3));
    EXPECT_EQ(of("lastNObservations=3"), cut(17, 20));
    EXPECT_EQ(of("limit=4&offset=5"), cut(5, 9));
    EXPECT_EQ(of("limit=4&offset=18"), cut(18, 20));
    auto ends = cut(0, 2);
    ends.push_back(all.back());
    EXPECT_EQ(of("firstNObservations=2&lastNObservations=1"), ends);
    EXPECT_EQ(of("firstNObservations=19&lastNObservations=18"), all);
    // As many as a number can say, more than which a sum of both would wrap.
    for (const auto* most : {"18446744073709551615", "18446744073709551606"})
        for (const auto* other : {"1", "10", "20", "18446744073709551615"}) {
            EXPECT_EQ(of(fmt::format("firstNObservations={}&lastNObservations={}", most, other)),
                      all);
            EXPECT_EQ(of(fmt::format("firstNObservations={}&lastNObservations={}", other, most)),
                      all);
            const auto listed = fmt::format(
                "c[OBS_STATUS]=A&firstNObservations={}&lastNObservations={}", most, other);
            EXPECT_EQ(of(listed), all);
        }
    EXPECT_TRUE(of("offset=20").empty());
}

TEST_F(OfADay, HistoryHasEveryStepOnce) {
    std::vector<std::string> all;
    for (int i = 0; i < series_count; ++i)
        for (const auto& step : statistics::timeline(series_[static_cast<std::size_t>(i)]))
            all.push_back(fmt::format(
                "S{:05} {} {} {} {}", i, dissemination::sdmx_time(step.figure->time).period,
                step.figure->value.text(), static_cast<char>(step.figure->status),
                base::to_string(step.from)));
    EXPECT_THAT(shown("includeHistory=true", day(40)), testing::UnorderedElementsAreArray(all));
    EXPECT_GT(all.size(), expected(day(40)).size());
}

// Whoever asks first prints the values; whoever asks meanwhile waits, and sees the same.
TEST_F(OfADay, SeveralThreadsMayShowItFirst) {
    dissemination::StoreReadings readings;
    const auto& cube = catalogue_->cubes.front();
    for (std::size_t i = 0; i < cube.series.size(); ++i) {
        const auto rows = cube.rows(i, readings).value();
        std::vector<const std::vector<base::DecimalText>*> seen(4);
        std::latch together{static_cast<std::ptrdiff_t>(seen.size())};
        {
            std::vector<std::jthread> threads;
            for (auto& one : seen)
                threads.emplace_back([&] {
                    together.arrive_and_wait();
                    one = &rows->printed();
                });
        }
        ASSERT_EQ(rows->printed().size(), rows->size());
        for (const auto* one : seen)
            EXPECT_EQ(one, &rows->printed());
        for (std::size_t row = 0; row < rows->size(); ++row)
            EXPECT_EQ(rows->printed()[row].view(), rows->values[row].text());
    }
}

TEST(RowSet, IsCutAndListed) {
    RowSet rows;
    EXPECT_TRUE(rows.empty());
    rows.take_first(5);
    rows.cut(1, 3);
    EXPECT_TRUE(rows.is_stretch());
    EXPECT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], 1U);
    EXPECT_EQ(rows.back(), 3U);
    const std::vector<int> column{10, 11, 12, 13, 14};
    std::vector<int> room;
    EXPECT_THAT(rows.in(column, room), testing::ElementsAre(11, 12, 13));
    EXPECT_TRUE(room.empty());
    EXPECT_THAT(rows.list(), testing::ElementsAre(1, 2, 3));
    rows.list() = {4, 0, 2};
    EXPECT_THAT(rows.in(column, room), testing::ElementsAre(14, 10, 12));
    rows.cut(1, 9);
    EXPECT_THAT(rows.list(), testing::ElementsAre(0, 2));
    rows.cut(7, 1);
    EXPECT_TRUE(rows.empty());
    EXPECT_THAT(RowSet::of_one(3).list(), testing::ElementsAre(3));
}

}  // namespace
