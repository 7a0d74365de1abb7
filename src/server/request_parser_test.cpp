#include "server/request_parser.h"

#include "server/target.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace server {

namespace {

using State = RequestParser::State;

struct Outcome {
    std::vector<std::string> bodies;
    State last = State::need_more;
    std::string error;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Feeds the bytes in pieces of the given size, as a connection would.
Outcome feed(std::string_view bytes, std::size_t piece) {
    RequestParser parser({.header_bytes_max = 4096, .target_bytes_max = 1024});
    parser.reset();
    Outcome outcome;
    std::string pending;
    std::size_t at = 0;
    for (;;) {
        std::size_t used = 0;
        const State state = parser.put(pending, used);
        pending.erase(0, used);
        if (state == State::header_read && parser.limit_body(2000) != State::failed)
            continue;
        if (state == State::complete) {
            outcome.bodies.push_back(parser.request().path + " " + parser.request().body);
            parser.reset();
            continue;
        }
        if (state != State::need_more) {
            outcome.last = State::failed;
            outcome.error = base::info(parser.error().code).id;
            return outcome;
        }
        if (at == bytes.size())
            return outcome;
        pending += bytes.substr(at, piece);
        at = std::min(bytes.size(), at + piece);
    }
}

const std::string session =
    "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello"
    "GET /b?x=1 HTTP/1.1\r\nHost: t\r\nAccept: */*\r\n\r\n"
    "POST /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;e=1\r\ndefg\r\n"
    "0\r\nTrailer: x\r\n\r\n"
    "GET /d HTTP/1.1\r\nHost: t\r\n\r\n";

TEST(RequestParser, ReadsTheSameFromPiecesOfEverySize) {
    const auto whole = feed(session, session.size());
    EXPECT_EQ(whole.bodies, (std::vector<std::string>{"/a hello", "/b ", "/c abcdefg", "/d "}));
    for (std::size_t piece = 1; piece < session.size(); ++piece)
        EXPECT_EQ(feed(session, piece), whole) << piece;
}

// The last chunk may come in pieces too; its bytes must not be read before all are there.
TEST(RequestParser, ReadsAnEmptyChunkedBodyFromPiecesOfEverySize) {
    const std::string head = "POST /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string body :
         {"0\r\n\r\n", "000\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", "1\r\nx\r\n0\r\n\r\n"}) {
        const auto bytes = head + body + "GET /d HTTP/1.1\r\nHost: t\r\n\r\n";
        const auto whole = feed(bytes, bytes.size());
        EXPECT_EQ(whole.bodies.size(), 2u) << body;
        for (std::size_t piece = 1; piece < bytes.size(); ++piece)
            EXPECT_EQ(feed(bytes, piece), whole) << body << piece;
    }
}

// Whatever arrives, what is accepted does not depend on how the bytes were cut.
TEST(RequestParser, StandsRandomDamage) {
    std::mt19937 random(20240520);
    const auto any = [&](std::size_t below) { return random() % below; };
    int failed = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = session;
        for (std::size_t k = 1 + any(4); k > 0; --k) {
            const auto at = any(bytes.size());
            switch (any(4)) {
                case 0:
                    bytes[at] = static_cast<char>(any(256));
                    break;
                case 1:
                    bytes.erase(at, 1 + any(8));
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(any(bytes.size()), any(40)));
                    break;
                default:
                    bytes.insert(at, 1, "\r\n :%/\0;,"[any(9)]);
            }
        }
        const auto whole = feed(bytes, bytes.size());
        failed += whole.last == State::failed ? 1 : 0;
        const auto cut = feed(bytes, 1 + any(60));
        EXPECT_EQ(cut.bodies, whole.bodies) << bytes;
        // A broken header that came in pieces is judged once its end is there, or its time is over.
        EXPECT_TRUE(cut.last == whole.last || cut.last == State::need_more) << bytes;
    }
    EXPECT_GT(failed, 1000);
    EXPECT_LT(failed, 4000);
}

TEST(RequestParser, ForgetsTheRequestBefore) {
    RequestParser parser;
    parser.reset();
    std::size_t used = 0;
    const std::string first =
        "POST /a/b/?q=1 HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer k\r\nContent-Length: 1\r\n"
        "\r\nx";
    EXPECT_EQ(parser.put(first, used), State::header_read);
    EXPECT_EQ(parser.request().bearer_token()->reveal_secret(), "k");
    EXPECT_TRUE(parser.request().trailing_slash);
    parser.limit_body(10);
    const auto rest = first.substr(used);
    EXPECT_EQ(parser.put(rest, used), State::complete);
    parser.reset();
    const std::string second = "GET / HTTP/1.1\r\nHost: t\r\n\r\n";
    EXPECT_EQ(parser.put(second, used), State::header_read);
    EXPECT_EQ(parser.put({}, used), State::complete);
    EXPECT_FALSE(parser.request().bearer_token());
    EXPECT_FALSE(parser.request().trailing_slash);
    EXPECT_TRUE(parser.request().segments.empty());
    EXPECT_TRUE(parser.request().query_parameters.empty());
    EXPECT_EQ(parser.request().body, "");
}

TEST(Target, IsReadIntoSegmentsAndParameters) {
    Request request;
    ASSERT_TRUE(read_target("/a%20b/c%2Fd/%E2%82%AC?x=1+2&x=%2B&flag&=v&&y=a%3Db", request).ok());
    EXPECT_EQ(request.segments, (std::vector<std::string>{"a b", "c/d", "€"}));
    EXPECT_EQ(request.query_values("x"), (std::vector<std::string_view>{"1 2", "+"}));
    EXPECT_EQ(request.query_value("flag"), "");
    EXPECT_EQ(request.query_value("y"), "a=b");
    EXPECT_FALSE(request.query_value("z"));
    Request absolute;
    ASSERT_TRUE(read_target("HTTP://host:80/p?q", absolute).ok());
    EXPECT_EQ(absolute.path, "/p");
    Request bare;
    ASSERT_TRUE(read_target("http://host", bare).ok());
    EXPECT_EQ(bare.path, "/");
}

}  // namespace

}  // namespace server
