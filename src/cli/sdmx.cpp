#include "base/json.h"
#include "cli/columns.h"
#include "cli/context.h"
#include "sdmx/file_input.h"
#include "sdmx/summary.h"

#include <fmt/format.h>

#include <ostream>

namespace cli {

namespace {

// Shortest digits that give the same double again; the sum is of any size.
std::string number(double value) {
    return fmt::format("{}", value);
}

std::string as_json(const sdmx::Summary& summary) {
    std::string words;
    for (const auto& [word, artefacts] : summary.by_word()) {
        std::string members;
        for (const auto& [id, count] : artefacts)
            members +=
                fmt::format("{}{}:{}", members.empty() ? "" : ",", base::Json{id}.canonical(),
                            count ? fmt::format("{}", *count) : "null");
        words += fmt::format("{}{}:{{{}}}", words.empty() ? "" : ",", base::Json{word}.canonical(),
                             members);
    }
    return fmt::format(
        R"({{"message":"{}","datasets":{},"series":{},"observations":{},"numeric_values":{},)"
        R"("sum":{},"structures":{{{}}}}})",
        sdmx::name(summary.message_form.kind), summary.data_sets, summary.series_count,
        summary.observations, summary.numeric_values, number(summary.sum), words);
}

void print(std::ostream& out, const sdmx::Summary& summary) {
    const auto& form = summary.message_form;
    out << fmt::format("{}, {}{}{}\n", sdmx::name(form.format), sdmx::name(form.kind),
                       summary.message_id.empty() ? "" : ", id ", summary.message_id);
    if (form.kind == sdmx::MessageKind::data)
        out << fmt::format(
            "data sets        {:>14}\nseries           {:>14}\nobservations     {:>14}\n"
            "numeric values   {:>14}\ntheir sum        {:>14}\n",
            summary.data_sets, summary.series_count, summary.observations, summary.numeric_values,
            number(summary.sum));
    if (form.kind == sdmx::MessageKind::metadata)
        out << fmt::format("metadata sets    {:>14}\n", summary.data_sets);
    for (const auto& [word, artefacts] : summary.by_word()) {
        out << word << '\n';
        for (const auto& [id, count] : artefacts)
            out << (count ? fmt::format("  {:<40} {:>8}\n", id, *count) : "  " + id + '\n');
    }
    for (const auto& message : summary.service_messages) {
        out << "message " << message.code << (message.severity.empty() ? "" : ", ")
            << message.severity << '\n';
        for (const auto& text : message.texts)
            out << "  " << text << '\n';
    }
}

}  // namespace

void add_sdmx(CLI::App& program, Context& context) {
    auto* group = program.add_subcommand("sdmx", "Messages of SDMX");
    group->require_subcommand(1);
    auto* command = group->add_subcommand("read", "Read an SDMX message and say what it holds");
    auto file = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    command->add_option("FILE", *file, "SDMX-ML, SDMX-JSON or SDMX-CSV")->required();
    command->add_flag("--json", *json, "Print JSON");
    command->callback([&context, file, json] {
        context.run([&]() -> Result<void> {
            sdmx::Summary summary;
            const auto input = TRY(sdmx::input_of_file(*file));
            sdmx::ReadOptions options;
            options.name = *file;
            TRY(sdmx::read_message(input, options, summary));
            if (*json)
                context.out << as_json(summary) << '\n';
            else
                print(context.out, summary);
            return {};
        });
    });
}

}  // namespace cli
