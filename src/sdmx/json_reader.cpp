#include "sdmx/json_reader.h"

#include "sdmx/json_stream.h"
#include "sdmx/place.h"

#include <algorithm>
#include <vector>

namespace sdmx {

// The grammar: what may come next is told by the innermost container and by what came last.
class JsonReader::Parser {
  public:
    Parser(const Input& input, const ReadOptions& options, std::size_t line, std::size_t column)
        : input_(input), options_(options), stream_(input_, options, line, column) {}

    base::Result<Token> next() {
        stream_.begin_token();
        auto read = read_token();
        if (stream_.failure())
            return *stream_.failure();
        return read;
    }

    base::Error malformed(std::string message) {
        return {base::ErrorCode::sdmx_malformed, std::move(message), std::string{where()}};
    }
    std::string_view where() {
        stream_.locate();
        place_.set(options_.name, stream_.line(), stream_.column());
        return place_.text();
    }
    JsonStream& stream() { return stream_; }
    Token token() const { return token_; }
    std::string_view text() const { return text_; }
    const ReadOptions& options() const { return options_; }

  private:
    enum class Wanted : std::uint8_t { value, value_or_end, key, key_or_end, comma_or_end, end };

    base::Error unexpected(std::string_view wanted) {
        const char c = stream_.peek();
        const auto found = stream_.at_end() ? std::string{"the end of the file"}
                           : c < ' '        ? std::string{"a control character"}
                                            : '"' + std::string{c} + '"';
        return malformed("expected " + std::string{wanted} + ", found " + found);
    }

    char next_character() {
        char c = stream_.peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            stream_.pass();
            c = stream_.peek();
        }
        return c;
    }

    base::Result<Token> read_token() {
        char c = next_character();
        if (wanted_ == Wanted::comma_or_end && c == ',') {
            stream_.pass();
            c = next_character();
            wanted_ = containers_.back() == '{' ? Wanted::key : Wanted::value;
        }
        switch (wanted_) {
            case Wanted::end:
                if (!stream_.at_end())
                    return malformed("expected the end of the message, found more");
                text_ = {};
                return token_ = Token::done;
            case Wanted::key_or_end:
            case Wanted::comma_or_end:
            case Wanted::value_or_end:
                if (c == '}' || c == ']')
                    return close(c);
                if (wanted_ == Wanted::comma_or_end)
                    return unexpected(containers_.back() == '{' ? "\",\" or \"}\""
                                                                : "\",\" or \"]\"");
                break;
            case Wanted::key:
            case Wanted::value:
                break;
        }
        return wanted_ == Wanted::value || wanted_ == Wanted::value_or_end ? read_value(c)
                                                                           : read_key(c);
    }

    base::Result<Token> read_key(char c) {
        if (c != '"')
            return unexpected("the name of a member");
        TRY(read_string());
        if (next_character_keeping_text() != ':')
            return unexpected("\":\"");
        stream_.pass();
        wanted_ = Wanted::value;
        return token_ = Token::key;
    }

    // The text may lie in the block; what follows may lie in the next one.
    char next_character_keeping_text() {
        const auto ahead = stream_.ahead();
        const auto colon = ahead.find_first_not_of(" \t\r\n");
        if (colon == ahead.npos && text_.data() != own_text_.data()) {
            own_text_ = text_;
            text_ = own_text_;
        }
        return next_character();
    }

    base::Result<Token> read_value(char c) {
        switch (c) {
            case '{':
            case '[':
                return open(c);
            case '"':
                TRY(read_string());
                return scalar(Token::text);
            case 't':
                return word("true", Token::boolean);
            case 'f':
                return word("false", Token::boolean);
            case 'n':
                return word("null", Token::null);
            default:
                if (c == '-' || (c >= '0' && c <= '9'))
                    return read_number();
                return unexpected("a value");
        }
    }

    Token scalar(Token token) {
        wanted_ = containers_.empty() ? Wanted::end : Wanted::comma_or_end;
        return token_ = token;
    }

    base::Result<Token> open(char c) {
        if (containers_.size() >= options_.bounds.depth_max)
            return base::Error{base::ErrorCode::sdmx_out_of_bounds,
                               "expected JSON nested to a depth of " +
                                   std::to_string(options_.bounds.depth_max) + ", found more",
                               std::string{where()}};
        stream_.pass();
        containers_.push_back(c);
        text_ = {};
        wanted_ = c == '{' ? Wanted::key_or_end : Wanted::value_or_end;
        return token_ = c == '{' ? Token::begin_object : Token::begin_array;
    }

    base::Result<Token> close(char c) {
        if ((c == '}') != (containers_.back() == '{'))
            return unexpected(containers_.back() == '{' ? "\"}\"" : "\"]\"");
        stream_.pass();
        containers_.pop_back();
        text_ = {};
        return scalar(c == '}' ? Token::end_object : Token::end_array);
    }

    base::Result<Token> word(std::string_view wanted, Token token) {
        for (const char c : wanted) {
            if (stream_.peek() != c)
                return unexpected("true, false or null");
            stream_.pass();
        }
        text_ = wanted;
        return scalar(token);
    }

    void digits() {
        for (char c = stream_.peek(); c >= '0' && c <= '9'; c = stream_.peek()) {
            own_text_ += c;
            stream_.pass();
        }
    }
    bool one_of(std::string_view characters) {
        const char c = stream_.peek();
        if (c == '\0' || !characters.contains(c))
            return false;
        own_text_ += c;
        stream_.pass();
        return true;
    }
    bool some_digits() {
        const auto before = own_text_.size();
        digits();
        return own_text_.size() > before;
    }

    // How many bytes of the text are a number, as long as the number ends before the text does.
    static std::size_t number_bytes(std::string_view text) {
        std::size_t at = 0;
        const auto pass_digits = [&] {
            const auto first = at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9')
                ++at;
            return at > first;
        };
        at += text.starts_with('-') ? 1 : 0;
        if (at < text.size() && text[at] == '0')
            ++at;
        else if (!pass_digits())
            return 0;
        if (at < text.size() && text[at] == '.') {
            ++at;
            if (!pass_digits())
                return 0;
        }
        const bool whole = at < text.size() && text[at] != 'e' && text[at] != 'E';
        return whole ? at : 0;
    }

    // Most numbers lie in one block and have no exponent; the others go piece by piece.
    base::Result<Token> read_number() {
        if (const auto bytes = number_bytes(stream_.ahead()); bytes > 0) {
            text_ = stream_.ahead().substr(0, bytes);
            stream_.pass(bytes);
            return scalar(Token::number);
        }
        return read_number_in_pieces();
    }

    base::Result<Token> read_number_in_pieces() {
        own_text_.clear();
        one_of("-");
        if (!one_of("0") && !some_digits())
            return unexpected("a digit");
        if (one_of(".") && !some_digits())
            return unexpected("a digit");
        if (one_of("eE")) {
            one_of("+-");
            if (!some_digits())
                return unexpected("a digit");
        }
        text_ = own_text_;
        return scalar(Token::number);
    }

    // From the opening quote past the closing one. A string without escapes that lies in one block
    // stays where it is.
    base::Result<void> read_string() {
        stream_.pass();
        own_text_.clear();
        for (;;) {
            const auto plain = plain_bytes(stream_.ahead());
            const auto text = stream_.ahead().substr(0, plain);
            const bool whole = plain < stream_.ahead().size() && stream_.ahead()[plain] == '"';
            stream_.pass(plain);
            if (whole && own_text_.empty()) {
                stream_.pass();
                text_ = text;
                return {};
            }
            own_text_ += text;
            const char c = stream_.peek();
            if (c == '"') {
                stream_.pass();
                text_ = own_text_;
                return {};
            }
            if (stream_.at_end())
                return unexpected("the quote that closes a text");
            if (c == '\\')
                TRY(read_escape());
            else if (static_cast<unsigned char>(c) < 0x20)
                return unexpected("a text without control characters");
        }
    }

    static std::size_t plain_bytes(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size() && text[at] != '"' && text[at] != '\\' &&
               static_cast<unsigned char>(text[at]) >= 0x20)
            ++at;
        return at;
    }

    base::Result<void> read_escape() {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        stream_.pass();
        const char c = stream_.peek();
        if (const auto found = letters.find(c); found != letters.npos) {
            stream_.pass();
            own_text_ += meant[found];
            return {};
        }
        if (c != 'u')
            return unexpected("one of \"\\/bfnrtu behind a backslash");
        auto code = TRY(read_unicode());
        if (code >= 0xD800 && code < 0xDC00) {
            if (stream_.peek() != '\\')
                return unexpected("the second half of a character");
            stream_.pass();
            const auto low = TRY(read_unicode());
            if (low < 0xDC00 || low > 0xDFFF)
                return unexpected("the second half of a character");
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else if (code >= 0xDC00 && code < 0xE000) {
            return unexpected("the first half of a character before its second");
        }
        append_utf8(code);
        return {};
    }

    base::Result<std::uint32_t> read_unicode() {
        if (stream_.peek() != 'u')
            return unexpected("u and four hexadecimal digits");
        stream_.pass();
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = stream_.peek();
            std::uint32_t digit = 0;
            if (c >= '0' && c <= '9')
                digit = static_cast<std::uint32_t>(c - '0');
            else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
                digit = static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
            else
                return unexpected("four hexadecimal digits");
            code = code * 16 + digit;
            stream_.pass();
        }
        return code;
    }

    void append_utf8(std::uint32_t code) {
        const auto add = [&](std::uint32_t byte) { own_text_ += static_cast<char>(byte); };
        const auto tail = [&](unsigned shift) { add(0x80 | ((code >> shift) & 0x3F)); };
        if (code < 0x80)
            return add(code);
        if (code < 0x800) {
            add(0xC0 | (code >> 6));
        } else if (code < 0x10000) {
            add(0xE0 | (code >> 12));
            tail(6);
        } else {
            add(0xF0 | (code >> 18));
            tail(12);
            tail(6);
        }
        tail(0);
    }

    Input input_;
    const ReadOptions& options_;
    JsonStream stream_;
    std::vector<char> containers_;
    Wanted wanted_ = Wanted::value;
    Token token_ = Token::null;
    std::string_view text_;
    std::string own_text_;
    Place place_;
};

JsonReader::JsonReader(const Input& input, const ReadOptions& options)
    : parser_(std::make_unique<Parser>(input, options, 1, 1)) {}
JsonReader::JsonReader(const Held& held, const ReadOptions& options)
    : parser_(
          std::make_unique<Parser>(base::input_of(held.text), options, held.line, held.column)) {}
JsonReader::~JsonReader() = default;

base::Result<JsonReader::Token> JsonReader::next() {
    return parser_->next();
}

base::Result<void> JsonReader::expect(Token wanted, std::string_view what) {
    if (TRY(next()) != wanted)
        return malformed("expected " + std::string{what} + ", found another value");
    return {};
}

base::Result<bool> JsonReader::next_key() {
    return TRY(next()) == Token::key;
}

JsonReader::Token JsonReader::token() const {
    return parser_->token();
}
std::string_view JsonReader::text() const {
    return parser_->text();
}

base::Result<void> JsonReader::skip() {
    const auto opens = [](Token token) {
        return token == Token::begin_object || token == Token::begin_array;
    };
    const auto closes = [](Token token) {
        return token == Token::end_object || token == Token::end_array;
    };
    if (!opens(token()))
        return {};
    for (std::size_t depth = 1; depth > 0;) {
        const auto found = TRY(next());
        depth += opens(found) ? 1 : 0;
        depth -= closes(found) ? 1 : 0;
    }
    return {};
}

base::Result<JsonReader::Held> JsonReader::hold() {
    Held held;
    held.line = line();
    held.column = column();
    parser_->stream().begin_record();
    TRY(next());
    TRY(skip());
    held.text = parser_->stream().end_record();
    return held;
}

std::size_t JsonReader::line() const {
    parser_->stream().locate();
    return parser_->stream().line();
}
std::size_t JsonReader::column() const {
    parser_->stream().locate();
    return parser_->stream().column();
}
std::string_view JsonReader::where() const {
    return parser_->where();
}
base::Error JsonReader::malformed(std::string message) const {
    return parser_->malformed(std::move(message));
}
base::Error JsonReader::out_of_bounds(std::string message) const {
    return {base::ErrorCode::sdmx_out_of_bounds, std::move(message), std::string{where()}};
}
const ReadOptions& JsonReader::options() const {
    return parser_->options();
}

}  // namespace sdmx
