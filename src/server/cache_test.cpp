#include "server/cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace server {

namespace {

ResponseCache::Render text(std::string value) {
    return [value] { return value; };
}

TEST(ResponseCache, RendersOncePerHead) {
    ResponseCache cache(1 << 20);
    int rendered = 0;
    const auto render = [&] { return fmt::format("{}", ++rendered); };
    const auto first = cache.get("/plan", 7, render);
    EXPECT_EQ(cache.get("/plan", 7, render), first);
    EXPECT_EQ(cache.get("/targets", 7, render)->plain(), "2");
    EXPECT_EQ(cache.get("/plan", 8, render)->plain(), "3");
    EXPECT_EQ(cache.get("/plan", 8, render)->plain(), "3");
    EXPECT_EQ(first->plain(), "1");  // who holds the old bytes keeps them
    EXPECT_EQ(cache.hits(), 2U);
    EXPECT_EQ(cache.misses(), 3U);
}

TEST(ResponseCache, DropsTheOldHeadAndDoesNotGoBack) {
    ResponseCache cache(1 << 20);
    cache.get("/plan", 7, text("old"));
    const auto held = cache.bytes_held();
    EXPECT_FALSE(cache.find("/plan", 8));
    EXPECT_LT(cache.bytes_held(), held);
    // A reader that began before the head moved gets its answer, and it is not kept.
    EXPECT_EQ(cache.get("/plan", 7, text("old"))->plain(), "old");
    EXPECT_EQ(cache.bytes_held(), 0U);
    EXPECT_EQ(cache.get("/plan", 8, text("new"))->plain(), "new");
}

TEST(ResponseCache, StaysWithinItsBytes) {
    constexpr std::size_t bytes_max = 64 * 1024;
    ResponseCache cache(bytes_max);
    for (int i = 0; i < 1000; ++i) {
        cache.get(fmt::format("/{}", i), 1, text(std::string(1000, 'x')));
        EXPECT_LE(cache.bytes_held(), bytes_max);
    }
    EXPECT_GT(cache.bytes_held(), bytes_max / 4);
    EXPECT_EQ(cache.get("/large", 1, text(std::string(bytes_max, 'x')))->size(), bytes_max);
    EXPECT_FALSE(cache.find("/large", 1));
}

TEST(ResponseCache, IsSharedBetweenThreads) {
    ResponseCache cache(256 * 1024);
    std::vector<std::jthread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (std::uint64_t i = 0; i < 20000; ++i) {
                const auto head = i / 500;
                const auto key = fmt::format("/{}", i % 37);
                const auto expected = fmt::format("{} {}", key, head);
                const auto content = cache.get(key, head, text(expected));
                if (content->plain() != expected || content->tag().empty())
                    ++wrong;
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

TEST(Content, CompressesOnceAndOnlyWhereItPays) {
    const Content long_one(std::string(5000, 'a'));
    EXPECT_LT(long_one.gzip().size(), 200U);
    EXPECT_EQ(long_one.gzip().data(), long_one.gzip().data());
    EXPECT_TRUE(Content(std::string(500, 'a')).gzip().empty());
    EXPECT_EQ(Content("a").tag(), Content("a").tag());
    EXPECT_NE(Content("a").tag(), Content("b").tag());
}

}  // namespace

}  // namespace server
