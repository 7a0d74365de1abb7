#include "store/sqlite/series_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace store::sqlite {

using statistics::DimensionFilter;
using statistics::LoadName;
using statistics::PackedSource;
using statistics::PutReceipt;
using statistics::SeriesKey;
using statistics::SourceTable;
using statistics::StoredBlock;

namespace {

/// Numbers the series that one load brings; new ones are written with their dimensions.
class SeriesNumbers {
  public:
    static Result<SeriesNumbers> create(Database& writer, std::int64_t recorded) {
        return SeriesNumbers{
            recorded, TRY(writer.prepare("SELECT series, recorded FROM series WHERE key = ?")),
            TRY(writer.prepare("UPDATE series SET recorded = ? WHERE series = ?")),
            TRY(writer.prepare("INSERT INTO series (recorded, dataflow, key) VALUES (?, ?, ?) "
                               "RETURNING series")),
            TRY(writer.prepare(
                "INSERT INTO series_dimension (name, value, series) VALUES (?, ?, ?)"))};
    }

    Result<std::int64_t> of(const SeriesKey& key) {
        const std::string text = key.text();
        find_.bind(1, text);
        if (TRY(find_.step())) {
            const std::int64_t series = find_.integer(0);
            const bool is_later = find_.integer(1) > recorded_;
            find_.reset();
            if (is_later)
                TRY(earlier_.bind(1, recorded_).bind(2, series).run());
            return series;
        }
        find_.reset();
        insert_.bind(1, recorded_).bind(2, key.dataflow()).bind(3, text);
        if (!TRY(insert_.step()))
            return Error{ErrorCode::internal, "an inserted series has no number", text};
        const std::int64_t series = insert_.integer(0);
        TRY(insert_.run());
        for (const auto& [name, value] : key.dimensions())
            TRY(dimension_.bind(1, name).bind(2, value).bind(3, series).run());
        return series;
    }

  private:
    SeriesNumbers(std::int64_t recorded, Statement find, Statement earlier, Statement insert,
                  Statement dimension)
        : recorded_(recorded),
          find_(std::move(find)),
          earlier_(std::move(earlier)),
          insert_(std::move(insert)),
          dimension_(std::move(dimension)) {}

    std::int64_t recorded_;
    Statement find_, earlier_, insert_, dimension_;
};

}  // namespace

/// Gives the reader back when it goes out of scope.
class SeriesStore::Lease {
  public:
    Lease(const SeriesStore& store, std::unique_ptr<Reader> reader)
        : store_(&store), reader_(std::move(reader)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
        if (!reader_)
            return;
        // An open statement would hold its snapshot, and the write-ahead log could not be reused.
        reader_->blocks.reset();
        const std::scoped_lock lock(store_->idle_mutex_);
        store_->idle_.push_back(std::move(reader_));
    }
    Reader* operator->() { return reader_.get(); }

  private:
    const SeriesStore* store_;
    std::unique_ptr<Reader> reader_;
};

Result<std::unique_ptr<SeriesStore>> SeriesStore::open(const std::filesystem::path& path,
                                                       Database::Access access,
                                                       const std::string& vfs) {
    auto writer = TRY(Database::open(path, access, vfs));
    return std::unique_ptr<SeriesStore>(new SeriesStore(std::move(writer), path, vfs));
}

Result<SeriesStore::Lease> SeriesStore::borrow() const {
    {
        const std::scoped_lock lock(idle_mutex_);
        if (!idle_.empty()) {
            auto reader = std::move(idle_.back());
            idle_.pop_back();
            return Lease(*this, std::move(reader));
        }
    }
    auto database = TRY(readers_.open());
    auto blocks = TRY(database.prepare(
        "SELECT b.recorded, b.bytes FROM series_block AS b JOIN series AS s ON s.series = b.series "
        "WHERE s.key = ? AND b.recorded <= ? ORDER BY b.recorded, b.chunk"));
    return Lease(*this, std::make_unique<Reader>(std::move(database), std::move(blocks)));
}

Result<bool> SeriesStore::has_load(const LoadName& load) {
    auto query = TRY(writer_.prepare(
        "SELECT recorded, load_id FROM series_load WHERE recorded = ? OR load_id = ?"));
    query.bind(1, load.recorded).bind(2, load.load_id);
    if (!TRY(query.step()))
        return false;
    const std::string id(query.text(1));
    if (query.integer(0) == load.recorded && id == load.load_id)
        return true;
    return statistics::load_conflict(load, id, query.integer(0));
}

Result<void> SeriesStore::write_sources(std::int64_t recorded, const SourceTable& sources) {
    auto insert =
        TRY(writer_.prepare("INSERT INTO series_source (recorded, source, publisher, address, "
                            "published, attributed_to) "
                            "VALUES (?, ?, ?, ?, ?, ?)"));
    for (const auto& [key, source] : sources)
        TRY(insert.bind(1, recorded)
                .bind(2, key)
                .bind(3, source.publisher)
                .bind(4, source.address)
                .bind(5, source.published)
                .bind(6, source.attributed_to)
                .run());
    return {};
}

Result<PutReceipt> SeriesStore::put(const LoadName& load, const SourceTable& sources,
                                    const PackedSource& series) {
    const std::scoped_lock lock(writing_);
    // Each series goes into three trees; without room for their pages they are read and written
    // over and over.
    TRY(writer_.execute("PRAGMA cache_size = -65536"));
    auto transaction = TRY(Transaction::begin(writer_));
    if (TRY(has_load(load)))
        return PutReceipt{.was_there = true};
    auto insert_load =
        TRY(writer_.prepare("INSERT INTO series_load (recorded, load_id) VALUES (?, ?)"));
    TRY(insert_load.bind(1, load.recorded).bind(2, load.load_id).run());
    auto numbers = TRY(SeriesNumbers::create(writer_, load.recorded));
    auto insert_block = TRY(writer_.prepare(
        "INSERT INTO series_block (series, recorded, chunk, bytes) VALUES (?, ?, ?, ?)"));
    PutReceipt receipt;
    while (const auto one = TRY(series())) {
        const std::int64_t number = TRY(numbers.of(one->key));
        receipt.observations += one->observations;
        for (std::size_t chunk = 0; chunk < one->blocks.size(); ++chunk) {
            const std::string& bytes = one->blocks[chunk];
            TRY(insert_block.bind(1, number)
                    .bind(2, load.recorded)
                    .bind(3, static_cast<std::int64_t>(chunk))
                    .bind_blob(4, bytes)
                    .run());
            ++receipt.blocks;
            receipt.bytes += bytes.size();
        }
    }
    TRY(write_sources(load.recorded, sources));
    TRY(transaction.commit());
    return receipt;
}

/// Who reads a second series will read more: from then on one transaction saves the locks of each.
class SeriesStore::Reading final : public statistics::SeriesReading {
  public:
    explicit Reading(const SeriesStore& store) : store_(store) {}
    Result<std::vector<StoredBlock>> blocks(const SeriesKey& key,
                                            std::int64_t recorded_max) override {
        if (!lease_) {
            lease_.emplace(TRY(store_.borrow()));
        } else if (!transaction_) {
            transaction_.emplace(TRY(Transaction::begin_reading((*lease_)->database)));
        }
        auto& query = (*lease_)->blocks;
        const std::string text = key.text();
        query.bind(1, text).bind(2, recorded_max);
        std::vector<StoredBlock> blocks;
        while (TRY(query.step()))
            blocks.push_back({query.integer(0), std::string(query.blob(1))});
        query.reset();
        if (blocks.empty())
            return statistics::series_not_found(key);
        return blocks;
    }

  private:
    const SeriesStore& store_;
    std::optional<Lease> lease_;
    std::optional<Transaction> transaction_;  ///< ends before the connection is given back
};

std::unique_ptr<statistics::SeriesReading> SeriesStore::reading() const {
    return std::make_unique<Reading>(*this);
}

Result<std::vector<SeriesKey>> SeriesStore::keys(std::int64_t recorded_max) const {
    return find("", {}, recorded_max);
}

Result<std::vector<SeriesKey>> SeriesStore::find(std::string_view dataflow,
                                                 const DimensionFilter& filter,
                                                 std::int64_t recorded_max) const {
    std::string sql = "SELECT key FROM series WHERE recorded <= ? AND (? = '' OR dataflow = ?)";
    for (std::size_t i = 0; i < filter.size(); ++i)
        sql += " AND series IN (SELECT series FROM series_dimension WHERE name = ? AND value = ?)";
    auto reader = TRY(borrow());
    auto query = TRY(reader->database.prepare(sql));
    query.bind(1, recorded_max).bind(2, dataflow).bind(3, dataflow);
    int parameter = 3;
    for (const auto& [name, value] : filter) {
        query.bind(++parameter, name);
        query.bind(++parameter, value);
    }
    std::vector<SeriesKey> found;
    while (TRY(query.step()))
        found.push_back(TRY(SeriesKey::parse(query.text(0))));
    std::ranges::sort(found);
    return found;
}

Result<SourceTable> SeriesStore::sources(std::int64_t recorded_max) const {
    auto reader = TRY(borrow());
    auto query = TRY(reader->database.prepare(
        "SELECT source, publisher, address, published, attributed_to FROM series_source "
        "WHERE recorded <= ? ORDER BY recorded"));
    query.bind(1, recorded_max);
    SourceTable all;
    while (TRY(query.step())) {
        const std::string key(query.text(0));
        all[key] = {key, std::string(query.text(1)), std::string(query.text(2)),
                    std::string(query.text(3)), std::string(query.text(4))};
    }
    return all;
}

Result<std::int64_t> SeriesStore::last_recorded() const {
    auto reader = TRY(borrow());
    return reader->database.query_integer("SELECT coalesce(max(recorded), -1) FROM series_load");
}

}  // namespace store::sqlite
