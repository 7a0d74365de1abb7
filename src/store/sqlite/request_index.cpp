#include "store/sqlite/request_index.h"

#include "journal/entry_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace store::sqlite {
namespace {

// In order of the identifiers such a filling touches each page of the table about once.
constexpr std::size_t recent_max = 4096;

}  // namespace

std::int64_t request_key(std::string_view request) {
    const journal::Hash hash = journal::sha256(request);
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < sizeof key; ++i)
        key = key << 8 | hash[i];
    return static_cast<std::int64_t>(key);
}

Result<void> RequestIndex::prepare(Database& database) {
    database_ = &database;
    find_ = TRY(database.prepare("SELECT seq FROM request WHERE key = ?"));
    insert_ = TRY(database.prepare("INSERT INTO request (key, seq) VALUES (?, ?)"));
    read_indexed_ = TRY(database.prepare("SELECT value FROM meta WHERE name = 'requests_indexed'"));
    write_indexed_ =
        TRY(database.prepare("UPDATE meta SET value = ? WHERE name = 'requests_indexed'"));
    read_entry_ = TRY(database.prepare("SELECT bytes FROM entry WHERE seq = ?"));
    read_entries_ = TRY(
        database.prepare("SELECT seq, bytes FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq"));
    return {};
}

Result<std::uint64_t> RequestIndex::read_indexed() {
    std::uint64_t indexed = 0;
    if (TRY(read_indexed_.step())) {
        const auto text = read_indexed_.text(0);
        std::from_chars(text.data(), text.data() + text.size(), indexed);
    }
    read_indexed_.reset();
    return indexed;
}

Result<void> RequestIndex::catch_up(std::uint64_t size) {
    const std::uint64_t indexed = TRY(read_indexed());
    if (indexed != indexed_) {
        indexed_ = indexed;
        recent_.clear();
        by_key_.clear();
    }
    if (end() > size)
        shrink(size);
    return read_recent(end(), size);
}

Result<void> RequestIndex::read_recent(std::uint64_t from, std::uint64_t size) {
    read_entries_.bind(1, from).bind(2, size);
    while (TRY(read_entries_.step())) {
        const auto entry = journal::EntryView::scan(read_entries_.blob(1));
        if (!entry || entry->seq != end())
            return Error{ErrorCode::entry_does_not_hold, "an entry is missing or broken",
                         fmt::format("entry {}", end())};
        add(entry->request_id, entry->subject);
    }
    read_entries_.reset();
    return {};
}

Result<std::optional<std::uint64_t>> RequestIndex::find(std::string_view request) {
    const std::int64_t key = request_key(request);
    const auto [first, last] = by_key_.equal_range(key);
    for (auto at = first; at != last; ++at) {
        if (recent_[at->second - indexed_].request == request)
            return std::optional{at->second};
    }
    return find_in_table(request, key);
}

Result<std::optional<std::uint64_t>> RequestIndex::find_in_table(std::string_view request,
                                                                 std::int64_t key) {
    std::optional<std::uint64_t> seq;
    find_.bind(1, key);
    while (!seq && TRY(find_.step())) {
        read_entry_.bind(1, find_.unsigned_integer(0));
        const bool found = TRY(read_entry_.step());
        const auto entry = found ? journal::EntryView::scan(read_entry_.blob(0)) : std::nullopt;
        if (entry && entry->request_id == request)
            seq = entry->seq;
        read_entry_.reset();
    }
    find_.reset();
    return seq;
}

Result<std::optional<std::uint64_t>> RequestIndex::find_subject(std::string_view subject,
                                                                std::uint64_t from,
                                                                std::uint64_t to) {
    // A writer has mostly seen all but the newest entries; for one that slept longer they are read.
    std::optional<std::uint64_t> found;
    read_entries_.bind(1, from).bind(2, std::min(to, indexed_));
    while (from < indexed_ && !found && TRY(read_entries_.step())) {
        const auto entry = journal::EntryView::scan(read_entries_.blob(1));
        if (entry && entry->subject == subject)
            found = entry->seq;
    }
    read_entries_.reset();
    for (std::uint64_t seq = std::max(from, indexed_); !found && seq < std::min(to, end()); ++seq) {
        if (recent_[seq - indexed_].subject == subject)
            found = seq;
    }
    return found;
}

void RequestIndex::add(std::string_view request, std::string_view subject) {
    const std::int64_t key = request_key(request);
    by_key_.emplace(key, end());
    recent_.push_back({std::string{request}, std::string{subject}, key});
}

void RequestIndex::shrink(std::uint64_t size) {
    is_filled_ = false;
    while (!recent_.empty() && end() > size) {
        const auto [first, last] = by_key_.equal_range(recent_.back().key);
        by_key_.erase(std::find_if(first, last, [this](const auto& item) {
            return item.second == indexed_ + recent_.size() - 1;
        }));
        recent_.pop_back();
    }
}

Result<void> RequestIndex::fill_table() {
    if (recent_.size() < recent_max)
        return {};
    std::vector<std::pair<std::int64_t, std::uint64_t>> rows{by_key_.begin(), by_key_.end()};
    std::ranges::sort(rows);
    for (const auto& [key, seq] : rows) {
        insert_.bind(1, key).bind(2, seq);
        TRY(insert_.run());
    }
    const auto value = fmt::format("{}", end());
    write_indexed_.bind(1, std::string_view{value});
    TRY(write_indexed_.run());
    is_filled_ = true;
    return {};
}

void RequestIndex::forget_filled() {
    if (!is_filled_)
        return;
    indexed_ = end();
    recent_.clear();
    by_key_.clear();
    is_filled_ = false;
}

}  // namespace store::sqlite
