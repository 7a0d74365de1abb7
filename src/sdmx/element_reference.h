#pragma once

#include "sdmx/artefact.h"
#include "sdmx/element.h"

namespace sdmx {

/// The reference that an element holds: `<Ref .../>` or `<URN>` below it, or a URN as its text.
///
/// Shape:  `fallback` is the kind where a `Ref` does not say its class; what holds none of them
///         gives a reference without an id.
/// Errors: sdmx_invalid_urn with its place.
base::Result<Reference> reference_in(const Element& element, ArtefactType fallback,
                                     std::string_view file);

/// The id that an element names within its own artefact: `<Ref id="FREQ"/>` below it, or its text;
/// of a URN its item.
std::string local_id(const Element& element);

}  // namespace sdmx
