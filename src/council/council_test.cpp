#include "council/agenda.h"
#include "council/chain.h"
#include "council/rules.h"
#include "journal/entry.h"
#include "plan/rules.h"

#include <gmock/gmock.h>

#include <deque>

namespace council {
namespace {

using base::make_day;
using plan::Stated;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A council of three seats over two activities, and entries that are folded as they come.
class Council : public testing::Test {
  protected:
    Council() {
        for (const char* code : {"moc", "pasha", "uet", "fbr"})
            plan_.institutions.push_back(
                {InstitutionId{code}, code, code, {}, {}, "", {}, {}, {}, "", {}});
        plan_.council.title = "Council";
        plan_.council.seats = {{1, InstitutionId{"moc"}, "public", ""},
                               {2, InstitutionId{"pasha"}, "private", ""},
                               {3, InstitutionId{"uet"}, "academia", ""}};
        plan_.objectives = {{plan::ObjectiveId{"1"}, {}, "One", "", {}},
                            {plan::ObjectiveId{"1.1"}, plan::ObjectiveId{"1"}, "One one", "", {}}};
        plan_.from = make_day(2023, 1, 1);
        plan_.until = make_day(2027, 12, 31);
        for (const char* code : {"1.1.1", "1.1.2"}) {
            plan::Activity activity;
            activity.code = plan::ActivityId{code};
            activity.objective = plan::ObjectiveId{"1.1"};
            activity.title = "Activity";
            activity.lead = InstitutionId{"pasha"};
            activity.support = {InstitutionId{"moc"}};
            activity.period = plan::Span{"2024", make_day(2024, 1, 1), make_day(2024, 12, 31)};
            plan::Target target;
            target.id = plan::TargetId{std::string{code} + "-1"};
            target.activity = activity.code;
            target.statement = std::string{"Things"};
            target.measure = plan::Measure::count;
            target.value = base::Decimal{5};
            target.unit = std::string{"things"};
            target.due = Stated<plan::DueDate>::open();
            activity.targets.push_back(target);
            plan_.activities.push_back(activity);
        }
    }

    void add(base::Day day, Content content) {
        events_.push_back({seq_++, day, "moc", std::move(content)});
    }
    Standing standing() const {
        std::vector<const Event*> events;
        for (const Event& event : events_)
            events.push_back(&event);
        return fold(plan_.council, events);
    }
    void seat_all(base::Day day) {
        for (const char* code : {"moc", "pasha", "uet"})
            add(day,
                Appointed{InstitutionId{code}, Capacity::holder, std::string{"p-"} + code, {}});
    }
    void hold(const std::string& code, base::Day day, std::vector<const char*> seats,
              int needed = 2) {
        add(day, MeetingScheduled{"council", {{code, day}}, "", ""});
        MeetingHeld held{code, {}, {}, needed, 3, "more than half of the seats"};
        for (const char* seat : seats)
            held.present.push_back({InstitutionId{seat}, Capacity::holder});
        add(day, held);
    }
    static Decided decision(std::string code, std::string meeting,
                            std::vector<std::string> concerns) {
        Decided decided;
        decided.code = std::move(code);
        decided.meeting = std::move(meeting);
        decided.title = "Something is done";
        decided.concerns = std::move(concerns);
        decided.is_adopted = true;
        return decided;
    }
    std::vector<base::ErrorCode> codes(const std::vector<base::Error>& faults) const {
        std::vector<base::ErrorCode> list;
        for (const auto& fault : faults)
            list.push_back(fault.code);
        return list;
    }

    plan::Plan plan_;
    std::deque<Event> events_;
    std::uint64_t seq_ = 0;
};

TEST(Quorum, IsReadFromWhatPeopleWrite) {
    for (const auto& [text, needed] : {std::pair{"7", 7},
                                       {"seven", 7},
                                       {"Half of the seats", 7},
                                       {"more than half of the seats", 7},
                                       {"two thirds of the seats", 9},
                                       {"a third of the seats", 5},
                                       {"All seats", 13},
                                       {"13", 13}})
        EXPECT_EQ(plan::seats_needed(text, 13), needed) << text;
    for (const char* text : {"14", "0", "many", "", "-1", "7.5", "half"})
        EXPECT_EQ(plan::seats_needed(text, 13).has_value(), std::string_view{text} == "half")
            << text;
    EXPECT_EQ(plan::seats_needed("more than half of the seats", 4), 3);
    EXPECT_EQ(plan::seats_needed("half of the seats", 5), 3);
}

TEST(Term, IsReadInYearsAndMonths) {
    EXPECT_EQ(plan::term_months("Two years"), 24);
    EXPECT_EQ(plan::term_months("18 months"), 18);
    EXPECT_EQ(plan::term_months("one year"), 12);
    for (const char* text : {"years", "two", "zero years", "two weeks", ""})
        EXPECT_EQ(plan::term_months(text), std::nullopt) << text;
}

TEST_F(Council, AnOpenQuorumIsMoreThanHalfUntilItIsDecided) {
    plan_.council.quorum = Stated<std::string>::open();
    EXPECT_EQ(quorum_of(plan_.council, standing(), council_body).needed, 2);
    plan_.council.quorum = std::string{"all seats"};
    EXPECT_EQ(quorum_of(plan_.council, standing(), council_body).needed, 3);
}

TEST_F(Council, AnAppointmentEndsTheOneBeforeAndALaterOneEndsABackdatedOne) {
    const InstitutionId moc{"moc"};
    add(make_day(2024, 1, 1), Appointed{moc, Capacity::holder, "a", {}});
    add(make_day(2024, 6, 1), Appointed{moc, Capacity::holder, "b", {}});
    add(make_day(2023, 6, 1), Appointed{moc, Capacity::holder, "c", {}});
    const Standing now = standing();
    const auto on = [&](base::Day day) -> std::string {
        const auto* tenure = now.find_seat(moc)->on(Capacity::holder, day);
        return tenure == nullptr ? "" : tenure->person;
    };
    EXPECT_EQ(on(make_day(2023, 5, 31)), "");
    EXPECT_EQ(on(make_day(2023, 12, 31)), "c");
    EXPECT_EQ(on(make_day(2024, 5, 31)), "a");
    EXPECT_EQ(on(make_day(2024, 6, 1)), "b");
}

TEST_F(Council, ATermThatIsOverSeatsNobody) {
    add(make_day(2024, 1, 1),
        Appointed{InstitutionId{"moc"}, Capacity::alternate, "a", make_day(2024, 3, 31)});
    hold("m", make_day(2024, 4, 25), {});
    const Standing now = standing();
    const auto faults = check_presence(now, *now.find_meeting("m"),
                                       {{InstitutionId{"moc"}, Capacity::alternate},
                                        {InstitutionId{"fbr"}, Capacity::holder},
                                        {InstitutionId{"moc"}, Capacity::alternate}},
                                       make_day(2024, 4, 25));
    EXPECT_THAT(codes(faults),
                ElementsAre(base::ErrorCode::not_in_office, base::ErrorCode::not_a_seat,
                            base::ErrorCode::votes_twice));
    EXPECT_THAT(faults.front().message, HasSubstr("ended on 2024-03-31"));
}

TEST_F(Council, VotesOfTheAbsentTheRecusedAndTheDoubledAreNamedWithTheQuorum) {
    seat_all(make_day(2024, 1, 1));
    hold("m", make_day(2024, 1, 25), {"moc", "pasha"});
    const Standing now = standing();
    Decided decided = decision("m/1", "m", {});
    decided.recused = {InstitutionId{"pasha"}};
    decided.votes = {{InstitutionId{"moc"}, Vote::in_favour},
                     {InstitutionId{"moc"}, Vote::against},
                     {InstitutionId{"pasha"}, Vote::in_favour},
                     {InstitutionId{"uet"}, Vote::in_favour}};
    EXPECT_THAT(codes(check_votes(*now.find_meeting("m"), decided)),
                ElementsAre(base::ErrorCode::votes_twice, base::ErrorCode::recused_votes,
                            base::ErrorCode::not_present, base::ErrorCode::not_quorate));
    decided.recused.clear();
    decided.votes.resize(1);
    EXPECT_THAT(check_votes(*now.find_meeting("m"), decided), IsEmpty());
}

TEST_F(Council, MoreVotesForThanAgainstCarry) {
    const auto votes = [](int in_favour, int against) {
        std::vector<Ballot> list;
        for (int i = 0; i < in_favour; ++i)
            list.push_back({InstitutionId{"a" + std::to_string(i)}, Vote::in_favour});
        for (int i = 0; i < against; ++i)
            list.push_back({InstitutionId{"b" + std::to_string(i)}, Vote::against});
        list.push_back({InstitutionId{"c"}, Vote::abstain});
        return list;
    };
    EXPECT_TRUE(is_carried(votes(2, 1)));
    EXPECT_FALSE(is_carried(votes(2, 2)));
    EXPECT_FALSE(is_carried(votes(0, 0)));
}

TEST_F(Council, ADecisionReachesWhatItNamesAndWhatLiesBelow) {
    const auto reached = [&](std::string named, const std::string& subject) {
        return reaches(plan_, standing(), decision("d", "", {std::move(named)}), subject);
    };
    EXPECT_TRUE(reached("1", "1.1.1-1"));
    EXPECT_TRUE(reached("1.1.1", "1.1.1-1"));
    EXPECT_TRUE(reached("plan", "council"));
    EXPECT_FALSE(reached("1.1.1-1", "1.1.1"));
    EXPECT_FALSE(reached("1.1.2", "1.1.1-1"));
    add(make_day(2024, 1, 1), decision("earlier", "", {}));
    EXPECT_FALSE(reached("plan", "earlier"));
    EXPECT_TRUE(reached("earlier", "earlier"));
}

TEST_F(Council, AuthorityIsAnAdoptedDecisionOfTheCouncilOfThatDayOrBefore) {
    add(make_day(2024, 2, 1), decision("good", "", {"plan"}));
    auto refused = decision("refused", "", {"plan"});
    refused.is_adopted = false;
    add(make_day(2024, 2, 1), refused);
    add(make_day(2024, 1, 1),
        GroupFormed{"tax", "Tax", {InstitutionId{"moc"}}, InstitutionId{"moc"}, "good"});
    add(make_day(2024, 2, 1), MeetingScheduled{"tax", {{"t", make_day(2024, 2, 1)}}, "", ""});
    add(make_day(2024, 2, 1), decision("t/1", "t", {"plan"}));
    const auto asked = [&](const char* code, base::Day day) {
        return codes(check_authority(plan_, standing(), code, {"1.1.1"}, day));
    };
    EXPECT_THAT(asked("good", make_day(2024, 2, 1)), IsEmpty());
    EXPECT_THAT(asked("good", make_day(2024, 1, 31)),
                ElementsAre(base::ErrorCode::decision_required));
    EXPECT_THAT(asked("refused", make_day(2024, 3, 1)),
                ElementsAre(base::ErrorCode::decision_required));
    EXPECT_THAT(asked("t/1", make_day(2024, 3, 1)),
                ElementsAre(base::ErrorCode::decision_required));
    EXPECT_THAT(asked("nothing", make_day(2024, 3, 1)),
                ElementsAre(base::ErrorCode::no_such_decision));
    EXPECT_THAT(asked(" ", make_day(2024, 3, 1)), ElementsAre(base::ErrorCode::decision_required));
}

TEST_F(Council, AnObligationClimbsUntilItIsClosedAndKeepsItsFirstDueDate) {
    auto owed = decision("m/1", "", {});
    owed.outcome = Outcome::obligation;
    owed.owner = InstitutionId{"pasha"};
    owed.due = make_day(2024, 3, 31);
    add(make_day(2024, 1, 25), owed);
    const auto one = [&] { return standing().obligations.front(); };
    EXPECT_EQ(one().state(make_day(2024, 3, 31)), ObligationState::open);
    EXPECT_EQ(one().state(make_day(2024, 4, 1)), ObligationState::overdue);
    EXPECT_THAT(one().escalation(make_day(2024, 4, 1)), SizeIs(1));
    EXPECT_THAT(one().escalation(make_day(2024, 5, 12)), SizeIs(4));
    add(make_day(2024, 4, 2), ObligationExtended{"m/1", make_day(2024, 6, 30), "m/2"});
    EXPECT_EQ(one().state(make_day(2024, 6, 30)), ObligationState::open);
    EXPECT_EQ(*one().decision.what->due, make_day(2024, 3, 31));
    add(make_day(2024, 7, 1), ObligationClosed{"m/1", {}, "B", ""});
    EXPECT_EQ(one().state(make_day(2024, 7, 2)), ObligationState::closed_late);
    EXPECT_THAT(one().escalation(make_day(2024, 12, 1)), IsEmpty());
}

TEST_F(Council, AProposalTakesOneStageAfterAnother) {
    auto proposed = decision("m/1", "", {});
    proposed.outcome = Outcome::proposal;
    proposed.body = "ministry";
    add(make_day(2024, 1, 25), proposed);
    const auto may = [&](Stage stage, base::Day day) {
        return check_stage(standing().proposals.front(), stage, day).empty();
    };
    EXPECT_FALSE(may(Stage::submitted, make_day(2024, 2, 1)));
    EXPECT_FALSE(may(Stage::drafted, make_day(2024, 1, 1)));
    EXPECT_TRUE(may(Stage::drafted, make_day(2024, 2, 1)));
    EXPECT_TRUE(is_stalled(standing().proposals.front(), make_day(2024, 4, 25)));
    EXPECT_FALSE(is_stalled(standing().proposals.front(), make_day(2024, 4, 24)));
    for (const Stage stage : {Stage::drafted, Stage::submitted, Stage::refused})
        add(make_day(2024, 2, 1), ProposalAdvanced{"m/1", stage, "", "", "", ""});
    EXPECT_TRUE(may(Stage::drafted, make_day(2024, 3, 1)));
    EXPECT_FALSE(may(Stage::enacted, make_day(2024, 3, 1)));
}

TEST_F(Council, TheClockOfAnIssueRunsFromItsFirstDayAndAnewWhenItIsReopened) {
    add(make_day(2024, 1, 1), IssueRaised{"I-1", "issue", "Slow", "firm", ""});
    const auto issue = [&] { return standing().issues.front(); };
    EXPECT_EQ(issue().due, make_day(2024, 1, 31));
    add(make_day(2024, 1, 20), IssueAssigned{"I-1", "power", InstitutionId{"moc"}, "whitelisting"});
    EXPECT_EQ(issue().due, make_day(2024, 1, 11));
    add(make_day(2024, 1, 21), IssueAssigned{"I-1", "", InstitutionId{"fbr"}, ""});
    EXPECT_EQ(issue().constraint, "power");
    add(make_day(2024, 2, 1), IssueAnswered{"I-1", "c", ""});
    EXPECT_FALSE(issue().is_open());
    add(make_day(2024, 3, 1), IssueReopened{"I-1", "r"});
    EXPECT_TRUE(issue().is_open());
    EXPECT_EQ(issue().due, make_day(2024, 3, 11));
    EXPECT_THAT(issue().earlier, SizeIs(1));
}

TEST_F(Council, TheChecklistSaysWhatIsOpenAndWhoClosesIt) {
    std::map<plan::ActivityId, std::vector<plan::Confirmation>> confirmations;
    std::map<plan::ActivityId, std::vector<plan::WorkingYear>> years;
    std::vector<plan::ProposedChange> proposed;
    const auto words = [&] {
        const auto lists = checklist({plan_, confirmations, years, proposed, make_day(2024, 6, 1)});
        return in_words(ShortNames{plan_}, lists.front());
    };
    EXPECT_EQ(words(),
              "the council: due date of 1.1.1-1; the lead, pasha: confirmation, dated steps, "
              "baseline, verification of 1.1.1-1; supporters not confirmed: moc; the secretariat: "
              "verifier of 1.1.1-1");
    const plan::ActivityId code{"1.1.1"};
    confirmations[code].push_back(
        {1, make_day(2024, 1, 1), InstitutionId{"pasha"}, "partly", "2024-Q1"});
    confirmations[code].push_back({2, make_day(2024, 1, 1), InstitutionId{"moc"}, "no", ""});
    years[code].push_back({"2024", make_day(2024, 1, 2), "d"});
    EXPECT_THAT(words(), HasSubstr("pasha said partly, by 2024-Q1, which has passed; moc said no"));
    confirmations[code].push_back(
        {3, make_day(2024, 1, 1), InstitutionId{"pasha"}, "partly", "2024-Q4"});
    EXPECT_THAT(words(), testing::Not(HasSubstr("pasha said")));
    confirmations[code].push_back({4, make_day(2024, 1, 3), InstitutionId{"moc"}, "yes", ""});
    EXPECT_THAT(words(), testing::Not(HasSubstr("moc")));
}

TEST_F(Council, AProposalThatWouldCloseAPointIsNamedWithIt) {
    std::map<plan::ActivityId, std::vector<plan::Confirmation>> confirmations;
    std::map<plan::ActivityId, std::vector<plan::WorkingYear>> years;
    std::vector<plan::ProposedChange> proposed{
        {7,
         make_day(2024, 1, 1),
         InstitutionId{"pasha"},
         "1.1.1-1",
         "due",
         std::make_shared<const base::Json>(base::Json::object({{"due", "2025"}})),
         {}}};
    const auto lists = checklist({plan_, confirmations, years, proposed, make_day(2024, 6, 1)});
    for (const auto& point : lists.front().points)
        EXPECT_EQ(point.proposal.has_value(), point.field == "due") << point.field;
}

TEST_F(Council, LoadIsHeldAgainstTheRatedCapacityOnly) {
    plan_.institutions[1].capacity = 3;  // pasha leads both of two activities
    const auto loads = loads_of(plan_);
    EXPECT_EQ(loads[1].load, 2.0);
    EXPECT_EQ(*loads[1].limit, 1.0);
    EXPECT_TRUE(loads[1].is_over());
    EXPECT_EQ(loads[0].load, 0.5);
    EXPECT_FALSE(loads[0].limit.has_value());
    EXPECT_FALSE(loads[0].is_over());
    EXPECT_TRUE(loads[2].is_idle() && loads[2].has_seat);
    EXPECT_FALSE(loads[3].has_seat);
}

/// The agenda of a council in which little has happened.
class Agenda : public Council {
  protected:
    std::vector<AgendaItem> agenda(base::Day day, std::vector<status::TargetStatus> targets = {}) {
        standing_ = standing();
        std::map<plan::ActivityId, std::vector<plan::Confirmation>> confirmations;
        AgendaInput input{plan_,   standing_, checklist({plan_, confirmations, {}, {}, day}),
                          targets, {},        promises_,
                          failed_, day};
        return propose_agenda(input);
    }
    static std::vector<std::string> keys(const std::vector<AgendaItem>& items) {
        std::vector<std::string> list;
        for (const auto& item : items)
            list.push_back(item.key());
        return list;
    }
    status::TargetStatus judged(status::Status status) const {
        status::TargetStatus one;
        one.id = plan::TargetId{"1.1.1-1"};
        one.activity = plan::ActivityId{"1.1.1"};
        one.status = status;
        return one;
    }

    Standing standing_;
    std::vector<PromiseChange> promises_;
    std::vector<FailedLoad> failed_;
};

TEST_F(Agenda, OfANewStrategyIsWhatIsOpen) {
    EXPECT_THAT(
        keys(agenda(make_day(2024, 1, 10))),
        ElementsAre("seats:seats", "working_plan:1.1.1", "working_plan:1.1.2", "idle_member:uet"));
}

TEST_F(Agenda, BringsUpRedLinesSilenceAndWhatNobodyVerified) {
    auto red = judged(status::Status::missed);
    red.silent_periods = {base::Period::parse("2024-Q1").value()};
    red.waiting_reports = 2;
    red.waiting_since = make_day(2024, 5, 1);
    const auto items = agenda(make_day(2024, 6, 1), {red});
    EXPECT_THAT(keys(items), testing::IsSupersetOf({"red_target:1.1.1-1", "overdue_report:pasha",
                                                    "unverified:1.1.1-1"}));
    // A verifier that the plan names has thirty days.
    plan_.activities[0].targets[0].verifier = InstitutionId{"fbr"};
    EXPECT_THAT(keys(agenda(make_day(2024, 5, 31), {red})),
                testing::Not(testing::Contains("unverified:1.1.1-1")));
    EXPECT_THAT(keys(agenda(make_day(2024, 6, 1), {red})), testing::Contains("unverified:1.1.1-1"));
}

TEST_F(Agenda, SaysWhichPromisesPassedWithoutAnybodyAsked) {
    plan_.activities[0].targets[0].due = plan::DueDate{"2023", make_day(2023, 12, 31)};
    const auto unasked = judged(status::Status::not_asked);
    EXPECT_THAT(keys(agenda(make_day(2024, 1, 1), {unasked})),
                testing::Contains("due_passed:due_passed"));
    EXPECT_THAT(keys(agenda(make_day(2023, 12, 31), {unasked})),
                testing::Not(testing::Contains("due_passed:due_passed")));
}

TEST_F(Agenda, CarriesWhatWasNotDealtWithAndForgetsWhatSettledItself) {
    seat_all(make_day(2024, 1, 1));
    add(make_day(2024, 1, 10), MeetingScheduled{"council", {{"m", make_day(2024, 1, 25)}}, "", ""});
    add(make_day(2024, 1, 10), AgendaPrepared{"m",
                                              {{"added", "1", "Rules", "", {"abc"}},
                                               {"added", "2", "Other", ""},
                                               {"working_plan", "1.1.1", "1.1.1", ""},
                                               {"red_target", "1.1.2-1", "gone", ""}},
                                              {}});
    MeetingHeld held{"m", {{InstitutionId{"moc"}, Capacity::holder}}, {}, 1, 3, "one"};
    add(make_day(2024, 1, 25), held);
    add(make_day(2024, 1, 25), Minuted{"m", "added:2", MinuteType::information, "c"});
    const auto items = agenda(make_day(2024, 2, 1));
    EXPECT_THAT(keys(items), testing::Contains("added:1"));
    EXPECT_THAT(keys(items), testing::Not(testing::Contains("added:2")));
    EXPECT_THAT(keys(items), testing::Not(testing::Contains("red_target:1.1.2-1")));
    for (const auto& item : items) {
        if (item.key() == "working_plan:1.1.1") {
            EXPECT_THAT(item.why, HasSubstr("left over from m"));
        }
    }
}

TEST_F(Agenda, AMeetingThatNobodyEnteredIsBroughtUp) {
    add(make_day(2024, 1, 10), MeetingScheduled{"council", {{"m", make_day(2024, 1, 25)}}, "", ""});
    EXPECT_THAT(keys(agenda(make_day(2024, 1, 25))),
                testing::Not(testing::Contains("not_entered:m")));
    EXPECT_THAT(keys(agenda(make_day(2024, 1, 26))), testing::Contains("not_entered:m"));
}

TEST_F(Council, TheChainSaysWhatIsKnownAndThatNothingIsTested) {
    plan_.constraints.push_back(
        {"power", "firm", "Power", {}, 1, 5, {plan::ActivityId{"1.1.1"}}, {}, ""});
    status::TargetStatus verified;
    verified.id = plan::TargetId{"1.1.1-1"};
    verified.activity = plan::ActivityId{"1.1.1"};
    verified.verified = base::Decimal{3};
    const std::vector targets{verified};
    const Standing now = standing();
    const std::map<plan::ActivityId, base::Day> asked;
    const auto chains = chains_of({plan_, now, asked, targets, {}});
    ASSERT_THAT(chains, SizeIs(1));
    EXPECT_EQ(chains[0].links[0].footing, Footing::verified);
    EXPECT_THAT(chains[0].links[0].known, HasSubstr("not tested"));
    EXPECT_THAT(without_constraint(plan_), ElementsAre(plan::ActivityId{"1.1.2"}));
}

// What the payload of an entry lacks is named; kinds of others are none of ours.
TEST(Entries, AreReadOrRefusedByName) {
    const auto read = [](std::string kind, base::Json payload) {
        journal::Entry entry;
        entry.recorded_at = base::parse_instant("2024-01-01T00:00:00Z").value();
        entry.effective_on = make_day(2024, 1, 1);
        entry.request_id = "r";
        entry.actor = "a";
        entry.institution = "moc";
        entry.kind = std::move(kind);
        entry.subject = "s";
        entry.payload = std::move(payload);
        const auto bytes = journal::encode(entry);
        return event_of(3, *journal::EntryView::scan(bytes));
    };
    EXPECT_FALSE(read("progress.reported", base::Json::object()).value().has_value());
    const auto vacated =
        read("seat.vacated", base::Json::object({{"seat", "moc"}, {"capacity", "holder"}}));
    ASSERT_TRUE(vacated.ok());
    EXPECT_EQ(std::get<Vacated>(vacated.value()->content).seat.text(), "moc");
    const auto wrong =
        read("seat.vacated", base::Json::object({{"seat", "moc"}, {"capacity", "king"}}));
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().code, base::ErrorCode::invalid_entry);
    EXPECT_THAT(wrong.error().message, HasSubstr("capacity"));
}

}  // namespace
}  // namespace council
