#include "statistics/timeline.h"

#include "statistics/as_of.h"
#include "statistics/load.h"
#include "statistics/real_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

namespace statistics {
namespace {

Observation figure(const char* value, base::Day known_on, ObservationStatus status = {},
                   std::string suspect = {}) {
    Observation made;
    made.time.period = base::Period::month(2024, 4);
    made.value = base::Decimal::parse(value).value();
    made.status = status == ObservationStatus{} ? ObservationStatus::normal : status;
    made.vintage.known_on = known_on;
    made.suspect = std::move(suspect);
    return made;
}

std::string text(std::vector<Observation> observations) {
    for (std::size_t i = 0; i < observations.size(); ++i)
        observations[i].load_order = static_cast<std::uint32_t>(i);
    Series series;
    series.observations = std::move(observations);
    sort_observations(series.observations);
    std::string steps;
    for (const auto& step : timeline(series))
        steps += (steps.empty() ? "" : ", ") + step.figure->value.text() + " from " +
                 base::to_string(step.from);
    return steps;
}

const auto may = base::make_day(2024, 5, 20);
const auto june = base::make_day(2024, 6, 20);

TEST(Timeline, ARevisionBeginsOnItsDay) {
    EXPECT_EQ(text({figure("310", may), figure("306", june)}),
              "310 from 2024-05-20, 306 from 2024-06-20");
}

TEST(Timeline, AConfirmationIsNoStep) {
    EXPECT_EQ(text({figure("310", may), figure("310", june)}), "310 from 2024-05-20");
}

TEST(Timeline, OfOneDayTheBetterFigureStands) {
    EXPECT_EQ(text({figure("310", may), figure("306", may)}), "306 from 2024-05-20");
}

TEST(Timeline, AForecastGivesWayAndDoesNotComeBack) {
    EXPECT_EQ(text({figure("300", may, ObservationStatus::forecast), figure("310", june),
                    figure("305", june + std::chrono::days{1}, ObservationStatus::forecast)}),
              "300 from 2024-05-20, 310 from 2024-06-20");
}

TEST(Timeline, ASuspectStandsOnlyWhereNothingElseDoes) {
    EXPECT_EQ(text({figure("31", may, {}, "a digit slip"), figure("310", june),
                    figure("3100", june + std::chrono::days{1}, {}, "a digit slip")}),
              "31 from 2024-05-20, 310 from 2024-06-20");
    EXPECT_EQ(text({figure("0", may, ObservationStatus::missing)}), "");
}

// Few times, days and values, so that much is said of one time and much is said again.
std::vector<Observation> assorted(std::mt19937_64& random) {
    const auto one_of = [&](const auto& all) { return all[random() % std::size(all)]; };
    std::vector<Observation> made(random() % 12 + 1);
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto& one = made[i];
        one.time = TimePeriod::parse(
                       one_of(std::array{"2024-01", "2024-02", "2024-01 (point in time)",
                                         "2023-07/2024-01", "2024-Q1", "FY2024-Q3",
                                         "2023-07/2024-03", "2024-W05", "2024-01-31", "FY2024"}))
                       .value();
        one.value = base::Decimal::parse(one_of(std::array{"310", "310.0", "306", "0"})).value();
        one.precision = random() % 4 == 0 ? 1 : -one.value.scale();
        one.status = one_of(std::array{ObservationStatus::normal, ObservationStatus::revised,
                                       ObservationStatus::forecast, ObservationStatus::missing});
        one.vintage = {one_of(std::array{may, june}), random() % 4 == 0};
        one.source = one_of(std::array{"sbp", "pbs"});
        one.row = one_of(std::array{"X1", "X2"});
        one.suspect = one_of(std::array{"", "", "a digit slip"});
        one.attributes = one_of(std::array{"", "TITLE=a"});
        one.load_order = static_cast<std::uint32_t>(i);
    }
    return made;
}

std::string told(const TimePeriod& time, const base::Decimal& value, const Vintage& vintage,
                 ObservationStatus status, std::string_view texts) {
    return fmt::format("{} {} {}{} {} {}", time.text(), value.text(),
                       base::to_string(vintage.known_on), vintage.estimated ? "?" : "",
                       static_cast<char>(status), texts);
}

std::vector<StoredBlock> loads(std::mt19937_64& random) {
    std::vector<StoredBlock> blocks;
    const auto count = static_cast<std::int64_t>(random() % 3 + 1);
    for (std::int64_t load = 0; load < count; ++load)
        blocks.push_back({load, pack_series(assorted(random)).value().front()});
    return blocks;
}

std::vector<std::string> told(StoredTimeline& stored, const std::vector<TimePeriod>& numbered) {
    std::vector<std::string> steps;
    stored.for_each_step([&](const StoredStep& step) {
        const auto& columns = *step.columns;
        std::string texts{columns.source_of(step.place)};
        columns.append_row(step.place, texts);
        texts += step.suspect;
        texts += columns.attributes_of(step.place);
        steps.push_back(told(numbered[static_cast<std::size_t>(step.time)],
                             columns.value(step.place), columns.vintage(step.place),
                             columns.status(step.place), texts));
    });
    return steps;
}

// Blocks of several loads and of two series, whatever they say of one time, in whatever order.
TEST(StoredTimeline, HasTheStepsOfTheSeries) {
    std::mt19937_64 random(20240520);
    StoredTimeline stored;
    for (int round = 0; round < 3000; ++round) {
        const auto counts = [&](const TimePeriod& time) {
            return round % 2 == 0 || time.period.frequency() == base::Frequency::month;
        };
        std::vector<TimePeriod> numbered;
        const auto number_of = [&](const TimePeriod& time) {
            numbered.push_back(time);
            return counts(time) ? static_cast<int>(numbered.size()) - 1 : -1;
        };
        Series all;
        stored.clear();
        for (auto series = random() % 2 + 1; series > 0; --series) {
            const auto blocks = loads(random);
            const auto unpacked = unpack_series({}, blocks).value();
            std::ranges::copy_if(unpacked.observations, std::back_inserter(all.observations),
                                 [&](const Observation& one) { return counts(one.time); });
            ASSERT_TRUE(stored.add({}, blocks, number_of).ok());
        }
        sort_observations(all.observations);
        std::vector<std::string> expected;
        for (const auto& [figure, from] : timeline(all))
            expected.push_back(
                told(figure->time, figure->value, figure->vintage, figure->status,
                     figure->source + figure->row + figure->suspect + figure->attributes));
        const auto found = told(stored, numbered);
        ASSERT_EQ(found, expected) << "round " << round;
        ASSERT_LE(found.size(), stored.figures());
    }
}

TEST(StoredTimeline, SaysWhichBlockIsDamaged) {
    std::mt19937_64 random(1);
    const auto key = SeriesKey::create("d", {{"unit", "USD"}}).value();
    auto bytes = pack_series(assorted(random)).value().front();
    std::vector<StoredBlock> blocks{{7, bytes}, {8, bytes}};
    blocks[1].bytes.back() ^= 1;
    StoredTimeline stored;
    const auto added = stored.add(key, blocks, [](const TimePeriod&) { return 0; });
    EXPECT_EQ(added.error().code, base::ErrorCode::block_damaged);
    EXPECT_EQ(added.error().where, "d:unit=USD, block 1 of entry 8");
    stored.clear();
    EXPECT_TRUE(stored.add(key, {blocks[0]}, [](const TimePeriod&) { return 0; }).ok());
}

TEST(Timeline, OfThePublishedFiguresIsTheFigureInForceOnEveryDay) {
    const auto file = testing::published_figures();
    if (!file)
        GTEST_SKIP() << "the published figures are not there";
    LoadOptions options;
    options.file = "figures";
    const auto loaded = load_csv(*file, options).value();
    std::set<base::Day> days;
    for (const auto& series : loaded.series)
        for (const auto& observation : series.observations)
            days.insert(observation.vintage.known_on);
    std::size_t compared = 0;
    for (const auto& series : loaded.series) {
        const auto steps = timeline(series);
        for (const auto day : days) {
            std::set<const Observation*> shown;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const bool last =
                    i + 1 == steps.size() || steps[i + 1].from > day ||
                    !counts_same_days(steps[i + 1].figure->time, steps[i].figure->time) ||
                    (steps[i + 1].figure->time.span == Span::point_in_time) !=
                        (steps[i].figure->time.span == Span::point_in_time);
                const auto* figure = steps[i].figure;
                if (steps[i].from <= day && last && figure->suspect.empty() &&
                    figure->status != ObservationStatus::forecast)
                    shown.insert(figure);
            }
            const auto in_force = as_of(series, day);
            EXPECT_EQ(shown, std::set<const Observation*>(in_force.begin(), in_force.end()))
                << series.key.text() << " on " << base::to_string(day);
            compared += in_force.size();
        }
    }
    EXPECT_GT(compared, 10'000U);
}

}  // namespace
}  // namespace statistics
