#include "server/session.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <sys/sendfile.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>

namespace server::detail {

using base::Error;
using base::ErrorCode;
using boost::system::error_code;
using State = RequestParser::State;

namespace {

constexpr std::size_t buffer_bytes_first = 8 * 1024;
constexpr std::size_t buffer_bytes_max = 64 * 1024;
// How long a client that is refused may go on sending before the connection is cut; cutting at once
// would make its system throw our answer away (RFC 9112, section 9.6).
constexpr std::chrono::milliseconds linger_time{3000};
// The same for one whose request was read to its end; it has nothing left to send, or pipelines.
constexpr std::chrono::milliseconds linger_time_short{500};
// What an answer that is on its way gets after the patience is over.
constexpr std::chrono::milliseconds last_send_time{2000};
// While an answer is made that takes longer, a client falls asleep, and to wake it costs as much.
constexpr std::chrono::microseconds worth_waiting{5};
// Answers that are sent together, and lie in the processor's cache until then.
constexpr std::size_t sent_together = Content::spares_max;

}  // namespace

void Common::report(std::string_view what) const {
    if (options.report)
        options.report(what);
    else
        fmt::print(stderr, "tameel: {}\n", what);
}

Worker::Worker(Common& common, unsigned number)
    : common_(common),
      id_prefix_(fmt::format("{}{:x}-", common.id_prefix, number)),
      sweep_timer_(context),
      guard_(std::make_unique<WorkGuard>(context.get_executor())) {}

void Worker::add(Session& session) {
    session.place = sessions_.size();
    sessions_.push_back(&session);
    schedule_sweep();
}

void Worker::will_send(Session& session) {
    unsent_.push_back(&session);
    if (unsent_.size() == sent_together)
        send_all();
}

void Worker::send_all() {
    for (auto* session : unsent_)
        session->send_at_once();
    unsent_.clear();
}

void Worker::remove(Session& session) {
    sessions_.back()->place = session.place;
    sessions_[session.place] = sessions_.back();
    sessions_.pop_back();
    if (sessions_.empty() && sweep_scheduled_)
        sweep_timer_.cancel();
}

void Worker::begin_stop() {
    // The first call is the order to stop, a later one that the patience is over.
    patience_until_ = guard_ && !common_.out_of_patience
                          ? SteadyClock::now() + common_.options.limits.drain_time
                          : SteadyClock::now();
    guard_.reset();
    for (std::size_t i = 0; i < sessions_.size(); ++i)
        sessions_[i]->wake();
    if (patience_until_ <= SteadyClock::now())
        sweep();
}

std::string Worker::next_request_id() {
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), ++requests_, 16);
    std::string id;
    id.reserve(id_prefix_.size() + digits.size());
    return id.append(id_prefix_).append(digits.data(), end.ptr);
}

// One timer looks after all sessions of the thread. A timer for each would be set and cancelled
// with every request, which costs more than the request's own reading.
void Worker::schedule_sweep() {
    if (sweep_scheduled_ || sessions_.empty())
        return;
    const auto& limits = common_.options.limits;
    const auto shortest = std::min({limits.header_time, limits.body_time, limits.idle_time,
                                    limits.write_time, limits.drain_time});
    sweep_timer_.expires_after(
        std::clamp(shortest / 8, std::chrono::milliseconds{10}, std::chrono::milliseconds{250}));
    sweep_scheduled_ = true;
    sweep_timer_.async_wait([this](const error_code&) {
        sweep_scheduled_ = false;
        sweep();
        schedule_sweep();
    });
}

void Worker::sweep() {
    const auto now = SteadyClock::now();
    const bool impatient = now >= patience_until_;
    if (impatient)
        common_.out_of_patience = true;
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
        Session& session = *sessions_[i];
        const auto phase = session.phase();
        if (phase == Session::Phase::handling)
            continue;  // a handler that has begun runs to its end
        if (impatient && phase == Session::Phase::writing)
            session.shorten_deadline(now + last_send_time);
        else if (impatient)
            session.expire();
        if (now >= session.deadline())
            session.expire();
    }
}

Session::Session(Common& common, Worker& worker, Socket socket)
    : common_(common),
      worker_(worker),
      socket_(std::move(socket)),
      wake_(worker.context),
      parser_(common.options.limits.parser),
      buffer_(buffer_bytes_first) {
    error_code ec;
    const auto peer = socket_.remote_endpoint(ec);
    if (!ec)
        parser_.request().remote_address = peer.address().to_string();
    socket_.non_blocking(true, ec);
    socket_.set_option(asio::ip::tcp::no_delay(true), ec);
}

void Session::expire() {
    expired_ = true;
    deadline_ = SteadyClock::time_point::max();
    error_code ec;
    socket_.cancel(ec);
}

void Session::wake() {
    if (phase_ != Phase::idle)
        return;
    error_code ec;
    socket_.cancel(ec);
}

void Session::enter(Phase phase, std::chrono::milliseconds time) {
    phase_ = phase;
    expired_ = false;
    deadline_ = SteadyClock::now() + time;
}

std::chrono::milliseconds Session::transfer_time(std::chrono::milliseconds base,
                                                 std::size_t bytes) const {
    const auto rate = std::max<std::size_t>(1, common_.options.limits.bytes_per_second_min);
    return base + std::chrono::milliseconds{bytes / rate * 1000};
}

State Session::feed() {
    std::size_t used = 0;
    state_ = parser_.put({buffer_.data() + begin_, end_ - begin_}, used);
    begin_ += used;
    if (begin_ == end_)
        begin_ = end_ = 0;
    return state_;
}

asio::mutable_buffer Session::room() {
    if (end_ == buffer_.size()) {
        if (begin_ > 0)
            std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        else
            buffer_.resize(std::min(buffer_.size() * 2, buffer_bytes_max));
        end_ -= begin_;
        begin_ = 0;
    }
    return {buffer_.data() + end_, buffer_.size() - end_};
}

// Takes what a read has brought; false where there is nothing more to come.
bool Session::received(const error_code& ec, std::size_t bytes) {
    end_ += bytes;
    common_.metrics.bytes_received.fetch_add(bytes, std::memory_order_relaxed);
    if (!ec && !expired_)
        return true;
    // The order to stop interrupts an idle session; a request may just have come in.
    if (phase_ == Phase::idle && common_.stopping && !expired_ &&
        ec == asio::error::operation_aborted)
        return receive_at_once();
    if (expired_) {
        common_.metrics.connections_timed_out.fetch_add(1, std::memory_order_relaxed);
        if (phase_ == Phase::header || phase_ == Phase::body) {
            fail(common_.stopping
                     ? Error{ErrorCode::server_stopping, "the server is stopping", ""}
                     : Error{ErrorCode::request_timeout, "the request did not arrive in time", ""});
            return false;
        }
    }
    ended_ = true;
    return false;
}

bool Session::receive_at_once() {
    error_code ec;
    const auto bytes = socket_.read_some(asio::buffer(room()), ec);
    end_ += bytes;
    ended_ = ec || bytes == 0;
    return !ended_;
}

void Session::answer_with(const Response& response, Connection connection) {
    closes_ = connection == Connection::close || response.close || common_.stopping;
    render(parser_.request(), response, closes_ ? Connection::close : Connection::keep_alive,
           answer_);
    has_answer_ = true;
}

// Where the next request would begin is not known after an error, so the connection ends.
void Session::fail(const Error& error) {
    unread_body_ = true;
    answer_with(Response::problem(error), Connection::close);
}

Task Session::read_header() {
    parser_.reset();
    if (end_ == begin_ && buffer_.size() > buffer_bytes_first)
        buffer_ = std::vector<char>(buffer_bytes_first);
    const auto& limits = common_.options.limits;
    while (!replay() && feed() == State::need_more) {
        if (phase_ == Phase::idle && (parser_.has_begun() || end_ > begin_))
            enter(Phase::header, limits.header_time);
        if (phase_ == Phase::idle && common_.stopping) {
            if (!receive_at_once())
                co_return;
            continue;
        }
        error_code ec;
        const auto buffer = room();
        const auto bytes =
            co_await socket_.async_read_some(asio::buffer(buffer), asio::redirect_error(await, ec));
        if (!received(ec, bytes))
            co_return;
    }
    if (!has_answer_ && state_ == State::failed)
        fail(parser_.error());
}

// A request whose header has come as a whole, byte for byte like one that was answered before.
bool Session::replay() {
    if (parser_.has_begun() || end_ == begin_)
        return false;
    const auto header = Replays::header_in({buffer_.data() + begin_, end_ - begin_});
    if (header.empty() || common_.stopping)
        return false;
    if (id_.empty())
        id_ = worker_.next_request_id();
    const auto* given = worker_.replays.find(header, id_, answer_);
    if (given == nullptr) {
        header_ = header;
        return false;
    }
    begin_ += header.size();
    if (begin_ == end_)
        begin_ = end_ = 0;
    auto& request = parser_.request();
    request.id = std::exchange(id_, {});
    request.path = given->path;
    request.method = Method::get;
    route_index_ = given->route->index;
    has_answer_ = true;
    return true;
}

// What was answered to a whole header without a body, by a route that says what it follows from.
void Session::keep_for_replay() {
    if (!header_.empty() && given_ && answer_.status == 200 && answer_.id_at > 0 && !closes_)
        worker_.replays.keep(header_, std::move(*given_), answer_);
}

Task Session::read_body() {
    const auto& limits = common_.options.limits;
    const auto told = parser_.body_bytes_told();
    enter(Phase::body, transfer_time(limits.body_time, told));
    error_code ec;
    if (parser_.expects_continue() && begin_ == end_) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(socket_, asio::buffer(go_on), asio::redirect_error(await, ec));
    }
    while (feed() == State::need_more) {
        if (end_ - begin_ >= buffer_bytes_max) {
            fail({ErrorCode::malformed_request, "the line of a chunk is too long", "body"});
            co_return;
        }
        const auto buffer = room();
        const auto bytes =
            co_await socket_.async_read_some(asio::buffer(buffer), asio::redirect_error(await, ec));
        if (!received(ec, bytes))
            co_return;
    }
    if (state_ == State::failed)
        fail(parser_.error());
}

bool is_quick(const Route& route, const Request& request) {
    return route.work == Work::quick || (route.is_quick && route.is_quick(request));
}

// The route of the request whose header was read; nullptr where the answer is already known.
const Route* Session::choose_route() {
    Request& request = parser_.request();
    request.id = id_.empty() ? worker_.next_request_id() : std::exchange(id_, {});
    auto match = common_.router.match(request);
    if (match.route != nullptr)
        route_index_ = match.route->index;
    if (match.answer) {
        unread_body_ = parser_.has_body();
        if (!unread_body_)
            feed();  // comes to `complete` without a byte
        answer_with(*match.answer,
                    parser_.keeps_alive() ? Connection::keep_alive : Connection::close);
        return nullptr;
    }
    const auto limit = match.route->body_bytes_max.value_or(common_.options.limits.body_bytes_max);
    if (parser_.limit_body(limit) == State::failed) {
        fail(parser_.error());
        return nullptr;
    }
    return match.route;
}

// Runs on the thread of the connection or on one of the pool; the session waits meanwhile.
void Session::produce(const Route& route) {
    const auto& request = parser_.request();
    if (route.version && request.method == Method::get && !parser_.has_body())
        given_ = {&route, route.version(), request.path};
    const auto response = run_handler(route, parser_.request(),
                                      [this](std::string_view what) { common_.report(what); });
    answer_with(response, parser_.keeps_alive() ? Connection::keep_alive : Connection::close);
}

Task Session::handle(const Route& route) {
    phase_ = Phase::handling;
    handler_done_ = false;
    const bool accepted = common_.pool->post([this, &route] {
        // One that has not begun when the patience is over never begins, and says so.
        if (common_.out_of_patience)
            answer_with(
                Response::problem({ErrorCode::server_stopping, "the server is stopping", ""}),
                Connection::close);
        else
            produce(route);
        asio::post(worker_.context, [this] {
            handler_done_ = true;
            wake_.cancel();
        });
    });
    if (!accepted) {
        answer_with(Response::problem({ErrorCode::server_busy, "too many requests wait", ""}),
                    Connection::keep_alive);
        co_return;
    }
    wake_.expires_at(SteadyClock::time_point::max());
    while (!handler_done_) {
        error_code ec;
        co_await wake_.async_wait(asio::redirect_error(await, ec));
    }
}

// A body that is kept as a file goes without being copied; says how many bytes went. What did not,
// and any error, is left to `send`.
std::size_t Session::send_file() {
    if (answer_.content == nullptr || answer_.body.data() != answer_.content->plain().data() ||
        answer_.body.size() < Content::file_bytes_min)
        return 0;
    const int file = answer_.content->file();
    if (file < 0)
        return 0;
    const int socket = socket_.native_handle();
    const auto head = ::send(socket, answer_.head.data(), answer_.head.size(),
                             MSG_MORE | MSG_NOSIGNAL | MSG_DONTWAIT);
    if (head < 0)
        return 0;
    auto sent = static_cast<std::size_t>(head);
    if (sent == answer_.head.size()) {
        off_t from = 0;
        const auto body = ::sendfile(socket, file, &from, answer_.body.size());
        sent += body > 0 ? static_cast<std::size_t>(body) : 0;
    }
    return sent;
}

// Header and body leave together, from where they lie. Most answers fit into the socket's buffer,
// so the first try needs no turn of the event loop.
void Session::send_at_once() {
    sent_ = send_file();
    if (sent_ > 0)
        return;
    const std::array<asio::const_buffer, 2> parts{asio::buffer(answer_.head),
                                                  asio::buffer(answer_.body)};
    error_code ec;
    sent_ = socket_.write_some(parts, ec);
}

Task Session::send() {
    const std::size_t total = answer_.head.size() + answer_.body.size();
    phase_ = Phase::writing;
    sent_ = 0;
    if (SteadyClock::now() - started_ < worth_waiting) {
        send_at_once();
    } else {
        worker_.will_send(*this);
        co_await asio::post(worker_.context.get_executor(), await);
        worker_.send_all();
    }
    if (sent_ < total)
        enter(Phase::writing, transfer_time(common_.options.limits.write_time, total));
    while (sent_ < total) {
        const auto head_left =
            std::string_view{answer_.head}.substr(std::min(sent_, answer_.head.size()));
        const auto body_left = answer_.body.substr(
            std::min(sent_ - std::min(sent_, answer_.head.size()), answer_.body.size()));
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head_left),
                                                      asio::buffer(body_left)};
        error_code ec;
        sent_ += co_await socket_.async_write_some(parts, asio::redirect_error(await, ec));
        if (!ec && !expired_)
            continue;
        if (expired_)
            common_.metrics.connections_timed_out.fetch_add(1, std::memory_order_relaxed);
        ended_ = true;
        break;
    }
    finish_request();
}

void Session::finish_request() {
    const auto took = SteadyClock::now() - started_;
    common_.metrics.bytes_sent.fetch_add(sent_, std::memory_order_relaxed);
    common_.metrics.count_request(route_index_, answer_.status, took);
    if (common_.options.access_log) {
        const auto& request = parser_.request();
        common_.options.access_log({.at = base::SystemClock{}.now(),
                                    .remote_address = request.remote_address,
                                    .method = request.path.empty() ? "" : name(request.method),
                                    .path = request.path,
                                    .request_id = request.id,
                                    .status = answer_.status,
                                    .body_bytes = answer_.body.size(),
                                    .took = took});
    }
}

Task Session::linger(std::chrono::milliseconds time) {
    error_code ec;
    socket_.shutdown(Socket::shutdown_send, ec);
    enter(Phase::lingering, time);
    begin_ = end_ = 0;
    while (!ec && !expired_) {
        co_await socket_.async_read_some(asio::buffer(buffer_), asio::redirect_error(await, ec));
    }
}

Task Session::serve() {
    const auto& limits = common_.options.limits;
    // The first request must come sooner than a later one.
    enter(Phase::idle, limits.header_time);
    for (;;) {
        has_answer_ = closes_ = unread_body_ = false;
        route_index_ = Metrics::no_route;
        given_.reset();
        header_.clear();
        co_await read_header();
        if (ended_)
            co_return;
        started_ = SteadyClock::now();
        const Route* route = has_answer_ ? nullptr : choose_route();
        if (route != nullptr && parser_.has_body()) {
            co_await read_body();
            if (ended_)
                co_return;
            started_ = SteadyClock::now();
        } else if (route != nullptr) {
            feed();
        }
        if (!has_answer_ && is_quick(*route, parser_.request()))
            produce(*route);
        else if (!has_answer_)
            co_await handle(*route);
        co_await send();
        if (ended_)
            co_return;
        keep_for_replay();
        answer_.content.reset();
        if (closes_ || unread_body_) {
            co_await linger(unread_body_ ? linger_time : linger_time_short);
            co_return;
        }
        enter(Phase::idle, limits.idle_time);
    }
}

Task Session::run([[maybe_unused]] std::shared_ptr<Session> self) {
    worker_.add(*this);
    try {
        co_await serve();
    } catch (const std::exception& failure) {
        common_.report(fmt::format("a connection failed: {}", failure.what()));
    }
    error_code ec;
    socket_.close(ec);
    worker_.remove(*this);
    worker_.load.fetch_sub(1, std::memory_order_relaxed);
    common_.connections.fetch_sub(1);
    common_.metrics.connections_open.fetch_sub(1, std::memory_order_relaxed);
}

Task Session::refuse([[maybe_unused]] std::shared_ptr<Session> self) {
    worker_.add(*this);
    started_ = SteadyClock::now();
    answer_with(Response::problem({ErrorCode::server_busy, "too many connections are open", ""}),
                Connection::close);
    co_await send();
    if (!ended_)
        co_await linger(linger_time_short);
    error_code ec;
    socket_.close(ec);
    worker_.remove(*this);
    common_.refusals.fetch_sub(1);
}

}  // namespace server::detail
