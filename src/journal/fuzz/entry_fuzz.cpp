// libFuzzer's entry for what reads journals that strangers hand in: entries, notes, keys.

#include "base/fuzz/hold.h"
#include "journal/entry.h"
#include "journal/entry_view.h"
#include "journal/note.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using base::hold;
// What is accepted as canonical is written again byte for byte, and the fast reader takes it.
void read_entry(std::string_view text) {
    const auto entry = journal::decode(text);
    const auto view = journal::EntryView::scan(text);
    if (entry.ok()) {
        hold(journal::encode(entry.value()) == text);
        hold(view && view->seq == entry->seq && view->effective_day() == entry->effective_on &&
             view->recorded_instant() == entry->recorded_at);
    }
    const auto fault = journal::first_uncanonical_byte(text);
    hold(fault ? *fault <= text.size() : base::Json::parse(text).value().canonical() == text);
}

// A key, a hash and a tree head have one form each, so that no two texts are the same one.
void read_words(std::string_view text) {
    const auto key = journal::Verifier::parse(text);
    hold(!key.ok() || key.value().vkey() == text);
    const auto signer = journal::Signer::parse(text);
    hold(!signer.ok() || signer.value().skey().reveal_secret() == text);
    const auto hash = journal::parse_hex(text);
    hold(!hash.ok() || journal::to_hex(hash.value()) == text);
    const auto bytes = journal::parse_base64(text);
    hold(!bytes.ok() || journal::to_base64(bytes.value()) == text);
    const auto head = journal::Checkpoint::parse(text);
    hold(!head.ok() || head.value().text() == text);
}

// No signature of a stranger's text holds under a key that never signed it.
void read_note(std::string_view text) {
    static const auto log =
        journal::Signer::from_seed("example.gov.test/strategy", std::string(32, 's')).value();
    const auto note = journal::Note::parse(text);
    if (!note.ok())
        return;
    hold(text.starts_with(note->text) && note->text.ends_with('\n') && !note->signatures.empty());
    const auto again = journal::Note::parse(log.sign(note->text));
    hold(again.ok() && again->text == note->text && again->signed_by(log.verifier()));
    const auto head = journal::open_checkpoint(text, log.verifier());
    hold(!head.ok() || note->signed_by(log.verifier()));
    (void)journal::cosigners(note.value(), {log.verifier()});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    read_entry(text);
    read_words(text);
    read_note(text);
    return 0;
}
