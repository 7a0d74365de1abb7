#pragma once

#include "base/memo.h"
#include "base/period.h"
#include "dissemination/foreign.h"
#include "sdmx/message.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dissemination {

/// Turns the observations of another agency's dataflow into records of a table of figures: the
/// series is named by its codes, and everything that is said of it besides goes with it.
class ForeignRows {
  public:
    /// What is said of several observations at once, by component.
    using Words = std::map<std::string, std::string, std::less<>>;

    /// `sender` is who sent the message, `prepared` the day on which it was, empty where
    /// the message tells neither; nothing was published after `today`.
    ForeignRows(const ForeignFlow& flow, base::YearStart fiscal_year, std::string sender,
                std::string prepared, std::optional<base::Day> today);

    /// Appends the fields of a row from the period on: period, value, status, published, source,
    /// id, series_key, attributes.
    ///
    /// Shape: `said` are attributes of the observation, its series and its data set. A value that
    ///        is missing, or NaN, has the status M. A period that was not over on the day of
    ///        publication has a forecast (F), unless the message says otherwise.
    /// Errors: sdmx_not_loadable, without a place: a dimension missing or unknown, a code in no
    ///         list, a period that is no base::Period of calendar or `fiscal_year`, a value that is
    ///         no number of at most 18 digits, more than 4096 bytes of attributes.
    base::Result<void> append(const sdmx::ObservationRecord& record, const Words& said,
                              std::string& to);

  private:
    struct Period {
        std::string text;
        base::Day last;
    };
    base::Result<std::string> key_of(std::span<const sdmx::ComponentValue> key) const;
    base::Result<std::string> attributes_of(const Words& said) const;
    base::Result<Period> period_of(std::string_view text, std::string_view start_day) const;

    const ForeignFlow& flow_;
    const sdmx::DataStructure& structure_;
    base::YearStart fiscal_year_;
    std::string source_;
    std::string published_;
    std::optional<base::Day> known_by_;  ///< what ends later was not over
    base::Memo<std::string> keys_;
    base::Memo<Period> periods_;
    std::string text_;
};

}  // namespace dissemination
