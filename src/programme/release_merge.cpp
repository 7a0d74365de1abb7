#include "programme/release_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace programme {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr int schema_depth_max = 24;

std::string under(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + '.' + name;
}

bool is_true(const Json& json, std::string_view key) {
    const auto* field = json.find(key);
    return field != nullptr && field->boolean() != nullptr && *field->boolean();
}

bool is_text(const Json& json, std::string_view key, std::string_view expected) {
    const auto* field = json.find(key);
    return field != nullptr && field->string() != nullptr && *field->string() == expected;
}

/// Walks a JSON Schema and notes the rules of its properties.
class RuleReader {
  public:
    explicit RuleReader(const Json& schema) : schema_(schema) {}

    MergeRules read() {
        read_properties(schema_, "", 0);
        return std::move(rules_);
    }

  private:
    const Json& resolved(const Json& part) const {
        const auto* reference = part.find("$ref");
        if (reference == nullptr || reference->string() == nullptr ||
            !reference->string()->starts_with("#/"))
            return part;
        const Json* at = &schema_;
        std::string_view rest = std::string_view{*reference->string()}.substr(2);
        while (!rest.empty() && at != nullptr) {
            const auto slash = rest.find('/');
            at = at->find(rest.substr(0, slash));
            rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
        }
        return at == nullptr ? part : *at;
    }

    static bool has_type(const Json& part, std::string_view wanted) {
        const auto* type = part.find("type");
        if (type == nullptr)
            return false;
        if (type->string() != nullptr)
            return *type->string() == wanted;
        return type->array_items() != nullptr &&
               std::ranges::any_of(*type->array_items(), [&](const Json& one) {
                   return one.string() != nullptr && *one.string() == wanted;
               });
    }

    static bool has_other_type_than_object(const Json& part) {
        const auto* type = part.find("type");
        if (type == nullptr || type->string() != nullptr)
            return type != nullptr && *type->string() != "object";
        return type->array_items() != nullptr &&
               std::ranges::any_of(*type->array_items(), [](const Json& one) {
                   return one.string() == nullptr || *one.string() != "object";
               });
    }

    void read_properties(const Json& part, const std::string& path, int depth) {
        const auto* properties = part.find("properties");
        if (properties == nullptr || properties->members() == nullptr || depth > schema_depth_max)
            return;
        for (const auto& [name, property] : *properties->members())
            read_property(property, under(path, name), depth);
    }

    // Leaving out goes before all; a list that is replaced as a whole needs no rules for its items.
    void read_property(const Json& given, const std::string& path, int depth) {
        const Json& property = resolved(given);
        const auto either = [&](auto test) { return test(given) || test(property); };
        if (either([](const Json& json) {
                return is_true(json, "omitWhenMerged") ||
                       is_text(json, "mergeStrategy", "ocdsOmit");
            })) {
            rules_[path] = MergeRule::omit;
        } else if (has_type(property, "array") && either([](const Json& json) {
                       return is_true(json, "wholeListMerge") ||
                              is_text(json, "mergeStrategy", "ocdsVersion");
                   })) {
            rules_[path] = MergeRule::whole_list;
        } else if (has_type(property, "array") && property.find("items") != nullptr) {
            read_items(resolved(*property.find("items")), path, depth);
        } else {
            read_properties(property, path, depth + 1);
        }
    }

    void read_items(const Json& items, const std::string& path, int depth) {
        const auto* properties = items.find("properties");
        const bool is_matched = properties != nullptr && properties->find("id") != nullptr;
        if (has_other_type_than_object(items) || (properties != nullptr && !is_matched))
            rules_[path] = MergeRule::whole_list;
        else
            read_properties(items, path, depth + 1);
    }

    const Json& schema_;
    MergeRules rules_;
};

struct Version {
    const Json* release;
    Json value;
};

/// What was merged so far of one value.
struct Merged {
    struct Item {
        Json id;  ///< null where it has none: such items are never matched
        std::unique_ptr<Merged> fields;
    };

    std::vector<Version> versions;  ///< of a plain value or a list that is replaced as a whole
    std::vector<std::pair<std::string, std::unique_ptr<Merged>>> members;
    std::vector<Item> items;

    Merged& member(const std::string& name) {
        const auto at = std::ranges::find(members, name, &decltype(members)::value_type::first);
        if (at != members.end())
            return *at->second;
        members.emplace_back(name, std::make_unique<Merged>());
        return *members.back().second;
    }
    bool is_plain() const { return !versions.empty() && !versions.back().value.is_null(); }
    void add(const Json& release, const Json& value) {
        if (versions.empty() || versions.back().value != value)
            versions.push_back({&release, value});
    }
};

bool is_list_of_objects(const Json& value) {
    return value.array_items() != nullptr &&
           std::ranges::all_of(*value.array_items(),
                               [](const Json& item) { return item.members() != nullptr; });
}

class Merger {
  public:
    Merger(const MergeRules& rules, MergedForm form) : rules_(rules), form_(form) {}

    void merge(const Json& release) {
        release_ = &release;
        for (const auto& [name, value] : *release.members()) {
            if (name != "ocid" && name != "id" && name != "date" && name != "tag")
                merge_value(merged_.member(name), value, name);
        }
    }

    Json compiled() const {
        const auto text = [&](const char* key) { return *release_->find(key); };
        Json json = Json::object(
            {{"tag", Json::Array{"compiled"}},
             {"id", fmt::format("{}-{}", *text("ocid").string(), *text("date").string())},
             {"date", text("date")},
             {"ocid", text("ocid")}});
        put_members(merged_, json);
        return json;
    }

    Json versioned() const {
        Json json = Json::object({{"ocid", *release_->find("ocid")}});
        put_members(merged_, json);
        return json;
    }

  private:
    void merge_value(Merged& into, const Json& value, const std::string& path) {
        const auto rule = rules_.find(path);
        if (rule != rules_.end() && rule->second == MergeRule::omit)
            return;
        const bool is_whole = rule != rules_.end() || into.is_plain();
        if (value.members() != nullptr && !into.is_plain()) {
            for (const auto& [name, member] : *value.members())
                merge_value(into.member(name), member, under(path, name));
        } else if (is_list_of_objects(value) && !is_whole) {
            merge_items(into, *value.array_items(), path);
        } else if (value.is_null() && (!into.members.empty() || !into.items.empty())) {
            withdraw(into);
        } else {
            into.add(*release_, value);
        }
    }

    void merge_items(Merged& into, const Json::Array& items, const std::string& path) {
        for (const auto& item : items) {
            const auto* id = item.find("id");
            auto at = into.items.end();
            if (id != nullptr && !id->is_null())
                at = std::ranges::find_if(
                    into.items, [&](const Merged::Item& known) { return known.id == *id; });
            if (at == into.items.end()) {
                into.items.push_back({id == nullptr ? Json{} : *id, std::make_unique<Merged>()});
                at = into.items.end() - 1;
            }
            for (const auto& [name, value] : *item.members()) {
                if (name != "id")
                    merge_value(at->fields->member(name), value, under(path, name));
            }
        }
    }

    void withdraw(Merged& into) {
        if (!into.versions.empty())
            into.add(*release_, Json{});
        for (auto& [name, member] : into.members)
            withdraw(*member);
        for (auto& item : into.items)
            withdraw(*item.fields);
        if (form_ == MergedForm::compiled)
            into.items.clear();
    }

    void put_members(const Merged& merged, Json& json) const {
        for (const auto& [name, member] : merged.members) {
            if (auto value = value_of(*member))
                json.set(name, std::move(*value));
        }
    }

    // Nothing where nothing is left to show.
    std::optional<Json> value_of(const Merged& merged) const {
        if (!merged.versions.empty() && merged.members.empty() && merged.items.empty())
            return form_ == MergedForm::compiled ? latest(merged) : history(merged);
        if (!merged.items.empty())
            return Json::array_of(merged.items, [&](const Merged::Item& item) {
                Json json = Json::object();
                if (!item.id.is_null())
                    json.set("id", item.id);
                put_members(*item.fields, json);
                return json;
            });
        Json json = Json::object();
        put_members(merged, json);
        if (json.members()->empty())
            return std::nullopt;
        return json;
    }

    static std::optional<Json> latest(const Merged& merged) {
        const auto& value = merged.versions.back().value;
        return value.is_null() ? std::nullopt : std::optional{value};
    }

    static std::optional<Json> history(const Merged& merged) {
        return Json::array_of(merged.versions, [](const Version& version) {
            const auto* tag = version.release->find("tag");
            return Json::object({{"releaseID", *version.release->find("id")},
                                 {"releaseDate", *version.release->find("date")},
                                 {"releaseTag", tag == nullptr ? Json{} : *tag},
                                 {"value", version.value}});
        });
    }

    const MergeRules& rules_;
    MergedForm form_;
    const Json* release_ = nullptr;
    Merged merged_;
};

Error unfit(std::string message, std::string where) {
    return {ErrorCode::release_does_not_merge, std::move(message), std::move(where)};
}

std::vector<Error> check_releases(const Json::Array& releases) {
    std::vector<Error> faults;
    const Json* ocid = nullptr;
    for (std::size_t i = 0; i < releases.size(); ++i) {
        const auto path = fmt::format("releases[{}]", i);
        if (releases[i].members() == nullptr) {
            faults.push_back(
                unfit(fmt::format("expected a release, found {}", releases[i].type_name()), path));
            continue;
        }
        for (const char* key : {"ocid", "id", "date"}) {
            const auto* field = releases[i].find(key);
            if (field == nullptr || field->string() == nullptr || field->string()->empty())
                faults.push_back(unfit(fmt::format("a release needs the text \"{}\", found {}", key,
                                                   field == nullptr ? "none" : field->type_name()),
                                       under(path, key)));
        }
        const auto* own = releases[i].find("ocid");
        if (own == nullptr || own->string() == nullptr)
            continue;
        if (ocid == nullptr)
            ocid = own;
        else if (*own != *ocid)
            faults.push_back(unfit(fmt::format("expected releases of one process, {}; found {}",
                                               *ocid->string(), *own->string()),
                                   under(path, "ocid")));
    }
    return faults;
}

}  // namespace

Result<MergeRules> merge_rules(const Json& schema) {
    const auto* properties = schema.find("properties");
    if (properties == nullptr || properties->members() == nullptr)
        return unfit(
            fmt::format("expected a schema with \"properties\", found {}", schema.type_name()),
            "schema");
    return RuleReader{schema}.read();
}

Result<Json> merge_releases(const Json& releases, const MergeRules& rules, MergedForm form) {
    const auto* package = releases.find("releases");
    const Json& list = package == nullptr ? releases : *package;
    if (list.array_items() == nullptr || list.array_items()->empty())
        return unfit(
            fmt::format("expected a list of releases, or a package that holds one; "
                        "found {}",
                        list.array_items() == nullptr ? list.type_name() : "an empty list"),
            "releases");
    if (auto faults = check_releases(*list.array_items()); !faults.empty())
        return base::all_in_one(std::move(faults));
    std::vector<const Json*> ordered;
    for (const auto& release : *list.array_items())
        ordered.push_back(&release);
    std::ranges::stable_sort(ordered, {}, [](const Json* release) -> const std::string& {
        return *release->find("date")->string();
    });
    Merger merger{rules, form};
    for (const auto* release : ordered)
        merger.merge(*release);
    return form == MergedForm::compiled ? merger.compiled() : merger.versioned();
}

}  // namespace programme
