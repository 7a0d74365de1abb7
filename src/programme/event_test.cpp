#include "programme/event.h"

#include "journal/entry.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

using base::ErrorCode;
using base::Json;

Result<std::optional<Event>> read(std::string kind, std::string_view payload) {
    journal::Entry entry;
    entry.seq = 7;
    entry.effective_on = base::make_day(2024, 4, 20);
    entry.request_id = "r";
    entry.actor = "p-1";
    entry.institution = "pseb";
    entry.kind = std::move(kind);
    entry.subject = "programme/course";
    entry.payload = Json::parse(payload).value();
    const auto bytes = journal::encode(entry);
    return read_event(7, *journal::EntryView::scan(bytes));
}

TEST(Event, HoldsWhatTheEntryHolds) {
    const auto event = read("programme.reported",
                            R"({"v":1,"programme":"course","corrects":3,"stage":"admitted",
        "cohort":"a","period":"2024-Q1","from":"2024-01-01","until":"2024-03-31","value":"25",
        "qualifier":"about","sex":{"female":"11"},"grade":"B"})");
    ASSERT_TRUE(event.ok()) << event.error().text();
    EXPECT_EQ(event.value()->corrects, 3u);
    EXPECT_EQ(event.value()->institution, "pseb");
    const auto& count = std::get<ReportedCount>(event.value()->what);
    EXPECT_EQ(count.code, "admitted");
    EXPECT_EQ(count.value.text(), "25");
    EXPECT_EQ(count.qualifier, FigureBound::about);
    EXPECT_EQ(count.when.from, base::make_day(2024, 1, 1));
    EXPECT_EQ(count.sex.front().second.text(), "11");
    EXPECT_EQ(kind_of(*event.value()), "programme.reported");
}

TEST(Event, APayloadThatDoesNotFitItsKindIsRefused) {
    for (
        const auto& [kind, payload, missing] :
        {std::tuple{"programme.reported", R"({"programme":"c","value":"1"})", "\"stage\""},
         {"programme.reported",
          R"({"programme":"c","stage":"s","until":"2024-02-30","value":"1","qualifier":"exact"})",
          "\"until\""},
         {"programme.reported",
          R"({"programme":"c","stage":"s","until":"2024-02-01","value":"1","qualifier":"roughly"})",
          "\"qualifier\""},
         {"programme.progressed", R"({"programme":"c","task":"t","percent":"1"})", "\"cost\""},
         {"programme.tasked", R"({"programme":"c","task":"t","budget":"much"})", "\"budget\""},
         {"programme.changed", R"({"type":"scope"})", "\"programme\""}}) {
        const auto event = read(kind, payload);
        ASSERT_FALSE(event.ok()) << payload;
        EXPECT_EQ(event.error().code, ErrorCode::invalid_entry);
        EXPECT_NE(event.error().message.find(missing), std::string::npos) << event.error().message;
        EXPECT_EQ(event.error().where, "entry 7");
    }
}

TEST(Event, AKindThatIsNotKnownHereChangesNothing) {
    const auto event = read("programme.audited", R"({"programme":"c"})");
    ASSERT_TRUE(event.ok());
    EXPECT_FALSE(event.value());
}

}  // namespace
}  // namespace programme
