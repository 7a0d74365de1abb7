#include "app/sdmx_service.h"
#include "base/file.h"
#include "base/json.h"
#include "cli/columns.h"
#include "cli/context.h"
#include "sdmx/summary.h"

#include <fmt/format.h>

#include <array>
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

struct FormatWord {
    std::string_view word;
    std::string_view of_data;
    std::string_view of_structures;  ///< empty: it has none
};
constexpr std::array format_words{
    FormatWord{"csv-2.0", "application/vnd.sdmx.data+csv;version=2.0.0", ""},
    FormatWord{"csv-1.0", "application/vnd.sdmx.data+csv;version=1.0.0", ""},
    FormatWord{"json-2.0", "application/vnd.sdmx.data+json;version=2.0.0",
               "application/vnd.sdmx.structure+json;version=2.0.0"},
    FormatWord{"json-1.0", "application/vnd.sdmx.data+json;version=1.0.0",
               "application/vnd.sdmx.structure+json;version=1.0.0"},
    FormatWord{"ml-3.0", "application/vnd.sdmx.data+xml;version=3.0.0",
               "application/vnd.sdmx.structure+xml;version=3.0.0"},
    FormatWord{"ml-2.1", "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
               "application/vnd.sdmx.structure+xml;version=2.1"},
    FormatWord{"generic-2.1", "application/vnd.sdmx.genericdata+xml;version=2.1",
               "application/vnd.sdmx.structure+xml;version=2.1"},
};

struct ExportOptions {
    Place place;
    std::string flow;
    std::string key;
    std::string format;
    std::string from;
    std::string until;
    std::string as_of;
    std::string output;
    bool history = false;
};

// The address of REST 2 that asks for the same.
std::string address_of(const ExportOptions& options) {
    if (options.flow.empty())
        return "structure/*";
    return fmt::format("data/dataflow/*/{}/~/{}", options.flow,
                       options.key.empty() ? "*" : options.key);
}

std::string query_of(const ExportOptions& options) {
    std::string query;
    const auto add = [&](const std::string& part) { query += (query.empty() ? "" : "&") + part; };
    std::string period;
    if (!options.from.empty())
        period = "ge:" + options.from;
    if (!options.until.empty())
        period += (period.empty() ? "le:" : "+le:") + options.until;
    if (!period.empty())
        add("c[TIME_PERIOD]=" + period);
    if (!options.as_of.empty())
        add("asOf=" + options.as_of);
    if (options.history)
        add("includeHistory=true");
    return query;
}

Result<std::string_view> media_type_of(const ExportOptions& options) {
    const bool structures = options.flow.empty();
    const std::string word = !options.format.empty() ? options.format
                             : structures            ? "ml-2.1"
                                                     : "csv-2.0";
    std::string known;
    for (const auto& format : format_words) {
        const auto type = structures ? format.of_structures : format.of_data;
        if (format.word == word && !type.empty())
            return type;
        if (!type.empty())
            known += (known.empty() ? "" : ", ") + std::string{format.word};
    }
    return base::Error{base::ErrorCode::usage,
                       fmt::format("expected one of {}, found \"{}\"", known, word), "--format"};
}

Result<void> export_sdmx(Context& context, const ExportOptions& options) {
    auto opened = TRY(Opened::open(context, options.place, store::Mode::read_only));
    const auto address = address_of(options);
    const auto query = query_of(options);
    app::SdmxRequest request;
    request.rest = sdmx::Rest::v2;
    request.path = address;
    request.query = query;
    request.accept = TRY(media_type_of(options));
    const app::SdmxService service{opened.record()};
    const auto question = TRY(app::read_sdmx_request(request));
    const auto now = TRY(service.moment());
    const auto body = TRY(service.answer(question, *now));
    if (options.output.empty()) {
        context.out << body;
        return {};
    }
    TRY(base::write_file(options.output, body));
    context.out << fmt::format("{} bytes written to {}\n", body.size(), options.output);
    return {};
}

}  // namespace

void add_export_sdmx(CLI::App& parent, Context& context) {
    auto options = std::make_shared<ExportOptions>();
    auto* command =
        parent.add_subcommand("sdmx", "A dataflow, or all structures, as an SDMX message");
    options->place.add_store_or_strategy_to(*command);
    command->add_option("FLOW", options->flow, "A dataflow; without one, all structures");
    command->add_option("--key", options->key, "Values of its dimensions: A.*.W0")
        ->type_name("KEY");
    command->add_option("--format", options->format,
                        "csv-2.0, csv-1.0, json-2.0, json-1.0, ml-3.0, ml-2.1 or generic-2.1");
    command->add_option("--from", options->from, "The first period")->type_name("PERIOD");
    command->add_option("--until", options->until, "The last period")->type_name("PERIOD");
    command->add_option("--as-of", options->as_of, "What had been published by that day")
        ->type_name("DAY");
    command->add_flag("--history", options->history, "Every value that was ever published");
    command->add_option("--output", options->output, "Where to write it; else it is printed")
        ->type_name("FILE");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> { return export_sdmx(context, *options); });
    });
}

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
            const auto input = TRY(base::input_of_file(*file));
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
