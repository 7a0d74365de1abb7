#include "plan/yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults(const YamlFile& file) {
    std::vector<std::string> list;
    for (const auto& d : file.diagnostics)
        list.push_back(std::string{base::info(d.code).id} + ' ' + std::to_string(d.mark.line) +
                       ':' + std::to_string(d.mark.column));
    return list;
}

std::vector<std::string> faults_of(std::string_view text) {
    return faults(read_yaml(text, "x.yaml"));
}

std::string value_of(const YamlFile& file, std::string_view key) {
    const auto* entry = file.root.find(key);
    return entry == nullptr ? "(absent)" : entry->value.text;
}

TEST(Yaml, ReadsMappingsListsAndTheirPlaces) {
    const auto file =
        read_yaml("title: A plan\nitems:\n  - code: a\n  - code: \"b\"\nwords: [x, y]\n", "x.yaml");
    EXPECT_THAT(file.diagnostics, IsEmpty());
    EXPECT_EQ(value_of(file, "title"), "A plan");
    const auto& items = file.root.find("items")->value.items;
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[1].find("code")->value.mark.line, 4);
    EXPECT_EQ(items[1].find("code")->value.mark.column, 11);
    EXPECT_EQ(items[1].find("code")->value.width, 3);
    EXPECT_TRUE(items[1].find("code")->value.is_quoted);
    const auto& words = file.root.find("words")->value.items;
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].width, 1);
}

TEST(Yaml, CountsColumnsInCharacters) {
    const auto file = read_yaml("a: [برآمدات, x]\n", "x.yaml");
    const auto& words = file.root.find("a")->value.items;
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].width, 7);
    EXPECT_EQ(words[1].mark.column, 14);
}

TEST(Yaml, FindsAQuoteThatIsNeverClosedAndReadsOn) {
    const auto file = read_yaml("a: \"one\nb: 'two\nc: \"three\"\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0102 1:4", "E0102 2:4"));
    EXPECT_EQ(value_of(file, "a"), "one");
    EXPECT_EQ(value_of(file, "c"), "three");
}

TEST(Yaml, KnowsEscapedQuotes) {
    const auto file = read_yaml("a: \"say \\\"yes\\\"\"\nb: 'it''s'\n", "x.yaml");
    EXPECT_THAT(faults(file), IsEmpty());
    EXPECT_EQ(value_of(file, "a"), "say \"yes\"");
    EXPECT_EQ(value_of(file, "b"), "it's");
}

TEST(Yaml, FindsTextAfterAClosingQuote) {
    EXPECT_THAT(faults_of("a: \"one\" two\nb: 2\n"), ElementsAre("E0101 1:10"));
}

TEST(Yaml, FindsADuplicateKeyAndNamesTheFirst) {
    const auto file = read_yaml("a: 1\nb: 2\na: 3\n", "x.yaml");
    ASSERT_THAT(faults(file), ElementsAre("E0103 3:1"));
    EXPECT_THAT(file.diagnostics[0].message, testing::HasSubstr("line 1, column 1"));
    EXPECT_EQ(value_of(file, "a"), "1");
}

TEST(Yaml, FindsATabInTheIndentationAndReadsOn) {
    const auto file = read_yaml("a:\n\tb: 1\nc: 2\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0104 2:1"));
    EXPECT_EQ(file.root.find("a")->value.find("b")->value.text, "1");
    EXPECT_EQ(file.root.find("a")->value.find("b")->value.mark.column, 5);
}

TEST(Yaml, RefusesAnchorsAliasesTagsAndFlowMappings) {
    EXPECT_THAT(
        faults_of("a: &x 1\nb: *x\nc: !!int 3\nd: {e: 1}\nf: [g: 1]\nh: [[1]]\n"),
        ElementsAre("E0105 1:4", "E0105 2:4", "E0105 3:4", "E0105 4:4", "E0105 5:6", "E0105 6:5"));
}

TEST(Yaml, ReadsOnAfterAFlowMappingOfSeveralLines) {
    const auto file = read_yaml("a: {b: 1,\n  c: 2\n}\nd: 3\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0105 1:4"));
    EXPECT_EQ(value_of(file, "d"), "3");
}

TEST(Yaml, RefusesSeveralDocumentsAndDirectives) {
    EXPECT_THAT(faults_of("---\na: 1\n---\nb: 2\n"), ElementsAre("E0105 3:1"));
    EXPECT_THAT(faults_of("%YAML 1.2\n---\na: 1\n"), ElementsAre("E0105 1:1"));
}

TEST(Yaml, FindsBytesThatAreNotUtf8AndControlCharacters) {
    EXPECT_THAT(faults_of("a: caf\xE9\nb: ok\n"), ElementsAre("E0106 1:7"));
    EXPECT_THAT(faults_of(std::string_view{"a: x\0y\n", 7}), ElementsAre("E0106 1:5"));
}

TEST(Yaml, FindsAColonInPlainText) {
    const auto file = read_yaml("title: Phase 1: begin\nb: 2\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0101 1:15"));
    EXPECT_EQ(value_of(file, "title"), "Phase 1: begin");
}

TEST(Yaml, FindsAKeyBelowAValue) {
    const auto file = read_yaml("- a: 1\n    b: 2\n  c: 3\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0101 2:5"));
    ASSERT_EQ(file.root.items.size(), 1u);
    EXPECT_EQ(file.root.items[0].find("b")->value.text, "2");
    EXPECT_EQ(file.root.items[0].find("c")->value.text, "3");
}

TEST(Yaml, FindsAnIndentationBetweenLevels) {
    const auto file = read_yaml("a:\n    b: 1\n  c: 2\nd: 3\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0101 3:3"));
    EXPECT_EQ(value_of(file, "d"), "3");
}

TEST(Yaml, FindsAMissingSpaceAfterTheColon) {
    const auto file = read_yaml("a: 1\nlead:pasha\nb: 2\n", "x.yaml");
    EXPECT_THAT(faults(file), ElementsAre("E0101 2:1"));
    EXPECT_EQ(value_of(file, "b"), "2");
}

TEST(Yaml, LeavesTextBlocksAlone) {
    const auto file =
        read_yaml("a: >\n  one \"two\n  three: four\nb: |\n\n  - {x\nc: 1\n", "x.yaml");
    EXPECT_THAT(faults(file), IsEmpty());
    EXPECT_EQ(value_of(file, "a"), "one \"two three: four\n");
    EXPECT_EQ(value_of(file, "c"), "1");
}

TEST(Yaml, RefusesAFileThatIsTooLargeOrTooDeep) {
    EXPECT_THAT(faults_of(std::string(yaml_bytes_max + 1, ' ')), ElementsAre("E0109 1:1"));
    std::string deep;
    for (int i = 0; i < 40; ++i)
        deep += std::string(static_cast<std::size_t>(2 * i), ' ') + "a:\n";
    const auto file = read_yaml(deep + "b: 1\n", "x.yaml");
    ASSERT_FALSE(file.diagnostics.empty());
    EXPECT_EQ(file.diagnostics[0].code, base::ErrorCode::yaml_too_large);
    EXPECT_EQ(value_of(file, "b"), "1") << "what stands beside the deep part is still read";
}

TEST(Yaml, RefusesAnItemWithTooManyKeysAtOnce) {
    std::string many;
    for (int i = 0; i < 20000; ++i)
        many += "k" + std::to_string(i) + ": 1\n";
    EXPECT_THAT(faults_of(many), ElementsAre("E0109 1001:1"));
}

TEST(Yaml, RefusesAStackOfDashes) {
    std::string dashes;
    for (int i = 0; i < 3000; ++i)
        dashes += "- ";
    const auto file = read_yaml(dashes + "x\n", "x.yaml");
    ASSERT_FALSE(file.diagnostics.empty());
    EXPECT_EQ(file.diagnostics[0].code, base::ErrorCode::yaml_too_large);
}

TEST(Yaml, ReadsLinesThatEndAsOnWindowsAndAByteOrderMark) {
    const auto file = read_yaml(
        "\xEF\xBB\xBF"
        "a: 1\r\nb: \"x\"\r\n",
        "x.yaml");
    EXPECT_THAT(faults(file), IsEmpty());
    EXPECT_EQ(value_of(file, "a"), "1");
    EXPECT_EQ(value_of(file, "b"), "x");
}

}  // namespace
}  // namespace plan
