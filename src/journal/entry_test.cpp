#include "journal/entry.h"

#include "journal/tree.h"
#include "journal/upcast.h"

#include <gtest/gtest.h>

#include <cmath>

namespace journal {
namespace {

using base::Json;

Draft draft_of(Json payload = Json::object()) {
    Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = "request-1";
    draft.actor = "person-7";
    draft.institution = "pasha";
    draft.kind = "progress.reported";
    draft.subject = "1.1.1-a";
    draft.payload = std::move(payload);
    return draft;
}

base::Instant instant() {
    return base::parse_instant("2026-03-01T09:30:00.123456Z").value();
}

std::string bytes_of(const Draft& draft) {
    return PreparedEntry::create(draft).value().seal(4, instant()).bytes;
}

ErrorCode refusal(const Draft& draft) {
    const auto prepared = PreparedEntry::create(draft);
    return prepared.ok() ? ErrorCode::internal : prepared.error().code;
}

TEST(Entry, HasTheBytesOfTheFormat) {
    auto draft = draft_of(Json::object({{"value", "12.50"}, {"period", "2026-Q1"}, {"n", 3}}));
    draft.attachments = {sha256("file")};
    EXPECT_EQ(
        bytes_of(draft),
        R"({"actor":"person-7","attachments":[")" + to_hex(sha256("file")) +
            R"("],"effective_on":"2026-03-01","institution":"pasha","kind":"progress.reported",)"
            R"("payload":{"n":3,"period":"2026-Q1","value":"12.50"},)"
            R"("recorded_at":"2026-03-01T09:30:00.123456Z","request_id":"request-1","seq":4,)"
            R"("subject":"1.1.1-a","v":1})");
}

TEST(Entry, IsSealedWithTheHashOfItsLeaf) {
    for (const std::size_t length : {0, 1, 40, 63, 64, 65, 700}) {
        const auto prepared =
            PreparedEntry::create(draft_of(Json::object({{"text", std::string(length, 'x')}})));
        for (const std::uint64_t seq : {0, 9, 10}) {
            const auto sealed = prepared.value().seal(seq, instant());
            EXPECT_EQ(sealed.leaf_hash, leaf_hash(sealed.bytes)) << length << " " << seq;
        }
    }
}

TEST(Entry, IsTheCanonicalFormOfItself) {
    const auto bytes =
        bytes_of(draft_of(Json::object({{"b", Json::array()}, {"a\n\"", "\x01\u20ac/"}})));
    EXPECT_EQ(Json::parse(bytes).value().canonical(), bytes);
    EXPECT_EQ(first_uncanonical_byte(bytes), std::nullopt);
}

TEST(Entry, ComesBackAsItWasWritten) {
    auto draft = draft_of(Json::object({{"a", Json::Array{1, "x", nullptr, true}}}));
    draft.attachments = {sha256("1"), sha256("0")};
    const auto entry = decode(bytes_of(draft));
    ASSERT_TRUE(entry.ok()) << entry.error().text();
    EXPECT_EQ(entry->seq, 4);
    EXPECT_EQ(entry->recorded_at, instant());
    EXPECT_EQ(entry->effective_on, draft.effective_on);
    EXPECT_EQ(entry->attachments, draft.attachments);
    EXPECT_EQ(entry->payload, draft.payload);
    EXPECT_EQ(encode(entry.value()), bytes_of(draft));
}

TEST(Entry, NeedsItsFields) {
    auto draft = draft_of();
    draft.kind = "";
    EXPECT_EQ(check(draft).error().where, "kind");
    draft = draft_of();
    draft.subject = "";
    EXPECT_EQ(check(draft).error().where, "subject");
    draft = draft_of();
    draft.actor = "";
    EXPECT_EQ(check(draft).error().where, "actor");
    draft = draft_of();
    draft.request_id = "";
    EXPECT_EQ(check(draft).error().where, "request_id");
    draft = draft_of();
    draft.institution = "";
    EXPECT_TRUE(check(draft).ok());
}

TEST(Entry, RefusesTextsThatNeedEscapes) {
    for (const std::string text : {"a\"b", "a\\b", "a\nb", "a\x7f", "\xff", "\xed\xa0\x80"}) {
        auto draft = draft_of();
        draft.subject = text;
        EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry) << text;
    }
    auto draft = draft_of();
    draft.subject = std::string(201, 'x');
    EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry);
    draft.subject = "تعمیل";
    EXPECT_TRUE(check(draft).ok());
    for (const auto* kind : {"Progress", "progress.", ".reported", "a..b", "a b", "1a", "a-b"}) {
        draft = draft_of();
        draft.kind = kind;
        EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry) << kind;
    }
}

TEST(Entry, RefusesFractionsAndSaysWhere) {
    const auto with = [](Json value) {
        return draft_of(Json::object({{"targets", Json::Array{1, Json::object({{"v", value}})}}}));
    };
    EXPECT_EQ(check(with(0.5)).error().where, "payload.targets[1].v");
    EXPECT_EQ(check(with(2.0)).error().code, ErrorCode::invalid_entry);
    EXPECT_EQ(check(with(std::nan(""))).error().code, ErrorCode::invalid_entry);
    EXPECT_EQ(check(with(std::int64_t{9'007'199'254'740'992})).error().code,
              ErrorCode::invalid_entry);
    EXPECT_EQ(check(with(std::int64_t{-9'007'199'254'740'992})).error().code,
              ErrorCode::invalid_entry);
    EXPECT_TRUE(check(with(std::int64_t{9'007'199'254'740'991})).ok());
    EXPECT_TRUE(check(with(std::int64_t{-9'007'199'254'740'991})).ok());
    EXPECT_EQ(check(with("\xc3")).error().where, "payload.targets[1].v");
}

TEST(Entry, RefusesWhatIsTooDeepTooLargeOrDoubled) {
    Json nested = Json::object();
    for (int depth = 2; depth < 32; ++depth)
        nested = Json::object({{"a", nested}});
    EXPECT_TRUE(check(draft_of(nested)).ok());
    EXPECT_EQ(first_uncanonical_byte(bytes_of(draft_of(nested))), std::nullopt);
    EXPECT_TRUE(decode(bytes_of(draft_of(nested))).ok());
    EXPECT_EQ(refusal(draft_of(Json::object({{"a", nested}}))), ErrorCode::invalid_entry);
    EXPECT_EQ(refusal(draft_of(Json::object({{"a", 1}, {"a", 2}}))), ErrorCode::invalid_entry);
    EXPECT_EQ(refusal(draft_of(Json::object({{"a", std::string(65'535, 'x')}}))),
              ErrorCode::entry_too_large);
    EXPECT_EQ(refusal(draft_of(Json::array())), ErrorCode::invalid_entry);
    auto draft = draft_of();
    draft.attachments = {sha256("a"), sha256("a")};
    EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry);
    draft.attachments.clear();
    for (int i = 0; i < 257; ++i)
        draft.attachments.push_back(sha256(std::to_string(i)));
    EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry);
}

TEST(Entry, NamesEveryTextOfItsVault) {
    const VaultItem item{std::string(32, 'B'), "Delayed by floods."};
    auto draft = draft_of(Json::object({{"notes", Json::Array{to_hex(commit(item))}}}));
    draft.vault = {item};
    EXPECT_TRUE(check(draft).ok());
    draft.payload = Json::object({{"notes", "Delayed by floods."}});
    EXPECT_EQ(check(draft).error().where, "vault");
    draft.vault[0].salt = "short";
    EXPECT_EQ(check(draft).error().where, "vault[0]");
    draft.vault = {item, item};
    EXPECT_EQ(refusal(draft), ErrorCode::invalid_entry);
    draft.vault = {{std::string(32, 'B'), std::string(vault_text_bytes_max + 1, 'x')}};
    EXPECT_EQ(refusal(draft), ErrorCode::entry_too_large);
}

TEST(Entry, OfANewerVersionIsNotGuessedAt) {
    auto bytes = bytes_of(draft_of());
    bytes.replace(bytes.size() - 2, 1, "2");
    EXPECT_EQ(decode(bytes).error().code, ErrorCode::unsupported_version);
    EXPECT_EQ(decode(R"({"new":1,"v":3})").error().code, ErrorCode::unsupported_version);
    EXPECT_EQ(decode(R"({"new":1,"v":1})").error().code, ErrorCode::invalid_entry);
}

TEST(Entry, IsRefusedInAnyOtherForm) {
    const auto bytes = bytes_of(draft_of(Json::object({{"a", 1}, {"b", "x"}})));
    const auto changed = [&](std::string_view from, std::string_view to) {
        auto text = bytes;
        text.replace(text.find(from), from.size(), to);
        EXPECT_NE(text, bytes);
        return decode(text).ok();
    };
    EXPECT_FALSE(changed(R"("a":1)", R"("a": 1)"));
    EXPECT_FALSE(changed(R"("a":1,"b":"x")", R"("b":"x","a":1)"));
    EXPECT_FALSE(changed(R"("x")", R"("\u0078")"));
    EXPECT_FALSE(changed(R"("a":1)", R"("a":1.0)"));
    EXPECT_FALSE(changed(R"("a":1)", R"("a":01)"));
    EXPECT_FALSE(changed("2026-03-01\"", "2026-02-30\""));
    EXPECT_FALSE(changed("09:30:00.123456Z", "09:30:60.123456Z"));
    EXPECT_FALSE(changed("09:30:00.123456Z", "09:30:00.12345Z"));
    EXPECT_FALSE(changed("\"v\":1", "\"v\":0"));
    EXPECT_FALSE(changed("\"attachments\":[]", "\"attachments\":[\"\"]"));
    EXPECT_FALSE(changed("person-7", ""));
    EXPECT_FALSE(decode(bytes + " ").ok());
    EXPECT_FALSE(decode(bytes.substr(0, bytes.size() - 1)).ok());
    EXPECT_FALSE(decode("").ok());
}

TEST(SameRequest, IsEqualButForSalts) {
    const auto draft_with = [](VaultItem item, std::string value) {
        auto draft = draft_of(
            Json::object({{"value", std::move(value)}, {"narrative", to_hex(commit(item))}}));
        draft.vault = {std::move(item)};
        return draft;
    };
    const VaultItem first{std::string(32, '1'), "text"};
    const auto stored = decode(bytes_of(draft_with(first, "1"))).value();
    const auto matches = [&](const Hash& hash, const VaultItem& item) {
        return hash == commit(first) && item.text == first.text;
    };
    EXPECT_TRUE(same_request(draft_with(first, "1"), stored, matches));
    EXPECT_TRUE(same_request(draft_with({std::string(32, '2'), "text"}, "1"), stored, matches));
    EXPECT_FALSE(same_request(draft_with({std::string(32, '2'), "other"}, "1"), stored, matches));
    EXPECT_FALSE(same_request(draft_with(first, "2"), stored, matches));
    auto later = draft_with(first, "1");
    later.effective_on += std::chrono::days{1};
    EXPECT_FALSE(same_request(later, stored, matches));
}

TEST(Upcasters, BringOldPayloadsForward) {
    Upcasters upcasters;
    upcasters.add("progress.reported", 1, [](Json payload) -> Result<Json> {
        return Json::object({{"amount", *payload.find("value")}});
    });
    upcasters.add("progress.reported", 2, [](Json payload) -> Result<Json> {
        payload.set("unit", "people");
        return payload;
    });
    const auto current = upcasters.current("progress.reported", Json::object({{"value", "3"}}));
    EXPECT_EQ(current.value().canonical(), R"({"amount":"3","unit":"people","v":3})");
    const auto newest = Json::object({{"amount", "3"}, {"v", 3}});
    EXPECT_EQ(upcasters.current("progress.reported", newest).value(), newest);
    EXPECT_EQ(upcasters.current("progress.reported", Json::object({{"v", 4}})).error().code,
              ErrorCode::unsupported_version);
    EXPECT_EQ(upcasters.current("progress.reported", Json::object({{"v", "x"}})).error().code,
              ErrorCode::unsupported_version);
    EXPECT_TRUE(upcasters.current("other.kind", Json::object()).ok());
}

}  // namespace
}  // namespace journal
