#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/content.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options, other };

std::string_view name(Method method);  ///< "GET", ...; "-" for other
Method method_named(std::string_view text);

struct Header {
    std::string name;
    std::string value;
};

/// Whether two names of headers are the same one; case does not count (RFC 9110, section 5.1).
bool same_name(std::string_view a, std::string_view b) noexcept;

/// One decoded parameter of the query or of the path.
struct Parameter {
    std::string name;
    std::string value;
};

/// A request, read and decoded; it holds no part of the connection it came from.
struct Request {
    Method method = Method::get;
    std::string path;                         ///< as it was sent, still encoded, without the query
    std::string query;                        ///< as it was sent, without the question mark
    std::vector<std::string> segments;        ///< of the path, decoded, valid UTF-8; none for "/"
    bool trailing_slash = false;              ///< the path ends in "/" and is not "/" itself
    std::vector<Parameter> query_parameters;  ///< decoded, in their order, repeated names kept
    std::vector<Parameter> path_parameters;   ///< set by the router: {id} in the pattern
    std::vector<Header> headers;
    std::string body;
    std::string remote_address;  ///< of the peer, without the port
    std::string id;              ///< ours, unique; the answer carries it as X-Request-Id

    /// The first header of that name, or nothing.
    std::optional<std::string_view> header(std::string_view name) const;
    std::size_t count_headers(std::string_view name) const;
    /// The first query parameter of that name, or nothing.
    std::optional<std::string_view> query_value(std::string_view name) const;
    std::vector<std::string_view> query_values(std::string_view name) const;
    /// What stood at {name} in the pattern of the route; empty where the pattern has no such name.
    std::string_view path_value(std::string_view name) const;
    /// The token of "Authorization: Bearer ..." (RFC 6750), or nothing.
    std::optional<base::Secret> bearer_token() const;
    /// The media type of the body in small letters, without its parameters; empty if not given.
    std::string media_type() const;
    /// The body as JSON; places in errors begin with "body".
    base::Result<base::Json> json() const;

    void clear();  ///< forgets everything but the peer's address
};

/// An answer. The body is shared, so that an answer that is kept somewhere is never copied.
struct Response {
    int status = 200;
    std::string content_type;  ///< empty where there is no body
    std::shared_ptr<const Content> content;
    std::vector<Header> headers;             ///< beyond those that the server writes itself
    std::string cache_control = "no-cache";  ///< no-cache: may be kept, but must be asked for
    bool close = false;                      ///< the connection ends after this answer
    std::string vary;  ///< the headers, beside Accept-Encoding, by which the answer was chosen
    std::optional<base::Instant> last_modified = {};
    bool open_to_all = false;  ///< pages of other origins may read it (CORS)

    void set_header(std::string name, std::string value);

    static Response empty(int status = 204);
    static Response text(int status, std::string body);
    static Response html(int status, std::string body);
    /// JSON that is already rendered; `content_type` may be a "+json" type.
    static Response json_text(std::string body, int status = 200);
    static Response json(const base::Json& value, int status = 200);
    static Response shared(std::shared_ptr<const Content> content, std::string content_type);
    /// 201 with the address of what has come into being.
    static Response created(std::string location, const base::Json& value);
    static Response redirect(int status, std::string location);
    /// An RFC 9457 problem document; its status comes from the table of errors.
    static Response problem(const base::Error& error);
};

/// The members of the problem document of an error: type, title, status, detail, code, where, and
/// `errors` for what else was wrong.
base::Json problem_document(const base::Error& error);

}  // namespace server
