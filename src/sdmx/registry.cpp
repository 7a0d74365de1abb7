#include "sdmx/registry.h"

#include <algorithm>
#include <set>

namespace sdmx {

namespace {

using Artefacts = std::vector<const Artefact*>;

void add_once(Artefacts& to, const Artefact* artefact) {
    if (std::find(to.begin(), to.end(), artefact) == to.end())
        to.push_back(artefact);
}

// The path of an item: categories lie under one another, everything else is flat.
std::string path_of(const Artefact& scheme, const Item& item) {
    const bool nested = scheme.type == ArtefactType::category_scheme && !item.parent.empty();
    return nested ? item.parent + "." + item.id : item.id;
}

std::size_t hash_of(ArtefactType type, std::string_view agency, std::string_view id) {
    const std::hash<std::string_view> hash;
    return hash(agency) * 31 + hash(id) + static_cast<std::size_t>(type);
}

bool is_actual(const Artefact& artefact) {
    const auto* constraint = std::get_if<Constraint>(&artefact.body);
    return constraint != nullptr && constraint->actual;
}

Artefact stub_of(const Artefact& artefact, bool complete) {
    Artefact stub = artefact;
    stub.external = true;
    if (!complete) {
        stub.descriptions.clear();
        stub.annotations.clear();
    }
    return stub;
}

}  // namespace

void Registry::add(Artefact artefact) {
    auto& places = places_[hash_of(artefact.type, artefact.agency, artefact.id)];
    for (const auto at : places)
        if (artefacts_[at].reference() == artefact.reference()) {
            artefacts_[at] = std::move(artefact);
            return;
        }
    places.push_back(artefacts_.size());
    artefacts_.push_back(std::move(artefact));
}

Artefacts Registry::versions_of(ArtefactType type, std::string_view agency,
                                std::string_view id) const {
    Artefacts found;
    const auto places = places_.find(hash_of(type, agency, id));
    if (places != places_.end())
        for (const auto at : places->second)
            if (const auto& one = artefacts_[at];
                one.type == type && one.id == id && one.agency == agency)
                found.push_back(&one);
    return found;
}

const Artefact* Registry::find(const Reference& reference) const {
    for (const auto* artefact : versions_of(reference.type, reference.agency, reference.id))
        if (artefact->version == reference.version)
            return artefact;
    return nullptr;
}

const Item* Registry::find_item(const Reference& reference) const {
    const auto* artefact = find(reference);
    const auto* scheme = artefact == nullptr ? nullptr : std::get_if<ItemScheme>(&artefact->body);
    if (scheme == nullptr)
        return nullptr;
    for (const auto& item : scheme->items)
        if (path_of(*artefact, item) == reference.item)
            return &item;
    return nullptr;
}

const Artefact* Registry::structure_of(const Artefact& context) const {
    const auto* at = &context;
    if (const auto* agreement = std::get_if<ProvisionAgreement>(&at->body))
        at = find(agreement->flow);
    if (at != nullptr)
        if (const auto* flow = std::get_if<Flow>(&at->body))
            at = find(flow->structure);
    return at;
}

base::Result<Artefacts> Registry::select(const ArtefactSelector& selector) const {
    if (selector.types.size() == 1 && selector.agencies.size() == 1 && selector.ids.size() == 1)
        return pick_versions(
            versions_of(selector.types.front(), selector.agencies.front(), selector.ids.front()),
            selector.versions);
    // Those of one type, agency and id together, in the order in which they are held.
    std::vector<Artefacts> groups;
    for (const auto& artefact : artefacts_) {
        if (!selector.names(artefact))
            continue;
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& held) {
            return held.front()->type == artefact.type && held.front()->id == artefact.id &&
                   held.front()->agency == artefact.agency;
        });
        if (group == groups.end())
            groups.push_back({&artefact});
        else
            group->push_back(&artefact);
    }
    Artefacts found;
    TRY(pick_versions({}, selector.versions));  // a version that is none is one with no artefact
    for (const auto& group : groups) {
        const auto picked = TRY(pick_versions(group, selector.versions));
        found.insert(found.end(), picked.begin(), picked.end());
    }
    return found;
}

Artefacts Registry::children(const Artefact& of) const {
    Artefacts found;
    for (const auto& reference : references_of(of))
        if (const auto* child = find(reference); child != nullptr && child != &of)
            add_once(found, child);
    return found;
}

Artefacts Registry::parents(const Artefact& of) const {
    Artefacts found;
    for (const auto& artefact : artefacts_) {
        if (&artefact == &of)
            continue;
        for (const auto& reference : references_of(artefact))
            if (find(reference) == &of) {
                add_once(found, &artefact);
                break;
            }
    }
    return found;
}

Artefacts Registry::with_references(const Artefacts& seeds, References references,
                                    const std::vector<ArtefactType>& types) const {
    Artefacts found = seeds;
    const auto spread = [&](Artefacts from, auto next) {
        Artefacts reached;
        while (!from.empty()) {
            const auto* artefact = from.back();
            from.pop_back();
            for (const auto* other : next(*artefact))
                if (std::find(reached.begin(), reached.end(), other) == reached.end()) {
                    reached.push_back(other);
                    from.push_back(other);
                }
        }
        return reached;
    };
    const auto down = [this](const Artefact& artefact) { return children(artefact); };
    const auto up = [this](const Artefact& artefact) { return parents(artefact); };
    const auto add = [&](const Artefacts& more) {
        for (const auto* artefact : more)
            add_once(found, artefact);
    };
    const auto add_parents = [&](bool siblings) {
        for (const auto* seed : seeds)
            for (const auto* parent : parents(*seed)) {
                add_once(found, parent);
                if (siblings)
                    add(children(*parent));
            }
    };
    switch (references) {
        case References::none:
            break;
        case References::children:
            for (const auto* seed : seeds)
                add(children(*seed));
            break;
        case References::descendants:
            add(spread(seeds, down));
            break;
        case References::parents:
            add_parents(false);
            break;
        case References::parents_and_siblings:
            add_parents(true);
            break;
        case References::ancestors:
            add(spread(seeds, up));
            break;
        case References::all:
            add_parents(true);
            add(spread(seeds, down));
            break;
        case References::of_types: {
            Artefacts around = spread(seeds, down);
            const auto above = spread(seeds, up);
            around.insert(around.end(), above.begin(), above.end());
            for (const auto* artefact : around)
                if (std::find(types.begin(), types.end(), artefact->type) != types.end())
                    add_once(found, artefact);
        }
    }
    return found;
}

Artefact Registry::partial(const Artefact& scheme, const std::vector<std::string>& items) {
    const auto& held = std::get<ItemScheme>(scheme.body).items;
    std::set<std::string> kept(items.begin(), items.end());
    if (scheme.type == ArtefactType::category_scheme)
        for (const auto& item : items)
            for (auto dot = item.rfind('.'); dot != item.npos; dot = item.rfind('.', dot - 1)) {
                kept.insert(item.substr(0, dot));
                if (dot == 0)
                    break;
            }
    Artefact made = scheme;
    auto& body = std::get<ItemScheme>(made.body);
    body.items.clear();
    for (const auto& item : held)
        if (kept.count(path_of(scheme, item)) > 0)
            body.items.push_back(item);
    body.partial = body.partial || body.items.size() < held.size();
    // A parent that is not here cannot be referred to.
    if (scheme.type != ArtefactType::category_scheme)
        for (auto& item : body.items)
            if (kept.count(item.parent) == 0)
                item.parent.clear();
    return made;
}

std::map<std::string, std::vector<std::string>> Registry::allowed(const Artefact& context) const {
    Artefacts chain{&context};
    for (std::size_t i = 0; i < chain.size(); ++i)
        if (chain[i]->type == ArtefactType::provision_agreement ||
            chain[i]->type == ArtefactType::dataflow)
            for (const auto* child : children(*chain[i]))
                if (child->type == ArtefactType::dataflow ||
                    child->type == ArtefactType::data_structure)
                    add_once(chain, child);

    std::map<std::string, std::vector<std::string>> codes;
    for (const auto& artefact : artefacts_) {
        const auto* constraint = std::get_if<Constraint>(&artefact.body);
        if (constraint == nullptr || constraint->actual)
            continue;
        const bool applies = std::any_of(
            constraint->attachments.begin(), constraint->attachments.end(), [&](const auto& to) {
                return std::find(chain.begin(), chain.end(), find(to)) != chain.end();
            });
        if (!applies)
            continue;
        for (const auto& region : constraint->regions)
            for (const auto& key : region.keys) {
                if (!region.included || !key.included || key.values.empty())
                    continue;
                auto& list = codes[key.component];
                if (list.empty())
                    list = key.values;
                else  // what every constraint allows
                    std::erase_if(list, [&](const auto& code) {
                        return std::find(key.values.begin(), key.values.end(), code) ==
                               key.values.end();
                    });
            }
    }
    return codes;
}

std::vector<std::string> Registry::used_items(const Artefact& scheme, const Artefacts& by) const {
    std::set<std::string> used;
    const auto* body = std::get_if<ItemScheme>(&scheme.body);
    bool whole = body == nullptr;
    for (const auto* artefact : by) {
        for (const auto& reference : references_of(*artefact))
            if (!reference.item.empty() && find(reference) == &scheme)
                used.insert(reference.item);
        // A list that a component is coded by: what constraints leave of it.
        const auto* structure = std::get_if<DataStructure>(&artefact->body);
        if (structure == nullptr)
            continue;
        std::map<std::string, std::vector<std::string>> left = allowed(*artefact);
        for (const auto* other : by)
            if (other->type == ArtefactType::dataflow ||
                other->type == ArtefactType::provision_agreement)
                for (const auto& [component, codes] : allowed(*other))
                    left[component] = codes;
        for (const auto& component : structure->components) {
            if (!component.representation.enumeration ||
                find(*component.representation.enumeration) != &scheme)
                continue;
            const auto codes = left.find(component.id);
            if (codes == left.end())
                whole = true;
            else
                used.insert(codes->second.begin(), codes->second.end());
        }
    }
    if (whole && body != nullptr)
        for (const auto& item : body->items)
            used.insert(path_of(scheme, item));
    return {used.begin(), used.end()};
}

base::Result<StructureAnswer> Registry::answer(const StructureQuery& query) const {
    StructureAnswer answer;
    auto matching = TRY(select(query.what));
    if (query.actual)
        std::erase_if(matching,
                      [&](const auto* artefact) { return is_actual(*artefact) != *query.actual; });
    Artefacts shown;  // what stands for each in the answer
    for (const auto* artefact : matching) {
        if (query.items.empty()) {
            shown.push_back(artefact);
            continue;
        }
        if (std::get_if<ItemScheme>(&artefact->body) == nullptr)
            continue;
        auto part = partial(*artefact, query.items);
        if (std::get<ItemScheme>(part.body).items.empty())
            continue;
        answer.made.push_back(std::move(part));
        shown.push_back(&answer.made.back());
    }
    if (shown.empty())
        return base::Error{
            base::ErrorCode::sdmx_no_results, "nothing that is held matches the query", {}};

    // References are those of what matches; items narrow what is shown of it.
    const auto all = with_references(matching, query.references, query.reference_types);
    const bool stubs = query.detail == StructureDetail::all_stubs ||
                       query.detail == StructureDetail::all_complete_stubs;
    const bool reference_stubs = query.detail == StructureDetail::reference_stubs ||
                                 query.detail == StructureDetail::reference_complete_stubs;
    const bool complete = query.detail == StructureDetail::all_complete_stubs ||
                          query.detail == StructureDetail::reference_complete_stubs;
    for (std::size_t i = 0; i < shown.size() + all.size() - matching.size(); ++i) {
        const bool is_reference = i >= shown.size();
        const auto* artefact = is_reference ? all[matching.size() + i - shown.size()] : shown[i];
        if (stubs || (reference_stubs && is_reference)) {
            answer.made.push_back(stub_of(*artefact, complete));
            artefact = &answer.made.back();
        } else if (query.detail == StructureDetail::reference_partial && is_reference &&
                   std::holds_alternative<ItemScheme>(artefact->body)) {
            answer.made.push_back(partial(*artefact, used_items(*artefact, all)));
            artefact = &answer.made.back();
        }
        answer.artefacts.push_back(artefact);
    }
    return answer;
}

}  // namespace sdmx
