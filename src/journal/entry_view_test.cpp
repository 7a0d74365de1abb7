#include "journal/entry_view.h"

#include "base/json.h"
#include "journal/entry.h"

#include <gtest/gtest.h>

#include <random>

namespace journal {
namespace {

using base::Json;

TEST(EntryView, FindsEveryField) {
    Entry entry;
    entry.seq = 123456;
    entry.recorded_at = base::parse_instant("2026-03-01T09:30:15.000007Z").value();
    entry.effective_on = base::make_day(2024, 2, 29);
    entry.request_id = "r";
    entry.actor = "a";
    entry.kind = "progress.reported";
    entry.subject = "1.1.1-a";
    entry.payload = Json::object({{"text", "quote \" brace } \\"},
                                  {"n", -12},
                                  {"yes", true},
                                  {"list", Json::Array{1, "]", Json::object({{"x", "y"}})}}});
    entry.attachments = {sha256("1"), sha256("2")};
    const auto bytes = encode(entry);
    const auto view = EntryView::scan(bytes);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->seq, 123456);
    EXPECT_EQ(view->v, 1);
    EXPECT_EQ(view->recorded_instant(), entry.recorded_at);
    EXPECT_EQ(view->effective_day(), entry.effective_on);
    EXPECT_EQ(view->request_id, "r");
    EXPECT_EQ(view->actor, "a");
    EXPECT_EQ(view->institution, "");
    EXPECT_EQ(view->kind, "progress.reported");
    EXPECT_EQ(view->subject, "1.1.1-a");
    EXPECT_EQ(view->payload.find("text").text(), "quote \" brace } \\");
    EXPECT_EQ(view->payload.find("n").integer(), -12);
    EXPECT_EQ(view->payload.find("yes").boolean(), true);
    EXPECT_FALSE(view->payload.find("none").exists());
    std::vector<std::string> items;
    view->payload.find("list").for_each_item(
        [&](JsonView item) { items.emplace_back(item.bytes()); });
    EXPECT_EQ(items, (std::vector<std::string>{"1", "\"]\"", "{\"x\":\"y\"}"}));
    int attachments = 0;
    view->attachments.for_each_item([&](JsonView item) {
        EXPECT_EQ(parse_hex(item.raw()).value(),
                  entry.attachments[static_cast<std::size_t>(attachments++)]);
    });
    EXPECT_EQ(attachments, 2);
}

TEST(EntryView, RefusesOtherMembersAndOrders) {
    EXPECT_FALSE(EntryView::scan(""));
    EXPECT_FALSE(EntryView::scan("{}"));
    EXPECT_FALSE(EntryView::scan("{\"actor\":"));
    EXPECT_FALSE(EntryView::scan("{\"actor\":\""));
}

TEST(EntryView, NeverReadsOutsideBrokenBytes) {
    Entry entry;
    entry.payload = Json::object({{"a", Json::Array{"x", Json::object({{"b", "\\"}})}}});
    entry.subject = entry.kind = entry.actor = entry.request_id = "x";
    const std::string bytes = encode(entry);
    std::mt19937_64 random{7};
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string changed = bytes.substr(0, random() % (bytes.size() + 1));
        for (int i = 0; i < 2 && !changed.empty(); ++i)
            changed[random() % changed.size()] = static_cast<char>(random());
        // A copy of exact size, so that a sanitizer sees a read behind its end.
        const std::vector<char> exact(changed.begin(), changed.end());
        const std::string_view view{exact.data(), exact.size()};
        if (const auto found = EntryView::scan(view)) {
            found->payload.for_each_member(
                [](std::string_view, JsonView value) { (void)value.text(); });
            found->attachments.for_each_item([](JsonView value) { (void)value.integer(); });
        } else {
            ++refused;
        }
        (void)first_uncanonical_byte(view);
    }
    EXPECT_GT(refused, 10'000);
}

TEST(Canonical, IsRefusedAtTheFirstWrongByte) {
    const std::pair<std::string, std::size_t> wrong[] = {{R"({"a":1.5})", 6},
                                                         {R"({"a" :1})", 4},
                                                         {R"({"b":1,"a":2})", 7},
                                                         {R"({"a":1,"a":2})", 7},
                                                         {R"({"a":-0})", 5},
                                                         {R"({"a":012})", 5},
                                                         {R"("\u0041")", 1},
                                                         {R"("\/")", 1},
                                                         {R"("\u000a")", 1},
                                                         {R"("\u001F")", 1},
                                                         {R"([1,])", 3},
                                                         {R"([1 ,2])", 2},
                                                         {R"(9007199254740992)", 15},
                                                         {R"({"a":tru})", 5},
                                                         {R"({"a":1}x)", 7},
                                                         {"\"a\x01\"", 2},
                                                         {"\"\xff\"", 1},
                                                         {"", 0},
                                                         {R"({"a":1)", 6},
                                                         {R"(1e3)", 1},
                                                         {R"("open)", 5}};
    for (const auto& [text, at] : wrong)
        EXPECT_EQ(first_uncanonical_byte(text), std::optional{at}) << text;
    for (const auto* right : {"{}", "[]", "0", "-1", "9007199254740991", R"("\u001f\b\"\\")",
                              R"({"":1,"a":[null,true,false]})", "\"\u20ac\u00e9/\""})
        EXPECT_EQ(first_uncanonical_byte(right), std::nullopt) << right;
}

Json random_json(std::mt19937_64& random, int depth) {
    static const std::string pieces[] = {"a",          "b",          "\"",     "\\",     "\n",
                                         "\x01",       "/",          "\u00e9", "\u20ac", "\ufb33",
                                         "\U0001f600", "\U0010ffff", "\uffee", "0"};
    const auto text = [&] {
        std::string result;
        for (auto i = random() % 4; i > 0; --i)
            result += pieces[random() % std::size(pieces)];
        return result;
    };
    switch (random() % (depth > 3 ? 5 : 7)) {
        case 0:
            return nullptr;
        case 1:
            return random() % 2 == 0;
        case 2:
            return static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000;
        case 3:
            return (static_cast<std::int64_t>(random() >> 12)) - (std::int64_t{1} << 51);
        case 4:
            return text();
        case 5: {
            Json::Array items;
            for (auto i = random() % 4; i > 0; --i)
                items.push_back(random_json(random, depth + 1));
            return items;
        }
        default: {
            Json::Object members;
            for (auto i = random() % 5; i > 0; --i) {
                auto key = text();
                if (Json{members}.find(key) == nullptr)
                    members.emplace_back(std::move(key), random_json(random, depth + 1));
            }
            return members;
        }
    }
}

// The scanner and the writer of `base` are two readings of RFC 8785; here they check each other.
TEST(Canonical, AgreesWithParsingAndWritingAgain) {
    std::mt19937_64 random{42};
    int taken = 0, refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = random_json(random, 0).canonical();
        EXPECT_EQ(first_uncanonical_byte(bytes), std::nullopt) << bytes;
        const char inserts[] = "{}[]\",:\\0-1.e \n/u";
        if (random() % 2 == 0)
            bytes.insert(random() % (bytes.size() + 1), 1,
                         inserts[random() % (sizeof inserts - 1)]);
        else
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto parsed = Json::parse(bytes);
        const bool is_same = parsed.ok() && parsed.value().canonical() == bytes;
        if (first_uncanonical_byte(bytes)) {
            ++refused;
            continue;
        }
        EXPECT_TRUE(is_same) << bytes;
        ++taken;
    }
    EXPECT_GT(taken, 1000);
    EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace journal
