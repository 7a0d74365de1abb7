#pragma once

#include "sdmx/artefact.h"

#include <string>
#include <vector>

namespace dissemination {

/// The lists that the program itself codes by: frequency and multiplier as SDMX names them (only
/// the codes that are used), status and transformation as the series have them.
std::vector<sdmx::Artefact> standard_lists(const std::string& agency);

}  // namespace dissemination
