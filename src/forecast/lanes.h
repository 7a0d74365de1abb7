#pragma once

#if !defined(FORECAST_PATH) || !defined(FORECAST_VECTOR_BYTES)
#error "lanes.h belongs to the kernels, which kernels_avx2.cpp and kernels_portable.cpp compile"
#endif

#include <cstddef>

namespace forecast::FORECAST_PATH {

inline constexpr int lane_count = 4;
inline constexpr int part_size = FORECAST_VECTOR_BYTES / static_cast<int>(sizeof(double));
inline constexpr int part_count = lane_count / part_size;

/// What one register holds: of numbers, and of answers, which are 0 or -1.
using Part [[gnu::vector_size(FORECAST_VECTOR_BYTES)]] = double;
using MaskPart = decltype(Part{} < Part{});

inline std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

/// For each lane yes or no.
struct alignas(FORECAST_VECTOR_BYTES) Mask {
    MaskPart parts[part_count];

    bool operator[](int lane) const { return parts[lane / part_size][lane % part_size] != 0; }
    void set(int lane) { parts[lane / part_size][lane % part_size] = -1; }
    Mask& operator&=(const Mask& by) {
        for (int p = 0; p < part_count; ++p)
            parts[p] &= by.parts[p];
        return *this;
    }
};

inline Mask operator&(Mask a, const Mask& b) {
    return a &= b;
}

inline Mask operator~(Mask a) {
    for (auto& part : a.parts)
        part = ~part;
    return a;
}

inline bool any(const Mask& mask) {
    MaskPart met = mask.parts[0];
    for (int p = 1; p < part_count; ++p)
        met |= mask.parts[p];
    auto bits = met[0];
    for (int i = 1; i < part_size; ++i)
        bits |= met[i];
    return bits != 0;
}

/// Four numbers side by side. Each lane has the bits that the same operations on one number have,
/// however many registers they take, as long as none are fused or put into another order.
struct alignas(FORECAST_VECTOR_BYTES) Lanes {
    Part parts[part_count];

    Lanes() = default;
    Lanes(double x) {
        for (auto& part : parts)
            part = x - Part{};
    }
    Lanes(double a, double b, double c, double d) {
        set(0, a);
        set(1, b);
        set(2, c);
        set(3, d);
    }

    double operator[](int lane) const { return parts[lane / part_size][lane % part_size]; }
    void set(int lane, double x) { parts[lane / part_size][lane % part_size] = x; }

    Lanes& operator+=(const Lanes& by) {
        for (int p = 0; p < part_count; ++p)
            parts[p] += by.parts[p];
        return *this;
    }
    Lanes& operator-=(const Lanes& by) {
        for (int p = 0; p < part_count; ++p)
            parts[p] -= by.parts[p];
        return *this;
    }
    Lanes& operator*=(const Lanes& by) {
        for (int p = 0; p < part_count; ++p)
            parts[p] *= by.parts[p];
        return *this;
    }
    Lanes& operator/=(const Lanes& by) {
        for (int p = 0; p < part_count; ++p)
            parts[p] /= by.parts[p];
        return *this;
    }
};

inline Lanes operator+(Lanes a, const Lanes& b) {
    return a += b;
}
inline Lanes operator-(Lanes a, const Lanes& b) {
    return a -= b;
}
inline Lanes operator*(Lanes a, const Lanes& b) {
    return a *= b;
}
inline Lanes operator/(Lanes a, const Lanes& b) {
    return a /= b;
}
inline Lanes operator-(Lanes a) {
    for (auto& part : a.parts)
        part = -part;
    return a;
}

inline Mask operator<(const Lanes& a, const Lanes& b) {
    Mask made;
    for (int p = 0; p < part_count; ++p)
        made.parts[p] = a.parts[p] < b.parts[p];
    return made;
}
inline Mask operator>(const Lanes& a, const Lanes& b) {
    return b < a;
}
inline Mask operator>=(const Lanes& a, const Lanes& b) {
    Mask made;
    for (int p = 0; p < part_count; ++p)
        made.parts[p] = a.parts[p] >= b.parts[p];
    return made;
}

/// Where the mask says yes the first, else the second.
inline Lanes select(const Mask& mask, const Lanes& yes, const Lanes& no) {
    Lanes made;
    for (int p = 0; p < part_count; ++p)
        made.parts[p] = mask.parts[p] ? yes.parts[p] : no.parts[p];
    return made;
}

/// 2 to the n, of n + 1.5 * 2^52 with whole n: there the last bits of a number count by 1.
inline Lanes power_of_two(Lanes shifted) {
    for (auto& part : shifted.parts)
        part = reinterpret_cast<Part>((reinterpret_cast<MaskPart>(part) + 1023) << 52);
    return shifted;
}

inline Lanes least(const Lanes& a, const Lanes& b) {
    return select(a < b, a, b);
}

inline Lanes most(const Lanes& a, const Lanes& b) {
    return select(a > b, a, b);
}

inline Lanes clamped(const Lanes& x, double low, double high) {
    return least(most(x, low), high);
}

/// e to the x, to the last bits.
/// Shape: x from -700 to 700.
inline Lanes exponential(const Lanes& x) {
    // e^x = 2^n e^r, where r is at most half of log 2.
    constexpr double whole = 0x1.8p52;
    const Lanes shifted = x * 0x1.71547652b82fep0 + whole;
    const Lanes n = shifted - whole;
    const Lanes r = x - n * 0x1.62e42fee00000p-1 - n * 0x1.a39ef35793c76p-33;
    Lanes sum = 1.0 / 6227020800;
    for (const double coefficient :
         {1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
          1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1.0, 1.0})
        sum = sum * r + coefficient;
    return sum * power_of_two(shifted);
}

/// Of numbers that are no larger than 300; near 0 to 1e-16 of 1.
inline Lanes hyperbolic_tangent(const Lanes& x) {
    return 1 - 2 / (exponential(2 * x) + 1);
}

/// The lanes added up, always in the same order.
inline double sum_of(const Lanes& x) {
    return (x[0] + x[1]) + (x[2] + x[3]);
}

}  // namespace forecast::FORECAST_PATH
