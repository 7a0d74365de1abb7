#include "adjustment/influences.h"

#include <cmath>
#include <optional>

namespace adjustment {
namespace {

// Nothing where the model cannot be estimated with them.
std::optional<double> criterion(std::span<const double> values, RegArimaOptions options,
                                const InfluenceGroup& group) {
    options.influences.insert(options.influences.end(), group.influences.begin(),
                              group.influences.end());
    const auto fit = fit_regarima(values, options);
    return fit.ok() && std::isfinite(fit->aicc) ? std::optional{fit->aicc} : std::nullopt;
}

}  // namespace

base::Result<ChosenInfluences> choose_influences(std::span<const double> values,
                                                 RegArimaOptions options,
                                                 std::span<const Alternatives> of) {
    options.finds_outliers = false;
    ChosenInfluences chosen;
    double least = TRY(fit_regarima(values, options)).aicc;
    for (const auto& alternatives : of) {
        const InfluenceGroup* best = nullptr;
        for (const auto& group : alternatives)
            if (const auto found = criterion(values, options, group); found && *found < least) {
                least = *found;
                best = &group;
            }
        if (best == nullptr)
            continue;
        options.influences.insert(options.influences.end(), best->influences.begin(),
                                  best->influences.end());
        chosen.groups.push_back(best->name);
    }
    chosen.influences = std::move(options.influences);
    return chosen;
}

base::Result<WithoutInfluences> without_influences(std::span<const double> values,
                                                   const RegArimaOptions& options) {
    const auto fit = TRY(fit_regarima(values, options));
    WithoutInfluences made;
    made.is_logarithmic = options.is_logarithmic;
    for (std::size_t t = 0; t < fit.influence_effects.size(); ++t) {
        const double effect = fit.influence_effects[t];
        if (t >= values.size())
            made.ahead.push_back(options.is_logarithmic ? std::exp(effect) : effect);
        else
            made.values.push_back(options.is_logarithmic ? values[t] / std::exp(effect)
                                                         : values[t] - effect);
    }
    return made;
}

}  // namespace adjustment
