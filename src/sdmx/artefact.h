#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The SDMX information model: structures that others can ask for, and the messages they travel in.
namespace sdmx {

enum class ArtefactType : std::uint8_t {
#define SDMX_ARTEFACT(name, ...) name,
#include "sdmx/artefact_types.def"
#undef SDMX_ARTEFACT
};

/// What the standards call a kind of artefact; empty where one of them has no such kind.
struct ArtefactTypeInfo {
    ArtefactType type;
    std::string_view package;   ///< of the URN
    std::string_view class_21;  ///< of the URN, and the element of SDMX-ML 2.1
    std::string_view class_30;
    std::string_view rest_1;
    std::string_view rest_2;
    std::string_view container_21;  ///< below Structures
    std::string_view container_30;
    std::string_view json_1;
    std::string_view json_2;
    std::string_view item;  ///< element of its items; empty where it has none
    std::string_view word;
};
const ArtefactTypeInfo& info(ArtefactType type);
std::span<const ArtefactTypeInfo> all_artefact_types();
/// The kind that a class names, or in which items of that class stand: "Codelist" and "Code" are
/// both a codelist's. Nullptr where it is neither.
const ArtefactTypeInfo* type_of_class(std::string_view name);

/// The family of a message: 2.1 goes with SDMX-JSON and SDMX-CSV 1.0, 3.0 with their 2.0.
enum class Standard : std::uint8_t { v21, v30 };

/// A text in several languages, each (language, text): {{"en", "Frequency"}, {"ur", "..."}}.
using Texts = std::vector<std::pair<std::string, std::string>>;
/// The text in that language, else in English, else the first; empty where there is none.
std::string_view text_in(const Texts& texts, std::string_view language);

/// Names an artefact, or an item in one, without its text.
///
/// Shape: `version` may be empty, "latest" or a wildcard in a query, never in what is held; `item`
///        is the whole path of a nested item ("A.1.1"), empty for the artefact itself.
struct Reference {
    ArtefactType type = ArtefactType::codelist;
    std::string agency;
    std::string id;
    std::string version;
    std::string item_class;  ///< "Concept", "Code", "DataProvider", ...; empty with `item`
    std::string item;

    /// "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1)"
    std::string urn(Standard standard = Standard::v21) const;
    /// The same without the item.
    Reference artefact() const;
    friend bool operator==(const Reference&, const Reference&) = default;
    friend auto operator<=>(const Reference&, const Reference&) = default;
};
/// Errors: sdmx_invalid_urn, with what was expected and found.
base::Result<Reference> parse_urn(std::string_view urn);

struct Annotation {
    std::string id;
    std::string title;
    std::string type;
    std::string url;
    Texts texts;
    friend bool operator==(const Annotation&, const Annotation&) = default;
};

/// How a value is written (SDMX: TextFormat): "String", "Decimal", "ObservationalTimePeriod", ...
struct TextFormat {
    std::string type;
    std::optional<std::int64_t> length_max = {};
    std::optional<std::int64_t> decimals = {};
    friend bool operator==(const TextFormat&, const TextFormat&) = default;
};

/// The values that a component or concept can take: those of a list, or any of that format.
struct Representation {
    std::optional<Reference> enumeration;
    std::optional<TextFormat> format;
    friend bool operator==(const Representation&, const Representation&) = default;
};

struct Contact {
    Texts names;
    std::vector<std::string> emails;
    std::vector<std::string> uris;
    friend bool operator==(const Contact&, const Contact&) = default;
};

/// One code, concept, category, agency, provider, ...
struct Item {
    std::string id;      ///< its own; the path of a nested one is that of its parent, ".", its id
    std::string parent;  ///< id of the parent item; of a category: the parent's path
    Texts names;
    Texts descriptions;
    std::vector<Annotation> annotations;
    std::optional<Representation> core_representation;  ///< of a concept
    std::vector<Contact> contacts;                      ///< of an organisation
    friend bool operator==(const Item&, const Item&) = default;
};

/// A code list, concept scheme, category scheme, agency scheme, ...; items in their own order.
struct ItemScheme {
    bool partial = false;
    std::vector<Item> items;
    friend bool operator==(const ItemScheme&, const ItemScheme&) = default;
};

enum class ComponentRole : std::uint8_t {
    dimension,
    measure_dimension,
    time_dimension,
    measure,
    attribute
};

/// What an attribute is said of: every data set, a series (or part of its key), a group, or one
/// observation.
struct Attachment {
    enum class Level : std::uint8_t { dataset, dimensions, group, observation };
    Level level = Level::dataset;
    std::vector<std::string> dimensions;  ///< level dimensions
    std::string group;                    ///< level group
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct Component {
    std::string id;
    ComponentRole role = ComponentRole::dimension;
    Reference concept_identity;
    Representation representation;  ///< the local one; empty where only the concept has one
    std::vector<Reference> concept_roles;
    bool mandatory = false;    ///< of an attribute or measure
    bool many_values = false;  ///< of an attribute (3.0: maxOccurs above 1)
    Attachment attachment;     ///< of an attribute
    friend bool operator==(const Component&, const Component&) = default;
};

struct Group {
    std::string id;
    std::vector<std::string> dimensions;
    friend bool operator==(const Group&, const Group&) = default;
};

/// Shape: components in the order dimensions (time last of them), measures, attributes.
struct DataStructure {
    std::vector<Component> components;
    std::vector<Group> groups;

    const Component* find(std::string_view id) const;
    const Component* time() const;  ///< nullptr where it has none
    std::vector<const Component*> in_role(ComponentRole role) const;
    /// The dimensions whose values are the key, in the key's order; the time dimension is none.
    std::vector<const Component*> key() const;
    friend bool operator==(const DataStructure&, const DataStructure&) = default;
};

/// One attribute of reference metadata; nested by the parent's path.
struct MetadataAttribute {
    std::string id;
    std::string parent;
    Reference concept_identity;
    Representation representation;
    bool presentational = false;
    friend bool operator==(const MetadataAttribute&, const MetadataAttribute&) = default;
};
/// `target` is the class of the artefacts that it describes ("Dataflow"); only 2.1 says it.
struct MetadataStructure {
    std::string target;
    std::vector<MetadataAttribute> attributes;
    friend bool operator==(const MetadataStructure&, const MetadataStructure&) = default;
};

/// A dataflow or metadataflow.
struct Flow {
    Reference structure;
    friend bool operator==(const Flow&, const Flow&) = default;
};

struct ProvisionAgreement {
    Reference flow;
    Reference provider;
    friend bool operator==(const ProvisionAgreement&, const ProvisionAgreement&) = default;
};

struct Categorisation {
    Reference source;
    Reference target;
    friend bool operator==(const Categorisation&, const Categorisation&) = default;
};

/// The values of one component in a region: a list, or a stretch of time.
struct KeyValues {
    std::string component;
    bool attribute = false;  ///< of an attribute; else of a dimension
    bool included = true;
    std::vector<std::string> values;
    std::string start_period;  ///< inclusive; empty: open
    std::string end_period;
    friend bool operator==(const KeyValues&, const KeyValues&) = default;
};
struct CubeRegion {
    bool included = true;
    std::vector<KeyValues> keys;
    friend bool operator==(const CubeRegion&, const CubeRegion&) = default;
};
struct DataKeySet {
    bool included = true;
    std::vector<std::vector<KeyValues>> keys;
    friend bool operator==(const DataKeySet&, const DataKeySet&) = default;
};
/// What is there (actual), or what may be (allowed).
struct Constraint {
    bool actual = true;
    std::vector<Reference> attachments;
    std::vector<CubeRegion> regions;
    std::vector<DataKeySet> key_sets;
    friend bool operator==(const Constraint&, const Constraint&) = default;
};

struct HierarchicalCode {
    std::string id;
    std::string parent;  ///< path of the parent; empty at the top
    Reference code;
    std::string level;
    std::string valid_from;  ///< day or date-time; empty: open
    std::string valid_to;
    friend bool operator==(const HierarchicalCode&, const HierarchicalCode&) = default;
};
struct Hierarchy {
    std::string id;
    Texts names;
    bool formal_levels = false;
    std::vector<std::pair<std::string, Texts>> levels;  ///< id and name, from the top
    std::vector<HierarchicalCode> codes;
    friend bool operator==(const Hierarchy&, const Hierarchy&) = default;
};
/// 3.0 has one hierarchy in an artefact, 2.1 may have several.
struct Hierarchies {
    std::vector<Hierarchy> hierarchies;
    friend bool operator==(const Hierarchies&, const Hierarchies&) = default;
};

/// From codes of one list to codes of another, each for a time (a dated correspondence).
struct CodeMapping {
    std::string source;
    std::string target;
    std::string valid_from;  ///< day, inclusive; empty: open
    std::string valid_to;
    friend bool operator==(const CodeMapping&, const CodeMapping&) = default;
};
/// A representation map of 3.0; in 2.1 a structure set holds it as a code list map.
struct CodelistMap {
    std::string id;
    Texts names;
    Reference source;
    Reference target;
    std::vector<CodeMapping> mappings;
    friend bool operator==(const CodelistMap&, const CodelistMap&) = default;
};
struct CodelistMaps {
    std::vector<CodelistMap> maps;
    friend bool operator==(const CodelistMaps&, const CodelistMaps&) = default;
};

/// What is read of kinds that Tameel holds none of: the references in it, in the order found.
struct OtherBody {
    std::vector<Reference> references;
    friend bool operator==(const OtherBody&, const OtherBody&) = default;
};

using Body =
    std::variant<OtherBody, ItemScheme, DataStructure, MetadataStructure, Flow, ProvisionAgreement,
                 Categorisation, Constraint, Hierarchies, CodelistMaps>;

/// A maintainable artefact: what it is called, who keeps it, and its body.
struct Artefact {
    ArtefactType type = ArtefactType::codelist;
    std::string agency;
    std::string id;
    std::string version;  ///< "1.0"; SDMX 3.0 asks for "1.0.0" and takes "1.0" too
    Texts names;
    Texts descriptions;
    std::vector<Annotation> annotations;
    bool final = false;
    bool external = false;  ///< a stub: its body stands elsewhere
    std::string valid_from;
    std::string valid_to;
    std::string structure_url;
    Body body;

    Reference reference() const { return {type, agency, id, version, {}, {}}; }
    friend bool operator==(const Artefact&, const Artefact&) = default;
};

/// Every reference to other artefacts that stands in the body, items too, in the order found.
std::vector<Reference> references_of(const Artefact& artefact);

}  // namespace sdmx
