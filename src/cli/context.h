#pragma once

#include "app/memory_record.h"
#include "app/record.h"
#include "app/setting.h"
#include "base/clock.h"
#include "store/store.h"

#include <CLI/CLI.hpp>

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace cli {

using base::Error;
using base::ErrorCode;
using base::Result;

/// What every command stands on.
struct Context {
    std::ostream& out;
    std::ostream& err;
    const base::Clock& clock;
    int exit_code = 0;

    /// Prints an error with all that else was wrong, and sets the exit code of the first.
    void fail(const Error& error);
    /// Runs a command's body; its error becomes the exit code.
    template <typename Body>
    void run(Body body) {
        const Result<void> result = body();
        if (!result.ok())
            fail(result.error());
    }
};

/// Who acts at the console, and how a write is asked for; every command that writes has these.
struct Actor {
    std::string institution;
    std::string person = "console";
    std::string effective_on;
    std::string request_id;
    bool as_json = false;

    void add_to(CLI::App& command);
    /// Whoever holds the store may also enter what counts from an earlier day.
    trust::Principal principal(trust::Role role) const {
        return {person, institution, {role, trust::Role::administrator}};
    }
    /// Fills in what every request has; a day that is none becomes one of its faults.
    template <typename Request>
    void fill(Request& request) const {
        request.request_id = request_id;
        const auto parsed = day();
        if (parsed.ok())
            request.effective_on = parsed.value();
        else
            request.faults.push_back(parsed.error());
    }

  private:
    Result<std::optional<base::Day>> day() const;
};

/// The receipt of a write, as text or JSON.
void print_receipt(Context& context, const journal::Receipt& receipt, bool as_json);
/// The same with what the entry took the place of. Errors: those of the journal.
Result<void> print_receipt(Context& context, const app::Record& record,
                           const journal::Receipt& receipt, bool as_json);

/// Where a command finds its record.
struct Place {
    std::string store;
    std::string strategy;
    std::string origin;                    ///< the name of a log that is made
    void add_store_to(CLI::App& command);  ///< --store, or TAMEEL_STORE
    void add_store_or_strategy_to(CLI::App& command);
    /// --origin, for commands that may make a store.
    void add_origin_to(CLI::App& command);
    /// Names the log after the folder of its strategy, unless --origin names it.
    void name_after(const std::string& folder, std::string_view prefix = "");
};

/// The clocks of a question, as options.
struct Clocks {
    std::string as_of;
    std::string recorded_by;
    void add_to(CLI::App& command);
};

/// A record that was opened for one command.
class Opened {
  public:
    app::Record& record() { return memory_ ? memory_->record() : *record_; }
    store::Store& store() { return *store_; }

    /// Errors: usage where neither is named, those of the store, strategy_has_errors.
    static Result<Opened> open(const Context& context, const Place& place, store::Mode mode);

  private:
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<app::Record> record_;
    std::unique_ptr<app::MemoryRecord> memory_;
};

/// The instant that TAMEEL_CLOCK fixes, for tests; the system's time without it.
std::unique_ptr<base::Clock> make_clock(Context& context);

// One function for each group of commands; each adds its commands to the program.
void add_check(CLI::App& program, Context& context);
void add_status(CLI::App& program, Context& context);
void add_figure(CLI::App& program, Context& context);
void add_forecast(CLI::App& program, Context& context);
void add_adjust(CLI::App& program, Context& context);
void add_trade(CLI::App& program, Context& context);
void add_quality(CLI::App& program, Context& context);
void add_reporting(CLI::App& program, Context& context);
void add_planning(CLI::App& program, Context& context);
void add_load(CLI::App& program, Context& context);
void add_funding(CLI::App& program, Context& context);
void add_record_keeping(CLI::App& program, Context& context);
void add_serve(CLI::App& program, Context& context);
void add_exercise(CLI::App& program, Context& context);
void add_council(CLI::App& program, Context& context);
void add_issue(CLI::App& program, Context& context);
/// The commands of `tameel plan` that tie the diagnosis to action.
void add_diagnosis(CLI::App& plan, Context& context);
void add_programme(CLI::App& program, Context& context);
void add_sdmx(CLI::App& program, Context& context);
void add_export_sdmx(CLI::App& parent, Context& context);

}  // namespace cli
