#include "sdmx/example_for_test.h"

namespace sdmx {

namespace {

Item item(std::string id, Texts names, std::string parent = {}) {
    Item made;
    made.id = std::move(id);
    made.names = std::move(names);
    made.parent = std::move(parent);
    return made;
}

Artefact artefact(ArtefactType type, std::string id, Texts names, Body body) {
    Artefact made;
    made.type = type;
    made.agency = type == ArtefactType::agency_scheme ? "SDMX" : "PK.MOITT";
    made.id = std::move(id);
    made.version = "1.0";
    made.names = std::move(names);
    made.descriptions = {{"en", "For tests."}};
    made.final = true;
    made.body = std::move(body);
    return made;
}

base::DecimalText decimal(std::string_view text) {
    return base::DecimalText{*base::Decimal::parse(text)};
}

IndexColumn each(std::vector<std::int32_t> indexes) {
    return IndexColumn{std::move(indexes)};
}

Value month(const char* id, int year, unsigned number, unsigned last) {
    return {id, nullptr, base::make_day(year, number, 1), base::make_day(year, number, last)};
}

}  // namespace

Example::Example() {
    agencies = artefact(ArtefactType::agency_scheme, "AGENCIES", {{"en", "Agencies"}},
                        ItemScheme{true, {item("PK", {{"en", "Pakistan"}})}});
    providers =
        artefact(ArtefactType::data_provider_scheme, "DATA_PROVIDERS", {{"en", "Providers"}},
                 ItemScheme{false, {item("SBP", {{"en", "State Bank of Pakistan"}})}});
    frequencies = artefact(ArtefactType::codelist, "CL_FREQ", {{"en", "Frequency"}, {"ur", "تعدد"}},
                           ItemScheme{false,
                                      {item("M", {{"en", "Monthly"}, {"ur", "ماہانہ"}}),
                                       item("A", {{"en", "Annual"}})}});
    areas = artefact(ArtefactType::codelist, "CL_AREA", {{"en", "Area <\"of\"> & reference"}},
                     ItemScheme{false,
                                {item("W0", {{"en", "World, \"all\" of it"}}),
                                 item("US", {{"en", "United States"}}, "W0"),
                                 item("GB", {{"en", "United Kingdom"}}, "W0")}});
    statuses =
        artefact(ArtefactType::codelist, "CL_OBS_STATUS", {{"en", "Observation status"}},
                 ItemScheme{false,
                            {item("A", {{"en", "Normal"}}), item("P", {{"en", "Provisional"}}),
                             item("M", {{"en", "Missing"}})}});
    concepts = artefact(
        ArtefactType::concept_scheme, "CS_EXAMPLE", {{"en", "Concepts"}},
        ItemScheme{
            false,
            {item("FREQ", {{"en", "Frequency"}}), item("REF_AREA", {{"en", "Area"}}),
             item("TIME_PERIOD", {{"en", "Time period"}}),
             item("OBS_VALUE", {{"en", "Observation value"}}), item("UNIT", {{"en", "Unit"}}),
             item("OBS_STATUS", {{"en", "Status"}}), item("COMMENT", {{"en", "Comment"}})}});

    const auto component = [&](std::string id, ComponentRole role, const Artefact* list) {
        Component made;
        made.id = id;
        made.role = role;
        made.concept_identity = concepts.reference();
        made.concept_identity.item_class = "Concept";
        made.concept_identity.item = std::move(id);
        if (list != nullptr)
            made.representation.enumeration = list->reference();
        return made;
    };
    DataStructure components;
    components.components = {component("FREQ", ComponentRole::dimension, &frequencies),
                             component("REF_AREA", ComponentRole::dimension, &areas),
                             component("TIME_PERIOD", ComponentRole::time_dimension, nullptr),
                             component("OBS_VALUE", ComponentRole::measure, nullptr),
                             component("UNIT", ComponentRole::attribute, nullptr),
                             component("OBS_STATUS", ComponentRole::attribute, &statuses),
                             component("COMMENT", ComponentRole::attribute, nullptr)};
    components.components[2].representation.format = TextFormat{"ObservationalTimePeriod"};
    components.components[3].representation.format = TextFormat{"Decimal"};
    components.components[4].representation.format = TextFormat{"String"};
    components.components[4].attachment = {Attachment::Level::dimensions, {"FREQ", "REF_AREA"}, {}};
    components.components[5].attachment.level = Attachment::Level::observation;
    components.components[5].mandatory = true;
    components.components[6].representation.format = TextFormat{"String"};
    components.components[6].attachment.level = Attachment::Level::observation;
    structure = artefact(ArtefactType::data_structure, "DSD_EXAMPLE", {{"en", "Structure"}},
                         std::move(components));
    flow = artefact(ArtefactType::dataflow, "EXPORTS", {{"en", "Exports"}, {"ur", "برآمدات"}},
                    Flow{structure.reference()});
    auto provider = providers.reference();
    provider.item_class = "DataProvider";
    provider.item = "SBP";
    agreement = artefact(ArtefactType::provision_agreement, "PA_EXPORTS",
                         {{"en", "Exports by the State Bank"}},
                         ProvisionAgreement{flow.reference(), provider});

    add_further();

    const auto figures = [&](std::vector<base::DecimalText> some) {
        return std::span<const base::DecimalText>{figures_.emplace_back(std::move(some))};
    };
    series_ = {
        {{0, 0},
         {0},
         {0, 1, 2},
         figures({decimal("231.50"), decimal("-4"), {}}),
         {each({0, 1, 2}), each({no_value, 0, no_value})}},
        {{0, 1},
         {0},
         {0, 2},
         figures({decimal("0.001"), decimal("98765432109.5")}),
         {each({0, 0}), IndexColumn{no_value}}},
        {{1, 2}, {no_value}, {}, {}, {}},
    };
}

// Kinds that stand beside the data.
void Example::add_further() {
    const auto item_of = [](const Artefact& scheme, std::string item_class, std::string id) {
        auto to = scheme.reference();
        to.item_class = std::move(item_class);
        to.item = std::move(id);
        return to;
    };
    subjects = artefact(ArtefactType::category_scheme, "SUBJECTS", {{"en", "Subjects"}},
                        ItemScheme{false,
                                   {item("EXPORTS", {{"en", "Exports"}}),
                                    item("ICT", {{"en", "Of ICT"}}, "EXPORTS")}});
    categorisation =
        artefact(ArtefactType::categorisation, "EXPORTS_IN_ICT", {{"en", "Exports in ICT"}},
                 Categorisation{flow.reference(), item_of(subjects, "Category", "EXPORTS.ICT")});
    constraint = artefact(ArtefactType::data_constraint, "CR_EXPORTS", {{"en", "What there is"}},
                          Constraint{true,
                                     {flow.reference()},
                                     {{true,
                                       {{"FREQ", false, true, {"M", "A"}, {}, {}},
                                        {"TIME_PERIOD", false, true, {}, "2024-01", "2024-03"},
                                        {"OBS_STATUS", true, true, {"A"}, {}, {}}}}},
                                     {}});
    Hierarchy areas_of_world;
    areas_of_world.id = "WORLD";
    areas_of_world.names = {{"en", "By region"}};
    areas_of_world.codes = {
        {"W0", {}, item_of(areas, "Code", "W0"), {}, {}, {}},
        {"GB", "W0", item_of(areas, "Code", "GB"), {}, "1973-01-01", "2020-01-31"}};
    region_hierarchy = artefact(ArtefactType::hierarchy, "H_AREA", {{"en", "Areas"}},
                                Hierarchies{{std::move(areas_of_world)}});
    const CodelistMaps maps{{{"AREA_TO_STATUS",
                              {{"en", "A correspondence"}},
                              areas.reference(),
                              statuses.reference(),
                              {{"US", "A", "2020-01-01", "2022-12-31"}, {"US", "P", {}, {}}}}}};
    correspondence_21 =
        artefact(ArtefactType::structure_set, "AREA_SET", {{"en", "A correspondence"}}, maps);
    correspondence_30 =
        artefact(ArtefactType::representation_map, "AREA_MAP", {{"en", "A correspondence"}}, maps);
    metadata_structure =
        artefact(ArtefactType::metadata_structure, "MSD_QUALITY", {{"en", "Quality"}},
                 MetadataStructure{"Dataflow",
                                   {{"OBS_STATUS",
                                     {},
                                     item_of(concepts, "Concept", "OBS_STATUS"),
                                     {{}, TextFormat{"String"}},
                                     true},
                                    {"COMMENT",
                                     "OBS_STATUS",
                                     item_of(concepts, "Concept", "COMMENT"),
                                     {{}, TextFormat{"String"}},
                                     false}}});
    metadata_flow = artefact(ArtefactType::metadataflow, "QUALITY", {{"en", "Quality"}},
                             Flow{metadata_structure.reference()});
}

std::vector<const Artefact*> Example::artefacts() const {
    return {&agencies,         &providers,         &frequencies,       &areas,
            &statuses,         &concepts,          &structure,         &flow,
            &agreement,        &subjects,          &categorisation,    &constraint,
            &region_hierarchy, &correspondence_21, &correspondence_30, &metadata_structure,
            &metadata_flow};
}

DataMessage Example::message() const {
    const auto& list = std::get<DataStructure>(structure.body).components;
    const auto& names = std::get<ItemScheme>(concepts.body).items;
    const auto codes = [](const Artefact& scheme) {
        std::vector<Value> values;
        for (const auto& code : std::get<ItemScheme>(scheme.body).items)
            values.push_back({code.id, &code, {}, {}});
        return values;
    };
    const auto column = [&](std::size_t i, std::vector<Value> values) {
        Column made{&list[i], &names[i], {}};
        for (auto& value : values)
            made.values.push_back(&values_.emplace_back(std::move(value)));
        return made;
    };
    DataSet set;
    set.of = {&flow, &structure, nullptr};
    set.dimensions = {column(0, codes(frequencies)), column(1, codes(areas))};
    set.time = column(2, {month("2024-01", 2024, 1, 31), month("2024-02", 2024, 2, 29),
                          month("2024-03", 2024, 3, 31)});
    set.measure = column(3, {});
    set.series_attributes = {column(4, {{"USD million, net of \"returns\" & <fees>"}})};
    set.observation_attributes = {column(5, codes(statuses)),
                                  column(6, {{"revised\tlater,\nsee \"note\" <3> & more"}})};
    set.series = source_of(series_);

    DataMessage made;
    made.head = &head;
    made.sets.push_back(std::move(set));
    return made;
}

}  // namespace sdmx
