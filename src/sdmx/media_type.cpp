#include "sdmx/media_type.h"

#include "base/text.h"
#include "sdmx/excerpt.h"
#include "sdmx/query_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

namespace sdmx {

namespace {

/// One way in which there is an answer.
struct Offer {
    Resource resource;
    std::string_view type;     ///< "application/vnd.sdmx.genericdata+xml"
    std::string_view version;  ///< "2.1"; empty where the type has none
    std::variant<DataFormat, StructureFormat, SchemaFormat, WorkbookFormat> format;
    std::string_view word;  ///< of `format` in the query
};

// In the order of preference of REST 1; REST 2 begins with those of SDMX 3.0.
constexpr std::array offers{
    Offer{Resource::data, "application/vnd.sdmx.genericdata+xml", "2.1", DataFormat::generic_21,
          "genericdata"},
    Offer{Resource::data, "application/vnd.sdmx.structurespecificdata+xml", "2.1",
          DataFormat::structure_specific_21, "structurespecificdata"},
    Offer{Resource::data, "application/vnd.sdmx.generictimeseriesdata+xml", "2.1",
          DataFormat::generic_time_series_21, "generictimeseriesdata"},
    Offer{Resource::data, "application/vnd.sdmx.structurespecifictimeseriesdata+xml", "2.1",
          DataFormat::structure_specific_time_series_21, "structurespecifictimeseriesdata"},
    Offer{Resource::data, "application/vnd.sdmx.data+json", "1.0.0", DataFormat::json_1,
          "jsondata"},
    Offer{Resource::data, "application/vnd.sdmx.data+csv", "1.0.0", DataFormat::csv_1, "csvdata"},
    Offer{Resource::structure, "application/vnd.sdmx.structure+xml", "2.1", StructureFormat::ml_21,
          "structure"},
    Offer{Resource::structure, "application/vnd.sdmx.structure+json", "1.0.0",
          StructureFormat::json_1, "jsonstructure"},
    Offer{Resource::schema, "application/vnd.sdmx.schema+xml", "2.1", SchemaFormat{Standard::v21},
          "schema"},
    Offer{Resource::schema, "application/vnd.sdmx.structure+xml", "2.1", StructureFormat::ml_21,
          "structure"},
    Offer{Resource::data, "application/vnd.sdmx.data+json", "2.0.0", DataFormat::json_2,
          "jsondata"},
    Offer{Resource::data, "application/vnd.sdmx.data+xml", "3.0.0",
          DataFormat::structure_specific_30, "structurespecificdata"},
    Offer{Resource::data, "application/vnd.sdmx.data+csv", "2.0.0", DataFormat::csv_2, "csvdata"},
    Offer{Resource::structure, "application/vnd.sdmx.structure+json", "2.0.0",
          StructureFormat::json_2, "jsonstructure"},
    Offer{Resource::structure, "application/vnd.sdmx.structure+xml", "3.0.0",
          StructureFormat::ml_30, "structure"},
    Offer{Resource::schema, "application/vnd.sdmx.schema+xml", "3.0.0", SchemaFormat{Standard::v30},
          "schema"},
    Offer{Resource::data, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "",
          WorkbookFormat{}, "xlsx"},
};

bool is_of_v30(const Offer& offer) {
    return offer.version == "2.0.0" || offer.version == "3.0.0";
}

using Offers = std::vector<const Offer*>;

Offers sorted_offers(Resource resource, Rest rest) {
    Offers found;
    for (const bool of_v30 : {rest == Rest::v2, rest != Rest::v2})
        for (const auto& offer : offers)
            if (offer.resource == resource && is_of_v30(offer) == of_v30 &&
                (rest == Rest::v2 || !of_v30))
                found.push_back(&offer);
    return found;
}

// The offers of a resource, best first.
const Offers& offered(Resource resource, Rest rest) {
    static const std::array<Offers, 6> all{
        sorted_offers(Resource::data, Rest::v1),      sorted_offers(Resource::structure, Rest::v1),
        sorted_offers(Resource::schema, Rest::v1),    sorted_offers(Resource::data, Rest::v2),
        sorted_offers(Resource::structure, Rest::v2), sorted_offers(Resource::schema, Rest::v2)};
    return all[static_cast<std::size_t>(resource) + (rest == Rest::v2 ? 3 : 0)];
}

/// One range of an Accept header.
struct Range {
    std::string type;
    std::vector<std::pair<std::string, std::string>> parameters;
    double weight = 1;

    std::string_view find(std::string_view name) const {
        for (const auto& [key, value] : parameters)
            if (key == name)
                return value;
        return {};
    }
};

std::vector<Range> read_accept(std::string_view accept) {
    std::vector<Range> ranges;
    for (const auto part : base::parts(accept, ',')) {
        auto pieces = base::parts(part, ';').begin();
        Range range;
        range.type = query::lower(base::trimmed(*pieces));
        if (range.type.empty())
            continue;
        while (++pieces != std::default_sentinel) {
            const auto piece = base::trimmed(*pieces);
            const auto equals = piece.find('=');
            auto key = query::lower(base::trimmed(piece.substr(0, equals)));
            auto value = equals == piece.npos
                             ? std::string{}
                             : std::string{base::trimmed(piece.substr(equals + 1))};
            std::erase(value, '"');
            if (key == "q")
                range.weight = std::atof(value.c_str());
            else
                range.parameters.emplace_back(std::move(key), std::move(value));
        }
        ranges.push_back(std::move(range));
    }
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return ranges;
}

bool ends_with_json(std::string_view type) {
    return type.ends_with("+json");
}

bool version_fits(std::string_view asked, const Offer& offer) {
    if (asked.empty() || asked == offer.version)
        return true;
    if (asked.ends_with('+'))  // at least that one, of the same edition
        return asked.substr(0, 1) == offer.version.substr(0, 1) &&
               asked.substr(0, asked.size() - 1) <= offer.version;
    // "3.0" for 3.0.0, "1.0" for 1.0.0
    return offer.version.size() > asked.size() && offer.version.starts_with(asked) &&
           offer.version.substr(asked.size()) == ".0";
}

bool fits(const Range& range, const Offer& offer) {
    const auto& type = range.type;
    if (type == "*/*" || type == "application/*")
        return true;
    if (type == "application/xml" || type == "text/xml")
        return offer.type.ends_with("+xml");
    if (type == "application/json")
        return ends_with_json(offer.type);
    if (type == "text/csv")
        return offer.type.ends_with("+csv");
    return type == offer.type && version_fits(range.find("version"), offer);
}

std::string named(const Offer& offer) {
    std::string name{offer.type};
    if (!offer.version.empty())
        (name += ";version=") += offer.version;
    return name;
}

MediaChoice representation(const Offer& offer, const Range& range) {
    MediaChoice made;
    made.format = offer.format;
    made.media_type = named(offer);
    if (!offer.type.ends_with("+csv"))
        return made;
    const auto say = [&](std::string_view name, std::string_view value) {
        made.media_type += ";" + std::string{name} + "=" + std::string{value};
    };
    const auto labels = query::lower(range.find("labels"));
    if (labels == "both" || labels == "name") {
        made.csv.labels = labels == "both" ? CsvOptions::Labels::both : CsvOptions::Labels::name;
        say("labels", labels);
    }
    if (query::lower(range.find("timeformat")) == "normalized") {
        made.csv.normalised_time = true;
        say("timeFormat", "normalized");
    }
    const auto keys = query::lower(range.find("keys"));
    if (keys == "series" || keys == "obs" || keys == "both") {
        made.csv.series_key = keys != "obs";
        made.csv.observation_key = keys != "series";
        say("keys", keys);
    }
    return made;
}

// What people write after format=, beside the words of the offers.
std::string format_word(const std::string& asked, Resource resource) {
    auto word = query::lower(asked);
    if (word == "json" || word == "sdmx-json" || word == "jsondata" || word == "jsonstructure")
        return resource == Resource::data ? "jsondata" : "jsonstructure";
    if (word == "csv" || word == "sdmx-csv" || word == "csvfile" || word == "csvfilewithlabels")
        return "csvdata";
    if (word == "compactdata")
        return "structurespecificdata";
    if (word == "sdmx-ml" || word == "xml" || word.starts_with("sdmx-2") ||
        word.starts_with("sdmx-3"))
        return resource == Resource::data     ? "genericdata"
               : resource == Resource::schema ? "schema"
                                              : "structure";
    return word;
}

}  // namespace

base::Result<MediaChoice> negotiate(std::string_view accept, const Address& address,
                                    Resource resource, Rest rest) {
    const auto& known = offered(resource, rest);
    if (const auto asked = address.find("format")) {
        const auto word = format_word(*asked, resource);
        const auto version = address.find("formatVersion").value_or("");
        Range range;
        if (query::lower(*asked) == "csvfilewithlabels")
            range.parameters.emplace_back("labels", "both");
        for (const auto* offer : known)
            if (offer->word == word && version_fits(version, *offer))
                return representation(*offer, range);
        accept = "unknown/format";
    }
    const auto ranges = read_accept(accept);
    if (ranges.empty())
        return representation(*known.front(), {});
    const auto refused = [&](const Offer& offer) {
        return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
            return range.weight <= 0 && range.type == offer.type && fits(range, offer);
        });
    };
    for (const auto& range : ranges)
        for (const auto* offer : known)
            if (range.weight > 0 && fits(range, *offer) && !refused(*offer))
                return representation(*offer, range);
    std::string list;
    for (const auto* offer : known)
        list += (list.empty() ? "" : ", ") + named(*offer);
    return base::Error{base::ErrorCode::sdmx_not_acceptable,
                       "expected one of " + list + ", found \"" + excerpt(accept) + "\"", "Accept"};
}

const std::vector<std::string>& negotiate_languages(std::string_view accept_language,
                                                    const Address& address) {
    static const std::array<std::vector<std::string>, 2> orders{{{"en", "ur"}, {"ur", "en"}}};
    const auto order_of = [](std::string_view language) {
        const auto word = query::lower(language.substr(0, language.find('-')));
        return std::ranges::find(
            orders, word, [](const auto& order) -> const auto& { return order.front(); });
    };
    if (const auto asked = address.find("lang"))
        if (const auto order = order_of(*asked); order != orders.end())
            return *order;
    for (const auto& range : read_accept(accept_language))
        if (const auto order = order_of(range.type); range.weight > 0 && order != orders.end())
            return *order;
    return orders.front();
}

}  // namespace sdmx
