#include "cli/table_run.h"

#include "base/file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <thread>

namespace cli {
namespace {

volatile std::sig_atomic_t is_stopped = 0;

}  // namespace

Result<std::unique_ptr<OutputTable>> OutputTable::open(
    const std::string& path, std::ostream& otherwise,
    std::initializer_list<std::string_view> inputs) {
    std::unique_ptr<OutputTable> made{new OutputTable{path, otherwise}};
    if (made->path_.empty())
        return made;
    for (const auto input : inputs) {
        std::error_code absent;
        if (std::filesystem::equivalent(input, path, absent))
            return Error{ErrorCode::usage,
                         fmt::format("expected a file that is not read, found {}, which is", input),
                         path};
    }
    made->file_.open(path, std::ios::binary | std::ios::trunc);
    if (!made->file_)
        return Error{ErrorCode::file_not_writable, "cannot be written", path};
    return made;
}

app::WriteTable OutputTable::writer() {
    return [this](std::string_view rows) -> Result<void> {
        out() << rows;
        if (!out())
            return Error{ErrorCode::file_not_writable, "cannot be written", path_};
        return {};
    };
}

Stoppable::Stoppable(Context& context)
    : context_(context),
      is_on_terminal_(::isatty(STDERR_FILENO) == 1),
      before_(std::signal(SIGINT, [](int) { is_stopped = 1; })) {}

Stoppable::~Stoppable() {
    std::signal(SIGINT, before_);
    if (is_on_terminal_)
        context_.err << '\n';
}

bool Stoppable::go_on(std::size_t done) {
    if (is_on_terminal_)
        context_.err << fmt::format("\r{} series", done) << std::flush;
    return is_stopped == 0;
}

unsigned threads_of(unsigned asked) {
    // More than that help nobody, and a system may not give them.
    constexpr unsigned most = 256;
    return asked == 0 ? std::max(1U, std::thread::hardware_concurrency()) : std::min(asked, most);
}

void print_batch(Context& context, const app::SeriesBatchReport& report, std::string_view done) {
    for (const auto& fault : report.faults)
        context.err << "tameel: " << fault.text() << '\n';
    context.err << done;
    if (report.failed > 0)
        context.err << fmt::format(", {} not", report.failed);
    context.err << (report.is_cancelled ? "; stopped before the end\n" : "\n");
    if (report.failed > 0 || report.is_cancelled)
        context.exit_code = 1;
}

void InfluenceOptions::add_to(CLI::App& command) {
    command
        .add_option("--calendar", calendar,
                    "Days that may influence the figures, chosen by AICc: none, weekdays, western "
                    "(and Easter), pakistan (and Ramadan, Eid al-Fitr, Eid al-Adha)")
        ->capture_default_str();
    command.add_option("--start", start, "Of a calendar: the period of t = 1, 2015-01 or 2015-Q1")
        ->type_name("PERIOD");
    command
        .add_option("--influences", given,
                    "A CSV: series_id,t,value of known influences, which are always taken, by the "
                    "same t and as far ahead as is asked; a year where it is adjusted")
        ->type_name("FILE");
}

Result<app::InfluenceSources> InfluenceOptions::sources() const {
    app::InfluenceSources made;
    made.days = TRY(app::parse_day_calendar(calendar));
    if (!start.empty()) {
        const auto first = base::Period::parse(start);
        if (!first.ok())
            return Error{first.error().code, first.error().message, "start"};
        made.first = first.value();
    }
    if (!given.empty()) {
        const auto input = TRY(base::input_of_file(given));
        made.given = TRY(app::read_series(input, given));
    }
    return made;
}

}  // namespace cli
