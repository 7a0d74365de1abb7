#pragma once

#include "app/exercise_dice.h"
#include "app/record.h"
#include "app/setting.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// The council of an exercise: its seats are filled, it meets every quarter, mostly with a quorum,
/// decides, follows up what it decided and answers what firms bring before it.
class ExerciseCouncil {
  public:
    ExerciseCouncil(Record& record, std::uint64_t seed) : record_(record), dice_(seed) {}

    /// Fills the seats, calls the meetings until that day and holds the first one, which lets the
    /// working plan be closed and adopted. Gives the code of that decision.
    Result<std::string> begin(base::Day until);

    /// Holds the meetings that were called for a day up to this one, in order, and what lies
    /// between them: reports of owners, stages of proposals, issues and their answers.
    Result<void> meet_until(base::Day day);

    /// The clock is moved to a day before something is done on it.
    std::function<void(base::Day)> move_to;

  private:
    Result<void> fill_seats();
    Result<void> prepare(const std::string& meeting);
    Result<void> hold(const std::string& meeting, double attendance);
    Result<void> decide(const std::string& meeting);
    Result<void> follow_up(base::Day day);
    Result<void> bring_issues(base::Day day);
    Result<std::string> paper(std::string_view about);
    const plan::Institution& somebody(bool with_seat);
    template <typename Request, typename Draft>
    Result<void> act(Request request, Draft draft, std::string institution = "");

    Record& record_;
    Dice dice_;
    std::uint64_t requests_ = 0;
    std::size_t met_ = 0;
    std::vector<std::pair<std::string, base::Day>> meetings_;
};

}  // namespace app
