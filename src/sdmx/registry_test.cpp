#include "sdmx/registry.h"

#include "sdmx/example_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sdmx::Rest;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

const sdmx::Registry& registry() {
    static const sdmx::Registry held = [] {
        sdmx::Registry made;
        const sdmx::Example example;
        for (const auto* artefact : example.artefacts())
            made.add(*artefact);
        return made;
    }();
    return held;
}

base::Result<sdmx::StructureAnswer> answer(std::string_view path, std::string_view query = {}) {
    return registry().answer(
        TRY(sdmx::parse_structure_query(sdmx::parse_address(path, query).value(), Rest::v1)));
}

std::vector<std::string> ids(std::string_view path, std::string_view query = {}) {
    std::vector<std::string> found;
    const auto answered = answer(path, query);
    if (!answered)
        return {answered.error().text()};
    for (const auto* artefact : answered->artefacts)
        found.push_back(artefact->id);
    return found;
}

TEST(Registry, AnswersWithOneArtefact) {
    EXPECT_THAT(ids("codelist/PK.MOITT/CL_FREQ/1.0"), ElementsAre("CL_FREQ"));
    EXPECT_THAT(ids("organisationscheme"), ElementsAre("AGENCIES", "DATA_PROVIDERS"));
    EXPECT_THAT(ids("actualconstraint"), ElementsAre("CR_EXPORTS"));
}

TEST(Registry, SaysWhereNothingMatches) {
    for (const auto* path : {"codelist/PK.MOITT/CL_NONE", "allowedconstraint", "process",
                             "codelist/PK.MOITT/CL_FREQ/1.0/Z", "codelist/PK.MOITT/CL_FREQ/9.0"}) {
        const auto answered = answer(path);
        ASSERT_FALSE(answered) << path;
        EXPECT_EQ(answered.error().code, base::ErrorCode::sdmx_no_results) << path;
    }
}

TEST(Registry, FollowsReferencesAsFarAsTheyAreAskedFor) {
    EXPECT_THAT(ids("dataflow/all/EXPORTS", "references=children"),
                ElementsAre("EXPORTS", "DSD_EXAMPLE"));
    EXPECT_THAT(ids("dataflow/all/EXPORTS", "references=descendants"),
                UnorderedElementsAre("EXPORTS", "DSD_EXAMPLE", "CL_FREQ", "CL_AREA",
                                     "CL_OBS_STATUS", "CS_EXAMPLE"));
    EXPECT_THAT(ids("dataflow/all/EXPORTS", "references=parents"),
                UnorderedElementsAre("EXPORTS", "PA_EXPORTS", "EXPORTS_IN_ICT", "CR_EXPORTS"));
    EXPECT_THAT(ids("dataflow/all/EXPORTS", "references=parentsandsiblings"),
                UnorderedElementsAre("EXPORTS", "PA_EXPORTS", "EXPORTS_IN_ICT", "CR_EXPORTS",
                                     "DATA_PROVIDERS", "SUBJECTS"));
    EXPECT_THAT(ids("dataflow/all/EXPORTS", "references=codelist"),
                UnorderedElementsAre("EXPORTS", "CL_FREQ", "CL_AREA", "CL_OBS_STATUS"));
    EXPECT_EQ(ids("dataflow/all/EXPORTS", "references=all").size(), 11U);
}

TEST(Registry, GivesItemsWithWhatTheyLieUnder) {
    const auto codes = answer("codelist/all/CL_AREA/1.0/US+GB");
    ASSERT_TRUE(codes);
    const auto& list = std::get<sdmx::ItemScheme>(codes->artefacts[0]->body);
    EXPECT_TRUE(list.partial);
    EXPECT_EQ(list.items.size(), 2U);
    const auto category = answer("categoryscheme/all/SUBJECTS/1.0/EXPORTS.ICT");
    ASSERT_TRUE(category);
    EXPECT_EQ(std::get<sdmx::ItemScheme>(category->artefacts[0]->body).items.size(), 2U);
}

TEST(Registry, StubsAreOfWhatWasAskedFor) {
    const auto all = answer("dataflow/all/EXPORTS", "references=children&detail=allstubs");
    ASSERT_TRUE(all);
    for (const auto* artefact : all->artefacts) {
        EXPECT_TRUE(artefact->external);
        EXPECT_TRUE(artefact->descriptions.empty());
    }
    const auto references =
        answer("dataflow/all/EXPORTS", "references=children&detail=referencecompletestubs");
    ASSERT_TRUE(references);
    EXPECT_FALSE(references->artefacts[0]->external);
    EXPECT_TRUE(references->artefacts[1]->external);
    EXPECT_FALSE(references->artefacts[1]->descriptions.empty());
}

TEST(Registry, PartialReferencesHoldWhatIsUsed) {
    const auto found = answer("categorisation", "references=children&detail=referencepartial");
    ASSERT_TRUE(found);
    for (const auto* artefact : found->artefacts)
        if (artefact->type == sdmx::ArtefactType::category_scheme) {
            EXPECT_EQ(std::get<sdmx::ItemScheme>(artefact->body).items.size(), 2U);
        }
    const auto structure =
        answer("datastructure/all/DSD_EXAMPLE", "references=children&detail=referencepartial");
    ASSERT_TRUE(structure);
    EXPECT_EQ(structure->artefacts.size(), 5U);
}

TEST(Registry, AllowedCodesAreWhatEveryConstraintLeaves) {
    sdmx::Registry held;
    const sdmx::Example example;
    for (const auto* artefact : example.artefacts())
        held.add(*artefact);
    const auto constrain = [&](const char* id, sdmx::Reference to, std::vector<std::string> codes) {
        auto constraint = example.constraint;
        constraint.id = id;
        constraint.body =
            sdmx::Constraint{false,
                             {std::move(to)},
                             {{true, {{"REF_AREA", false, true, std::move(codes), {}, {}}}}},
                             {}};
        held.add(constraint);
    };
    constrain("CR_1", example.structure.reference(), {"US", "GB"});
    constrain("CR_2", example.agreement.reference(), {"US", "W0"});
    EXPECT_THAT(held.allowed(example.flow).at("REF_AREA"), ElementsAre("US", "GB"));
    EXPECT_THAT(held.allowed(*held.find(example.agreement.reference())).at("REF_AREA"),
                ElementsAre("US"));
}

}  // namespace
