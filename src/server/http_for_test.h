#pragma once

#include "server/health.h"
#include "server/http_client_for_test.h"
#include "server/listener.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace server {

inline const std::string long_text = [] {
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += fmt::format("{{\"target\":\"1.1.{}\",\"value\":{}}}\n", i, i * 37 % 101);
    return text;
}();

// A server with routes that show what the core does.
class Http : public testing::Test {
  protected:
    void start(ListenerOptions options = {}) {
        add_health_routes(router_, readiness_, metrics_);
        router_.add({.pattern = "/hello",
                     .handler = [](const Request&) { return Response::json_text("{\"a\":1}"); }});
        router_.add({.pattern = "/long",
                     .handler = [](const Request&) { return Response::json_text(long_text); }});
        router_.add({.pattern = "/huge",
                     .handler =
                         [](const Request&) {
                             return Response::text(200, std::string(std::size_t{32} << 20, 'x'));
                         },
                     .produces = {}});
        for (const std::size_t bytes : {std::size_t{40'000}, std::size_t{8} << 20}) {
            std::string body;
            while (body.size() < bytes)
                body += fmt::format("line {}\n", body.size());
            router_.add(
                {.pattern = fmt::format("/kept/{}", bytes),
                 .handler =
                     [content = std::make_shared<const Content>(std::move(body))](const Request&) {
                         return Response::shared(content, "application/octet-stream");
                     },
                 .produces = {}});
        }
        router_.add({.pattern = "/echo/{id}", .handler = [](const Request& request) {
                         auto values = base::Json::array();
                         for (const auto value : request.query_values("q"))
                             values.push(value);
                         return Response::json(
                             base::Json::object({{"id", request.path_value("id")}, {"q", values}}));
                     }});
        router_.add({.pattern = "/polled",
                     .handler =
                         [this](const Request& request) {
                             ++polled_;
                             kept_ = std::make_shared<const Content>(
                                 fmt::format("{} of {}", request.query, version_.load()));
                             return Response::shared(kept_, "text/plain");
                         },
                     .produces = {},
                     .version = [this] { return version_.load(); }});
        router_.add({.pattern = "/throws", .handler = [](const Request&) -> Response {
                         throw std::runtime_error("secret detail");
                     }});
        router_.add({.method = Method::post,
                     .pattern = "/size",
                     .handler =
                         [](const Request& request) {
                             return Response::json_text(fmt::format("{}", request.body.size()));
                         },
                     .access = Access::write,
                     .body_bytes_max = 1000});
        router_.add({.method = Method::post,
                     .pattern = "/slow",
                     .handler =
                         [this](const Request&) {
                             slow_begun_ = true;
                             std::this_thread::sleep_for(std::chrono::milliseconds{400});
                             ++slow_done_;
                             return Response::json_text("\"written\"", 201);
                         },
                     .access = Access::write,
                     .work = Work::blocking});
        options.report = [this](std::string_view what) {
            const std::lock_guard lock(reports_mutex_);
            reports_ += what;
        };
        auto started = Listener::start(router_, metrics_, std::move(options));
        ASSERT_TRUE(started.ok()) << started.error().text();
        listener_ = std::move(started).value();
    }

    std::optional<TestClient::Answer> ask(std::string_view bytes) const {
        TestClient one{listener_->port()};
        return one.exchange(bytes);
    }
    // The refusal of a request: its status, and that the connection then ends.
    int refusal(std::string_view bytes) const {
        TestClient one{listener_->port()};
        const auto answer = one.exchange(bytes);
        if (!answer)
            return 0;
        EXPECT_EQ(answer->header("Content-Type"), "application/problem+json");
        EXPECT_EQ(answer->header("Connection"), "close");
        one.finish_sending();
        EXPECT_TRUE(one.is_closed_within(std::chrono::seconds{2}));
        return answer->status;
    }

    std::atomic<std::uint64_t> version_{1};  ///< of /polled
    std::atomic<int> polled_{0};
    std::shared_ptr<const Content> kept_;

    Router router_;
    Metrics metrics_;
    Readiness readiness_;
    std::atomic<bool> slow_begun_{false};
    std::atomic<int> slow_done_{0};
    std::mutex reports_mutex_;
    std::string reports_;
    std::unique_ptr<Listener> listener_;
};

}  // namespace server
