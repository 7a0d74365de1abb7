#include "app/verify_record.h"

#include "app/read_figures.h"
#include "app/setting.h"
#include "statistics/series_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

Error damaged(std::string message, std::string where) {
    return Error{ErrorCode::projection_does_not_hold, std::move(message), std::move(where)};
}

// What the entries themselves ask for.
struct Asked {
    std::vector<state::Load> loads;
    std::vector<std::pair<std::uint64_t, journal::Hash>> commitments;  ///< with the entry
    bool is_exercise = false;
};

void add_commitment(std::uint64_t seq, const journal::JsonView& field, Asked& asked) {
    if (!field.is_string())
        return;
    const auto hash = journal::parse_hex(field.raw());
    if (hash.ok())
        asked.commitments.emplace_back(seq, hash.value());
}

bool is_exercise(const journal::EntryView& entry) {
    return entry.kind == "plan.adopted" && entry.payload.find("exercise").boolean().value_or(false);
}

Result<Asked> ask(const journal::Log& log) {
    Asked asked;
    const auto visit = [&](std::uint64_t seq, std::string_view bytes) -> Result<void> {
        const auto entry = journal::EntryView::scan(bytes);
        if (!entry)
            return damaged("expected a canonical entry", fmt::format("entry {}", seq));
        asked.is_exercise = asked.is_exercise || is_exercise(*entry);
        if (entry->kind == "dataset.loaded")
            asked.loads.push_back(TRY(state::load_of(seq, *entry)));
        for (const auto& member : vaulted_members)
            add_commitment(seq, entry->payload.find(member), asked);
        entry->payload.find("evidence").for_each_item([&](const journal::JsonView& item) {
            add_commitment(seq, item.find("title"), asked);
        });
        return {};
    };
    TRY(log.scan(0, log.size(), visit));
    return asked;
}

// What the loaded files say, in the order of their entries.
Result<void> replay_loads(const journal::ObjectStore& objects,
                          const std::vector<state::Load>& loads, statistics::SeriesStore& fresh) {
    for (const auto& load : loads) {
        const auto staged = TRY(read_again(objects, load));
        TRY(fresh.put(name_of(load), staged.sources(), staged.packed()));
    }
    return {};
}

// Mostly the very blocks are the same; the observations count, however they were packed.
Result<bool> are_same(const statistics::SeriesStore& kept, const statistics::SeriesStore& fresh,
                      const statistics::SeriesKey& key) {
    constexpr auto everything = statistics::SeriesStore::everything;
    const auto found = TRY(kept.blocks(key, everything));
    const auto wanted = TRY(fresh.blocks(key, everything));
    const auto is_same = [](const auto& a, const auto& b) {
        return a.recorded == b.recorded && a.bytes == b.bytes;
    };
    if (std::ranges::equal(found, wanted, is_same))
        return true;
    return TRY(statistics::unpack_series(key, found)) ==
           TRY(statistics::unpack_series(key, wanted));
}

// The index by dimension is what questions go through: each value leads to the series that have it.
Result<void> compare_index(const statistics::SeriesStore& kept,
                           const std::vector<statistics::SeriesKey>& wanted) {
    std::map<std::pair<std::string, std::string>, std::vector<statistics::SeriesKey>> by_value;
    std::map<std::string, std::vector<statistics::SeriesKey>> by_dataflow;
    for (const auto& key : wanted) {
        by_dataflow[key.dataflow()].push_back(key);
        for (const auto& dimension : key.dimensions())
            by_value[{dimension.name, dimension.value}].push_back(key);
    }
    // Names a series that is in one list alone; both ascend.
    const auto compare = [](const std::vector<statistics::SeriesKey>& found,
                            const std::vector<statistics::SeriesKey>& expected) -> Result<void> {
        std::vector<statistics::SeriesKey> differing;
        std::ranges::set_symmetric_difference(found, expected, std::back_inserter(differing));
        if (differing.empty())
            return {};
        return damaged("the index of dimensions is not that of the series",
                       differing.front().text());
    };
    constexpr auto everything = statistics::SeriesStore::everything;
    for (const auto& [dataflow, keys] : by_dataflow) {
        const auto found = TRY(kept.find(dataflow, {}, everything));
        TRY(compare(found, keys));
    }
    for (const auto& [dimension, keys] : by_value) {
        const auto found = TRY(kept.find("", {{dimension.first, dimension.second}}, everything));
        TRY(compare(found, keys));
    }
    return {};
}

Result<void> compare_series(const statistics::SeriesStore& kept,
                            const statistics::SeriesStore& fresh) {
    constexpr auto everything = statistics::SeriesStore::everything;
    const auto wanted = TRY(fresh.keys(everything));
    if (TRY(kept.keys(everything)) != wanted)
        return damaged("the series are not those of the loaded files", "statistics");
    for (const auto& key : wanted)
        if (!TRY(are_same(kept, fresh, key)))
            return damaged("the observations are not those of the loaded files", key.text());
    TRY(compare_index(kept, wanted));
    if (TRY(kept.sources(everything)) != TRY(fresh.sources(everything)))
        return damaged("the sources are not those of the loaded files", "statistics");
    return {};
}

// A text that was taken out of the vault without being erased would be silently gone.
Result<void> check_vault(const journal::Log& log, const Asked& asked) {
    std::vector<journal::Hash> kept;
    kept.reserve(asked.commitments.size());
    TRY(log.scan_vault([&](const journal::Hash& commitment, std::uint64_t,
                           const journal::VaultItem*) -> Result<void> {
        kept.push_back(commitment);
        return {};
    }));
    std::ranges::sort(kept);
    for (const auto& [seq, commitment] : asked.commitments) {
        if (!std::ranges::binary_search(kept, commitment))
            return damaged("a text is missing in the vault that no entry erased",
                           fmt::format("entry {}", seq));
    }
    return {};
}

}  // namespace

Result<bool> verify_projections(const journal::Log& log, const journal::ObjectStore& objects,
                                const statistics::SeriesStore& series) {
    const Asked asked = TRY(ask(log));
    statistics::MemorySeriesStore fresh;
    TRY(replay_loads(objects, asked.loads, fresh));
    TRY(compare_series(series, fresh));
    TRY(check_vault(log, asked));
    return asked.is_exercise;
}

Result<ExportVerdict> verify_exported(const std::filesystem::path& folder,
                                      const journal::Trust& trust) {
    ExportVerdict result{TRY(journal::verify_export(folder, trust)), false};
    std::ifstream lines{folder / "entries.jsonl"};
    for (std::string line; std::getline(lines, line) && !result.is_exercise;) {
        const auto entry = journal::EntryView::scan(line);
        result.is_exercise = entry && is_exercise(*entry);
    }
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
