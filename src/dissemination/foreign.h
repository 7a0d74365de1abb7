#pragma once

#include "sdmx/registry.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dissemination {

/// A dataflow that another agency keeps, as messages brought it, with what data of it need.
struct ForeignFlow {
    const sdmx::Artefact* flow = nullptr;
    const sdmx::Artefact* structure = nullptr;       ///< nullptr where it is not held
    std::string dataflow;                            ///< in the keys of its series: "ECB:EXR(1.0)"
    std::vector<const sdmx::Component*> dimensions;  ///< of the key, in its order
    std::vector<const sdmx::ItemScheme*> lists;      ///< of each; nullptr: it takes any text
    std::string unusable;  ///< why data of it cannot be held; mostly empty
};

/// The list that a component's values are of, its own or its concept's; nullptr where they are of
/// none, or it is not held.
const sdmx::ItemScheme* list_of(const sdmx::Registry& registry, const sdmx::Component& component);

/// A data structure whose components have the representations of their concepts where they have
/// none of their own.
sdmx::Artefact with_representations(const sdmx::Registry& registry,
                                    const sdmx::Artefact& structure);

/// Adds what structure messages brought. A scheme that is held already grows by its new items. A
/// data structure for which there is no dataflow gets one of its own id and version, because data
/// can be asked for by dataflow alone.
void add_foreign(sdmx::Registry& registry, const std::deque<sdmx::Artefact>& loaded);

/// The dataflows of all agencies but the strategy's, in the order in which they are held.
std::vector<ForeignFlow> foreign_flows(const sdmx::Registry& registry, std::string_view own_agency);

/// What the attributes of a figure, as they are stored, say of one of them; empty: nothing.
std::string said_of(std::string_view attributes, std::string_view id);

/// Holds what a structure message brings against what is held before it.
///
/// Errors: sdmx_not_loadable, all in one, without places: an artefact of the strategy's own agency,
///         one that is held with other contents under the same version.
base::Result<void> check_foreign(const sdmx::Registry& held, std::string_view own_agency,
                                 const std::deque<sdmx::Artefact>& loaded);

}  // namespace dissemination
