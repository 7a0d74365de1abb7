#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace statistics {

/// Who sold how much of what to whom, in one period and one unit.
///
/// Shape: values[(exporter × products + product) × importers + importer], none negative; a cell
///        that is missing is not 0 and must not be given as such.
struct TradeMatrix {
    std::size_t exporters = 0;
    std::size_t products = 0;
    std::size_t importers = 0;
    std::vector<double> values;

    double at(std::size_t exporter, std::size_t product, std::size_t importer) const {
        return values[(exporter * products + product) * importers + importer];
    }
    /// Sums over what is not named.
    double sum(std::optional<std::size_t> exporter, std::optional<std::size_t> product,
               std::optional<std::size_t> importer) const;
};

/// Errors: invalid_shares (a size that is not that of the values, a negative value, NaN).
base::Result<void> check(const TradeMatrix& matrix);

// Every measure below needs a matrix that `check` accepts. Where its formula has no value (nothing
// is exported, nothing is traded) there is none. The world is the sum of all exporters.

/// Revealed comparative advantage. Source: Balassa (1965); symmetric form, Dalum et al. (1998);
/// normalised, Yu et al. (2009); logarithm of relative advantage, Vollrath (1991).
struct Advantage {
    double balassa = 0;                ///< (x_cp / x_c) / (x_p / X); above 1: an advantage
    double symmetric = 0;              ///< (balassa - 1) / (balassa + 1), from -1 to 1
    double normalised = 0;             ///< x_cp / X - x_p x_c / X²
    std::optional<double> vollrath{};  ///< none where one of its four parts is 0
};
std::optional<Advantage> advantage(const TradeMatrix& trade, std::size_t exporter,
                                   std::size_t product);

/// Half the sum of |h_cp - h_wp|, from 0 (as the world) to 1. Source: UNCTAD, diversification.
std::optional<double> diversification(const TradeMatrix& trade, std::size_t exporter);
/// Similarity of two exporters' products: the sum of the smaller shares. Source: Finger and Kreinin
/// (1979).
std::optional<double> export_similarity(const TradeMatrix& trade, std::size_t a, std::size_t b);
/// 100 (1 - half the sum of |m_jp - x_ip|): whether an exporter sells what an importer buys.
std::optional<double> complementarity(const TradeMatrix& trade, std::size_t exporter,
                                      std::size_t importer);
/// (x_ij / x_i) / (m_j / M): how much more is sold there than the market's size explains.
std::optional<double> intensity(const TradeMatrix& trade, std::size_t exporter,
                                std::size_t importer);
/// 1 - Σ|x - m| / Σ(x + m) over products, from 0 (one way) to 1. Source: Grubel and Lloyd (1975).
/// Errors: invalid_shares (sizes that differ, a negative value).
base::Result<std::optional<double>> intra_industry_trade(std::span<const double> exports,
                                                         std::span<const double> imports);

/// What a change of exports is made of, in two forms that both add up to it; the first depends on
/// the order in which effects are taken out. Cells without a base go to `competitiveness`.
///
/// Source: Leamer and Stern (1970); share form, Fagerberg and Sollie (1987).
struct ConstantMarketShare {
    double change = 0;
    double world_growth = 0;     ///< as if sold like the world
    double commodity = 0;        ///< because of what was sold
    double market = 0;           ///< because of where it was sold
    double competitiveness = 0;  ///< the rest

    double structural = 0;   ///< share kept, in markets that changed
    double competitive = 0;  ///< share changed, in markets as they were
    double interaction = 0;
};
/// Errors: invalid_shares (matrices of different sizes).
base::Result<std::optional<ConstantMarketShare>> constant_market_share(const TradeMatrix& before,
                                                                       const TradeMatrix& after,
                                                                       std::size_t exporter);

/// What could be sold at the exporter's supply, the market's demand and the ease of trade between
/// the two as they are: static, without tariffs, distance or growth.
/// Source: Decreux and Spies (2016), export potential.
struct ExportPotential {
    double ease = 0;
    double potential = 0;
    double actual = 0;
    double unrealised = 0;  ///< potential less actual, where that is positive

    /// Actual over potential; above 1 where more is sold than expected, none where nothing is.
    std::optional<double> realised() const;
};
std::optional<ExportPotential> export_potential(const TradeMatrix& trade, std::size_t exporter,
                                                std::size_t product, std::size_t importer);

}  // namespace statistics
