#pragma once

#include "sdmx/data_message.h"

#include <deque>

namespace sdmx {

/// A small dataflow with everything that a writer can meet: texts in two languages and with marks
/// of XML, JSON and CSV in them, a missing value, a value of no list, an attribute that is absent.
class Example {
  public:
    Example();
    Example(const Example&) = delete;
    Example& operator=(const Example&) = delete;

    /// Every artefact, each after those that it refers to.
    std::vector<const Artefact*> artefacts() const;
    /// Three series of exports; each call gives a message of its own.
    DataMessage message() const;

    const MessageHead head{"EXAMPLE-1",
                           "2024-05-20T10:00:00Z",
                           false,
                           {"MOITT", {{"en", "Ministry of IT & Telecom"}}}};
    Artefact agencies, providers, frequencies, areas, statuses, concepts, structure, flow,
        agreement, subjects, categorisation, constraint, region_hierarchy, correspondence_21,
        correspondence_30, metadata_structure, metadata_flow;

  private:
    void add_further();

    std::deque<std::vector<base::DecimalText>> figures_;
    std::vector<SeriesData> series_;
    mutable std::deque<Value> values_;  ///< of all messages
};

}  // namespace sdmx
