#include "base/file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace base {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path folder_ = fs::temp_directory_path() / fmt::format("tameel-file-{}", ::getpid());
};

TEST_F(Files, ComeBackAsTheyWereWritten) {
    const std::string bytes{"\0\xff\nx", 4};
    ASSERT_TRUE(write_file(folder_ / "a", bytes).ok());
    EXPECT_EQ(read_file(folder_ / "a").value(), bytes);
    ASSERT_TRUE(write_file(folder_ / "a", "").ok());
    EXPECT_EQ(read_file(folder_ / "a").value(), "");
    EXPECT_EQ(std::distance(fs::directory_iterator{folder_}, {}), 1) << "no part is left behind";
}

TEST_F(Files, ThatCannotBeReadSaySo) {
    EXPECT_EQ(read_file(folder_ / "none").error().code, ErrorCode::file_not_readable);
    EXPECT_EQ(read_file(folder_).error().code, ErrorCode::file_not_readable);
    ASSERT_TRUE(write_file(folder_ / "a", "12345").ok());
    EXPECT_EQ(read_file(folder_ / "a", 4).error().code, ErrorCode::file_not_readable);
    EXPECT_TRUE(read_file(folder_ / "a", 5).ok());
}

TEST_F(Files, ThatCannotBeWrittenSaySo) {
    EXPECT_EQ(write_file(folder_ / "no" / "a", "x").error().code, ErrorCode::file_not_writable);
    fs::create_directories(folder_ / "taken" / "full");
    EXPECT_EQ(write_file(folder_ / "taken", "x").error().code, ErrorCode::file_not_writable);
    EXPECT_EQ(std::distance(fs::directory_iterator{folder_}, {}), 1) << "no part is left behind";
}

}  // namespace
}  // namespace base
