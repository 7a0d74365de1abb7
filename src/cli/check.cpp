#include "app/check_strategy.h"
#include "cli/context.h"

#include <ostream>

namespace cli {

void add_check(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand("check", "Compile a strategy and print every fault");
    auto folder = std::make_shared<std::string>();
    auto as_json = std::make_shared<bool>(false);
    command->add_option("DIR", *folder, "The folder of the strategy")->required();
    command->add_flag("--json", *as_json, "Print JSON");
    command->callback([&context, folder, as_json] {
        const auto found = app::check_strategy(*folder);
        if (*as_json)
            context.out << found.json().pretty() << '\n';
        else
            context.out << found.text();
        context.exit_code = found.errors > 0 ? 1 : 0;
    });
}

}  // namespace cli
