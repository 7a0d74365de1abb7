#include "sdmx/read_ml.h"

#include "sdmx/element_reference.h"
#include "sdmx/excerpt.h"

#include <array>

namespace sdmx {

namespace {

using Event = XmlReader::Event;

constexpr std::string_view schemas = "http://www.sdmx.org/resources/sdmxml/schemas/";

struct Root {
    std::string_view name;
    MessageKind kind;
    bool structure_specific;
};
constexpr std::array<Root, 9> roots{{{"GenericData", MessageKind::data, false},
                                     {"GenericTimeSeriesData", MessageKind::data, false},
                                     {"StructureSpecificData", MessageKind::data, true},
                                     {"StructureSpecificTimeSeriesData", MessageKind::data, true},
                                     {"Structure", MessageKind::structure, false},
                                     {"GenericMetadata", MessageKind::metadata, false},
                                     {"StructureSpecificMetadata", MessageKind::metadata, true},
                                     {"Metadata", MessageKind::metadata, false},
                                     {"Error", MessageKind::error, false}}};

base::Result<MessageForm> form_of(const XmlReader& reader) {
    const auto name = reader.name();
    const auto space = reader.space();
    const auto unknown = [&](std::string_view expected) {
        return base::Error{base::ErrorCode::sdmx_unknown_form,
                           "expected " + std::string{expected} + ", found <" + std::string{name} +
                               "> of \"" + excerpt(space) + '"',
                           std::string{reader.where()}};
    };
    if (!space.starts_with(schemas))
        return unknown("a message of SDMX-ML, whose namespace begins with " + std::string{schemas});
    const auto version = space.substr(schemas.size());
    MessageForm form;
    if (version.starts_with("v2_1/"))
        form.format = Format::ml_21;
    else if (version.starts_with("v3_"))
        form.format = Format::ml_30;
    else
        return unknown("SDMX-ML 2.1 or 3.0");
    for (const auto& root : roots)
        if (root.name == name) {
            form.kind = root.kind;
            form.structure_specific = root.structure_specific;
            return form;
        }
    if (name == "RegistryInterface")
        form.kind = MessageKind::registry;
    else if (name.ends_with("Query"))
        form.kind = MessageKind::query;
    else
        return unknown(
            "a message of SDMX-ML, such as GenericData, StructureSpecificData, "
            "Structure or Error");
    return form;
}

// Of <Structure structureID=...>: whichever of its kinds of reference it has.
base::Result<HeaderStructure> header_structure(const Element& element, std::string_view file) {
    HeaderStructure found;
    found.id = element.attribute("structureID");
    found.dimension_at_observation = element.attribute("dimensionAtObservation");
    struct Kind {
        std::string_view element;
        ArtefactType type;
    };
    for (const auto& kind :
         {Kind{"Structure", ArtefactType::data_structure},
          Kind{"StructureUsage", ArtefactType::dataflow},
          Kind{"ProvisionAgrement", ArtefactType::provision_agreement},  // as 2.1 spells it
          Kind{"ProvisionAgreement", ArtefactType::provision_agreement}})
        if (const auto* child = element.child(kind.element); child != nullptr) {
            found.reference = TRY(reference_in(*child, kind.type, file));
            break;
        }
    return found;
}

base::Result<void> read_header(MlMessage& message) {
    const auto header = TRY(read_tree(message.reader));
    MessageHeader said;
    said.id = header.text_of("ID");
    said.prepared = header.text_of("Prepared");
    said.test = header.text_of("Test") == "true" || header.text_of("Test") == "1";
    if (const auto* sender = header.child("Sender"); sender != nullptr)
        said.sender = sender->attribute("id");
    for (const auto& child : header.children)
        if (child.name == "Structure")
            message.structures.push_back(TRY(header_structure(child, message.options.name)));
    if (const auto action = action_named(header.text_of("DataSetAction")))
        message.action = *action;
    return message.sink.header(said);
}

// An <ErrorMessage> of an Error, or a <Message> of a footer.
base::Result<void> read_service_message(MlMessage& message) {
    const auto element = TRY(read_tree(message.reader));
    ServiceMessage said;
    said.code = element.attribute("code");
    said.severity = element.attribute("severity");
    for (const auto& child : element.children)
        if (child.name == "Text")
            said.texts.push_back(child.text);
    return message.sink.service_message(said);
}

base::Result<void> read_footer(MlMessage& message) {
    while (TRY(message.reader.next_tag()) == Event::start)
        TRY(read_service_message(message));
    return {};
}

// One child of the root.
base::Result<void> read_part(MlMessage& message) {
    const auto name = message.reader.name();
    const auto kind = message.form.kind;
    if (name == "Header")
        return read_header(message);
    if (name == "Footer")
        return read_footer(message);
    if (kind == MessageKind::query || kind == MessageKind::registry)
        return message.reader.skip();
    if (kind == MessageKind::error && name == "ErrorMessage")
        return read_service_message(message);
    if (kind == MessageKind::data && name == "DataSet")
        return message.form.structure_specific ? read_specific_set(message)
                                               : read_generic_set(message);
    if (kind == MessageKind::structure && name == "Structures")
        return read_structures(message);
    if (kind == MessageKind::metadata && name == "MetadataSet")
        return read_metadata_set(message);
    switch (kind) {
        case MessageKind::data:
            return message.unexpected("Header, DataSet or Footer");
        case MessageKind::structure:
            return message.unexpected("Header, Structures or Footer");
        case MessageKind::metadata:
            return message.unexpected("Header, MetadataSet or Footer");
        default:
            return message.unexpected("ErrorMessage or Footer");
    }
}

}  // namespace

const HeaderStructure* MlMessage::structure(std::string_view id) const {
    for (const auto& one : structures)
        if (one.id == id)
            return &one;
    return structures.size() == 1 ? &structures.front() : nullptr;
}

base::Error MlMessage::unexpected(std::string_view expected) const {
    return reader.malformed("expected " + std::string{expected} + ", found <" +
                            std::string{reader.name()} + ">");
}

base::Result<DataSetStart> data_set_start(const MlMessage& message) {
    DataSetStart start;
    start.action = message.action;
    start.structure = message.reader.attribute("structureRef");
    start.valid_from = message.reader.attribute("validFromDate");
    start.valid_to = message.reader.attribute("validToDate");
    if (const auto word = message.reader.attribute("action"); !word.empty()) {
        const auto action = action_named(word);
        if (!action)
            return message.reader.malformed(
                "expected the action Information, Append, Merge, Replace or Delete, found \"" +
                std::string{word} + '"');
        start.action = *action;
    }
    if (const auto* structure = message.structure(start.structure); structure != nullptr) {
        start.structure_reference = structure->reference;
        start.dimension_at_observation = structure->dimension_at_observation;
        if (start.structure.empty())
            start.structure = structure->id;
    }
    return start;
}

base::Result<void> read_ml(const Input& input, const ReadOptions& options, MessageSink& sink) {
    XmlReader reader{input, options};
    if (TRY(reader.next_tag()) != Event::start)
        return reader.malformed("expected a message of SDMX-ML, found no element");
    MlMessage message{reader, options, sink};
    message.form = TRY(form_of(reader));
    TRY(sink.form(message.form));
    for (auto event = TRY(reader.next_tag()); event == Event::start; event = TRY(reader.next_tag()))
        TRY(read_part(message));
    if (TRY(reader.next_tag()) != Event::done)
        return reader.malformed("expected the end of the message, found more");
    return {};
}

}  // namespace sdmx
