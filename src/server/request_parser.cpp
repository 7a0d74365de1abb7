#include "server/request_parser.h"

#include <fmt/format.h>

#include <limits>
#include <optional>
#include <utility>

// Beast, here and nowhere else, and of it only the parser.
#include "base/text.h"
#include "server/target.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace server {

namespace http = boost::beast::http;
using base::Error;
using base::ErrorCode;
using boost::beast::error_code;

namespace {

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

// What Beast finds writes itself straight into our own Request.
class Reader final : public http::basic_parser<true> {
  public:
    Reader(Request& request, const ParserLimits& limits) : request_(request), limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
        // Its own limit answers before a route is known; ours comes after.
        body_limit(std::numeric_limits<std::uint64_t>::max());
        eager(false);
    }

    std::optional<Error> refusal;  // ours, where an error_code would say too little
    std::size_t body_bytes_max = 0;
    bool header_read = false;
    bool expects_continue = false;

    void refuse(ErrorCode code, std::string message, std::string where, error_code& ec) {
        if (!refusal)
            refusal = Error{code, std::move(message), std::move(where)};
        ec = http::error::bad_value;
    }

  private:
    void on_request_impl(http::verb, boost::beast::string_view method,
                         boost::beast::string_view target, int version, error_code& ec) override {
        version_ = version;
        if (target.size() > limits_.target_bytes_max)
            return refuse(ErrorCode::uri_too_long,
                          fmt::format("an address has at most {} bytes, found {}",
                                      limits_.target_bytes_max, target.size()),
                          "address", ec);
        request_.method = method_named(view(method));
        if (request_.method == Method::other)
            return refuse(
                ErrorCode::method_not_known,
                fmt::format("the method {} is not known here", view(method).substr(0, 32)),
                "method", ec);
        auto read = read_target(view(target), request_);
        if (!read)
            return refuse(read.error().code, read.error().message, read.error().where, ec);
    }

    void on_response_impl(int, boost::beast::string_view, int, error_code&) override {}

    void on_field_impl(http::field, boost::beast::string_view name, boost::beast::string_view value,
                       error_code&) override {
        // Trailers come this way too; they must not add to a header that was already judged.
        if (!header_read)
            request_.headers.push_back({std::string{view(name)}, std::string{view(value)}});
    }

    void on_header_impl(error_code& ec) override {
        header_read = true;
        const auto hosts = request_.count_headers("Host");
        if (hosts > 1 || (version_ == 11 && hosts == 0))
            return refuse(ErrorCode::malformed_request,
                          fmt::format("a request has exactly one Host header, found {}", hosts),
                          "Host", ec);
        if (const auto coding = request_.header("Transfer-Encoding")) {
            if (version_ < 11)
                return refuse(ErrorCode::malformed_request,
                              "HTTP/1.0 has no Transfer-Encoding (RFC 9112, section 6.1)",
                              "Transfer-Encoding", ec);
            if (!same_name(base::trimmed(*coding), "chunked") ||
                request_.count_headers("Transfer-Encoding") > 1)
                return refuse(ErrorCode::transfer_coding_not_known,
                              "the only Transfer-Encoding that is read is chunked",
                              "Transfer-Encoding", ec);
        }
        if (const auto expectation = request_.header("Expect"); expectation && version_ == 11) {
            if (!same_name(base::trimmed(*expectation), "100-continue"))
                return refuse(ErrorCode::expectation_failed,
                              "the only expectation that is met is 100-continue", "Expect", ec);
            expects_continue = true;
        }
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        if (length && *length <= body_bytes_max)
            request_.body.reserve(static_cast<std::size_t>(*length));
    }

    std::size_t take(boost::beast::string_view bytes, error_code& ec) {
        if (bytes.size() > body_bytes_max - request_.body.size())
            refuse(ErrorCode::body_too_large,
                   fmt::format("the body has at most {} bytes here", body_bytes_max), "body", ec);
        else
            request_.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    std::size_t on_body_impl(boost::beast::string_view bytes, error_code& ec) override {
        return take(bytes, ec);
    }

    void on_chunk_header_impl(std::uint64_t size, boost::beast::string_view,
                              error_code& ec) override {
        if (size > body_bytes_max - request_.body.size())
            refuse(ErrorCode::body_too_large,
                   fmt::format("the body has at most {} bytes here", body_bytes_max), "body", ec);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, boost::beast::string_view bytes,
                                   error_code& ec) override {
        return take(bytes, ec);
    }

    void on_finish_impl(error_code&) override {}

    Request& request_;
    const ParserLimits& limits_;
    int version_ = 11;
};

std::string_view said_of(const error_code& ec) {
    if (ec == http::error::bad_method)
        return "a request begins with a method in letters and one space";
    if (ec == http::error::bad_target)
        return "the address holds a byte that no address may hold";
    if (ec == http::error::bad_line_ending)
        return "a line must end in CR LF";
    if (ec == http::error::bad_field)
        return "a header is a name, a colon at once, and a value";
    if (ec == http::error::bad_value)
        return "the value of a header holds a byte that it may not hold";
    if (ec == http::error::bad_content_length)
        return "Content-Length must be one number, and stand without Transfer-Encoding";
    if (ec == http::error::bad_transfer_encoding)
        return "Transfer-Encoding must stand once, and without Content-Length";
    if (ec == http::error::bad_chunk || ec == http::error::bad_chunk_extension)
        return "a chunk is its size in hexadecimal digits, a line end, its bytes and a line end";
    return "the request is not HTTP as RFC 9112 defines it";
}

// However far a chunked body was read, so many bytes are still to come: "0", CR LF, CR LF.
constexpr std::size_t last_chunk_bytes = 5;

// Whether the first line ends as a request line of some version of HTTP does.
bool names_a_version(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find("\r\n"));
    const auto slash = line.rfind("HTTP/");
    return slash != std::string_view::npos && line.size() - slash == 8 && line[slash + 6] == '.';
}

}  // namespace

struct RequestParser::Machine {
    explicit Machine(ParserLimits given) : limits(given) { reader.emplace(request, limits); }

    State fail(Error with) {
        error = std::move(with);
        state = State::failed;
        return state;
    }

    State fail_header_limit() {
        if (!has_start_line)
            return fail({ErrorCode::uri_too_long,
                         fmt::format("an address has at most {} bytes", limits.target_bytes_max),
                         "address"});
        return fail({ErrorCode::header_too_large,
                     fmt::format("a header has at most {} bytes", limits.header_bytes_max),
                     "header"});
    }

    State put(std::string_view bytes, std::size_t& used);
    State failed_with(const error_code& ec, std::string_view bytes);

    ParserLimits limits;
    Request request;
    std::optional<Reader> reader;
    Error error;
    State state = State::need_more;
    std::size_t header_bytes = 0;
    bool has_start_line = false;
};

RequestParser::State RequestParser::Machine::failed_with(const error_code& ec,
                                                         std::string_view bytes) {
    if (reader->refusal)
        return fail(std::move(*reader->refusal));
    if (ec == http::error::header_limit)
        return fail_header_limit();
    if (ec == http::error::bad_version && names_a_version(bytes))
        return fail({ErrorCode::http_version_not_supported,
                     "the version must be HTTP/1.1 or HTTP/1.0", "version"});
    return fail({ErrorCode::malformed_request, std::string{said_of(ec)}, "request"});
}

RequestParser::State RequestParser::Machine::put(std::string_view bytes, std::size_t& used) {
    used = 0;
    // RFC 9112, section 2.2: an empty line before the request line is skipped.
    if (!reader->got_some() && header_bytes == 0) {
        if (bytes == "\r")
            return State::need_more;
        if (bytes.starts_with("\r\n"))
            used = header_bytes = 2;
    }
    if (used == bytes.size())
        return State::need_more;
    // Beast 1.74 takes for granted that no less is there when it comes back to the last chunk, and
    // ends the process otherwise.
    if (state == State::header_read && reader->chunked() && bytes.size() < last_chunk_bytes)
        return State::need_more;

    has_start_line = has_start_line || bytes.find('\n', used) != std::string_view::npos;
    error_code ec;
    const std::size_t taken =
        reader->put(boost::asio::const_buffer{bytes.data() + used, bytes.size() - used}, ec);
    used += taken;
    if (state == State::need_more)
        header_bytes += taken;
    if (ec && ec != http::error::need_more)
        return failed_with(ec, bytes);
    if (!reader->header_read && header_bytes + (bytes.size() - used) > limits.header_bytes_max)
        return fail_header_limit();
    if (reader->is_header_done() && state == State::need_more) {
        if (header_bytes > limits.header_bytes_max)
            return fail_header_limit();
        reader->eager(true);
        state = State::header_read;
        return state;
    }
    if (reader->is_done()) {
        state = State::complete;
        return state;
    }
    return State::need_more;
}

RequestParser::RequestParser(ParserLimits limits) : machine_(std::make_unique<Machine>(limits)) {}
RequestParser::~RequestParser() = default;

void RequestParser::reset() {
    auto& machine = *machine_;
    machine.request.clear();
    machine.reader.emplace(machine.request, machine.limits);
    machine.state = State::need_more;
    machine.header_bytes = 0;
    machine.has_start_line = false;
}

RequestParser::State RequestParser::put(std::string_view bytes, std::size_t& used) {
    used = 0;
    auto& machine = *machine_;
    if (machine.state == State::failed || machine.state == State::complete)
        return machine.state;
    if (machine.state == State::header_read && machine.reader->is_done()) {
        machine.state = State::complete;
        return machine.state;
    }
    return machine.put(bytes, used);
}

RequestParser::State RequestParser::limit_body(std::size_t bytes) {
    auto& machine = *machine_;
    machine.reader->body_bytes_max = bytes;
    if (machine.state == State::header_read && body_bytes_told() > bytes)
        return machine.fail(
            {ErrorCode::body_too_large,
             fmt::format("the body has at most {} bytes here, found {}", bytes, body_bytes_told()),
             "body"});
    return machine.state;
}

bool RequestParser::has_begun() const noexcept {
    return machine_->reader->got_some();
}

bool RequestParser::has_body() const noexcept {
    return machine_->reader->is_header_done() && !machine_->reader->is_done();
}

std::uint64_t RequestParser::body_bytes_told() const noexcept {
    if (!machine_->reader->is_header_done())
        return 0;
    return machine_->reader->content_length().value_or(0);
}

bool RequestParser::expects_continue() const noexcept {
    return machine_->reader->expects_continue;
}
bool RequestParser::keeps_alive() const noexcept {
    return machine_->state == State::complete && machine_->reader->keep_alive();
}
Request& RequestParser::request() noexcept {
    return machine_->request;
}
const base::Error& RequestParser::error() const noexcept {
    return machine_->error;
}

}  // namespace server
