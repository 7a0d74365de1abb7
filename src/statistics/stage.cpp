#include "statistics/stage.h"

#include "base/spill_file.h"
#include "base/text.h"
#include "statistics/block.h"
#include "statistics/held_rows.h"
#include "statistics/row_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// More faults than this tell nobody anything new.
constexpr std::size_t faults_max = 1000;

constexpr std::size_t rows_between_reports = std::size_t{1} << 18;

// Without a way out in the middle, so that it is done many characters at a time.
bool is_ascii(std::string_view text) {
    unsigned all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

/// The line of each row: mostly as many lines behind the one before as it is rows.
class Lines {
  public:
    void add(std::uint32_t row, std::size_t line) {
        const auto offset = static_cast<std::int64_t>(line) - row;
        if (steps_.empty() || steps_.back().second != offset)
            steps_.emplace_back(row, offset);
    }
    std::size_t of(std::uint32_t row) const {
        const auto behind = std::upper_bound(
            steps_.begin(), steps_.end(), row,
            [](std::uint32_t wanted, const auto& step) { return wanted < step.first; });
        return static_cast<std::size_t>(row + std::prev(behind)->second);
    }

  private:
    std::vector<std::pair<std::uint32_t, std::int64_t>> steps_;
};

struct LineFault {
    std::size_t line = 0;
    Error error;
};

/// One series of the table: what waits of it, and what is packed.
struct Slot {
    struct Block {
        std::uint64_t at = 0;
        std::uint32_t bytes = 0;
        std::uint32_t observations = 0;
    };
    std::vector<HeldRow> rows;
    std::vector<Block> blocks;
    bool is_settled = true;  ///< its blocks hold all of it, and what they hold was checked
};

/// What was found when a series was settled.
struct Findings {
    std::vector<LineFault> faults;
    std::vector<Suspect> suspects;
};

}  // namespace

struct StagedLoad::State {
    StageOptions options;
    std::optional<HeldRows> held;
    Place place;  ///< of the row at hand
    std::vector<Error> of_row;
    Lines lines;
    RowIds ids;
    std::vector<Slot> slots;  ///< by the number of the series
    std::size_t waiting = 0;  ///< rows of all slots
    std::optional<base::SpillFile> spilled;
    std::vector<Series> whole;  ///< of a table that was not spilled
    std::vector<LineFault> faults;
    std::size_t faults_found = 0;
    std::map<std::size_t, Findings> findings;  ///< by slot
    LoadReport report;

    explicit State(StageOptions given) : options(std::move(given)) {}

    Result<void> read(base::CsvReader& table) {
        if (!TRY(table.advance()))
            return Error{ErrorCode::invalid_csv, "expected a header and rows, found nothing",
                         table.where()};
        std::vector<std::string> names;
        for (const auto name : table.fields())
            names.emplace_back(base::trimmed(name));
        held.emplace(TRY(RowReader::create(names, options.load)), options.load);
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
        TRY(settle_all());
        return faults.empty() ? Result<void>{} : all_faults();
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

  private:
    bool is_first() const { return options.load.reading == Reading::first; }

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
        lines.add(number, table.line());
        ++report.rows;
        if (read->row.id_bytes > 0 && is_first()) {
            const auto id = held->id(read->row);
            if (const auto first = ids.add(id, number)) {
                fault(table.line(), {ErrorCode::duplicate_figure,
                                     fmt::format("the identifier {} stands at line {} already", id,
                                                 lines.of(*first)),
                                     place_of(number)});
                return {};
            }
        }
        if (read->series == slots.size())
            slots.emplace_back();
        slots[read->series].rows.push_back(read->row);
        if (++waiting >= options.held_max)
            TRY(spill());
        if (report.rows % rows_between_reports == 0)
            tell(true);
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
    Result<void> spill() {
        if (!spilled)
            spilled = TRY(base::SpillFile::create());
        for (std::size_t i = 0; i < slots.size(); ++i) {
            auto& slot = slots[i];
            if (slot.rows.empty())
                continue;
            auto observations = take_rows(slot);
            const bool undated = std::ranges::any_of(
                observations, [](const Observation& o) { return o.vintage.estimated; });
            slot.is_settled = slot.blocks.empty() && !undated;
            findings.erase(i);
            if (slot.is_settled)
                settle(i, observations);
            TRY(pack(slot, std::move(observations)));
        }
        waiting = 0;
        held->forget_ids();
        return {};
    }

    std::vector<Observation> take_rows(Slot& slot) const {
        std::vector<Observation> observations;
        observations.reserve(slot.rows.size());
        for (const auto& row : slot.rows)
            observations.push_back(held->observation(row));
        std::vector<HeldRow>{}.swap(slot.rows);  // its memory too
        return observations;
    }

    Result<void> pack(Slot& slot, std::vector<Observation> observations) {
        const auto count = observations.size();
        const auto blocks = TRY(pack_series(std::move(observations)));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto [begin, end] = block_bounds(count, blocks.size(), i);
            slot.blocks.push_back({TRY(spilled->append(blocks[i])),
                                   static_cast<std::uint32_t>(blocks[i].size()),
                                   static_cast<std::uint32_t>(end - begin)});
        }
        return {};
    }

    Result<void> settle_all() {
        tell(false);
        if (spilled)
            TRY(spill());
        for (std::size_t i = 0; i < slots.size(); ++i) {
            auto& slot = slots[i];
            if (!spilled) {
                auto& series =
                    whole.emplace_back(held->key(static_cast<std::uint32_t>(i)), take_rows(slot));
                settle(i, series.observations);
            } else if (!slot.is_settled) {
                auto observations = TRY(unpack(slot));
                slot.blocks.clear();
                settle(i, observations);
                TRY(pack(slot, std::move(observations)));
            }
        }
        for (auto& [slot, found] : findings) {
            for (auto& one : found.faults)
                fault(one.line, std::move(one.error));
            std::ranges::move(found.suspects, std::back_inserter(report.suspects));
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
                 fmt::format("{} {} for {} is kept but not used: {}", suspect.row,
                             suspect.value.text(), suspect.time.text(), suspect.reason),
                 fmt::format("{}:{}", options.load.file, suspect.line)});
        return {};
    }

    Result<std::vector<Observation>> unpack(const Slot& slot) const {
        std::vector<Observation> observations;
        for (const auto& block : slot.blocks) {
            const auto bytes = TRY(spilled->read(block.at, block.bytes));
            std::ranges::move(TRY(decode_block(bytes)), std::back_inserter(observations));
        }
        return observations;
    }

    // Dates what has no date of its own, and holds the figures of a series against each other.
    void settle(std::size_t slot, std::vector<Observation>& observations) {
        for (auto& one : observations)
            if (one.vintage.estimated)
                one.vintage.known_on = held->estimated_day(one.source, one.time);
        sort_observations(observations);
        Findings found;
        if (is_first())
            find_duplicates(observations, found);
        Series series{held->key(static_cast<std::uint32_t>(slot)), std::move(observations)};
        mark_suspects(series, options.load.fiscal_year);
        for (const auto& o : series.observations) {
            if (!o.suspect.empty())
                found.suspects.push_back(
                    {o.row, lines.of(o.load_order), series.key, o.time, o.value, o.suspect});
        }
        observations = std::move(series.observations);
        if (!found.faults.empty() || !found.suspects.empty())
            findings[slot] = std::move(found);
    }

    // Of the same time and day, no source may give the same value twice.
    void find_duplicates(const std::vector<Observation>& observations, Findings& found) const {
        std::map<std::pair<std::string_view, base::Decimal>, std::uint32_t> given;
        for (std::size_t i = 0; i < observations.size(); ++i) {
            const auto& one = observations[i];
            const bool is_alone =
                (i == 0 || !same_moment(observations[i - 1], one)) &&
                (i + 1 == observations.size() || !same_moment(one, observations[i + 1]));
            if (i == 0 || !same_moment(observations[i - 1], one))
                given.clear();
            if (is_alone)
                continue;
            const auto [first, is_new] =
                given.emplace(std::pair{std::string_view{one.source}, one.value}, one.load_order);
            if (!is_new)
                found.faults.push_back(
                    {lines.of(one.load_order),
                     {ErrorCode::duplicate_figure,
                      fmt::format("the same series, period ({}), source ({}), day and value ({}) "
                                  "stand at line {} already",
                                  one.time.text(), one.source, one.value.text(),
                                  lines.of(first->second)),
                      place_of(one.load_order)}});
        }
    }

    static bool same_moment(const Observation& a, const Observation& b) {
        return a.vintage.known_on == b.vintage.known_on && a.time.same_days(b.time);
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
PackedSource StagedLoad::packed() const {
    return state_->packed();
}

Result<StagedLoad> stage_csv(const base::Input& input, const StageOptions& options) {
    auto state = std::make_unique<StagedLoad::State>(options);
    base::CsvReader table{input, options.load.file};
    TRY(state->read(table));
    return StagedLoad{std::move(state)};
}

Result<Loaded> load_csv(std::string_view text, const LoadOptions& options) {
    StagedLoad::State state{{.load = options, .held_max = SIZE_MAX}};
    base::CsvReader table{text, options.file};
    TRY(state.read(table));
    std::ranges::sort(state.whole, {}, &Series::key);
    return Loaded{std::move(state.whole), state.held->sources(), std::move(state.report)};
}

}  // namespace statistics
