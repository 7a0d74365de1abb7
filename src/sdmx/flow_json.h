#pragma once

#include "sdmx/data_message.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// The codes of a list as they stand among the values of a component; of a long list none are
/// written beforehand.
class CodesJson {
  public:
    CodesJson(std::span<const Value> codes, const std::vector<std::string>& languages);

    static constexpr std::size_t codes_max = 4096;

    /// Of one of these codes; empty for a value that is none of them.
    std::string_view operator[](const Value& code) const {
        const std::less<const Value*> before;
        const bool is_known =
            !before(&code, codes_.data()) && before(&code, codes_.data() + codes_.size());
        return is_known
                   ? std::string_view{written_[static_cast<std::size_t>(&code - codes_.data())]}
                   : std::string_view{};
    }

  private:
    std::span<const Value> codes_;
    std::vector<std::string> written_;
};

/// Appends a code as it stands among the values of a component.
void append_json_code(std::string& out, const Value& code,
                      const std::vector<std::string>& languages);

/// What names a component of a structure, and its codes where they are at hand.
struct NamedComponent {
    const Item* concept_item = nullptr;
    std::span<const Value> codes = {};
};

/// The parts of a data message in SDMX-JSON that follow from its dataflow alone.
struct FlowJson {
    std::string links;  ///< but for its end: a link to an agreement may follow
    std::string names;  ///< after a comma; empty where there are none
    /// Of each component of the structure, in its order: up to its list of values, or, of a
    /// measure, up to its end.
    std::vector<std::string> components;
    std::vector<CodesJson> codes;  ///< of each component too
};

/// Shape: one of `components` for each of the structure, in its order.
FlowJson write_flow_json(const FlowDescription& of, const std::vector<NamedComponent>& components,
                         Standard standard, const std::vector<std::string>& languages);

/// Appends a link as it stands among those of a data set.
void append_json_link(std::string& out, std::string_view relation, const Artefact& artefact,
                      Standard standard);

/// The same parts, written when they are first asked for and kept for all messages of the flow.
/// Threads may share it; the artefacts, items and codes must outlive it.
class KeptFlowJson {
  public:
    KeptFlowJson(FlowDescription of, std::vector<NamedComponent> components)
        : of_(of), components_(std::move(components)) {}

    const FlowJson& in(Standard standard, const std::vector<std::string>& languages) const;

  private:
    FlowDescription of_;
    std::vector<NamedComponent> components_;
    KeptByLanguages<FlowJson> kept_;
};

}  // namespace sdmx
