#pragma once

#include "sdmx/query.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

/// Writes a query as an address again, so that a test can hold what was read against it.
namespace sdmx::fuzz {

inline std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            made += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        made += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return made;
}

inline std::string joined(const std::vector<std::string>& parts, char separator,
                          std::string_view none) {
    std::string made;
    for (const auto& part : parts)
        made += (made.empty() ? "" : std::string(1, separator)) + part;
    return parts.empty() ? std::string{none} : made;
}

/// The address of a query, part by part.
class AddressWriter {
  public:
    explicit AddressWriter(Rest rest) : rest_(rest) {}

    void add_part(std::string_view part) {
        path_ += (is_begun_ ? "/" : "") + encoded(part);
        is_begun_ = true;
    }
    void add(std::string_view name, std::string_view value) {
        if (!value.empty())
            query_ += (query_.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
    }
    void add_selection(const DataSelection& asked);
    void add_references(References references, const std::vector<ArtefactType>& types);
    char between() const { return rest_ == Rest::v1 ? '+' : ','; }
    std::string_view every() const { return rest_ == Rest::v1 ? "all" : "*"; }
    std::string words_of(std::vector<ArtefactType> types) const;
    const std::string& path() const { return path_; }
    const std::string& query() const { return query_; }

  private:
    std::string keys(const DataSelection& asked) const;
    std::string filter(const ComponentFilter& asked) const;

    Rest rest_;
    bool is_begun_ = false;
    std::string path_;
    std::string query_;
};

/// The resources of kinds of artefacts; several kinds may have one.
inline std::string AddressWriter::words_of(std::vector<ArtefactType> types) const {
    std::vector<std::string> words;
    for (const auto type : types)
        words.emplace_back(rest_ == Rest::v1 ? info(type).rest_1 : info(type).rest_2);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return joined(words, between(), "");
}

/// A separator behind each value: "*" or "all" as the only text of a key would say more.
inline std::string AddressWriter::keys(const DataSelection& asked) const {
    std::vector<std::string> alternatives;
    for (const auto& key : asked.keys) {
        std::vector<std::string> dimensions;
        for (const auto& values : key)
            dimensions.push_back(joined(values, '+', "") + "+");
        alternatives.push_back(joined(dimensions, '.', ""));
    }
    return joined(alternatives, ',', every());
}

inline std::string AddressWriter::filter(const ComponentFilter& asked) const {
    constexpr std::array<std::string_view, 10> operators{
        "eq:", "ne:", "lt:", "le:", "gt:", "ge:", "co:", "nc:", "sw:", "ew:"};
    std::vector<std::string> alternatives;
    for (const auto& conditions : asked.alternatives) {
        std::vector<std::string> parts;
        for (const auto& [comparison, value] : conditions)
            parts.push_back(std::string{operators[static_cast<std::size_t>(comparison)]} + value);
        alternatives.push_back(joined(parts, '+', ""));
    }
    return joined(alternatives, ',', "");
}

inline void AddressWriter::add_selection(const DataSelection& asked) {
    const auto versions = joined(asked.what.versions, between(), "");
    const auto agencies = joined(asked.what.agencies, between(), every());
    const auto ids = joined(asked.what.ids, between(), every());
    if (rest_ == Rest::v1) {
        add_part(agencies + "," + ids + "," + versions);
        add_part(keys(asked));
        std::vector<std::string> providers;
        for (const auto& [agency, id] : asked.providers)
            providers.push_back((agency.empty() ? "" : agency + ",") + id);
        add_part(joined(providers, '+', "all"));
        for (const auto& period : asked.filters)
            for (const auto& [comparison, value] : period.alternatives.front())
                add(comparison == Comparison::ge ? "startPeriod" : "endPeriod", value);
    } else {
        add_part(asked.what.types.size() > 1 ? "*" : words_of(asked.what.types));
        add_part(agencies);
        add_part(ids);
        add_part(versions);
        add_part(keys(asked));
        for (const auto& one : asked.filters)
            add("c[" + one.component + "]", filter(one));
        add("reportingYearStartDay", asked.year_start_day);
    }
    add("updatedAfter", asked.updated_after);
}

inline void AddressWriter::add_references(References references,
                                          const std::vector<ArtefactType>& types) {
    constexpr std::array<std::string_view, 7> words{
        "none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all"};
    add("references", references == References::of_types
                          ? words_of(types)
                          : words[static_cast<std::size_t>(references)]);
}

inline AddressWriter written(const DataQuery& asked, Rest rest) {
    constexpr std::array<std::string_view, 4> details{"full", "dataonly", "serieskeysonly",
                                                      "nodata"};
    AddressWriter out{rest};
    out.add_selection(asked.selection);
    const auto number = [](const auto& count) { return count ? std::to_string(*count) : ""; };
    out.add("dimensionAtObservation", asked.dimension_at_observation);
    out.add("firstNObservations", number(asked.first));
    out.add("lastNObservations", number(asked.last));
    out.add("includeHistory", asked.include_history ? "true" : "false");
    if (rest == Rest::v1) {
        out.add("detail", details[static_cast<std::size_t>(asked.detail)]);
        return out;
    }
    if (asked.attributes) {
        auto words = *asked.attributes;
        for (auto& word : words)
            if (word == "*dataset" || word == "*series" || word == "*obs")
                word.erase(0, 1);
        out.add("attributes", joined(words, ',', "none"));
    }
    out.add("measures", asked.measures ? "all" : "none");
    out.add("asOf", asked.as_of);
    out.add("offset", std::to_string(asked.offset));
    out.add("limit", number(asked.limit));
    return out;
}

inline AddressWriter written(const AvailabilityQuery& asked, Rest rest) {
    AddressWriter out{rest};
    out.add_selection(asked.selection);
    out.add_part(joined(asked.components, out.between(), out.every()));
    out.add("mode", asked.available ? "available" : "exact");
    out.add_references(asked.references, asked.reference_types);
    return out;
}

inline AddressWriter written(const StructureQuery& asked, Rest rest) {
    constexpr std::array<std::string_view, 6> details{"full",
                                                      "allstubs",
                                                      "referencestubs",
                                                      "referencepartial",
                                                      "allcompletestubs",
                                                      "referencecompletestubs"};
    AddressWriter out{rest};
    const auto words = out.words_of(asked.what.types);
    if (asked.actual)
        out.add_part(*asked.actual ? "actualconstraint" : "allowedconstraint");
    else
        out.add_part(!words.empty() ? words : rest == Rest::v1 ? "structure" : "*");
    out.add_part(joined(asked.what.agencies, out.between(), out.every()));
    out.add_part(joined(asked.what.ids, out.between(), out.every()));
    out.add_part(joined(asked.what.versions, out.between(), ""));
    out.add_part(joined(asked.items, out.between(), out.every()));
    out.add("detail", details[static_cast<std::size_t>(asked.detail)]);
    out.add_references(asked.references, asked.reference_types);
    return out;
}

inline AddressWriter written(const SchemaQuery& asked, Rest rest) {
    AddressWriter out{rest};
    out.add_part(out.words_of(asked.what.types));
    out.add_part(asked.what.agencies.front());
    out.add_part(asked.what.ids.front());
    out.add_part(joined(asked.what.versions, out.between(), ""));
    out.add("dimensionAtObservation", asked.dimension_at_observation);
    return out;
}

}  // namespace sdmx::fuzz
