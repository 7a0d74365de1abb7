#include "app/read_figures.h"

#include "app/load_dataset.h"
#include "app/load_structures.h"
#include "app/table_root.h"
#include "base/channel.h"
#include "base/text.h"
#include "dissemination/message_table.h"
#include "funding/fields.h"
#include "statistics/block.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t head_bytes = std::size_t{1} << 16;
constexpr std::size_t pieces_max = 16;  // that wait between two threads, of a few 100 KB each

using Piece = std::shared_ptr<const std::string>;

/// Keeps a file and the table that it stands for, and hashes both, in a thread of its own.
class Keeper {
  public:
    struct Kept {
        journal::Hash table{};
        std::optional<journal::Hash> message;
        journal::Hash root{};
    };

    static Result<std::unique_ptr<Keeper>> start(journal::ObjectStore& objects, bool is_message) {
        auto table = TRY(objects.begin());
        auto message = is_message ? TRY(objects.begin()) : nullptr;
        return std::unique_ptr<Keeper>{new Keeper{std::move(table), std::move(message)}};
    }
    ~Keeper() { pieces_.end(); }

    void add_to_table(Piece piece) { pieces_.give({true, std::move(piece)}); }
    void add_to_message(Piece piece) { pieces_.give({false, std::move(piece)}); }

    Result<Kept> finish() {
        pieces_.end();
        TRY(done_.get());
        Kept kept;
        kept.table = TRY(table_->finish());
        if (message_)
            kept.message = TRY(message_->finish());
        kept.root = root_.finish();
        return kept;
    }

  private:
    struct Given {
        bool is_table = false;
        Piece piece;
    };

    Keeper(std::unique_ptr<journal::ObjectStore::Writer> table,
           std::unique_ptr<journal::ObjectStore::Writer> message)
        : table_(std::move(table)),
          message_(std::move(message)),
          done_(std::async(std::launch::async, [this] { return run(); })) {}

    Result<void> run() {
        const auto kept = keep();
        pieces_.leave();
        return kept;
    }
    Result<void> keep() {
        while (const auto given = pieces_.take()) {
            if (!given->is_table) {
                TRY(message_->add(*given->piece));
                continue;
            }
            TRY(table_->add(*given->piece));
            root_.add(*given->piece);
        }
        return {};
    }

    std::unique_ptr<journal::ObjectStore::Writer> table_, message_;
    TableRoot root_;
    base::Channel<Given> pieces_{pieces_max};
    std::future<Result<void>> done_;  // last, for its thread uses all of the above
};

/// An input whose beginning was looked at.
class Peeked {
  public:
    static Result<Peeked> open(base::Input input) {
        Peeked peeked{std::move(input)};
        auto& head = peeked.head_;
        head.resize(head_bytes);
        std::size_t have = 0;
        while (have < head.size()) {
            const auto bytes = TRY(peeked.input_(std::span{head}.subspan(have)));
            if (bytes == 0)
                break;
            have += bytes;
        }
        head.resize(have);
        return peeked;
    }
    std::string_view head() const { return head_; }

    Result<std::size_t> read(std::span<char> into) {
        if (at_ == head_.size())
            return input_(into);
        const auto bytes = head_.copy(into.data(), into.size(), at_);
        at_ += bytes;
        return bytes;
    }

  private:
    explicit Peeked(base::Input input) : input_(std::move(input)) {}

    base::Input input_;
    std::string head_;
    std::size_t at_ = 0;
};

/// Reads from an input, and keeps what was read.
template <typename Keep>
base::Input kept_input(Peeked& from, Keep keep) {
    return [&from, keep](std::span<char> into) -> Result<std::size_t> {
        const auto bytes = TRY(from.read(into));
        if (bytes > 0)
            keep(std::make_shared<const std::string>(into.data(), bytes));
        return bytes;
    };
}

/// A message that another thread turns into the table for which it stands.
class Translation {
  public:
    using Run = std::function<Result<void>(const dissemination::TableOutput&)>;

    Translation(Keeper& keeper, Run translate)
        : done_(std::async(std::launch::async, [this, &keeper, translate = std::move(translate)] {
              auto translated = translate([&](std::string records) -> Result<void> {
                  const auto piece = std::make_shared<const std::string>(std::move(records));
                  keeper.add_to_table(piece);
                  if (!pieces_.give(piece))
                      return Error{ErrorCode::internal, "the table is no longer read", ""};
                  return {};
              });
              pieces_.end();
              return translated;
          })) {}
    ~Translation() { pieces_.leave(); }

    base::Input table() {
        return [this](std::span<char> into) -> Result<std::size_t> {
            while (piece_ == nullptr || at_ == piece_->size()) {
                auto next = pieces_.take();
                if (!next)
                    return std::size_t{0};
                piece_ = std::move(*next);
                at_ = 0;
            }
            const auto bytes = piece_->copy(into.data(), into.size(), at_);
            at_ += bytes;
            return bytes;
        };
    }
    /// What became of it; a table that is no longer read is no longer made.
    Result<void> finish() {
        pieces_.leave();
        return done_.get();
    }

  private:
    base::Channel<Piece> pieces_{pieces_max};
    Piece piece_;
    std::size_t at_ = 0;
    std::future<Result<void>> done_;
};

// The columns that only a table of exchange rates has.
bool holds_rates(std::string_view csv) {
    const auto names = base::split(csv.substr(0, csv.find('\n')), ',');
    const auto has = [&](std::string_view wanted) {
        return std::ranges::any_of(
            names, [&](std::string_view name) { return base::trimmed(name) == wanted; });
    };
    return has("CURRENCY") && has("CURRENCY_DENOM");
}

// Rates are statistics, but money is exchanged at them.
Result<void> check_rates(const statistics::StagedLoad& staged, const std::string& file) {
    std::vector<Error> faults;
    const auto next = staged.packed();
    while (const auto one = TRY(next())) {
        for (const auto& block : one->blocks) {
            const auto observations = TRY(statistics::decode_block(block));
            for (const auto& observation : observations) {
                if (observation.status == statistics::ObservationStatus::missing)
                    continue;
                auto fault = funding::rate_fault(observation.value,
                                                 fmt::format("{}: {} {}", file, one->key.text(),
                                                             observation.time.period.text()));
                if (fault)
                    faults.push_back(std::move(*fault));
            }
        }
    }
    return progress::as_result(std::move(faults));
}

}  // namespace

Result<ReadFigures> read_figures(Record& record, FiguresFile file) {
    auto source = TRY(Peeked::open(std::move(file.bytes)));
    const bool is_message = dissemination::is_message(source.head());
    std::shared_ptr<const plan::Plan> plan;
    std::deque<sdmx::Artefact> foreign;
    if (is_message) {
        const auto now = TRY(record.now());
        plan = TRY(declaring_plan(now, file.name));
        foreign = TRY(loaded_structures(record, now.known));
    }
    ReadFigures read;
    read.dataflow = !file.dataflow.empty()                      ? file.dataflow
                    : !is_message && holds_rates(source.head()) ? std::string{rates_dataflow}
                                                                : "published-figures";
    statistics::StageOptions options;
    options.load = {file.name, read.dataflow, file.fiscal_year, file.today};
    options.progress = std::move(file.progress);

    const auto keeper = TRY(Keeper::start(record.objects(), is_message));
    const auto stage = [&]() -> Result<statistics::StagedLoad> {
        if (!is_message)
            return statistics::stage_csv(
                kept_input(source, [&](Piece piece) { keeper->add_to_table(std::move(piece)); }),
                options);
        Translation translation{
            *keeper, [&](const dissemination::TableOutput& write) {
                return dissemination::translate_message(
                    kept_input(source,
                               [&](Piece piece) { keeper->add_to_message(std::move(piece)); }),
                    file.name, {*plan->statistics, plan->fiscal_year, foreign, file.today}, write);
            }};
        auto staged = statistics::stage_csv(translation.table(), options);
        auto translated = translation.finish();
        // What is wrong with the message explains what is wrong with its table.
        if (!translated.ok() && (staged.ok() || translated.error().code != ErrorCode::internal))
            return std::move(translated).error();
        return staged;
    };
    read.staged = std::make_shared<const statistics::StagedLoad>(TRY(stage()));
    if (read.dataflow == rates_dataflow)
        TRY(check_rates(*read.staged, file.name));
    const auto kept = TRY(keeper->finish());
    read.table = kept.table;
    read.message = kept.message;
    read.content = kept.message.value_or(kept.table);
    read.root = kept.root;
    return read;
}

Result<statistics::StagedLoad> read_again(const journal::ObjectStore& objects,
                                          const state::Load& load) {
    const auto input = TRY(objects.open(load.object));
    TableRoot root;
    statistics::StageOptions options;
    options.load = {load.file, load.dataflow, load.fiscal_year, {}, statistics::Reading::again};
    const base::Input table = [&](std::span<char> into) -> Result<std::size_t> {
        const auto bytes = TRY(input(into));
        if (load.root)
            root.add({into.data(), bytes});
        return bytes;
    };
    auto staged = TRY(statistics::stage_csv(table, options));
    if (load.root && root.finish() != *load.root)
        return Error{ErrorCode::projection_does_not_hold,
                     "the records of the table do not have the root of its entry",
                     fmt::format("entry {}", load.seq)};
    return staged;
}

statistics::LoadName name_of(const state::Load& load) {
    return {fmt::format("entry-{}", load.seq), static_cast<std::int64_t>(load.seq)};
}

}  // namespace app
