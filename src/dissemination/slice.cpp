#include "dissemination/slice.h"

#include "dissemination/foreign.h"
#include "sdmx/query_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using sdmx::Comparison;

Error semantics(std::string message, std::string where) {
    return Error{ErrorCode::sdmx_query_semantics, std::move(message), std::move(where)};
}

// What is not asked once for each code or time is asked of every row.
constexpr std::size_t row_conditions_max = 100;

// The comparisons of every ordered value.
template <typename Ordered>
bool compares(const Ordered& value, Comparison comparison, const Ordered& wanted) {
    switch (comparison) {
        case Comparison::ne:
            return !(value == wanted);
        case Comparison::lt:
            return value < wanted;
        case Comparison::le:
            return value <= wanted;
        case Comparison::gt:
            return value > wanted;
        case Comparison::ge:
            return value >= wanted;
        default:
            return value == wanted;
    }
}

bool holds(const std::string& value, const sdmx::Condition& condition) {
    const auto& wanted = condition.value;
    switch (condition.comparison) {
        case Comparison::contains:
            return value.find(wanted) != value.npos;
        case Comparison::excludes:
            return value.find(wanted) == value.npos;
        case Comparison::starts:
            return value.starts_with(wanted);
        case Comparison::ends:
            return value.ends_with(wanted);
        default:
            return compares(value, condition.comparison, wanted);
    }
}

// A period is at least another where it begins no earlier, at most where it ends no later. It is
// the same where it is called the same, too: a fiscal year 2023-A1 is meant by that name.
bool holds(const sdmx::Value& time, const sdmx::Condition& condition,
           const sdmx::TimeSpan& wanted) {
    const bool same =
        time.id == condition.value || (time.start == wanted.first && time.end == wanted.last);
    switch (condition.comparison) {
        case Comparison::ne:
            return !same;
        case Comparison::lt:
            return time.end < wanted.first;
        case Comparison::le:
            return time.end <= wanted.last;
        case Comparison::gt:
            return time.start > wanted.last;
        case Comparison::ge:
            return time.start >= wanted.first;
        default:
            return same;
    }
}

// Gives of each time the row in force, and from where to where those stand that it replaced.
template <typename Use>
void for_each_time(const CubeRows& all, Use use) {
    const auto in_force = static_cast<std::uint32_t>(all.in_force);
    auto end = in_force;
    for (std::uint32_t row = 0; row < in_force; ++row) {
        const auto begin = end;
        while (end < all.size() && all.times[end] == all.times[row])
            ++end;
        use(row, begin, end);
    }
}

template <typename Condition, typename Test>
bool any_alternative(const std::vector<std::vector<Condition>>& alternatives, Test test) {
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const auto& conditions) {
        return std::all_of(conditions.begin(), conditions.end(), test);
    });
}

}  // namespace

std::optional<RowText> attribute_of(const Cube& cube, std::string_view id) {
    if (cube.is_foreign) {
        const auto* component = std::get<sdmx::DataStructure>(cube.structure->body).find(id);
        if (component == nullptr || component->role != sdmx::ComponentRole::attribute)
            return {};
        return [&cube, id = std::string{id}](const CubeRows& all, std::size_t row) {
            return said_of(cube.texts[all.attributes[row]], id);
        };
    }
    if (id == obs_status)
        return
            [](const CubeRows& all, std::size_t row) { return std::string(1, all.statuses[row]); };
    if (id == source)
        return [&cube](const CubeRows& all, std::size_t row) {
            return std::string{cube.texts[all.sources[row]]};
        };
    if (id == row_id)
        return [](const CubeRows& all, std::size_t row) { return std::string{all.name_of(row)}; };
    if (id == comment)
        return [&cube](const CubeRows& all, std::size_t row) {
            return std::string{cube.texts[all.comments[row]]};
        };
    if (id == date_basis)
        return [](const CubeRows& all, std::size_t row) { return std::string(1, all.bases[row]); };
    if (id == published)
        return [&cube](const CubeRows& all, std::size_t row) {
            return std::string{cube.days[static_cast<std::size_t>(all.days[row])].id};
        };
    return {};
}

const sdmx::Artefact* NamedCube::agreement() const {
    const auto first = std::ranges::find(providers, true);
    if (first == providers.end() || std::find(first + 1, providers.end(), true) != providers.end())
        return nullptr;
    return cube->providers[static_cast<std::size_t>(first - providers.begin())].agreement;
}

Result<std::vector<NamedCube>> cubes_of(const Catalogue& catalogue,
                                        const sdmx::DataSelection& selection) {
    const auto contexts = TRY(catalogue.registry.select(selection.what));
    const auto selects = [&](const sdmx::Artefact* artefact) {
        return std::ranges::find(contexts, artefact) != contexts.end();
    };
    const auto asks = [&](const Cube& cube, const CubeProvider& provider) {
        return selection.providers.empty() ||
               std::ranges::any_of(selection.providers, [&](const auto& one) {
                   return one.second == provider.id &&
                          (one.first.empty() || one.first == cube.flow->agency);
               });
    };
    std::vector<NamedCube> found;
    for (const auto& cube : catalogue.cubes) {
        const bool is_whole = selects(cube.flow) || selects(cube.structure);
        NamedCube named{&cube, {}};
        for (const auto& provider : cube.providers)
            named.providers.push_back((is_whole || selects(provider.agreement)) &&
                                      asks(cube, provider));
        if (std::ranges::find(named.providers, true) == named.providers.end())
            continue;
        if (is_whole && selection.providers.empty())
            named.providers.clear();
        found.push_back(std::move(named));
    }
    if (found.empty()) {
        std::string known;
        for (const auto& cube : catalogue.cubes)
            known += (known.empty() ? "" : ", ") + cube.flow->id;
        return Error{
            ErrorCode::sdmx_no_results, "no dataflow matches the query; there are " + known, {}};
    }
    return found;
}

Result<Slice> Slice::create(const NamedCube& named, const sdmx::DataSelection& selection,
                            sdmx::Rest rest, const AnswerContext& context) {
    const Cube& cube = *named.cube;
    Slice slice{cube, context.as_of};
    slice.providers_ = named.providers;
    TRY(slice.read_keys(selection, rest));
    sdmx::YearStartDay start;  // of calendar years, unless the query says otherwise
    if (!selection.year_start_day.empty()) {
        const auto read = sdmx::parse_year_start_day(selection.year_start_day);
        if (!read)
            return sdmx::query::syntax("reportingYearStartDay", "a day such as --07-01",
                                       selection.year_start_day);
        start = *read;
    }
    for (const auto& filter : selection.filters)
        TRY(slice.read_filter(filter, start));
    if (!selection.updated_after.empty()) {
        const auto after = sdmx::parse_period(selection.updated_after, start);
        slice.days_passed_ = cube.days_until(after.value().first);
    }
    if (const auto key = slice.whole_key()) {
        if (const auto one = cube.series_with(*key))
            slice.series_.push_back(*one);
        return slice;
    }
    const auto found = slice.series_without(cube.dimensions.size());
    slice.series_.resize(found.cardinality());
    found.toUint32Array(slice.series_.data());
    return slice;
}

Result<void> Slice::read_keys(const sdmx::DataSelection& selection, sdmx::Rest rest) {
    const auto width = cube_->dimensions.size();
    for (const auto& key : selection.keys) {
        const bool too_few = rest == sdmx::Rest::v1 && key.size() < width;
        if (key.size() > width || too_few)
            return semantics(
                fmt::format("expected a key of {} dimensions, found {}", width, key.size()),
                "the key");
        // Codes that are unknown match nothing.
        auto& named = keys_.emplace_back();
        named.reserve(width);
        for (std::size_t d = 0; d < key.size(); ++d)
            for (const auto& code : key[d])
                named.push_back({d, cube_->place_of(d, code)});
    }
    return {};
}

// The one key that is asked for, where it is one.
std::optional<std::vector<std::int32_t>> Slice::whole_key() const {
    if (keys_.size() != 1 || !filters_.empty())
        return {};
    const auto width = cube_->dimensions.size();
    std::vector<std::int32_t> key;
    key.reserve(width);
    for (const auto& [dimension, code] : keys_.front())
        if (dimension == key.size())
            key.push_back(code);
    return key.size() == width && keys_.front().size() == width ? std::optional{std::move(key)}
                                                                : std::nullopt;
}

Result<void> Slice::read_filter(const sdmx::ComponentFilter& filter, sdmx::YearStartDay start) {
    const auto& alternatives = filter.alternatives;
    for (std::size_t d = 0; d < cube_->dimensions.size(); ++d) {
        if (cube_->dimensions[d]->id != filter.component)
            continue;
        Roaring some;
        for (std::size_t code = 0; code < cube_->lists[d]->items.size(); ++code)
            if (any_alternative(alternatives, [&](const auto& condition) {
                    return holds(cube_->lists[d]->items[code].id, condition);
                }))
                some |= cube_->with_code[d][code];
        filters_.emplace_back(d, std::move(some));
        return {};
    }
    if (filter.component == time_period) {
        std::vector<std::vector<std::pair<const sdmx::Condition*, sdmx::TimeSpan>>> spans;
        for (const auto& alternative : alternatives) {
            auto& wanted = spans.emplace_back();
            for (const auto& condition : alternative) {
                const auto span = sdmx::parse_period(condition.value, start);
                if (!span)
                    return sdmx::query::syntax("c[TIME_PERIOD]",
                                               "a period such as 2024, 2024-03 or 2024-Q1",
                                               condition.value);
                wanted.emplace_back(&condition, *span);
            }
        }
        // Each time is asked once, not once for each row.
        times_.resize(cube_->times.size(), true);
        for (std::size_t i = 0; i < times_.size(); ++i)
            times_[i] = times_[i] && any_alternative(spans, [&](const auto& condition) {
                            return holds(cube_->times[i], *condition.first, condition.second);
                        });
        return {};
    }
    for (const auto& alternative : alternatives)
        row_conditions_ += alternative.size();
    if (row_conditions_ > row_conditions_max)
        return sdmx::query::syntax(
            "c[" + filter.component + "]",
            fmt::format("at most {} conditions, since each row is asked", row_conditions_max),
            std::to_string(row_conditions_));
    if (filter.component == obs_value) {
        std::vector<std::vector<std::pair<Comparison, base::Decimal>>> numbers;
        for (const auto& alternative : alternatives) {
            auto& wanted = numbers.emplace_back();
            for (const auto& condition : alternative)
                wanted.emplace_back(condition.comparison,
                                    TRY(base::Decimal::parse(condition.value)));
        }
        tests_.push_back([numbers = std::move(numbers)](const CubeRows& all, std::size_t row) {
            return any_alternative(numbers, [&](const auto& condition) {
                return compares(all.values[row], condition.first, condition.second);
            });
        });
        return {};
    }
    if (const auto text = attribute_of(*cube_, filter.component)) {
        tests_.push_back([alternatives, text = *text](const CubeRows& all, std::size_t row) {
            const auto value = text(all, row);
            return any_alternative(alternatives,
                                   [&](const auto& condition) { return holds(value, condition); });
        });
        return {};
    }
    return semantics(
        fmt::format("{} has no component \"{}\"", cube_->structure->id, filter.component),
        "c[" + filter.component + "]");
}

Roaring Slice::all_series() const {
    Roaring all;
    all.addRange(0, cube_->series.size());
    return all;
}

// Of one dimension.
Roaring Slice::with_codes(std::span<const Named> codes) const {
    Roaring some;
    for (const auto& [dimension, code] : codes)
        if (code != sdmx::no_value)
            some |= cube_->with_code[dimension][static_cast<std::size_t>(code)];
    return some;
}

Roaring Slice::series_without(std::size_t dimension) const {
    Roaring found = all_series();
    if (!keys_.empty()) {
        Roaring any;
        for (const auto& key : keys_) {
            Roaring matching = all_series();
            for (auto at = key.begin(); at != key.end();) {
                const auto end = std::find_if(at, key.end(), [&](const Named& one) {
                    return one.dimension != at->dimension;
                });
                if (at->dimension != dimension)
                    matching &= with_codes({at, end});
                at = end;
            }
            any |= matching;
        }
        found &= any;
    }
    for (const auto& [d, some] : filters_)
        if (d != dimension)
            found &= some;
    return found;
}

bool Slice::names(const CubeRows& all, std::size_t row) const {
    if (all.days[row] < days_passed_)
        return false;
    if (!times_.empty() && !times_[static_cast<std::size_t>(all.times[row])])
        return false;
    return std::ranges::all_of(tests_, [&](const auto& test) { return test(all, row); });
}

void Slice::rows_of(const CubeRows& all, RowSet& rows) const {
    if (all.last_day < days_known_ && providers_.empty()) {
        rows.take_first(all.in_force);
    } else {
        auto& listed = rows.list_anew();
        for_each_time(all, [&](std::uint32_t in_force, std::uint32_t begin, std::uint32_t end) {
            if (is_known(all, in_force))
                return listed.push_back(in_force);
            while (end > begin)
                if (is_known(all, --end))
                    return listed.push_back(end);
        });
    }
    if (!tests_.empty() || !times_.empty() || days_passed_ > 0)
        std::erase_if(rows.list(), [&](std::uint32_t row) { return !names(all, row); });
}

void Slice::history_of(const CubeRows& all, RowSet& rows) const {
    auto& listed = rows.list_anew();
    const auto take = [&](std::uint32_t row) {
        if (is_known(all, row) && names(all, row))
            listed.push_back(row);
    };
    for_each_time(all, [&](std::uint32_t in_force, std::uint32_t begin, std::uint32_t end) {
        while (begin < end)
            take(begin++);
        take(in_force);
    });
    std::ranges::stable_sort(listed, {}, [&](std::uint32_t row) { return all.days[row]; });
}

}  // namespace dissemination
