#pragma once

#include "adjustment/regarima.h"

namespace adjustment {

/// Influences that are taken or left together, such as six contrasts of trading days.
struct InfluenceGroup {
    std::string name;
    std::vector<Influence> influences;
};

/// At most one of these groups is taken.
using Alternatives = std::vector<InfluenceGroup>;

struct ChosenInfluences {
    std::vector<Influence> influences;  ///< those that were there and those that were taken
    std::vector<std::string> groups;    ///< that were taken
};

/// Takes of each of several alternatives, one after another, the group with the lowest AICc of the
/// model beside what is there already, or none where the model is no worse without.
///
/// Shape:  outliers are not looked for meanwhile; influences as in RegArimaOptions. A group that
///         the stretch does not tell from others (always 0, say) is not taken.
/// Errors: as fit_regarima, of the model without any group.
base::Result<ChosenInfluences> choose_influences(std::span<const double> values,
                                                 RegArimaOptions options,
                                                 std::span<const Alternatives> of);

/// A series without its influences, and what they will be.
struct WithoutInfluences {
    std::vector<double> values;
    std::vector<double> ahead;    ///< factors where logarithmic, else amounts
    bool is_logarithmic = false;  ///< of the model
};

/// Takes the influences out that the model estimates beside outliers. Errors: as fit_regarima.
base::Result<WithoutInfluences> without_influences(std::span<const double> values,
                                                   const RegArimaOptions& options);

}  // namespace adjustment
