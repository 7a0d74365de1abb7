#include "app/published_outlooks.h"

#include "app/outlook.h"
#include "app/rounded.h"
#include "app/setting.h"
#include "app/target_outlook.h"
#include "app/target_status.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace app {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using base::Json;

constexpr std::array<std::string_view, 3> said_by_words{"verified", "reported", "statistic"};
constexpr std::array<std::string_view, 3> unscored_words{"late", "earlier_day", "known"};
constexpr std::array<std::string_view, 4> came_words{"not_due", "waiting", "met", "missed"};

struct Finding {
    Came came = Came::waiting;
    std::optional<Decimal> value;
};

/// Reads publications, and finds what came of what they say. What several of them ask alike is
/// looked up once.
class Publications {
  public:
    Publications(const Record& record, const Answerable& moment, std::string_view about)
        : record_(record), moment_(moment), about_(about) {}

    Result<OutlookPublication> read(const state::OutlooksPublished& published) {
        const auto entry = TRY(record_.log().read(published.seq));
        const auto place = fmt::format("entry {}", published.seq);
        OutlookPublication made;
        made.entry = static_cast<std::int64_t>(published.seq);
        made.published = published.effective_on;
        base::FieldReader fields{entry.payload, place};
        (void)fields.integer("v");
        made.as_of = read_day(fields, "as_of").value_or(made.published);
        made.entries = static_cast<std::uint64_t>(fields.integer("entries"));
        made.program = fields.string("program");
        made.paths = fields.integer("paths");
        made.seed = fields.integer("seed");
        const auto* claims = fields.optional_array("claims");
        TRY(as_entry(fields.finish()));
        const auto then = TRY(record_.state().plan_at({made.entries, made.as_of}));
        for (const auto& one : claims == nullptr ? Json::Array{} : *claims->array_items()) {
            auto claim = TRY(read_claim(one, place));
            if (!about_.empty() && claim.about != about_)
                continue;
            if (then)
                TRY(look_up(then->working, claim));
            made.claims.push_back(std::move(claim));
        }
        score(made);
        return made;
    }

  private:
    static Result<void> as_entry(Result<void> result) {
        if (result.ok())
            return {};
        return Error{ErrorCode::invalid_entry, result.error().message, result.error().where};
    }

    static Result<PublishedChance> read_chance(const Json& json, const std::string& place) {
        base::FieldReader fields{json, place};
        PublishedChance chance;
        const auto by = fields.string("by");
        const auto* at = std::ranges::find(said_by_words, by);
        if (at == said_by_words.end())
            fields.fail(ErrorCode::invalid_entry, "by", fmt::format("found \"{}\"", by));
        else
            chance.by = static_cast<SaidBy>(at - said_by_words.begin());
        if (const auto probability = fields.optional_decimal("probability"))
            chance.probability = probability->to_double();
        chance.is_known = fields.optional_boolean("known").value_or(false);
        chance.method = fields.optional_string("method").value_or("");
        chance.reason = fields.optional_string("reason").value_or("");
        TRY(as_entry(fields.finish()));
        return chance;
    }

    static Result<PublishedClaim> read_claim(const Json& json, const std::string& place) {
        base::FieldReader fields{json, place};
        PublishedClaim claim;
        claim.about = fields.string("about");
        claim.due = read_day(fields, "due");
        const auto* said = fields.optional_array("said");
        TRY(as_entry(fields.finish()));
        for (const auto& one : said == nullptr ? Json::Array{} : *said->array_items())
            claim.said.push_back(TRY(read_chance(one, place)));
        return claim;
    }

    // What was asked is what the plan asked then.
    Result<void> look_up(const std::shared_ptr<const plan::Plan>& plan, PublishedClaim& claim) {
        const auto& then = *plan;
        const plan::TargetId id{claim.about};
        const auto is_due = claim.due && *claim.due < moment_.known.as_of;
        std::optional<Finding> found;
        if (const auto* outcome = then.find_outcome(id)) {
            claim.is_outcome = true;
            claim.statement = outcome->statement;
            claim.requirement = requirement_of(*outcome);
            if (is_due)
                found = TRY(once(plan, claim, [&] { return result_of(*outcome); }));
        } else if (const auto* target = then.find_target(id)) {
            claim.statement = target->statement.value().value_or("");
            claim.requirement = requirement_of(*target);
            if (is_due)
                found = TRY(once(plan, claim,
                                 [&] { return result_of(*then.find(target->activity), *target); }));
        }
        if (found) {
            claim.came = found->came;
            claim.value = found->value;
        }
        return {};
    }

    template <typename Find>
    Result<Finding> once(const std::shared_ptr<const plan::Plan>& plan, const PublishedClaim& claim,
                         Find find) {
        const auto key = std::pair{plan, claim.about};
        const auto at = found_.find(key);
        if (at != found_.end())
            return at->second;
        return found_.emplace(key, TRY(find())).first->second;
    }

    Result<Finding> result_of(const plan::Activity& activity, const plan::Target& target) const {
        const auto judged = status::assess(target_input(record_, moment_, activity, target));
        if (judged.status == status::Status::met)
            return Finding{Came::met, judged.verified};
        if (judged.status == status::Status::missed)
            return Finding{Came::missed, judged.verified};
        return Finding{};
    }

    Result<Finding> result_of(const plan::Outcome& outcome) const {
        const auto outlook = outcome_outlook_at(record_, moment_, outcome);
        if (!outlook.ok() && outlook.error().code != ErrorCode::invalid_argument)
            return outlook.error();
        if (!outlook.ok() || !outlook->is_known())
            return Finding{};
        return Finding{*outlook->probability > 0 ? Came::met : Came::missed,
                       outlook->to_date.value};
    }

    const Record& record_;
    const Answerable& moment_;
    std::string_view about_;
    std::map<std::pair<std::shared_ptr<const plan::Plan>, std::string>, Finding> found_;
};

std::optional<Unscored> why_unscored(const OutlookPublication& publication,
                                     const PublishedClaim& claim) {
    if (claim.due && *claim.due < publication.published)
        return Unscored::late;
    if (publication.as_of != publication.published)
        return Unscored::earlier_day;
    // The first footing is the one that decides: what it knew was no forecast.
    if (!claim.said.empty() && claim.said.front().is_known)
        return Unscored::known;
    return std::nullopt;
}

bool is_told_of(const Answerable& moment, const OutlookRecord& made, std::string_view about) {
    const auto& plan = *moment.plan->working;
    const plan::TargetId id{about};
    return plan.find_target(id) != nullptr || plan.find_outcome(id) != nullptr ||
           std::ranges::any_of(made.publications,
                               [](const auto& one) { return !one.claims.empty(); });
}

Json optional_day(const std::optional<base::Day>& day) {
    return day ? Json{base::to_string(*day)} : Json{};
}

Json optional_share(const std::optional<double>& value) {
    return value ? Json{rounded(*value, outlook_places)} : Json{};
}

Json json_of(const PublishedChance& chance) {
    return Json::object({{"by", word(chance.by)},
                         {"probability", optional_share(chance.probability)},
                         {"known", chance.is_known},
                         {"reason", chance.reason},
                         {"method", chance.method},
                         {"squared_error", optional_share(chance.squared_error)}});
}

Json json_of(const PublishedClaim& claim) {
    return Json::object({{"about", claim.about},
                         {"of", claim.is_outcome ? "outcome" : "target"},
                         {"statement", claim.statement},
                         {"requirement", claim.requirement},
                         {"due", optional_day(claim.due)},
                         {"unscored", claim.unscored ? Json{word(*claim.unscored)} : Json{}},
                         {"came", word(claim.came)},
                         {"value", claim.value ? Json{claim.value->text()} : Json{}},
                         {"said", Json::array_of(claim.said, [](const PublishedChance& one) {
                              return json_of(one);
                          })}});
}

Json json_of(const OutlookPublication& one) {
    return Json::object({{"entry", one.entry},
                         {"published", base::to_string(one.published)},
                         {"as_of", base::to_string(one.as_of)},
                         {"entries", one.entries},
                         {"program", one.program},
                         {"paths", one.paths},
                         {"seed", one.seed},
                         {"claims", Json::array_of(one.claims, [](const PublishedClaim& claim) {
                              return json_of(claim);
                          })}});
}

Json json_of(const OutlookScore& score) {
    const bool is_scored = score.claims > 0;
    return Json::object(
        {{"by", word(score.by)},
         {"claims", static_cast<std::int64_t>(score.claims)},
         {"events", static_cast<std::int64_t>(score.events)},
         {"met", static_cast<std::int64_t>(score.met)},
         {"brier", is_scored ? Json{rounded(score.brier, outlook_places)} : Json{}},
         {"one_half", brier_of_one_half},
         {"climatology", is_scored ? Json{rounded(score.climatology, outlook_places)} : Json{}}});
}

}  // namespace

std::string_view word(SaidBy by) {
    return said_by_words[static_cast<std::size_t>(by)];
}

std::string_view word(Unscored why) {
    return unscored_words[static_cast<std::size_t>(why)];
}

std::string_view word(Came came) {
    return came_words[static_cast<std::size_t>(came)];
}

Result<OutlookRecord> published_outlooks(const Record& record, const Question& question,
                                         std::string_view about) {
    OutlookRecord made{TRY(record.answerable(question)), {}};
    Publications publications{record, made.moment, about};
    for (const auto& published : record.state().outlooks(made.moment.known))
        made.publications.push_back(TRY(publications.read(published)));
    if (about.empty())
        return made;
    if (!is_told_of(made.moment, made, about))
        return locate(*made.moment.plan->working, about).error();
    std::erase_if(made.publications, [](const auto& one) { return one.claims.empty(); });
    return made;
}

void score(OutlookPublication& publication) {
    for (auto& claim : publication.claims) {
        claim.unscored = why_unscored(publication, claim);
        if (claim.unscored || (claim.came != Came::met && claim.came != Came::missed))
            continue;
        for (auto& one : claim.said)
            if (one.probability) {
                const double miss = *one.probability - (claim.came == Came::met ? 1 : 0);
                one.squared_error = miss * miss;
            }
    }
}

std::vector<OutlookScore> scores_of(std::span<const OutlookPublication> publications) {
    std::vector<OutlookScore> made;
    for (const auto by : {SaidBy::verified, SaidBy::reported, SaidBy::statistic}) {
        OutlookScore score;
        score.by = by;
        std::set<std::string_view> events;
        for (const auto& publication : publications)
            for (const auto& claim : publication.claims)
                for (const auto& one : claim.said) {
                    if (one.by != by || !one.squared_error)
                        continue;
                    score.claims += 1;
                    score.met += claim.came == Came::met ? 1 : 0;
                    score.brier += *one.squared_error;
                    events.insert(claim.about);
                }
        if (score.claims > 0) {
            const auto count = static_cast<double>(score.claims);
            const double often = static_cast<double>(score.met) / count;
            score.brier /= count;
            score.climatology = often * (1 - often);
        }
        score.events = events.size();
        made.push_back(score);
    }
    return made;
}

Json to_json(const OutlookRecord& made) {
    Json json = Json::object();
    put_heading(json, made.moment);
    json.set("publications", Json::array_of(made.publications, [](const OutlookPublication& one) {
                 return json_of(one);
             }));
    json.set("scores", Json::array_of(scores_of(made.publications),
                                      [](const OutlookScore& one) { return json_of(one); }));
    return json;
}

}  // namespace app
