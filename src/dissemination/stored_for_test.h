#pragma once

#include "dissemination/cube.h"

namespace dissemination::testing {

/// A catalogue of series that are kept in memory.
inline base::Result<std::unique_ptr<const Catalogue>> catalogue_of(
    const plan::Statistics& declared, const std::vector<statistics::Series>& series,
    const statistics::SourceTable& sources, std::size_t kept = rows_kept,
    const std::deque<sdmx::Artefact>& foreign = {}) {
    auto store = std::make_shared<statistics::MemorySeriesStore>();
    TRY(store->put({{"test", 0}, series, sources}));
    return make_catalogue(declared, {{std::move(store), 0}}, sources, foreign, kept);
}

}  // namespace dissemination::testing
