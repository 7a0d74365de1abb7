#pragma once

#include "sdmx/artefact.h"

#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace sdmx {

/// What follows from the edition of the standard and the order of languages alone: made when it is
/// first asked for, and kept, a few of each. Threads may share it.
template <typename Made>
class KeptByLanguages {
  public:
    template <typename Make>
    const Made& get(Standard standard, const std::vector<std::string>& languages, Make make) const {
        const std::lock_guard lock{mutex_};
        for (const auto& one : kept_)
            if (one.standard == standard && one.languages == languages)
                return one.made;
        return kept_.emplace_back(Kept{standard, languages, make()}).made;
    }

  private:
    struct Kept {
        Standard standard;
        std::vector<std::string> languages;
        Made made;
    };

    mutable std::mutex mutex_;
    mutable std::deque<Kept> kept_;
};

}  // namespace sdmx
