#include "app/exercise_steps.h"

namespace app {

void ExerciseSteps::add(base::Day on, Drafting draft, Done done) {
    by_day_[on].push_back({std::move(draft), std::move(done)});
    ++waiting_;
}

Result<void> ExerciseSteps::play_until(base::Day day) {
    while (!by_day_.empty() && by_day_.begin()->first <= day) {
        const auto on = by_day_.begin()->first;
        const auto steps = std::move(by_day_.extract(by_day_.begin()).mapped());
        move_to(on);
        const auto moment = TRY(record_.now());
        std::vector<journal::Draft> drafts;
        for (const auto& step : steps) {
            drafts.push_back(TRY(step.draft(moment)));
            drafts.back().expects.reset();  // nobody else writes into an exercise
        }
        const auto receipts = TRY(record_.log().append_all(std::move(drafts)));
        TRY(record_.catch_up());
        waiting_ -= steps.size();
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].done)
                steps[i].done(receipts[i].seq);
        }
    }
    return {};
}

}  // namespace app
