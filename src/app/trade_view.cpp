#include "app/trade_view.h"

#include "base/text.h"
#include "statistics/concentration.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::Result;
using statistics::TradeMatrix;
using statistics::TradeTable;

Json number(const std::optional<double>& value) {
    return value ? Json{*value} : Json{};
}

Json concentration_json(const std::vector<double>& values) {
    const auto found = statistics::herfindahl(values);
    if (!found.ok())
        return {};
    return Json::object({{"count", static_cast<std::int64_t>(found->count)},
                         {"hhi", found->hhi},
                         {"hhi_normalised", number(found->normalised)},
                         {"effective_number", found->effective_number},
                         {"unctad_concentration", number(found->unctad)},
                         {"entropy", found->entropy},
                         {"theil", found->theil},
                         {"gini", found->gini},
                         {"gini_hirschman", found->gini_hirschman},
                         {"largest_share", found->largest_share}});
}

/// Which places of a dimension are asked for.
Result<std::vector<std::size_t>> chosen(const std::vector<std::string>& names,
                                        const std::string& wanted, std::string_view what,
                                        const std::string& file) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (wanted.empty() || names[i] == wanted)
            places.push_back(i);
    if (places.empty())
        return Error{
            ErrorCode::not_found,
            fmt::format("no {} is called {}{}", what, wanted, base::did_you_mean(wanted, names)),
            file};
    return places;
}

std::optional<std::size_t> place_in(const std::vector<std::string>& names,
                                    const std::string& wanted) {
    const auto at = std::ranges::find(names, wanted);
    if (at == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

/// The measures of one period.
class TradeMeasures {
  public:
    TradeMeasures(const TradeTable& table, const TradeMatrix& trade)
        : table_(table), trade_(trade) {}

    Json exporter_json(std::size_t of, const std::vector<std::size_t>& products,
                       const std::vector<std::size_t>& importers) const {
        std::vector<double> by_product, by_market;
        for (std::size_t i = 0; i < trade_.products; ++i)
            by_product.push_back(trade_.sum(of, i, std::nullopt));
        for (std::size_t i = 0; i < trade_.importers; ++i)
            if (!is_own(of, i))
                by_market.push_back(trade_.sum(of, std::nullopt, i));
        Json json = Json::object({{"exporter", table_.exporters[of]},
                                  {"exports", trade_.sum(of, std::nullopt, std::nullopt)}});
        json.set("concentration_of_products", concentration_json(by_product));
        json.set("concentration_of_markets", concentration_json(by_market));
        json.set("diversification", number(statistics::diversification(trade_, of)));
        json.set("intra_industry_trade", intra_industry(of, std::nullopt));
        json.set("products", Json::array_of(products, [&](std::size_t product) {
                     return product_json(of, product);
                 }));
        json.set("similarity", similarity_json(of));
        Json::Array markets;
        for (const auto importer : importers)
            if (!is_own(of, importer))
                markets.push_back(market_json(of, importer, products));
        json.set("markets", std::move(markets));
        return json;
    }

  private:
    bool is_own(std::size_t exporter, std::size_t importer) const {
        return table_.exporters[exporter] == table_.importers[importer];
    }

    Json product_json(std::size_t of, std::size_t product) const {
        Json json = Json::object({{"product", table_.products[product]},
                                  {"exports", trade_.sum(of, product, std::nullopt)}});
        const auto found = statistics::advantage(trade_, of, product);
        json.set("balassa", found ? Json{found->balassa} : Json{});
        json.set("symmetric", found ? Json{found->symmetric} : Json{});
        json.set("normalised", found ? Json{found->normalised} : Json{});
        json.set("vollrath", found ? number(found->vollrath) : Json{});
        json.set("intra_industry_trade", intra_industry(of, product));
        return json;
    }

    // Of one product or of all; none where the exporter is no importer of the table.
    Json intra_industry(std::size_t of, std::optional<std::size_t> product) const {
        const auto as_importer = place_in(table_.importers, table_.exporters[of]);
        if (!as_importer)
            return {};
        std::vector<double> exports, imports;
        for (std::size_t i = 0; i < trade_.products; ++i) {
            if (product && i != *product)
                continue;
            exports.push_back(trade_.sum(of, i, std::nullopt));
            imports.push_back(trade_.sum(std::nullopt, i, *as_importer));
        }
        const auto found = statistics::intra_industry_trade(exports, imports);
        return found.ok() ? number(*found) : Json{};
    }

    Json similarity_json(std::size_t of) const {
        Json::Array all;
        for (std::size_t other = 0; other < trade_.exporters; ++other)
            if (other != of)
                all.push_back(Json::object(
                    {{"exporter", table_.exporters[other]},
                     {"value", number(statistics::export_similarity(trade_, of, other))}}));
        return all;
    }

    Json market_json(std::size_t of, std::size_t importer,
                     const std::vector<std::size_t>& products) const {
        Json json = Json::object(
            {{"importer", table_.importers[importer]},
             {"exports", trade_.sum(of, std::nullopt, importer)},
             {"complementarity", number(statistics::complementarity(trade_, of, importer))},
             {"intensity", number(statistics::intensity(trade_, of, importer))}});
        json.set("potentials", Json::array_of(products, [&](std::size_t product) {
                     const auto found = statistics::export_potential(trade_, of, product, importer);
                     Json one = Json::object({{"product", table_.products[product]}});
                     one.set("ease", found ? Json{found->ease} : Json{});
                     one.set("potential", found ? Json{found->potential} : Json{});
                     one.set("actual", found ? Json{found->actual} : Json{});
                     one.set("unrealised", found ? Json{found->unrealised} : Json{});
                     one.set("realised", found ? number(found->realised()) : Json{});
                     return one;
                 }));
        return json;
    }

    const TradeTable& table_;
    const TradeMatrix& trade_;
};

Result<Json> change_json(const TradeMatrix& before, const TradeMatrix& after, std::size_t of) {
    const auto found = TRY(statistics::constant_market_share(before, after, of));
    if (!found)
        return Json{};
    const double base = before.sum(of, std::nullopt, std::nullopt);
    return Json::object({{"before", base},
                         {"after", after.sum(of, std::nullopt, std::nullopt)},
                         {"change", found->change},
                         {"growth", base > 0 ? Json{100 * found->change / base} : Json{}},
                         {"world_growth", found->world_growth},
                         {"commodity", found->commodity},
                         {"market", found->market},
                         {"competitiveness", found->competitiveness},
                         {"structural", found->structural},
                         {"competitive", found->competitive},
                         {"interaction", found->interaction}});
}

Json name_or_null(const std::string& name) {
    return name.empty() ? Json{} : Json{name};
}

}  // namespace

Result<Json> trade_view(const TradeTable& table, const TradeQuestion& question) {
    const auto exporters = TRY(chosen(table.exporters, question.exporter, "exporter", table.file));
    const auto products = TRY(chosen(table.products, question.product, "product", table.file));
    const auto importers = TRY(chosen(table.importers, question.importer, "importer", table.file));
    const auto period = TRY(chosen(table.periods, question.period, "period", table.file)).back();
    const auto since = TRY(chosen(table.periods, question.since, "period", table.file)).front();
    if (since > period || (since == period && !question.since.empty()))
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected a period before {}, found {}", table.periods[period],
                                 table.periods[since]),
                     "since"};
    const TradeMeasures measures{table, table.matrices[period]};
    Json::Array all;
    for (const auto of : exporters) {
        auto one = measures.exporter_json(of, products, importers);
        Json change;
        if (since < period)
            change = TRY(change_json(table.matrices[since], table.matrices[period], of));
        one.set("constant_market_share", std::move(change));
        all.push_back(std::move(one));
    }
    return Json::object({{"file", table.file},
                         {"period", name_or_null(table.periods[period])},
                         {"since", since < period ? name_or_null(table.periods[since]) : Json{}},
                         {"exporters", std::move(all)}});
}

}  // namespace app
