#include "base/error.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace base {
namespace {

constexpr std::array table{
#define TAMEEL_ERROR(id, name, http_status, exit_code, help) \
    ErrorInfo{ErrorCode::name, id, #name, http_status, exit_code, help},
#include "base/errors.def"
#undef TAMEEL_ERROR
};

}  // namespace

const ErrorInfo& info(ErrorCode code) {
    return table[static_cast<std::size_t>(code)];
}

std::span<const ErrorInfo> all_errors() {
    return table;
}

std::string Error::text() const {
    if (where.empty())
        return fmt::format("{}: {}", info(code).id, message);
    return fmt::format("{} {}: {}", info(code).id, where, message);
}

void fail_unchecked_result() {
    std::abort();
}

}  // namespace base
