#include "dissemination/row_set.h"

#include <algorithm>
#include <numeric>

namespace dissemination {

void RowSet::cut(std::size_t begin, std::size_t count) {
    begin = std::min(begin, size());
    count = std::min(count, size() - begin);
    if (!is_listed_) {
        begin_ += begin;
        end_ = begin_ + count;
        return;
    }
    listed_.erase(listed_.begin(), listed_.begin() + static_cast<std::ptrdiff_t>(begin));
    listed_.resize(count);
}

std::vector<std::uint32_t>& RowSet::list_anew() {
    is_listed_ = true;
    listed_.clear();
    return listed_;
}

std::vector<std::uint32_t>& RowSet::list() {
    if (!is_listed_) {
        listed_.resize(end_ - begin_);
        std::iota(listed_.begin(), listed_.end(), static_cast<std::uint32_t>(begin_));
        is_listed_ = true;
    }
    return listed_;
}

}  // namespace dissemination
