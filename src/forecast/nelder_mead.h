#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace forecast {

/// The point of the least value that the simplex method finds, from `start` with steps along each
/// axis. Points outside a bound have the value infinity; the start has none.
/// Source: Nelder and Mead (1965), with the usual coefficients.
template <typename Function>
std::vector<double> nelder_mead(const Function& value, std::vector<double> start,
                                const std::vector<double>& steps, int evaluations_max,
                                double tolerance = 1e-8) {
    const std::size_t n = start.size();
    struct Vertex {
        std::vector<double> x;
        double f;
    };
    std::vector<Vertex> simplex;
    simplex.push_back({start, value(std::span<const double>{start})});
    for (std::size_t i = 0; i < n; ++i) {
        auto x = start;
        x[i] += steps[i];
        double f = value(std::span<const double>{x});
        if (!std::isfinite(f)) {
            x[i] = start[i] - steps[i] / 2;
            f = value(std::span<const double>{x});
        }
        simplex.push_back({std::move(x), f});
    }
    const auto by_value = [](const Vertex& a, const Vertex& b) { return a.f < b.f; };
    std::vector<double> centre(n), tried(n);
    const auto point = [&](double by) {
        for (std::size_t i = 0; i < n; ++i)
            tried[i] = centre[i] + by * (simplex.back().x[i] - centre[i]);
        return value(std::span<const double>{tried});
    };
    for (int used = static_cast<int>(n) + 1; used < evaluations_max;) {
        std::ranges::stable_sort(simplex, by_value);
        const double spread = std::abs(simplex.back().f - simplex.front().f);
        if (spread <= tolerance * (std::abs(simplex.front().f) + tolerance))
            break;
        for (std::size_t i = 0; i < n; ++i) {
            centre[i] = 0;
            for (std::size_t v = 0; v < n; ++v)
                centre[i] += simplex[v].x[i];
            centre[i] /= static_cast<double>(n);
        }
        const double reflected = point(-1);
        ++used;
        if (reflected < simplex.front().f) {
            auto kept = tried;
            const double expanded = point(-2);
            ++used;
            if (expanded < reflected)
                simplex.back() = {tried, expanded};
            else
                simplex.back() = {std::move(kept), reflected};
        } else if (reflected < simplex[n - 1].f) {
            simplex.back() = {tried, reflected};
        } else {
            const bool outside = reflected < simplex.back().f;
            const double contracted = point(outside ? -0.5 : 0.5);
            ++used;
            if (contracted < std::min(reflected, simplex.back().f)) {
                simplex.back() = {tried, contracted};
            } else {
                for (std::size_t v = 1; v <= n; ++v) {
                    for (std::size_t i = 0; i < n; ++i)
                        simplex[v].x[i] = simplex[0].x[i] + (simplex[v].x[i] - simplex[0].x[i]) / 2;
                    simplex[v].f = value(std::span<const double>{simplex[v].x});
                    ++used;
                }
            }
        }
    }
    return std::ranges::min_element(simplex, by_value)->x;
}

}  // namespace forecast
