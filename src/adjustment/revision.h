#pragma once

#include "adjustment/adjust.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace adjustment {

/// What is done when a value is added.
/// concurrent: everything anew. partial: the mode, the model, the outliers and the filters of the
/// last full adjustment stay, what they are is estimated anew. current: its projected factors
/// adjust what comes, and nothing that was published changes. Partial and current are adjusted in
/// full again when a year has passed.
enum class RevisionPolicy : unsigned char { concurrent, partial, current };
std::string_view word(RevisionPolicy policy);
std::optional<RevisionPolicy> parse_revision_policy(std::string_view text);

/// What was published when so many values were known.
struct Vintage {
    std::size_t known = 0;
    bool is_full = false;  ///< everything was chosen anew
    Mode mode = Mode::multiplicative;
    std::vector<double> adjusted;  ///< empty where the series was not adjusted then
};

/// A series as it would have been adjusted as of each of its ends.
struct RevisionHistory {
    RevisionPolicy policy = RevisionPolicy::concurrent;
    std::vector<Vintage> vintages;
    /// The mean revision of the adjusted values after one period and after one year, in per cent:
    /// |later / first - 1| where first adjusted multiplicatively, else |later - first| over the
    /// mean size of the series. None where no value is that old.
    std::optional<double> after_one, after_year;
};

/// Adjusts as of every end from `first_known` values on. Influences are taken to have been known a
/// year ahead, known outliers from their own period on.
///
/// Shape:  at least three years at first; `first_known` 0 begins with five years, or with three
///         where there are not six.
/// Errors: invalid_forecast (fewer at first, those of adjust).
/// Source: Findley et al. (1998), section 3.2; ESS guidelines on seasonal adjustment (2024),
/// item 4.
base::Result<RevisionHistory> revision_history(std::span<const double> values,
                                               const AdjustOptions& options, RevisionPolicy policy,
                                               std::size_t first_known = 0);

}  // namespace adjustment
