#pragma once

#include "app/exercise_dice.h"
#include "app/exercise_steps.h"
#include "app/fund_budget.h"
#include "app/fund_record.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The money of an exercise: a chart of accounts, costs of most activities over the fiscal years,
/// and funds of four funders in two currencies at monthly rates. Some pledges are never committed,
/// some commitments never disbursed, and now and then a record is corrected.
class ExerciseMoney {
  public:
    ExerciseMoney(Record& record, ExerciseSteps& steps, std::uint64_t seed)
        : record_(record), steps_(steps), dice_(seed) {}

    /// Plans about so many entries from a day on; none where the strategy has no currency.
    void begin(const plan::Plan& plan, base::Day first, base::Day until, double entries);

    /// Loads the rates of the months until a day, so that what falls on these days can be counted.
    Result<void> load_rates(base::Day day);

    /// The clock is moved to a day before something is done on it.
    std::function<void(base::Day)> move_to;

  private:
    struct Fund {
        std::string code;
        std::string funder;
        base::Currency currency;
    };
    void choose_funds(const plan::Plan& plan);
    void open_accounts();
    /// Costs of an activity in one fiscal year; gives how much, in whole units.
    std::int64_t cost(const plan::Plan& plan, const plan::Activity& activity, int year);
    void finance(const plan::Plan& plan, const plan::Activity& activity, int year,
                 std::int64_t cost);
    void add_record(FundRecordRequest request, base::Day on);
    /// The third day of a month that is so many months after the year begins, or after the first
    /// day of the money.
    base::Day month(const plan::Plan& plan, int year, int months) const;
    std::string next_request();
    trust::Principal officer() const;

    Record& record_;
    ExerciseSteps& steps_;
    Dice dice_;
    std::string institution_;
    base::Day first_;
    base::Day until_;
    std::optional<base::Currency> own_;
    std::vector<Fund> funds_;
    base::Period rates_from_;
    double rate_ = 225;
    std::uint64_t requests_ = 0;
};

}  // namespace app
