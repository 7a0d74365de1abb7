#include "cli/usage.h"

#include "base/text.h"

#include <fmt/format.h>

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;

// The innermost command that was named.
const CLI::App& named_command(const CLI::App& program) {
    const CLI::App* command = &program;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    return *command;
}

std::string name_of(const CLI::App& program, const CLI::App& command) {
    std::string name;
    for (const auto* at = &command; at != nullptr && at != &program; at = at->get_parent())
        name = at->get_name() + (name.empty() ? "" : " " + name);
    return name;
}

Error unexpected(const CLI::App& program, const CLI::App& command) {
    const auto remaining = command.remaining(true);
    const std::string word = remaining.empty() ? "" : remaining.front();
    const std::string name = name_of(program, command);
    std::vector<std::string> known;
    if (!word.starts_with('-'))
        return {ErrorCode::usage,
                fmt::format("{} takes no further argument, found \"{}\"", name, word), ""};
    for (const auto* option : command.get_options()) {
        for (const auto& long_name : option->get_lnames())
            known.push_back("--" + long_name);
    }
    return {ErrorCode::usage,
            fmt::format("{} has no option \"{}\"{}", name, word, base::did_you_mean(word, known)),
            ""};
}

Error no_subcommand(const CLI::App& command) {
    std::vector<std::string> known;
    for (const auto* subcommand : command.get_subcommands({}))
        known.push_back(subcommand->get_name());
    const auto remaining = command.remaining();
    if (remaining.empty())
        return {ErrorCode::usage,
                fmt::format("expected a command: {}; found none", fmt::join(known, ", ")), ""};
    return {ErrorCode::usage,
            fmt::format("expected one of {}, found \"{}\"{}", fmt::join(known, ", "),
                        remaining.front(), base::did_you_mean(remaining.front(), known)),
            ""};
}

// "Could not convert: --entries = many"
Error unconverted(const CLI::App& command, std::string_view what) {
    const auto colon = what.find(": ");
    const auto equals = what.find(" = ");
    if (colon == std::string_view::npos || equals == std::string_view::npos)
        return {ErrorCode::usage, std::string{what}, ""};
    const std::string option{what.substr(colon + 2, equals - colon - 2)};
    const auto* found = command.get_option_no_throw(option);
    const std::string type = found != nullptr ? found->get_type_name() : "";
    const std::string_view wanted = type.starts_with("UINT")    ? "a whole number from 0"
                                    : type.starts_with("INT")   ? "a whole number"
                                    : type.starts_with("FLOAT") ? "a number"
                                                                : "another value";
    return {ErrorCode::usage,
            fmt::format("expected {}, found \"{}\"", wanted, what.substr(equals + 3)), option};
}

}  // namespace

Error usage_error(const CLI::App& program, const CLI::ParseError& error) {
    const CLI::App& command = named_command(program);
    const std::string_view what = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return unexpected(program, command);
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
        return unconverted(command, what);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string option{what.substr(0, what.find(':'))};
        return {ErrorCode::usage, fmt::format("expected a value after {}, found none", option), ""};
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        constexpr std::string_view ending = " is required";
        if (what == "A subcommand is required")
            return no_subcommand(command);
        if (what.ends_with(ending))
            return {
                ErrorCode::usage,
                fmt::format("expected {}, found none", what.substr(0, what.size() - ending.size())),
                ""};
    }
    return {ErrorCode::usage, std::string{what}, ""};
}

std::string help_for(const CLI::App& program) {
    const std::string name = name_of(program, named_command(program));
    return name.empty() ? "tameel --help shows all commands"
                        : fmt::format("tameel {} --help shows how", name);
}

}  // namespace cli
