#include "dissemination/placement.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using plan::CodeFrom;

Error no_code(std::string_view list, std::string_view words) {
    return Error{ErrorCode::sdmx_not_loadable,
                 fmt::format("{} has no code for \"{}\"", list, words), ""};
}

class DeclaredPlacement final : public Placement {
  public:
    DeclaredPlacement(const plan::Statistics& statistics, const sdmx::Registry& registry,
                      const plan::StatisticalFlow& flow)
        : statistics_(statistics),
          registry_(registry),
          flow_(flow),
          structure_(*statistics.find_structure(flow.structure)) {}

    void begin(Cube& cube) override {
        using sdmx::ArtefactType;
        cube.flow = find(ArtefactType::dataflow, flow_.id, flow_.version);
        cube.structure = find(ArtefactType::data_structure, structure_.id, structure_.version);
        const auto add_provider = [&](const std::string& id) {
            cube.providers.push_back({id, find(ArtefactType::provision_agreement,
                                               agreement_id(flow_, id), flow_.version)});
        };
        add_provider(flow_.provider);
        for (const auto& id : flow_.other_providers)
            add_provider(id);
        cube.dimensions = std::get<sdmx::DataStructure>(cube.structure->body).key();
        for (const auto* dimension : cube.dimensions)
            cube.lists.push_back(list_of(registry_, *dimension));
    }

    // Forecasts belong to a flow that chooses quantiles, and to no other.
    bool takes(const statistics::SeriesKey& key) const override {
        if (key.find(statistics::forecast_dimension) != nullptr &&
            !flow_.where.contains(std::string{statistics::forecast_dimension}))
            return false;
        return std::all_of(flow_.where.begin(), flow_.where.end(), [&](const auto& one) {
            const auto* value = key.find(one.first);
            return value != nullptr &&
                   std::find(one.second.begin(), one.second.end(), *value) != one.second.end();
        });
    }

    TimeKind kind_of(const SdmxTime& time) const override {
        return {time.frequency, time.transformation};
    }

    base::Result<Place> place(const Cube& cube, const statistics::SeriesKey& stored,
                              const TimeKind& kind) override {
        Place made;
        for (std::size_t i = 0; i < structure_.dimensions.size(); ++i) {
            const auto& dimension = structure_.dimensions[i];
            std::string code;
            std::string words = dimension.text;
            switch (dimension.from) {
                case CodeFrom::fixed:
                    code = dimension.text;
                    break;
                case CodeFrom::frequency:
                    code = kind.frequency;
                    break;
                case CodeFrom::transformation:
                    code = kind.transformation;
                    break;
                case CodeFrom::unit: {
                    const auto* unit = stored.find("unit");
                    words = unit == nullptr ? "" : *unit;
                    for (const auto& known : statistics_.units)
                        if (known.printed == words) {
                            code = known.code;
                            made.multiplier = static_cast<std::int8_t>(known.multiplier);
                        }
                    break;
                }
                case CodeFrom::column: {
                    const auto* value = stored.find(dimension.text);
                    words = value == nullptr ? "" : *value;
                    const auto* list = statistics_.find_list(dimension.list);
                    const auto* found = list == nullptr ? nullptr : list->find_printed(words);
                    code = found == nullptr ? "" : found->code;
                }
            }
            const auto& items = cube.lists[i]->items;
            const auto item = std::ranges::find(items, code, &sdmx::Item::id);
            if (item == items.end())
                return no_code(dimension.list, words);
            made.key.push_back(static_cast<std::int32_t>(item - items.begin()));
        }
        return made;
    }

  private:
    const sdmx::Artefact* find(sdmx::ArtefactType type, const std::string& id,
                               const std::string& version) const {
        return registry_.find({type, statistics_.agency.id, id, version, {}, {}});
    }

    const plan::Statistics& statistics_;
    const sdmx::Registry& registry_;
    const plan::StatisticalFlow& flow_;
    const plan::StatisticalStructure& structure_;
};

class ForeignPlacement final : public Placement {
  public:
    ForeignPlacement(const sdmx::Registry& registry, ForeignFlow flow)
        : registry_(registry),
          flow_(std::move(flow)),
          open_(flow_.dimensions.size()),
          places_(flow_.dimensions.size()) {}

    void begin(Cube& cube) override {
        cube.flow = flow_.flow;
        cube.structure = flow_.structure;
        cube.is_foreign = true;
        for (const auto& artefact : registry_.all()) {
            const auto* agreement = std::get_if<sdmx::ProvisionAgreement>(&artefact.body);
            if (agreement != nullptr && registry_.find(agreement->flow) == flow_.flow)
                cube.providers.push_back({agreement->provider.item, &artefact});
        }
        if (cube.providers.empty())
            cube.providers.push_back({flow_.flow->agency, nullptr});
        cube.dimensions = flow_.dimensions;
        for (std::size_t i = 0; i < flow_.lists.size(); ++i) {
            const auto* list = flow_.lists[i];
            // What is of no list has the texts that are met.
            if (list == nullptr)
                list = open_[i] = &cube.own_lists.emplace_back();
            cube.lists.push_back(list);
            for (std::size_t code = 0; code < list->items.size(); ++code)
                places_[i].emplace(list->items[code].id, static_cast<std::int32_t>(code));
        }
    }

    bool takes(const statistics::SeriesKey& key) const override {
        return key.dataflow() == flow_.dataflow;
    }

    // How often it comes stands in the key, where the structure says it at all.
    TimeKind kind_of(const SdmxTime&) const override { return {}; }

    base::Result<Place> place(const Cube&, const statistics::SeriesKey& stored,
                              const TimeKind&) override {
        Place made;
        for (std::size_t i = 0; i < flow_.dimensions.size(); ++i) {
            const auto& id = flow_.dimensions[i]->id;
            const auto* code = stored.find(id);
            if (code == nullptr)
                return no_code(id, "");
            if (open_[i] != nullptr && !places_[i].contains(*code)) {
                auto& items = open_[i]->items;
                items.push_back({*code, {}, {{"en", *code}}, {}, {}, {}, {}});
                places_[i].emplace(*code, static_cast<std::int32_t>(items.size()) - 1);
            }
            const auto known = places_[i].find(*code);
            if (known == places_[i].end())
                return no_code(id, *code);
            made.key.push_back(known->second);
        }
        return made;
    }

  private:
    const sdmx::Registry& registry_;
    ForeignFlow flow_;
    std::vector<sdmx::ItemScheme*> open_;  ///< the cube's, of a dimension that is of no list
    std::vector<std::unordered_map<std::string, std::int32_t>> places_;  ///< by dimension and code
};

}  // namespace

std::unique_ptr<Placement> declared_placement(const plan::Statistics& statistics,
                                              const sdmx::Registry& registry,
                                              const plan::StatisticalFlow& flow) {
    return std::make_unique<DeclaredPlacement>(statistics, registry, flow);
}

std::unique_ptr<Placement> foreign_placement(const sdmx::Registry& registry, ForeignFlow flow) {
    return std::make_unique<ForeignPlacement>(registry, std::move(flow));
}

}  // namespace dissemination
