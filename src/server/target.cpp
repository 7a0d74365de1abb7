#include "server/target.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace server {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// Enough for every query of the interface; more is only work for us.
constexpr std::size_t parameters_max = 256;

int hex_digit(char digit) noexcept {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

// In a query "+" stands for a space (the form encoding of HTML), in a path for itself.
enum class Plus { is_plus, is_space };

Result<void> append_decoded(std::string& out, std::string_view text, Plus plus) {
    const auto before = out.size();
    const auto is_plain = [&](char letter) {
        return letter != '%' && (letter != '+' || plus == Plus::is_plus);
    };
    // Most of an address stands for itself.
    const auto rest = std::ranges::find_if_not(text, is_plain);
    out.append(text.begin(), rest);
    bool ascii = true;
    for (auto at = rest; at != text.end(); ++at) {
        char letter = *at;
        if (letter == '%') {
            const bool is_whole = text.end() - at > 2;
            const int high = is_whole ? hex_digit(at[1]) : -1;
            const int low = is_whole ? hex_digit(at[2]) : -1;
            if (high < 0 || low < 0)
                return Error{ErrorCode::malformed_request,
                             "after % in an address two hexadecimal digits were expected",
                             "address"};
            letter = static_cast<char>(high * 16 + low);
            at += 2;
            if (letter == '\0')
                return Error{ErrorCode::malformed_request, "an address must not hold a NUL (%00)",
                             "address"};
            ascii = ascii && (letter & '\x80') == 0;
        } else if (letter == '+' && plus == Plus::is_space) {
            letter = ' ';
        }
        out.push_back(letter);
    }
    if (!ascii && !base::check_utf8(std::string_view{out}.substr(before), "address").ok())
        return Error{ErrorCode::malformed_request,
                     "an address must be UTF-8 once its percent-encoding is undone", "address"};
    return {};
}

Result<void> read_path(std::string_view path, Request& request) {
    std::string_view rest = path.substr(1);
    if (rest.empty())
        return {};
    if (rest.ends_with('/')) {
        request.trailing_slash = true;
        rest.remove_suffix(1);
    }
    for (const auto segment : base::parts(rest, '/')) {
        auto& text = request.segments.emplace_back();
        TRY(append_decoded(text, segment, Plus::is_plus));
        if (text == "." || text == "..")
            return Error{ErrorCode::malformed_request,
                         "an address must not hold \".\" or \"..\" between slashes", "address"};
    }
    return {};
}

Result<void> read_query(std::string_view query, Request& request) {
    if (query.empty())
        return {};
    for (const auto pair : base::parts(query, '&')) {
        if (pair.empty())
            continue;
        if (request.query_parameters.size() == parameters_max)
            return Error{ErrorCode::malformed_request,
                         fmt::format("an address holds at most {} parameters", parameters_max),
                         "address"};
        const auto equals = pair.find('=');
        auto& parameter = request.query_parameters.emplace_back();
        TRY(append_decoded(parameter.name, pair.substr(0, equals), Plus::is_space));
        if (equals != std::string_view::npos)
            TRY(append_decoded(parameter.value, pair.substr(equals + 1), Plus::is_space));
    }
    return {};
}

// A proxy may send the absolute form; its authority says nothing that Host does not say.
std::string_view without_authority(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.size() > scheme.size() && same_name(target.substr(0, scheme.size()), scheme)) {
            const auto path = target.find_first_of("/?", scheme.size());
            return path == std::string_view::npos ? "/" : target.substr(path);
        }
    }
    return target;
}

}  // namespace

Result<std::string> percent_decoded(std::string_view text) {
    std::string out;
    TRY(append_decoded(out, text, Plus::is_plus));
    return out;
}

Result<void> read_target(std::string_view target, Request& request) {
    for (const char letter : target)
        if (letter <= ' ' || letter == '\x7f' || letter == '#' || (letter & '\x80') != 0)
            return Error{ErrorCode::malformed_request,
                         "an address holds printable ASCII; the rest must be percent-encoded",
                         "address"};
    if (target == "*" && request.method == Method::options) {
        request.path = "*";
        return {};
    }
    target = without_authority(target);
    const auto question = target.find('?');
    const auto path = target.substr(0, question);
    if (!path.starts_with('/'))
        return Error{ErrorCode::malformed_request, "an address must begin with a slash", "address"};
    request.path = path;
    if (question != std::string_view::npos)
        request.query = target.substr(question + 1);
    TRY(read_path(path, request));
    return read_query(request.query, request);
}

}  // namespace server
