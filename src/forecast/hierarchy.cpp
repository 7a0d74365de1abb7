#include "forecast/hierarchy.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

namespace forecast {
namespace {

using base::Error;
using base::ErrorCode;
using Parts = std::vector<std::uint32_t>;

constexpr std::size_t depth_max = 64;

Error invalid(std::string message, std::string where) {
    return Error{ErrorCode::invalid_forecast, std::move(message), std::move(where)};
}

base::Result<void> check_members(std::span<const std::string> dimensions,
                                 std::span<const Member> members) {
    if (members.empty())
        return invalid("expected at least one series, found none", "");
    if (dimensions.size() > dimensions_max)
        return invalid(fmt::format("expected at most {} dimensions, found {}", dimensions_max,
                                   dimensions.size()),
                       "");
    for (const auto& member : members) {
        if (member.name.empty())
            return invalid("expected the name of a series, found none", member.where);
        if (member.groups.size() != dimensions.size())
            return invalid(fmt::format("expected {} groups of {}, found {}", dimensions.size(),
                                       member.name, member.groups.size()),
                           member.where);
        for (std::size_t d = 0; d < dimensions.size(); ++d)
            if (member.groups[d].empty())
                return invalid(
                    fmt::format("expected the {} of {}, found none", dimensions[d], member.name),
                    member.where);
    }
    return {};
}

/// The sums of one crossing of dimensions, whose bits are set, in the order of the members.
std::vector<Sum> crossed(std::span<const std::string> dimensions, std::span<const Member> members,
                         unsigned crossing) {
    std::vector<Sum> made;
    std::unordered_map<std::string, std::size_t> met;
    std::string level;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        if (crossing >> d & 1U)
            level += (level.empty() ? "" : ",") + dimensions[d];
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::string name;
        for (std::size_t d = 0; d < dimensions.size(); ++d)
            if (crossing >> d & 1U)
                name += (name.empty() ? "" : ",") + dimensions[d] + "=" + members[i].groups[d];
        const auto [at, is_new] = met.try_emplace(name, made.size());
        if (is_new)
            made.push_back({name, level, {}});
        made[at->second].parts.push_back(static_cast<std::uint32_t>(i));
    }
    return made;
}

/// A tree while it is walked from its root.
struct Walk {
    std::map<std::string, std::vector<std::size_t>> children;  ///< branches, by the parent
    std::span<const Branch> branches;
    std::vector<Sum> sums;
    std::vector<std::uint32_t> leaves;  ///< by branch: the bottom series that it is

    // Sums are made from above, so that the root comes first.
    Parts visit(const std::string& name, std::size_t depth) {
        const std::size_t place = sums.size();
        sums.push_back({name, fmt::format("depth {}", depth), {}});
        Parts parts;
        for (const auto branch : children.at(name)) {
            const auto& child = branches[branch].child;
            if (!children.contains(child)) {
                parts.push_back(leaves[branch]);
                continue;
            }
            const auto below = visit(child, depth + 1);
            parts.insert(parts.end(), below.begin(), below.end());
        }
        std::ranges::sort(parts);
        sums[place].parts = parts;
        return parts;
    }
};

/// The root that every branch leads to.
base::Result<std::string> root_of(std::span<const Branch> branches) {
    std::map<std::string_view, std::size_t> by_child;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const auto& branch = branches[i];
        if (branch.child.empty() || branch.parent.empty())
            return invalid("expected the names of a series and its parent, found an empty one",
                           branch.where);
        if (!by_child.emplace(branch.child, i).second)
            return invalid(fmt::format("expected one parent of {}, found another", branch.child),
                           branch.where);
    }
    std::string root;
    for (const auto& branch : branches) {
        std::string_view at = branch.child;
        bool is_deep = false;
        for (std::size_t steps = 0; by_child.contains(at); ++steps) {
            if (steps > branches.size())
                return invalid(
                    fmt::format("expected a tree, found {} among its own parents", branch.child),
                    branch.where);
            at = branches[by_child.at(at)].parent;
            if (steps == depth_max)
                is_deep = true;
        }
        if (is_deep)
            return invalid(fmt::format("expected at most {} parents above each other, found more "
                                       "above {}",
                                       depth_max, branch.child),
                           branch.where);
        if (root.empty())
            root = at;
        if (root != at)
            return invalid(fmt::format("expected one root, found {} and {}", root, at),
                           branch.where);
    }
    if (root.empty())
        return invalid("expected at least one branch, found none", "");
    return root;
}

}  // namespace

base::Result<Hierarchy> Hierarchy::grouped(std::span<const std::string> dimensions,
                                           std::span<const Member> members) {
    TRY(check_members(dimensions, members));
    Hierarchy made;
    Parts all;
    for (std::size_t i = 0; i < members.size(); ++i) {
        made.bottom_.push_back(members[i].name);
        made.where_.push_back(members[i].where);
        all.push_back(static_cast<std::uint32_t>(i));
    }
    made.sums_.push_back({"total", "total", all});
    std::vector<unsigned> crossings;
    for (unsigned crossing = 1; crossing < 1U << dimensions.size(); ++crossing)
        crossings.push_back(crossing);
    std::ranges::stable_sort(crossings, {}, [](unsigned x) { return std::popcount(x); });
    std::set<Parts> met{all};
    for (const auto crossing : crossings)
        for (auto& sum : crossed(dimensions, members, crossing)) {
            const bool is_new = sum.parts.size() > 1 && met.insert(sum.parts).second;
            if (is_new || std::popcount(crossing) == 1)
                made.sums_.push_back(std::move(sum));
        }
    TRY(made.index_names());
    return made;
}

base::Result<Hierarchy> Hierarchy::tree(std::span<const Branch> branches) {
    const auto root = TRY(root_of(branches));
    Walk walk;
    walk.branches = branches;
    for (std::size_t i = 0; i < branches.size(); ++i)
        walk.children[branches[i].parent].push_back(i);
    Hierarchy made;
    for (const auto& branch : branches) {
        walk.leaves.push_back(static_cast<std::uint32_t>(made.bottom_.size()));
        if (walk.children.contains(branch.child))
            continue;
        made.bottom_.push_back(branch.child);
        made.where_.push_back(branch.where);
    }
    walk.visit(root, 0);
    made.sums_ = std::move(walk.sums);
    TRY(made.index_names());
    return made;
}

base::Result<void> Hierarchy::index_names() {
    for (std::size_t i = 0; i < size(); ++i)
        if (!places_.emplace(name(i), i).second)
            return invalid(fmt::format("expected each name once, found another {}", name(i)),
                           i < sums_.size() ? "" : where_[i - sums_.size()]);
    return {};
}

const std::string& Hierarchy::name(std::size_t series) const {
    return series < sums_.size() ? sums_[series].name : bottom_[series - sums_.size()];
}

std::string_view Hierarchy::level(std::size_t series) const {
    return series < sums_.size() ? std::string_view{sums_[series].level} : "bottom";
}

std::optional<std::size_t> Hierarchy::find(std::string_view name) const {
    const auto at = places_.find(std::string{name});
    return at == places_.end() ? std::nullopt : std::optional{at->second};
}

void Hierarchy::add_up(std::span<double> values, std::size_t columns) const {
    const auto bottom = values.subspan(sums_.size() * columns);
    for (std::size_t j = 0; j < sums_.size(); ++j) {
        const auto sum = values.subspan(j * columns, columns);
        std::ranges::fill(sum, 0.0);
        for (const auto part : sums_[j].parts) {
            const double* row = bottom.data() + part * columns;
            for (std::size_t c = 0; c < columns; ++c)
                sum[c] += row[c];
        }
    }
}

base::Result<void> Hierarchy::check_sum(std::size_t sum, std::span<const double> stated,
                                        std::span<const std::vector<double>> parts) const {
    for (std::size_t t = 0; t < stated.size(); ++t) {
        double total = 0, size = 0;
        for (const auto part : sums_[sum].parts) {
            total += parts[part][t];
            size += std::abs(parts[part][t]);
        }
        // Where either is missing, the comparison does not hold.
        if (std::abs(stated[t] - total) > sum_tolerance * size)
            return invalid(
                fmt::format("expected {} to be the sum of its {} parts at period {}, "
                            "{}, found {}",
                            sums_[sum].name, sums_[sum].parts.size(), t + 1, total, stated[t]),
                "");
    }
    return {};
}

}  // namespace forecast
