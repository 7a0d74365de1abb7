#pragma once

#include "app/record.h"
#include "statistics/quality.h"

#include <optional>
#include <vector>

namespace app {

struct QualityQuestion : Question {
    std::optional<statistics::FindingKind> kind;
    bool with_notes = false;  ///< also where several values were published, which is no error
};

struct Quality {
    std::size_t figures = 0;  ///< that were reviewed
    std::vector<statistics::Finding> findings;
};

/// Everything that was published by the day, held against itself by what the strategy's code lists
/// declare. Nothing is mended. Errors: those of the question.
Result<Quality> quality_view(const Record& record, const QualityQuestion& question);

/// Of these, what is wrong with figures that this load brought, beyond what derived answers pass
/// over anyway. Nothing where so much is held that a review would keep whoever loads waiting.
Result<std::vector<statistics::Finding>> quality_of_load(const Record& record, std::uint64_t load);

}  // namespace app
