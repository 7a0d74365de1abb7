#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace base {

/// A column of a table of which mostly all rows have the same value: one stands for all of them
/// then, and the column knows it.
template <typename Value>
class EvenColumn {
  public:
    EvenColumn() = default;
    explicit EvenColumn(Value of_all) : of_all_(std::move(of_all)) {}
    explicit EvenColumn(std::vector<Value> each) : each_(std::move(each)) {}

    /// Of the rows of two columns, the second behind the first.
    static EvenColumn joined(std::span<const Value> first, std::span<const Value> second) {
        const auto& any = first.empty() ? second : first;
        const auto has_other = [&](std::span<const Value> values) {
            return !values.empty() &&
                   (values.front() != any.front() ||
                    !std::equal(values.begin() + 1, values.end(), values.begin()));
        };
        if (any.empty())
            return {};
        if (!has_other(first) && !has_other(second))
            return EvenColumn{any.front()};
        EvenColumn made;
        made.each_.reserve(first.size() + second.size());
        made.each_.insert(made.each_.end(), first.begin(), first.end());
        made.each_.insert(made.each_.end(), second.begin(), second.end());
        return made;
    }

    bool is_even() const noexcept { return each_.empty(); }
    /// By row; only where it is not even.
    const std::vector<Value>& each() const noexcept { return each_; }
    const Value& operator[](std::size_t row) const noexcept {
        return each_.empty() ? of_all_ : each_[row];
    }
    /// Row by row in memory: `data()[row * step()]`.
    const Value* data() const noexcept { return each_.empty() ? &of_all_ : each_.data(); }
    std::size_t step() const noexcept { return each_.empty() ? 0 : 1; }

  private:
    Value of_all_{};
    std::vector<Value> each_;  ///< by row; empty where one value is that of all
};

}  // namespace base
