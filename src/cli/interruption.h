#pragma once

#include <string_view>

namespace cli {

/// Says a sentence where the program is interrupted (Ctrl-C, or asked to end), which it then is.
/// One at a time.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    /// What is true from now on. Any one thread at a time.
    void would_mean(std::string_view sentence);
};

}  // namespace cli
