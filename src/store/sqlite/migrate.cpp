#include "store/sqlite/database.h"

#include <fmt/format.h>

namespace store::sqlite {
namespace {

constexpr std::int64_t application_id = 0x54414D45;  // "TAME"

// A database that is not empty and not ours must stay as it is.
Result<void> check_owner(Database& database, std::int64_t version) {
    const auto id = TRY(database.query_integer("PRAGMA application_id"));
    const auto tables = TRY(database.query_integer("SELECT count(*) FROM sqlite_schema"));
    if (id == application_id || (version == 0 && tables == 0 && id == 0))
        return {};
    return Error{ErrorCode::not_a_store,
                 "expected a store of this program, found a database of another", ""};
}

Error newer(std::int64_t version) {
    return Error{ErrorCode::store_newer,
                 fmt::format("the store is of version {}, this program knows {}", version,
                             migrations().back().number),
                 ""};
}

}  // namespace

Result<void> check_version(Database& database) {
    const auto version = TRY(database.query_integer("PRAGMA user_version"));
    TRY(check_owner(database, version));
    const int newest = migrations().back().number;
    if (version > newest)
        return newer(version);
    if (version < newest)
        return Error{ErrorCode::not_a_store,
                     fmt::format("the store is of version {}, this program reads {}; open it for "
                                 "writing once, which brings it there",
                                 version, newest),
                     ""};
    return {};
}

Result<void> migrate(Database& database) {
    return migrate_to(database, migrations().back().number);
}

Result<void> migrate_to(Database& database, int number) {
    // Asked outside a transaction first: almost always nothing is to be done.
    auto version = TRY(database.query_integer("PRAGMA user_version"));
    TRY(check_owner(database, version));
    if (version == number)
        return {};
    auto transaction = TRY(Transaction::begin(database));
    version = TRY(database.query_integer("PRAGMA user_version"));
    if (version > migrations().back().number)
        return newer(version);
    for (const Migration& migration : migrations()) {
        if (migration.number <= version || migration.number > number)
            continue;
        auto applied = database.execute(migration.sql);
        if (!applied.ok()) {
            auto error = std::move(applied).error();
            error.where = migration.name;
            return error;
        }
        TRY(database.execute(fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}",
                                         migration.number, application_id)));
    }
    return transaction.commit();
}

}  // namespace store::sqlite
