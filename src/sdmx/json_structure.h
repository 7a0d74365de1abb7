#pragma once

#include "sdmx/json_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace sdmx {

/// A dimension, measure or attribute of an SDMX-JSON data message; data refer to its values by
/// index.
struct JsonComponent {
    std::string id;
    std::optional<std::size_t> key_position;
    /// Each value's pieces: one, or one for each of several languages or values.
    struct Piece {
        std::string text;
        std::string language;
    };
    std::vector<std::vector<Piece>> values;
    bool listed = false;  ///< it has values; else data hold them themselves
};

/// What stands at which level.
struct JsonLevels {
    std::vector<JsonComponent> data_set;
    std::vector<JsonComponent> dimension_group;
    std::vector<JsonComponent> series;
    std::vector<JsonComponent> observation;
};

/// What the data sets of an SDMX-JSON message are made of.
struct JsonStructure {
    std::string name;  ///< URN, or else its name
    std::optional<Reference> reference;
    JsonLevels dimensions;
    JsonLevels measures;
    JsonLevels attributes;
    std::vector<std::size_t> data_sets;  ///< by index; empty: it does not say

    /// The dimensions of all levels in the order of their key.
    std::vector<const JsonComponent*> key() const;
};

/// Reads the object of a structure, whose first token was read.
base::Result<JsonStructure> read_json_structure(JsonReader& reader);

/// An index or position: digits alone, below 2^32.
std::optional<std::size_t> index_in(std::string_view text);

}  // namespace sdmx
