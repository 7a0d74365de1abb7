#pragma once

#ifndef FORECAST_PATH
#error "lanes.h belongs to the kernels, which kernels_avx2.cpp and kernels_portable.cpp compile"
#endif

#include <bit>
#include <cstdint>
#include <cstring>

/// Four numbers side by side. Each lane has the bits that the same operations on one number have,
/// whatever the machine makes of them, as long as none are fused or put into another order.
namespace forecast::FORECAST_PATH {

inline constexpr int lane_count = 4;
using Lanes [[gnu::vector_size(32)]] = double;
using Mask = decltype(Lanes{} < Lanes{});

inline Lanes all(double x) {
    return Lanes{x, x, x, x};
}

inline bool any(Mask mask) {
    return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
}

inline Lanes least(Lanes a, Lanes b) {
    return a < b ? a : b;
}

inline Lanes clamped(Lanes x, double low, double high) {
    return least(x < all(low) ? all(low) : x, all(high));
}

inline Lanes load(const double* from) {
    Lanes made;
    std::memcpy(&made, from, sizeof made);
    return made;
}

/// The lanes added up, always in the same order.
inline double sum_of(Lanes x) {
    return (x[0] + x[1]) + (x[2] + x[3]);
}

}  // namespace forecast::FORECAST_PATH
