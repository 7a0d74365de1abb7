#pragma once

#include "app/day_influences.h"
#include "app/series_batch.h"
#include "cli/context.h"

#include <fstream>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace cli {

/// Where a table is written: a file, or another stream where none, or "-", is named.
class OutputTable {
  public:
    /// Errors: file_not_writable; usage where it is one of the files that are read.
    static Result<std::unique_ptr<OutputTable>> open(
        const std::string& path, std::ostream& otherwise,
        std::initializer_list<std::string_view> inputs);

    app::WriteTable writer();
    void flush() { out().flush(); }

  private:
    OutputTable(const std::string& path, std::ostream& otherwise)
        : path_(path == "-" ? std::string{} : path), otherwise_(otherwise) {}
    std::ostream& out() { return path_.empty() ? otherwise_ : file_; }

    std::string path_;
    std::ofstream file_;
    std::ostream& otherwise_;
};

/// While it lives, Ctrl-C stops a run after what is being worked on; what was written stays.
class Stoppable {
  public:
    explicit Stoppable(Context& context);
    ~Stoppable();
    Stoppable(const Stoppable&) = delete;
    Stoppable& operator=(const Stoppable&) = delete;

    /// Says on a terminal how many series are done; false once the run is to stop.
    bool go_on(std::size_t done);

  private:
    Context& context_;
    bool is_on_terminal_;
    void (*before_)(int);
};

/// Threads as --threads asks for them: 0 is as many as the machine has.
unsigned threads_of(unsigned asked);

/// What may influence the series of a table, as options.
struct InfluenceOptions {
    std::string start, calendar = "none", given;

    void add_to(CLI::App& command);
    /// Errors: usage, those of the file.
    Result<app::InfluenceSources> sources() const;
};

/// Prints the faults and one line: what was `done`, how many were not, whether it was stopped. The
/// exit code is 1 where something is missing.
void print_batch(Context& context, const app::SeriesBatchReport& report, std::string_view done);

}  // namespace cli
