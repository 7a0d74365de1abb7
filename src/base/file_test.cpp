#include "base/file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
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

// A pipe would be waited for for ever, and a device has no end.
TEST_F(Files, AreReadOnlyWhereTheyAreRegularFiles) {
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    fs::create_symlink(folder_ / "pipe", folder_ / "link");
    for (const auto& [path, found] : {std::pair<fs::path, std::string_view>{folder_, "a folder"},
                                      {folder_ / "pipe", "a pipe"},
                                      {folder_ / "link", "a pipe"},
                                      {"/dev/zero", "a device"},
                                      {"/dev/null", "a device"}}) {
        const auto bytes = read_file(path);
        ASSERT_FALSE(bytes.ok()) << path;
        EXPECT_EQ(bytes.error().code, ErrorCode::file_not_readable);
        EXPECT_EQ(bytes.error().message, fmt::format("expected a file, found {}", found));
        EXPECT_EQ(bytes.error().where, path.string());
    }
    ASSERT_TRUE(write_file(folder_ / "a", "12345").ok());
    fs::create_symlink(folder_ / "a", folder_ / "to a");
    EXPECT_EQ(read_file(folder_ / "to a").value(), "12345");
}

TEST_F(Files, ThatCannotBeWrittenSaySo) {
    EXPECT_EQ(write_file(folder_ / "no" / "a", "x").error().code, ErrorCode::file_not_writable);
    fs::create_directories(folder_ / "taken" / "full");
    EXPECT_EQ(write_file(folder_ / "taken", "x").error().code, ErrorCode::file_not_writable);
    EXPECT_EQ(std::distance(fs::directory_iterator{folder_}, {}), 1) << "no part is left behind";
}

// What a killed program leaves behind is not locked by anybody.
TEST_F(Files, ThatWereAbandonedOnTheirWayAreRemoved) {
    auto at_work = NewFile::create(folder_);
    ASSERT_TRUE(at_work.ok() && at_work->add("half").ok());
    ASSERT_TRUE(write_file(folder_ / "whole", "x").ok());
    ASSERT_TRUE(write_file(folder_ / ".part-abcdef", "of a killed program").ok());
    fs::create_symlink(folder_ / "whole", folder_ / ".part-link");
    EXPECT_EQ(remove_abandoned(folder_), 1U);
    EXPECT_FALSE(fs::exists(folder_ / ".part-abcdef"));
    EXPECT_EQ(remove_abandoned(folder_), 0U);
    ASSERT_TRUE(std::move(at_work).value().finish(folder_ / "done").ok());
    EXPECT_EQ(read_file(folder_ / "done").value(), "half");
    EXPECT_EQ(read_file(folder_ / "whole").value(), "x");
    EXPECT_EQ(remove_abandoned(folder_ / "no such folder"), 0U);
}

TEST_F(Files, OnTheirWayAreGoneOnWith) {
    const auto path = folder_ / "begun";
    ASSERT_TRUE(write_file(path, "kept and more").ok());
    auto file = NewFile::open(path, 4);
    ASSERT_TRUE(file.ok() && file->add("!").ok() && file->sync().ok() && sync_file(path).ok());
    EXPECT_EQ(read_file(path).value(), "kept!");
    EXPECT_EQ(NewFile::open(path, 6).error().code, ErrorCode::file_not_readable);
    ASSERT_TRUE(std::move(file).value().finish(folder_ / "done").ok());
    EXPECT_EQ(read_file(folder_ / "done").value(), "kept!");
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(sync_file(path).error().code, ErrorCode::file_not_writable);
}

TEST_F(Files, AFolderIsLockedForOne) {
    auto first = LockedFolder::open(folder_ / "work").value();
    ASSERT_TRUE(first && write_file(first->path() / "a", "x").ok());
    EXPECT_FALSE(LockedFolder::open(folder_ / "work").value());
    { const auto moved = std::move(*first); }
    first = std::nullopt;
    EXPECT_TRUE(fs::exists(folder_ / "work" / "a"));
    auto second = LockedFolder::open(folder_ / "work").value();
    ASSERT_TRUE(second);
    std::move(*second).remove();
    EXPECT_FALSE(fs::exists(folder_ / "work"));
    EXPECT_EQ(LockedFolder::open(folder_ / "no" / "work").error().code,
              ErrorCode::file_not_writable);
}

}  // namespace
}  // namespace base
