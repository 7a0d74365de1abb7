#pragma once

#include "journal/tree.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// A tile holds the hashes of up to 256 neighbours of one level of the tree, where a level of tiles
/// stands for eight levels of hashes.
///
/// Source: https://c2sp.org/tlog-tiles
constexpr std::uint64_t tile_width = 256;

struct Tile {
    bool holds_entries = false;  ///< an entry bundle
    int level = 0;
    std::uint64_t index = 0;
    std::uint64_t width = tile_width;  ///< less where it is partial

    /// "tile/0/x001/067", "tile/entries/000.p/12"
    std::string path() const;
};

/// All tiles and bundles of a tree of that size: full ones, and partial ones at the right edge.
std::vector<Tile> tiles_of(std::uint64_t size);

/// The content of a hash tile.
std::string tile_bytes(const Tree& tree, const Tile& tile);

/// Appends an entry to a bundle: its length in two bytes, big-endian, and its bytes.
void add_to_bundle(std::string& bundle, std::string_view entry);
/// The entries of a bundle. Errors: invalid_argument where lengths and bytes do not fit.
Result<std::vector<std::string_view>> split_bundle(std::string_view bundle);

}  // namespace journal
