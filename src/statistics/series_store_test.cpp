#include "statistics/series_store_contract.h"

namespace statistics::testing {
namespace {

INSTANTIATE_TEST_SUITE_P(Memory, SeriesStoreContract, ::testing::Values([] {
                             return std::unique_ptr<SeriesStore>(
                                 std::make_unique<MemorySeriesStore>());
                         }));

}  // namespace
}  // namespace statistics::testing
