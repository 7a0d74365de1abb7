#include "dissemination/example_for_test.h"
#include "dissemination/stored_for_test.h"
#include "plan/compile.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace {

using dissemination::testing::on;
using sdmx::Rest;
using testing::ElementsAre;
using testing::HasSubstr;

class Dissemination : public testing::Test {
  protected:
    void SetUp() override {
        catalogue_ = dissemination::testing::example_catalogue();
        if (catalogue_ == nullptr)
            GTEST_SKIP() << "the published figures are not there";
    }

    base::Result<std::string> csv(std::string_view path, std::string_view query,
                                  dissemination::AnswerContext context,
                                  Rest rest = Rest::v1) const {
        const auto address = TRY(sdmx::parse_address(path, query));
        const auto asked = TRY(sdmx::parse_data_query(address, rest));
        auto answer = TRY(dissemination::answer_data(*catalogue_, asked, rest, context));
        sdmx::DataMessage message;
        message.sets = std::move(answer.sets);
        sdmx::Output output;
        TRY(sdmx::write_data(message, sdmx::DataFormat::csv_2, {}, output));
        return output.text;
    }

    // "2023-A1=3223 2022-A1=2596" of an answer in CSV.
    std::string figures(std::string_view path, std::string_view query,
                        dissemination::AnswerContext context, Rest rest = Rest::v1) const {
        const auto text = csv(path, query, context, rest);
        if (!text)
            return text.error().text();
        std::string found;
        std::size_t from = text->find('\n') + 1;
        while (from < text->size()) {
            const auto line = text->substr(from, text->find('\n', from) - from);
            from += line.size() + 1;
            std::vector<std::string> fields{""};
            for (const char c : line)
                c == ',' ? fields.emplace_back() : fields.back() += std::string(1, c);
            found += (found.empty() ? "" : " ") + fields[10] + "=" + fields[11];
        }
        return found;
    }

    std::shared_ptr<const dissemination::Catalogue> catalogue_;
};

constexpr const char* fiscal_years = "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N";

TEST_F(Dissemination, AFiscalYearIsWhatWasPublishedByTheDay) {
    const auto of_2024 = "startPeriod=2023-07-01&endPeriod=2024-06-30";
    EXPECT_EQ(figures(fiscal_years, of_2024, on(2024, 7, 31)), "2023-A1=3223");
    EXPECT_THAT(figures(fiscal_years, of_2024, on(2023, 7, 31)), HasSubstr("E0912"));
    const auto of_2023 = "startPeriod=2022-07-01&endPeriod=2023-06-30";
    EXPECT_EQ(figures(fiscal_years, of_2023, on(2023, 7, 18)), "2022-A1=2605");
    EXPECT_EQ(figures(fiscal_years, of_2023, on(2023, 8, 22)), "2022-A1=2605.34");
    EXPECT_EQ(figures(fiscal_years, of_2023, on(2026, 11, 22)), "2022-A1=2596");
}

TEST_F(Dissemination, AsOfIsAParameterOfTheSecondInterface) {
    EXPECT_EQ(
        figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N",
                "c[TIME_PERIOD]=2022-A1&asOf=2023-07-18T12:00:00Z", on(2026, 11, 22), Rest::v2),
        "2022-A1=2605");
    EXPECT_EQ(figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N", "c[TIME_PERIOD]=2022-A1",
                      on(2026, 11, 22), Rest::v2),
              "2022-A1=2596");
}

TEST_F(Dissemination, SortOrdersSeriesAndObservations) {
    const auto sorted = [&](const std::string& query, bool flat) {
        auto context = on(2026, 11, 22);
        context.flat = flat;
        return figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT+COMPUTER.C.USD.N",
                       "c[TIME_PERIOD]=2021-A1,2022-A1&" + query, context, Rest::v2);
    };
    // Without it the order is that of the list, which has the whole before its parts.
    EXPECT_EQ(sorted("", true), "2021-A1=2619.1 2022-A1=2596 2021-A1=2109.37 2022-A1=2110.99");
    EXPECT_EQ(sorted("sort=*", true),
              "2021-A1=2109.37 2022-A1=2110.99 2021-A1=2619.1 2022-A1=2596");
    EXPECT_EQ(sorted("sort=SERVICE:desc+TIME_PERIOD:desc", true),
              "2022-A1=2596 2021-A1=2619.1 2022-A1=2110.99 2021-A1=2109.37");
    EXPECT_EQ(sorted("sort=OBS_VALUE", true),
              "2021-A1=2109.37 2022-A1=2110.99 2022-A1=2596 2021-A1=2619.1");
    EXPECT_EQ(sorted("sort=TIME_PERIOD:desc+SERVICE", true),
              "2022-A1=2110.99 2022-A1=2596 2021-A1=2109.37 2021-A1=2619.1");
    // A series stays one where observations do not stand alone.
    EXPECT_EQ(sorted("sort=TIME_PERIOD:desc+SERVICE:desc", false),
              "2022-A1=2596 2021-A1=2619.1 2022-A1=2110.99 2021-A1=2109.37");
    // A page is one of that order.
    EXPECT_EQ(sorted("sort=OBS_VALUE:desc&limit=2&offset=1", true), "2022-A1=2596 2022-A1=2110.99");
    EXPECT_THAT(sorted("sort=NOTHING", true), HasSubstr("E0911"));
    EXPECT_THAT(sorted("sort=SERVICE:up", true), HasSubstr("expected"));
}

TEST_F(Dissemination, HistoryIsOneDataSetForEachDissemination) {
    const auto asked = sdmx::parse_data_query(
        sdmx::parse_address(fiscal_years,
                            "includeHistory=true&startPeriod=2022-07-01&endPeriod=2023-06-30")
            .value(),
        Rest::v1);
    const auto answer =
        dissemination::answer_data(*catalogue_, asked.value(), Rest::v1, on(2026, 11, 22));
    ASSERT_TRUE(answer);
    std::vector<std::string> validity;
    for (const auto& set : answer->sets) {
        EXPECT_EQ(set.action, sdmx::DataSetStart::Action::replace);
        validity.push_back(set.valid_from);
    }
    EXPECT_EQ(validity.size(), answer->observations);
    EXPECT_THAT(validity, testing::Contains("2023-07-18T00:00:00+05:00"));
    EXPECT_THAT(validity, testing::Contains("2024-07-20T00:00:00+05:00"));
    EXPECT_TRUE(std::is_sorted(validity.begin(), validity.end()));
}

TEST_F(Dissemination, UpdatedAfterGivesWhatChangedSince) {
    const auto all = figures(fiscal_years, "", on(2026, 11, 22));
    const auto later = figures(fiscal_years, "updatedAfter=2025-06-30", on(2026, 11, 22));
    EXPECT_LT(later.size(), all.size());
    EXPECT_THAT(later, HasSubstr("2024-A1=3810"));
    EXPECT_THAT(later, testing::Not(HasSubstr("2022-A1")));
}

TEST_F(Dissemination, FirstAndLastCountWithinTheRange) {
    EXPECT_EQ(figures(fiscal_years, "lastNObservations=1&endPeriod=2024-06-30", on(2026, 11, 22)),
              "2023-A1=3223");
    EXPECT_EQ(
        figures(fiscal_years, "firstNObservations=1&startPeriod=2022-07-01", on(2026, 11, 22)),
        "2022-A1=2596");
}

TEST_F(Dissemination, KeysAreAlternativesAndUnknownCodesMatchNothing) {
    EXPECT_EQ(figures("ICT_EXPORTS/A.PK.W0.ICT+NOTHING.C.USD.N",
                      "startPeriod=2023-07-01&endPeriod=2024-06-30", on(2026, 11, 22)),
              "2023-A1=3223");
    EXPECT_THAT(figures("ICT_EXPORTS/A.PK.W0.NOTHING.C.USD.N", "", on(2026, 11, 22)),
                HasSubstr("E0912"));
    const auto both =
        csv("dataflow/*/*/*/A.*.*.ICT.C.USD.N,A.*.*.CALL.C.USD.N", "", on(2026, 11, 22), Rest::v2);
    ASSERT_TRUE(both) << both.error().text();
    EXPECT_THAT(*both, HasSubstr("ICT,C,USD,N"));
    EXPECT_THAT(*both, testing::Not(HasSubstr("COMPUTER,C,USD,N")));
}

TEST_F(Dissemination, FiltersTakeDimensionsTimesValuesAndAttributes) {
    const auto value = figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N",
                               "c[OBS_VALUE]=gt:3000+lt:3500", on(2026, 11, 22), Rest::v2);
    EXPECT_EQ(value, "2023-A1=3223");
    EXPECT_THAT(figures("dataflow/MOITT/ICT_EXPORTS/~/*",
                        "c[FREQ]=A&c[SERVICE]=sw:IC&c[FLOW]=ne:B+ne:T", on(2026, 11, 22), Rest::v2),
                testing::Not(HasSubstr("E09")));
    EXPECT_THAT(
        figures("dataflow/MOITT/ICT_EXPORTS/~/*", "c[OBS_STATUS]=F", on(2026, 11, 22), Rest::v2),
        testing::Not(HasSubstr("E09")));
    EXPECT_THAT(
        figures("dataflow/MOITT/ICT_EXPORTS/~/*", "c[COLOUR]=red", on(2026, 11, 22), Rest::v2),
        HasSubstr("E0911"));
}

// Each row is asked each of them: an address of some kilobytes could take minutes.
TEST_F(Dissemination, ConditionsOnRowsAreFew) {
    const auto asked = [&](std::string_view component, int conditions) {
        std::string query;
        for (int i = 0; i < conditions; ++i)
            query += "c[" + std::string{component} + "]=" + std::to_string(3200 + i) + "&";
        return figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK.W0.ICT.C.USD.N", query, on(2026, 11, 22),
                       Rest::v2);
    };
    EXPECT_THAT(asked("OBS_VALUE", 100), testing::Not(HasSubstr("E0910")));
    EXPECT_THAT(asked("OBS_VALUE", 101), HasSubstr("E0910"));
    EXPECT_THAT(asked("SOURCE", 101), HasSubstr("E0910"));
    EXPECT_THAT(asked("TIME_PERIOD", 1000), testing::Not(HasSubstr("E0910")));
}

// The figures of one provider: those that the table attributes to it, as they followed each other.
TEST_F(Dissemination, AProviderHasItsOwnFigures) {
    const auto of = [&](const char* parameters, const char* path) {
        return figures(path, parameters, on(2026, 11, 22));
    };
    const auto all = of("", "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N");
    const auto pbs = of("", "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/MOITT,PBS");
    const auto sbp = of("", "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/SBP");
    EXPECT_THAT(all, HasSubstr("2022-A1=2596")) << all;
    EXPECT_THAT(pbs, HasSubstr("2022-A1=2605.34")) << pbs;
    EXPECT_THAT(sbp, testing::Not(HasSubstr("2605.34"))) << sbp;
    EXPECT_EQ(of("", "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/PBS+SBP"), all);
    EXPECT_THAT(of("", "ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/PTA"), HasSubstr("E09"));
    EXPECT_EQ(figures("provisionagreement/MOITT/PA_ICT_EXPORTS_PBS/~/A.PK.W0.ICT.C.USD.N", "",
                      on(2026, 11, 22), Rest::v2),
              pbs);
}

TEST_F(Dissemination, AKeyOfAnotherLengthIsNoKeyOfThisStructure) {
    EXPECT_THAT(figures("ICT_EXPORTS/A.PK.W0", "", on(2026, 11, 22)), HasSubstr("E0911"));
    EXPECT_THAT(figures("ICT_EXPORTS/A.PK.W0.ICT.C.USD.N.X", "", on(2026, 11, 22)),
                HasSubstr("E0911"));
    EXPECT_THAT(figures("dataflow/MOITT/ICT_EXPORTS/~/A.PK", "", on(2026, 11, 22), Rest::v2),
                testing::Not(HasSubstr("E09")));
}

TEST_F(Dissemination, AMonthlyFlowAndTheYearToDateAreTwoSeries) {
    const auto month = figures("ICT_EXPORTS/M.PK.W0.ICT.C.USD.N",
                               "startPeriod=2024-04&endPeriod=2024-04", on(2026, 11, 22));
    const auto to_date = figures("ICT_EXPORTS/M.PK.W0.ICT.C.USD.YTD",
                                 "startPeriod=2024-03&endPeriod=2024-03", on(2024, 4, 30));
    EXPECT_EQ(month.substr(0, 9), "2024-04=3");
    EXPECT_EQ(to_date.substr(0, 9), "2024-03=2");
}

TEST_F(Dissemination, AvailabilityCountsWhatAQueryGives) {
    const auto asked = sdmx::parse_availability_query(
        sdmx::parse_address("ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/all/SERVICE", "").value(), Rest::v1);
    const auto constraints =
        dissemination::answer_availability(*catalogue_, asked.value(), Rest::v1, on(2026, 11, 22));
    ASSERT_TRUE(constraints);
    ASSERT_EQ(constraints->size(), 1U);
    const auto& constraint = std::get<sdmx::Constraint>(constraints->front().body);
    ASSERT_EQ(constraint.regions[0].keys.size(), 1U);
    EXPECT_THAT(constraint.regions[0].keys[0].values, ElementsAre("ICT"));
    EXPECT_EQ(constraints->front().annotations[0].title, "1");
    const auto available = sdmx::parse_availability_query(
        sdmx::parse_address("ICT_EXPORTS/A.PK.W0.ICT.C.USD.N/all/SERVICE", "mode=available")
            .value(),
        Rest::v1);
    const auto more = dissemination::answer_availability(*catalogue_, available.value(), Rest::v1,
                                                         on(2026, 11, 22));
    ASSERT_TRUE(more);
    EXPECT_GT(std::get<sdmx::Constraint>(more->front().body).regions[0].keys[0].values.size(), 1U);
}

TEST_F(Dissemination, EveryFigureOfTheFlowIsShownOnSomeDay) {
    const auto* cube = &catalogue_->cubes[0];
    std::set<std::string> rows;
    dissemination::StoreReadings readings;
    for (std::size_t i = 0; i < cube->series.size(); ++i) {
        const auto all = cube->rows(i, readings).value();
        EXPECT_GT(all->in_force, 0U);
        for (std::size_t r = 0; r < all->size(); ++r) {
            rows.insert(std::string{all->name_of(r)});
            const bool ascends = r == 0 || r == all->in_force ||
                                 all->times[r - 1] < all->times[r] ||
                                 (r > all->in_force && all->days[r - 1] < all->days[r]);
            EXPECT_TRUE(ascends) << r;
        }
    }
    EXPECT_GT(rows.size(), 300U);
}

// However few rows stay in memory, what is shown is the same.
TEST_F(Dissemination, RowsThatAreNotKeptAreMadeAgain) {
    const auto file = statistics::testing::published_figures();
    statistics::LoadOptions options;
    options.file = "figures";
    const auto loaded = statistics::load_csv(*file, options).value();
    const auto few =
        dissemination::testing::catalogue_of(dissemination::testing::example_statistics(),
                                             loaded.series, loaded.sources, 50)
            .value();
    dissemination::StoreReadings readings;
    for (std::size_t c = 0; c < few->cubes.size(); ++c)
        for (const bool again : {false, true})
            for (std::size_t i = 0; i < few->cubes[c].series.size(); ++i) {
                const auto made = few->cubes[c].rows(i, readings).value();
                const auto kept = catalogue_->cubes[c].rows(i, readings).value();
                ASSERT_EQ(made->size(), kept->size());
                EXPECT_EQ(made->in_force, kept->in_force);
                EXPECT_EQ(made->times_follow, kept->times_follow);
                EXPECT_EQ(made->last_day, kept->last_day);
                EXPECT_EQ(made->times, kept->times);
                EXPECT_EQ(made->values, kept->values);
                for (std::size_t r = 0; r < made->size(); ++r) {
                    EXPECT_EQ(made->name_of(r), kept->name_of(r)) << again;
                    EXPECT_EQ(made->days[r], kept->days[r]);
                    EXPECT_EQ(made->values[r].scale(), kept->values[r].scale());
                    EXPECT_EQ(made->statuses[r], kept->statuses[r]);
                    EXPECT_EQ(made->sources[r], kept->sources[r]);
                    EXPECT_EQ(made->comments[r], kept->comments[r]);
                    EXPECT_EQ(made->attributes[r], kept->attributes[r]);
                    EXPECT_EQ(made->bases[r], kept->bases[r]);
                    EXPECT_EQ(made->providers[r], kept->providers[r]);
                }
            }
}

// What was not asked for since the others goes first, and what is held stays while it is held.
TEST(RowCache, KeepsWhatWasAskedForLast) {
    const auto rows = [](std::size_t count) {
        auto made = std::make_shared<dissemination::CubeRows>();
        made->times.resize(count);
        return made;
    };
    dissemination::RowCache cache{49};
    ASSERT_EQ(cache.add_slots(2), 0U);
    ASSERT_EQ(cache.add_slots(2), 2U);
    EXPECT_EQ(cache.find(3), nullptr);
    cache.keep(0, rows(10));
    cache.keep(1, rows(10));
    EXPECT_EQ(cache.rows(), 36U);
    cache.keep(2, rows(10));  // the hand comes round once, and takes the first
    EXPECT_EQ(cache.find(0), nullptr);
    const auto second = cache.find(1);
    ASSERT_NE(second, nullptr);
    cache.keep(3, rows(10));
    EXPECT_EQ(cache.find(2), nullptr);
    EXPECT_EQ(cache.find(1), second);
    EXPECT_EQ(cache.rows(), 36U);
    cache.keep(0, rows(100));  // more than there is room for at all
    EXPECT_LE(cache.rows(), 49U);
    EXPECT_EQ(second->size(), 10U);
}

TEST_F(Dissemination, WhatHasNoCodeIsToldAndNotShown) {
    EXPECT_FALSE(catalogue_->unplaced.empty());
    for (const auto& one : catalogue_->unplaced)
        EXPECT_FALSE(one.reason.empty());
}

// The strategy's own statistics.yaml and data files.
class Strategy : public testing::Test {
  protected:
    void SetUp() override {
        const auto folder = plan::folder_on_disk(std::filesystem::path{TAMEEL_SOURCE_DIR} /
                                                 "strategies/pakistan-bpo-2023");
        const auto compiled = plan::compile(folder);
        ASSERT_TRUE(compiled.plan);
        ASSERT_TRUE(compiled.plan->statistics);
        declared_ = *compiled.plan->statistics;
        figures_ = compiled.figures;
        for (const auto& file : declared_.files) {
            statistics::LoadOptions options;
            options.file = file;
            options.today = base::make_day(2026, 11, 22);
            auto loaded = statistics::load_csv(folder(file).value(), options);
            ASSERT_TRUE(loaded) << loaded.error().text();
            std::ranges::move(loaded->series, std::back_inserter(series_));
            sources_.merge(loaded->sources);
        }
    }

    // The flows that take figures with these printed words.
    std::vector<const plan::StatisticalFlow*> takers(const statistics::SeriesKey& key) const {
        std::vector<const plan::StatisticalFlow*> found;
        for (const auto& flow : declared_.flows)
            if (std::ranges::all_of(flow.where, [&](const auto& one) {
                    const auto* value = key.find(one.first);
                    return value != nullptr && std::ranges::count(one.second, *value) > 0;
                }))
                found.push_back(&flow);
        return found;
    }

    // "EXPORTS SERVICE=ICT UNIT_MEASURE=USD": the flow and its codes of the printed words.
    std::string codes(const plan::StatisticalFlow& flow, const statistics::SeriesKey& key) const {
        std::string text = flow.id;
        for (const auto& dimension : declared_.find_structure(flow.structure)->dimensions) {
            std::string code;
            if (dimension.from == plan::CodeFrom::column)
                code = declared_.find_list(dimension.list)
                           ->find_printed(*key.find(dimension.text))
                           ->code;
            else if (dimension.from == plan::CodeFrom::unit)
                code = std::ranges::find(declared_.units, *key.find("unit"),
                                         &plan::StatisticalUnit::printed)
                           ->code;
            text += " " + dimension.id + "=" + code;
        }
        return text;
    }

    plan::Statistics declared_;
    std::vector<plan::Figure> figures_;  ///< of sources.yaml
    std::vector<statistics::Series> series_;
    statistics::SourceTable sources_;
};

TEST_F(Strategy, EveryFigureBelongsToOneDataflow) {
    const auto catalogue =
        dissemination::testing::catalogue_of(declared_, series_, sources_).value();
    for (const auto& one : catalogue->unplaced)
        ADD_FAILURE() << one.series << ": " << one.reason;
    std::size_t figures = 0;
    for (const auto& series : series_) {
        figures += series.observations.size();
        EXPECT_EQ(takers(series.key).size(), 1U) << series.key.text();
    }
    EXPECT_EQ(figures, 1'279U);
    for (const auto& artefact : catalogue->registry.all())
        for (const auto& reference : sdmx::references_of(artefact))
            EXPECT_NE(catalogue->registry.find(reference), nullptr) << reference.urn();
}

// Two tables would become one, and a billion and a million stand in it side by side.
TEST_F(Strategy, NoTwoPrintedSeriesMeetInOneKey) {
    std::map<std::string, statistics::SeriesKey> first;
    for (const auto& series : series_) {
        ASSERT_EQ(takers(series.key).size(), 1U);
        const auto [at, is_new] =
            first.emplace(codes(*takers(series.key).front(), series.key), series.key);
        EXPECT_TRUE(is_new || at->second == series.key)
            << at->first << ": " << at->second.text() << " and " << series.key.text();
    }
}

// Files that come from the documents have the figures of sources.yaml: value and scale.
TEST_F(Strategy, FiguresOfTheDocumentsAreThoseOfTheirSources) {
    std::map<std::string, std::string> seen;
    for (const auto& series : series_)
        for (const auto& figure : series.observations) {
            const auto [at, is_new] = seen.emplace(figure.row, series.key.text());
            EXPECT_TRUE(is_new) << figure.row << ": " << at->second << " and " << series.key.text();
            if (!figure.row.starts_with('F'))
                continue;
            const auto source = std::ranges::find(figures_, figure.row, &plan::Figure::code);
            ASSERT_NE(source, figures_.end()) << figure.row;
            EXPECT_EQ(figure.value, source->value) << figure.row;
            const auto unit =
                std::ranges::find(declared_.units, series.unit(), &plan::StatisticalUnit::printed);
            EXPECT_EQ(std::pow(10.0, unit->multiplier),
                      plan::scale_factor(source->scale.empty() ? "one" : source->scale))
                << figure.row;
        }
    EXPECT_EQ(seen.size(), 1'279U);
}

TEST_F(Strategy, EveryNameIsInUrduToo) {
    const auto check = [](const auto& items) {
        for (const auto& item : items)
            EXPECT_FALSE(item.naming.name_ur.empty()) << item.naming.name;
    };
    check(declared_.providers);
    check(declared_.subjects);
    check(declared_.lists);
    for (const auto& list : declared_.lists)
        check(list.codes);
    check(declared_.structures);
    for (const auto& structure : declared_.structures)
        check(structure.dimensions);
    check(declared_.flows);
    check(declared_.correspondences);
}

// "IT and ITeS" is the narrow total until September 2020 and the whole group from then on.
TEST_F(Strategy, TheTwoMeaningsOfItAndItesFollowEachOther) {
    const auto at = std::ranges::find(declared_.correspondences, "SERVICE_TO_SEGMENT",
                                      &plan::StatisticalCorrespondence::id);
    ASSERT_NE(at, declared_.correspondences.end());
    std::string narrow_until;
    std::string whole_from;
    for (const auto& mapping : at->mappings) {
        if (mapping.from == "IT_ITES_PSEB")
            narrow_until = mapping.valid_to;
        if (mapping.from == "ICT")
            whole_from = mapping.valid_from;
    }
    EXPECT_EQ(narrow_until, "2020-09-30");
    EXPECT_EQ(whole_from, "2020-10-01");
    for (const auto& series : series_) {
        const auto* words = series.key.find("category");
        if (declared_.find_list("CL_SERVICE")->find_printed(*words) !=
            declared_.find_list("CL_SERVICE")->find("IT_ITES_PSEB"))
            continue;
        for (const auto& figure : series.observations)
            EXPECT_LE(base::to_string(figure.time.last_day()), narrow_until);
    }
}

TEST(Structures, AreWholeAndReferToEachOther) {
    const auto registry =
        dissemination::make_registry(dissemination::testing::example_statistics());
    std::size_t references = 0;
    for (const auto& artefact : registry.all())
        for (const auto& reference : sdmx::references_of(artefact)) {
            ++references;
            ASSERT_NE(registry.find(reference), nullptr) << reference.urn();
            if (!reference.item.empty()) {
                EXPECT_NE(registry.find_item(reference), nullptr) << reference.urn();
            }
        }
    EXPECT_GT(references, 60U);
}

TEST(SdmxTime, DatesEveryKindOfPeriod) {
    const auto text = [](std::string_view printed) {
        const auto time = dissemination::sdmx_time(statistics::TimePeriod::parse(printed).value());
        return fmt::format("{} {} {}", time.period, time.frequency, time.transformation);
    };
    EXPECT_EQ(text("FY2024"), "2023-A1 A N");
    EXPECT_EQ(text("2024"), "2024 A CY");
    EXPECT_EQ(text("2024-04"), "2024-04 M N");
    EXPECT_EQ(text("2023-07/2024-03"), "2024-03 M YTD");
    EXPECT_EQ(text("FY2022-Q1"), "2021-Q3 Q N");
    EXPECT_EQ(text("FY2023-H1"), "2022-S2 S N");
    EXPECT_EQ(text("2024-W05"), "2024-W05 W N");
    EXPECT_EQ(text("2024-12 (point in time)"), "2024-12 M EOP");
    EXPECT_EQ(text("2019-12-30 (point in time)"), "2019-12-30 D EOP");
}

}  // namespace
