#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace base {

/// Stops a fuzz target where a claim does not hold, and says which.
inline void hold(bool claim, std::source_location where = std::source_location::current()) {
    if (claim)
        return;
    std::fprintf(stderr, "does not hold: %s:%u\n", where.file_name(),
                 static_cast<unsigned>(where.line()));
    std::abort();
}

}  // namespace base
