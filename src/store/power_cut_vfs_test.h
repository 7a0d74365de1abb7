#pragma once

#include "store/sqlite/database.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace store {

/// A disk that keeps writes in memory until they are synced. When the power goes, what was not
/// synced is lost sector by sector, in any combination, as a drive without a battery may do.
///
/// Locks and shared memory go to the system's own files; they do not outlive the power either.
class PowerCutVfs {
  public:
    explicit PowerCutVfs(std::string name);
    PowerCutVfs(const PowerCutVfs&) = delete;
    PowerCutVfs& operator=(const PowerCutVfs&) = delete;
    ~PowerCutVfs();

    const std::string& name() const { return name_; }
    /// The power goes at the n-th write or sync from now; `seed` decides what is lost.
    void cut_after(std::uint64_t operations, std::uint64_t seed);
    void cut_now();
    bool was_cut() const;
    /// Puts on the real disk what the cut left, and gives the power back.
    void lose_power();

    struct Disk;

  private:
    std::string name_;
    std::unique_ptr<Disk> disk_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

}  // namespace store
