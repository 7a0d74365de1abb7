#include "server/router.h"

#include "base/text.h"
#include "server/negotiate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <exception>

namespace server {

using base::Error;
using base::ErrorCode;

// One segment of the patterns. `names` of parameters belong to the route, since two routes may call
// the same place differently.
struct Router::Node {
    struct Child {
        std::string text;
        std::unique_ptr<Node> node;
    };
    struct Entry {
        const Route* route;
        std::vector<std::string> names;
    };

    std::vector<Child> literals;
    std::unique_ptr<Node> parameter;
    std::unique_ptr<Node> tail;
    std::vector<Entry> entries;

    Node& literal(std::string_view text) {
        for (auto& child : literals)
            if (child.text == text)
                return *child.node;
        literals.push_back({std::string{text}, std::make_unique<Node>()});
        return *literals.back().node;
    }

    const Entry* entry(Method method) const {
        for (const auto& candidate : entries)
            if (candidate.route->method == method)
                return &candidate;
        return nullptr;
    }

    // Literals first; where one leads nowhere, the parameter is tried.
    const Node* find(const std::vector<std::string>& segments, std::size_t at,
                     std::vector<std::string>& captured) const {
        if (at == segments.size())
            return entries.empty() ? nullptr : this;
        for (const auto& child : literals)
            if (child.text == segments[at])
                if (const Node* found = child.node->find(segments, at + 1, captured))
                    return found;
        if (parameter && !segments[at].empty()) {
            captured.push_back(segments[at]);
            if (const Node* found = parameter->find(segments, at + 1, captured))
                return found;
            captured.pop_back();
        }
        if (tail) {
            std::string rest = segments[at];
            for (std::size_t i = at + 1; i < segments.size(); ++i)
                (rest += '/') += segments[i];
            captured.push_back(std::move(rest));
            return tail.get();
        }
        return nullptr;
    }
};

namespace {

std::string_view parameter_name(std::string_view segment) {
    if (!segment.starts_with('{') || !segment.ends_with('}'))
        return {};
    segment = segment.substr(1, segment.size() - 2);
    assert(!segment.empty() && segment != "...");
    return segment;
}

std::optional<Error> wrong_media_type(const Request& request, const Route& route) {
    if (route.consumes.empty())
        return std::nullopt;
    const bool has_body = request.header("Transfer-Encoding") ||
                          request.header("Content-Length").value_or("0") != "0";
    // Reading needs no body, and what a client sends all the same is not read.
    if (!has_body || route.method == Method::get)
        return std::nullopt;
    const auto type = request.media_type();
    if (std::ranges::find(route.consumes, type) != route.consumes.end())
        return std::nullopt;
    return Error{ErrorCode::unsupported_media_type,
                 fmt::format("the body must be {}, found {}", fmt::join(route.consumes, " or "),
                             type.empty() ? "no Content-Type" : type),
                 "Content-Type"};
}

// A parameter that is misspelled would silently be answered as if it had not been asked.
std::optional<Error> wrong_parameters(const Request& request, const Route& route) {
    if (!route.parameters)
        return std::nullopt;
    std::vector<Error> faults;
    for (const auto& [name, value] : request.query_parameters) {
        if (std::ranges::find(*route.parameters, name) == route.parameters->end()) {
            const auto near = base::nearest(name, *route.parameters);
            faults.push_back(
                {ErrorCode::wrong_parameter,
                 near.empty() ? fmt::format("the parameter \"{}\" is not known here; known are: {}",
                                            name, fmt::join(*route.parameters, ", "))
                              : fmt::format("the parameter \"{}\" is not known here; did you mean "
                                            "\"{}\"?",
                                            name, near),
                 name});
        } else if (value.empty()) {
            faults.push_back({ErrorCode::wrong_parameter,
                              fmt::format("expected a value for \"{}\", found none", name), name});
        } else if (request.query_values(name).front().data() != value.data()) {
            faults.push_back(
                {ErrorCode::wrong_parameter, fmt::format("\"{}\" stands twice", name), name});
        }
    }
    if (faults.empty())
        return std::nullopt;
    return base::all_in_one(std::move(faults));
}

std::optional<Error> none_accepted(const Request& request, const Route& route) {
    const auto accept = request.header("Accept").value_or(std::string_view{});
    if (route.produces.empty() || accept.empty())
        return std::nullopt;
    for (const auto& type : route.produces)
        if (accepts_media_type(accept, type))
            return std::nullopt;
    return Error{ErrorCode::not_acceptable,
                 fmt::format("this address answers with {}, and the request accepts only {}",
                             fmt::join(route.produces, " or "), accept),
                 "Accept"};
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
    assert(route.pattern.starts_with('/') && route.handler);
    assert(route.method != Method::head && route.method != Method::options);
    Node* node = root_.get();
    std::vector<std::string> names;
    if (route.pattern.size() > 1) {
        for (const auto segment : base::parts(std::string_view{route.pattern}.substr(1), '/')) {
            assert(!segment.empty());
            auto name = parameter_name(segment);
            if (name.empty()) {
                node = &node->literal(segment);
                continue;
            }
            auto& next = name.ends_with("...") ? node->tail : node->parameter;
            if (name.ends_with("..."))
                name.remove_suffix(3);
            names.emplace_back(name);
            if (!next)
                next = std::make_unique<Node>();
            node = next.get();
        }
    }
    assert(node->entry(route.method) == nullptr);
    route.index = routes_.size();
    routes_.push_back(std::make_unique<Route>(std::move(route)));
    node->entries.push_back({routes_.back().get(), std::move(names)});
}

void Router::set_fallback(Handler handler) {
    fallback_ = std::make_unique<Route>();
    fallback_->pattern = "(files)";
    fallback_->handler = std::move(handler);
    fallback_->consumes = {};
    fallback_->produces = {};
    // Beyond the last route, so that it counts apart in the metrics.
    fallback_->index = static_cast<std::size_t>(-1);
}

const Router::Node* Router::find(const Request& request, std::vector<std::string>& captured) const {
    return root_->find(request.segments, 0, captured);
}

Router::Match Router::without_route(const Request& request) const {
    if (request.path == "*" && request.method == Method::options)
        return {.answer = Response::empty(204)};
    if (fallback_ && (request.method == Method::get || request.method == Method::head))
        return {.route = fallback_.get()};
    return {.answer = Response::problem(Error{ErrorCode::no_such_address,
                                              "there is nothing at this address", request.path})};
}

Router::Match Router::match(Request& request) const {
    std::vector<std::string> captured;
    const Node* node = request.path == "*" ? nullptr : find(request, captured);
    if (node == nullptr)
        return without_route(request);
    const bool any_slash =
        std::any_of(node->entries.begin(), node->entries.end(),
                    [](const Node::Entry& candidate) { return candidate.route->any_slash; });
    if (request.trailing_slash && !any_slash) {
        // 308 keeps method and body. The first segment of a known path is never empty, so this
        // never leads to another host ("//host").
        auto location = request.path.substr(0, request.path.size() - 1);
        if (!request.query.empty())
            location += "?" + request.query;
        return {.answer = Response::redirect(308, std::move(location))};
    }

    const Method method = request.method == Method::head ? Method::get : request.method;
    const auto* entry = node->entry(method);
    if (entry == nullptr) {
        std::vector<std::string_view> allowed;
        for (const auto& candidate : node->entries) {
            allowed.push_back(name(candidate.route->method));
            if (candidate.route->method == Method::get)
                allowed.push_back("HEAD");
        }
        allowed.push_back("OPTIONS");
        auto answer = method == Method::options
                          ? Response::empty(204)
                          : Response::problem(Error{
                                ErrorCode::method_not_allowed,
                                fmt::format("this address knows {}", fmt::join(allowed, ", ")),
                                request.path});
        answer.set_header("Allow", fmt::format("{}", fmt::join(allowed, ", ")));
        if (node->entries.front().route->open_to_all) {
            answer.open_to_all = true;
            answer.set_header("Access-Control-Allow-Methods",
                              fmt::format("{}", fmt::join(allowed, ", ")));
            answer.set_header("Access-Control-Allow-Headers",
                              "Accept, Accept-Language, If-None-Match, If-Modified-Since");
            answer.set_header("Access-Control-Max-Age", "86400");
        }
        return {.answer = std::move(answer)};
    }

    for (std::size_t i = 0; i < captured.size(); ++i)
        request.path_parameters.push_back({entry->names[i], std::move(captured[i])});
    const Route& route = *entry->route;
    if (authorizer_) {
        const auto allowed = authorizer_(request, route);
        if (!allowed)
            return {.route = &route, .answer = Response::problem(allowed.error())};
    }
    for (const auto& check : {wrong_media_type, none_accepted, wrong_parameters})
        if (const auto error = check(request, route))
            return {.route = &route, .answer = Response::problem(*error)};
    return {.route = &route};
}

Response run_handler(const Route& route, const Request& request,
                     const std::function<void(std::string_view)>& report) {
    std::string what;
    try {
        return route.handler(request);
    } catch (const std::exception& failure) {
        what = failure.what();
    } catch (...) {
        what = "an exception of unknown type";
    }
    // The text may name paths or statements of ours, so it goes to the operator and not out.
    if (report)
        report(fmt::format("request {} to {} failed: {}", request.id, route.pattern, what));
    return Response::problem(Error{
        ErrorCode::internal, fmt::format("the request failed; its number is {}", request.id), ""});
}

}  // namespace server
