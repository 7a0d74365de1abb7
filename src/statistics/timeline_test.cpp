#include "statistics/timeline.h"

#include "statistics/as_of.h"
#include "statistics/load.h"
#include "statistics/real_file.h"

#include <gtest/gtest.h>

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
