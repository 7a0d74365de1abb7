#pragma once

#include "statistics/series_store.h"
#include "store/sqlite/database.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace store::sqlite {

/// Series in the store's own file; the tables are those of migrations/0002_series.sql.
///
/// Shape: safe for several threads; one load is one transaction, durable when `put` returns.
/// Errors: database_error and store_busy beside those of the interface.
class SeriesStore final : public statistics::SeriesStore {
  public:
    /// The file must have been migrated. With `read_only`, `put` is refused by the database.
    static Result<std::unique_ptr<SeriesStore>> open(const std::filesystem::path& path,
                                                     Database::Access access,
                                                     const std::string& vfs = {});

    using statistics::SeriesStore::put;
    Result<statistics::PutReceipt> put(const statistics::LoadName& load,
                                       const statistics::SourceTable& sources,
                                       const statistics::PackedSource& series) override;
    std::unique_ptr<statistics::SeriesReading> reading() const override;
    Result<std::vector<statistics::SeriesKey>> keys(std::int64_t recorded_max) const override;
    Result<std::vector<statistics::SeriesKey>> find(std::string_view dataflow,
                                                    const statistics::DimensionFilter& filter,
                                                    std::int64_t recorded_max) const override;
    Result<statistics::SourceTable> sources(std::int64_t recorded_max) const override;
    Result<std::int64_t> last_recorded() const override;

  private:
    /// A connection with the statement that reads a series, which is prepared once.
    struct Reader {
        Database database;
        Statement blocks;
    };
    class Lease;
    class Reading;

    SeriesStore(Database writer, const std::filesystem::path& path, const std::string& vfs)
        : writer_(std::move(writer)), readers_(path, vfs) {}
    Result<Lease> borrow() const;
    /// Whether this very load is there already. Errors: load_conflict.
    Result<bool> has_load(const statistics::LoadName& load);
    Result<void> write_sources(std::int64_t recorded, const statistics::SourceTable& sources);

    std::mutex writing_;
    Database writer_;
    ReaderPool readers_;
    mutable std::mutex idle_mutex_;
    mutable std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace store::sqlite
