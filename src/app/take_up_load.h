#pragma once

#include "app/figure_keeper.h"
#include "base/input.h"

#include <optional>
#include <string>

namespace app {

/// A load that goes on where another one was.
struct TakenUpLoad {
    FigureKeeper::Parts parts;
    statistics::StagedLoad begun;
    /// Of the file and, where that is a message, of its table: what was kept, and is to be read.
    std::string file, table;
};

/// Takes up what a checkpoint tells: reads the beginning of the file, which it keeps anew, and
/// holds it and all that was kept against their hashes.
///
/// Shape: the file stands at its beginning, and afterwards where `TakenUpLoad::file` ends.
/// Errors: those of the file, the objects and `find_stage`; invalid_argument, with a clause that
///         says what is not as it was.
Result<TakenUpLoad> take_up(journal::ObjectStore& objects, const base::Input& file,
                            const statistics::StageOptions& options, UnfinishedLoad& unfinished,
                            const LoadCheckpoint& checkpoint);

}  // namespace app
