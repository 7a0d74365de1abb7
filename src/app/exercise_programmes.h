#pragma once

#include "app/exercise_dice.h"
#include "app/exercise_steps.h"
#include "app/report_programme.h"

#include <string>
#include <vector>

namespace app {

/// The programmes of an exercise, as the strategy declares them: cohorts from opening to graduation
/// with women and men, outputs with their money, tasks with earned value, a change of scope.
class ExerciseProgrammes {
  public:
    ExerciseProgrammes(Record& record, ExerciseSteps& steps, std::uint64_t seed)
        : record_(record), steps_(steps), dice_(seed) {}

    /// Plans about so many entries from a day on.
    Result<void> begin(const Answerable& moment, base::Day first, base::Day until, double entries);

  private:
    /// One programme, and what is known of it before the exercise begins.
    struct Story {
        const plan::Programme& programme;
        programme::Ledger known;
        trust::Principal officer;
        std::string currency;
        double entries;  ///< about how many
    };
    void play_cohort(const Story& story, int number, base::Day opens);
    void report_outputs(const Story& story);
    void report_measures(const Story& story);
    void work_on_tasks(const Story& story);
    void change_scope(const Story& story, const plan::ProgrammeMeasure& measure, double aimed,
                      base::Day on);
    void add_report(const Story& story, ProgrammeReportRequest request, base::Day on);
    /// Adds a step of a programme, as the action drafts it.
    template <typename Request>
    void add(const Story& story, Request request, base::Day on,
             Result<journal::Draft> (*draft)(const Record&, const Answerable&,
                                             const trust::Principal&, const Request&));

    Record& record_;
    ExerciseSteps& steps_;
    Dice dice_;
    base::Day first_;
    base::Day until_;
    std::string evidence_;
    std::uint64_t requests_ = 0;
};

}  // namespace app
