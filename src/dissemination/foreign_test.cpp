#include "dissemination/foreign.h"

#include "dissemination/example_for_test.h"
#include "dissemination/foreign_for_test.h"
#include "dissemination/message_table.h"
#include "dissemination/stored_for_test.h"
#include "sdmx/message.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace {

using dissemination::testing::example_statistics;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::deque<sdmx::Artefact> artefacts_of(const std::string& bytes) {
    auto found = dissemination::testing::artefacts_in(bytes);
    EXPECT_TRUE(found.ok()) << found.error().text();
    return std::move(found).value();
}

const std::deque<sdmx::Artefact>& visits() {
    static const auto made = dissemination::testing::visits_structures().value();
    return made;
}

base::Result<std::string> table(const std::string& message,
                                std::optional<base::Day> today = std::nullopt) {
    const auto declared = example_statistics();
    return dissemination::table_of_message(message, "file",
                                           {declared, base::YearStart{7}, visits(), today});
}

const std::string csv_head = "DATAFLOW,FREQ,AIRPORT,TIME_PERIOD,OBS_VALUE,UNIT,OBS_CONF,NOTE\n";

std::unique_ptr<const dissemination::Catalogue> catalogue(
    const std::string& message, const std::deque<sdmx::Artefact>& structures,
    std::optional<base::Day> today) {
    const auto declared = example_statistics();
    const auto made = dissemination::table_of_message(
        message, "file", {declared, base::YearStart{7}, structures, today});
    EXPECT_TRUE(made.ok()) << made.error().text();
    if (!made.ok())
        return nullptr;
    const auto loaded = statistics::load_csv(*made, {.file = "file"});
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    return dissemination::testing::catalogue_of(declared, loaded->series, loaded->sources,
                                                dissemination::rows_kept, structures)
        .value();
}

/// What an answer shows, a line for each observation.
std::vector<std::string> lines(const dissemination::Catalogue& catalogue, const std::string& agency,
                               const std::string& flow, const dissemination::AnswerContext& now) {
    sdmx::DataQuery query;
    query.selection.what.types = {sdmx::ArtefactType::dataflow};
    query.selection.what.agencies = {agency};
    query.selection.what.ids = {flow};
    const auto answer = dissemination::answer_data(catalogue, query, sdmx::Rest::v2, now);
    if (!answer.ok())
        return {answer.error().text()};
    std::vector<std::string> shown;
    for (const auto& set : answer->sets) {
        while (const auto* series = set.series().value()) {
            std::string key;
            for (std::size_t d = 0; d < set.dimensions.size(); ++d)
                key += fmt::format(
                    "{}.", set.dimensions[d].values[static_cast<std::size_t>(series->key[d])]->id);
            const auto said = [](const auto& columns, auto index_in) {
                std::string text;
                for (std::size_t a = 0; a < columns.size(); ++a)
                    if (const std::int32_t at = index_in(a); at != sdmx::no_value)
                        text += fmt::format(" {}={}", columns[a].component->id,
                                            columns[a].values[static_cast<std::size_t>(at)]->id);
                return text;
            };
            const auto of_series =
                said(set.series_attributes, [&](std::size_t a) { return series->attributes[a]; });
            for (std::size_t o = 0; o < series->times.size(); ++o)
                shown.push_back(fmt::format(
                    "{} {} {}{}{}", key,
                    set.time.values[static_cast<std::size_t>(series->times[o])]->id,
                    series->values[o].view(), of_series,
                    said(set.observation_attributes,
                         [&](std::size_t a) { return series->observation_attributes[a][o]; })));
        }
    }
    return shown;
}

TEST(Foreign, AFlowIsServedAsItWasBrought) {
    const auto held =
        catalogue(csv_head +
                      "NSO:VISITS(1.0),M,\"KHI, Jinnah\",2023-11,1.5E3,persons,F,\n"
                      "NSO:VISITS(1.0),M,\"KHI, Jinnah\",2023-12,1600,persons,C,a=b;c\n"
                      "NSO:VISITS(1.0),Q,LHE,2023-Q4,NaN,persons,F,\n"
                      "NSO:VISITS(1.0),Q,LHE,2023-Q3,42,persons,,\n",
                  visits(), base::make_day(2024, 2, 1));
    ASSERT_NE(held, nullptr);
    EXPECT_THAT(held->unplaced, ::testing::IsEmpty());
    EXPECT_THAT(lines(*held, "NSO", "VISITS", dissemination::testing::on(2024, 3, 1)),
                ElementsAre("M.KHI, Jinnah. 2023-11 1500 UNIT=persons OBS_CONF=F",
                            "M.KHI, Jinnah. 2023-12 1600 UNIT=persons OBS_CONF=C NOTE=a=b;c",
                            "Q.LHE. 2023-Q3 42 UNIT=persons"));
    // What was not published yet is not shown.
    EXPECT_THAT(lines(*held, "NSO", "VISITS", dissemination::testing::on(2023, 11, 1)),
                ElementsAre(HasSubstr("E0912")));
}

TEST(Foreign, DeclaredAndForeignRowsStandInOneTable) {
    const auto made = table(
        "DATAFLOW,FREQ,AIRPORT,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,TRANSFORMATION,"
        "TIME_PERIOD,OBS_VALUE,UNIT_MULT,UNIT\n"
        "NSO:VISITS(1.0),M,KHI,,,,,,,2023-11,7,,persons\n"
        "MOITT:ICT_EXPORTS(1.0),M,,PK,W0,CALL,C,USD,N,2024-04,310.5,6,\n");
    ASSERT_TRUE(made.ok()) << made.error().text();
    EXPECT_THAT(*made, HasSubstr(",series_key,attributes\n"));
    EXPECT_THAT(*made, HasSubstr(",,,,2023-11,7,A,,NSO,,NSO%3AVISITS(1.0):AIRPORT=KHI;FREQ=M,"
                                 "UNIT=persons\n"));
    EXPECT_THAT(*made,
                HasSubstr("call centre services,world,receipts,USD million,2024-04,310.5,A,"));
}

TEST(Foreign, SaysWhatIsWrongAndWhere) {
    const auto fault = [](std::string_view row) {
        const auto made = table(csv_head + "NSO:VISITS(1.0)," + std::string{row} + "\n");
        return made.ok() ? *made : made.error().text();
    };
    EXPECT_EQ(fault("W,KHI,2023-11,1,persons,,"), "E0916 file:2: FREQ: its list has no code \"W\"");
    EXPECT_EQ(fault("M,,2023-11,1,persons,,"),
              "E0916 file:2: expected the dimension AIRPORT, found none");
    EXPECT_EQ(
        fault("M,KHI,2023-T1,1,persons,,"),
        "E0916 file:2: TIME_PERIOD: expected a day, week, month, quarter, half or year, found "
        "\"2023-T1\"");
    EXPECT_EQ(fault("M,KHI,2023-11,12345678901234567890,persons,,"),
              "E0916 file:2: OBS_VALUE: expected a number of at most 18 digits, found "
              "\"12345678901234567890\"");
    EXPECT_EQ(fault("M,KHI,2023-11,many,persons,,"),
              "E0916 file:2: OBS_VALUE: expected a number of at most 18 digits, found \"many\"");
    EXPECT_EQ(fault("M,KHI,2023-11,1,persons,," + std::string(5000, 'x')),
              "E0916 file:2: expected at most 4096 bytes of attributes, found 5018");
}

// What is over on no known day yet is no fact.
TEST(Foreign, APeriodThatIsNotOverIsAForecast) {
    const auto row = [](std::optional<base::Day> today) {
        return table(csv_head + "NSO:VISITS(1.0),M,KHI,2024-11,1,persons,,\n", today).value();
    };
    EXPECT_THAT(row(base::make_day(2024, 11, 29)), HasSubstr("2024-11,1,F,,NSO"));
    EXPECT_THAT(row(base::make_day(2024, 11, 30)), HasSubstr("2024-11,1,A,,NSO"));
}

TEST(Foreign, NumbersAreReadAsTheyAreWritten) {
    const auto value = [](std::string_view text) {
        const auto made =
            table(csv_head + fmt::format("NSO:VISITS(1.0),M,KHI,2023-11,{},p,,\n", text)).value();
        const auto at = made.rfind("2023-11,") + 8;
        return made.substr(at, made.find(',', at) - at);
    };
    for (const auto& [text, wanted] : {std::pair{"1.5E3", "1500"},
                                       {"1.25e+1", "12.5"},
                                       {"1.25E1", "12.5"},
                                       {"5E-4", "0.0005"},
                                       {"-1.5e-2", "-0.015"},
                                       {"+7", "7"},
                                       {".5", "0.5"},
                                       {"-.5", "-0.5"},
                                       {"12.", "12"},
                                       {"120e-1", "12.0"},
                                       {"0E5", "0"},
                                       {"1E0", "1"},
                                       {"0.10", "0.10"}})
        EXPECT_EQ(value(text), wanted) << text;
}

TEST(Foreign, StructuresAreHeldAgainstWhatIsThere) {
    auto held = dissemination::make_registry(example_statistics());
    const auto check = [&](const std::deque<sdmx::Artefact>& loaded) {
        const auto checked = dissemination::check_foreign(held, "MOITT", loaded);
        return checked.ok() ? std::string{} : checked.error().text();
    };
    EXPECT_EQ(check(visits()), "");
    auto changed = visits();
    const auto structure =
        std::ranges::find(changed, sdmx::ArtefactType::data_structure, &sdmx::Artefact::type);
    std::get<sdmx::DataStructure>(structure->body).components.pop_back();
    dissemination::add_foreign(held, visits());
    EXPECT_EQ(check(visits()), "");
    EXPECT_THAT(check({*structure}), HasSubstr("found other contents"));
    auto own = *structure;
    own.agency = "MOITT";
    EXPECT_THAT(check({own}), HasSubstr("found one of the strategy's own"));
    // Without what it refers to a flow is held, but not its data.
    const auto unusable = [&] {
        return dissemination::foreign_flows(held, "MOITT").front().unusable;
    };
    EXPECT_EQ(unusable(), "");
    held = dissemination::make_registry(example_statistics());
    std::deque<sdmx::Artefact> flow, alone;
    for (const auto& one : visits()) {
        if (one.type == sdmx::ArtefactType::dataflow)
            flow.push_back(one);
        else if (one.type != sdmx::ArtefactType::codelist)
            alone.push_back(one);
    }
    dissemination::add_foreign(held, flow);
    EXPECT_EQ(unusable(), "its data structure is not held");
    dissemination::add_foreign(held, alone);
    EXPECT_EQ(unusable(),
              "the list urn:sdmx:org.sdmx.infomodel.codelist.Codelist="
              "NSO:CL_PERIODICITY(1.0) of FREQ is not held");
    // A list grows by its new codes.
    auto list = *std::ranges::find(visits(), "CL_PERIODICITY", &sdmx::Artefact::id);
    auto& items = std::get<sdmx::ItemScheme>(list.body).items;
    items = {{"A", {}, {{"en", "Annual"}}, {}, {}, {}, {}}};
    dissemination::add_foreign(held, visits());
    EXPECT_EQ(check({list}), "");
    dissemination::add_foreign(held, {list});
    EXPECT_EQ(std::get<sdmx::ItemScheme>(held.find(list.reference())->body).items.size(), 3U);
}

// The samples of the standard: their structure, and the same data in five forms.
TEST(Foreign, TheSamplesOfTheStandardAreHeldAndServed) {
    const auto folder = std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() /
                        "shared/conformance/sdmx/ml21-official/exr/ecb_exr_ng";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "the samples of the standard are not there";
    const auto structures = artefacts_of(base::read_file(folder / "ecb_exr_ng_full.xml").value());
    const auto held = dissemination::make_registry(example_statistics());
    const auto checked = dissemination::check_foreign(held, "MOITT", structures);
    ASSERT_TRUE(checked.ok()) << checked.error().text();
    const auto now = dissemination::testing::on(2024, 1, 1);
    std::vector<std::string> first;
    for (const auto* name :
         {"generic/ecb_exr_ng_ts.xml", "generic/ecb_exr_ng_flat.xml", "generic/ecb_exr_ng_xs.xml",
          "structured/ecb_exr_ng_ts.xml", "structured/ecb_exr_ng_flat.xml"}) {
        const auto served = catalogue(base::read_file(folder / name).value(), structures,
                                      base::make_day(2024, 1, 1));
        ASSERT_NE(served, nullptr) << name;
        auto shown = lines(*served, "ECB", "ECB_EXR_NG", now);
        // The cross-sectional sample has two digits of one value the other way round.
        for (auto& line : shown)
            if (const auto at = line.find("1.3809"); at != line.npos)
                line.replace(at, 6, "1.3089");
        EXPECT_EQ(shown.size(), 12U) << name;
        if (first.empty())
            first = shown;
        EXPECT_EQ(shown, first) << name;
    }
    EXPECT_THAT(first, ::testing::Contains(HasSubstr("M.CHF.EUR.SP00.E. 2010-08 1.3413")));
}

}  // namespace
