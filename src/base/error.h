#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Every error and warning of the product; `errors.def` is the one table.
enum class ErrorCode {
#define TAMEEL_ERROR(id, name, http_status, exit_code, help) name,
#include "base/errors.def"
#undef TAMEEL_ERROR
};

/// What the table says of a code. `id` never changes once it is published ("E0107", "W0101").
struct ErrorInfo {
    ErrorCode code;
    std::string_view id;
    std::string_view name;
    int http_status;
    int exit_code;
    std::string_view help;
};

const ErrorInfo& info(ErrorCode code);
std::span<const ErrorInfo> all_errors();

/// An error for the person who can mend it.
struct [[nodiscard]] Error {
    ErrorCode code{};
    std::string message;  ///< one sentence: what was expected, what was found
    std::string where;    ///< "plan.yaml:14:7", "body.value", "entry 17"; empty where there is none
    std::vector<Error> also = {};  ///< what else was wrong, where one pass found several

    std::string text() const;  ///< "E0107 plan.yaml:14:7: the sentence"
};

/// All errors of a pass as one: the first, with the others in `also`. There is at least one.
Error all_in_one(std::vector<Error> errors);
/// The same apart again.
std::vector<Error> one_by_one(Error error);

[[noreturn]] void fail_unchecked_result();

}  // namespace base
