#include "trust/token.h"

#include "journal/entry.h"

namespace trust {
namespace {

std::string random_hex(std::size_t bytes) {
    const std::string random = journal::fresh_salt();
    const auto* data = reinterpret_cast<const std::uint8_t*>(random.data());
    return journal::to_hex({data, bytes});
}

}  // namespace

base::Secret new_token() {
    return base::Secret{"tml_" + random_hex(32)};
}

journal::Hash fingerprint(std::string_view token) {
    return journal::sha256(token);
}

std::string new_actor() {
    return "p-" + random_hex(10);
}

}  // namespace trust
