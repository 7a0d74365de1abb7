#pragma once

#include "adjustment/regarima.h"

namespace adjustment {

/// Chooses a seasonal ARIMA model for a series whose effects are known: differences by how near to
/// 1 the roots of autoregressive parts are, orders by the Bayesian criterion, a constant by its t.
/// The airline model stays where the other is not better.
///
/// Shape:  as fit_regarima; the order of the options, and whether they look for outliers, do not
///         count. p + q is at most 3, P and Q at most 1, d at most 2, D at most 1.
/// Errors: as fit_regarima, of the airline model.
/// Source: Gómez and Maravall (2001), "Automatic modeling methods for univariate series"; Findley
///         et al. (1998); Schwarz (1978).
base::Result<forecast::ArimaOrder> choose_model(std::span<const double> values,
                                                RegArimaOptions options);

}  // namespace adjustment
