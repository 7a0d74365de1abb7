#pragma once

#include "app/record.h"
#include "base/json.h"
#include "statistics/quality.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace app {

/// What the figures of a strategy are held to, as its statistics.yaml declares it: its identities,
/// and of each list with one root the words of that root as the whole.
statistics::ReviewRules review_rules(const plan::Plan& plan);

struct QualityQuestion : Question {
    std::optional<statistics::FindingKind> kind = {};  ///< absent: all
};

struct QualityView {
    Answerable moment;
    std::size_t figures = 0;  ///< that were held against each other
    std::size_t series = 0;
    std::vector<statistics::Finding> findings;

    std::size_t count(statistics::Severity severity) const;
    base::Json json() const;
};

/// The review of everything that is held and was known by the day; rates of exchange, which add up
/// to nothing, are left out. Errors: those of the series store.
Result<QualityView> quality_view(const Record& record, const QualityQuestion& question);

/// So many figures a load holds against each other before it is done; what has more is left to
/// `quality_view`.
inline constexpr std::size_t reviewed_at_load_max = 200'000;

/// What the review says of the figures that one entry brought; nothing where more is held than a
/// load looks at. Errors: those of the series store.
Result<std::optional<std::vector<statistics::Finding>>> review_of_load(const Record& record,
                                                                       std::uint64_t seq,
                                                                       std::size_t brought);

}  // namespace app
