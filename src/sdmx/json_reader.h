#pragma once

#include "sdmx/message.h"

#include <memory>
#include <string>
#include <string_view>

namespace sdmx {

/// Reads JSON token by token, within bounds, and says where in the file it stands. Numbers keep
/// the digits they were written with.
///
/// Errors: sdmx_malformed (no JSON, cut short, more behind it), sdmx_out_of_bounds, invalid_utf8,
///         those of the input.
/// Source: RFC 8259.
class JsonReader {
  public:
    enum class Token : std::uint8_t {
        begin_object,
        end_object,
        begin_array,
        end_array,
        key,
        text,
        number,
        boolean,
        null,
        done
    };
    /// A part of a file that was held back, and where it stood.
    struct Held {
        std::string text;
        std::size_t line = 1;
        std::size_t column = 1;
    };

    JsonReader(const Input& input, const ReadOptions& options);
    /// Reads on in a part that was held; it must outlive the reader.
    JsonReader(const Held& held, const ReadOptions& options);
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;
    ~JsonReader();

    base::Result<Token> next();
    /// The same, where a value of that kind is wanted: "expected WHAT, found ...".
    base::Result<void> expect(Token wanted, std::string_view what);
    /// Within an object: true at a key, false at the object's end.
    base::Result<bool> next_key();
    Token token() const;
    /// Of a key or scalar; "true", "false", "null" of those.
    std::string_view text() const;

    /// Past the end of the value whose first token was read last.
    base::Result<void> skip();
    /// After a key: the text of the whole value, unread.
    base::Result<Held> hold();

    std::size_t line() const;
    std::size_t column() const;
    std::string_view where() const;  ///< "FILE:LINE:COLUMN"
    base::Error malformed(std::string message) const;
    base::Error out_of_bounds(std::string message) const;
    const ReadOptions& options() const;

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace sdmx
