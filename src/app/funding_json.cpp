#include "app/funding_view.h"
#include "app/target_status.h"

#include <algorithm>
#include <map>
#include <utility>

namespace app {
namespace {

using base::Json;
using funding::Amounts;
using funding::Stage;

/// Writes the parts of a view; amounts are decimals as texts, in the strategy's own currency.
class Writer {
  public:
    explicit Writer(const FundingView& view)
        : view_(view), plan_(*view.moment.plan->working), own_(view.table.currency) {}

    Json rows() const {
        return Json::array_of(view_.table.nodes, [&](const funding::Node& node) {
            return Json::object({{"kind", word(node.kind)},
                                 {"code", node.code},
                                 {"title", node.title},
                                 {"activities", std::int64_t{node.activities}},
                                 {"activities_costed", std::int64_t{node.activities_costed}},
                                 {"all", costs_and_funds(node.years.all)},
                                 {"years", by_year(node.years, [&](const Amounts& amounts) {
                                      return costs_and_funds(amounts);
                                  })}});
        });
    }

    Json funders() const {
        return Json::array_of(view_.table.funders, [&](const funding::FunderRow& row) {
            const auto* institution = plan_.find(plan::InstitutionId{row.funder->text});
            return Json::object(
                {{"funder", row.funder->text},
                 {"name", institution != nullptr ? Json{institution->name} : Json{}},
                 {"all", funds(row.years.all)},
                 {"years",
                  by_year(row.years, [&](const Amounts& amounts) { return funds(amounts); })}});
        });
    }

    Json accounts() const {
        return Json::array_of(view_.table.accounts, [&](const funding::AccountRow& row) {
            const auto& account = *row.account;
            return Json::object(
                {{"account", account.code->text},
                 {"title", account.title},
                 {"parent", account.parent != nullptr ? Json{account.parent->text} : Json{}},
                 {"on", base::to_string(account.effective_on)},
                 {"seq", account.seq},
                 {"cost", cost(row.years.all)},
                 {"years",
                  by_year(row.years, [&](const Amounts& amounts) { return cost(amounts); })}});
        });
    }

    // A line that was replaced stays visible beside the one that is in force.
    Json lines() const {
        std::map<const funding::Name*, std::vector<const funding::BudgetLine*>> by_code;
        for (const auto* line : view_.book.lines)
            by_code[line->code].push_back(line);
        Json list = Json::array();
        for (const auto* line : view_.standing.lines) {
            Json earlier = Json::array();
            for (const auto* other : by_code.at(line->code)) {
                if (other != line)
                    earlier.push(line_json(*other));
            }
            Json json = line_json(*line);
            json.set("earlier", std::move(earlier));
            list.push(std::move(json));
        }
        return list;
    }

    Json pipeline() const {
        std::map<std::uint32_t, std::vector<const funding::FundRecord*>> records;
        for (const auto* record : view_.standing.records)
            records[record->position].push_back(record);
        return Json::array_of(view_.table.positions, [&](const funding::Position& position) {
            return position_json(position, records.at(position.first->position));
        });
    }

    Json rates() const {
        return Json::array_of(used_rates(view_), [&](const UsedRate& used) {
            Json json = Json::object(
                {{"currency", used.currency.code()}, {"day", base::to_string(used.day)}});
            put_rate(json, used.rate);
            return json;
        });
    }

  private:
    static std::string_view word(funding::NodeKind kind) {
        constexpr std::array<std::string_view, 5> words{"whole", "strategic", "objective",
                                                        "activity", "step"};
        return words[static_cast<std::size_t>(kind)];
    }

    Json amount(std::int64_t minor_units) const {
        return base::Money{minor_units, own_}.amount().text();
    }
    Json amount(const std::optional<std::int64_t>& minor_units) const {
        return minor_units ? amount(*minor_units) : Json{};
    }
    Json known(std::int64_t minor_units, std::uint32_t unknown) const {
        return unknown > 0 ? Json{} : amount(minor_units);
    }
    Json cost(const Amounts& amounts) const {
        return amounts.is_costed() ? known(amounts.cost, amounts.unknown_costs) : Json{};
    }
    Json funds(const Amounts& amounts) const {
        const auto absorption = amounts.absorption();
        const auto of = [&](std::int64_t sum) { return known(sum, amounts.unknown_funds); };
        return Json::object({{"committed", of(amounts.committed)},
                             {"pledged_not_committed", of(amounts.pledged)},
                             {"prospects_not_pledged", of(amounts.prospects)},
                             {"disbursed", of(amounts.disbursed)},
                             {"spent", of(amounts.spent)},
                             {"absorption", absorption ? Json{absorption->text()} : Json{}}});
    }
    Json costs_and_funds(const Amounts& amounts) const {
        Json json = Json::object({{"cost", cost(amounts)}});
        const Json money = funds(amounts);
        for (const auto& [key, value] : *money.members())
            json.set(key, value);
        json.set("committed_not_costed", known(amounts.committed_uncosted, amounts.unknown_funds));
        json.set("gap", amount(amounts.gap()));
        json.set("gap_after_pledges", amount(amounts.gap_after_pledges()));
        json.set("why", gap_word(amounts));
        return json;
    }

    template <typename Make>
    Json by_year(const funding::Years& years, Make make) const {
        Json json = Json::object();
        for (std::size_t i = 0; i < years.by_year.size(); ++i) {
            if (!years.by_year[i].is_empty())
                json.set(year_text(view_.table.fiscal_years.first + static_cast<int>(i)),
                         make(years.by_year[i]));
        }
        return json;
    }
    std::string year_text(int year) const { return funding::fiscal_year_text(plan_, year); }

    static void put_rate(Json& json, const funding::DatedRate* rate) {
        json.set("rate", rate != nullptr ? Json{rate->rate.text()} : Json{});
        json.set("rate_on", rate != nullptr ? Json{base::to_string(rate->day)} : Json{});
        json.set("rate_published",
                 rate != nullptr ? Json{base::to_string(rate->known_on)} : Json{});
        json.set("source", rate != nullptr ? Json{rate->source} : Json{});
    }
    // The original amount, and what it is in the strategy's own currency at which rate.
    void put_money(Json& json, const base::Money& money, base::Day day) const {
        json.set("amount", money.amount().text());
        json.set("currency", money.currency().code());
        const auto converted = view_.rates.convert(money, day);
        const bool is_known = converted.ok() && converted->is_known;
        json.set("converted", is_known ? amount(converted->minor_units) : Json{});
        put_rate(json, is_known ? converted->rate : nullptr);
    }

    Json line_json(const funding::BudgetLine& line) const {
        Json json = Json::object({{"line", line.code->text},
                                  {"title", line.title},
                                  {"subject", line.subject->text},
                                  {"fiscal_year", year_text(line.year)},
                                  {"account", line.account->text},
                                  {"basis", funding::word(line.basis)},
                                  {"on", base::to_string(line.effective_on)},
                                  {"seq", line.seq}});
        put_money(json, line.amount, line.effective_on);
        return json;
    }

    Json position_json(const funding::Position& position,
                       const std::vector<const funding::FundRecord*>& records) const {
        const auto& first = *position.first;
        const auto in_own = [&](std::int64_t units) {
            return Json{base::Money{units, first.amount.currency()}.amount().text()};
        };
        const auto absorption = position.absorption();
        Json stages = Json::object();
        for (std::size_t i = 0; i < funding::stage_count; ++i)
            stages.set(std::string{funding::stage_words[i]}, in_own(position.sums[i]));
        return Json::object(
            {{"fund", first.fund->text},
             {"funder", first.funder->text},
             {"subject", first.subject->text},
             {"fiscal_year", year_text(first.year)},
             {"currency", first.amount.currency().code()},
             {"stages", std::move(stages)},
             {"pledged_not_committed", in_own(position.rest(Stage::pledge))},
             {"prospects_not_pledged", in_own(position.rest(Stage::prospect))},
             {"absorption", absorption ? Json{absorption->text()} : Json{}},
             {"records", Json::array_of(records, [&](const funding::FundRecord* record) {
                  Json json =
                      Json::object({{"seq", record->seq},
                                    {"stage", funding::word(record->stage)},
                                    {"on", base::to_string(record->effective_on)},
                                    {"corrects", record->corrects == funding::FundRecord::no_entry
                                                     ? Json{}
                                                     : Json{record->corrects}}});
                  put_money(json, record->amount, record->effective_on);
                  return json;
              })}});
    }

    const FundingView& view_;
    const plan::Plan& plan_;
    base::Currency own_;
};

}  // namespace

Json to_json(const FundingView& view) {
    const Writer writer{view};
    const plan::Plan& plan = *view.moment.plan->working;
    Json json = Json::object();
    put_heading(json, view.moment);
    json.set("currency", view.table.currency.code());
    json.set("level", funding::word(view.level));
    Json years = Json::array();
    for (int year = view.table.fiscal_years.first; year <= view.table.fiscal_years.last; ++year)
        years.push(funding::fiscal_year_text(plan, year));
    json.set("fiscal_years", std::move(years));
    json.set("rows", writer.rows());
    json.set("funders", writer.funders());
    json.set("accounts", writer.accounts());
    json.set("lines", writer.lines());
    json.set("pipeline", writer.pipeline());
    json.set("rates", writer.rates());
    return json;
}

}  // namespace app
