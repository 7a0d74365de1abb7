#pragma once

#include "app/record.h"
#include "app/sdmx_service.h"
#include "server/cache.h"
#include "server/router.h"

#include <atomic>
#include <memory>

namespace server {

/// What the handlers of the product share.
class Product {
  public:
    explicit Product(app::Record& record);

    app::Record& record() const { return record_; }
    ResponseCache& cache() { return cache_; }
    const app::SdmxService& sdmx() const { return sdmx_; }

    /// Names the state of the record and the day; answers that follow from these two and the
    /// request are the same while it is. 0 where the store cannot be asked.
    std::uint64_t version();

    /// Notices what other processes have written; asks the store at most fifty times a second.
    base::Result<void> freshen();

  private:
    app::Record& record_;
    ResponseCache cache_;
    app::SdmxService sdmx_;
    std::atomic<std::int64_t> fresh_until_{0};
};

/// The table of all routes of the product. No rule lives here: each handler calls one action.
/// `product` must outlive the listener.
void add_product_routes(Router& router, Product& product);

}  // namespace server
