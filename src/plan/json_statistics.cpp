#include "plan/fields.h"
#include "plan/json.h"

#include <fmt/format.h>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::FieldReader;
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
    if (!flow.other_providers.empty())
        json.set("other_providers", strings(flow.other_providers));
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

Json words_json(const SeriesWords& words) {
    Json json = Json::object();
    for (const auto& [column, word] : words)
        json.set(column, word);
    return json;
}

Json identity_json(const StatisticalIdentity& identity) {
    return Json::object({{"id", identity.id},
                         {"list", identity.list},
                         {"total", identity.total},
                         {"parts", strings(identity.parts)}});
}

/// Reads what `to_json` wrote; anything else is a fault of the stored plan.
class StatisticsJson {
  public:
    Result<Statistics> read(const Json& json) {
        Statistics made;
        FieldReader fields{json, "plan.statistics"};
        if (const auto* agency = fields.optional_object("agency")) {
            FieldReader of_agency{*agency, "plan.statistics.agency"};
            made.agency = item(of_agency);
            finish(of_agency);
        }
        each(fields, "providers", [&](FieldReader& one) { made.providers.push_back(item(one)); });
        each(fields, "subjects", [&](FieldReader& one) { made.subjects.push_back(item(one)); });
        each(fields, "units", [&](FieldReader& one) {
            auto multiplier = parse_whole(text(one, "multiplier"), 0, 15);
            if (!multiplier)
                errors_.push_back(std::move(multiplier).error());
            made.units.push_back({text(one, "printed"), text(one, "code"), multiplier.value_or(0)});
        });
        each(fields, "lists", [&](FieldReader& one) { made.lists.push_back(list(one)); });
        each(fields, "structures",
             [&](FieldReader& one) { made.structures.push_back(structure(one)); });
        each(fields, "flows", [&](FieldReader& one) { made.flows.push_back(flow(one)); });
        each(fields, "correspondences",
             [&](FieldReader& one) { made.correspondences.push_back(correspondence(one)); });
        each(fields, "identities", [&](FieldReader& one) {
            made.identities.push_back({text(one, "id"), text(one, "list"), text(one, "total"),
                                       one.optional_strings("parts")});
        });
        made.files = fields.optional_strings("files");
        each(fields, "derived", [&](FieldReader& one) { made.derived.push_back(derived(one)); });
        finish(fields);
        if (errors_.empty())
            return made;
        return base::all_in_one(std::move(errors_));
    }

  private:
    static std::string text(FieldReader& fields, const char* key) {
        return fields.optional_string(key).value_or("");
    }

    void finish(FieldReader& fields) {
        if (auto done = fields.finish(); !done)
            for (auto& error : base::one_by_one(std::move(done).error()))
                errors_.push_back(std::move(error));
    }

    template <typename Use>
    void each(FieldReader& fields, const char* key, Use use) {
        const auto* found = fields.optional_array(key);
        for (std::size_t i = 0; found != nullptr && i < found->array_items()->size(); ++i) {
            FieldReader one{(*found->array_items())[i], fmt::format("{}[{}]", key, i)};
            use(one);
            finish(one);
        }
    }

    static Naming naming(FieldReader& fields) {
        return {text(fields, "name"), text(fields, "name_ur"), text(fields, "description")};
    }
    static StatisticalItem item(FieldReader& fields) {
        return {text(fields, "id"), naming(fields), text(fields, "parent")};
    }

    StatisticalList list(FieldReader& fields) {
        StatisticalList made{text(fields, "id"), text(fields, "version"), naming(fields), {}};
        each(fields, "codes", [&](FieldReader& one) {
            made.codes.push_back({text(one, "code"), naming(one), text(one, "parent"),
                                  one.optional_strings("printed")});
        });
        return made;
    }

    StatisticalStructure structure(FieldReader& fields) {
        StatisticalStructure made{text(fields, "id"), text(fields, "version"), naming(fields), {}};
        each(fields, "dimensions", [&](FieldReader& one) {
            const auto from = parse_choice<CodeFrom>(text(one, "from"));
            if (!from)
                one.fail(ErrorCode::invalid_plan_json, "from", from.error().message);
            made.dimensions.push_back({text(one, "id"), naming(one), text(one, "list"),
                                       from ? *from : CodeFrom::fixed, text(one, "text")});
        });
        return made;
    }

    StatisticalFlow flow(FieldReader& fields) {
        StatisticalFlow made{text(fields, "id"),
                             text(fields, "version"),
                             naming(fields),
                             text(fields, "structure"),
                             text(fields, "provider"),
                             text(fields, "subject"),
                             {},
                             fields.optional_strings("other_providers")};
        if (const auto* where = fields.optional_object("where")) {
            FieldReader columns{*where, "where"};
            for (const auto& [column, words] : *where->members())
                made.where[column] = columns.optional_strings(column);
            finish(columns);
        }
        return made;
    }

    StatisticalCorrespondence correspondence(FieldReader& fields) {
        StatisticalCorrespondence made{text(fields, "id"),      text(fields, "version"),
                                       naming(fields),          text(fields, "from_list"),
                                       text(fields, "to_list"), {}};
        each(fields, "mappings", [&](FieldReader& one) {
            made.mappings.push_back({text(one, "from"), text(one, "to"), text(one, "valid_from"),
                                     text(one, "valid_to"), text(one, "note")});
        });
        return made;
    }

    DerivedFigure derived(FieldReader& fields) {
        DerivedFigure made;
        made.id = text(fields, "id");
        made.naming = naming(fields);
        const auto what = statistics::parse_figure_of(text(fields, "figure"));
        if (!what)
            fields.fail(ErrorCode::invalid_plan_json, "figure", "no such figure");
        made.what = what.value_or(statistics::FigureOf::value);
        made.series = words(fields.optional_object("series"), "series");
        made.of = words(fields.optional_object("of"), "of");
        if (const auto* parts = fields.optional_array("parts"))
            for (const auto& part : *parts->array_items())
                made.parts.push_back(words(&part, "parts"));
        made.since = text(fields, "since");
        if (const auto months = fields.optional_string("months")) {
            auto count = parse_whole(*months, 1, 1200);
            if (!count)
                errors_.push_back(std::move(count).error());
            made.months = count.value_or(made.months);
        }
        made.by = text(fields, "by");
        if (const auto every = fields.optional_string("every")) {
            const auto frequency = parse_every(*every);
            if (!frequency)
                fields.fail(ErrorCode::invalid_plan_json, "every", frequency.error().message);
            else
                made.every = *frequency;
        }
        return made;
    }

    SeriesWords words(const Json* found, const char* key) {
        SeriesWords made;
        if (found == nullptr)
            return made;
        FieldReader columns{*found, key};
        if (const auto* members = found->members())
            for (const auto& [column, word] : *members)
                made[column] = text(columns, column.c_str());
        finish(columns);
        return made;
    }

    std::vector<Error> errors_;
};

}  // namespace

Json to_json(const DerivedFigure& figure) {
    Json json = Json::object({{"id", figure.id}});
    put(json, figure.naming);
    json.set("figure", statistics::word(figure.what));
    json.set("series", words_json(figure.series));
    if (!figure.of.empty())
        json.set("of", words_json(figure.of));
    if (!figure.parts.empty())
        json.set("parts", Json::array_of(figure.parts, words_json));
    put(json, "since", figure.since);
    if (figure.what == statistics::FigureOf::rolling_sum)
        json.set("months", std::to_string(figure.months));
    put(json, "by", figure.by);
    if (figure.every)
        json.set("every", base::name(*figure.every));
    return json;
}

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
    if (!statistics.identities.empty())
        json.set("identities", Json::array_of(statistics.identities, identity_json));
    json.set("files", strings(statistics.files));
    if (!statistics.derived.empty())
        json.set("derived", Json::array_of(statistics.derived, [](const DerivedFigure& figure) {
                     return to_json(figure);
                 }));
    return json;
}

Result<Statistics> statistics_from_json(const Json& json) {
    return StatisticsJson{}.read(json);
}

}  // namespace plan
