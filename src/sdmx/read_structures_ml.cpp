#include "sdmx/artefact_builder.h"
#include "sdmx/read_ml.h"

namespace sdmx {

namespace {

using Event = XmlReader::Event;

base::Result<void> read_artefact(MlMessage& message, ArtefactType type) {
    auto& reader = message.reader;
    ArtefactBuilder builder{type,
                            message.form.format == Format::ml_30 ? Standard::v30 : Standard::v21,
                            message.options};
    const auto own = start_of(reader);
    while (TRY(reader.next_tag()) == Event::start) {
        const auto child = TRY(read_tree(reader));
        TRY(builder.take(child));
    }
    auto artefact = TRY(builder.finish(own));
    return message.sink.artefact(std::move(artefact));
}

const ArtefactTypeInfo* artefact_named(std::string_view name) {
    if (name == "AvailabilityConstraint")  // 3.1
        return &info(ArtefactType::data_constraint);
    const auto* type = type_of_class(name);
    const bool known = type != nullptr && (name == type->class_21 || name == type->class_30);
    return known ? type : nullptr;
}

base::Result<void> read_container(MlMessage& message) {
    while (TRY(message.reader.next_tag()) == Event::start) {
        const auto* type = artefact_named(message.reader.name());
        if (type == nullptr)
            return message.unexpected("an artefact of SDMX, such as Codelist or DataStructure");
        TRY(read_artefact(message, type->type));
    }
    return {};
}

}  // namespace

base::Result<void> read_structures(MlMessage& message) {
    while (TRY(message.reader.next_tag()) == Event::start)
        TRY(read_container(message));
    return {};
}

}  // namespace sdmx
