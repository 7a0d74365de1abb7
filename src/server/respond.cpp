#include "server/respond.h"

#include "server/negotiate.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace server {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

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
    "Referrer-Policy: no-referrer\r\n";
constexpr std::string_view own_pages_only = "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr std::string_view all_pages =
    "Cross-Origin-Resource-Policy: cross-origin\r\n"
    "Access-Control-Allow-Origin: *\r\n"
    "Access-Control-Expose-Headers: Content-Language, ETag, Last-Modified\r\n";

bool is_text(std::string_view type) {
    type = type.substr(0, type.find(';'));
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           type == "application/json" || type == "application/xml" ||
           type == "application/javascript" || type == "application/manifest+json" ||
           type.ends_with("+csv");
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

// Gives where the value of the date stands.
std::size_t append_status_line(std::string& head, int status) {
    head += "HTTP/1.1 ";
    append_number(head, static_cast<std::size_t>(status));
    head.append(" ").append(reason_phrase(status)).append("\r\n");
    const auto date_at = head.size() + std::string_view{"Date: "}.size();
    append(head, "Date", http_date_now());
    return date_at;
}

// Answers in a row mostly rest on the same change.
std::string_view http_date_of_change(base::Instant instant) {
    thread_local base::Instant kept_for = base::Instant::min();
    thread_local std::string kept;
    if (instant != kept_for) {
        kept = http_date(instant);
        kept_for = instant;
    }
    return kept;
}

void append_body_headers(std::string& head, const Response& response, const Body& body,
                         int status) {
    if (!body.tag.empty()) {
        head.append("ETag: \"").append(body.tag);
        if (body.is_gzip)
            head.append(gzip_tag_suffix);
        head.append("\"\r\n");
    }
    if (body.varies || !response.vary.empty()) {
        head.append("Vary: ").append(response.vary);
        head.append(response.vary.empty() ? "Accept-Encoding\r\n" : ", Accept-Encoding\r\n");
    }
    if (response.last_modified)
        append(head, "Last-Modified", http_date_of_change(*response.last_modified));
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

std::string http_date(base::Instant instant) {
    // Not strftime's %a and %b: they would follow the locale.
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format(
        FMT_COMPILE("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT"),
        weekdays[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
        month_names[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string_view http_date_now() {
    thread_local std::time_t kept_for = -1;
    thread_local std::string kept;
    const std::time_t now = std::time(nullptr);
    if (now != kept_for) {
        kept = http_date(base::Instant{std::chrono::seconds{now}});
        kept_for = now;
    }
    return kept;
}

std::optional<base::Instant> read_http_date(std::string_view text) {
    // Some clients write RFC 3339, with or without parts of a second.
    if (text.size() >= 20 && text[4] == '-' && text[10] == 'T' && text.ends_with('Z')) {
        const auto instant = base::parse_instant(std::string{text.substr(0, 19)} + ".999999Z");
        return instant ? std::optional{instant.value()} : std::nullopt;
    }
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const auto part = text.substr(at, length);
        const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), value);
        return fault == std::errc{} && end == part.data() + part.size() ? value : -1;
    };
    if (text.size() != 29 || !text.ends_with(" GMT"))
        return {};
    const auto month = std::ranges::find(month_names, text.substr(8, 3));
    const int day = number(5, 2);
    const int year = number(12, 4);
    const int hour = number(17, 2);
    const int minute = number(20, 2);
    const int second = number(23, 2);
    if (month == month_names.end() || day < 1 || year < 1 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 60)
        return {};
    const std::chrono::year_month_day date{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month - month_names.begin() + 1)},
        std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return {};
    // Dates of HTTP have no parts of a second; what changed within one has that date.
    return base::Instant{std::chrono::sys_days{date}} + std::chrono::hours{hour} +
           std::chrono::minutes{minute} + std::chrono::seconds{second} +
           std::chrono::microseconds{999'999};
}

void render(const Request& request, const Response& response, Connection connection,
            WireAnswer& out) {
    const Body body = choose_body(request, response);
    int status = response.status;
    if (!body.tag.empty()) {
        const auto known = request.header("If-None-Match");
        if (known && matches_tag(*known, body.tag))
            status = 304;
        // The tag is the better witness: a date is asked only without one (RFC 9110, 13.1.3).
        if (!known && response.last_modified)
            if (const auto since = request.header("If-Modified-Since"))
                if (const auto when = read_http_date(*since);
                    when && *response.last_modified <= *when)
                    status = 304;
    }

    out.status = status;
    std::string& head = out.head;
    head.clear();
    head.reserve(768);
    out.date_at = append_status_line(head, status);
    append_body_headers(head, response, body, status);
    if (status < 300 || status == 304 || response.cache_control == "no-store")
        append(head, "Cache-Control", response.cache_control);
    head += common_security;
    head += response.open_to_all ? all_pages : own_pages_only;
    head += response.content_type.starts_with("text/html") ? page_security : data_security;
    for (const auto& header : response.headers)
        if (is_safe_value(header.value))
            append(head, header.name, header.value);
    out.id_size = request.id.size();
    out.id_at = head.size() + std::string_view{"X-Request-Id: "}.size();
    if (request.id.empty())
        out.id_at = 0;
    else
        append(head, "X-Request-Id", request.id);
    if (connection == Connection::close)
        append(head, "Connection", "close");
    head += "\r\n";

    const bool bodiless = request.method == Method::head || status == 304 || status == 204;
    out.body = bodiless ? std::string_view{} : body.bytes;
    out.content = response.content;
}

}  // namespace server
