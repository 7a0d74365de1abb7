#pragma once

#include "server/http.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

using Handler = std::function<Response(const Request&)>;

/// Reading is open; writing is for those whom the authorizer lets pass.
enum class Access { read, write };

/// Where a handler runs: quick ones on the thread that holds the connection, blocking ones (they
/// wait for the disk, or compute for more than a millisecond) on a pool beside it.
enum class Work { quick, blocking };

/// One line of the table of routes.
struct Route {
    Method method = Method::get;
    /// "/api/v1/targets/{id}"; a last "{rest...}" takes all further segments, at least one, joined
    /// by slashes.
    std::string pattern;
    Handler handler;
    Access access = Access::read;
    Work work = Work::quick;
    /// Asked where the work is blocking: whether that of this request is quick all the same.
    std::function<bool(const Request&)> is_quick = {};
    /// Bytes of the body at most; nothing stands for the server's own limit.
    std::optional<std::size_t> body_bytes_max = {};
    /// Media types of a body that is read; empty where any will do.
    std::vector<std::string> consumes = {"application/json"};
    /// Media types of the answer, for Accept; empty where the handler decides.
    std::vector<std::string> produces = {"application/json"};
    /// Parameters of the query that are known; each at most once and not empty. Nothing where the
    /// handler decides.
    std::optional<std::vector<std::string>> parameters = {};
    /// An address with a slash at its end is served as the one without it.
    bool any_slash = false;
    /// Pages of other origins may read the answers, and ask beforehand whether they may.
    bool open_to_all = false;
    /// Names all that the answers follow from besides the request: while it is the same, the same
    /// request has the same answer. 0, or no function, where that is not known.
    std::function<std::uint64_t()> version = {};
    std::size_t index = 0;  ///< its place in the table; set by the router
};

/// Says whether this request may do this; called once the header is read, before the body.
using Authorizer = std::function<base::Result<void>(const Request&, const Route&)>;

/// The table of routes. It is filled before the server starts and never changes afterwards.
class Router {
  public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// Asserts on a malformed pattern, and on a second route for the same method and pattern.
    void add(Route route);
    /// Answers GET and HEAD wherever no route has the path: files and the pages of the web app.
    void set_fallback(Handler handler);
    void set_authorizer(Authorizer authorizer) { authorizer_ = std::move(authorizer); }

    /// Finds the route of a request whose header is read, and sets its `path_parameters`.
    ///
    /// Shape: a literal segment goes before a parameter. HEAD is answered by the route of GET. An
    ///        address with a slash at its end leads (308) to the one without it.
    /// Returns the route, or the answer that is due without one: 204 for OPTIONS, 401, 403, 404,
    /// 405, 406, 415, 422 (a parameter of the query).
    struct Match {
        const Route* route = nullptr;
        std::optional<Response> answer = {};
    };
    Match match(Request& request) const;

    const std::vector<std::unique_ptr<Route>>& routes() const noexcept { return routes_; }

  private:
    struct Node;
    const Node* find(const Request& request, std::vector<std::string>& captured) const;
    Match without_route(const Request& request) const;

    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Node> root_;
    std::unique_ptr<Route> fallback_;
    Authorizer authorizer_;
};

/// Runs a handler; an exception that escapes it becomes the answer 500, told to `report`.
Response run_handler(const Route& route, const Request& request,
                     const std::function<void(std::string_view)>& report);

}  // namespace server
