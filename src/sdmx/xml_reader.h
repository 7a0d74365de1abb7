#pragma once

#include "sdmx/message.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// An attribute of an element. The text of a name is at one address in the whole message, so that
/// names may be told apart by it.
struct XmlAttribute {
    std::string_view name;   ///< without prefix
    std::string_view space;  ///< its namespace; empty where it has no prefix
    std::string_view value;
};

/// Reads XML element by element, within bounds, and says where in the file it stands.
///
/// Errors: sdmx_malformed (not well-formed, cut short, a document type declaration: entities are
///         never expanded), sdmx_out_of_bounds, invalid_utf8, those of the input.
/// Source: XML 1.0 (fifth edition), Namespaces in XML 1.0.
class XmlReader {
  public:
    enum class Event : std::uint8_t { start, end, text, done };

    XmlReader(const Input& input, const ReadOptions& options);
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;
    ~XmlReader();

    /// Moves to the next event; what the accessors gave before is gone then.
    base::Result<Event> next();
    /// Moves to the next start of a child or to the end of its parent, passing over text.
    base::Result<Event> next_tag();
    /// From the start of an element past its end.
    base::Result<void> skip();
    /// From the start of an element past its end: the text in it, without that of its children.
    base::Result<std::string> take_text();

    std::string_view name() const;   ///< of the element, without prefix
    std::string_view space() const;  ///< its namespace
    std::string_view text() const;
    std::span<const XmlAttribute> attributes() const;
    std::string_view attribute(std::string_view name) const;  ///< empty where it has none

    std::string_view where() const;  ///< "FILE:LINE:COLUMN" of the event
    std::size_t line() const;
    std::size_t column() const;
    const ReadOptions& options() const;
    base::Error malformed(std::string message) const;
    base::Error out_of_bounds(std::string message) const;

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace sdmx
