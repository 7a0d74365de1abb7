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

// However the text is cut, the records are the same.
TEST(Csv, ReadsPieceByPiece) {
    const std::string text =
        "\xEF\xBB\xBF"
        "a,\"b \"\"x\"\"\",c\r\n\"two\r\nlines\",,\"\"\nlone\rreturn,\"q\"\"\"\r\nlast";
    const auto whole = all(text).value();
    ASSERT_EQ(whole.size(), 4);
    for (std::size_t step = 1; step <= text.size(); ++step) {
        auto rest = std::string_view{text};
        CsvReader reader{[&rest, step](std::span<char> into) -> Result<std::size_t> {
                             const auto bytes = rest.copy(into.data(), std::min(step, into.size()));
                             rest.remove_prefix(bytes);
                             return bytes;
                         },
                         "file.csv"};
        Records records;
        std::vector<std::size_t> lines;
        while (auto record = reader.next().value()) {
            records.push_back(*record);
            lines.push_back(reader.line());
        }
        EXPECT_EQ(records, whole) << step;
        EXPECT_EQ(lines, (std::vector<std::size_t>{1, 2, 4, 5})) << step;
    }
}

TEST(Csv, ShowsTheRecordAsItIsWritten) {
    CsvReader reader{"a,\"b\nc\"\r\nd\n", "f"};
    ASSERT_TRUE(reader.advance().value());
    EXPECT_EQ(reader.record(), "a,\"b\nc\"");
    ASSERT_TRUE(reader.advance().value());
    EXPECT_EQ(reader.record(), "d");
    EXPECT_FALSE(reader.advance().value());
}

// From wherever a record ended, the rest is read as if all had been.
TEST(Csv, GoesOnWhereARecordEnded) {
    const std::string text =
        "\xEF\xBB\xBF"
        "a,b\r\n\"two\nlines\",1\nlast,\"2";
    CsvReader first{input_of(text), "f"};
    for (int records = 0; records < 3; ++records) {
        const auto from = first.position();
        CsvReader second{input_of(std::string_view{text}.substr(from.bytes)), "f", from};
        const auto wanted = first.next();
        const auto found = second.next();
        ASSERT_EQ(found.ok(), wanted.ok());
        if (wanted.ok())
            EXPECT_EQ(found.value(), wanted.value());
        else
            EXPECT_EQ(found.error().text(), wanted.error().text());
        EXPECT_EQ(second.where(), first.where());
        EXPECT_EQ(second.position().bytes, first.position().bytes);
        EXPECT_EQ(second.position().line, first.position().line);
    }
    EXPECT_EQ(first.where(), "f:4");
}

TEST(Csv, ARecordHasABound) {
    CsvReader reader{[is_first = true](std::span<char> into) mutable -> Result<std::size_t> {
                         std::ranges::fill(into, 'x');
                         into.front() = std::exchange(is_first, false) ? '"' : 'x';
                         return into.size();
                     },
                     "f"};
    EXPECT_EQ(reader.advance().error().code, ErrorCode::invalid_csv);
}

TEST(Csv, ARecordHasSoManyFieldsAtMost) {
    const auto record = [](std::size_t fields) { return std::string(fields - 1, ',') + "\n"; };
    EXPECT_EQ(all(record(10'000)).value().front().size(), 10'000u);
    EXPECT_EQ(all("a\n" + record(10'001)).error().where, "file.csv:2");
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
