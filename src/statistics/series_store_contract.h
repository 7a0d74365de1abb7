#pragma once

// What every implementation of SeriesStore must do; a test program instantiates it with its own.

#include "statistics/made_series.h"
#include "statistics/series_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace statistics::testing {

using MakeSeriesStore = std::function<std::unique_ptr<SeriesStore>()>;

class SeriesStoreContract : public ::testing::TestWithParam<MakeSeriesStore> {
  protected:
    void SetUp() override {
        store_ = GetParam()();
        ASSERT_NE(store_, nullptr);
    }

    static SeriesLoad load(std::string id, std::int64_t recorded, std::size_t series = 3,
                           std::size_t periods = 20, std::uint64_t seed = 5) {
        SeriesLoad result{std::move(id),
                          recorded,
                          made_series({.series = series, .periods = periods, .seed = seed}),
                          {}};
        result.sources["office"] = {"office", "Office", "", "", ""};
        return result;
    }
    static std::vector<Observation> with_recorded(const Series& series, std::int64_t recorded) {
        auto observations = series.observations;
        for (auto& o : observations)
            o.recorded = recorded;
        sort_observations(observations);
        return observations;
    }

    std::unique_ptr<SeriesStore> store_;
};

TEST_P(SeriesStoreContract, ReadsWhatWasPut) {
    const auto put = load("first", 4);
    const auto receipt = store_->put(put);
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    EXPECT_FALSE(receipt->was_there);
    EXPECT_EQ(receipt->blocks, 3u);
    EXPECT_GT(receipt->bytes, 0u);
    for (const auto& series : put.series) {
        const auto back = store_->read(series.key, SeriesStore::everything);
        ASSERT_TRUE(back.ok()) << back.error().text();
        EXPECT_EQ(back->key, series.key);
        EXPECT_EQ(back->observations, with_recorded(series, 4));
    }
}

// What a reading has seen stays so until it ends, whatever is put meanwhile.
TEST_P(SeriesStoreContract, AReadingReadsOneSeriesAfterAnother) {
    const auto put = load("first", 4);
    ASSERT_TRUE(store_->put(put).ok());
    {
        const auto reading = store_->reading();
        for (int again = 0; again < 2; ++again)
            for (const auto& series : put.series)
                EXPECT_EQ(reading->blocks(series.key, SeriesStore::everything)->size(), 1u);
        const auto unknown = SeriesKey::create("unknown", {{"a", "b"}}).value();
        EXPECT_EQ(reading->blocks(unknown, SeriesStore::everything).error().code,
                  base::ErrorCode::not_found);
        EXPECT_EQ(reading->blocks(put.series[0].key, 3).error().code, base::ErrorCode::not_found);
        EXPECT_TRUE(reading->blocks(put.series[0].key, 4).ok());
        // The other clock: a later load is not seen by who asks for an earlier state.
        ASSERT_TRUE(store_->put(load("second", 5)).ok());
        EXPECT_EQ(reading->blocks(put.series[0].key, 4)->size(), 1u);
    }
    EXPECT_EQ(store_->blocks(put.series[0].key, SeriesStore::everything)->size(), 2u);
}

TEST_P(SeriesStoreContract, ShowsNothingOfLaterEntries) {
    const auto first = load("first", 4, 2), second = load("second", 9, 3, 30, 6);
    ASSERT_TRUE(store_->put(first).ok());
    ASSERT_TRUE(store_->put(second).ok());
    const auto& key = first.series[0].key;
    EXPECT_EQ(store_->read(key, 3).error().code, base::ErrorCode::not_found);
    EXPECT_EQ(store_->read(key, 8)->observations, with_recorded(first.series[0], 4));
    EXPECT_GT(store_->read(key, 9)->observations.size(), first.series[0].observations.size());
    EXPECT_EQ(store_->keys(3)->size(), 0u);
    EXPECT_EQ(store_->keys(4)->size(), 2u);
    EXPECT_EQ(store_->keys(SeriesStore::everything)->size(), 3u);
    EXPECT_TRUE(store_->sources(3)->empty());
    EXPECT_EQ(store_->sources(4)->at("office").publisher, "Office");
    EXPECT_EQ(*store_->last_recorded(), 9);
}

TEST_P(SeriesStoreContract, ARepeatedLoadIsOneLoad) {
    const auto put = load("first", 4);
    ASSERT_TRUE(store_->put(put).ok());
    const auto again = store_->put(put);
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->was_there);
    EXPECT_EQ(store_->read(put.series[0].key, SeriesStore::everything)->observations,
              with_recorded(put.series[0], 4));
    EXPECT_EQ(store_->put(load("first", 5)).error().code, base::ErrorCode::load_conflict);
    EXPECT_EQ(store_->put(load("other", 4)).error().code, base::ErrorCode::load_conflict);
    EXPECT_EQ(*store_->last_recorded(), 4);
}

TEST_P(SeriesStoreContract, TheSameFiguresLoadedTwiceAreOne) {
    const auto first = load("first", 4);
    ASSERT_TRUE(store_->put(first).ok());
    ASSERT_TRUE(store_->put(load("again", 5)).ok());
    EXPECT_EQ(store_->read(first.series[1].key, SeriesStore::everything)->observations,
              with_recorded(first.series[1], 4));
}

TEST_P(SeriesStoreContract, ALongSeriesHasSeveralBlocks) {
    const auto put = load("long", 0, 1, 9000);
    const auto receipt = store_->put(put);
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    EXPECT_EQ(receipt->blocks, 3u);
    EXPECT_EQ(store_->read(put.series[0].key, 0)->observations, with_recorded(put.series[0], 0));
}

TEST_P(SeriesStoreContract, ALoadThatFailsLeavesNothing) {
    auto broken = load("broken", 1);
    broken.series.back().observations.front().time.period =
        broken.series.back().observations.front().time.period.plus(12 * 20000);
    EXPECT_FALSE(store_->put(broken).ok());
    EXPECT_TRUE(store_->keys(SeriesStore::everything)->empty());
    EXPECT_EQ(*store_->last_recorded(), -1);
    EXPECT_TRUE(store_->put(load("broken", 1)).ok());
}

TEST_P(SeriesStoreContract, FindsByDimensions) {
    auto put = load("first", 4, 60, 1);
    ASSERT_TRUE(store_->put(put).ok());
    EXPECT_EQ(store_->find("made", {{"geography", "G3"}}, 4)->size(), 2u);
    EXPECT_EQ(store_->find("made", {{"geography", "G3"}, {"category", "C00053"}}, 4)->size(), 1u);
    EXPECT_EQ(store_->find("", {{"unit", "USD million"}}, 4)->size(), 60u);
    EXPECT_TRUE(store_->find("other", {{"geography", "G3"}}, 4)->empty());
    EXPECT_TRUE(store_->find("", {{"place", "G3"}}, 4)->empty());
    EXPECT_TRUE(store_->find("", {{"geography", "G3"}}, 3)->empty());
    const auto keys = *store_->keys(4);
    EXPECT_TRUE(std::ranges::is_sorted(keys));
    EXPECT_EQ(store_->read(SeriesKey::parse("made:geography=G3").value(), 4).error().code,
              base::ErrorCode::not_found);
}

}  // namespace statistics::testing
