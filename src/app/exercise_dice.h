#pragma once

#include <cstdint>
#include <random>

namespace app {

/// A seeded generator whose results do not depend on the standard library's distributions.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
    double fraction() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return fraction() < probability; }

  private:
    std::mt19937_64 engine_;
};

}  // namespace app
