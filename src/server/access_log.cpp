#include "server/access_log.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <ostream>

namespace server {

std::string access_line(const AccessRecord& record) {
    const auto or_dash = [](std::string_view text) { return text.empty() ? "-" : text; };
    return fmt::format(
        "{} {} {} {} {} {} {:.6f} {}\n", base::to_string(record.at), or_dash(record.remote_address),
        or_dash(record.method), or_dash(record.path), record.status, record.body_bytes,
        std::chrono::duration<double>(record.took).count(), or_dash(record.request_id));
}

AccessLog access_log_to(std::ostream& out) {
    auto mutex = std::make_shared<std::mutex>();
    return [&out, mutex](const AccessRecord& record) {
        const auto line = access_line(record);
        const std::lock_guard lock(*mutex);
        out << line << std::flush;
    };
}

}  // namespace server
