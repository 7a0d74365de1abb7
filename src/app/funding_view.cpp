#include "app/funding_view.h"

#include "app/funding.h"

#include <algorithm>
#include <string>
#include <utility>

namespace app {

Result<FundingView> funding_view(const Record& record, const Question& question) {
    Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    const auto own = TRY(own_currency(plan));
    auto book = record.state().book(moment.known);
    auto rates = TRY(rates_for(record, moment.known, own, book));
    auto table = TRY(funding::gap_table(plan, book, rates));
    auto standing = funding::in_force(book);
    const auto level = funding::level_on(book, moment.known.as_of);
    return FundingView{std::move(moment), std::move(book), std::move(standing), level,
                       std::move(rates),  std::move(table)};
}

std::string_view gap_word(const funding::Amounts& amounts) {
    if (!amounts.is_costed())
        return amounts.lines_above > 0 ? "costed above" : "not costed";
    if (amounts.records_above > 0)
        return "funded above";
    return amounts.gap() ? "" : "cannot tell";
}

std::vector<UsedRate> used_rates(const FundingView& view) {
    std::vector<std::pair<std::string, base::Day>> days;
    const auto note = [&](const base::Money& money, base::Day day) {
        if (money.currency() != view.rates.own())
            days.emplace_back(money.currency().code(), day);
    };
    for (const auto* line : view.standing.lines)
        note(line->amount, line->effective_on);
    for (const auto* record : view.standing.records)
        note(record->amount, record->effective_on);
    std::ranges::sort(days);
    const auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    std::vector<UsedRate> list;
    for (const auto& [code, day] : days) {
        const auto currency = base::Currency::parse(code).value();
        list.push_back({currency, day, view.rates.find(currency, day)});
    }
    return list;
}

}  // namespace app
