#pragma once

#include "sdmx/artefact.h"
#include "sdmx/element.h"

namespace sdmx {

/// <Name>, <Description>, <Text> children as texts by language.
Texts texts_of(const Element& element, std::string_view name);
std::vector<Annotation> annotations_of(const Element& element);
/// The representation in an element of that name ("LocalRepresentation", "CoreRepresentation");
/// `enumerated` is the kind of list where a reference does not say it.
base::Result<Representation> representation_of(const Element& element, std::string_view name,
                                               std::string_view file,
                                               ArtefactType enumerated = ArtefactType::codelist);

/// What the code lists of a hierarchical one are called in it; told before they are used.
using CodelistAliases = std::vector<std::pair<std::string, Reference>>;

/// The body that artefacts of a kind have, empty.
Body empty_body(ArtefactType type);
/// Takes one child of an artefact, other than its names and items, into its body.
///
/// Errors: sdmx_invalid_urn, sdmx_malformed, each with its place.
base::Result<void> take_into_body(const Element& child, Artefact& artefact,
                                  CodelistAliases& aliases, std::string_view file);

}  // namespace sdmx
