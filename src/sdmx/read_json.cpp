#include "base/text.h"
#include "sdmx/artefact_builder.h"
#include "sdmx/json_element.h"
#include "sdmx/metadata_report.h"
#include "sdmx/read_data_json.h"
#include "sdmx/read_message.h"

#include <algorithm>

namespace sdmx {

namespace {

using Token = JsonReader::Token;

// Some services write the names of lists in small letters.
const ArtefactTypeInfo* type_of_list(std::string_view member) {
    const auto wanted = base::lower_ascii(member);
    if (wanted == "availabilityconstraints")  // 2.1
        return &info(ArtefactType::data_constraint);
    for (const auto& type : all_artefact_types())
        if (wanted == base::lower_ascii(type.json_1) || wanted == base::lower_ascii(type.json_2))
            return &type;
    return nullptr;
}

class MessageReader {
  public:
    MessageReader(const Input& input, const ReadOptions& options, MessageSink& sink)
        : options_(options), sink_(sink), reader_(input, options) {}

    base::Result<void> read() {
        TRY(reader_.expect(Token::begin_object, "the object of a message"));
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            if (key == "dataSets")
                TRY(read_sets());
            else
                TRY(read_root_member(key));
        }
        if (TRY(reader_.next()) != Token::done)
            return reader_.malformed("expected the end of the message, found more");
        if (held_)
            return reader_.malformed("expected the structure of the data sets, found none");
        return finish();
    }

  private:
    base::Result<void> finish() {
        if (!form_told_) {
            if (!has_data_ && errors_.empty())
                return unknown();
            // A message without any data or artefact is an answer that found none.
            TRY(tell_form(Format::json_2,
                          errors_.empty() ? MessageKind::structure : MessageKind::error));
        }
        for (const auto& error : errors_)
            TRY(sink_.service_message(error));
        return {};
    }

    base::Error unknown() const {
        return {base::ErrorCode::sdmx_unknown_form,
                "expected a message of SDMX-JSON, with meta and data, found neither data nor "
                "errors",
                std::string{reader_.where()}};
    }

    base::Result<void> tell_form(Format format, MessageKind kind) {
        if (form_told_)
            return {};
        form_told_ = true;
        form_.format = schema_ ? *schema_ : format;
        form_.kind = kind;
        TRY(sink_.form(form_));
        return header_ ? sink_.header(*header_) : base::Result<void>{};
    }

    base::Result<void> read_root_member(std::string_view key) {
        TRY(reader_.next());
        if (key == "meta" || key == "header")
            return read_header();
        if (key == "$schema" && reader_.token() == Token::text)
            return take_schema();
        if (key == "structure" || key == "structures")  // before the first edition: no "data"
            return read_structures(key);
        if (key == "data" && reader_.token() == Token::begin_object)
            return read_data();
        if (key == "errors" && reader_.token() == Token::begin_array)
            return read_errors();
        return reader_.skip();
    }

    base::Result<void> take_schema() {
        const auto schema = reader_.text();
        if (schema.contains("/1.0"))
            schema_ = Format::json_1;
        else if (schema.contains("/2."))
            schema_ = Format::json_2;
        return {};
    }

    base::Result<void> read_header() {
        if (reader_.token() != Token::begin_object)
            return reader_.skip();
        MessageHeader header;
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            if (key == "id" && reader_.token() == Token::text)
                header.id = reader_.text();
            else if (key == "prepared" && reader_.token() == Token::text)
                header.prepared = reader_.text();
            else if (key == "test")
                header.test = reader_.text() == "true";
            else if (key == "schema" && reader_.token() == Token::text)
                TRY(take_schema());
            else if (key == "sender" && reader_.token() == Token::begin_object)
                TRY(read_sender(header));
            else
                TRY(reader_.skip());
        }
        header_ = header;
        return form_told_ ? sink_.header(header) : base::Result<void>{};
    }

    base::Result<void> read_sender(MessageHeader& header) {
        while (TRY(reader_.next_key())) {
            const bool id = reader_.text() == "id";
            TRY(reader_.next());
            if (id && reader_.token() == Token::text)
                header.sender = reader_.text();
            else
                TRY(reader_.skip());
        }
        return {};
    }

    base::Result<void> read_data() {
        has_data_ = true;
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            if (key == "dataSets") {
                TRY(read_sets());
                continue;
            }
            TRY(reader_.next());
            if (key == "structure" || key == "structures")
                TRY(read_structures(key));
            else if (key == "metadataSets" && reader_.token() == Token::begin_array)
                TRY(read_metadata_sets());
            else if (const auto* type = type_of_list(key);
                     type != nullptr && reader_.token() == Token::begin_array)
                TRY(read_artefacts(*type, key));
            else
                TRY(reader_.skip());
        }
        return {};
    }

    base::Result<void> read_structures(std::string_view key) {
        if (known_)
            return reader_.malformed("expected the structure of the data sets once, found \"" +
                                     std::string{key} + "\" again");
        const bool several = reader_.token() == Token::begin_array;
        if (several) {
            while (TRY(reader_.next()) != Token::end_array) {
                if (structures_.size() >= options_.bounds.components_max)
                    return reader_.out_of_bounds("expected fewer structures, found more than " +
                                                 std::to_string(structures_.size()));
                structures_.push_back(TRY(read_json_structure(reader_)));
            }
        } else {
            structures_.push_back(TRY(read_json_structure(reader_)));
        }
        known_ = true;
        TRY(tell_form(several ? Format::json_2 : Format::json_1, MessageKind::data));
        if (!held_)
            return {};
        JsonReader held{*held_, options_};
        TRY(held.next());
        TRY(read_json_sets(held, structures_, sink_));
        held_.reset();
        return {};
    }

    // Data in front of their structure are held until it is known.
    base::Result<void> read_sets() {
        if (has_sets_)
            return reader_.malformed("expected \"dataSets\" once, found it again");
        has_sets_ = true;
        if (!known_) {
            held_ = TRY(reader_.hold());
            return {};
        }
        TRY(reader_.next());
        return read_json_sets(reader_, structures_, sink_);
    }

    base::Result<void> read_artefacts(const ArtefactTypeInfo& type, std::string_view list) {
        const bool first = type.json_1 != type.json_2 && list == type.json_1;
        TRY(tell_form(first ? Format::json_1 : Format::json_2, MessageKind::structure));
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object)
                return reader_.malformed("expected an artefact, found another value");
            TRY(read_artefact(type));
        }
        return {};
    }

    base::Result<void> read_artefact(const ArtefactTypeInfo& type) {
        ArtefactBuilder builder{
            type.type, form_.format == Format::json_2 ? Standard::v30 : Standard::v21, options_};
        Element own;
        own.name = type.class_30.empty() ? type.class_21 : type.class_30;
        own.line = static_cast<std::uint32_t>(reader_.line());
        own.column = static_cast<std::uint32_t>(reader_.column());
        while (TRY(reader_.next_key())) {
            const std::string key{reader_.text()};
            TRY(reader_.next());
            if (reader_.token() == Token::begin_array && builder.is_item(element_name(key)))
                TRY(read_items(key, builder));
            else
                TRY(read_member_of(key, own, builder));
        }
        for (const auto& child : own.children)  // names, which one member may take from another
            TRY(builder.take(child));
        auto artefact = TRY(builder.finish(own));
        return sink_.artefact(std::move(artefact));
    }

    // Item by item, for there may be very many.
    base::Result<void> read_items(std::string_view key, ArtefactBuilder& builder) {
        while (TRY(reader_.next()) != Token::end_array) {
            Element parent;
            TRY(read_member(reader_, key, parent));
            for (const auto& item : parent.children)
                TRY(builder.take(item));
        }
        return {};
    }

    base::Result<void> read_member_of(std::string_view key, Element& own,
                                      ArtefactBuilder& builder) {
        if (key.starts_with("name") || key.starts_with("description"))
            return read_member(reader_, key, own);
        Element parent;
        TRY(read_member(reader_, key, parent));
        for (auto& attribute : parent.attributes)
            own.attributes.push_back(std::move(attribute));
        for (const auto& child : parent.children)
            TRY(builder.take(child));
        return {};
    }

    base::Result<void> read_metadata_sets() {
        TRY(tell_form(Format::json_2, MessageKind::metadata));
        while (TRY(reader_.next()) != Token::end_array) {
            Element list;
            if (reader_.token() != Token::begin_object)
                return reader_.malformed("expected a metadata set, found another value");
            while (TRY(reader_.next_key())) {
                const std::string key{reader_.text()};
                TRY(reader_.next());
                TRY(read_member(reader_, key, list));
            }
            TRY(tell_metadata_set(list));
        }
        return {};
    }

    base::Result<void> tell_metadata_set(const Element& set) {
        DataSetStart start;
        start.structure = set.text_of("Metadataflow");
        if (auto reference = parse_urn(start.structure); reference.ok())
            start.structure_reference = reference.value();
        start.valid_from = set.attribute("validFrom");
        start.valid_to = set.attribute("validTo");
        if (const auto action = action_named(set.attribute("action")))
            start.action = *action;
        TRY(sink_.data_set(start));
        MetadataReport report{sink_};
        for (const auto& part : set.children)
            if (part.name == "Target" || part.name == "Attribute")
                TRY(report.take(part));
        return report.tell();
    }

    base::Result<void> read_errors() {
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object) {
                TRY(reader_.skip());
                continue;
            }
            ServiceMessage said;
            while (TRY(reader_.next_key())) {
                const std::string key{reader_.text()};
                TRY(reader_.next());
                if (key == "code" &&
                    (reader_.token() == Token::number || reader_.token() == Token::text))
                    said.code = reader_.text();
                else if ((key == "title" || key == "detail" || key == "message") &&
                         reader_.token() == Token::text)
                    said.texts.emplace_back(reader_.text());
                else
                    TRY(reader_.skip());
            }
            // Errors may stand beside data that were found all the same.
            errors_.push_back(std::move(said));
            if (errors_.size() > options_.bounds.components_max)
                return reader_.out_of_bounds("expected fewer errors, found more than " +
                                             std::to_string(errors_.size()));
        }
        return {};
    }

    const ReadOptions& options_;
    MessageSink& sink_;
    JsonReader reader_;
    MessageForm form_;
    bool form_told_ = false;
    bool has_data_ = false;
    std::optional<Format> schema_;
    std::optional<MessageHeader> header_;
    std::vector<JsonStructure> structures_;
    bool known_ = false;
    bool has_sets_ = false;
    std::optional<JsonReader::Held> held_;
    std::vector<ServiceMessage> errors_;
};

}  // namespace

base::Result<void> read_json(const Input& input, const ReadOptions& options, MessageSink& sink) {
    return MessageReader(input, options, sink).read();
}

}  // namespace sdmx
