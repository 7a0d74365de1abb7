#pragma once

#include "plan/compile.h"
#include "plan/item_reader.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace plan {

/// The state of one compilation; its parts stand in compile_*.cpp, one for each kind of file.
class Compiler {
  public:
    explicit Compiler(const FolderReader& folder) : folder_(folder) {}
    Compilation run();

  private:
    struct PlacedTarget {
        std::size_t activity;
        std::size_t target;
        ItemReader reader;
    };

    void read_files();
    ItemReader read_root(const std::string& file, std::string what);
    bool is_damaged(const std::string& file) const;

    void compile_strategy(ItemReader& root);
    void compile_reporting(ItemReader& root);
    void compile_objectives(ItemReader& parent, const ObjectiveId* parent_code);
    /// `is_sound`: the objective's own code is in order, so that the activity's can be held to it.
    void compile_activity(const Node& node, const ObjectiveId& objective, bool is_sound);
    void compile_lead(ItemReader& reader, Activity& activity);
    void compile_support(ItemReader& reader, Activity& activity);
    /// `is_sound`: the activity's own code is in order, so that the target's can be held to it.
    void compile_target(const Node& node, std::size_t activity, bool is_sound);
    base::Result<InstitutionId> institution(const std::string& name) const;
    void compile_path(ItemReader& reader, Target& target);
    void compile_outcomes(ItemReader& root);
    void compile_outcome(const Node& node);
    void compile_constraints(ItemReader& root);
    void compile_foresight(ItemReader& root);

    void compile_institutions(ItemReader& root);
    void compile_institution(const Node& node);
    void check_names(const Institution& institution, ItemReader& reader);
    void compile_council(ItemReader& root);
    void compile_seat(const Node& node, Council& council);
    void compile_desk(const Node& node, Council& council);
    void compile_regulations(ItemReader& root);

    void compile_indicators(ItemReader& root);
    void compile_indicator(const Node& node);
    void check_figures(const std::string& text, const std::string& file, ItemReader& reader);
    void check_data(const Indicator& indicator, ItemReader& reader);

    void compile_documents(ItemReader& root);
    void compile_figures(ItemReader& root);
    void compile_claims(ItemReader& root);
    void compile_claim(const Node& node);
    std::vector<Operand> compile_operand(ItemReader& reader, const std::string& key);
    void check_document(ItemReader& reader, std::string_view key, const std::string& code);

    // Programmes; the file may be absent.
    void compile_programmes();
    void compile_programme(const Node& node);
    void compile_stage(const Node& node, Programme& programme);
    void compile_programme_measure(const Node& node, Programme& programme);
    void compile_programme_figure(const Node& node, Programme& programme,
                                  std::vector<ItemReader>& readers);
    std::string body_of_programme(const std::string& name) const;
    std::string part_code(ItemReader& reader, const Programme& programme, std::string_view kind);
    bool read_subject(ItemReader& reader, const Programme& programme, ProgrammeFigure& figure);
    void read_sex(ItemReader& reader, const Node& sex, ProgrammeFigure& figure);
    void check_source(ItemReader& reader, const Programme& programme, ProgrammeFigure& figure,
                      const std::optional<FigureBound>& qualifier, bool is_read);
    void check_programme_figures(const Programme& programme, std::vector<ItemReader>& readers);
    void check_sex(const Programme& programme, const ProgrammeFigure& figure, ItemReader& reader);
    void check_order(const Programme& programme, const ProgrammeFigure& a, const ProgrammeFigure& b,
                     ItemReader& a_reader, ItemReader& b_reader);

    // Statistical structures; the file may be absent.
    void compile_statistics();
    /// The figures that it declares; after all else of the file.
    void compile_derived(ItemReader& root);

    void check_rules();
    void check_references();
    void check_workload();
    void check_statements();
    std::vector<ActivityId> activity_list(ItemReader& reader, std::string_view key);
    void check_activity_list(ItemReader& reader, std::string_view key);
    /// Notes a code; a second one is an error that names the first's place.
    bool is_new_code(ItemReader& reader, std::string_view key, const std::string& scope,
                     const std::string& code);
    void fail_code(ItemReader& reader, std::string_view key, const std::string& scope,
                   std::string message);
    /// Whether every code of that scope could be read, so that another one is not known.
    bool are_known(const std::string& scope) const { return !unreadable_.contains(scope); }

    const FolderReader& folder_;
    std::map<std::string, YamlFile> files_;
    Findings findings_;
    Plan plan_;
    std::vector<Figure> figures_;
    std::unordered_map<std::string, std::size_t> figure_index_;
    std::vector<ClaimResult> claims_;

    std::map<std::string, std::map<std::string, Mark>> codes_;  ///< scope -> code -> first place
    std::set<std::string> unreadable_;  ///< scopes in which a code could not be read
    bool is_fiscal_year_known_ = true;
    bool are_parts_known_ = true;  ///< of the programme that is compiled: stages and measures
    std::map<std::string, std::pair<std::string, Mark>> names_;  ///< lower-case name -> institution
    std::map<std::string, std::vector<std::vector<std::string>>> data_;  ///< files that were read
    std::vector<ItemReader> activity_readers_;  ///< beside plan_.activities
    std::vector<PlacedTarget> target_readers_;
    std::vector<ItemReader> outcome_readers_;      ///< beside plan_.outcomes
    std::vector<ItemReader> institution_readers_;  ///< beside plan_.institutions
    /// Lists of activities that are checked once all activities are known.
    std::vector<std::pair<ItemReader, std::string>> activity_lists_;
    std::vector<std::pair<ItemReader, std::string>> objective_references_;
    std::vector<std::pair<ItemReader, std::size_t>> constraint_readers_;
    std::map<std::string, Mark> seats_by_institution_;
    std::vector<ItemReader> seat_readers_;  ///< beside plan_.council.seats
};

/// Whether a code has the form of its kind: "1", "1.1", "1.1.1", "1.1.1-1", "pakistan-bpo-2023".
bool is_numbered_code(std::string_view code, int parts);
bool is_target_id(std::string_view id);
bool is_word_code(std::string_view code);
bool is_artefact_id(std::string_view id);  ///< SDMX: NCNameIDType

}  // namespace plan
