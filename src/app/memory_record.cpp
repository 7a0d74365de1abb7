#include "app/memory_record.h"

#include "journal/memory_log.h"
#include "statistics/series_store.h"

namespace app {

struct MemoryRecord::Parts {
    explicit Parts(const base::Clock& clock) : log(clock, &objects) {}
    journal::MemoryObjectStore objects;
    journal::MemoryLog log;
    statistics::MemorySeriesStore series;
};

MemoryRecord::MemoryRecord(const base::Clock& clock)
    : parts_(std::make_unique<Parts>(clock)),
      record_(
          std::make_unique<Record>(Ports{parts_->log, parts_->objects, parts_->series, clock})) {}

MemoryRecord::~MemoryRecord() = default;

}  // namespace app
