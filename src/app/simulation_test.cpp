// Seeded histories of random actions, good and bad: after each, the indexes that grew entry by
// entry must answer as indexes do that are folded anew, and every question about the past must
// answer as it did then.

#include "app/convene.h"
#include "app/council_view.h"
#include "app/issue_desk.h"
#include "app/keep_seats.h"
#include "app/propose_changes.h"
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
        decision_ = decision();
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
        switch (below(12)) {
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
            case 7:
            case 8:
            case 9:
            case 10:
            case 11:
                accepted = council_step(institution, activity);
                break;
            default: {
                const WorkingPlanRequest request{{}, "2026", {activity}, decision_};
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
        std::string text = json.find("targets")->text() + json.find("counts")->text();
        text += agenda_view(record(), question, "").value().find("items")->text();
        const auto room = council_view(record(), question, Reader::console).value();
        for (const auto* part :
             {"seats", "meetings", "decisions", "obligations", "proposals", "issues", "counts"})
            text += room.find(part)->text();
        return text + working_plan_view(record(), question, "").value().find("activities")->text();
    }

    void compare_with_fresh_fold() {
        Record fresh{Ports{record().log(), record().objects(), record().series_store(), clock()}};
        ASSERT_TRUE(fresh.catch_up().ok());
        EXPECT_EQ(to_json(scoreboard(fresh, {}).value()).text(),
                  to_json(scoreboard(record(), {}).value()).text());
        EXPECT_EQ(council_view(fresh, {}, Reader::console).value().text(),
                  council_view(record(), {}, Reader::console).value().text());
        EXPECT_EQ(agenda_view(fresh, {}, "").value().text(),
                  agenda_view(record(), {}, "").value().text());
    }

    void compare_with_memory() {
        for (const auto& then : remembered_)
            EXPECT_EQ(board({then.as_of, then.at}), then.board);
    }

    // What the council's secretariat would do next, well or badly.
    bool council_step(const std::string& institution, const std::string& activity) {
        const auto secretariat = who("tdap", trust::Role::secretariat);
        const auto today = record().today();
        const auto act = [&](auto request, auto draft, const trust::Principal& principal) {
            return carry_out(record(), principal, request, draft).ok();
        };
        const auto moment = record().now().value();
        const auto standing = standing_of(record(), moment);
        const auto last = [](const auto& list) {
            return list.empty() ? std::string{"none"} : list.back().code();
        };
        const std::string meeting =
            standing->meetings.empty() ? "none" : standing->meetings.back().code;
        switch (below(11)) {
            case 0: {
                AppointmentRequest request;
                request.seat = institution;
                request.holder = "p-" + institution;
                request.until = today + std::chrono::days{below(300)};
                return act(request, draft_appointment, secretariat);
            }
            case 1: {
                ScheduleRequest request;
                request.on = today + std::chrono::days{below(60)};
                return act(request, draft_schedule, secretariat);
            }
            case 2: {
                PrepareRequest request;
                request.meeting = meeting;
                request.add = {"Any other business"};
                return act(request, draft_preparation, secretariat);
            }
            case 3:
                return act(HoldRequest{{}, meeting, {"pasha", "moitt", "secp", "mofept"}, {}, ""},
                           draft_holding, secretariat);
            case 4:
            case 5: {
                DecisionRequest request;
                request.code = "outside-" + std::to_string(below(40));
                request.title = "Something is done";
                request.minutes = {"", "minutes", "", "minutes"};
                (below(2) ? request.owner : request.body) = institution;
                request.due = today + std::chrono::days{below(50)};
                request.proof = "a letter";
                return act(request, draft_decision, secretariat);
            }
            case 6: {
                ClosingRequest request;
                request.obligation = last(standing->obligations);
                request.evidence = {{"", "letter", below(4) ? "B" : "D", "a letter"}};
                return act(request, draft_closing, secretariat);
            }
            case 7: {
                AdvanceRequest request;
                request.proposal = last(standing->proposals);
                request.stage = any(council::all_words<council::Stage>());
                request.legal_text = "Notification 1";
                return act(request, draft_advance, secretariat);
            }
            case 8: {
                IssueRequest request;
                request.title = "The line is slow";
                request.raised_by = "firm";
                return act(request, draft_issue, secretariat);
            }
            case 9: {
                AssignmentRequest request;
                request.issue = last(standing->issues);
                request.owner = institution;
                return act(request, draft_assignment, secretariat);
            }
            default: {
                ProposedChangeRequest request;
                request.subject = activity;
                request.changes = Json::object({{"period", below(2) ? "2026" : "2027"}});
                return act(request, draft_proposed_change, secretariat);
            }
        }
    }

    std::mt19937_64 dice_;
    std::vector<Remembered> remembered_;
    std::string decision_;
};

TEST(Simulation, TheIndexesAnswerAsAFreshReplayAndThePastStaysAsItWas) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        History{seed}.run(120);
    }
}

}  // namespace
}  // namespace app
