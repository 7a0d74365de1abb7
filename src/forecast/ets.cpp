#include "forecast/ets.h"

#include "forecast/ets_layout.h"
#include "forecast/kernels.h"

#include <algorithm>
#include <cmath>

namespace forecast {

std::string EtsModel::name() const {
    const std::string season_letter = season == EtsSeason::none       ? "N"
                                      : season == EtsSeason::additive ? "A"
                                                                      : "M";
    return std::string{"ETS("} + (error == EtsError::additive ? "A" : "M") + "," +
           (trend == EtsTrend::none       ? "N"
            : trend == EtsTrend::additive ? "A"
                                          : "Ad") +
           "," + season_letter + ")";
}

std::vector<EtsModel> ets_models(std::span<const double> values, int frequency) {
    bool positive = true;
    int observed = 0;
    for (const double y : values)
        if (!std::isnan(y)) {
            positive = positive && y > 0;
            ++observed;
        }
    const bool seasonal =
        frequency > 1 && frequency <= ets_frequency_max && observed >= 2 * frequency + 1;
    std::vector<EtsModel> models;
    for (const auto error : {EtsError::additive, EtsError::multiplicative})
        for (const auto trend : {EtsTrend::none, EtsTrend::additive, EtsTrend::damped})
            for (const auto season :
                 {EtsSeason::none, EtsSeason::additive, EtsSeason::multiplicative}) {
                const bool relative =
                    error == EtsError::multiplicative || season == EtsSeason::multiplicative;
                // An additive error with a multiplicative season has an infinite variance.
                const bool unstable =
                    error == EtsError::additive && season == EtsSeason::multiplicative;
                if ((relative && !positive) || unstable || (season != EtsSeason::none && !seasonal))
                    continue;
                const EtsModel model{error, trend, season};
                if (observed >= EtsLayout{model, frequency}.count + 3)
                    models.push_back(model);
            }
    return models;
}

std::optional<EtsFit> fit_ets(std::span<const double> values, int frequency, EtsModel model,
                              int passes_max) {
    const auto observed = std::ranges::count_if(values, [](double y) { return !std::isnan(y); });
    if (model.season != EtsSeason::none && (frequency < 2 || frequency > ets_frequency_max))
        return std::nullopt;
    if (observed < EtsLayout{model, frequency}.count + 3)
        return std::nullopt;
    return kernels().ets(values, frequency, model, passes_max);
}

void ets_path(const EtsFit& fit, int frequency, std::span<const double> errors,
              std::span<double> path) {
    const auto& [alpha, beta, gamma, phi] = fit.parameters;
    double level = fit.last.level, slope = fit.last.slope;
    auto effects = fit.last.season;
    const auto m = effects.empty() ? std::size_t{1} : static_cast<std::size_t>(frequency);
    const bool has_trend = fit.model.trend != EtsTrend::none;
    for (std::size_t h = 0; h < path.size(); ++h) {
        const double damped = has_trend ? phi * slope : 0;
        const double base = level + damped;
        const double effect = effects.empty() ? 0 : effects[h % m];
        const bool relative_season = fit.model.season == EtsSeason::multiplicative;
        const double forecast = effects.empty()   ? base
                                : relative_season ? base * effect
                                                  : base + effect;
        const double y = fit.model.error == EtsError::additive ? forecast + errors[h]
                                                               : forecast * (1 + errors[h]);
        path[h] = y;
        const double seen = effects.empty() ? y : relative_season ? y / effect : y - effect;
        const double before = level;
        level = base + alpha * (seen - base);
        if (has_trend)
            slope = damped + (alpha > 0 ? beta / alpha : 0) * (level - before - damped);
        if (!effects.empty()) {
            const double now = relative_season ? y / base : y - base;
            effects[h % m] = effect + gamma * (now - effect);
        }
    }
}

std::vector<double> ets_forecast(const EtsFit& fit, int frequency, int horizon) {
    const std::vector<double> none(static_cast<std::size_t>(horizon), 0.0);
    std::vector<double> made(none.size());
    ets_path(fit, frequency, none, made);
    return made;
}

}  // namespace forecast
