#pragma once

#include "server/http.h"

#include <memory>
#include <string>
#include <string_view>

namespace server {

/// An answer as it goes over the wire: the header, and a body that somebody else holds.
struct WireAnswer {
    int status = 0;
    std::string head;
    std::string_view body;
    std::shared_ptr<const Content> content;  ///< keeps `body` alive
    // Where in `head` stand the values that differ when the same is answered again.
    std::size_t date_at = 0;
    std::size_t id_at = 0;  ///< 0 where the request has no id
    std::size_t id_size = 0;
};

enum class Connection { keep_alive, close };

/// Makes the bytes of an answer.
///
/// Shape:  304 where If-None-Match names the tag of a 200 to GET or HEAD, or without it where
///         nothing has changed since If-Modified-Since; gzip where the client
///         takes it and the text is longer than 1 KiB; no body to HEAD, 204 and 304; the security
///         headers on everything.
/// Source: RFC 9110; OWASP ASVS 5.0, V3.4 for the headers.
void render(const Request& request, const Response& response, Connection connection,
            WireAnswer& out);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7).
std::string http_date(base::Instant instant);
/// Reads it, and RFC 3339 too, which some clients send; the end of that second.
std::optional<base::Instant> read_http_date(std::string_view text);

/// "Sun, 06 Nov 1994 08:49:37 GMT" for now (RFC 9110, section 5.6.7), kept for a second.
std::string_view http_date_now();

/// The reason phrase of a status; empty where it is not known here.
std::string_view reason_phrase(int status);

}  // namespace server
