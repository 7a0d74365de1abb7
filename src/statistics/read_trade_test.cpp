#include "statistics/read_trade.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace statistics {
namespace {

using ::testing::HasSubstr;

struct Fault {
    std::string name;
    std::string text;
    std::string says;  ///< of the whole error
    AbsentCells absent = AbsentCells::refused;
};
class FaultOfATradeTable : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultOfATradeTable, IsToldWithItsPlace) {
    const auto& fault = GetParam();
    const auto table = read_trade(fault.text, "t.csv", fault.absent);
    ASSERT_FALSE(table.ok());
    std::string all;
    for (const auto& one : base::one_by_one(table.error()))
        all += one.text() + "\n";
    EXPECT_THAT(all, HasSubstr(fault.says));
}

const std::string head = "exporter,product,importer,value\n";
INSTANTIATE_TEST_SUITE_P(
    All, FaultOfATradeTable,
    ::testing::Values(
        Fault{"Nothing", "", "missing: exporter, product, importer, value"},
        Fault{"OnlyAHeader", head, "expected rows of trade, found none"},
        Fault{"AColumnThatLacks", "exporter,importer,value\nA,B,1\n", "t.csv:1"},
        Fault{"AColumnMore", "exporter,product,importer,value,colour\nA,B,C,1,red\n",
              "the column colour is not known"},
        Fault{"TwoWaysOfPeriods", "exporter,product,importer,value_t0,period\nA,B,C,1,2024\n",
              "beside value_PERIOD stand neither value nor period"},
        Fault{"AFieldTooFew", head + "A,B,C\n", "E0303 t.csv:2: expected 4 fields, found 3"},
        Fault{"NoCode", head + "A,,C,1\n", "t.csv:2, column 2: expected the code of the product"},
        Fault{"NoNumber", head + "A,B,C,NaN\n", "E0003 t.csv:2, column 4"},
        Fault{"Negative", head + "A,B,C,-1\n", "E0320 t.csv:2, column 4"},
        Fault{"Twice", head + "A,B,C,1\nA,B,C,1\n", "E0321 t.csv:3: A, B, C stand at line 2"},
        Fault{"AllFaultsAtOnce", head + "A,B,C,-1\nA,B,D,x\n", "t.csv:3"},
        Fault{"ACellThatLacks", head + "A,B,C,1\nA,D,E,1\n",
              "E0322 t.csv: 2 of 4 cells are not listed: A, B, E; A, D, C"},
        Fault{"NoPeriod", "exporter,product,importer,value,period\nA,B,C,1,lately\n",
              "E0005 t.csv:2, column 5"},
        Fault{"PeriodsOfTwoKinds",
              "exporter,product,importer,value,period\nA,B,C,1,2023\nA,B,C,1,2024-01\n",
              "expected periods of one kind, found 2024-01 beside 2023"},
        Fault{"NotText", head + "A,B,\xff,1\n", "E0014"}),
    [](const auto& tested) { return tested.param.name; });

TEST(TradeTables, WhatIsNotListedIsZeroOnlyWhereItIsSaid) {
    const auto table = read_trade(head + "A,B,C,1\nA,D,E,3\n", "t.csv", AbsentCells::zero);
    ASSERT_TRUE(table.ok()) << table.error().text();
    EXPECT_EQ(table->matrices.front().sum(0, 0, std::nullopt), 1);
    std::string many = head;
    for (int i = 0; i < 300; ++i)
        many += fmt::format("x{},p{},m{},1\n", i, i, i);
    const auto large = read_trade(many, "t.csv", AbsentCells::zero);
    ASSERT_FALSE(large.ok());
    EXPECT_THAT(large.error().message, HasSubstr("at most 20000000 cells"));
}

TEST(TradeTables, StandInTheOrderOfTheirPeriods) {
    const auto below = read_trade(
        "period,value,exporter,product,importer\n"
        "FY2024,2,PAK,A,USA\nFY2023,1,PAK,A,USA\n",
        "t.csv");
    ASSERT_TRUE(below.ok()) << below.error().text();
    EXPECT_EQ(below->periods, (std::vector<std::string>{"FY2023", "FY2024"}));
    EXPECT_EQ(below->matrices.back().values, std::vector{2.0});
    const auto beside =
        read_trade("exporter,product,importer,value_t0,value_t1\nPAK,A,USA,1,2.5\n", "t.csv");
    ASSERT_TRUE(beside.ok()) << beside.error().text();
    EXPECT_EQ(beside->periods, (std::vector<std::string>{"t0", "t1"}));
    EXPECT_EQ(beside->matrices.back().values, std::vector{2.5});
}

TEST(TradeTables, NeedNotListWhatACountrySellsToItself) {
    const auto table = read_trade(head + "PAK,A,USA,1\nUSA,A,PAK,2\n", "t.csv");
    ASSERT_TRUE(table.ok()) << table.error().text();
    EXPECT_EQ(table->matrices.front().values, (std::vector<double>{1, 0, 0, 2}));
}

}  // namespace
}  // namespace statistics
