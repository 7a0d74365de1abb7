#include "statistics/stage.h"

#include "base/spill_file.h"
#include "base/text.h"
#include "statistics/block.h"
#include "statistics/held_rows.h"
#include "statistics/row_ids.h"
#include "statistics/stage_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <future>
#include <map>
#include <ranges>
#include <utility>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// More faults than this tell nobody anything new.
constexpr std::size_t faults_max = 1000;
// How often it is asked whether another thread is done.
constexpr std::size_t rows_between_looks = std::size_t{1} << 12;

// Eight characters at a time: every row is asked.
bool is_ascii(std::string_view text) {
    std::uint64_t all = 0;
    for (; text.size() >= sizeof(all); text.remove_prefix(sizeof(all))) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data(), sizeof(eight));
        all |= eight;
    }
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return (all & 0x8080'8080'8080'8080) == 0;
}

struct LineFault {
    std::size_t line = 0;
    Error error;
};

/// One series of the table: what waits of it, and what is packed.
struct Slot {
    std::vector<HeldRow> rows;
    std::vector<WaitingBlock> blocks;
    bool is_settled = true;  ///< its blocks hold all of it, and what they hold was checked
};

/// What was found in one series. Rows stand for their lines, which another thread knows.
struct Findings {
    struct Repeated {
        std::uint32_t row = 0;
        std::uint32_t first = 0;
        std::string what;
    };
    struct Suspected {
        std::uint32_t row = 0;
        Suspect suspect;
    };
    std::vector<Repeated> repeated;
    std::vector<Suspected> suspected;

    bool is_empty() const { return repeated.empty() && suspected.empty(); }
};

bool same_moment(const Observation& a, const Observation& b) {
    return a.vintage.known_on == b.vintage.known_on && a.time.same_days(b.time);
}

// Of the same time and day, no source may give the same value twice.
void find_repeated(const std::vector<Observation>& observations, Findings& found) {
    std::map<std::pair<std::string_view, base::Decimal>, std::uint32_t> given;
    bool is_begun = false;  // the one before is of the same moment
    for (std::size_t i = 0; i < observations.size(); ++i) {
        const auto& one = observations[i];
        const bool goes_on = i + 1 < observations.size() && same_moment(one, observations[i + 1]);
        if (is_begun || goes_on) {
            const auto [first, is_new] =
                given.emplace(std::pair{std::string_view{one.source}, one.value}, one.load_order);
            if (!is_new)
                found.repeated.push_back(
                    {one.load_order, first->second,
                     fmt::format("the same series, period ({}), source ({}), day and value ({})",
                                 one.time.text(), one.source, one.value.text())});
        }
        if (!goes_on)
            given.clear();
        is_begun = goes_on;
    }
}

// Holds the figures of a series against each other, in their order.
Findings settle(const SeriesKey& key, std::vector<Observation>& observations,
                const LoadOptions& options) {
    Findings found;
    sort_observations(observations);
    if (options.reading == Reading::first)
        find_repeated(observations, found);
    Series series{key, std::move(observations)};
    mark_suspects(series, options.fiscal_year);
    for (const auto& o : series.observations) {
        if (!o.suspect.empty())
            found.suspected.push_back(
                {o.load_order, {o.row, 0, series.key, o.time, o.value, o.suspect}});
    }
    observations = std::move(series.observations);
    return found;
}

std::vector<Observation> observations_of(const std::vector<HeldRow>& rows, const HeldWords& words) {
    std::vector<Observation> observations;
    observations.reserve(rows.size());
    for (const auto& row : rows)
        observations.push_back(words.observation(row));
    return observations;
}

/// What waits of one series, on its way into blocks.
struct Part {
    std::size_t slot = 0;
    std::string key;
    std::vector<HeldRow> rows;
    bool is_whole = false;  ///< as far as is known, and every figure has its day
};
struct PackedPart {
    std::size_t slot = 0;
    std::vector<std::string> blocks;
    std::size_t observations = 0;
    Findings findings;
};

Result<std::vector<PackedPart>> pack_parts(std::vector<Part> parts, const HeldWords& words,
                                           const LoadOptions& options) {
    std::vector<PackedPart> made;
    for (auto& part : parts) {
        auto observations = observations_of(part.rows, words);
        auto& packed = made.emplace_back(part.slot);
        packed.observations = observations.size();
        if (part.is_whole)
            packed.findings = settle(TRY(SeriesKey::parse(part.key)), observations, options);
        packed.blocks = TRY(pack_series(std::move(observations)));
        std::vector<HeldRow>{}.swap(part.rows);  // its memory too
    }
    return made;
}

}  // namespace

struct StagedLoad::State {
    StageOptions options;
    std::optional<HeldRows> held;
    Place place;  ///< of the row at hand
    std::vector<Error> of_row;
    RowLines lines;
    RowIds ids;
    std::vector<Slot> slots;  ///< by the number of the series
    std::size_t waiting = 0;  ///< rows of all slots
    std::optional<base::SpillFile> spilled;
    std::future<Result<std::vector<PackedPart>>> packing;  ///< what waited, in another thread
    std::vector<Series> whole;                             ///< of a table that was not spilled
    std::vector<LineFault> faults;
    std::size_t faults_found = 0;
    std::map<std::size_t, Findings> findings;  ///< by slot
    LoadReport report;
    // Of a stage that is kept: what was not told yet, and where what was told lies.
    std::vector<std::string> untold_names;
    std::size_t lines_told = 0;
    bool has_ids = false;
    std::optional<std::pair<StagePoint, StageNotes>> untold;  ///< true once `packing` is done
    Stretch last_notes;

    explicit State(StageOptions given) : options(std::move(given)) {}

    Result<void> read(base::CsvReader& table) {
        if (!TRY(table.advance()))
            return Error{ErrorCode::invalid_csv, "expected a header and rows, found nothing",
                         table.where()};
        // What was accepted before stays readable.
        if (is_first() && !is_utf8(table))
            return all_faults();
        std::vector<std::string> names;
        for (const auto name : table.fields())
            names.emplace_back(base::trimmed(name));
        TRY(begin(std::move(names)));
        return read_rows(table);
    }

    Result<void> read_rows(base::CsvReader& table) {
        place = [&table](std::size_t column) {
            return column == 0 ? table.where() : table.where(column);
        };
        for (;;) {
            const auto next = table.advance();
            if (!next.ok())
                fault(table.line(), next.error());
            if (!next.ok() || !next.value())
                break;
            TRY(read_row(table));
        }
        if (report.rows == 0 && faults.empty() && is_first())
            fault(2, {ErrorCode::invalid_csv, "expected at least one row, found none",
                      options.load.file + ":2"});
        TRY(settle_all(table.position()));
        return faults.empty() ? Result<void>{} : all_faults();
    }

    // What another stage had read at a point.
    Result<void> take_up(const StagePoint& point) {
        spilled = TRY(base::SpillFile::open(options.keeping->file, point.kept_bytes));
        std::vector<StageNotes> all;
        std::uint64_t end = point.kept_bytes;
        for (auto at = point.notes; at.bytes > 0; at = all.back().before) {
            // Each lies behind the one before it, so that they come to an end.
            if (!is_within(at, end))
                return damaged();
            const auto bytes = TRY(spilled->read(at.at, at.bytes));
            all.push_back(TRY(parse_notes(bytes)));
            end = at.at;
        }
        if (all.empty())
            return damaged();
        TRY(begin(all.back().names));
        for (const auto& notes : all | std::views::reverse)
            TRY(take_up(notes));
        untold_names.clear();
        lines_told = lines.steps().size();
        last_notes = point.notes;
        next_record = point.next;
        return report.rows == point.rows ? Result<void>{} : damaged();
    }

    PackedSource packed() const {
        if (!spilled)
            return statistics::packed(whole);
        return [this, at = std::size_t{0}]() mutable -> Result<std::optional<PackedSeries>> {
            if (at == slots.size())
                return std::optional<PackedSeries>{};
            PackedSeries one{held->key(static_cast<std::uint32_t>(at)), {}, 0};
            for (const auto& block : slots[at++].blocks) {
                one.blocks.push_back(TRY(spilled->read(block.at, block.bytes)));
                one.observations += block.observations;
            }
            return std::optional{std::move(one)};
        };
    }

    base::CsvReader::Position next_record;  ///< of what was taken up

  private:
    bool is_first() const { return options.load.reading == Reading::first; }

    static bool is_within(const Stretch& stretch, std::uint64_t end) {
        return stretch.at <= end && stretch.bytes <= end - stretch.at;
    }

    static Error damaged() {
        return {ErrorCode::block_damaged, "what is kept of a load does not fit its notes", ""};
    }

    Result<void> begin(std::vector<std::string> names) {
        held.emplace(TRY(RowReader::create(names, options.load)), options.load);
        if (options.keeping)
            untold_names = std::move(names);
        return {};
    }

    Result<void> read_row(const base::CsvReader& table) {
        if (!is_ascii(table.record()) && !is_utf8(table))
            return {};
        const auto number = static_cast<std::uint32_t>(report.rows);
        const auto read = held->read(table.fields(), place, number, of_row);
        if (!read) {
            for (auto& error : of_row)
                fault(table.line(), std::move(error));
            of_row.clear();
            return {};
        }
        // Before anything of the row is refused: the reader counts its series all the same.
        if (read->series == slots.size())
            slots.emplace_back();
        lines.add(number, table.line());
        ++report.rows;
        if (read->row.id_bytes > 0 && is_first()) {
            has_ids = true;
            const auto id = held->id(read->row);
            if (const auto first = ids.add(id, number)) {
                fault(table.line(), {ErrorCode::duplicate_figure,
                                     fmt::format("the identifier {} stands at line {} already", id,
                                                 lines.of(*first)),
                                     place_of(number)});
                return {};
            }
        }
        slots[read->series].rows.push_back(read->row);
        if (++waiting >= options.held_max)
            TRY(spill(table.position()));
        if (report.rows % rows_between_reports == 0)
            tell(true);
        if (report.rows % rows_between_looks == 0 && is_packed())
            TRY(keep_packed());
        return {};
    }

    bool is_utf8(const base::CsvReader& table) {
        bool valid = true;
        for (std::size_t i = 0; i < table.fields().size(); ++i) {
            auto checked = base::check_utf8(table.fields()[i], table.where(i + 1));
            if (!checked.ok())
                fault(table.line(), checked.error());
            valid = valid && checked.ok();
        }
        return valid;
    }

    // Packs what waits. A series that comes again later is settled at the end, with all its blocks.
    Result<void> spill(const base::CsvReader::Position& next) {
        if (!spilled)
            spilled = TRY(options.keeping ? base::SpillFile::open(options.keeping->file, 0)
                                          : base::SpillFile::create());
        TRY(keep_packed());
        std::vector<Part> parts;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            auto& slot = slots[i];
            if (slot.rows.empty())
                continue;
            slot.is_settled =
                slot.blocks.empty() && std::ranges::none_of(slot.rows, &HeldRow::undated);
            findings.erase(i);
            parts.push_back({i, held->key_text(static_cast<std::uint32_t>(i)),
                             std::exchange(slot.rows, {}), slot.is_settled});
        }
        waiting = 0;
        if (options.keeping && faults.empty())
            take_notes(next);
        packing = std::async(
            std::launch::async,
            [parts = std::move(parts), words = held->take_words(), load = options.load]() mutable {
                return pack_parts(std::move(parts), words, load);
            });
        return {};
    }

    bool is_packed() const {
        using namespace std::chrono_literals;
        return packing.valid() && packing.wait_for(0s) == std::future_status::ready;
    }

    // What another thread has packed meanwhile.
    Result<void> keep_packed() {
        if (!packing.valid())
            return {};
        for (auto& part : TRY(packing.get())) {
            const auto from = slots[part.slot].blocks.size();
            const bool is_settled = slots[part.slot].is_settled && part.findings.is_empty();
            TRY(keep(part));
            const auto& blocks = slots[part.slot].blocks;
            if (untold)
                untold->second.parts.push_back(
                    {static_cast<std::uint32_t>(part.slot),
                     is_settled,
                     {blocks.begin() + static_cast<std::ptrdiff_t>(from), blocks.end()}});
        }
        return untold ? tell_notes() : Result<void>{};
    }

    // As of now; they hold once all that was read is packed.
    void take_notes(const base::CsvReader::Position& next) {
        StageNotes notes{.names = std::exchange(untold_names, {}),
                         .rows = report.rows,
                         .lines = {lines.steps().begin() + static_cast<std::ptrdiff_t>(lines_told),
                                   lines.steps().end()},
                         .held = held->news(),
                         .has_ids = std::exchange(has_ids, false)};
        lines_told = lines.steps().size();
        options.keeping->comes_to();
        untold.emplace(StagePoint{.rows = report.rows, .next = next}, std::move(notes));
    }

    Result<void> tell_notes() {
        auto [point, notes] = *std::exchange(untold, std::nullopt);
        notes.before = last_notes;
        const auto bytes = print_notes(notes);
        if (!bytes.ok()) {
            options.keeping.reset();  // what goes beyond the bounds of notes is loaded without
            return {};
        }
        last_notes = {TRY(spilled->append(*bytes)), static_cast<std::uint32_t>(bytes->size())};
        TRY(spilled->flush());
        point.kept_bytes = spilled->size();
        point.notes = last_notes;
        if (faults.empty())
            options.keeping->is_at(point);
        return {};
    }

    Result<void> take_up(const StageNotes& notes) {
        for (const auto& step : notes.lines)
            lines.add(step);
        TRY(held->learn(notes.held));
        slots.resize(held->series_count());
        std::uint64_t rows = report.rows;
        for (const auto& part : notes.parts) {
            if (part.series >= slots.size())
                return damaged();
            auto& slot = slots[part.series];
            slot.is_settled = part.is_settled;
            std::ranges::copy(part.blocks, std::back_inserter(slot.blocks));
            for (const auto& block : part.blocks) {
                if (!is_within(block, spilled->size()))
                    return damaged();
                rows += block.observations;
            }
        }
        if (rows != notes.rows || lines.steps().empty())
            return damaged();
        report.rows = notes.rows;
        return notes.has_ids ? take_up_ids(notes) : Result<void>{};
    }

    // In the order in which they came, as they make the same runs then.
    Result<void> take_up_ids(const StageNotes& notes) {
        std::vector<std::pair<std::uint32_t, std::string>> met;
        for (const auto& part : notes.parts)
            for (const auto& block : part.blocks)
                for (auto& one : TRY(read_block(block)))
                    if (!one.row.empty())
                        met.emplace_back(one.load_order, std::move(one.row));
        std::ranges::sort(met);
        for (const auto& [row, id] : met)
            if (ids.add(id, row))
                return damaged();
        return {};
    }

    Result<void> keep(PackedPart& part) {
        auto& slot = slots[part.slot];
        for (std::size_t i = 0; i < part.blocks.size(); ++i) {
            const auto [begin, end] = block_bounds(part.observations, part.blocks.size(), i);
            slot.blocks.push_back({{TRY(spilled->append(part.blocks[i])),
                                    static_cast<std::uint32_t>(part.blocks[i].size())},
                                   static_cast<std::uint32_t>(end - begin)});
        }
        note(part.slot, std::move(part.findings));
        return {};
    }

    void note(std::size_t slot, Findings found) {
        if (!found.is_empty())
            findings[slot] = std::move(found);
    }

    // What was packed in pieces, or waited for the dates of its figures.
    Result<void> settle_slot(std::size_t i) {
        auto observations = TRY(unpack(slots[i]));
        date(observations);
        PackedPart part{i, {}, observations.size(), {}};
        part.findings =
            settle(held->key(static_cast<std::uint32_t>(i)), observations, options.load);
        part.blocks = TRY(pack_series(std::move(observations)));
        slots[i].blocks.clear();
        return keep(part);
    }

    void date(std::vector<Observation>& observations) const {
        for (auto& one : observations)
            if (one.vintage.estimated)
                one.vintage.known_on = held->estimated_day(one.source, one.time);
    }

    Result<void> settle_all(const base::CsvReader::Position& end) {
        tell(false);
        if (spilled) {
            TRY(spill(end));
            TRY(keep_packed());
        }
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (spilled) {
                if (!slots[i].is_settled)
                    TRY(settle_slot(i));
                continue;
            }
            auto& series = whole.emplace_back(
                held->key(static_cast<std::uint32_t>(i)),
                observations_of(std::exchange(slots[i].rows, {}), held->words()));
            date(series.observations);
            note(i, settle(series.key, series.observations, options.load));
        }
        for (auto& [slot, found] : findings) {
            for (auto& one : found.repeated)
                fault(lines.of(one.row),
                      {ErrorCode::duplicate_figure,
                       fmt::format("{} stand at line {} already", one.what, lines.of(one.first)),
                       place_of(one.row)});
            for (auto& [row, suspect] : found.suspected) {
                suspect.line = lines.of(row);
                report.suspects.push_back(std::move(suspect));
            }
        }
        report.observations = report.rows;
        report.series = slots.size();
        report.sources = held->sources().size();
        report.month_dates = held->month_dates();
        report.estimated_dates = held->estimated_dates();
        std::ranges::stable_sort(report.suspects, {}, &Suspect::line);
        for (const auto& suspect : report.suspects)
            report.warnings.push_back(
                {ErrorCode::suspect_figure,
                 fmt::format("{}{}{} for {} is kept but not used: {}", suspect.row,
                             suspect.row.empty() ? "" : " ", suspect.value.text(),
                             suspect.time.text(), suspect.reason),
                 fmt::format("{}:{}", options.load.file, suspect.line)});
        return {};
    }

    Result<std::vector<Observation>> read_block(const WaitingBlock& block) const {
        return decode_block(TRY(spilled->read(block.at, block.bytes)));
    }

    Result<std::vector<Observation>> unpack(const Slot& slot) const {
        std::vector<Observation> observations;
        for (const auto& block : slot.blocks)
            std::ranges::move(TRY(read_block(block)), std::back_inserter(observations));
        return observations;
    }

    std::string place_of(std::uint32_t row) const {
        return fmt::format("{}:{}", options.load.file, lines.of(row));
    }

    void fault(std::size_t line, Error error) {
        if (faults.size() < faults_max)
            faults.push_back({line, std::move(error)});
        ++faults_found;
    }

    Error all_faults() {
        std::ranges::stable_sort(faults, {}, &LineFault::line);
        std::vector<Error> all;
        for (auto& one : faults)
            all.push_back(std::move(one.error));
        if (faults_found > all.size())
            all.push_back({ErrorCode::invalid_csv,
                           fmt::format("{} faults were found; the first {} are listed",
                                       faults_found, faults_max),
                           options.load.file});
        return base::all_in_one(std::move(all));
    }

    void tell(bool is_reading) const {
        if (options.progress)
            options.progress({report.rows, is_reading});
    }
};

StagedLoad::StagedLoad(std::unique_ptr<State> state) : state_(std::move(state)) {}
StagedLoad::StagedLoad(StagedLoad&&) noexcept = default;
StagedLoad& StagedLoad::operator=(StagedLoad&&) noexcept = default;
StagedLoad::~StagedLoad() = default;

const LoadReport& StagedLoad::report() const {
    return state_->report;
}
const SourceTable& StagedLoad::sources() const {
    return state_->held->sources();
}
std::size_t StagedLoad::line_of(std::uint32_t load_order) const {
    return state_->lines.of(load_order);
}
PackedSource StagedLoad::packed() const {
    return state_->packed();
}

Result<StagedLoad> stage_csv(const base::Input& input, const StageOptions& options) {
    auto state = std::make_unique<StagedLoad::State>(options);
    base::CsvReader table{input, options.load.file};
    TRY(state->read(table));
    return StagedLoad{std::move(state)};
}

Result<StagedLoad> find_stage(const StageOptions& options, const StagePoint& point) {
    auto state = std::make_unique<StagedLoad::State>(options);
    TRY(state->take_up(point));
    return StagedLoad{std::move(state)};
}

Result<StagedLoad> stage_rest(StagedLoad begun, const base::Input& rest) {
    auto& state = *begun.state_;
    base::CsvReader table{rest, state.options.load.file, state.next_record};
    TRY(state.read_rows(table));
    return begun;
}

Result<Loaded> load_csv(std::string_view text, const LoadOptions& options) {
    StagedLoad::State state{{.load = options, .held_max = SIZE_MAX}};
    base::CsvReader table{text, options.file};
    TRY(state.read(table));
    std::ranges::sort(state.whole, {}, &Series::key);
    return Loaded{std::move(state.whole), state.held->sources(), std::move(state.report)};
}

}  // namespace statistics
