#include "publish/workbook.h"

#include "base/clock.h"
#include "base/file.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <span>

namespace publish {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t cell_bytes_max = 32'000;  // Excel: 32,767 characters
constexpr double width_min = 9, width_max = 42;
constexpr int digits_max = 15;  // that an IEEE 754 double holds in every case

enum class Word : std::uint8_t {
    figures,
    about,
    code,
    first_day,
    last_day,
    value,
    period,
    valid_from,
    valid_to,
    exercise,
    dataflow,
    identifier,
    description,
    agency,
    provider,
    as_of,
    series_count,
    figure_count,
    query,
    prepared,
    notes,
    note_published,
    note_attributes,
};
struct Words {
    Word word;
    std::string_view english;
    std::string_view urdu;
};
constexpr std::array all_words{
    Words{Word::figures, "Figures", "اعداد"},
    Words{Word::about, "About", "تعارف"},
    Words{Word::code, "code", "رمز"},
    Words{Word::first_day, "First day", "پہلا دن"},
    Words{Word::last_day, "Last day", "آخری دن"},
    Words{Word::value, "Value", "قدر"},
    Words{Word::period, "Period", "مدت"},
    Words{Word::valid_from, "Published", "اشاعت"},
    Words{Word::valid_to, "Replaced", "تبدیلی"},
    Words{Word::exercise, "EXERCISE, NOT FACT", "مشق، حقیقت نہیں"},
    Words{Word::dataflow, "Dataflow", "مجموعہ"},
    Words{Word::identifier, "Identifier", "شناخت"},
    Words{Word::description, "Description", "وضاحت"},
    Words{Word::agency, "Agency", "ادارہ"},
    Words{Word::provider, "Figures of", "اعداد فراہم کنندہ"},
    Words{Word::as_of, "As published by", "اس دن تک کی اشاعت"},
    Words{Word::series_count, "Series", "سلسلے"},
    Words{Word::figure_count, "Figures", "اعداد"},
    Words{Word::query, "Query", "سوال"},
    Words{Word::prepared, "Record as of", "ریکارڈ کی حالت"},
    Words{Word::notes, "Notes", "نوٹ"},
    Words{Word::note_published,
          "Figures stand as they were published, with the digits of their source; nothing was "
          "mended.",
          "اعداد ویسے ہی ہیں جیسے ماخذ میں شائع ہوئے؛ کچھ درست نہیں کیا گیا۔"},
    Words{Word::note_attributes,
          "Names stand beside their codes; the structure of the dataflow says what each column "
          "means.",
          "ناموں کے ساتھ ان کے رمز درج ہیں؛ کالموں کے معنی مجموعے کی ساخت میں ہیں۔"},
};

struct CloseWorkbook {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
};

/// The library writes to a file by its name and has no other way.
class TemporaryFile {
  public:
    static Result<std::unique_ptr<TemporaryFile>> create() {
        std::error_code fault;
        auto name = (std::filesystem::temp_directory_path(fault) / "tameel-XXXXXX").string();
        const int file = fault ? -1 : ::mkstemp(name.data());
        if (file < 0)
            return Error{ErrorCode::file_not_writable, "no temporary file can be made", name};
        ::close(file);
        return std::unique_ptr<TemporaryFile>{new TemporaryFile{std::move(name)}};
    }
    ~TemporaryFile() { ::unlink(name_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::string& name() const { return name_; }

  private:
    explicit TemporaryFile(std::string name) : name_(std::move(name)) {}

    std::string name_;
};

// So many code points; combining marks of Urdu make it a little wide.
double width_of(std::string_view text) {
    const auto points = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    return std::clamp(static_cast<double>(points) + 2, width_min, width_max);
}

// Cut between two characters.
std::string cell_text(std::string_view text) {
    auto bytes = std::min(text.size(), cell_bytes_max);
    while (bytes > 0 && bytes < text.size() && (text[bytes] & 0xC0) == 0x80)
        --bytes;
    return std::string{text.substr(0, bytes)};
}

bool is_coded(const sdmx::Column& column) {
    for (std::size_t i = 0; i < column.values.size(); ++i)
        if (column.values[i]->code != nullptr)
            return true;
    return false;
}

std::vector<bool> coded_of(const std::vector<sdmx::Column>& columns) {
    std::vector<bool> coded;
    for (const auto& column : columns)
        coded.push_back(is_coded(column));
    return coded;
}

/// One workbook on its way.
class Book {
  public:
    Book(const sdmx::DataMessage& message, const WorkbookFacts& facts,
         const std::vector<std::string>& languages)
        : message_(message), facts_(facts), language_(languages.empty() ? "en" : languages[0]) {}

    Result<std::string> write() {
        const auto file = TRY(TemporaryFile::create());
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_.reset(workbook_new_opt(file->name().c_str(), &options));
        if (book_ == nullptr)
            return unwritable(file->name());
        add_formats();
        set_properties();
        for (std::size_t i = 0; i < message_.sets.size();) {
            std::size_t end = i + 1;
            while (end < message_.sets.size() &&
                   message_.sets[end].of.flow == message_.sets[i].of.flow)
                ++end;
            TRY(add_figures({&message_.sets[i], end - i}));
            i = end;
        }
        add_about();
        // Closing frees the workbook, whatever comes of it.
        if (workbook_close(book_.release()) != LXW_NO_ERROR)
            return unwritable(file->name());
        return base::read_file(file->name());
    }

  private:
    using Sets = std::span<const sdmx::DataSet>;
    struct Counts {
        const sdmx::Artefact* flow = nullptr;
        std::size_t series = 0;
        std::size_t figures = 0;
    };
    /// A cell.
    struct Place {
        lxw_col_t column = 0;
        lxw_row_t row = 0;
    };

    static Error unwritable(const std::string& name) {
        return Error{ErrorCode::file_not_writable, "no room for the workbook", name};
    }

    std::string say(Word word) const {
        const auto at = std::ranges::find(all_words, word, &Words::word);
        return std::string{language_ == "ur" ? at->urdu : at->english};
    }
    std::string name_of(const sdmx::Texts& texts, std::string_view otherwise) const {
        const auto text = sdmx::text_in(texts, language_);
        return std::string{text.empty() ? otherwise : text};
    }
    std::string name_of(const sdmx::Column& column) const {
        const std::string_view id = column.component == nullptr ? "" : column.component->id;
        return column.concept_item == nullptr ? std::string{id}
                                              : name_of(column.concept_item->names, id);
    }

    void add_formats() {
        head_ = workbook_add_format(book_.get());
        format_set_bold(head_);
        format_set_text_wrap(head_);
        format_set_align(head_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(head_, LXW_BORDER_THIN);
        format_set_bg_color(head_, 0xE3EEF1);
        title_ = workbook_add_format(book_.get());
        format_set_bold(title_);
        format_set_font_size(title_, 14);
        label_ = workbook_add_format(book_.get());
        format_set_bold(label_);
        format_set_align(label_, LXW_ALIGN_VERTICAL_TOP);
        text_ = workbook_add_format(book_.get());
        format_set_text_wrap(text_);
        format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(text_, LXW_ALIGN_LEFT);
        day_ = workbook_add_format(book_.get());
        format_set_num_format(day_, "yyyy-mm-dd");
        warning_ = workbook_add_format(book_.get());
        format_set_bold(warning_);
        format_set_font_color(warning_, 0xA11D1D);
    }

    // A number with so many decimals, as they were published.
    lxw_format* digits(int decimals) {
        auto& format = digits_[decimals];
        if (format == nullptr) {
            format = workbook_add_format(book_.get());
            const std::string pattern =
                decimals == 0 ? "#,##0"
                              : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
            format_set_num_format(format, pattern.c_str());
        }
        return format;
    }

    // The same question gives the same bytes, so the time is the record's and not the clock's.
    void set_properties() {
        const auto prepared = base::parse_instant(message_.head->prepared);
        auto title = message_.sets.empty() ? std::string{} : flow_name(*message_.sets[0].of.flow);
        auto company = name_of(message_.head->sender.names, message_.head->sender.id);
        auto comment = message_.head->test ? say(Word::exercise) : std::string{};
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.company = company.data();
        properties.comments = comment.data();
        properties.created = prepared ? std::chrono::duration_cast<std::chrono::seconds>(
                                            prepared.value().time_since_epoch())
                                            .count()
                                      : 1;
        workbook_set_properties(book_.get(), &properties);
    }

    std::string flow_name(const sdmx::Artefact& flow) const { return name_of(flow.names, flow.id); }

    lxw_worksheet* add_sheet(std::string name) {
        // At most 31 characters, and no two alike; identifiers have none that is forbidden.
        name = name.substr(0, 27);
        std::string unique = name;
        for (int i = 2; workbook_get_worksheet_by_name(book_.get(), unique.c_str()) != nullptr; ++i)
            unique = fmt::format("{} {}", name, i);
        auto* sheet = workbook_add_worksheet(book_.get(), unique.c_str());
        if (language_ == "ur")
            worksheet_right_to_left(sheet);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
        if (message_.head->test) {
            worksheet_set_tab_color(sheet, 0xA11D1D);
            worksheet_set_header(sheet, ("&C&B" + say(Word::exercise)).c_str());
        }
        return sheet;
    }

    void head(lxw_worksheet* sheet, lxw_col_t column, const std::string& text, double width) {
        const double words = width_of(text.substr(0, 16));
        worksheet_write_string(sheet, 0, column, cell_text(text).c_str(), head_);
        worksheet_set_column(sheet, column, column, std::max(width, words), nullptr);
    }

    // A name and its code, where a list has one; else the text as it stands.
    lxw_col_t head_of(lxw_worksheet* sheet, lxw_col_t column, const sdmx::Column& of) {
        double names = width_min, codes = width_min;
        for (std::size_t i = 0; i < of.values.size(); ++i) {
            const auto& value = *of.values[i];
            codes = std::max(codes, width_of(value.id));
            if (value.code != nullptr)
                names = std::max(names, width_of(name_of(value.code->names, value.id)));
        }
        if (!is_coded(of)) {
            head(sheet, column, name_of(of), codes);
            return 1;
        }
        head(sheet, column, name_of(of), names);
        head(sheet, static_cast<lxw_col_t>(column + 1),
             fmt::format("{} ({})", name_of(of), say(Word::code)), codes);
        return 2;
    }

    static void put(lxw_worksheet* sheet, Place at, std::string_view text) {
        if (!text.empty())
            worksheet_write_string(sheet, at.row, at.column, cell_text(text).c_str(), nullptr);
    }

    lxw_col_t put(lxw_worksheet* sheet, Place at, const sdmx::Column& column, bool coded,
                  std::int32_t index) const {
        if (index != sdmx::no_value) {
            const auto& value = *column.values[static_cast<std::size_t>(index)];
            put(sheet, at, value.code == nullptr ? value.id : name_of(value.code->names, value.id));
            if (coded)
                put(sheet, {static_cast<lxw_col_t>(at.column + 1), at.row}, value.id);
        }
        return coded ? 2 : 1;
    }

    void put_day(lxw_worksheet* sheet, Place at, base::Day day) const {
        const std::chrono::year_month_day date{day};
        lxw_datetime moment{};
        moment.year = static_cast<int>(date.year());
        moment.month = static_cast<int>(static_cast<unsigned>(date.month()));
        moment.day = static_cast<int>(static_cast<unsigned>(date.day()));
        // Days of a sheet begin with 1900.
        if (moment.year >= 1900)
            worksheet_write_datetime(sheet, at.row, at.column, &moment, day_);
    }

    void put_value(lxw_worksheet* sheet, Place at, const base::DecimalText& value) {
        const auto text = value.view();
        const auto count = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
        if (count > digits_max)
            return put(sheet, at, text);
        const auto number = value.number();
        worksheet_write_number(sheet, at.row, at.column, number.to_double(),
                               digits(number.scale()));
    }

    // Which of the columns have names beside their codes, in the order in which they are written.
    struct Coded {
        std::vector<bool> dimensions, series, observations;
        explicit Coded(const sdmx::DataSet& set)
            : dimensions(coded_of(set.dimensions)),
              series(coded_of(set.series_attributes)),
              observations(coded_of(set.observation_attributes)) {}
    };

    Result<void> add_figures(Sets sets) {
        const auto& first = sets.front();
        const bool is_one = std::ranges::all_of(
            message_.sets, [&](const auto& set) { return set.of.flow == first.of.flow; });
        auto* sheet = add_sheet(is_one ? say(Word::figures) : first.of.flow->id);
        const Coded coded{first};
        const bool has_history = !first.valid_from.empty();
        lxw_col_t width = 0;
        for (const auto& column : first.dimensions)
            width = static_cast<lxw_col_t>(width + head_of(sheet, width, column));
        const auto next = [&](const std::string& text, double least) {
            head(sheet, width, text, least);
            ++width;
        };
        next(first.time.component == nullptr ? say(Word::period) : name_of(first.time), 12);
        next(say(Word::first_day), 11);
        next(say(Word::last_day), 11);
        next(first.measure.component == nullptr ? say(Word::value) : name_of(first.measure), 14);
        if (has_history) {
            next(say(Word::valid_from), 20);
            next(say(Word::valid_to), 20);
        }
        for (const auto* columns : {&first.series_attributes, &first.observation_attributes})
            for (const auto& column : *columns)
                width = static_cast<lxw_col_t>(width + head_of(sheet, width, column));
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);

        Counts counts{first.of.flow, 0, 0};
        for (const auto& set : sets) {
            while (const auto* series = TRY(set.series())) {
                ++counts.series;
                TRY(add_series(sheet, set, coded, *series, counts.figures));
            }
        }
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(counts.figures),
                             static_cast<lxw_col_t>(width - 1));
        counts_.push_back(counts);
        return {};
    }

    Result<void> add_series(lxw_worksheet* sheet, const sdmx::DataSet& set, const Coded& coded,
                            const sdmx::SeriesData& series, std::size_t& figures) {
        // A series of which only the key was asked for has a row of its own.
        const std::size_t rows = std::max<std::size_t>(series.times.size(), 1);
        std::vector<std::int32_t> of_row;
        for (std::size_t row = 0; row < rows; ++row) {
            if (++written_ > workbook_figures_max)
                return Error{ErrorCode::sdmx_too_large,
                             fmt::format("a workbook has at most {} figures; ask for fewer, or for "
                                         "SDMX-CSV",
                                         workbook_figures_max),
                             {}};
            Place at{0, static_cast<lxw_row_t>(++figures)};
            const auto put_all = [&](const std::vector<sdmx::Column>& columns,
                                     const std::vector<bool>& are_coded,
                                     std::span<const std::int32_t> indexes) {
                for (std::size_t i = 0; i < columns.size(); ++i)
                    at.column = static_cast<lxw_col_t>(
                        at.column + put(sheet, at, columns[i], are_coded[i],
                                        i < indexes.size() ? indexes[i] : sdmx::no_value));
            };
            put_all(set.dimensions, coded.dimensions, series.key);
            put_observation(sheet, at, set, series, row);
            put_all(set.series_attributes, coded.series, series.attributes);
            sdmx::take_row(series.observation_attributes, row, of_row);
            put_all(set.observation_attributes, coded.observations, of_row);
        }
        return {};
    }

    // Period, its days, value; and between which times it was in force.
    void put_observation(lxw_worksheet* sheet, Place& at, const sdmx::DataSet& set,
                         const sdmx::SeriesData& series, std::size_t row) {
        if (row < series.times.size() && series.times[row] != sdmx::no_value) {
            const auto& period = *set.time.values[static_cast<std::size_t>(series.times[row])];
            put(sheet, at, period.id);
            put_day(sheet, {static_cast<lxw_col_t>(at.column + 1), at.row}, period.start);
            put_day(sheet, {static_cast<lxw_col_t>(at.column + 2), at.row}, period.end);
        }
        at.column = static_cast<lxw_col_t>(at.column + 3);
        if (row < series.values.size() && series.values[row].is_there())
            put_value(sheet, at, series.values[row]);
        ++at.column;
        if (set.valid_from.empty())
            return;
        put(sheet, at, set.valid_from);
        put(sheet, {static_cast<lxw_col_t>(at.column + 1), at.row}, set.valid_to);
        at.column = static_cast<lxw_col_t>(at.column + 2);
    }

    void add_about() {
        auto* sheet = add_sheet(say(Word::about));
        worksheet_set_column(sheet, 0, 0, 24, nullptr);
        worksheet_set_column(sheet, 1, 1, 90, nullptr);
        lxw_row_t row = 0;
        const auto line = [&](Word word, const std::string& text) {
            if (text.empty())
                return;
            worksheet_write_string(sheet, row, 0, say(word).c_str(), label_);
            worksheet_write_string(sheet, row++, 1, cell_text(text).c_str(), text_);
        };
        worksheet_write_string(
            sheet, row++, 0, name_of(message_.head->sender.names, message_.head->sender.id).c_str(),
            title_);
        if (message_.head->test)
            worksheet_write_string(sheet, row++, 0, say(Word::exercise).c_str(), warning_);
        ++row;
        for (const auto& counts : counts_) {
            const auto& flow = *counts.flow;
            line(Word::dataflow, flow_name(flow));
            line(Word::description, name_of(flow.descriptions, ""));
            line(Word::identifier, fmt::format("{}:{}({})", flow.agency, flow.id, flow.version));
            line(Word::agency, flow.agency == message_.head->sender.id
                                   ? name_of(message_.head->sender.names, flow.agency)
                                   : flow.agency);
            for (const auto& [of, name] : facts_.providers)
                if (of == counts.flow)
                    line(Word::provider, name);
            line(Word::series_count, fmt::format("{}", counts.series));
            line(Word::figure_count, fmt::format("{}", counts.figures));
            ++row;
        }
        line(Word::as_of, facts_.as_of);
        line(Word::query, facts_.query);
        line(Word::prepared, message_.head->prepared);
        ++row;
        line(Word::notes, say(Word::note_published));
        line(Word::notes, say(Word::note_attributes));
    }

    const sdmx::DataMessage& message_;
    const WorkbookFacts& facts_;
    std::string language_;
    std::unique_ptr<lxw_workbook, CloseWorkbook> book_;
    lxw_format* head_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* label_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* warning_ = nullptr;
    std::map<int, lxw_format*> digits_;
    std::vector<Counts> counts_;
    std::size_t written_ = 0;
};

}  // namespace

base::Result<std::string> write_workbook(const sdmx::DataMessage& message,
                                         const WorkbookFacts& facts,
                                         const std::vector<std::string>& languages) {
    return Book{message, facts, languages}.write();
}

}  // namespace publish
