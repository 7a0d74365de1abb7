#include "base/csv.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using Records = std::vector<std::vector<std::string>>;

Result<Records> all(std::string_view text) {
    CsvReader reader{text, "file.csv"};
    Records records;
    while (auto record = TRY(reader.next()))
        records.push_back(*record);
    return records;
}

TEST(Csv, ReadsWhatRfc4180Allows) {
    EXPECT_EQ(all("a,b\r\nc,d\r\n").value(), (Records{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(all("a,b\nc,d").value(), (Records{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(all("\"a,1\",\"say \"\"x\"\"\",\"two\nlines\"\n").value(),
              (Records{{"a,1", "say \"x\"", "two\nlines"}}));
    EXPECT_EQ(all("\xEF\xBB\xBFname\n").value(), (Records{{"name"}}));
    EXPECT_EQ(all(",\n\"\",x\n").value(), (Records{{"", ""}, {"", "x"}}));
    EXPECT_TRUE(all("").value().empty());
}

TEST(Csv, IsRefusedWithItsPlace) {
    EXPECT_EQ(all("a,b\n\"open,\n").error().code, ErrorCode::invalid_csv);
    EXPECT_EQ(all("a,b\n\"open,\n").error().where, "file.csv:2, column 1");
    EXPECT_EQ(all("a\nx,\"b\"c\n").error().where, "file.csv:2, column 2");
    EXPECT_EQ(all("a\"b\n").error().code, ErrorCode::invalid_csv);
}

TEST(Csv, CountsTheLinesOfQuotedFields) {
    CsvReader reader{"\"one\ntwo\"\nthree\n", "f"};
    ASSERT_TRUE(reader.next().ok());
    EXPECT_EQ(reader.line(), 1);
    ASSERT_TRUE(reader.next().ok());
    EXPECT_EQ(reader.line(), 3);
}

TEST(CsvHeader, NamesWhatIsMissingOrDoubled) {
    const auto header = CsvHeader::create({"b", "a"}, {"a", "b"}, "f.csv").value();
    EXPECT_EQ(header.find("a"), 1);
    EXPECT_EQ(header.find("c"), std::nullopt);
    EXPECT_NE(CsvHeader::create({"a"}, {"a", "b", "c"}, "f.csv").error().message.find("b, c"),
              std::string::npos);
    EXPECT_FALSE(CsvHeader::create({"a", "a"}, {"a"}, "f.csv").ok());
}

TEST(CsvField, ComesBackAsItWasWritten) {
    for (const std::string& text :
         std::vector<std::string>{"plain", "", "a,b", "say \"x\"", "two\nlines", "\r"}) {
        const auto line = csv_field(text) + ",end\n";
        EXPECT_EQ(all(line).value(), (Records{{text, "end"}}));
    }
    EXPECT_EQ(csv_field("plain"), "plain");
}

}  // namespace
}  // namespace base
