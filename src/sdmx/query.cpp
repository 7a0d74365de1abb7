#include "sdmx/query.h"

#include "base/text.h"
#include "sdmx/query_words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sdmx {

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::array constraint_words{std::pair{"actualconstraint", true},
                                      std::pair{"allowedconstraint", false}};

std::vector<ArtefactType> types_of(std::string_view word, Rest rest) {
    std::vector<ArtefactType> types;
    for (const auto& type : all_artefact_types()) {
        const auto own = rest == Rest::v1 ? type.rest_1 : type.rest_2;
        const bool organisations = rest == Rest::v1 && word == "organisationscheme" &&
                                   type.word == "organisation_scheme" && !type.rest_1.empty();
        if ((!own.empty() && own == word) || organisations)
            types.push_back(type.type);
    }
    for (const auto& [constraint, actual] : constraint_words)
        if (rest == Rest::v1 && word == constraint)
            types.push_back(ArtefactType::data_constraint);
    return types;
}

Result<StructureDetail> detail_of(std::string_view word) {
    constexpr std::array words{
        std::pair{std::string_view{"full"}, StructureDetail::full},
        std::pair{std::string_view{"raw"}, StructureDetail::full},
        std::pair{std::string_view{"allstubs"}, StructureDetail::all_stubs},
        std::pair{std::string_view{"referencestubs"}, StructureDetail::reference_stubs},
        std::pair{std::string_view{"referencepartial"}, StructureDetail::reference_partial},
        std::pair{std::string_view{"allcompletestubs"}, StructureDetail::all_complete_stubs},
        std::pair{std::string_view{"referencecompletestubs"},
                  StructureDetail::reference_complete_stubs}};
    return query::one_of(words, word, "detail");
}

Result<void> read_references(const Address& address, Rest rest, References& references,
                             std::vector<ArtefactType>& types) {
    constexpr std::array words{
        std::pair{std::string_view{"none"}, References::none},
        std::pair{std::string_view{"parents"}, References::parents},
        std::pair{std::string_view{"parentsandsiblings"}, References::parents_and_siblings},
        std::pair{std::string_view{"ancestors"}, References::ancestors},
        std::pair{std::string_view{"children"}, References::children},
        std::pair{std::string_view{"descendants"}, References::descendants},
        std::pair{std::string_view{"all"}, References::all}};
    const auto asked = address.find("references");
    if (!asked)
        return {};
    for (const auto& word : query::split(*asked, rest == Rest::v1 ? '+' : ',')) {
        const auto found = types_of(query::lower(word), rest);
        types.insert(types.end(), found.begin(), found.end());
        if (found.empty())
            references = TRY(query::one_of(words, word, "references"));
    }
    if (!types.empty())
        references = References::of_types;
    return {};
}

// The context of REST 2: one of three kinds, or any.
Result<std::vector<ArtefactType>> context_types(std::string_view word, bool schema) {
    std::vector<ArtefactType> types;
    for (const auto& [name, type] :
         {std::pair{"datastructure", ArtefactType::data_structure},
          std::pair{"dataflow", ArtefactType::dataflow},
          std::pair{"provisionagreement", ArtefactType::provision_agreement}})
        if (word == name || (!schema && word == "*"))
            types.push_back(type);
    if (types.empty())
        return query::syntax("the context", "datastructure, dataflow or provisionagreement", word);
    return types;
}

std::vector<std::string> versions_of(std::string_view text, char between,
                                     std::string_view otherwise) {
    auto versions = query::split(text, between);
    if (versions.empty())
        versions.emplace_back(otherwise);
    return versions;
}

Result<ArtefactSelector> flow_of_v1(const std::string& text) {
    const auto parts = query::split(text, ',');
    if (parts.empty() || parts.size() > 3)
        return query::syntax("the dataflow", "ID, AGENCY,ID or AGENCY,ID,VERSION", text);
    ArtefactSelector what;
    what.types = {ArtefactType::dataflow};
    if (parts.size() == 1) {
        what.ids = TRY(query::ids(parts[0], Rest::v1, "the dataflow"));
    } else {
        what.agencies = TRY(query::ids(parts[0], Rest::v1, "the agency"));
        what.ids = TRY(query::ids(parts[1], Rest::v1, "the dataflow"));
    }
    what.versions = versions_of(parts.size() == 3 ? parts[2] : "", '+', "latest");
    return what;
}

// "M.DE+FR..": alternatives are one here; a dimension that stands empty may have any value.
Result<void> keys_of_v1(const std::string& text, DataSelection& selection) {
    if (text.empty() || query::lower(text) == "all")
        return {};
    std::vector<std::vector<std::string>> key;
    for (const auto part : base::parts(text, '.'))
        key.push_back(query::split(part, '+'));
    selection.keys.push_back(std::move(key));
    return {};
}

// "M.*.A,Q.*.B": alternatives, each with one value or any at each dimension. Some clients still
// write several values with a plus.
Result<void> keys_of_v2(const std::string& text, DataSelection& selection) {
    for (const auto& alternative : query::split(text, ',')) {
        if (alternative == "*") {
            selection.keys.clear();
            return {};
        }
        auto& key = selection.keys.emplace_back();
        key.reserve(static_cast<std::size_t>(std::ranges::count(alternative, '.')) + 1);
        for (const auto part : base::parts(alternative, '.'))
            key.push_back(query::alternatives(part, '+'));
    }
    return {};
}

Result<Condition> condition_of(std::string_view text, const std::string& component) {
    constexpr std::array operators{std::pair{std::string_view{"eq:"}, Comparison::eq},
                                   std::pair{std::string_view{"ne:"}, Comparison::ne},
                                   std::pair{std::string_view{"lt:"}, Comparison::lt},
                                   std::pair{std::string_view{"le:"}, Comparison::le},
                                   std::pair{std::string_view{"gt:"}, Comparison::gt},
                                   std::pair{std::string_view{"ge:"}, Comparison::ge},
                                   std::pair{std::string_view{"co:"}, Comparison::contains},
                                   std::pair{std::string_view{"nc:"}, Comparison::excludes},
                                   std::pair{std::string_view{"sw:"}, Comparison::starts},
                                   std::pair{std::string_view{"ew:"}, Comparison::ends}};
    Condition condition;
    for (const auto& [prefix, comparison] : operators)
        if (text.starts_with(prefix)) {
            condition.comparison = comparison;
            text.remove_prefix(prefix.size());
            break;
        }
    if (text.empty())
        return query::syntax("c[" + component + "]", "a value", text);
    condition.value = text;
    return condition;
}

Result<void> read_filters(const Address& address, DataSelection& selection) {
    for (const auto& [name, value] : address.parameters) {
        if (!name.starts_with("c[") || !name.ends_with("]") || value.empty())
            continue;
        ComponentFilter filter;
        filter.component = name.substr(2, name.size() - 3);
        for (const auto& alternative : query::split(value, ',')) {
            std::vector<Condition> conditions;
            for (const auto& part : query::split(alternative, '+'))
                conditions.push_back(TRY(condition_of(part, filter.component)));
            if (!conditions.empty())
                filter.alternatives.push_back(std::move(conditions));
        }
        if (!filter.alternatives.empty())
            selection.filters.push_back(std::move(filter));
    }
    return {};
}

Result<void> read_periods_of_v1(const Address& address, DataSelection& selection) {
    std::vector<Condition> conditions;
    if (const auto start = address.find("startPeriod"))
        conditions.push_back({Comparison::ge, *start});
    if (const auto end = address.find("endPeriod"))
        conditions.push_back({Comparison::le, *end});
    for (const auto& condition : conditions)
        if (!query::is_period(condition.value))
            return query::syntax(
                condition.comparison == Comparison::ge ? "startPeriod" : "endPeriod",
                "a period such as 2024, 2024-03, 2024-Q1 or 2024-03-31", condition.value);
    if (!conditions.empty())
        selection.filters.push_back({"TIME_PERIOD", {std::move(conditions)}});
    return {};
}

Result<void> read_providers(const std::string& text, DataSelection& selection) {
    for (const auto& provider : query::alternatives(text, '+')) {
        const auto parts = query::split_keeping_empty(provider, ',');
        if (parts.size() > 2 || std::ranges::find(parts, "") != parts.end())
            return query::syntax("the provider", "ID or AGENCY,ID", provider);
        const bool any = parts.size() == 2 && query::is_every(parts[0]);
        if (any && query::is_every(parts[1])) {
            selection.providers.clear();
            return {};
        }
        selection.providers.emplace_back(parts.size() == 2 && !any ? parts[0] : std::string{},
                                         parts.back());
    }
    return {};
}

// What data and availability queries begin with; returns how many segments of the path it took.
Result<std::size_t> read_selection(const Address& address, Rest rest, DataSelection& selection) {
    std::size_t taken = 0;
    if (rest == Rest::v1) {
        if (address.segment(0).empty())
            return query::syntax("the dataflow", "ID, AGENCY,ID or AGENCY,ID,VERSION", "");
        selection.what = TRY(flow_of_v1(address.segment(0)));
        TRY(keys_of_v1(address.segment(1), selection));
        TRY(read_providers(address.segment(2), selection));
        TRY(read_periods_of_v1(address, selection));
        taken = 3;
    } else {
        selection.what.types =
            TRY(context_types(address.segment(0).empty() ? "*" : address.segment(0), false));
        selection.what.agencies = TRY(query::ids(address.segment(1), rest, "the agency"));
        selection.what.ids = TRY(query::ids(address.segment(2), rest, "the id"));
        selection.what.versions = versions_of(address.segment(3), ',', "*");
        TRY(keys_of_v2(address.segment(4), selection));
        TRY(read_filters(address, selection));
        selection.year_start_day = address.find("reportingYearStartDay").value_or("");
        taken = 5;
    }
    selection.updated_after = address.find("updatedAfter").value_or("");
    if (!selection.updated_after.empty() && !query::is_period(selection.updated_after))
        return query::syntax("updatedAfter", "a date-time such as 2024-05-20T00:00:00Z",
                             selection.updated_after);
    return taken;
}

Result<void> no_more_than(const Address& address, std::size_t segments) {
    if (address.path.size() > segments)
        return query::syntax("the path", "at most " + std::to_string(segments) + " parts",
                             address.path[segments]);
    return {};
}

Result<std::optional<std::size_t>> count_of(const Address& address, std::string_view name) {
    const auto text = address.find(name);
    if (!text)
        return std::optional<std::size_t>{};
    std::size_t count = 0;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), count);
    if (fault != std::errc{} || end != text->data() + text->size() || count == 0)
        return query::syntax(name, "a whole number above 0", *text);
    return std::optional{count};
}

Result<bool> boolean_of(const Address& address, std::string_view name) {
    constexpr std::array words{std::pair{std::string_view{"true"}, true},
                               std::pair{std::string_view{"false"}, false}};
    const auto text = address.find(name);
    return text ? query::one_of(words, *text, name) : Result<bool>{false};
}

// attributes=dsd, series, obs, none, or ids. What stands for a group is asked for with its own
// word in front of it, as ids cannot begin with one.
Result<void> read_attributes_of_v2(const Address& address, DataQuery& query_) {
    if (const auto text = address.find("attributes")) {
        std::vector<std::string> asked;
        for (const auto& word : query::split(*text, ',')) {
            if (word == "all" || word == "dsd")
                return {};
            if (word == "none" || word == "msd")
                continue;
            asked.push_back(word == "dataset" || word == "series" || word == "obs" ? "*" + word
                                                                                   : word);
        }
        query_.attributes = std::move(asked);
    }
    return {};
}

Result<std::vector<SortKey>> sort_of(const Address& address) {
    constexpr std::array directions{std::pair{std::string_view{"asc"}, false},
                                    std::pair{std::string_view{"desc"}, true}};
    std::vector<SortKey> keys;
    for (const auto& part : query::split(address.find("sort").value_or(""), '+')) {
        const auto colon = part.find(':');
        const bool descending =
            colon != part.npos &&
            TRY(query::one_of(directions, part.substr(colon + 1), "the direction of sort"));
        auto component = part.substr(0, colon);
        if (component.empty())
            return query::syntax("sort", "COMPONENT, series_key or *, each with :asc or :desc",
                                 part);
        keys.push_back({std::move(component), descending});
    }
    return keys;
}

}  // namespace

const std::string& Address::segment(std::size_t i) const {
    static const std::string none;
    return i < path.size() ? path[i] : none;
}

std::optional<std::string> Address::find(std::string_view name) const {
    for (auto at = parameters.rbegin(); at != parameters.rend(); ++at)
        if (at->first == name && !at->second.empty())
            return at->second;
    return {};
}

bool ArtefactSelector::names(const Artefact& artefact) const {
    const auto among = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return among(types, artefact.type) && among(agencies, artefact.agency) &&
           among(ids, artefact.id);
}

Result<StructureQuery> parse_structure_query(const Address& address, Rest rest) {
    const char between = rest == Rest::v1 ? '+' : ',';
    StructureQuery asked;
    const auto word = query::lower(address.segment(0));
    const bool every = word == (rest == Rest::v1 ? "structure" : "*");
    if (!every) {
        for (const auto& one : query::split(word, between)) {
            const auto types = types_of(one, rest);
            if (types.empty())
                return query::syntax("the artefact type",
                                     rest == Rest::v1 ? "codelist, dataflow, datastructure, ..."
                                                      : "codelist, dataflow, hierarchy, ...",
                                     address.segment(0));
            asked.what.types.insert(asked.what.types.end(), types.begin(), types.end());
        }
    }
    for (const auto& [constraint, actual] : constraint_words)
        if (word == constraint)
            asked.actual = actual;
    asked.what.agencies = TRY(query::ids(address.segment(1), rest, "the agency"));
    asked.what.ids = TRY(query::ids(address.segment(2), rest, "the id"));
    asked.what.versions =
        versions_of(address.segment(3), between, rest == Rest::v1 ? "latest" : "~");
    asked.items = query::alternatives(address.segment(4), between);
    TRY(no_more_than(address, 5));
    if (const auto detail = address.find("detail"))
        asked.detail = TRY(detail_of(*detail));
    TRY(read_references(address, rest, asked.references, asked.reference_types));
    return asked;
}

DataDetail detail_written(const DataQuery& query) {
    const bool attributes = !query.attributes || !query.attributes->empty();
    if (!query.measures)
        return attributes ? DataDetail::no_data : DataDetail::series_keys_only;
    return attributes ? query.detail : DataDetail::data_only;
}

Result<DataQuery> parse_data_query(const Address& address, Rest rest) {
    constexpr std::array details{
        std::pair{std::string_view{"full"}, DataDetail::full},
        std::pair{std::string_view{"dataonly"}, DataDetail::data_only},
        std::pair{std::string_view{"serieskeysonly"}, DataDetail::series_keys_only},
        std::pair{std::string_view{"nodata"}, DataDetail::no_data}};
    DataQuery asked;
    const auto segments = TRY(read_selection(address, rest, asked.selection));
    TRY(no_more_than(address, segments));
    asked.dimension_at_observation = address.find("dimensionAtObservation").value_or("");
    asked.first = TRY(count_of(address, "firstNObservations"));
    asked.last = TRY(count_of(address, "lastNObservations"));
    asked.include_history = TRY(boolean_of(address, "includeHistory"));
    if (rest == Rest::v1) {
        if (const auto detail = address.find("detail"))
            asked.detail = TRY(query::one_of(details, *detail, "detail"));
        return asked;
    }
    TRY(read_attributes_of_v2(address, asked));
    asked.measures = address.find("measures").value_or("all") != "none";
    asked.as_of = address.find("asOf").value_or("");
    if (!asked.as_of.empty() && !query::is_period(asked.as_of))
        return query::syntax("asOf", "a date-time such as 2024-05-20T00:00:00Z", asked.as_of);
    asked.sort = TRY(sort_of(address));
    if (address.find("offset").value_or("0") != "0")
        asked.offset = TRY(count_of(address, "offset")).value_or(0);
    asked.limit = TRY(count_of(address, "limit"));
    return asked;
}

Result<AvailabilityQuery> parse_availability_query(const Address& address, Rest rest) {
    constexpr std::array modes{std::pair{std::string_view{"exact"}, false},
                               std::pair{std::string_view{"available"}, true}};
    AvailabilityQuery asked;
    const auto at = TRY(read_selection(address, rest, asked.selection));
    TRY(no_more_than(address, at + 1));
    const auto components = at < address.path.size() ? address.path[at] : std::string{};
    asked.components = query::alternatives(components, rest == Rest::v1 ? '+' : ',');
    if (const auto mode = address.find("mode"))
        asked.available = TRY(query::one_of(modes, *mode, "mode"));
    TRY(read_references(address, rest, asked.references, asked.reference_types));
    return asked;
}

Result<SchemaQuery> parse_schema_query(const Address& address, Rest rest) {
    SchemaQuery asked;
    asked.what.types = TRY(context_types(query::lower(address.segment(0)), true));
    asked.what.agencies = TRY(query::ids(address.segment(1), rest, "the agency"));
    asked.what.ids = TRY(query::ids(address.segment(2), rest, "the id"));
    if (asked.what.agencies.size() != 1 || asked.what.ids.size() != 1)
        return query::syntax("a schema", "one agency and one id",
                             address.segment(1) + "/" + address.segment(2));
    asked.what.versions = versions_of(address.segment(3), rest == Rest::v1 ? '+' : ',',
                                      rest == Rest::v1 ? "latest" : "~");
    TRY(no_more_than(address, 4));
    asked.dimension_at_observation = address.find("dimensionAtObservation").value_or("");
    return asked;
}

}  // namespace sdmx
