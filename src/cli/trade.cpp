#include "app/trade_view.h"
#include "base/file.h"
#include "cli/context.h"
#include "cli/print.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <ostream>

namespace cli {
namespace {

using base::Json;

struct TradeOptions {
    std::string file;
    app::TradeQuestion question;
    bool absent_is_zero = false;
    bool as_json = false;
};

// What a formula cannot give is a dash.
std::string shown(const Json& json, std::string_view key, int places = 4) {
    const auto* found = json.find(key);
    if (found == nullptr || found->is_null())
        return "-";
    return found->integer() != nullptr ? fmt::format("{}", *found->integer())
                                       : fmt::format("{:.{}f}", *found->real(), places);
}

void print_concentration(std::ostream& out, const Json& exporter, const char* key,
                         std::string_view what) {
    const auto* found = exporter.find(key);
    if (found == nullptr || found->is_null())
        return;
    out << fmt::format(
        "{}: HHI {} ({} normalised), as concentrated as {} of one size; the largest "
        "has {} of 1\n",
        what, shown(*found, "hhi"), shown(*found, "hhi_normalised"),
        shown(*found, "effective_number", 2), shown(*found, "largest_share"));
}

void print_rows(std::ostream& out, const Json::Array& items, const std::vector<std::string>& heads,
                const std::vector<const char*>& keys) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& item : items) {
        std::vector<std::string> row{string_of(item, keys.front())};
        for (std::size_t i = 1; i < keys.size(); ++i)
            row.push_back(shown(item, keys[i], std::string_view{keys[i]} == "exports" ? 2 : 4));
        rows.push_back(std::move(row));
    }
    if (!rows.empty())
        print_table(out, heads, rows);
}

void print_change(std::ostream& out, const Json& answer, const Json& exporter) {
    const auto* change = exporter.find("constant_market_share");
    if (change == nullptr || change->is_null())
        return;
    const auto of = [&](const char* key) { return shown(*change, key, 2); };
    out << fmt::format("since {}: {} to {}, a change of {} ({} percent)\n",
                       string_of(answer, "since"), of("before"), of("after"), of("change"),
                       of("growth"))
        << fmt::format(
               "  constant market share: world growth {}, commodity {}, market {}, "
               "competitiveness {}\n",
               of("world_growth"), of("commodity"), of("market"), of("competitiveness"))
        << fmt::format("  in shares: structural {}, competitive {}, interaction {}\n",
                       of("structural"), of("competitive"), of("interaction"));
}

void print_exporter(std::ostream& out, const Json& answer, const Json& exporter) {
    const auto period = string_of(answer, "period");
    out << fmt::format("{}{}{}: exports {}\n", string_of(exporter, "exporter"),
                       period.empty() ? "" : ", ", period, shown(exporter, "exports", 2));
    print_concentration(out, exporter, "concentration_of_products", "products");
    print_concentration(out, exporter, "concentration_of_markets", "markets");
    out << fmt::format("diversification {}, intra-industry trade {}\n",
                       shown(exporter, "diversification"), shown(exporter, "intra_industry_trade"));
    print_rows(
        out, items_of(exporter, "products"),
        {"product", "exports", "Balassa", "symmetric", "normalised", "Vollrath", "intra-industry"},
        {"product", "exports", "balassa", "symmetric", "normalised", "vollrath",
         "intra_industry_trade"});
    print_rows(out, items_of(exporter, "markets"),
               {"importer", "exports", "complementarity", "intensity"},
               {"importer", "exports", "complementarity", "intensity"});
    print_rows(out, items_of(exporter, "similarity"), {"beside", "similarity"},
               {"exporter", "value"});
    print_change(out, answer, exporter);
}

Result<void> show_trade(Context& context, const TradeOptions& options) {
    const auto text = TRY(base::read_file(options.file));
    const auto name = std::filesystem::path{options.file}.filename().string();
    const auto table = TRY(statistics::read_trade(
        text, name,
        options.absent_is_zero ? statistics::AbsentCells::zero : statistics::AbsentCells::refused));
    const auto answer = TRY(app::trade_view(table, options.question));
    if (options.as_json) {
        context.out << answer.pretty() << '\n';
        return {};
    }
    bool is_first = true;
    for (const auto& exporter : items_of(answer, "exporters")) {
        if (!is_first)
            context.out << '\n';
        is_first = false;
        print_exporter(context.out, answer, exporter);
    }
    return {};
}

}  // namespace

void add_trade(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand(
        "trade",
        "Advantage, concentration, similarity, intensity and market shares of a table of trade");
    auto options = std::make_shared<TradeOptions>();
    command
        ->add_option("FILE", options->file,
                     "CSV: exporter, product, importer, value and perhaps period, or "
                     "value_PERIOD for each period")
        ->required();
    command->add_option("--exporter", options->question.exporter, "One exporter alone")
        ->type_name("CODE");
    command->add_option("--product", options->question.product, "One product alone")
        ->type_name("CODE");
    command->add_option("--importer", options->question.importer, "One importer alone")
        ->type_name("CODE");
    command
        ->add_option("--period", options->question.period,
                     "The period that is measured; the latest by default")
        ->type_name("PERIOD");
    command
        ->add_option("--since", options->question.since,
                     "Where the change begins; the earliest by default")
        ->type_name("PERIOD");
    command->add_flag("--absent-is-zero", options->absent_is_zero,
                      "What the table does not list was not traded");
    command->add_flag("--json", options->as_json, "Print JSON, with export potentials");
    command->callback(
        [&context, options] { context.run([&] { return show_trade(context, *options); }); });
}

}  // namespace cli
