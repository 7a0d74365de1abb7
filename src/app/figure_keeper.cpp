#include "app/figure_keeper.h"

#include <utility>

namespace app {

using Parts = FigureKeeper::Parts;

Result<Parts> Parts::begin(journal::ObjectStore& objects, bool is_message,
                           const UnfinishedLoad* unfinished) {
    Parts parts;
    if (!is_message) {
        parts.table = TRY(objects.begin());
        return parts;
    }
    parts.message = TRY(objects.begin());
    parts.table =
        TRY(unfinished == nullptr ? objects.begin() : objects.go_on({.path = unfinished->table()}));
    return parts;
}

FigureKeeper::FigureKeeper(Parts parts, UnfinishedLoad* unfinished, LoadTerms terms)
    : parts_(std::move(parts)),
      unfinished_(unfinished),
      terms_(std::move(terms)),
      done_(std::async(std::launch::async, [this] {
          auto kept = run();
          given_.leave();
          return kept;
      })) {}

Result<FigureKeeper::Kept> FigureKeeper::finish() {
    given_.end();
    TRY(done_.get());
    if (checkpoint_.valid())
        checkpoint_.wait();
    Kept kept;
    kept.table = TRY(parts_.table->finish());
    if (parts_.message)
        kept.message = TRY(parts_.message->finish());
    kept.root = parts_.root.finish();
    return kept;
}

Result<void> FigureKeeper::run() {
    while (const auto given = given_.take())
        TRY(std::visit([this](const auto& one) { return keep(one); }, *given));
    return {};
}

Result<void> FigureKeeper::keep(const OfTable& given) {
    TRY(parts_.table->add(*given.piece));
    parts_.root.add(*given.piece);
    parts_.table_bytes += given.piece->size();
    parts_.next = given.next;
    return {};
}

Result<void> FigureKeeper::keep(const OfMessage& given) {
    parts_.message_bytes += given.piece->size();
    return parts_.message->add(*given.piece);
}

// What the stage has read was given before it says so, and is kept by now. A message that cannot be
// gone on with here has no checkpoint.
Result<void> FigureKeeper::keep(const Here&) {
    next_.reset();
    if (unfinished_ == nullptr || (parts_.message && !parts_.next))
        return {};
    auto& made = next_.emplace();
    made.terms = terms_;
    made.table = {parts_.table_bytes, parts_.table->so_far()};
    made.leaves = parts_.root.leaves();
    if (parts_.message)
        made.message.emplace(LoadCheckpoint::Message{
            {parts_.message_bytes, parts_.message->so_far()}, *parts_.next});
    return {};
}

// The load goes on without checkpoints that cannot be kept, and without those that come while
// another is on its way to the disk.
Result<void> FigureKeeper::keep(const statistics::StagePoint& point) {
    using namespace std::chrono_literals;
    if (checkpoint_.valid()) {
        if (checkpoint_.wait_for(0s) != std::future_status::ready)
            return {};
        if (!checkpoint_.get().ok())
            unfinished_ = nullptr;
    }
    if (unfinished_ == nullptr || !next_)
        return {};
    next_->stage = point;
    if (!next_->can_be_gone_on_with())
        return {};
    checkpoint_ =
        std::async(std::launch::async,
                   [table = parts_.message ? parts_.table.get() : nullptr, unfinished = unfinished_,
                    checkpoint = *std::exchange(next_, std::nullopt)]() mutable -> Result<void> {
                       if (table != nullptr)
                           TRY(table->sync());
                       return unfinished->keep(std::move(checkpoint));
                   });
    return {};
}

}  // namespace app
