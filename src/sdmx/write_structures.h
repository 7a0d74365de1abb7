#pragma once

#include "sdmx/structure_message.h"

namespace sdmx {

/// The parts of `write_structures`, one for each family; contracts stand there.
std::string write_structures_ml(const StructureMessage& message, Standard standard);
std::string write_structures_json(const StructureMessage& message, Standard standard,
                                  const std::vector<std::string>& languages);

/// What each standard calls the kind; empty where it has none.
std::string_view class_of(ArtefactType type, Standard standard);

/// The dates of a pair of codes as annotations: 2.1 has no place for them.
std::vector<Annotation> validity(const CodeMapping& mapping);

/// A day as a date-time, empty as empty; a date-time as it is.
std::string date_time(const std::string& day);

}  // namespace sdmx
