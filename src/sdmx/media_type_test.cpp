#include "sdmx/media_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sdmx::Resource;
using sdmx::Rest;

std::string chosen(std::string_view accept, Resource resource, Rest rest,
                   std::string_view query = {}) {
    const auto found =
        sdmx::negotiate(accept, sdmx::parse_address("", query).value(), resource, rest);
    return found ? found->media_type : found.error().text().substr(0, 5);
}

TEST(MediaType, DefaultsAreThoseOfEachInterface) {
    for (const auto* accept : {"", "*/*", "application/*", "application/xml", "text/xml;q=0.5"}) {
        EXPECT_EQ(chosen(accept, Resource::data, Rest::v1),
                  "application/vnd.sdmx.genericdata+xml;version=2.1");
        EXPECT_EQ(chosen(accept, Resource::structure, Rest::v1),
                  "application/vnd.sdmx.structure+xml;version=2.1");
    }
    EXPECT_EQ(chosen("*/*", Resource::data, Rest::v2),
              "application/vnd.sdmx.data+json;version=2.0.0");
    EXPECT_EQ(chosen("application/xml", Resource::data, Rest::v2),
              "application/vnd.sdmx.data+xml;version=3.0.0");
    EXPECT_EQ(chosen("", Resource::schema, Rest::v1),
              "application/vnd.sdmx.schema+xml;version=2.1");
}

// A header may hold any byte; the answer that quotes it may not.
TEST(MediaType, ThatNobodyKnowsIsQuotedInWholeCharacters) {
    const auto refused = sdmx::negotiate("text/caf\xE9", {}, Resource::data, Rest::v2);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, testing::EndsWith("found \"text/caf\uFFFD\""));
}

TEST(MediaType, IsTheOneThatTheClientLikesBest) {
    EXPECT_EQ(chosen("application/vnd.sdmx.data+json;version=1.0.0;q=0.2, "
                     "application/vnd.sdmx.data+csv; version=1.0.0; q=0.9",
                     Resource::data, Rest::v1),
              "application/vnd.sdmx.data+csv;version=1.0.0");
    EXPECT_EQ(chosen("application/pdf, text/html;q=0.9, application/json;q=0.5", Resource::data,
                     Rest::v1),
              "application/vnd.sdmx.data+json;version=1.0.0");
    EXPECT_EQ(chosen("application/vnd.sdmx.genericdata+xml;q=0, */*", Resource::data, Rest::v1),
              "application/vnd.sdmx.structurespecificdata+xml;version=2.1");
}

TEST(MediaType, SecondInterfaceGivesTheOldFormatsWhereTheyAreNamed) {
    EXPECT_EQ(
        chosen("application/vnd.sdmx.structure+xml;version=2.1", Resource::structure, Rest::v2),
        "application/vnd.sdmx.structure+xml;version=2.1");
    EXPECT_EQ(chosen("application/vnd.sdmx.structurespecificdata+xml;version=2.1", Resource::data,
                     Rest::v2),
              "application/vnd.sdmx.structurespecificdata+xml;version=2.1");
    EXPECT_EQ(chosen("application/vnd.sdmx.data+json;version=2.0.0", Resource::data, Rest::v1),
              "E0914");
}

TEST(MediaType, VersionsMayBeRanges) {
    EXPECT_EQ(chosen("application/vnd.sdmx.data+xml;version=3.0", Resource::data, Rest::v2),
              "application/vnd.sdmx.data+xml;version=3.0.0");
    EXPECT_EQ(chosen("application/vnd.sdmx.data+json;version=2.0.0+", Resource::data, Rest::v2),
              "application/vnd.sdmx.data+json;version=2.0.0");
    EXPECT_EQ(chosen("application/vnd.sdmx.data+json;version=9.0.0", Resource::data, Rest::v2),
              "E0914");
}

TEST(MediaType, OfCsvSaysWhatWasAskedForBesides) {
    const auto found = sdmx::negotiate(
        "application/vnd.sdmx.data+csv;version=2.0.0;labels=name;timeFormat=normalized;keys=both",
        {}, Resource::data, Rest::v2);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->csv.labels, sdmx::CsvOptions::Labels::name);
    EXPECT_TRUE(found->csv.normalised_time && found->csv.series_key && found->csv.observation_key);
    EXPECT_EQ(found->media_type,
              "application/vnd.sdmx.data+csv;version=2.0.0;labels=name;"
              "timeFormat=normalized;keys=both");
}

TEST(MediaType, FormatInTheAddressGoesBeforeTheHeader) {
    EXPECT_EQ(chosen("application/xml", Resource::data, Rest::v1, "format=jsondata"),
              "application/vnd.sdmx.data+json;version=1.0.0");
    EXPECT_EQ(chosen("application/xml", Resource::data, Rest::v2, "format=jsondata"),
              "application/vnd.sdmx.data+json;version=2.0.0");
    EXPECT_EQ(chosen("", Resource::structure, Rest::v1, "format=SDMX-JSON"),
              "application/vnd.sdmx.structure+json;version=1.0.0");
    EXPECT_EQ(chosen("", Resource::data, Rest::v2, "format=csvdata&formatVersion=1.0.0"),
              "application/vnd.sdmx.data+csv;version=1.0.0");
    EXPECT_EQ(chosen("*/*", Resource::data, Rest::v1, "format=excel"), "E0914");
}

TEST(MediaType, WorkbookIsGivenToWhoNamesIt) {
    const std::string workbook{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    for (const auto rest : {Rest::v1, Rest::v2}) {
        EXPECT_EQ(chosen(workbook, Resource::data, rest), workbook);
        EXPECT_EQ(chosen("", Resource::data, rest, "format=xlsx"), workbook);
        EXPECT_NE(chosen("*/*", Resource::data, rest), workbook);
        EXPECT_NE(chosen("application/*", Resource::data, rest), workbook);
        EXPECT_EQ(chosen(workbook, Resource::structure, rest), "E0914");
    }
}

TEST(MediaType, NotAcceptableSaysWhatThereIs) {
    const auto found = sdmx::negotiate("image/png", {}, Resource::structure, Rest::v1);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, base::ErrorCode::sdmx_not_acceptable);
    EXPECT_THAT(found.error().message,
                testing::HasSubstr("application/vnd.sdmx.structure+json;version=1.0.0"));
}

TEST(Languages, AreThoseAskedForAndThenTheOthers) {
    using testing::ElementsAre;
    EXPECT_THAT(sdmx::negotiate_languages("", {}), ElementsAre("en", "ur"));
    EXPECT_THAT(sdmx::negotiate_languages("fr, ur-PK;q=0.9, en;q=0.5", {}),
                ElementsAre("ur", "en"));
    EXPECT_THAT(sdmx::negotiate_languages("en", sdmx::parse_address("", "lang=ur").value()),
                ElementsAre("ur", "en"));
}

}  // namespace
