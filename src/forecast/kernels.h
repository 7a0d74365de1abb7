#pragma once

#include <cstddef>

namespace forecast {

/// Lags of a polynomial with their coefficients, of four models side by side.
struct FourLags {
    const std::size_t* lags;     ///< ascending, each above 0
    const double* coefficients;  ///< four for each lag
    std::size_t count;
};

/// The innermost loops, four numbers at a time. Whichever instructions the processor has, the same
/// sums are made in the same order, so the results are the same bits.
struct Kernels {
    /// The sum of products.
    double (*dot)(const double* a, const double* b, std::size_t n);
    /// a - by b and b - by a, in place of both: a step of Durbin and Levinson.
    void (*cross)(double* a, double* b, std::size_t n, double by);
    /// One-step errors of four ARMA models with means of their own, given nothing before the first
    /// of `n` values. Shape: `errors` has the four of each value together.
    void (*arma_errors)(const double* values, std::size_t n, const double* means, FourLags ar,
                        FourLags ma, double* errors);
};

/// Those that run fastest here.
const Kernels& kernels();
/// Those that run everywhere.
const Kernels& portable_kernels();

}  // namespace forecast
