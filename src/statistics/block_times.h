#pragma once

#include "statistics/block.h"
#include "statistics/column_codec.h"

#include <span>

namespace statistics {

/// Writes the times of observations as runs; false where a time cannot be kept.
bool write_times(ByteWriter& out, std::span<const Observation> observations);

/// Reads the times of `count` observations; `in` fails where they are not exactly so many.
void read_times(ByteReader& in, std::size_t count, BlockColumns& columns);

}  // namespace statistics
