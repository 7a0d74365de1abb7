// libFuzzer's entry for the reader of tables of trade; what it accepts, every measure accepts.

#include "statistics/read_trade.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto table = statistics::read_trade(text, "t.csv", statistics::AbsentCells::zero);
    if (!table.ok())
        return 0;
    for (const auto& matrix : table->matrices)
        if (!statistics::check(matrix).ok())
            std::abort();
    return 0;
}
