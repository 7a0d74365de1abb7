#pragma once

#include "base/result.h"
#include "server/access_log.h"
#include "server/metrics.h"
#include "server/request_parser.h"
#include "server/router.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace server {

/// What one client may take of the server.
struct Limits {
    ParserLimits parser = {};
    std::size_t body_bytes_max = 1024 * 1024;  ///< where the route says nothing else
    std::size_t connections_max = 4096;
    std::size_t blocking_waiting_max = 1024;        ///< requests that wait for a thread of the pool
    std::chrono::milliseconds header_time{10'000};  ///< from the first byte to the whole header
    std::chrono::milliseconds body_time{30'000};    ///< plus the time at `bytes_per_second_min`
    std::chrono::milliseconds idle_time{60'000};    ///< between two requests
    std::chrono::milliseconds write_time{30'000};   ///< plus the time at `bytes_per_second_min`
    std::size_t bytes_per_second_min = 16 * 1024;
    std::chrono::milliseconds drain_time{10'000};  ///< for requests in flight when stopping
};

struct ListenerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;          ///< 0: the system chooses
    unsigned threads = 0;            ///< 0: one for each core
    unsigned blocking_threads = 16;  ///< as many writes can share one sync of the journal
    Limits limits = {};
    AccessLog access_log = {};  ///< nothing is logged without it
    /// Told what went wrong inside (a handler that threw); standard error without it.
    std::function<void(std::string_view)> report = {};
};

/// The HTTP/1.1 server: it accepts, reads, calls handlers and sends, and knows no rule of the
/// product. It starts at once and stops in order: a handler that has begun runs to its end and
/// its answer is sent, so a write that was done is also acknowledged.
///
/// Errors: cannot_listen (address in use, not of this machine, not an address).
class Listener {
  public:
    /// `router` and `metrics` must outlive the listener, and change no more.
    static base::Result<std::unique_ptr<Listener>> start(const Router& router, Metrics& metrics,
                                                         ListenerOptions options);
    /// Stops and waits.
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::uint16_t port() const noexcept;
    std::string url() const;  ///< "http://127.0.0.1:8080"

    /// Accepts no more, ends idle connections, lets requests in flight finish within `drain_time`.
    /// It returns at once; a second call ends the patience. Safe from every thread.
    void stop();
    /// Returns once everything has ended.
    void wait();

    /// Serves until SIGTERM or SIGINT comes, then stops and waits; a second signal ends the
    /// patience. `when_ready` is called once a signal would be heeded: whoever is told the address
    /// may stop the server at once. Returns the exit code of the program: 0.
    int run_until_signal(const std::function<void()>& when_ready = {});

  private:
    struct Core;
    explicit Listener(std::unique_ptr<Core> core);
    std::unique_ptr<Core> core_;
};

/// "127.0.0.1:8080" or "[::1]:8080" into address and port. Errors: invalid_argument.
struct ListenAddress {
    std::string address;
    std::uint16_t port = 0;
};
base::Result<ListenAddress> parse_listen_address(std::string_view text);

}  // namespace server
