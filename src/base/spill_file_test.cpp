#include "base/spill_file.h"

#include <gtest/gtest.h>

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

TEST(SpillFile, NeedsAFolder) {
    EXPECT_EQ(SpillFile::create("/no/such/folder").error().code, ErrorCode::file_not_writable);
}

}  // namespace
}  // namespace base
