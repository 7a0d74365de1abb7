#include "base/text.h"
#include "statistics/load.h"

#include <algorithm>
#include <optional>

namespace statistics {
namespace {

struct Term {
    base::Decimal number;
    int trailing_zeros = 0;  ///< of a whole number
    int exponent = 0;
    bool is_compound_word = false;  ///< arab, crore, lakh: "1 arab 40 crore"
    bool has_scale = false;
};

struct Scale {
    std::string_view word;
    int exponent;
    bool is_compound_word;
};
constexpr Scale scales[] = {{"billion", 9, false},  {"bn", 9, false},        {"b", 9, false},
                            {"million", 6, false},  {"mn", 6, false},        {"m", 6, false},
                            {"thousand", 3, false}, {"trillion", 12, false}, {"arab", 9, true},
                            {"crore", 7, true},     {"lakh", 5, true}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int zeros_at_end(std::string_view digits) {
    const auto last = digits.find_last_not_of('0');
    return last == std::string_view::npos ? 0 : static_cast<int>(digits.size() - last - 1);
}

// Takes the next number with its scale from the text, or nothing where no number is left.
std::optional<Term> next_term(std::string_view& text) {
    while (!text.empty() && !is_digit(text.front()))
        text.remove_prefix(1);
    std::string digits;
    while (!text.empty() &&
           (is_digit(text.front()) || ((text.front() == ',' || text.front() == '.') &&
                                       text.size() > 1 && is_digit(text[1])))) {
        if (text.front() != ',')
            digits += text.front();
        text.remove_prefix(1);
    }
    auto number = base::Decimal::parse(digits);
    if (!number.ok())
        return std::nullopt;
    Term term{number.value()};
    if (term.number.scale() == 0)
        term.trailing_zeros = zeros_at_end(digits);
    std::string_view rest = text;
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    const auto word_end = std::ranges::find_if_not(rest, is_letter);
    const auto word = base::lower_ascii({rest.begin(), word_end});
    for (const auto& scale : scales) {
        if (word == scale.word) {
            term.exponent = scale.exponent;
            term.is_compound_word = scale.is_compound_word;
            term.has_scale = true;
            text = {word_end, rest.end()};
        }
    }
    return term;
}

bool is_approximate(std::string_view printed) {
    const std::string lower = base::lower_ascii(printed);
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"over ", "more than", "surpass", "topped", "nearly",
                                                "about", "almost", "around"},
        [&](auto word) { return lower.find(word) != std::string::npos; });
}

// number * 10^exponent as a decimal, or nothing where that is not exact.
std::optional<base::Decimal> shifted(const base::Decimal& number, int exponent) {
    base::Decimal result = number;
    const int scale = number.scale() - exponent;
    if (scale >= 0) {
        const auto moved = base::Decimal::from_parts(number.coefficient(), scale);
        return moved.ok() ? std::optional{moved.value()} : std::nullopt;
    }
    for (int i = 0; i < exponent; ++i) {
        const auto grown = base::multiply(result, base::Decimal{10});
        if (!grown.ok())
            return std::nullopt;
        result = grown.value();
    }
    return result;
}

int precision_of(const Term& term, bool approximate) {
    if (term.number.scale() > 0)
        return term.exponent - term.number.scale();
    const bool rounded = approximate || term.trailing_zeros >= 2;
    return term.exponent + (rounded ? term.trailing_zeros : 0);
}

}  // namespace

int printed_precision(std::string_view printed_as, const base::Decimal& value, int unit_exponent) {
    const bool approximate = is_approximate(printed_as);
    std::string_view rest = printed_as;
    std::optional<base::Decimal> total;
    int precision = 0;
    for (std::optional<Term> term = next_term(rest); term; term = next_term(rest)) {
        if (!term->has_scale)
            term->exponent = unit_exponent;
        const auto part = shifted(term->number, term->exponent - unit_exponent);
        const auto sum = part ? base::add(total.value_or(base::Decimal{}), *part)
                              : base::Result<base::Decimal>{base::Decimal{}};
        if (!part || !sum.ok())
            break;
        // In "1 arab 40 crore" the forty are whole tens: nobody prints crores of an arab singly.
        precision = precision_of(*term, approximate || total.has_value()) - unit_exponent;
        total = sum.value();
        if (*total == value)
            return precision;
        if (!term->is_compound_word)
            break;
    }
    const std::string digits = value.text();
    if (value.scale() > 0)
        return -value.scale();
    const int zeros = zeros_at_end(digits);
    return zeros >= 2 || approximate ? zeros : 0;
}

}  // namespace statistics
