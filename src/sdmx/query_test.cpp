#include "sdmx/query.h"

#include "sdmx/example_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sdmx::Rest;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

sdmx::Address address(std::string_view path, std::string_view query = {}) {
    return sdmx::parse_address(path, query).value();
}

TEST(Query, StructureByItsParts) {
    const auto asked = sdmx::parse_structure_query(
        address("codelist/SDMX+ECB/CL_FREQ/1.0/A+M", "detail=allstubs&references=children"),
        Rest::v1);
    ASSERT_TRUE(asked);
    EXPECT_THAT(asked->what.types, ElementsAre(sdmx::ArtefactType::codelist));
    EXPECT_THAT(asked->what.agencies, ElementsAre("SDMX", "ECB"));
    EXPECT_THAT(asked->what.versions, ElementsAre("1.0"));
    EXPECT_THAT(asked->items, ElementsAre("A", "M"));
    EXPECT_EQ(asked->detail, sdmx::StructureDetail::all_stubs);
    EXPECT_EQ(asked->references, sdmx::References::children);
}

TEST(Query, WhatIsLeftOutHasTheDefaultOfEachInterface) {
    for (const auto* path : {"dataflow", "dataflow/", "dataflow/all/ALL/latest/"}) {
        const auto asked = sdmx::parse_structure_query(address(path), Rest::v1);
        ASSERT_TRUE(asked) << path;
        EXPECT_THAT(asked->what.agencies, IsEmpty());
        EXPECT_THAT(asked->what.ids, IsEmpty());
        EXPECT_THAT(asked->what.versions, ElementsAre("latest"));
    }
    const auto asked = sdmx::parse_structure_query(address("dataflow/*/*"), Rest::v2);
    ASSERT_TRUE(asked);
    EXPECT_THAT(asked->what.ids, IsEmpty());
    EXPECT_THAT(asked->what.versions, ElementsAre("~"));
}

TEST(Query, DataOfTheFirstInterface) {
    const auto asked = sdmx::parse_data_query(
        address("PK,EXPORTS,1.0/M..US+GB/SBP",
                "startPeriod=2024-01&endPeriod=2024-Q4&detail=dataonly&lastNObservations=3"),
        Rest::v1);
    ASSERT_TRUE(asked) << asked.error().text();
    EXPECT_THAT(asked->selection.what.agencies, ElementsAre("PK"));
    EXPECT_THAT(asked->selection.what.ids, ElementsAre("EXPORTS"));
    ASSERT_EQ(asked->selection.keys.size(), 1U);
    EXPECT_THAT(asked->selection.keys[0],
                ElementsAre(ElementsAre("M"), IsEmpty(), ElementsAre("US", "GB")));
    EXPECT_EQ(asked->selection.providers.at(0).second, "SBP");
    ASSERT_EQ(asked->selection.filters.size(), 1U);
    EXPECT_EQ(asked->selection.filters[0].alternatives[0][1].value, "2024-Q4");
    EXPECT_EQ(asked->last, 3U);
}

TEST(Query, DataOfTheSecondInterface) {
    const auto asked = sdmx::parse_data_query(
        address("dataflow/PK/EXPORTS/~/M.*.US,A.*.GB",
                "c%5BTIME_PERIOD%5D=ge:2020-01+le:2020-12,2022&c[FREQ]=ne:A&attributes=series,X"
                "&limit=10&offset=0&unknown=1&"),
        Rest::v2);
    ASSERT_TRUE(asked) << asked.error().text();
    ASSERT_EQ(asked->selection.keys.size(), 2U);
    EXPECT_THAT(asked->selection.keys[1],
                ElementsAre(ElementsAre("A"), IsEmpty(), ElementsAre("GB")));
    ASSERT_EQ(asked->selection.filters.size(), 2U);
    const auto& time = asked->selection.filters[0];
    EXPECT_EQ(time.component, "TIME_PERIOD");
    ASSERT_EQ(time.alternatives.size(), 2U);
    EXPECT_EQ(time.alternatives[0][0].comparison, sdmx::Comparison::ge);
    EXPECT_EQ(time.alternatives[0][1].value, "2020-12");
    EXPECT_EQ(time.alternatives[1][0].value, "2022");
    EXPECT_THAT(*asked->attributes, ElementsAre("*series", "X"));
    EXPECT_EQ(asked->limit, 10U);
}

TEST(Query, SortIsAListOfComponentsWithTheirDirections) {
    const auto asked = sdmx::parse_data_query(
        address("dataflow/ECB/EXR", "sort=series_key+TIME_PERIOD:desc+*:asc"), Rest::v2);
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->sort, (std::vector<sdmx::SortKey>{
                               {"series_key", false}, {"TIME_PERIOD", true}, {"*", false}}));
    for (const auto* wrong : {"sort=A:up", "sort=:desc"})
        EXPECT_FALSE(sdmx::parse_data_query(address("dataflow/ECB/EXR", wrong), Rest::v2));
}

TEST(Query, AvailabilityNamesItsComponents) {
    const auto asked = sdmx::parse_availability_query(
        address("EXPORTS/all/all/FREQ", "mode=available&references=codelist"), Rest::v1);
    ASSERT_TRUE(asked);
    EXPECT_THAT(asked->components, ElementsAre("FREQ"));
    EXPECT_TRUE(asked->available);
    EXPECT_THAT(asked->reference_types, ElementsAre(sdmx::ArtefactType::codelist));
    const auto second =
        sdmx::parse_availability_query(address("dataflow/PK/EXPORTS/~/*/*"), Rest::v2);
    ASSERT_TRUE(second);
    EXPECT_THAT(second->components, IsEmpty());
}

TEST(Query, ThatIsWrongSaysWhereAndWhatWasExpected) {
    struct Wrong {
        const char* path;
        const char* query;
        const char* where;
    };
    for (const auto& [path, query, where] :
         {Wrong{"EXPORTS", "startPeriod=yesterday", "startPeriod"},
          Wrong{"EXPORTS", "detail=some", "detail"},
          Wrong{"EXPORTS", "firstNObservations=-1", "firstNObservations"},
          Wrong{"EXPORTS", "includeHistory=maybe", "includeHistory"},
          Wrong{"A,B,C,D", "", "the dataflow"}, Wrong{"", "", "the dataflow"},
          Wrong{"EXPORTS/all/all/all", "", "the path"}, Wrong{"EX<PORTS", "", "the dataflow"}}) {
        const auto asked = sdmx::parse_data_query(address(path, query), Rest::v1);
        ASSERT_FALSE(asked) << path << '?' << query;
        EXPECT_EQ(asked.error().code, base::ErrorCode::sdmx_query_syntax);
        EXPECT_EQ(asked.error().where, where);
        EXPECT_THAT(asked.error().message, HasSubstr("expected"));
    }
    EXPECT_FALSE(sdmx::parse_structure_query(address("codelists"), Rest::v1));
    EXPECT_FALSE(sdmx::parse_structure_query(address("valuelist"), Rest::v1));
    EXPECT_TRUE(sdmx::parse_structure_query(address("valuelist"), Rest::v2));
    EXPECT_FALSE(sdmx::parse_schema_query(address("dataflow/all/EXPORTS"), Rest::v1));
    EXPECT_FALSE(sdmx::parse_address("dataflow/%G1", ""));
    EXPECT_FALSE(sdmx::parse_address("dataflow/%2", ""));
}

// An answer holds what the error quotes, so that is whole characters of UTF-8.
TEST(Query, ThatIsWrongIsQuotedInWholeCharacters) {
    const auto quoted = [](std::string_view word) {
        const auto asked = sdmx::parse_structure_query(
            address(std::string(199, 'x') + std::string{word}), Rest::v1);
        return asked.error().message.substr(asked.error().message.find("found"));
    };
    EXPECT_EQ(quoted("\u067E"), "found \"" + std::string(199, 'x') + "\"");
    EXPECT_EQ(quoted("\xFF"), "found \"" + std::string(199, 'x') + "\uFFFD\"");
}

TEST(Query, AllAmongOthersIsAll) {
    const auto asked = sdmx::parse_structure_query(address("codelist/all+/X+all"), Rest::v1);
    ASSERT_TRUE(asked);
    EXPECT_THAT(asked->what.agencies, IsEmpty());
    EXPECT_THAT(asked->what.ids, IsEmpty());
    const auto data = sdmx::parse_data_query(address("EXPORTS/M/all+SBP"), Rest::v1);
    ASSERT_TRUE(data);
    EXPECT_THAT(data->selection.providers, IsEmpty());
    const auto any = sdmx::parse_data_query(address("EXPORTS/M/PK,SBP+all,all"), Rest::v1);
    ASSERT_TRUE(any);
    EXPECT_THAT(any->selection.providers, IsEmpty());
    for (const auto* half : {"EXPORTS/M/all,,", "EXPORTS/M/,SBP", "EXPORTS/M/PK,", "EXPORTS/M/,"})
        EXPECT_EQ(sdmx::parse_data_query(address(half), Rest::v1).error().where, "the provider");
    const auto key = sdmx::parse_data_query(address("dataflow/*/*/*/M.*+A"), Rest::v2);
    ASSERT_TRUE(key);
    EXPECT_THAT(key->selection.keys[0], ElementsAre(ElementsAre("M"), IsEmpty()));
}

TEST(Query, SeparatorsAloneSayNothing) {
    const auto flow = sdmx::parse_data_query(address("PK,EXPORTS,+"), Rest::v1);
    ASSERT_TRUE(flow);
    EXPECT_THAT(flow->selection.what.versions, ElementsAre("latest"));
    const auto data =
        sdmx::parse_data_query(address("dataflow/PK/EXPORTS/,", "c[FREQ]=+,&c[X]=,"), Rest::v2);
    ASSERT_TRUE(data);
    EXPECT_THAT(data->selection.what.versions, ElementsAre("*"));
    EXPECT_THAT(data->selection.filters, IsEmpty());
}

TEST(Query, APlusIsAPlus) {
    EXPECT_EQ(address("a+b%2Bc", "q=1+2").path[0], "a+b+c");
    EXPECT_EQ(*address("", "q=1+2").find("q"), "1+2");
}

std::string picked(std::vector<std::string> versions, std::vector<std::string> held,
                   bool all_final = true) {
    std::vector<sdmx::Artefact> artefacts(held.size());
    std::vector<const sdmx::Artefact*> pointers;
    for (std::size_t i = 0; i < held.size(); ++i) {
        artefacts[i].version = held[i];
        artefacts[i].final = all_final || i == 0;
        pointers.push_back(&artefacts[i]);
    }
    std::string text;
    const auto found = sdmx::pick_versions(pointers, versions);
    for (const auto* artefact : found.value())
        text += (text.empty() ? "" : " ") + artefact->version;
    return text;
}

TEST(Versions, AreThoseOfTheQuery) {
    const std::vector<std::string> held{"1.0", "1.2.3", "1.10.0", "2.0.0", "2.1.0-draft"};
    EXPECT_EQ(picked({"1.0"}, held), "1.0");
    EXPECT_EQ(picked({"1.0.0"}, held), "1.0");
    EXPECT_EQ(picked({"all"}, held), "1.0 1.2.3 1.10.0 2.0.0 2.1.0-draft");
    EXPECT_EQ(picked({"latest"}, held), "2.0.0");
    EXPECT_EQ(picked({"+"}, held), "2.0.0");
    EXPECT_EQ(picked({"~"}, held), "2.1.0-draft");
    EXPECT_EQ(picked({"1+.0.0"}, held), "2.0.0");
    EXPECT_EQ(picked({"1.+.0"}, held), "1.10.0");
    EXPECT_EQ(picked({"1.2+.0"}, held), "1.10.0");
    EXPECT_EQ(picked({"1.2.0+"}, held), "1.2.3");
    EXPECT_EQ(picked({"1.*.*"}, held), "1.0 1.2.3 1.10.0");
    EXPECT_EQ(picked({"3.0"}, held), "");
    EXPECT_EQ(picked({"1.0", "2.0.0"}, held), "1.0 2.0.0");
}

TEST(Versions, LatestIsTheHighestFinalOne) {
    EXPECT_EQ(picked({"latest"}, {"1.0", "1.1"}, false), "1.0");
}

TEST(Versions, ThatAreNoneAreRefused) {
    for (const auto* text : {"x", "1.x", "1.2.3.4", "1..0", "1+.0+"}) {
        EXPECT_FALSE(sdmx::pick_versions({}, {text})) << text;
        sdmx::Artefact held;
        held.version = text;
        EXPECT_FALSE(sdmx::pick_versions({&held}, {text})) << text;
    }
}

}  // namespace
