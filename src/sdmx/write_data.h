#pragma once

#include "sdmx/arrange.h"

namespace sdmx {

/// The parts of `write_data`, one for each family of formats; contracts stand there.
base::Result<void> write_data_ml(const DataMessage& message, DataFormat format,
                                 const WriteOptions& options, Output& output);
base::Result<void> write_data_json(const DataMessage& message, Standard standard,
                                   const WriteOptions& options, Output& output);
base::Result<void> write_data_csv(const DataMessage& message, Standard standard,
                                  const WriteOptions& options, Output& output);

/// "Information", "Append", ...
std::string_view name(DataSetStart::Action action);

}  // namespace sdmx
