// Every sample of the conformance material against what an independent reader (sdmx1) gets of it.

#include "base/file.h"
#include "sdmx/schema_for_test.h"
#include "sdmx/summary.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

namespace {

using Counts = std::map<std::string, std::map<std::string, std::optional<std::size_t>>>;

/// What a message holds as the other reader counts it: it makes what references name and the
/// message lacks, so an artefact has the items that stand in it and those that are referred to.
class PeerView : public sdmx::Summary {
  public:
    base::Result<void> artefact(sdmx::Artefact&& artefact) override {
        auto& seen = artefacts_[artefact.reference()];
        if (const auto* scheme = std::get_if<sdmx::ItemScheme>(&artefact.body)) {
            std::set<std::string> own;
            for (const auto& item : scheme->items)
                own.insert(item.id);
            // An agency scheme holds the agency that keeps it.
            if (artefact.type == sdmx::ArtefactType::agency_scheme)
                own.insert(artefact.agency);
            seen.items.merge(own);
        }
        if (const auto* maps = std::get_if<sdmx::CodelistMaps>(&artefact.body))
            for (const auto& map : maps->maps)
                for (const auto& mapping : map.mappings) {
                    artefacts_[map.source].items.insert(mapping.source);
                    artefacts_[map.target].items.insert(mapping.target);
                }
        if (const auto* structure = std::get_if<sdmx::DataStructure>(&artefact.body))
            seen.dimensions = structure->key().size() + (structure->time() == nullptr ? 0 : 1);
        for (const auto& reference : sdmx::references_of(artefact)) {
            auto& named = artefacts_[reference.artefact()];
            if (!reference.item.empty())
                named.items.insert(reference.item.substr(reference.item.rfind('.') + 1));
        }
        return {};
    }

    /// By word and by each of the three ways in which the other reader names an artefact.
    Counts counts() const {
        Counts found;
        for (const auto& [reference, seen] : artefacts_) {
            const auto word = std::string{sdmx::info(reference.type).word};
            std::optional<std::size_t> count;
            if (!sdmx::info(reference.type).item.empty())
                count = seen.items.size();
            if (reference.type == sdmx::ArtefactType::data_structure)
                count = seen.dimensions;
            const auto long_name = reference.agency + ':' + reference.id;
            found[word][long_name + '(' + reference.version + ')'] = count;
        }
        return found;
    }

  private:
    struct Seen {
        std::set<std::string> items;
        std::size_t dimensions = 0;
    };
    std::map<sdmx::Reference, Seen> artefacts_;
};

bool names(const std::string& peer, const std::string& ours) {
    const auto colon = ours.find(':');
    const auto open = ours.find('(');
    return peer == ours || peer == ours.substr(0, open) ||
           peer == ours.substr(colon + 1, open - colon - 1);
}

std::string shown(const std::optional<std::size_t>& count) {
    return count ? std::to_string(*count) : "null";
}

std::string difference(const rapidjson::Value& expected, Counts ours) {
    std::string faults;
    for (const auto& word : expected.GetObject()) {
        auto& mine = ours[word.name.GetString()];
        for (const auto& member : word.value.GetObject()) {
            const std::string id = member.name.GetString();
            std::optional<std::size_t> count;
            if (member.value.IsUint64())
                count = member.value.GetUint64();
            auto found = mine.begin();
            while (found != mine.end() && !(names(id, found->first) && found->second == count))
                ++found;
            if (found == mine.end()) {
                faults += std::string{word.name.GetString()} + ' ' + id + ": peer " + shown(count);
                for (const auto& [name, value] : mine)
                    if (names(id, name))
                        faults += ", ours " + name + ' ' + shown(value);
                faults += '\n';
            } else {
                mine.erase(found);
            }
        }
    }
    for (const auto& [word, rest] : ours)
        for (const auto& [name, count] : rest)
            faults += word + ' ' + name + ": not at the peer, ours " + shown(count) + '\n';
    return faults;
}

/// Where the other reader is wrong, or lists less; each with all that differs.
struct Known {
    std::string_view file;
    std::string_view reason;
    std::string_view difference;
};
constexpr std::array known_differences{
    Known{"ml21-official/query/response_cl_regions.xml",
          "the peer takes the parent of the codes, which the message lacks, for a code list",
          "codelist GR: peer 1\n"},
    Known{"ml21-official/query/response_esms_children.xml",
          "18 concepts of the scheme are referred to; the peer counts 17",
          "concept_scheme ESMS_CONCEPTS: peer 17, ours ESTAT:ESMS_CONCEPTS(1.0) 18\n"
          "concept_scheme ESTAT:ESMS_CONCEPTS(1.0): not at the peer, ours 18\n"},
    Known{"ml30-official/VTL_Transformations/VTL_Sample_1.xml", "the peer lists no VTL schemes",
          "name_personalisation_scheme SDMX:NPS1(1.0): not at the peer, ours 1\n"
          "ruleset_scheme SDMX:RS1(1.0): not at the peer, ours 2\n"
          "vtl_mapping_scheme SDMX:VTLMS1(1.0): not at the peer, ours 6\n"},
    Known{"sdmx-test-data/v21/xml/VTL/VTL_Sample_1.xml",
          "the same, and it takes the concept scheme of a measure dimension for a code list",
          "codelist CS11: peer 0\n"
          "name_personalisation_scheme SDMX:NPS1(1.0): not at the peer, ours 1\n"
          "ruleset_scheme SDMX:RS1(1.0): not at the peer, ours 2\n"
          "vtl_mapping_scheme SDMX:VTLMS1(1.0): not at the peer, ours 6\n"},
    Known{"pysdmx/xml/sdmx21/reader/samples/vtl_dataflow_mapping.xml",
          "the peer lists no VTL schemes",
          "vtl_mapping_scheme FR1:VTLMS1(1.0): not at the peer, ours 1\n"},
    Known{"pysdmx/xml/sdmx21/reader/samples/vtl_dataflow_mapping_no_dataflow.xml",
          "the same; we keep no references of VTL mappings",
          "dataflow LEGAL_POP_CUBE: peer null\n"
          "vtl_mapping_scheme FR1:VTLMS1(1.0): not at the peer, ours 1\n"},
    Known{"pysdmx/xml/sdmx30/reader/samples/hierarchy.xml", "the peer lists no hierarchies of 3.0",
          "hierarchical_codelist BIS:H1(1.0): not at the peer, ours null\n"},
    Known{"sdmx-test-data/SDMX/HCL_TEST_AREA.xml", "the peer lists no hierarchies of 3.0",
          "hierarchical_codelist SDMX:HCL_TEST_AREA(1.0): not at the peer, ours null\n"},
    Known{"sdmx-test-data/IMF/datastructure-0.xml",
          "two concepts of the scheme are referred to; the peer counts one of them",
          "concept_scheme IMF.FAD.FM:CS_FM_LIVE: peer 1, ours IMF.FAD.FM:CS_FM_LIVE(2.0.0) 2\n"
          "concept_scheme IMF.FAD.FM:CS_FM_LIVE(2.0.0): not at the peer, ours 2\n"},
    Known{"tck-resources/contentConstraintDataRetrieval.xml",
          "the peer makes a dimension of a constraint's key in a structure that the message lacks",
          "structure FDI: peer 1, ours OECD:FDI(1.7) 0\n"
          "structure OECD:FDI(1.7): not at the peer, ours 0\n"},
};

/// Files that no reader should take, and what is wrong with them.
struct Refused {
    std::string_view file;
    base::ErrorCode code;
    std::string_view reason;
};
using base::ErrorCode;
constexpr std::array refused_files{
    Refused{"json-official/v2.0.0/data/generated-sample.json", ErrorCode::sdmx_malformed,
            "random values: indexes that its lists do not have"},
    Refused{"json-official/v2.1.0/data/generated-sample.json", ErrorCode::sdmx_malformed,
            "the same"},
    Refused{"pysdmx/samples/one_line_jsondata.json", ErrorCode::sdmx_malformed,
            "keys of 16 indexes for 8 dimensions"},
    Refused{"pysdmx/csv/sdmx10/writer/samples/df.json", ErrorCode::sdmx_unknown_form,
            "rows of a table, no message"},
    Refused{"pysdmx/csv/sdmx10/writer/samples/df_optional.json", ErrorCode::sdmx_unknown_form,
            "the same"},
    Refused{"pysdmx/samples/invalid.xml", ErrorCode::sdmx_malformed, "an element of no schema"},
    Refused{"pysdmx/xml/sdmx21/writer/samples/header.xml", ErrorCode::sdmx_unknown_form,
            "a header alone, without a namespace"},
    Refused{"pysdmx/xml/sdmx21/writer/samples/header_warning.xml", ErrorCode::sdmx_unknown_form,
            "the same"},
    Refused{"tck-resources/codelist.xml", ErrorCode::sdmx_malformed, "an undeclared prefix"},
    Refused{"pysdmx/csv/sdmx20/reader/samples/data_v2_invalid_action.csv",
            ErrorCode::sdmx_malformed, "the action E"},
    Refused{"pysdmx/csv/sdmx20/reader/samples/data_v2_action_col.csv", ErrorCode::sdmx_malformed,
            "rows of 22 fields below a header of 23"},
    Refused{"sdmxthon/readingValidation/data/data_sample/two_actions_delete_after.csv",
            ErrorCode::sdmx_malformed, "rows of 4 fields below a header of 6"},
};

template <typename List>
const typename List::value_type* find_file(const List& list, std::string_view file) {
    for (const auto& entry : list)
        if (entry.file == file)
            return &entry;
    return nullptr;
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream in{path};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

base::Result<void> read_sample(const std::string& file, sdmx::MessageSink& sink) {
    const auto input = TRY(base::input_of_file(sdmx::conformance() / file));
    sdmx::ReadOptions options;
    options.name = file;
    return sdmx::read_message(input, options, sink);
}

void expect_same_data(const rapidjson::Value& expected, const PeerView& view) {
    const auto total = [&](const char* name) {
        std::uint64_t sum = 0;
        for (const auto& part : expected[name].GetArray())
            sum += part.GetUint64();
        return sum;
    };
    EXPECT_EQ(view.message_form.kind, sdmx::MessageKind::data);
    EXPECT_EQ(view.data_sets, expected["datasets"].GetUint64());
    EXPECT_EQ(view.series_count, total("series"));
    EXPECT_EQ(view.observations, total("obs"));
    EXPECT_EQ(view.numeric_values, expected["numeric_values"].GetUint64());
    const double sum = expected["sum"].GetDouble();
    // Written with six decimals, and added in another order.
    EXPECT_NEAR(view.sum, sum, 5e-7 + 1e-12 * std::abs(sum));
}

TEST(Conformance, EverySampleIsReadAsAnIndependentReaderReadsIt) {
    const auto lines = lines_of(sdmx::conformance() / "expected-sdmx1.jsonl");
    if (lines.empty())
        GTEST_SKIP() << sdmx::conformance_is_missing;
    std::size_t structures = 0;
    std::size_t data = 0;
    for (const auto& line : lines) {
        rapidjson::Document expected;
        expected.Parse(line.c_str());
        if (expected.HasMember("error_in_sdmx1"))
            continue;
        const std::string file = expected["file"].GetString();
        SCOPED_TRACE(file);
        PeerView view;
        const auto done = read_sample(file, view);
        ASSERT_TRUE(done) << done.error().text();
        if (expected.HasMember("structures")) {
            ++structures;
            const auto* known = find_file(known_differences, file);
            EXPECT_EQ(difference(expected["structures"], view.counts()),
                      known == nullptr ? "" : known->difference);
        } else {
            ++data;
            expect_same_data(expected, view);
        }
    }
    EXPECT_EQ(structures, 107);
    EXPECT_EQ(data, 43);
}

TEST(Conformance, EverySampleIsReadOrRefusedForAReason) {
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    std::size_t read = 0;
    std::size_t refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{sdmx::conformance()}) {
        const auto file = std::filesystem::relative(entry.path(), sdmx::conformance()).string();
        const auto kind = entry.path().extension();
        if (!file.contains('/') || file.starts_with("spec/") || file.starts_with("json-schemas/") ||
            (kind != ".xml" && kind != ".json" && kind != ".csv"))
            continue;
        SCOPED_TRACE(file);
        sdmx::Summary summary;
        const auto done = read_sample(file, summary);
        if (const auto* known = find_file(refused_files, file)) {
            ++refused;
            ASSERT_FALSE(done) << known->reason;
            EXPECT_EQ(done.error().code, known->code) << done.error().text();
            EXPECT_TRUE(done.error().where.starts_with(file + ':')) << done.error().text();
        } else {
            ++read;
            EXPECT_TRUE(done) << done.error().text();
        }
    }
    EXPECT_EQ(refused, refused_files.size());
    EXPECT_GT(read, std::size_t{230});
}

}  // namespace
