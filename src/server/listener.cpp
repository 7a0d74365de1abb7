#include "server/listener.h"

#include "server/session.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <functional>
#include <mutex>
#include <random>
#include <thread>
#include <utility>

namespace server {

namespace asio = boost::asio;
using base::Error;
using base::ErrorCode;
using base::Result;
using boost::system::error_code;
using detail::await;
using detail::Common;
using detail::Session;
using detail::Socket;
using detail::Task;
using detail::Worker;

namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, detail::Executor>;

// Connections beyond the maximum that are told so at one time; further ones are just closed.
constexpr std::size_t refusals_max = 64;

unsigned thread_count(const ListenerOptions& options) {
    return options.threads != 0 ? options.threads
                                : std::max(1U, std::thread::hardware_concurrency());
}

std::string random_prefix() {
    std::random_device source;
    return fmt::format("{:08x}-", source());
}

}  // namespace

struct Listener::Core {
    Core(const Router& router, Metrics& metrics, ListenerOptions given)
        : options(std::move(given)), common{router, metrics, options, random_prefix()} {
        common.pool = std::make_unique<WorkPool>(options.blocking_threads,
                                                 options.limits.blocking_waiting_max);
        for (unsigned i = 0; i < thread_count(options); ++i)
            workers.push_back(std::make_unique<Worker>(common, i));
        acceptor = std::make_unique<Acceptor>(workers.front()->context);
    }

    Result<void> open();
    void start_threads();
    Task accept_connections();
    void admit(Socket peer, Worker& worker);
    Worker& least_loaded();
    void accept_what_waits();
    void close_acceptor();

    ListenerOptions options;
    Common common;
    std::vector<std::unique_ptr<Worker>> workers;
    std::unique_ptr<Acceptor> acceptor;
    std::uint16_t port = 0;
    std::mutex threads_mutex;
    std::vector<std::thread> threads;
};

Result<void> Listener::Core::open() {
    const auto refused = [this](std::string_view step, const error_code& ec) {
        return Error{ErrorCode::cannot_listen, fmt::format("cannot {}: {}", step, ec.message()),
                     fmt::format("{}:{}", options.address, options.port)};
    };
    error_code ec;
    const auto address = asio::ip::make_address(options.address, ec);
    if (ec)
        return refused("read the address, which must be numeric", ec);
    const asio::ip::tcp::endpoint endpoint{address, options.port};
    acceptor->open(endpoint.protocol(), ec);
    if (ec)
        return refused("open a socket", ec);
    // After a restart the port may still know connections of before. Not SO_REUSEPORT: with it a
    // second server would quietly take half of the first one's connections.
    acceptor->set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec)
        acceptor->bind(endpoint, ec);
    if (ec)
        return refused("listen there", ec);
    acceptor->listen(asio::socket_base::max_listen_connections, ec);
    if (ec)
        return refused("listen there", ec);
    port = acceptor->local_endpoint(ec).port();
    return {};
}

void Listener::Core::start_threads() {
    asio::co_spawn(workers.front()->context, accept_connections(), asio::detached);
    for (auto& worker : workers)
        threads.emplace_back([&worker] { worker->context.run(); });
}

Worker& Listener::Core::least_loaded() {
    return **std::ranges::min_element(workers, {}, [](const auto& worker) {
        return worker->load.load(std::memory_order_relaxed);
    });
}

void Listener::Core::admit(Socket peer, Worker& worker) {
    if (common.connections.load() >= options.limits.connections_max) {
        common.metrics.connections_refused.fetch_add(1, std::memory_order_relaxed);
        if (common.refusals.load() >= refusals_max)
            return;
        common.refusals.fetch_add(1);
        auto session = std::make_shared<Session>(common, worker, std::move(peer));
        Session& told = *session;
        asio::co_spawn(worker.context, told.refuse(std::move(session)), asio::detached);
        return;
    }
    common.connections.fetch_add(1);
    common.metrics.connections_accepted.fetch_add(1, std::memory_order_relaxed);
    common.metrics.connections_open.fetch_add(1, std::memory_order_relaxed);
    worker.load.fetch_add(1, std::memory_order_relaxed);
    auto session = std::make_shared<Session>(common, worker, std::move(peer));
    Session& served = *session;
    asio::co_spawn(worker.context, served.run(std::move(session)), asio::detached);
}

Task Listener::Core::accept_connections() {
    while (acceptor->is_open()) {
        Worker& worker = least_loaded();
        Socket peer(worker.context);
        error_code ec;
        co_await acceptor->async_accept(peer, asio::redirect_error(await, ec));
        if (!ec) {
            admit(std::move(peer), worker);
        } else if (acceptor->is_open()) {
            // Out of descriptors, most likely: some must be given back first.
            detail::Timer pause(workers.front()->context, std::chrono::milliseconds{50});
            co_await pause.async_wait(asio::redirect_error(await, ec));
        }
    }
    // Only now: no connection can come to a worker that has been told to end.
    for (auto& worker : workers)
        asio::post(worker->context, [&worker] { worker->begin_stop(); });
}

// Connections that the system has already completed would be reset with the acceptor.
void Listener::Core::accept_what_waits() {
    error_code ec;
    acceptor->non_blocking(true, ec);
    // Bounded, since somebody who connects without end must not keep the server from stopping.
    for (int i = 0; !ec && i < asio::socket_base::max_listen_connections; ++i) {
        Worker& worker = least_loaded();
        Socket peer(worker.context);
        acceptor->accept(peer, ec);
        if (!ec)
            admit(std::move(peer), worker);
    }
}

void Listener::Core::close_acceptor() {
    if (!acceptor->is_open())
        return;
    accept_what_waits();
    error_code ec;
    acceptor->close(ec);
}

// sendfile(2) knows no MSG_NOSIGNAL; a client that is gone is an error of its connection alone.
Listener::Listener(std::unique_ptr<Core> core) : core_(std::move(core)) {
    std::signal(SIGPIPE, SIG_IGN);
}

Listener::~Listener() {
    stop();
    wait();
}

Result<std::unique_ptr<Listener>> Listener::start(const Router& router, Metrics& metrics,
                                                  ListenerOptions options) {
    metrics.set_routes(router);
    auto core = std::make_unique<Core>(router, metrics, std::move(options));
    TRY(core->open());
    core->start_threads();
    return std::unique_ptr<Listener>(new Listener(std::move(core)));
}

std::uint16_t Listener::port() const noexcept {
    return core_->port;
}

std::string Listener::url() const {
    const bool is_v6 = core_->options.address.find(':') != std::string::npos;
    return is_v6 ? fmt::format("http://[{}]:{}", core_->options.address, core_->port)
                 : fmt::format("http://{}:{}", core_->options.address, core_->port);
}

void Listener::stop() {
    Core* core = core_.get();
    if (!core->common.stopping.exchange(true)) {
        asio::post(core->workers.front()->context, [core] { core->close_acceptor(); });
        return;
    }
    core->common.out_of_patience = true;
    for (auto& worker : core->workers)
        asio::post(worker->context, [&worker] { worker->begin_stop(); });
}

void Listener::wait() {
    const std::lock_guard lock(core_->threads_mutex);
    for (auto& thread : core_->threads)
        thread.join();
    core_->threads.clear();
    // The last job may still be leaving `post` into a worker that has ended.
    core_->common.pool.reset();
}

int Listener::run_until_signal(const std::function<void()>& when_ready) {
    asio::io_context context{1};
    asio::signal_set signals(context, SIGINT, SIGTERM);
    std::function<void(const error_code&, int)> on_signal = [&](const error_code& ec, int) {
        if (ec)
            return;
        stop();
        signals.async_wait(on_signal);
    };
    signals.async_wait(on_signal);
    if (when_ready)
        when_ready();
    std::jthread listening([&] { context.run(); });
    wait();
    asio::post(context, [&] { signals.cancel(); });
    return 0;
}

Result<ListenAddress> parse_listen_address(std::string_view text) {
    const auto colon = text.rfind(':');
    ListenAddress result;
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    const auto digits =
        colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), result.port);
    if (address.empty() || digits.empty() || failure != std::errc{} ||
        end != digits.data() + digits.size())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected ADDRESS:PORT such as 127.0.0.1:8080, found {}", text),
                     "--listen"};
    result.address = address;
    return result;
}

}  // namespace server
