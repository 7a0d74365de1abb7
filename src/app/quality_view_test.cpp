#include "app/quality_view.h"

#include "app/load_dataset.h"
#include "app/record_for_test.h"
#include "dissemination/review_rules.h"
#include "statistics/real_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace app {
namespace {

using statistics::FindingKind;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAreArray;

class ReviewOfTheRecord : public RecordForTest, public ::testing::Test {
  protected:
    void SetUp() override {
        const auto adopted = adopt();
        ASSERT_TRUE(adopted.ok()) << adopted.error().text();
    }
    Quality view(QualityQuestion question = {}) {
        auto made = quality_view(record(), question);
        EXPECT_TRUE(made.ok());
        return made.ok() ? std::move(made).value() : Quality{};
    }
    LoadReceipt load(const std::string& file, const std::string& rows) {
        LoadRequest request;
        request.file = file;
        request.bytes = "category,measure,geography,unit,period,value,published,source\n" + rows;
        auto loaded = load_dataset(record(), who("moitt", trust::Role::administrator), request);
        EXPECT_TRUE(loaded.ok()) << loaded.error().text();
        return loaded.ok() ? std::move(loaded).value() : LoadReceipt{};
    }
};

// What the tests of the review work with is what the strategy declares.
TEST_F(ReviewOfTheRecord, HoldsFiguresToWhatTheStrategyDeclares) {
    const auto& declared = *record().now()->plan->working->statistics;
    const auto rules = dissemination::review_rules(declared, {}, {7});
    const auto expected = statistics::testing::review_rules();
    EXPECT_THAT(rules.identities, UnorderedElementsAreArray(expected.identities));
    EXPECT_THAT(rules.wholes, UnorderedElementsAreArray(expected.wholes));
}

TEST_F(ReviewOfTheRecord, FindsInAllFilesWhatItFindsInTheTable) {
    const auto all = view();
    EXPECT_EQ(all.findings.size(), 23u);
    const auto one = view({{}, FindingKind::transposed_digits});
    ASSERT_EQ(one.findings.size(), 1u);
    EXPECT_EQ(one.findings[0].figures[0].row, "X0391");
    EXPECT_EQ(one.findings[0].expected->text(), "94.97");
}

TEST_F(ReviewOfTheRecord, HoldsALoadAgainstWhatWasLoadedBefore) {
    const auto loaded = load("june.csv",
                             "\"telecommunications, computer and information services (ICT, "
                             "total)\",receipts,world,USD million,2023-07/2024-04,2953,"
                             "2024-06-30,a-paper\n");
    ASSERT_TRUE(loaded.is_reviewed);
    std::vector<std::string> doubtful;
    for (const auto& warning : loaded.report.warnings)
        doubtful.push_back(warning.text());
    EXPECT_THAT(doubtful,
                ElementsAre("W0302 june.csv:2: 2953 for 2023-07/2024-04 [a-paper]: 5 others print "
                            "2593 or nearly so for the same months"));
}

}  // namespace
}  // namespace app
