// libFuzzer's entry for the readers of messages, with a corpus of SDMX-JSON.

#include "sdmx/fuzz/read_anything.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sdmx::read_anything(data, size);
    return 0;
}
