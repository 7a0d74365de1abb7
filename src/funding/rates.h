#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace funding {

using base::Result;

/// So many units of one's own currency for one unit of another, on a day.
struct DatedRate {
    base::Day day;
    base::Decimal rate;
    std::string source;
    base::Day known_on;  ///< when it was published
};

/// The rates of other currencies in one's own, as they are known.
class Rates {
  public:
    /// The rate of a day may be missing: banks are closed. So many days before may stand for it.
    static constexpr int days_back_max = 7;

    explicit Rates(base::Currency own) : own_(own) {}

    base::Currency own() const noexcept { return own_; }
    /// Shape: `ascending` by day, each day once, rates above zero.
    void add(base::Currency currency, std::vector<DatedRate> ascending);

    /// The rate of the day, or the latest of the seven days before; nothing where there is none.
    const DatedRate* find(base::Currency currency, base::Day day) const;

    /// An amount in minor units of one's own currency, rounded half to even.
    struct Converted {
        std::int64_t minor_units = 0;
        const DatedRate* rate = nullptr;  ///< none for money in one's own currency
        bool is_known = false;            ///< false: there is no rate
    };
    /// Errors: overflow. Own money is what it is.
    Result<Converted> convert(const base::Money& money, base::Day day) const;

    /// The same without the words of an error, for tables; `overflowed` is set and never cleared.
    Converted convert(const base::Money& money, base::Day day, bool& overflowed) const;

    /// no_exchange_rate, with the day and the nearest rates before and after it.
    base::Error missing(base::Currency currency, base::Day day) const;

  private:
    struct Series {
        base::Currency currency;
        std::vector<DatedRate> rates;
        std::vector<std::int32_t> by_day;  // from the first day on: the rate, or -1
    };
    const Series* series(base::Currency currency) const;

    base::Currency own_;
    std::vector<Series> series_;
};

}  // namespace funding
