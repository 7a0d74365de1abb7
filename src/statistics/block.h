#pragma once

#include "base/result.h"
#include "statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// How many observations a block holds at most; a full block is closed and the next one begun.
constexpr std::size_t block_observations_max = 4096;

/// A block as columns, as they are decoded; row i of each belongs to observation i.
///
/// Shape: all spans of equal size. A value is `coefficients[i]` / 10^`scales[i]`. Periods are
///        indexes into `times`, sources and suspects into their dictionaries.
struct BlockColumns {
    std::vector<TimePeriod> times;
    std::vector<std::uint32_t> time;
    std::vector<std::int32_t> known_on;  ///< days since 1970-01-01
    std::vector<std::uint8_t> estimated;
    std::vector<std::int64_t> coefficients;
    std::vector<std::int8_t> scales;
    std::vector<std::int8_t> precisions;
    std::vector<char> statuses;
    std::vector<std::string> sources;
    std::vector<std::uint32_t> source;
    std::vector<std::string> rows;
    std::vector<std::uint32_t> load_orders;
    std::vector<std::string> suspects;
    std::vector<std::uint32_t> suspect;

    std::size_t size() const noexcept { return coefficients.size(); }
};

/// Packs observations (of one load, in Series' order) as docs/formats/series-blocks.md has it.
/// `recorded` is not in the block: it belongs to the load. Errors: invalid_argument (too many).
base::Result<std::string> encode_block(std::span<const Observation> observations);

/// Errors: block_damaged (version, checksum, a length, an index or a number out of its bounds).
base::Result<BlockColumns> decode_columns(std::string_view bytes);
base::Result<std::vector<Observation>> decode_block(std::string_view bytes,
                                                    std::int64_t recorded = 0);

/// CRC-32C (Castagnoli), as RFC 3720 has it.
std::uint32_t crc32c(std::string_view bytes);

}  // namespace statistics
