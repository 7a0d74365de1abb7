#include "journal/tiles.h"

#include <fmt/format.h>

namespace journal {
namespace {

// 1234067 is x001/x234/067, so that no folder gets too many files.
std::string index_path(std::uint64_t index) {
    std::string path = fmt::format("{:03}", index % 1000);
    while (index >= 1000) {
        index /= 1000;
        path = fmt::format("x{:03}/{}", index % 1000, path);
    }
    return path;
}

void add_level(std::vector<Tile>& tiles, Tile shape, std::uint64_t hashes) {
    for (std::uint64_t begin = 0; begin < hashes; begin += tile_width) {
        shape.index = begin / tile_width;
        shape.width = std::min(tile_width, hashes - begin);
        tiles.push_back(shape);
    }
}

}  // namespace

std::string Tile::path() const {
    const std::string kind = holds_entries ? "entries" : fmt::format("{}", level);
    const std::string partial = width < tile_width ? fmt::format(".p/{}", width) : "";
    return fmt::format("tile/{}/{}{}", kind, index_path(index), partial);
}

std::vector<Tile> tiles_of(std::uint64_t size) {
    std::vector<Tile> tiles;
    add_level(tiles, {.holds_entries = true}, size);
    int level = 0;
    for (std::uint64_t hashes = size; hashes > 0; hashes /= tile_width)
        add_level(tiles, {.level = level++}, hashes);
    return tiles;
}

std::string tile_bytes(const Tree& tree, const Tile& tile) {
    const auto hashes = tree.level(static_cast<std::size_t>(tile.level) * 8)
                            .subspan(tile.index * tile_width, tile.width);
    std::string bytes;
    bytes.reserve(hashes.size() * sizeof(Hash));
    for (const Hash& hash : hashes)
        bytes += as_text(hash);
    return bytes;
}

void add_to_bundle(std::string& bundle, std::string_view entry) {
    bundle += static_cast<char>(entry.size() >> 8);
    bundle += static_cast<char>(entry.size() & 0xFF);
    bundle += entry;
}

Result<std::vector<std::string_view>> split_bundle(std::string_view bundle) {
    std::vector<std::string_view> entries;
    while (!bundle.empty()) {
        const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(bundle[at]); };
        const std::size_t length = bundle.size() < 2 ? bundle.size() : byte(0) * 256U + byte(1);
        if (bundle.size() < 2 || bundle.size() - 2 < length)
            return Error{ErrorCode::invalid_argument,
                         fmt::format("entry {} of the bundle is cut off", entries.size()), ""};
        entries.push_back(bundle.substr(2, length));
        bundle.remove_prefix(2 + length);
    }
    return entries;
}

}  // namespace journal
