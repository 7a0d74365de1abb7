#include "funding/fields.h"
#include "funding/gap.h"
#include "funding/rules.h"
#include "plan/test_folder.h"

#include <gtest/gtest.h>

#include <deque>

namespace funding {
namespace {

using base::ErrorCode;
using base::make_day;

base::Currency currency(std::string_view code) {
    return base::Currency::parse(code).value();
}

base::Money money(std::string_view amount, std::string_view code) {
    return base::Money::from_decimal(base::Decimal::parse(amount).value(), currency(code)).value();
}

DatedRate rate(base::Day day, std::string_view value) {
    return {day, base::Decimal::parse(value).value(), "a-bank", day};
}

/// Entries as they would be read from a journal, from the first of January 2024 on.
class Entries {
  public:
    void line(std::string_view code, std::string_view subject, int year, base::Money amount,
              base::Day day = make_day(2024, 1, 1), std::string_view account = "A03") {
        lines_.push_back(reader_.make_line(seq_++, day, {code, subject, account, "Halls"}, year,
                                           Basis::estimate, amount));
    }
    std::uint64_t record(std::string_view fund, std::string_view subject, int year, Stage stage,
                         base::Money amount, base::Day day = make_day(2024, 1, 1),
                         std::uint64_t corrects = FundRecord::no_entry) {
        records_.push_back(reader_.make_record(seq_, day, {fund, "moitt", subject}, year, stage,
                                               amount, corrects));
        return seq_++;
    }
    void level(Level level, base::Day day) { levels_.push_back({seq_++, day, level}); }

    Book book(base::Day as_of = make_day(2030, 1, 1)) const {
        Book book;
        const auto add = [&](const auto& entries, auto& list) {
            for (const auto& entry : entries) {
                if (entry.effective_on <= as_of)
                    list.push_back(&entry);
            }
        };
        add(levels_, book.levels);
        add(lines_, book.lines);
        add(records_, book.records);
        return book;
    }

  private:
    Reader reader_;
    std::uint64_t seq_ = 2;
    std::deque<LevelDeclaration> levels_;
    std::deque<BudgetLine> lines_;
    std::deque<FundRecord> records_;
};

const plan::Plan& small() {
    static const plan::Plan plan = [] {
        auto made = plan::TestFolder{}.compile().plan.value();
        made.activities[0].steps = {{"Book the halls", made.from, made.until},
                                    {"Invite the firms", made.from, made.until}};
        return made;
    }();
    return plan;
}

Rates dollars() {
    Rates rates{currency("PKR")};
    rates.add(currency("USD"),
              {rate(make_day(2024, 1, 1), "280.5"), rate(make_day(2024, 1, 5), "281"),
               rate(make_day(2024, 2, 1), "279.125")});
    return rates;
}

Table table_of(const Entries& entries, base::Day as_of = make_day(2030, 1, 1)) {
    return gap_table(small(), entries.book(as_of), dollars()).value();
}

const Node& node(const Table& table, std::string_view code) {
    for (const auto& one : table.nodes) {
        if (one.code == code)
            return one;
    }
    ADD_FAILURE() << "no node " << code;
    return table.nodes.front();
}

TEST(Rates, OfTheDayOrTheLatestOfTheSevenDaysBefore) {
    const Rates rates = dollars();
    const auto on = [&](int month, int day) {
        const auto* found = rates.find(currency("USD"), make_day(2024, static_cast<unsigned>(month),
                                                                 static_cast<unsigned>(day)));
        return found == nullptr ? std::string{"none"} : found->rate.text();
    };
    EXPECT_EQ(on(1, 1), "280.5");
    EXPECT_EQ(on(1, 4), "280.5");
    EXPECT_EQ(on(1, 5), "281");
    EXPECT_EQ(on(1, 12), "281");
    EXPECT_EQ(on(1, 13), "none");
    EXPECT_EQ(on(1, 31), "none");
    EXPECT_EQ(on(2, 8), "279.125");
    EXPECT_EQ(on(2, 9), "none");
    EXPECT_EQ(rates.find(currency("USD"), make_day(2023, 12, 31)), nullptr);
    EXPECT_EQ(rates.find(currency("EUR"), make_day(2024, 1, 1)), nullptr);
}

TEST(Rates, ThatAreMissingNameTheNearest) {
    const auto error = dollars().missing(currency("USD"), make_day(2024, 1, 20));
    EXPECT_EQ(error.code, ErrorCode::no_exchange_rate);
    EXPECT_NE(error.message.find("281 of 2024-01-05 and 279.125 of 2024-02-01"), std::string::npos)
        << error.message;
}

// 0.02 * 279.125 = 5.5825; 0.10 * 280.25 = 28.025, a half that goes to the even 28.02;
// 0.30 * 280.25 = 84.075, to the even 84.08.
TEST(Rates, RoundHalvesToEven) {
    Rates rates = dollars();
    rates.add(currency("EUR"), {rate(make_day(2024, 1, 1), "280.25")});
    const auto in_rupees = [&](std::string_view amount, std::string_view code, base::Day day) {
        return rates.convert(money(amount, code), day).value().minor_units;
    };
    EXPECT_EQ(in_rupees("0.02", "USD", make_day(2024, 2, 1)), 558);
    EXPECT_EQ(in_rupees("0.10", "EUR", make_day(2024, 1, 1)), 2802);
    EXPECT_EQ(in_rupees("0.30", "EUR", make_day(2024, 1, 1)), 8408);
    EXPECT_EQ(in_rupees("12.34", "PKR", make_day(1990, 1, 1)), 1234);
}

// The yen has no minor unit and the Kuwaiti dinar three digits: 1 000 JPY at 1.9 and 1 KWD at 900.
TEST(Rates, KnowTheMinorUnitsOfBothCurrencies) {
    Rates rates{currency("PKR")};
    rates.add(currency("JPY"), {rate(make_day(2024, 1, 1), "1.9")});
    rates.add(currency("KWD"), {rate(make_day(2024, 1, 1), "900.1234")});
    const auto day = make_day(2024, 1, 2);
    EXPECT_EQ(rates.convert(money("1000", "JPY"), day).value().minor_units, 190000);
    EXPECT_EQ(rates.convert(money("1.001", "KWD"), day).value().minor_units, 90102);
    Rates yen{currency("JPY")};
    yen.add(currency("USD"), {rate(make_day(2024, 1, 1), "150.25")});
    EXPECT_EQ(yen.convert(money("2.00", "USD"), day).value().minor_units, 300);  // 300.5, to even
}

TEST(Rates, ThatMakeTooMuchAreAnError) {
    Rates rates{currency("PKR")};
    rates.add(currency("USD"), {rate(make_day(2024, 1, 1), "1000000")});
    const base::Money most{9'000'000'000'000'000'000, currency("USD")};
    EXPECT_EQ(rates.convert(most, make_day(2024, 1, 1)).error().code, ErrorCode::overflow);
}

TEST(Subject, IsAnObjectiveAnActivityOrAStep) {
    EXPECT_EQ(subject_named(small(), "1.1").value().level, Level::objective);
    EXPECT_EQ(subject_named(small(), "1.1.1").value().level, Level::activity);
    EXPECT_EQ(subject_named(small(), "1.1.1/2").value().title, "Invite the firms");
    for (const auto* code : {"", "1", "1.2", "1.1.1-1", "1.1.1/", "1.1.1/0", "1.1.1/3", "1.1.1/01",
                             "1.1.2/1", "1.1.1/1/1", "1.1.1/1 "})
        EXPECT_EQ(subject_named(small(), code).error().code, ErrorCode::no_such_subject) << code;
}

TEST(Subject, LiesInWhatItsCodeBeginsWith) {
    EXPECT_TRUE(is_part_of("1.1.1", "1.1"));
    EXPECT_TRUE(is_part_of("1.1.1/2", "1.1"));
    EXPECT_FALSE(is_part_of("1.1.10", "1.1.1"));
    EXPECT_FALSE(is_part_of("1.1.1/10", "1.1.1/1"));
    EXPECT_FALSE(is_part_of("1.1", "1.1"));
}

// By hand: 100 000 rupees and 200 dollars at 281 are 156 200; committed are 500 dollars at 280.5,
// 140 250; so 15 950 are missing.
TEST(Gap, IsCostLessCommitted) {
    Entries entries;
    entries.line("a", "1.1.1/1", 2024, money("100000", "PKR"));
    entries.line("b", "1.1.1/2", 2024, money("200", "USD"), make_day(2024, 1, 6));
    entries.record("wb", "1.1.1", 2024, Stage::commitment, money("500", "USD"));
    const Table table = table_of(entries);
    const auto& all = node(table, "1.1.1").years.all;
    EXPECT_EQ(all.cost, 15'620'000);
    EXPECT_EQ(all.committed, 14'025'000);
    EXPECT_EQ(all.gap(), 1'595'000);
    EXPECT_EQ(node(table, "1").years.all.gap(), 1'595'000);
    EXPECT_EQ(table.nodes.front().years.all.gap(), 1'595'000);
    EXPECT_EQ(node(table, "1.1.1").years.by_year[1].gap(), 1'595'000);  // FY2024 is the second
    EXPECT_TRUE(node(table, "1.1.1").years.by_year[2].is_empty());
}

// Of 1 000 dollars pledged at 280.5 (600) and 281 (400), 280 700 rupees, 250 are committed: 750
// remain, at the average rate 210 525. Of 1 200 prospects 200 are neither.
TEST(Gap, CountsAPledgeThatIsCommittedOnce) {
    Entries entries;
    entries.line("a", "1.1.1", 2024, money("1000000", "PKR"));
    entries.record("wb", "1.1.1", 2024, Stage::prospect, money("1200", "USD"));
    entries.record("wb", "1.1.1", 2024, Stage::pledge, money("600", "USD"));
    entries.record("wb", "1.1.1", 2024, Stage::pledge, money("400", "USD"), make_day(2024, 1, 5));
    entries.record("wb", "1.1.1", 2024, Stage::commitment, money("250", "USD"),
                   make_day(2024, 2, 1));
    const Table table = table_of(entries);
    const auto& all = table.nodes.front().years.all;
    EXPECT_EQ(all.pledged, 21'052'500);
    EXPECT_EQ(all.prospects, 5'610'000);
    EXPECT_EQ(all.committed, 6'978'125);
    EXPECT_EQ(all.gap_after_pledges(), 100'000'000 - 6'978'125 - 21'052'500);
    ASSERT_EQ(table.positions.size(), 1u);
    EXPECT_EQ(table.positions[0].rest(Stage::pledge), 75'000);
}

TEST(Gap, OfWhatIsNotCostedIsNotANumber) {
    Entries entries;
    entries.record("psdp", "1.1.2", 2024, Stage::commitment, money("5", "PKR"));
    const Table table = table_of(entries);
    EXPECT_EQ(node(table, "1.1.2").years.all.gap(), std::nullopt);
    EXPECT_EQ(table.nodes.front().years.all.gap(), std::nullopt);
    EXPECT_EQ(table.nodes.front().activities, 2u);
    EXPECT_EQ(table.nodes.front().activities_costed, 0u);
}

// 100 rupees are missing for 1.1.1, whatever was given to 1.1.2, of which nobody knows the cost.
TEST(Gap, IsNotClosedByMoneyForWhatIsNotCosted) {
    Entries entries;
    entries.line("a", "1.1.1", 2024, money("100", "PKR"));
    entries.record("psdp", "1.1.2", 2024, Stage::commitment, money("80", "PKR"));
    entries.record("psdp", "1.1.1", 2025, Stage::commitment, money("7", "PKR"));
    entries.record("psdp", "1.1.1", 2024, Stage::pledge, money("30", "PKR"));
    const Table table = table_of(entries);
    const auto& all = table.nodes.front().years.all;
    EXPECT_EQ(all.gap(), 10'000);
    EXPECT_EQ(all.gap_after_pledges(), 7'000);
    EXPECT_EQ(all.committed, 8'700);
    EXPECT_EQ(all.committed_uncosted, 8'700);
    EXPECT_EQ(table.nodes.front().years.by_year[1].gap(), 10'000);
    EXPECT_EQ(table.nodes.front().years.by_year[2].gap(), std::nullopt);
}

// A cost by step and money by activity are of one part, and so are a cost by activity and money by
// step.
TEST(Gap, AsksAPartTogetherWithWhatLiesInIt) {
    Entries entries;
    entries.line("a", "1.1.1/1", 2024, money("100", "PKR"));
    entries.record("psdp", "1.1.1", 2024, Stage::commitment, money("40", "PKR"));
    entries.line("b", "1.1.1", 2025, money("100", "PKR"));
    entries.record("psdp", "1.1.1/2", 2025, Stage::commitment, money("30", "PKR"));
    entries.line("c", "1.1.1/1", 2026, money("100", "PKR"));
    entries.record("psdp", "1.1.1/2", 2026, Stage::commitment, money("20", "PKR"));
    const Table table = table_of(entries);
    const auto& years = table.nodes.front().years;
    EXPECT_EQ(years.by_year[1].gap(), 6'000);
    EXPECT_EQ(years.by_year[2].gap(), 7'000);
    EXPECT_EQ(years.by_year[3].gap(), 10'000);  // the other step is not costed
    EXPECT_EQ(years.all.gap(), 23'000);
}

TEST(Gap, OfAPartWhoseMoneyStandsAboveIsNotANumber) {
    Entries entries;
    entries.line("a", "1.1.1/1", 2024, money("100", "PKR"));
    entries.line("b", "1.1.1/1", 2025, money("100", "PKR"));
    entries.record("psdp", "1.1.1", 2024, Stage::commitment, money("40", "PKR"));
    const Table table = table_of(entries);
    EXPECT_EQ(node(table, "1.1.1/1").years.by_year[1].gap(), std::nullopt);
    EXPECT_EQ(node(table, "1.1.1/1").years.by_year[2].gap(), 10'000);
    EXPECT_EQ(node(table, "1.1.1/1").years.all.gap(), std::nullopt);
    EXPECT_EQ(node(table, "1.1.1").years.all.gap(), 16'000);
}

TEST(Gap, CannotBeToldWithoutARate) {
    Entries entries;
    entries.line("a", "1.1.1", 2024, money("100", "PKR"));
    entries.record("wb", "1.1.1", 2024, Stage::commitment, money("5", "USD"),
                   make_day(2024, 1, 20));
    const Table table = table_of(entries);
    EXPECT_EQ(table.nodes.front().years.all.gap(), std::nullopt);
    EXPECT_EQ(table.nodes.front().years.all.unknown_funds, 1u);
}

TEST(Gap, AbsorptionIsSpentOverDisbursed) {
    Entries entries;
    entries.record("psdp", "1.1.1", 2024, Stage::commitment, money("900", "PKR"));
    entries.record("psdp", "1.1.1", 2024, Stage::disbursement, money("300", "PKR"));
    EXPECT_EQ(table_of(entries).nodes.front().years.all.absorption()->text(), "0.0000");
    entries.record("psdp", "1.1.1", 2024, Stage::expenditure, money("200", "PKR"));
    EXPECT_EQ(table_of(entries).nodes.front().years.all.absorption()->text(), "0.6667");
    EXPECT_EQ(Amounts{}.absorption(), std::nullopt);
}

TEST(Gap, OfSumsThatDoNotFitIsAnError) {
    Entries entries;
    for (int i = 0; i < 1000; ++i)
        entries.line("l" + std::to_string(i), "1.1.1", 2024, money("100000000000000", "PKR"));
    EXPECT_EQ(gap_table(small(), entries.book(), dollars()).error().code, ErrorCode::overflow);
}

TEST(Book, TakesTheLatestOfALineFromItsDay) {
    Entries entries;
    entries.line("a", "1.1.1", 2024, money("100", "PKR"));
    entries.line("a", "1.1.1", 2025, money("70", "PKR"), make_day(2024, 3, 1));
    const auto cost = [&](base::Day day, std::size_t year) {
        return node(table_of(entries, day), "1.1.1").years.by_year[year].cost;
    };
    EXPECT_EQ(cost(make_day(2024, 2, 29), 1), 10'000);
    EXPECT_EQ(cost(make_day(2024, 3, 1), 1), 0);
    EXPECT_EQ(cost(make_day(2024, 3, 1), 2), 7'000);
}

// A correction of a correction that counts later: until then the first correction stands.
TEST(Book, TakesTheLatestCorrectionThatCounts) {
    Entries entries;
    const auto first = entries.record("psdp", "1.1.1", 2024, Stage::pledge, money("100", "PKR"));
    const auto second = entries.record("psdp", "1.1.1", 2024, Stage::pledge, money("80", "PKR"),
                                       make_day(2024, 2, 1), first);
    entries.record("psdp", "1.1.1", 2024, Stage::pledge, money("0", "PKR"), make_day(2024, 3, 1),
                   second);
    const auto pledged = [&](base::Day day) {
        return table_of(entries, day).nodes.front().years.all.pledged;
    };
    EXPECT_EQ(pledged(make_day(2024, 1, 31)), 10'000);
    EXPECT_EQ(pledged(make_day(2024, 2, 1)), 8'000);
    EXPECT_EQ(pledged(make_day(2024, 3, 1)), 0);
}

std::vector<ErrorCode> codes(const std::vector<base::Error>& faults) {
    std::vector<ErrorCode> list;
    for (const auto& fault : faults)
        list.push_back(fault.code);
    return list;
}

std::vector<ErrorCode> line_codes(const Entries& entries, std::string_view code,
                                  std::string_view subject, base::Day day, int year = 2024) {
    const auto named = subject_named(small(), subject).value();
    return codes(
        line_faults(entries.book(), dollars(), {code, named, year, "FY", day, money("5", "PKR")}));
}

// Each line stands from its day until another of its code takes its place, in the journal's order:
// what is entered last counts from its own day, though another began later.
TEST(Rules, AskForDoubleCountingOnEveryLaterDay) {
    Entries entries;
    entries.line("a", "1.1.1", 2024, money("100", "PKR"), make_day(2024, 3, 1));
    const std::vector<ErrorCode> twice{ErrorCode::counted_twice}, none;
    EXPECT_EQ(line_codes(entries, "b", "1.1.1/1", make_day(2024, 1, 1)), twice);
    EXPECT_EQ(line_codes(entries, "b", "1.1.1/1", make_day(2024, 6, 1)), twice);
    EXPECT_EQ(line_codes(entries, "b", "1.1.1/1", make_day(2024, 6, 1), 2025), none);
    EXPECT_EQ(line_codes(entries, "b", "1.1.1", make_day(2024, 6, 1)), none);
    EXPECT_EQ(line_codes(entries, "a", "1.1.1/1", make_day(2024, 6, 1)), none);
    entries.line("a", "1.1.2", 2024, money("100", "PKR"), make_day(2024, 5, 1));
    EXPECT_EQ(line_codes(entries, "b", "1.1.1/1", make_day(2024, 4, 30)), twice);
    EXPECT_EQ(line_codes(entries, "b", "1.1.1/1", make_day(2024, 5, 1)), none);
}

TEST(Rules, AskTheLevelOnEveryLaterDay) {
    Entries entries;
    entries.level(Level::objective, make_day(2024, 1, 1));
    entries.level(Level::step, make_day(2024, 6, 1));
    const std::vector<ErrorCode> coarse{ErrorCode::coarser_than_level}, none;
    EXPECT_EQ(line_codes(entries, "a", "1.1", make_day(2023, 6, 1)), coarse);
    EXPECT_EQ(line_codes(entries, "a", "1.1.1", make_day(2024, 3, 1)), coarse);
    EXPECT_EQ(line_codes(entries, "a", "1.1.1/1", make_day(2024, 3, 1)), none);
}

std::vector<ErrorCode> record_codes(const Entries& entries, Stage stage, std::string_view amount,
                                    base::Day day, std::optional<std::uint64_t> corrects = {},
                                    std::string_view in = "PKR") {
    const auto named = subject_named(small(), "1.1.1").value();
    return codes(record_faults(
        entries.book(), dollars(),
        {"psdp", "moitt", named, 2024, "FY2024", stage, day, money(amount, in), corrects}));
}

TEST(Rules, AskTheSumsOfAFundOnEveryLaterDay) {
    Entries entries;
    const auto commitment = entries.record("psdp", "1.1.1", 2024, Stage::commitment,
                                           money("100", "PKR"), make_day(2024, 2, 1));
    entries.record("psdp", "1.1.1", 2024, Stage::disbursement, money("60", "PKR"),
                   make_day(2024, 4, 1));
    const std::vector<ErrorCode> above{ErrorCode::above_commitment}, none;
    EXPECT_EQ(record_codes(entries, Stage::disbursement, "40", make_day(2024, 2, 1)), none);
    EXPECT_EQ(record_codes(entries, Stage::disbursement, "40.01", make_day(2024, 2, 1)), above);
    EXPECT_EQ(record_codes(entries, Stage::disbursement, "1", make_day(2024, 1, 31)), above);
    EXPECT_EQ(record_codes(entries, Stage::commitment, "60", make_day(2024, 2, 1), commitment),
              none);
    EXPECT_EQ(record_codes(entries, Stage::commitment, "59", make_day(2024, 2, 1), commitment),
              above);
    // From the day of the disbursement on the commitment would be gone; the day before it is there.
    EXPECT_EQ(record_codes(entries, Stage::commitment, "0", make_day(2024, 5, 1), commitment),
              above);
    EXPECT_EQ(record_codes(entries, Stage::expenditure, "60", make_day(2024, 4, 1)), none);
    EXPECT_EQ(record_codes(entries, Stage::expenditure, "60", make_day(2024, 3, 31)),
              std::vector{ErrorCode::above_disbursement});
    EXPECT_EQ(record_codes(entries, Stage::commitment, "1", make_day(2024, 2, 1), {}, "USD"),
              std::vector{ErrorCode::another_fund});
}

// What a slip of one number replaces is another record, and would be gone.
TEST(Rules, LetACorrectionReplaceOnlyWhatIsOfTheSameFundFunderAndStage) {
    Entries entries;
    const auto pledge = entries.record("psdp", "1.1.2", 2025, Stage::pledge, money("100", "PKR"),
                                       make_day(2024, 2, 1));
    const auto subject = subject_named(small(), "1.1.1").value();
    const auto corrected = [&](std::string_view fund, std::string_view funder, Stage stage) {
        return codes(record_faults(entries.book(), dollars(),
                                   {fund, funder, subject, 2024, "FY2024", stage,
                                    make_day(2024, 2, 1), money("10", "PKR"), pledge}));
    };
    const std::vector<ErrorCode> another{ErrorCode::corrects_another}, none;
    EXPECT_EQ(corrected("psdp", "moitt", Stage::pledge), none);
    EXPECT_EQ(corrected("wb", "moitt", Stage::pledge), another);
    EXPECT_EQ(corrected("psdp", "pasha", Stage::pledge), another);
    EXPECT_EQ(corrected("psdp", "moitt", Stage::commitment), another);
}

// An entry as a journal holds it, with this payload.
Result<FundRecord> read_record(Reader& reader, std::string_view payload) {
    const std::string bytes =
        R"({"actor":"a","attachments":[],"effective_on":"2024-01-01","institution":"tdap",)"
        R"("kind":"funding.recorded","payload":)" +
        std::string{payload} +
        R"(,"recorded_at":"2024-01-01T00:00:00.000000Z","request_id":"r","seq":5,)"
        R"("subject":"funding","v":1})";
    const auto entry = journal::EntryView::scan(bytes);
    EXPECT_TRUE(entry.has_value()) << bytes;
    return reader.record(5, entry.value());
}

TEST(Reader, RefusesAPayloadThatDoesNotFit) {
    Reader reader;
    const std::string good =
        R"({"amount":"12.50","currency":"USD","fiscal_year":"FY2024","fund":"wb",)"
        R"("funder":"world-bank","stage":"pledge","subject":"1.1.1","v":1})";
    const auto record = read_record(reader, good);
    ASSERT_TRUE(record.ok());
    EXPECT_EQ(record->amount.text(), "USD 12.50");
    EXPECT_EQ(record->year, 2024);
    for (const auto& [from, to] :
         {std::pair{R"("USD")", R"("UST")"}, std::pair{R"("12.50")", R"("12.505")"},
          std::pair{R"("12.50")", "12"}, std::pair{R"("FY2024")", R"("soon")"},
          std::pair{R"("pledge")", R"("promise")"}, std::pair{R"("fund")", R"("fonds")"},
          std::pair{R"({"amount")", R"({"corrects":4,"amount")"}}) {
        std::string bad = good;
        bad.replace(bad.find(from), std::string_view{from}.size(), to);
        EXPECT_FALSE(read_record(reader, bad).ok()) << bad;
    }
}

TEST(Fields, OfMoneyAreReadTogether) {
    std::vector<base::Error> faults;
    EXPECT_EQ(read_money("12.5", "PKR", Zero::refused, faults)->minor_units(), 1250);
    EXPECT_EQ(read_money("0", "PKR", Zero::allowed, faults)->minor_units(), 0);
    EXPECT_TRUE(faults.empty());
    EXPECT_FALSE(read_money("-1", "PKX", Zero::allowed, faults));
    EXPECT_EQ(codes(faults), (std::vector{ErrorCode::unknown_currency, ErrorCode::invalid_amount}));
}

TEST(Fields, CodesHaveAForm) {
    for (const auto* code : {"A03", "A03-9", "3.1", "psdp_24", "x"})
        EXPECT_FALSE(code_fault(code, "a fund", "fund")) << code;
    for (const auto* code :
         {"", "-a", ".a", "a b", "a/b", "ا", "a\nb", "123456789012345678901234567890123"})
        EXPECT_TRUE(code_fault(code, "a fund", "fund")) << code;
    for (const auto* code : {"w", "World", "1b", "wb-", "w b", "-wb"})
        EXPECT_TRUE(outside_funder_fault(code)) << code;
    EXPECT_FALSE(outside_funder_fault("world-bank"));
}

}  // namespace
}  // namespace funding
