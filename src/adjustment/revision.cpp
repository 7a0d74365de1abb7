#include "adjustment/revision.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace adjustment {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;

constexpr std::array<std::string_view, 3> words{"concurrent", "partial", "current"};

/// Publishes one vintage after the other.
class Publisher {
  public:
    Publisher(std::span<const double> values, const AdjustOptions& options, RevisionPolicy policy)
        : values_(values), options_(options), policy_(policy) {}

    base::Result<Vintage> publish(std::size_t known) {
        const auto year = static_cast<std::size_t>(options_.frequency);
        const bool is_full = policy_ == RevisionPolicy::concurrent || !full_.is_adjusted ||
                             known - full_known_ >= year;
        if (!is_full && policy_ == RevisionPolicy::current)
            return projected(known);
        auto made = TRY(adjust(values_.first(known), as_of(known, is_full ? options_ : kept())));
        Vintage vintage{known, is_full, made.mode, made.is_adjusted ? made.adjusted : Values{}};
        if (is_full) {
            full_ = std::move(made);
            full_known_ = known;
        }
        return vintage;
    }

  private:
    Vintage projected(std::size_t known) const {
        Vintage made{known, false, full_.mode, full_.adjusted};
        for (std::size_t t = full_known_; t < known; ++t) {
            const double factor = full_.seasonal_ahead[t - full_known_];
            made.adjusted.push_back(full_.mode == Mode::multiplicative ? values_[t] / factor
                                                                       : values_[t] - factor);
        }
        return made;
    }

    /// What was known of influences and outliers: an influence such as working days is known for
    /// the year that follows.
    AdjustOptions as_of(std::size_t known, AdjustOptions options) const {
        for (auto& one : options.influences)
            one.values.resize(known + static_cast<std::size_t>(options_.frequency));
        std::erase_if(options.outliers, [&](const auto& one) { return one.at >= known; });
        return options;
    }

    AdjustOptions kept() const {
        auto made = options_;
        made.mode = full_.mode;
        made.model = full_.model ? full_.model->order : airline;
        made.finds_outliers = false;
        made.seasonal = full_.tables.seasonal;
        made.trend_terms = full_.tables.trend_terms;
        made.outliers = full_.model ? full_.model->outliers : std::vector<Outlier>{};
        return made;
    }

    std::span<const double> values_;
    const AdjustOptions& options_;
    RevisionPolicy policy_;
    Adjustment full_;
    std::size_t full_known_ = 0;
};

std::optional<double> mean_revision(const std::vector<Vintage>& vintages, std::size_t later,
                                    double size) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i + later < vintages.size(); ++i) {
        const auto& first = vintages[i].adjusted;
        const auto& then = vintages[i + later].adjusted;
        if (first.empty() || then.empty())
            continue;
        // A difference has no size of its own: it can be near 0.
        const double whole =
            vintages[i].mode == Mode::multiplicative ? std::abs(first.back()) : size;
        sum += std::abs(then[first.size() - 1] - first.back()) / whole;
        ++count;
    }
    return count > 0 ? std::optional{100 * sum / count} : std::nullopt;
}

}  // namespace

std::string_view word(RevisionPolicy policy) {
    return words[static_cast<std::size_t>(policy)];
}

std::optional<RevisionPolicy> parse_revision_policy(std::string_view text) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == text)
            return static_cast<RevisionPolicy>(i);
    return std::nullopt;
}

base::Result<RevisionHistory> revision_history(std::span<const double> values,
                                               const AdjustOptions& options, RevisionPolicy policy,
                                               std::size_t first_known) {
    const auto refused = [](std::string message) {
        return Error{ErrorCode::invalid_forecast, std::move(message), {}};
    };
    const auto year = static_cast<std::size_t>(std::max(options.frequency, 1));
    for (const auto& one : options.influences)
        if (one.values.size() != values.size() + year)
            return refused(fmt::format("expected {} values of {}, found {}", values.size() + year,
                                       one.name, one.values.size()));
    if (first_known == 0)
        first_known = values.size() >= 6 * year ? 5 * year : 3 * year;
    if (first_known < 3 * year || first_known > values.size())
        return refused(fmt::format("expected {} to {} values at first, found {}", 3 * year,
                                   values.size(), first_known));
    RevisionHistory made;
    made.policy = policy;
    Publisher publisher{values, options, policy};
    for (std::size_t known = first_known; known <= values.size(); ++known)
        made.vintages.push_back(TRY(publisher.publish(known)));
    double size = 0;
    for (const double value : values)
        size += std::abs(value) / static_cast<double>(values.size());
    made.after_one = mean_revision(made.vintages, 1, size);
    made.after_year = mean_revision(made.vintages, year, size);
    return made;
}

}  // namespace adjustment
