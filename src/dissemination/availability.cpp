#include "dissemination/slice.h"

#include <fmt/format.h>

#include <algorithm>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

sdmx::Annotation metric(const char* id, std::size_t count) {
    return {id, std::to_string(count), "sdmx_metrics", {}, {}};
}

Result<void> check_components(const Cube& cube, const std::vector<std::string>& components) {
    for (const auto& id : components) {
        const bool known = id == time_period ||
                           std::any_of(cube.dimensions.begin(), cube.dimensions.end(),
                                       [&](const auto* dimension) { return dimension->id == id; });
        if (!known)
            return Error{ErrorCode::sdmx_query_semantics,
                         fmt::format("{} has no dimension \"{}\"", cube.structure->id, id),
                         "the component"};
    }
    return {};
}

/// What one cube has of a selection.
class Availability {
  public:
    Availability(const Cube& cube, const sdmx::AvailabilityQuery& query)
        : cube_(cube), query_(query), used_(cube.dimensions.size()) {
        for (std::size_t d = 0; d < used_.size(); ++d)
            used_[d].resize(cube.lists[d]->items.size());
    }

    Result<void> gather(const Slice& slice) {
        StoreReadings readings;
        RowSet rows;
        for (const auto index : slice.series()) {
            const auto& series = cube_.series[index];
            const auto all = TRY(cube_.rows(index, readings));
            slice.rows_of(*all, rows);
            if (rows.empty())
                continue;
            ++series_;
            observations_ += rows.size();
            for (std::size_t d = 0; d < used_.size(); ++d)
                used_[d][static_cast<std::size_t>(series.key[d])] = true;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const auto& time = cube_.times[static_cast<std::size_t>(all->times[rows[i]])];
                if (first_ == base::Day{} || time.start < first_)
                    first_ = time.start;
                last_ = std::max(last_, time.end);
            }
        }
        if (!query_.available)
            return {};
        // What could be chosen at each dimension, whatever was chosen there.
        for (std::size_t d = 0; d < used_.size(); ++d) {
            const auto open = slice.series_without(d);
            for (const auto index : open) {
                const auto all = TRY(cube_.rows(index, readings));
                slice.rows_of(*all, rows);
                if (!rows.empty())
                    used_[d][static_cast<std::size_t>(cube_.series[index].key[d])] = true;
            }
        }
        return {};
    }

    bool empty() const { return series_ == 0; }

    sdmx::Artefact constraint() const {
        sdmx::CubeRegion region;
        for (std::size_t d = 0; d < used_.size(); ++d) {
            sdmx::KeyValues values;
            values.component = cube_.dimensions[d]->id;
            for (std::size_t code = 0; code < used_[d].size(); ++code)
                if (used_[d][code])
                    values.values.push_back(cube_.lists[d]->items[code].id);
            if (is_asked(values.component) && !values.values.empty())
                region.keys.push_back(std::move(values));
        }
        if (is_asked(std::string{time_period}) && first_ != base::Day{}) {
            sdmx::KeyValues time;
            time.component = time_period;
            time.start_period = base::to_string(first_) + "T00:00:00";
            time.end_period = base::to_string(last_) + "T23:59:59";
            region.keys.push_back(std::move(time));
        }
        sdmx::Artefact made;
        made.type = sdmx::ArtefactType::data_constraint;
        made.agency = cube_.flow->agency;
        made.id = "AVAILABLE_" + cube_.flow->id;
        made.version = cube_.flow->version;
        made.names = cube_.flow->names;
        made.descriptions = {{"en", "What there is of the data that were asked for."}};
        made.annotations = {metric("series_count", series_), metric("obs_count", observations_)};
        made.body = sdmx::Constraint{true, {cube_.flow->reference()}, {std::move(region)}, {}};
        return made;
    }

  private:
    bool is_asked(const std::string& component) const {
        return query_.components.empty() ||
               std::find(query_.components.begin(), query_.components.end(), component) !=
                   query_.components.end();
    }

    const Cube& cube_;
    const sdmx::AvailabilityQuery& query_;
    std::vector<std::vector<bool>> used_;
    std::size_t series_ = 0;
    std::size_t observations_ = 0;
    base::Day first_{};
    base::Day last_{};
};

}  // namespace

Result<std::vector<sdmx::Artefact>> answer_availability(const Catalogue& catalogue,
                                                        const sdmx::AvailabilityQuery& query,
                                                        sdmx::Rest rest,
                                                        const AnswerContext& context) {
    std::vector<sdmx::Artefact> constraints;
    for (const auto& named : TRY(cubes_of(catalogue, query.selection))) {
        const auto* cube = named.cube;
        TRY(check_components(*cube, query.components));
        const auto slice = TRY(Slice::create(named, query.selection, rest, context));
        Availability found{*cube, query};
        TRY(found.gather(slice));
        if (!found.empty())
            constraints.push_back(found.constraint());
    }
    if (constraints.empty())
        return Error{ErrorCode::sdmx_no_results, "no observation matches the query", {}};
    return constraints;
}

}  // namespace dissemination
