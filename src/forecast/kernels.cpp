#include "forecast/kernels.h"

#include <atomic>

namespace forecast {

namespace portable {
extern const Kernels kernels;
}
#ifdef __x86_64__
namespace avx2 {
extern const Kernels kernels;
}
#endif

namespace {

bool has_avx2() {
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

std::atomic<LanePath> taken{has_avx2() ? LanePath::avx2 : LanePath::portable};

}  // namespace

const Kernels& kernels() {
#ifdef __x86_64__
    if (lane_path() == LanePath::avx2)
        return avx2::kernels;
#endif
    return portable::kernels;
}

LanePath lane_path() {
    return taken.load(std::memory_order_relaxed);
}

bool take_lane_path(LanePath path) {
    if (path == LanePath::avx2 && !has_avx2())
        return false;
    taken = path;
    return true;
}

}  // namespace forecast
