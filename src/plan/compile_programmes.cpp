#include "base/money.h"
#include "base/text.h"
#include "plan/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using base::Result;

// The interface takes reports and the like at these addresses, where programmes have their own.
constexpr std::array<std::string_view, 5> reserved{"reports", "cohorts", "tasks", "task-progress",
                                                   "changes"};

Result<std::string> parse_currency_code(const std::string& text) {
    const auto currency = base::Currency::parse(text);
    if (currency.ok())
        return text;
    return Error{ErrorCode::invalid_word, currency.error().message, ""};
}

Result<bool> parse_sex_rule(const std::string& text) {
    if (text == "complete" || text == "partial")
        return text == "complete";
    return wrong_word(text, {"complete", "partial"});
}

std::string unit_of(const Programme& programme, const ProgrammeFigure& figure) {
    if (figure.of == FigureOf::money)
        return figure.currency;
    if (figure.of == FigureOf::stage)
        return programme.unit;
    const auto* measure = programme.find_measure(figure.code);
    return measure == nullptr ? std::string{} : measure->unit;
}

std::string printed(const Decimal& value, const std::string& scale, const std::string& unit) {
    const bool is_scaled = !scale.empty() && scale != "one";
    return fmt::format("{} {}{}", value.text(), unit, is_scaled ? " " + scale : "");
}

bool is_same_amount(const Figure& figure, const ProgrammeFigure& other) {
    const auto factor = [](const std::string& scale) { return scale_factor(scale).value_or(1); };
    const auto exactly = [&](const Decimal& value, const std::string& scale) {
        return base::multiply(value, Decimal{static_cast<std::int64_t>(factor(scale))});
    };
    const auto a = exactly(figure.value, figure.scale);
    const auto b = exactly(other.value, other.scale);
    return a.ok() && b.ok() && *a == *b;
}

/// What a figure is called in a message: "the stage graduated of 2024-A on 2024-06-30".
std::string name_of(const ProgrammeFigure& figure) {
    return fmt::format("{} {}{}{}", word(figure.of), figure.code,
                       figure.cohort.empty() ? "" : " of " + figure.cohort,
                       " for " + figure.when.text);
}

}  // namespace

// A body outside the plan stands as plain words, so an unknown name is no fault here.
std::string Compiler::body_of_programme(const std::string& name) const {
    const auto* institution = plan_.find_institution(name);
    return institution == nullptr ? name : institution->code.text();
}

void Compiler::compile_programmes() {
    if (!files_.contains(std::string{programmes_file}))
        return;
    auto root = read_root(std::string{programmes_file}, "programmes.yaml");
    root.require("programmes");
    for (const auto* node : root.items("programmes"))
        compile_programme(*node);
    root.finish();
}

void Compiler::compile_programme(const Node& node) {
    ItemReader reader{node, findings_, "a programme"};
    Programme programme;
    programme.code = ProgrammeId{reader.text("code")};
    const auto& code = programme.code.text();
    const bool is_new = is_new_code(reader, "code", "programme", code);
    if (is_new && !is_word_code(code))
        fail_code(
            reader, "code", "programme",
            fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"", code));
    else if (is_new && std::ranges::find(reserved, code) != reserved.end())
        fail_code(
            reader, "code", "programme",
            fmt::format("the interface has another address \"{}\"; choose another code", code));
    programme.title = reader.text("title");
    programme.kind = reader.required<ProgrammeKind>("kind", parse_choice<ProgrammeKind>)
                         .value_or(ProgrammeKind::fund);
    programme.owner = body_of_programme(reader.text("owner"));
    for (const auto& name : reader.texts("operators"))
        programme.operators.push_back(body_of_programme(name));
    programme.activities = activity_list(reader, "activities");
    programme.sex_is_complete = reader.optional<bool>("sex", parse_sex_rule).value_or(false);
    if (reader.has("stages"))
        reader.require("unit");
    programme.unit = reader.optional_text("unit");
    for (const auto* stage : reader.items("stages"))
        compile_stage(*stage, programme);
    for (const auto* measure : reader.items("measures"))
        compile_programme_measure(*measure, programme);
    // A figure of a part that could not be read is not blamed for it.
    are_parts_known_ = !node.is_damaged && !reader.is_reported("stages") &&
                       !reader.is_reported("measures") &&
                       std::ranges::none_of(programme.parts(), &std::string::empty);
    std::vector<ItemReader> readers;
    for (const auto* figure : reader.items("figures"))
        compile_programme_figure(*figure, programme, readers);
    programme.note = reader.optional_text("note");
    reader.finish();
    check_programme_figures(programme, readers);
    plan_.programmes.push_back(std::move(programme));
}

// Stages and measures share their codes, because reports name either.
std::string Compiler::part_code(ItemReader& reader, const Programme& programme,
                                std::string_view kind) {
    auto code = reader.text("code");
    if (code.empty())
        return code;
    const auto known = programme.parts();
    if (!is_word_code(code))
        reader.fail(
            "code", ErrorCode::invalid_code,
            fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"", code));
    else if (std::ranges::find(known, code) != known.end())
        reader.fail("code", ErrorCode::duplicate_code,
                    fmt::format("the programme {} has the {} \"{}\" or a part of that code already",
                                programme.code.text(), kind, code));
    return code;
}

void Compiler::compile_stage(const Node& node, Programme& programme) {
    ItemReader reader{node, findings_, "a stage"};
    Stage stage;
    stage.code = part_code(reader, programme, "stage");
    stage.title = reader.text("title");
    stage.role = reader.optional<StageRole>("role", parse_choice<StageRole>);
    reader.finish();
    programme.stages.push_back(std::move(stage));
}

void Compiler::compile_programme_measure(const Node& node, Programme& programme) {
    ItemReader reader{node, findings_, "a measure of a programme"};
    ProgrammeMeasure measure;
    measure.code = part_code(reader, programme, "measure");
    measure.title = reader.text("title");
    measure.unit = reader.text("unit");
    measure.nature =
        reader.required<Nature>("nature", parse_choice<Nature>).value_or(Nature::stock);
    measure.is_output = reader.optional<bool>("output", parse_flag).value_or(false);
    measure.target = reader.optional<Decimal>("target", parse_number);
    reader.finish();
    programme.measures.push_back(std::move(measure));
}

// Which thing a figure is of; without exactly one of the four keys there is none.
bool Compiler::read_subject(ItemReader& reader, const Programme& programme,
                            ProgrammeFigure& figure) {
    int named = 0;
    for (const auto& choice : all_words<FigureOf>()) {
        if (!reader.has(choice))
            continue;
        ++named;
        figure.of = *parse_word<FigureOf>(choice);
        figure.code = reader.text(choice);
    }
    const std::string key{word(figure.of)};
    if (named != 1) {
        reader.fail("", ErrorCode::figure_of_one_thing,
                    named == 0
                        ? "a figure names a stage, a measure, a target or money; found none"
                        : "a figure names one stage, measure, target or money; found several");
        return false;
    }
    if (figure.code.empty())
        return false;
    if (figure.of == FigureOf::money) {
        figure.currency =
            reader.required<std::string>("currency", parse_currency_code).value_or("");
        if (!parse_word<MoneyLine>(figure.code))
            reader.fail(key, ErrorCode::invalid_word,
                        wrong_word(figure.code, all_words<MoneyLine>()).message);
        return !reader.is_reported(key) && !figure.currency.empty();
    }
    const bool is_known = figure.of == FigureOf::stage
                              ? programme.find_stage(figure.code) != nullptr
                              : programme.find_measure(figure.code) != nullptr;
    if (!is_known && are_parts_known_)
        reader.fail(key, ErrorCode::unknown_programme_part,
                    fmt::format("the programme {} has no {} {}", programme.code.text(),
                                figure.of == FigureOf::stage ? "stage" : "measure",
                                quoted_with_guess(figure.code, programme.parts())));
    return is_known;
}

void Compiler::compile_programme_figure(const Node& node, Programme& programme,
                                        std::vector<ItemReader>& readers) {
    ItemReader reader{node, findings_, "a figure of a programme"};
    ProgrammeFigure figure;
    const bool is_of_something = read_subject(reader, programme, figure);
    figure.cohort = reader.optional_text("cohort");
    const auto when = reader.required<CountTime>(
        "period",
        [&](const std::string& text) { return parse_count_time(text, plan_.fiscal_year); },
        count_time_hint);
    const auto value = reader.required<Decimal>("value", parse_number);
    figure.scale = reader.optional<std::string>("scale", parse_scale).value_or("");
    const auto qualifier = reader.optional<FigureBound>("qualifier", parse_choice<FigureBound>);
    if (const Node* sex = reader.mapping("sex"))
        read_sex(reader, *sex, figure);
    figure.figure = reader.optional_text("figure");
    figure.document = reader.optional_text("document");
    figure.note = reader.optional_text("note");
    figure.when = when.value_or(CountTime{});
    figure.value = value.value_or(Decimal{});
    const bool is_read = is_of_something && when && value && !reader.is_reported("scale");
    check_source(reader, programme, figure, qualifier, is_read);
    if (is_read && figure.of != FigureOf::stage && figure.of != FigureOf::money &&
        !figure.when.is_day() && programme.find_measure(figure.code)->nature == Nature::stock)
        reader.fail("period", ErrorCode::stock_in_stretch,
                    fmt::format("{} is a stock and is counted on a day; found the stretch {}",
                                figure.code, figure.when.text),
                    std::string{count_time_hint});
    reader.finish();
    if (!is_read)
        return;
    programme.figures.push_back(std::move(figure));
    readers.push_back(std::move(reader));
}

void Compiler::read_sex(ItemReader& reader, const Node& sex, ProgrammeFigure& figure) {
    const std::vector<std::string> allowed{"female", "male", "other", "unknown"};
    std::size_t place = 0;
    for (const auto& [name, part] : sex.entries) {
        const auto field = fmt::format("sex.{}", place++);
        const auto count = Decimal::parse(part.text);
        if (std::ranges::find(allowed, name.text) == allowed.end())
            reader.fail(field, ErrorCode::invalid_word, wrong_word(name.text, allowed).message);
        else if (!count.ok())
            reader.fail(field, ErrorCode::invalid_number,
                        fmt::format("expected a number such as 12, found \"{}\"", part.text));
        else
            figure.sex.emplace_back(name.text, *count);
    }
}

// A figure is the printed one that it names, to the digit; its document is that one's.
void Compiler::check_source(ItemReader& reader, const Programme& programme, ProgrammeFigure& figure,
                            const std::optional<FigureBound>& qualifier, bool is_read) {
    figure.qualifier = qualifier.value_or(FigureBound::exact);
    if (figure.figure.empty()) {
        check_document(reader, "document", figure.document);
        if (figure.document.empty() && !reader.has("figure") && !reader.node().is_damaged)
            reader.fail("", ErrorCode::figure_unsourced,
                        "a figure of a programme needs the field \"figure\", or \"document\"");
        return;
    }
    const auto at = figure_index_.find(figure.figure);
    if (at == figure_index_.end()) {
        if (!is_damaged("sources.yaml") && are_known("figure") &&
            !codes_["figure"].contains(figure.figure))
            reader.fail("figure", ErrorCode::unknown_figure,
                        fmt::format("the figure \"{}\" is not known", figure.figure));
        return;
    }
    const Figure& source = figures_[at->second];
    figure.document = source.document;
    if (!qualifier)
        figure.qualifier = source.bound;
    if (!is_read)
        return;
    const auto unit = unit_of(programme, figure);
    if (!is_same_amount(source, figure) || source.unit != unit)
        reader.fail("value", ErrorCode::figure_differs,
                    fmt::format("expected {} as {} has it, found {}",
                                printed(source.value, source.scale, source.unit), figure.figure,
                                printed(figure.value, figure.scale, unit)));
    else if (figure.qualifier != source.bound)
        reader.fail("qualifier", ErrorCode::figure_differs,
                    fmt::format("expected {} as {} has it, found {}", word(source.bound),
                                figure.figure, word(figure.qualifier)));
}

void Compiler::check_programme_figures(const Programme& programme,
                                       std::vector<ItemReader>& readers) {
    for (std::size_t i = 0; i < programme.figures.size(); ++i) {
        const auto& figure = programme.figures[i];
        check_sex(programme, figure, readers[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = programme.figures[j];
            const bool is_same_time = other.when == figure.when && other.cohort == figure.cohort;
            if (is_same_time && other.of == figure.of && other.code == figure.code &&
                other.currency == figure.currency)
                readers[i].fail("", ErrorCode::programme_figure_repeated,
                                fmt::format("the {} stands twice; the first is on line {}",
                                            name_of(figure), readers[j].node().mark.line));
            if (is_same_time && other.of == FigureOf::stage && figure.of == FigureOf::stage)
                check_order(programme, figure, other, readers[i], readers[j]);
        }
    }
}

void Compiler::check_sex(const Programme& programme, const ProgrammeFigure& figure,
                         ItemReader& reader) {
    if (figure.sex.empty())
        return;
    Decimal sum;
    bool is_negative = false;
    for (const auto& [name, count] : figure.sex) {
        sum = base::add(sum, count).value_or(sum);
        is_negative = is_negative || count.is_negative();
    }
    const bool fits = programme.sex_is_complete ? sum == figure.value : sum <= figure.value;
    if (is_negative || !fits)
        reader.fail("sex", ErrorCode::sex_parts_wrong,
                    fmt::format("expected parts of {}{}, found {} together",
                                programme.sex_is_complete ? "" : "at most ", figure.value.text(),
                                sum.text()));
}

// Only what is exact can be exceeded: "more than 35" may be 60.
void Compiler::check_order(const Programme& programme, const ProgrammeFigure& a,
                           const ProgrammeFigure& b, ItemReader& a_reader, ItemReader& b_reader) {
    const auto place = [&](const ProgrammeFigure& figure) {
        return programme.find_stage(figure.code) - programme.stages.data();
    };
    const bool a_is_later = place(a) > place(b);
    const auto& earlier = a_is_later ? b : a;
    const auto& later = a_is_later ? a : b;
    if (programme.find_stage(later.code)->role == StageRole::dropped ||
        programme.find_stage(earlier.code)->role == StageRole::dropped ||
        earlier.qualifier != FigureBound::exact || later.qualifier == FigureBound::about ||
        later.qualifier == FigureBound::at_most || later.value <= earlier.value)
        return;
    (a_is_later ? a_reader : b_reader)
        .fail("value", ErrorCode::stage_above_earlier,
              fmt::format("{} {} of the {}, more than the {} of the {}", later.value.text(),
                          programme.unit, name_of(later), earlier.value.text(), name_of(earlier)));
}

}  // namespace plan
