#include "server/http.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> method_names{{
    {"GET", Method::get},
    {"HEAD", Method::head},
    {"POST", Method::post},
    {"PUT", Method::put},
    {"PATCH", Method::patch},
    {"DELETE", Method::delete_},
    {"OPTIONS", Method::options},
}};

constexpr char lower(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

Response with_body(int status, std::string content_type, std::string body) {
    Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.content = std::make_shared<const Content>(std::move(body));
    return response;
}

void collect(const base::Error& error, base::Json& list) {
    for (const auto& other : error.also) {
        auto item =
            base::Json::object({{"code", base::info(other.code).id}, {"detail", other.message}});
        if (!other.where.empty())
            item.set("where", other.where);
        list.push(std::move(item));
        collect(other, list);
    }
}

}  // namespace

std::string_view name(Method method) {
    for (const auto& [text, value] : method_names)
        if (value == method)
            return text;
    return "-";
}

Method method_named(std::string_view text) {
    for (const auto& [candidate, value] : method_names)
        if (candidate == text)
            return value;
    return Method::other;
}

bool same_name(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const auto& header : headers)
        if (same_name(header.name, name))
            return header.value;
    return std::nullopt;
}

std::size_t Request::count_headers(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        headers, [&](const Header& header) { return same_name(header.name, name); }));
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    for (const auto& parameter : query_parameters)
        if (parameter.name == name)
            return parameter.value;
    return std::nullopt;
}

std::vector<std::string_view> Request::query_values(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& parameter : query_parameters)
        if (parameter.name == name)
            values.push_back(parameter.value);
    return values;
}

std::string_view Request::path_value(std::string_view name) const {
    for (const auto& parameter : path_parameters)
        if (parameter.name == name)
            return parameter.value;
    return {};
}

std::optional<base::Secret> Request::bearer_token() const {
    constexpr std::string_view scheme = "Bearer ";
    // Two such headers could be read differently by a proxy and by us.
    if (count_headers("Authorization") != 1)
        return std::nullopt;
    const auto value = *header("Authorization");
    if (value.size() <= scheme.size() || !same_name(value.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return base::Secret{std::string{base::trimmed(value.substr(scheme.size()))}};
}

std::string Request::media_type() const {
    const auto value = header("Content-Type").value_or(std::string_view{});
    return base::lower_ascii(base::trimmed(value.substr(0, value.find(';'))));
}

base::Result<base::Json> Request::json() const {
    return base::Json::parse(body, "body");
}

void Request::clear() {
    method = Method::get;
    path.clear();
    query.clear();
    segments.clear();
    trailing_slash = false;
    query_parameters.clear();
    path_parameters.clear();
    headers.clear();
    // A large body's memory is given back; a connection may idle for long.
    if (body.capacity() > 64 * 1024)
        body = std::string{};
    body.clear();
    id.clear();
}

void Response::set_header(std::string name, std::string value) {
    headers.push_back({std::move(name), std::move(value)});
}

Response Response::empty(int status) {
    Response response;
    response.status = status;
    return response;
}

Response Response::text(int status, std::string body) {
    return with_body(status, "text/plain; charset=utf-8", std::move(body));
}

Response Response::html(int status, std::string body) {
    return with_body(status, "text/html; charset=utf-8", std::move(body));
}

Response Response::json_text(std::string body, int status) {
    return with_body(status, "application/json", std::move(body));
}

Response Response::json(const base::Json& value, int status) {
    return json_text(value.text(), status);
}

Response Response::shared(std::shared_ptr<const Content> content, std::string content_type) {
    Response response;
    response.content = std::move(content);
    response.content_type = std::move(content_type);
    return response;
}

Response Response::created(std::string location, const base::Json& value) {
    Response response = json(value, 201);
    response.set_header("Location", std::move(location));
    return response;
}

Response Response::redirect(int status, std::string location) {
    Response response = empty(status);
    response.set_header("Location", std::move(location));
    return response;
}

Response Response::problem(const base::Error& error) {
    const auto& code = base::info(error.code);
    Response response =
        with_body(code.http_status, "application/problem+json", problem_document(error).text());
    response.cache_control = "no-store";
    if (code.http_status == 503)
        response.set_header("Retry-After", "2");
    if (code.http_status == 401)
        response.set_header("WWW-Authenticate", "Bearer");
    return response;
}

base::Json problem_document(const base::Error& error) {
    const auto& code = base::info(error.code);
    auto document = base::Json::object({{"type", "/docs/errors#" + base::lower_ascii(code.id)},
                                        {"title", code.help},
                                        {"status", code.http_status},
                                        {"detail", error.message},
                                        {"code", code.id}});
    if (!error.where.empty())
        document.set("where", error.where);
    if (!error.also.empty()) {
        auto list = base::Json::array();
        collect(error, list);
        document.set("errors", std::move(list));
    }
    return document;
}

}  // namespace server
