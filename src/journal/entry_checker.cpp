#include "journal/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace journal {
namespace {

Error broken(std::uint64_t seq, std::string message) {
    return Error{ErrorCode::entry_does_not_hold, std::move(message), fmt::format("entry {}", seq)};
}

constexpr std::size_t batch_bytes = std::size_t{1} << 18;
constexpr std::size_t batches_max = 8;

}  // namespace

struct EntryChecker::Requests {
    std::unordered_set<std::string> ids;
};

// Copies of entries travel to the hashing thread in batches, since they live only during `add`.
struct EntryChecker::Hashing {
    struct Batch {
        std::string bytes;
        std::vector<std::size_t> ends;
    };

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Batch> waiting;
    bool is_idle = true;
    bool is_closing = false;
    Batch filling;
    Tree tree;
    std::jthread thread;  // begun with the first full batch: a small journal needs none

    void run() {
        std::unique_lock lock{mutex};
        for (;;) {
            changed.wait(lock, [this] { return is_closing || !waiting.empty(); });
            if (waiting.empty())
                return;
            const Batch batch = std::move(waiting.front());
            waiting.pop_front();
            is_idle = false;
            lock.unlock();
            hash(batch);
            lock.lock();
            is_idle = true;
            changed.notify_all();
        }
    }

    void hash(const Batch& batch) {
        std::size_t begin = 0;
        for (const std::size_t end : batch.ends) {
            tree.append(leaf_hash(std::string_view{batch.bytes}.substr(begin, end - begin)));
            begin = end;
        }
    }

    void add(std::string_view bytes) {
        filling.bytes += bytes;
        filling.ends.push_back(filling.bytes.size());
        if (filling.bytes.size() >= batch_bytes)
            send();
    }

    void send() {
        if (!thread.joinable())
            thread = std::jthread{[this] { run(); }};
        std::unique_lock lock{mutex};
        changed.wait(lock, [this] { return waiting.size() < batches_max; });
        waiting.push_back(std::move(filling));
        filling = {};
        filling.bytes.reserve(batch_bytes + entry_bytes_max);
        changed.notify_all();
    }

    void finish() {
        {
            std::unique_lock lock{mutex};
            changed.wait(lock, [this] { return waiting.empty() && is_idle; });
        }
        hash(filling);
        filling = {};
    }

    ~Hashing() {
        {
            const std::scoped_lock lock{mutex};
            is_closing = true;
        }
        changed.notify_all();
    }
};

EntryChecker::EntryChecker()
    : request_ids_(std::make_unique<Requests>()), hashing_(std::make_unique<Hashing>()) {}

EntryChecker::~EntryChecker() = default;

Result<void> EntryChecker::add(std::string_view bytes) {
    if (bytes.size() > entry_bytes_max)
        return broken(size_, fmt::format("expected at most {} bytes, found {}", entry_bytes_max,
                                         bytes.size()));
    if (const auto at = first_uncanonical_byte(bytes))
        return broken(size_,
                      fmt::format("expected canonical JSON, found another form at byte {}", *at));
    const auto entry = EntryView::scan(bytes);
    if (!entry) {
        // The slow reader knows whether a newer program wrote it.
        auto reason = decode(bytes);
        auto error = reason.ok() ? broken(size_, "expected the members of an entry")
                                 : std::move(reason).error();
        return broken(size_, std::move(error.message));
    }
    if (auto held = check_envelope(*entry); !held.ok())
        return broken(size_, fmt::format("{}: {}", held.error().where, held.error().message));
    if (entry->seq != size_)
        return broken(size_, fmt::format("expected seq {}, found {}", size_, entry->seq));
    if (entry->recorded_at < last_recorded_at_)
        return broken(size_, fmt::format("recorded_at goes back from {} to {}", last_recorded_at_,
                                         entry->recorded_at));
    if (!request_ids_->ids.emplace(entry->request_id).second)
        return broken(size_, fmt::format("the request_id {} was used before", entry->request_id));
    last_recorded_at_ = entry->recorded_at;
    entry->attachments.for_each_item([&](const JsonView& item) {
        attachments_.emplace_back(parse_hex(item.raw()).value(), size_);
    });
    hashing_->add(bytes);
    ++size_;
    return {};
}

const Tree& EntryChecker::tree() {
    hashing_->finish();
    return hashing_->tree;
}

std::vector<std::pair<Hash, std::uint64_t>> EntryChecker::attachments() {
    std::ranges::sort(attachments_);
    const auto same_hash = [](const auto& a, const auto& b) { return a.first == b.first; };
    const auto rest = std::ranges::unique(attachments_, same_hash);
    attachments_.erase(rest.begin(), rest.end());
    return attachments_;
}

}  // namespace journal
