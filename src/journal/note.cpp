#include "journal/note.h"

#include "base/text.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <charconv>

namespace journal {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t signature_bytes = 64;
constexpr std::string_view signature_mark = "\xE2\x80\x94 ";  // em dash and space
constexpr std::string_view skey_prefix = "PRIVATE+KEY+";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string big_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes; i-- > 0;)
        text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
}

std::uint32_t read_id(std::string_view bytes) {
    std::uint32_t id = 0;
    for (const char c : bytes.substr(0, 4))
        id = id << 8 | static_cast<std::uint8_t>(c);
    return id;
}

std::uint32_t key_id_of(std::string_view name, SignatureType type, std::string_view key) {
    std::string text = fmt::format("{}\n", name);
    text += static_cast<char>(type);
    text += key;
    return read_id(as_text(sha256(text)));
}

// C2SP signed-note: not empty, UTF-8, no spaces, no plus.
bool is_name(std::string_view name) {
    return !name.empty() && base::check_utf8(name, "").ok() &&
           std::ranges::none_of(name, [](char c) {
               return c == '+' || (static_cast<unsigned char>(c) <= 0x20) || c == 0x7F;
           });
}

Error bad_key(std::string message) {
    return Error{ErrorCode::invalid_key, std::move(message), ""};
}

struct KeyText {
    std::string name;
    std::uint32_t id = 0;
    std::string data;
};

// Splits "name+hash+base64"; base64 itself may hold plus signs, a name may not.
Result<KeyText> split_key(std::string_view text) {
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    KeyText key;
    if (second == std::string_view::npos)
        return bad_key("expected a key as name+hash+base64");
    key.name = text.substr(0, first);
    const auto id = text.substr(first + 1, second - first - 1);
    const auto parsed = std::from_chars(id.data(), id.data() + id.size(), key.id, 16);
    const bool shaped = id.size() == 8 && parsed.ptr == id.data() + 8 &&
                        std::ranges::none_of(id, [](char c) { return c >= 'A' && c <= 'F'; });
    auto data = parse_base64(text.substr(second + 1));
    if (!is_name(key.name) || !shaped || !data.ok() || data.value().size() < 2)
        return bad_key("expected a key as name+hash+base64, the hash as 8 hexadecimal digits");
    key.data = std::move(data).value();
    return key;
}

std::shared_ptr<void> shared(EVP_PKEY* key) {
    return {key, [](void* handle) { EVP_PKEY_free(static_cast<EVP_PKEY*>(handle)); }};
}

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextDeleter>;

bool verify_ed25519(void* key, std::string_view message, std::string_view signature) {
    if (signature.size() != signature_bytes)
        return false;
    const Context context{EVP_MD_CTX_new()};
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr,
                                static_cast<EVP_PKEY*>(key)) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message),
                            message.size()) == 1;
}

// Takes a line without its end; gives nothing where it has another form.
std::optional<SignatureLine> parse_signature(std::string_view line) {
    if (!line.starts_with(signature_mark))
        return std::nullopt;
    line.remove_prefix(signature_mark.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_name(line.substr(0, space)))
        return std::nullopt;
    const auto data = parse_base64(line.substr(space + 1));
    if (!data.ok() || data.value().size() < 5)
        return std::nullopt;
    return SignatureLine{std::string{line.substr(0, space)}, read_id(data.value()),
                         data.value().substr(4)};
}

}  // namespace

Result<Verifier> Verifier::parse(std::string_view vkey) {
    KeyText text = TRY(split_key(vkey));
    Verifier verifier;
    verifier.type_ = static_cast<SignatureType>(text.data[0]);
    if (verifier.type_ != SignatureType::ed25519 && verifier.type_ != SignatureType::cosignature)
        return bad_key(
            fmt::format("expected a key of type 1 (Ed25519) or 4 (cosignature), found {}",
                        static_cast<int>(text.data[0])));
    verifier.key_ = text.data.substr(1);
    if (verifier.key_.size() != key_bytes)
        return bad_key(fmt::format("expected a key of 32 bytes, found {}", verifier.key_.size()));
    verifier.name_ = std::move(text.name);
    verifier.key_id_ = text.id;
    const auto expected = key_id_of(verifier.name_, verifier.type_, verifier.key_);
    if (expected != text.id)
        return bad_key(fmt::format("the hash of this name and key is {:08x}, found {:08x}",
                                   expected, text.id));
    EVP_PKEY* key =
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(verifier.key_), key_bytes);
    if (key == nullptr)
        return bad_key("the 32 bytes are no Ed25519 key");
    verifier.handle_ = shared(key);
    return verifier;
}

std::string Verifier::vkey() const {
    return fmt::format("{}+{:08x}+{}", name_, key_id_,
                       to_base64(std::string{static_cast<char>(type_)} + key_));
}

bool Verifier::verify(std::string_view text, std::string_view signature) const {
    if (type_ == SignatureType::ed25519)
        return verify_ed25519(handle_.get(), text, signature);
    // A witness signs the time at which it saw the text (c2sp.org/tlog-cosignature).
    if (signature.size() != 8 + signature_bytes)
        return false;
    std::uint64_t time = 0;
    for (const char c : signature.substr(0, 8))
        time = time << 8 | static_cast<std::uint8_t>(c);
    const auto message = fmt::format("cosignature/v1\ntime {}\n{}", time, text);
    return verify_ed25519(handle_.get(), message, signature.substr(8));
}

Result<Signer> Signer::from_seed(std::string_view name, std::string_view seed) {
    if (!is_name(name))
        return bad_key(
            fmt::format("expected a name without spaces and plus signs, found \"{}\"", name));
    if (seed.size() != key_bytes)
        return bad_key(fmt::format("expected a seed of 32 bytes, found {}", seed.size()));
    EVP_PKEY* key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), key_bytes);
    std::string public_key(key_bytes, '\0');
    std::size_t length = key_bytes;
    Signer signer;
    signer.handle_ = shared(key);
    if (key == nullptr ||
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(public_key.data()),
                                    &length) != 1)
        return bad_key("OpenSSL cannot use Ed25519 here");
    signer.seed_ = base::Secret{std::string{seed}};
    const auto id = key_id_of(name, SignatureType::ed25519, public_key);
    const auto data = static_cast<char>(SignatureType::ed25519) + public_key;
    signer.verifier_ = TRY(Verifier::parse(fmt::format("{}+{:08x}+{}", name, id, to_base64(data))));
    return signer;
}

Result<Signer> Signer::generate(std::string_view name) {
    std::string seed(key_bytes, '\0');
    if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(seed.data()), key_bytes) != 1)
        return bad_key("the operating system gave no randomness");
    const base::Secret secret{std::move(seed)};
    return from_seed(name, secret.reveal_secret());
}

Result<Signer> Signer::parse(std::string_view skey) {
    if (!skey.starts_with(skey_prefix))
        return bad_key("expected a private key that begins with PRIVATE+KEY+");
    const KeyText text = TRY(split_key(skey.substr(skey_prefix.size())));
    const base::Secret data{text.data};
    const auto seed = data.reveal_secret();
    if (!seed.starts_with(static_cast<char>(SignatureType::ed25519)))
        return bad_key("expected a private key of type 1 (Ed25519)");
    auto signer = TRY(from_seed(text.name, seed.substr(1)));
    if (signer.verifier().key_id() != text.id)
        return bad_key("the hash in the private key is not that of its name and key");
    return signer;
}

base::Secret Signer::skey() const {
    const base::Secret data{static_cast<char>(SignatureType::ed25519) +
                            std::string{seed_.reveal_secret()}};
    return base::Secret{fmt::format("{}{}+{:08x}+{}", skey_prefix, verifier_.name(),
                                    verifier_.key_id(), to_base64(data.reveal_secret()))};
}

std::string Signer::sign(std::string_view text) const {
    std::string data = big_endian(verifier_.key_id(), 4);
    data.resize(4 + signature_bytes);
    std::size_t length = signature_bytes;
    const Context context{EVP_MD_CTX_new()};
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr,
                       static_cast<EVP_PKEY*>(handle_.get()));
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(data.data()) + 4, &length,
                   bytes_of(text), text.size());
    return fmt::format("{}\n{}{} {}\n", text, signature_mark, verifier_.name(), to_base64(data));
}

Result<Note> Note::parse(std::string_view note) {
    const auto malformed = [](std::string message) {
        return Error{ErrorCode::invalid_note, std::move(message), ""};
    };
    TRY(base::check_utf8(note, "note"));
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n';
    };
    if (std::ranges::any_of(note, is_control))
        return malformed("a signed note holds no control characters");
    const auto end = note.rfind("\n\n");
    if (end == std::string_view::npos || !note.ends_with('\n'))
        return malformed("expected a text, an empty line and signature lines");
    Note result;
    result.text = note.substr(0, end + 1);
    auto rest = note.substr(end + 2);
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        auto signature = parse_signature(line);
        if (!signature)
            return malformed(fmt::format("expected a signature line, found \"{}\"", line));
        result.signatures.push_back(std::move(*signature));
        if (result.signatures.size() > 100)
            return malformed("a note has at most 100 signatures");
        rest.remove_prefix(line.size() + 1);
    }
    if (result.signatures.empty())
        return malformed("the note carries no signature");
    return result;
}

bool Note::signed_by(const Verifier& verifier) const {
    bool found = false;
    for (const auto& line : signatures) {
        if (line.name != verifier.name() || line.key_id != verifier.key_id())
            continue;
        if (!verifier.verify(text, line.signature))
            return false;
        found = true;
    }
    return found;
}

std::string Checkpoint::text() const {
    std::string text = fmt::format("{}\n{}\n{}\n", origin, size, to_base64(root));
    for (const auto& line : extensions)
        text += line + "\n";
    return text;
}

Result<Checkpoint> Checkpoint::parse(std::string_view text) {
    const auto malformed = [](std::string message) {
        return Error{ErrorCode::invalid_note, std::move(message), ""};
    };
    if (!text.ends_with('\n'))
        return malformed("the last line of a checkpoint is not ended");
    const auto lines = base::split(text.substr(0, text.size() - 1), '\n');
    if (lines.size() < 3 || std::ranges::any_of(lines, &std::string_view::empty))
        return malformed("expected origin, size and root on a line each, none of them empty");
    Checkpoint checkpoint;
    checkpoint.origin = lines[0];
    const auto digits = lines[1];
    const auto parsed =
        std::from_chars(digits.data(), digits.data() + digits.size(), checkpoint.size);
    if (parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size() ||
        (digits.size() > 1 && digits.front() == '0'))
        return malformed(
            fmt::format("expected a size in decimal without leading zeros, found \"{}\"", digits));
    const auto root = parse_base64_hash(lines[2]);
    if (!root.ok())
        return malformed(
            fmt::format("expected a root of 32 bytes in base64, found \"{}\"", lines[2]));
    checkpoint.root = root.value();
    checkpoint.extensions.assign(lines.begin() + 3, lines.end());
    return checkpoint;
}

Result<Checkpoint> open_checkpoint(std::string_view note, const Verifier& log) {
    const Note parsed = TRY(Note::parse(note));
    if (!parsed.signed_by(log))
        return Error{ErrorCode::checkpoint_does_not_hold,
                     fmt::format("expected a signature by {}, found none that holds", log.vkey()),
                     "checkpoint"};
    auto checkpoint = TRY(Checkpoint::parse(parsed.text));
    if (checkpoint.origin != log.name())
        return Error{ErrorCode::checkpoint_does_not_hold,
                     fmt::format("expected the origin {}, found {}", log.name(), checkpoint.origin),
                     "checkpoint"};
    return checkpoint;
}

std::vector<std::string> cosigners(const Note& note, const std::vector<Verifier>& witnesses) {
    std::vector<std::string> names;
    for (const auto& witness : witnesses) {
        if (witness.type() == SignatureType::cosignature && note.signed_by(witness))
            names.push_back(witness.name());
    }
    return names;
}

}  // namespace journal
