#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace forecast {

inline constexpr std::size_t simplex_dimensions_max = 4;
using SimplexPoint = std::array<double, simplex_dimensions_max>;  ///< 0 where there are fewer

/// The simplex method, over points whose values are asked for one by one. Each step knows at once
/// all four points that it may ask for, so `Values` may find them side by side.
///
/// Shape:  `Values` has `propose(points)`, of any number of them, and `operator[](i)`, the value of
///         the i-th point that was proposed last.
/// Source: Nelder and Mead (1965), with the usual coefficients.
template <typename Values>
class Simplex {
  public:
    Simplex(Values& values, SimplexPoint start, std::span<const double> steps)
        : values_(values), n_(steps.size()) {
        assert(n_ <= simplex_dimensions_max);
        std::array<SimplexPoint, simplex_dimensions_max + 1> points;
        points.fill(start);
        for (std::size_t i = 0; i < n_; ++i)
            points[i + 1][i] += steps[i];
        propose(points, n_ + 1);
        for (std::size_t i = 0; i <= n_; ++i)
            vertices_[i] = {points[i], values_[i]};
        for (std::size_t i = 1; i <= n_; ++i)
            if (!std::isfinite(vertices_[i].value)) {
                points[0] = start;
                points[0][i - 1] = start[i - 1] - steps[i - 1] / 2;
                propose(points, 1);
                vertices_[i] = {points[0], values_[0]};
            }
    }

    struct Vertex {
        SimplexPoint x{};
        double value = 0;
    };

    /// The vertex of the least value, after so many values or where they hardly differ.
    Vertex search(int evaluations_max, double tolerance) {
        for (int used = static_cast<int>(n_) + 1; used < evaluations_max;) {
            sort();
            const double least = vertices_[0].value;
            if (std::abs(vertices_[n_].value - least) <= tolerance * (std::abs(least) + tolerance))
                break;
            used += step();
        }
        return *std::ranges::min_element(vertices(), {}, &Vertex::value);
    }

  private:
    std::span<Vertex> vertices() { return std::span{vertices_}.first(n_ + 1); }

    template <std::size_t size>
    void propose(const std::array<SimplexPoint, size>& points, std::size_t count) {
        values_.propose(std::span{points}.first(count));
    }

    // Of equals the older stays first.
    void sort() {
        for (std::size_t i = 1; i <= n_; ++i)
            for (std::size_t j = i; j > 0 && vertices_[j].value < vertices_[j - 1].value; --j)
                std::swap(vertices_[j], vertices_[j - 1]);
    }

    // Moves the last vertex, or all but the first; gives how many values that takes.
    int step() {
        auto& last = vertices_[n_];
        std::array<SimplexPoint, 4> points{};
        constexpr std::array by{-1.0, -2.0, -0.5, 0.5};
        enum : std::size_t { reflected, expanded, outside, inside };
        for (std::size_t i = 0; i < n_; ++i) {
            double centre = 0;
            for (std::size_t v = 0; v < n_; ++v)
                centre += vertices_[v].x[i];
            centre /= static_cast<double>(n_);
            for (std::size_t k = 0; k < by.size(); ++k)
                points[k][i] = centre + by[k] * (last.x[i] - centre);
        }
        propose(points, points.size());
        const double value = values_[reflected];
        if (value < vertices_[0].value) {
            const double further = values_[expanded];
            last = further < value ? Vertex{points[expanded], further}
                                   : Vertex{points[reflected], value};
            return 2;
        }
        if (value < vertices_[n_ - 1].value) {
            last = {points[reflected], value};
            return 1;
        }
        const auto nearer = value < last.value ? outside : inside;
        const double contracted = values_[nearer];
        if (contracted < std::min(value, last.value)) {
            last = {points[nearer], contracted};
            return 2;
        }
        shrink();
        return 2 + static_cast<int>(n_);
    }

    void shrink() {
        std::array<SimplexPoint, simplex_dimensions_max> points{};
        for (std::size_t v = 1; v <= n_; ++v)
            for (std::size_t i = 0; i < n_; ++i)
                points[v - 1][i] = vertices_[0].x[i] + (vertices_[v].x[i] - vertices_[0].x[i]) / 2;
        propose(points, n_);
        for (std::size_t v = 1; v <= n_; ++v)
            vertices_[v] = {points[v - 1], values_[v - 1]};
    }

    Values& values_;
    std::size_t n_;
    std::array<Vertex, simplex_dimensions_max + 1> vertices_;
};

/// Values of a function that takes four points and sets their four values.
template <typename Function>
class FourAtOnce {
  public:
    explicit FourAtOnce(const Function& function) : function_(function) {}
    void propose(std::span<const SimplexPoint> points) {
        for (std::size_t i = 0; i < points.size(); i += 4) {
            std::array<SimplexPoint, 4> four;
            four.fill(points[i]);
            std::ranges::copy(points.subspan(i, std::min<std::size_t>(4, points.size() - i)),
                              four.begin());
            function_(four, std::span{values_}.subspan(i).template first<4>());
        }
    }
    double operator[](std::size_t i) const { return values_[i]; }

  private:
    const Function& function_;
    std::array<double, 8> values_;
};

/// The least value that the simplex method finds, and its point, from `start` with steps along each
/// axis, of a function that takes four points at once. Points outside a bound have the value
/// infinity; the start has none.
template <typename Function>
auto nelder_mead_by_four(const Function& four, const SimplexPoint& start,
                         std::span<const double> steps, int evaluations_max, double tolerance) {
    FourAtOnce values{four};
    return Simplex{values, start, steps}.search(evaluations_max, tolerance);
}

}  // namespace forecast
