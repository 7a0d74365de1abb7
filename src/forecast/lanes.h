#pragma once

#ifndef FORECAST_PATH
#error "lanes.h belongs to the kernels, which kernels_avx2.cpp and kernels_portable.cpp compile"
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Four numbers side by side. Each lane has the bits that the same operations on one number have,
/// whatever the machine makes of them, as long as none are fused or put into another order.
namespace forecast::FORECAST_PATH {

inline constexpr int lane_count = 4;
using Lanes [[gnu::vector_size(32)]] = double;
using Mask = decltype(Lanes{} < Lanes{});

inline std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

inline Lanes all(double x) {
    return Lanes{x, x, x, x};
}

inline bool any(Mask mask) {
    return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
}

inline Lanes least(Lanes a, Lanes b) {
    return a < b ? a : b;
}

inline Lanes most(Lanes a, Lanes b) {
    return a > b ? a : b;
}

inline Lanes clamped(Lanes x, double low, double high) {
    return least(most(x, all(low)), all(high));
}

inline void store(Lanes x, double* to) {
    std::memcpy(to, &x, sizeof x);
}

/// e to the x, to the last bits.
/// Shape: x from -700 to 700.
inline Lanes exponential(Lanes x) {
    // e^x = 2^n e^r, where r is at most half of log 2; the sum with `whole` has n in its last bits.
    constexpr double whole = 0x1.8p52;
    const Lanes shifted = x * 0x1.71547652b82fep0 + whole;
    const Lanes n = shifted - whole;
    const Lanes r = x - n * 0x1.62e42fee00000p-1 - n * 0x1.a39ef35793c76p-33;
    Lanes sum = all(1.0 / 6227020800);
    for (const double coefficient :
         {1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
          1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1.0, 1.0})
        sum = sum * r + coefficient;
    const Mask power = (std::bit_cast<Mask>(shifted) + 1023) << 52;
    return sum * std::bit_cast<Lanes>(power);
}

/// Of numbers that are no larger than 300; near 0 to 1e-16 of 1.
inline Lanes hyperbolic_tangent(Lanes x) {
    return 1 - 2 / (exponential(2 * x) + 1);
}

/// The lanes added up, always in the same order.
inline double sum_of(Lanes x) {
    return (x[0] + x[1]) + (x[2] + x[3]);
}

}  // namespace forecast::FORECAST_PATH
