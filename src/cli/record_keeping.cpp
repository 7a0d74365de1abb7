#include "app/verify_record.h"
#include "app/views.h"
#include "base/file.h"
#include "base/pieces.h"
#include "cli/context.h"

#include <fmt/format.h>

#include <filesystem>
#include <future>
#include <ostream>

namespace cli {
namespace {

struct VerifyOptions {
    Place place;
    std::string journal, key;
    std::vector<std::string> checkpoints;
    bool without_objects = false;
    bool as_json = false;
};

void print_verdict(Context& context, const journal::Verdict& verdict, bool is_exercise,
                   bool as_json) {
    if (as_json) {
        context.out << base::Json::object({{"holds", true},
                                           {"exercise", is_exercise},
                                           {"entries", verdict.entries},
                                           {"checkpoints", verdict.checkpoints},
                                           {"attachments", verdict.attachments},
                                           {"vault_texts", verdict.vault_texts},
                                           {"vault_erased", verdict.vault_erased},
                                           {"origin", verdict.origin},
                                           {"vkey", verdict.vkey},
                                           {"root", journal::to_hex(verdict.root)},
                                           {"checkpoint", verdict.checkpoint}})
                           .pretty()
                    << '\n';
        return;
    }
    if (is_exercise)
        context.out << "EXERCISE, NOT FACT\n";
    context.out << fmt::format("{} entries, {} checkpoints and {} attachments hold\nkey {}\n\n{}",
                               verdict.entries, verdict.checkpoints, verdict.attachments,
                               verdict.vkey, verdict.checkpoint);
}

Result<bool> verify_projections(const std::string& path) {
    store::Options options;
    options.mode = store::Mode::read_only;
    const auto opened = TRY(store::open(path, options));
    return app::verify_projections(opened->log(), opened->objects(), opened->series());
}

Result<void> verify(Context& context, const VerifyOptions& options) {
    journal::Trust trust;
    if (!options.key.empty())
        trust.vkey = options.key;
    for (const auto& file : options.checkpoints)
        trust.checkpoints.push_back(TRY(base::read_file(file)));
    if (options.without_objects)
        trust.objects = journal::Objects::omitted;
    if (!options.journal.empty()) {
        const auto verdict = TRY(app::verify_exported(options.journal, trust));
        print_verdict(context, verdict.journal, verdict.is_exercise, options.as_json);
        return {};
    }
    if (options.place.store.empty())
        return Error{ErrorCode::usage, "expected --store FILE or --journal PATH, found none", ""};
    // Both read the same entries and need nothing of each other; what is wrong with the journal
    // itself is told first.
    auto projections =
        std::async(std::launch::async, [&] { return verify_projections(options.place.store); });
    auto verified = store::verify(options.place.store, trust);
    auto projected = projections.get();
    const auto verdict = TRY(std::move(verified));
    const bool is_exercise = TRY(std::move(projected));
    print_verdict(context, verdict, is_exercise, options.as_json);
    return {};
}

// Scripts ask for JSON whether it holds or not.
Result<void> verify_and_say(Context& context, const VerifyOptions& options) {
    auto verified = verify(context, options);
    if (!verified.ok() && options.as_json)
        context.out << base::Json::object({{"holds", false},
                                           {"code", base::info(verified.error().code).id},
                                           {"where", verified.error().where},
                                           {"message", verified.error().message}})
                           .pretty()
                    << '\n';
    return verified;
}

void add_verify(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "verify", "Verify the whole record, or an exported one, with no server");
    auto options = std::make_shared<VerifyOptions>();
    options->place.add_store_to(*command);
    command->add_option("--journal", options->journal, "The folder of an exported journal")
        ->type_name("PATH");
    command->add_option("--key", options->key, "The only key that may have signed")
        ->type_name("VKEY");
    command
        ->add_option("--checkpoint", options->checkpoints,
                     "A checkpoint that was kept from earlier; the record must contain it")
        ->type_name("FILE");
    command->add_flag("--without-objects", options->without_objects,
                      "Do not ask for the files that entries name");
    command->add_flag("--json", options->as_json, "Print JSON");
    command->callback([&context, options] {
        context.run([&] { return verify_and_say(context, *options); });
        // Whatever keeps a record from holding is one answer to those who ask whether it does.
        const bool names_a_record = !options->journal.empty() || !options->place.store.empty();
        if (context.exit_code != 0 && names_a_record)
            context.exit_code = 1;
    });
}

// A paper of an agenda, a piece of evidence, a file of statistics: whatever an entry names.
void add_export_file(CLI::App& command, Context& context) {
    struct Options {
        Place place;
        std::string hash;
        std::string output;
    };
    auto options = std::make_shared<Options>();
    auto* file = command.add_subcommand("file", "One file that an entry names by its SHA-256");
    options->place.add_store_to(*file);
    file->add_option("SHA256", options->hash, "As the entry has it")->required();
    file->add_option("--output", options->output, "Where to write it")
        ->required()
        ->type_name("FILE");
    file->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::read_only));
            const auto hash = TRY(journal::parse_hex(options->hash));
            const auto content = TRY(opened.record().objects().open(hash));
            const std::filesystem::path path{options->output};
            auto written = TRY(base::NewFile::create(
                path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."}));
            std::size_t bytes = 0;
            TRY(base::for_each_piece(content, [&](std::string_view piece) {
                bytes += piece.size();
                return written.add(piece);
            }));
            TRY(std::move(written).finish(path));
            context.out << fmt::format("{} bytes written to {}\n", bytes, options->output);
            return {};
        });
    });
}

void add_export(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand("export", "Write what others can read and verify");
    command->require_subcommand(1);
    add_export_file(*command, context);
    add_export_sdmx(*command, context);
    auto* journal = command->add_subcommand("journal", "The journal, as a folder");
    struct Options {
        Place place;
        std::string output;
    };
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*journal);
    journal->add_option("--output", options->output, "An empty or new folder")
        ->required()
        ->type_name("PATH");
    journal->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::read_only));
            TRY(app::export_journal(opened.record(), options->output));
            if (app::is_exercise(opened.record()))
                context.out << "EXERCISE, NOT FACT\n";
            context.out << fmt::format("{} entries written to {}\n", opened.record().log().size(),
                                       options->output);
            return {};
        });
    });
}

void add_backup(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        std::string folder;
        bool with_key = false;
    };
    auto* command = program.add_subcommand("backup", "Copy a store, also while it is in use");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    command->add_option("FOLDER", options->folder, "An empty or new folder")->required();
    command->add_flag("--with-key", options->with_key, "The signing key too");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            if (options->place.store.empty())
                return Error{ErrorCode::usage, "expected --store FILE, found none", ""};
            TRY(store::backup(options->place.store, options->folder,
                              options->with_key ? store::WithKey::yes : store::WithKey::no));
            context.out << fmt::format("backed up to {}\n", options->folder);
            return {};
        });
    });
    auto* restore = program.add_subcommand("restore", "Bring a backup back, and verify all of it");
    auto restoring = std::make_shared<Options>();
    restoring->place.add_store_to(*restore);
    restore->add_option("FOLDER", restoring->folder, "The folder of the backup")->required();
    restore->callback([&context, restoring] {
        context.run([&]() -> Result<void> {
            if (restoring->place.store.empty())
                return Error{ErrorCode::usage, "expected --store FILE, found none", ""};
            TRY(store::restore(restoring->folder, restoring->place.store));
            (void)TRY(verify_projections(restoring->place.store));
            context.out << fmt::format("restored to {} and verified\n", restoring->place.store);
            return {};
        });
    });
}

}  // namespace

void add_record_keeping(CLI::App& program, Context& context) {
    add_verify(program, context);
    add_export(program, context);
    add_backup(program, context);
}

}  // namespace cli
