#include "plan/compiler.h"
#include "statistics/find_series.h"
#include "statistics/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace plan {
namespace {

using base::ErrorCode;
using base::Result;
using statistics::FigureOf;
using statistics::SeriesKey;

constexpr std::string_view scope = "derived figure";
constexpr std::string_view series_hint =
    "Columns of the published table with what stands in them, as many as leave one series.";
constexpr std::string_view unit_hint =
    "A part is counted in the unit of its total; what is divided by may have another.";
constexpr std::string_view by_hint =
    "A column of the published table by which its series differ, and nothing else does.";
constexpr int months_most = 1200;

// A year has no use for a word that a figure of months, or of no period, does not follow.
bool takes_every(FigureOf what) {
    return what != FigureOf::rolling_sum && what != FigureOf::monthly_flow &&
           what != FigureOf::concentration;
}

Result<FigureOf> parse_figure(std::string_view text) {
    if (const auto what = statistics::parse_figure_of(text))
        return *what;
    return wrong_word(text, statistics::figure_words());
}

/// Reads the figures that a strategy declares, against the series that its data files hold.
class DerivedReader {
  public:
    DerivedReader(Findings& findings, const Plan& plan, const FolderReader& folder,
                  bool is_fiscal_year_known)
        : findings_(findings), fiscal_year_(plan.fiscal_year), is_known_(is_fiscal_year_known) {
        std::set<std::string> files{plan.statistics->files.begin(), plan.statistics->files.end()};
        for (const auto& indicator : plan.indicators)
            files.insert(indicator.file);
        for (const auto& file : files)
            read_keys(file, folder);
        for (const auto& key : keys_)
            all_.push_back(&key);
    }

    /// All but the id.
    DerivedFigure read(ItemReader& reader) {
        DerivedFigure made;
        made.naming.name = reader.text("name");
        made.naming.name_ur = reader.optional_text("name-ur");
        made.naming.description = reader.optional_text("description");
        const auto what = reader.required<FigureOf>("figure", parse_figure);
        made.what = what.value_or(FigureOf::value);
        made.series = read_words(reader, "series");
        if (what)
            read_operands(reader, made);
        else
            for (const auto* key : {"of", "parts", "since", "months", "by", "every"})
                reader.ignore(key);
        return made;
    }

  private:
    // A file that cannot be read or loaded is reported where it is named; its series are not known.
    void read_keys(const std::string& file, const FolderReader& folder) {
        const auto text = folder(file);
        if (!text) {
            is_known_ = false;
            return;
        }
        statistics::LoadOptions options;
        options.file = file;
        options.fiscal_year = fiscal_year_;
        auto loaded = statistics::load_csv(*text, options);
        if (!loaded) {
            is_known_ = false;
            return;
        }
        for (auto& series : loaded->series)
            keys_.insert(std::move(series.key));
    }

    // Which fields belong to a figure follows from its kind; any other is an unknown key.
    void read_operands(ItemReader& reader, DerivedFigure& made) {
        if (takes_every(made.what))
            made.every = reader.optional<base::Frequency>("every", parse_every);
        if (statistics::takes_by(made.what)) {
            made.by = reader.text("by");
            find_several(reader, made.series, made.by);
            return;
        }
        const auto* own = find(reader, "series", made.series);
        if (statistics::takes_total(made.what)) {
            const bool is_part = !statistics::divides(made.what);
            made.of = read_words(reader, "of");
            if (is_part)
                complete(made.of, made.series);
            const auto* total = find(reader, "of", made.of);
            if (is_part)
                check_unit(reader, "of", total, own);
        }
        if (statistics::takes_parts(made.what))
            read_parts(reader, made, own);
        if (statistics::takes_since(made.what))
            made.since = reader
                             .required<std::string>(
                                 "since",
                                 [this](const std::string& text) -> Result<std::string> {
                                     TRY(parse_period(text, fiscal_year_));
                                     return text;
                                 },
                                 period_hint)
                             .value_or("");
        if (made.what == FigureOf::rolling_sum)
            made.months =
                reader
                    .optional<int>(
                        "months",
                        [](const std::string& text) { return parse_whole(text, 1, months_most); },
                        whole_hint)
                    .value_or(made.months);
    }

    void read_parts(ItemReader& reader, DerivedFigure& made, const SeriesKey* total) {
        reader.require("parts");
        std::set<const SeriesKey*> found;
        for (const auto* node : reader.items("parts")) {
            ItemReader part{*node, findings_, "a part"};
            auto words = words_of(part, *node);
            complete(words, made.series);
            const auto* key = find(part, "", words);
            check_unit(part, "", key, total);
            if (key != nullptr && !found.insert(key).second)
                part.fail("", ErrorCode::listed_twice,
                          fmt::format("{} is listed twice", key->text()));
            if (key != nullptr && key == total)
                part.fail("", ErrorCode::listed_twice,
                          fmt::format("{} is no part of itself", key->text()));
            made.parts.push_back(std::move(words));
        }
    }

    SeriesWords read_words(ItemReader& reader, std::string_view key) {
        reader.require(key);
        const auto* node = reader.mapping(key);
        if (node == nullptr)
            return {};
        ItemReader columns{*node, findings_, "a series"};
        return words_of(columns, *node);
    }

    // None where one of them cannot be read: the others may name what was not meant.
    static SeriesWords words_of(ItemReader& columns, const Node& node) {
        SeriesWords words;
        bool has_all = true;
        for (const auto& entry : node.entries) {
            auto& word = words[entry.key.text];
            word = columns.text(entry.key.text);
            has_all = has_all && !word.empty();
        }
        return has_all ? words : SeriesWords{};
    }

    // Words that are not given are those of the series.
    static void complete(SeriesWords& words, const SeriesWords& series) {
        if (!words.empty())
            words.insert(series.begin(), series.end());
    }

    // The series that these words name, or nullptr; an error where it is known that none has them.
    const SeriesKey* find(ItemReader& reader, std::string_view at, const SeriesWords& words) {
        if (words.empty() || !is_known_)
            return nullptr;
        auto found = statistics::find_one_series(all_, words);
        if (found)
            return *found;
        reader.fail(at, ErrorCode::data_columns_missing, found.error().message,
                    std::string{series_hint});
        return nullptr;
    }

    void find_several(ItemReader& reader, const SeriesWords& words, const std::string& by) {
        if (words.empty() || by.empty() || !is_known_)
            return;
        const auto found = statistics::find_series_by(all_, words, by);
        if (!found)
            reader.fail("by", ErrorCode::data_columns_missing, found.error().message,
                        std::string{by_hint});
    }

    static void check_unit(ItemReader& reader, std::string_view at, const SeriesKey* one,
                           const SeriesKey* other) {
        if (one == nullptr || other == nullptr)
            return;
        const auto unit = [](const SeriesKey& key) {
            const auto* found = key.find("unit");
            return found == nullptr ? std::string{"nothing"} : *found;
        };
        if (unit(*one) != unit(*other))
            reader.fail(at, ErrorCode::wrong_unit,
                        fmt::format("expected a series that is counted in {}, found {}",
                                    unit(*other), unit(*one)),
                        std::string{unit_hint});
    }

    Findings& findings_;
    base::YearStart fiscal_year_;
    bool is_known_;  ///< whether every series is known
    std::set<SeriesKey> keys_;
    std::vector<const SeriesKey*> all_;
};

}  // namespace

void Compiler::compile_derived(ItemReader& root) {
    const auto items = root.items("derived");
    if (items.empty())
        return;
    DerivedReader derived{findings_, plan_, folder_, is_fiscal_year_known_};
    for (const auto* node : items) {
        ItemReader reader{*node, findings_, "a derived figure"};
        auto id = reader.text("id");
        const std::string in{scope};
        if (is_new_code(reader, "id", in, id) && !is_artefact_id(id))
            fail_code(reader, "id", in,
                      fmt::format("expected a letter and then letters, digits, _ and -, found "
                                  "\"{}\"",
                                  id));
        auto figure = derived.read(reader);
        figure.id = std::move(id);
        reader.finish();
        plan_.statistics->derived.push_back(std::move(figure));
    }
}

}  // namespace plan
