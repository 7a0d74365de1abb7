#pragma once

#include "app/record.h"
#include "statistics/quality.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace app {

struct QualityQuestion : Question {
    std::optional<statistics::FindingKind> kind = {};
    bool with_notes = false;  ///< also where several values were published, which is no error
};

struct Quality {
    std::size_t figures = 0;  ///< that were reviewed
    std::vector<statistics::Finding> findings;
};

/// Everything that was published by the day, held against itself by what the strategy declares;
/// rates of exchange, which add up to nothing, are left out. Nothing is mended.
/// Errors: those of the question and of the series store.
Result<Quality> quality_view(const Record& record, const QualityQuestion& question);

/// A load holds what it brings against so many figures at most: its memory is bounded, and whoever
/// loads is not kept waiting.
inline constexpr std::size_t reviewed_at_load_max = 200'000;

/// Of these, what concerns figures that this load brought, notes too; nothing where it brought
/// more than is reviewed at a load, or more is held.
Result<std::optional<std::vector<statistics::Finding>>> quality_of_load(const Record& record,
                                                                        std::uint64_t load,
                                                                        std::size_t brought);

}  // namespace app
