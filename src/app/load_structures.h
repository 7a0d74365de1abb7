#pragma once

#include "app/load_dataset.h"
#include "sdmx/artefact.h"

#include <deque>

namespace app {

/// The plan in force, whose statistics declare the dataflows of messages.
/// Errors: sdmx_not_loadable, at `file`, where it declares none.
Result<std::shared_ptr<const plan::Plan>> declaring_plan(const Answerable& moment,
                                                         const std::string& file);

/// The artefacts that structure messages had brought, in their order.
/// Errors: those of the objects and of `sdmx::read_message`.
Result<std::deque<sdmx::Artefact>> loaded_structures(const Record& record,
                                                     const state::Known& known);

/// Whether the file is an SDMX message of structures. Errors: those of the input.
Result<bool> is_structure_message(const LoadRequest& request);

/// Loads a message of another agency's structures, all of it or nothing; data of their dataflows
/// can be loaded and asked for then.
///
/// Errors: role_not_allowed; sdmx_not_loadable (see dissemination::check_foreign; a message without
///         an artefact that can be held; a strategy without statistics.yaml); those of
///         `sdmx::read_message`.
Result<LoadReceipt> load_structures(Record& record, const trust::Principal& principal,
                                    const LoadRequest& request);

}  // namespace app
