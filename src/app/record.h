#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "journal/log.h"
#include "state/state.h"
#include "statistics/series_store.h"
#include "statistics/stage.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace app {

using base::Result;

/// What the actions stand on. All of it outlives the record.
struct Ports {
    journal::Log& log;
    journal::ObjectStore& objects;
    statistics::SeriesStore& series;
    const base::Clock& clock;
};

/// What is asked: as of a day (today where absent), by what had been recorded (everything).
struct Question {
    std::optional<base::Day> as_of;
    std::optional<base::Instant> recorded_by;
};

/// The question with its defaults filled in, and the plan that answers it.
struct Answerable {
    state::Known known;
    std::shared_ptr<const state::PlanInForce> plan;
    std::optional<base::Instant> recorded_by;
    base::Day today;
    std::uint64_t entries =
        0;  ///< on which the answer may rest: recorded by then, in force by then

    bool is_exercise() const;  ///< invented data, which every answer says
};

/// The record of one strategy: its journal with the indexes that are folded from it.
///
/// Reading needs no lock; folding is done by whoever comes first.
class Record {
  public:
    explicit Record(Ports ports);

    /// Folds what the journal holds and the indexes do not, entries of other processes too, and
    /// projects loaded files into the series store. Cheap where nothing is new.
    /// Errors: those of the journal, the objects and the store.
    Result<void> catch_up();
    /// Folds, and leaves the series store as it is.
    Result<void> fold();

    /// Errors: no_strategy, record_did_not_exist, not_in_force.
    Result<Answerable> answerable(const Question& question) const;
    /// The same at the moment of an action: today, everything.
    Result<Answerable> now() const { return answerable({}); }

    /// The strategy's day at this moment; that of UTC before a strategy was adopted.
    base::Day today() const;
    bool is_empty() const { return state_.size() == 0; }

    /// Every series that the filter matches, by what was recorded; read once for each load.
    Result<std::shared_ptr<const std::vector<statistics::Series>>> series(
        const statistics::DimensionFilter& filter, std::uint64_t recorded_before) const;
    Result<statistics::SourceTable> sources(std::uint64_t recorded_before) const;

    journal::Log& log() const { return ports_.log; }
    journal::ObjectStore& objects() const { return ports_.objects; }
    const base::Clock& clock() const { return ports_.clock; }
    const state::State& state() const { return state_; }
    statistics::SeriesStore& series_store() const { return ports_.series; }

    /// What a table holds that is about to be loaded, so that it need not be read again then.
    void hold(const journal::Hash& table, std::shared_ptr<const statistics::StagedLoad> staged);
    void let_go(const journal::Hash& table);  ///< it is not loaded, or was

    /// Appends what `decide` drafts, and folds it. If another writer touched one of the draft's
    /// `expects.subjects` meanwhile, it is decided anew. A request that was made before is decided
    /// as of the moment at which it was first recorded, so that it is the same entry.
    using Decide = std::function<Result<journal::Draft>(const Answerable&)>;
    Result<journal::Receipt> append(const std::string& request_id, const Decide& decide);
    Result<journal::Receipt> append(journal::Draft draft);
    /// The same for entries each of which rests on all others of their kind: those who write them
    /// in this process wait for each other, since they would only make each other decide anew.
    Result<journal::Receipt> append_in_turn(const std::string& request_id, const Decide& decide);

  private:
    Result<std::optional<Answerable>> moment_of_request(const std::string& request_id) const;
    Result<void> fold_to(std::uint64_t size);
    Result<void> project(const state::Load& load);
    base::UtcOffset utc_offset() const;

    Ports ports_;
    state::State state_;
    std::mutex folding_;
    std::mutex turn_;
    std::mutex held_mutex_;
    std::map<journal::Hash, std::shared_ptr<const statistics::StagedLoad>> held_;  ///< by table

    /// The strategy's offset, which is asked for with every question and follows from the entries.
    struct Offset {
        std::uint64_t entries = 0;
        base::UtcOffset of_strategy;
    };
    mutable std::mutex offset_mutex_;
    mutable std::optional<Offset> offset_;

    struct Kept {
        std::int64_t load = -1;  ///< the last load that it holds
        std::shared_ptr<const std::vector<statistics::Series>> series;
    };
    mutable std::mutex kept_mutex_;
    mutable std::map<std::pair<statistics::DimensionFilter, std::int64_t>, Kept> kept_;
};

/// A request identifier for callers that name none.
std::string new_request_id();

}  // namespace app
