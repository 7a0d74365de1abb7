#include "funding/entries.h"

#include <fmt/format.h>

#include <algorithm>

namespace funding {
namespace {

using base::Error;
using base::ErrorCode;
using journal::EntryView;

template <typename Enum, std::size_t count>
std::optional<Enum> parse(const std::array<std::string_view, count>& words, std::string_view text) {
    const auto at = std::ranges::find(words, text);
    return at == words.end() ? std::nullopt : std::optional{static_cast<Enum>(at - words.begin())};
}

Error malformed(std::uint64_t seq, std::string_view what) {
    return Error{ErrorCode::invalid_entry, fmt::format("expected {}", what),
                 fmt::format("entry {}", seq)};
}

Result<base::Money> money_of(std::uint64_t seq, const journal::JsonView& payload) {
    const auto amount = base::Decimal::parse(payload.find("amount").raw());
    const auto currency = base::Currency::parse(payload.find("currency").raw());
    if (!amount.ok() || !currency.ok())
        return malformed(seq, "a payload with an amount and its currency");
    return base::Money::from_decimal(amount.value(), currency.value());
}

// "FY2025" is the number 2025, wherever the strategy's years begin.
Result<int> year_of(std::uint64_t seq, const journal::JsonView& payload) {
    const auto year = base::Period::parse(payload.find("fiscal_year").raw());
    if (!year.ok() || year.value().frequency() != base::Frequency::year)
        return malformed(seq, "a payload with a fiscal year");
    return year.value().year_number();
}

}  // namespace

std::optional<Level> parse_level(std::string_view text) {
    return parse<Level>(level_words, text);
}

std::optional<Stage> parse_stage(std::string_view text) {
    return parse<Stage>(stage_words, text);
}

std::optional<Basis> parse_basis(std::string_view text) {
    return parse<Basis>(basis_words, text);
}

const Name* Reader::Names::intern(std::string_view text) {
    if (const auto at = index_.find(text); at != index_.end())
        return at->second;
    const Name& name =
        names_.emplace_back(Name{static_cast<std::uint32_t>(names_.size()), std::string{text}});
    index_.emplace(name.text, &name);
    return &name;
}

Result<Account> Reader::account(std::uint64_t seq, const EntryView& entry) {
    const auto code = entry.payload.find("account");
    if (!code.is_string())
        return malformed(seq, "a payload with an account");
    const auto parent = entry.payload.find("parent");
    return Account{seq, entry.effective_day(), accounts_.intern(code.raw()),
                   parent.is_string() ? accounts_.intern(parent.raw()) : nullptr,
                   entry.payload.find("title").text()};
}

Result<LevelDeclaration> Reader::level(std::uint64_t seq, const EntryView& entry) {
    const auto level = parse_level(entry.payload.find("level").raw());
    if (!level)
        return malformed(seq, "a payload with a level");
    return LevelDeclaration{seq, entry.effective_day(), *level};
}

Result<BudgetLine> Reader::line(std::uint64_t seq, const EntryView& entry) {
    const auto& payload = entry.payload;
    const auto basis = parse_basis(payload.find("basis").raw());
    if (!basis || !payload.find("line").is_string() || !payload.find("subject").is_string() ||
        !payload.find("account").is_string())
        return malformed(seq, "a payload with line, subject, account and basis");
    const int year = TRY(year_of(seq, payload));
    const auto amount = TRY(money_of(seq, payload));
    const std::string title = payload.find("title").text();
    return make_line(seq, entry.effective_day(),
                     {payload.find("line").raw(), payload.find("subject").raw(),
                      payload.find("account").raw(), title},
                     year, *basis, amount);
}

Result<FundRecord> Reader::record(std::uint64_t seq, const EntryView& entry) {
    const auto& payload = entry.payload;
    const auto stage = parse_stage(payload.find("stage").raw());
    if (!stage || !payload.find("fund").is_string() || !payload.find("funder").is_string() ||
        !payload.find("subject").is_string())
        return malformed(seq, "a payload with fund, funder, subject and stage");
    std::uint64_t corrects = FundRecord::no_entry;
    if (const auto named = payload.find("corrects")) {
        corrects = static_cast<std::uint64_t>(named.integer().value_or(-1));
        if (!chain_of_.contains(corrects))
            return malformed(seq, "a correction of a record of money");
    }
    const int year = TRY(year_of(seq, payload));
    const auto amount = TRY(money_of(seq, payload));
    return make_record(
        seq, entry.effective_day(),
        {payload.find("fund").raw(), payload.find("funder").raw(), payload.find("subject").raw()},
        year, *stage, amount, corrects);
}

BudgetLine Reader::make_line(std::uint64_t seq, base::Day day, const LineTexts& texts, int year,
                             Basis basis, base::Money amount) {
    return {seq,
            day,
            codes_.intern(texts.code),
            subjects_.intern(texts.subject),
            accounts_.intern(texts.account),
            year,
            basis,
            amount,
            std::string{texts.title}};
}

FundRecord Reader::make_record(std::uint64_t seq, base::Day day, const RecordTexts& texts, int year,
                               Stage stage, base::Money amount, std::uint64_t corrects) {
    FundRecord record{seq,
                      day,
                      funds_.intern(texts.fund),
                      funders_.intern(texts.funder),
                      subjects_.intern(texts.subject),
                      year,
                      stage,
                      amount};
    record.corrects = corrects;
    const auto chain = chain_of_.find(corrects);
    record.chain = chain == chain_of_.end() ? chains_++ : chain->second;
    chain_of_.emplace(seq, record.chain);
    // A line feed stands in no code.
    record.position = position_of_
                          .try_emplace(fmt::format("{}\n{}\n{}", texts.fund, texts.subject, year),
                                       static_cast<std::uint32_t>(position_of_.size()))
                          .first->second;
    return record;
}

}  // namespace funding
