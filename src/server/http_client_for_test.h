#pragma once

// A client on plain sockets, so that a test can send what no well-behaved client would.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace server {

/// One connection to 127.0.0.1.
class TestClient {
  public:
    explicit TestClient(std::uint16_t port);
    ~TestClient();
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    bool connected() const noexcept { return socket_ >= 0; }
    /// False where the peer has closed.
    bool send(std::string_view bytes);
    void finish_sending();

    struct Answer {
        int status = 0;
        std::string head;
        std::string body;
        std::string header(std::string_view name) const;  ///< empty where there is none
    };
    /// The next answer; nothing where the connection ends or `time` passes before it is whole.
    std::optional<Answer> receive(std::chrono::milliseconds time = std::chrono::seconds{10},
                                  bool head_only = false);
    std::optional<Answer> exchange(std::string_view bytes) {
        send(bytes);
        return receive();
    }
    /// Whether the peer closes within `time`; what it still sends is dropped.
    bool is_closed_within(std::chrono::milliseconds time);

  private:
    bool read_more(std::chrono::steady_clock::time_point until);

    int socket_ = -1;
    std::string buffer_;
};

/// "GET path HTTP/1.1" with a Host, and with `more` header lines, each ending in CR LF.
std::string get(std::string_view path, std::string_view more = "");
std::string post(std::string_view path, std::string_view body, std::string_view more = "");

}  // namespace server
