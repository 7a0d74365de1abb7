#include "dissemination/foreign.h"

#include "statistics/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using sdmx::Artefact;
using sdmx::ArtefactType;

// The component's own, or else its concept's.
sdmx::Representation representation_of(const sdmx::Registry& registry,
                                       const sdmx::Component& component) {
    const auto& own = component.representation;
    if (own.enumeration || own.format)
        return own;
    const auto* item = registry.find_item(component.concept_identity);
    return item == nullptr ? own : item->core_representation.value_or(own);
}

std::optional<sdmx::Reference> enumeration_of(const sdmx::Registry& registry,
                                              const sdmx::Component& component) {
    return representation_of(registry, component).enumeration;
}

// Items of `more` that `scheme` has not.
void grow(sdmx::ItemScheme& scheme, const sdmx::ItemScheme& more) {
    std::unordered_set<std::string> known;
    for (const auto& item : scheme.items)
        known.insert(item.parent + '.' + item.id);
    for (const auto& item : more.items)
        if (known.insert(item.parent + '.' + item.id).second)
            scheme.items.push_back(item);
    scheme.partial = scheme.partial && more.partial;
}

const sdmx::Flow* data_flow(const Artefact& artefact) {
    return artefact.type == ArtefactType::dataflow ? std::get_if<sdmx::Flow>(&artefact.body)
                                                   : nullptr;
}

// What data of the flow cannot be held for; empty where they can.
std::string why_unusable(const sdmx::Registry& registry, const ForeignFlow& flow) {
    if (flow.structure == nullptr)
        return "its data structure is not held";
    const auto& components = std::get<sdmx::DataStructure>(flow.structure->body);
    if (components.time() == nullptr)
        return "its data structure has no time dimension";
    if (components.in_role(sdmx::ComponentRole::measure).size() != 1)
        return "its data structure does not have one measure";
    for (std::size_t i = 0; i < flow.dimensions.size(); ++i)
        if (const auto list = enumeration_of(registry, *flow.dimensions[i]);
            list && flow.lists[i] == nullptr)
            return fmt::format("the list {} of {} is not held", list->urn(),
                               flow.dimensions[i]->id);
    return {};
}

}  // namespace

const sdmx::ItemScheme* list_of(const sdmx::Registry& registry, const sdmx::Component& component) {
    const auto list = enumeration_of(registry, component);
    const auto* held = list ? registry.find(*list) : nullptr;
    return held == nullptr ? nullptr : std::get_if<sdmx::ItemScheme>(&held->body);
}

sdmx::Artefact with_representations(const sdmx::Registry& registry,
                                    const sdmx::Artefact& structure) {
    auto made = structure;
    for (auto& component : std::get<sdmx::DataStructure>(made.body).components)
        component.representation = representation_of(registry, component);
    return made;
}

void add_foreign(sdmx::Registry& registry, const std::deque<Artefact>& loaded) {
    for (const auto& artefact : loaded) {
        const auto* held = registry.find(artefact.reference());
        if (held == nullptr) {
            registry.add(artefact);
            continue;
        }
        const auto* more = std::get_if<sdmx::ItemScheme>(&artefact.body);
        if (more == nullptr || !std::holds_alternative<sdmx::ItemScheme>(held->body))
            continue;
        auto grown = *held;
        grow(std::get<sdmx::ItemScheme>(grown.body), *more);
        registry.add(std::move(grown));
    }
    const auto has_flow = [&](const Artefact& structure) {
        return std::ranges::any_of(registry.all(), [&](const Artefact& artefact) {
            const auto* flow = data_flow(artefact);
            return flow != nullptr && flow->structure == structure.reference();
        });
    };
    for (const auto& artefact : loaded) {
        if (artefact.type != ArtefactType::data_structure || has_flow(artefact))
            continue;
        Artefact flow = artefact;
        flow.type = ArtefactType::dataflow;
        flow.annotations = {
            {"MADE", "Made by this service, since data are asked for by dataflow.", {}, {}, {}}};
        flow.body = sdmx::Flow{artefact.reference()};
        if (registry.find(flow.reference()) == nullptr)
            registry.add(std::move(flow));
    }
}

std::vector<ForeignFlow> foreign_flows(const sdmx::Registry& registry,
                                       std::string_view own_agency) {
    std::vector<ForeignFlow> found;
    for (const auto& artefact : registry.all()) {
        const auto* flow = data_flow(artefact);
        if (flow == nullptr || artefact.agency == own_agency)
            continue;
        ForeignFlow made{&artefact, registry.find(flow->structure), {}, {}, {}, {}};
        made.dataflow = fmt::format("{}:{}({})", artefact.agency, artefact.id, artefact.version);
        if (made.structure != nullptr)
            made.dimensions = std::get<sdmx::DataStructure>(made.structure->body).key();
        for (const auto* dimension : made.dimensions)
            made.lists.push_back(list_of(registry, *dimension));
        made.unusable = why_unusable(registry, made);
        found.push_back(std::move(made));
    }
    return found;
}

std::string said_of(std::string_view attributes, std::string_view id) {
    for (auto& [name, value] :
         statistics::parse_words(attributes).value_or(std::vector<statistics::Dimension>{}))
        if (name == id)
            return std::move(value);
    return {};
}

base::Result<void> check_foreign(const sdmx::Registry& held, std::string_view own_agency,
                                 const std::deque<Artefact>& loaded) {
    std::vector<Error> faults;
    const auto fault = [&](const Artefact& artefact, std::string_view what) {
        faults.push_back({ErrorCode::sdmx_not_loadable,
                          fmt::format("{}: {}", artefact.reference().urn(), what), ""});
    };
    for (const auto& artefact : loaded) {
        const auto* before = held.find(artefact.reference());
        const bool is_scheme = std::holds_alternative<sdmx::ItemScheme>(artefact.body);
        if (artefact.agency == own_agency)
            fault(artefact,
                  "expected structures of other agencies, found one of the strategy's "
                  "own, which statistics.yaml declares");
        else if (before != nullptr && !is_scheme && !(before->body == artefact.body))
            fault(artefact, "expected what is held under this version, found other contents");
    }
    return faults.empty() ? base::Result<void>{} : base::all_in_one(std::move(faults));
}

}  // namespace dissemination
