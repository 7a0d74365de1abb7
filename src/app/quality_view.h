#pragma once

#include "app/record.h"
#include "base/json.h"
#include "statistics/quality.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct QualityQuestion : Question {
    std::optional<statistics::FindingKind> kind = {};
    bool with_notes = false;  ///< also where several values were published, which is no error
    std::size_t figures_max = SIZE_MAX;
};

struct Quality {
    Answerable moment;
    std::size_t figures = 0;  ///< that were reviewed
    std::vector<statistics::Finding> findings;
    /// How many there are of each kind, also of those that were not asked for; none that has none.
    std::map<statistics::FindingKind, std::size_t> counts;
    statistics::SourceTable sources;  ///< of all that is held
};

/// Everything that was published by the day, held against itself by what the strategy declares;
/// rates of exchange, which add up to nothing, are left out. Nothing is mended.
/// Errors: too_many_to_review, those of the question and of the series store.
Result<Quality> quality_view(const Record& record, const QualityQuestion& question);

/// {heading..., "figures", "kinds": [{"kind", "heading", "findings"}], "findings", "sources"}; the
/// sources are those of the figures that the findings name.
base::Json to_json(const Quality& quality);

/// One request over HTTP reviews so many figures at most, for whoever asks need not be known.
inline constexpr std::size_t reviewed_at_request_max = 1'000'000;

/// Reads a question as callers write it: the name of a kind or "", "true", "false" or "" for notes.
/// Errors: those of parse_question; invalid_argument, naming the parameter.
struct QualityWords {
    std::string_view as_of;
    std::string_view recorded_by;
    std::string_view kind;
    std::string_view notes;
};
Result<QualityQuestion> parse_quality_question(const Record& record, const QualityWords& words);

/// A load holds what it brings against so many figures at most: its memory is bounded, and whoever
/// loads is not kept waiting.
inline constexpr std::size_t reviewed_at_load_max = 200'000;

/// Of these, what concerns figures that this load brought, notes too; nothing where it brought
/// more than is reviewed at a load, or more is held.
Result<std::optional<std::vector<statistics::Finding>>> quality_of_load(const Record& record,
                                                                        std::uint64_t load,
                                                                        std::size_t brought);

}  // namespace app
