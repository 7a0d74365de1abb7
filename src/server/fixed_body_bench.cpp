// Serves one body of fixed size, for bench/compare_http.py to compare with nginx: prints its
// address, and stops on SIGTERM. usage: server_fixed_body [THREADS [BYTES [fresh]]]
// With "fresh" each request gets a copy of its own, with a tag that is at hand: what an answer that
// costs nothing to render would take.

#include "server/cache.h"
#include "server/health.h"
#include "server/listener.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

int main(int argc, char** argv) {
    const auto threads = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1UL;
    const auto bytes = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 10240UL;
    std::string body = "{\"values\":[";
    for (unsigned long i = 0; body.size() + 16 < bytes; ++i)
        body += fmt::format("{}.{},", i * 37 % 1000, i % 10);
    body += "0]}";
    body.resize(bytes, ' ');

    server::Metrics metrics;
    server::Readiness readiness;
    server::ResponseCache cache(1 << 24);
    server::Router router;
    server::add_health_routes(router, readiness, metrics);
    const bool is_fresh = argc > 3 && std::string_view{argv[3]} == "fresh";
    // Else through the cache, as the routes of the product go.
    router.add({.pattern = "/fixed", .handler = [&](const server::Request& request) {
                    if (is_fresh)
                        return server::Response::shared(
                            std::make_shared<const server::Content>(body, "tag"),
                            "application/json");
                    return server::Response::shared(
                        cache.get(request.path, 1, [&] { return body; }), "application/json");
                }});
    server::ListenerOptions options;
    options.threads = static_cast<unsigned>(threads);
    auto listener = server::Listener::start(router, metrics, options);
    if (!listener.ok()) {
        fmt::print(stderr, "{}\n", listener.error().text());
        return 1;
    }
    readiness.set(true);
    fmt::print("{}/fixed\n", (*listener)->url());
    std::fflush(stdout);
    return (*listener)->run_until_signal();
}
