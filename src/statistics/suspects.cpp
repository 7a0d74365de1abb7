#include "statistics/load.h"
#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace statistics {
namespace {

// Between honest vintages of one figure lie percents; a slip of a digit or a unit is a factor of
// ten or more. Five keeps clear of both.
constexpr double factor_of_a_slip = 5;

// A figure that repeats a shorter one to so many digits does not do so by chance.
constexpr int digits_of_a_repetition = 5;

// So many vintages of the same months are held against a figure; more would tell nothing new, and a
// table of nothing else would take for ever.
constexpr std::size_t peers_max = 50;

struct Figure {
    const Observation* observation = nullptr;
    Months months;
    double value = 0;
};

/// What stands against a figure, and what for it.
struct Evidence {
    int against = 0;
    int agreeing = 0;
    std::string reason;
    double expected = 0;
    const Observation* repeats = nullptr;

    void weigh(bool contradicts, double reference, std::string_view sentence) {
        if (!contradicts) {
            ++agreeing;
            return;
        }
        if (against++ == 0) {
            expected = reference;
            reason = sentence;
        }
    }
};

bool differs_by_a_slip(double a, double b) {
    return a > 0 && b > 0 && std::max(a / b, b / a) >= factor_of_a_slip;
}

class Comparison {
  public:
    Comparison(std::vector<Figure> figures, base::YearStart fiscal_year)
        : figures_(std::move(figures)), start_(fiscal_year.month - 1) {
        for (const auto& figure : figures_) {
            auto& peers = by_months_[figure.months];
            if (peers.size() < peers_max)
                peers.push_back(&figure);
        }
    }

    std::vector<SeriesSlip> slips() const {
        std::vector<SeriesSlip> found;
        for (const auto& figure : figures_) {
            const Evidence evidence = weigh(figure);
            if (evidence.repeats != nullptr || evidence.against > evidence.agreeing)
                found.push_back({figure.observation, evidence.expected, evidence.repeats,
                                 evidence.against, sentence(figure, evidence)});
        }
        return found;
    }

  private:
    int year_begin(int month) const { return month - ((month - start_) % 12 + 12) % 12; }
    bool is_cumulative(Months months) const {
        return months.first == year_begin(months.first) && months.last < months.first + 12;
    }

    Evidence weigh(const Figure& figure) const {
        Evidence evidence;
        weigh_same_months(figure, evidence);
        if (is_cumulative(figure.months))
            weigh_cumulatives(figure, evidence);
        if (figure.months.first == figure.months.last)
            weigh_difference(figure, evidence);
        return evidence;
    }

    void weigh_same_months(const Figure& figure, Evidence& evidence) const {
        for (const Figure* peer : by_months_.at(figure.months)) {
            if (peer != &figure)
                evidence.weigh(differs_by_a_slip(figure.value, peer->value), peer->value,
                               "the other figures published for the same months");
        }
    }

    // A sum to date grows with the months: below a shorter one, or above a longer one, is a slip.
    void weigh_cumulatives(const Figure& figure, Evidence& evidence) const {
        const int begin = figure.months.first;
        for (int last = begin; last < begin + 12; ++last) {
            const auto at = by_months_.find({begin, last});
            if (at == by_months_.end() || last == figure.months.last)
                continue;
            const bool shorter = last < figure.months.last;
            for (const Figure* other : at->second) {
                const bool falls = shorter ? figure.value * factor_of_a_slip < other->value
                                           : figure.value > other->value * factor_of_a_slip;
                const double rate = figure.value / (figure.months.last - begin + 1);
                const double other_rate = other->value / (last - begin + 1);
                if (falls || std::max(rate, other_rate) < 2 * std::min(rate, other_rate))
                    evidence.weigh(falls, other_rate * (figure.months.last - begin + 1),
                                   "the other cumulative figures of its fiscal year");
                note_repetition(figure, *other, shorter, evidence);
            }
        }
    }

    static void note_repetition(const Figure& figure, const Figure& other, bool other_is_shorter,
                                Evidence& evidence) {
        if (!other_is_shorter || figure.observation->value != other.observation->value ||
            significant_digits(*figure.observation) < digits_of_a_repetition)
            return;
        evidence.repeats = other.observation;
        evidence.reason = fmt::format("repeats the figure of {} to the last digit",
                                      other.observation->time.text());
    }

    void weigh_difference(const Figure& figure, Evidence& evidence) const {
        const int month = figure.months.first;
        const int begin = year_begin(month);
        const auto to = by_months_.find({begin, month});
        const auto from = by_months_.find({begin, month - 1});
        if (month == begin || to == by_months_.end() || from == by_months_.end())
            return;
        for (const Figure* longer : to->second) {
            for (const Figure* shorter : from->second) {
                const double difference = longer->value - shorter->value;
                if (difference > 0)
                    evidence.weigh(differs_by_a_slip(figure.value, difference), difference,
                                   "the difference of the two cumulative figures around it");
            }
        }
    }

    static std::string sentence(const Figure& figure, const Evidence& evidence) {
        if (evidence.repeats != nullptr)
            return evidence.reason;
        const bool smaller = figure.value < evidence.expected;
        const double ratio =
            smaller ? evidence.expected / figure.value : figure.value / evidence.expected;
        const double power = std::pow(10.0, std::round(std::log10(ratio)));
        const bool is_power = std::abs(std::log10(ratio / power)) < 0.15;
        return fmt::format("{} {:.0f} times {} than {}: {} slip?", is_power ? "about" : "roughly",
                           is_power ? power : ratio, smaller ? "smaller" : "larger",
                           evidence.reason, is_power && power >= 1000 ? "unit" : "digit");
    }

    std::vector<Figure> figures_;
    int start_;
    std::map<Months, std::vector<const Figure*>> by_months_;
};

// Figures of single months or longer periods that do not overlap have nothing to be held against.
bool stand_apart(const std::vector<const Observation*>& observations) {
    for (std::size_t i = 1; i < observations.size(); ++i)
        if (observations[i]->time.first_day() <= observations[i - 1]->time.last_day())
            return false;
    return true;
}

}  // namespace

std::vector<SeriesSlip> find_slips(const std::vector<const Observation*>& observations,
                                   base::YearStart fiscal_year) {
    if (stand_apart(observations))
        return {};
    std::vector<Figure> figures;
    for (const auto* one : observations) {
        if (one->time.span == Span::point_in_time || !is_whole_months(one->time.period) ||
            one->status == ObservationStatus::forecast || one->status == ObservationStatus::missing)
            continue;
        figures.push_back({one, months_of(one->time), one->value.to_double()});
    }
    return Comparison(std::move(figures), fiscal_year).slips();
}

void mark_suspects(Series& series, base::YearStart fiscal_year) {
    std::vector<const Observation*> all;
    for (const auto& observation : series.observations)
        all.push_back(&observation);
    for (auto& slip : find_slips(all, fiscal_year)) {
        auto& observation = series.observations[static_cast<std::size_t>(
            slip.observation - series.observations.data())];
        if (observation.suspect.empty())
            observation.suspect = std::move(slip.reason);
    }
}

}  // namespace statistics
