#include "adjustment/adjust.h"

#include "adjustment/choose_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace adjustment {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;

// Why a series is not adjusted before anything is computed; empty where it may be.
std::string refusal(std::span<const double> values, int frequency) {
    if (frequency != 12 && frequency != 4)
        return fmt::format("only months and quarters are adjusted, not a frequency of {}",
                           frequency);
    const auto least = static_cast<std::size_t>(3 * frequency);
    if (values.size() < least)
        return fmt::format("three years are needed: {} of {} values", values.size(), least);
    // The search for outliers looks at each value from each place.
    constexpr std::size_t years_most = 200;
    if (values.size() > years_most * static_cast<std::size_t>(frequency))
        return fmt::format("at most {} years are adjusted; found {} values", years_most,
                           values.size());
    const auto gaps = std::ranges::count_if(values, [](double value) { return std::isnan(value); });
    if (gaps > 0)
        return fmt::format("{} missing within the series",
                           gaps == 1 ? "a value is" : fmt::format("{} values are", gaps));
    if (std::ranges::any_of(values, [](double value) { return !std::isfinite(value); }))
        return "a value is not finite";
    // Squares and their sums stay finite, and above 0.
    constexpr double most = 1e100, least_size = 1e-100;
    const double size =
        std::abs(std::ranges::max(values, {}, [](double value) { return std::abs(value); }));
    if (size > most || (size < least_size && size > 0))
        return fmt::format("its values are of a size of {:.0e}, not between {:.0e} and {:.0e}",
                           size, least_size, most);
    if (std::ranges::all_of(values, [&](double value) { return value == values.front(); }))
        return "it never changes";
    return {};
}

RegArimaOptions model_options(const AdjustOptions& options, Mode mode) {
    RegArimaOptions made;
    made.frequency = options.frequency;
    made.is_logarithmic = mode == Mode::multiplicative;
    made.finds_outliers = options.finds_outliers;
    made.horizon = options.frequency;
    made.influences = options.influences;
    made.outliers = options.outliers;
    return made;
}

base::Result<void> check(std::span<const double> values, const AdjustOptions& options) {
    const auto refused = [](std::string message) {
        return Error{ErrorCode::invalid_forecast, std::move(message), {}};
    };
    if (options.start < 0 || options.start >= std::max(options.frequency, 1))
        return refused(fmt::format("expected a first period of the year from 0 to {}, found {}",
                                   options.frequency - 1, options.start));
    const auto length = values.size() + static_cast<std::size_t>(std::max(options.frequency, 0));
    for (const auto& one : options.influences)
        if (one.values.size() != length)
            return refused(fmt::format("expected {} values of {}, found {}", length, one.name,
                                       one.values.size()));
    for (const auto& one : options.outliers)
        if (one.at >= values.size())
            return refused(fmt::format("expected an outlier among the {} values, found one at {}",
                                       values.size(), one.at + 1));
    if (options.trend_terms != 0 &&
        (options.trend_terms < 3 || options.trend_terms > 33 || options.trend_terms % 2 == 0))
        return refused(
            fmt::format("expected an odd number of terms of the trend from 3 to 33, found {}",
                        options.trend_terms));
    return {};
}

class Work {
  public:
    Work(std::span<const double> values, const AdjustOptions& options)
        : values_(values), options_(options) {}

    Adjustment run() {
        made_.reason = refusal(values_, options_.frequency);
        if (!made_.reason.empty())
            return std::move(made_);
        made_.mode = mode();
        if (!split() && made_.mode == Mode::multiplicative && !options_.mode) {
            made_.mode = Mode::additive;
            (void)split();
        }
        if (made_.reason.empty())
            judge();
        return std::move(made_);
    }

  private:
    Mode mode() const {
        if (std::ranges::any_of(values_, [](double value) { return !(value > 0); }))
            return Mode::additive;
        if (options_.mode)
            return *options_.mode;
        const auto chosen = choose_transformation(values_, model_options(options_, Mode::additive));
        // Without noise there is nothing to choose by.
        return !chosen.ok() || chosen->is_logarithmic ? Mode::multiplicative : Mode::additive;
    }

    double without(double a, double b) const {
        return made_.mode == Mode::multiplicative ? a / b : a - b;
    }
    double with(double a, double b) const {
        return made_.mode == Mode::multiplicative ? a * b : a + b;
    }
    // What an effect of the model makes of a value.
    double of_model(double effect) const {
        return made_.mode == Mode::multiplicative ? std::exp(effect) : effect;
    }

    base::Result<RegArima> model() const;
    Values without_effects(const RegArima& model) const;
    bool split();
    void compose();
    void judge();

    std::span<const double> values_;
    const AdjustOptions& options_;
    Adjustment made_;
};

// The airline model finds the effects without which another is chosen; that one finds them anew.
base::Result<RegArima> Work::model() const {
    auto options = model_options(options_, made_.mode);
    if (options_.model)
        options.order = *options_.model;
    auto made = TRY(fit_regarima(values_, options));
    if (options_.model)
        return made;
    RegArimaOptions of_linear;
    of_linear.frequency = options.frequency;
    of_linear.is_logarithmic = options.is_logarithmic;
    const auto chosen = choose_model(without_effects(made), of_linear);
    if (!chosen.ok() || *chosen == airline)
        return made;
    options.order = *chosen;
    auto other = fit_regarima(values_, options);
    return other.ok() ? std::move(*other) : std::move(made);
}

Values Work::without_effects(const RegArima& model) const {
    Values made(values_.begin(), values_.end());
    for (std::size_t t = 0; t < made.size(); ++t)
        made[t] = without(made[t], of_model(model.outlier_effects[t] + model.influence_effects[t]));
    return made;
}

bool Work::split() {
    made_.reason.clear();
    made_.model.reset();
    Values linear(values_.begin(), values_.end()), ahead;
    auto found = model();
    if (found.ok()) {
        linear = without_effects(*found);
        ahead = found->linear_forecasts;
        made_.model = std::move(*found);
    } else if (!options_.influences.empty() || !options_.outliers.empty()) {
        made_.reason = found.error().message;
        return false;
    }
    X11Options x11_options;
    x11_options.mode = made_.mode;
    x11_options.frequency = options_.frequency;
    x11_options.start = options_.start;
    x11_options.seasonal = options_.seasonal;
    x11_options.trend_terms = options_.trend_terms;
    auto tables = x11(linear, ahead, x11_options);
    if (!tables.ok()) {
        made_.reason = "it cannot be split: " + tables.error().message;
        return false;
    }
    made_.tables = std::move(*tables);
    compose();
    return true;
}

void Work::compose() {
    const auto& tables = made_.tables;
    const std::size_t count = values_.size();
    const auto influence = [&](std::size_t t) {
        return of_model(made_.model ? made_.model->influence_effects[t] : 0);
    };
    made_.seasonal = made_.adjusted = made_.trend = made_.irregular = Values(count);
    for (std::size_t t = 0; t < count; ++t) {
        made_.seasonal[t] = with(tables.d10[t], influence(t));
        made_.adjusted[t] = without(values_[t], made_.seasonal[t]);
        made_.trend[t] =
            with(tables.d12[t], of_model(made_.model ? made_.model->level_effects[t] : 0));
        made_.irregular[t] = without(made_.adjusted[t], made_.trend[t]);
    }
    made_.seasonal_ahead.clear();
    for (std::size_t h = 0; h < static_cast<std::size_t>(options_.frequency); ++h) {
        // Without forecasts the last year's season goes on.
        const double factor =
            h < tables.d10_ahead.size()
                ? tables.d10_ahead[h]
                : tables.d10[count - static_cast<std::size_t>(options_.frequency) + h];
        made_.seasonal_ahead.push_back(made_.model ? with(factor, influence(count + h)) : factor);
    }
}

void Work::judge() {
    made_.seasonality = seasonality_tests(made_.tables);
    made_.quality = quality(made_.tables, made_.seasonality);
    made_.left_in_adjusted =
        residual_seasonality_of_adjusted(made_.tables.d11, made_.mode, options_.frequency);
    made_.left_in_irregular = residual_seasonality(made_.tables.d13, options_.frequency);
    if (made_.seasonality.verdict == Seasonality::not_identifiable)
        made_.reason = fmt::format(
            "no season can be identified: F {:.2f} between the periods, {:.2f} between the years",
            made_.seasonality.stable.value, made_.seasonality.moving.value);
    else
        made_.is_adjusted = true;
}

}  // namespace

base::Result<Adjustment> adjust(std::span<const double> values, const AdjustOptions& options) {
    TRY(check(values, options));
    return Work{values, options}.run();
}

}  // namespace adjustment
