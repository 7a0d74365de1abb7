#include "app/calendar_view.h"

#include "app/setting.h"
#include "council/checklist.h"
#include "publish/calendar.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <map>

namespace app {
namespace {

using base::Day;
using publish::CalendarEvent;

class Calendar {
  public:
    Calendar(const Record& record, const Answerable& moment)
        : record_(record),
          moment_(moment),
          plan_(*moment.plan->working),
          standing_(standing_of(record, moment)),
          day_(moment.known.as_of) {}

    std::vector<CalendarEvent> events() {
        meetings();
        obligations();
        proposals();
        issues();
        reports();
        targets();
        return std::move(events_);
    }

  private:
    CalendarEvent& add(const std::string& uid, Day day, std::string category, std::string title,
                       std::uint64_t seq) {
        CalendarEvent event;
        event.uid = fmt::format("{}@{}", uid, plan_.code);
        event.day = day;
        event.category = std::move(category);
        event.title = plan_.is_exercise ? "EXERCISE, NOT FACT: " + title : std::move(title);
        event.revision = static_cast<std::int64_t>(seq);
        event.stamp = record_.state().recorded_at(seq).value_or(base::Instant{});
        return events_.emplace_back(std::move(event));
    }
    std::string name(const plan::InstitutionId& institution) const {
        return council::short_name(plan_, institution);
    }

    // "10:30" on that day at the strategy's own clock.
    std::optional<base::Instant> at(Day day, const std::string& time) const {
        int hour = 0, minute = 0;
        if (time.size() != 5)
            return std::nullopt;
        std::from_chars(time.data(), time.data() + 2, hour);
        std::from_chars(time.data() + 3, time.data() + 5, minute);
        return plan_.utc_offset.midnight(day) + std::chrono::hours{hour} +
               std::chrono::minutes{minute};
    }

    void meetings() {
        for (const auto& meeting : standing_->meetings) {
            const auto* group = standing_->find_group(meeting.body);
            auto& event =
                add("meeting-" + meeting.code, meeting.on, "meeting",
                    fmt::format("{}: {}", group != nullptr ? group->title : plan_.council.title,
                                meeting.code),
                    meeting.cancelled ? meeting.cancelled->seq
                    : meeting.agenda  ? std::max(meeting.seq, meeting.agenda->seq)
                                      : meeting.seq);
            event.at = at(meeting.on, meeting.time);
            event.place = meeting.place;
            event.is_cancelled = meeting.cancelled.has_value();
            if (!meeting.agenda)
                continue;
            std::size_t number = 0;
            for (const auto& item : meeting.agenda->what->items)
                event.description +=
                    fmt::format("{}{}. {}", number == 0 ? "" : "\n", number + 1, item.title),
                    ++number;
        }
    }

    void obligations() {
        for (const auto& one : standing_->obligations) {
            if (one.closing)
                continue;
            const auto& what = *one.decision.what;
            auto& event =
                add("obligation-" + one.code(), one.due, "obligation",
                    fmt::format("{} owes: {}", name(*what.owner), what.title),
                    one.extensions.empty() ? one.decision.seq : one.extensions.back().seq);
            event.description = "Proof: " + what.proof;
        }
    }

    void proposals() {
        for (const auto& one : standing_->proposals) {
            const auto& what = *one.decision.what;
            if (!one.is_settled() && what.due)
                add("proposal-" + one.code(), *what.due, "policy proposal",
                    fmt::format("{} decides: {}", name(plan::InstitutionId{what.body}), what.title),
                    one.decision.seq);
        }
    }

    void issues() {
        for (const auto& issue : standing_->issues) {
            if (issue.is_open())
                add("issue-" + issue.code(), issue.due, "issue",
                    fmt::format("Answer {}: {}", issue.code(), issue.raised.what->title),
                    issue.assigned ? issue.assigned->seq : issue.raised.seq);
        }
    }

    // One event for all reports of a lead that are due on a day: of the period that runs, and of
    // those before it that may still come.
    void reports() {
        std::map<std::pair<Day, plan::InstitutionId>, std::vector<std::string>> due;
        for (const auto& activity : plan_.activities) {
            if (!activity.lead.is_stated())
                continue;
            for (const auto& target : activity.targets) {
                const auto calendar = calendar_of(*moment_.plan, target);
                if (!calendar)
                    continue;
                const auto running = base::Period::containing(day_, calendar->frequency);
                for (const auto& period : {running.plus(-1), running}) {
                    const Day last = calendar->grace_ends(period);
                    const auto duty = record_.state().duty(target.id, period, moment_.known);
                    if (calendar->asks(period) && last >= day_ && !duty.latest)
                        due[{last, *activity.lead}].push_back(
                            fmt::format("{} for {}", target.id.text(), period.text()));
                }
            }
        }
        for (const auto& [when, targets] : due) {
            auto& event =
                add(fmt::format("reports-{}-{}", when.second.text(), base::to_string(when.first)),
                    when.first, "report",
                    fmt::format("{} reports on {}", name(when.second),
                                targets.size() == 1 ? "1 target"
                                                    : fmt::format("{} targets", targets.size())),
                    moment_.plan->adopted_by);
            event.description = fmt::format("{}", fmt::join(targets, "\n"));
        }
    }

    void targets() {
        for (const auto* target : plan_.targets()) {
            if (target->due.is_stated() && target->due->day >= day_)
                add("target-" + target->id.text(), target->due->day, "target",
                    fmt::format("Due: {} {}", target->id.text(),
                                target->statement.is_stated() ? *target->statement : ""),
                    moment_.plan->adopted_by);
        }
    }

    const Record& record_;
    const Answerable& moment_;
    const plan::Plan& plan_;
    std::shared_ptr<const council::Standing> standing_;
    Day day_;
    std::vector<CalendarEvent> events_;
};

}  // namespace

Result<std::string> calendar_view(const Record& record, const Question& question) {
    const Answerable moment = TRY(record.answerable(question));
    const auto events = Calendar{record, moment}.events();
    return publish::icalendar(moment.plan->working->title, events);
}

}  // namespace app
