#include "progress/event.h"

#include <algorithm>
#include <array>

namespace progress {
namespace {

constexpr std::array<std::string_view, 6> kinds{"progress.contributed", "progress.reported",
                                                "progress.verified",    "progress.returned",
                                                "progress.withdrawn",   "progress.endorsed"};
constexpr std::array<std::string_view, 5> grades{"A", "B", "C", "D", "none"};
constexpr std::array<std::string_view, 5> ratings{"none", "on_track", "at_risk", "off_track",
                                                  "met"};

template <typename Enum, std::size_t size>
std::optional<Enum> parse(const std::array<std::string_view, size>& words, std::string_view text) {
    const auto at = std::ranges::find(words, text);
    if (at == words.end())
        return std::nullopt;
    return static_cast<Enum>(at - words.begin());
}

}  // namespace

std::string_view word(EventKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::string_view word(Grade grade) {
    return grades[static_cast<std::size_t>(grade)];
}

std::string_view word(SelfRating rating) {
    return ratings[static_cast<std::size_t>(rating)];
}

std::optional<EventKind> parse_event_kind(std::string_view text) {
    return parse<EventKind>(kinds, text);
}

std::optional<Grade> parse_grade(std::string_view text) {
    return parse<Grade>(grades, text);
}

std::optional<SelfRating> parse_self_rating(std::string_view text) {
    return parse<SelfRating>(ratings, text);
}

}  // namespace progress
