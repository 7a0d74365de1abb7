#include "plan/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace plan {
namespace {

using base::ErrorCode;
using base::Result;

// Lists and components that every catalogue has from the program itself.
constexpr std::string_view frequencies = "CL_FREQ";
constexpr std::string_view transformations = "CL_TRANSFORMATION";
constexpr std::array<std::string_view, 5> built_in_lists{
    frequencies, transformations, "CL_OBS_STATUS", "CL_UNIT_MULT", "CL_DATE_BASIS"};
constexpr std::array<std::string_view, 10> built_in_components{
    "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT", "REPORTING_YEAR_START_DAY",
    "OBS_STATUS",  "SOURCE",    "PUBLISHED", "DATE_BASIS",
    "ROW",         "COMMENT"};

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// SDMX: IDType.
bool is_code_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '@' || c == '$';
    });
}

bool is_version(std::string_view version) {
    int parts = 1;
    bool digit = false;
    for (const char c : version) {
        if (c == '.' && digit) {
            ++parts;
            digit = false;
        } else if (is_digit(c)) {
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
    TRY(parse_calendar_day(text));
    return text;
}

bool is_same_time(const StatisticalMapping& a, const StatisticalMapping& b) {
    const auto begins_by_end = [](const StatisticalMapping& one, const StatisticalMapping& other) {
        return one.valid_from.empty() || other.valid_to.empty() || one.valid_from <= other.valid_to;
    };
    return begins_by_end(a, b) && begins_by_end(b, a);
}

std::string words_of_time(const StatisticalMapping& mapping) {
    return fmt::format("{} to {}",
                       mapping.valid_from.empty() ? "the beginning" : mapping.valid_from,
                       mapping.valid_to.empty() ? "today" : mapping.valid_to);
}

template <typename Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items)
        ids.push_back(item.id);
    return ids;
}

std::vector<std::string> codes_of(const StatisticalList& list) {
    std::vector<std::string> codes;
    for (const auto& code : list.codes)
        codes.push_back(code.code);
    return codes;
}

std::string code_scope(const std::string& list) {
    return "code of " + list;
}

/// Reads statistics.yaml; what refers to something else is checked where both are known.
class StatisticsReader {
  public:
    /// `is_damaged`: what seems to be missing may stand in a line that could not be read.
    StatisticsReader(Findings& findings, const FolderReader& folder, bool is_damaged)
        : findings_(findings), folder_(folder), is_damaged_(is_damaged) {}

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
        for (const auto* node : root.items("identities"))
            read_identity(*node);
        read_files(root);
        check_units();
        for (auto& [scope, items] : parents_)
            check_parents(scope, items);
        return std::move(made_);
    }

  private:
    struct Child {
        ItemReader reader;
        std::string id;
        std::string parent;
    };

    static Naming read_naming(ItemReader& reader) {
        Naming naming;
        naming.name = reader.text("name");
        naming.name_ur = reader.optional_text("name-ur");
        naming.description = reader.optional_text("description");
        return naming;
    }

    // Where one of a scope could not be read, nobody is blamed for naming it.
    void fail_id(ItemReader& reader, std::string_view key, const std::string& scope, ErrorCode code,
                 std::string message) {
        unreadable_.insert(scope);
        reader.fail(key, code, std::move(message));
    }

    // A word that stands once in its scope.
    void check_once(ItemReader& reader, std::string_view key, const std::string& scope,
                    const std::string& word) {
        const auto [first, is_new] =
            lines_[scope].emplace(word, reader.node().find(key)->value.mark.line);
        if (!is_new)
            fail_id(reader, key, scope, ErrorCode::duplicate_code,
                    fmt::format("the {} \"{}\" stands twice; the first is on line {}", scope, word,
                                first->second));
    }

    // An id that is new in its scope and has the form of its kind.
    template <typename HasForm>
    std::string read_id(ItemReader& reader, std::string_view key, const std::string& scope,
                        const HasForm& has_form, std::string_view form) {
        auto id = reader.text(key);
        if (id.empty())
            unreadable_.insert(scope);
        else if (!has_form(id))
            fail_id(reader, key, scope, ErrorCode::invalid_code,
                    fmt::format("expected {}, found \"{}\"", form, id));
        else
            check_once(reader, key, scope, id);
        return id;
    }
    std::string read_artefact_id(ItemReader& reader, const std::string& scope) {
        return read_id(reader, "id", scope, is_artefact_id,
                       "a letter and then letters, digits, _ and -");
    }

    static std::string read_version(ItemReader& reader) {
        auto version = reader.text("version");
        if (!version.empty() && !is_version(version))
            reader.fail("version", ErrorCode::invalid_code,
                        fmt::format("expected 1.0 or 1.0.0, found \"{}\"", version));
        return version;
    }

    // What every artefact begins with.
    template <typename Artefact>
    void read_head(ItemReader& reader, const std::string& scope, Artefact& made) {
        made.id = read_artefact_id(reader, scope);
        made.version = read_version(reader);
        made.naming = read_naming(reader);
    }

    void check_known(ItemReader& reader, std::string_view key, const std::string& id,
                     const std::vector<std::string>& known, const std::string& scope) {
        if (!id.empty() && !is_damaged_ && !unreadable_.contains(scope) &&
            std::ranges::find(known, id) == known.end())
            reader.fail(key, ErrorCode::unknown_statistical_id,
                        fmt::format("no {} is called {}", scope, quoted_with_guess(id, known)));
    }
    void check_code(ItemReader& reader, std::string_view key, const std::string& code,
                    const std::string& list) {
        if (const auto* found = made_.find_list(list))
            check_known(reader, key, code, codes_of(*found), code_scope(list));
    }

    void read_agency(ItemReader& root) {
        root.require("agency");
        const auto* node = root.mapping("agency");
        if (node == nullptr)
            return;
        ItemReader reader{*node, findings_, "the agency"};
        made_.agency.id = read_artefact_id(reader, "agency");
        made_.agency.naming = read_naming(reader);
        reader.finish();
    }

    StatisticalItem read_item(const Node& node, const std::string& what, const std::string& scope) {
        ItemReader reader{node, findings_, what};
        StatisticalItem item;
        item.id = read_artefact_id(reader, scope);
        item.naming = read_naming(reader);
        if (scope == "subject")
            item.parent = reader.optional_text("parent");
        reader.finish();
        parents_[scope].push_back({reader, item.id, item.parent});
        return item;
    }

    void read_unit(const Node& node) {
        ItemReader reader{node, findings_, "a unit"};
        StatisticalUnit unit;
        unit.printed = reader.text("printed");
        if (!unit.printed.empty())
            check_once(reader, "printed", "unit", unit.printed);
        unit.code = reader.text("code");
        unit.multiplier = reader.optional<int>("multiplier", parse_multiplier).value_or(0);
        reader.finish();
        unit_readers_.push_back(reader);
        made_.units.push_back(std::move(unit));
    }

    void read_list(const Node& node) {
        ItemReader reader{node, findings_, "a list"};
        StatisticalList list;
        read_head(reader, "list", list);
        if (std::ranges::find(built_in_lists, list.id) != built_in_lists.end())
            fail_id(reader, "id", "list", ErrorCode::duplicate_code,
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
        const auto scope = code_scope(list.id);
        code.code = read_id(reader, "code", scope, is_code_id, "letters, digits, _, -, @ and $");
        code.naming = read_naming(reader);
        code.parent = reader.optional_text("parent");
        for (const auto* word : reader.words("printed")) {
            const auto* other = list.find_printed(word->text);
            if (other != nullptr)
                findings_.add(
                    ErrorCode::duplicate_code, *word,
                    fmt::format("\"{}\" is printed for {} already", word->text, other->code));
            else if (std::ranges::find(code.printed, word->text) != code.printed.end())
                findings_.add(ErrorCode::listed_twice, *word,
                              fmt::format("\"{}\" is listed twice", word->text));
            code.printed.push_back(word->text);
        }
        reader.finish();
        parents_[scope].push_back({reader, code.code, code.parent});
        list.codes.push_back(std::move(code));
    }

    void read_structure(const Node& node) {
        ItemReader reader{node, findings_, "a structure"};
        StatisticalStructure structure;
        read_head(reader, "structure", structure);
        reader.require("dimensions");
        for (const auto* dimension : reader.items("dimensions"))
            structure.dimensions.push_back(read_dimension(*dimension, structure.id));
        reader.finish();
        made_.structures.push_back(std::move(structure));
    }

    StatisticalDimension read_dimension(const Node& node, const std::string& structure) {
        ItemReader reader{node, findings_, "a dimension"};
        StatisticalDimension dimension;
        dimension.id = read_artefact_id(reader, "dimension of " + structure);
        if (std::ranges::find(built_in_components, dimension.id) != built_in_components.end())
            reader.fail("id", ErrorCode::duplicate_code,
                        fmt::format("every structure has \"{}\" already", dimension.id));
        dimension.naming = read_naming(reader);
        dimension.list = reader.text("list");
        const auto from = reader.required<CodeFrom>("from", parse_choice<CodeFrom>);
        dimension.from = from.value_or(CodeFrom::fixed);
        const bool has_text =
            dimension.from == CodeFrom::fixed || dimension.from == CodeFrom::column;
        if (from && has_text)
            dimension.text = reader.text("text");
        else if (!from)
            reader.ignore("text");
        if (from)
            check_known(reader, "list", dimension.list, lists_for(*from), "list");
        if (from == CodeFrom::fixed)
            check_code(reader, "text", dimension.text, dimension.list);
        reader.finish();
        return dimension;
    }

    // What a period is decides the codes of two lists, which are built in for that reason.
    std::vector<std::string> lists_for(CodeFrom from) const {
        if (from == CodeFrom::frequency)
            return {std::string{frequencies}};
        if (from == CodeFrom::transformation)
            return {std::string{transformations}};
        return ids_of(made_.lists);
    }

    void read_flow(const Node& node) {
        ItemReader reader{node, findings_, "a flow"};
        StatisticalFlow flow;
        read_head(reader, "flow", flow);
        flow.structure = reader.text("structure");
        check_known(reader, "structure", flow.structure, ids_of(made_.structures), "structure");
        flow.provider = reader.text("provider");
        check_known(reader, "provider", flow.provider, ids_of(made_.providers), "provider");
        for (const auto* word : reader.words("other-providers"))
            read_other_provider(*word, flow);
        flow.subject = reader.text("subject");
        check_known(reader, "subject", flow.subject, ids_of(made_.subjects), "subject");
        reader.require("where");
        if (const auto* where = reader.mapping("where")) {
            ItemReader columns{*where, findings_, "the choice of a flow"};
            for (const auto& entry : where->entries)
                read_words(columns, entry.key.text, flow);
        }
        reader.finish();
        made_.flows.push_back(std::move(flow));
    }

    void read_other_provider(const Node& word, StatisticalFlow& flow) {
        const auto known = ids_of(made_.providers);
        if (word.text == flow.provider ||
            std::ranges::find(flow.other_providers, word.text) != flow.other_providers.end())
            findings_.add(ErrorCode::listed_twice, word,
                          fmt::format("\"{}\" is listed twice", word.text));
        else if (!is_damaged_ && !unreadable_.contains("provider") &&
                 std::ranges::find(known, word.text) == known.end())
            findings_.add(
                ErrorCode::unknown_statistical_id, word,
                fmt::format("no provider is called {}", quoted_with_guess(word.text, known)));
        flow.other_providers.push_back(word.text);
    }

    // The words by which a flow is chosen are those that its structure has codes for.
    void read_words(ItemReader& columns, const std::string& column, StatisticalFlow& flow) {
        auto& chosen = flow.where[column];
        for (const auto* word : columns.words(column)) {
            if (std::ranges::find(chosen, word->text) != chosen.end())
                findings_.add(ErrorCode::listed_twice, *word,
                              fmt::format("\"{}\" is listed twice", word->text));
            else if (const auto* list = list_without(flow, column, word->text))
                findings_.add(
                    ErrorCode::unknown_statistical_id, *word,
                    fmt::format("{} has no code that is printed \"{}\"", list->id, word->text));
            chosen.push_back(word->text);
        }
        if (chosen.empty() && !columns.is_reported(column))
            columns.fail(
                column, ErrorCode::field_missing,
                fmt::format("the column \"{}\" has no word, so the flow has no figure", column));
    }

    // The list by which the flow's structure codes that column, if the words are not in it.
    const StatisticalList* list_without(const StatisticalFlow& flow, const std::string& column,
                                        const std::string& word) const {
        const auto* structure = made_.find_structure(flow.structure);
        if (structure == nullptr || is_damaged_)
            return nullptr;
        for (const auto& dimension : structure->dimensions) {
            const auto* list = made_.find_list(dimension.list);
            if (dimension.from == CodeFrom::column && dimension.text == column && list != nullptr &&
                list->find_printed(word) == nullptr)
                return list;
        }
        return nullptr;
    }

    void read_correspondence(const Node& node) {
        ItemReader reader{node, findings_, "a correspondence"};
        StatisticalCorrespondence made;
        read_head(reader, "correspondence", made);
        made.from_list = reader.text("from-list");
        made.to_list = reader.text("to-list");
        check_known(reader, "from-list", made.from_list, ids_of(made_.lists), "list");
        check_known(reader, "to-list", made.to_list, ids_of(made_.lists), "list");
        reader.require("mappings");
        std::vector<StatisticalMapping> dated;
        for (const auto* mapping : reader.items("mappings"))
            read_mapping(*mapping, made, dated);
        reader.finish();
        made_.correspondences.push_back(std::move(made));
    }

    void read_mapping(const Node& node, StatisticalCorrespondence& made,
                      std::vector<StatisticalMapping>& dated) {
        ItemReader reader{node, findings_, "a mapping"};
        StatisticalMapping mapping;
        mapping.from = reader.text("from");
        mapping.to = reader.text("to");
        check_code(reader, "from", mapping.from, made.from_list);
        check_code(reader, "to", mapping.to, made.to_list);
        mapping.valid_from =
            reader.optional<std::string>("valid-from", parse_day_text).value_or("");
        mapping.valid_to = reader.optional<std::string>("valid-to", parse_day_text).value_or("");
        mapping.note = reader.optional_text("note");
        reader.finish();
        if (!is_same_time(mapping, mapping))
            reader.fail("valid-to", ErrorCode::dates_wrong_way,
                        fmt::format("{} is before {}", mapping.valid_to, mapping.valid_from));
        if (!reader.is_reported("valid-from") && !reader.is_reported("valid-to")) {
            check_overlap(reader, mapping, dated);
            dated.push_back(mapping);
        }
        made.mappings.push_back(std::move(mapping));
    }

    static void check_overlap(ItemReader& reader, const StatisticalMapping& mapping,
                              const std::vector<StatisticalMapping>& dated) {
        const auto other = std::ranges::find_if(dated, [&](const StatisticalMapping& one) {
            return one.from == mapping.from && is_same_time(one, mapping);
        });
        if (other != dated.end() && !mapping.from.empty())
            reader.fail("from", ErrorCode::listed_twice,
                        fmt::format("{} is {} from {} already", other->from, other->to,
                                    words_of_time(*other)),
                        "A code is one code of the other list at a time: let one mapping end "
                        "before the next begins.");
    }

    void read_identity(const Node& node) {
        ItemReader reader{node, findings_, "an identity"};
        StatisticalIdentity made;
        made.id = read_artefact_id(reader, "identity");
        made.list = reader.text("list");
        check_known(reader, "list", made.list, ids_of(made_.lists), "list");
        made.total = reader.text("total");
        check_code(reader, "total", made.total, made.list);
        reader.require("parts");
        for (const auto* part : reader.words("parts"))
            read_part(*part, made);
        reader.finish();
        made_.identities.push_back(std::move(made));
    }

    void read_part(const Node& part, StatisticalIdentity& identity) {
        const auto* list = made_.find_list(identity.list);
        if (part.text == identity.total ||
            std::ranges::find(identity.parts, part.text) != identity.parts.end())
            findings_.add(ErrorCode::listed_twice, part,
                          fmt::format("\"{}\" is listed twice", part.text));
        else if (list != nullptr && list->find(part.text) == nullptr && !is_damaged_ &&
                 !unreadable_.contains(code_scope(list->id)))
            findings_.add(ErrorCode::unknown_statistical_id, part,
                          fmt::format("no {} is called {}", code_scope(list->id),
                                      quoted_with_guess(part.text, codes_of(*list))));
        identity.parts.push_back(part.text);
    }

    void read_files(ItemReader& root) {
        for (const auto* node : root.words("files")) {
            if (std::ranges::find(made_.files, node->text) != made_.files.end())
                findings_.add(ErrorCode::listed_twice, *node,
                              fmt::format("the file {} is listed twice", node->text));
            else if (!folder_(node->text).ok())
                findings_.add(ErrorCode::data_file_missing, *node,
                              fmt::format("the data file \"{}\" is not there", node->text));
            made_.files.push_back(node->text);
        }
    }

    // A unit is a code of every list that a structure codes units by.
    void check_units() {
        std::set<std::string> lists;
        for (const auto& structure : made_.structures)
            for (const auto& dimension : structure.dimensions)
                if (dimension.from == CodeFrom::unit)
                    lists.insert(dimension.list);
        for (std::size_t i = 0; i < made_.units.size(); ++i)
            for (const auto& list : lists)
                check_code(unit_readers_[i], "code", made_.units[i].code, list);
    }

    // Every parent is of the same scope, and no item lies under itself.
    void check_parents(const std::string& scope, std::vector<Child>& items) {
        std::vector<std::string> known;
        std::map<std::string, std::string> parent_of;
        for (const auto& item : items) {
            known.push_back(item.id);
            parent_of[item.id] = item.parent;
        }
        for (auto& item : items) {
            check_known(item.reader, "parent", item.parent, known, scope);
            if (!unreadable_.contains(scope) && comes_back(parent_of, item.id))
                item.reader.fail("parent", ErrorCode::dependency_cycle,
                                 fmt::format("the {} \"{}\" lies under itself", scope, item.id),
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
    bool is_damaged_;
    Statistics made_;
    std::map<std::string, std::map<std::string, int>> lines_;  ///< scope -> word -> first line
    std::set<std::string> unreadable_;      ///< scopes in which an id could not be read
    std::vector<ItemReader> unit_readers_;  ///< beside made_.units
    std::map<std::string, std::vector<Child>> parents_;  ///< by scope
};

}  // namespace

bool is_artefact_id(std::string_view id) {
    return !id.empty() && is_letter(id.front()) && std::ranges::all_of(id, [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
}

void Compiler::compile_statistics() {
    const std::string name{statistics_file};
    if (!files_.contains(name))
        return;
    auto root = read_root(name, name);
    plan_.statistics = StatisticsReader{findings_, folder_, is_damaged(name)}.read(root);
    compile_derived(root);
    root.finish();
}

}  // namespace plan
