#include "statistics/row_ids.h"

#include <iterator>

namespace statistics {
namespace {

constexpr std::size_t digits_max = 18;

}  // namespace

std::optional<std::uint32_t> RowIds::add(std::string_view id, std::uint32_t row) {
    const auto last = id.find_last_not_of("0123456789");
    const auto digits = id.substr(last == id.npos ? 0 : last + 1);
    if (digits.empty() || digits.size() > digits_max) {
        const auto [at, is_new] = others_.emplace(id, row);
        return is_new ? std::nullopt : std::optional{at->second};
    }
    std::uint64_t number = 0;
    for (const char digit : digits)
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    // X1 and X01 are two identifiers; of one length, equal numbers are equal texts.
    return add(numbered_[{std::string{id.substr(0, id.size() - digits.size())}, digits.size()}],
               number, row);
}

std::optional<std::uint32_t> RowIds::add(Runs& runs, std::uint64_t number, std::uint32_t row) {
    auto next = runs.upper_bound(number);
    if (next == runs.begin()) {
        runs.emplace_hint(next, number, Run{row, 1});
        return std::nullopt;
    }
    auto& [first, run] = *std::prev(next);
    const auto behind = number - first;
    if (behind < run.count)
        return run.row + static_cast<std::uint32_t>(behind);
    if (behind == run.count && row == run.row + behind)
        ++run.count;
    else
        runs.emplace_hint(next, number, Run{row, 1});
    return std::nullopt;
}

}  // namespace statistics
