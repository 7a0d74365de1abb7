#include "adjustment/sarima.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace adjustment {
namespace {

using forecast::ArimaOrder;
using Values = std::vector<double>;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::string_view with_mean = " with a mean";

std::size_t size(int count) {
    return static_cast<std::size_t>(count);
}

Values product(const Values& a, const Values& b) {
    Values made(a.size() + b.size() - 1, 0.0);
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            made[i + j] += a[i] * b[j];
    return made;
}

// 1 - c_1 B^lag - c_2 B^(2 lag) - ...
Values polynomial(const Values& coefficients, std::size_t lag) {
    Values made(coefficients.size() * lag + 1, 0.0);
    made[0] = 1;
    for (std::size_t i = 0; i < coefficients.size(); ++i)
        made[(i + 1) * lag] = -coefficients[i];
    return made;
}

// Durbin and Levinson's recursion, from partial autocorrelations.
Values from_partial(std::span<const double> partial) {
    Values made;
    for (const double next : partial) {
        const Values before = made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = before[i] - next * before[before.size() - 1 - i];
        made.push_back(next);
    }
    return made;
}

// The recursion backwards: all partial autocorrelations are below 1.
bool is_inside(Values coefficients) {
    while (!coefficients.empty()) {
        const double last = coefficients.back();
        if (!(std::abs(last) < 1))
            return false;
        coefficients.pop_back();
        const Values before = coefficients;
        for (std::size_t i = 0; i < before.size(); ++i)
            coefficients[i] =
                (before[i] + last * before[before.size() - 1 - i]) / (1 - last * last);
    }
    return true;
}

// What noise does to the values after it: 1, psi_1, ...
Values responses(const Values& ar, const Values& ma, std::size_t count) {
    Values made(count);
    for (std::size_t i = 0; i < count; ++i) {
        double sum = i < ma.size() ? ma[i] : 0;
        for (std::size_t j = 1; j < std::min(ar.size(), i + 1); ++j)
            sum -= ar[j] * made[i - j];
        made[i] = sum;
    }
    return made;
}

// The covariances of a moving average with what it goes into, `lag` before.
Values with_series(const Values& ma, const Values& responses) {
    Values made(ma.size());
    for (std::size_t lag = 0; lag < ma.size(); ++lag)
        for (std::size_t j = lag; j < ma.size(); ++j)
            made[lag] += ma[j] * responses[j - lag];
    return made;
}

// Gauss with the largest pivot; the solution stands in the last column.
void solve(std::vector<Values>& rows) {
    const std::size_t n = rows.size();
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t pivot = i;
        for (std::size_t k = i + 1; k < n; ++k)
            if (std::abs(rows[k][i]) > std::abs(rows[pivot][i]))
                pivot = k;
        std::swap(rows[i], rows[pivot]);
        for (std::size_t k = i + 1; k < n; ++k) {
            const double by = rows[k][i] / rows[i][i];
            for (std::size_t j = i; by != 0 && j <= n; ++j)
                rows[k][j] -= by * rows[i][j];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = i + 1; j < n; ++j)
            rows[i][n] -= rows[i][j] * rows[j][n];
        rows[i][n] /= rows[i][i];
    }
}

// Of the series itself, from lag 0 on: the equations that its autoregressive part gives.
// Source: McLeod (1975).
Values autocovariances(const Values& ar, const Values& right, std::size_t count) {
    const auto at = [&](std::size_t lag) { return lag < right.size() ? right[lag] : 0.0; };
    const std::size_t n = ar.size();
    std::vector<Values> rows(n, Values(n + 1, 0.0));
    for (std::size_t lag = 0; lag < n; ++lag) {
        for (std::size_t i = 0; i < n; ++i)
            rows[lag][lag > i ? lag - i : i - lag] += ar[i];
        rows[lag][n] = at(lag);
    }
    solve(rows);
    Values made;
    for (std::size_t lag = 0; lag < std::max(count, n); ++lag) {
        if (lag < n) {
            made.push_back(rows[lag][n]);
            continue;
        }
        double sum = at(lag);
        for (std::size_t i = 1; i < n; ++i)
            sum -= ar[i] * made[lag - i];
        made.push_back(sum);
    }
    return made;
}

}  // namespace

std::string name_of(const ArimaOrder& order) {
    return fmt::format("({} {} {})({} {} {}){}", order.p, order.d, order.q, order.P, order.D,
                       order.Q, order.constant ? with_mean : "");
}

base::Result<std::optional<ArimaOrder>> parse_model(std::string_view text) {
    if (text == "auto")
        return std::optional<ArimaOrder>{};
    if (text == "airline")
        return std::optional{airline};
    const auto whole = text;
    ArimaOrder made;
    if (text.ends_with(with_mean)) {
        made.constant = true;
        text.remove_suffix(with_mean.size());
    }
    // Each number is one digit, so that a name has one length.
    constexpr std::string_view shape = "(p d q)(P D Q)";
    constexpr std::array places{&ArimaOrder::p, &ArimaOrder::d, &ArimaOrder::q,
                                &ArimaOrder::P, &ArimaOrder::D, &ArimaOrder::Q};
    constexpr std::array most{5, 2, 5, 2, 1, 2};
    bool is_right = text.size() == shape.size();
    std::size_t next = 0;
    for (std::size_t i = 0; is_right && i < shape.size(); ++i) {
        if (shape[i] == '(' || shape[i] == ')' || shape[i] == ' ') {
            is_right = text[i] == shape[i];
            continue;
        }
        made.*places[next] = text[i] - '0';
        is_right = text[i] >= '0' && text[i] - '0' <= most[next];
        ++next;
    }
    if (is_right)
        return std::optional{made};
    return base::Error{
        base::ErrorCode::invalid_argument,
        fmt::format("expected airline, auto or a model such as (0 1 1)(0 1 1), p and "
                    "q up to 5, d, P and Q up to 2, D up to 1, found \"{}\"",
                    whole),
        "model"};
}

std::size_t coefficient_count(const ArimaOrder& order) {
    return size(order.p + order.P + order.q + order.Q);
}

Coefficients coefficients_at(const ArimaOrder& order, std::span<const double> numbers) {
    Values partial;
    for (const double number : numbers)
        partial.push_back(std::tanh(number));
    std::span<const double> left{partial};
    const auto take = [&](int count) {
        const auto taken = left.first(size(count));
        left = left.subspan(size(count));
        return from_partial(taken);
    };
    Coefficients made;
    made.ar = take(order.p);
    made.seasonal_ar = take(order.P);
    made.ma = take(order.q);
    made.seasonal_ma = take(order.Q);
    return made;
}

bool are_admissible(const ArimaOrder& order, const Coefficients& coefficients) {
    const auto is_of = [](const Values& some, int count) {
        return some.size() == size(count) && is_inside(some);
    };
    return is_of(coefficients.ar, order.p) && is_of(coefficients.seasonal_ar, order.P) &&
           is_of(coefficients.ma, order.q) && is_of(coefficients.seasonal_ma, order.Q);
}

Differences::Differences(const ArimaOrder& order, std::size_t year) : weights_{1} {
    for (int i = 0; i < order.d; ++i)
        weights_ = product(weights_, polynomial({1}, 1));
    for (int i = 0; i < order.D; ++i)
        weights_ = product(weights_, polynomial({1}, year));
}

Values Differences::operator()(std::span<const double> x) const {
    Values made;
    for (std::size_t t = lost(); t < x.size(); ++t) {
        double sum = x[t];
        for (std::size_t i = 1; i < weights_.size(); ++i)
            if (weights_[i] != 0)
                sum += weights_[i] * x[t - i];
        made.push_back(sum);
    }
    return made;
}

void Differences::undo(std::span<const double> differences, Values& levels) const {
    for (const double difference : differences) {
        double sum = difference;
        for (std::size_t i = 1; i < weights_.size(); ++i)
            if (weights_[i] != 0)
                sum -= weights_[i] * levels[levels.size() - i];
        levels.push_back(sum);
    }
}

Whitening::Whitening(const Coefficients& at, std::size_t year, std::size_t count)
    : ar_(product(polynomial(at.ar, 1), polynomial(at.seasonal_ar, year))),
      ma_(product(polynomial(at.ma, 1), polynomial(at.seasonal_ma, year))),
      reach_(ma_.size() - 1),
      first_(std::max(ar_.size(), ma_.size()) - 1),
      width_(first_ + 1),
      count_(count),
      lower_(count * width_, 0.0) {
    const auto both = with_series(ma_, responses(ar_, ma_, ma_.size()));
    const auto average = with_series(ma_, ma_);
    factorise(ar_.size() > 1 ? autocovariances(ar_, both, first_) : average, both, average);
}

void Whitening::factorise(std::span<const double> of_series, std::span<const double> of_both,
                          std::span<const double> of_average) {
    for (std::size_t row = 0; row < count_; ++row)
        for (std::size_t column = begin_of(row); column <= row; ++column) {
            const auto of = row < first_ ? of_series : column < first_ ? of_both : of_average;
            fill(row, column, of[row - column]);
        }
}

void Whitening::fill(std::size_t row, std::size_t column, double sum) {
    for (std::size_t k = std::max(begin_of(row), begin_of(column)); k < column; ++k)
        sum -= lower(row, k) * lower(column, k);
    auto& made = lower(row, column);
    if (row != column) {
        made = sum / lower(column, column);
    } else if (sum > 0) {
        made = std::sqrt(sum);
        log_determinant_ += std::log(sum);
    } else {
        made = 1;
        log_determinant_ = infinity;
    }
}

double Whitening::filtered(std::span<const double> x, std::size_t row) const {
    double sum = x[row];
    if (row >= first_)
        for (std::size_t i = 1; i < ar_.size(); ++i)
            sum += ar_[i] * x[row - i];
    return sum;
}

Values Whitening::operator()(std::span<const double> x) const {
    Values made(x.size());
    for (std::size_t row = 0; row < x.size(); ++row) {
        double sum = filtered(x, row);
        for (std::size_t column = begin_of(row); column < row; ++column)
            sum -= lower(row, column) * made[column];
        made[row] = sum / lower(row, row);
    }
    return made;
}

Values Whitening::continued(std::span<const double> x) const {
    auto noise = (*this)(x);
    Values made;
    for (std::size_t row = x.size(); row < count_; ++row) {
        double sum = 0;
        for (std::size_t column = begin_of(row); column < row; ++column)
            sum += lower(row, column) * noise[column];
        made.push_back(sum);
        noise.push_back(0);
    }
    return made;
}

Values continued(const Coefficients& at, std::size_t year, std::span<const double> x,
                 std::size_t ahead) {
    const auto ar = product(polynomial(at.ar, 1), polynomial(at.seasonal_ar, year));
    const std::size_t lags = std::min(ar.size() - 1, x.size());
    Values average;
    for (std::size_t t = lags; t < x.size(); ++t) {
        average.push_back(x[t]);
        for (std::size_t i = 1; i < ar.size(); ++i)
            average.back() += ar[i] * x[t - i];
    }
    const Whitening whitened{{{}, {}, at.ma, at.seasonal_ma}, year, average.size() + ahead};
    Values all(x.begin(), x.end());
    for (double next : whitened.continued(average)) {
        for (std::size_t i = 1; i <= std::min(lags, all.size()); ++i)
            next -= ar[i] * all[all.size() - i];
        all.push_back(next);
    }
    return {all.begin() + static_cast<std::ptrdiff_t>(x.size()), all.end()};
}

}  // namespace adjustment
