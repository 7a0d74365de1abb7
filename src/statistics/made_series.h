#pragma once

// For tests and benchmarks only: monthly series as a statistics office publishes them.

#include "statistics/series.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

namespace statistics::testing {

struct MadeSeries {
    std::size_t series = 1;
    std::size_t periods = 200;
    std::uint64_t seed = 1;
};

/// Months with one decimal place; one in twenty is revised a month later; releases fall on the
/// 15th to 24th day after the month.
inline std::vector<Series> made_series(const MadeSeries& wanted) {
    std::mt19937_64 random(wanted.seed);
    std::vector<Series> all;
    std::uint32_t order = 0;
    for (std::size_t s = 0; s < wanted.series; ++s) {
        Series series;
        series.key = SeriesKey::create("made", {{"category", fmt::format("C{:05}", s)},
                                                {"geography", fmt::format("G{}", s % 50)},
                                                {"unit", "USD million"}})
                         .value();
        double level = 50 + static_cast<double>(random() % 10000) / 10;
        for (std::size_t p = 0; p < wanted.periods; ++p) {
            level *= 1 + (static_cast<double>(random() % 201) - 98) / 2000;
            Observation o;
            o.time = {base::Period::month(2008, 7).plus(static_cast<int>(p)), Span::period, {7}};
            o.value = base::Decimal::from_double(level, 1).value();
            o.precision = -1;
            const auto delay = std::chrono::days{15 + static_cast<int>(random() % 10)};
            o.vintage = {o.time.last_day() + delay, false};
            o.source = "office";
            o.load_order = order++;
            series.observations.push_back(o);
            if (random() % 20 == 0) {
                o.value = base::Decimal::from_double(level * 1.01, 1).value();
                o.vintage.known_on += std::chrono::days{30};
                o.status = ObservationStatus::revised;
                o.load_order = order++;
                series.observations.push_back(o);
            }
        }
        all.push_back(std::move(series));
    }
    return all;
}

/// A figure as it is written down in a test: "2024-01", "100.0", "2024-02-20", and whose it is.
struct Written {
    const char* time;
    const char* value;
    const char* known_on;
    const char* source = "s";
};

/// A series of a unit with these figures; `category` tells it from others.
inline Series series_of(const char* unit, std::initializer_list<Written> figures,
                        const char* category = "all") {
    Series series{SeriesKey::create("d", {{"category", category}, {"unit", unit}}).value(), {}};
    for (const auto& figure : figures) {
        Observation one;
        one.time = TimePeriod::parse(figure.time, {7}).value();
        one.value = base::Decimal::parse(figure.value).value();
        one.precision = -one.value.scale();
        one.vintage.known_on = base::parse_day(figure.known_on).value();
        one.source = figure.source;
        one.load_order = static_cast<std::uint32_t>(series.observations.size());
        series.observations.push_back(one);
    }
    sort_observations(series.observations);
    return series;
}

}  // namespace statistics::testing
