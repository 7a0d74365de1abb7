#include "forecast/counts.h"

#include "forecast/calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace forecast {
namespace {

/// Draws that are alike on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : dice_(seed) {}
    double fraction() { return (static_cast<double>(dice_() >> 11) + 0.5) * 0x1p-53; }
    double exponential() { return -std::log(fraction()); }
    /// A gamma of a whole shape, and the events of a Poisson process in an exposure.
    double gamma(int shape, double exposure) {
        double sum = 0;
        for (int i = 0; i < shape; ++i)
            sum += exponential();
        return sum / exposure;
    }
    int poisson(double mean) {
        int count = 0;
        for (double at = exponential(); at < mean; at += exponential())
            ++count;
        return count;
    }

  private:
    std::mt19937_64 dice_;
};

/// What was said against what happened, in tenths of what was said.
class Reliability {
  public:
    void add(double said, bool happened) {
        auto& bin = bins_[std::min<std::size_t>(9, static_cast<std::size_t>(said * 10))];
        bin.said += said;
        bin.happened += happened ? 1 : 0;
        bin.count += 1;
    }
    // Each bin's difference in its own standard errors, where there is enough to tell.
    double worst() const {
        double made = 0;
        for (const auto& bin : bins_) {
            if (bin.count < 200)
                continue;
            const double said = bin.said / bin.count, happened = bin.happened / bin.count;
            const double error = std::sqrt(std::max(said * (1 - said), 0.002) / bin.count);
            made = std::max(made, std::abs(said - happened) / error);
        }
        return made;
    }
    int bins_used() const {
        int made = 0;
        for (const auto& bin : bins_)
            made += bin.count >= 200 ? 1 : 0;
        return made;
    }

  private:
    struct Bin {
        double said = 0, happened = 0, count = 0;
    };
    std::array<Bin, 10> bins_{};
};

TEST(Functions, OfGammaAndBetaAreThoseOfClosedForms) {
    for (const double x : {0.01, 0.5, 1.0, 3.0, 30.0}) {
        EXPECT_NEAR(gamma_share(1, x), 1 - std::exp(-x), 1e-13) << x;
        EXPECT_NEAR(gamma_share(3, x), 1 - std::exp(-x) * (1 + x + x * x / 2), 1e-13) << x;
        EXPECT_NEAR(gamma_share(0.5, x), std::erf(std::sqrt(x)), 1e-13) << x;
    }
    // A thousand events are spread as a normal distribution nearly is (Abramowitz and Stegun 26.4).
    EXPECT_NEAR(gamma_share(1000, 1000), 0.5 + 1 / (3 * std::sqrt(2 * std::numbers::pi * 1000)),
                1e-5);
    for (const double x : {0.001, 0.2, 0.5, 0.9, 0.999}) {
        EXPECT_NEAR(beta_share(1, 1, x), x, 1e-13) << x;
        EXPECT_NEAR(beta_share(4, 1, x), std::pow(x, 4), 1e-13) << x;
        EXPECT_NEAR(beta_share(0.5, 0.5, x), 2 / std::numbers::pi * std::asin(std::sqrt(x)), 1e-13)
            << x;
        EXPECT_NEAR(beta_share(2.5, 7, x), 1 - beta_share(7, 2.5, 1 - x), 1e-13) << x;
    }
    EXPECT_EQ(beta_share(2, 3, 0), 0);
    EXPECT_EQ(beta_share(2, 3, 1), 1);
    EXPECT_EQ(gamma_share(2, 0), 0);
}

// The negative binomial, added up term by term.
TEST(Counts, AreSpreadAsTheNegativeBinomial) {
    const Rate rate = Rate{1, 0.5}.after(7, 2.5);
    EXPECT_EQ(rate.mean(), 8 / 3.0);
    const double q = 1.5 / (rate.exposure + 1.5);
    double below = 0;
    for (int k = 0; k < 20; ++k) {
        EXPECT_NEAR(at_least(rate, 1.5, k), 1 - below, 1e-12) << k;
        below += std::exp(std::lgamma(k + 8.0) - std::lgamma(k + 1.0) - std::lgamma(8.0) +
                          8 * std::log(1 - q) + k * std::log(q));
    }
    EXPECT_EQ(at_least(rate, 0, 1), 0);
    EXPECT_EQ(at_least(rate, 0, 0), 1);
    // With much known it is the Poisson distribution.
    EXPECT_NEAR(at_least(Rate{2e7, 1e7}, 3, 4), gamma_share(4, 6), 1e-6);
    EXPECT_GT(at_least(rate, 1.5, 3.5), at_least(rate, 1.5, 4));
    EXPECT_LT(at_least(rate, 1.5, 3.5), at_least(rate, 1.5, 3));
}

// One need is the closed form; two of independent exposures with a rate that is all but known are
// the product, and with one that is not they hang together.
TEST(Counts, OfSeveralYearsShareTheirRate) {
    for (const double shape : {0.7, 1.0, 5.0, 400.0})
        for (const double events : {0.5, 1.0, 6.0}) {
            const Rate rate{shape, shape / 3};
            const std::vector<Need> one{{1.2, events}};
            EXPECT_NEAR(all_at_least(rate, one), at_least(rate, 1.2, events), 1e-9)
                << shape << " " << events;
        }
    const std::vector<Need> two{{1, 2}, {1, 2}};
    const double known = gamma_share(2, 3);
    EXPECT_NEAR(all_at_least(Rate{3e6, 1e6}, two), known * known, 1e-4);
    const Rate vague{2, 2 / 3.0};
    EXPECT_GT(all_at_least(vague, two), at_least(vague, 1, 2) * at_least(vague, 1, 2) + 0.02);
    EXPECT_EQ(all_at_least(vague, {}), 1);
    const std::vector<Need> hopeless{{0, 1}};
    EXPECT_EQ(all_at_least(vague, hopeless), 0);
}

// Counts that are drawn as the model says happen as often as it says.
TEST(Counts, HappenAsOftenAsIsSaid) {
    Dice dice{1};
    Reliability one, all;
    for (int i = 0; i < 20'000; ++i) {
        const double rate = dice.gamma(2, 0.5);
        const int seen = dice.poisson(rate * 1.5);
        const Rate now = Rate{2, 0.5}.after(seen, 1.5);
        const int need = 1 + i % 12;
        one.add(at_least(now, 1, need), dice.poisson(rate) >= need);
        if (i < 6'000) {
            const std::vector<Need> years{{1, 2.0 + i % 4}, {1, 2}, {0.5, 1}};
            bool met = true;
            for (const auto& year : years)
                met = dice.poisson(rate * year.exposure) >= year.events && met;
            all.add(all_at_least(now, years), met);
        }
    }
    EXPECT_GE(one.bins_used(), 9);
    EXPECT_LT(one.worst(), 3.5);
    EXPECT_GE(all.bins_used(), 8);
    EXPECT_LT(all.worst(), 3.5);
}

// Single events leave the size at 1; what comes in batches of fifty is taken as that.
TEST(Counts, ComeInBatchesWhereTheRecordSaysSo) {
    EXPECT_EQ(batch_size({}), 1);
    const std::vector<Counted> none{{1, 0}, {1, 0}};
    EXPECT_EQ(batch_size(none), 1);
    Dice dice{2};
    double singles = 0, batches = 0;
    for (int i = 0; i < 500; ++i) {
        std::vector<Counted> single, batch;
        for (int t = 0; t < 20; ++t) {
            const double exposure = t % 2 == 0 ? 1 : 0.5;
            single.push_back({exposure, 1.0 * dice.poisson(3 * exposure)});
            batch.push_back({exposure, 50.0 * dice.poisson(3 * exposure)});
        }
        singles += batch_size(single) / 500;
        batches += batch_size(batch) / 500;
    }
    EXPECT_NEAR(singles, 1.1, 0.1);  // below 1 counts as 1
    EXPECT_NEAR(batches, 50, 3);
    // Of one period nothing is known yet: its count may vary by half.
    const std::vector<Counted> one{{1, 400}};
    EXPECT_EQ(batch_size(one), 100);
}

TEST(Milestones, AreReachedAtTheRateOfTheirStretches) {
    auto pace = MilestonePace::prior();
    EXPECT_NEAR(pace.by_due(0), 1 - 1 / (1.1 * 1.15 * 1.2 * 1.3), 1e-12);
    EXPECT_NEAR(pace.by_due(0.9), 1 - 1 / 1.3, 1e-12);
    EXPECT_EQ(pace.by_due(1), 0);
    pace.add(0.2, MilestonePace::End::open);
    pace.add(0.8, MilestonePace::End::reached);
    pace.add(1.4, MilestonePace::End::reached);  // late: open all the time
    pace.add(0, MilestonePace::End::open);
    EXPECT_NEAR(pace.stretches[0].exposure, 10 + 0.4 + 1 + 1, 1e-12);
    EXPECT_NEAR(pace.stretches[2].exposure, 5 + 1 / 3.0 + 1, 1e-12);
    EXPECT_NEAR(pace.stretches[3].exposure, 1 / 0.3 + 1, 1e-12);
    EXPECT_EQ(pace.stretches[0].shape, 1);
    EXPECT_EQ(pace.stretches[2].shape, 2);
    EXPECT_EQ(pace.stretches[3].shape, 1);
    EXPECT_GT(pace.by_due(0.1), pace.by_due(0.6));
}

TEST(Milestones, HappenAsOftenAsIsSaid) {
    Dice dice{3};
    Reliability made;
    const auto first = MilestonePace::prior();
    for (int i = 0; i < 30'000; ++i) {
        std::array<double, 4> hazards{};
        for (std::size_t k = 0; k < 4; ++k)
            hazards[k] = dice.gamma(1, first.stretches[k].exposure);
        // In planned time; never after it was due.
        const auto reached_at = [&] {
            for (std::size_t k = 0; k < 4; ++k) {
                const double from = MilestonePace::ends[k], to = MilestonePace::ends[k + 1];
                const double at = dice.exponential() / hazards[k];
                if (at < 1)
                    return from + at * (to - from);
            }
            return 2.0;
        };
        auto pace = first;
        for (int j = 0; j < 8; ++j) {
            const double at = reached_at(), watched = 0.2 + 0.15 * j;
            pace.add(std::min(at, watched),
                     at <= watched ? MilestonePace::End::reached : MilestonePace::End::open);
        }
        const double at = reached_at(), now = 0.1 * (i % 9);
        if (at > now)
            made.add(pace.by_due(now), at <= 1);
    }
    EXPECT_GE(made.bins_used(), 5);
    EXPECT_LT(made.worst(), 3.5);
}

// The beta-binomial, added up term by term.
TEST(Shares, AreSpreadAsTheBetaBinomial) {
    const double a = 2.5, b = 4, n = 12;
    const auto log_beta = [](double x, double y) {
        return std::lgamma(x) + std::lgamma(y) - std::lgamma(x + y);
    };
    double below = 0;
    for (int k = 0; k <= 12; ++k) {
        EXPECT_NEAR(beta_binomial_at_least(n, k, a, b), 1 - below, 1e-9) << k;
        below += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1) +
                          log_beta(k + a, n - k + b) - log_beta(a, b));
    }
    EXPECT_EQ(beta_binomial_at_least(12, 13, a, b), 0);
}

TEST(Shares, ChangeAsTheRecordHasThem) {
    const Change first{1, 9};
    // It is the beta-binomial of the units that move together, so many in each period.
    EXPECT_NEAR(first.at_least(200, 100, 1), beta_binomial_at_least(10, 5, 1, 9), 1e-12);
    EXPECT_NEAR(first.at_least(200, 100, 4), beta_binomial_at_least(40, 5, 1, 9), 1e-12);
    EXPECT_NEAR(first.at_least(6, 3, 2), beta_binomial_at_least(12, 3, 1, 9), 1e-12);
    EXPECT_EQ(first.at_least(6, 0, 1), 1);
    EXPECT_EQ(first.at_least(6, 7, 1), 0);
    EXPECT_EQ(first.at_least(6, 1, 0), 0);
    EXPECT_LT(first.at_least(20, 10, 1), first.at_least(20, 10, 4));
    // Half of all in five periods: a tenth in each.
    const auto planned = Change::planned(0.5, 5);
    EXPECT_NEAR(planned.changed, 1, 1e-12);
    EXPECT_NEAR(planned.remained, 9, 1e-12);
    EXPECT_GT(Change::planned(1, 1).remained, 0);
    EXPECT_GT(Change::planned(-1, 1).changed, 0);
    // 40 of 160 changed in one period: they weigh as ten. Over two periods there were twice as many
    // that could have.
    const auto after = first.after(160, 40, 1);
    EXPECT_NEAR(after.changed, 3.5, 1e-12);
    EXPECT_NEAR(after.remained, 16.5, 1e-12);
    EXPECT_NEAR(first.after(8, 2, 2).remained, 9 + 14, 1e-12);
    // What went back counts as nothing that changed.
    EXPECT_EQ(first.after(8, -2, 1).changed, 1);
}

TEST(Shares, HappenAsOftenAsIsSaid) {
    Dice dice{4};
    Reliability made;
    const auto changed = [&](int units, double chance) {
        int count = 0;
        for (int i = 0; i < units; ++i)
            count += dice.fraction() < chance ? 1 : 0;
        return count;
    };
    for (int i = 0; i < 10'000; ++i) {
        // Beta(1, 3): the least of three fractions.
        const double chance = std::min({dice.fraction(), dice.fraction(), dice.fraction()});
        const auto known = Change{1, 3}.after(10, changed(10, chance), 1);
        const int periods = 1 + i % 4, need = 1 + i % 10;
        made.add(known.at_least(10, need, periods), changed(10 * periods, chance) >= need);
    }
    EXPECT_GE(made.bins_used(), 8);
    EXPECT_LT(made.worst(), 3.5);
}

}  // namespace
}  // namespace forecast
