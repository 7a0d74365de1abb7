#include "forecast/kernels.h"

#include <atomic>

namespace forecast {

namespace portable {
extern const Kernels kernels;
}
namespace avx2 {
extern const Kernels kernels;
}

namespace {

bool has_avx2() {
    return __builtin_cpu_supports("avx2") != 0;
}

std::atomic<LanePath> taken{has_avx2() ? LanePath::avx2 : LanePath::portable};

}  // namespace

const Kernels& kernels() {
    return lane_path() == LanePath::avx2 ? avx2::kernels : portable::kernels;
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
