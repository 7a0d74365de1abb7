#include "dissemination/answer.h"

#include "dissemination/foreign.h"
#include "dissemination/order.h"
#include "dissemination/slice.h"
#include "sdmx/query_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace dissemination {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

std::size_t place(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

/// A column whose values stand in an order of their own: those that are used are noted first and
/// numbered then.
struct OrderedColumn {
    sdmx::Column column;
    std::vector<std::int32_t> places;

    explicit OrderedColumn(std::size_t size) : places(size, sdmx::no_value) {}
    void use(std::int32_t index) { places[place(index)] = 0; }
    template <typename MakeValue>
    void number(MakeValue value) {
        column.values.reserve(static_cast<std::size_t>(std::ranges::count(places, 0)));
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] == 0) {
                places[i] = static_cast<std::int32_t>(column.values.size());
                column.values.push_back(value(i));
            }
    }
};

/// A column whose values come in the order in which they are met.
class MetColumn {
  public:
    explicit MetColumn(sdmx::Column empty) : column(std::move(empty)) {}

    sdmx::Column column;

    std::int32_t last_met = 0;
    std::int32_t last_place = sdmx::no_value;

    template <typename MakeValue>
    std::int32_t meet(std::int32_t what, MakeValue value) {
        // Mostly that of the observation before.
        if (last_place == sdmx::no_value || what != last_met) {
            last_met = what;
            last_place = find(what, value);
        }
        return last_place;
    }

  private:
    template <typename MakeValue>
    std::int32_t find(std::int32_t what, MakeValue value) {
        const auto [found, is_new] =
            places.emplace(what, static_cast<std::int32_t>(column.values.size()));
        if (is_new)
            column.values.push_back(value());
        return found->second;
    }

    std::unordered_map<std::int32_t, std::int32_t> places;
};

// Reserving for each series what it needs would copy all others each time.
void make_room(std::vector<sdmx::Value>& values, std::size_t more) {
    if (values.capacity() < values.size() + more)
        values.reserve(std::max(values.size() + more, 2 * values.capacity()));
}

/// Makes the data sets of one cube. Every series that is shown is announced by `use` before the
/// first is referred to the columns.
class SetMaker {
  public:
    SetMaker(const Catalogue& catalogue, const Cube& cube, const sdmx::DataQuery& query,
             const AnswerContext& context, DataAnswer& answer)
        : catalogue_(catalogue),
          cube_(cube),
          context_(context),
          answer_(answer),
          structure_(std::get<sdmx::DataStructure>(cube.structure->body)),
          time_(cube.times.size()),
          published_(cube.days.size()) {
        for (const auto* list : cube.lists)
            dimensions_.emplace_back(list->items.size());
        for (const auto* component : structure_.in_role(sdmx::ComponentRole::attribute)) {
            const bool is_of_each =
                component->attachment.level == sdmx::Attachment::Level::observation;
            (is_of_each ? observation_attributes_ : series_attributes_)
                .push_back({MetColumn{column_of(component->id)}, what_of(component->id)});
        }
        choose_attributes(query.attributes);
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
        for (std::size_t d = 0; d < dimensions_.size(); ++d) {
            dimensions_[d].column = column_of(cube_.dimensions[d]->id);
            dimensions_[d].number([&](std::size_t i) {
                const auto& item = cube_.lists[d]->items[i];
                return sdmx::Value{item.id, &item};
            });
        }
        time_.column = column_of(time_period);
        time_.number([&](std::size_t i) { return cube_.times[i]; });
        published_.number([&](std::size_t i) { return cube_.days[i]; });
        for (auto& one : observation_attributes_)
            if (one.what == What::published)
                one.column.values = std::move(published_.column.values);
    }

    sdmx::SeriesData refer(const Shown& shown) {
        sdmx::SeriesData data;
        data.key.reserve(dimensions_.size());
        for (std::size_t d = 0; d < dimensions_.size(); ++d)
            data.key.push_back(dimensions_[d].places[place(shown.series->key[d])]);
        for (std::size_t i = 0; i < series_attributes_.size(); ++i)
            if (wanted_[i])
                data.attributes.push_back(of_series(series_attributes_[i], shown));
        data.times.reserve(shown.rows.size());
        data.values.reserve(shown.rows.size());
        for (const auto* one : shown.rows) {
            data.times.push_back(time_.places[place(one->time)]);
            data.values.emplace_back(one->value);
        }
        refer_attributes(shown, data.observation_attributes);
        return data;
    }

    /// Once every series has been referred to them: what the columns of each data set are.
    sdmx::DataSet columns() && {
        sdmx::DataSet set;
        set.of = {cube_.flow, cube_.structure, nullptr};
        for (auto& dimension : dimensions_)
            set.dimensions.push_back(std::move(dimension.column));
        set.time = std::move(time_.column);
        set.measure = column_of(structure_.in_role(sdmx::ComponentRole::measure).front()->id);
        for (std::size_t i = 0; i < series_attributes_.size(); ++i)
            if (wanted_[i])
                set.series_attributes.push_back(std::move(series_attributes_[i].column));
        for (std::size_t i = 0; i < observation_attributes_.size(); ++i)
            if (wanted_[i + series_attributes_.size()])
                set.observation_attributes.push_back(std::move(observation_attributes_[i].column));
        return set;
    }

  private:
    /// What an attribute's values come from.
    enum class What : std::uint8_t {
        said,  ///< the attributes of a figure of another agency's dataflow
        multiplier,
        year_start,
        status,
        source,
        published,
        basis,
        row,
        comment
    };
    struct Attribute : MetColumn {
        What what = What::said;
    };

    What what_of(std::string_view id) const {
        constexpr std::pair<std::string_view, What> own[] = {{unit_mult, What::multiplier},
                                                             {year_start, What::year_start},
                                                             {obs_status, What::status},
                                                             {source, What::source},
                                                             {published, What::published},
                                                             {date_basis, What::basis},
                                                             {row, What::row},
                                                             {comment, What::comment}};
        const auto* known = std::ranges::find(own, id, [](const auto& one) { return one.first; });
        return cube_.is_foreign || known == std::end(own) ? What::said : known->second;
    }

    std::int32_t of_series(Attribute& attribute, const Shown& shown) {
        const auto& series = *shown.series;
        switch (attribute.what) {
            case What::multiplier:
                return attribute.meet(series.multiplier, [&] {
                    return coded(unit_mult, std::to_string(series.multiplier));
                });
            case What::year_start:
                return series.fiscal_years ? attribute.meet(0, [&] { return start_day(); })
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
        const auto text = said_of(cube_.texts[attributes], attribute.column.component->id);
        if (text.empty())
            return sdmx::no_value;
        const auto* component = attribute.column.component;
        auto& places = said_places_[component];
        auto& values = attribute.column.values;
        const auto known = places.find(text);
        if (known != places.end())
            return known->second;
        const std::string_view kept = answer_.texts.emplace_back(text);
        values.push_back({kept, item_of(list_of(catalogue_.registry, *component), kept)});
        return places.emplace(kept, static_cast<std::int32_t>(values.size()) - 1).first->second;
    }

    static const sdmx::Item* item_of(const sdmx::ItemScheme* list, std::string_view code) {
        if (list == nullptr)
            return nullptr;
        const auto found = std::ranges::find(list->items, code, &sdmx::Item::id);
        return found == list->items.end() ? nullptr : &*found;
    }

    sdmx::Column column_of(std::string_view id) const {
        const auto* component = structure_.find(id);
        return {component, catalogue_.registry.find_item(component->concept_identity), {}};
    }

    sdmx::Value coded(std::string_view component, std::string code) const {
        auto reference = *structure_.find(component)->representation.enumeration;
        reference.item = std::move(code);
        const auto* item = catalogue_.registry.find_item(reference);
        return {answer_.texts.emplace_back(std::move(reference.item)), item};
    }

    sdmx::Value start_day() const {
        return {answer_.texts.emplace_back(
            fmt::format("--{:02}-{:02}", context_.fiscal_year.month, context_.fiscal_year.day))};
    }

    void choose_attributes(const std::optional<std::vector<std::string>>& asked) {
        const auto chosen = [&](const MetColumn& one, std::string_view group) {
            return !asked || std::any_of(asked->begin(), asked->end(), [&](const auto& word) {
                return word == one.column.component->id || word == group;
            });
        };
        for (const auto& one : series_attributes_)
            wanted_.push_back(chosen(one, "*series"));
        for (const auto& one : observation_attributes_)
            wanted_.push_back(chosen(one, "*obs"));
    }

    // One attribute after another, each for all rows.
    void refer_attributes(const Shown& shown, std::vector<std::int32_t>& to) {
        const auto wanted =
            wanted_.begin() + static_cast<std::ptrdiff_t>(series_attributes_.size());
        const auto width = static_cast<std::size_t>(std::count(wanted, wanted_.end(), true));
        to.resize(shown.rows.size() * width);
        std::size_t first = 0;
        const auto fill = [&](auto index_of) {
            for (std::size_t r = 0; r < shown.rows.size(); ++r)
                to[r * width + first] = index_of(*shown.rows[r]);
        };
        for (std::size_t i = 0; i < observation_attributes_.size(); ++i) {
            if (!wanted[static_cast<std::ptrdiff_t>(i)])
                continue;
            auto& column = observation_attributes_[i];
            const auto text = [&](std::int32_t index) {
                return index == 0
                           ? sdmx::no_value
                           : column.meet(index, [&] { return sdmx::Value{cube_.texts[index]}; });
            };
            switch (column.what) {
                case What::status:
                    fill([&](const CubeRow& one) {
                        return column.meet(one.status, [&] {
                            return coded(obs_status, std::string(1, one.status));
                        });
                    });
                    break;
                case What::source:
                    fill([&](const CubeRow& one) { return text(one.source); });
                    break;
                case What::published:
                    fill([&](const CubeRow& one) { return published_.places[place(one.day)]; });
                    break;
                case What::basis:
                    fill([&](const CubeRow& one) {
                        return column.meet(one.estimated ? 1 : 0, [&] {
                            return coded(date_basis, one.estimated ? "E" : "S");
                        });
                    });
                    break;
                case What::row:  // mostly each has its own
                    make_room(column.column.values, shown.rows.size());
                    fill([&](const CubeRow& one) {
                        if (one.name_size == 0)
                            return sdmx::no_value;
                        column.column.values.push_back({shown.all->name_of(one)});
                        return static_cast<std::int32_t>(column.column.values.size()) - 1;
                    });
                    break;
                case What::comment:
                    fill([&](const CubeRow& one) { return text(one.comment); });
                    break;
                default: {
                    // Mostly what the one before says.
                    std::int32_t last = 0, at = sdmx::no_value;
                    fill([&](const CubeRow& one) {
                        if (std::exchange(last, one.attributes) != one.attributes)
                            at = said(column, one.attributes);
                        return at;
                    });
                }
            }
            ++first;
        }
    }

    const Catalogue& catalogue_;
    const Cube& cube_;
    const AnswerContext& context_;
    DataAnswer& answer_;  ///< keeps the texts that nobody else does
    const sdmx::DataStructure& structure_;
    OrderedColumn time_;
    OrderedColumn published_;
    std::vector<OrderedColumn> dimensions_;
    std::vector<Attribute> series_attributes_;
    std::vector<Attribute> observation_attributes_;
    /// Where the texts of said attributes stand in their columns.
    std::map<const sdmx::Component*, std::map<std::string_view, std::int32_t>> said_places_;
    std::vector<bool> wanted_;  ///< of the series' attributes, then the observations'
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
                        const AnswerContext& context) {
    constexpr std::size_t few = 1000;
    if (slice.series().cardinality() <= few || query.limit)
        return {};
    std::size_t observations = 0;
    std::vector<const CubeRow*> rows;
    for (const auto index : slice.series()) {
        const auto all = TRY(cube.rows(index));
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
Result<void> answer_cube(const Catalogue& catalogue, const NamedCube& named,
                         const sdmx::DataQuery& query, sdmx::Rest rest,
                         const AnswerContext& context, Window& window, DataAnswer& answer) {
    const Cube& cube = *named.cube;
    const auto slice = TRY(Slice::create(named, query.selection, rest, context));
    TRY(check_size(cube, slice, query, context));
    SetMaker maker{catalogue, cube, query, context, answer};
    const auto order = TRY(Order::create(cube, query.sort));
    std::vector<Shown> all;
    for (const auto index : slice.series()) {
        Shown shown{&cube.series[index], TRY(cube.rows(index)), {}};
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
    for (auto& shown : all) {
        answer.series_count += 1;
        maker.use(shown);
        answer.rows.push_back(shown.all);
        if (!query.include_history) {
            sets[0].push_back(std::move(shown));
            continue;
        }
        for (const auto* one : shown.rows) {
            auto& of_day = sets[one->from];
            if (of_day.empty() || of_day.back().series != shown.series)
                of_day.push_back({shown.series, shown.all, {}});
            of_day.back().rows.push_back(one);
        }
    }
    maker.number();
    const auto first_set = answer.sets.size();
    for (auto& [day, of_day] : sets) {
        auto& kept = answer.series.emplace_back();
        kept.reserve(of_day.size());
        for (auto& one : of_day) {
            const auto by_time = [](const auto* a, const auto* b) { return a->time < b->time; };
            if (!order.is_asked() && !std::ranges::is_sorted(one.rows, by_time))
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
        TRY(answer_cube(catalogue, named, query, rest, context, window, answer));
    if (answer.sets.empty())
        return Error{ErrorCode::sdmx_no_results, "no observation matches the query", {}};
    return answer;
}

}  // namespace dissemination
