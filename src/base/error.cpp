#include "base/error.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>
#include <utility>

namespace base {
namespace {

// No std::array: clang deduces one of at most 256 elements.
constexpr ErrorInfo table[] = {
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

Error all_in_one(std::vector<Error> errors) {
    Error first = std::move(errors.front());
    first.also.assign(std::make_move_iterator(errors.begin() + 1),
                      std::make_move_iterator(errors.end()));
    return first;
}

std::vector<Error> one_by_one(Error error) {
    std::vector<Error> errors = std::move(error.also);
    error.also.clear();
    errors.insert(errors.begin(), std::move(error));
    return errors;
}

void fail_unchecked_result() {
    std::abort();
}

}  // namespace base
