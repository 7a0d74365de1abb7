#include "app/read_figures.h"

#include "app/load_dataset.h"
#include "app/load_structures.h"
#include "app/table_root.h"
#include "app/take_up_load.h"
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
    /// Of what was read, this is to be read again.
    void put_back(std::string bytes) {
        head_ = std::move(bytes);
        at_ = 0;
    }

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

/// Reads from an input, and keeps what was read behind what is kept already.
template <typename Keep>
base::Input kept_input(Peeked& from, std::size_t already, Keep keep) {
    return [&from, already, keep](std::span<char> into) mutable -> Result<std::size_t> {
        const auto bytes = TRY(from.read(into));
        const auto known = std::min(bytes, already);
        already -= known;
        if (bytes > known)
            keep(std::make_shared<const std::string>(into.data() + known, bytes - known));
        return bytes;
    };
}

/// A message that another thread turns into the table for which it stands.
class Translation {
  public:
    using Run = std::function<Result<void>(const dissemination::TableOutput&)>;

    /// `first` is the table's beginning, which is kept already.
    Translation(FigureKeeper& keeper, std::string first, Run translate)
        : piece_(std::make_shared<const std::string>(std::move(first))),
          done_(std::async(std::launch::async, [this, &keeper, translate = std::move(translate)] {
              auto translated =
                  translate([&](std::string records, const auto& next) -> Result<void> {
                      const auto piece = std::make_shared<const std::string>(std::move(records));
                      keeper.add_to_table(piece, next);
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
            while (at_ == piece_->size()) {
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

/// What a file is read with, from the beginning or from where another load was.
class FiguresReader {
  public:
    FiguresReader(Record& record, const FiguresFile& file) : record_(record), file_(file) {}

    Result<ReadFigures> read() {
        TRY(begin());
        auto staged = TRY(is_message_ ? stage_message() : stage_table());
        read_.staged = std::make_shared<const statistics::StagedLoad>(std::move(staged));
        if (read_.dataflow == rates_dataflow)
            TRY(check_rates(*read_.staged, file_.name));
        const auto kept = TRY(keeper_->finish());
        read_.table = kept.table;
        read_.message = kept.message;
        read_.content = kept.message.value_or(kept.table);
        read_.root = kept.root;
        return std::move(read_);
    }

  private:
    Result<void> begin() {
        source_ = TRY(open());
        is_message_ = dissemination::is_message(source_->head());
        if (is_message_) {
            const auto now = TRY(record_.now());
            plan_ = TRY(declaring_plan(now, file_.name));
            foreign_ = TRY(loaded_structures(record_, now.known));
        }
        const bool holds = !is_message_ && holds_rates(source_->head());
        read_.dataflow = !file_.dataflow.empty() ? file_.dataflow
                         : holds                 ? std::string{rates_dataflow}
                                                 : "published-figures";
        options_.load = {file_.name, read_.dataflow, file_.fiscal_year, file_.today};
        options_.progress = file_.progress;
        if (file_.unfinished == nullptr)
            return begin_anew();
        const auto& keeping = file_.unfinished->keeping();
        options_.held_max = keeping.held_max;
        options_.keeping = statistics::StageKeeping{
            file_.unfinished->staged(), [this] { keeper_->comes_to_point(); },
            [this](const statistics::StagePoint& point) { keeper_->is_at(point); }};
        terms_ = TRY(terms());
        const auto checkpoint = file_.unfinished->find(terms_);
        if (!checkpoint)
            return begin_anew();
        if (const auto taken_up = go_on(*checkpoint); !taken_up.ok()) {
            file_.unfinished->discard(taken_up.error().message);
            source_ = TRY(open());
            return begin_anew();
        }
        if (keeping.goes_on)
            keeping.goes_on({checkpoint->stage.rows, checkpoint->file_bytes()});
        return {};
    }

    Result<Peeked> open() const { return Peeked::open(TRY(file_.open())); }

    Result<LoadTerms> terms() const {
        return LoadTerms{file_.name,
                         read_.dataflow,
                         file_.fiscal_year.month,
                         file_.today ? base::to_string(*file_.today) : std::string{},
                         record_.state().size(),
                         journal::to_hex(journal::sha256(TRY(record_.log().checkpoint())))};
    }

    Result<void> begin_anew() {
        keep(TRY(FigureKeeper::Parts::begin(record_.objects(), is_message_, file_.unfinished)));
        return {};
    }
    Result<void> go_on(const LoadCheckpoint& checkpoint) {
        auto taken_up = TRY(take_up(
            record_.objects(), [this](std::span<char> into) { return source_->read(into); },
            options_, *file_.unfinished, checkpoint));
        if (checkpoint.message)
            from_ = checkpoint.message->next;
        already_ = taken_up.file.size();
        source_->put_back(std::move(taken_up.file));
        table_ = std::move(taken_up.table);
        begun_ = std::move(taken_up.begun);
        keep(std::move(taken_up.parts));
        return {};
    }
    void keep(FigureKeeper::Parts parts) {
        keeper_ = std::make_unique<FigureKeeper>(std::move(parts), file_.unfinished, terms_);
    }

    Result<statistics::StagedLoad> stage(const base::Input& table) {
        return begun_ ? statistics::stage_rest(*std::exchange(begun_, std::nullopt), table)
                      : statistics::stage_csv(table, options_);
    }
    Result<statistics::StagedLoad> stage_table() {
        return stage(kept_input(*source_, already_,
                                [this](Piece piece) { keeper_->add_to_table(std::move(piece)); }));
    }
    Result<statistics::StagedLoad> stage_message() {
        const auto message = kept_input(
            *source_, already_, [this](Piece piece) { keeper_->add_to_message(std::move(piece)); });
        const dissemination::MessageTerms terms{*plan_->statistics, plan_->fiscal_year, foreign_,
                                                file_.today, from_};
        Translation translation{
            *keeper_, std::move(table_), [&](const dissemination::TableOutput& write) {
                return dissemination::translate_message(message, file_.name, terms, write);
            }};
        auto staged = stage(translation.table());
        auto translated = translation.finish();
        // What is wrong with the message explains what is wrong with its table.
        if (!translated.ok() && (staged.ok() || translated.error().code != ErrorCode::internal))
            return std::move(translated).error();
        return staged;
    }

    Record& record_;
    const FiguresFile& file_;
    ReadFigures read_;
    std::optional<Peeked> source_;
    bool is_message_ = false;
    std::shared_ptr<const plan::Plan> plan_;
    std::deque<sdmx::Artefact> foreign_;
    statistics::StageOptions options_;
    LoadTerms terms_;
    std::unique_ptr<FigureKeeper> keeper_;
    // Of a load that goes on: what was staged, what of the source is kept already and of the table
    // to be read again, and where the message goes on.
    std::optional<statistics::StagedLoad> begun_;
    std::size_t already_ = 0;
    std::string table_;
    std::optional<sdmx::RowPlace> from_;
};

}  // namespace

Result<ReadFigures> read_figures(Record& record, const FiguresFile& file) {
    FiguresReader reader{record, file};
    return reader.read();
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
