#include "plan/compile.h"

#include "base/file.h"
#include "base/text.h"
#include "plan/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::ErrorCode;

// One lead for more than a third of a plan of some size is a risk that the council should see.
constexpr std::size_t heavy_load_activities_min = 4;
constexpr std::size_t heavy_load_share = 3;

bool is_digits(std::string_view text) {
    return !text.empty() && text.size() <= 6 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Two statements that differ only in spaces and case say the same.
std::string folded(std::string_view statement) {
    std::string text;
    for (const char c : base::lower_ascii(statement)) {
        if (c != ' ' && c != '.')
            text += c;
    }
    return text;
}

std::string counted(int count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

bool is_numbered_code(std::string_view code, int parts) {
    const auto pieces = base::split(code, '.');
    return static_cast<int>(pieces.size()) == parts && std::ranges::all_of(pieces, is_digits);
}

bool is_target_id(std::string_view id) {
    const auto dash = id.find('-');
    return dash != std::string_view::npos && is_numbered_code(id.substr(0, dash), 3) &&
           is_digits(id.substr(dash + 1));
}

bool is_word_code(std::string_view code) {
    return !code.empty() && code.size() <= 64 && std::ranges::all_of(code, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

FolderReader folder_on_disk(std::filesystem::path folder) {
    return [folder = std::move(folder)](const std::string& path) {
        return base::read_file(folder / path, std::size_t{64} << 20);
    };
}

void Compiler::read_files() {
    for (const auto optional : {programmes_file, statistics_file}) {
        const std::string name{optional};
        const auto text = folder_(name);
        if (!text)
            continue;
        auto& file = files_[name];
        file = read_yaml(*text, name);
        for (auto& diagnostic : file.diagnostics)
            findings_.add(std::move(diagnostic));
    }
    for (const auto required : required_files) {
        const std::string name{required};
        const auto text = folder_(name);
        if (text) {
            files_[name] = read_yaml(*text, name);
        } else {
            auto& file = files_[name];
            file.is_damaged = true;
            file.diagnostics.push_back(
                {ErrorCode::strategy_file_missing,
                 fmt::format("expected the file {}; it cannot be read", name),
                 {name, 1, 1},
                 1,
                 {},
                 {}});
        }
        for (auto& diagnostic : files_[name].diagnostics)
            findings_.add(std::move(diagnostic));
    }
}

bool Compiler::is_damaged(const std::string& file) const {
    return files_.at(file).is_damaged;
}

ItemReader Compiler::read_root(const std::string& file, std::string what) {
    auto& read = files_.at(file);
    if (read.root.kind != Node::Kind::mapping && !read.is_damaged) {
        read.root.mark = {file, 1, 1};
        findings_.add(ErrorCode::wrong_shape, read.root,
                      fmt::format("expected {} with keys, found none", what));
    }
    if (read.root.kind != Node::Kind::mapping)
        read.root.is_damaged = true;
    return ItemReader{read.root, findings_, std::move(what)};
}

bool Compiler::is_new_code(ItemReader& reader, std::string_view key, const std::string& scope,
                           const std::string& code) {
    const auto* entry = reader.node().find(key);
    if (code.empty() || entry == nullptr) {
        unreadable_.insert(scope);
        return false;
    }
    const auto [at, is_new] = codes_[scope].emplace(code, entry->value.mark);
    if (!is_new) {
        unreadable_.insert(scope);
        reader.fail(key, ErrorCode::duplicate_code,
                    fmt::format("the code \"{}\" stands twice; the first is at {}:{}:{}", code,
                                at->second.file, at->second.line, at->second.column));
    }
    return is_new;
}

void Compiler::fail_code(ItemReader& reader, std::string_view key, const std::string& scope,
                         std::string message) {
    unreadable_.insert(scope);
    reader.fail(key, ErrorCode::invalid_code, std::move(message));
}

// Where an institution could not be read, nobody can be blamed for naming it.
base::Result<InstitutionId> Compiler::institution(const std::string& name) const {
    auto found = resolve_institution(plan_, name);
    if (!found && (is_damaged("institutions.yaml") || !are_known("institution")))
        return InstitutionId{name};
    return found;
}

std::vector<ActivityId> Compiler::activity_list(ItemReader& reader, std::string_view key) {
    std::vector<ActivityId> list;
    for (const auto* word : reader.words(key))
        list.emplace_back(word->text);
    if (!list.empty())
        activity_lists_.emplace_back(reader, std::string{key});
    return list;
}

void Compiler::check_activity_list(ItemReader& reader, std::string_view key) {
    std::vector<std::string> known;
    for (const auto& activity : plan_.activities)
        known.push_back(activity.code.text());
    const auto* entry = reader.node().find(key);
    std::set<std::string> seen;
    for (const auto& item : entry->value.items) {
        if (item.kind != Node::Kind::scalar)
            continue;
        if (key != "depends" && !seen.insert(item.text).second)
            findings_.add(ErrorCode::listed_twice, item,
                          fmt::format("the activity {} is listed twice", item.text));
        if (are_known("activity") && std::ranges::find(known, item.text) == known.end())
            findings_.add(ErrorCode::unknown_activity, item,
                          fmt::format("the activity {}",
                                      quoted_with_guess(item.text, known, " does not exist")));
    }
}

void Compiler::check_references() {
    if (!is_damaged("plan.yaml")) {
        for (auto& [reader, key] : activity_lists_)
            check_activity_list(reader, key);
        for (auto& [reader, code] : objective_references_) {
            if (are_known("objective") && plan_.find(ObjectiveId{code}) == nullptr)
                reader.fail("objective", ErrorCode::unknown_objective,
                            fmt::format("the objective \"{}\" does not exist", code));
        }
    }
    for (auto& [reader, index] : constraint_readers_) {
        const auto& cited = plan_.constraints[index].cited;
        for (std::size_t i = 0; i < cited.size(); ++i) {
            const bool exists = plan_.find(ActivityId{cited[i]}) != nullptr;
            if (exists)
                reader.fail(
                    fmt::format("cited.{}", i), ErrorCode::unknown_activity,
                    fmt::format("the activity {} does exist; list it under activities", cited[i]));
            else if (are_known("activity"))
                reader.report(
                    {{ErrorCode::cited_activity_missing,
                      fmt::format("cited.{}", i),
                      fmt::format("the source cites the activity {}, which it does not contain",
                                  cited[i]),
                      {}}});
        }
    }
}

namespace {

// A word that could not be read stands at its default; what the rules say of that is not meant.
std::vector<Fault> without(std::vector<Fault> faults, const ItemReader& reader,
                           std::string_view field, std::initializer_list<ErrorCode> following) {
    if (reader.is_reported(field))
        std::erase_if(faults, [&](const Fault& fault) {
            return std::ranges::find(following, fault.code) != following.end();
        });
    return faults;
}

std::vector<Fault> without_following(std::vector<Fault> faults, const ItemReader& reader) {
    faults = without(std::move(faults), reader, "code", {ErrorCode::depends_on_itself});
    faults = without(std::move(faults), reader, "direction",
                     {ErrorCode::path_not_ascending, ErrorCode::path_not_leading});
    faults = without(std::move(faults), reader, "measure",
                     {ErrorCode::wrong_unit, ErrorCode::value_out_of_range});
    return without(std::move(faults), reader, "unit", {ErrorCode::value_out_of_range});
}

}  // namespace

void Compiler::check_rules() {
    for (std::size_t i = 0; i < plan_.activities.size(); ++i)
        activity_readers_[i].report(
            without_following(check_activity(plan_, plan_.activities[i]), activity_readers_[i]));
    for (auto& [activity, target, reader] : target_readers_)
        reader.report(without_following(check_target(plan_, plan_.activities[activity],
                                                     plan_.activities[activity].targets[target]),
                                        reader));
    for (std::size_t i = 0; i < plan_.outcomes.size(); ++i)
        outcome_readers_[i].report(
            without_following(check_outcome(plan_, plan_.outcomes[i]), outcome_readers_[i]));
    const bool are_dates_known =
        std::ranges::none_of(activity_readers_,
                             [](const auto& reader) { return reader.is_reported("period"); }) &&
        std::ranges::none_of(target_readers_, [](const PlacedTarget& target) {
            return target.reader.is_reported("due");
        });
    for (auto& [code, fault] : check_dependencies(plan_)) {
        if (!are_dates_known && severity(fault.code) == Severity::warning)
            continue;
        for (std::size_t i = 0; i < plan_.activities.size(); ++i) {
            if (plan_.activities[i].code == code) {
                activity_readers_[i].report({fault});
                break;
            }
        }
    }
}

void Compiler::check_statements() {
    std::map<std::string, std::pair<TargetId, ActivityId>> first;
    for (auto& [activity, index, reader] : target_readers_) {
        const auto& target = plan_.activities[activity].targets[index];
        if (!target.statement.is_stated())
            continue;
        const auto [at, is_new] =
            first.emplace(folded(*target.statement), std::pair{target.id, target.activity});
        if (!is_new && at->second.second != target.activity)
            reader.report({{ErrorCode::statement_repeated,
                            "statement",
                            fmt::format("{} promises the same as {}", target.id.text(),
                                        at->second.first.text()),
                            {}}});
    }
}

void Compiler::check_workload() {
    if (is_damaged("plan.yaml") || plan_.activities.empty())
        return;
    std::map<InstitutionId, std::size_t> leads;
    std::set<InstitutionId> busy;
    for (const auto& activity : plan_.activities) {
        if (activity.lead.is_stated()) {
            ++leads[*activity.lead];
            busy.insert(*activity.lead);
        }
        busy.insert(activity.support.begin(), activity.support.end());
    }
    for (std::size_t i = 0; i < plan_.institutions.size(); ++i) {
        const auto& institution = plan_.institutions[i];
        const std::size_t count = leads[institution.code];
        if (count < heavy_load_activities_min ||
            count * heavy_load_share <= plan_.activities.size())
            continue;
        const auto capacity =
            institution.capacity
                ? fmt::format("; its capacity is graded {}, 1 being best", *institution.capacity)
                : std::string{};
        institution_readers_[i].report(
            {{ErrorCode::lead_heavily_loaded,
              "code",
              fmt::format("{} leads {} of {} activities{}", institution.name, count,
                          plan_.activities.size(), capacity),
              {}}});
    }
    // Who has nothing to do cannot be said while a lead or a supporter could not be read.
    const bool is_known = std::ranges::none_of(activity_readers_, [](const ItemReader& reader) {
        return reader.is_reported("lead") || reader.is_reported("support") || !reader.has("lead");
    });
    for (std::size_t i = 0; is_known && i < plan_.council.seats.size(); ++i) {
        const auto& seat = plan_.council.seats[i];
        const auto* member = plan_.find(seat.institution);
        if (member != nullptr && !busy.contains(seat.institution))
            seat_readers_[i].report({{ErrorCode::council_member_idle,
                                      "institution",
                                      fmt::format("{} sits in the council and neither leads nor "
                                                  "supports an activity",
                                                  member->name),
                                      {}}});
    }
}

Compilation Compiler::run() {
    read_files();
    auto sources = read_root("sources.yaml", "sources.yaml");
    compile_documents(sources);
    compile_figures(sources);
    compile_claims(sources);
    sources.finish();

    auto institutions = read_root("institutions.yaml", "institutions.yaml");
    compile_institutions(institutions);

    auto root = read_root("plan.yaml", "plan.yaml");
    compile_strategy(root);

    auto indicators = read_root("indicators.yaml", "indicators.yaml");
    compile_indicators(indicators);
    indicators.finish();

    compile_reporting(root);
    compile_objectives(root, nullptr);
    compile_outcomes(root);
    compile_constraints(root);
    compile_foresight(root);
    root.finish();
    compile_council(institutions);
    compile_regulations(institutions);
    institutions.finish();
    compile_programmes();
    compile_statistics();

    check_references();
    check_rules();
    check_statements();
    check_workload();

    Compilation result;
    result.diagnostics = findings_.take(files_);
    for (const auto& diagnostic : result.diagnostics)
        ++(severity(diagnostic.code) == Severity::error ? result.errors : result.warnings);
    result.activities = static_cast<int>(plan_.activities.size());
    result.targets = static_cast<int>(plan_.targets().size());
    result.outcomes = static_cast<int>(plan_.outcomes.size());
    result.institutions = static_cast<int>(plan_.institutions.size());
    result.programmes = static_cast<int>(plan_.programmes.size());
    result.dataflows = plan_.statistics ? static_cast<int>(plan_.statistics->flows.size()) : 0;
    result.figures = std::move(figures_);
    result.claims = std::move(claims_);
    if (result.errors == 0)
        result.plan = std::move(plan_);
    return result;
}

Compilation compile(const FolderReader& folder) {
    return Compiler{folder}.run();
}

std::string Compilation::text() const {
    std::string text;
    for (const auto& diagnostic : diagnostics)
        text += render(diagnostic);
    text += fmt::format(
        "{}, {}; {}, {}, {}, {}", counted(errors, "error", "errors"),
        counted(warnings, "warning", "warnings"), counted(activities, "activity", "activities"),
        counted(targets, "target", "targets"), counted(outcomes, "outcome", "outcomes"),
        counted(institutions, "institution", "institutions"));
    if (programmes > 0)
        text += ", " + counted(programmes, "programme", "programmes");
    if (dataflows > 0)
        text += ", " + counted(dataflows, "dataflow", "dataflows");
    return text + '\n';
}

base::Json Compilation::json() const {
    auto json = base::Json::object(
        {{"errors", errors},
         {"warnings", warnings},
         {"activities", activities},
         {"targets", targets},
         {"outcomes", outcomes},
         {"institutions", institutions},
         {"diagnostics",
          base::Json::array_of(diagnostics, [](const auto& d) { return to_json(d); })}});
    if (programmes > 0)
        json.set("programmes", programmes);
    if (dataflows > 0)
        json.set("dataflows", dataflows);
    return json;
}

}  // namespace plan
