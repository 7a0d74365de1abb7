#include "plan/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// Lists that the program declares itself.
constexpr std::array<std::string_view, 2> built_in{"CL_FREQ", "CL_TRANSFORMATION"};

bool is_artefact_id(std::string_view id) {
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return !id.empty() && is_letter(id.front()) && std::ranges::all_of(id, [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

bool is_code_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '@' || c == '$';
    });
}

bool is_version(std::string_view version) {
    int parts = 1;
    bool digit = false;
    for (const char c : version) {
        if (c == '.' && digit) {
            ++parts;
            digit = false;
        } else if (c >= '0' && c <= '9') {
            digit = true;
        } else {
            return false;
        }
    }
    return digit && (parts == 2 || parts == 3);
}

Result<int> parse_multiplier(const std::string& text) {
    return parse_whole(text, 0, 15);
}

Result<std::string> parse_day_text(const std::string& text) {
    const auto day = parse_calendar_day(text);
    if (!day.ok())
        return day.error();
    return text;
}

/// Reads statistics.yaml; what refers to something else is checked where both are known.
class StatisticsReader {
  public:
    StatisticsReader(Findings& findings, const FolderReader& folder)
        : findings_(findings), folder_(folder) {}

    Statistics read(ItemReader& root) {
        read_agency(root);
        for (const auto* node : root.items("providers"))
            made_.providers.push_back(read_item(*node, "a provider", "provider"));
        for (const auto* node : root.items("subjects"))
            made_.subjects.push_back(read_item(*node, "a subject", "subject"));
        for (const auto* node : root.items("units"))
            read_unit(*node);
        for (const auto* node : root.items("lists"))
            read_list(*node);
        for (const auto* node : root.items("structures"))
            read_structure(*node);
        for (const auto* node : root.items("flows"))
            read_flow(*node);
        for (const auto* node : root.items("correspondences"))
            read_correspondence(*node);
        read_files(root);
        check_parents();
        return std::move(made_);
    }

  private:
    Naming read_naming(ItemReader& reader) {
        Naming naming;
        naming.name = reader.text("name");
        naming.name_ur = reader.optional_text("name-ur");
        naming.description = reader.optional_text("description");
        return naming;
    }

    // An id that is new in its scope and has the form of its kind.
    std::string read_id(ItemReader& reader, std::string_view key, const std::string& scope,
                        bool of_code = false) {
        auto id = reader.text(key);
        if (id.empty())
            return id;
        if (of_code ? !is_code_id(id) : !is_artefact_id(id))
            reader.fail(key, ErrorCode::invalid_code,
                        of_code ? fmt::format("expected letters, digits, _, -, @ and $, found "
                                              "\"{}\"",
                                              id)
                                : fmt::format("expected a letter and then letters, digits, _ and "
                                              "-, found \"{}\"",
                                              id));
        else if (!ids_[scope].insert(id).second)
            reader.fail(key, ErrorCode::duplicate_code,
                        fmt::format("{} \"{}\" stands twice", scope, id));
        return id;
    }

    std::string read_version(ItemReader& reader) {
        auto version = reader.text("version");
        if (!version.empty() && !is_version(version))
            reader.fail("version", ErrorCode::invalid_code,
                        fmt::format("expected 1.0 or 1.0.0, found \"{}\"", version));
        return version;
    }

    // What every artefact begins with.
    template <typename Artefact>
    void read_head(ItemReader& reader, const std::string& scope, Artefact& made) {
        made.id = read_id(reader, "id", scope);
        made.version = read_version(reader);
        made.naming = read_naming(reader);
    }

    template <typename Known>
    void check_known(ItemReader& reader, std::string_view key, const std::string& id,
                     const Known& known, std::string_view what) {
        if (id.empty() || std::ranges::find(known, id) != known.end())
            return;
        reader.fail(key, ErrorCode::unknown_statistical_id,
                    fmt::format("no {} is called {}", what, quoted_with_guess(id, known)));
    }

    template <typename Items>
    static std::vector<std::string> ids_of(const Items& items) {
        std::vector<std::string> ids;
        for (const auto& item : items)
            ids.push_back(item.id);
        return ids;
    }
    std::vector<std::string> list_ids() const {
        auto ids = ids_of(made_.lists);
        ids.insert(ids.end(), built_in.begin(), built_in.end());
        return ids;
    }
    static std::vector<std::string> codes_of(const StatisticalList& list) {
        std::vector<std::string> codes;
        for (const auto& code : list.codes)
            codes.push_back(code.code);
        return codes;
    }

    void read_agency(ItemReader& root) {
        root.require("agency");
        const auto* node = root.mapping("agency");
        if (node == nullptr)
            return;
        ItemReader reader{*node, findings_, "the agency"};
        made_.agency.id = read_id(reader, "id", "the agency");
        made_.agency.naming = read_naming(reader);
        reader.finish();
    }

    StatisticalItem read_item(const Node& node, const std::string& what, const std::string& scope) {
        ItemReader reader{node, findings_, what};
        StatisticalItem item;
        item.id = read_id(reader, "id", scope);
        item.naming = read_naming(reader);
        if (scope == "subject")
            item.parent = reader.optional_text("parent");
        parents_.emplace_back(reader, Parent{scope, item.id, item.parent});
        reader.finish();
        return item;
    }

    void read_unit(const Node& node) {
        ItemReader reader{node, findings_, "a unit"};
        StatisticalUnit unit;
        unit.printed = reader.text("printed");
        if (!unit.printed.empty() && !ids_["the printed unit"].insert(unit.printed).second)
            reader.fail("printed", ErrorCode::duplicate_code,
                        fmt::format("the printed unit \"{}\" stands twice", unit.printed));
        unit.code = reader.text("code");
        unit.multiplier = reader.optional<int>("multiplier", parse_multiplier).value_or(0);
        reader.finish();
        made_.units.push_back(std::move(unit));
    }

    void read_list(const Node& node) {
        ItemReader reader{node, findings_, "a list"};
        StatisticalList list;
        read_head(reader, "the list", list);
        if (std::ranges::find(built_in, list.id) != built_in.end())
            reader.fail("id", ErrorCode::duplicate_code,
                        fmt::format("the list \"{}\" is built in", list.id));
        reader.require("codes");
        for (const auto* code : reader.items("codes"))
            read_code(*code, list);
        reader.finish();
        made_.lists.push_back(std::move(list));
    }

    void read_code(const Node& node, StatisticalList& list) {
        ItemReader reader{node, findings_, "a code"};
        StatisticalCode code;
        const auto scope = "the code of " + list.id;
        code.code = read_id(reader, "code", scope, true);
        code.naming = read_naming(reader);
        code.parent = reader.optional_text("parent");
        code.printed = reader.texts("printed");
        for (const auto& words : code.printed)
            if (const auto* other = list.find_printed(words))
                reader.fail("printed", ErrorCode::duplicate_code,
                            fmt::format("\"{}\" is printed for {} already", words, other->code));
        parents_.emplace_back(reader, Parent{scope, code.code, code.parent});
        reader.finish();
        list.codes.push_back(std::move(code));
    }

    void read_structure(const Node& node) {
        ItemReader reader{node, findings_, "a structure"};
        StatisticalStructure structure;
        read_head(reader, "the structure", structure);
        reader.require("dimensions");
        for (const auto* dimension : reader.items("dimensions"))
            read_dimension(*dimension, structure);
        reader.finish();
        made_.structures.push_back(std::move(structure));
    }

    void read_dimension(const Node& node, StatisticalStructure& structure) {
        ItemReader reader{node, findings_, "a dimension"};
        StatisticalDimension dimension;
        dimension.id = read_id(reader, "id", "the dimension of " + structure.id);
        dimension.naming = read_naming(reader);
        dimension.list = reader.text("list");
        check_known(reader, "list", dimension.list, list_ids(), "list");
        const auto from = reader.required<CodeFrom>("from", parse_choice<CodeFrom>);
        dimension.from = from.value_or(CodeFrom::fixed);
        const bool has_text =
            dimension.from == CodeFrom::fixed || dimension.from == CodeFrom::column;
        dimension.text = from && has_text ? reader.text("text") : reader.optional_text("text");
        const auto* list = made_.find_list(dimension.list);
        if (from == CodeFrom::fixed && list != nullptr)
            check_known(reader, "text", dimension.text, codes_of(*list), "code of " + list->id);
        if (from == CodeFrom::unit && list != nullptr)
            for (const auto& unit : made_.units)
                if (list->find(unit.code) == nullptr)
                    reader.fail("list", ErrorCode::unknown_statistical_id,
                                fmt::format("{} has no code {} for the unit \"{}\"", list->id,
                                            unit.code, unit.printed));
        reader.finish();
        structure.dimensions.push_back(std::move(dimension));
    }

    void read_flow(const Node& node) {
        ItemReader reader{node, findings_, "a flow"};
        StatisticalFlow flow;
        read_head(reader, "the flow", flow);
        flow.structure = reader.text("structure");
        check_known(reader, "structure", flow.structure, ids_of(made_.structures), "structure");
        flow.provider = reader.text("provider");
        check_known(reader, "provider", flow.provider, ids_of(made_.providers), "provider");
        flow.subject = reader.text("subject");
        check_known(reader, "subject", flow.subject, ids_of(made_.subjects), "subject");
        reader.require("where");
        if (const auto* where = reader.mapping("where")) {
            ItemReader columns{*where, findings_, "the choice of a flow"};
            for (const auto& entry : where->entries)
                flow.where[entry.key.text] = columns.texts(entry.key.text);
            check_words(columns, flow);
        }
        reader.finish();
        made_.flows.push_back(std::move(flow));
    }

    // The words by which a flow is chosen are those that its structure has codes for.
    void check_words(ItemReader& columns, const StatisticalFlow& flow) {
        const auto* structure = made_.find_structure(flow.structure);
        if (structure == nullptr)
            return;
        for (const auto& dimension : structure->dimensions) {
            const auto words = flow.where.find(dimension.text);
            const auto* list = made_.find_list(dimension.list);
            if (dimension.from != CodeFrom::column || words == flow.where.end() || list == nullptr)
                continue;
            for (const auto& one : words->second)
                if (list->find_printed(one) == nullptr)
                    columns.fail(
                        dimension.text, ErrorCode::unknown_statistical_id,
                        fmt::format("{} has no code that is printed \"{}\"", list->id, one));
        }
    }

    void read_correspondence(const Node& node) {
        ItemReader reader{node, findings_, "a correspondence"};
        StatisticalCorrespondence made;
        read_head(reader, "the correspondence", made);
        made.from_list = reader.text("from-list");
        made.to_list = reader.text("to-list");
        check_known(reader, "from-list", made.from_list, ids_of(made_.lists), "list");
        check_known(reader, "to-list", made.to_list, ids_of(made_.lists), "list");
        reader.require("mappings");
        for (const auto* mapping : reader.items("mappings"))
            read_mapping(*mapping, made);
        reader.finish();
        made_.correspondences.push_back(std::move(made));
    }

    void read_mapping(const Node& node, StatisticalCorrespondence& made) {
        ItemReader reader{node, findings_, "a mapping"};
        StatisticalMapping mapping;
        mapping.from = reader.text("from");
        mapping.to = reader.text("to");
        if (const auto* list = made_.find_list(made.from_list))
            check_known(reader, "from", mapping.from, codes_of(*list), "code of " + list->id);
        if (const auto* list = made_.find_list(made.to_list))
            check_known(reader, "to", mapping.to, codes_of(*list), "code of " + list->id);
        mapping.valid_from =
            reader.optional<std::string>("valid-from", parse_day_text).value_or("");
        mapping.valid_to = reader.optional<std::string>("valid-to", parse_day_text).value_or("");
        mapping.note = reader.optional_text("note");
        if (!mapping.valid_from.empty() && !mapping.valid_to.empty() &&
            mapping.valid_to < mapping.valid_from)
            reader.fail("valid-to", ErrorCode::dates_wrong_way,
                        fmt::format("{} is before {}", mapping.valid_to, mapping.valid_from));
        reader.finish();
        made.mappings.push_back(std::move(mapping));
    }

    void read_files(ItemReader& root) {
        for (const auto* node : root.words("files")) {
            made_.files.push_back(node->text);
            if (!folder_(node->text).ok())
                findings_.add(ErrorCode::data_file_missing, *node,
                              fmt::format("the data file \"{}\" is not there", node->text));
        }
    }

    struct Parent {
        std::string scope;
        std::string id;
        std::string parent;
    };

    // Every parent is of the same list, and no item lies under itself.
    void check_parents() {
        for (auto& [reader, one] : parents_) {
            if (one.parent.empty())
                continue;
            std::vector<std::string> known;
            std::map<std::string, std::string> parent_of;
            for (const auto& [other_reader, other] : parents_)
                if (other.scope == one.scope) {
                    known.push_back(other.id);
                    parent_of[other.id] = other.parent;
                }
            check_known(reader, "parent", one.parent, known, "parent");
            if (comes_back(parent_of, one.id))
                reader.fail("parent", ErrorCode::dependency_cycle,
                            fmt::format("{} \"{}\" lies under itself", one.scope, one.id),
                            "A parent's parent, and so on, ends at one that has none.");
        }
    }

    static bool comes_back(const std::map<std::string, std::string>& parent_of,
                           const std::string& id) {
        std::string at = id;
        for (std::size_t steps = 0; steps <= parent_of.size(); ++steps) {
            const auto found = parent_of.find(at);
            if (found == parent_of.end() || found->second.empty())
                return false;
            at = found->second;
            if (at == id)
                return true;
        }
        return false;
    }

    Findings& findings_;
    const FolderReader& folder_;
    Statistics made_;
    std::map<std::string, std::set<std::string>> ids_;
    std::vector<std::pair<ItemReader, Parent>> parents_;
};

}  // namespace

void Compiler::compile_statistics() {
    if (!files_.contains(std::string{statistics_file}))
        return;
    auto root = read_root(std::string{statistics_file}, "statistics.yaml");
    plan_.statistics = StatisticsReader{findings_, folder_}.read(root);
    root.finish();
}

}  // namespace plan
