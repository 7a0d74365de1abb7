#pragma once

#include "dissemination/cube.h"
#include "dissemination/foreign.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dissemination {

/// How often times of a series come, and what its figures count.
struct TimeKind {
    std::string_view frequency;
    std::string_view transformation;
    friend bool operator==(const TimeKind&, const TimeKind&) = default;
};

/// How the series of one dataflow, as they are stored, become series of its cube.
class Placement {
  public:
    virtual ~Placement() = default;

    /// Gives the cube its flow, structure, providers, dimensions and lists.
    virtual void begin(Cube& cube) = 0;
    virtual bool takes(const statistics::SeriesKey& key) const = 0;
    /// Times of one kind make a series of the cube.
    virtual TimeKind kind_of(const SdmxTime& time) const = 0;
    struct Place {
        std::vector<std::int32_t> key;  ///< for each dimension the index of its code in the list
        std::int8_t multiplier = 0;
    };
    /// Errors: sdmx_not_loadable, with words that have no code.
    virtual base::Result<Place> place(const Cube& cube, const statistics::SeriesKey& stored,
                                      const TimeKind& kind) = 0;
};

/// Of a dataflow that the strategy declares: words of published tables become codes.
std::unique_ptr<Placement> declared_placement(const plan::Statistics& statistics,
                                              const sdmx::Registry& registry,
                                              const plan::StatisticalFlow& flow);

/// Of another agency's dataflow: its series are stored by their codes.
std::unique_ptr<Placement> foreign_placement(const sdmx::Registry& registry, ForeignFlow flow);

}  // namespace dissemination
