#include "journal/memory_log.h"

#include <fmt/format.h>

#include <algorithm>

namespace journal {
namespace {

Error no_entry(std::uint64_t seq, std::uint64_t size) {
    return Error{ErrorCode::not_found,
                 fmt::format("expected an entry below {}, found {}", size, seq), ""};
}

Error no_text(const Hash& commitment) {
    return Error{ErrorCode::not_found, "no text stands under this commitment", to_hex(commitment)};
}

}  // namespace

Result<Hash> MemoryObjectStore::put(std::string_view bytes) {
    const std::scoped_lock lock{mutex_};
    const Hash hash = sha256(bytes);
    objects_.try_emplace(hash, bytes);
    return hash;
}

Result<std::string> MemoryObjectStore::get(const Hash& hash) const {
    const std::scoped_lock lock{mutex_};
    const auto at = objects_.find(hash);
    if (at == objects_.end())
        return Error{ErrorCode::not_found, "no object has this hash", to_hex(hash)};
    return at->second;
}

bool MemoryObjectStore::contains(const Hash& hash) const {
    const std::scoped_lock lock{mutex_};
    return objects_.contains(hash);
}

Result<std::unique_ptr<ObjectStore::Writer>> MemoryObjectStore::go_on(const Beginning& beginning) {
    return Error{ErrorCode::file_not_writable, "these objects are in no files",
                 beginning.path.string()};
}

Result<std::unique_ptr<ObjectStore::Writer>> MemoryObjectStore::begin() {
    struct Incoming final : Writer {
        explicit Incoming(MemoryObjectStore& of) : store(of) {}
        Result<void> add(std::string_view more) override {
            bytes += more;
            return {};
        }
        Hash so_far() const override { return sha256(bytes); }
        Result<Hash> finish() override { return store.put(bytes); }

        MemoryObjectStore& store;
        std::string bytes;
    };
    return std::unique_ptr<Writer>{std::make_unique<Incoming>(*this)};
}

Result<base::Input> MemoryObjectStore::open(const Hash& hash) const {
    return base::Input{[bytes = TRY(get(hash)),
                        at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
        const auto count = bytes.copy(into.data(), into.size(), at);
        at += count;
        return count;
    }};
}

MemoryLog::MemoryLog(const base::Clock& clock, const ObjectStore* objects, std::string_view origin)
    : clock_(clock),
      objects_(objects),
      // A fixed key, so that tests repeat to the byte.
      signer_(Signer::from_seed(origin, std::string(32, '\x17')).value()) {
    checkpoints_[0] =
        signer_.sign(Checkpoint{signer_.verifier().name(), 0, empty_root(), {}}.text());
}

std::uint64_t MemoryLog::size() const {
    const std::scoped_lock lock{mutex_};
    return entries_.size();
}

Result<Receipt> MemoryLog::append(Draft draft) {
    std::vector<Draft> drafts;
    drafts.push_back(std::move(draft));
    const auto receipts = TRY(append_all(std::move(drafts)));
    return receipts.front();
}

Result<std::vector<Receipt>> MemoryLog::append_all(std::vector<Draft> drafts) {
    const std::scoped_lock lock{mutex_};
    const std::uint64_t before = entries_.size();
    std::vector<Receipt> receipts;
    for (const Draft& draft : drafts) {
        auto receipt = append_one(draft, before);
        if (!receipt.ok()) {
            undo(before);
            return std::move(receipt).error();
        }
        receipts.push_back(receipt.value());
    }
    if (entries_.size() == before)
        return receipts;
    for (std::uint64_t seq = before; seq < entries_.size(); ++seq)
        tree_.append(entries_[seq].receipt.leaf_hash);
    const Hash root = tree_.root(entries_.size()).value();
    for (std::uint64_t seq = before; seq < entries_.size(); ++seq) {
        entries_[seq].receipt.tree_size = entries_.size();
        entries_[seq].receipt.root = root;
    }
    for (auto& receipt : receipts) {
        if (receipt.seq >= before) {
            receipt.tree_size = entries_.size();
            receipt.root = root;
        }
    }
    checkpoints_[entries_.size()] =
        signer_.sign(Checkpoint{signer_.verifier().name(), entries_.size(), root, {}}.text());
    return receipts;
}

Result<Receipt> MemoryLog::append_one(const Draft& draft, std::uint64_t known) {
    const auto prepared = TRY(PreparedEntry::create(draft));
    if (const auto at = by_request_.find(draft.request_id); at != by_request_.end()) {
        const Entry first = TRY(decode(entries_[at->second].bytes));
        const auto matches = [this](const Hash& stored, const VaultItem& item) {
            const auto kept = vault_.find(stored);
            return kept != vault_.end() &&
                   (!kept->second.item || kept->second.item->text == item.text);
        };
        if (!same_request(draft, first, matches))
            return Error{ErrorCode::request_conflict,
                         fmt::format("the request was made before, with other content, as entry {}",
                                     at->second),
                         draft.request_id};
        Receipt receipt = entries_[at->second].receipt;
        receipt.repeated = true;
        return receipt;
    }
    for (const Hash& hash : draft.attachments) {
        if (objects_ != nullptr && !objects_->contains(hash))
            return Error{ErrorCode::missing_object, "the attachment is not in the object store",
                         to_hex(hash)};
    }
    TRY(check_expectation(draft, known));
    for (const auto& item : draft.vault) {
        if (vault_.contains(commit(item)))
            return Error{ErrorCode::invalid_entry, "the commitment exists; a salt is used once",
                         "vault"};
    }
    Stored stored;
    auto& receipt = stored.receipt;
    receipt.seq = entries_.size();
    receipt.recorded_at = clock_.now();
    if (!entries_.empty())
        receipt.recorded_at = std::max(receipt.recorded_at, entries_.back().receipt.recorded_at);
    auto sealed = prepared.seal(receipt.seq, receipt.recorded_at);
    stored.bytes = std::move(sealed.bytes);
    stored.subject = draft.subject;
    receipt.leaf_hash = sealed.leaf_hash;
    by_request_.emplace(draft.request_id, receipt.seq);
    for (const auto& item : draft.vault)
        vault_.emplace(commit(item), Kept{receipt.seq, item});
    entries_.push_back(stored);
    return stored.receipt;
}

// An expectation is about the log before the request, so that its own drafts do not contradict it.
Result<void> MemoryLog::check_expectation(const Draft& draft, std::uint64_t known) const {
    if (!draft.expects)
        return {};
    const auto& [head, subjects] = *draft.expects;
    if (head > known)
        return Error{ErrorCode::conflict,
                     fmt::format("expected a head of {}, found {} entries", head, known), ""};
    for (std::uint64_t seq = head; seq < known; ++seq) {
        const auto& subject = entries_[seq].subject;
        if (subjects.empty() || std::ranges::find(subjects, subject) != subjects.end())
            return Error{
                ErrorCode::conflict,
                fmt::format("entry {} changed it after the head {} that was expected", seq, head),
                subject};
    }
    return {};
}

void MemoryLog::undo(std::uint64_t size) {
    entries_.resize(size);
    std::erase_if(by_request_, [&](const auto& item) { return item.second >= size; });
    std::erase_if(vault_, [&](const auto& item) { return item.second.seq >= size; });
}

Result<Entry> MemoryLog::read(std::uint64_t seq) const {
    const std::scoped_lock lock{mutex_};
    if (seq >= entries_.size())
        return no_entry(seq, entries_.size());
    return decode(entries_[seq].bytes);
}

Result<void> MemoryLog::scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const {
    for (std::uint64_t seq = from; seq < to; ++seq) {
        std::unique_lock lock{mutex_};
        if (seq >= entries_.size())
            break;
        const std::string bytes = entries_[seq].bytes;
        lock.unlock();  // the visitor may ask the log itself
        TRY(visit(seq, bytes));
    }
    return {};
}

Result<std::string> MemoryLog::checkpoint() const {
    const std::scoped_lock lock{mutex_};
    return checkpoints_.rbegin()->second;
}

Result<void> MemoryLog::scan_checkpoints(
    const std::function<Result<void>(std::uint64_t, std::string_view)>& visit) const {
    std::unique_lock lock{mutex_};
    const auto checkpoints = checkpoints_;
    lock.unlock();
    for (const auto& [size, note] : checkpoints)
        TRY(visit(size, note));
    return {};
}

Result<Proof> MemoryLog::inclusion(std::uint64_t seq, std::uint64_t size) const {
    const std::scoped_lock lock{mutex_};
    return tree_.inclusion(seq, size);
}

Result<Proof> MemoryLog::consistency(std::uint64_t a, std::uint64_t b) const {
    const std::scoped_lock lock{mutex_};
    return tree_.consistency(a, b);
}

Result<VaultItem> MemoryLog::read_vault(const Hash& commitment) const {
    const std::scoped_lock lock{mutex_};
    const auto at = vault_.find(commitment);
    if (at == vault_.end())
        return no_text(commitment);
    if (!at->second.item)
        return Error{ErrorCode::vault_erased, "the text was erased", to_hex(commitment)};
    return *at->second.item;
}

Result<void> MemoryLog::erase_vault(const Hash& commitment) {
    const std::scoped_lock lock{mutex_};
    const auto at = vault_.find(commitment);
    if (at == vault_.end())
        return no_text(commitment);
    at->second.item.reset();
    return {};
}

Result<void> MemoryLog::scan_vault(
    const std::function<Result<void>(const Hash&, std::uint64_t, const VaultItem*)>& visit) const {
    std::unique_lock lock{mutex_};
    const auto vault = vault_;
    lock.unlock();
    for (const auto& [commitment, kept] : vault)
        TRY(visit(commitment, kept.seq, kept.item ? &*kept.item : nullptr));
    return {};
}

}  // namespace journal
