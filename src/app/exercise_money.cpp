#include "app/exercise_money.h"

#include "app/fund_account.h"
#include "app/funding.h"
#include "app/load_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

using base::Currency;
using base::Day;
using base::Frequency;
using base::Period;
using std::chrono::days;

namespace {

// Of all costs and records together: a budget line and, mostly, seven records of its money.
constexpr double entries_a_line = 8;
constexpr double share_costed = 0.8;

constexpr std::array<std::string_view, 3> accounts{"A01", "A03-9", "A13"};

Day third_day(const Period& month) {
    return month.first_day() + days{2};
}

Period later(Period month, int months) {
    for (; months > 0; --months)
        month = month.next();
    return month;
}

}  // namespace

std::string ExerciseMoney::next_request() {
    return fmt::format("exercise-money-{}", ++requests_);
}

trust::Principal ExerciseMoney::officer() const {
    return {"exercise-secretariat",
            institution_,
            {trust::Role::secretariat, trust::Role::administrator}};
}

void ExerciseMoney::begin(const plan::Plan& plan, Day first, Day until, double entries) {
    if (!plan.currency)
        return;
    own_ = plan.currency;
    first_ = first;
    until_ = until;
    institution_ = plan.council.secretariat ? plan.council.secretariat->text()
                                            : plan.institutions.front().code.text();
    rates_from_ = Period::containing(first, Frequency::month);
    choose_funds(plan);
    open_accounts();
    const auto years = funding::fiscal_years(plan);
    const double pairs = share_costed * static_cast<double>(plan.activities.size()) *
                         static_cast<double>(years.count());
    const double wanted = std::min(pairs, entries / entries_a_line);
    const double years_each = static_cast<double>(years.count()) * wanted / std::max(1.0, pairs);
    for (const auto& activity : plan.activities) {
        if (!dice_.chance(share_costed))
            continue;
        const int count = std::max(1, static_cast<int>(years_each + dice_.fraction()));
        const int spare = years.count() - count;
        const int from =
            years.first + static_cast<int>(dice_.below(static_cast<std::uint64_t>(spare) + 1));
        for (int year = from; year < from + count; ++year)
            finance(plan, activity, year, cost(plan, activity, year));
    }
}

void ExerciseMoney::choose_funds(const plan::Plan& plan) {
    const auto other = Currency::parse(own_->code() == "USD" ? "EUR" : "USD").value();
    const bool is_alone = plan.institutions.size() < 2;
    const auto& second = plan.institutions[is_alone ? 0 : 1];
    funds_ = {{"exercise-budget", institution_, *own_},
              {"exercise-own", is_alone ? "provinces" : second.code.text(), *own_},
              {"exercise-loan", "world-bank", other},
              {"exercise-grant", "asian-development-bank", other}};
}

void ExerciseMoney::open_accounts() {
    const auto open = [&](const char* code, const char* title, const char* parent, Day on) {
        AccountRequest request{{on, next_request()}, code, title, parent};
        steps_.add(on, [this, request](const Answerable& moment) {
            return draft_account(record_, moment, officer(), request);
        });
    };
    open("A01", "Employees", "", first_);
    open("A03", "Operating expenses", "", first_);
    open("A13", "Repairs and equipment", "", first_);
    open("A03-9", "Exhibitions and meetings", "A03", first_ + days{1});
}

Day ExerciseMoney::month(const plan::Plan& plan, int year, int months) const {
    const auto begins = Period::year(year, plan.fiscal_year).value().first_day();
    const auto earliest = Period::containing(first_, Frequency::month).next();
    return third_day(
        later(std::max(Period::containing(begins, Frequency::month), earliest), months));
}

std::int64_t ExerciseMoney::cost(const plan::Plan& plan, const plan::Activity& activity, int year) {
    BudgetRequest request;
    request.line = fmt::format("{}-{}", activity.code.text(), year);
    request.subject = activity.code.text();
    request.fiscal_year = funding::fiscal_year_text(plan, year);
    request.account = accounts[dice_.below(accounts.size())];
    request.currency = own_->code();
    request.title = fmt::format("Exercise: costs of {}", request.fiscal_year);
    auto amount = static_cast<std::int64_t>(500'000 * (2 + dice_.below(120)));
    const auto add = [&](std::int64_t units, const char* basis, Day on) {
        request.amount = std::to_string(units);
        request.basis = basis;
        request.effective_on = on;
        request.request_id = next_request();
        steps_.add(on, [this, request](const Answerable& moment) {
            return draft_budget_line(record_, moment, officer(), request);
        });
    };
    add(amount, "estimate", first_ + days{2});
    const Day quoted = month(plan, year, 1);
    if (dice_.chance(0.3) && quoted <= until_) {
        amount = amount / 100 * static_cast<std::int64_t>(90 + dice_.below(26));
        add(amount, dice_.chance(0.5) ? "quotation" : "approved", quoted);
    }
    return amount;
}

void ExerciseMoney::finance(const plan::Plan& plan, const plan::Activity& activity, int year,
                            std::int64_t cost) {
    const Fund& fund = funds_[dice_.below(funds_.size())];
    const double rate = fund.currency == *own_ ? 1 : 280;
    const double asked = static_cast<double>(cost) * (0.4 + 0.7 * dice_.fraction()) / rate;
    const double committed = asked * (0.7 + 0.3 * dice_.fraction());
    // The story ends where a funder changes its mind, or a signature is all that comes.
    const double fate = dice_.fraction();
    const std::size_t stages = fate < 0.12 ? 1 : fate < 0.3 ? 2 : fate < 0.45 ? 3 : 7;
    const std::array<std::tuple<const char*, double, int>, 7> course{
        {{"prospect", asked, 0},
         {"pledge", asked, 1},
         {"commitment", committed, 3},
         {"disbursement", committed * 0.5, 5},
         {"expenditure", committed * (0.25 + 0.2 * dice_.fraction()), 7},
         {"disbursement", committed * 0.35, 9},
         {"expenditure", committed * (0.2 + 0.1 * dice_.fraction()), 11}}};
    for (std::size_t i = 0; i < stages; ++i) {
        const auto& [stage, amount, months] = course[i];
        const Day on = month(plan, year, months);
        if (on > until_)
            return;
        FundRecordRequest request;
        request.fund = fund.code;
        request.funder = fund.funder;
        request.subject = activity.code.text();
        request.fiscal_year = funding::fiscal_year_text(plan, year);
        request.stage = stage;
        request.amount = std::to_string(std::max<std::int64_t>(10, std::llround(amount)));
        request.currency = fund.currency.code();
        add_record(std::move(request), on);
    }
}

// Now and then an expenditure was typed a tenth too high, which somebody sees a month later.
void ExerciseMoney::add_record(FundRecordRequest request, Day on) {
    request.effective_on = on;
    request.request_id = next_request();
    const bool is_wrong = request.stage == "expenditure" && dice_.chance(0.06);
    ExerciseSteps::Done correct;
    if (is_wrong)
        correct = [this, request, on](std::uint64_t seq) {
            auto correction = request;
            correction.corrects = seq;
            correction.amount = std::to_string(std::stoll(request.amount) * 9 / 10);
            correction.request_id = next_request();
            steps_.add(on + days{31}, [this, correction](const Answerable& moment) {
                return draft_fund_record(record_, moment, officer(), correction);
            });
        };
    steps_.add(
        on,
        [this, request](const Answerable& moment) {
            return draft_fund_record(record_, moment, officer(), request);
        },
        std::move(correct));
}

Result<void> ExerciseMoney::load_rates(Day day) {
    if (!own_)
        return {};
    std::string rows;
    Day last;
    for (; rates_from_.first_day() <= day; rates_from_ = rates_from_.next()) {
        last = rates_from_.first_day();
        rate_ *= 0.985 + 0.04 * dice_.fraction();
        rows += fmt::format("D,{},{},{},{:.2f},{},exercise,\"Exercise, not fact\"\n", own_->code(),
                            funds_.back().currency.code(), base::to_string(last), rate_,
                            base::to_string(last));
    }
    if (rows.empty())
        return {};
    move_to(last);
    LoadRequest load;
    load.file = fmt::format("exercise-rates-{}.csv", base::to_string(last));
    load.bytes = "FREQ,CURRENCY,CURRENCY_DENOM,period,value,published,source,publisher\n" + rows;
    load.dataflow = rates_dataflow;
    load.request_id = next_request();
    TRY(load_dataset(record_, officer(), load));
    return {};
}

}  // namespace app
