#pragma once

#include "plan/compile.h"

#include <filesystem>

namespace app {

/// Compiles the strategy in a folder; everything that is wrong stands in its diagnostics.
inline plan::Compilation check_strategy(const std::filesystem::path& folder) {
    return plan::compile(plan::folder_on_disk(folder));
}

}  // namespace app
