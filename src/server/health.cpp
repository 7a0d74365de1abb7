#include "server/health.h"

namespace server {

namespace {

Response uncached(Response response) {
    response.cache_control = "no-store";
    return response;
}

}  // namespace

void add_health_routes(Router& router, const Readiness& readiness, const Metrics& metrics) {
    router.add({.pattern = "/healthz",
                .handler = [](const Request&) { return uncached(Response::text(200, "ok\n")); },
                .produces = {}});
    router.add({.pattern = "/readyz",
                .handler =
                    [&readiness](const Request&) {
                        if (!readiness.is_ready())
                            return Response::problem(base::Error{
                                base::ErrorCode::not_ready, "the server is still starting", ""});
                        return uncached(Response::text(200, "ready\n"));
                    },
                .produces = {}});
    router.add({.pattern = "/metrics",
                .handler =
                    [&metrics](const Request&) {
                        auto response = uncached(Response::text(200, metrics.text()));
                        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
                        return response;
                    },
                .produces = {}});
}

}  // namespace server
