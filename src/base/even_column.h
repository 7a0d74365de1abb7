#pragma once

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

    /// Of so many rows, each of which `value_of(row)` is asked for once, in their order.
    template <typename ValueOf>
    static EvenColumn of(std::size_t rows, ValueOf value_of) {
        EvenColumn made;
        if (rows == 0)
            return made;
        made.of_all_ = value_of(std::size_t{0});
        for (std::size_t row = 1; row < rows; ++row) {
            const auto value = value_of(row);
            if (value == made.of_all_)
                continue;
            made.each_.resize(rows, made.of_all_);
            made.each_[row] = value;
            for (++row; row < rows; ++row)
                made.each_[row] = value_of(row);
        }
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
