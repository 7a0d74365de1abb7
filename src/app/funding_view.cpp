#include "app/funding_view.h"

#include "app/funding.h"
#include "app/target_status.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace app {

using base::Json;

namespace {

bool lies_in(std::string_view subject, std::string_view part) {
    return subject == part || funding::is_part_of(subject, part);
}

template <typename Entry>
void keep(std::vector<const Entry*>& entries, auto is_kept) {
    std::erase_if(entries, [&](const Entry* entry) { return !is_kept(*entry); });
}

// Of the table of everything the part with what it holds: whether money stands above it is known
// there alone. Funders, accounts and funds are of what lies in the part.
Result<void> narrow(FundingView& view, const plan::Plan& plan, const std::string& part) {
    const auto is_inside = [&](const auto& entry) { return lies_in(entry.subject->text, part); };
    keep(view.book.lines, is_inside);
    keep(view.book.records, is_inside);
    std::erase_if(view.table.nodes,
                  [&](const funding::Node& node) { return !lies_in(node.code, part); });
    if (view.table.nodes.empty()) {
        const auto subject = TRY(funding::subject_named(plan, part));
        auto& node = view.table.nodes.emplace_back();
        node.kind = funding::NodeKind::step;
        node.code = subject.code;
        node.title = subject.title;
        node.years.by_year.resize(static_cast<std::size_t>(view.table.fiscal_years.count()));
    }
    auto inside = TRY(funding::gap_table(plan, view.book, view.rates));
    view.table.funders = std::move(inside.funders);
    view.table.accounts = std::move(inside.accounts);
    view.table.positions = std::move(inside.positions);
    view.standing = funding::in_force(view.book);
    return {};
}

// The book as it is asked for by code and part; a part that is none is told.
Result<funding::Book> book_of(const Record& record, const Answerable& moment,
                              const MoneyFilter& filter) {
    auto book = record.state().book(moment.known);
    if (filter.activity.empty())
        return book;
    const auto is_inside = [&](const auto& entry) {
        return lies_in(entry.subject->text, filter.activity);
    };
    keep(book.lines, is_inside);
    keep(book.records, is_inside);
    if (book.lines.empty() && book.records.empty())
        TRY(funding::subject_named(*moment.plan->working, filter.activity));
    return book;
}

using Link = std::map<std::uint64_t, std::uint64_t>;

Json entry_number(const Link& links, std::uint64_t seq) {
    const auto at = links.find(seq);
    return at == links.end() ? Json{} : Json{at->second};
}

// What all entries of money say of themselves.
template <typename Entry>
Json money_json(const plan::Plan& plan, const Entry& entry, const Link& replaces,
                const Link& replaced_by) {
    return Json::object({{"seq", entry.seq},
                         {"on", base::to_string(entry.effective_on)},
                         {"subject", entry.subject->text},
                         {"fiscal_year", funding::fiscal_year_text(plan, entry.year)},
                         {"amount", entry.amount.amount().text()},
                         {"currency", entry.amount.currency().code()},
                         {"replaces", entry_number(replaces, entry.seq)},
                         {"replaced_by", entry_number(replaced_by, entry.seq)}});
}

}  // namespace

Result<FundingView> funding_view(const Record& record, const Question& question,
                                 const MoneyFilter& filter) {
    Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    const auto own = TRY(own_currency(plan));
    auto book = record.state().book(moment.known);
    if (!filter.fiscal_year.empty()) {
        const int year = TRY(funding::fiscal_year_named(plan, filter.fiscal_year));
        const auto is_of_year = [&](const auto& entry) { return entry.year == year; };
        keep(book.lines, is_of_year);
        keep(book.records, is_of_year);
    }
    auto rates = TRY(rates_for(record, moment.known, own, book));
    auto table = TRY(funding::gap_table(plan, book, rates));
    auto standing = funding::in_force(book);
    const auto level = funding::level_on(book, moment.known.as_of);
    FundingView view{std::move(moment), std::move(book), std::move(standing), level,
                     std::move(rates),  std::move(table)};
    if (!filter.activity.empty())
        TRY(narrow(view, *view.moment.plan->working, filter.activity));
    return view;
}

Result<Json> fund_records(const Record& record, const Question& question,
                          const MoneyFilter& filter) {
    const Answerable moment = TRY(record.answerable(question));
    auto book = TRY(book_of(record, moment, filter));
    Link replaces, replaced_by;
    for (const auto* entry : record.state().book(moment.known).records) {
        if (entry->corrects == funding::FundRecord::no_entry)
            continue;
        replaces[entry->seq] = entry->corrects;
        replaced_by[entry->corrects] = entry->seq;
    }
    keep(book.records, [&](const funding::FundRecord& entry) {
        return filter.code.empty() || entry.fund->text == filter.code;
    });
    Json json = Json::object();
    put_heading(json, moment);
    json.set("records", Json::array_of(book.records, [&](const funding::FundRecord* entry) {
                 Json item = money_json(*moment.plan->working, *entry, replaces, replaced_by);
                 item.set("fund", entry->fund->text);
                 item.set("funder", entry->funder->text);
                 item.set("stage", funding::word(entry->stage));
                 return item;
             }));
    return json;
}

Result<Json> fund_lines(const Record& record, const Question& question, const MoneyFilter& filter) {
    const Answerable moment = TRY(record.answerable(question));
    auto book = TRY(book_of(record, moment, filter));
    Link replaces, replaced_by;
    std::map<const funding::Name*, std::uint64_t> latest;
    for (const auto* line : record.state().book(moment.known).lines) {
        if (const auto at = latest.find(line->code); at != latest.end()) {
            replaces[line->seq] = at->second;
            replaced_by[at->second] = line->seq;
        }
        latest[line->code] = line->seq;
    }
    keep(book.lines, [&](const funding::BudgetLine& line) {
        return filter.code.empty() || line.code->text == filter.code;
    });
    Json json = Json::object();
    put_heading(json, moment);
    json.set("lines", Json::array_of(book.lines, [&](const funding::BudgetLine* line) {
                 Json item = money_json(*moment.plan->working, *line, replaces, replaced_by);
                 item.set("line", line->code->text);
                 item.set("account", line->account->text);
                 item.set("basis", funding::word(line->basis));
                 item.set("title", line->title);
                 return item;
             }));
    return json;
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
