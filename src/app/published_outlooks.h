#pragma once

#include "app/record.h"
#include "base/json.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// On what an answer rests: verified reports, all that stand, or an official statistic.
enum class SaidBy { verified, reported, statistic };
std::string_view word(SaidBy by);

inline constexpr std::string_view outlook_published = "outlook.published";  ///< kind of entry
inline constexpr int outlook_places = 4;                                    ///< of a probability

/// What was said of a target or an outcome on one footing.
struct PublishedChance {
    SaidBy by = SaidBy::verified;
    std::optional<double> probability;  ///< none: it could not be told
    bool is_known = false;              ///< nothing was left to say
    std::string reason;                 ///< why it was known, or could not be told
    std::string method;                 ///< empty where nothing was computed
    /// Of the probability from what came, where it is scored.
    std::optional<double> squared_error = {};
};

/// What came of a target or an outcome, once its due date has passed.
enum class Came {
    not_due,  ///< the due date has not passed, or the plan stated none
    waiting,  ///< it has, and the record holds no result
    met,
    missed
};
std::string_view word(Came came);

/// Why what was said of a claim is not scored, whatever comes of it.
enum class Unscored {
    late,         ///< it was published after the due date
    earlier_day,  ///< as of an earlier day, chosen by one who could know what came since
    known         ///< its result was known already
};
std::string_view word(Unscored why);

/// What was published of one target or outcome, held against what came. What is asked is what the
/// plan asked when it was published; whether a target was met is told by what is verified.
struct PublishedClaim {
    std::string about;  ///< the code of the target or outcome
    bool is_outcome = false;
    std::string statement, requirement;  ///< empty where the plan leaves them open
    std::optional<base::Day> due;
    std::vector<PublishedChance> said;  ///< of a target by what is verified and by what is reported
    std::optional<Unscored> unscored;
    Came came = Came::not_due;
    std::optional<base::Decimal> value;  ///< that is verified or published, in the target's unit
};

struct OutlookPublication {
    std::int64_t entry = 0;  ///< of the journal
    base::Day published;
    base::Day as_of;                   ///< what had been known by this day
    std::uint64_t entries = 0;         ///< of the journal, from which it was computed
    std::string program;               ///< "tameel 0.1.0"
    std::int64_t paths = 0, seed = 0;  ///< of the draws
    std::vector<PublishedClaim> claims;
};

struct OutlookRecord {
    Answerable moment;
    std::vector<OutlookPublication> publications;  ///< ascending by entry
};

/// All probabilities that were published by the question's day, held against what was known on that
/// day; `about` one target or outcome alone.
/// Errors: no_such_target (neither the plan nor a publication has it), invalid_entry; those of the
///         record.
Result<OutlookRecord> published_outlooks(const Record& record, const Question& question,
                                         std::string_view about = {});

/// Scores the probabilities that a publication told of what has a result, unless the claim is one
/// of those that are never scored: then it says why.
void score(OutlookPublication& publication);

/// How good the published probabilities on one footing were.
struct OutlookScore {
    SaidBy by = SaidBy::verified;
    std::size_t claims = 0;  ///< that are scored
    std::size_t events = 0;  ///< targets or outcomes that they are about
    std::size_t met = 0;     ///< claims about what was met
    double brier = 0;        ///< mean squared error
    double climatology = 0;  ///< that of always saying how often they were met
};
/// Always saying that it is as likely as not has this Brier score.
inline constexpr double brier_of_one_half = 0.25;

/// Shape: one for each footing, in their order. Source: Brier (1950).
std::vector<OutlookScore> scores_of(std::span<const OutlookPublication> publications);

/// The heading of an answer, and {"publications":[{"entry","published","as_of","entries","program",
/// "paths","seed","claims":[{"about","of","statement","requirement","due","unscored","came",
/// "value","said":[{"by","probability","known","reason","method","squared_error"}]}]}],"scores":
/// [{"by","claims","events","met","brier","one_half","climatology"}]}; what is not known is null.
base::Json to_json(const OutlookRecord& made);

}  // namespace app
