#include "statistics/concentration.h"

#include "base/text.h"
#include "statistics/month_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace statistics {
namespace {

using base::Day;
using base::Error;
using base::ErrorCode;

// Shares are printed to two places of percent; twenty of them may be off by 0.1 in all.
constexpr double share_slack = 1e-3;

double square(double x) {
    return x * x;
}

// The largest sum of squares of parts that add up to `mass`, none above `cap`.
double squares_at_cap(double mass, double cap, double count_max) {
    if (mass <= 0 || cap <= 0)
        return 0;
    const double full = std::min(std::floor(mass / cap + 1e-12), count_max);
    const double left = full < count_max ? std::max(0.0, mass - full * cap) : 0;
    return full * square(cap) + square(left);
}

struct Group {
    std::optional<int> top_count;  ///< "top 20 destinations"
};

// What all markets have together; "total of the five" is no more than those five.
bool is_whole(std::string_view value) {
    const std::string lower = base::lower_ascii(value);
    return lower == "world" || (lower.starts_with("total") && !lower.starts_with("total of the "));
}

// Values of a dimension that are several markets together.
std::optional<Group> group_of(std::string_view value) {
    const std::string lower = base::lower_ascii(value);
    if (lower.starts_with("top ")) {
        int count = 0;
        const char* first = lower.data() + 4;
        const auto [end, error] = std::from_chars(first, lower.data() + lower.size(), count);
        if (error == std::errc{} && count > 0)
            return Group{count};
    }
    if (lower == "world" || lower.starts_with("total") || lower.starts_with("all other") ||
        lower == "other" || lower == "others")
        return Group{};
    return std::nullopt;
}

struct Entry {
    std::string name;
    const Series* series = nullptr;
    const Observation* figure = nullptr;
};

bool covers_from_start(const TimePeriod& time, const base::Period& period) {
    return time.first_day() == period.first_day() && time.last_day() <= period.last_day();
}

class Market {
  public:
    Market(std::string_view dimension, const SourceTable& sources)
        : dimension_(dimension), sources_(sources) {}

    // The latest time that a single market's figure was published for.
    void choose_time(std::span<const Series> all, const std::optional<base::Period>& period,
                     Day day) {
        for (const auto& series : all) {
            const std::string* name = series.key.find(dimension_);
            if (name == nullptr || group_of(*name))
                continue;
            for (const Observation* o : as_of(series, day)) {
                if (period && !covers_from_start(o->time, *period))
                    continue;
                if (!time_ || time_->last_day() < o->time.last_day())
                    time_ = o->time;
            }
        }
    }

    void collect(std::span<const Series> all, Day day) {
        for (const auto& series : all) {
            const std::string* name = series.key.find(dimension_);
            if (name == nullptr || !time_)
                continue;
            for (const Observation* o : as_of(series, day)) {
                if (!o->time.same_days(*time_))
                    continue;
                (group_of(*name) ? groups_ : singles_).push_back({*name, &series, o});
            }
        }
        std::ranges::sort(singles_, [](const Entry& a, const Entry& b) {
            return b.figure->value < a.figure->value;
        });
    }

    std::optional<TimePeriod> time() const { return time_; }
    const std::vector<Entry>& singles() const { return singles_; }
    const std::vector<Entry>& groups() const { return groups_; }
    bool is_in_percent() const { return singles_.front().series->unit() == "percent"; }

    // Levels are shares of a published total, else of their own sum.
    double whole() const {
        if (is_in_percent())
            return 100;
        if (const auto* published = published_whole())
            return published->figure->value.to_double();
        double sum = 0;
        for (const auto& entry : singles_)
            sum += entry.figure->value.to_double();
        for (const auto& entry : groups_) {
            if (is_remainder(entry))
                sum += entry.figure->value.to_double();
        }
        return sum;
    }

    // What rounding may have hidden in the sum of squared shares.
    double uncertainty() const {
        const double of = whole();
        const auto* total = is_in_percent() ? nullptr : published_whole();
        const double of_whole = total == nullptr ? 0 : half_unit(*total) / of;
        double sum = 0;
        for (const auto& entry : singles_) {
            const double share = entry.figure->value.to_double() / of;
            const double hidden = half_unit(entry) / of + share * of_whole;
            sum += 2 * share * hidden + square(hidden);
        }
        return sum;
    }

    Derivation derivation(const Entry& entry) const {
        auto leaf = published_value(*entry.figure, entry.series->unit(), sources_).derivation;
        leaf.time = entry.name + ", " + leaf.time;
        return leaf;
    }

  private:
    static double half_unit(const Entry& entry) {
        return 0.5 * std::pow(10.0, entry.figure->precision);
    }
    static bool is_remainder(const Entry& entry) {
        return base::lower_ascii(entry.name).find("other") != std::string::npos;
    }
    const Entry* published_whole() const {
        const auto found =
            std::ranges::find_if(groups_, [](const Entry& group) { return is_whole(group.name); });
        return found == groups_.end() ? nullptr : &*found;
    }

    std::string dimension_;
    const SourceTable& sources_;
    std::optional<TimePeriod> time_;
    std::vector<Entry> singles_;
    std::vector<Entry> groups_;
};

PartialShares shares_of(const Market& market, double whole) {
    PartialShares shares;
    for (const auto& entry : market.singles())
        shares.largest.push_back(entry.figure->value.to_double() / whole);
    for (const auto& entry : market.groups()) {
        const auto group = group_of(entry.name);
        if (group->top_count) {
            shares.top_count = group->top_count;
            shares.top_sum = entry.figure->value.to_double() / whole;
        }
    }
    shares.is_ranking = shares.top_sum.has_value();
    return shares;
}

void judge(const Market& market, const PartialShares& shares, Concentration& result) {
    const double known = std::accumulate(shares.largest.begin(), shares.largest.end(), 0.0);
    const double unknown = std::max(0.0, 1 - known);
    result.all_published = unknown < share_slack;
    const double largest = shares.largest.front();
    // Without a ranking an unpublished market may be larger than any that is published.
    if (!shares.top_sum && unknown > largest)
        result.say(say::largest_not_known(100 * unknown));
    else {
        result.largest_share = 100 * largest;
        result.largest = market.singles().front().name;
    }
    if (result.all_published) {
        if (const auto exact = herfindahl(shares.largest); exact.ok())
            result.hhi = Bounds{exact->hhi, exact->hhi};
        return;
    }
    const auto bounds = hhi_bounds(shares);
    if (bounds.ok())
        result.hhi = *bounds;
    else
        result.say(say::shares_do_not_fit(bounds.error().message));
}

}  // namespace

base::Result<Herfindahl> herfindahl(std::span<const double> shares) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (shares.empty() || !(sum > 0) || !std::isfinite(sum) ||
        std::ranges::any_of(shares, [](double share) { return share < 0; }))
        return Error{ErrorCode::invalid_shares,
                     fmt::format("expected shares that are not negative and not all zero, found {} "
                                 "that add up to {}",
                                 shares.size(), sum),
                     ""};
    std::vector<double> sorted(shares.begin(), shares.end());
    std::ranges::sort(sorted, std::greater{});
    const double count = static_cast<double>(shares.size());
    Herfindahl result;
    result.count = shares.size();
    double together = 0, ranked = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double share = sorted[i] / sum;
        result.hhi += square(share);
        if (share > 0)
            result.entropy -= share * std::log(share);
        ranked += (count - static_cast<double>(i)) * share;
        together += share;
        result.largest.push_back(together);
    }
    result.largest_share = result.largest.front();
    result.effective_number = 1 / result.hhi;
    result.gini_hirschman = 100 * std::sqrt(result.hhi);
    result.theil = std::log(count) - result.entropy;
    result.gini = (2 * ranked - count - 1) / count;
    const double even = 1 / count;
    if (shares.size() > 1) {
        result.normalised = (result.hhi - even) / (1 - even);
        result.unctad = (std::sqrt(result.hhi) - std::sqrt(even)) / (1 - std::sqrt(even));
    }
    return result;
}

base::Result<Bounds> hhi_bounds(const PartialShares& shares) {
    const double known = std::accumulate(shares.largest.begin(), shares.largest.end(), 0.0);
    const double top = shares.top_sum.value_or(known);
    const int top_count = shares.top_count.value_or(static_cast<int>(shares.largest.size()));
    const auto ranks_left =
        static_cast<double>(top_count) - static_cast<double>(shares.largest.size());
    if (shares.largest.empty() || top < known - share_slack || top > 1 + share_slack ||
        ranks_left < 0 ||
        std::ranges::any_of(shares.largest, [](double share) { return !(share >= 0); }))
        return Error{ErrorCode::invalid_shares,
                     fmt::format("expected shares of at most the whole whose top {} have at least "
                                 "their sum {:.4f}, found {:.4f}",
                                 top_count, known, top),
                     ""};
    double published = 0;
    for (const double share : shares.largest)
        published += square(share);
    const double in_ranks = std::max(0.0, top - known);
    const double rest = std::max(0.0, 1 - top);
    const double smallest = *std::ranges::min_element(shares.largest);
    const double mean_in_ranks = ranks_left > 0 ? in_ranks / ranks_left : smallest;

    Bounds bounds{published, published};
    if (ranks_left > 0) {
        bounds.lower += square(in_ranks) / ranks_left;
        bounds.upper += squares_at_cap(in_ranks, smallest, ranks_left);
    }
    const double others = shares.rest_count ? *shares.rest_count : HUGE_VAL;
    if (shares.rest_count && *shares.rest_count > 0)
        bounds.lower += square(rest) / *shares.rest_count;
    // The last rank is at most the mean of its ranks, and nothing after it is larger.
    const double cap = shares.is_ranking ? std::min(mean_in_ranks, smallest) : rest;
    bounds.upper += squares_at_cap(rest, cap, others);
    return bounds;
}

Concentration concentration_as_of(std::span<const Series> series, std::string_view dimension,
                                  const std::optional<base::Period>& period, Day day,
                                  const SourceTable& sources) {
    Concentration result;
    Market market(dimension, sources);
    market.choose_time(series, period, day);
    market.collect(series, day);
    if (market.singles().empty()) {
        result.say(say::no_shares(dimension, period ? period->text() : "", day));
        return result;
    }
    result.time = market.time()->text();
    for (const auto* entries : {&market.singles(), &market.groups()}) {
        for (const auto& entry : *entries) {
            const auto& vintage = entry.figure->vintage;
            result.estimated = result.estimated || vintage.estimated;
            result.vintage = std::max(result.vintage.value_or(vintage.known_on), vintage.known_on);
            (entries == &market.singles() ? result.shares : result.groups)
                .push_back(market.derivation(entry));
        }
    }
    const double whole = market.whole();
    if (!(whole > 0)) {
        result.say(say::no_whole());
        return result;
    }
    judge(market, shares_of(market, whole), result);
    if (result.hhi) {
        result.uncertainty = market.uncertainty();
        result.effective_number = Bounds{1 / result.hhi->upper, 1 / result.hhi->lower};
    }
    return result;
}

void Concentration::say(const Message& message) {
    messages.push_back(message);
    reason = text_of(messages);
}

std::string Concentration::text() const {
    std::string out;
    const auto between = [](const Bounds& bounds, int places) {
        const auto lower = fmt::format("{:.{}f}", bounds.lower, places);
        const auto upper = fmt::format("{:.{}f}", bounds.upper, places);
        return lower == upper ? lower : fmt::format("{} to {}", lower, upper);
    };
    if (hhi) {
        out += fmt::format("HHI {} for {}\n", between(*hhi, 4), time);
        out += fmt::format("as concentrated as {} of one size\n", between(*effective_number, 2));
        out += fmt::format("rounding of the shares may hide {:.2g}\n", uncertainty);
    }
    if (largest_share)
        out += fmt::format("the largest is {}, {:.2f} percent\n", largest, *largest_share);
    if (!reason.empty())
        out += hhi ? reason + '\n' : fmt::format("no value: {}\n", reason);
    for (const auto* leaves : {&shares, &groups})
        for (const auto& leaf : *leaves)
            out += "  " + leaf.text();
    return out;
}

base::Json Concentration::json() const {
    const auto leaf = [](const Derivation& derivation) { return derivation.json(); };
    return base::Json::object(
        {{"largest_share", largest_share ? base::Json{*largest_share} : base::Json{}},
         {"largest", largest},
         {"hhi",
          hhi ? base::Json::object({{"lower", hhi->lower}, {"upper", hhi->upper}}) : base::Json{}},
         {"effective_number", effective_number
                                  ? base::Json::object({{"lower", effective_number->lower},
                                                        {"upper", effective_number->upper}})
                                  : base::Json{}},
         {"uncertainty", uncertainty},
         {"all_published", all_published},
         {"estimated", estimated},
         {"time", time},
         {"vintage", vintage ? base::Json{base::to_string(*vintage)} : base::Json{}},
         {"reason", reason.empty() ? base::Json{} : base::Json{reason}},
         {"messages", json_of(messages)},
         {"shares", base::Json::array_of(shares, leaf)},
         {"groups", base::Json::array_of(groups, leaf)}});
}

}  // namespace statistics
