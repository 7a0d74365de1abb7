#include "app/take_up_load.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using Beginning = LoadCheckpoint::Beginning;

Error changed(std::string what) {
    return Error{ErrorCode::invalid_argument, std::move(what), ""};
}

// Reads the beginning of an input piece by piece, and gives what lies from `from` on.
template <typename Use>
Result<std::string> read_beginning(const base::Input& input, std::uint64_t bytes,
                                   std::uint64_t from, Use use) {
    std::string tail, piece(std::size_t{1} << 18, '\0');
    for (std::uint64_t at = 0; at < bytes;) {
        const auto wanted = std::min<std::uint64_t>(piece.size(), bytes - at);
        const auto got = TRY(input(std::span{piece}.first(wanted)));
        if (got == 0)
            return changed("the file is shorter than what had been read of it");
        const auto read = std::string_view{piece}.substr(0, got);
        TRY(use(read));
        at += got;
        if (at > from)
            tail += read.substr(read.size() - std::min<std::uint64_t>(read.size(), at - from));
    }
    return tail;
}

// Keeps the beginning of the file anew: it is hashed on the way, and costs no more.
Result<std::string> keep_beginning(const base::Input& file, const Beginning& beginning,
                                   std::uint64_t from, journal::ObjectStore::Writer& writer) {
    auto tail = TRY(read_beginning(file, beginning.bytes, from,
                                   [&](std::string_view piece) { return writer.add(piece); }));
    if (writer.so_far() != beginning.sha256)
        return changed("the file has changed in what had been read of it");
    return tail;
}

// The table of a message goes on in the file in which it lies.
Result<std::string> take_up_table(journal::ObjectStore& objects, const UnfinishedLoad& unfinished,
                                  const LoadCheckpoint& checkpoint, FigureKeeper::Parts& parts) {
    const auto& [bytes, sha256] = checkpoint.table;
    journal::ObjectStore::Beginning beginning{unfinished.table(), bytes};
    const auto use = [&](std::string_view piece) -> Result<void> {
        beginning.sha256.add(piece);
        return {};
    };
    const auto file = TRY(base::input_of_file(beginning.path));
    auto tail = TRY(read_beginning(file, bytes, checkpoint.table_from(), use));
    if (journal::Sha256{beginning.sha256}.finish() != sha256)
        return changed("the table that was made of it is damaged");
    parts.table = TRY(objects.go_on(beginning));
    return tail;
}

}  // namespace

Result<TakenUpLoad> take_up(journal::ObjectStore& objects, const base::Input& file,
                            const statistics::StageOptions& options, UnfinishedLoad& unfinished,
                            const LoadCheckpoint& checkpoint) {
    TRY(unfinished.check_staged(checkpoint));
    const auto& message = checkpoint.message;
    auto writer = TRY(objects.begin());
    FigureKeeper::Parts parts;
    parts.table_bytes = checkpoint.table.bytes;
    std::string head, of_file, of_table;
    if (message) {
        // Its first row says what the fields of all others are.
        const base::Input input = [&](std::span<char> into) -> Result<std::size_t> {
            const auto bytes = TRY(file(into));
            if (head.size() < message->next.header_bytes)
                head.append(into.data(), std::min(bytes, message->next.header_bytes - head.size()));
            return bytes;
        };
        of_file = TRY(keep_beginning(input, *message, message->next.bytes, *writer));
        of_table = TRY(take_up_table(objects, unfinished, checkpoint, parts));
        parts.message = std::move(writer);
        parts.message_bytes = message->bytes;
        parts.next = message->next;
    } else {
        of_table = TRY(keep_beginning(file, checkpoint.table, checkpoint.table_from(), *writer));
        parts.table = std::move(writer);
    }
    parts.root = TableRoot{checkpoint.leaves};
    const auto from = checkpoint.table_from();
    parts.root.add(std::string_view{of_table}.substr(checkpoint.leaves.end - from));
    of_table.erase(0, checkpoint.stage.next.bytes - from);
    auto begun = TRY(statistics::find_stage(options, checkpoint.stage));
    TakenUpLoad made{std::move(parts), std::move(begun), head + of_file, std::move(of_table)};
    if (!message)
        std::swap(made.file, made.table);
    return made;
}

}  // namespace app
