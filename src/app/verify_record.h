#pragma once

#include "app/record.h"
#include "journal/verify.h"

#include <filesystem>
#include <string>

namespace app {

/// An exported journal, with no server. Errors: the first entry, checkpoint or byte that does not
/// hold.
inline Result<journal::Verdict> verify_exported(const std::filesystem::path& folder,
                                                const journal::Trust& trust) {
    return journal::verify_export(folder, trust);
}

/// Writes the journal as a folder that others can verify.
inline Result<void> export_journal(const Record& record, const std::filesystem::path& folder) {
    return journal::write_export(record.log(), record.objects(), folder);
}

}  // namespace app
