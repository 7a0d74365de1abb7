#include "app/exercise.h"

#include "cli/context.h"

#include <fmt/format.h>
#include <unistd.h>

#include <ostream>

namespace cli {
namespace {

struct ExerciseCommand {
    Place place;
    std::string folder;
    std::uint64_t entries = 2000;
    std::uint64_t seed = 1;
};

void show_progress(std::ostream& err, std::uint64_t done, std::uint64_t of) {
    constexpr std::uint64_t width = 40;
    const std::uint64_t filled = of == 0 ? width : width * done / of;
    err << fmt::format("\r[{:#<{}}{:.<{}}] {} of {} entries", "", filled, "", width - filled, done,
                       of)
        << std::flush;
}

Result<void> play(Context& context, ExerciseCommand& options) {
    if (options.place.store.empty())
        return Error{ErrorCode::usage, "expected --store FILE, found none", ""};
    // The exercise moves its own clock, so the store is opened with that one.
    base::FixedClock clock{base::Instant{}};
    options.place.name_after(options.folder, "exercise/");
    if (options.place.origin.find("exercise") == std::string::npos)
        return Error{ErrorCode::usage,
                     fmt::format("the name of an exercise's log says that it is one: expected "
                                 "\"exercise\" in it, found {}",
                                 options.place.origin),
                     "--origin"};
    const Context moved{context.out, context.err, clock};
    auto opened = TRY(Opened::open(moved, options.place, store::Mode::create));
    app::ExerciseOptions exercise;
    exercise.entries = options.entries;
    exercise.seed = options.seed;
    exercise.until = base::UtcOffset{}.day_of(context.clock.now());
    const bool on_terminal = ::isatty(STDERR_FILENO) == 1;
    if (on_terminal)
        exercise.progress = [&](std::uint64_t done, std::uint64_t of) {
            show_progress(context.err, done, of);
        };
    const auto size = TRY(app::play_exercise(opened.record(), clock, options.folder, exercise));
    if (on_terminal)
        context.err << '\n';
    context.out << fmt::format("exercise, not fact: {} entries from seed {}\n", size, options.seed);
    return {};
}

}  // namespace

void add_exercise(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "exercise", "Write a seeded journal for training and tests; exercise, not fact");
    auto options = std::make_shared<ExerciseCommand>();
    options->place.add_store_to(*command);
    options->place.add_origin_to(*command);
    command->add_option("DIR", options->folder, "The folder of the strategy")->required();
    command->add_option("--entries", options->entries, "About how many entries")
        ->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed tells the same story")
        ->capture_default_str();
    command->callback(
        [&context, options] { context.run([&] { return play(context, *options); }); });
}

}  // namespace cli
