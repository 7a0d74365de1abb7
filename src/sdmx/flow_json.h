#pragma once

#include "sdmx/data_message.h"

#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace sdmx {

/// The parts of a data message in SDMX-JSON that follow from its dataflow alone.
struct FlowJson {
    std::string links;  ///< but for its end: a link to an agreement may follow
    std::string names;  ///< after a comma; empty where there are none
    /// Of each component of the structure, in its order: up to its list of values, or, of a
    /// measure, up to its end.
    std::vector<std::string> components;
};

/// Shape: `concept_items` has, for each component of the structure, what names it, or nullptr.
FlowJson write_flow_json(const FlowDescription& of, const std::vector<const Item*>& concept_items,
                         Standard standard, const std::vector<std::string>& languages);

/// Appends a link as it stands among those of a data set.
void append_json_link(std::string& out, std::string_view relation, const Artefact& artefact,
                      Standard standard);

/// The same parts, written when they are first asked for and kept for all messages of the flow.
/// Threads may share it; the artefacts and items must outlive it.
class KeptFlowJson {
  public:
    KeptFlowJson(FlowDescription of, std::vector<const Item*> concept_items)
        : of_(of), concept_items_(std::move(concept_items)) {}

    const FlowJson& in(Standard standard, const std::vector<std::string>& languages) const;

  private:
    struct Kept {
        Standard standard;
        std::vector<std::string> languages;
        FlowJson json;
    };

    FlowDescription of_;
    std::vector<const Item*> concept_items_;
    mutable std::mutex mutex_;
    mutable std::deque<Kept> kept_;  ///< a few: the orders in which languages can be preferred
};

}  // namespace sdmx
