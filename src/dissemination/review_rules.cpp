#include "dissemination/review_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace dissemination {
namespace {

using statistics::Identity;

// How often a total was its parts, of the cases in which one source prints all of them.
struct Support {
    int holds = 0;
    int fails = 0;
};

class Cases {
  public:
    Cases(const Identity& identity, const std::vector<statistics::Series>& series)
        : identity_(identity) {
        for (const auto& one : series) {
            const auto* value = one.key.find(identity.dimension);
            const auto part =
                value == nullptr ? identity.parts.end() : std::ranges::find(identity.parts, *value);
            if (value != nullptr && (*value == identity.total || part != identity.parts.end()))
                take(one, static_cast<std::size_t>(part - identity.parts.begin()));
        }
    }

    Support count() const {
        Support support;
        for (const auto& [name, values] : cases_) {
            if (values.size() != identity_.parts.size() + 1)
                continue;
            double apart = 0, hidden = 0;
            for (const auto& [place, figure] : values) {
                apart += (place == identity_.parts.size() ? -1 : 1) * figure->value.to_double();
                hidden += 0.5 * std::pow(10.0, figure->precision);
            }
            ++(std::abs(apart) <= hidden * (1 + 1e-9) ? support.holds : support.fails);
        }
        return support;
    }

  private:
    // What all figures of one case have in common.
    using Name = std::tuple<std::vector<statistics::Dimension>, std::string, std::string>;

    void take(const statistics::Series& series, std::size_t place) {
        auto others = series.key.dimensions();
        std::erase_if(others, [&](const auto& one) { return one.name == identity_.dimension; });
        for (const auto& figure : series.observations)
            cases_[{others, figure.time.text(), figure.source}].emplace(place, &figure);
    }

    const Identity& identity_;
    /// By place among the parts; the total stands behind them.
    std::map<Name, std::map<std::size_t, const statistics::Observation*>> cases_;
};

class RulesMaker {
  public:
    explicit RulesMaker(const plan::Statistics& declared) : declared_(declared) {}

    struct Made {
        statistics::ReviewRules rules;  ///< with the identities that are declared
        std::vector<Identity> derived;  ///< of other totals, from the order of the lists
    };

    Made make(base::YearStart fiscal_year) {
        made_.rules.fiscal_year = fiscal_year;
        for (const auto& structure : declared_.structures)
            for (const auto& dimension : structure.dimensions)
                if (const auto* list = declared_.find_list(dimension.list);
                    list != nullptr && dimension.from == plan::CodeFrom::column)
                    add(dimension.text, *list);
        return std::move(made_);
    }

  private:
    void add(const std::string& column, const plan::StatisticalList& list) {
        for (const auto& identity : declared_.identities)
            if (identity.list == list.id)
                add_declared(column, list, identity);
        for (const auto& code : list.codes) {
            if (code.code == "W0" || code.code == "_T")
                for (const auto& word : code.printed)
                    add_once(made_.rules.wholes, {column, word});
            std::vector<const plan::StatisticalCode*> parts;
            for (const auto& other : list.codes)
                if (other.parent == code.code && !other.printed.empty())
                    parts.push_back(&other);
            const bool is_declared = std::ranges::any_of(
                declared_.identities,
                [&](const auto& one) { return one.list == list.id && one.total == code.code; });
            if (parts.size() > 1 && !is_declared)
                add_identities(column, code, parts, made_.derived);
        }
    }

    void add_declared(const std::string& column, const plan::StatisticalList& list,
                      const plan::StatisticalIdentity& identity) {
        const auto* total = list.find(identity.total);
        std::vector<const plan::StatisticalCode*> parts;
        for (const auto& part : identity.parts) {
            const auto* code = list.find(part);
            if (code != nullptr && !code->printed.empty())
                parts.push_back(code);
        }
        if (total != nullptr && parts.size() == identity.parts.size())
            add_identities(column, *total, parts, made_.rules.identities);
    }

    // The parts under their first words, and with each other word in place of one of them.
    static void add_identities(const std::string& column, const plan::StatisticalCode& total,
                               const std::vector<const plan::StatisticalCode*>& parts,
                               std::vector<Identity>& into) {
        std::vector<std::string> words;
        for (const auto* part : parts)
            words.push_back(part->printed.front());
        for (const auto& printed : total.printed) {
            add_once(into, {column, printed, words});
            for (std::size_t i = 0; i < parts.size(); ++i)
                for (const auto& other : parts[i]->printed) {
                    auto renamed = words;
                    renamed[i] = other;
                    add_once(into, {column, printed, std::move(renamed)});
                }
        }
    }

    template <typename Rule>
    static void add_once(std::vector<Rule>& rules, Rule rule) {
        if (std::ranges::find(rules, rule) == rules.end())
            rules.push_back(std::move(rule));
    }

    const plan::Statistics& declared_;
    Made made_;
};

}  // namespace

statistics::ReviewRules review_rules(const plan::Statistics& declared,
                                     const std::vector<statistics::Series>& series,
                                     base::YearStart fiscal_year) {
    auto [rules, derived] = RulesMaker{declared}.make(fiscal_year);
    for (auto& identity : derived) {
        const auto support = Cases{identity, series}.count();
        if (support.holds > 0 && support.holds >= 2 * support.fails)
            rules.identities.push_back(std::move(identity));
    }
    return rules;
}

}  // namespace dissemination
