#pragma once

#include "app/record.h"
#include "app/setting.h"
#include "funding/fields.h"
#include "funding/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The strategy's own currency. Errors: strategy_without_currency.
Result<base::Currency> own_currency(const plan::Plan& plan);

/// The daily rates of a currency in the strategy's own, as they are known.
/// Errors: those of the series store.
Result<std::vector<funding::DatedRate>> rates_of(const Record& record, const state::Known& known,
                                                 base::Currency own, base::Currency other);

/// The rates of all currencies in which the entries of a book are, and of `also`.
Result<funding::Rates> rates_for(const Record& record, const state::Known& known,
                                 base::Currency own, const funding::Book& book,
                                 std::vector<base::Currency> also = {});

/// What an action on money stands on: every entry that was recorded, of whatever day, so that a
/// rule can be asked of every later day.
struct FundingMoment {
    base::Currency own;
    funding::Book book;
};
/// Errors: strategy_without_currency, role_not_allowed.
Result<FundingMoment> funding_moment(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal);

/// What is noted of every request on money: faults of its envelope and of who acts.
void check_funding_envelope(const Answerable& moment, const trust::Principal& principal,
                            const Envelope& envelope, std::vector<base::Error>& faults);

/// The subject that a request names, in the plan or as the entry has it whose place is taken: a
/// step that the plan no longer has can still be corrected. Empty where there is none, and noted.
template <typename Entry>
funding::Subject subject_of(const plan::Plan& plan, const std::string& code, const Entry* replaced,
                            std::vector<base::Error>& faults) {
    auto named = funding::subject_named(plan, code);
    if (!named.ok() && replaced != nullptr && replaced->subject->text == code)
        return funding::subject_recorded(code);
    return or_note(std::move(named), faults);
}

/// The draft of an entry on money. All of them have one subject, since the rules of one entry ask
/// all others, and rest on the plan.
journal::Draft begin_funding_draft(const Answerable& moment, const trust::Principal& principal,
                                   const Envelope& envelope, std::string_view kind);

/// On what, in which year and how much: what budget lines and records of money both hold.
void put_money(journal::Draft& draft, const std::string& subject, const std::string& fiscal_year,
               const base::Money& amount);

inline void add_fault(std::vector<base::Error>& faults, std::optional<base::Error> fault) {
    if (fault)
        faults.push_back(std::move(*fault));
}

/// Says which words would have been right. Errors: invalid_argument.
base::Error unknown_word(std::string_view found, std::string_view expected, std::string where);

}  // namespace app
