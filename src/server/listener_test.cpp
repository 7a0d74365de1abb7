#include "server/listener.h"

#include "server/http_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <atomic>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace server {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ListenerOptions with_limits(Limits limits) {
    ListenerOptions options;
    options.limits = limits;
    return options;
}

std::string unzipped(const std::string& packed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string out(1 << 20, '\0');
    std::string in = packed;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

TEST_F(Http, AnswersWithBodyTagDateAndSecurityHeaders) {
    start();
    const auto answer = ask(get("/hello"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "{\"a\":1}");
    EXPECT_EQ(answer->header("Content-Type"), "application/json");
    EXPECT_EQ(answer->header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer->header("Referrer-Policy"), "no-referrer");
    EXPECT_THAT(answer->header("Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(answer->header("Date"), HasSubstr(" GMT"));
    EXPECT_THAT(answer->header("ETag"), StartsWith("\""));
    EXPECT_EQ(answer->header("Server"), "");
    EXPECT_EQ(answer->header("Access-Control-Allow-Origin"), "");
    EXPECT_NE(answer->header("X-Request-Id"), "");
}

TEST_F(Http, KeepsTheConnectionOpen) {
    start();
    TestClient one{listener_->port()};
    for (int i = 0; i < 100; ++i) {
        const auto answer = one.exchange(get(fmt::format("/echo/{}?q=a&q=b%20c", i)));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->body, fmt::format("{{\"id\":\"{}\",\"q\":[\"a\",\"b c\"]}}", i));
    }
    EXPECT_EQ(metrics_.connections_accepted, 1U);
}

TEST_F(Http, AnswersPipelinedRequestsInTheirOrder) {
    start();
    TestClient one{listener_->port()};
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += i % 10 == 3 ? post("/size", std::string(static_cast<std::size_t>(i), 'x'))
                           : get(fmt::format("/echo/{}", i));
    all += post("/slow", "{}") + get("/hello");
    ASSERT_TRUE(one.send(all));
    for (int i = 0; i < 200; ++i) {
        const auto answer = one.receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->body, i % 10 == 3 ? fmt::format("{}", i)
                                            : fmt::format("{{\"id\":\"{}\",\"q\":[]}}", i));
    }
    EXPECT_EQ(one.receive()->body, "\"written\"");
    EXPECT_EQ(one.receive()->body, "{\"a\":1}");
}

TEST_F(Http, TakesRequestsInPiecesOfOneByte) {
    start();
    TestClient one{listener_->port()};
    const auto bytes = "\r\n" + post("/size", "{\"a\":12}") + get("/hello");
    for (const char byte : bytes) {
        ASSERT_TRUE(one.send({&byte, 1}));
        std::this_thread::sleep_for(50us);
    }
    EXPECT_EQ(one.receive()->body, "8");
    EXPECT_EQ(one.receive()->body, "{\"a\":1}");
}

TEST_F(Http, AnswersHeadWithoutABody) {
    start();
    TestClient one{listener_->port()};
    one.send("HEAD /long HTTP/1.1\r\nHost: test\r\n\r\n");
    const auto head = one.receive(10s, true);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->header("Content-Length"), fmt::format("{}", long_text.size()));
    EXPECT_EQ(one.exchange(get("/hello"))->body, "{\"a\":1}");  // nothing stood in between
}

TEST_F(Http, TellsTheMethodsOfAnAddress) {
    start();
    const auto options = ask("OPTIONS /hello HTTP/1.1\r\nHost: test\r\n\r\n");
    ASSERT_TRUE(options);
    EXPECT_EQ(options->status, 204);
    EXPECT_EQ(options->header("Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(ask("OPTIONS * HTTP/1.1\r\nHost: test\r\n\r\n")->status, 204);
    const auto wrong = ask("DELETE /hello HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(wrong->status, 405);
    EXPECT_EQ(wrong->header("Allow"), "GET, HEAD, OPTIONS");
    EXPECT_THAT(wrong->body, HasSubstr("\"code\":\"E0603\""));
}

TEST_F(Http, AnswersUnknownAddressesWithAProblemDocument) {
    start();
    const auto answer = ask(get("/nothing?token=secret"));
    EXPECT_EQ(answer->status, 404);
    EXPECT_EQ(answer->body,
              "{\"type\":\"/docs/errors#e0602\",\"title\":\"There is nothing at this address.\","
              "\"status\":404,\"detail\":\"there is nothing at this address\","
              "\"code\":\"E0602\",\"where\":\"/nothing\"}");
}

TEST_F(Http, LeadsFromATrailingSlashToTheAddress) {
    start();
    const auto answer = ask(get("/hello/?a=1"));
    EXPECT_EQ(answer->status, 308);
    EXPECT_EQ(answer->header("Location"), "/hello?a=1");
    EXPECT_EQ(ask(get("//hello/"))->status, 404);
    EXPECT_EQ(ask(get("//example.org/"))->status, 404);
}

TEST_F(Http, SaysNotModifiedToWhoKnowsTheTag) {
    start();
    const auto tag = ask(get("/long"))->header("ETag");
    const auto same = ask(get("/long", "If-None-Match: \"x\", W/" + tag + "\r\n"));
    EXPECT_EQ(same->status, 304);
    EXPECT_EQ(same->header("ETag"), tag);
    EXPECT_EQ(same->header("Content-Length"), "");
    EXPECT_EQ(ask(get("/long", "If-None-Match: \"other\"\r\n"))->status, 200);
    EXPECT_EQ(ask(get("/hello", "If-None-Match: *\r\n"))->status, 304);
    EXPECT_EQ(ask(get("/nothing", "If-None-Match: *\r\n"))->status, 404);
}

TEST_F(Http, CompressesLongTextForWhoTakesIt) {
    start();
    const auto packed = ask(get("/long", "Accept-Encoding: br, gzip;q=0.8\r\n"));
    EXPECT_EQ(packed->header("Content-Encoding"), "gzip");
    EXPECT_EQ(packed->header("Vary"), "Accept-Encoding");
    EXPECT_LT(packed->body.size(), long_text.size() / 3);
    EXPECT_EQ(unzipped(packed->body), long_text);
    const auto tag = packed->header("ETag");
    EXPECT_THAT(tag, HasSubstr("-gz\""));
    EXPECT_EQ(ask(get("/long", "Accept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n"))->status,
              304);
    for (const char* refused :
         {"", "Accept-Encoding: identity\r\n", "Accept-Encoding: gzip;q=0\r\n",
          "Accept-Encoding: gzip;q=0.000, *\r\n"}) {
        const auto plain = ask(get("/long", refused));
        EXPECT_EQ(plain->header("Content-Encoding"), "") << refused;
        EXPECT_EQ(plain->header("Vary"), "Accept-Encoding");
        EXPECT_EQ(plain->body, long_text);
    }
    EXPECT_EQ(ask(get("/hello", "Accept-Encoding: gzip\r\n"))->header("Content-Encoding"), "");
}

TEST_F(Http, ChecksMediaTypes) {
    start();
    EXPECT_EQ(ask("POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: text/xml\r\n"
                  "Content-Length: 0\r\n\r\n")
                  ->status,
              200);  // no body, no type to check
    EXPECT_EQ(ask("POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: text/xml\r\n"
                  "Content-Length: 4\r\n\r\n<a/>")
                  ->status,
              415);
    EXPECT_EQ(ask("POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: Application/JSON; charset=utf-8"
                  "\r\nContent-Length: 2\r\n\r\n{}")
                  ->status,
              200);
    EXPECT_EQ(ask(get("/hello", "Accept: text/html\r\n"))->status, 406);
    EXPECT_EQ(ask(get("/hello", "Accept: text/html, */*;q=0.1\r\n"))->status, 200);
    EXPECT_EQ(ask(get("/hello", "Accept: application/json;q=0, */*\r\n"))->status, 406);
}

TEST_F(Http, RefusesWhatIsNotHttp) {
    start();
    const std::string nul(1, '\0');
    EXPECT_EQ(refusal("G@T / HTTP/1.1\r\nHost: t\r\n\r\n"), 400);
    EXPECT_EQ(refusal("\x16\x03\x01\x02\x01\x01\xfc\x03\x03 TLS to the wrong port\r\n\r\n"), 400);
    EXPECT_EQ(refusal("BREW / HTTP/1.1\r\nHost: t\r\n\r\n"), 501);
    EXPECT_EQ(refusal("GET / HTTP/2.0\r\nHost: t\r\n\r\n"), 505);
    EXPECT_EQ(refusal("GET / HTTQ/1.1\r\nHost: t\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /\r\nHost: t\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /hello HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /hello HTTP/1.1\nHost: t\n\n"), 400);
    EXPECT_EQ(refusal("GET /hello HTTP/1.1\r\nHost : t\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /hello HTTP/1.1\r\nHost: t\r\nX: a" + nul + "b\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET hello HTTP/1.1\r\nHost: t\r\n\r\n"), 400);
    EXPECT_EQ(refusal("GET /a" + nul + " HTTP/1.1\r\nHost: t\r\n\r\n"), 400);
    for (const char* path :
         {"/%", "/%4", "/%zz", "/a%00b", "/%ff", "/%c0%af", "/echo/../hello", "/%2e%2e/x",
          "/./hello", "/hello?q=%", "/hello?%00", "/hello#part", "/h\xc3\xa4llo"})
        EXPECT_EQ(refusal(get(path)), 400) << path;
}

TEST_F(Http, RefusesAmbiguousLengths) {
    start();
    const std::string begin =
        "POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n";
    EXPECT_EQ(refusal(begin + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
              400);
    EXPECT_EQ(refusal(begin + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"),
              400);
    EXPECT_EQ(refusal(begin + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), 400);
    EXPECT_EQ(refusal(begin + "Content-Length: -3\r\n\r\nabcd"), 400);
    EXPECT_EQ(refusal(begin + "Content-Length: +3\r\n\r\nabcd"), 400);
    EXPECT_EQ(refusal(begin + "Content-Length: 3x\r\n\r\nabcd"), 400);
    EXPECT_EQ(refusal(begin + "Content-Length: 99999999999999999999999\r\n\r\nabcd"), 400);
    EXPECT_EQ(refusal(begin + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), 501);
    EXPECT_EQ(refusal(begin + "Transfer-Encoding: identity\r\n\r\n"), 501);
    EXPECT_EQ(refusal(begin + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400);
    EXPECT_EQ(refusal("POST /size HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
    EXPECT_EQ(refusal(begin + "Expect: a-miracle\r\nContent-Length: 2\r\n\r\n{}"), 417);
}

TEST_F(Http, ReadsChunkedBodies) {
    start();
    TestClient one{listener_->port()};
    const auto answer = one.exchange(
        "POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0a;x=y\r\n0123456789\r\n0\r\n"
        "Authorization: Bearer smuggled\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "13");
    EXPECT_EQ(one.exchange(get("/hello"))->status, 200);
}

TEST_F(Http, RefusesTooLongAddressesAndHeaders) {
    start();
    EXPECT_EQ(ask(get("/echo/" + std::string(8000, 'a')))->status, 200);
    EXPECT_EQ(refusal(get("/echo/" + std::string(9000, 'a'))), 414);
    EXPECT_EQ(refusal("GET /" + std::string(40000, 'a')), 414);
    EXPECT_EQ(refusal(get("/hello", "X: " + std::string(17000, 'a') + "\r\n")), 431);
    std::string many;
    for (int i = 0; i < 4000; ++i)
        many += fmt::format("X{}: 1\r\n", i);
    EXPECT_EQ(refusal(get("/hello", many)), 431);
    EXPECT_EQ(ask(get("/hello", "X: " + std::string(15000, 'a') + "\r\n"))->status, 200);
    std::string query = "/hello?";
    for (int i = 0; i < 300; ++i)
        query += "a=1&";
    EXPECT_EQ(refusal(get(query)), 400);
}

TEST_F(Http, RefusesALargeBodyBeforeReadingIt) {
    start();
    EXPECT_EQ(ask(post("/size", std::string(1000, 'x')))->body, "1000");
    // Only the header is sent: the answer comes all the same.
    EXPECT_EQ(refusal("POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
                      "Content-Length: 1001\r\n\r\n"),
              413);
    // A client that sends everything before it reads sees the answer and no reset.
    EXPECT_EQ(refusal(post("/size", std::string(5'000'000, 'x'))), 413);
}

TEST_F(Http, RefusesALargeChunkedBody) {
    start();
    const std::string begin =
        "POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    std::string many = begin;
    for (int i = 0; i < 200; ++i)
        many += "a\r\n0123456789\r\n";
    EXPECT_EQ(refusal(many + "0\r\n\r\n"), 413);
    EXPECT_EQ(refusal(begin + "ffffffffffffffff\r\nabc"), 413);
    EXPECT_EQ(refusal(begin + "1;x=" + std::string(70000, 'y')), 400);
}

TEST_F(Http, TellsAWaitingClientToGoOn) {
    start();
    TestClient one{listener_->port()};
    one.send(
        "POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
        "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(one.receive()->status, 100);
    EXPECT_EQ(one.exchange("1234")->body, "4");
    // One whose body would be refused is not told to send it.
    EXPECT_EQ(refusal("POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
                      "Content-Length: 4000\r\nExpect: 100-continue\r\n\r\n"),
              413);
}

TEST_F(Http, EndsTrickledHeaders) {
    start(with_limits({.header_time = 300ms}));
    TestClient one{listener_->port()};
    const auto begun = std::chrono::steady_clock::now();
    one.send("GET /hello HTTP/1.1\r\nHost: t\r\n");
    std::optional<TestClient::Answer> answer;
    while (!answer && std::chrono::steady_clock::now() - begun < 5s) {
        one.send("X: 1\r\n");
        answer = one.receive(20ms);
    }
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 408);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    EXPECT_EQ(metrics_.connections_timed_out, 1U);
}

TEST_F(Http, EndsTrickledBodies) {
    start(with_limits({.body_time = 300ms}));
    TestClient one{listener_->port()};
    one.send(
        "POST /size HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
        "Content-Length: 900\r\n\r\n");
    std::optional<TestClient::Answer> answer;
    for (int i = 0; i < 200 && !answer; ++i) {
        one.send("x");
        answer = one.receive(20ms);
    }
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 408);
}

TEST_F(Http, EndsIdleConnectionsWithoutAWord) {
    start(with_limits({.header_time = 200ms, .idle_time = 400ms}));
    TestClient silent{listener_->port()};
    TestClient once{listener_->port()};
    ASSERT_TRUE(once.exchange(get("/hello")));
    EXPECT_FALSE(silent.receive(2s));
    EXPECT_TRUE(once.is_closed_within(2s));
}

TEST_F(Http, EndsClientsThatDoNotRead) {
    start(with_limits({.write_time = 200ms, .bytes_per_second_min = std::size_t{1} << 30}));
    TestClient one{listener_->port()};
    one.send(get("/huge"));
    const auto begun = std::chrono::steady_clock::now();
    while (metrics_.connections_timed_out == 0 && std::chrono::steady_clock::now() - begun < 5s)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(metrics_.connections_timed_out, 1U);
}

TEST_F(Http, SendsLargeBodiesWhole) {
    start();
    TestClient one{listener_->port()};
    const auto answer = one.exchange(get("/huge"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body.size(), std::size_t{32} << 20);
}

// From the second time on a body that is kept goes without being copied.
TEST_F(Http, SendsKeptBodiesWholeEachTime) {
    start();
    for (const std::string path : {"/kept/40000", "/kept/8388608"}) {
        TestClient one{listener_->port()};
        const auto first = one.exchange(get(path));
        ASSERT_TRUE(first);
        EXPECT_GE(first->body.size(), std::stoul(path.substr(6)));
        for (int i = 0; i < 5; ++i) {
            const auto again = one.exchange(get(path));
            ASSERT_TRUE(again);
            EXPECT_TRUE(again->body == first->body) << path << ' ' << i;
        }
        one.send("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n\r\n" + get(path));
        const auto head = one.receive(std::chrono::seconds{10}, true);
        ASSERT_TRUE(head);
        EXPECT_TRUE(head->body.empty());
        EXPECT_TRUE(one.receive()->body == first->body);
    }
}

TEST_F(Http, OutlivesClientsThatGoInTheMiddleOfAKeptBody) {
    start();
    for (int i = 0; i < 20; ++i) {
        TestClient one{listener_->port()};
        ASSERT_TRUE(one.exchange(get("/kept/40000")));
        for (int more = 0; more < 20; ++more)
            one.send(get("/kept/8388608"));
    }
    EXPECT_TRUE(ask(get("/kept/40000")));
}

TEST(Content, IsAFileFromTheSecondRequestOnWhereItIsLarge) {
    const Content small(std::string(100, 'x'));
    const Content large(std::string(100'000, 'x'));
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(small.file(), -1);
    EXPECT_EQ(large.file(), -1);
    const int file = large.file();
    ASSERT_GE(file, 0);
    EXPECT_EQ(large.file(), file);
    std::vector<std::unique_ptr<Content>> many;
    int held = 0;
    for (int i = 0; i < 400; ++i) {
        many.push_back(std::make_unique<Content>(std::string(20'000, 'x')));
        many.back()->file();
        held += many.back()->file() >= 0 ? 1 : 0;
    }
    EXPECT_LT(held, 300) << "descriptors are not endless";
    many.clear();
    const Content next(std::string(20'000, 'x'));
    next.file();
    EXPECT_GE(next.file(), 0);
}

TEST_F(Http, RefusesConnectionsBeyondTheMaximum) {
    start(with_limits({.connections_max = 3}));
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<TestClient>(listener_->port()));
        ASSERT_TRUE(clients.back()->exchange(get("/hello")));
    }
    TestClient fourth{listener_->port()};
    const auto refused = fourth.receive();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, 503);
    EXPECT_NE(refused->header("Retry-After"), "");
    clients.pop_back();
    const auto begun = std::chrono::steady_clock::now();
    int status = 0;
    while (status != 200 && std::chrono::steady_clock::now() - begun < 5s) {
        const auto again = ask(get("/hello"));
        status = again ? again->status : 0;
    }
    EXPECT_EQ(status, 200);
    EXPECT_GE(metrics_.connections_refused, 1U);
}

TEST_F(Http, RefusesMoreBlockingWorkThanItKeepsWaiting) {
    ListenerOptions options;
    options.blocking_threads = 1;
    options.limits.blocking_waiting_max = 1;
    start(std::move(options));
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<TestClient>(listener_->port()));
        clients.back()->send(post("/slow", "{}"));
    }
    int written = 0;
    int busy = 0;
    for (auto& one : clients) {
        const auto answer = one->receive();
        ASSERT_TRUE(answer);
        written += answer->status == 201 ? 1 : 0;
        busy += answer->status == 503 ? 1 : 0;
    }
    EXPECT_EQ(written + busy, 4);
    EXPECT_GE(busy, 1);
    EXPECT_EQ(slow_done_, written);
}

TEST_F(Http, ReadsGoOnWhileAWriteWaits) {
    ListenerOptions options;
    options.threads = 1;
    start(std::move(options));
    TestClient writer{listener_->port()};
    writer.send(post("/slow", "{}"));
    while (!slow_begun_)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(ask(get("/hello"))->status, 200);
    EXPECT_EQ(slow_done_, 0);
    EXPECT_EQ(writer.receive()->status, 201);
}

TEST_F(Http, ServesTwoHundredClientsAtOnce) {
    start();
    std::atomic<int> good{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 200; ++i)
        threads.emplace_back([&, i] {
            TestClient one{listener_->port()};
            for (int k = 0; k < 20; ++k) {
                const auto answer = one.exchange(get(fmt::format("/echo/{}-{}", i, k)));
                if (answer && answer->body == fmt::format("{{\"id\":\"{}-{}\",\"q\":[]}}", i, k))
                    ++good;
            }
        });
    threads.clear();
    EXPECT_EQ(good, 4000);
    listener_->stop();
    listener_->wait();  // a request is counted just after its last byte has left
    EXPECT_EQ(metrics_.requests_total(), 4000U);
}

TEST_F(Http, HidesWhatAHandlerThrew) {
    start();
    const auto answer = ask(get("/throws"));
    EXPECT_EQ(answer->status, 500);
    EXPECT_THAT(answer->body, Not(HasSubstr("secret detail")));
    EXPECT_THAT(reports_, HasSubstr("secret detail"));
    EXPECT_THAT(reports_, HasSubstr(answer->header("X-Request-Id")));
}

TEST_F(Http, StopsOnlyAfterABegunWriteIsAnswered) {
    start();
    TestClient writer{listener_->port()};
    TestClient idle{listener_->port()};
    ASSERT_TRUE(idle.exchange(get("/hello")));
    writer.send(post("/slow", "{}"));
    while (!slow_begun_)
        std::this_thread::sleep_for(1ms);
    const auto port = listener_->port();
    listener_->stop();
    EXPECT_TRUE(idle.is_closed_within(5s));
    EXPECT_FALSE(TestClient{port}.connected());
    const auto answer = writer.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->header("Connection"), "close");
    listener_->wait();
    EXPECT_EQ(slow_done_, 1);
}

TEST_F(Http, AnswersABegunWriteThoughThePatienceIsOver) {
    start(with_limits({.drain_time = 20ms}));
    TestClient writer{listener_->port()};
    writer.send(post("/slow", "{}"));
    while (!slow_begun_)
        std::this_thread::sleep_for(1ms);
    listener_->stop();
    listener_->stop();
    EXPECT_EQ(writer.receive()->status, 201);
    listener_->wait();
}

TEST_F(Http, EveryWriteThatWasDoneIsAnsweredWhenItStops) {
    ListenerOptions options;
    options.blocking_threads = 2;
    options.limits.drain_time = 500ms;
    start(std::move(options));
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<TestClient>(listener_->port()));
        clients.back()->send(post("/slow", "{}"));
    }
    while (!slow_begun_)
        std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(100ms);
    listener_->stop();
    int written = 0;
    int refused = 0;
    for (auto& one : clients) {
        const auto answer = one->receive();
        ASSERT_TRUE(answer);
        written += answer->status == 201 ? 1 : 0;
        refused += answer->status == 503 ? 1 : 0;
    }
    listener_->wait();
    EXPECT_EQ(written, slow_done_);
    EXPECT_EQ(written + refused, 12);
    EXPECT_GE(refused, 1);
}

TEST_F(Http, StopLetsAHalfSentRequestFinish) {
    start();
    TestClient one{listener_->port()};
    const auto bytes = post("/size", "{\"a\":12}");
    one.send(bytes.substr(0, bytes.size() - 3));
    std::this_thread::sleep_for(50ms);
    listener_->stop();
    std::this_thread::sleep_for(50ms);
    one.send(bytes.substr(bytes.size() - 3));
    EXPECT_EQ(one.receive()->body, "8");
    listener_->wait();
}

TEST_F(Http, StopDoesNotWaitForEverForHalfARequest) {
    start(with_limits({.drain_time = 200ms}));
    TestClient one{listener_->port()};
    one.send("GET /hello HT");
    std::this_thread::sleep_for(50ms);
    const auto begun = std::chrono::steady_clock::now();
    listener_->stop();
    EXPECT_EQ(one.receive()->status, 503);
    one.finish_sending();
    listener_->wait();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
}

TEST_F(Http, StopsWhenTheSignalComes) {
    start();
    int code = -1;
    std::atomic<bool> is_ready = false;  // before, the signal would end the test itself
    std::jthread serving([&] { code = listener_->run_until_signal([&] { is_ready = true; }); });
    TestClient writer{listener_->port()};
    writer.send(post("/slow", "{}"));
    while (!slow_begun_ || !is_ready)
        std::this_thread::sleep_for(1ms);
    ::kill(::getpid(), SIGTERM);
    EXPECT_EQ(writer.receive()->status, 201);
    writer.finish_sending();
    serving.join();
    EXPECT_EQ(code, 0);
}

TEST_F(Http, TellsHealthReadinessAndMetrics) {
    start();
    EXPECT_EQ(ask(get("/healthz"))->status, 200);
    EXPECT_EQ(ask(get("/readyz"))->status, 503);
    readiness_.set(true);
    EXPECT_EQ(ask(get("/readyz"))->status, 200);
    ask(get("/echo/1"));
    ask(get("/wp-login.php"));
    while (metrics_.requests_total() < 5)
        std::this_thread::sleep_for(1ms);
    const auto text = ask(get("/metrics"))->body;
    EXPECT_THAT(text, HasSubstr("tameel_http_requests_total{route=\"GET /echo/{id}\",status=\"200\""
                                "} 1\n"));
    EXPECT_THAT(text, HasSubstr("tameel_http_requests_total{route=\"(none)\",status=\"404\"} 1\n"));
    EXPECT_THAT(text,
                HasSubstr("tameel_http_request_seconds_bucket{route=\"GET /readyz\",le=\"+Inf\"} "
                          "2\n"));
    EXPECT_THAT(text, HasSubstr("\nprocess_resident_memory_bytes "));
    EXPECT_THAT(text, Not(HasSubstr("wp-login")));
}

TEST_F(Http, LogsOneLineARequestWithoutTheQuery) {
    std::ostringstream log;
    ListenerOptions options;
    options.access_log = access_log_to(log);
    start(std::move(options));
    ask(get("/echo/7?token=secret", "Authorization: Bearer secret\r\n"));
    ask("junk\r\n\r\n");
    listener_->stop();
    listener_->wait();
    EXPECT_THAT(log.str(), HasSubstr(" 127.0.0.1 GET /echo/7 200 17 "));
    EXPECT_THAT(log.str(), HasSubstr(" 127.0.0.1 - - 400 "));
    EXPECT_THAT(log.str(), Not(HasSubstr("secret")));
}

TEST_F(Http, RefusesAnAddressInUseAndOneThatIsNone) {
    start();
    ListenerOptions options;
    options.port = listener_->port();
    Metrics metrics;
    const auto second = Listener::start(router_, metrics, options);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, base::ErrorCode::cannot_listen);
    options.address = "localhost.invalid";
    EXPECT_FALSE(Listener::start(router_, metrics, options).ok());
}

TEST_F(Http, SpeaksHttp10) {
    start();
    TestClient one{listener_->port()};
    const auto answer = one.exchange("GET /hello HTTP/1.0\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_TRUE(one.is_closed_within(2s));
}

TEST(ListenAddress, IsReadFromText) {
    EXPECT_EQ(parse_listen_address("127.0.0.1:8080")->port, 8080);
    EXPECT_EQ(parse_listen_address("[::1]:80")->address, "::1");
    for (const char* wrong : {"", "8080", "127.0.0.1", "127.0.0.1:", ":80", "a:70000", "a:1x"})
        EXPECT_FALSE(parse_listen_address(wrong).ok()) << wrong;
}

}  // namespace

}  // namespace server
