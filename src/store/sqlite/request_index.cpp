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

Result<void> RequestIndex::prepare(Database& database) {
    database_ = &database;
    find_ = TRY(database.prepare("SELECT seq FROM request WHERE request_id = ?"));
    insert_ = TRY(database.prepare("INSERT INTO request (request_id, seq) VALUES (?, ?)"));
    read_indexed_ = TRY(database.prepare("SELECT value FROM meta WHERE name = 'requests_indexed'"));
    write_indexed_ =
        TRY(database.prepare("UPDATE meta SET value = ? WHERE name = 'requests_indexed'"));
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
        by_request_.clear();
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
    if (const auto at = by_request_.find(std::string{request}); at != by_request_.end())
        return std::optional{at->second};
    find_.bind(1, request);
    std::optional<std::uint64_t> seq;
    if (TRY(find_.step()))
        seq = find_.unsigned_integer(0);
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
    by_request_.emplace(request, end());
    recent_.push_back({std::string{request}, std::string{subject}});
}

void RequestIndex::shrink(std::uint64_t size) {
    is_filled_ = false;
    while (!recent_.empty() && end() > size) {
        by_request_.erase(recent_.back().request);
        recent_.pop_back();
    }
}

Result<void> RequestIndex::fill_table() {
    if (recent_.size() < recent_max)
        return {};
    std::vector<std::pair<std::string_view, std::uint64_t>> rows;
    rows.reserve(recent_.size());
    for (std::size_t i = 0; i < recent_.size(); ++i)
        rows.emplace_back(recent_[i].request, indexed_ + i);
    std::ranges::sort(rows);
    for (const auto& [request, seq] : rows) {
        insert_.bind(1, request).bind(2, seq);
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
    by_request_.clear();
    is_filled_ = false;
}

}  // namespace store::sqlite
