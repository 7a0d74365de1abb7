// What is included before the pragma stays what every processor can run: the linker may take these
// functions of the library for the whole program.
#include "forecast/aicc.h"
#include "forecast/arma.h"
#include "forecast/ets_layout.h"
#include "forecast/kernels.h"
#include "forecast/season.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#ifdef __x86_64__
#pragma GCC target("avx2")

#define FORECAST_PATH avx2
#define FORECAST_VECTOR_BYTES 32
#include "forecast/kernel_table.h"
#endif
