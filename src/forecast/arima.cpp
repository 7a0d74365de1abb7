#include "forecast/arima.h"

#include "forecast/aicc.h"
#include "forecast/season.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace forecast {
namespace {

using Values = std::vector<double>;
constexpr double infinity = std::numeric_limits<double>::infinity();

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

/// A stationary polynomial from partial autocorrelations, each the tanh of a free number.
/// Source: Monahan (1984).
void stationary(std::span<const double> free, std::span<double> made) {
    std::array<double, 8> before{};
    for (std::size_t k = 0; k < free.size(); ++k) {
        const double partial = std::tanh(free[k]);
        std::copy_n(made.begin(), k, before.begin());
        for (std::size_t i = 0; i < k; ++i)
            made[i] = before[i] - partial * before[k - 1 - i];
        made[k] = partial;
    }
}

/// The model at one point of the search.
struct Point {
    Values ar, ma;
    double mean = 0;
};

Values multiplied(std::span<const double> plain, std::span<const double> seasonal, int frequency,
                  double sign) {
    Values made(plain.size() + seasonal.size() * at(frequency), 0.0);
    for (std::size_t i = 0; i < plain.size(); ++i)
        made[i] += plain[i];
    for (std::size_t s = 0; s < seasonal.size(); ++s) {
        const std::size_t lag = (s + 1) * at(frequency);
        made[lag - 1] += seasonal[s];
        for (std::size_t i = 0; i < plain.size(); ++i)
            made[lag + i] += sign * plain[i] * seasonal[s];
    }
    return made;
}

class Model {
  public:
    Model(const ArimaOrder& order, int frequency, const Values& differenced)
        : order_(order), frequency_(frequency), w_(differenced) {
        for (const double w : w_)
            scale_ += std::abs(w);
        scale_ = std::max(scale_ / static_cast<double>(w_.size()), 1e-300);
    }

    int count() const {
        return order_.p + order_.q + order_.P + order_.Q + (order_.constant ? 1 : 0);
    }

    Point point(std::span<const double> x) const {
        Point made;
        std::array<double, 8> p{}, P{}, q{}, Q{};
        const auto part = [&](int& from, int size, std::array<double, 8>& to) {
            stationary(x.subspan(at(from), at(size)), std::span{to}.first(at(size)));
            from += size;
        };
        int from = 0;
        part(from, order_.p, p);
        part(from, order_.P, P);
        part(from, order_.q, q);
        part(from, order_.Q, Q);
        made.ar = multiplied(std::span{p}.first(at(order_.p)), std::span{P}.first(at(order_.P)),
                             frequency_, -1);
        // The moving average is 1 - q_1 B - ..., so its coefficients have the other sign.
        made.ma = multiplied(std::span{q}.first(at(order_.q)), std::span{Q}.first(at(order_.Q)),
                             frequency_, -1);
        for (auto& c : made.ma)
            c = -c;
        if (order_.constant)
            made.mean = x[at(from)] * scale_;
        return made;
    }

    /// One-step errors given nothing before the first value.
    void errors(const Point& model, Values& e) const {
        const std::size_t n = w_.size();
        e.resize(n);
        lags(model.ar, ar_lags_);
        lags(model.ma, ma_lags_);
        for (std::size_t t = 0; t < n; ++t) {
            double sum = w_[t] - model.mean;
            for (const auto& [lag, c] : ar_lags_) {
                if (lag > t)
                    break;
                sum -= c * (w_[t - lag] - model.mean);
            }
            for (const auto& [lag, c] : ma_lags_) {
                if (lag > t)
                    break;
                sum -= c * e[t - lag];
            }
            e[t] = sum;
        }
    }

    double scale() const { return scale_; }

  private:
    using Lags = std::vector<std::pair<std::size_t, double>>;
    static void lags(const Values& coefficients, Lags& to) {
        to.clear();
        for (std::size_t i = 0; i < coefficients.size(); ++i)
            if (coefficients[i] != 0)
                to.emplace_back(i + 1, coefficients[i]);
    }

    ArimaOrder order_;
    int frequency_;
    const Values& w_;
    double scale_ = 0;
    mutable Lags ar_lags_, ma_lags_;
};

/// Autocovariances 0 to `count` - 1 of an ARMA process with unit innovations; false where they are
/// not finite. Source: Brockwell and Davis (1991), section 3.3.
bool autocovariances(const Values& ar, const Values& ma, std::size_t count, Values& gamma) {
    const std::size_t p = ar.size(), q = ma.size();
    Values psi(q + 1, 0.0);
    for (std::size_t j = 0; j <= q; ++j) {
        psi[j] = j == 0 ? 1 : ma[j - 1];
        for (std::size_t i = 1; i <= std::min(j, p); ++i)
            psi[j] += ar[i - 1] * psi[j - i];
    }
    const auto theta = [&](std::size_t j) { return j == 0 ? 1.0 : ma[j - 1]; };
    const auto right = [&](std::size_t k) {
        double sum = 0;
        for (std::size_t j = k; j <= q; ++j)
            sum += theta(j) * psi[j - k];
        return sum;
    };
    gamma.assign(std::max(count, p + 1), 0.0);
    if (p == 0) {
        for (std::size_t k = 0; k <= std::min(q, gamma.size() - 1); ++k)
            gamma[k] = right(k);
        return true;
    }
    // gamma_k - sum ar_i gamma_|k-i| = right_k for k = 0..p.
    const std::size_t size = p + 1;
    thread_local Values matrix, b;
    matrix.assign(size * size, 0.0);
    b.assign(size, 0.0);
    for (std::size_t k = 0; k < size; ++k) {
        matrix[k * size + k] += 1;
        for (std::size_t i = 1; i <= p; ++i)
            matrix[k * size + (k > i ? k - i : i - k)] -= ar[i - 1];
        b[k] = right(k);
    }
    for (std::size_t c = 0; c < size; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c + 1; r < size; ++r)
            if (std::abs(matrix[r * size + c]) > std::abs(matrix[pivot * size + c]))
                pivot = r;
        if (!(std::abs(matrix[pivot * size + c]) > 1e-12))
            return false;
        if (pivot != c) {
            std::swap_ranges(matrix.begin() + static_cast<std::ptrdiff_t>(pivot * size),
                             matrix.begin() + static_cast<std::ptrdiff_t>((pivot + 1) * size),
                             matrix.begin() + static_cast<std::ptrdiff_t>(c * size));
            std::swap(b[pivot], b[c]);
        }
        for (std::size_t r = c + 1; r < size; ++r) {
            const double by = matrix[r * size + c] / matrix[c * size + c];
            if (by == 0)
                continue;
            for (std::size_t j = c; j < size; ++j)
                matrix[r * size + j] -= by * matrix[c * size + j];
            b[r] -= by * b[c];
        }
    }
    for (std::size_t k = size; k-- > 0;) {
        double sum = b[k];
        for (std::size_t j = k + 1; j < size; ++j)
            sum -= matrix[k * size + j] * gamma[j];
        gamma[k] = sum / matrix[k * size + k];
    }
    for (std::size_t k = size; k < gamma.size(); ++k) {
        double sum = k <= q ? right(k) : 0;
        for (std::size_t i = 1; i <= p; ++i)
            sum += ar[i - 1] * gamma[k - i];
        gamma[k] = sum;
    }
    return gamma[0] > 0 && std::isfinite(gamma[0]);
}

/// The exact innovations of a series by the Durbin-Levinson recursion; once the variance of the
/// prediction no longer falls, its coefficients stay.
struct Exact {
    double squares = 0;  ///< of standardised innovations
    double log_variances = 0;
    bool sound = false;
};

Exact innovations(std::span<const double> w, double mean, const Values& gamma,
                  std::span<double> ahead) {
    Exact made;
    const std::size_t n = w.size(), total = n + ahead.size();
    thread_local Values phi, before, reversed, x;
    phi.clear();
    x.clear();
    double v = gamma[0];
    bool is_steady = false;
    for (std::size_t t = 0; t < total; ++t) {
        if (t > 0 && !is_steady && t < gamma.size()) {
            double sum = gamma[t];
            const std::size_t k = phi.size();
            for (std::size_t i = 0; i < k; ++i)
                sum -= phi[i] * gamma[t - 1 - i];
            const double partial = sum / v;
            if (!(std::abs(partial) < 1))
                return made;
            before = phi;
            reversed.assign(phi.rbegin(), phi.rend());
            for (std::size_t i = 0; i < k; ++i)
                phi[i] = before[i] - partial * reversed[i];
            phi.push_back(partial);
            v *= 1 - partial * partial;
        }
        double forecast = 0;
        const std::size_t k = phi.size();
        for (std::size_t i = 0; i < k; ++i)
            forecast += phi[i] * x[t - 1 - i];
        if (t < n) {
            const double error = w[t] - mean - forecast;
            made.squares += error * error / v;
            made.log_variances += std::log(v);
            x.push_back(w[t] - mean);
        } else {
            ahead[t - n] = mean + forecast;
            x.push_back(forecast);
        }
    }
    made.sound = std::isfinite(made.squares) && std::isfinite(made.log_variances);
    return made;
}

/// -2 log-likelihood, with the variance at its maximum.
double deviance(const Point& model, const Values& w, Values& gamma) {
    if (!autocovariances(model.ar, model.ma, w.size(), gamma))
        return infinity;
    const auto exact = innovations(w, model.mean, gamma, {});
    if (!exact.sound || !(exact.squares > 0))
        return infinity;
    const double n = static_cast<double>(w.size());
    return n * std::log(2 * std::numbers::pi * exact.squares / n) + exact.log_variances + n;
}

constexpr std::size_t parameters_max = 10;
using Normal = std::array<double, parameters_max * parameters_max>;
using Gradient = std::array<double, parameters_max>;

// Moves `x` by the damped step of Gauss and Newton; false where the equations have no solution.
bool damped_step(const Normal& normal, const Gradient& gradient, double damping, double squares,
                 Values& x) {
    constexpr std::size_t width = parameters_max;
    const std::size_t k = x.size();
    auto a = normal;
    auto b = gradient;
    for (std::size_t i = 0; i < k; ++i)
        a[i * width + i] += damping * normal[i * width + i] + 1e-12 * (1 + squares);
    for (std::size_t c = 0; c < k; ++c) {
        if (!(a[c * width + c] > 0))
            return false;
        for (std::size_t r = c + 1; r < k; ++r) {
            const double by = a[r * width + c] / a[c * width + c];
            for (std::size_t j = c; j < k; ++j)
                a[r * width + j] -= by * a[c * width + j];
            b[r] -= by * b[c];
        }
    }
    Gradient step{};
    for (std::size_t i = k; i-- > 0;) {
        double sum = b[i];
        for (std::size_t j = i + 1; j < k; ++j)
            sum -= a[i * width + j] * step[j];
        step[i] = std::clamp(sum / a[i * width + i], -1.0, 1.0);
        x[i] -= step[i];
    }
    return true;
}

// Least squares of the conditional errors by Levenberg and Marquardt with differences.
Values least_squares(const Model& model, Values x) {
    const std::size_t k = x.size();
    if (k == 0)
        return x;
    Values e, moved;
    std::vector<Values> columns(k);
    const auto squares = [](const Values& of) {
        return std::inner_product(of.begin(), of.end(), of.begin(), 0.0);
    };
    model.errors(model.point(x), e);
    double now = squares(e), damping = 1e-3;
    for (int pass = 0; pass < 6; ++pass) {
        constexpr double step = 1e-5;
        for (std::size_t i = 0; i < k; ++i) {
            auto next = x;
            next[i] += step;
            model.errors(model.point(next), columns[i]);
            for (std::size_t t = 0; t < e.size(); ++t)
                columns[i][t] = (columns[i][t] - e[t]) / step;
        }
        Normal normal{};
        Gradient gradient{};
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                normal[i * parameters_max + j] = normal[j * parameters_max + i] =
                    std::inner_product(columns[i].begin(), columns[i].end(), columns[j].begin(),
                                       0.0);
            gradient[i] = std::inner_product(columns[i].begin(), columns[i].end(), e.begin(), 0.0);
        }
        bool moved_on = false;
        double gain = 0;
        for (int tries = 0; tries < 6 && !moved_on; ++tries) {
            Values next = x;
            const bool solved = damped_step(normal, gradient, damping, now, next);
            if (solved) {
                for (auto& value : next)
                    value = std::clamp(value, -4.0, 4.0);
                model.errors(model.point(next), moved);
                const double tried = squares(moved);
                if (tried < now) {
                    gain = (now - tried) / now;
                    x = next;
                    std::swap(e, moved);
                    now = tried;
                    damping = std::max(damping / 10, 1e-8);
                    moved_on = true;
                    continue;
                }
            }
            damping *= 10;
        }
        if (!moved_on || gain < 1e-4)
            break;
    }
    return x;
}

// What the change of the gradient between two points tells of the inverse of the second derivatives
// (Broyden, Fletcher, Goldfarb, Shanno).
void update(std::vector<Values>& inverse, const Values& from, const Values& to,
            const Values& gradient_from, const Values& gradient_to) {
    const std::size_t k = from.size();
    double sy = 0;
    Values s(k), y(k), hy(k, 0.0);
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

// Quasi-Newton steps (BFGS) with differences: central ones for a search to the end.
Values most_likely(const Model& model, const Values& w, Values x, double& value, bool is_full) {
    const int passes_max = is_full ? 100 : 8;
    const double tolerance = is_full ? 1e-9 : 2e-2;
    const std::size_t k = x.size();
    Values gamma;
    const auto f = [&](const Values& point) { return deviance(model.point(point), w, gamma); };
    value = f(x);
    if (k == 0 || !std::isfinite(value))
        return x;
    const auto gradient_at = [&](const Values& point, double at_point, Values& gradient) {
        const double step = is_full ? 1e-4 : 1e-5;
        auto moved = point;
        for (std::size_t i = 0; i < k; ++i) {
            moved[i] = point[i] + step;
            const double up = f(moved);
            moved[i] = point[i] - step;
            const double down = is_full ? f(moved) : at_point;
            moved[i] = point[i];
            const double width = is_full ? 2 * step : step;
            gradient[i] = std::isfinite(up) && std::isfinite(down) ? (up - down) / width : 0;
        }
    };
    std::vector<Values> inverse(k, Values(k, 0.0));
    for (std::size_t i = 0; i < k; ++i)
        inverse[i][i] = 0.02;
    Values gradient(k), next_gradient(k), direction(k), next(k);
    gradient_at(x, value, gradient);
    for (int pass = 0; pass < passes_max; ++pass) {
        double slope = 0;
        for (std::size_t i = 0; i < k; ++i) {
            direction[i] = 0;
            for (std::size_t j = 0; j < k; ++j)
                direction[i] -= inverse[i][j] * gradient[j];
            direction[i] = std::clamp(direction[i], -1.0, 1.0);
            slope += direction[i] * gradient[i];
        }
        if (!(slope < 0))
            break;
        double length = 1, tried = infinity;
        for (int tries = 0; tries < 8; ++tries, length /= 3) {
            for (std::size_t i = 0; i < k; ++i)
                next[i] = std::clamp(x[i] + length * direction[i], -4.0, 4.0);
            tried = f(next);
            if (tried <= value + 1e-4 * length * slope)
                break;
        }
        if (!(tried < value))
            break;
        const double gain = value - tried;
        gradient_at(next, tried, next_gradient);
        update(inverse, x, next, gradient, next_gradient);
        x = next;
        value = tried;
        std::swap(gradient, next_gradient);
        if (gain < tolerance)
            break;
    }
    return x;
}

/// A fit by least squares whose likelihood is exact.
struct Candidate {
    ArimaOrder order;
    Values x;
    double aicc = infinity;
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

std::optional<ArimaFit> finish(const Values& series, int frequency, const ArimaOrder& order,
                               const Values& w, const Values& start, bool is_full) {
    const Model model{order, frequency, w};
    double value = infinity;
    Values gamma;
    const auto x = most_likely(model, w, start, value, is_full);
    if (!std::isfinite(value))
        return std::nullopt;
    ArimaFit fit;
    fit.order = order;
    fit.frequency = frequency;
    auto point = model.point(x);
    fit.ar = std::move(point.ar);
    fit.ma = std::move(point.ma);
    fit.mean = point.mean;
    fit.series = series;
    fit.differenced = w;
    if (!autocovariances(fit.ar, fit.ma, w.size(), gamma))
        return std::nullopt;
    const auto exact = innovations(w, fit.mean, gamma, {});
    const double n = static_cast<double>(w.size());
    fit.variance = exact.squares / std::max(1.0, n - model.count());
    fit.log_likelihood = -value / 2;
    fit.aicc = aicc(value, model.count() + 1, n);
    return fit;
}

}  // namespace

std::optional<ArimaFit> fit_arima(std::span<const double> values, int frequency, ArimaOrder order) {
    const auto series = without_gaps(values);
    if (series.size() < at(order.d + order.D * frequency) + 3)
        return std::nullopt;
    const auto w = difference(series, order, frequency);
    const Model model{order, frequency, w};
    if (w.size() < at(model.count()) + 3 || is_constant(w))
        return std::nullopt;
    Values start(at(model.count()), 0.0);
    if (order.constant)
        start.back() = mean_of(w) / model.scale();
    return finish(series, frequency, order, w, least_squares(model, start), true);
}

namespace {

/// Tries orders, each once, and goes to the best of the neighbours until none is better.
class OrderSearch {
  public:
    OrderSearch(const Values& w, int frequency, const ArimaOrder& base, bool seasonal)
        : w_(w), frequency_(frequency), base_(base), seasonal_(seasonal) {}

    /// The best of the orders that were tried; of equals the first.
    Candidate climb() {
        const bool constant = base_.d + base_.D <= 1;
        const int s = seasonal_ ? 1 : 0;
        for (const auto& first :
             {with(2, 2, s, s, constant), with(0, 0, 0, 0, constant), with(1, 0, s, 0, constant),
              with(0, 1, 0, s, constant), with(0, 0, 0, 0, false)})
            attempt(first);
        auto current = best();
        for (;;) {
            const auto& o = current.order;
            for (const auto& [first, second] : steps) {
                attempt(with(o.p, o.q, o.P + first, o.Q + second, o.constant));
                attempt(with(o.p + first, o.q + second, o.P, o.Q, o.constant));
            }
            attempt(with(o.p, o.q, o.P, o.Q, !o.constant));
            auto next = best();
            if (!(next.aicc < current.aicc))
                return current;
            current = std::move(next);
        }
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
        const auto [least, most] = std::minmax({o.p, o.q, o.P, o.Q});
        return least >= 0 && most <= 5 && o.P <= 2 && o.Q <= 2 && o.p + o.q + o.P + o.Q <= 5 &&
               (!o.constant || o.d + o.D <= 1) && (seasonal_ || o.P + o.Q == 0) &&
               std::ranges::find(tried_, o, &Candidate::order) == tried_.end();
    }

    void attempt(const ArimaOrder& order) {
        if (!is_allowed(order))
            return;
        const Model model{order, frequency_, w_};
        Candidate made{order, Values(at(model.count()), 0.0), infinity};
        const int years = order.P + order.Q > 0 ? frequency_ : 0;
        if (w_.size() > at(model.count() + 3 + years)) {
            if (order.constant)
                made.x.back() = mean_of(w_) / model.scale();
            made.x = least_squares(model, made.x);
            made.aicc =
                aicc(deviance_at(model, made.x), model.count() + 1, static_cast<double>(w_.size()));
        }
        tried_.push_back(std::move(made));
    }

    // In a long series the first errors weigh little, and their exact variance costs much.
    double deviance_at(const Model& model, const Values& x) {
        constexpr std::size_t long_series = 150;
        if (w_.size() <= long_series)
            return deviance(model.point(x), w_, gamma_);
        model.errors(model.point(x), errors_);
        const double n = static_cast<double>(w_.size());
        const double squares =
            std::inner_product(errors_.begin(), errors_.end(), errors_.begin(), 0.0);
        return squares > 0 ? n * std::log(2 * std::numbers::pi * squares / n) + n : infinity;
    }

    const Values& w_;
    int frequency_;
    ArimaOrder base_;
    bool seasonal_;
    std::vector<Candidate> tried_;
    Values errors_;
    Values gamma_;
};

}  // namespace

std::optional<ArimaFit> choose_arima(std::span<const double> values, int frequency) {
    const auto series = without_gaps(values);
    ArimaOrder base;
    const bool seasonal = frequency > 1 && series.size() >= at(2 * frequency) + 3;
    if (seasonal && seasonal_strength(series, frequency) > 0.64)
        base.D = 1;
    auto w = difference(series, base, frequency);
    if (w.size() < 3)
        return std::nullopt;
    while (base.d < 2 && w.size() > 10 && !is_constant(w) && kpss(w) > 0.463) {
        ++base.d;
        w = difference(series, base, frequency);
    }
    if (is_constant(w))
        return std::nullopt;
    const auto best = OrderSearch{w, frequency, base, seasonal}.climb();
    if (!std::isfinite(best.aicc))
        return std::nullopt;
    return finish(series, frequency, best.order, w, best.x, false);
}

std::vector<double> arima_forecast(const ArimaFit& fit, int horizon) {
    const auto& order = fit.order;
    Values gamma;
    Values ahead(at(horizon), 0.0);
    // Each period ahead rests on all values and on what was said of the periods before it.
    if (!autocovariances(fit.ar, fit.ma, fit.differenced.size() + ahead.size(), gamma))
        return ahead;
    (void)innovations(fit.differenced, fit.mean, gamma, ahead);
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
