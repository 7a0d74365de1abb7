#pragma once

#include "base/input.h"
#include "base/result.h"
#include "sdmx/artefact.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sdmx {

/// How a message is written.
enum class Format : std::uint8_t { ml_21, ml_30, json_1, json_2, csv_1, csv_2 };

enum class MessageKind : std::uint8_t { data, structure, metadata, error, query, registry };
std::string_view name(MessageKind kind);  ///< "data", "structure", ...

/// What a message is, known before anything of it is read.
struct MessageForm {
    Format format = Format::ml_21;
    MessageKind kind = MessageKind::data;
    bool structure_specific = false;  ///< SDMX-ML data whose components are XML attributes
};

/// One value of a component: FREQ = M. A multilingual or many-valued one is given piece by piece.
struct ComponentValue {
    std::string_view component;
    std::string_view value;
    std::string_view language = {};  ///< of a piece in one of several languages
};

/// What is said of a component; empty where nothing is.
inline std::string_view value_of(std::span<const ComponentValue> values,
                                 std::string_view component) {
    for (const auto& value : values)
        if (value.component == component)
            return value.value;
    return {};
}

/// What a data set says of itself.
struct DataSetStart {
    enum class Action : std::uint8_t { information, append, merge, replace, remove };
    Action action = Action::information;
    std::string structure;                         ///< as the message names it: an id, or a URN
    std::optional<Reference> structure_reference;  ///< where the message tells what it is
    std::string dimension_at_observation;          ///< "TIME_PERIOD", "AllDimensions", ...
    std::string valid_from;
    std::string valid_to;
};

/// Where a row of SDMX-CSV begins, and which bytes say what its fields are.
struct RowPlace {
    std::uint64_t bytes = 0;  ///< of the message, in front of the row
    std::size_t line = 1;
    std::uint64_t header_bytes = 0;  ///< of the message, up to the end of its first row
};

/// One observation with the whole of its key.
///
/// Shape: `key` holds every dimension that was written (the series' and the observation's own, in
///        that order); `value` is absent where none was written. Views live until the call ends.
struct ObservationRecord {
    std::span<const ComponentValue> key;
    std::optional<std::string_view> value;
    std::span<const ComponentValue> attributes;  ///< the observation's own
    std::string_view where;                      ///< "FILE:LINE" or "FILE:LINE:COLUMN"
    std::optional<RowPlace> next = {};           ///< the next row's, of SDMX-CSV alone
};

struct MessageHeader {
    std::string id;
    std::string prepared;
    std::string sender;
    bool test = false;
};

/// An error message of a service, or a footer.
struct ServiceMessage {
    std::string code;
    std::string severity;
    std::vector<std::string> texts;
};

/// Takes what a reader finds, in the order found; an error that it returns ends the reading.
class MessageSink {
  public:
    virtual ~MessageSink() = default;
    virtual base::Result<void> form(const MessageForm&) { return {}; }
    virtual base::Result<void> header(const MessageHeader&) { return {}; }
    virtual base::Result<void> data_set(const DataSetStart&) { return {}; }
    /// Values that are said of the whole data set.
    virtual base::Result<void> data_set_attributes(std::span<const ComponentValue>) { return {}; }
    /// Values that are said of every observation whose key has these values.
    virtual base::Result<void> group(std::span<const ComponentValue> /*key*/,
                                     std::span<const ComponentValue> /*attributes*/) {
        return {};
    }
    /// Once for each series that was written as one, before its observations; never where a
    /// message has observations alone (flat).
    virtual base::Result<void> series(std::span<const ComponentValue> /*key*/,
                                      std::span<const ComponentValue> /*attributes*/) {
        return {};
    }
    virtual base::Result<void> observation(const ObservationRecord&) { return {}; }
    virtual base::Result<void> artefact(Artefact&&) { return {}; }
    virtual base::Result<void> service_message(const ServiceMessage&) { return {}; }
};

using base::Input;

/// Bounds that hold against hostile messages; a reader's memory does not grow with the message,
/// but for what a single row, artefact or list of values needs, and for what SDMX-JSON has the
/// wrong way round: data in front of the structure that says what they mean.
struct ReadBounds {
    std::size_t depth_max = 64;
    std::size_t text_bytes_max = 16u << 20;  ///< one text, attribute or field
    std::size_t components_max = 1024;       ///< of one key or row
    std::size_t items_max = 4'000'000;       ///< of one artefact, or values of one component
    std::size_t held_bytes_max = 256u
                                 << 20;  ///< data of SDMX-JSON that stand before their structure
};

/// What a reader needs to know beforehand.
///
/// `structure_of` gives the structure that a message names, where it is known: a generic or JSON
/// message does without, a structure-specific one then knows which values are dimensions. Without
/// it, what may be a dimension is taken for one by the rules of docs/formats/sdmx.md.
struct ReadOptions {
    std::string name;  ///< of the file; places of errors begin with it
    std::function<const DataStructure*(const DataSetStart&)> structure_of = {};
    ReadBounds bounds = {};
    /// Of SDMX-CSV: the input gives the first `header_bytes`, then the message from this row on.
    std::optional<RowPlace> from = {};
};

/// Reads any SDMX message: which one, its first bytes tell.
///
/// Errors: sdmx_unknown_form (it is none of them: what was expected and found), sdmx_malformed
///         with file, line and column, sdmx_out_of_bounds, sdmx_invalid_urn, invalid_utf8, those of
///         the input and of the sink.
base::Result<void> read_message(const Input& input, const ReadOptions& options, MessageSink& sink);

}  // namespace sdmx
