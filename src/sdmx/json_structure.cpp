#include "sdmx/json_structure.h"

#include <algorithm>
#include <charconv>

namespace sdmx {

namespace {

using Token = JsonReader::Token;

class StructureReader {
  public:
    explicit StructureReader(JsonReader& reader) : reader_(reader) {}

    base::Result<JsonStructure> read() {
        JsonStructure made;
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            if (key == "links")
                TRY(read_links(made));
            else if (key == "dimensions")
                TRY(read_levels(made.dimensions));
            else if (key == "measures")
                TRY(read_levels(made.measures));
            else if (key == "attributes")
                TRY(read_levels(made.attributes));
            else if (key == "dataSets" && reader_.token() == Token::begin_array)
                TRY(read_indexes(made.data_sets));
            else if ((key == "name" || key == "id" || key == "uri") &&
                     reader_.token() == Token::text && made.name.empty())
                made.name = reader_.text();
            else
                TRY(reader_.skip());
        }
        return made;
    }

  private:
    base::Result<void> read_indexes(std::vector<std::size_t>& into) {
        while (TRY(reader_.next()) != Token::end_array) {
            const auto index = index_in(reader_.text());
            if (reader_.token() != Token::number || !index)
                return reader_.malformed("expected the index of a data set, found another value");
            into.push_back(*index);
            TRY(check_items(into.size()));
        }
        return {};
    }

    base::Result<void> check_items(std::size_t count) const {
        const auto most = reader_.options().bounds.items_max;
        return count <= most ? base::Result<void>{}
                             : reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                                     " values of one component, found more");
    }

    // The most telling link is that of the dataflow.
    base::Result<void> read_links(JsonStructure& into) {
        if (reader_.token() != Token::begin_array)
            return reader_.skip();
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object) {
                TRY(reader_.skip());
                continue;
            }
            std::string urn;
            while (TRY(reader_.next_key())) {
                const bool wanted = reader_.text() == "urn";
                TRY(reader_.next());
                if (wanted && reader_.token() == Token::text)
                    urn = reader_.text();
                else
                    TRY(reader_.skip());
            }
            take_link(urn, into);
        }
        return {};
    }

    static void take_link(const std::string& urn, JsonStructure& into) {
        auto reference = parse_urn(urn);
        if (!reference || !reference->item.empty())
            return;
        const bool first = !into.reference;
        if (first || (reference->type == ArtefactType::dataflow &&
                      into.reference->type != ArtefactType::dataflow)) {
            into.reference = *reference;
            into.name = urn;
        }
    }

    base::Result<void> read_levels(JsonLevels& levels) {
        if (reader_.token() != Token::begin_object)
            return reader_.malformed("expected the levels of components, found another value");
        while (TRY(reader_.next_key())) {
            const auto key = reader_.text();
            auto* level = key == "dataSet" || key == "dataset" ? &levels.data_set
                          : key == "dimensionGroup"            ? &levels.dimension_group
                          : key == "series"                    ? &levels.series
                          : key == "observation"               ? &levels.observation
                                                               : nullptr;
            TRY(reader_.next());
            if (level == nullptr)
                TRY(reader_.skip());
            else if (reader_.token() == Token::begin_array)
                TRY(read_components(*level));
            else if (reader_.token() != Token::null)
                return reader_.malformed("expected a list of components, found another value");
        }
        return {};
    }

    base::Result<void> read_components(std::vector<JsonComponent>& into) {
        const auto most = reader_.options().bounds.components_max;
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object)
                return reader_.malformed("expected a component, found another value");
            if (into.size() >= most)
                return reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                             " components, found more");
            into.push_back(TRY(read_component()));
        }
        return {};
    }

    base::Result<JsonComponent> read_component() {
        JsonComponent made;
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            if (key == "id" && reader_.token() == Token::text)
                made.id = reader_.text();
            else if (key == "keyPosition" && reader_.token() == Token::number)
                made.key_position = index_in(reader_.text());
            else if (key == "values" && reader_.token() == Token::begin_array)
                TRY(read_values(made));
            else
                TRY(reader_.skip());
        }
        if (made.id.empty())
            return reader_.malformed("expected the id of a component, found none");
        made.listed = !made.values.empty();
        return made;
    }

    base::Result<void> read_values(JsonComponent& component) {
        while (TRY(reader_.next()) != Token::end_array) {
            TRY(check_items(component.values.size() + 1));
            auto& pieces = component.values.emplace_back();
            if (reader_.token() == Token::begin_object)
                TRY(read_value(pieces));
            else if (reader_.token() == Token::begin_array)
                return reader_.malformed("expected a value, found a list");
            else if (reader_.token() != Token::null)
                pieces.push_back({std::string{reader_.text()}, {}});
        }
        return {};
    }

    // A code has an id, a free text a value or values; in the first edition it has a name alone.
    base::Result<void> read_value(std::vector<JsonComponent::Piece>& pieces) {
        std::string id;
        std::string name;
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            const bool scalar = reader_.token() == Token::text ||
                                reader_.token() == Token::number ||
                                reader_.token() == Token::boolean;
            if (key == "id" && scalar)
                id = reader_.text();
            else if (key == "name" && scalar)
                name = reader_.text();
            else if (key == "value" || key == "values")
                TRY(read_pieces(pieces));
            else
                TRY(reader_.skip());
        }
        if (!id.empty())
            pieces = {{std::move(id), {}}};
        else if (pieces.empty() && !name.empty())
            pieces = {{std::move(name), {}}};
        return {};
    }

    base::Result<void> read_pieces(std::vector<JsonComponent::Piece>& pieces) {
        switch (reader_.token()) {
            case Token::begin_array:
                while (TRY(reader_.next()) != Token::end_array)
                    TRY(read_pieces(pieces));
                return {};
            case Token::begin_object:
                while (TRY(reader_.next_key())) {
                    std::string language{reader_.text()};
                    TRY(reader_.next());
                    if (reader_.token() == Token::text)
                        pieces.push_back({std::string{reader_.text()}, std::move(language)});
                    else
                        TRY(reader_.skip());
                }
                return {};
            case Token::null:
                return {};
            default:
                pieces.push_back({std::string{reader_.text()}, {}});
                return check_items(pieces.size());
        }
    }

    JsonReader& reader_;
};

}  // namespace

std::vector<const JsonComponent*> JsonStructure::key() const {
    std::vector<const JsonComponent*> found;
    for (const auto* level : {&dimensions.data_set, &dimensions.series, &dimensions.observation})
        for (const auto& component : *level)
            found.push_back(&component);
    // Time often has no position; it stands last.
    std::ranges::stable_sort(found, {}, [](const JsonComponent* component) {
        return component->key_position.value_or(~std::size_t{0});
    });
    return found;
}

base::Result<JsonStructure> read_json_structure(JsonReader& reader) {
    if (reader.token() != Token::begin_object)
        return reader.malformed("expected a structure, found another value");
    return StructureReader{reader}.read();
}

std::optional<std::size_t> index_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end.ec == std::errc{} && end.ptr == text.data() + text.size();
    return whole ? std::optional<std::size_t>{number} : std::nullopt;
}

}  // namespace sdmx
