#include "cli/context.h"

#include "app/adopt_plan.h"
#include "app/views.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace cli {

void Context::fail(const Error& error) {
    err << "tameel: " << error.text() << '\n';
    for (const auto& other : error.also)
        err << "tameel: " << other.text() << '\n';
    exit_code = base::info(error.code).exit_code;
}

void Actor::add_to(CLI::App& command) {
    command.add_option("--institution", institution, "For which institution one acts");
    command.add_option("--person", person, "An opaque identifier of who acts, never a name");
    command.add_option("--effective-on", effective_on, "The day from which it counts; today")
        ->type_name("DAY");
    command.add_option("--request-id", request_id, "A repeated request is the same entry");
    command.add_flag("--json", as_json, "Print JSON");
}

Result<std::optional<base::Day>> Actor::day() const {
    if (effective_on.empty())
        return std::optional<base::Day>{};
    const auto day = base::parse_day(effective_on);
    if (!day.ok())
        return Error{day.error().code, day.error().message, "--effective-on"};
    return std::optional{day.value()};
}

void print_receipt(Context& context, const journal::Receipt& receipt, bool as_json) {
    if (as_json)
        context.out << app::receipt_json(receipt).pretty() << '\n';
    else
        context.out << fmt::format("entry {} recorded at {}{}\nleaf hash {}\n", receipt.seq,
                                   base::to_string(receipt.recorded_at),
                                   receipt.repeated ? " (this request had been made before)" : "",
                                   journal::to_hex(receipt.leaf_hash));
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

void Place::add_origin_to(CLI::App& command) {
    command
        .add_option("--origin", origin,
                    "The name of a new log, which its checkpoints carry for ever: a host and path "
                    "of yours; tameel.invalid/STRATEGY by default")
        ->type_name("NAME");
}

void Place::name_after(const std::string& folder, std::string_view prefix) {
    if (!origin.empty() || folder.empty())
        return;
    std::error_code ignored;
    auto path = std::filesystem::weakly_canonical(folder, ignored);
    std::string name =
        path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
    const auto is_refused = [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '+' || c == 0x7F;
    };
    std::ranges::replace_if(name, is_refused, '-');
    origin = fmt::format("tameel.invalid/{}{}", prefix, name);
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
    // What is typed wins over what the environment says.
    const char* usual = std::getenv("TAMEEL_STORE");
    const bool is_usual = usual != nullptr && place.store == usual;
    if (!place.strategy.empty() && !place.store.empty() && !is_usual)
        return Error{ErrorCode::usage,
                     "expected --store FILE (or TAMEEL_STORE) or --strategy DIR, found both", ""};
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
    if (!place.origin.empty())
        options.origin = place.origin;
    opened.store_ = TRY(store::open(place.store, options));
    opened.record_ = std::make_unique<app::Record>(app::Ports{
        opened.store_->log(), opened.store_->objects(), opened.store_->series(), context.clock});
    // What is opened to be read only is not brought up to date either.
    TRY(mode == store::Mode::read_only ? opened.record_->fold() : opened.record_->catch_up());
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
