#pragma once

#include "base/date.h"
#include "base/json.h"
#include "base/period.h"
#include "statistics/series.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

struct Answer;

/// What is said of a figure: a clause in English, and a key with parameters, so that it can be said
/// in another language and name a source by its publisher.
struct Message {
    std::string key;        ///< "nothing_published"
    std::string text;       ///< a clause without a full stop
    base::Json parameters;  ///< an object; days, periods and decimals as they are written

    base::Json json() const;
};
using Messages = std::vector<Message>;

std::string text_of(const Messages& messages);  ///< parted by "; "; empty where there are none
base::Json json_of(const Messages& messages);

/// The messages that there are, one function for each key.
namespace say {

using base::Day;
using base::Period;

Message nothing_published(std::string_view time, Day day);
/// Of a figure that was passed over; the reason is one of `Observation::suspect`.
Message not_used(std::string_view row, std::string_view reason);
Message not_whole_months(const Period& period);
Message published_in_part(int known, int of, Day day);
/// The same of a period that was wanted whole.
Message not_whole(const Period& period, int known, int of, Day day);
Message expected_a_month(const Period& found);
Message no_base_of_growth(std::string_view time, std::string_view base);
Message not_alike(const Answer& a, const Period& of_a, const Answer& b, const Period& of_b);
Message one_release(std::string_view source, Day known_on, const SourceTable& sources);
/// What is in force beside figures that were taken of one release.
Message in_force_now(std::span<const Answer* const> figures);
Message no_common_release(std::span<const std::string> keys, const SourceTable& sources);
/// `what` needs a positive value: "growth", "a share", "a contribution", "an index", "a ratio".
Message not_positive(std::string_view what, const Answer& found);
Message not_exact(std::string_view fault);
Message not_of_one_kind(const Period& from, const Period& to);
Message over_years(double years);
Message wrong_months(const Period& found, int count);
Message months_missing(std::span<const std::string> missing, int of, Day day);
Message share_of_another_unit(std::string_view part, std::string_view total);
Message part_of_another_unit(std::string_view part, std::string_view total);
Message no_part_of(const Answer& part, const Answer& total);
Message no_state(const SeriesKey& state, const Period& period, Day day);
Message divided_by_figure_of(std::string_view time);
Message not_persons(std::string_view unit);
Message own_part(const SeriesKey& series);
Message part_twice(const SeriesKey& series);
Message no_parts();
Message no_sum_to_date(std::string_view time, Day day);
Message month_as_published(const Answer& published);
Message not_a_flow(const SeriesKey& series);
Message no_shares(std::string_view dimension, std::string_view time, Day day);
Message no_whole();
Message largest_not_known(double percent_unpublished);
Message shares_do_not_fit(std::string_view fault);
Message too_few_periods(std::size_t periods, std::size_t least);
Message no_release_has_all(std::string_view time, Day day);

}  // namespace say
}  // namespace statistics
