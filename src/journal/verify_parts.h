#pragma once

#include "journal/note.h"
#include "journal/tree.h"
#include "journal/verify.h"

/// What the verification of a store and of an export have in common.
namespace journal {

/// The verifier of a key, if it is the one that the reader pinned. Errors: invalid_key.
Result<Verifier> trusted_verifier(std::string_view vkey, const Trust& trust,
                                  std::string_view where);

/// Whether the tree continues every checkpoint that the reader kept.
/// Errors: split_view, invalid_note, checkpoint_does_not_hold.
Result<void> check_pinned(const Trust& trust, const Verifier& verifier, const Tree& tree);

}  // namespace journal
