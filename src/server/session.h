#pragma once

// Inside of the listener: only listener.cpp and session.cpp include this.

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// <utility> stands before: Boost 1.74 uses std::exchange without including it.
#include "server/listener.h"
#include "server/replay.h"
#include "server/respond.h"
#include "server/work_pool.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace server::detail {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;
using Task = asio::awaitable<void, Executor>;
inline constexpr asio::use_awaitable_t<Executor> await{};

/// What every session of a listener uses.
struct Common {
    const Router& router;
    Metrics& metrics;
    const ListenerOptions& options;
    std::string id_prefix;
    std::atomic<bool> stopping{false};
    std::atomic<bool> out_of_patience{false};  ///< the time for draining is over
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> refusals{0};
    std::unique_ptr<WorkPool> pool = {};

    void report(std::string_view what) const;
};

class Session;

/// One thread, its io_context, and the sessions that live there; all but `post`-like calls run on
/// that thread.
class Worker {
  public:
    Worker(Common& common, unsigned number);

    asio::io_context context{1};
    std::atomic<std::size_t> load{0};  ///< sessions, for choosing the least loaded worker

    void add(Session& session);
    void remove(Session& session);
    /// Ends idle sessions and lets `context.run` return once the last session has ended.
    void begin_stop();
    std::string next_request_id();
    Replays replays;

    /// Answers that took long to make are sent together, for requests that came together: a client
    /// that is still busy with one answer need not be woken for the next.
    void will_send(Session& session);
    void send_all();

  private:
    using WorkGuard = asio::executor_work_guard<Executor>;
    void schedule_sweep();
    void sweep();

    Common& common_;
    const std::string id_prefix_;
    std::uint64_t requests_ = 0;
    std::vector<Session*> sessions_;
    std::vector<Session*> unsent_;
    Timer sweep_timer_;
    bool sweep_scheduled_ = false;
    SteadyClock::time_point patience_until_ = SteadyClock::time_point::max();
    std::unique_ptr<WorkGuard> guard_;
};

/// One connection: it reads a request, has it answered, sends the answer, and begins anew. Its
/// coroutines only move bytes; what is answered is decided in plain functions.
class Session : public std::enable_shared_from_this<Session> {
  public:
    Session(Common& common, Worker& worker, Socket socket);

    Task run(std::shared_ptr<Session> self);
    /// Answers 503 and ends, for a connection beyond the maximum.
    Task refuse(std::shared_ptr<Session> self);

    enum class Phase { idle, header, body, handling, writing, lingering };
    Phase phase() const noexcept { return phase_; }
    SteadyClock::time_point deadline() const noexcept { return deadline_; }
    void shorten_deadline(SteadyClock::time_point to) { deadline_ = std::min(deadline_, to); }
    void expire();          ///< its time is over: whatever it waits for ends
    void wake();            ///< the server stops: an idle session looks once more, and ends
    void send_at_once();    ///< of its answer what the system takes; any error is left to `send`
    std::size_t place = 0;  ///< in its worker's list

  private:
    Task serve();
    Task read_header();
    Task read_body();
    Task handle(const Route& route);
    std::size_t send_file();
    Task send();
    Task linger(std::chrono::milliseconds time);

    void enter(Phase phase, std::chrono::milliseconds time);
    RequestParser::State feed();
    asio::mutable_buffer room();
    bool received(const boost::system::error_code& ec, std::size_t bytes);
    bool receive_at_once();
    const Route* choose_route();
    void produce(const Route& route);
    bool replay();
    void keep_for_replay();
    void answer_with(const Response& response, Connection connection);
    void fail(const base::Error& error);
    void finish_request();
    std::chrono::milliseconds transfer_time(std::chrono::milliseconds base,
                                            std::size_t bytes) const;

    Common& common_;
    Worker& worker_;
    Socket socket_;
    Timer wake_;
    RequestParser parser_;
    RequestParser::State state_ = RequestParser::State::need_more;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;

    Phase phase_ = Phase::idle;
    SteadyClock::time_point deadline_ = SteadyClock::time_point::max();
    SteadyClock::time_point started_{};
    bool expired_ = false;
    bool handler_done_ = false;
    bool ended_ = false;  // nothing more is read or sent
    bool has_answer_ = false;
    bool closes_ = false;  // this answer is the last
    bool unread_body_ = false;
    std::size_t route_index_ = Metrics::no_route;
    std::size_t sent_ = 0;
    WireAnswer answer_;
    std::string id_;      ///< of the request that comes, once it has one
    std::string header_;  ///< of this request, where its answer may be given again
    std::optional<Replays::Given> given_;
};

}  // namespace server::detail
