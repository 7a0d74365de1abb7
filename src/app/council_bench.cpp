// The agenda of a large strategy: 400 institutions, 2 000 activities with two targets each, ten
// years of quarterly reports and meetings; and how it grows with the plan.

#include "app/adopt_plan.h"
#include "app/council_view.h"
#include "app/funding_view.h"
#include "app/memory_record.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

namespace {

using base::Json;

constexpr int years = 10;

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream{path} << text;
}

std::string code_of(int activity) {
    return fmt::format("{}.{}.{}", 1 + activity / 100, 1 + activity / 10 % 10, 1 + activity % 10);
}

// A strategy of that size in the plan language, so that it is compiled and adopted as any other.
std::filesystem::path strategy_of(int activities, int institutions) {
    const auto folder = std::filesystem::temp_directory_path() /
                        fmt::format("tameel-bench-{}-{}", ::getpid(), activities);
    std::filesystem::create_directories(folder);
    std::string plan =
        "strategy:\n  code: large\n  title: A large strategy\n  country: PAK\n  from: 2023-01-01\n"
        "  until: 2032-12-31\n  utc_offset: \"+05:00\"\n  fiscal_year_start: 7\n  currency: PKR\n"
        "  vision: Size\n  source: paper\n"
        "reporting:\n  frequency: quarterly\n  grace_days: 30\nobjectives:\n";
    for (int i = 0; i < activities; ++i) {
        if (i % 100 == 0)
            plan += fmt::format("  - code: {}\n    title: Strategic {}\n    objectives:\n",
                                1 + i / 100, i);
        if (i % 10 == 0)
            plan += fmt::format(
                "      - code: {}.{}\n        title: Operational {}\n"
                "        activities:\n",
                1 + i / 100, 1 + i / 10 % 10, i);
        plan += fmt::format(
            "          - code: {0}\n            title: Activity {0}\n            kind: project\n"
            "            priority: 1\n            period: 2023-2032\n            lead: i{1}\n"
            "            support:\n              - i{2}\n            targets:\n",
            code_of(i), i % institutions, (i + 7) % institutions);
        for (int target = 1; target <= 2; ++target)
            plan += fmt::format(
                "              - id: {0}-{1}\n                statement: Things {0}-{1}\n"
                "                measure: count\n                value: 400\n"
                "                unit: things\n                baseline: 0\n"
                "                due: {2}\n                verification: A list\n",
                code_of(i), target, target == 1 ? 2032 : 2028 + i % 4);
    }
    write(folder / "plan.yaml", plan);
    std::string list = "institutions:\n";
    for (int i = 0; i < institutions; ++i)
        list += fmt::format(
            "  - code: i{0}\n    name: Institution {0}\n    type: A\n"
            "    capacity: {1}\n",
            i, 1 + i % 3);
    list +=
        "council:\n  title: Council\n  chair: The minister\n  quorum: half of the seats\n"
        "  term: two years\n  secretariat: i0\n  seats:\n";
    for (int i = 0; i < std::min(institutions, 13); ++i)
        list +=
            fmt::format("    - number: {}\n      institution: i{}\n      side: public\n", i + 1, i);
    write(folder / "institutions.yaml", list);
    const std::filesystem::path small = TAMEEL_SOURCE_DIR "/tests/fixtures/small";
    std::filesystem::copy(small / "indicators.yaml", folder);
    std::filesystem::copy(small / "data", folder / "data");
    write(folder / "sources.yaml",
          "documents:\n  - code: paper\n    title: Paper\n    publisher: The ministry\n"
          "    published: 2023-01\n  - code: central-bank\n    title: Exports\n"
          "    publisher: The bank\n    published: 2023-01\n");
    return folder;
}

/// Ten years of a strategy, written as entries without asking the rules again.
class Large {
  public:
    explicit Large(int activities)
        : clock_(base::parse_instant("2023-01-02T09:00:00Z").value()), memory_(clock_) {
        const int institutions = std::max(4, activities / 5);
        const auto folder = strategy_of(activities, institutions);
        const auto adopted = app::adopt_plan(memory_.record(), folder, app::Again::no);
        std::filesystem::remove_all(folder);
        if (!adopted.ok()) {
            for (const auto& fault : base::one_by_one(adopted.error()))
                fmt::print(stderr, "{}\n", fault.text());
            std::abort();
        }
        play(activities, institutions);
    }

    app::Record& record() { return memory_.record(); }

  private:
    void add(base::Day day, std::string kind, std::string subject, Json payload,
             std::string institution = "i0") {
        journal::Draft draft;
        draft.effective_on = day;
        draft.request_id = fmt::format("r{}", ++requests_);
        draft.actor = "bench";
        draft.institution = std::move(institution);
        draft.kind = std::move(kind);
        draft.subject = std::move(subject);
        payload.set("v", 1);
        draft.payload = std::move(payload);
        drafts_.push_back(std::move(draft));
    }

    void flush() {
        if (!memory_.record().log().append_all(std::move(drafts_)).ok() ||
            !memory_.record().catch_up().ok())
            std::abort();
        drafts_.clear();
    }

    void play(int activities, int institutions) {
        Json codes = Json::array();
        for (int i = 0; i < activities; ++i)
            codes.push(code_of(i));
        const auto first = base::make_day(2023, 1, 2);
        for (int seat = 0; seat < std::min(institutions, 13); ++seat)
            add(first, "seat.appointed", fmt::format("seat/i{}", seat),
                Json::object({{"seat", fmt::format("i{}", seat)},
                              {"capacity", "holder"},
                              {"holder", fmt::format("p{}", seat)}}));
        add(first, "plan.adopted", "plan",
            Json::object({{"what", "working"},
                          {"year", "2023"},
                          {"decision", "0"},
                          {"activities", std::move(codes)}}));
        auto quarter = base::Period::parse("2023-Q1").value();
        for (int i = 0; i < years * 4; ++i, quarter = quarter.next()) {
            clock_.set(base::UtcOffset{}.midnight(quarter.last_day() + std::chrono::days{10}) +
                       std::chrono::hours{9});
            report(activities, institutions, quarter);
            meet(quarter, institutions);
            flush();
        }
    }

    // Four of five leads report; every tenth report waits for its verifier.
    void report(int activities, int institutions, const base::Period& quarter) {
        const base::Day day = quarter.last_day() + std::chrono::days{10};
        for (int i = 0; i < activities; ++i) {
            for (int target = 1; target <= 2; ++target) {
                if (dice_() % 5 == 0)
                    continue;
                const auto id = fmt::format("{}-{}", code_of(i), target);
                add(day, "progress.reported", fmt::format("{}@{}", id, quarter.text()),
                    Json::object({{"target", id},
                                  {"period", quarter.text()},
                                  {"value", std::to_string(dice_() % 20)},
                                  {"grade", "B"}}),
                    fmt::format("i{}", i % institutions));
            }
        }
    }

    void meet(const base::Period& quarter, int institutions) {
        const base::Day day = quarter.last_day() + std::chrono::days{10};
        const auto code = quarter.text();
        add(day, "meeting.scheduled", "meetings",
            Json::object({{"body", "council"},
                          {"meetings", Json::Array{Json::object(
                                           {{"code", code}, {"on", base::to_string(day)}})}}}));
        Json items = Json::array();
        for (int i = 0; i < 60; ++i)
            items.push(Json::object({{"kind", "added"},
                                     {"subject", std::to_string(i)},
                                     {"title", fmt::format("Item {}", i)},
                                     {"why", "because"}}));
        add(day, "meeting.prepared", "meeting/" + code,
            Json::object({{"meeting", code}, {"items", items}, {"left_out", Json::array()}}));
        Json present = Json::array();
        for (int seat = 0; seat < std::min(institutions, 13); ++seat)
            present.push(
                Json::object({{"seat", fmt::format("i{}", seat)}, {"capacity", "holder"}}));
        add(day, "meeting.held", "meeting/" + code,
            Json::object({{"meeting", code},
                          {"present", present},
                          {"needed", 7},
                          {"seats", 13},
                          {"rule", "half of the seats"}}));
        for (int i = 1; i <= 15; ++i) {
            const auto decision = fmt::format("{}/{}", code, i);
            add(day, "decision.recorded", "decision/" + decision,
                Json::object({{"code", decision},
                              {"meeting", code},
                              {"item", fmt::format("added:{}", i)},
                              {"title", "Something is done"},
                              {"concerns", Json::array()},
                              {"votes", Json::array()},
                              {"recused", Json::array()},
                              {"adopted", true},
                              {"outcome", i % 3 == 0 ? "proposal" : "obligation"},
                              {"owner", "i1"},
                              {"body", "ministry"},
                              {"due", base::to_string(day + std::chrono::days{90})},
                              {"proof", "a letter"}}));
            if (i % 5 != 1)
                add(day + std::chrono::days{1}, "obligation.closed", "obligation/" + decision,
                    Json::object({{"obligation", decision}, {"evidence", Json::array()}}));
        }
        for (int i = 0; i < 50; ++i) {
            const auto issue = fmt::format("I-{}", ++issues_);
            add(day, "issue.raised", "issue/" + issue,
                Json::object({{"issue", issue},
                              {"form", "issue"},
                              {"title", "Something is slow"},
                              {"raised_by", "firm"}}));
            if (i % 10 != 0)
                add(day, "issue.answered", "issue/" + issue,
                    Json::object({{"issue", issue}, {"text", "done"}}));
        }
    }

    base::FixedClock clock_;
    app::MemoryRecord memory_;
    std::vector<journal::Draft> drafts_;
    std::mt19937_64 dice_{7};
    std::uint64_t requests_ = 0;
    int issues_ = 0;
};

app::Record& large(int activities) {
    static std::map<int, std::unique_ptr<Large>> made;
    auto& one = made[activities];
    if (!one)
        one = std::make_unique<Large>(activities);
    return one->record();
}

// A day that nobody has asked for: nothing that an earlier question kept is used again.
void AgendaOfANewDay(benchmark::State& state) {
    app::Record& record = large(static_cast<int>(state.range(0)));
    const base::Day last = record.today();
    int back = 0;
    std::size_t items = 0;
    for (auto _ : state) {
        const auto moment = record.answerable({last - std::chrono::days{++back % 365}, {}});
        const auto agenda = app::proposed_agenda(record, moment.value());
        if (!agenda.ok())
            state.SkipWithError(agenda.error().text().c_str());
        else
            items = agenda.value().size();
    }
    state.SetLabel(fmt::format("{} entries, {} items", record.state().size(), items));
}
BENCHMARK(AgendaOfANewDay)->Arg(100)->Arg(500)->Arg(2'000)->Unit(benchmark::kMillisecond);

// The same question again, as a page that is shown does it.
void AgendaOfToday(benchmark::State& state) {
    app::Record& record = large(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const auto moment = record.answerable({});
        benchmark::DoNotOptimize(app::proposed_agenda(record, moment.value()));
    }
    state.SetLabel(fmt::format("{} entries", record.state().size()));
}
BENCHMARK(AgendaOfToday)->Arg(100)->Arg(500)->Arg(2'000)->Unit(benchmark::kMillisecond);

// Of that, where every target stands.
void ScoreboardBehindTheAgenda(benchmark::State& state) {
    app::Record& record = large(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(app::scoreboard(record, {}));
}
BENCHMARK(ScoreboardBehindTheAgenda)->Arg(2'000)->Unit(benchmark::kMillisecond);

}  // namespace
