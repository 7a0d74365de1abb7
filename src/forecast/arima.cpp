#include "forecast/arima.h"

#include "forecast/aicc.h"
#include "forecast/arma.h"
#include "forecast/kernels.h"
#include "forecast/season.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <span>

namespace forecast {
namespace {

using Values = std::vector<double>;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

double mean_of(const Values& x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

Values difference(const Values& x, std::size_t lag) {
    Values made;
    for (std::size_t t = lag; t < x.size(); ++t)
        made.push_back(x[t] - x[t - lag]);
    return made;
}

Values difference(Values x, const ArimaOrder& order, int frequency) {
    for (int i = 0; i < order.D; ++i)
        x = difference(x, at(frequency));
    for (int i = 0; i < order.d; ++i)
        x = difference(x, 1);
    return x;
}

double scale_of(const Values& w) {
    double sum = 0;
    for (const double value : w)
        sum += std::abs(value);
    return std::max(sum / static_cast<double>(w.size()), 1e-300);
}

// What the change of the gradient between two points tells of the inverse of the second derivatives
// (Broyden, Fletcher, Goldfarb, Shanno).
using Point = std::array<double, arma_parameters_max>;
using Curvature = std::array<Point, arma_parameters_max>;

void update(Curvature& inverse, std::size_t k, const Point& from, const Point& to,
            const Point& gradient_from, const Point& gradient_to) {
    double sy = 0;
    Point s{}, y{}, hy{};
    for (std::size_t i = 0; i < k; ++i) {
        s[i] = to[i] - from[i];
        y[i] = gradient_to[i] - gradient_from[i];
        sy += s[i] * y[i];
    }
    if (!(sy > 1e-12))
        return;
    double yhy = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j)
            hy[i] += inverse[i][j] * y[j];
        yhy += y[i] * hy[i];
    }
    for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = 0; j < k; ++j)
            inverse[i][j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
}

/// Quasi-Newton steps (BFGS) with differences: central ones for a search to the end.
class MostLikely {
  public:
    MostLikely(const ArmaSeries& series, bool is_full) : series_(series), is_full_(is_full) {}

    ArmaModel from(const ArmaModel& start) {
        ArmaModel now = start;
        kernels().arma_likelihoods(series_, {&now, 1});
        const auto k = at(now.count());
        if (k == 0 || !std::isfinite(now.deviance))
            return now;
        Curvature inverse{};
        for (std::size_t i = 0; i < k; ++i)
            inverse[i][i] = 0.02;
        Point gradient = gradient_at(now);
        for (int pass = 0; pass < (is_full_ ? 100 : 8); ++pass) {
            Point direction{};
            double slope = 0;
            for (std::size_t i = 0; i < k; ++i) {
                for (std::size_t j = 0; j < k; ++j)
                    direction[i] -= inverse[i][j] * gradient[j];
                direction[i] = std::clamp(direction[i], -1.0, 1.0);
                slope += direction[i] * gradient[i];
            }
            if (!(slope < 0))
                break;
            const auto next = along(now, direction, slope);
            if (!(next.deviance < now.deviance))
                break;
            const auto next_gradient = gradient_at(next);
            update(inverse, k, now.x, next.x, gradient, next_gradient);
            const double gain = now.deviance - next.deviance;
            now = next;
            gradient = next_gradient;
            if (gain < (is_full_ ? 1e-9 : 2e-2))
                break;
        }
        return now;
    }

  private:
    // The first of ever shorter steps that gains enough, else the shortest.
    ArmaModel along(const ArmaModel& now, const Point& direction, double slope) {
        std::array<ArmaModel, 4> tried;
        double length = 1;
        for (int tries = 0; tries < 2; ++tries) {
            const double longest = length;
            for (auto& next : tried) {
                next = now;
                for (std::size_t i = 0; i < at(now.count()); ++i)
                    next.x[i] = std::clamp(now.x[i] + length * direction[i], -4.0, 4.0);
                length /= 3;
            }
            kernels().arma_likelihoods(series_, tried);
            length = longest;
            for (const auto& next : tried) {
                if (next.deviance <= now.deviance + 1e-4 * length * slope)
                    return next;
                length /= 3;
            }
        }
        return tried.back();
    }

    Point gradient_at(const ArmaModel& of) {
        const double step = is_full_ ? 1e-4 : 1e-5;
        const auto k = at(of.count());
        std::array<ArmaModel, 2 * arma_parameters_max> moved;
        for (std::size_t i = 0; i < k; ++i) {
            moved[i] = moved[k + i] = of;
            moved[i].x[i] += step;
            moved[k + i].x[i] -= step;
        }
        kernels().arma_likelihoods(series_, std::span{moved}.first(is_full_ ? 2 * k : k));
        Point gradient{};
        for (std::size_t i = 0; i < k; ++i) {
            const double up = moved[i].deviance, down = moved[k + i].deviance;
            const double width = is_full_ ? 2 * step : step;
            gradient[i] = std::isfinite(up) && std::isfinite(down) ? (up - down) / width : 0;
        }
        return gradient;
    }

    const ArmaSeries& series_;
    bool is_full_;
};

double kpss(const Values& x) {
    const std::size_t n = x.size();
    const double mean = mean_of(x);
    const auto lags = static_cast<std::size_t>(3 * std::sqrt(static_cast<double>(n)) / 13);
    double partial = 0, squares = 0, variance = 0;
    for (const double y : x) {
        partial += y - mean;
        squares += partial * partial;
        variance += (y - mean) * (y - mean);
    }
    for (std::size_t lag = 1; lag <= lags; ++lag) {
        double sum = 0;
        for (std::size_t t = lag; t < n; ++t)
            sum += (x[t] - mean) * (x[t - lag] - mean);
        variance += 2 * (1 - static_cast<double>(lag) / static_cast<double>(lags + 1)) * sum;
    }
    const double size = static_cast<double>(n);
    return variance > 0 ? squares / size / size / (variance / size) : 0;
}

/// An order, with its least squares and its exact likelihood there.
struct Candidate {
    ArmaModel model;
    double aicc = std::numeric_limits<double>::infinity();
};

bool is_constant(const Values& x) {
    const auto [low, high] = std::ranges::minmax(x);
    return high - low <= 1e-12 * std::max(std::abs(low), std::abs(high));
}

}  // namespace

std::string ArimaOrder::name() const {
    auto made = fmt::format("ARIMA({},{},{})", p, d, q);
    if (P + D + Q > 0)
        made += fmt::format("({},{},{})", P, D, Q);
    if (constant)
        made += d + D == 0 ? " with mean" : " with drift";
    return made;
}

namespace {

ArimaFit fit_of(const Values& series, const ArmaSeries& w, const ArmaModel& model) {
    ArimaFit fit;
    fit.order = model.order;
    fit.frequency = w.frequency;
    auto found = kernels().arma_coefficients(w, model);
    fit.ar = std::move(found.ar);
    fit.ma = std::move(found.ma);
    fit.mean = found.mean;
    fit.series = series;
    fit.differenced.assign(w.values.begin(), w.values.end());
    const double n = static_cast<double>(w.values.size());
    fit.variance = model.squares / std::max(1.0, n - model.count());
    fit.log_likelihood = -model.deviance / 2;
    fit.aicc = aicc(model.deviance, model.count() + 1, n);
    return fit;
}

std::optional<ArimaFit> most_likely(const Values& series, const ArmaSeries& w,
                                    const ArmaModel& start, bool is_full) {
    const auto model = MostLikely{w, is_full}.from(start);
    if (!std::isfinite(model.deviance))
        return std::nullopt;
    return fit_of(series, w, model);
}

// Without any dependence on the past.
ArmaModel first_guess(const ArimaOrder& order, const Values& w, double scale) {
    ArmaModel made{.order = order};
    if (order.constant)
        made.x[at(made.count() - 1)] = mean_of(w) / scale;
    return made;
}

bool is_in_bounds(const ArimaOrder& o, int frequency) {
    const auto [least, most] = std::minmax({o.p, o.q, o.P, o.Q});
    return least >= 0 && most <= arma_lags_max && std::max(o.P, o.Q) <= arma_seasonal_lags_max &&
           (o.P + o.Q == 0 || frequency <= arima_frequency_max);
}

}  // namespace

std::optional<ArimaFit> fit_arima(std::span<const double> values, int frequency, ArimaOrder order) {
    const auto series = without_gaps(values);
    if (!is_in_bounds(order, frequency) || series.size() < at(order.d + order.D * frequency) + 3)
        return std::nullopt;
    const auto w = difference(series, order, frequency);
    const double scale = scale_of(w);
    auto model = first_guess(order, w, scale);
    if (w.size() < at(model.count()) + 3 || is_constant(w))
        return std::nullopt;
    const ArmaSeries differenced{w, frequency, scale};
    kernels().arma_least_squares(differenced, {&model, 1});
    return most_likely(series, differenced, model, true);
}

namespace {

/// Tries orders, each once, and goes to the best of the neighbours until none is better.
class OrderSearch {
  public:
    OrderSearch(const Values& w, const ArmaSeries& series, const ArimaOrder& base, bool seasonal)
        : w_(w), series_(series), base_(base), seasonal_(seasonal) {}

    /// The orders that were tried, the best first.
    std::vector<Candidate> climb() {
        const bool constant = base_.d + base_.D <= 1;
        const int s = seasonal_ ? 1 : 0;
        for (const auto& first :
             {with(2, 2, s, s, constant), with(0, 0, 0, 0, constant), with(1, 0, s, 0, constant),
              with(0, 1, 0, s, constant), with(0, 0, 0, 0, false)})
            add(first);
        estimate();
        auto current = best();
        for (;;) {
            const auto& o = current.model.order;
            for (const auto& [first, second] : steps) {
                add(with(o.p, o.q, o.P + first, o.Q + second, o.constant));
                add(with(o.p + first, o.q + second, o.P, o.Q, o.constant));
            }
            add(with(o.p, o.q, o.P, o.Q, !o.constant));
            estimate();
            const auto& next = best();
            if (!(next.aicc < current.aicc))
                break;
            current = next;
        }
        std::ranges::stable_sort(tried_, {}, &Candidate::aicc);
        return std::move(tried_);
    }

  private:
    static constexpr std::array<std::array<int, 2>, 8> steps{
        {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}}};

    ArimaOrder with(int p, int q, int P, int Q, bool constant) const {
        return {p, base_.d, q, P, base_.D, Q, constant};
    }
    const Candidate& best() const {
        return *std::ranges::min_element(tried_, {}, &Candidate::aicc);
    }
    bool is_allowed(const ArimaOrder& o) const {
        return is_in_bounds(o, series_.frequency) && o.p + o.q + o.P + o.Q <= 5 &&
               (!o.constant || o.d + o.D <= 1) && (seasonal_ || o.P + o.Q == 0) &&
               std::ranges::none_of(tried_,
                                    [&](const auto& tried) { return tried.model.order == o; });
    }

    void add(const ArimaOrder& order) {
        if (is_allowed(order))
            tried_.push_back({first_guess(order, w_, series_.scale)});
    }

    // Those that were added, side by side.
    void estimate() {
        std::vector<ArmaModel> models;
        for (std::size_t i = estimated_; i < tried_.size(); ++i)
            if (has_room(tried_[i].model))
                models.push_back(tried_[i].model);
        kernels().arma_least_squares(series_, models);
        judge(models);
        auto next = models.begin();
        for (; estimated_ < tried_.size(); ++estimated_) {
            auto& [model, criterion] = tried_[estimated_];
            if (!has_room(model))
                continue;
            model = *next++;
            criterion = aicc(model.deviance, model.count() + 1, static_cast<double>(w_.size()));
        }
    }

    // In a long series the first errors weigh little, and their exact variance costs much.
    void judge(std::span<ArmaModel> models) const {
        constexpr std::size_t long_series = 150;
        if (w_.size() <= long_series) {
            kernels().arma_likelihoods(series_, models);
            return;
        }
        const double n = static_cast<double>(w_.size());
        for (auto& model : models)
            model.deviance = model.squares > 0
                                 ? n * std::log(2 * std::numbers::pi * model.squares / n) + n
                                 : std::numeric_limits<double>::infinity();
    }

    bool has_room(const ArmaModel& model) const {
        const int years = model.order.P + model.order.Q > 0 ? series_.frequency : 0;
        return w_.size() > at(model.count() + 3 + years);
    }

    const Values& w_;
    const ArmaSeries& series_;
    ArimaOrder base_;
    bool seasonal_;
    std::vector<Candidate> tried_;
    std::size_t estimated_ = 0;
};

}  // namespace

std::vector<WeightedArima> choose_arima(std::span<const double> values, int frequency) {
    // Far behind the best, a model has no weight to speak of.
    constexpr std::size_t most = 12;
    constexpr double behind_most = 7;
    const auto series = without_gaps(values);
    ArimaOrder base;
    const bool seasonal =
        frequency > 1 && frequency <= arima_frequency_max && series.size() >= at(2 * frequency) + 3;
    if (seasonal && seasonal_strength(series, frequency) > 0.64)
        base.D = 1;
    auto w = difference(series, base, frequency);
    if (w.size() < 3)
        return {};
    while (base.d < 2 && w.size() > 10 && !is_constant(w) && kpss(w) > 0.463) {
        ++base.d;
        w = difference(series, base, frequency);
    }
    if (is_constant(w))
        return {};
    const ArmaSeries differenced{w, frequency, scale_of(w)};
    std::vector<WeightedArima> made;
    const auto tried = OrderSearch{w, differenced, base, seasonal}.climb();
    for (const auto& [model, criterion] : std::span{tried}.first(std::min(most, tried.size()))) {
        const double behind = criterion - tried.front().aicc;
        if (!(behind < behind_most))
            break;
        const double weight = std::exp(-behind / 2);
        if (!made.empty())
            made.push_back({fit_of(series, differenced, model), weight});
        else if (auto best = most_likely(series, differenced, model, false))
            made.push_back({std::move(*best), weight});
    }
    return made;
}

std::vector<double> arima_forecast(const ArimaFit& fit, int horizon) {
    const auto& order = fit.order;
    Values ahead(at(horizon));
    kernels().arma_ahead(fit.differenced, {fit.ar, fit.ma, fit.mean}, ahead);
    // Differences are summed again, the last that was taken first.
    std::vector<Values> levels{fit.series};
    for (int i = 0; i < order.D; ++i)
        levels.push_back(difference(levels.back(), at(fit.frequency)));
    for (int i = 0; i < order.d; ++i)
        levels.push_back(difference(levels.back(), 1));
    for (int i = order.d + order.D; i-- > 0;) {
        auto& level = levels[at(i)];
        const std::size_t lag = i >= order.D ? 1 : at(fit.frequency);
        for (auto& value : ahead) {
            value += level[level.size() - lag];
            level.push_back(value);
        }
    }
    return ahead;
}

std::vector<double> arima_weights(const ArimaFit& fit, int horizon) {
    // (1 - ar)(1 - B)^d (1 - B^m)^D as one polynomial, 1 - c_1 B - ...
    Values whole{1};
    const auto times = [&](const Values& by) {
        Values made(whole.size() + by.size() - 1, 0.0);
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (std::size_t j = 0; j < by.size(); ++j)
                made[i + j] += whole[i] * by[j];
        whole = std::move(made);
    };
    Values ar{1};
    for (const double c : fit.ar)
        ar.push_back(-c);
    times(ar);
    for (int i = 0; i < fit.order.d; ++i)
        times({1, -1});
    for (int i = 0; i < fit.order.D; ++i) {
        Values season(at(fit.frequency) + 1, 0.0);
        season.front() = 1;
        season.back() = -1;
        times(season);
    }
    Values psi(at(horizon), 0.0);
    for (std::size_t j = 0; j < psi.size(); ++j) {
        psi[j] = j == 0 ? 1 : j <= fit.ma.size() ? fit.ma[j - 1] : 0;
        for (std::size_t i = 1; i <= std::min(j, whole.size() - 1); ++i)
            psi[j] -= whole[i] * psi[j - i];
    }
    return psi;
}

}  // namespace forecast
