#pragma once

#include "app/record.h"
#include "journal/verify.h"

#include <filesystem>

namespace app {

/// Whether what stands beside the journal is what follows from it: the series with their sources
/// and indexes, replayed from the loaded files, and a vault text, or its erasure, for each
/// commitment. The journal itself is verified by the store.
///
/// Returns whether the record is an exercise.
/// Errors: projection_does_not_hold, block_damaged, object_damaged.
Result<bool> verify_projections(const journal::Log& log, const journal::ObjectStore& objects,
                                const statistics::SeriesStore& series);

struct ExportVerdict {
    journal::Verdict journal;
    bool is_exercise = false;
};

/// An exported journal, with no server. Errors: the first entry, checkpoint or byte that does not
/// hold.
Result<ExportVerdict> verify_exported(const std::filesystem::path& folder,
                                      const journal::Trust& trust);

/// Whether the record is an exercise, which everything that shows it says.
bool is_exercise(const Record& record);

/// Writes the journal as a folder that others can verify; that of an exercise says so.
Result<void> export_journal(const Record& record, const std::filesystem::path& folder);

}  // namespace app
