#include "app/verify_record.h"

#include "app/setting.h"
#include "statistics/load.h"
#include "statistics/series_store.h"

#include <fmt/format.h>

#include <fstream>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

Error damaged(std::string message, std::string where) {
    return Error{ErrorCode::projection_does_not_hold, std::move(message), std::move(where)};
}

// What the loaded files say, in the order of their entries.
Result<void> replay_loads(const Record& record, statistics::SeriesStore& fresh) {
    for (const auto& load : record.state().loads(record.state().size())) {
        const auto series = TRY(series_of(record.objects(), load));
        TRY(fresh.put(series));
    }
    return {};
}

Result<void> compare_series(const statistics::SeriesStore& kept,
                            const statistics::SeriesStore& fresh) {
    constexpr auto everything = statistics::SeriesStore::everything;
    const auto wanted = TRY(fresh.keys(everything));
    if (TRY(kept.keys(everything)) != wanted)
        return damaged("the series are not those of the loaded files", "statistics");
    for (const auto& key : wanted) {
        if (TRY(kept.read(key, everything)) != TRY(fresh.read(key, everything)))
            return damaged("the observations are not those of the loaded files", key.text());
        // The index by dimension is what questions go through.
        statistics::DimensionFilter filter;
        for (const auto& dimension : key.dimensions())
            filter[dimension.name] = dimension.value;
        if (TRY(kept.find(key.dataflow(), filter, everything)) !=
            TRY(fresh.find(key.dataflow(), filter, everything)))
            return damaged("the index of dimensions is not that of the series", key.text());
    }
    if (TRY(kept.sources(everything)) != TRY(fresh.sources(everything)))
        return damaged("the sources are not those of the loaded files", "statistics");
    return {};
}

std::vector<std::string> commitments_of(const base::Json& payload) {
    std::vector<std::string> commitments;
    const auto add = [&](const base::Json* field) {
        if (field != nullptr && field->string() != nullptr)
            commitments.push_back(*field->string());
    };
    for (const auto& member : vaulted_members)
        add(payload.find(member));
    const auto* evidence = payload.find("evidence");
    if (evidence != nullptr && evidence->array_items() != nullptr) {
        for (const auto& item : *evidence->array_items())
            add(item.find("title"));
    }
    return commitments;
}

// A narrative that was taken out of the vault without being erased would be silently gone.
Result<void> check_commitments(const Record& record) {
    return record.log().scan(
        0, record.state().size(), [&](std::uint64_t seq, std::string_view bytes) -> Result<void> {
            const auto entry = journal::decode(bytes);
            if (!entry.ok())
                return std::move(entry).error();
            for (const auto& commitment : commitments_of(entry->payload)) {
                const auto hash = TRY(journal::parse_hex(commitment));
                const auto item = record.log().read_vault(hash);
                if (!item.ok() && item.error().code != ErrorCode::vault_erased)
                    return damaged("a text is missing in the vault that no entry erased",
                                   fmt::format("entry {}", seq));
            }
            return {};
        });
}

bool is_exercise(std::string_view entry) {
    const auto view = journal::EntryView::scan(entry);
    return view && view->kind == "plan.adopted" &&
           view->payload.find("exercise").boolean().value_or(false);
}

}  // namespace

Result<void> verify_projections(Record& record) {
    TRY(record.fold());
    statistics::MemorySeriesStore fresh;
    TRY(replay_loads(record, fresh));
    TRY(compare_series(record.series_store(), fresh));
    return check_commitments(record);
}

Result<ExportVerdict> verify_exported(const std::filesystem::path& folder,
                                      const journal::Trust& trust) {
    ExportVerdict result{TRY(journal::verify_export(folder, trust)), false};
    std::ifstream lines{folder / "entries.jsonl"};
    for (std::string line; std::getline(lines, line) && !result.is_exercise;)
        result.is_exercise = is_exercise(line);
    return result;
}

bool is_exercise(const Record& record) {
    const auto moment = record.now();
    return moment.ok() && moment->plan->working->is_exercise;
}

Result<void> export_journal(const Record& record, const std::filesystem::path& folder) {
    return journal::write_export(record.log(), record.objects(), folder);
}

}  // namespace app
