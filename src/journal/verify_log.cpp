#include "base/pieces.h"
#include "journal/note.h"
#include "journal/verify.h"
#include "journal/verify_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace journal {

Result<Verifier> trusted_verifier(std::string_view vkey, const Trust& trust,
                                  std::string_view where) {
    if (trust.vkey && *trust.vkey != vkey)
        return Error{ErrorCode::invalid_key,
                     fmt::format("expected the pinned key {}, found {}", *trust.vkey, vkey),
                     std::string{where}};
    auto verifier = Verifier::parse(vkey);
    if (!verifier.ok())
        return Error{ErrorCode::invalid_key, verifier.error().message, std::string{where}};
    return verifier;
}

Result<void> check_pinned(const Trust& trust, const Verifier& verifier, const Tree& tree) {
    for (const auto& note : trust.checkpoints) {
        const auto pinned = TRY(open_checkpoint(note, verifier));
        if (pinned.size > tree.size())
            return Error{ErrorCode::split_view,
                         fmt::format("an earlier checkpoint has {} entries, here are {}: some were "
                                     "taken away",
                                     pinned.size, tree.size()),
                         fmt::format("checkpoint {}", pinned.size)};
        const Hash root = TRY(tree.root(pinned.size));
        if (root != pinned.root)
            return Error{
                ErrorCode::split_view,
                fmt::format("an earlier checkpoint has the root {}, these entries have {}: "
                            "two histories were signed",
                            to_base64(pinned.root), to_base64(root)),
                fmt::format("checkpoint {}", pinned.size)};
    }
    return {};
}

namespace {

// The key signed what the entries give, at every size that was ever told to anybody.
Result<void> check_checkpoints(const Log& log, const Verifier& verifier, const Tree& tree,
                               Verdict& verdict) {
    auto scanned =
        log.scan_checkpoints([&](std::uint64_t size, std::string_view note) -> Result<void> {
            const auto wrong = [&](std::string message) {
                return Error{ErrorCode::checkpoint_does_not_hold, std::move(message),
                             fmt::format("checkpoint {}", size)};
            };
            if (size > tree.size())  // of an append that came after the entries were read
                return {};
            const auto checkpoint = open_checkpoint(note, verifier);
            if (!checkpoint.ok())
                return wrong(checkpoint.error().message);
            if (checkpoint->size != size)
                return wrong(fmt::format("expected the size {}, found {}", size, checkpoint->size));
            const Hash root = TRY(tree.root(size));
            if (checkpoint->root != root)
                return wrong(fmt::format("expected the root {}, found {}", to_base64(root),
                                         to_base64(checkpoint->root)));
            ++verdict.checkpoints;
            verdict.checkpoint = note;
            verdict.root = root;
            return {};
        });
    TRY(std::move(scanned));
    auto newest = verdict.checkpoint.empty() ? Result<Checkpoint>{Checkpoint{}}
                                             : open_checkpoint(verdict.checkpoint, verifier);
    if (verdict.checkpoint.empty() || TRY(std::move(newest)).size != tree.size())
        return Error{ErrorCode::checkpoint_does_not_hold,
                     fmt::format("no checkpoint describes the {} entries", tree.size()),
                     fmt::format("checkpoint {}", tree.size())};
    return {};
}

Result<void> check_objects(EntryChecker& checker, const ObjectStore& objects, Verdict& verdict) {
    for (const auto& [hash, seq] : checker.attachments()) {
        // Read to its end, and hashed on the way.
        const auto found = [&]() -> Result<void> {
            const auto content = TRY(objects.open(hash));
            return base::for_each_piece(content, [](std::string_view) { return Result<void>{}; });
        }();
        if (!found.ok())
            return Error{found.error().code == ErrorCode::not_found ? ErrorCode::missing_object
                                                                    : found.error().code,
                         fmt::format("the attachment {}: {}", to_hex(hash), found.error().message),
                         fmt::format("entry {}", seq)};
        ++verdict.attachments;
    }
    return {};
}

Result<void> check_vault(const Log& log, std::uint64_t size, Verdict& verdict) {
    // A text is read beside the entry that must name it.
    struct Row {
        Hash commitment;
        std::uint64_t seq;
    };
    std::vector<Row> rows;
    TRY(log.scan_vault(
        [&](const Hash& commitment, std::uint64_t seq, const VaultItem* item) -> Result<void> {
            if (seq >= size)
                return {};
            if (item != nullptr && commit(*item) != commitment)
                return Error{ErrorCode::vault_does_not_hold,
                             "the text of the vault is not the one that was committed to",
                             fmt::format("entry {}", seq)};
            ++(item != nullptr ? verdict.vault_texts : verdict.vault_erased);
            rows.push_back({commitment, seq});
            return {};
        }));
    std::ranges::sort(rows, {}, &Row::seq);
    std::size_t next = 0;
    if (rows.empty())
        return {};
    return log.scan(rows.front().seq, rows.back().seq + 1,
                    [&](std::uint64_t seq, std::string_view bytes) -> Result<void> {
                        for (; next < rows.size() && rows[next].seq == seq; ++next) {
                            if (bytes.find(to_hex(rows[next].commitment)) == std::string_view::npos)
                                return Error{
                                    ErrorCode::vault_does_not_hold,
                                    "the entry does not name the text that the vault keeps "
                                    "for it",
                                    fmt::format("entry {}", seq)};
                        }
                        return {};
                    });
}

}  // namespace

Result<Verdict> verify_log(const Log& log, const ObjectStore& objects, const Trust& trust) {
    EntryChecker checker;
    return verify_log(log, objects, trust, checker);
}

Result<Verdict> verify_log(const Log& log, const ObjectStore& objects, const Trust& trust,
                           EntryChecker& checker) {
    Verdict verdict;
    verdict.vkey = log.vkey();
    const Verifier verifier = TRY(trusted_verifier(verdict.vkey, trust, "vkey"));
    verdict.origin = verifier.name();
    const std::uint64_t size = log.size();
    TRY(log.scan(0, size,
                 [&](std::uint64_t, std::string_view bytes) { return checker.add(bytes); }));
    if (checker.size() != size)
        return Error{ErrorCode::entry_does_not_hold, "the entry is missing",
                     fmt::format("entry {}", checker.size())};
    verdict.entries = size;
    const Tree& tree = checker.tree();
    TRY(check_checkpoints(log, verifier, tree, verdict));
    TRY(check_pinned(trust, verifier, tree));
    if (trust.objects == Objects::required)
        TRY(check_objects(checker, objects, verdict));
    TRY(check_vault(log, size, verdict));
    return verdict;
}

}  // namespace journal
