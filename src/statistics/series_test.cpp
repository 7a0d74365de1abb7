#include "statistics/series.h"

#include <gtest/gtest.h>

namespace statistics {
namespace {

TEST(SeriesKey, TextIsReadBackAndIsOneForEqualKeys) {
    const auto key =
        SeriesKey::create("f:1", {{"b", "x=1;y%"}, {"a", "line\nend, \"quoted\" \xD8\xAA"}})
            .value();
    EXPECT_EQ(key.text(), "f%3A1:a=line%0Aend, \"quoted\" \xD8\xAA;b=x%3D1%3By%25");
    EXPECT_EQ(SeriesKey::parse(key.text()).value(), key);
    EXPECT_EQ(key,
              SeriesKey::create("f:1", {{"a", *key.find("a")}, {"b", *key.find("b")}}).value());
}

TEST(SeriesKey, RefusesWhatIsNoKey) {
    for (const auto* text :
         {"", "flow", "flow:", ":a=1", "flow:a", "flow:a=", "flow:=1", "flow:a=1;a=2",
          "flow:b=1;a=2", "flow:a=%41", "flow:a=%3", "flow:a=%zz"})
        EXPECT_FALSE(SeriesKey::parse(text).ok()) << text;
    EXPECT_FALSE(SeriesKey::create("flow", {}).ok());
}

TEST(TimePeriod, TextIsReadBack) {
    for (const auto* text :
         {"FY2024", "2024", "2024-04", "2023-07/2024-03", "2023-07/2023-07", "FY2022-Q1",
          "2024-W05", "2024-12 (point in time)", "2019-12-30 (point in time)"})
        EXPECT_EQ(TimePeriod::parse(text).value().text(), text);
    for (const auto* text : {"", "2023-08/2024-03", "2023-07/2024", "2022-07/2024-03", "/", "soon"})
        EXPECT_FALSE(TimePeriod::parse(text).ok()) << text;
}

TEST(TimePeriod, ToDateBeginsWithItsFiscalYear) {
    const auto time = TimePeriod::parse("2023-07/2024-06").value();
    EXPECT_EQ(time.first_day(), base::make_day(2023, 7, 1));
    EXPECT_EQ(time.last_day(), base::make_day(2024, 6, 30));
    EXPECT_TRUE(time.same_days(TimePeriod::parse("FY2024").value()));
    EXPECT_FALSE(time.same_days(TimePeriod::parse("2024").value()));
    const auto calendar = TimePeriod::parse("2024-01/2024-03", {1}).value();
    EXPECT_EQ(calendar.first_day(), base::make_day(2024, 1, 1));
}

// A month and the state at its end share their days, and stand between each other.
TEST(Series, AFlowAndAStateOfTheSameDaysLoadedTwiceAreTwo) {
    std::vector<Observation> all(4);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].time.period = base::Period::month(2024, 1);
        all[i].time.span = i % 2 == 0 ? Span::period : Span::point_in_time;
        all[i].recorded = static_cast<std::int64_t>(i / 2);
        all[i].load_order = static_cast<std::uint32_t>(i % 2);
    }
    sort_observations(all);
    EXPECT_EQ(drop_repeated(all), 2U);
    EXPECT_EQ(all.size(), 2U);
}

TEST(Status, IsALetterOfTheCodeList) {
    EXPECT_EQ(parse_status("P").value(), ObservationStatus::provisional);
    for (const auto* text : {"", "a", "Z", "AA"})
        EXPECT_FALSE(parse_status(text).ok()) << text;
}

}  // namespace
}  // namespace statistics
