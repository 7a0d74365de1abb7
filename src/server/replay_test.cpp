#include "server/replay.h"

#include "server/http_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <sstream>

namespace server {
namespace {

using namespace std::chrono_literals;
using ::testing::StartsWith;

class Replay : public testing::Test {
  protected:
    Replay() {
        route_.version = [this] { return version_; };
    }
    WireAnswer answered(const std::string& id) {
        Request request;
        request.id = id;
        WireAnswer answer;
        render(request, Response::shared(content_, "text/plain"), Connection::keep_alive, answer);
        return answer;
    }

    std::uint64_t version_ = 7;
    Route route_;
    std::shared_ptr<const Content> content_ = std::make_shared<const Content>("a body");
    Replays replays_;
};

TEST_F(Replay, DiffersInTheIdAlone) {
    const std::string header = "GET / HTTP/1.1\r\n\r\n";
    replays_.keep(header, {&route_, 7, "/"}, answered("1"));
    // Shorter and longer than the one before.
    for (const std::string id : {"2", "a-longer-id", "3"}) {
        WireAnswer again;
        const auto* given = replays_.find(header, id, again);
        ASSERT_NE(given, nullptr);
        EXPECT_EQ(given->path, "/");
        EXPECT_EQ(again.head, answered(id).head);
        EXPECT_EQ(again.body, "a body");
        EXPECT_EQ(again.content, content_);
    }
}

TEST_F(Replay, EndsWithTheVersionAndWithTheBody) {
    WireAnswer again;
    replays_.keep("a", {&route_, 7, "/"}, answered("1"));
    version_ = 8;
    EXPECT_EQ(replays_.find("a", "2", again), nullptr);
    version_ = 7;
    EXPECT_EQ(replays_.find("a", "2", again), nullptr) << "it is forgotten";
    replays_.keep("a", {&route_, 7, "/"}, answered("1"));
    content_.reset();
    EXPECT_EQ(replays_.find("a", "2", again), nullptr);
}

TEST_F(Replay, KeepsNothingThatNobodyElseKeepsAndNotTooMuch) {
    WireAnswer answer = answered("1");
    content_.reset();
    replays_.keep("a", {&route_, 7, "/"}, answer);
    EXPECT_EQ(replays_.find("a", "2", answer), nullptr);
    content_ = std::make_shared<const Content>("a body");
    std::size_t kept = 0;
    for (int i = 0; i < 10'000; ++i)
        replays_.keep(std::to_string(i), {&route_, 7, "/"}, answered("1"));
    for (int i = 0; i < 10'000; ++i)
        kept += replays_.find(std::to_string(i), "2", answer) != nullptr ? 1U : 0U;
    EXPECT_GT(kept, 0U);
    EXPECT_LE(kept, 256U);
}

TEST(ReplayHeader, IsWhatEndsWithAnEmptyLine) {
    EXPECT_EQ(Replays::header_in("GET / HTTP/1.1\r\nA: b\r\n"), "");
    EXPECT_EQ(Replays::header_in("GET / HTTP/1.1\r\n\r\nGET"), "GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(Replays::header_in(std::string(3000, 'x') + "\r\n\r\n"), "");
}

// The same bytes are answered without asking again; a byte more, and they are others.
TEST_F(Http, GivesTheSameRequestItsAnswerAgain) {
    std::ostringstream log;
    std::mutex mutex;
    ListenerOptions options;
    options.threads = 1;
    options.access_log = [&](const AccessRecord& record) {
        const std::lock_guard lock(mutex);
        log << record.method << ' ' << record.path << ' ' << record.status << '\n';
    };
    start(std::move(options));
    const auto same = get("/polled?a");
    TestClient one{listener_->port()};
    const auto first = one.exchange(same);
    const auto again = one.exchange(same);
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->body, "a of 1");
    EXPECT_EQ(again->body, "a of 1");
    EXPECT_EQ(polled_, 1);
    EXPECT_EQ(again->header("ETag"), first->header("ETag"));
    EXPECT_EQ(again->header("Date").size(), 29U);
    EXPECT_NE(again->header("X-Request-Id"), first->header("X-Request-Id"));
    // Another connection, two at once, and byte by byte.
    EXPECT_EQ(ask(same)->body, "a of 1");
    one.send(same + same);
    EXPECT_EQ(one.receive()->body, "a of 1");
    EXPECT_EQ(one.receive()->body, "a of 1");
    EXPECT_EQ(polled_, 1);
    EXPECT_EQ(one.exchange(get("/polled?a", "A: b\r\n"))->body, "a of 1");
    one.send("HEAD" + same.substr(3));
    EXPECT_EQ(one.receive(10s, true)->status, 200);
    EXPECT_EQ(polled_, 3);
    {
        const std::lock_guard lock(mutex);
        EXPECT_THAT(log.str(), StartsWith("GET /polled 200\nGET /polled 200\nGET /polled 200\n"));
    }
    // What was true is not any more, or nobody keeps it.
    EXPECT_EQ(one.exchange(same)->body, "a of 1");
    version_ = 2;
    EXPECT_EQ(one.exchange(same)->body, "a of 2");
    kept_.reset();
    EXPECT_EQ(one.exchange(same)->body, "a of 2");
    EXPECT_EQ(polled_, 6);
    version_ = 0;  // cannot be told
    EXPECT_EQ(one.exchange(same)->body, "a of 0");
    EXPECT_EQ(one.exchange(same)->body, "a of 0");
    EXPECT_EQ(polled_, 8);
    // What is answered is logged after it was sent.
    listener_->stop();
    listener_->wait();
}

}  // namespace
}  // namespace server
