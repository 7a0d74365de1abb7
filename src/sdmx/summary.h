#pragma once

#include "sdmx/message.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sdmx {

/// Counts what a message holds; its memory grows with the artefacts alone, not with the data.
class Summary : public MessageSink {
  public:
    struct Line {
        Reference artefact;
        std::optional<std::size_t> count;  ///< items; of a data structure its dimensions
    };

    base::Result<void> form(const MessageForm& form) override;
    base::Result<void> header(const MessageHeader& header) override;
    base::Result<void> data_set(const DataSetStart& start) override;
    base::Result<void> series(std::span<const ComponentValue> key,
                              std::span<const ComponentValue> attributes) override;
    base::Result<void> observation(const ObservationRecord& record) override;
    base::Result<void> artefact(Artefact&& artefact) override;
    base::Result<void> service_message(const ServiceMessage& message) override;

    MessageForm message_form;
    std::string message_id;
    std::size_t data_sets = 0;
    std::size_t series_count = 0;
    std::size_t observations = 0;
    std::size_t numeric_values = 0;
    double sum = 0;  ///< of the numeric values
    std::vector<Line> artefacts;
    std::vector<ServiceMessage> service_messages;

    /// The artefacts by their word ("codelist") and id; AGENCY:ID(VERSION) where two share an id.
    std::map<std::string, std::map<std::string, std::optional<std::size_t>>> by_word() const;
};

/// "SDMX-ML 2.1", ...
std::string_view name(Format format);

}  // namespace sdmx
