#include "statistics/trade.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using Index = std::optional<std::size_t>;

constexpr Index all = std::nullopt;

Error unusable(std::string message) {
    return Error{ErrorCode::invalid_shares, std::move(message), ""};
}

bool is_amount(double value) {
    return std::isfinite(value) && value >= 0;
}

template <typename Use>
void each_index(Index only, std::size_t count, Use use) {
    if (only)
        return use(*only);
    for (std::size_t i = 0; i < count; ++i)
        use(i);
}

}  // namespace

double TradeMatrix::sum(Index exporter, Index product, Index importer) const {
    double total = 0;
    each_index(exporter, exporters, [&](std::size_t e) {
        each_index(product, products, [&](std::size_t p) {
            each_index(importer, importers, [&](std::size_t i) { total += at(e, p, i); });
        });
    });
    return total;
}

base::Result<void> check(const TradeMatrix& matrix) {
    const auto cells = matrix.exporters * matrix.products * matrix.importers;
    if (matrix.values.size() != cells)
        return unusable(fmt::format("expected {} values, found {}", cells, matrix.values.size()));
    const auto wrong = std::ranges::find_if_not(matrix.values, is_amount);
    if (wrong != matrix.values.end())
        return unusable(fmt::format("expected values from 0 on, found {}", *wrong));
    return {};
}

std::optional<Advantage> advantage(const TradeMatrix& trade, std::size_t exporter,
                                   std::size_t product) {
    const double x = trade.sum(exporter, product, all);
    const double of_exporter = trade.sum(exporter, all, all);
    const double of_product = trade.sum(all, product, all);
    const double world = trade.sum(all, all, all);
    if (of_exporter <= 0 || of_product <= 0)
        return std::nullopt;
    Advantage found;
    found.balassa = (x / of_exporter) / (of_product / world);
    found.symmetric = (found.balassa - 1) / (found.balassa + 1);
    found.normalised = x / world - of_product * of_exporter / world / world;
    const double own_rest = of_exporter - x, others = of_product - x;
    const double others_rest = world - of_product - of_exporter + x;
    if (x > 0 && own_rest > 0 && others > 0 && others_rest > 0)
        found.vollrath = std::log((x / own_rest) / (others / others_rest));
    return found;
}

std::optional<double> diversification(const TradeMatrix& trade, std::size_t exporter) {
    const double own = trade.sum(exporter, all, all), world = trade.sum(all, all, all);
    if (own <= 0)
        return std::nullopt;
    double apart = 0;
    for (std::size_t p = 0; p < trade.products; ++p)
        apart += std::abs(trade.sum(exporter, p, all) / own - trade.sum(all, p, all) / world);
    return apart / 2;
}

std::optional<double> export_similarity(const TradeMatrix& trade, std::size_t a, std::size_t b) {
    const double of_a = trade.sum(a, all, all), of_b = trade.sum(b, all, all);
    if (of_a <= 0 || of_b <= 0)
        return std::nullopt;
    double shared = 0;
    for (std::size_t p = 0; p < trade.products; ++p)
        shared += std::min(trade.sum(a, p, all) / of_a, trade.sum(b, p, all) / of_b);
    return shared;
}

std::optional<double> complementarity(const TradeMatrix& trade, std::size_t exporter,
                                      std::size_t importer) {
    const double sold = trade.sum(exporter, all, all), bought = trade.sum(all, all, importer);
    if (sold <= 0 || bought <= 0)
        return std::nullopt;
    double apart = 0;
    for (std::size_t p = 0; p < trade.products; ++p)
        apart +=
            std::abs(trade.sum(all, p, importer) / bought - trade.sum(exporter, p, all) / sold);
    return 100 * (1 - apart / 2);
}

std::optional<double> intensity(const TradeMatrix& trade, std::size_t exporter,
                                std::size_t importer) {
    const double sold = trade.sum(exporter, all, all), bought = trade.sum(all, all, importer);
    if (sold <= 0 || bought <= 0)
        return std::nullopt;
    return (trade.sum(exporter, all, importer) / sold) / (bought / trade.sum(all, all, all));
}

base::Result<std::optional<double>> intra_industry_trade(std::span<const double> exports,
                                                         std::span<const double> imports) {
    if (exports.size() != imports.size())
        return unusable(fmt::format("expected imports of {} products, found {}", exports.size(),
                                    imports.size()));
    double apart = 0, together = 0;
    for (std::size_t p = 0; p < exports.size(); ++p) {
        if (!is_amount(exports[p]) || !is_amount(imports[p]))
            return unusable("expected values from 0 on, found a negative one or none");
        apart += std::abs(exports[p] - imports[p]);
        together += exports[p] + imports[p];
    }
    return together > 0 ? std::optional{1 - apart / together} : std::nullopt;
}

base::Result<std::optional<ConstantMarketShare>> constant_market_share(const TradeMatrix& before,
                                                                       const TradeMatrix& after,
                                                                       std::size_t exporter) {
    if (before.exporters != after.exporters || before.products != after.products ||
        before.importers != after.importers)
        return unusable("expected two matrices of the same exporters, products and importers");
    const double world = before.sum(all, all, all);
    if (world <= 0)
        return std::optional<ConstantMarketShare>{};
    ConstantMarketShare found;
    const double own = before.sum(exporter, all, all);
    const double growth = after.sum(all, all, all) / world - 1;
    found.change = after.sum(exporter, all, all) - own;
    found.world_growth = growth * own;
    for (std::size_t p = 0; p < before.products; ++p) {
        const double of_product = before.sum(all, p, all);
        const double product_growth =
            of_product > 0 ? after.sum(all, p, all) / of_product - 1 : growth;
        found.commodity += (product_growth - growth) * before.sum(exporter, p, all);
        for (std::size_t i = 0; i < before.importers; ++i) {
            const double x0 = before.at(exporter, p, i), x1 = after.at(exporter, p, i);
            const double market0 = before.sum(all, p, i), market1 = after.sum(all, p, i);
            if (market0 > 0)
                found.market += (market1 / market0 - 1 - product_growth) * x0;
            const double share0 = market0 > 0 ? x0 / market0 : 0;
            const double share1 = market1 > 0 ? x1 / market1 : 0;
            found.structural += share0 * (market1 - market0);
            found.competitive += market0 * (share1 - share0);
            found.interaction += (share1 - share0) * (market1 - market0);
        }
    }
    found.competitiveness = found.change - found.world_growth - found.commodity - found.market;
    return std::optional{found};
}

std::optional<ExportPotential> export_potential(const TradeMatrix& trade, std::size_t exporter,
                                                std::size_t product, std::size_t importer) {
    double expected = 0;  // at the exporter's share of each product's world market
    for (std::size_t p = 0; p < trade.products; ++p) {
        const double of_product = trade.sum(all, p, all);
        if (of_product > 0)
            expected += trade.sum(exporter, p, all) / of_product * trade.sum(all, p, importer);
    }
    const double of_product = trade.sum(all, product, all);
    if (expected <= 0 || of_product <= 0)
        return std::nullopt;
    ExportPotential found;
    found.ease = trade.sum(exporter, all, importer) / expected;
    found.potential = trade.sum(exporter, product, all) / of_product * found.ease *
                      trade.sum(all, product, importer);
    found.actual = trade.at(exporter, product, importer);
    found.unrealised = std::max(0.0, found.potential - found.actual);
    return found;
}

std::optional<double> ExportPotential::realised() const {
    return potential > 0 ? std::optional{actual / potential} : std::nullopt;
}

}  // namespace statistics
