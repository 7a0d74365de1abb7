// libFuzzer target: clang++ -fsanitize=fuzzer,address with the sources of base and plan.
#include "plan/fuzz/compile_input.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    plan::compile_input({reinterpret_cast<const char*>(data), size});
    return 0;
}
