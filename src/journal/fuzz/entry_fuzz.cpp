// libFuzzer's entry for what reads journals that strangers hand in: entries, notes, keys.

#include "journal/entry.h"
#include "journal/entry_view.h"
#include "journal/note.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto entry = journal::decode(text);
    const auto view = journal::EntryView::scan(text);
    // What is accepted as canonical is written again byte for byte, and the fast reader takes it.
    if (entry.ok() && (journal::encode(entry.value()) != text || !view))
        std::abort();
    const auto note = journal::Note::parse(text);
    if (note.ok())
        (void)journal::Checkpoint::parse(note.value().text).ok();
    (void)journal::Verifier::parse(text).ok();
    return 0;
}
