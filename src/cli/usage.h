#pragma once

#include "base/error.h"

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

/// What was wrong with the words of a command line, as all other errors say it.
base::Error usage_error(const CLI::App& program, const CLI::ParseError& error);

/// The command line that would have helped: "tameel status --help".
std::string help_for(const CLI::App& program);

}  // namespace cli
