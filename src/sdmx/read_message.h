#pragma once

#include "sdmx/message.h"

#include <string_view>

namespace sdmx {

/// The parts of `read_message`, one for each family of formats; contracts stand there. The input
/// begins with the message's first byte, a byte order mark being passed over already.
base::Result<void> read_ml(const Input& input, const ReadOptions& options, MessageSink& sink);
base::Result<void> read_json(const Input& input, const ReadOptions& options, MessageSink& sink);
/// `passed`: the bytes of the mark.
base::Result<void> read_csv(const Input& input, const ReadOptions& options, MessageSink& sink,
                            std::uint64_t passed);

/// What a component of a data set is.
enum class Part : std::uint8_t { dimension, value, attribute };

/// Tells it by the structure, or without one by the rules of docs/formats/sdmx.md.
///
/// Shape: `structure` may be nullptr; `at_observation` is the dimension there, where it is known.
Part part_of(std::string_view component, const DataStructure* structure,
             std::string_view at_observation);

/// "Append", "Replace", ... of SDMX-ML and SDMX-JSON, "A", "R", ... of SDMX-CSV.
std::optional<DataSetStart::Action> action_named(std::string_view word);

}  // namespace sdmx
