// libFuzzer's entry for what comes over a connection: requests one behind the other, their
// addresses, and the headers by which an answer is chosen.

#include "base/fuzz/hold.h"
#include "base/text.h"
#include "server/negotiate.h"
#include "server/request_parser.h"
#include "server/respond.h"
#include "server/target.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using base::hold;
using server::RequestParser;
using State = RequestParser::State;

constexpr std::size_t body_bytes_max = 2000;

bool is_utf8(std::string_view text) {
    return base::check_utf8(text, "").ok();
}

std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        made += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return made;
}

bool same_parameters(const server::Request& a, const server::Request& b) {
    return std::ranges::equal(
        a.query_parameters, b.query_parameters,
        [](const auto& x, const auto& y) { return x.name == y.name && x.value == y.value; });
}

// What was read of an address, written with every byte encoded, is read the same again.
void hold_address(const server::Request& request) {
    if (request.path == "*")
        return;
    hold(request.path.starts_with('/') && request.path_parameters.empty());
    std::string again;
    for (const auto& segment : request.segments) {
        hold(is_utf8(segment) && segment != "." && segment != ".." &&
             segment.find('\0') == segment.npos);
        again += "/" + encoded(segment);
    }
    if (again.empty() || request.trailing_slash)
        again += "/";
    again += "?";
    for (const auto& [name, value] : request.query_parameters) {
        hold(is_utf8(name) && is_utf8(value));
        again += "&" + encoded(name) + "=" + encoded(value);
    }
    server::Request other;
    hold(server::read_target(again, other).ok());
    hold(other.segments == request.segments && same_parameters(other, request) &&
         other.trailing_slash == request.trailing_slash);
    std::string_view path = request.path;
    hold(!server::percent_decoded(path) || is_utf8(server::percent_decoded(path).value()));
}

// An answer holds only what it was given, in lines of its own, whatever the request was.
void hold_answer(const server::Request& request, const server::Response& response) {
    server::WireAnswer answer;
    server::render(request, response, server::Connection::close, answer);
    hold(answer.head.starts_with("HTTP/1.1 ") && answer.head.ends_with("\r\n\r\n"));
    hold(answer.head.find("\r\n\r\n") + 4 == answer.head.size());
    hold(std::ranges::count(answer.head, '\r') == std::ranges::count(answer.head, '\n'));
}

void hold_headers(const server::Request& request) {
    for (const auto& [name, value] : request.headers) {
        hold(!name.empty() && name.find_first_of(" \t\r\n:") == name.npos);
        hold(value.find_first_of("\r\n") == value.npos);
    }
    const auto tag = request.header("If-None-Match").value_or("");
    hold(!server::matches_tag(tag, tag) || !tag.empty());
    if (const auto since = request.header("If-Modified-Since"))
        if (const auto when = server::read_http_date(*since))
            hold(server::read_http_date(server::http_date(*when)) ==
                 std::chrono::floor<std::chrono::seconds>(*when) +
                     std::chrono::microseconds{999'999});
    (void)request.media_type();
    (void)request.bearer_token();
}

// JSON that is refused is refused at a place that lies in the body.
void hold_body(const server::Request& request) {
    const auto json = request.json();
    if (json.ok())
        return;
    hold(is_utf8(json.error().text()) && json.error().where.starts_with("body"));
    unsigned line = 0, column = 0;
    if (std::sscanf(json.error().where.c_str(), "body:%u:%u", &line, &column) != 2)
        return;
    const auto lines = base::split(request.body, '\n');
    hold(line >= 1 && line <= lines.size());
    hold(column >= 1 && column <= base::count_characters(lines[line - 1]) + 1);
}

void hold_error(const base::Error& error) {
    hold(!error.message.empty() && is_utf8(error.text()));
    hold(base::Json::parse(server::problem_document(error).text()).ok());
    hold(base::info(error.code).http_status >= 400);
}

/// What was read from a connection.
struct Outcome {
    std::vector<std::string> requests;
    bool failed = false;
    base::Error error;
};

std::string told(const RequestParser& parser, const server::Request& request) {
    std::string text{server::name(request.method)};
    text += " " + request.path + "?" + request.query + (parser.keeps_alive() ? " keep" : " close");
    text += parser.expects_continue() ? " expects" : "";
    for (const auto& [name, value] : request.headers)
        text += "\n" + name + ": " + value;
    return text + "\n\n" + request.body;
}

// Feeds the bytes in pieces, as a connection would; `lengths` are those of the pieces, in turn.
Outcome feed(std::string_view bytes, const std::vector<std::size_t>& lengths) {
    RequestParser parser({.header_bytes_max = 4096, .target_bytes_max = 1024});
    parser.reset();
    Outcome outcome;
    std::string pending;
    std::size_t at = 0, turn = 0;
    bool in_body = false;
    for (;;) {
        std::size_t used = 0;
        const State state = parser.put(pending, used);
        hold(used <= pending.size());
        pending.erase(0, used);
        if (state == State::header_read) {
            in_body = true;
            hold(parser.body_bytes_told() == 0 || parser.has_body());
            if (parser.limit_body(body_bytes_max) != State::failed)
                continue;
        }
        if (state == State::complete) {
            auto& request = parser.request();
            hold(request.body.size() <= body_bytes_max);
            hold_address(request);
            hold_headers(request);
            hold_body(request);
            request.id = "1";
            hold_answer(request, server::Response::created("/" + request.path, {}));
            outcome.requests.push_back(told(parser, request));
            parser.reset();
            in_body = false;
            continue;
        }
        if (state != State::need_more) {
            outcome.failed = true;
            outcome.error = parser.error();
            hold_error(outcome.error);
            hold_answer({}, server::Response::problem(outcome.error));
            return outcome;
        }
        // More is not kept waiting. How long the line of a chunk may be is the connection's affair,
        // which has room for no more than 64 KB.
        hold(in_body || pending.size() <= 4096 + 2);
        if (at == bytes.size())
            return outcome;
        const auto piece = std::max<std::size_t>(1, lengths[turn++ % lengths.size()]);
        pending += bytes.substr(at, piece);
        at = std::min(bytes.size(), at + piece);
    }
}

// What is accepted does not depend on how the bytes were cut. A broken header that came in pieces
// is judged once its end is there.
void hold_same(const Outcome& whole, const Outcome& cut) {
    hold(cut.requests == whole.requests);
    hold(!cut.failed || whole.failed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto whole = feed(text, {size + 1});
    hold_same(whole, feed(text, {1}));
    std::vector<std::size_t> lengths;
    for (std::size_t i = 0; i < std::min<std::size_t>(size, 16); ++i)
        lengths.push_back(data[size - 1 - i] % 67);
    if (!lengths.empty())
        hold_same(whole, feed(text, lengths));
    return 0;
}
