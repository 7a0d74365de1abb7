#include "store/sqlite/series_store.h"

#include "base/file.h"
#include "statistics/series_store_contract.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

namespace store::sqlite {
namespace {

/// A folder of its own that goes away with the test program.
class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "tameel-series-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::filesystem::path next() { return path_ / (std::to_string(++count_) + ".tameel"); }

  private:
    std::filesystem::path path_;
    int count_ = 0;
};

Folder& folder() {
    static Folder instance;
    return instance;
}

std::unique_ptr<SeriesStore> make_store(const std::filesystem::path& path) {
    {
        auto database = Database::open(path, Database::Access::create);
        if (!database.ok() || !migrate(*database).ok())
            return nullptr;
    }
    auto store = SeriesStore::open(path, Database::Access::read_write);
    return store.ok() ? std::move(store).value() : nullptr;
}

std::unique_ptr<statistics::SeriesStore> make_any() {
    return make_store(folder().next());
}

statistics::SeriesLoad load(std::int64_t recorded, std::size_t series, std::size_t periods) {
    return {
        "load-" + std::to_string(recorded),
        recorded,
        statistics::testing::made_series(
            {.series = series, .periods = periods, .seed = static_cast<std::uint64_t>(recorded)}),
        {}};
}

TEST(SqliteSeriesStore, KeepsWhatWasPutAfterItIsClosed) {
    const auto path = folder().next();
    const auto put = load(0, 3, 30);
    ASSERT_TRUE(make_store(path)->put(put).ok());
    const auto again = make_store(path);
    ASSERT_NE(again, nullptr);
    EXPECT_EQ(again->read(put.series[2].key, 0)->observations.size(),
              put.series[2].observations.size());
    EXPECT_TRUE(again->put(put)->was_there);
}

TEST(SqliteSeriesStore, NamesTheDamagedBlock) {
    const auto path = folder().next();
    const auto put = load(7, 1, 30);
    const auto store = make_store(path);
    ASSERT_TRUE(store->put(put).ok());
    {
        auto database = Database::open(path, Database::Access::read_write);
        ASSERT_TRUE(database
                        ->execute("UPDATE series_block SET bytes = "
                                  "zeroblob(length(bytes))")
                        .ok());
    }
    const auto read = store->read(put.series[0].key, 7);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::block_damaged);
    EXPECT_NE(read.error().where.find("block 0 of entry 7"), std::string::npos);
}

// Every load brings the same series anew, so a reader that saw half a load would see fewer blocks
// in one series than in another.
TEST(SqliteSeriesStore, ReadersSeeWholeLoadsOnly) {
    const auto store = make_store(folder().next());
    ASSERT_TRUE(store->put(load(0, 2, 12)).ok());
    const auto keys = *store->keys(0);
    std::jthread writer([&] {
        for (std::int64_t recorded = 1; recorded <= 40; ++recorded)
            EXPECT_TRUE(store->put(load(recorded, 2, 12)).ok());
    });
    std::int64_t seen = 0;
    while (seen < 40) {
        seen = *store->last_recorded();
        for (const auto& key : keys) {
            const auto series = store->read(key, seen);
            ASSERT_TRUE(series.ok()) << series.error().text();
            std::int64_t newest = 0;
            for (const auto& o : series->observations)
                newest = std::max(newest, o.recorded);
            EXPECT_EQ(newest, seen);
        }
    }
}

}  // namespace
}  // namespace store::sqlite

namespace statistics::testing {
INSTANTIATE_TEST_SUITE_P(Sqlite, SeriesStoreContract,
                         ::testing::Values(MakeSeriesStore{store::sqlite::make_any}));
}  // namespace statistics::testing
