#include "journal/memory_log.h"

#include "journal/log_contract_test.h"

namespace journal {
namespace {

struct MemoryUnderTest final : LogUnderTest {
    explicit MemoryUnderTest(const base::Clock& clock) : log_(clock, &objects_) {}
    Log& log() override { return log_; }
    ObjectStore& objects() override { return objects_; }

    MemoryObjectStore objects_;
    MemoryLog log_;
};

INSTANTIATE_TEST_SUITE_P(Memory, LogContract,
                         testing::Values(LogFactory{"memory", [](const base::Clock& clock) {
                                                        return std::make_unique<MemoryUnderTest>(
                                                            clock);
                                                    }}));

}  // namespace
}  // namespace journal
