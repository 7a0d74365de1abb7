#pragma once

#include "server/http.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace server {

struct ParserLimits {
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t target_bytes_max = 8 * 1024;
};

/// Reads requests of one connection, one after the other, from bytes in pieces of any size.
///
/// Errors: malformed_request, header_too_large, uri_too_long, body_too_large, method_not_known,
///         transfer_coding_not_known, http_version_not_supported, expectation_failed. After an
///         error the connection must end: where the next request would begin is not known.
/// Source: RFC 9110, RFC 9112. Two readings of one message are how requests are smuggled past a
///         proxy, so what is ambiguous (Content-Length beside Transfer-Encoding, several Host
///         fields, a bare line feed, white space before a colon) is refused, never mended.
class RequestParser {
  public:
    enum class State { need_more, header_read, complete, failed };

    explicit RequestParser(ParserLimits limits = {});
    ~RequestParser();

    /// Makes ready for the next request.
    void reset();

    /// Takes bytes; `used` is how many of them, the others must come again with more behind them.
    /// It stops once at `header_read` (so that the limit of the route can be set) and at
    /// `complete`.
    State put(std::string_view bytes, std::size_t& used);

    /// After `header_read`: fails with body_too_large where the length is known and beyond `bytes`.
    State limit_body(std::size_t bytes);

    /// Whether anything of the request has been read.
    bool has_begun() const noexcept;
    bool has_body() const noexcept;                  ///< after the header: a body follows
    std::uint64_t body_bytes_told() const noexcept;  ///< Content-Length, or 0
    bool expects_continue() const noexcept;
    bool keeps_alive() const noexcept;
    Request& request() noexcept;
    const base::Error& error() const noexcept;

  private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace server
