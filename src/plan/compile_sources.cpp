#include "base/csv.h"
#include "base/text.h"
#include "plan/compiler.h"
#include "statistics/load.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<FigureBound> parse_figure_bound(const std::string& text) {
    const std::vector<std::pair<std::string, FigureBound>> words{
        {"at_least", FigureBound::at_least},
        {"at_most", FigureBound::at_most},
        {"about", FigureBound::about}};
    for (const auto& [word, bound] : words) {
        if (word == text)
            return bound;
    }
    return wrong_word(text, {"at_least", "at_most", "about"});
}

Result<std::string> parse_published(const std::string& text) {
    if (base::Period::parse(text, {}))
        return text;
    return Error{
        ErrorCode::invalid_time,
        fmt::format("expected a day, a month or a year such as 2023-01, found \"{}\"", text), ""};
}

/// A path that cannot leave the strategy's folder.
bool is_inside_folder(const std::string& path) {
    if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos ||
        path.find('\0') != std::string::npos)
        return false;
    const auto parts = base::split(path, '/');
    return std::ranges::none_of(
        parts, [](std::string_view part) { return part == ".." || part == "." || part.empty(); });
}

bool is_plain_number(const std::string& text) {
    return base::Decimal::parse(text).ok();
}

bool is_list_operand(std::string_view key) {
    return key == "parts" || key == "factors";
}

}  // namespace

void Compiler::check_document(ItemReader& reader, std::string_view key, const std::string& code) {
    const auto& known = codes_["document"];
    if (code.empty() || is_damaged("sources.yaml") || !are_known("document") ||
        known.contains(code))
        return;
    std::vector<std::string> codes;
    for (const auto& [document, place] : known)
        codes.push_back(document);
    reader.fail(key, ErrorCode::unknown_document,
                fmt::format("the document {}", quoted_with_guess(code, codes, " is not known")));
}

void Compiler::compile_documents(ItemReader& root) {
    root.require("documents");
    for (const auto* node : root.items("documents")) {
        ItemReader reader{*node, findings_, "a document"};
        Document document;
        document.code = reader.text("code");
        if (is_new_code(reader, "code", "document", document.code) && !is_word_code(document.code))
            fail_code(reader, "code", "document",
                      fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"",
                                  document.code));
        document.title = reader.text("title");
        document.publisher = reader.optional_text("publisher");
        document.published =
            reader.optional<std::string>("published", parse_published, published_hint).value_or("");
        document.address = reader.optional_text("address");
        document.note = reader.optional_text("note");
        reader.finish();
        plan_.documents.push_back(std::move(document));
    }
}

void Compiler::compile_figures(ItemReader& root) {
    for (const auto* node : root.items("figures")) {
        ItemReader reader{*node, findings_, "a figure"};
        Figure figure;
        figure.code = reader.text("code");
        const bool is_new = is_new_code(reader, "code", "figure", figure.code);
        if (is_new && is_plain_number(figure.code))
            fail_code(reader, "code", "figure",
                      fmt::format("the code \"{}\" of a figure must not be a number", figure.code));
        figure.document = reader.text("document");
        check_document(reader, "document", figure.document);
        figure.place = reader.optional_text("place");
        figure.subject = reader.text("subject");
        figure.measure = reader.optional_text("measure");
        const auto value = reader.required<base::Decimal>("value", parse_number);
        figure.unit = reader.text("unit");
        figure.scale = reader.optional<std::string>("scale", parse_scale).value_or("");
        if (figure.unit == "percent" && !figure.scale.empty() && figure.scale != "one")
            reader.fail("scale", ErrorCode::wrong_unit, "a percentage has no scale");
        figure.bound =
            reader.optional<FigureBound>("bound", parse_figure_bound).value_or(FigureBound::exact);
        figure.period = reader.optional_text("period");
        figure.note = reader.optional_text("note");
        figure.mark = node->mark;
        reader.finish();
        const bool is_faulty =
            std::ranges::any_of(std::array{"unit", "scale", "bound"},
                                [&](auto* key) { return reader.is_reported(key); });
        if (!value || is_faulty)
            continue;
        figure.value = *value;
        if (is_new)
            figure_index_.emplace(figure.code, figures_.size());
        figures_.push_back(std::move(figure));
    }
}

void Compiler::compile_claims(ItemReader& root) {
    for (const auto* node : root.items("claims"))
        compile_claim(*node);
}

std::vector<Operand> Compiler::compile_operand(ItemReader& reader, const std::string& key) {
    std::vector<Operand> operands;
    std::vector<const Node*> nodes;
    if (is_list_operand(key)) {
        nodes = reader.words(key);
    } else if (const Node* node = reader.value(key)) {
        if (node->kind == Node::Kind::scalar)
            nodes.push_back(node);
        else
            reader.fail(key, ErrorCode::wrong_shape, fmt::format("\"{}\" takes one figure", key));
    }
    for (const auto* node : nodes) {
        if (const auto number = base::Decimal::parse(node->text)) {
            operands.emplace_back(*number);
        } else if (const auto at = figure_index_.find(node->text); at != figure_index_.end()) {
            operands.emplace_back(figures_[at->second]);
        } else if (codes_["figure"].contains(node->text) || !are_known("figure")) {
            reader.pass_over(key);
        } else {
            reader.fail(key, *node,
                        Error{ErrorCode::unknown_figure,
                              fmt::format("the figure \"{}\" is not known", node->text), ""});
        }
    }
    return operands;
}

void Compiler::compile_claim(const Node& node) {
    ItemReader reader{node, findings_, "a claim"};
    Claim claim;
    claim.code = reader.text("code");
    is_new_code(reader, "code", "claim", claim.code);
    claim.document = reader.optional_text("document");
    check_document(reader, "document", claim.document);
    claim.statement = reader.text("statement");
    claim.note = reader.optional_text("note");
    claim.mark = node.mark;
    const auto kind =
        reader.required<ClaimKind>("kind", [](const std::string& text) -> Result<ClaimKind> {
            if (const auto found = parse_claim_kind(text))
                return *found;
            return wrong_word(text, claim_kinds());
        });
    if (!kind)
        return;
    claim.kind = *kind;
    const auto keys = operand_keys(claim.kind);
    bool is_complete = true;
    for (const auto& key : keys.required) {
        claim.operands[key] = compile_operand(reader, key);
        if (!reader.has(key) && !node.is_damaged)
            reader.fail(key, ErrorCode::claim_incomplete,
                        fmt::format("a {} needs the operand \"{}\"", word(claim.kind), key));
        is_complete = is_complete && !claim.operands[key].empty() && !reader.is_reported(key);
    }
    for (const auto& key : keys.optional) {
        auto operands = compile_operand(reader, key);
        is_complete = is_complete && !reader.is_reported(key);
        if (!operands.empty())
            claim.operands[key] = std::move(operands);
    }
    reader.finish();
    if (!is_complete)
        return;
    auto check = check_claim(claim);
    if (!check) {
        reader.fail("kind", check.error().code, check.error().message);
        return;
    }
    if (!check->holds)
        reader.report({{ErrorCode::claim_does_not_hold, "code",
                        fmt::format("{}: printed {}, recomputed {} (the roundings allow {})",
                                    base::trimmed(claim.statement), check->printed,
                                    check->recomputed, check->tolerance),
                        check->hint}});
    claims_.push_back({std::move(claim), std::move(*check)});
}

void Compiler::compile_indicators(ItemReader& root) {
    root.require("indicators");
    for (const auto* node : root.items("indicators"))
        compile_indicator(*node);
}

void Compiler::compile_indicator(const Node& node) {
    ItemReader reader{node, findings_, "an indicator"};
    Indicator indicator;
    indicator.code = IndicatorId{reader.text("code")};
    const auto& code = indicator.code.text();
    if (is_new_code(reader, "code", "indicator", code) && !is_word_code(code))
        fail_code(
            reader, "code", "indicator",
            fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"", code));
    indicator.title = reader.text("title");
    indicator.definition = reader.optional_text("definition");
    indicator.unit = reader.text("unit");
    indicator.scope = reader.text("scope");
    indicator.frequency =
        reader.required<ReportingFrequency>("frequency", parse_choice<ReportingFrequency>)
            .value_or(ReportingFrequency::monthly);
    indicator.direction =
        reader.optional<Direction>("direction", parse_choice<Direction>).value_or(Direction::up);
    for (const auto* key : {"source", "file"}) {
        if (!reader.has(key) && !node.is_damaged)
            reader.fail(
                key, ErrorCode::indicator_without_source,
                fmt::format("an indicator needs the field \"{}\": {}", key,
                            std::string_view{key} == "source" ? "the document that publishes it"
                                                              : "the data file that holds it"));
    }
    indicator.source = reader.optional_text("source");
    check_document(reader, "source", indicator.source);
    indicator.file = reader.optional_text("file");
    if (const Node* series = reader.mapping("series")) {
        for (const auto& [column, value] : series->entries) {
            if (value.kind == Node::Kind::scalar)
                indicator.series[column.text] = value.text;
            else if (value.kind != Node::Kind::faulty)
                reader.fail("series", ErrorCode::wrong_shape,
                            "\"series\" takes column: value, one a line");
        }
    }
    indicator.rollup =
        reader.optional<RollUp>("rollup", parse_choice<RollUp>).value_or(RollUp::sum);
    indicator.dimension = reader.optional_text("dimension");
    indicator.note = reader.optional_text("note");
    indicator.mark = node.mark;
    if (!indicator.file.empty())
        check_data(indicator, reader);
    reader.finish();
    plan_.indicators.push_back(std::move(indicator));
}

/// The data file must load as it will be loaded when the strategy is adopted.
void Compiler::check_figures(const std::string& text, const std::string& file, ItemReader& reader) {
    statistics::LoadOptions options;
    options.file = file;
    options.fiscal_year = plan_.fiscal_year;
    const auto loaded = statistics::load_csv(text, options);
    if (loaded.ok())
        return;
    const auto report = [&](const base::Error& error) {
        reader.fail("file", error.code, fmt::format("{}: {}", error.where, error.message));
    };
    report(loaded.error());
    for (const auto& other : loaded.error().also)
        report(other);
}

/// The data file must hold the columns that the indicator names, and a row of its series.
void Compiler::check_data(const Indicator& indicator, ItemReader& reader) {
    if (!is_inside_folder(indicator.file)) {
        reader.fail("file", ErrorCode::data_file_missing,
                    fmt::format("expected a path inside the strategy's folder, found \"{}\"",
                                indicator.file));
        return;
    }
    auto known = data_.find(indicator.file);
    if (known == data_.end()) {
        known = data_.emplace(indicator.file, std::vector<std::vector<std::string>>{}).first;
        const auto text = folder_(indicator.file);
        if (text && base::check_utf8(*text, indicator.file)) {
            base::CsvReader csv{*text, indicator.file};
            for (auto record = csv.next(); record && *record; record = csv.next())
                known->second.push_back(std::move(**record));
            if (is_fiscal_year_known_)
                check_figures(*text, indicator.file, reader);
        }
    }
    const auto& rows = known->second;
    if (rows.empty()) {
        reader.fail("file", ErrorCode::data_file_missing,
                    fmt::format("the data file \"{}\" is not there, is empty, or is no UTF-8 text",
                                indicator.file));
        return;
    }
    std::vector<std::pair<std::size_t, std::string>> wanted;
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(rows[0], name) - rows[0].begin());
    };
    std::size_t index = 0;
    bool has_all = true;
    for (const auto* entry = reader.node().find("series");
         entry && index < entry->value.entries.size(); ++index) {
        const auto& name = entry->value.entries[index].key.text;
        const std::size_t at = column(name);
        has_all = has_all && at < rows[0].size();
        if (at == rows[0].size())
            reader.fail(fmt::format("series.{}", index), ErrorCode::data_columns_missing,
                        fmt::format("the file {} has no column {}", indicator.file,
                                    quoted_with_guess(name, rows[0])));
        else if (indicator.series.contains(name))
            wanted.emplace_back(at, indicator.series.at(name));
    }
    if (!indicator.dimension.empty() && column(indicator.dimension) == rows[0].size())
        reader.fail("dimension", ErrorCode::data_columns_missing,
                    fmt::format("the file {} has no column {}", indicator.file,
                                quoted_with_guess(indicator.dimension, rows[0])));
    const auto is_of_series = [&](const std::vector<std::string>& row) {
        return std::ranges::all_of(wanted, [&](const auto& cell) {
            return cell.first < row.size() && row[cell.first] == cell.second;
        });
    };
    if (has_all && rows.size() > 1 && std::none_of(rows.begin() + 1, rows.end(), is_of_series))
        reader.fail("series", ErrorCode::data_columns_missing,
                    fmt::format("the file {} has no row of this series", indicator.file));
}

}  // namespace plan
