#include "app/funding.h"

#include "app/load_dataset.h"
#include "statistics/as_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;

Result<base::Currency> own_currency(const plan::Plan& plan) {
    if (plan.currency)
        return *plan.currency;
    return Error{ErrorCode::strategy_without_currency,
                 "the strategy names no currency of its own: expected a line such as "
                 "\"currency: PKR\" in plan.yaml, adopted with tameel init --again",
                 "currency"};
}

// Where several series hold the pair (an average of the day, a closing rate), the first by its key
// counts, and the next only on days that it lacks.
Result<std::vector<funding::DatedRate>> rates_of(const Record& record, const state::Known& known,
                                                 base::Currency own, base::Currency other) {
    const statistics::DimensionFilter pair{{"FREQ", "D"},
                                           {"CURRENCY", std::string{own.code()}},
                                           {"CURRENCY_DENOM", std::string{other.code()}}};
    const auto found = TRY(record.series(pair, known.seq));
    std::vector<funding::DatedRate> rates;
    for (const auto& series : *found) {
        if (series.key.dataflow() != rates_dataflow)
            continue;
        for (const auto* observation : statistics::as_of(series, known.as_of)) {
            const bool is_daily = observation->time.period.frequency() == base::Frequency::day;
            if (is_daily && observation->value > base::Decimal{})
                rates.push_back({observation->time.last_day(), observation->value,
                                 observation->source, observation->vintage.known_on});
        }
    }
    std::ranges::stable_sort(rates, {}, &funding::DatedRate::day);
    const auto repeated = std::ranges::unique(rates, {}, &funding::DatedRate::day);
    rates.erase(repeated.begin(), repeated.end());
    return rates;
}

Result<funding::Rates> rates_for(const Record& record, const state::Known& known,
                                 base::Currency own, const funding::Book& book,
                                 std::vector<base::Currency> also) {
    const auto note = [&](base::Currency currency) {
        if (std::ranges::find(also, currency) == also.end())
            also.push_back(currency);
    };
    for (const auto* line : book.lines)
        note(line->amount.currency());
    for (const auto* entry : book.records)
        note(entry->amount.currency());
    funding::Rates rates{own};
    for (const auto currency : also) {
        if (currency != own)
            rates.add(currency, TRY(rates_of(record, known, own, currency)));
    }
    return rates;
}

Result<FundingMoment> funding_moment(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal) {
    TRY(trust::require(principal, trust::Action::fund));
    const auto own = TRY(own_currency(*moment.plan->working));
    return FundingMoment{own, record.state().book({moment.known.seq, base::Day::max()})};
}

void check_funding_envelope(const Answerable& moment, const trust::Principal& principal,
                            const Envelope& envelope, std::vector<Error>& faults) {
    check_envelope(moment, principal, envelope, faults);
    (void)acting_institution(moment, principal, faults);
}

journal::Draft begin_funding_draft(const Answerable& moment, const trust::Principal& principal,
                                   const Envelope& envelope, std::string_view kind) {
    auto draft = begin_draft(moment, principal, envelope, kind, "funding");
    draft.expects = journal::Expectation{0, {"funding", "plan"}};
    return draft;
}

void put_money(journal::Draft& draft, const std::string& subject, const std::string& fiscal_year,
               const base::Money& amount) {
    draft.payload.set("subject", subject);
    draft.payload.set("fiscal_year", fiscal_year);
    draft.payload.set("amount", amount.amount().text());
    draft.payload.set("currency", amount.currency().code());
}

base::Error unknown_word(std::string_view found, std::string_view expected, std::string where) {
    return {ErrorCode::invalid_argument, fmt::format("expected {}, found \"{}\"", expected, found),
            std::move(where)};
}

}  // namespace app
