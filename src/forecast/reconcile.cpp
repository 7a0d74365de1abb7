#include "forecast/reconcile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace forecast {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;

// At the place of its value.
constexpr std::array<std::string_view, 5> words{"none", "bottom-up", "top-down", "wls", "mint"};
static_assert(words.size() == static_cast<std::size_t>(Reconciliation::mint) + 1);

/// Errors of all series in units of their own deviations, period after period; 0 where missing.
struct Standardised {
    std::size_t series = 0, periods = 0;
    Values deviation;
    Values values;  ///< by series: values[series * periods + period]

    std::span<const double> of(std::size_t i) const {
        return std::span{values}.subspan(i * periods, periods);
    }
};

Standardised standardised(std::span<const Values> errors) {
    Standardised made;
    made.series = errors.size();
    // Only periods in which something is known.
    std::vector<std::size_t> kept;
    for (std::size_t t = 0; !errors.empty() && t < errors.front().size(); ++t)
        if (std::ranges::any_of(errors, [t](const Values& of) { return !std::isnan(of[t]); }))
            kept.push_back(t);
    made.periods = kept.size();
    for (const auto& of : errors) {
        double squares = 0, count = 0;
        for (const auto t : kept)
            if (!std::isnan(of[t])) {
                squares += of[t] * of[t];
                count += 1;
            }
        const double deviation = count > 0 ? std::sqrt(squares / count) : 0;
        made.deviation.push_back(deviation);
        for (const auto t : kept)
            made.values.push_back(std::isnan(of[t]) || deviation == 0 ? 0 : of[t] / deviation);
    }
    return made;
}

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t t = 0; t < a.size(); ++t)
        sum += a[t] * b[t];
    return sum;
}

double shrinkage_between(const Standardised& x) {
    const auto n = static_cast<double>(x.periods);
    if (x.periods < 2)
        return 1;
    double variances = 0, squares = 0;
    for (std::size_t i = 0; i < x.series; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto a = x.of(i), b = x.of(j);
            double products = 0, of_squares = 0;
            for (std::size_t t = 0; t < a.size(); ++t) {
                const double product = a[t] * b[t];
                products += product;
                of_squares += product * product;
            }
            variances += (of_squares - products * products / n) / (n * (n - 1));
            squares += products / n * (products / n);
        }
    return squares > 0 ? std::clamp(variances / squares, 0.0, 1.0) : 1;
}

/// The triangle L with L L' = M for a symmetric matrix that is scaled to ones on its diagonal. Rows
/// that others determine, or that are 0, are left out: their unknown is 0.
class Triangle {
  public:
    Triangle(Values matrix, std::size_t size) : size_(size), l_(std::move(matrix)), scale_(size) {
        for (std::size_t i = 0; i < size_; ++i)
            scale_[i] = at(i, i) > 0 ? 1 / std::sqrt(at(i, i)) : 0;
        for (std::size_t i = 0; i < size_; ++i)
            for (std::size_t j = 0; j <= i; ++j)
                at(i, j) *= scale_[i] * scale_[j];
        for (std::size_t j = 0; j < size_; ++j) {
            const double pivot = at(j, j) - dot(row(j, j), row(j, j));
            // The guard lies far above the rounding of sums of thousands of terms.
            at(j, j) = pivot > 1e-12 ? std::sqrt(pivot) : 0;
            for (std::size_t i = j + 1; i < size_; ++i)
                at(i, j) = at(j, j) > 0 ? (at(i, j) - dot(row(i, j), row(j, j))) / at(j, j) : 0;
        }
    }

    /// Overwrites b by the solution of M x = b.
    void solve(std::span<double> b) const {
        for (std::size_t i = 0; i < size_; ++i)
            b[i] *= scale_[i];
        for (std::size_t i = 0; i < size_; ++i) {
            const double rest = b[i] - dot(row(i, i), b.first(i));
            b[i] = at(i, i) > 0 ? rest / at(i, i) : 0;
        }
        for (std::size_t i = size_; i-- > 0;) {
            b[i] = at(i, i) > 0 ? b[i] / at(i, i) : 0;
            for (std::size_t j = 0; j < i; ++j)
                b[j] -= at(i, j) * b[i];
        }
        for (std::size_t i = 0; i < size_; ++i)
            b[i] *= scale_[i];
    }

  private:
    double& at(std::size_t i, std::size_t j) { return l_[i * size_ + j]; }
    double at(std::size_t i, std::size_t j) const { return l_[i * size_ + j]; }
    std::span<const double> row(std::size_t i, std::size_t first) const {
        return std::span{l_}.subspan(i * size_, first);
    }

    std::size_t size_;
    Values l_;
    Values scale_;
};

// So many columns at a time stay in the nearest caches, and so many of those in registers.
constexpr std::size_t block = 64, tile = 16;
static_assert(block % tile == 0);

}  // namespace

std::string_view word(Reconciliation reconciliation) {
    return words[static_cast<std::size_t>(reconciliation)];
}

std::optional<Reconciliation> parse_reconciliation(std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Reconciliation>(found - words.begin());
}

std::vector<std::string> reconciliation_words() {
    return {words.begin(), words.end()};
}

double shrinkage_of(std::span<const Values> errors) {
    return shrinkage_between(standardised(errors));
}

base::Result<Reconciler> Reconciler::create(const Hierarchy& hierarchy, Reconciliation method,
                                            std::span<const Values> errors, int each) {
    if (errors.size() != hierarchy.size())
        return Error{ErrorCode::invalid_forecast,
                     fmt::format("expected the errors of {} series, found those of {}",
                                 hierarchy.size(), errors.size()),
                     ""};
    if (hierarchy.sums().size() > sums_max)
        return Error{
            ErrorCode::invalid_forecast,
            fmt::format("expected at most {} sums, found {}", sums_max, hierarchy.sums().size()),
            ""};
    Reconciler made{hierarchy};
    made.method_ = method;
    if (method == Reconciliation::wls || method == Reconciliation::mint)
        made.find_gains(errors, each);
    return made;
}

// With W the covariances of the errors and C the matrix that gives each sum less its parts, the
// values that add up and lie nearest are y - W C' (C W C')^-1 C y. Only as many equations as there
// are sums are solved, and W, which is never formed, may be singular.
void Reconciler::find_gains(std::span<const Values> errors, int each) {
    const auto x = standardised(errors);
    const auto& sums = hierarchy_->sums();
    const std::size_t m = sums.size(), n = hierarchy_->size();
    if (x.periods < error_periods_least)
        method_ = Reconciliation::wls;
    shrinkage_ = method_ == Reconciliation::mint ? std::min(1.0, each * shrinkage_between(x)) : 1;
    // The errors of each sum less those of its parts.
    Values excess(m * x.periods);
    for (std::size_t j = 0; j < m; ++j)
        for (std::size_t t = 0; t < x.periods; ++t) {
            double& of = excess[j * x.periods + t];
            of = x.deviation[j] * x.of(j)[t];
            for (const auto part : sums[j].parts)
                of -= x.deviation[m + part] * x.of(m + part)[t];
        }
    const double kept = x.periods > 0 ? (1 - shrinkage_) / static_cast<double>(x.periods) : 0;
    // What shrinkage leaves of the variance to the series alone.
    Values alone(n);
    for (std::size_t i = 0; i < n; ++i)
        alone[i] = x.deviation[i] * x.deviation[i] * (1 - kept * dot(x.of(i), x.of(i)));
    Values wc(n * m, 0.0);  // W C'
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; kept > 0 && j < m; ++j)
            wc[i * m + j] = kept * x.deviation[i] *
                            dot(x.of(i), std::span{excess}.subspan(j * x.periods, x.periods));
    for (std::size_t j = 0; j < m; ++j) {
        wc[j * m + j] += alone[j];
        for (const auto part : sums[j].parts)
            wc[(m + part) * m + j] -= alone[m + part];
    }
    Values cwc(wc.begin(), wc.begin() + static_cast<std::ptrdiff_t>(m * m));
    for (std::size_t k = 0; k < m; ++k)
        for (const auto part : sums[k].parts)
            for (std::size_t j = 0; j < m; ++j)
                cwc[k * m + j] -= wc[(m + part) * m + j];
    const Triangle triangle{std::move(cwc), m};
    gains_.assign(wc.begin() + static_cast<std::ptrdiff_t>(m * m), wc.end());
    for (std::size_t i = 0; i < n - m; ++i)
        triangle.solve(std::span{gains_}.subspan(i * m, m));
}

// Where the bottom forecasts do not add up to something positive, nothing can be shared in
// proportion; what is lacking is shared alike then.
void Reconciler::share_total(std::span<double> values, std::size_t columns) const {
    const std::size_t m = hierarchy_->sums().size(), n = hierarchy_->size();
    for (std::size_t c = 0; c < columns; ++c) {
        double sum = 0;
        for (std::size_t i = m; i < n; ++i)
            sum += values[i * columns + c];
        const double total = values[c];
        const double lacking = (total - sum) / static_cast<double>(n - m);
        for (std::size_t i = m; i < n; ++i) {
            double& value = values[i * columns + c];
            value = sum > 0 ? value * (total / sum) : value + lacking;
        }
    }
}

// What each sum has more than its parts, for a block of columns.
void Reconciler::find_excess(const double* values, std::size_t columns, std::size_t width,
                             std::span<double> excess) const {
    const auto& sums = hierarchy_->sums();
    const double* bottom = values + sums.size() * columns;
    for (std::size_t j = 0; j < sums.size(); ++j) {
        double* of = excess.data() + j * block;
        std::copy_n(values + j * columns, width, of);
        for (const auto part : sums[j].parts)
            for (std::size_t c = 0; c < width; ++c)
                of[c] -= bottom[part * columns + c];
    }
}

void Reconciler::project(double* values, std::size_t columns, std::size_t width,
                         std::span<double> excess) const {
    const std::size_t m = hierarchy_->sums().size(), bottoms = hierarchy_->bottom().size();
    find_excess(values, columns, width, excess);
    double* bottom = values + m * columns;
    for (std::size_t i = 0; i < bottoms; ++i)
        for (std::size_t first = 0; first < width; first += tile) {
            std::array<double, tile> given{};
            for (std::size_t j = 0; j < m; ++j) {
                const double gain = gains_[i * m + j];
                const double* of = excess.data() + j * block + first;
                for (std::size_t c = 0; c < tile; ++c)
                    given[c] += gain * of[c];
            }
            double* row = bottom + i * columns + first;
            for (std::size_t c = 0; c < std::min(tile, width - first); ++c)
                row[c] -= given[c];
        }
}

void Reconciler::apply(std::span<double> values, std::size_t columns, Domain domain) const {
    const auto& sums = hierarchy_->sums();
    const std::size_t m = sums.size(), bottoms = hierarchy_->bottom().size();
    if (method_ == Reconciliation::none) {
        if (domain == Domain::non_negative)
            for (auto& value : values)
                value = std::max(0.0, value);
        return;
    }
    if (method_ == Reconciliation::top_down)
        share_total(values, columns);
    Values excess(m * block);
    for (std::size_t first = 0; first < columns; first += block) {
        const std::size_t width = std::min(block, columns - first);
        double* const at = values.data() + first;
        double* const bottom = at + m * columns;
        if (!gains_.empty())
            project(at, columns, width, excess);
        if (domain == Domain::non_negative)
            for (std::size_t i = 0; i < bottoms; ++i)
                for (std::size_t c = 0; c < width; ++c)
                    bottom[i * columns + c] = std::max(0.0, bottom[i * columns + c]);
        for (std::size_t j = 0; j < m; ++j) {
            double* const sum = at + j * columns;
            std::fill_n(sum, width, 0.0);
            for (const auto part : sums[j].parts)
                for (std::size_t c = 0; c < width; ++c)
                    sum[c] += bottom[part * columns + c];
        }
    }
}

}  // namespace forecast
