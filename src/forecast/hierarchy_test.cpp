#include "forecast/hierarchy.h"

#include "forecast/calibration.h"
#include "forecast/coherent.h"
#include "forecast/estimate.h"
#include "forecast/reconcile.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

namespace forecast {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Values = std::vector<double>;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> names_of(const Hierarchy& hierarchy) {
    std::vector<std::string> made;
    for (std::size_t i = 0; i < hierarchy.size(); ++i)
        made.push_back(hierarchy.name(i));
    return made;
}

Hierarchy two_parts() {
    const std::vector<Branch> branches{{"a", "total", ""}, {"b", "total", ""}};
    return Hierarchy::tree(branches).value();
}

std::vector<Member> crossing(const std::vector<std::string>& rows,
                             const std::vector<std::string>& columns) {
    std::vector<Member> members;
    for (const auto& row : rows)
        for (const auto& column : columns)
            members.push_back({row + column, {row, column}, ""});
    return members;
}

const std::vector<std::string> region_and_goods{"region", "goods"};

// Eight regions and twelve goods: the sums of Swiss exports are 21, the series in all 117.
Hierarchy wide() {
    std::vector<std::string> regions, goods;
    for (int i = 0; i < 8; ++i)
        regions.push_back(fmt::format("R{}", i));
    for (int i = 0; i < 12; ++i)
        goods.push_back(fmt::format("G{}", i));
    return Hierarchy::grouped(region_and_goods, crossing(regions, goods)).value();
}

/// Numbers that are drawn alike on every machine.
class Normals {
  public:
    explicit Normals(std::uint64_t seed) : dice_(seed) {}
    double next() { return normal_score((static_cast<double>(dice_() >> 11) + 0.5) * 0x1p-53); }

  private:
    std::mt19937_64 dice_;
};

void in_order(std::size_t count, const std::function<void(std::size_t)>& work) {
    for (std::size_t i = 0; i < count; ++i)
        work(i);
}

void backwards_in_threads(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::vector<std::jthread> threads;
    for (std::size_t first = 0; first < 3; ++first)
        threads.emplace_back([&work, count, first] {
            for (std::size_t i = count; i-- > 0;)
                if (i % 3 == first)
                    work(i);
        });
}

// The largest difference between a sum and its parts, over all columns, in the parts' sizes.
double incoherence(const Hierarchy& hierarchy, const Values& values, std::size_t columns) {
    double worst = 0;
    const std::size_t m = hierarchy.sums().size();
    for (std::size_t j = 0; j < m; ++j)
        for (std::size_t c = 0; c < columns; ++c) {
            double sum = 0, size = std::abs(values[j * columns + c]);
            for (const auto part : hierarchy.sums()[j].parts) {
                sum += values[(m + part) * columns + c];
                size += std::abs(values[(m + part) * columns + c]);
            }
            if (size > 0)
                worst = std::max(worst, std::abs(values[j * columns + c] - sum) / size);
        }
    return worst;
}

TEST(Hierarchy, MakesTheSumsOfGroupsAndNamesThem) {
    const auto made =
        Hierarchy::grouped(region_and_goods, crossing({"EU", "NA"}, {"01", "02"})).value();
    EXPECT_THAT(names_of(made), ElementsAre("total", "region=EU", "region=NA", "goods=01",
                                            "goods=02", "EU01", "EU02", "NA01", "NA02"));
    EXPECT_THAT(made.sums()[2].parts, ElementsAre(2, 3));
    EXPECT_THAT(made.sums()[3].parts, ElementsAre(0, 2));
    EXPECT_EQ(made.level(3), "goods");
    EXPECT_EQ(made.level(5), "bottom");
    EXPECT_EQ(made.find("goods=02"), 4);
    EXPECT_EQ(made.find("goods=03"), std::nullopt);
    EXPECT_EQ(wide().size(), 117);
}

// Three dimensions: crossings of two are made; what adds up the same as before is not made again.
TEST(Hierarchy, CrossesMoreThanTwoDimensionsAndRepeatsNothing) {
    std::vector<Member> members;
    for (const std::string region : {"E", "W"})
        for (const std::string goods : {"1", "2"})
            for (const std::string mode : {"air", "sea"})
                members.push_back({region + goods + mode, {region, goods, mode}, ""});
    const std::vector<std::string> dimensions{"region", "goods", "mode"};
    const auto made = Hierarchy::grouped(dimensions, members).value();
    EXPECT_EQ(made.sums().size(), 1 + 6 + 12);
    EXPECT_TRUE(made.find("region=E,mode=sea"));
    // Countries lie in regions, so a crossing with the region says nothing new.
    const std::vector<Member> nested{
        {"a", {"E", "X"}, ""}, {"b", {"E", "X"}, ""}, {"c", {"E", "Y"}, ""}, {"d", {"W", "Z"}, ""}};
    const std::vector<std::string> levels{"region", "country"};
    EXPECT_THAT(names_of(Hierarchy::grouped(levels, nested).value()),
                ElementsAre("total", "region=E", "region=W", "country=X", "country=Y", "country=Z",
                            "a", "b", "c", "d"));
}

TEST(Hierarchy, MakesATreeFromItsRoot) {
    const std::vector<Branch> branches{
        {"a", "X", ""}, {"X", "all", ""}, {"b", "X", ""}, {"c", "all", ""}};
    const auto made = Hierarchy::tree(branches).value();
    EXPECT_THAT(names_of(made), ElementsAre("all", "X", "a", "b", "c"));
    EXPECT_THAT(made.sums()[0].parts, ElementsAre(0, 1, 2));
    EXPECT_THAT(made.sums()[1].parts, ElementsAre(0, 1));
}

TEST(Hierarchy, SaysWhereAStructureIsWrong) {
    const auto grouped = [](std::vector<Member> members) {
        return Hierarchy::grouped(region_and_goods, members).error().text();
    };
    EXPECT_THAT(grouped({}), HasSubstr("at least one series"));
    EXPECT_THAT(grouped({{"a", {"E"}, "s.csv:2"}}), HasSubstr("s.csv:2: expected 2 groups of a"));
    EXPECT_THAT(grouped({{"a", {"E", ""}, "s.csv:2"}}), HasSubstr("expected the goods of a"));
    EXPECT_THAT(grouped({{"", {"E", "1"}, "s.csv:2"}}), HasSubstr("the name of a series"));
    EXPECT_THAT(grouped({{"a", {"E", "1"}, "s.csv:2"}, {"a", {"E", "2"}, "s.csv:3"}}),
                HasSubstr("s.csv:3: expected each name once, found another a"));
    EXPECT_THAT(grouped({{"total", {"E", "1"}, "s.csv:2"}}), HasSubstr("another total"));
    const auto tree = [](std::vector<Branch> branches) {
        return Hierarchy::tree(branches).error().text();
    };
    EXPECT_THAT(tree({{"a", "X", "t:2"}, {"a", "Y", "t:3"}}),
                HasSubstr("t:3: expected one parent of a, found another"));
    EXPECT_THAT(tree({{"a", "b", "t:2"}, {"b", "c", "t:3"}, {"c", "a", "t:4"}}),
                HasSubstr("t:2: expected a tree, found a among its own parents"));
    EXPECT_THAT(tree({{"a", "a", "t:2"}}), HasSubstr("among its own parents"));
    EXPECT_THAT(tree({{"a", "X", "t:2"}, {"b", "Y", "t:3"}}),
                HasSubstr("t:3: expected one root, found X and Y"));
    EXPECT_THAT(tree({}), HasSubstr("at least one branch"));
    std::vector<Branch> chain;
    for (int i = 0; i < 80; ++i)
        chain.push_back({fmt::format("{}", i), fmt::format("{}", i + 1), "t:9"});
    EXPECT_THAT(tree(chain), HasSubstr("at most 64 parents"));
}

TEST(Hierarchy, HoldsAStatedSumAgainstItsParts) {
    const auto made = two_parts();
    const std::vector<Values> parts{{1, 2, missing, 4}, {10, 20, 30, -4}};
    EXPECT_TRUE(made.check_sum(0, Values{11, 22.00002, 99, 0}, parts).ok());
    EXPECT_TRUE(made.check_sum(0, Values{11, missing, 99, 0}, parts).ok());
    EXPECT_THAT(made.check_sum(0, Values{11, 22.0001, 99, 0}, parts).error().text(),
                HasSubstr("total to be the sum of its 2 parts at period 2, 22, found 22.0001"));
    EXPECT_FALSE(made.check_sum(0, Values{11, 22, 99, 0.1}, parts).ok());
}

// The classic three nodes, by hand: with C = (1, -1, -1) and W the variances 4, 1 and 1, the gains
// are W C' / (C W C') = (4, -1, -1) / 6; the total 12 over parts of 3 and 6 is 3 too much.
TEST(Reconcile, ThreeNodesByHand) {
    const auto hierarchy = two_parts();
    // Orthogonal errors, so that nothing but variances is left.
    const std::vector<Values> errors{{2, 2, -2, -2}, {1, -1, 1, -1}, {1, -1, -1, 1}};
    const auto wls = Reconciler::create(hierarchy, Reconciliation::wls, errors).value();
    Values values{12, 3, 6};
    wls.apply(values, 1, Domain::any);
    EXPECT_NEAR(values[0], 10, 1e-12);
    EXPECT_NEAR(values[1], 3.5, 1e-12);
    EXPECT_NEAR(values[2], 6.5, 1e-12);
    const auto up = Reconciler::create(hierarchy, Reconciliation::bottom_up, errors).value();
    values = {12, 3, 6};
    up.apply(values, 1, Domain::any);
    EXPECT_THAT(values, ElementsAre(9, 3, 6));
    const auto down = Reconciler::create(hierarchy, Reconciliation::top_down, errors).value();
    values = {12, 3, 6};
    down.apply(values, 1, Domain::any);
    EXPECT_NEAR(values[1], 4, 1e-12);
    EXPECT_NEAR(values[2], 8, 1e-12);
    // Nothing to share in proportion: what is lacking is shared alike.
    values = {2, 1, -1};
    down.apply(values, 1, Domain::any);
    EXPECT_THAT(values, ElementsAre(2, 2, 0));
    const auto none = Reconciler::create(hierarchy, Reconciliation::none, errors).value();
    values = {12, 3, 6};
    none.apply(values, 1, Domain::any);
    EXPECT_THAT(values, ElementsAre(12, 3, 6));
    EXPECT_FALSE(
        Reconciler::create(hierarchy, Reconciliation::mint, std::vector<Values>{{1}}).ok());
}

// Many errors of a known covariance: MinT is then the projection that it defines. With total, a, b
// of variances 3, 2, 1, and cov(total, a) = 1, cov(total, b) = 0.5, cov(a, b) = -0.5:
// W C' = (1.5, -0.5, 0), and C W C' = 2, so the gains of a and b are -0.25 and 0.
TEST(Reconcile, MintKnowsTheCovariances) {
    const double l11 = std::sqrt(3.0), l21 = 1 / l11, l31 = 0.5 / l11;
    const double l22 = std::sqrt(2 - l21 * l21), l32 = (-0.5 - l21 * l31) / l22;
    const double l33 = std::sqrt(1 - l31 * l31 - l32 * l32);
    Normals normals{3};
    std::vector<Values> errors(3);
    for (int t = 0; t < 400'000; ++t) {
        const double x = normals.next(), y = normals.next(), z = normals.next();
        errors[0].push_back(l11 * x);
        errors[1].push_back(l21 * x + l22 * y);
        errors[2].push_back(l31 * x + l32 * y + l33 * z);
    }
    const auto hierarchy = two_parts();
    const auto mint = Reconciler::create(hierarchy, Reconciliation::mint, errors).value();
    EXPECT_LT(mint.shrinkage(), 1e-4);
    Values values{14, 3, 7};
    mint.apply(values, 1, Domain::any);
    EXPECT_NEAR(values[0], 11, 0.03);
    EXPECT_NEAR(values[1], 4, 0.02);
    EXPECT_NEAR(values[2], 7, 0.02);
    // And it is nearer to the truth than what it was made of, on average.
    double before = 0, after = 0;
    for (std::size_t t = 0; t < 20'000; ++t) {
        Values off{errors[0][t], errors[1][t], errors[2][t]};
        for (const double x : off)
            before += x * x;
        mint.apply(off, 1, Domain::any);
        for (const double x : off)
            after += x * x;
    }
    // The trace of W is 6; that of what is left 6 - 1.25, by (W C')'(W C') / (C W C').
    EXPECT_NEAR(before / 20'000, 6, 0.2);
    EXPECT_NEAR(after / 20'000, 4.75, 0.2);
}

// Schaefer and Strimmer's estimate, computed term by term for two series of four errors.
TEST(Reconcile, ShrinkageIsThatOfSchaeferAndStrimmer) {
    const std::vector<Values> errors{{1, 2, -1, -2}, {2, 1, 1, -2}};
    const double s = std::sqrt(2.5);
    const Values products{1 * 2 / s / s, 2 * 1 / s / s, -1 * 1 / s / s, 2 * 2 / s / s};
    double r = 0, squares = 0;
    for (const double w : products) {
        r += w / 4;
        squares += w * w;
    }
    EXPECT_NEAR(shrinkage_of(errors), (squares - 16 * r * r / 4) / 12 / (r * r), 1e-12);
    const auto hierarchy = wide();
    Normals normals{2};
    std::vector<Values> of(hierarchy.size());
    for (auto& series : of)
        for (int t = 0; t < 50; ++t)
            series.push_back(normals.next() + (t % 5 == 0 ? 2 : 0));
    const auto once = Reconciler::create(hierarchy, Reconciliation::mint, of).value();
    const auto twice = Reconciler::create(hierarchy, Reconciliation::mint, of, 2).value();
    EXPECT_NEAR(once.shrinkage(), shrinkage_of(of), 1e-12);
    EXPECT_NEAR(twice.shrinkage(), 2 * once.shrinkage(), 1e-12);
    EXPECT_EQ(shrinkage_of(std::vector<Values>{{1}, {2}}), 1);
    EXPECT_EQ(shrinkage_of(std::vector<Values>{{0, 0, 0}, {1, 2, 3}}), 1);
}

// Fewer errors than series, series without any, one bottom series: always a finite answer that adds
// up.
TEST(Reconcile, StandsWhateverTheErrorsAre) {
    const auto hierarchy = wide();
    Normals normals{5};
    for (const std::size_t periods : {0U, 1U, 3U, 8U, 200U}) {
        std::vector<Values> errors(hierarchy.size(), Values(periods));
        for (std::size_t i = 0; i < errors.size(); ++i)
            for (auto& error : errors[i])
                error = i % 5 == 0 ? 0 : i % 7 == 0 ? missing : std::exp(i % 9) * normals.next();
        for (const auto method : {Reconciliation::bottom_up, Reconciliation::top_down,
                                  Reconciliation::wls, Reconciliation::mint}) {
            const auto made = Reconciler::create(hierarchy, method, errors).value();
            Values values;
            for (std::size_t i = 0; i < 3 * hierarchy.size(); ++i)
                values.push_back(100 * normals.next());
            made.apply(values, 3, Domain::any);
            EXPECT_LT(incoherence(hierarchy, values, 3), 1e-12);
            EXPECT_TRUE(std::ranges::all_of(values, [](double y) { return std::abs(y) < 1e6; }));
            EXPECT_EQ(made.method(),
                      method == Reconciliation::mint && periods < 4 ? Reconciliation::wls : method);
        }
    }
    const std::vector<Branch> one{{"a", "total", ""}};
    const auto single = Hierarchy::tree(one).value();
    // The same errors twice: nothing is left to weigh.
    const std::vector<Values> same(2, Values{1, -1, 2, -2, 1, 3});
    const auto mint = Reconciler::create(single, Reconciliation::mint, same).value();
    Values values{5, 4};
    mint.apply(values, 1, Domain::any);
    EXPECT_EQ(values[0], values[1]);
    EXPECT_TRUE(values[0] >= 4 && values[0] <= 5) << values[0];
}

TEST(Reconcile, NothingIsNegativeWhereNothingCanBe) {
    const auto hierarchy = two_parts();
    const std::vector<Values> errors{{2, 2, -2, -2}, {1, -1, 1, -1}, {1, -1, -1, 1}};
    const auto wls = Reconciler::create(hierarchy, Reconciliation::wls, errors).value();
    Values values{3, 0.5, 10};
    wls.apply(values, 1, Domain::non_negative);
    EXPECT_EQ(values[1], 0);
    EXPECT_EQ(values[0], values[2]);
    EXPECT_NEAR(values[2], 8.75, 1e-12);
    // What need not add up is not below 0 either.
    const auto none = Reconciler::create(hierarchy, Reconciliation::none, errors).value();
    values = {-1, 2, 3};
    none.apply(values, 1, Domain::non_negative);
    EXPECT_THAT(values, ElementsAre(0, 2, 3));
}

// Adding up once more changes nothing, and the width of the table does not matter either.
TEST(Reconcile, IsAProjectionAndTheSameForAnyNumberOfColumns) {
    const auto hierarchy = wide();
    Normals normals{8};
    std::vector<Values> errors(hierarchy.size());
    for (auto& of : errors)
        for (int t = 0; t < 60; ++t)
            of.push_back(normals.next());
    const auto mint = Reconciler::create(hierarchy, Reconciliation::mint, errors).value();
    EXPECT_GT(mint.shrinkage(), 0.3);
    const std::size_t columns = 37;
    Values values;
    for (std::size_t i = 0; i < columns * hierarchy.size(); ++i)
        values.push_back(50 + normals.next());
    Values alone;
    for (std::size_t i = 0; i < hierarchy.size(); ++i)
        alone.push_back(values[i * columns + 36]);
    mint.apply(values, columns, Domain::any);
    mint.apply(alone, 1, Domain::any);
    for (std::size_t i = 0; i < hierarchy.size(); ++i)
        EXPECT_EQ(values[i * columns + 36], alone[i]);
    auto again = values;
    mint.apply(again, columns, Domain::any);
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_NEAR(again[i], values[i], 1e-9 * std::abs(values[i]));
}

TEST(Quantiles, OfTheQuickAlgorithmAreThoseOfHalving) {
    for (const double p :
         {1e-300, 1e-20, 1e-9, 0.001, 0.0749, 0.0751, 0.3, 0.5, 0.51, 0.975, 0.99999})
        EXPECT_NEAR(normal_score(p), normal_quantile(p),
                    1e-9 * std::max(1.0, std::abs(normal_quantile(p))))
            << p;
}

/// Monthly histories of the bottom series, moved by shocks that all of them share.
std::vector<Values> histories(std::size_t series, std::size_t months, double shared) {
    Normals normals{11};
    std::vector<Values> made(series);
    for (std::size_t t = 0; t < months; ++t) {
        const double shock = shared * normals.next();
        for (std::size_t i = 0; i < series; ++i)
            made[i].push_back(100 + 10 * static_cast<double>(i) +
                              10 * std::sin(0.5236 * static_cast<double>(t)) + 4 * shock +
                              4 * std::sqrt(1 - shared * shared) * normals.next());
    }
    return made;
}

CoherentOptions options_with(Reconciliation method, Method base = Method::ets) {
    CoherentOptions options;
    options.base.horizon = 6;
    options.base.frequency = 12;
    options.base.method = base;
    options.reconciliation = method;
    options.paths = 400;
    return options;
}

TEST(Coherent, PointsAndEveryPathAddUp) {
    const auto hierarchy =
        Hierarchy::grouped(region_and_goods, crossing({"E", "W"}, {"1", "2", "3"})).value();
    auto bottom = histories(6, 72, 0.5);
    bottom[1].back() = missing;                   // late
    std::fill_n(bottom[2].begin(), 20, missing);  // begins later
    for (const auto method : {Reconciliation::bottom_up, Reconciliation::top_down,
                              Reconciliation::wls, Reconciliation::mint})
        for (const auto base : {Method::ets, Method::seasonal_naive}) {
            const auto made =
                forecast_coherently(hierarchy, bottom, options_with(method, base), in_order)
                    .value();
            EXPECT_LT(incoherence(hierarchy, made.mean, 6), 1e-12) << word(method);
            EXPECT_LT(incoherence(hierarchy, made.paths, 6 * 400), 1e-12) << word(method);
            EXPECT_EQ(made.reconciliation, method);
        }
    const auto none =
        forecast_coherently(hierarchy, bottom, options_with(Reconciliation::none), in_order)
            .value();
    EXPECT_GT(incoherence(hierarchy, none.mean, 6), 1e-6);
}

TEST(Coherent, IsTheSameHoweverTheWorkIsSpread) {
    const auto hierarchy =
        Hierarchy::grouped(region_and_goods, crossing({"E", "W"}, {"1", "2"})).value();
    const auto bottom = histories(4, 60, 0.5);
    auto options = options_with(Reconciliation::mint);
    const auto one = forecast_coherently(hierarchy, bottom, options, in_order).value();
    const auto three =
        forecast_coherently(hierarchy, bottom, options, backwards_in_threads).value();
    EXPECT_EQ(one.paths, three.paths);
    EXPECT_EQ(one.mean, three.mean);
    EXPECT_EQ(one.intervals[0].lower, three.intervals[0].lower);
    options.seed = 2;
    const auto other = forecast_coherently(hierarchy, bottom, options, in_order).value();
    EXPECT_NE(other.paths, one.paths);
    EXPECT_EQ(other.mean, one.mean);
}

double spread_of(std::span<const double> draws) {
    double mean = 0, squares = 0;
    for (const double y : draws) {
        mean += y / static_cast<double>(draws.size());
        squares += y * y / static_cast<double>(draws.size());
    }
    return std::sqrt(squares - mean * mean);
}

// What moves all parts together does not cancel in their sum. Of nine parts of which half of the
// variance is shared the sum deviates by 9 * sqrt(0.5 + 0.5 / 9) of one's deviation; drawn apart by
// 3 of it.
TEST(Coherent, ATotalIsAsUncertainAsItsPartsTogether) {
    const auto hierarchy =
        Hierarchy::grouped(region_and_goods, crossing({"E", "W", "N"}, {"1", "2", "3"})).value();
    const auto bottom = histories(9, 240, std::sqrt(0.5));
    auto options = options_with(Reconciliation::bottom_up);
    options.paths = 2000;
    const auto made = forecast_coherently(hierarchy, bottom, options, in_order).value();
    double one = 0;
    for (std::size_t i = 0; i < 9; ++i)
        one += spread_of(made.draws(hierarchy.sums().size() + i, 0)) / 9;
    EXPECT_NEAR(spread_of(made.draws(0, 0)) / one, 9 * std::sqrt(0.5 + 0.5 / 9), 0.5);
    // A part alone stays spread as its own interval says.
    const auto alone = forecast(bottom[4], options.base).value();
    const auto place = (hierarchy.sums().size() + 4) * made.horizon;
    for (std::size_t h = 0; h < 6; ++h) {
        const auto& interval = alone.intervals[0];
        const double half = (interval.upper[h] - interval.lower[h]) / 2;
        EXPECT_NEAR(made.intervals[0].lower[place + h], interval.lower[h], 0.15 * half) << h;
        EXPECT_NEAR(made.intervals[0].upper[place + h], interval.upper[h], 0.15 * half) << h;
    }
}

TEST(Coherent, SparseSeriesStayAboveZeroInEveryPath) {
    const auto hierarchy =
        Hierarchy::grouped(region_and_goods, crossing({"E", "W"}, {"1", "2", "3"})).value();
    auto bottom = histories(6, 60, 0.3);
    for (std::size_t t = 0; t < 60; ++t) {
        bottom[0][t] = 0;                   // never anything
        bottom[1][t] = t % 7 == 0 ? 5 : 0;  // seldom
        bottom[2][t] = 3;                   // always the same
    }
    auto options = options_with(Reconciliation::mint, Method::combination);
    options.base.non_negative = true;
    const auto made = forecast_coherently(hierarchy, bottom, options, in_order).value();
    const auto is_sound = [](double y) { return y >= 0 && y < 1e6; };
    EXPECT_TRUE(std::ranges::all_of(made.paths, is_sound));
    EXPECT_TRUE(std::ranges::all_of(made.mean, is_sound));
    EXPECT_LT(incoherence(hierarchy, made.paths, 6 * 400), 1e-12);
    const auto place = hierarchy.sums().size() * made.horizon;
    EXPECT_EQ(made.mean[place], 0);
    EXPECT_FALSE(made.fallbacks[hierarchy.sums().size()].empty());
    EXPECT_NEAR(made.mean[place + 2 * made.horizon], 3, 1e-6);
    // What is mostly 0 may be 0 again.
    for (std::size_t h = 0; h < 6; ++h)
        EXPECT_EQ(made.intervals[0].lower[place + made.horizon + h], 0);
}

TEST(Coherent, RefusesWhatIsNoHierarchyOfSeries) {
    const auto hierarchy = two_parts();
    const auto fault = [&](std::vector<Values> bottom, std::size_t paths) {
        auto options = options_with(Reconciliation::mint);
        options.paths = paths;
        return forecast_coherently(hierarchy, bottom, options, in_order).error().text();
    };
    EXPECT_THAT(fault({{1, 2}}, 100), HasSubstr("expected 2 bottom series, found 1"));
    EXPECT_THAT(fault({{1, 2}, {1}}, 100), HasSubstr("expected 2 periods of b, found 1"));
    EXPECT_THAT(fault({{1, 2}, {1, 2}}, 99), HasSubstr("at least 100 paths"));
    EXPECT_THAT(fault({{1, 2}, {1, 2}}, 100'000'000), HasSubstr("draws"));
    EXPECT_THAT(fault({{1, missing}, {missing, 2}}, 100),
                HasSubstr("total: expected at least one"));
    EXPECT_THAT(fault({{1, 2}, {1, std::numeric_limits<double>::infinity()}}, 100),
                HasSubstr("total: expected values of at most"));
}

}  // namespace
}  // namespace forecast
