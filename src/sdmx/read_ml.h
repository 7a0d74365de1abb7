#pragma once

#include "sdmx/read_message.h"
#include "sdmx/xml_tree.h"

#include <optional>
#include <string>
#include <vector>

namespace sdmx {

/// What a header says of one structure that the message's data sets refer to.
struct HeaderStructure {
    std::string id;
    std::string dimension_at_observation;
    std::optional<Reference> reference;
};

/// What the readers of a message's parts stand on.
struct MlMessage {
    XmlReader& reader;
    const ReadOptions& options;
    MessageSink& sink;
    MessageForm form = {};
    std::vector<HeaderStructure> structures = {};
    DataSetStart::Action action = DataSetStart::Action::information;

    /// The structure of that id, else the only one; nullptr where neither is there.
    const HeaderStructure* structure(std::string_view id) const;
    /// What is expected at this place and what was found.
    base::Error unexpected(std::string_view expected) const;
};

/// Each reads an element whose start the reader stands at, past its end.
base::Result<void> read_generic_set(MlMessage& message);
base::Result<void> read_specific_set(MlMessage& message);
base::Result<void> read_structures(MlMessage& message);
base::Result<void> read_metadata_set(MlMessage& message);

/// What a data set's own attributes say of it, with the header's structure.
base::Result<DataSetStart> data_set_start(const MlMessage& message);

}  // namespace sdmx
