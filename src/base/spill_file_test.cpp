#include "base/spill_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace base {
namespace {

TEST(SpillFile, GivesBackWhatWasAppended) {
    auto file = SpillFile::create().value();
    const std::string small = "small", large(3u << 20, 'x');
    const auto first = file.append(small).value();
    const auto second = file.append(large).value();
    const auto third = file.append(small).value();
    auto moved = std::move(file);
    EXPECT_EQ(moved.read(first, small.size()).value(), small);
    EXPECT_EQ(moved.read(second, large.size()).value(), large);
    EXPECT_EQ(moved.read(third, small.size()).value(), small);
}

TEST(SpillFile, IsFoundAgainUnderItsName) {
    const auto path =
        std::filesystem::path{testing::TempDir()} / ("spilled-" + std::to_string(::getpid()));
    {
        auto file = SpillFile::open(path, 0).value();
        ASSERT_TRUE(file.append("kept and more").ok() && file.flush().ok());
        EXPECT_EQ(file.size(), 13);
    }
    {
        auto again = SpillFile::open(path, 4).value();
        EXPECT_EQ(again.read(0, 4).value(), "kept");
        EXPECT_EQ(again.append("!").value(), 4);
        ASSERT_TRUE(again.flush().ok());
        EXPECT_EQ(again.read(0, 5).value(), "kept!");
    }
    EXPECT_EQ(std::filesystem::file_size(path), 5);
    EXPECT_EQ(SpillFile::open(path, 6).error().code, ErrorCode::file_not_readable);
    EXPECT_EQ(SpillFile::open(path, 0).value().size(), 0);
    std::filesystem::remove(path);
}

TEST(SpillFile, NeedsAFolder) {
    EXPECT_EQ(SpillFile::create("/no/such/folder").error().code, ErrorCode::file_not_writable);
}

}  // namespace
}  // namespace base
