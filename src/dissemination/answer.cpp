#include "dissemination/answer.h"

#include "dissemination/foreign.h"
#include "dissemination/order.h"
#include "dissemination/slice.h"
#include "sdmx/query_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

std::size_t place(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

/// The codes of a dimension that are used, in the order of their list.
class DimensionColumn {
  public:
    explicit DimensionColumn(const CubeComponent& of) : of_(&of) {}

    void use(std::int32_t code) {
        if (used_.empty() || used_.back() != code)
            used_.push_back(code);
    }
    sdmx::ValueList number() {
        std::ranges::sort(used_);
        used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
        sdmx::ValueList values;
        for (const auto code : used_)
            values.push_back(&of_->codes[place(code)]);
        return values;
    }
    std::int32_t number_of(std::int32_t code) const {
        return static_cast<std::int32_t>(std::ranges::lower_bound(used_, code) - used_.begin());
    }
    const CubeComponent& of() const { return *of_; }

  private:
    const CubeComponent* of_;
    std::vector<std::int32_t> used_;
};

/// Which of all times or days are used, numbered in their order. Times that are beside each other,
/// as mostly, are not looked at one by one.
class OrderedColumn {
  public:
    explicit OrderedColumn(const std::vector<sdmx::Value>& all) : all_(&all) {}

    /// All from the first to the last.
    void use_stretch(std::int32_t first, std::int32_t last) {
        if (numbers_.empty() && (end_ == 0 || (first <= end_ && last + 1 >= begin_))) {
            begin_ = end_ == 0 ? first : std::min(begin_, first);
            end_ = std::max(end_, last + 1);
            return;
        }
        look_at_each();
        std::fill(numbers_.begin() + first, numbers_.begin() + last + 1, 1);
    }
    void use(std::span<const std::int32_t> indexes) {
        look_at_each();
        for (const auto index : indexes)
            numbers_[place(index)] = 1;
    }
    sdmx::ValueList number() {
        if (numbers_.empty())
            return sdmx::ValueList{std::span{*all_}.subspan(place(begin_), place(end_ - begin_))};
        const auto* value = all_->data();
        std::vector<const sdmx::Value*> values(numbers_.size());
        std::int32_t count = 0;
        for (auto& number : numbers_) {
            values[place(count)] = value++;
            count += number;
            number = count;
        }
        values.resize(place(count));
        return sdmx::ValueList{std::move(values)};
    }
    void put_numbers(std::span<const std::int32_t> indexes, std::span<std::int32_t> numbers) const {
        const auto* of = numbers_.data();
        auto number = numbers.begin();
        if (numbers_.empty())
            for (const auto index : indexes)
                *number++ = index - begin_;
        else
            for (const auto index : indexes)
                *number++ = of[place(index)] - 1;
    }

  private:
    void look_at_each() {
        if (!numbers_.empty())
            return;
        numbers_.resize(all_->size());
        std::fill(numbers_.begin() + begin_, numbers_.begin() + end_, 1);
    }

    const std::vector<sdmx::Value>* all_;
    std::int32_t begin_ = 0;  ///< of a stretch, while nothing else is used
    std::int32_t end_ = 0;
    std::vector<std::int32_t> numbers_;  ///< from 1, of those that are used; empty for a stretch
};

/// An attribute whose values come in the order in which they are met.
class Attribute {
  public:
    explicit Attribute(const CubeComponent& of) : of_(&of) {}

    sdmx::ValueList values;

    const CubeComponent& of() const { return *of_; }

    /// The number of what is told apart by `what`; its value is made when it is first met.
    template <typename MakeValue>
    std::int32_t meet(std::int32_t what, MakeValue value) {
        const auto at = place(what);
        if (at < numbers_.size() && numbers_[at] != sdmx::no_value)
            return numbers_[at];
        auto& number = number_of(at);
        if (number == sdmx::no_value) {
            number = static_cast<std::int32_t>(values.size());
            values.push_back(&value());
        }
        return number;
    }
    /// The value, if it was met before, by its text.
    std::map<std::string_view, std::int32_t> number_of_text;

  private:
    std::int32_t& number_of(std::size_t at) {
        constexpr std::size_t few = 1024;
        constexpr std::size_t numbers_mostly = 32;
        if (at >= few)
            return others_.try_emplace(at, sdmx::no_value).first->second;
        if (at >= numbers_.size())
            numbers_.resize(std::max(at + 1, numbers_mostly), sdmx::no_value);
        return numbers_[at];
    }

    const CubeComponent* of_;
    std::vector<std::int32_t> numbers_;  ///< of small ones
    std::map<std::size_t, std::int32_t> others_;
};

/// Makes the data sets of one cube. Every series that is shown is announced by `use` before the
/// first is referred to the columns.
class SetMaker {
  public:
    SetMaker(const Cube& cube, const sdmx::DataQuery& query, const AnswerContext& context,
             DataAnswer& answer)
        : cube_(cube),
          context_(context),
          answer_(answer),
          structure_(std::get<sdmx::DataStructure>(cube.structure->body)),
          time_(cube.times),
          published_(cube.days) {
        dimensions_.reserve(cube.dimensions.size());
        for (const auto* dimension : cube.dimensions)
            dimensions_.emplace_back(cube.described(*dimension));
        series_attributes_.reserve(cube.components.size());
        observation_attributes_.reserve(cube.components.size());
        for (const auto& one : cube.components) {
            if (one.component->role != sdmx::ComponentRole::attribute)
                continue;
            const bool is_of_each =
                one.component->attachment.level == sdmx::Attachment::Level::observation;
            if (is_asked(query.attributes, one.component->id, is_of_each ? "*obs" : "*series"))
                (is_of_each ? observation_attributes_ : series_attributes_).emplace_back(one);
        }
    }

    void use(const Shown& shown) {
        for (std::size_t d = 0; d < dimensions_.size(); ++d)
            dimensions_[d].use(shown.series->key[d]);
        const auto& [series, all, rows] = shown;
        if (all->times_follow && rows.is_stretch() && rows.back() < all->in_force)
            time_.use_stretch(all->times[rows[0]], all->times[rows.back()]);
        else
            time_.use(rows.in(all->times, room_));
        if (all->days.is_even())
            published_.use({all->days.data(), 1});
        else
            published_.use(rows.in(all->days.each(), room_));
    }

    void number() {
        set_.dimensions.reserve(dimensions_.size());
        for (auto& dimension : dimensions_)
            set_.dimensions.push_back(column_of(dimension.of(), dimension.number()));
        set_.time = column_of(cube_.described(*structure_.time()), time_.number());
        auto days = published_.number();
        for (auto& one : observation_attributes_)
            if (one.of().from == CubeComponent::From::day_published)
                one.values = std::move(days);
    }

    sdmx::SeriesData refer(const Shown& shown) {
        sdmx::SeriesData data;
        data.key.reserve(dimensions_.size());
        for (std::size_t d = 0; d < dimensions_.size(); ++d)
            data.key.push_back(dimensions_[d].number_of(shown.series->key[d]));
        data.attributes.reserve(series_attributes_.size());
        for (auto& attribute : series_attributes_)
            data.attributes.push_back(of_series(attribute, shown));
        data.times.resize(shown.rows.size());
        time_.put_numbers(shown.rows.in(shown.all->times, room_), data.times);
        data.values = shown.rows.in(shown.all->printed(), figures_);
        if (!figures_.empty())  // they are copies
            data.values = answer_.figures.emplace_front(std::exchange(figures_, {}));
        data.observation_attributes.reserve(observation_attributes_.size());
        for (auto& attribute : observation_attributes_)
            data.observation_attributes.push_back(of_observations(attribute, shown));
        return data;
    }

    /// Once every series has been referred to them: what the columns of each data set are.
    sdmx::DataSet columns() && {
        set_.of = {cube_.flow, cube_.structure, nullptr, cube_.json.get()};
        for (const auto& one : cube_.components)
            if (one.component->role == sdmx::ComponentRole::measure) {
                set_.measure = column_of(one, {});
                break;
            }
        set_.series_attributes.reserve(series_attributes_.size());
        set_.observation_attributes.reserve(observation_attributes_.size());
        for (auto& attribute : series_attributes_)
            set_.series_attributes.push_back(
                column_of(attribute.of(), std::move(attribute.values)));
        for (auto& attribute : observation_attributes_)
            set_.observation_attributes.push_back(
                column_of(attribute.of(), std::move(attribute.values)));
        return std::move(set_);
    }

  private:
    using From = CubeComponent::From;

    static bool is_asked(const std::optional<std::vector<std::string>>& asked, std::string_view id,
                         std::string_view group) {
        return !asked || std::ranges::any_of(*asked, [&](const std::string& word) {
            return word == id || word == group;
        });
    }

    static sdmx::Column column_of(const CubeComponent& of, sdmx::ValueList values) {
        return {of.component, of.concept_item, std::move(values)};
    }

    std::int32_t of_series(Attribute& attribute, const Shown& shown) {
        const auto& series = *shown.series;
        switch (attribute.of().from) {
            case From::multiplier:
                return attribute.meet(series.multiplier, [&]() -> const sdmx::Value& {
                    return coded(attribute.of(), std::to_string(series.multiplier));
                });
            case From::first_day:
                return series.fiscal_years
                           ? attribute.meet(
                                 0, [&]() -> const sdmx::Value& { return kept_text(start_day()); })
                           : sdmx::no_value;
            default:
                // What the latest figure says of all of them.
                return said(attribute, shown.all->attributes[shown.rows.back()]);
        }
    }

    // The place of what a figure's attributes say, in the column of one of them.
    std::int32_t said(Attribute& attribute, std::int32_t attributes) {
        if (attributes == 0)
            return sdmx::no_value;
        auto text = said_of(cube_.texts[attributes], attribute.of().component->id);
        if (text.empty())
            return sdmx::no_value;
        const auto known = attribute.number_of_text.find(text);
        if (known != attribute.number_of_text.end())
            return known->second;
        const auto& value = coded(attribute.of(), std::move(text));
        const auto number = static_cast<std::int32_t>(attribute.values.size());
        attribute.values.push_back(&value);
        attribute.number_of_text.emplace(value.id, number);
        return number;
    }

    const sdmx::Value& kept(sdmx::Value value) {
        return answer_.values.emplace_front(1, value).front();
    }
    const sdmx::Value& kept_text(std::string text) {
        return kept({answer_.texts.emplace_front(std::move(text))});
    }

    // The code of a component's list; as a text, where the list does not have it.
    const sdmx::Value& coded(const CubeComponent& of, std::string code) {
        const auto known = std::ranges::find(of.codes, code, &sdmx::Value::id);
        return known == of.codes.end() ? kept_text(std::move(code)) : *known;
    }

    std::string start_day() const {
        return fmt::format("--{:02}-{:02}", context_.fiscal_year.month, context_.fiscal_year.day);
    }

    // The number of what each row says. Mostly it says what the one before does, and often all of
    // them say the same.
    template <typename What, typename Number>
    static sdmx::IndexColumn numbers_of(const Shown& shown, const base::EvenColumn<What>& column,
                                        Number number_of) {
        auto last = column[shown.rows[0]];
        auto number = number_of(last);
        if (column.is_even())
            return sdmx::IndexColumn{number};
        std::vector<What> room;
        std::vector<std::int32_t> numbers(shown.rows.size());
        auto at = numbers.begin();
        for (const auto what : shown.rows.in(column.each(), room)) {
            if (what != last)
                number = number_of(last = what);
            *at++ = number;
        }
        return sdmx::IndexColumn{std::move(numbers)};
    }

    // The same of letters from A to Z. They change at random places, so a table is looked into for
    // each rather than asked whether it is the one before.
    sdmx::IndexColumn letters_of(Attribute& attribute, const Shown& shown,
                                 const base::EvenColumn<char>& column) {
        const auto number_of = [&](char letter) {
            return attribute.meet(letter - 'A', [&]() -> const sdmx::Value& {
                return coded(attribute.of(), std::string(1, letter));
            });
        };
        if (column.is_even())
            return sdmx::IndexColumn{number_of(*column.data())};
        std::array<std::int32_t, 'Z' - 'A' + 1> known;
        known.fill(sdmx::no_value);
        std::vector<char> room;
        std::vector<std::int32_t> numbers(shown.rows.size());
        auto at = numbers.begin();
        for (const char letter : shown.rows.in(column.each(), room)) {
            auto& number = known[place(letter - 'A')];
            if (number == sdmx::no_value)
                number = number_of(letter);
            *at++ = number;
        }
        return sdmx::IndexColumn{std::move(numbers)};
    }

    sdmx::IndexColumn days_of(const Shown& shown) {
        const auto& days = shown.all->days;
        if (days.is_even()) {
            std::int32_t number = 0;
            published_.put_numbers({days.data(), 1}, {&number, 1});
            return sdmx::IndexColumn{number};
        }
        std::vector<std::int32_t> numbers(shown.rows.size());
        published_.put_numbers(shown.rows.in(days.each(), room_), numbers);
        return sdmx::IndexColumn{std::move(numbers)};
    }

    sdmx::IndexColumn of_observations(Attribute& attribute, const Shown& shown) {
        const auto& of = attribute.of();
        const auto& all = *shown.all;
        const auto text = [&](std::int32_t index) {
            return index == 0 ? sdmx::no_value : attribute.meet(index, [&]() -> const sdmx::Value& {
                return kept({cube_.texts[index]});
            });
        };
        switch (of.from) {
            case From::status:
                return letters_of(attribute, shown, all.statuses);
            case From::origin:
                return numbers_of(shown, all.sources, text);
            case From::day_published:
                return days_of(shown);
            case From::basis:
                return letters_of(attribute, shown, all.bases);
            case From::name_of_row:
                return names_of(attribute, shown);
            case From::remark:
                return numbers_of(shown, all.comments, text);
            default:
                return numbers_of(shown, all.attributes, [&](std::int32_t said_there) {
                    return said(attribute, said_there);
                });
        }
    }

    // Mostly each has its own.
    sdmx::IndexColumn names_of(Attribute& attribute, const Shown& shown) {
        if (!shown.all->are_named())
            return sdmx::IndexColumn{sdmx::no_value};
        auto& names = answer_.values.emplace_front();
        names.reserve(shown.rows.size());
        std::vector<std::int32_t> numbers(shown.rows.size(), sdmx::no_value);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (const auto name = shown.all->name_of(shown.rows[i]); !name.empty()) {
                numbers[i] = static_cast<std::int32_t>(attribute.values.size());
                attribute.values.push_back(&names.emplace_back(sdmx::Value{name}));
            }
        return sdmx::IndexColumn{std::move(numbers)};
    }

    const Cube& cube_;
    const AnswerContext& context_;
    DataAnswer& answer_;  ///< keeps the texts that nobody else does
    const sdmx::DataStructure& structure_;
    OrderedColumn time_;
    OrderedColumn published_;
    std::vector<DimensionColumn> dimensions_;
    std::vector<Attribute> series_attributes_;
    std::vector<Attribute> observation_attributes_;
    sdmx::DataSet set_;
    std::vector<std::int32_t> room_;          ///< for rows that are not a stretch
    std::vector<base::DecimalText> figures_;  ///< the same
};

void keep_first_and_last(RowSet& rows, const sdmx::DataQuery& query) {
    const auto length = rows.size();
    const auto first = query.first.value_or(0);
    const auto last = query.last.value_or(0);
    // Either may be as large as a number can be.
    if ((!query.first && !query.last) || first >= length || last >= length - first)
        return;
    if (query.first && query.last)
        rows.list().erase(rows.list().begin() + static_cast<std::ptrdiff_t>(first),
                          rows.list().end() - static_cast<std::ptrdiff_t>(last));
    else if (query.first)
        rows.cut(0, first);
    else
        rows.cut(length - last, last);
}

/// What limit and offset leave, counted over the whole answer.
struct Window {
    std::size_t skip;
    std::size_t left;

    void cut(RowSet& rows) {
        const auto skipped = std::min(skip, rows.size());
        skip -= skipped;
        rows.cut(skipped, left);
        left -= rows.size();
    }
};

Error too_large(std::size_t observations_max) {
    return Error{ErrorCode::sdmx_too_large,
                 fmt::format("more than {} observations; ask for fewer series, periods or, with "
                             "limit, observations",
                             observations_max),
                 {}};
}

// Of many series the rows are counted before any is held, so that what is refused costs no memory.
Result<void> check_size(const Cube& cube, const Slice& slice, const sdmx::DataQuery& query,
                        const AnswerContext& context, StoreReadings& readings) {
    constexpr std::size_t few = 1000;
    if (slice.series().size() <= few || query.limit)
        return {};
    std::size_t observations = 0;
    RowSet rows;
    for (const auto index : slice.series()) {
        const auto all = TRY(cube.rows(index, readings));
        if (query.include_history)
            slice.history_of(*all, rows);
        else
            slice.rows_of(*all, rows);
        keep_first_and_last(rows, query);
        observations += rows.size();
        if (observations > context.observations_max)
            return too_large(context.observations_max);
    }
    return {};
}

/// The answer of one cube: what is shown, and then the data sets of it.
Result<void> answer_cube(const NamedCube& named, const sdmx::DataQuery& query, sdmx::Rest rest,
                         const AnswerContext& context, Window& window, DataAnswer& answer) {
    const Cube& cube = *named.cube;
    const auto slice = TRY(Slice::create(named, query.selection, rest, context));
    StoreReadings readings;
    TRY(check_size(cube, slice, query, context, readings));
    SetMaker maker{cube, query, context, answer};
    const auto order = TRY(Order::create(cube, query.sort));
    std::vector<Shown> all;
    for (const auto index : slice.series()) {
        Shown shown{&cube.series[index], TRY(cube.rows(index, readings)), {}};
        if (query.include_history)
            slice.history_of(*shown.all, shown.rows);
        else
            slice.rows_of(*shown.all, shown.rows);
        keep_first_and_last(shown.rows, query);
        if (!order.is_asked())
            window.cut(shown.rows);
        if (shown.rows.empty())
            continue;
        answer.observations += shown.rows.size();
        if (answer.observations > context.observations_max)
            return too_large(context.observations_max);
        all.push_back(std::move(shown));
    }
    if (order.is_asked()) {
        order.arrange(all, context.flat || query.dimension_at_observation == "AllDimensions");
        for (auto& shown : all) {
            answer.observations -= shown.rows.size();
            window.cut(shown.rows);
            answer.observations += shown.rows.size();
        }
        std::erase_if(all, [](const Shown& shown) { return shown.rows.empty(); });
    }
    // Data sets by the day on which they were disseminated; one where no history is asked for.
    std::map<std::int32_t, std::vector<Shown>> sets;
    for (const auto& shown : all) {
        maker.use(shown);
        answer.rows.push_back(shown.all);
    }
    if (!query.include_history && !all.empty())
        sets.emplace(0, std::move(all));
    else
        for (const auto& shown : all)
            for (std::size_t i = 0; i < shown.rows.size(); ++i) {
                const auto row = static_cast<std::uint32_t>(shown.rows[i]);
                auto& of_day = sets[shown.all->days[row]];
                if (of_day.empty() || of_day.back().series != shown.series)
                    of_day.push_back({shown.series, shown.all, {}});
                of_day.back().rows.list().push_back(row);
            }
    maker.number();
    const auto first_set = answer.sets.size();
    for (auto& [day, of_day] : sets) {
        auto& kept = answer.series.emplace_front();
        kept.reserve(of_day.size());
        for (auto& one : of_day) {
            const auto time_of = [&](std::uint32_t row) { return one.all->times[row]; };
            if (query.include_history && !order.is_asked())
                std::ranges::stable_sort(one.rows.list(), {}, time_of);
            kept.push_back(maker.refer(one));
        }
        sdmx::DataSet set;
        set.series = sdmx::source_of(kept);
        if (query.include_history) {
            set.action = sdmx::DataSetStart::Action::replace;
            set.valid_from =
                std::string{cube.days[place(day)].id} + "T00:00:00" + context.utc_offset.text();
        }
        answer.sets.push_back(std::move(set));
    }
    if (first_set == answer.sets.size())
        return {};
    auto columns = std::move(maker).columns();
    columns.of.provision_agreement = named.agreement();
    for (auto i = first_set; i < answer.sets.size(); ++i) {
        auto& set = answer.sets[i];
        columns.action = set.action;
        columns.valid_from = std::move(set.valid_from);
        columns.series = std::move(set.series);
        const bool is_last = i + 1 == answer.sets.size();
        set = is_last ? std::move(columns) : columns;
    }
    return {};
}

}  // namespace

Result<DataAnswer> answer_data(const Catalogue& catalogue, const sdmx::DataQuery& query,
                               sdmx::Rest rest, const AnswerContext& now) {
    auto context = now;
    if (!query.as_of.empty()) {
        const auto asked = sdmx::parse_period(query.as_of, {}).value();
        context.as_of = std::min(context.as_of, asked.first);
        const auto& after = query.selection.updated_after;
        if (!after.empty() && sdmx::parse_period(after, {}).value().first > asked.first)
            return sdmx::query::syntax("updatedAfter", "a time before asOf", after);
    }
    DataAnswer answer;
    Window window{query.offset, query.limit.value_or(SIZE_MAX)};
    for (const auto& named : TRY(cubes_of(catalogue, query.selection)))
        TRY(answer_cube(named, query, rest, context, window, answer));
    if (answer.sets.empty())
        return Error{ErrorCode::sdmx_no_results, "no observation matches the query", {}};
    return answer;
}

}  // namespace dissemination
