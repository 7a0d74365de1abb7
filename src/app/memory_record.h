#pragma once

#include "app/record.h"
#include "base/clock.h"

#include <memory>

namespace app {

/// A record in memory: for a question to a folder that nobody has adopted, and for tests.
class MemoryRecord {
  public:
    /// The clock must outlive it.
    explicit MemoryRecord(const base::Clock& clock);
    ~MemoryRecord();

    Record& record() { return *record_; }

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    std::unique_ptr<Record> record_;
};

}  // namespace app
