// libFuzzer's entry for the readers of base: JSON, CSV, periods, decimals.

#include "base/csv.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/period.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

// RFC 8785 writes whole numbers up to 1e21 without an exponent; beyond 64 bits they are not read
// back. Entries never hold them: their whole numbers stay within 2^53.
bool has_long_number(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits >= 19)
            return true;
    }
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto json = base::Json::parse(text);
    if (json.ok()) {
        const auto canonical = json.value().canonical();
        const auto again = base::Json::parse(canonical);
        if (again.ok() ? again.value().canonical() != canonical : !has_long_number(canonical))
            std::abort();
    }
    base::CsvReader csv{text, "fuzz.csv"};
    for (auto record = csv.next(); record.ok() && record.value(); record = csv.next()) {
    }
    const auto period = base::Period::parse(text);
    if (period.ok() && base::Period::parse(period.value().text()).value() != period.value())
        std::abort();
    const auto decimal = base::Decimal::parse(text);
    if (decimal.ok() && base::Decimal::parse(decimal.value().text()).value() != decimal.value())
        std::abort();
    return 0;
}
