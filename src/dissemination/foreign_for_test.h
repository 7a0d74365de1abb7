#pragma once

#include "base/file.h"
#include "sdmx/message.h"

#include <deque>
#include <string>
#include <utility>

namespace dissemination::testing {

/// The artefacts of a structure message.
inline base::Result<std::deque<sdmx::Artefact>> artefacts_in(const std::string& bytes) {
    struct Artefacts final : sdmx::MessageSink {
        base::Result<void> artefact(sdmx::Artefact&& one) override {
            taken.push_back(std::move(one));
            return {};
        }
        std::deque<sdmx::Artefact> taken;
    } found;
    TRY(sdmx::read_message(base::input_of(bytes), {"structures"}, found));
    return std::move(found.taken);
}

/// The structures of NSO:VISITS(1.0), a dataflow of another agency: its dimension AIRPORT takes any
/// text, and its observations have attributes of their own.
inline base::Result<std::deque<sdmx::Artefact>> visits_structures() {
    return artefacts_in(
        TRY(base::read_file(TAMEEL_SOURCE_DIR "/tests/fixtures/nso-structures.xml")));
}

}  // namespace dissemination::testing
