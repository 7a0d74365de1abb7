#include "base/channel.h"

#include <gtest/gtest.h>

#include <future>

namespace base {
namespace {

TEST(Channel, KeepsTheOrderAndWaitsForTheSlower) {
    Channel<int> channel{2};
    auto taken = std::async(std::launch::async, [&] {
        int next = 0;
        while (const auto thing = channel.take())
            if (*thing != next++)
                return -1;
        return next;
    });
    for (int i = 0; i < 1000; ++i)
        ASSERT_TRUE(channel.give(i));
    channel.end();
    EXPECT_EQ(taken.get(), 1000);
    EXPECT_EQ(channel.take(), std::nullopt);
}

TEST(Channel, LetsTheGiverGoWhenNobodyTakes) {
    Channel<int> channel{1};
    ASSERT_TRUE(channel.give(1));
    auto given = std::async(std::launch::async, [&] { return channel.give(2); });
    channel.leave();
    EXPECT_FALSE(given.get());
    EXPECT_FALSE(channel.give(3));
}

}  // namespace
}  // namespace base
