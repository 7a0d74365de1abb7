#define FORECAST_PATH portable
#define FORECAST_VECTOR_BYTES 16
#include "forecast/kernel_table.h"
