#include "store/sqlite/log.h"

#include "journal/log_contract_test.h"
#include "store/store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

namespace store {
namespace {

namespace fs = std::filesystem;

struct SqliteUnderTest final : journal::LogUnderTest {
    SqliteUnderTest(fs::path folder, const base::Clock& clock, bool owner)
        : folder_(std::move(folder)), clock_(clock), owner_(owner) {
        if (owner) {
            fs::remove_all(folder_);
            fs::create_directories(folder_);
        }
        Options options;
        options.clock = &clock;
        auto opened = open(folder_ / "store", options);
        EXPECT_TRUE(opened.ok()) << opened.error().text();
        store_ = std::move(opened).value();
    }
    ~SqliteUnderTest() override {
        store_.reset();
        if (owner_)
            fs::remove_all(folder_);
    }
    journal::Log& log() override { return store_->log(); }
    journal::ObjectStore& objects() override { return store_->objects(); }
    std::unique_ptr<LogUnderTest> again() override {
        return std::make_unique<SqliteUnderTest>(folder_, clock_, false);
    }

    fs::path folder_;
    const base::Clock& clock_;
    bool owner_;
    std::unique_ptr<Store> store_;
};

std::unique_ptr<journal::LogUnderTest> create(const base::Clock& clock) {
    static int number = 0;
    return std::make_unique<SqliteUnderTest>(
        fs::temp_directory_path() / fmt::format("tameel-log-{}-{}", ::getpid(), number++), clock,
        true);
}

}  // namespace
}  // namespace store

namespace journal {
INSTANTIATE_TEST_SUITE_P(Sqlite, LogContract, testing::Values(LogFactory{"sqlite", store::create}));
}
