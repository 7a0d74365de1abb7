#pragma once

#include "base/secret.h"
#include "journal/hash.h"

#include <string>
#include <string_view>

namespace trust {

/// A bearer token (RFC 6750): 32 random bytes; the journal holds only its SHA-256.
base::Secret new_token();

/// What the journal holds of a token. The token has 256 random bits, so a plain hash suffices.
journal::Hash fingerprint(std::string_view token);

/// A new opaque identifier of a person: "p-" and 20 random letters and digits.
std::string new_actor();

}  // namespace trust
