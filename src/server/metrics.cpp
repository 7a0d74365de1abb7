#include "server/metrics.h"

#include "server/router.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace server {

namespace {

constexpr std::array<double, 12> bounds_seconds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005,
                                                0.01,   0.025,   0.05,   0.1,   0.5,    2.5};
constexpr int status_min = 100;
constexpr int status_max = 599;
constexpr auto relaxed = std::memory_order_relaxed;

void append_metric(std::string& out, std::string_view name, std::string_view type,
                   std::string_view help, double value) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help,
                   type, value);
}

// Label values escape the backslash, the quote and the line end; patterns hold none of them.
std::string label(const Route& route) {
    return fmt::format("{} {}", name(route.method), route.pattern);
}

}  // namespace

struct Metrics::RouteCounts {
    explicit RouteCounts(std::string name) : route(std::move(name)) {}

    std::string route;
    std::array<std::atomic<std::uint64_t>, status_max - status_min + 1> by_status{};
    std::array<std::atomic<std::uint64_t>, bounds_seconds.size() + 1> by_time{};
    std::atomic<std::uint64_t> nanoseconds{0};

    std::uint64_t total() const {
        std::uint64_t sum = 0;
        for (const auto& bucket : by_time)
            sum += bucket.load(relaxed);
        return sum;
    }
};

Metrics::Metrics() {
    routes_.push_back(std::make_unique<RouteCounts>("(files)"));
    routes_.push_back(std::make_unique<RouteCounts>("(none)"));
}

Metrics::~Metrics() = default;

void Metrics::set_routes(const Router& router) {
    std::vector<std::unique_ptr<RouteCounts>> routes;
    for (const auto& route : router.routes())
        routes.push_back(std::make_unique<RouteCounts>(label(*route)));
    routes.push_back(std::make_unique<RouteCounts>("(files)"));
    routes.push_back(std::make_unique<RouteCounts>("(none)"));
    routes_ = std::move(routes);
}

Metrics::RouteCounts& Metrics::counts_of(std::size_t route_index) {
    if (route_index < routes_.size() - 2)
        return *routes_[route_index];
    return *routes_[routes_.size() - (route_index == file_route ? 2 : 1)];
}

void Metrics::count_request(std::size_t route_index, int status, std::chrono::nanoseconds took) {
    auto& counts = counts_of(route_index);
    const auto slot = status < status_min || status > status_max ? 500 : status;
    counts.by_status[static_cast<std::size_t>(slot - status_min)].fetch_add(1, relaxed);
    const double seconds = std::chrono::duration<double>(took).count();
    std::size_t bucket = 0;
    while (bucket < bounds_seconds.size() && seconds > bounds_seconds[bucket])
        ++bucket;
    counts.by_time[bucket].fetch_add(1, relaxed);
    counts.nanoseconds.fetch_add(static_cast<std::uint64_t>(took.count()), relaxed);
}

void Metrics::add_source(std::function<std::string()> source) {
    const std::lock_guard lock(sources_mutex_);
    sources_.push_back(std::move(source));
}

std::uint64_t Metrics::requests_total() const {
    std::uint64_t sum = 0;
    for (const auto& counts : routes_)
        sum += counts->total();
    return sum;
}

std::string Metrics::text() const {
    std::string out;
    const auto to = std::back_inserter(out);
    out +=
        "# HELP tameel_http_requests_total Requests answered.\n"
        "# TYPE tameel_http_requests_total counter\n";
    for (const auto& counts : routes_)
        for (std::size_t i = 0; i < counts->by_status.size(); ++i)
            if (const auto count = counts->by_status[i].load(relaxed))
                fmt::format_to(to, "tameel_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                               counts->route, i + status_min, count);

    out +=
        "# HELP tameel_http_request_seconds From the last byte of the request to the last byte "
        "of the answer.\n# TYPE tameel_http_request_seconds histogram\n";
    for (const auto& counts : routes_) {
        if (counts->total() == 0)
            continue;
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < counts->by_time.size(); ++i) {
            below += counts->by_time[i].load(relaxed);
            const auto bound = i < bounds_seconds.size() ? fmt::format("{}", bounds_seconds[i])
                                                         : std::string{"+Inf"};
            fmt::format_to(to, "tameel_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                           counts->route, bound, below);
        }
        fmt::format_to(to,
                       "tameel_http_request_seconds_sum{{route=\"{0}\"}} {1}\n"
                       "tameel_http_request_seconds_count{{route=\"{0}\"}} {2}\n",
                       counts->route, static_cast<double>(counts->nanoseconds.load(relaxed)) * 1e-9,
                       below);
    }

    const auto number = [](const auto& value) { return static_cast<double>(value.load(relaxed)); };
    append_metric(out, "tameel_connections_open", "gauge", "Connections that are open.",
                  number(connections_open));
    append_metric(out, "tameel_connections_accepted_total", "counter", "Connections accepted.",
                  number(connections_accepted));
    append_metric(out, "tameel_connections_refused_total", "counter",
                  "Connections refused because too many were open.", number(connections_refused));
    append_metric(out, "tameel_connections_timed_out_total", "counter",
                  "Connections ended because the client was too slow.",
                  number(connections_timed_out));
    append_metric(out, "tameel_bytes_received_total", "counter", "Bytes received.",
                  number(bytes_received));
    append_metric(out, "tameel_bytes_sent_total", "counter", "Bytes sent.", number(bytes_sent));
    const auto use = read_process_use();
    append_metric(out, "process_resident_memory_bytes", "gauge", "Resident memory.",
                  static_cast<double>(use.resident_bytes));
    append_metric(out, "process_cpu_seconds_total", "counter", "Processor time, user and system.",
                  use.cpu_seconds);
    const std::lock_guard lock(sources_mutex_);
    for (const auto& source : sources_)
        out += source();
    return out;
}

ProcessUse read_process_use() {
    ProcessUse use;
    std::ifstream statm("/proc/self/statm");
    std::uint64_t pages_total = 0;
    std::uint64_t pages_resident = 0;
    if (statm >> pages_total >> pages_resident)
        use.resident_bytes = pages_resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    use.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    return use;
}

}  // namespace server
