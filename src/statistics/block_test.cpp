#include "statistics/block.h"

#include "statistics/column_codec.h"
#include "statistics/load.h"
#include "statistics/made_series.h"
#include "statistics/real_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <limits>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace statistics {
namespace {

using base::Decimal;
using base::Period;

Observation observation(TimePeriod time, std::string_view value, std::uint32_t order) {
    Observation o;
    o.time = time;
    o.value = Decimal::parse(value).value();
    o.precision = -o.value.scale();
    o.vintage = {time.last_day() + std::chrono::days{20}, false};
    o.source = "sbp";
    o.load_order = order;
    return o;
}

std::vector<Observation> assorted() {
    std::vector<Observation> all;
    const base::YearStart july{7};
    all.push_back(observation({Period::month(2024, 4), Span::period, july}, "310", 7));
    all.push_back(observation({Period::month(2024, 3), Span::year_to_date, july}, "2283.10", 3));
    all.push_back(observation({Period::year(2024, july).value(), Span::period, july}, "3223", 4));
    all.push_back(observation({Period::year(2020).value(), Span::period, july}, "-0.000001", 5));
    all.push_back(observation({Period::parse("FY2022-Q1").value(), Span::period, july}, "635", 9));
    all.push_back(observation({Period::parse("2024-W05").value(), Span::period, july}, "1", 11));
    all.push_back(
        observation({Period::parse("2019-12-30").value(), Span::point_in_time, july}, "2163", 12));
    all[0].status = ObservationStatus::provisional;
    all[1].vintage.estimated = true;
    all[2].precision = 1;
    all[3].suspect = "about 1000 times smaller: unit slip?";
    all[4].row = "X0017";
    all[5].row = "row with words";
    all[4].attributes = "OBS_CONF=F;TITLE=a %3B b";
    all[5].attributes = "OBS_CONF=C";
    all[6].attributes = "OBS_CONF=F;TITLE=a %3B b";
    all[6].source = "pbs \xD8\xAA";
    return all;
}

std::vector<Observation> round_trip(const std::vector<Observation>& observations) {
    const auto block = encode_block(observations);
    EXPECT_TRUE(block.ok()) << block.error().text();
    auto decoded = decode_block(*block);
    EXPECT_TRUE(decoded.ok()) << decoded.error().text();
    return decoded.value_or({});
}

TEST(Block, KeepsEveryPartOfEveryObservation) {
    EXPECT_EQ(round_trip(assorted()), assorted());
}

TEST(Block, SaysItsSizeWithoutBeingRead) {
    auto all = assorted();
    sort_for_block(all);
    EXPECT_EQ(block_size(encode_block(all).value()).value(), all.size());
    EXPECT_EQ(block_size("").error().code, base::ErrorCode::block_damaged);
    EXPECT_EQ(block_size("\x01\xff\xff\xff").error().code, base::ErrorCode::block_damaged);
}

// docs/formats/series-blocks.md explains every byte.
TEST(Block, IsTheWorkedExample) {
    std::vector<Observation> all = {
        observation({Period::month(2024, 3), Span::period, {7}}, "306", 0),
        observation({Period::month(2024, 4), Span::period, {7}}, "310", 1),
        observation({Period::month(2024, 3), Span::year_to_date, {7}}, "2280", 2)};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].row = "X000" + std::to_string(i + 1);
    all[0].vintage.known_on = all[2].vintage.known_on = base::make_day(2024, 4, 22);
    all[2].precision = 1;
    constexpr unsigned char expected[] = {
        0x01, 0x03, 0x03, 0x03, 0x01, 0xC4, 0xFB, 0x02, 0x00, 0x03, 0x0B, 0x07, 0xC4,
        0xFB, 0x02, 0x03, 0x28, 0x02, 0x22, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xE4,
        0x04, 0x08, 0xDC, 0x1E, 0x01, 0x03, 0x00, 0x01, 0x04, 0x00, 0x82, 0x01, 0x01,
        0x00, 0x02, 0x02, 0x01, 0x03, 0x73, 0x62, 0x70, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x01, 0x01, 0x58, 0x04, 0x00, 0x02, 0x16, 0x51, 0xB2, 0x61};
    EXPECT_EQ(encode_block(all).value(),
              std::string(reinterpret_cast<const char*>(expected), sizeof expected));
}

TEST(Block, KeepsTheDigitsThatWerePublished) {
    const TimePeriod april{Period::month(2024, 4), Span::period, {7}};
    std::vector<Observation> all;
    for (const auto* digits : {"2.1", "2.10", "2.100", "0", "0.00", "-2.5", "9223372036854775807",
                               "-9223372036854775807", "0.123456789012345678"})
        all.push_back(observation(april, digits, static_cast<std::uint32_t>(all.size())));
    const auto back = round_trip(all);
    ASSERT_EQ(back.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(back[i].value.text(), all[i].value.text());
}

TEST(Block, KeepsIdentifiersOfEveryForm) {
    const std::vector<std::vector<std::string>> forms = {
        {"", "", ""},       {"X0001", "X0003", "X0002"},
        {"1", "22", "333"}, {"01", "022", "3"},
        {"a1", "b1", "c1"}, {"", "X1", "X2"},
        {"7", "7a", "7"},   {"12345678901234567890", "1", "2"}};
    for (const auto& rows : forms) {
        std::vector<Observation> all;
        for (const auto& row : rows) {
            all.push_back(observation({Period::month(2024, 4), Span::period, {7}}, "1",
                                      static_cast<std::uint32_t>(all.size())));
            all.back().row = row;
        }
        EXPECT_EQ(round_trip(all), all) << rows.front();
    }
}

TEST(Block, KeepsDaysFarFromTheirPeriods) {
    auto ahead = observation({Period::month(9290, 3), Span::period, {7}}, "1", 0);
    ahead.vintage.known_on = base::make_day(1, 1, 1);
    auto late = observation({Period::month(1, 3), Span::period, {7}}, "1", 0);
    late.vintage.known_on = base::make_day(9999, 12, 31);
    EXPECT_EQ(round_trip({ahead}), std::vector{ahead});
    EXPECT_EQ(round_trip({late}), std::vector{late});
}

TEST(Block, RefusesWhatItCannotKeep) {
    EXPECT_FALSE(encode_block({}).ok());
    const std::vector<Observation> many(block_observations_max + 1, assorted().front());
    EXPECT_FALSE(encode_block(many).ok());
    auto far = assorted();
    far[0].time.period = far[0].time.period.plus(12 * 20000);
    EXPECT_EQ(encode_block(far).error().code, base::ErrorCode::invalid_argument);
}

TEST(Block, RefusesEveryFlippedBitAndEveryCut) {
    const std::string block = encode_block(assorted()).value();
    for (std::size_t bit = 0; bit < block.size() * 8; ++bit) {
        std::string flipped = block;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto decoded = decode_block(flipped);
        ASSERT_FALSE(decoded.ok()) << "bit " << bit;
        EXPECT_EQ(decoded.error().code, base::ErrorCode::block_damaged);
    }
    for (std::size_t size = 0; size < block.size(); ++size)
        EXPECT_FALSE(decode_block(std::string_view(block).substr(0, size)).ok()) << size;
}

// Two figures of a dictionary of sources that has none.
TEST(Block, RefusesAnIndexIntoNoTexts) {
    const std::vector<Observation> same(2, assorted().front());
    const auto whole = encode_block(same).value();
    const std::string_view dictionary{"\x01\x03sbp", 5}, none{"\x00", 1};
    auto body = whole.substr(0, whole.size() - 4);
    body.replace(body.find(dictionary), dictionary.size(), none);
    ByteWriter out;
    out.append(body);
    out.fixed32(crc32c(body));
    EXPECT_EQ(decode_block(out.bytes()).error().code, base::ErrorCode::block_damaged);
}

// "123456789" is the check value of the catalogue; 32 zeros are in RFC 3720, B.4.
TEST(Block, ChecksumIsCastagnolis) {
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
    EXPECT_EQ(crc32c_by_tables("123456789"), 0xE3069283U);
    EXPECT_EQ(crc32c_by_tables(std::string(32, '\0')), 0x8A9136AAU);
}

TEST(Column, KeepsNumbersOfEveryShape) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    std::vector<std::vector<std::int64_t>> columns = {
        {5},           {5, 5, 5},           {1, 2, 3, 4, 5},       {1, 2, 4, 7, 11, 16, 22},
        {least, most}, {most, least, 0, 1}, {0, 0, 0, 9, 9, 9, -4}};
    std::mt19937_64 random(7);
    for (int bits = 1; bits <= 64; ++bits) {
        for (const int count : {200, 3}) {
            auto& column = columns.emplace_back();
            for (int i = 0; i < count; ++i)
                column.push_back(static_cast<std::int64_t>(random() >> (64 - bits)));
        }
    }
    NumberColumn read;
    for (const auto& column : columns) {
        ByteWriter out;
        write_column(out, column);
        ByteReader in(out.bytes());
        read_column(in, column.size(), read);
        EXPECT_TRUE(in.is_sound() && in.is_at_end());
        EXPECT_THAT(read.each(), ::testing::ElementsAreArray(column));
    }
}

// Seeds are real blocks; each is changed in one to eight places, the checksum mended, and decoded.
TEST(BlockFuzz, MutatedBlocksAreRefusedOrReadSoundly) {
    std::vector<std::string> seeds = {encode_block(assorted()).value()};
    for (const auto& series : testing::made_series({.series = 4, .periods = 60, .seed = 3}))
        seeds.push_back(encode_block(series.observations).value());
    const auto all = assorted();
    for (const std::size_t rows : {1, 3})
        seeds.push_back(encode_block(std::span(all).first(rows)).value());
    std::mt19937_64 random(20240520);
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds{1500};
    std::size_t tried = 0, accepted = 0;
    while (tried < 200'000 && std::chrono::steady_clock::now() < until) {
        std::string bytes = seeds[random() % seeds.size()];
        for (auto change = random() % 8 + 1; change > 0; --change) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 4) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
                    break;
                case 2:
                    bytes.insert(at, 1, static_cast<char>(random()));
                    break;
                default:
                    bytes.erase(at, random() % 4 + 1);
                    break;
            }
            if (bytes.empty())
                bytes = "\x01";
        }
        accepted += static_cast<std::size_t>(LLVMFuzzerTestOneInput(
            reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
        ++tried;
    }
    std::cout << tried << " mutated blocks, " << accepted
              << " of them read as other sound blocks\n";
    EXPECT_GT(tried, 1000u);
    EXPECT_GT(accepted, 0u) << "the mutations never get past the checks";
}

std::size_t bytes_in_blocks(const std::vector<Series>& all, std::size_t& observations) {
    std::size_t bytes = 0;
    for (auto series : all) {
        observations += series.observations.size();
        sort_for_block(series.observations);
        bytes += encode_block(series.observations).value().size();
    }
    return bytes;
}

TEST(Block, TheRealFileTakesFewBytes) {
    const auto text = testing::published_figures();
    if (!text)
        GTEST_SKIP() << "the table of published figures is not there";
    const auto loaded = load_csv(*text, {"monthly-it-exports.csv", "published-figures", {7}});
    std::size_t observations = 0;
    const std::size_t bytes = bytes_in_blocks(loaded->series, observations);
    std::cout << observations << " published figures in " << loaded->series.size()
              << " series: " << static_cast<double>(bytes) / static_cast<double>(observations)
              << " bytes an observation (" << text->size() << " bytes as CSV)\n";
    for (auto series : loaded->series) {
        sort_for_block(series.observations);
        EXPECT_EQ(round_trip(series.observations), series.observations);
    }
    EXPECT_LT(bytes, text->size() / 10);
}

TEST(Block, AMillionMadeObservationsTakeFewBytes) {
    std::size_t observations = 0;
    const std::size_t bytes = bytes_in_blocks(
        testing::made_series({.series = 4762, .periods = 200, .seed = 1}), observations);
    std::cout << observations << " made observations: "
              << static_cast<double>(bytes) / static_cast<double>(observations)
              << " bytes an observation\n";
    EXPECT_GE(observations, 990'000u);
    EXPECT_LT(bytes, 5 * observations);
}

}  // namespace
}  // namespace statistics
