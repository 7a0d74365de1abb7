#define FORECAST_PATH portable
#include "forecast/kernel_table.h"
