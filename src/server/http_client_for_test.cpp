#include "server/http_client_for_test.h"

#include "server/http.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace server {

using SteadyClock = std::chrono::steady_clock;

TestClient::TestClient(std::uint16_t port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

TestClient::~TestClient() {
    if (socket_ >= 0)
        ::close(socket_);
}

bool TestClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void TestClient::finish_sending() {
    ::shutdown(socket_, SHUT_WR);
}

bool TestClient::read_more(SteadyClock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now()).count();
    pollfd waiting{socket_, POLLIN, 0};
    if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left)) <= 0)
        return false;
    std::array<char, 65536> chunk;
    const auto got = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (got <= 0)
        return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(got));
    return true;
}

std::string TestClient::Answer::header(std::string_view name) const {
    std::size_t at = head.find("\r\n");
    while (at != std::string::npos && at + 2 < head.size()) {
        at += 2;
        const auto end = head.find("\r\n", at);
        const auto line = std::string_view{head}.substr(at, end - at);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && same_name(line.substr(0, colon), name))
            return std::string{line.substr(colon + 2)};
        at = end;
    }
    return {};
}

std::optional<TestClient::Answer> TestClient::receive(std::chrono::milliseconds time,
                                                      bool head_only) {
    const auto until = SteadyClock::now() + time;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!read_more(until))
            return std::nullopt;
    Answer answer;
    answer.head = buffer_.substr(0, end + 2);
    answer.status = std::atoi(answer.head.substr(9, 3).c_str());
    buffer_.erase(0, end + 4);
    const auto length = answer.header("Content-Length");
    if (head_only || answer.status == 304 || answer.status < 200 || length.empty())
        return answer;
    const auto bytes = static_cast<std::size_t>(std::strtoull(length.c_str(), nullptr, 10));
    while (buffer_.size() < bytes)
        if (!read_more(until))
            return std::nullopt;
    answer.body = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    return answer;
}

bool TestClient::is_closed_within(std::chrono::milliseconds time) {
    const auto until = SteadyClock::now() + time;
    while (SteadyClock::now() < until) {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, 10) <= 0)
            continue;
        std::array<char, 65536> chunk;
        if (::recv(socket_, chunk.data(), chunk.size(), 0) <= 0)
            return true;
    }
    return false;
}

std::string get(std::string_view path, std::string_view more) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n{}\r\n", path, more);
}

std::string post(std::string_view path, std::string_view body, std::string_view more) {
    return fmt::format(
        "POST {} HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
        "Content-Length: {}\r\n{}\r\n{}",
        path, body.size(), more, body);
}

}  // namespace server
