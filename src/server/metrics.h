#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace server {

class Router;

/// Counts what the server does, for Prometheus. Safe to use from every thread; counting takes no
/// lock. One object serves one listener.
class Metrics {
  public:
    Metrics();
    ~Metrics();

    /// Names the routes that are counted one by one; called once, before requests come.
    void set_routes(const Router& router);

    /// `route_index` beyond the table counts as a file, `no_route` as no route at all, so that
    /// addresses that somebody invents do not make new series.
    static constexpr std::size_t file_route = static_cast<std::size_t>(-1);
    static constexpr std::size_t no_route = static_cast<std::size_t>(-2);
    void count_request(std::size_t route_index, int status, std::chrono::nanoseconds took);

    std::atomic<std::int64_t> connections_open{0};
    std::atomic<std::uint64_t> connections_accepted{0};
    std::atomic<std::uint64_t> connections_refused{0};
    std::atomic<std::uint64_t> connections_timed_out{0};
    std::atomic<std::uint64_t> bytes_received{0};
    std::atomic<std::uint64_t> bytes_sent{0};

    /// Adds further lines to the text (Prometheus format, each with its line end).
    void add_source(std::function<std::string()> source);

    /// Everything in Prometheus' text format, version 0.0.4.
    std::string text() const;

    std::uint64_t requests_total() const;

  private:
    struct RouteCounts;
    RouteCounts& counts_of(std::size_t route_index);

    std::vector<std::unique_ptr<RouteCounts>> routes_;  // the last two: files, no route
    mutable std::mutex sources_mutex_;
    std::vector<std::function<std::string()>> sources_;
};

/// Memory and time of this process, as /proc/self tells them.
struct ProcessUse {
    std::uint64_t resident_bytes = 0;
    double cpu_seconds = 0;
};
ProcessUse read_process_use();

}  // namespace server
