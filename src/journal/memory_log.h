#pragma once

#include "journal/log.h"
#include "journal/note.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace journal {

/// Files in memory, for the tests of other modules.
class MemoryObjectStore final : public ObjectStore {
  public:
    Result<Hash> put(std::string_view bytes) override;
    Result<std::string> get(const Hash& hash) const override;
    bool contains(const Hash& hash) const override;
    Result<std::unique_ptr<Writer>> begin() override;
    Result<std::unique_ptr<Writer>> go_on(const Beginning& beginning) override;
    Result<base::Input> open(const Hash& hash) const override;

  private:
    mutable std::mutex mutex_;
    std::map<Hash, std::string> objects_;
};

/// A journal in memory, for the tests of other modules; it keeps the contract of Log.
class MemoryLog final : public Log {
  public:
    /// The clock, and the objects where attachments are to be checked, must outlive the log.
    explicit MemoryLog(const base::Clock& clock, const ObjectStore* objects = nullptr,
                       std::string_view origin = "memory.test/journal");

    std::uint64_t size() const override;
    Result<Receipt> append(Draft draft) override;
    Result<std::vector<Receipt>> append_all(std::vector<Draft> drafts) override;
    Result<Entry> read(std::uint64_t seq) const override;
    Result<void> scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const override;
    Result<std::uint64_t> refresh() override { return size(); }
    Result<std::string> checkpoint() const override;
    Result<void> scan_checkpoints(
        const std::function<Result<void>(std::uint64_t, std::string_view)>& visit) const override;
    std::string vkey() const override { return signer_.verifier().vkey(); }
    Result<Proof> inclusion(std::uint64_t seq, std::uint64_t size) const override;
    Result<Proof> consistency(std::uint64_t a, std::uint64_t b) const override;
    Result<VaultItem> read_vault(const Hash& commitment) const override;
    Result<void> erase_vault(const Hash& commitment) override;
    Result<void> scan_vault(
        const std::function<Result<void>(const Hash&, std::uint64_t, const VaultItem*)>& visit)
        const override;

  private:
    struct Stored {
        std::string bytes;
        std::string subject;
        Receipt receipt;
    };
    struct Kept {
        std::uint64_t seq = 0;
        std::optional<VaultItem> item;
    };
    Result<Receipt> append_one(const Draft& draft, std::uint64_t known);
    Result<void> check_expectation(const Draft& draft, std::uint64_t known) const;
    void undo(std::uint64_t size);

    const base::Clock& clock_;
    const ObjectStore* objects_;
    Signer signer_;
    mutable std::mutex mutex_;
    std::vector<Stored> entries_;
    std::unordered_map<std::string, std::uint64_t> by_request_;
    std::map<Hash, Kept> vault_;
    Tree tree_;
    std::map<std::uint64_t, std::string> checkpoints_;
};

}  // namespace journal
