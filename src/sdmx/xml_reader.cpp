#include "sdmx/xml_reader.h"

#include "sdmx/place.h"

#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace sdmx {

namespace {

// A block's events are gathered before they are handed out: small enough for the cache, large
// enough that the parser's start-up for each block does not count.
constexpr std::size_t block_bytes = std::size_t{1} << 15;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

struct FreeContext {
    void operator()(xmlParserCtxt* context) const {
        if (context->myDoc != nullptr)
            xmlFreeDoc(context->myDoc);
        xmlFreeParserCtxt(context);
    }
};

// Faults of a text's encoding reach libxml2's handler of the thread alone, which would print them.
class ThreadErrors {
  public:
    ThreadErrors(void* context, xmlStructuredErrorFunc handler)
        : context_(xmlStructuredErrorContext), handler_(xmlStructuredError) {
        xmlSetStructuredErrorFunc(context, handler);
    }
    ThreadErrors(const ThreadErrors&) = delete;
    ThreadErrors& operator=(const ThreadErrors&) = delete;
    ~ThreadErrors() { xmlSetStructuredErrorFunc(context_, handler_); }

  private:
    void* context_;
    xmlStructuredErrorFunc handler_;
};

}  // namespace

// libxml2's push parser calls back for each event of a block; the events wait in `events_` with
// their texts in `texts_`, so that readers may pull them one by one.
class XmlReader::Parser {
  public:
    struct Stored {
        XmlReader::Event type;
        const xmlChar* name;
        const xmlChar* space;
        std::size_t first;  // attribute, or byte of the text
        std::size_t count;
        int line;
        int column;
    };
    struct StoredAttribute {
        const xmlChar* name;
        const xmlChar* space;
        std::size_t first;
        std::size_t count;
    };

    Parser(const Input& input, const ReadOptions& options) : input_(input), options_(options) {
        handler_.initialized = XML_SAX2_MAGIC;
        handler_.startElementNs = on_start;
        handler_.endElementNs = on_end;
        handler_.characters = on_text;
        handler_.cdataBlock = on_text;
        handler_.internalSubset = on_document_type;
        handler_.serror = on_error;
    }

    base::Result<XmlReader::Event> next() {
        ++at_;
        while (at_ >= events_.size()) {
            if (failure_)
                return *failure_;
            if (ended_) {
                at_ = events_.size();
                return XmlReader::Event::done;
            }
            TRY(parse_block());
        }
        if (events_[at_].type == XmlReader::Event::start)
            attributes_ready_ = false;
        return events_[at_].type;
    }

    const Stored* current() const { return at_ < events_.size() ? &events_[at_] : nullptr; }
    std::string_view text() const {
        return std::string_view{texts_}.substr(current()->first, current()->count);
    }
    std::span<const XmlAttribute> attributes() {
        if (!attributes_ready_) {
            attributes_.clear();
            for (std::size_t i = 0; i < current()->count; ++i) {
                const auto& stored = stored_attributes_[current()->first + i];
                attributes_.push_back(
                    {view(stored.name), view(stored.space),
                     std::string_view{texts_}.substr(stored.first, stored.count)});
            }
            attributes_ready_ = true;
        }
        return attributes_;
    }
    std::string_view where() {
        place_.set(options_.name, event_line(), event_column());
        return place_.text();
    }
    std::size_t event_line() const {
        return static_cast<std::size_t>(current() ? current()->line : last_line_);
    }
    std::size_t event_column() const {
        return static_cast<std::size_t>(current() ? current()->column : last_column_);
    }
    const ReadOptions& options() const { return options_; }
    const ReadBounds& bounds() const { return options_.bounds; }

  private:
    base::Result<void> parse_block() {
        events_.clear();
        stored_attributes_.clear();
        texts_.clear();
        at_ = 0;
        std::vector<char>& block = block_;
        block.resize(block_bytes);
        const auto bytes = TRY(input_(block));
        const ThreadErrors errors{this, on_error};
        if (context_ == nullptr) {
            context_.reset(xmlCreatePushParserCtxt(
                &handler_, this, block.data(), static_cast<int>(std::min<std::size_t>(bytes, 4)),
                nullptr));
            if (context_ == nullptr)
                return base::Error{base::ErrorCode::internal, "no memory for an XML parser", {}};
            // Without NOENT an ampersand in an attribute would come as "&#38;". No entity is ever
            // declared: the handler keeps none, and a document type ends the reading.
            xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
            const auto sniffed = std::min<std::size_t>(bytes, 4);
            xmlParseChunk(context_.get(), block.data() + sniffed, static_cast<int>(bytes - sniffed),
                          bytes == 0);
        } else {
            xmlParseChunk(context_.get(), block.data(), static_cast<int>(bytes), bytes == 0);
        }
        ended_ = bytes == 0;
        TRY(check_unparsed());
        return {};
    }

    // A tag that never ends would be gathered without end.
    base::Result<void> check_unparsed() {
        if (failure_ || context_->input == nullptr)
            return {};
        const auto waiting = static_cast<std::size_t>(context_->input->end - context_->input->cur);
        if (waiting > options_.bounds.text_bytes_max)
            return Place{options_.name, line(), column()}.out_of_bounds(
                "expected a tag of at most " + std::to_string(options_.bounds.text_bytes_max) +
                " bytes, found a longer one");
        return {};
    }

    std::size_t line() const {
        return static_cast<std::size_t>(context_->input ? context_->input->line : last_line_);
    }
    std::size_t column() const {
        return static_cast<std::size_t>(context_->input ? context_->input->col : last_column_);
    }

    void fail(base::Error error) {
        if (!failure_)
            failure_ = std::move(error);
        xmlStopParser(context_.get());
    }

    Stored& add(XmlReader::Event type, const xmlChar* name, const xmlChar* space) {
        // During the first call the context is not yet ours to see.
        if (context_ != nullptr && context_->input != nullptr) {
            last_line_ = context_->input->line;
            last_column_ = context_->input->col;
        }
        events_.push_back({type, name, space, 0, 0, last_line_, last_column_});
        return events_.back();
    }

    void start(const xmlChar* name, const xmlChar* space, int count, const xmlChar** given) {
        if (++depth_ > options_.bounds.depth_max)
            return fail(Place{options_.name, line(), column()}.out_of_bounds(
                "expected elements within elements to a depth of " +
                std::to_string(options_.bounds.depth_max) + ", found more"));
        const auto attributes = static_cast<std::size_t>(count);
        if (attributes > options_.bounds.components_max)
            return fail(Place{options_.name, line(), column()}.out_of_bounds(
                "expected at most " + std::to_string(options_.bounds.components_max) +
                " attributes, found " + std::to_string(count)));
        auto& event = add(XmlReader::Event::start, name, space);
        event.first = stored_attributes_.size();
        event.count = attributes;
        for (int i = 0; i < count; ++i, given += 5) {
            const auto length = static_cast<std::size_t>(given[4] - given[3]);
            stored_attributes_.push_back({given[0], given[2], texts_.size(), length});
            texts_.append(reinterpret_cast<const char*>(given[3]), length);
        }
    }

    static void on_start(void* self, const xmlChar* name, const xmlChar*, const xmlChar* space, int,
                         const xmlChar**, int count, int, const xmlChar** given) {
        static_cast<Parser*>(self)->start(name, space, count, given);
    }
    static void on_end(void* self, const xmlChar* name, const xmlChar*, const xmlChar* space) {
        auto& parser = *static_cast<Parser*>(self);
        --parser.depth_;
        parser.add(XmlReader::Event::end, name, space);
    }
    static void on_text(void* self, const xmlChar* text, int count) {
        auto& parser = *static_cast<Parser*>(self);
        auto& events = parser.events_;
        if (events.empty() || events.back().type != XmlReader::Event::text)
            parser.add(XmlReader::Event::text, nullptr, nullptr).first = parser.texts_.size();
        events.back().count += static_cast<std::size_t>(count);
        parser.texts_.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(count));
    }
    static void on_document_type(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& parser = *static_cast<Parser*>(self);
        parser.fail(Place{parser.options_.name, parser.line(), parser.column()}.malformed(
            "expected an SDMX message, found a document type declaration; messages have none"));
    }
    static void on_error(void* self, xmlError* error) {
        auto& parser = *static_cast<Parser*>(self);
        if (error->level == XML_ERR_WARNING || parser.failure_)
            return;
        std::string message{error->message == nullptr ? "not well-formed" : error->message};
        while (!message.empty() && (message.back() == '\n' || message.back() == ' '))
            message.pop_back();
        Place place{parser.options_.name, static_cast<std::size_t>(error->line),
                    static_cast<std::size_t>(error->int2)};
        const bool encoding =
            error->code == XML_ERR_INVALID_ENCODING || error->code == XML_ERR_INVALID_CHAR;
        auto made = place.malformed("expected well-formed XML, found: " + message);
        if (encoding && message.find("UTF-8") != message.npos)
            made.code = base::ErrorCode::invalid_utf8;
        parser.failure_ = std::move(made);
    }

    const Input& input_;
    const ReadOptions& options_;
    xmlSAXHandler handler_{};
    std::unique_ptr<xmlParserCtxt, FreeContext> context_;
    std::vector<char> block_;
    std::vector<Stored> events_;
    std::vector<StoredAttribute> stored_attributes_;
    std::vector<XmlAttribute> attributes_;
    std::string texts_;
    std::optional<base::Error> failure_;
    Place place_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    int last_line_ = 1;
    int last_column_ = 1;
    bool ended_ = false;
    bool attributes_ready_ = false;
};

XmlReader::XmlReader(const Input& input, const ReadOptions& options)
    : parser_(std::make_unique<Parser>(input, options)) {}
XmlReader::~XmlReader() = default;

base::Result<XmlReader::Event> XmlReader::next() {
    return parser_->next();
}

base::Result<XmlReader::Event> XmlReader::next_tag() {
    auto event = TRY(next());
    while (event == Event::text)
        event = TRY(next());
    return event;
}

base::Result<void> XmlReader::skip() {
    for (std::size_t depth = 1; depth > 0;) {
        const auto event = TRY(next());
        if (event == Event::start)
            ++depth;
        else if (event == Event::end)
            --depth;
        else if (event == Event::done)
            return malformed("expected the end of an element, found the end of the file");
    }
    return {};
}

base::Result<std::string> XmlReader::take_text() {
    std::string taken;
    for (;;) {
        switch (TRY(next())) {
            case Event::text:
                if (taken.size() + text().size() > parser_->bounds().text_bytes_max)
                    return out_of_bounds("expected a text of at most " +
                                         std::to_string(parser_->bounds().text_bytes_max) +
                                         " bytes, found a longer one");
                taken += text();
                break;
            case Event::start:
                TRY(skip());
                break;
            case Event::end:
            case Event::done:
                return taken;
        }
    }
}

std::string_view XmlReader::name() const {
    return view(parser_->current()->name);
}
std::string_view XmlReader::space() const {
    return view(parser_->current()->space);
}
std::string_view XmlReader::text() const {
    return parser_->text();
}
std::span<const XmlAttribute> XmlReader::attributes() const {
    return parser_->attributes();
}
std::string_view XmlReader::attribute(std::string_view name) const {
    for (const auto& attribute : attributes())
        if (attribute.name == name)
            return attribute.value;
    return {};
}
std::string_view XmlReader::where() const {
    return parser_->where();
}
std::size_t XmlReader::line() const {
    return parser_->event_line();
}
std::size_t XmlReader::column() const {
    return parser_->event_column();
}
const ReadOptions& XmlReader::options() const {
    return parser_->options();
}
base::Error XmlReader::malformed(std::string message) const {
    return {base::ErrorCode::sdmx_malformed, std::move(message), std::string{where()}};
}
base::Error XmlReader::out_of_bounds(std::string message) const {
    return {base::ErrorCode::sdmx_out_of_bounds, std::move(message), std::string{where()}};
}

}  // namespace sdmx
