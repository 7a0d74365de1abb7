#include "base/text.h"
#include "cli/context.h"
#include "cli/usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace {

bool is_command(const CLI::App& program, std::string_view word) {
    const auto commands = program.get_subcommands({});
    return std::ranges::any_of(
        commands, [&](const CLI::App* command) { return command->get_name() == word; });
}

base::Error unknown_command(const CLI::App& program, std::string_view word) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({}))
        names.push_back(command->get_name());
    const auto near = base::nearest(word, names);
    return {base::ErrorCode::usage,
            near.empty() ? fmt::format("no command is called \"{}\"; tameel --help shows all", word)
                         : fmt::format("no command is called \"{}\"; did you mean {}?", word, near),
            ""};
}

// Usage errors are ours to print, so that they look like all others and exit with 2.
int run(int argc, char** argv, cli::Context& context) {
    CLI::App program{
        "Tameel runs a national sector strategy: the plan, the record, where each target "
        "stands.",
        "tameel"};
    program.require_subcommand(1);
    program.set_version_flag("--version", "tameel " TAMEEL_VERSION);
    program.failure_message(CLI::FailureMessage::simple);
    cli::add_check(program, context);
    cli::add_serve(program, context);
    cli::add_status(program, context);
    cli::add_figure(program, context);
    cli::add_forecast(program, context);
    cli::add_adjust(program, context);
    cli::add_quality(program, context);
    cli::add_trade(program, context);
    cli::add_reporting(program, context);
    cli::add_planning(program, context);
    cli::add_council(program, context);
    cli::add_issue(program, context);
    cli::add_funding(program, context);
    cli::add_programme(program, context);
    cli::add_record_keeping(program, context);
    cli::add_exercise(program, context);
    cli::add_sdmx(program, context);

    if (argc > 1 && argv[1][0] != '-' && !is_command(program, argv[1])) {
        context.fail(unknown_command(program, argv[1]));
        return context.exit_code;
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        context.out << program.help();
    } catch (const CLI::CallForAllHelp&) {
        context.out << program.help("", CLI::AppFormatMode::All);
    } catch (const CLI::CallForVersion&) {
        context.out << program.version() << '\n';
    } catch (const CLI::ParseError& error) {
        context.fail(cli::usage_error(program, error));
        context.err << "tameel: " << cli::help_for(program) << '\n';
    }
    return context.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
    base::SystemClock system;
    cli::Context starting{std::cout, std::cerr, system};
    const auto clock = cli::make_clock(starting);
    if (!clock)
        return starting.exit_code;
    cli::Context context{std::cout, std::cerr, *clock};
    const int exit_code = run(argc, argv, context);
    std::cout.flush();
    return exit_code;
}
