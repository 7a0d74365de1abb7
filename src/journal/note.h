#pragma once

#include "base/secret.h"
#include "journal/hash.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// What a key of the C2SP signed-note format signs with.
enum class SignatureType : std::uint8_t {
    ed25519 = 0x01,
    cosignature = 0x04,  ///< cosignature/v1 of a witness
};

/// A public key in the C2SP vkey form: "name+hash+base64(type, key)".
///
/// Source: https://c2sp.org/signed-note; https://c2sp.org/tlog-cosignature
class Verifier {
  public:
    /// Errors: invalid_key (form, unknown type, a hash that is not that of name and key).
    static Result<Verifier> parse(std::string_view vkey);

    const std::string& name() const noexcept { return name_; }
    std::uint32_t key_id() const noexcept { return key_id_; }
    SignatureType type() const noexcept { return type_; }
    std::string vkey() const;
    /// Whether `signature` (what follows the key id) is this key's over the note's text.
    bool verify(std::string_view text, std::string_view signature) const;

    friend bool operator==(const Verifier& a, const Verifier& b) { return a.vkey() == b.vkey(); }

  private:
    friend class Signer;
    std::string name_;
    std::uint32_t key_id_ = 0;
    SignatureType type_ = SignatureType::ed25519;
    std::string key_;  ///< 32 bytes
    std::shared_ptr<void> handle_;
};

/// A private Ed25519 key in the form of Go's note package: "PRIVATE+KEY+name+hash+base64".
class Signer {
  public:
    /// A new key. Errors: invalid_key where the name is empty or holds spaces or a plus.
    static Result<Signer> generate(std::string_view name);
    static Result<Signer> from_seed(std::string_view name, std::string_view seed);
    static Result<Signer> parse(std::string_view skey);

    const Verifier& verifier() const noexcept { return verifier_; }
    base::Secret skey() const;
    /// The note: text, an empty line, one signature line. `text` must end with a line end.
    std::string sign(std::string_view text) const;

  private:
    Verifier verifier_;
    base::Secret seed_;
    std::shared_ptr<void> handle_;
};

struct SignatureLine {
    std::string name;
    std::uint32_t key_id = 0;
    std::string signature;
};

/// A text with signatures below it.
struct Note {
    std::string text;  ///< with its last line end
    std::vector<SignatureLine> signatures;

    /// Errors: invalid_note (no empty line, a line of another form, no signature).
    static Result<Note> parse(std::string_view note);
    /// Whether one line is by this key; lines of unknown keys are passed over. A line with this
    /// key's name and id whose signature is wrong makes the whole note false.
    bool signed_by(const Verifier& verifier) const;
};

/// A tree head. Source: https://c2sp.org/tlog-checkpoint
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Hash root{};
    std::vector<std::string> extensions;

    std::string text() const;
    /// Errors: invalid_note (fewer than 3 lines, leading zero, no base64 of 32 bytes, ...).
    static Result<Checkpoint> parse(std::string_view text);
};

/// The head that a note states, if the log signed it.
/// Errors: invalid_note, checkpoint_does_not_hold (signature, or another origin).
Result<Checkpoint> open_checkpoint(std::string_view note, const Verifier& log);

/// The names of the witnesses whose cosignatures hold.
std::vector<std::string> cosigners(const Note& note, const std::vector<Verifier>& witnesses);

}  // namespace journal
