#pragma once

#include "app/record.h"
#include "base/clock.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace app {

/// How an exercise is played: seeded, so that two runs tell the same story.
struct ExerciseOptions {
    std::uint64_t entries = 2000;  ///< about how many; the last round is played to its end
    std::uint64_t seed = 1;
    base::Day until;  ///< the last day that is played
    std::function<void(std::uint64_t done, std::uint64_t of)> progress = {};
};

/// Plays the strategy as if it had been run since its first day: a working plan that closes what
/// the printed one leaves open, confirmations, contributions, reports, returns, verifications,
/// endorsements and silence; a council, money and programmes. Nothing of it is fact, and all of it
/// is marked.
///
/// The record must be empty and stand on `clock`, which is moved along.
/// Errors: not_an_exercise where the record has entries; strategy_has_errors.
Result<std::uint64_t> play_exercise(Record& record, base::FixedClock& clock,
                                    const std::filesystem::path& folder,
                                    const ExerciseOptions& options);

}  // namespace app
