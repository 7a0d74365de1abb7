#include "store/sqlite/log_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace store::sqlite {

using journal::Draft;
using journal::Entry;
using journal::Hash;
using journal::Receipt;

Result<std::unique_ptr<SqliteLog::Writer>> SqliteLog::Writer::create(
    Database database, journal::Signer signer, const base::Clock& clock,
    std::function<void(std::uint64_t)> on_size) {
    std::unique_ptr<Writer> writer{
        new Writer(std::move(database), std::move(signer), clock, std::move(on_size))};
    TRY(writer->prepare_statements());
    TRY(writer->catch_up());
    return writer;
}

Result<void> SqliteLog::Writer::prepare_statements() {
    // Room for the index pages that random request ids touch.
    TRY(database_.execute("PRAGMA cache_size = -16000"));
    begin_ = TRY(database_.prepare("BEGIN IMMEDIATE"));
    commit_ = TRY(database_.prepare("COMMIT"));
    rollback_ = TRY(database_.prepare("ROLLBACK"));
    TRY(requests_.prepare(database_));
    insert_entry_ =
        TRY(database_.prepare("INSERT INTO entry (seq, leaf_hash, bytes) VALUES (?, ?, ?)"));
    insert_vault_ = TRY(
        database_.prepare("INSERT INTO vault (commitment, seq, salt, text) VALUES (?, ?, ?, ?)"));
    insert_checkpoint_ = TRY(database_.prepare(
        "INSERT INTO checkpoint (size, root, frontier, note) VALUES (?, ?, ?, ?)"));
    find_entry_ = TRY(database_.prepare("SELECT leaf_hash, bytes FROM entry WHERE seq = ?"));
    find_checkpoint_ = TRY(database_.prepare(
        "SELECT size, root FROM checkpoint WHERE size > ? ORDER BY size LIMIT 1"));
    find_vault_ = TRY(database_.prepare("SELECT text FROM vault WHERE commitment = ?"));
    data_version_query_ = TRY(database_.prepare("PRAGMA data_version"));
    return {};
}

void SqliteLog::Writer::add(WriteRequest& request) {
    batch_.push_back(&request);
    if (failure_ || request.drafts.empty())
        return;
    const auto written = write_drafts(request);
    if (!written.ok())
        failure_ = written.error();
}

void SqliteLog::Writer::finish() {
    if (is_open_ && !failure_) {
        const auto committed = commit_transaction();
        if (!committed.ok())
            failure_ = committed.error();
    }
    if (failure_)
        roll_back(*failure_);
    run_jobs();
    batch_.clear();
    is_open_ = false;
    failure_.reset();
}

Result<void> SqliteLog::Writer::begin_transaction() {
    frontier_before_ = frontier_;
    last_recorded_before_ = last_recorded_at_;
    is_open_ = true;
    TRY(begin_.run());
    TRY(catch_up());
    batch_start_ = frontier_.size();
    return {};
}

// A request that is refused leaves the others of its batch alone; what SQLite fails at does not.
Result<void> SqliteLog::Writer::write_drafts(WriteRequest& request) {
    if (!is_open_)
        TRY(begin_transaction());
    auto appended = append_request(request);
    if (!appended.ok() && appended.error().code == ErrorCode::database_error)
        return appended;
    if (!appended.ok())
        request.error = appended.error();
    return {};
}

Result<void> SqliteLog::Writer::commit_transaction() {
    if (frontier_.size() == batch_start_)
        return rollback_.run();
    TRY(requests_.fill_table());
    TRY(sign_head());
    TRY(commit_.run());
    const Hash root = frontier_.root();
    for (const auto& request : batch_) {
        for (Receipt& receipt : request->receipts) {
            if (receipt.seq < batch_start_)
                continue;
            receipt.tree_size = frontier_.size();
            receipt.root = root;
        }
    }
    requests_.forget_filled();
    on_size_(frontier_.size());
    return {};
}

void SqliteLog::Writer::roll_back(const Error& error) {
    (void)rollback_.run().ok();
    frontier_ = frontier_before_;
    requests_.shrink(frontier_.size());
    last_recorded_at_ = last_recorded_before_;
    data_version_ = -1;  // what was learnt inside the transaction is forgotten with it
    for (const auto& request : batch_) {
        if (!request->error)
            request->error = error;
    }
}

// Jobs have transactions of their own, after the entries.
void SqliteLog::Writer::run_jobs() {
    for (const auto& request : batch_) {
        if (!request->job)
            continue;
        const auto worked = request->job(database_);
        if (!worked.ok())
            request->error = worked.error();
        else
            request->error.reset();
    }
}

// Another process may have appended since our last commit.
Result<void> SqliteLog::Writer::catch_up() {
    if (!TRY(data_version_query_.step()))
        return Error{ErrorCode::internal, "PRAGMA data_version gave nothing", ""};
    const auto version = data_version_query_.integer(0);
    data_version_query_.reset();
    if (version == data_version_)
        return {};
    Head head = TRY(read_head(database_));
    if (head.size < frontier_.size())
        return Error{
            ErrorCode::checkpoint_does_not_hold,
            fmt::format("the store has shrunk from {} entries to {}", frontier_.size(), head.size),
            ""};
    frontier_ = std::move(head.frontier);
    if (frontier_.size() > 0) {
        auto last = TRY(database_.prepare("SELECT bytes FROM entry WHERE seq = ?"));
        last.bind(1, frontier_.size() - 1);
        const bool found = TRY(last.step());
        const auto entry = found ? journal::EntryView::scan(last.blob(0)) : std::nullopt;
        if (!entry)
            return Error{ErrorCode::entry_does_not_hold, "the last entry is missing or broken",
                         fmt::format("entry {}", frontier_.size() - 1)};
        last_recorded_at_ = entry->recorded_instant();
    }
    TRY(requests_.catch_up(frontier_.size()));
    data_version_ = version;
    return {};
}

// One draft is checked before anything is written; several need a way back.
Result<void> SqliteLog::Writer::append_request(WriteRequest& request) {
    request_start_ = frontier_.size();
    request.receipts.reserve(request.drafts.size());
    if (request.drafts.size() == 1)
        return append_drafts(request);
    const journal::Frontier before = frontier_;
    TRY(database_.execute("SAVEPOINT request"));
    auto appended = append_drafts(request);
    if (!appended.ok()) {
        TRY(database_.execute("ROLLBACK TO request"));
        frontier_ = before;
        requests_.shrink(before.size());
        request.receipts.clear();
    }
    TRY(database_.execute("RELEASE request"));
    return appended;
}

Result<void> SqliteLog::Writer::append_drafts(WriteRequest& request) {
    for (std::size_t i = 0; i < request.drafts.size(); ++i)
        request.receipts.push_back(TRY(append_one(request.drafts[i], request.prepared[i])));
    return {};
}

Result<Receipt> SqliteLog::Writer::append_one(const Draft& draft,
                                              const journal::PreparedEntry& prepared) {
    if (auto first = TRY(first_receipt(draft)))
        return *first;
    TRY(check_expectation(draft));
    TRY(check_vault(draft));
    Receipt receipt;
    receipt.seq = frontier_.size();
    receipt.recorded_at = std::max(clock_.now(), last_recorded_at_);
    const auto sealed = prepared.seal(receipt.seq, receipt.recorded_at);
    receipt.leaf_hash = sealed.leaf_hash;
    TRY(insert(sealed.bytes, receipt.leaf_hash));
    TRY(insert_vault(draft, receipt.seq));
    frontier_.append(receipt.leaf_hash);
    requests_.add(draft.request_id, draft.subject);
    last_recorded_at_ = receipt.recorded_at;
    return receipt;
}

Result<void> SqliteLog::Writer::insert(std::string_view bytes, const Hash& leaf) {
    insert_entry_.bind(1, frontier_.size());
    insert_entry_.bind_blob(2, leaf);
    insert_entry_.bind_blob(3, bytes);
    return insert_entry_.run();
}

Result<void> SqliteLog::Writer::check_vault(const Draft& draft) {
    for (const auto& item : draft.vault) {
        const Hash commitment = journal::commit(item);
        find_vault_.bind_blob(1, commitment);
        const bool exists = TRY(find_vault_.step());
        find_vault_.reset();
        if (exists)
            return Error{ErrorCode::invalid_entry, "the commitment exists; a salt is used once",
                         "vault"};
    }
    return {};
}

Result<void> SqliteLog::Writer::insert_vault(const Draft& draft, std::uint64_t seq) {
    for (const auto& item : draft.vault) {
        const Hash commitment = journal::commit(item);
        insert_vault_.bind_blob(1, commitment);
        insert_vault_.bind(2, seq);
        insert_vault_.bind_blob(3, std::string_view{item.salt});
        insert_vault_.bind(4, std::string_view{item.text});
        TRY(insert_vault_.run());
    }
    return {};
}

Result<std::optional<Receipt>> SqliteLog::Writer::first_receipt(const Draft& draft) {
    const auto seq = TRY(requests_.find(draft.request_id));
    if (!seq)
        return std::optional<Receipt>{};
    Receipt receipt;
    receipt.repeated = true;
    find_entry_.bind(1, *seq);
    const bool found = TRY(find_entry_.step());
    auto leaf = hash_of(found ? find_entry_.blob(0) : "");
    auto entry = journal::decode(found ? find_entry_.blob(1) : "");
    find_entry_.reset();
    receipt.leaf_hash = TRY(std::move(leaf));
    const Entry first = TRY(std::move(entry));
    if (!TRY(matches_vault(draft, first)))
        return Error{
            ErrorCode::request_conflict,
            fmt::format("the request was made before, with other content, as entry {}", first.seq),
            draft.request_id};
    receipt.seq = first.seq;
    receipt.recorded_at = first.recorded_at;
    if (first.seq < batch_start_) {
        find_checkpoint_.bind(1, first.seq);
        if (TRY(find_checkpoint_.step())) {
            receipt.tree_size = find_checkpoint_.unsigned_integer(0);
            const auto root = hash_of(find_checkpoint_.blob(1));
            receipt.root = root.ok() ? root.value() : Hash{};
        }
        find_checkpoint_.reset();
    }
    return std::optional{receipt};
}

Result<bool> SqliteLog::Writer::matches_vault(const Draft& draft, const Entry& first) {
    std::optional<Error> broken;
    const bool same = same_request(draft, first, [&](const Hash& stored, const auto& item) {
        find_vault_.bind_blob(1, stored);
        const auto found = find_vault_.step();
        bool equal = false;
        if (!found.ok())
            broken = found.error();
        else if (found.value())
            equal = find_vault_.is_null(0) || find_vault_.text(0) == item.text;
        find_vault_.reset();
        return equal;
    });
    if (broken)
        return *broken;
    return same;
}

// An expectation is about the log before the request, so that its own drafts do not contradict it.
Result<void> SqliteLog::Writer::check_expectation(const Draft& draft) {
    if (!draft.expects)
        return {};
    const auto& [head, subjects] = *draft.expects;
    const auto conflict = [&](std::uint64_t seq, std::string_view subject) {
        return Error{
            ErrorCode::conflict,
            fmt::format("entry {} changed it after the head {} that was expected", seq, head),
            std::string{subject}};
    };
    if (head > request_start_)
        return Error{ErrorCode::conflict,
                     fmt::format("expected a head of {}, found {} entries", head, request_start_),
                     ""};
    if (subjects.empty() && head < request_start_)
        return conflict(head, "");
    for (const auto& subject : subjects) {
        if (const auto seq = TRY(requests_.find_subject(subject, head, request_start_)))
            return conflict(*seq, subject);
    }
    return {};
}

Result<void> SqliteLog::Writer::sign_head() {
    const Hash root = frontier_.root();
    const auto note = signer_.sign(
        journal::Checkpoint{signer_.verifier().name(), frontier_.size(), root, {}}.text());
    std::string hashes;
    for (const Hash& hash : frontier_.hashes())
        hashes += journal::as_text(hash);
    insert_checkpoint_.bind(1, frontier_.size());
    insert_checkpoint_.bind_blob(2, root);
    insert_checkpoint_.bind_blob(3, std::string_view{hashes});
    insert_checkpoint_.bind(4, std::string_view{note});
    return insert_checkpoint_.run();
}

}  // namespace store::sqlite
