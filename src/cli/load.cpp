#include "app/load_dataset.h"
#include "app/views.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/context.h"
#include "cli/interruption.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace cli {
namespace {

struct Options {
    Place place;
    Actor actor;
    std::string file;
    bool progress = false;
    bool from_start = false;
};

std::string grouped(std::uint64_t number) {
    return cli::grouped(fmt::format("{}", number));
}

std::uint64_t file_bytes(const std::string& path) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    return error ? 0 : bytes;
}

std::string counted(std::size_t number, std::string_view things) {
    return base::counted(fmt::format("{}", number), things);
}

// Suspects first; then what is used all the same, in groups of one kind; revisions are counted.
void print_findings(std::ostream& out, const app::LoadReceipt& loaded) {
    if (!loaded.is_reviewed) {
        out << "too much is held to be reviewed now; tameel quality does it\n";
        return;
    }
    std::size_t notes = 0;
    std::optional<statistics::FindingKind> kind;
    for (const auto& [finding, where] : loaded.findings) {
        notes += finding.severity == statistics::Severity::note ? 1 : 0;
        if (finding.severity == statistics::Severity::note || finding.is_unused)
            continue;
        if (!kind)
            out << "to look at (tameel quality tells more; nothing was mended):\n";
        if (kind != finding.kind)
            out << fmt::format("{}\n", statistics::heading(finding.kind));
        kind = finding.kind;
        out << fmt::format("  warning W0302 {}: {}: {}\n", where, finding.figures.front().text(),
                           finding.cause);
    }
    if (notes > 0)
        out << counted(notes, "periods")
            << " with several values; tameel quality --kind several_values lists them\n";
}

void print_load(Context& context, const app::LoadReceipt& loaded, bool as_json) {
    if (as_json) {
        base::Json json = app::load_json(loaded);
        json.set("receipt", app::receipt_json(loaded.receipt));
        context.out << json.pretty() << '\n';
        return;
    }
    if (const auto& structures = loaded.structures) {
        context.out << counted(structures->artefacts, "structures") << " held\n";
        for (const auto& urn : structures->names)
            context.out << fmt::format("  {}\n", urn);
        if (structures->left_out > 0)
            context.out << counted(structures->left_out, "structures")
                        << " left out: stubs, or of kinds that are not held\n";
        for (const auto& [flow, reason] : structures->unusable)
            context.out << fmt::format("no data of {} can be held yet: {}\n", flow, reason);
        print_receipt(context, loaded.receipt, false);
        return;
    }
    const auto& report = loaded.report;
    context.out << fmt::format(
        "{}, {} in {} from {}\n"
        "dates of publication: {} are only a month, {} are unknown and estimated\n",
        counted(report.rows, "rows"), counted(report.observations, "observations"),
        counted(report.series, "series"), counted(report.sources, "sources"), report.month_dates,
        report.estimated_dates);
    for (const auto& warning : report.warnings) {
        if (warning.code == ErrorCode::suspect_figure)
            context.out << "warning " << warning.text() << '\n';
    }
    print_findings(context.out, loaded);
    print_receipt(context, loaded.receipt, false);
}

// How far a large file is: over one line at a terminal, line by line where it was asked for.
std::function<void(const statistics::StageProgress&)> progress_of(Context& context,
                                                                  bool was_asked_for) {
    const bool on_terminal = ::isatty(STDERR_FILENO) == 1;
    if (!on_terminal && !was_asked_for)
        return {};
    return [&context, on_terminal](const statistics::StageProgress& now) {
        const std::string_view begin = on_terminal ? "\r" : "";
        const std::string_view end = on_terminal ? "" : "\n";
        if (now.is_reading)
            context.err << fmt::format("{}{} rows read{}", begin, now.rows, end) << std::flush;
        else if (now.rows >= statistics::rows_between_reports)
            context.err << fmt::format("{}{} rows read, all of them{}", begin, now.rows, "\n")
                        << std::flush;
    };
}

// Told at once, and on an interruption what is true then.
app::LoadKeeping keeping_of(Context& context, Interruption& interruption, const Options& options) {
    app::LoadKeeping keeping;
    keeping.folder = store::objects_path(options.place.store) / "unfinished";
    if (options.from_start)
        keeping.start = app::LoadKeeping::Start::anew;
    const auto goes_on_behind = [&interruption](std::uint64_t rows) {
        interruption.would_mean(
            fmt::format("interrupted; the same command goes on after row {}", grouped(rows)));
    };
    keeping.goes_on = [&context, goes_on_behind,
                       bytes = file_bytes(options.file)](const auto& from) {
        context.err << fmt::format("going on after row {}, {} % of the file\n", grouped(from.rows),
                                   bytes == 0
                                       ? 100
                                       : std::min(100 * from.bytes / bytes, std::uint64_t{100}))
                    << std::flush;
        goes_on_behind(from.rows);
    };
    keeping.begins_anew = [&context](const std::string& why) {
        context.err << fmt::format("an unfinished load is not gone on with: {}\n", why)
                    << std::flush;
    };
    keeping.is_kept = goes_on_behind;
    return keeping;
}

}  // namespace

void add_load(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "load",
        "Load published figures, a CSV or an SDMX message, or structures; all of it or nothing");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    command->add_option("FILE", options->file, "The file")->required();
    command->add_flag("--progress", options->progress,
                      "Say how many rows were read, as is done at a terminal");
    command->add_flag("--from-start", options->from_start,
                      "Begin anew, where the load of a large CSV that was cut off would go on");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            (void)TRY(base::input_of_file(options->file));  // before a store is opened
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            const auto moment = TRY(opened.record().now());
            app::LoadRequest request;
            request.path = options->file;
            request.file = request.path.filename().string();
            request.fiscal_year = moment.plan->working->fiscal_year;
            request.progress = progress_of(context, options->progress);
            Interruption interruption;
            interruption.would_mean("interrupted; the same command begins anew");
            request.keeping = keeping_of(context, interruption, *options);
            options->actor.fill(request);
            const auto loaded = TRY(app::load_dataset(
                opened.record(), options->actor.principal(trust::Role::administrator), request));
            print_load(context, loaded, options->actor.as_json);
            return {};
        });
    });
}

}  // namespace cli
