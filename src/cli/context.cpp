#include "cli/context.h"

#include "app/adopt_plan.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ostream>

namespace cli {

void Context::fail(const Error& error) {
    err << "tameel: " << error.text() << '\n';
    for (const auto& other : error.also)
        err << "tameel: " << other.text() << '\n';
    exit_code = base::info(error.code).exit_code;
}

void Place::add_store_to(CLI::App& command) {
    command.add_option("--store", store, "The file of the store")
        ->envname("TAMEEL_STORE")
        ->type_name("FILE");
}

void Place::add_store_or_strategy_to(CLI::App& command) {
    add_store_to(command);
    command.add_option("--strategy", strategy, "The folder of a strategy, instead of a store")
        ->type_name("DIR");
}

void Clocks::add_to(CLI::App& command) {
    command.add_option("--as-of", as_of, "The day of the answer (YYYY-MM-DD); today by default")
        ->type_name("DAY");
    command
        .add_option("--recorded-by", recorded_by,
                    "What had been recorded by then: a day or an instant")
        ->type_name("TIME");
}

Result<Opened> Opened::open(const Context& context, const Place& place, store::Mode mode) {
    Opened opened;
    if (!place.strategy.empty()) {
        opened.memory_ = std::make_unique<app::MemoryRecord>(context.clock);
        TRY(app::adopt_plan(opened.memory_->record(), place.strategy, app::Again::no));
        return opened;
    }
    if (place.store.empty())
        return Error{ErrorCode::usage, "expected --store FILE (or TAMEEL_STORE), found none", ""};
    store::Options options;
    options.mode = mode;
    options.clock = &context.clock;
    opened.store_ = TRY(store::open(place.store, options));
    opened.record_ = std::make_unique<app::Record>(app::Ports{
        opened.store_->log(), opened.store_->objects(), opened.store_->series(), context.clock});
    TRY(opened.record_->catch_up());
    return opened;
}

std::unique_ptr<base::Clock> make_clock(Context& context) {
    const char* fixed = std::getenv("TAMEEL_CLOCK");
    if (fixed == nullptr)
        return std::make_unique<base::SystemClock>();
    const auto instant = base::parse_instant(fixed);
    if (!instant.ok()) {
        context.fail(Error{instant.error().code, instant.error().message, "TAMEEL_CLOCK"});
        return nullptr;
    }
    return std::make_unique<base::FixedClock>(instant.value());
}

}  // namespace cli
