// The review of the real table, held to a truth that was written by hand, and to slips that are
// made on purpose.

#include "statistics/quality.h"

#include "base/csv.h"
#include "base/file.h"
#include "statistics/load.h"
#include "statistics/real_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <set>

namespace statistics {
namespace {

using CsvRow = std::map<std::string, std::string>;

std::vector<CsvRow> rows_of(std::string_view csv, std::vector<std::string>& columns) {
    base::CsvReader reader(csv, "table");
    columns = reader.next().value().value();
    std::vector<CsvRow> rows;
    for (auto fields = reader.next(); fields.ok() && fields->has_value(); fields = reader.next()) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i)
            row[columns[i]] = (**fields)[i];
    }
    return rows;
}

std::vector<CsvRow> fixture(const std::string& name) {
    const auto text =
        base::read_file(std::filesystem::path(TAMEEL_SOURCE_DIR) / "tests/fixtures/quality" / name);
    std::vector<std::string> columns;
    return text.ok() ? rows_of(*text, columns) : std::vector<CsvRow>{};
}

Loaded load_table(std::string_view csv) {
    auto loaded = load_csv(csv, {"monthly-it-exports.csv", "published-figures", {7}});
    EXPECT_TRUE(loaded.ok());
    return loaded.ok() ? std::move(loaded).value() : Loaded{};
}

std::vector<Finding> alarms(const std::vector<Series>& series) {
    auto all = review(series, testing::review_rules());
    std::erase_if(all, [](const Finding& one) { return one.severity == Severity::note; });
    return all;
}

bool names(const Finding& finding, const std::string& row) {
    return std::ranges::find(finding.figures, row, &CitedFigure::row) != finding.figures.end();
}

/// What a review found of the rows that are wrong, by kind of error.
struct Score {
    int wrong = 0;
    int caught = 0;
    int same_kind = 0;     ///< caught, and under the name that the truth has
    int findings = 0;      ///< of this kind
    int false_alarms = 0;  ///< of these, with no row that is wrong
};

class QualityOfTheTable : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto text = testing::published_figures();
        if (!text)
            GTEST_SKIP() << "the table of published figures is not there";
        text_ = *text;
    }

    // Holds findings to rows with their kinds; prints what differs, and the table of scores.
    static std::map<std::string, Score> score(const std::vector<Finding>& found,
                                              const std::map<std::string, std::string>& truth) {
        std::map<std::string, Score> scores;
        for (const auto& [row, kind] : truth) {
            auto& one = scores[kind];
            ++one.wrong;
            const auto at =
                std::ranges::find_if(found, [&](const Finding& f) { return names(f, row); });
            if (at == found.end()) {
                std::cout << fmt::format("missed {} ({})\n", row, kind);
                continue;
            }
            ++one.caught;
            one.same_kind += word(at->kind) == kind ? 1 : 0;
        }
        for (const auto& finding : found) {
            auto& one = scores[std::string{word(finding.kind)}];
            ++one.findings;
            const bool is_true = std::ranges::any_of(
                truth, [&](const auto& row) { return names(finding, row.first); });
            if (is_true)
                continue;
            ++one.false_alarms;
            std::cout << fmt::format("false alarm, {}: {}: {}\n", word(finding.kind),
                                     finding.figures.front().text(), finding.cause);
        }
        print(scores);
        return scores;
    }

    static Score sum_of(const std::map<std::string, Score>& scores) {
        Score all;
        for (const auto& [kind, one] : scores) {
            all.wrong += one.wrong;
            all.caught += one.caught;
            all.same_kind += one.same_kind;
            all.findings += one.findings;
            all.false_alarms += one.false_alarms;
        }
        return all;
    }

    static void print(const std::map<std::string, Score>& scores) {
        std::cout << fmt::format("{:<20}{:>8}{:>8}{:>8}{:>10}{:>8}{:>8}{:>11}\n", "kind", "wrong",
                                 "caught", "missed", "findings", "false", "recall", "precision");
        auto rows = std::vector<std::pair<std::string, Score>>(scores.begin(), scores.end());
        rows.emplace_back("all", sum_of(scores));
        for (const auto& [kind, one] : rows)
            std::cout << fmt::format("{:<20}{:>8}{:>8}{:>8}{:>10}{:>8}{:>8}{:>11}\n", kind,
                                     one.wrong, one.caught, one.wrong - one.caught, one.findings,
                                     one.false_alarms, share(one.caught, one.wrong),
                                     share(one.findings - one.false_alarms, one.findings));
    }
    static std::string share(int part, int whole) {
        return whole == 0 ? "-" : fmt::format("{:.0f} %", 100.0 * part / whole);
    }

    std::string text_;
};

// The whole table as it was compiled. What the compiler's notes say is in the truth alone: no check
// reads that column.
TEST_F(QualityOfTheTable, AsCompiled) {
    std::map<std::string, std::string> truth;
    std::set<std::string> missed;
    for (const auto& row : fixture("slips-in-the-table.csv")) {
        truth[row.at("row")] = row.at("kind");
        if (row.at("result") == "missed")
            missed.insert(row.at("row"));
    }
    const auto found = alarms(load_table(text_).series);
    for (const auto& finding : found)
        std::cout << fmt::format("{}: {}: {}\n", word(finding.kind), finding.figures.front().text(),
                                 finding.cause);
    const auto all = sum_of(score(found, truth));
    EXPECT_EQ(all.wrong, 25);
    EXPECT_EQ(all.caught, 23);
    EXPECT_EQ(all.same_kind, 23);
    EXPECT_EQ(all.findings, 23);
    EXPECT_EQ(all.false_alarms, 0);
    for (const auto& [row, kind] : truth)
        EXPECT_EQ(std::ranges::any_of(found, [&](const Finding& f) { return names(f, row); }),
                  !missed.contains(row))
            << row;
}

std::string written(const std::vector<CsvRow>& rows, const std::vector<std::string>& columns) {
    std::string text = fmt::format("{}\n", fmt::join(columns, ","));
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += i > 0 ? "," : "";
            base::append_csv_field(text, row.at(columns[i]));
        }
        text += '\n';
    }
    return text;
}

// Who compiled the table put swapped lines and mislabelled periods right; here they stand again as
// they were printed.
TEST_F(QualityOfTheTable, AsPrinted) {
    std::map<std::string, std::string> truth;
    for (const auto& row : fixture("slips-in-the-table.csv"))
        truth[row.at("row")] = row.at("kind");
    std::map<std::string, CsvRow> printed;
    for (const auto& row : fixture("as-printed.csv")) {
        printed[row.at("row")] = row;
        truth[row.at("row")] = row.at("kind");
    }
    std::vector<std::string> columns;
    auto rows = rows_of(text_, columns);
    for (auto& row : rows) {
        const auto at = printed.find(row.at("id"));
        if (at == printed.end())
            continue;
        const auto& column = at->second.at("column");
        row[column] = at->second.at("printed");
        if (column == "period_end")
            row["period_type"] = "fiscal year";
        if (column == "value")
            row["printed_as"] = row[column];
    }
    const auto found = alarms(load_table(written(rows, columns)).series);
    const auto all = sum_of(score(found, truth));
    EXPECT_EQ(all.wrong, 77);
    EXPECT_EQ(all.caught, 74);
    EXPECT_EQ(all.findings, 66);
    // Right figures of hardware consultancy that the load itself set aside, for it sees one series
    // at a time and there most of the figures of that year are another line's.
    EXPECT_EQ(all.false_alarms, 5);
}

}  // namespace
}  // namespace statistics
