#include "base/json.h"

#include "base/plain_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace base {
namespace {

using testing::HasSubstr;

std::string printed(std::uint64_t bits) {
    return ecmascript_number(std::bit_cast<double>(bits));
}

// RFC 8785, appendix B.
TEST(CanonicalNumber, PrintsTheSamplesOfTheStandard) {
    const std::pair<std::uint64_t, const char*> samples[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& [bits, text] : samples)
        EXPECT_EQ(printed(bits), text);
}

TEST(CanonicalNumber, ComesBackAsTheSameBits) {
    std::mt19937_64 random{1};
    for (int i = 0; i < 20'000; ++i) {
        const double value = std::bit_cast<double>(static_cast<std::uint64_t>(random()));
        if (std::isfinite(value) && value != 0) {
            EXPECT_EQ(std::strtod(ecmascript_number(value).c_str(), nullptr), value);
        }
    }
}

// RFC 8785, section 3.2.3: the sample of sorting.
TEST(CanonicalJson, SortsKeysByUtf16CodeUnits) {
    const auto json = Json::parse(
        R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh")"
        R"(,"1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":)"
        R"("Latin Small Letter O With Diaeresis"})");
    EXPECT_EQ(json.value().canonical(),
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
              "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
              "\"\U0001f600\":\"Emoji: Grinning Face\","
              "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(CanonicalJson, SortsSupplementaryPlanesAmongThemselves) {
    EXPECT_TRUE(canonical_less("\U00010000", "\U00100000"));
    EXPECT_FALSE(canonical_less("\U00100000", "\U00010000"));
    EXPECT_TRUE(canonical_less("\U0010ffff", "\ue000"));
    EXPECT_TRUE(canonical_less("\ud7ff", "\U00010000"));
    EXPECT_TRUE(canonical_less("", "a"));
    EXPECT_TRUE(canonical_less("a", "ab"));
    EXPECT_FALSE(canonical_less("a", "a"));
}

// RFC 8785, section 3.2.2: the sample of serialisation.
TEST(CanonicalJson, WritesTheSampleOfTheStandard) {
    const auto json = Json::parse(R"({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    })");
    EXPECT_EQ(
        json.value().canonical(),
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, EscapesOnlyWhatItMust) {
    std::string all;
    for (char c = 1; c < 0x7F; ++c)
        all += c;
    const auto text = Json{all}.canonical();
    EXPECT_THAT(text,
                HasSubstr(R"(\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e)"));
    EXPECT_THAT(text, HasSubstr(R"(\u001e\u001f !\"#)"));
    EXPECT_THAT(text, HasSubstr("./0"));
    EXPECT_EQ(*Json::parse(text).value().string(), all);
    EXPECT_EQ(Json{"\x7f"}.canonical(), "\"\x7f\"");
}

TEST(Json, KeepsWholeNumbersWholeAndKeysInOrder) {
    const auto json = Json::parse(R"({"b":9223372036854775807,"a":-1,"c":1.5})").value();
    EXPECT_EQ(*json.find("b")->integer(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(*json.find("c")->real(), 1.5);
    EXPECT_EQ(json.text(), R"({"b":9223372036854775807,"a":-1,"c":1.5})");
    EXPECT_EQ(json.find("none"), nullptr);
    EXPECT_EQ(Json{1}.find("a"), nullptr);
    EXPECT_EQ(json.pretty(), "{\n  \"b\": 9223372036854775807,\n  \"a\": -1,\n  \"c\": 1.5\n}");
}

TEST(Json, IsRefusedWithItsPlace) {
    const auto refused = [](std::string_view text) {
        const auto json = Json::parse(text, "body");
        return json.ok() ? Error{ErrorCode::internal, "taken", ""} : json.error();
    };
    EXPECT_EQ(refused("{\n  \"a\": tru\n}").code, ErrorCode::invalid_json);
    EXPECT_THAT(refused("{\n  \"a\": tru\n}").where, HasSubstr("body:2:"));
    EXPECT_EQ(refused(R"({"a":1,"a":2})").code, ErrorCode::json_duplicate_key);
    EXPECT_EQ(refused("\"\xff\"").code, ErrorCode::invalid_utf8);
    for (const auto* text :
         {"",     " ",   "{",           "[1,]",    "[1 2]",  "nul",   "[nullnull",
          "01",   "+1",  "1.",          ".5",      "'a'",    "{a:1}", "{\"a\"}",
          "[1]]", "NaN", "\"\\ud800\"", "\"\\x\"", "\"\n\"", "[,1]"})
        EXPECT_EQ(refused(text).code, ErrorCode::invalid_json) << text;
    std::string deep(100, '[');
    deep += std::string(100, ']');
    EXPECT_EQ(refused(deep).code, ErrorCode::json_too_deep);
}

// Depth is a limit of ours, and stands before the question whether the text is JSON.
TEST(Json, ThatIsTooDeepSaysSoThoughItIsBrokenToo) {
    const auto code = [](const std::string& text) { return Json::parse(text).error().code; };
    const std::string deep(100'000, '[');
    for (const auto& text : {deep, deep + "]", deep + "nul", "{\"a\":" + deep,
                             "{\"a\":\"\\\"]\"," + deep, std::string(100, '{')})
        EXPECT_EQ(code(text), ErrorCode::json_too_deep) << text.substr(0, 20);
    EXPECT_EQ(Json::parse("[\n" + deep, "body").error().where, "body:2:64");
    EXPECT_EQ(code("[\"" + deep), ErrorCode::invalid_json) << "brackets in a text nest nothing";
    std::string wide = "[";
    for (int i = 0; i < 100; ++i)
        wide += "[],";
    EXPECT_EQ(code(wide), ErrorCode::invalid_json);
    for (const std::size_t depth : {63u, 64u, 65u, 66u}) {
        const std::string open(depth, '[');
        const auto balanced = Json::parse(open + std::string(depth, ']'));
        EXPECT_EQ(balanced.ok(), depth <= 64) << depth;
        EXPECT_EQ(code(open), depth <= 64 ? ErrorCode::invalid_json : ErrorCode::json_too_deep)
            << depth;
    }
}

TEST(Json, NeverThrowsAtRandomText) {
    std::mt19937_64 random{3};
    const std::string_view pieces[] = {"{",  "}",  "[",  "]",    "\"a\"", ":",
                                       ",",  "1",  "-",  "null", "true",  "1.5",
                                       "e9", "\\", "\"", "\xff", " ",     "\n"};
    int taken = 0;
    for (int round = 0; round < 50'000; ++round) {
        std::string text;
        for (auto i = random() % 7; i > 0; --i)
            text += pieces[random() % std::size(pieces)];
        taken += Json::parse(text).ok();
    }
    EXPECT_GT(taken, 500);
}

TEST(FieldReader, FindsEverythingThatIsWrongInOnePass) {
    const auto json = Json::parse(R"({"name":"","count":"x","value":"1.2.3","extra":1})").value();
    FieldReader reader{json, "body"};
    EXPECT_EQ(reader.string("name"), "");
    EXPECT_EQ(reader.integer("count"), 0);
    EXPECT_EQ(reader.optional_decimal("value"), std::nullopt);
    EXPECT_EQ(reader.string("missing"), "");
    const auto done = reader.finish();
    ASSERT_FALSE(done.ok());
    std::vector<std::string> places{done.error().where};
    for (const auto& error : done.error().also)
        places.push_back(error.where);
    EXPECT_THAT(places, testing::UnorderedElementsAre("body.name", "body.count", "body.value",
                                                      "body.missing", "body.extra"));
}

TEST(FieldReader, ReadsWhatIsThere) {
    const auto json =
        Json::parse(R"({"s":"x","i":3,"b":true,"d":"1.50","n":2,"l":["a","b"],"o":{},"z":null})")
            .value();
    FieldReader reader{json, "body"};
    EXPECT_EQ(reader.string("s"), "x");
    EXPECT_EQ(reader.integer("i"), 3);
    EXPECT_EQ(reader.optional_boolean("b"), true);
    EXPECT_EQ(reader.optional_decimal("d")->text(), "1.50");
    EXPECT_EQ(reader.optional_decimal("n")->text(), "2");
    EXPECT_EQ(reader.optional_strings("l"), (std::vector<std::string>{"a", "b"}));
    EXPECT_NE(reader.optional_object("o"), nullptr);
    EXPECT_EQ(reader.optional_string("z"), std::nullopt);
    EXPECT_TRUE(reader.finish().ok());
    const Json number{1};
    FieldReader not_object{number, "body"};
    EXPECT_EQ(not_object.finish().error().code, ErrorCode::json_wrong_type);
}

TEST(Json, ADoubledKeyIsRefusedUnlessThePublisherIsSpared) {
    constexpr std::string_view text = R"({"a":1,"b":2,"a":3})";
    EXPECT_EQ(Json::parse(text).error().code, ErrorCode::json_duplicate_key);
    EXPECT_EQ(Json::parse(text, "JSON", 64, DoubledKeys::last_counts).value().text(),
              R"({"b":2,"a":3})");
}

TEST(Json, PlainIsWhatNeedsNoEscapeAtWhateverPlace) {
    EXPECT_TRUE(is_plain_json(""));
    for (const std::size_t length : {1U, 7U, 8U, 9U, 16U, 19U})
        for (std::size_t at = 0; at < length; ++at)
            for (int c = 0; c < 256; ++c) {
                std::string text(length, 'x');
                text[at] = static_cast<char>(c);
                EXPECT_EQ(is_plain_json(text), c >= 0x20 && c != '"' && c != '\\')
                    << length << ' ' << at << ' ' << c;
            }
}

}  // namespace
}  // namespace base
