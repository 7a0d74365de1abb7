#pragma once

#include "app/evidence.h"
#include "app/views.h"
#include "base/file.h"
#include "cli/context.h"
#include "cli/option_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cli {

/// The options of a command that writes: where, who, and the request itself. What an option means
/// beyond its text (a day, a file) is read once the command runs, so that all its faults are told
/// together with those of the action.
template <typename Request>
struct Writing {
    Place place;
    Actor actor;
    Request request;
    std::vector<std::function<void()>> readers;

    void add_day(CLI::App& command, const char* name, const char* help,
                 std::optional<base::Day>& day) {
        auto text = std::make_shared<std::string>();
        command.add_option(name, *text, help)->type_name("DAY");
        readers.push_back([this, name, text, &day] {
            if (text->empty())
                return;
            const auto parsed = base::parse_day(*text);
            if (parsed.ok())
                day = parsed.value();
            else
                request.faults.push_back(
                    {parsed.error().code, parsed.error().message, field_of(name)});
        });
    }

    template <typename Take>
    void add_file(CLI::App& command, const char* name, const char* help, Take take) {
        auto path = std::make_shared<std::string>();
        command.add_option(name, *path, help)->type_name("FILE");
        readers.push_back([this, path, take] {
            if (!path->empty())
                read_file(*path, [&](app::EvidenceReference file) { take(std::move(file)); });
        });
    }

    /// Several files, each for something: KEY=FILE.
    template <typename Take>
    void add_files(CLI::App& command, const char* name, const char* help, const char* type,
                   Take take) {
        auto texts = std::make_shared<std::vector<std::string>>();
        command.add_option(name, *texts, help)->type_name(type);
        readers.push_back([this, name, type, texts, take] {
            for (const auto& text : *texts) {
                const auto at = text.find('=');
                if (at == std::string::npos || at == 0)
                    request.faults.push_back({ErrorCode::usage,
                                              fmt::format("expected {}, found \"{}\"", type, text),
                                              name});
                else
                    read_file(text.substr(at + 1), [&](app::EvidenceReference file) {
                        take(text.substr(0, at), std::move(file));
                    });
            }
        });
    }

    /// --evidence FILE --grade G, as often as there are pieces.
    void add_evidence(CLI::App& command, std::vector<app::EvidenceReference>& evidence) {
        auto files = std::make_shared<std::vector<std::string>>();
        auto grades = std::make_shared<std::vector<std::string>>();
        command.add_option("--evidence", *files, "A file of evidence")->type_name("FILE");
        command.add_option("--grade", *grades, "The grade of that evidence: A, B, C or D");
        readers.push_back([this, files, grades, &evidence] {
            evidence = OptionReader{request.faults}.evidence(*files, *grades);
        });
    }

    void read() {
        for (const auto& reader : readers)
            reader();
        actor.fill(request);
    }

  private:
    // "--closed-on" is the field closed_on, where the action says what else is wrong with it.
    static std::string field_of(std::string_view option) {
        std::string field{option.substr(2)};
        std::ranges::replace(field, '-', '_');
        return field;
    }

    template <typename Take>
    void read_file(const std::string& path, Take take) {
        auto bytes = base::read_file(path);
        if (bytes.ok())
            take({"", std::filesystem::path{path}.filename().string(), "",
                  std::move(bytes).value()});
        else
            request.faults.push_back(bytes.error());
    }
};

/// Adds a command that writes one entry, as the action drafts it.
template <typename Request, typename Options, typename Draft>
void add_writing(CLI::App& parent, Context& context, const char* name, const char* help,
                 trust::Role role, Options add_options, Draft draft) {
    auto* command = parent.add_subcommand(name, help);
    auto options = std::make_shared<Writing<Request>>();
    options->place.add_store_to(*command);
    options->actor.add_to(*command);
    add_options(*command, *options);
    command->callback([&context, options, role, draft] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            options->read();
            auto principal = options->actor.principal(role);
            if (principal.institution.empty())
                principal.institution = app::secretariat_of(opened.record());
            const auto receipt =
                TRY(app::carry_out(opened.record(), principal, options->request, draft));
            print_receipt(context, receipt, options->actor.as_json);
            return {};
        });
    });
}

/// Adds a command that answers a question of the record, as text or JSON.
template <typename Options, typename Add, typename View>
void add_reading(CLI::App& parent, Context& context, const char* name, const char* help,
                 Add add_options, View view,
                 void (*print)(std::ostream& out, const base::Json& json)) {
    struct Reading {
        Place place;
        Clocks clocks;
        Options options{};
        bool as_json = false;
    };
    auto* command = parent.add_subcommand(name, help);
    auto reading = std::make_shared<Reading>();
    reading->place.add_store_or_strategy_to(*command);
    reading->clocks.add_to(*command);
    add_options(*command, reading->options);
    command->add_flag("--json", reading->as_json, "Print JSON");
    command->callback([&context, reading, view, print] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, reading->place, store::Mode::open));
            const auto question = TRY(app::parse_question(opened.record(), reading->clocks.as_of,
                                                          reading->clocks.recorded_by));
            const base::Json json = TRY(view(opened.record(), question, reading->options));
            if (reading->as_json)
                context.out << json.pretty() << '\n';
            else
                print(context.out, json);
            return {};
        });
    });
}

}  // namespace cli
