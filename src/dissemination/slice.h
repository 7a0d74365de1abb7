#pragma once

#include "dissemination/answer.h"
#include "dissemination/row_set.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dissemination {

/// The text of a row that an attribute shows; nothing where no row has it.
using RowText = std::function<std::string(const CubeRows&, std::size_t row)>;
std::optional<RowText> attribute_of(const Cube& cube, std::string_view id);

/// A cube that a selection names, with those of its providers whose figures are asked for.
struct NamedCube {
    const Cube* cube = nullptr;
    std::vector<bool> providers;  ///< empty: all of them, as they came one after another

    /// The agreement to which the selection comes down, or nullptr.
    const sdmx::Artefact* agreement() const;
};

/// The cubes that a selection names, in the order of the flows. Errors: sdmx_no_results,
/// sdmx_query_syntax.
base::Result<std::vector<NamedCube>> cubes_of(const Catalogue& catalogue,
                                              const sdmx::DataSelection& selection);

/// The part of a cube that a selection names: series by their keys, rows by their own values.
class Slice {
  public:
    /// Errors: sdmx_query_semantics, sdmx_query_syntax.
    static base::Result<Slice> create(const NamedCube& cube, const sdmx::DataSelection& selection,
                                      sdmx::Rest rest, const AnswerContext& context);

    /// In the order of their keys.
    const std::vector<std::uint32_t>& series() const { return series_; }
    /// The same without what was said of one dimension: what could be chosen there.
    Roaring series_without(std::size_t dimension) const;

    /// The rows of a series that hold on the day asked for and that the selection names: one for
    /// each time, in order.
    void rows_of(const CubeRows& all, RowSet& rows) const;
    /// All steps until that day, in the order of their days, that the selection names.
    void history_of(const CubeRows& all, RowSet& rows) const;

  private:
    using RowTest = std::function<bool(const CubeRows&, std::size_t row)>;

    Slice(const Cube& cube, base::Day as_of) : cube_(&cube), days_known_(cube.days_until(as_of)) {}
    base::Result<void> read_keys(const sdmx::DataSelection& selection, sdmx::Rest rest);
    std::optional<std::vector<std::int32_t>> whole_key() const;
    base::Result<void> read_filter(const sdmx::ComponentFilter& filter, sdmx::YearStartDay start);
    bool names(const CubeRows& all, std::size_t row) const;
    /// Whether it was known on the day asked for, from a provider asked for.
    bool is_known(const CubeRows& all, std::size_t row) const {
        return all.days[row] < days_known_ &&
               (providers_.empty() || providers_[all.providers[row]]);
    }
    Roaring all_series() const;
    /// One code that may stand at a dimension.
    struct Named {
        std::size_t dimension = 0;
        std::int32_t code = 0;
    };
    Roaring with_codes(std::span<const Named> codes) const;

    const Cube* cube_;
    std::vector<std::uint32_t> series_;
    /// By alternative, ascending by dimension; where a dimension is not named, any may stand.
    std::vector<std::vector<Named>> keys_;
    std::vector<std::pair<std::size_t, Roaring>> filters_;  ///< by dimension
    std::vector<bool> providers_;
    std::vector<bool> times_;  ///< by time; empty: all of them
    std::vector<RowTest> tests_;
    std::size_t row_conditions_ = 0;  ///< of all tests together
    std::int32_t days_known_;         ///< so many of the cube's days had come
    std::int32_t days_passed_ = 0;    ///< what was published on so many is not asked for
};

}  // namespace dissemination
