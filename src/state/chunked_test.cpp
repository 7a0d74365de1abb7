#include "state/chunked.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

namespace state {
namespace {

TEST(Chunked, ElementsNeverMove) {
    Chunked<std::string, 4> list;
    const std::string* first = &list.emplace_back("first");
    for (int i = 1; i < 1000; ++i)
        list.emplace_back(std::to_string(i));
    EXPECT_EQ(&list[0], first);
    EXPECT_EQ(list.size(), 1000u);
    for (int i = 1; i < 1000; ++i)
        EXPECT_EQ(list[static_cast<std::size_t>(i)], std::to_string(i));
}

TEST(Chunked, AReaderSeesWhatItsSizeCovers) {
    Chunked<std::string, 4> list;
    constexpr std::size_t count = 20'000;
    std::atomic<bool> wrong{false};
    std::thread reader{[&] {
        for (std::size_t seen = 0; seen < count;) {
            seen = list.size();
            for (std::size_t i = seen > 8 ? seen - 8 : 0; i < seen; ++i)
                wrong = wrong || list[i] != std::to_string(i);
        }
    }};
    for (std::size_t i = 0; i < count; ++i)
        list.emplace_back(std::to_string(i));
    reader.join();
    EXPECT_FALSE(wrong);
}

}  // namespace
}  // namespace state
