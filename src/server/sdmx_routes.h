#pragma once

#include "server/router.h"
#include "server/routes.h"

namespace server {

/// Adds the SDMX service: /sdmx (REST 1.5; also /sdmx/v1 and /sdmx/2.1) and /sdmx/v2 (REST 2.2;
/// also /sdmx/3.0). `product` must outlive the listener.
void add_sdmx_routes(Router& router, Product& product);

}  // namespace server
