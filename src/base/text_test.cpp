#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

// Ill-formed sequences after the Unicode standard, table 3-7.
TEST(Utf8, IsValidUpToItsFirstFault) {
    EXPECT_EQ(valid_utf8_prefix("abc"), 3);
    EXPECT_EQ(valid_utf8_prefix("تعمیل\U0001f600"), std::string_view{"تعمیل\U0001f600"}.size());
    const std::pair<std::string, std::size_t> broken[] = {
        {"ab\xff", 2}, {"\xc0\x80", 0},    {"a\xed\xa0\x80", 1},         {"\xf4\x90\x80\x80", 0},
        {"é\x80", 2},  {"abc\xe2\x82", 3}, {"\xe2\x82\xac\xe2(\xa1", 3}, {"\xf0\x80\x80\x80x", 0}};
    for (const auto& [text, at] : broken)
        EXPECT_EQ(valid_utf8_prefix(text), at);
    EXPECT_EQ(check_utf8("ab\xff", "here").error().code, ErrorCode::invalid_utf8);
    EXPECT_EQ(check_utf8("ab\xff", "here").error().where, "here");
    EXPECT_TRUE(check_utf8("", "here").ok());
}

TEST(Text, CountsCharactersNotBytes) {
    EXPECT_EQ(count_characters("é€😀"), 3);
    EXPECT_EQ(count_characters(""), 0);
}

TEST(Text, IsTrimmedAndSplit) {
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed(" \n"), "");
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(lower_ascii("PaShÉ"), "pashÉ");
}

TEST(Text, FindsTheWordThatWasProbablyMeant) {
    const std::vector<std::string> words{"baseline", "direction", "value"};
    EXPECT_EQ(nearest("basline", words), "baseline");
    EXPECT_EQ(nearest("directoin", words), "direction");
    EXPECT_EQ(nearest("xyz", words), "");
    EXPECT_EQ(nearest("x", {}), "");
}

TEST(Counted, IsSingularForOne) {
    EXPECT_EQ(counted("1", "dialogues"), "1 dialogue");
    EXPECT_EQ(counted("3", "dialogues"), "3 dialogues");
    EXPECT_EQ(counted("0", "entries"), "0 entries");
    EXPECT_EQ(counted("1", "entries"), "1 entry");
    EXPECT_EQ(counted("1", "training courses"), "1 training course");
    EXPECT_EQ(counted("1", "businesses"), "1 business");
    EXPECT_EQ(counted("1", "members of boards"), "1 member of boards");
}

TEST(Counted, LeavesWhatHasNoRegularPlural) {
    EXPECT_EQ(counted("1", "percent"), "1 percent");
    EXPECT_EQ(counted("1", "series"), "1 series");
    EXPECT_EQ(counted("1", "USD million"), "1 USD million");
    EXPECT_EQ(counted("1.0", "dialogues"), "1.0 dialogues");
    EXPECT_EQ(counted("1", ""), "1");
}

TEST(Characters, AreReadOneByOne) {
    EXPECT_EQ(character_at("a"), 'a');
    EXPECT_EQ(character_at("\xD8\xAA\xD8\xB9"), 0x62Au);
    EXPECT_EQ(character_at("\xE2\x80\xAE"), 0x202Eu);
    EXPECT_EQ(character_at("\xF3\xA0\x81\x81x"), 0xE0041u);
    EXPECT_EQ(character_bytes("\xF3\xA0\x81\x81x"), 4u);
}

TEST(Blank, IsWhatSaysNothing) {
    EXPECT_TRUE(is_blank(" \t\n\xC2\xA0"));
    EXPECT_FALSE(is_blank(" \xD8\xAA"));
}

TEST(DidYouMean, NamesTheNearestOrNothing) {
    EXPECT_EQ(did_you_mean("1.1.4", {"1.1.1", "2.3.9"}), "; did you mean 1.1.1?");
    EXPECT_EQ(did_you_mean("far", {"1.1.1"}), "");
}

}  // namespace
}  // namespace base
