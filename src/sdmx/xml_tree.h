#pragma once

#include "sdmx/element.h"
#include "sdmx/xml_reader.h"

namespace sdmx {

/// The element whose start the reader stands at, with its attributes alone.
Element start_of(const XmlReader& reader);

/// Reads the element whose start the reader stands at, past its end.
///
/// Errors: sdmx_out_of_bounds where it holds more than the bounds' items_max elements.
base::Result<Element> read_tree(XmlReader& reader);

}  // namespace sdmx
