#include "dissemination/answer.h"

#include "dissemination/foreign.h"
#include "dissemination/order.h"
#include "dissemination/slice.h"
#include "sdmx/query_words.h"

#include <fmt/format.h>

#include <algorithm>
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
    std::vector<const sdmx::Value*> number() {
        std::ranges::sort(used_);
        used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
        std::vector<const sdmx::Value*> values;
        values.reserve(used_.size());
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

/// Which of all times or days are used, numbered in their order.
class OrderedColumn {
  public:
    explicit OrderedColumn(const std::vector<sdmx::Value>& all)
        : all_(&all), numbers_(all.size()) {}

    void use(std::int32_t index) {
        auto& number = numbers_[place(index)];
        count_ += number == 0 ? 1 : 0;
        number = 1;
    }
    std::vector<const sdmx::Value*> number() {
        std::vector<const sdmx::Value*> values(count_);
        auto next = values.begin();
        const auto* value = all_->data();
        for (auto& number : numbers_) {
            if (number != 0) {
                *next++ = value;
                number = static_cast<std::int32_t>(next - values.begin());
            }
            ++value;
        }
        return values;
    }
    std::int32_t number_of(std::int32_t index) const { return numbers_[place(index)] - 1; }

  private:
    const std::vector<sdmx::Value>* all_;
    std::vector<std::int32_t> numbers_;  ///< from 1; 0 where one is not used
    std::size_t count_ = 0;
};

/// An attribute whose values come in the order in which they are met.
class Attribute {
  public:
    explicit Attribute(const CubeComponent& of) : of_(&of) {}

    std::vector<const sdmx::Value*> values;

    const CubeComponent& of() const { return *of_; }

    /// The number of what is told apart by `what`; its value is made when it is first met.
    template <typename MakeValue>
    std::int32_t meet(std::int32_t what, MakeValue value) {
        auto& number = number_of(what);
        if (number == sdmx::no_value) {
            number = static_cast<std::int32_t>(values.size());
            values.push_back(&value());
        }
        return number;
    }
    /// The value, if it was met before, by its text.
    std::map<std::string_view, std::int32_t> number_of_text;

  private:
    std::int32_t& number_of(std::int32_t what) {
        constexpr std::size_t few = 1024;
        const auto at = static_cast<std::size_t>(what);
        if (at >= few)
            return others_.try_emplace(what, sdmx::no_value).first->second;
        if (at >= numbers_.size())
            numbers_.resize(at + 1, sdmx::no_value);
        return numbers_[at];
    }

    const CubeComponent* of_;
    std::vector<std::int32_t> numbers_;  ///< of small ones
    std::map<std::int32_t, std::int32_t> others_;
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
        for (const auto* one : shown.rows) {
            time_.use(one->time);
            published_.use(one->day);
        }
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
        for (auto& attribute : series_attributes_)
            data.attributes.push_back(of_series(attribute, shown));
        data.times.resize(shown.rows.size());
        data.values.resize(shown.rows.size());
        auto time = data.times.begin();
        auto value = data.values.begin();
        for (const auto* one : shown.rows) {
            *time++ = time_.number_of(one->time);
            *value++ = one->value;
        }
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

    static sdmx::Column column_of(const CubeComponent& of, std::vector<const sdmx::Value*> values) {
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
                return said(attribute, shown.rows.back()->attributes);
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
    static std::vector<std::int32_t> numbers_of(const Shown& shown, What what_of,
                                                Number number_of) {
        auto last = what_of(*shown.rows.front());
        auto number = number_of(last);
        const auto other = std::ranges::find_if(
            shown.rows, [&](const CubeRow* one) { return what_of(*one) != last; });
        std::vector<std::int32_t> numbers;
        if (number == sdmx::no_value && other == shown.rows.end())
            return numbers;
        numbers.resize(shown.rows.size());
        auto at = std::fill_n(numbers.begin(), other - shown.rows.begin(), number);
        for (auto row = other; row != shown.rows.end(); ++row) {
            if (const auto what = what_of(**row); what != last) {
                last = what;
                number = number_of(what);
            }
            *at++ = number;
        }
        return numbers;
    }

    std::vector<std::int32_t> of_observations(Attribute& attribute, const Shown& shown) {
        const auto& of = attribute.of();
        const auto text = [&](std::int32_t index) {
            return index == 0 ? sdmx::no_value : attribute.meet(index, [&]() -> const sdmx::Value& {
                return kept({cube_.texts[index]});
            });
        };
        const auto letter = [&](char code) {
            return attribute.meet(code - 'A', [&]() -> const sdmx::Value& {
                return coded(of, std::string(1, code));
            });
        };
        switch (of.from) {
            case From::status:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.status; }, letter);
            case From::origin:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.source; }, text);
            case From::day_published:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.day; },
                    [&](std::int32_t day) { return published_.number_of(day); });
            case From::basis:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.estimated ? 'E' : 'S'; }, letter);
            case From::name_of_row:
                return names_of(attribute, shown);
            case From::remark:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.comment; }, text);
            default:
                return numbers_of(
                    shown, [](const CubeRow& one) { return one.attributes; },
                    [&](std::int32_t said_there) { return said(attribute, said_there); });
        }
    }

    // Mostly each has its own.
    std::vector<std::int32_t> names_of(Attribute& attribute, const Shown& shown) {
        std::vector<std::int32_t> numbers;
        if (shown.all->names.empty())
            return numbers;
        auto& names = answer_.values.emplace_front();
        names.reserve(shown.rows.size());
        numbers.resize(shown.rows.size(), sdmx::no_value);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (const auto& one = *shown.rows[i]; one.name_size > 0) {
                names.push_back({shown.all->name_of(one)});
                numbers[i] = static_cast<std::int32_t>(attribute.values.size());
                attribute.values.push_back(&names.back());
            }
        return numbers;
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
};

void keep_first_and_last(std::vector<const CubeRow*>& rows, const sdmx::DataQuery& query) {
    const auto length = rows.size();
    if (query.first && query.last && *query.first + *query.last >= length)
        return;
    if (query.first && query.last)
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*query.first),
                   rows.end() - static_cast<std::ptrdiff_t>(*query.last));
    else if (query.first && *query.first < length)
        rows.resize(*query.first);
    else if (query.last && *query.last < length)
        rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(*query.last));
}

/// What limit and offset leave, counted over the whole answer.
struct Window {
    std::size_t skip;
    std::size_t left;

    void cut(std::vector<const CubeRow*>& rows) {
        const auto skipped = std::min(skip, rows.size());
        skip -= skipped;
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(skipped));
        if (rows.size() > left)
            rows.resize(left);
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
    std::vector<const CubeRow*> rows;
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
    answer.series_count += all.size();
    for (const auto& shown : all) {
        maker.use(shown);
        answer.rows.push_back(shown.all);
    }
    if (!query.include_history && !all.empty())
        sets.emplace(0, std::move(all));
    else
        for (const auto& shown : all)
            for (const auto* one : shown.rows) {
                auto& of_day = sets[one->from];
                if (of_day.empty() || of_day.back().series != shown.series)
                    of_day.push_back({shown.series, shown.all, {}});
                of_day.back().rows.push_back(one);
            }
    maker.number();
    const auto first_set = answer.sets.size();
    for (auto& [day, of_day] : sets) {
        auto& kept = answer.series.emplace_front();
        kept.reserve(of_day.size());
        for (auto& one : of_day) {
            const auto by_time = [](const auto* a, const auto* b) { return a->time < b->time; };
            if (query.include_history && !order.is_asked() &&
                !std::ranges::is_sorted(one.rows, by_time))
                std::ranges::sort(one.rows, by_time);
            kept.push_back(maker.refer(one));
        }
        sdmx::DataSet set;
        set.series = sdmx::source_of(kept);
        if (query.include_history) {
            set.action = sdmx::DataSetStart::Action::replace;
            set.valid_from = base::to_string(base::Day{std::chrono::days{day}}) + "T00:00:00" +
                             context.utc_offset.text();
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
