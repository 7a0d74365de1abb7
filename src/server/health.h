#pragma once

#include "server/metrics.h"
#include "server/router.h"

#include <atomic>

namespace server {

/// Whether the server can answer for the product: its state is folded, its store is open.
class Readiness {
  public:
    void set(bool ready) noexcept { ready_.store(ready, std::memory_order_release); }
    bool is_ready() const noexcept { return ready_.load(std::memory_order_acquire); }

  private:
    std::atomic<bool> ready_{false};
};

/// Adds /healthz (the process answers), /readyz (503 until it is ready) and /metrics. Both objects
/// must outlive the listener.
void add_health_routes(Router& router, const Readiness& readiness, const Metrics& metrics);

}  // namespace server
