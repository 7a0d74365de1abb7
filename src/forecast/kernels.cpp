#include "forecast/kernels.h"

namespace forecast {
namespace {

// Vectors as GCC and clang have them; what the processor lacks is made of what it has.
using Four = double __attribute__((vector_size(32), aligned(alignof(double))));

[[gnu::always_inline]] inline Four& four(double* at) {
    return *reinterpret_cast<Four*>(at);
}
[[gnu::always_inline]] inline const Four& four(const double* at) {
    return *reinterpret_cast<const Four*>(at);
}

[[gnu::always_inline]] inline double dot_of(const double* a, const double* b, std::size_t n) {
    // Two sums, so that one addition need not wait for the one before.
    Four even{}, odd{};
    std::size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        even += four(a + i) * four(b + i);
        odd += four(a + i + 4) * four(b + i + 4);
    }
    even += odd;
    double sum = (even[0] + even[1]) + (even[2] + even[3]);
    for (; i < n; ++i)
        sum += a[i] * b[i];
    return sum;
}

[[gnu::always_inline]] inline void cross_of(double* a, double* b, std::size_t n, double by) {
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const Four before = four(a + i);
        four(a + i) -= by * four(b + i);
        four(b + i) -= by * before;
    }
    for (; i < n; ++i) {
        const double before = a[i];
        a[i] -= by * b[i];
        b[i] -= by * before;
    }
}

[[gnu::always_inline]] inline void arma_errors_of(const double* values, std::size_t n,
                                                  const double* means, const FourLags& ar,
                                                  const FourLags& ma, double* errors) {
    const Four mean = four(means);
    for (std::size_t t = 0; t < n; ++t) {
        Four sum = values[t] - mean;
        for (std::size_t i = 0; i < ar.count && ar.lags[i] <= t; ++i)
            sum -= four(ar.coefficients + 4 * i) * (values[t - ar.lags[i]] - mean);
        for (std::size_t i = 0; i < ma.count && ma.lags[i] <= t; ++i)
            sum -= four(ma.coefficients + 4 * i) * four(errors + 4 * (t - ma.lags[i]));
        four(errors + 4 * t) = sum;
    }
}

double dot(const double* a, const double* b, std::size_t n) {
    return dot_of(a, b, n);
}
void cross(double* a, double* b, std::size_t n, double by) {
    cross_of(a, b, n, by);
}
void arma_errors(const double* values, std::size_t n, const double* means, FourLags ar, FourLags ma,
                 double* errors) {
    arma_errors_of(values, n, means, ar, ma, errors);
}
constexpr Kernels everywhere{dot, cross, arma_errors};

#ifdef __x86_64__
[[gnu::target("avx2")]] double dot_avx2(const double* a, const double* b, std::size_t n) {
    return dot_of(a, b, n);
}
[[gnu::target("avx2")]] void cross_avx2(double* a, double* b, std::size_t n, double by) {
    cross_of(a, b, n, by);
}
[[gnu::target("avx2")]] void arma_errors_avx2(const double* values, std::size_t n,
                                              const double* means, FourLags ar, FourLags ma,
                                              double* errors) {
    arma_errors_of(values, n, means, ar, ma, errors);
}
constexpr Kernels of_avx2{dot_avx2, cross_avx2, arma_errors_avx2};
#endif

}  // namespace

const Kernels& portable_kernels() {
    return everywhere;
}

const Kernels& kernels() {
#ifdef __x86_64__
    static const Kernels& chosen = __builtin_cpu_supports("avx2") ? of_avx2 : everywhere;
    return chosen;
#else
    return everywhere;
#endif
}

}  // namespace forecast
