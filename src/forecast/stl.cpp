#include "forecast/stl.h"

#include "forecast/season.h"

#include <algorithm>
#include <cmath>

namespace forecast {
namespace {

using Values = std::vector<double>;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

int next_odd(double from) {
    const int whole = static_cast<int>(std::ceil(from));
    return whole % 2 == 0 ? whole + 1 : whole;
}

/// A local regression: how many neighbours, of which degree, and between how many points one is
/// fitted (the others lie on a straight line between these).
class Smoother {
  public:
    Smoother() = default;
    Smoother(int window, int degree) : window_(window), degree_(degree), jump_((window + 9) / 10) {}

    int window() const { return window_; }

    // The fit at place `x` from the values from `left` to `right` (from 1), nothing where no value
    // has any weight.
    std::optional<double> fit(std::span<const double> y, double x, int left, int right,
                              std::span<const double> robustness) const {
        const auto n = static_cast<int>(y.size());
        double reach = std::max(x - left, right - x);
        if (window_ > n)
            reach += (window_ - n) / 2;
        weights_.assign(y.size(), 0.0);
        double sum = 0;
        for (int j = left; j <= right; ++j) {
            const double far = std::abs(j - x);
            if (far > 0.999 * reach)
                continue;
            double weight = 1;
            if (far > 0.001 * reach) {
                const double share = far / reach;
                const double rest = 1 - share * share * share;
                weight = rest * rest * rest;
            }
            if (!robustness.empty())
                weight *= robustness[at(j - 1)];
            weights_[at(j - 1)] = weight;
            sum += weight;
        }
        if (sum <= 0)
            return std::nullopt;
        for (int j = left; j <= right; ++j)
            weights_[at(j - 1)] /= sum;
        if (reach > 0 && degree_ > 0)
            tilt(x, left, right, n);
        double made = 0;
        for (int j = left; j <= right; ++j)
            made += weights_[at(j - 1)] * y[at(j - 1)];
        return made;
    }

    Values smooth(std::span<const double> y, std::span<const double> robustness) const {
        const auto n = static_cast<int>(y.size());
        Values made(y.begin(), y.end());
        if (n < 2)
            return made;
        const int step = std::min(jump_, n - 1);
        const auto put = [&](int i) {
            const auto [left, right] = neighbours(i, n);
            made[at(i - 1)] = fit(y, i, left, right, robustness).value_or(y[at(i - 1)]);
        };
        const auto draw_line = [&](int from, int to) {
            const double slope = (made[at(to - 1)] - made[at(from - 1)]) / (to - from);
            for (int j = from + 1; j < to; ++j)
                made[at(j - 1)] = made[at(from - 1)] + slope * (j - from);
        };
        int last = 1;
        for (int i = 1; i <= n; i += step) {
            put(i);
            if (i > 1)
                draw_line(i - step, i);
            last = i;
        }
        if (last != n) {
            put(n);
            draw_line(last, n);
        }
        return made;
    }

  private:
    std::pair<int, int> neighbours(int i, int n) const {
        if (window_ >= n)
            return {1, n};
        const int half = (window_ + 1) / 2;
        if (i < half)
            return {1, window_};
        if (i >= n - half + 1)
            return {n - window_ + 1, n};
        return {i - half + 1, window_ + i - half};
    }

    // Weights of a straight line instead of a mean.
    void tilt(double x, int left, int right, int n) const {
        double centre = 0, spread = 0;
        for (int j = left; j <= right; ++j)
            centre += weights_[at(j - 1)] * j;
        for (int j = left; j <= right; ++j)
            spread += weights_[at(j - 1)] * (j - centre) * (j - centre);
        if (std::sqrt(spread) <= 0.001 * (n - 1))
            return;
        const double slope = (x - centre) / spread;
        for (int j = left; j <= right; ++j)
            weights_[at(j - 1)] *= slope * (j - centre) + 1;
    }

    int window_ = 3, degree_ = 0, jump_ = 1;
    mutable Values weights_;  ///< of one fit
};

Values moving_average(const Values& values, int length) {
    Values made;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i >= at(length))
            sum -= values[i - at(length)];
        if (i + 1 >= at(length))
            made.push_back(sum / length);
    }
    return made;
}

/// The rounds of the decomposition of one series.
class Loess {
  public:
    Loess(std::span<const double> values, const StlOptions& options)
        : y_(values), period_(options.period) {
        const auto n = static_cast<int>(values.size());
        const bool is_periodic = options.seasonal_window == 0;
        const int window =
            is_periodic ? 10 * n + 1 : std::max(3, next_odd(options.seasonal_window));
        seasonal_ = Smoother(window, 0);
        trend_ = Smoother(next_odd(1.5 * period_ / (1 - 1.5 / window)), 1);
        low_pass_ = Smoother(next_odd(period_), 1);
        made_.seasonal.assign(values.size(), 0.0);
        made_.trend.assign(values.size(), 0.0);
        for (int round = 0; round <= (options.is_robust ? 15 : 0); ++round) {
            for (int i = 0; i < (options.is_robust ? 1 : 2); ++i)
                pass();
            if (options.is_robust)
                weigh();
        }
        if (is_periodic)
            average_years();
        made_.remainder.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            made_.remainder[i] = y_[i] - made_.seasonal[i] - made_.trend[i];
    }
    Decomposition take() && { return std::move(made_); }

  private:
    void pass() {
        Values rest(y_.size());
        for (std::size_t i = 0; i < y_.size(); ++i)
            rest[i] = y_[i] - made_.trend[i];
        const auto cycle = smooth_each_period(rest);
        const auto level = low_pass_.smooth(
            moving_average(moving_average(moving_average(cycle, period_), period_), 3), {});
        for (std::size_t i = 0; i < y_.size(); ++i) {
            made_.seasonal[i] = cycle[at(period_) + i] - level[i];
            rest[i] = y_[i] - made_.seasonal[i];
        }
        made_.trend = trend_.smooth(rest, robustness_);
    }

    // Of January, of February, ... alone, and one year further at both ends.
    Values smooth_each_period(const Values& rest) const {
        Values made(rest.size() + 2 * at(period_));
        for (std::size_t j = 0; j < at(period_); ++j) {
            Values of_one, weights;
            for (std::size_t i = j; i < rest.size(); i += at(period_)) {
                of_one.push_back(rest[i]);
                if (!robustness_.empty())
                    weights.push_back(robustness_[i]);
            }
            const auto years = static_cast<int>(of_one.size());
            const auto smooth = seasonal_.smooth(of_one, weights);
            const int near = std::min(seasonal_.window(), years);
            made[j] = seasonal_.fit(of_one, 0, 1, near, weights).value_or(smooth.front());
            for (std::size_t i = 0; i < smooth.size(); ++i)
                made[j + (i + 1) * at(period_)] = smooth[i];
            made[j + (smooth.size() + 1) * at(period_)] =
                seasonal_.fit(of_one, years + 1, years - near + 1, years, weights)
                    .value_or(smooth.back());
        }
        return made;
    }

    // Bisquare weights of the deviations from the fit.
    void weigh() {
        Values far(y_.size());
        for (std::size_t i = 0; i < y_.size(); ++i)
            far[i] = std::abs(y_[i] - made_.seasonal[i] - made_.trend[i]);
        auto sorted = far;
        std::ranges::sort(sorted);
        const auto n = sorted.size();
        const double limit = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1]);
        robustness_.assign(n, 1.0);
        for (std::size_t i = 0; i < n; ++i) {
            if (far[i] <= 0.001 * limit)
                continue;
            const double share = far[i] / limit;
            robustness_[i] = far[i] <= 0.999 * limit ? std::pow(1 - share * share, 2) : 0;
        }
    }

    void average_years() {
        for (std::size_t j = 0; j < at(period_); ++j) {
            double sum = 0, count = 0;
            for (std::size_t i = j; i < y_.size(); i += at(period_)) {
                sum += made_.seasonal[i];
                count += 1;
            }
            for (std::size_t i = j; i < y_.size(); i += at(period_))
                made_.seasonal[i] = sum / count;
        }
    }

    std::span<const double> y_;
    int period_;
    Smoother seasonal_, trend_, low_pass_;
    Values robustness_;
    Decomposition made_;
};

}  // namespace

std::optional<Decomposition> stl(std::span<const double> values, const StlOptions& options) {
    if (options.period < 2 || values.size() < at(2 * options.period))
        return std::nullopt;
    const auto filled = without_gaps(values);
    auto made = Loess{filled, options}.take();
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isnan(values[i]))
            made.remainder[i] = values[i];
    return made;
}

double SeveralSeasons::season_ahead(std::size_t ahead) const {
    double sum = 0;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const auto& one = seasonal[i];
        const auto year = at(periods[i]);
        sum += one[one.size() - year + ahead % year];
    }
    return sum;
}

SeveralSeasons mstl(std::span<const double> values, std::span<const int> periods) {
    SeveralSeasons made;
    for (const int period : periods)
        if (period >= 2 && values.size() >= at(2 * period))
            made.periods.push_back(period);
    std::ranges::sort(made.periods);
    made.seasonal.assign(made.periods.size(), Values(values.size(), 0.0));
    Values rest = without_gaps(values);
    made.trend = rest;
    for (int round = 0; round < (made.periods.size() > 1 ? 2 : 1); ++round)
        for (std::size_t i = 0; i < made.periods.size(); ++i) {
            auto& one = made.seasonal[i];
            for (std::size_t t = 0; t < rest.size(); ++t)
                rest[t] += one[t];
            const auto found =
                stl(rest, {made.periods[i], 7 + 4 * (static_cast<int>(i) + 1), false});
            one = found->seasonal;
            made.trend = found->trend;
            for (std::size_t t = 0; t < rest.size(); ++t)
                rest[t] -= one[t];
        }
    made.remainder.resize(rest.size());
    for (std::size_t t = 0; t < rest.size(); ++t)
        made.remainder[t] = std::isnan(values[t]) ? values[t] : rest[t] - made.trend[t];
    return made;
}

}  // namespace forecast
