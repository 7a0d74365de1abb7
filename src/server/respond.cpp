#include "server/respond.h"

#include "server/negotiate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace server {

namespace {

struct Phrase {
    int status;
    std::string_view text;
};

constexpr std::array phrases{
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{206, "Partial Content"},
    Phrase{301, "Moved Permanently"},
    Phrase{302, "Found"},
    Phrase{303, "See Other"},
    Phrase{304, "Not Modified"},
    Phrase{307, "Temporary Redirect"},
    Phrase{308, "Permanent Redirect"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{410, "Gone"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{414, "URI Too Long"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{417, "Expectation Failed"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
    Phrase{505, "HTTP Version Not Supported"},
    Phrase{507, "Insufficient Storage"},
};

// A page runs and shows only what we serve ourselves, and sets styles only through its script.
constexpr std::string_view page_security =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";
constexpr std::string_view data_security =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr std::string_view common_security =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

bool is_text(std::string_view type) {
    type = type.substr(0, type.find(';'));
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           type == "application/json" || type == "application/xml" ||
           type == "application/javascript" || type == "application/manifest+json";
}

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

// A value that came from outside (a Location, say) must not begin another header.
bool is_safe_value(std::string_view value) {
    return value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
}

struct Body {
    std::string_view bytes;
    std::string_view tag;
    bool is_gzip = false;
    bool varies = false;
};

// Which form of the content this client gets. The tag is asked for only where it is sent.
Body choose_body(const Request& request, const Response& response) {
    Body body;
    if (!response.content)
        return body;
    body.bytes = response.content->plain();
    body.varies = is_text(response.content_type);
    const bool is_read = request.method == Method::get || request.method == Method::head;
    if (response.status == 200 && is_read && response.cache_control != "no-store")
        body.tag = response.content->tag();
    if (body.varies && body.bytes.size() > Content::gzip_bytes_min) {
        const auto accepted = request.header("Accept-Encoding");
        const auto gzip =
            accepted && accepts_gzip(*accepted) ? response.content->gzip() : std::string_view{};
        if (!gzip.empty()) {
            body.bytes = gzip;
            body.is_gzip = true;
        }
    }
    return body;
}

void append_status_line(std::string& head, int status) {
    head += "HTTP/1.1 ";
    append_number(head, static_cast<std::size_t>(status));
    head.append(" ").append(reason_phrase(status)).append("\r\n");
    append(head, "Date", http_date_now());
}

void append_body_headers(std::string& head, const Response& response, const Body& body,
                         int status) {
    if (!body.tag.empty()) {
        head.append("ETag: \"").append(body.tag);
        if (body.is_gzip)
            head.append(gzip_tag_suffix);
        head.append("\"\r\n");
    }
    if (body.varies)
        append(head, "Vary", "Accept-Encoding");
    if (status == 304 || status == 204)
        return;
    if (!response.content_type.empty())
        append(head, "Content-Type", response.content_type);
    if (body.is_gzip)
        append(head, "Content-Encoding", "gzip");
    head += "Content-Length: ";
    append_number(head, body.bytes.size());
    head += "\r\n";
}

}  // namespace

std::string_view reason_phrase(int status) {
    const auto found = std::ranges::find(phrases, status, &Phrase::status);
    return found == phrases.end() ? std::string_view{} : found->text;
}

std::string_view http_date_now() {
    thread_local std::time_t kept_for = -1;
    thread_local std::string kept;
    const std::time_t now = std::time(nullptr);
    if (now != kept_for) {
        // Not strftime's %a and %b: they would follow the locale.
        constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::array<char, 32> tail;
        const auto length = std::strftime(tail.data(), tail.size(), "%Y %H:%M:%S GMT", &parts);
        std::array<char, 4> day{static_cast<char>('0' + parts.tm_mday / 10),
                                static_cast<char>('0' + parts.tm_mday % 10), ' ', '\0'};
        kept = std::string{days[static_cast<std::size_t>(parts.tm_wday)]} + ", " + day.data() +
               months[static_cast<std::size_t>(parts.tm_mon)] + " " +
               std::string{tail.data(), length};
        kept_for = now;
    }
    return kept;
}

void render(const Request& request, const Response& response, Connection connection,
            WireAnswer& out) {
    const Body body = choose_body(request, response);
    int status = response.status;
    if (!body.tag.empty()) {
        const auto known = request.header("If-None-Match");
        if (known && matches_tag(*known, body.tag))
            status = 304;
    }

    out.status = status;
    std::string& head = out.head;
    head.clear();
    head.reserve(768);
    append_status_line(head, status);
    append_body_headers(head, response, body, status);
    if (status < 300 || status == 304 || response.cache_control == "no-store")
        append(head, "Cache-Control", response.cache_control);
    head += common_security;
    head += response.content_type.starts_with("text/html") ? page_security : data_security;
    for (const auto& header : response.headers)
        if (is_safe_value(header.value))
            append(head, header.name, header.value);
    if (!request.id.empty())
        append(head, "X-Request-Id", request.id);
    if (connection == Connection::close)
        append(head, "Connection", "close");
    head += "\r\n";

    const bool bodiless = request.method == Method::head || status == 304 || status == 204;
    out.body = bodiless ? std::string_view{} : body.bytes;
    out.content = response.content;
}

}  // namespace server
