#pragma once

#include "app/record.h"

#include <functional>
#include <map>
#include <vector>

namespace app {

/// What happens in an exercise, each on its day; what falls on one day is one commit.
class ExerciseSteps {
  public:
    explicit ExerciseSteps(Record& record) : record_(record) {}

    using Drafting = std::function<Result<journal::Draft>(const Answerable&)>;
    using Done = std::function<void(std::uint64_t seq)>;
    /// `done` hears of the entry, and may add what follows from it on a later day.
    void add(base::Day on, Drafting draft, Done done = {});

    /// Plays what falls on days up to this one, in order. Nothing of a day rests on another step of
    /// that day.
    Result<void> play_until(base::Day day);

    /// How many have not been played.
    std::size_t waiting() const { return waiting_; }

    /// The clock is moved to a day before something is done on it.
    std::function<void(base::Day)> move_to;

  private:
    struct Step {
        Drafting draft;
        Done done;
    };
    Record& record_;
    std::map<base::Day, std::vector<Step>> by_day_;
    std::size_t waiting_ = 0;
};

}  // namespace app
