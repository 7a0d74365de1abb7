#pragma once

#include "base/result.h"
#include "statistics/column_codec.h"
#include "statistics/series.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// How many observations a block holds at most; a longer series has several blocks.
constexpr std::size_t block_observations_max = 4096;
/// The bytes of a source's key, a suspicion, a row's name or the attributes of an observation.
constexpr std::size_t block_text_bytes_max = 4096;

/// A block as columns, as they are decoded; row i of each belongs to observation i.
///
/// Shape: all columns of equal size but `times` and `time_ends`, which have one entry a run:
///        run k holds the observations from time_ends[k - 1] (0 for the first) up to time_ends[k].
///        A value is coefficients[i] / 10^scales[i]. Sources and suspects are indexes into their
///        dictionaries; suspect 0 is none, and so is attribute text 0.
struct BlockColumns {
    std::vector<TimePeriod> times;
    std::vector<std::uint32_t> time_ends;
    NumberColumn known_on;  ///< days since 1970-01-01
    NumberColumn estimated;
    NumberColumn scales;
    NumberColumn coefficients;
    NumberColumn precisions;
    NumberColumn statuses;
    NumberColumn load_orders;
    NumberColumn source;
    std::vector<std::string> sources;
    NumberColumn suspect;
    std::vector<std::string> suspects;
    NumberColumn attribute;
    std::vector<std::string> attributes;

    // Rows are either empty, or a prefix and a number, or texts.
    std::string row_prefix;
    int row_width = 0;
    NumberColumn row_numbers;
    std::vector<std::string> row_texts;

    std::size_t size() const noexcept { return coefficients.size(); }
    base::Decimal value(std::size_t i) const {
        return base::Decimal::from_checked_parts(coefficients[i], static_cast<int>(scales[i]));
    }
    Vintage vintage(std::size_t i) const {
        return {base::Day{std::chrono::days{known_on[i]}}, estimated[i] != 0};
    }
    ObservationStatus status(std::size_t i) const {
        return static_cast<ObservationStatus>(statuses[i]);
    }
    bool has_rows() const noexcept { return !row_numbers.empty() || !row_texts.empty(); }
    void append_row(std::size_t i, std::string& text) const;  ///< its name
    std::string_view source_of(std::size_t i) const {
        return sources[static_cast<std::size_t>(source[i])];
    }
    std::string_view suspect_of(std::size_t i) const { return text_of(suspects, suspect[i]); }
    std::string_view attributes_of(std::size_t i) const {
        return text_of(attributes, attribute[i]);
    }

  private:
    static std::string_view text_of(const std::vector<std::string>& texts, std::int64_t index) {
        return index == 0 ? std::string_view{} : texts[static_cast<std::size_t>(index) - 1];
    }
};

/// Packs observations of one load as docs/formats/series-blocks.md has it; `recorded` is not in
/// the block, since it belongs to the load. Fewest bytes come out of observations in the order of
/// `sort_for_block`. Errors: invalid_argument (none, too many, a time or row that cannot be kept).
base::Result<std::string> encode_block(std::span<const Observation> observations);

/// By kind of time, then period, then vintage, so that runs are long.
void sort_for_block(std::vector<Observation>& observations);

/// How many observations a block says it has, without reading them. Errors: block_damaged.
base::Result<std::size_t> block_size(std::string_view bytes);

/// Errors: block_damaged (version, checksum, a length, an index or a number out of its bounds).
/// `columns` is overwritten; passing the same again saves allocations.
base::Result<void> decode_columns(std::string_view bytes, BlockColumns& columns);
base::Result<std::vector<Observation>> decode_block(std::string_view bytes,
                                                    std::int64_t recorded = 0);

/// CRC-32C (Castagnoli), as RFC 3720 has it.
std::uint32_t crc32c(std::string_view bytes);
/// The same on a processor that has no instruction for it.
std::uint32_t crc32c_by_tables(std::string_view bytes);

}  // namespace statistics
