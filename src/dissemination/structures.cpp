#include "dissemination/structures.h"

#include "dissemination/standard_lists.h"

#include <algorithm>
#include <span>

namespace dissemination {
namespace {

using plan::Naming;
using sdmx::Artefact;
using sdmx::ArtefactType;
using sdmx::Reference;

sdmx::Texts texts(const Naming& naming) {
    sdmx::Texts made{{"en", naming.name}};
    if (!naming.name_ur.empty())
        made.emplace_back("ur", naming.name_ur);
    return made;
}

// A concept that every structure has, and how its values are written.
struct OwnConcept {
    std::string_view id;
    const char* name;
    const char* name_ur;
    const char* description;
    const char* list;  ///< nullptr where there is none
    const char* format;
};
constexpr OwnConcept own_concepts[] = {
    {time_period, "Time period", "مدت",
     "The period that the value is about. A fiscal year is dated 2023-A1 with "
     "REPORTING_YEAR_START_DAY, since a reporting year carries the number of the year in which it "
     "begins.",
     nullptr, "ObservationalTimePeriod"},
    {obs_value, "Observation value", "قدر", "With the digits that were printed.", nullptr,
     "Decimal"},
    {unit_mult, "Unit multiplier", "اکائی کا ضرب کنندہ", "The power of ten that values count in.",
     "CL_UNIT_MULT", nullptr},
    {year_start, "Reporting year start day", "مالی سال کا پہلا دن",
     "The day on which the reporting year of annual values begins.", nullptr, "MonthDay"},
    {obs_status, "Observation status", "اندراج کی حیثیت", "As the source gives it.",
     "CL_OBS_STATUS", nullptr},
    {source, "Source", "ماخذ", "Who published the value, and for whom.", nullptr, "String"},
    {published, "Published", "تاریخ اشاعت", "The day on which the value became known.", nullptr,
     "GregorianDay"},
    {date_basis, "Basis of the date of publication", "تاریخ اشاعت کی بنیاد",
     "Whether the source states the day or it was estimated.", "CL_DATE_BASIS", nullptr},
    {row_id, "Row", "سطر", "The row of the loaded table.", nullptr, "String"},
    {comment, "Comment", "تبصرہ", "Why a value is doubted.", nullptr, "String"},
};

constexpr OwnConcept quality_concepts[] = {
    {"CONTACT", "Contact", "رابطہ", "Where questions about the data are answered.", nullptr,
     "String"},
    {"COVERAGE", "Statistical coverage", "شماریاتی احاطہ",
     "What is counted, and what is not although its name suggests it.", nullptr, "String"},
    {"SOURCE_DATA", "Source data", "ماخذ اعداد و شمار",
     "The surveys, registers and records that the figures are made from.", nullptr, "String"},
    {"TIMELINESS", "Timeliness", "بروقت دستیابی",
     "How long after the period's end its figures are published.", nullptr, "String"},
    {"REV_POLICY", "Revision policy", "نظرثانی کی پالیسی",
     "When and why figures are changed after their first publication.", nullptr, "String"},
    {"COMPARABILITY", "Comparability", "قابل موازنہ ہونا",
     "Breaks in time, and differences from other countries' figures.", nullptr, "String"},
};

const OwnConcept& own_concept(std::string_view id) {
    return *std::find_if(std::begin(own_concepts), std::end(own_concepts),
                         [&](const auto& known) { return known.id == id; });
}

class RegistryMaker {
  public:
    explicit RegistryMaker(const plan::Statistics& from) : from_(from) {}

    sdmx::Registry make() {
        add_organisations();
        add_subjects();
        for (auto& list : standard_lists(from_.agency.id))
            registry_.add(std::move(list));
        for (const auto& list : from_.lists)
            add_list(list);
        add_concepts();
        for (const auto& structure : from_.structures)
            add_structure(structure);
        for (const auto& flow : from_.flows)
            add_flow(flow);
        add_quality_reports();
        for (const auto& correspondence : from_.correspondences)
            add_correspondence(correspondence);
        return std::move(registry_);
    }

  private:
    Artefact artefact(ArtefactType type, std::string id, std::string version, const Naming& naming,
                      sdmx::Body body) const {
        Artefact made;
        made.type = type;
        made.agency = from_.agency.id;
        made.id = std::move(id);
        made.version = version.empty() ? "1.0" : std::move(version);
        made.names = texts(naming);
        // Clients tell a complete artefact from a stub by its description.
        made.descriptions = {{"en", naming.description.empty() ? naming.name : naming.description}};
        made.final = true;
        made.body = std::move(body);
        return made;
    }

    static sdmx::Item item(const std::string& id, const Naming& naming, std::string parent = {}) {
        sdmx::Item made;
        made.id = id;
        made.names = texts(naming);
        if (!naming.description.empty())
            made.descriptions = {{"en", naming.description}};
        made.parent = std::move(parent);
        return made;
    }

    Reference item_of(ArtefactType type, std::string_view scheme, std::string_view item_class,
                      std::string item_path) const {
        return {type,  from_.agency.id,         std::string{scheme},
                "1.0", std::string{item_class}, std::move(item_path)};
    }

    // Of a list that was added before: the strategy's own, else one that is built in.
    Reference list_reference(std::string_view id) const {
        const auto& held = registry_.all();
        const auto list = std::find_if(held.rbegin(), held.rend(), [&](const Artefact& artefact) {
            return artefact.type == ArtefactType::codelist && artefact.id == id;
        });
        return list == held.rend() ? Reference{} : list->reference();
    }

    void add_organisations() {
        auto agencies = artefact(
            ArtefactType::agency_scheme, "AGENCIES", "1.0",
            {"Agencies", "ادارے", "The agencies that maintain what this service holds."},
            sdmx::ItemScheme{
                true,
                {item("SDMX", {"SDMX", "", ""}), item(from_.agency.id, from_.agency.naming)}});
        agencies.agency = "SDMX";
        registry_.add(std::move(agencies));
        sdmx::ItemScheme providers;
        for (const auto& provider : from_.providers)
            providers.items.push_back(item(provider.id, provider.naming));
        registry_.add(
            artefact(ArtefactType::data_provider_scheme, "DATA_PROVIDERS", "1.0",
                     {"Data providers", "اعداد و شمار فراہم کنندگان", "Whose figures these are."},
                     std::move(providers)));
    }

    std::string subject_path(const std::string& id) const {
        const auto subject = std::find_if(from_.subjects.begin(), from_.subjects.end(),
                                          [&](const auto& known) { return known.id == id; });
        return subject == from_.subjects.end() || subject->parent.empty()
                   ? id
                   : subject_path(subject->parent) + "." + id;
    }

    void add_subjects() {
        sdmx::ItemScheme scheme;
        for (const auto& subject : from_.subjects)
            scheme.items.push_back(
                item(subject.id, subject.naming,
                     subject.parent.empty() ? std::string{} : subject_path(subject.parent)));
        registry_.add(artefact(ArtefactType::category_scheme, "SUBJECTS", "1.0",
                               {"Subjects", "موضوعات", "What the dataflows are about."},
                               std::move(scheme)));
    }

    void add_list(const plan::StatisticalList& list) {
        sdmx::ItemScheme scheme;
        sdmx::Hierarchy hierarchy;
        hierarchy.id = "BY_PARENT";
        hierarchy.names = texts(list.naming);
        bool nested = false;
        const auto path = [&](const std::string& code) {
            std::string whole = code;
            for (const auto* at = list.find(code); at != nullptr && !at->parent.empty();
                 at = list.find(at->parent))
                whole = at->parent + "." + whole;
            return whole;
        };
        for (const auto& code : list.codes) {
            auto made = item(code.code, code.naming, code.parent);
            for (const auto& printed : code.printed)
                made.annotations.push_back({{}, printed, "PRINTED_AS", {}, {}});
            scheme.items.push_back(std::move(made));
            nested = nested || !code.parent.empty();
            hierarchy.codes.push_back({code.code,
                                       code.parent.empty() ? std::string{} : path(code.parent),
                                       {ArtefactType::codelist, from_.agency.id, list.id,
                                        list.version, "Code", code.code},
                                       {},
                                       {},
                                       {}});
        }
        registry_.add(artefact(ArtefactType::codelist, list.id, list.version, list.naming,
                               std::move(scheme)));
        if (nested)
            registry_.add(artefact(ArtefactType::hierarchy, "H_" + list.id, list.version,
                                   list.naming, sdmx::Hierarchies{{std::move(hierarchy)}}));
    }

    void add_concepts() {
        sdmx::ItemScheme scheme;
        const auto add = [&](sdmx::Item made) {
            if (std::none_of(scheme.items.begin(), scheme.items.end(),
                             [&](const auto& held) { return held.id == made.id; }))
                scheme.items.push_back(std::move(made));
        };
        for (const auto& structure : from_.structures)
            for (const auto& dimension : structure.dimensions) {
                auto made = item(dimension.id, dimension.naming);
                made.core_representation = sdmx::Representation{list_reference(dimension.list), {}};
                add(std::move(made));
            }
        const auto add_own = [&](std::span<const OwnConcept> all) {
            for (const auto& known : all) {
                auto made =
                    item(std::string{known.id}, {known.name, known.name_ur, known.description});
                made.core_representation = representation(known);
                add(std::move(made));
            }
        };
        add_own(own_concepts);
        add_own(quality_concepts);
        registry_.add(
            artefact(ArtefactType::concept_scheme, "CONCEPTS", "1.0",
                     {"Concepts", "تصورات", "What the dimensions and attributes of the data mean."},
                     std::move(scheme)));
    }

    sdmx::Representation representation(const OwnConcept& known) const {
        sdmx::Representation made;
        if (known.list != nullptr)
            made.enumeration = list_reference(known.list);
        else
            made.format = sdmx::TextFormat{known.format};
        return made;
    }

    sdmx::Component component(std::string_view id, sdmx::ComponentRole role) const {
        sdmx::Component made;
        made.id = id;
        made.role = role;
        made.concept_identity =
            item_of(ArtefactType::concept_scheme, "CONCEPTS", "Concept", made.id);
        return made;
    }

    void add_structure(const plan::StatisticalStructure& structure) {
        sdmx::DataStructure made;
        std::vector<std::string> key;
        for (const auto& dimension : structure.dimensions) {
            auto one = component(dimension.id, sdmx::ComponentRole::dimension);
            one.representation.enumeration = list_reference(dimension.list);
            if (dimension.from == plan::CodeFrom::frequency)
                one.concept_roles = {one.concept_identity};
            key.push_back(dimension.id);
            made.components.push_back(std::move(one));
        }
        const auto add = [&](std::string_view id, sdmx::ComponentRole role) -> sdmx::Component& {
            auto one = component(id, role);
            one.representation = representation(own_concept(id));
            made.components.push_back(std::move(one));
            return made.components.back();
        };
        add(time_period, sdmx::ComponentRole::time_dimension);
        add(obs_value, sdmx::ComponentRole::measure);
        for (const auto id : {unit_mult, year_start})
            add(id, sdmx::ComponentRole::attribute).attachment = {
                sdmx::Attachment::Level::dimensions, key, {}};
        for (const auto id : {obs_status, source, published, date_basis, row_id, comment})
            add(id, sdmx::ComponentRole::attribute).attachment.level =
                sdmx::Attachment::Level::observation;
        for (auto& one : made.components)
            one.mandatory = one.id == obs_status || one.id == unit_mult;
        auto of = artefact(ArtefactType::data_structure, structure.id, structure.version,
                           structure.naming, std::move(made));
        const auto reference = of.reference();
        registry_.add(std::move(of));
        add_allowed("CR_" + structure.id, structure.version, structure.naming, {reference},
                    allowed_of(structure));
    }

    // How reports on the quality of a dataflow are built; the concepts are those of the SDMX
    // Content-Oriented Guidelines, annex 1.
    void add_quality_reports() {
        sdmx::MetadataStructure structure{"Dataflow", {}};
        for (const auto& known : quality_concepts) {
            sdmx::MetadataAttribute made;
            made.id = known.id;
            made.concept_identity =
                item_of(ArtefactType::concept_scheme, "CONCEPTS", "Concept", made.id);
            made.representation = representation(known);
            structure.attributes.push_back(std::move(made));
        }
        auto of = artefact(ArtefactType::metadata_structure, "MSD_QUALITY", "1.0",
                           {"Quality of statistics", "اعداد و شمار کا معیار",
                            "What a report on the quality of a dataflow tells."},
                           std::move(structure));
        const auto reference = of.reference();
        registry_.add(std::move(of));
        registry_.add(artefact(
            ArtefactType::metadataflow, "QUALITY_REPORTS", "1.0",
            {"Quality reports", "معیار کی رپورٹیں", "Reports on the quality of the dataflows."},
            sdmx::Flow{reference}));
    }

    void add_flow(const plan::StatisticalFlow& flow) {
        const auto* structure = from_.find_structure(flow.structure);
        if (structure == nullptr)
            return;  // the compiler has refused it
        const Reference of{ArtefactType::data_structure,
                           from_.agency.id,
                           structure->id,
                           structure->version,
                           {},
                           {}};
        auto made =
            artefact(ArtefactType::dataflow, flow.id, flow.version, flow.naming, sdmx::Flow{of});
        const auto reference = made.reference();
        registry_.add(std::move(made));
        std::vector<Reference> agreements;
        const auto add_agreement = [&](const std::string& provider) {
            auto agreement =
                artefact(ArtefactType::provision_agreement, agreement_id(flow, provider),
                         flow.version, flow.naming,
                         sdmx::ProvisionAgreement{
                             reference, item_of(ArtefactType::data_provider_scheme,
                                                "DATA_PROVIDERS", "DataProvider", provider)});
            agreements.push_back(agreement.reference());
            registry_.add(std::move(agreement));
        };
        add_agreement(flow.provider);
        for (const auto& provider : flow.other_providers)
            add_agreement(provider);
        registry_.add(artefact(
            ArtefactType::categorisation, "CAT_" + flow.id, flow.version, flow.naming,
            sdmx::Categorisation{reference, item_of(ArtefactType::category_scheme, "SUBJECTS",
                                                    "Category", subject_path(flow.subject))}));
        const auto allowed = allowed_of(flow, *structure);
        add_allowed("CR_" + flow.id, flow.version, flow.naming, {reference}, allowed);
        add_allowed("CR_PA_" + flow.id, flow.version, flow.naming, std::move(agreements), allowed);
    }

    // What the flow may hold: the codes of the words by which its figures are chosen, and the
    // fixed ones.
    sdmx::CubeRegion allowed_of(const plan::StatisticalFlow& flow,
                                const plan::StatisticalStructure& structure) const {
        sdmx::CubeRegion region;
        for (const auto& dimension : structure.dimensions) {
            sdmx::KeyValues values;
            values.component = dimension.id;
            if (dimension.from == plan::CodeFrom::fixed)
                values.values = {dimension.text};
            const auto words = flow.where.find(dimension.text);
            const auto* list = from_.find_list(dimension.list);
            if (dimension.from == plan::CodeFrom::column && words != flow.where.end() &&
                list != nullptr)
                for (const auto& word : words->second)
                    if (const auto* code = list->find_printed(word);
                        code != nullptr && std::find(values.values.begin(), values.values.end(),
                                                     code->code) == values.values.end())
                        values.values.push_back(code->code);
            if (!values.values.empty())
                region.keys.push_back(std::move(values));
        }
        return region;
    }

    // What the structure may hold: the codes that a table prints.
    sdmx::CubeRegion allowed_of(const plan::StatisticalStructure& structure) const {
        sdmx::CubeRegion region;
        for (const auto& dimension : structure.dimensions) {
            sdmx::KeyValues values;
            values.component = dimension.id;
            if (dimension.from == plan::CodeFrom::fixed)
                values.values = {dimension.text};
            const auto* list = from_.find_list(dimension.list);
            if (dimension.from == plan::CodeFrom::column && list != nullptr)
                for (const auto& code : list->codes)
                    if (!code.printed.empty())
                        values.values.push_back(code.code);
            if (!values.values.empty())
                region.keys.push_back(std::move(values));
        }
        return region;
    }

    void add_allowed(std::string id, const std::string& version, const Naming& naming,
                     std::vector<Reference> to, sdmx::CubeRegion region) {
        if (!region.keys.empty())
            registry_.add(
                artefact(ArtefactType::data_constraint, std::move(id), version, naming,
                         sdmx::Constraint{false, std::move(to), {std::move(region)}, {}}));
    }

    void add_correspondence(const plan::StatisticalCorrespondence& from) {
        sdmx::CodelistMap map;
        map.id = from.id;
        map.names = texts(from.naming);
        map.source = list_reference(from.from_list);
        map.target = list_reference(from.to_list);
        for (const auto& mapping : from.mappings)
            map.mappings.push_back(
                {mapping.from, mapping.to, mapping.valid_from, mapping.valid_to});
        const sdmx::CodelistMaps maps{{std::move(map)}};
        registry_.add(
            artefact(ArtefactType::structure_set, from.id, from.version, from.naming, maps));
        registry_.add(
            artefact(ArtefactType::representation_map, from.id, from.version, from.naming, maps));
    }

    const plan::Statistics& from_;
    sdmx::Registry registry_;
};

}  // namespace

std::string agreement_id(const plan::StatisticalFlow& flow, const std::string& provider) {
    return "PA_" + flow.id + (provider == flow.provider ? "" : "_" + provider);
}

sdmx::Registry make_registry(const plan::Statistics& statistics) {
    return RegistryMaker(statistics).make();
}

}  // namespace dissemination
