#include "statistics/digit_slip.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace statistics {
namespace {

using base::Decimal;

/// Keeps of all numbers that one slip leads to the one nearest to what was wanted; of two that are
/// as near, the first.
class Nearest {
  public:
    Nearest(double wanted, double tolerance) : wanted_(wanted), nearest_(tolerance) {}

    /// `hidden`: what rounding hid in the number that is offered.
    void offer(SlipForm form, const Decimal& meant, double hidden = 0) {
        const double distance = std::max(0.0, std::abs(meant.to_double() - wanted_) - hidden);
        if (distance > nearest_ || (best_ && distance == nearest_))
            return;
        nearest_ = distance;
        best_ = DigitSlip{form, meant};
    }
    void offer(SlipForm form, const std::string& digits, int scale) {
        std::int64_t coefficient = 0;
        for (const char c : digits)
            coefficient = coefficient * 10 + (c - '0');
        const auto meant = Decimal::from_parts(coefficient, scale);
        if (meant.ok() && coefficient > 0)
            offer(form, meant.value());
    }
    const std::optional<DigitSlip>& best() const { return best_; }

  private:
    double wanted_;
    double nearest_;
    std::optional<DigitSlip> best_;
};

// The number times a power of ten.
std::optional<Decimal> shifted(const Decimal& number, int power) {
    const int scale = number.scale() - power;
    std::int64_t coefficient = number.coefficient();
    for (int i = scale; i < 0; ++i) {
        if (__builtin_mul_overflow(coefficient, std::int64_t{10}, &coefficient))
            return std::nullopt;
    }
    const auto made = Decimal::from_parts(coefficient, std::max(scale, 0));
    return made.ok() ? std::optional{made.value()} : std::nullopt;
}

SlipForm form_of_power(int power) {
    return power % 3 == 0 ? SlipForm::unit : SlipForm::point;
}

void offer_powers(const Decimal& printed, Nearest& nearest) {
    for (const int power : {3, -3, 6, -6, 1, -1, 2, -2}) {
        if (const auto meant = shifted(printed, power))
            nearest.offer(form_of_power(power), *meant,
                          printed.rounding_half_width() * std::pow(10.0, power));
    }
}

void offer_transpositions(const std::string& digits, int scale, Nearest& nearest) {
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        std::string meant = digits;
        std::swap(meant[i], meant[i + 1]);
        if (meant != digits)
            nearest.offer(SlipForm::transposition, meant, scale);
    }
}

// A digit too many or too few before the point moves the others; behind it, it moves the point.
void offer_single_digits(const std::string& digits, int scale, Nearest& nearest) {
    const auto point = static_cast<std::ptrdiff_t>(digits.size()) - scale;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        std::string meant = digits;
        for (meant[i] = '0'; meant[i] <= '9'; ++meant[i]) {
            if (meant[i] != digits[i] && meant.front() != '0')
                nearest.offer(SlipForm::substitution, meant, scale);
        }
        const bool is_behind = static_cast<std::ptrdiff_t>(i) >= point && scale > 0;
        nearest.offer(SlipForm::added, std::string{digits}.erase(i, 1), scale - is_behind);
    }
    for (std::size_t i = 0; i <= digits.size(); ++i) {
        const bool is_behind = static_cast<std::ptrdiff_t>(i) > point && scale > 0;
        for (char c = '0'; c <= '9'; ++c)
            nearest.offer(SlipForm::dropped, std::string{digits}.insert(i, 1, c),
                          scale + is_behind);
    }
}

}  // namespace

std::optional<DigitSlip> explain_slip(const Decimal& printed, double wanted, double tolerance) {
    // More digits than this are no print of a newspaper, and would overflow with one more.
    constexpr std::size_t digits_max = 15;
    const std::string digits = std::to_string(std::abs(printed.coefficient()));
    if (printed.is_negative() || printed.is_zero() || wanted <= 0 || digits.size() > digits_max)
        return std::nullopt;
    const double allowed = std::max(tolerance, printed.rounding_half_width());
    if (std::abs(printed.to_double() - wanted) <= allowed)
        return std::nullopt;
    Nearest nearest(wanted, allowed * (1 + 1e-9));
    offer_transpositions(digits, printed.scale(), nearest);
    offer_single_digits(digits, printed.scale(), nearest);
    offer_powers(printed, nearest);
    return nearest.best();
}

std::optional<DigitSlip> explain_power(const Decimal& printed, double wanted) {
    constexpr double factor_max = 2;
    const double ratio = wanted / printed.to_double();
    if (!std::isfinite(ratio) || ratio <= 0)
        return std::nullopt;
    const int power = static_cast<int>(std::lround(std::log10(ratio)));
    const double rest = ratio / std::pow(10.0, power);
    if (power == 0 || std::max(rest, 1 / rest) > factor_max)
        return std::nullopt;
    const auto meant = shifted(printed, power);
    return meant ? std::optional{DigitSlip{form_of_power(power), *meant}} : std::nullopt;
}

}  // namespace statistics
