#include "dissemination/row_cache.h"

#include "dissemination/cube.h"

namespace dissemination {

namespace {

// A series costs as much as some rows, however few it has.
std::size_t cost_of(const CubeRows& rows) {
    return rows.size() + 8;
}

}  // namespace

std::size_t RowCache::rows() const {
    const std::lock_guard lock{mutex_};
    return rows_;
}

std::size_t RowCache::add_slots(std::size_t count) {
    const std::lock_guard lock{mutex_};
    const auto first = slots_.size();
    slots_.resize(first + count);
    return first;
}

std::shared_ptr<const CubeRows> RowCache::find(std::size_t slot) const {
    const std::lock_guard lock{mutex_};
    slots_[slot].was_asked = true;
    return slots_[slot].rows;
}

void RowCache::keep(std::size_t slot, std::shared_ptr<const CubeRows> rows) {
    const std::lock_guard lock{mutex_};
    auto& kept = slots_[slot];
    if (kept.rows != nullptr)
        rows_ -= cost_of(*kept.rows);
    kept.rows = std::move(rows);
    kept.was_asked = true;
    rows_ += cost_of(*kept.rows);
    make_room();
}

// The hand goes round: what was asked for since it came by last stays for another round.
void RowCache::make_room() {
    while (rows_ > rows_max_) {
        auto& slot = slots_[hand_];
        hand_ = (hand_ + 1) % slots_.size();
        if (slot.rows == nullptr)
            continue;
        if (slot.was_asked) {
            slot.was_asked = false;
            continue;
        }
        rows_ -= cost_of(*slot.rows);
        slot.rows.reset();
    }
}

}  // namespace dissemination
