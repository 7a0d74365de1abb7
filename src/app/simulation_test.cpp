// Seeded histories of random actions, good and bad: after each, the indexes that grew entry by
// entry must answer as indexes do that are folded anew, and every question about the past must
// answer as it did then.

#include "app/record_for_test.h"

#include <gtest/gtest.h>

#include <random>

namespace app {
namespace {

using base::Json;

class History : protected RecordForTest {
  public:
    explicit History(std::uint64_t seed) : dice_(seed) {}

    void run(int steps) {
        ASSERT_TRUE(adopt().ok());
        for (int i = 0; i < steps; ++i) {
            step();
            if (i % 16 == 0)
                remember();
        }
        compare_with_fresh_fold();
        compare_with_memory();
    }

  private:
    struct Remembered {
        base::Instant at;
        base::Day as_of;
        std::string board;
    };

    std::uint64_t below(std::uint64_t limit) { return dice_() % limit; }
    template <typename List>
    const auto& any(const List& list) {
        return list[below(list.size())];
    }

    void step() {
        static const std::vector<std::string> targets{"1.1.1-1", "1.1.2-2", "1.2.4-2", "2.1.2-2",
                                                      "2.1.3-1"};
        static const std::vector<std::string> institutions{"pasha", "moitt", "secp", "mofept",
                                                           "chambers"};
        static const std::vector<std::string> periods{"2026-Q2", "2026-Q3", "2026-Q4"};
        clock().advance(std::chrono::hours{below(40)});
        const auto target = any(targets);
        const auto activity = target.substr(0, 5);
        const auto institution = any(institutions);
        // What is refused must leave no trace, so results are not looked at.
        const std::uint64_t entries = record().log().size();
        bool accepted = false;
        switch (below(7)) {
            case 0:
                accepted =
                    amend(target, Json::object({{"due", below(2) ? "2026-12-31" : "2027-12-31"}}))
                        .ok();
                break;
            case 1:
                accepted = confirm(activity, institution).ok();
                break;
            case 2:
            case 3:
                accepted = report(target, any(periods), institution, std::to_string(below(4)),
                                  below(2) ? "" : "late")
                               .ok();
                break;
            case 4:
                accepted = verify(target, any(periods), institution, "B").ok();
                break;
            case 5: {
                ReviewRequest request{
                    {},          target, any(periods), below(2) ? "return" : "withdraw", "",
                    "not shown", ""};
                accepted = review_report(record(),
                                         who(institution, below(2) ? trust::Role::verifier
                                                                   : trust::Role::reporter),
                                         request)
                               .ok();
                break;
            }
            default: {
                const WorkingPlanRequest request{{}, "2026", {activity}, "decision"};
                accepted =
                    adopt_working_plan(record(), who("moc", trust::Role::council), request).ok();
            }
        }
        EXPECT_EQ(record().log().size(), entries + accepted);
    }

    void remember() {
        const auto now = record().now().value();
        remembered_.push_back({clock().now(), now.known.as_of, board({})});
        // The next entry must not carry the very instant that was remembered.
        clock().advance(std::chrono::seconds{1});
    }

    // The answer without the two clocks that head it.
    std::string board(const Question& question) {
        auto json = to_json(scoreboard(record(), question).value());
        return json.find("targets")->text() + json.find("counts")->text();
    }

    void compare_with_fresh_fold() {
        Record fresh{Ports{record().log(), record().objects(), record().series_store(), clock()}};
        ASSERT_TRUE(fresh.catch_up().ok());
        EXPECT_EQ(to_json(scoreboard(fresh, {}).value()).text(),
                  to_json(scoreboard(record(), {}).value()).text());
    }

    void compare_with_memory() {
        for (const auto& then : remembered_)
            EXPECT_EQ(board({then.as_of, then.at}), then.board);
    }

    std::mt19937_64 dice_;
    std::vector<Remembered> remembered_;
};

TEST(Simulation, TheIndexesAnswerAsAFreshReplayAndThePastStaysAsItWas) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        History{seed}.run(120);
    }
}

}  // namespace
}  // namespace app
