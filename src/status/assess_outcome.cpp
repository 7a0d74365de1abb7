#include "status/judgement.h"
#include "status/status.h"

#include <fmt/format.h>

namespace status {
namespace {

using plan::Measure;
using plan::Outcome;

/// Works out the status of one outcome that a statistic measures.
class OutcomeAssessment {
  public:
    OutcomeAssessment(const OutcomeInput& input, Detail detail)
        : in_(input), outcome_(input.outcome), detail_(detail) {
        out_.id = outcome_.id;
    }

    TargetStatus run() {
        out_.status = decide();
        note_promises();
        if (detail_ == Detail::tree)
            explain();
        return std::move(out_);
    }

  private:
    std::string amount(const base::Decimal& value) const {
        return outcome_.unit.is_stated() ? value.text() + " " + *outcome_.unit : value.text();
    }

    void say(std::string sentence) { out_.why.push_back(std::move(sentence)); }

    bool adds_up() const {
        return in_.indicator != nullptr && in_.indicator->rollup == plan::RollUp::sum &&
               outcome_.measure == Measure::level;
    }

    Status decide() {
        if (!outcome_.value.is_stated()) {
            say("the plan states no value");
            out_.decisions.emplace_back("set a value");
            return Status::cannot_judge;
        }
        if (!in_.measured) {
            say(in_.reason.empty() ? "nothing has been published by this day" : in_.reason);
            return Status::no_data;
        }
        const Measured& measured = *in_.measured;
        out_.actual = measured.value;
        out_.verified = measured.value;
        const bool holds =
            satisfies(measured.value, *outcome_.value, outcome_.bound, outcome_.direction);
        say(fmt::format("{}: {}{}, against {} {}", measured.described, amount(measured.value),
                        measured.is_complete
                            ? ""
                            : fmt::format(" in {} of {} months", measured.covered, measured.of),
                        wording(asked_of(outcome_.bound, outcome_.direction)),
                        amount(*outcome_.value)));
        if (measured.is_estimated)
            say("the day of publication of a figure is estimated");
        // Our own threshold is a standing condition: it is kept or not, at any time.
        if (outcome_.origin == plan::Origin::threshold && !due_passed())
            return holds ? Status::on_track : Status::off_track;
        if (measured.is_complete)
            return holds ? Status::met : settled_short();
        if (holds && adds_up() && outcome_.bound == plan::Bound::at_least)
            return Status::met;
        return judge_part(measured);
    }

    bool due_passed() const { return outcome_.due.is_stated() && in_.as_of > outcome_.due->day; }

    Status settled_short() {
        if (!outcome_.due.is_stated()) {
            say("the plan states no due date");
            out_.decisions.emplace_back("set a due date");
            return Status::cannot_judge;
        }
        // A statistic of the measured period that is complete cannot change the answer before the
        // due date, unless the target may still be reached in a later period.
        return due_passed() || outcome_.period.is_stated() ? Status::missed : Status::off_track;
    }

    // A part of a year is judged against the same part of the target: month for month alike, which
    // is all that can be said without a forecast of the season.
    Status judge_part(const Measured& measured) {
        if (!adds_up() || measured.of == 0 || measured.covered == 0) {
            say("a part of the period cannot be judged");
            return Status::no_data;
        }
        const double expected =
            outcome_.value->to_double() * measured.covered / static_cast<double>(measured.of);
        out_.expected = expected;
        out_.ratio = measured.value.to_double() / expected;
        say(
            fmt::format("{:.1f} would be expected if every month had an equal share: a ratio of "
                        "{:.2f}",
                        expected, *out_.ratio));
        return judge(*out_.ratio);
    }

    void note_promises() {
        if (in_.promised == nullptr)
            return;
        status::note_promises(plan::difference(*in_.promised, outcome_), out_);
    }

    void explain() {
        Explanation& root = out_.explanation;
        root = {"status", std::string{label(out_.status)}, "docs/methods/status.md", {}};
        const auto add = [&](std::string_view label, std::string value, std::string source) {
            root.parts.push_back({std::string{label}, std::move(value), std::move(source), {}});
        };
        const std::string place = "the plan in force";
        add("value", outcome_.value.is_stated() ? amount(*outcome_.value) : "open", place);
        if (in_.promised != nullptr && in_.promised->value != outcome_.value)
            add("value printed",
                in_.promised->value.is_stated() ? amount(*in_.promised->value) : "open",
                "the printed plan");
        add("origin", std::string{plan::word(outcome_.origin)}, outcome_.origin_source);
        add("scope", outcome_.scope, place);
        add("due", outcome_.due.is_stated() ? outcome_.due->text : "open", place);
        if (out_.expected)
            add("expected by then", fmt::format("{:.1f}", *out_.expected),
                "the value times the months published, over the months of the period");
        if (out_.ratio)
            add("ratio of achieved to expected", fmt::format("{:.3f}", *out_.ratio),
                "achieved / expected");
        if (in_.measured)
            root.parts.push_back(in_.measured->derivation);
        else
            add("statistic", in_.reason, "");
    }

    const OutcomeInput& in_;
    const Outcome& outcome_;
    Detail detail_;
    TargetStatus out_;
};

}  // namespace

TargetStatus assess(const OutcomeInput& input, Detail detail) {
    return OutcomeAssessment{input, detail}.run();
}

}  // namespace status
