#include "adjustment/choose_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace adjustment {
namespace {

using forecast::ArimaOrder;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int regular_most = 3;  ///< of p + q

// The greatest real root of z^2 = ar_1 z + ar_2; that of a random walk is 1.
double greatest_root(const std::vector<double>& ar) {
    const double inside = ar[0] * ar[0] + 4 * ar[1];
    return inside < 0 ? 0 : (ar[0] + std::sqrt(inside)) / 2;
}

// Whether a root is as good as 1 and no moving average takes it back.
bool is_unit_root(const std::vector<double>& ar, const std::vector<double>& ma) {
    constexpr double nearly = 0.88, apart = 0.1;
    return ar[0] >= nearly && std::abs(ar[0] - ma[0]) > apart;
}

/// Tries models on one series, each once.
class Search {
  public:
    Search(std::span<const double> values, RegArimaOptions options)
        : values_(values), options_(std::move(options)) {
        options_.finds_outliers = false;
        options_.is_draft = true;
        options_.horizon = 0;
    }

    base::Result<ArimaOrder> run() {
        options_.order = airline;
        fits_.emplace(key_of(airline), TRY(fit_regarima(values_, options_)));
        const auto found = with_orders(differences());
        return is_better(found) ? found : airline;
    }

  private:
    const RegArima* fit(const ArimaOrder& order);
    double criterion(const ArimaOrder& order);
    ArimaOrder differences();
    ArimaOrder with_orders(ArimaOrder order);
    ArimaOrder least_of(const std::vector<ArimaOrder>& all);
    ArimaOrder with_regular(ArimaOrder order);
    ArimaOrder with_seasonal(ArimaOrder order);
    bool is_better(const ArimaOrder& order);

    using Key = std::array<int, 7>;
    static Key key_of(const ArimaOrder& order) {
        return {order.p, order.d, order.q, order.P, order.D, order.Q, order.constant ? 1 : 0};
    }

    std::span<const double> values_;
    RegArimaOptions options_;
    std::map<Key, std::optional<RegArima>> fits_;
};

// Nothing where it cannot be estimated.
const RegArima* Search::fit(const ArimaOrder& order) {
    const auto [at, is_new] = fits_.try_emplace(key_of(order));
    if (is_new) {
        options_.order = order;
        if (auto made = fit_regarima(values_, options_); made.ok())
            at->second = std::move(*made);
    }
    return at->second ? &*at->second : nullptr;
}

// Of models with the same differences less is better.
double Search::criterion(const ArimaOrder& order) {
    const auto* made = fit(order);
    if (made == nullptr)
        return infinity;
    const auto parameters = coefficient_count(order) + (order.constant ? 2 : 1);
    const auto count = values_.size() - static_cast<std::size_t>(order.d) -
                       static_cast<std::size_t>(order.D * options_.frequency);
    return -2 * made->log_likelihood +
           static_cast<double>(parameters) * std::log(static_cast<double>(count));
}

ArimaOrder Search::differences() {
    ArimaOrder found;
    // An autoregression with a mean tells what is plain.
    constexpr double plainly = 0.97;
    if (const auto* plain = fit({2, 0, 0, 1, 0, 0, true})) {
        found.d = greatest_root(plain->arma.ar) >= plainly ? 1 : 0;
        found.D = plain->arma.seasonal_ar[0] >= plainly ? 1 : 0;
    }
    // Beside a moving average a root shows that is less near.
    for (bool goes_on = true; goes_on;) {
        const auto* mixed = fit({1, found.d, 1, 1, found.D, 1, found.d + found.D == 0});
        if (mixed == nullptr)
            break;
        const auto& arma = mixed->arma;
        const bool of_years = found.D < 1 && is_unit_root(arma.seasonal_ar, arma.seasonal_ma);
        const bool of_periods = found.d < 2 && is_unit_root(arma.ar, arma.ma);
        found.D += of_years ? 1 : 0;
        found.d += of_periods ? 1 : 0;
        goes_on = of_years || of_periods;
    }
    return found;
}

ArimaOrder Search::least_of(const std::vector<ArimaOrder>& all) {
    return *std::ranges::min_element(all, {},
                                     [&](const ArimaOrder& one) { return criterion(one); });
}

ArimaOrder Search::with_regular(ArimaOrder order) {
    std::vector<ArimaOrder> all;
    for (order.p = 0; order.p <= regular_most; ++order.p)
        for (order.q = 0; order.p + order.q <= regular_most; ++order.q)
            all.push_back(order);
    return least_of(all);
}

ArimaOrder Search::with_seasonal(ArimaOrder order) {
    std::vector<ArimaOrder> all;
    for (order.P = 0; order.P <= 1; ++order.P)
        for (order.Q = 0; order.Q <= 1; ++order.Q)
            all.push_back(order);
    return least_of(all);
}

// The season beside a long autoregression, then the rest beside that season, then the season anew.
ArimaOrder Search::with_orders(ArimaOrder order) {
    order.constant = order.d + order.D == 0;
    order.p = regular_most;
    order = with_seasonal(with_regular(with_seasonal(order)));
    order.constant = true;
    const auto* with_mean = fit(order);
    constexpr double t_least = 1.96;
    order.constant = with_mean != nullptr && std::abs(with_mean->mean_t) >= t_least;
    return order;
}

// Criteria of other differences are of other values. Then the noise may be a little greater.
bool Search::is_better(const ArimaOrder& order) {
    const auto* made = fit(order);
    if (made == nullptr)
        return false;
    if (order.d == airline.d && order.D == airline.D)
        return criterion(order) < criterion(airline);
    constexpr double more = 1.05;
    return std::sqrt(made->variance) < more * std::sqrt(fit(airline)->variance);
}

}  // namespace

base::Result<ArimaOrder> choose_model(std::span<const double> values, RegArimaOptions options) {
    return Search{values, std::move(options)}.run();
}

}  // namespace adjustment
