#include "dissemination/order.h"

#include "dissemination/slice.h"

#include <fmt/format.h>

#include <algorithm>

namespace dissemination {
namespace {

template <typename Value>
int compared(const Value& a, const Value& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

base::Result<Order> Order::create(const Cube& cube, const std::vector<sdmx::SortKey>& sort) {
    Order order;
    const auto add_dimension = [&](std::size_t d, int sign) {
        order.series_.push_back([&cube, d, sign](const CubeSeries& a, const CubeSeries& b) {
            const auto& items = cube.lists[d]->items;
            return sign * compared(items[static_cast<std::size_t>(a.key[d])].id,
                                   items[static_cast<std::size_t>(b.key[d])].id);
        });
        order.steps_.push_back({order.series_.back(), {}});
    };
    const auto add_rows = [&](CompareRows compare, int sign) {
        order.rows_.push_back([compare = std::move(compare), sign](const Row& a, const Row& b) {
            return sign * compare(a, b);
        });
        order.steps_.push_back({{}, order.rows_.back()});
    };
    const auto add_time = [&](int sign) {
        // Times ascend by their days.
        add_rows([](const Row& a,
                    const Row& b) { return compared(a.all.times[a.row], b.all.times[b.row]); },
                 sign);
    };
    for (const auto& [component, descending] : sort) {
        const int sign = descending ? -1 : 1;
        const auto dimension = std::ranges::find(cube.dimensions, component, &sdmx::Component::id);
        if (component == "*" || component == "series_key") {
            for (std::size_t d = 0; d < cube.dimensions.size(); ++d)
                add_dimension(d, sign);
            if (component == "*")
                add_time(sign);
        } else if (dimension != cube.dimensions.end()) {
            add_dimension(static_cast<std::size_t>(dimension - cube.dimensions.begin()), sign);
        } else if (component == time_period) {
            add_time(sign);
        } else if (component == obs_value) {
            add_rows(
                [](const Row& a, const Row& b) {
                    return compared(a.all.values[a.row], b.all.values[b.row]);
                },
                sign);
        } else if (const auto text = attribute_of(cube, component)) {
            add_rows(
                [text = *text](const Row& a, const Row& b) {
                    return compared(text(a.all, a.row), text(b.all, b.row));
                },
                sign);
        } else if (std::get<sdmx::DataStructure>(cube.structure->body).find(component) == nullptr) {
            return base::Error{
                base::ErrorCode::sdmx_query_semantics,
                fmt::format("{} has no component \"{}\"", cube.structure->id, component), "sort"};
        }
    }
    return order;
}

void Order::arrange(std::vector<Shown>& all, bool flat) const {
    if (flat) {
        std::vector<Shown> alone;
        for (const auto& shown : all)
            for (std::size_t i = 0; i < shown.rows.size(); ++i)
                alone.push_back({shown.series, shown.all, RowSet::of_one(shown.rows[i])});
        std::ranges::stable_sort(alone, [&](const Shown& a, const Shown& b) {
            for (const auto& step : steps_) {
                const auto found = step.series
                                       ? step.series(*a.series, *b.series)
                                       : step.rows({*a.all, a.rows[0]}, {*b.all, b.rows[0]});
                if (found != 0)
                    return found < 0;
            }
            return false;
        });
        all = std::move(alone);
        return;
    }
    std::ranges::stable_sort(all, [&](const Shown& a, const Shown& b) {
        for (const auto& compare : series_)
            if (const auto found = compare(*a.series, *b.series); found != 0)
                return found < 0;
        return false;
    });
    if (rows_.empty())
        return;
    for (auto& shown : all)
        std::ranges::stable_sort(shown.rows.list(), [&](std::uint32_t a, std::uint32_t b) {
            for (const auto& compare : rows_)
                if (const auto found = compare({*shown.all, a}, {*shown.all, b}); found != 0)
                    return found < 0;
            return false;
        });
}

}  // namespace dissemination
