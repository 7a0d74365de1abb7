#pragma once

#include "base/result.h"
#include "sdmx/data_message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sdmx {

/// Which REST interface was asked: 1.5 goes with SDMX 2.1, 2.2 with SDMX 3.0.
enum class Rest : std::uint8_t { v1, v2 };

/// A query as it stands in an address: decoded segments of the path, decoded parameters. A plus is
/// a plus, in either.
struct Address {
    std::vector<std::string> path;
    std::vector<std::pair<std::string, std::string>> parameters;

    /// Of the path; empty behind its end.
    const std::string& segment(std::size_t i) const;
    /// The last one of that name; nothing where there is none or it is empty.
    std::optional<std::string> find(std::string_view name) const;
};

/// Splits "dataflow/PK/ALL?references=none" and decodes its parts. Errors: sdmx_query_syntax for a
/// broken percent-encoding.
base::Result<Address> parse_address(std::string_view path, std::string_view query);

/// Names artefacts; an empty list stands for all.
///
/// Shape: versions as they were written: "1.0", "latest", "all"; in REST 2 also "+", "~", "*",
///        "1.2+.0" and their kin.
struct ArtefactSelector {
    std::vector<ArtefactType> types;
    std::vector<std::string> agencies;
    std::vector<std::string> ids;
    std::vector<std::string> versions;

    bool names(const Artefact& artefact) const;  ///< but for the version
};

/// The artefacts of those given, all of one agency and id, that a version asked for picks.
/// Errors: sdmx_query_syntax where it is no version.
base::Result<std::vector<const Artefact*>> pick_versions(
    const std::vector<const Artefact*>& same_id, const std::vector<std::string>& versions);

enum class StructureDetail : std::uint8_t {
    full,
    all_stubs,
    reference_stubs,
    reference_partial,
    all_complete_stubs,
    reference_complete_stubs,
};

enum class References : std::uint8_t {
    none,
    parents,
    parents_and_siblings,
    ancestors,
    children,
    descendants,
    all,
    of_types,
};

struct StructureQuery {
    ArtefactSelector what;
    std::optional<bool> actual;  ///< of constraints: the actual ones, or the allowed ones
    std::vector<std::string> items;
    StructureDetail detail = StructureDetail::full;
    References references = References::none;
    std::vector<ArtefactType> reference_types;
};

/// Errors: sdmx_query_syntax, with the parameter and what was expected.
base::Result<StructureQuery> parse_structure_query(const Address& address, Rest rest);

enum class Comparison : std::uint8_t { eq, ne, lt, le, gt, ge, contains, excludes, starts, ends };
/// c[TIME_PERIOD]=ge:2020+le:2021,2024 is two alternatives, the first with two conditions.
struct Condition {
    Comparison comparison = Comparison::eq;
    std::string value;
};
struct ComponentFilter {
    std::string component;
    std::vector<std::vector<Condition>> alternatives;
};

/// What of the data is asked for, whatever is done with it.
struct DataSelection {
    ArtefactSelector what;  ///< dataflows; in REST 2 also data structures and provision agreements
    /// Alternatives; in each, for each dimension of the key the values that it may have (none:
    /// any).
    std::vector<std::vector<std::vector<std::string>>> keys;
    std::vector<std::pair<std::string, std::string>> providers;  ///< agency (may be empty) and id
    std::vector<ComponentFilter>
        filters;                 ///< periods too: start and end of REST 1 become ge and le
    std::string updated_after;   ///< date-time, day or period; empty: not asked
    std::string year_start_day;  ///< "--07-01"; empty: as the data have it
};

/// "CURRENCY:desc": a component, "series_key" or "*".
struct SortKey {
    std::string component;
    bool descending = false;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

struct DataQuery {
    DataSelection selection;
    std::string dimension_at_observation;
    DataDetail detail = DataDetail::full;
    /// REST 2: ids of attributes and measures; nothing: all.
    std::optional<std::vector<std::string>> attributes;
    bool measures = true;
    std::optional<std::size_t> first;
    std::optional<std::size_t> last;
    bool include_history = false;
    std::string as_of;
    std::vector<SortKey> sort;
    std::size_t offset = 0;
    std::optional<std::size_t> limit;
};
/// What of the data is written. REST 2 has no detail; it leaves out attributes and measures.
DataDetail detail_written(const DataQuery& query);
base::Result<DataQuery> parse_data_query(const Address& address, Rest rest);

struct AvailabilityQuery {
    DataSelection selection;
    std::vector<std::string> components;  ///< empty: all dimensions
    bool available = false;  ///< what remains to choose, rather than what the query gives
    References references = References::none;
    std::vector<ArtefactType> reference_types;
};
base::Result<AvailabilityQuery> parse_availability_query(const Address& address, Rest rest);

struct SchemaQuery {
    ArtefactSelector what;  ///< one type, one agency, one id
    std::string dimension_at_observation;
};
base::Result<SchemaQuery> parse_schema_query(const Address& address, Rest rest);

}  // namespace sdmx
