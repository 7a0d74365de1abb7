#include "state/state.h"

#include <algorithm>

namespace state {
namespace {

constexpr std::size_t standings_max = 16;

}  // namespace

Result<void> State::fold_council(std::uint64_t seq, const journal::EntryView& entry) {
    auto event = TRY(council::event_of(seq, entry));
    if (event)
        council_events_.emplace_back(std::move(*event));
    return {};
}

std::shared_ptr<const council::Standing> State::council(
    const Known& known, const std::shared_ptr<const plan::Plan>& plan) const {
    std::vector<const council::Event*> events;
    std::size_t recorded = 0;
    base::Day latest = base::Day::min();
    for (; recorded < council_events_.size(); ++recorded) {
        const auto& event = council_events_[recorded];
        if (event.seq >= known.seq)
            break;
        latest = std::max(latest, event.effective_on);
        if (event.effective_on <= known.as_of)
            events.push_back(&event);
    }
    // After the latest of them every day is the same.
    const base::Day as_of = std::min(known.as_of, latest);
    const auto kept = standings_.load();
    for (const auto& stood : *kept) {
        if (stood->recorded == recorded && stood->as_of == as_of && stood->plan == plan)
            return stood->standing;
    }
    auto standing = std::make_shared<const council::Standing>(council::fold(plan->council, events));
    auto renewed = std::make_shared<Standings>();
    renewed->push_back(std::make_shared<const Stood>(Stood{recorded, as_of, plan, standing}));
    for (const auto& stood : *kept) {
        if (renewed->size() < standings_max)
            renewed->push_back(stood);
    }
    standings_.store(std::move(renewed));
    return standing;
}

}  // namespace state
