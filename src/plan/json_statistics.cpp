#include "plan/fields.h"
#include "plan/json.h"

#include <algorithm>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::Result;

void put(Json& json, const char* key, const std::string& text) {
    if (!text.empty())
        json.set(key, text);
}

void put(Json& json, const Naming& naming) {
    put(json, "name", naming.name);
    put(json, "name_ur", naming.name_ur);
    put(json, "description", naming.description);
}

Json strings(const std::vector<std::string>& list) {
    return Json::array_of(list, [](const auto& text) { return Json{text}; });
}

Json item_json(const StatisticalItem& item) {
    Json json = Json::object({{"id", item.id}});
    put(json, item.naming);
    put(json, "parent", item.parent);
    return json;
}

template <typename Artefact>
Json artefact_json(const Artefact& artefact) {
    Json json = Json::object({{"id", artefact.id}, {"version", artefact.version}});
    put(json, artefact.naming);
    return json;
}

Json list_json(const StatisticalList& list) {
    Json json = artefact_json(list);
    json.set("codes", Json::array_of(list.codes, [](const StatisticalCode& code) {
                 Json one = Json::object({{"code", code.code}});
                 put(one, code.naming);
                 put(one, "parent", code.parent);
                 if (!code.printed.empty())
                     one.set("printed", strings(code.printed));
                 return one;
             }));
    return json;
}

Json structure_json(const StatisticalStructure& structure) {
    Json json = artefact_json(structure);
    json.set("dimensions",
             Json::array_of(structure.dimensions, [](const StatisticalDimension& dimension) {
                 Json one = Json::object({{"id", dimension.id}});
                 put(one, dimension.naming);
                 put(one, "list", dimension.list);
                 one.set("from", word(dimension.from));
                 put(one, "text", dimension.text);
                 return one;
             }));
    return json;
}

Json flow_json(const StatisticalFlow& flow) {
    Json json = artefact_json(flow);
    put(json, "structure", flow.structure);
    put(json, "provider", flow.provider);
    put(json, "subject", flow.subject);
    Json where = Json::object();
    for (const auto& [column, words] : flow.where)
        where.set(column, strings(words));
    json.set("where", std::move(where));
    return json;
}

Json correspondence_json(const StatisticalCorrespondence& from) {
    Json json = artefact_json(from);
    put(json, "from_list", from.from_list);
    put(json, "to_list", from.to_list);
    json.set("mappings", Json::array_of(from.mappings, [](const StatisticalMapping& mapping) {
                 Json one = Json::object({{"from", mapping.from}, {"to", mapping.to}});
                 put(one, "valid_from", mapping.valid_from);
                 put(one, "valid_to", mapping.valid_to);
                 put(one, "note", mapping.note);
                 return one;
             }));
    return json;
}

/// Reads what `to_json` wrote; anything else is a fault of the stored plan.
class StatisticsJson {
  public:
    Statistics read(const Json& json) {
        Statistics made;
        if (const auto* agency = json.find("agency"))
            made.agency = item(*agency);
        each(json, "providers", [&](const Json& one) { made.providers.push_back(item(one)); });
        each(json, "subjects", [&](const Json& one) { made.subjects.push_back(item(one)); });
        each(json, "units", [&](const Json& one) {
            const auto multiplier = parse_whole(text(one, "multiplier"), 0, 15);
            if (!multiplier.ok())
                fault_ = "expected a power of ten in multiplier";
            made.units.push_back({text(one, "printed"), text(one, "code"), multiplier.value_or(0)});
        });
        each(json, "lists", [&](const Json& one) { made.lists.push_back(list(one)); });
        each(json, "structures",
             [&](const Json& one) { made.structures.push_back(structure(one)); });
        each(json, "flows", [&](const Json& one) { made.flows.push_back(flow(one)); });
        each(json, "correspondences",
             [&](const Json& one) { made.correspondences.push_back(correspondence(one)); });
        made.files = texts(json, "files");
        return made;
    }

    std::string fault() const { return fault_; }

  private:
    std::string text(const Json& json, const char* key) {
        const auto* found = json.find(key);
        if (found == nullptr)
            return {};
        if (found->string() == nullptr) {
            fault_ = std::string{"expected a string in "} + key;
            return {};
        }
        return *found->string();
    }

    template <typename Use>
    void each(const Json& json, const char* key, Use use) {
        const auto* found = json.find(key);
        if (found == nullptr)
            return;
        if (found->array_items() == nullptr) {
            fault_ = std::string{"expected a list in "} + key;
            return;
        }
        for (const auto& one : *found->array_items())
            use(one);
    }

    std::vector<std::string> texts(const Json& json, const char* key) {
        std::vector<std::string> list;
        each(json, key, [&](const Json& one) {
            if (one.string() == nullptr)
                fault_ = std::string{"expected strings in "} + key;
            else
                list.push_back(*one.string());
        });
        return list;
    }

    Naming naming(const Json& json) {
        return {text(json, "name"), text(json, "name_ur"), text(json, "description")};
    }
    StatisticalItem item(const Json& json) {
        return {text(json, "id"), naming(json), text(json, "parent")};
    }

    StatisticalList list(const Json& json) {
        StatisticalList made{text(json, "id"), text(json, "version"), naming(json), {}};
        each(json, "codes", [&](const Json& one) {
            made.codes.push_back(
                {text(one, "code"), naming(one), text(one, "parent"), texts(one, "printed")});
        });
        return made;
    }

    StatisticalStructure structure(const Json& json) {
        StatisticalStructure made{text(json, "id"), text(json, "version"), naming(json), {}};
        each(json, "dimensions", [&](const Json& one) {
            const auto from = parse_word<CodeFrom>(text(one, "from"));
            if (!from)
                fault_ = "unknown word in from";
            made.dimensions.push_back({text(one, "id"), naming(one), text(one, "list"),
                                       from.value_or(CodeFrom::fixed), text(one, "text")});
        });
        return made;
    }

    StatisticalFlow flow(const Json& json) {
        StatisticalFlow made{text(json, "id"),
                             text(json, "version"),
                             naming(json),
                             text(json, "structure"),
                             text(json, "provider"),
                             text(json, "subject"),
                             {}};
        const auto* where = json.find("where");
        if (where != nullptr && where->members() != nullptr)
            for (const auto& [column, words] : *where->members())
                made.where[column] = texts(*where, column.c_str());
        return made;
    }

    StatisticalCorrespondence correspondence(const Json& json) {
        StatisticalCorrespondence made{text(json, "id"),        text(json, "version"), naming(json),
                                       text(json, "from_list"), text(json, "to_list"), {}};
        each(json, "mappings", [&](const Json& one) {
            made.mappings.push_back({text(one, "from"), text(one, "to"), text(one, "valid_from"),
                                     text(one, "valid_to"), text(one, "note")});
        });
        return made;
    }

    std::string fault_;
};

}  // namespace

Json to_json(const Statistics& statistics) {
    Json json = Json::object({{"agency", item_json(statistics.agency)}});
    json.set("providers", Json::array_of(statistics.providers, item_json));
    json.set("subjects", Json::array_of(statistics.subjects, item_json));
    json.set("units", Json::array_of(statistics.units, [](const StatisticalUnit& unit) {
                 return Json::object({{"printed", unit.printed},
                                      {"code", unit.code},
                                      {"multiplier", std::to_string(unit.multiplier)}});
             }));
    json.set("lists", Json::array_of(statistics.lists, list_json));
    json.set("structures", Json::array_of(statistics.structures, structure_json));
    json.set("flows", Json::array_of(statistics.flows, flow_json));
    json.set("correspondences", Json::array_of(statistics.correspondences, correspondence_json));
    json.set("files", strings(statistics.files));
    return json;
}

Result<Statistics> statistics_from_json(const Json& json) {
    StatisticsJson reader;
    auto made = reader.read(json);
    if (!reader.fault().empty())
        return Error{ErrorCode::invalid_plan_json, reader.fault(), "plan.statistics"};
    return made;
}

}  // namespace plan
