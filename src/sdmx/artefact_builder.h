#pragma once

#include "sdmx/artefact_body.h"
#include "sdmx/message.h"

namespace sdmx {

/// Builds one artefact from its parts in any order; SDMX-ML and SDMX-JSON have the same.
class ArtefactBuilder {
  public:
    ArtefactBuilder(ArtefactType type, Standard standard, const ReadOptions& options);

    /// Whether a child of that name is an item, of which there may be very many.
    bool is_item(std::string_view name) const;
    /// Takes one child of the artefact.
    ///
    /// Errors: sdmx_malformed, sdmx_invalid_urn, sdmx_out_of_bounds, with their places.
    base::Result<void> take(const Element& child);
    /// Takes the attributes of the artefact itself, of which `element` holds nothing else, and
    /// gives all that was taken.
    base::Result<Artefact> finish(const Element& element);

  private:
    base::Result<void> take_item(const Element& element, const std::string& path,
                                 ItemScheme& scheme);

    Artefact artefact_;
    Standard standard_;
    const ReadOptions& options_;
    CodelistAliases aliases_;
};

}  // namespace sdmx
