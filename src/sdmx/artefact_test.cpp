#include "sdmx/artefact.h"

#include <gtest/gtest.h>

namespace {

TEST(Urn, NamesAnArtefactAndIsReadBack) {
    const sdmx::Reference list{sdmx::ArtefactType::codelist, "SDMX", "CL_FREQ", "2.1", {}, {}};
    EXPECT_EQ(list.urn(), "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1)");
    EXPECT_EQ(*sdmx::parse_urn(list.urn()), list);
}

TEST(Urn, NamesAnItemByItsWholePath) {
    const sdmx::Reference category{sdmx::ArtefactType::category_scheme,
                                   "PK.MOITT",
                                   "SUBJECTS",
                                   "1.0.0",
                                   "Category",
                                   "EXPORTS.SERVICES"};
    EXPECT_EQ(category.urn(),
              "urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=PK.MOITT:"
              "SUBJECTS(1.0.0).EXPORTS.SERVICES");
    EXPECT_EQ(*sdmx::parse_urn(category.urn()), category);
}

TEST(Urn, IsThatOfTheStandardAskedFor) {
    const sdmx::Reference constraint{
        sdmx::ArtefactType::data_constraint, "PK", "CR", "1.0", {}, {}};
    EXPECT_EQ(constraint.urn(sdmx::Standard::v21),
              "urn:sdmx:org.sdmx.infomodel.registry.ContentConstraint=PK:CR(1.0)");
    EXPECT_EQ(constraint.urn(sdmx::Standard::v30),
              "urn:sdmx:org.sdmx.infomodel.registry.DataConstraint=PK:CR(1.0)");
    EXPECT_EQ(*sdmx::parse_urn(constraint.urn(sdmx::Standard::v30)), constraint);
}

TEST(Urn, OfEveryKindIsReadBackAsThatKind) {
    for (const auto& type : sdmx::all_artefact_types()) {
        const sdmx::Reference reference{type.type, "A", "B", "1.0", {}, {}};
        for (const auto standard : {sdmx::Standard::v21, sdmx::Standard::v30})
            EXPECT_EQ(sdmx::parse_urn(reference.urn(standard))->type, type.type)
                << reference.urn(standard);
    }
}

TEST(Urn, ThatIsNoneSaysWhatWasExpected) {
    for (const auto* text : {"", "urn:isbn:1", "urn:sdmx:org.sdmx.infomodel.",
                             "urn:sdmx:org.sdmx.infomodel.x.Y=A:B(1)",
                             "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX(1.0)",
                             "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=:A(1.0)",
                             "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:A(1.0",
                             "urn:sdmx:org.sdmx.infomodel.codelist.Code=SDMX:A(1.0)."}) {
        const auto read = sdmx::parse_urn(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, base::ErrorCode::sdmx_invalid_urn) << text;
        EXPECT_NE(read.error().message.find("expected"), std::string::npos) << text;
    }
}

}  // namespace
