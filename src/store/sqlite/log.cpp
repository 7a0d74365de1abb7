#include "store/sqlite/log.h"

#include "store/sqlite/log_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace store::sqlite {

using journal::Draft;
using journal::Hash;
using journal::Receipt;
using journal::VaultItem;

Result<Hash> hash_of(std::string_view blob) {
    Hash hash{};
    if (blob.size() != hash.size())
        return Error{ErrorCode::database_error,
                     fmt::format("expected a hash of 32 bytes, found {}", blob.size()), ""};
    std::copy(blob.begin(), blob.end(), hash.begin());
    return hash;
}

Result<Head> read_head(Database& database) {
    auto query = TRY(
        database.prepare("SELECT size, frontier, note FROM checkpoint ORDER BY size DESC LIMIT 1"));
    if (!TRY(query.step()))
        return Error{ErrorCode::not_a_store, "expected a checkpoint in the store, found none", ""};
    Head head;
    head.size = query.unsigned_integer(0);
    const auto blob = query.blob(1);
    std::vector<Hash> hashes;
    for (std::size_t at = 0; at < blob.size(); at += sizeof(Hash))
        hashes.push_back(TRY(hash_of(blob.substr(at, sizeof(Hash)))));
    auto frontier = journal::Frontier::create(head.size, std::move(hashes));
    if (!frontier.ok())
        return Error{ErrorCode::checkpoint_does_not_hold, frontier.error().message,
                     fmt::format("checkpoint {}", head.size)};
    head.frontier = std::move(frontier).value();
    head.note = query.text(2);
    return head;
}

SqliteLog::SqliteLog(Parts parts)
    : clock_(parts.clock), objects_(parts.objects), readers_(parts.path, parts.vfs) {}

SqliteLog::~SqliteLog() {
    group_.reset();
    refresh_reader_.reset();
    readers_.clear();
}

Result<std::unique_ptr<SqliteLog>> SqliteLog::open(Parts parts) {
    auto writer = std::move(parts.writer);
    auto signer = std::move(parts.signer);
    std::unique_ptr<SqliteLog> log{new SqliteLog(std::move(parts))};
    {
        auto reader = TRY(log->readers_.borrow());
        auto query = TRY(reader->prepare("SELECT value FROM meta WHERE name = 'vkey'"));
        if (!TRY(query.step()))
            return Error{ErrorCode::not_a_store, "the store names no verifier key", ""};
        log->vkey_ = query.text(0);
        const Head head = TRY(read_head(*reader));
        const auto verifier = TRY(journal::Verifier::parse(log->vkey_));
        const auto checkpoint = TRY(open_checkpoint(head.note, verifier));
        if (checkpoint.size != head.size || checkpoint.root != head.frontier.root())
            return Error{ErrorCode::checkpoint_does_not_hold,
                         "the last checkpoint does not describe the tree beside it",
                         fmt::format("checkpoint {}", head.size)};
        const auto last = TRY(reader->query_integer("SELECT coalesce(max(seq), -1) FROM entry"));
        if (last + 1 != static_cast<std::int64_t>(head.size))
            return Error{ErrorCode::checkpoint_does_not_hold,
                         fmt::format("the last checkpoint is over {} entries, found {}", head.size,
                                     last + 1),
                         fmt::format("checkpoint {}", head.size)};
        log->size_ = head.size;
    }
    if (writer && signer) {
        if (signer->verifier().vkey() != log->vkey_)
            return Error{ErrorCode::invalid_key,
                         fmt::format("expected the signing key of {}, found that of {}", log->vkey_,
                                     signer->verifier().vkey()),
                         ""};
        log->writer_ = TRY(Writer::create(std::move(*writer), std::move(*signer), *log->clock_,
                                          [raw = log.get()](auto size) { raw->raise_size(size); }));
        log->group_ = std::make_unique<GroupCommit>(*log->writer_);
    }
    return log;
}

void SqliteLog::raise_size(std::uint64_t size) {
    auto known = size_.load();
    while (known < size && !size_.compare_exchange_weak(known, size)) {
    }
}

Result<std::vector<Receipt>> SqliteLog::submit(WriteRequest& request) {
    if (group_ == nullptr)
        return Error{ErrorCode::no_signing_key,
                     "the store was opened without its signing key, so it can only be read", ""};
    group_->submit(request);
    if (request.error)
        return std::move(*request.error);
    return std::move(request.receipts);
}

Result<Receipt> SqliteLog::append(Draft draft) {
    return TRY(append_drafts({&draft, 1})).front();
}

Result<std::vector<Receipt>> SqliteLog::append_all(std::vector<Draft> drafts) {
    if (drafts.empty())
        return std::vector<Receipt>{};
    return append_drafts(drafts);
}

// Everything that needs no lock is done here, in the caller's thread.
Result<std::vector<Receipt>> SqliteLog::append_drafts(std::span<const Draft> drafts) {
    WriteRequest request;
    request.drafts = drafts;
    request.prepared.reserve(drafts.size());
    for (const auto& draft : drafts) {
        request.prepared.push_back(TRY(journal::PreparedEntry::create(draft)));
        for (const Hash& hash : draft.attachments) {
            if (objects_ != nullptr && !objects_->contains(hash))
                return Error{ErrorCode::missing_object, "the attachment is not in the object store",
                             journal::to_hex(hash)};
        }
    }
    return submit(request);
}

Result<journal::Entry> SqliteLog::read(std::uint64_t seq) const {
    if (seq >= size())
        return Error{ErrorCode::not_found,
                     fmt::format("expected an entry below {}, found {}", size(), seq), ""};
    auto reader = TRY(readers_.borrow());
    auto query = TRY(reader->prepare("SELECT bytes FROM entry WHERE seq = ?"));
    query.bind(1, seq);
    if (!TRY(query.step()))
        return Error{ErrorCode::entry_does_not_hold, "the entry is missing",
                     fmt::format("entry {}", seq)};
    return journal::decode(query.blob(0));
}

Result<void> SqliteLog::scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const {
    auto reader = TRY(readers_.borrow());
    auto query = TRY(
        reader->prepare("SELECT seq, bytes FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq"));
    query.bind(1, std::min(from, size()));
    query.bind(2, std::min(to, size()));
    while (TRY(query.step()))
        TRY(visit(query.unsigned_integer(0), query.blob(1)));
    return {};
}

Result<void> SqliteLog::scan_rows(
    const std::function<Result<void>(std::uint64_t, std::string_view, std::string_view)>& visit)
    const {
    auto reader = TRY(readers_.borrow());
    auto query =
        TRY(reader->prepare("SELECT seq, leaf_hash, bytes FROM entry WHERE seq < ?"
                            " ORDER BY seq"));
    query.bind(1, size());
    while (TRY(query.step()))
        TRY(visit(query.unsigned_integer(0), query.blob(1), query.blob(2)));
    return {};
}

Result<std::uint64_t> SqliteLog::scan_requests(
    const std::function<void(std::int64_t, std::uint64_t)>& visit) const {
    // Both in one statement, so in one snapshot, also while another process fills the table.
    auto reader = TRY(readers_.borrow());
    auto query = TRY(reader->prepare(
        "SELECT NULL, CAST(value AS INTEGER) FROM meta WHERE name = 'requests_indexed'"
        " UNION ALL SELECT key, seq FROM request"));
    std::uint64_t indexed = 0;
    while (TRY(query.step())) {
        if (query.is_null(0))
            indexed = query.unsigned_integer(1);
        else
            visit(query.integer(0), query.unsigned_integer(1));
    }
    return indexed;
}

Result<std::uint64_t> SqliteLog::refresh() {
    const std::scoped_lock lock{refresh_mutex_};
    if (!refresh_reader_)
        refresh_reader_ = TRY(readers_.open());
    const auto version = TRY(refresh_reader_->query_integer("PRAGMA data_version"));
    if (version != data_version_) {
        const auto size = TRY(refresh_reader_->query_integer("SELECT max(size) FROM checkpoint"));
        raise_size(static_cast<std::uint64_t>(size));
        data_version_ = version;
    }
    return size();
}

Result<std::string> SqliteLog::checkpoint() const {
    auto reader = TRY(readers_.borrow());
    return TRY(read_head(*reader)).note;
}

Result<void> SqliteLog::scan_checkpoints(
    const std::function<Result<void>(std::uint64_t, std::string_view)>& visit) const {
    auto reader = TRY(readers_.borrow());
    auto query = TRY(reader->prepare("SELECT size, note FROM checkpoint ORDER BY size"));
    while (TRY(query.step()))
        TRY(visit(query.unsigned_integer(0), query.text(1)));
    return {};
}

// Proofs are rare, so the hashes are read when the first one is asked for.
Result<void> SqliteLog::load_tree(std::uint64_t size) const {
    if (tree_.size() >= size)
        return {};
    auto reader = TRY(readers_.borrow());
    auto query =
        TRY(reader->prepare("SELECT leaf_hash FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq"));
    query.bind(1, tree_.size());
    query.bind(2, std::min(size, this->size()));
    while (TRY(query.step()))
        tree_.append(TRY(hash_of(query.blob(0))));
    return {};
}

Result<journal::Proof> SqliteLog::inclusion(std::uint64_t seq, std::uint64_t size) const {
    const std::scoped_lock lock{tree_mutex_};
    TRY(load_tree(size));
    return tree_.inclusion(seq, size);
}

Result<journal::Proof> SqliteLog::consistency(std::uint64_t a, std::uint64_t b) const {
    const std::scoped_lock lock{tree_mutex_};
    TRY(load_tree(b));
    return tree_.consistency(a, b);
}

Result<VaultItem> SqliteLog::read_vault(const Hash& commitment) const {
    auto reader = TRY(readers_.borrow());
    auto query = TRY(reader->prepare("SELECT salt, text FROM vault WHERE commitment = ?"));
    query.bind_blob(1, commitment);
    if (!TRY(query.step()))
        return Error{ErrorCode::not_found, "no text stands under this commitment",
                     journal::to_hex(commitment)};
    if (query.is_null(1))
        return Error{ErrorCode::vault_erased, "the text was erased", journal::to_hex(commitment)};
    return VaultItem{std::string{query.blob(0)}, std::string{query.text(1)}};
}

Result<void> SqliteLog::erase_vault(const Hash& commitment) {
    WriteRequest request;
    const auto now = base::to_string(clock_->now());
    request.job = [commitment, now](Database& database) -> Result<void> {
        auto transaction = TRY(Transaction::begin(database));
        auto find = TRY(database.prepare("SELECT 1 FROM vault WHERE commitment = ?"));
        find.bind_blob(1, commitment);
        if (!TRY(find.step()))
            return Error{ErrorCode::not_found, "no text stands under this commitment",
                         journal::to_hex(commitment)};
        find.reset();
        auto erase =
            TRY(database.prepare("UPDATE vault SET salt = NULL, text = NULL, erased_at = ?"
                                 " WHERE commitment = ? AND erased_at IS NULL"));
        erase.bind(1, std::string_view{now}).bind_blob(2, commitment);
        TRY(erase.run());
        TRY(transaction.commit());
        // The write-ahead log still holds the page with the text; where a reader prevents that it
        // is emptied now, a later checkpoint overwrites it.
        (void)database.execute("PRAGMA wal_checkpoint(TRUNCATE)").ok();
        return {};
    };
    TRY(submit(request));
    return {};
}

Result<void> SqliteLog::scan_vault(
    const std::function<Result<void>(const Hash&, std::uint64_t, const VaultItem*)>& visit) const {
    auto reader = TRY(readers_.borrow());
    auto query = TRY(reader->prepare("SELECT commitment, seq, salt, text FROM vault"));
    while (TRY(query.step())) {
        const Hash commitment = TRY(hash_of(query.blob(0)));
        const bool erased = query.is_null(3);
        const VaultItem item{std::string{query.blob(2)}, std::string{query.text(3)}};
        TRY(visit(commitment, query.unsigned_integer(1), erased ? nullptr : &item));
    }
    return {};
}

}  // namespace store::sqlite
