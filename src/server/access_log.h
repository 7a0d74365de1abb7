#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace server {

/// What is noted of a request. Neither the query nor any header is: they may hold secrets.
struct AccessRecord {
    base::Instant at;
    std::string_view remote_address;
    std::string_view method;
    std::string_view path;
    std::string_view request_id;
    int status = 0;
    std::size_t body_bytes = 0;
    std::chrono::nanoseconds took{};
};

/// Called on the threads of the connections, so from several at once.
using AccessLog = std::function<void(const AccessRecord&)>;

/// One line a request: "2026-03-01T09:30:00.123456Z 127.0.0.1 GET /api/v1/plan 200 512 0.000123
/// id".
std::string access_line(const AccessRecord& record);

/// Writes the lines to `out`, one at a time; `out` must outlive the listener.
AccessLog access_log_to(std::ostream& out);

}  // namespace server
