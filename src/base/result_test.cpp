#include "base/result.h"

#include "base/id.h"
#include "base/secret.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace base {
namespace {

Result<int> half(int value) {
    if (value % 2 != 0)
        return Error{ErrorCode::invalid_argument, "expected an even number", "value"};
    return value / 2;
}

Result<void> need_even(int value) {
    TRY(half(value));
    return {};
}

Result<std::unique_ptr<int>> boxed(int value) {
    auto box = std::make_unique<int>(TRY(half(value)));
    TRY(need_even(*box));
    return box;
}

TEST(Result, HoldsAValueOrAnError) {
    EXPECT_EQ(half(4).value(), 2);
    EXPECT_EQ(half(3).error().where, "value");
    EXPECT_EQ(half(3).value_or(7), 7);
    EXPECT_TRUE(need_even(2).ok());
    EXPECT_EQ(need_even(1).error().code, ErrorCode::invalid_argument);
}

TEST(Result, IsPassedOnByTry) {
    EXPECT_EQ(**boxed(8), 4);
    EXPECT_FALSE(boxed(3).ok());
    EXPECT_FALSE(boxed(6).ok()) << "the second TRY fails";
}

TEST(ResultDeathTest, IsNotAskedForWhatItDoesNotHold) {
    EXPECT_DEATH((void)half(3).value(), "");
    EXPECT_DEATH((void)half(4).error(), "");
    EXPECT_DEATH((void)need_even(4).error(), "");
}

TEST(Errors, HaveUniqueIdsAndNames) {
    std::set<std::string_view> ids, names;
    for (const auto& row : all_errors()) {
        EXPECT_TRUE(ids.insert(row.id).second) << row.id;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(&info(row.code), &row);
        EXPECT_TRUE(row.id.size() == 5 && (row.id[0] == 'E' || row.id[0] == 'W')) << row.id;
        EXPECT_TRUE(row.help.ends_with('.')) << row.id;
        EXPECT_TRUE(row.id[0] == 'W' ? row.exit_code == 0 : row.exit_code > 0) << row.id;
        EXPECT_TRUE(row.http_status >= 200 && row.http_status < 600) << row.id;
    }
}

TEST(Errors, SayCodePlaceAndSentence) {
    EXPECT_EQ((Error{ErrorCode::not_found, "there is none", "plan.yaml:3:1"}).text(),
              "E0015 plan.yaml:3:1: there is none");
    EXPECT_EQ((Error{ErrorCode::not_found, "there is none", ""}).text(), "E0015: there is none");
}

TEST(Id, OfOneKindIsNotThatOfAnother) {
    using First = Id<struct FirstTag>;
    using Second = Id<struct SecondTag>;
    static_assert(!std::is_convertible_v<First, Second>);
    EXPECT_EQ(First{"a"}, First{"a"});
    EXPECT_LT(First{"a"}, First{"b"});
    EXPECT_TRUE(First{}.empty());
    EXPECT_EQ(std::hash<First>{}(First{"a"}), std::hash<First>{}(First{"a"}));
}

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) {
    out << value;
};

TEST(Secret, CannotBePrintedAndMovesAway) {
    static_assert(!Printable<Secret> && !std::is_copy_constructible_v<Secret>);
    Secret first{"token"};
    Secret second{std::move(first)};
    EXPECT_EQ(second.reveal_secret(), "token");
    EXPECT_EQ(first.reveal_secret(), "");
    first = std::move(second);
    EXPECT_EQ(first.reveal_secret(), "token");
}

}  // namespace
}  // namespace base
