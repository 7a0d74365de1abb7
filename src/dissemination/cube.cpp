#include "dissemination/cube.h"

#include "dissemination/placement.h"
#include "statistics/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace dissemination {
namespace {

using statistics::ObservationStatus;
using statistics::Span;

// "State Bank of Pakistan, by Profit": whose figure it is, and who printed it.
std::string words_of(const statistics::SourceTable& sources, const std::string& key) {
    const auto found = sources.find(key);
    if (found == sources.end())
        return key;
    const auto& source = found->second;
    return source.attributed_to.empty() || source.attributed_to == source.publisher
               ? source.publisher
               : source.attributed_to + ", by " + source.publisher;
}

// A time as it is dated: July to March is dated March.
using Dated = std::tuple<base::Day, base::Day, std::string>;
// All that tells a time of the store from another, in one number.
std::uint64_t packed(const statistics::TimePeriod& time) {
    const auto start =
        time.span == Span::year_to_date ? time.year_start.month : time.period.year_start().month;
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(time.period.index())) |
           static_cast<std::uint64_t>(time.period.frequency()) << 32 |
           static_cast<std::uint64_t>(time.span) << 40 | static_cast<std::uint64_t>(start) << 48;
}

}  // namespace

class CubeMaker {
  public:
    CubeMaker(const Catalogue& catalogue, std::unique_ptr<Placement> placement,
              const statistics::SourceTable& sources, std::shared_ptr<RowCache> cache)
        : catalogue_(catalogue), placement_(std::move(placement)), sources_(sources) {
        cube_.cache_ = std::move(cache);
        placement_->begin(cube_);
    }

    bool takes(const statistics::SeriesKey& key) const { return placement_->takes(key); }

    // Nothing, or why the series cannot be placed. Errors: block_damaged.
    base::Result<std::string> add(const statistics::SeriesKey& name,
                                  const std::vector<statistics::StoredBlock>& blocks,
                                  const FigureStore& store) {
        std::map<std::int32_t, bool> kinds;  // that have anything to show; in fiscal years?
        for (const auto& block : blocks) {
            TRY(statistics::decode_columns(block.bytes, columns_));
            note_words_and_days();
            std::size_t begin = 0;
            for (std::size_t run = 0; run < columns_.times.size(); ++run) {
                const auto end = columns_.time_ends[run];
                while (begin < end && columns_.status(begin) == ObservationStatus::missing)
                    ++begin;
                if (std::exchange(begin, end) == end)
                    continue;
                const auto [kind, is_fiscal] = note(columns_.times[run]);
                kinds[kind] |= is_fiscal;
            }
        }
        for (const auto& [kind, is_fiscal] : kinds) {
            auto place = placement_->place(cube_, name, kinds_[static_cast<std::size_t>(kind)]);
            if (!place.ok())
                return std::move(place).error().message;
            auto& gathered = series_[place->key];
            gathered.key = place->key;
            gathered.kind = kind;
            gathered.multiplier = place->multiplier;
            gathered.fiscal_years = gathered.fiscal_years || is_fiscal;
            gathered.parts.push_back({store.store.get(), store.recorded_max, name});
        }
        return std::string{};
    }

    Cube make() {
        number_times();
        number_days();
        describe_components();
        for (auto& [key, series] : series_)
            cube_.series.push_back(std::move(series));
        cube_.first_slot_ = cube_.cache_->add_slots(cube_.series.size());
        index();
        return std::move(cube_);
    }

  private:
    struct NotedTime {
        std::int32_t kind = 0;
        bool is_fiscal = false;
    };

    void note_words_and_days() {
        for (const auto& key : columns_.sources) {
            const auto [origin, is_new] = cube_.origin_of_.try_emplace(key);
            if (is_new)
                origin->second = {cube_.texts.add(words_of(sources_, key)), provider_of(key)};
        }
        for (const auto& reason : columns_.suspects)
            cube_.texts.add(reason);
        for (const auto& attributes : columns_.attributes)
            cube_.texts.add(attributes);
        std::int64_t last = INT64_MIN;
        for (const auto day : columns_.known_on.met())
            if (std::exchange(last, day) != day)
                days_.insert(static_cast<std::int32_t>(day));
    }

    NotedTime note(const statistics::TimePeriod& time) {
        const auto [noted, is_new] = noted_.try_emplace(packed(time));
        if (!is_new)
            return noted->second;
        const auto named = sdmx_time(time);
        const auto kind = placement_->kind_of(named);
        const auto known = std::ranges::find(kinds_, kind);
        noted->second = {static_cast<std::int32_t>(known - kinds_.begin()), named.fiscal};
        if (known == kinds_.end())
            kinds_.push_back(kind);
        const auto& period = time.period;
        times_[Dated{period.first_day(), period.last_day(), named.period}].push_back(packed(time));
        return noted->second;
    }

    void number_times() {
        for (const auto& [time, packed_times] : times_) {
            const auto index = static_cast<std::int32_t>(cube_.times.size());
            for (const auto one : packed_times)
                cube_.stored_times_.push_back({one, index, noted_.at(one).kind});
            auto& made = cube_.times.emplace_back();
            made.id = cube_.texts.kept(std::get<2>(time));
            made.start = std::get<0>(time);
            made.end = std::get<1>(time);
        }
        std::ranges::sort(cube_.stored_times_, {}, &CubeTime::stored);
        write(cube_.times, sdmx::append_json_period);
    }

    void number_days() {
        std::vector<std::int32_t> ascending(days_.begin(), days_.end());
        std::ranges::sort(ascending);
        if (!ascending.empty()) {
            cube_.first_day_ = ascending.front();
            const auto last = static_cast<std::size_t>(ascending.back() - cube_.first_day_);
            cube_.day_of_.resize(last + 1);
        }
        for (const auto day : ascending) {
            cube_.day_of_[static_cast<std::size_t>(day - cube_.first_day_)] =
                static_cast<std::int32_t>(cube_.days.size());
            const base::Day date{std::chrono::days{day}};
            cube_.days.push_back({cube_.texts.kept(base::to_string(date)), nullptr, date, date});
        }
        write(cube_.days, [](std::string& out, const sdmx::Value& day) {
            sdmx::append_json_text(out, day.id);
        });
    }

    // As JSON, once for all answers.
    template <typename Append>
    void write(std::vector<sdmx::Value>& values, Append append) {
        std::string all;
        std::vector<std::pair<std::size_t, std::size_t>> stretches;  // begin and end
        for (const auto& value : values) {
            all += all.empty() ? "" : ",";
            const auto begin = all.size();
            append(all, value);
            stretches.emplace_back(begin, all.size());
        }
        const auto kept = cube_.texts.kept(all);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto [begin, end] = stretches[i];
            values[i].json = kept.substr(begin, end - begin);
        }
    }

    void describe_components() {
        const auto& registry = catalogue_.registry;
        for (const auto& component :
             std::get<sdmx::DataStructure>(cube_.structure->body).components) {
            auto& made = cube_.components.emplace_back();
            made.component = &component;
            made.concept_item = registry.find_item(component.concept_identity);
            if (!cube_.is_foreign)
                made.from = from_of(component.id);
            const auto dimension = std::ranges::find(cube_.dimensions, &component);
            const auto* list =
                dimension == cube_.dimensions.end()
                    ? list_of(registry, component)
                    : cube_.lists[static_cast<std::size_t>(dimension - cube_.dimensions.begin())];
            if (list != nullptr)
                for (const auto& item : list->items)
                    made.codes.push_back({item.id, &item});
        }
        std::vector<sdmx::NamedComponent> named;
        for (const auto& made : cube_.components)
            named.push_back({made.concept_item, made.codes});
        cube_.json = std::make_unique<const sdmx::KeptFlowJson>(
            sdmx::FlowDescription{cube_.flow, cube_.structure}, std::move(named));
    }

    static CubeComponent::From from_of(std::string_view id) {
        using From = CubeComponent::From;
        constexpr std::pair<std::string_view, From> own[] = {
            {unit_mult, From::multiplier},    {year_start, From::first_day},
            {obs_status, From::status},       {source, From::origin},
            {published, From::day_published}, {date_basis, From::basis},
            {row_id, From::name_of_row},      {comment, From::remark}};
        const auto* known = std::ranges::find(own, id, [](const auto& one) { return one.first; });
        return known == std::end(own) ? From::said : known->second;
    }

    // To whom the table attributes a figure: "PBS", "PBS (provisional)" or the provider's name.
    std::uint8_t provider_of(const std::string& key) const {
        const auto found = sources_.find(key);
        if (found == sources_.end())
            return 0;
        const auto& attributed = found->second.attributed_to;
        for (std::size_t i = 0; i < cube_.providers.size(); ++i) {
            const auto& id = cube_.providers[i].id;
            const bool is_named = attributed.starts_with(id) &&
                                  (attributed.size() == id.size() || attributed[id.size()] == ' ');
            const auto declared =
                std::ranges::find(catalogue_.statistics.providers, id, &plan::StatisticalItem::id);
            if (is_named || (declared != catalogue_.statistics.providers.end() &&
                             attributed == declared->naming.name))
                return static_cast<std::uint8_t>(i);
        }
        return 0;
    }

    void index() {
        for (std::size_t d = 0; d < cube_.dimensions.size(); ++d) {
            auto& places = cube_.place_of_.emplace_back();
            const auto& items = cube_.lists[d]->items;
            for (std::size_t i = 0; i < items.size(); ++i)
                places.emplace(items[i].id, static_cast<std::int32_t>(i));
            cube_.with_code.emplace_back(cube_.lists[d]->items.size());
            for (std::size_t s = 0; s < cube_.series.size(); ++s)
                cube_.with_code[d][static_cast<std::size_t>(cube_.series[s].key[d])].add(
                    static_cast<std::uint32_t>(s));
            for (auto& bitmap : cube_.with_code[d])
                bitmap.runOptimize();
        }
    }

    const Catalogue& catalogue_;
    std::unique_ptr<Placement> placement_;
    const statistics::SourceTable& sources_;
    Cube cube_;
    statistics::BlockColumns columns_;  ///< of the block that is read
    std::map<std::vector<std::int32_t>, CubeSeries> series_;
    std::vector<TimeKind> kinds_;
    std::unordered_map<std::uint64_t, NotedTime> noted_;
    std::map<Dated, std::vector<std::uint64_t>> times_;
    std::unordered_set<std::int32_t> days_;
};

namespace {

std::string month_text(base::Day day) {
    return base::to_string(day).substr(0, 7);
}

// A quarter or half of any year, dated in the calendar year where it lies on calendar quarters.
std::string part_of_year(const base::Period& period, int months, char letter) {
    const std::chrono::year_month_day first{period.first_day()};
    const auto month = static_cast<int>(static_cast<unsigned>(first.month()));
    if ((month - 1) % months == 0)
        return fmt::format("{:04}-{}{}", static_cast<int>(first.year()), letter,
                           (month - 1) / months + 1);
    return fmt::format("{}/P{}M", base::to_string(period.first_day()), months);
}

}  // namespace

std::int32_t TextTable::add(std::string_view text) {
    if (const auto known = known_.find(text); known != known_.end())
        return known->second;
    const auto index = static_cast<std::int32_t>(texts_.size());
    known_.emplace(texts_.emplace_back(text), index);
    return index;
}

std::int32_t TextTable::find(std::string_view text) const {
    const auto known = known_.find(text);
    return known == known_.end() ? 0 : known->second;
}

/// Mostly a time is asked for after the one before it.
class Cube::Times {
  public:
    Times(const Cube& cube, std::int32_t kind)
        : all_(cube.stored_times_), kind_(kind), next_(all_.begin()) {}
    std::int32_t operator()(const statistics::TimePeriod& time) {
        const auto stored = packed(time);
        if (next_ == all_.end() || next_->stored != stored)
            next_ = std::ranges::lower_bound(all_, stored, {}, &CubeTime::stored);
        if (next_ == all_.end() || next_->stored != stored)
            return -1;
        const auto& found = *next_++;
        return found.kind == kind_ ? found.index : -1;
    }

  private:
    const std::vector<CubeTime>& all_;
    std::int32_t kind_;
    std::vector<CubeTime>::const_iterator next_;
};

/// Makes the rows of a series. What is used again need not allocate again.
class Cube::RowMaker {
  public:
    std::shared_ptr<const CubeRows> make(const Cube& cube, statistics::StoredTimeline& timeline) {
        cube_ = &cube;
        columns_ = nullptr;
        rows_.begin(timeline.figures());
        replaced_.begin(0);  // they are few
        letters_.clear();
        timeline.for_each_step([&](const statistics::StoredStep& step) { add(step); });
        return made();
    }

  private:
    /// Rows as columns, of which the first `count` values stand.
    struct Rows {
        std::size_t count = 0;
        std::vector<base::Decimal> value;
        std::vector<std::int32_t> time, day, source, comment, attributes;
        std::vector<char> status, basis;
        std::vector<std::uint8_t> provider;
        std::vector<CubeRows::Name> name;

        void begin(std::size_t most) {
            count = 0;
            for_each_column([&](auto& column) {
                if (column.size() < most)
                    column.resize(most);
            });
        }
        void add(Rows& from, std::size_t row) {
            for_each_column(
                [&](auto& column, const auto& other) {
                    column.resize(std::max(column.size(), count + 1));
                    column[count] = other[row];
                },
                from);
            ++count;
        }
        template <typename Use, typename... Others>
        void for_each_column(Use use, Others&... others) {
            use(value, others.value...);
            use(time, others.time...);
            use(day, others.day...);
            use(source, others.source...);
            use(comment, others.comment...);
            use(attributes, others.attributes...);
            use(status, others.status...);
            use(basis, others.basis...);
            use(provider, others.provider...);
            use(name, others.name...);
        }
    };

    void add(const statistics::StoredStep& step) {
        if (step.columns != columns_)
            take(*step.columns);
        const auto& columns = *columns_;
        const auto place = step.place;
        const auto& origin = origins_[static_cast<std::size_t>(columns.source[place])];
        if (rows_.count > 0 && rows_.time[rows_.count - 1] == step.time)
            replaced_.add(rows_, --rows_.count);
        const auto row = rows_.count++;
        rows_.value[row] = columns.value(place);
        rows_.time[row] = step.time;
        const auto day = static_cast<std::int32_t>(columns.known_on[place]);
        rows_.day[row] = cube_->day_of_[static_cast<std::size_t>(day - cube_->first_day_)];
        rows_.source[row] = origin.text;
        rows_.provider[row] = origin.provider;
        rows_.status[row] = static_cast<char>(columns.status(place));
        rows_.basis[row] = columns.estimated[place] != 0 ? 'E' : 'S';
        rows_.comment[row] = 0;
        rows_.attributes[row] = 0;
        rows_.name[row] = {};
        if (has_texts_ || !step.suspect.empty())
            add_texts(step, row);
    }

    // What is the same for all figures of a block is found out once.
    void take(const statistics::BlockColumns& columns) {
        columns_ = &columns;
        origins_.clear();
        for (const auto& key : columns.sources)
            origins_.push_back(cube_->origin_of_.find(key)->second);
        has_texts_ = columns.has_rows() || !columns.attributes.empty();
    }

    void add_texts(const statistics::StoredStep& step, std::size_t row) {
        if (!step.suspect.empty()) {
            rows_.comment[row] = cube_->texts.find(step.suspect);
            rows_.status[row] = 'U';
        }
        if (const auto attributes = columns_->attributes_of(step.place); !attributes.empty())
            rows_.attributes[row] = cube_->texts.find(attributes);
        const auto begin = letters_.size();
        columns_->append_row(step.place, letters_);
        rows_.name[row] = {static_cast<std::uint32_t>(begin),
                           static_cast<std::uint16_t>(letters_.size() - begin)};
    }

    std::shared_ptr<const CubeRows> made() const {
        auto made = std::make_shared<CubeRows>();
        made->in_force = rows_.count;
        made->times = all(&Rows::time);
        const auto in_force = std::span{made->times}.first(rows_.count);
        made->times_follow = std::ranges::adjacent_find(in_force, [](auto one, auto next) {
                                 return next != one + 1;
                             }) == in_force.end();
        made->values = all(&Rows::value);
        made->days = even(&Rows::day);
        made->sources = even(&Rows::source);
        made->comments = even(&Rows::comment);
        made->attributes = even(&Rows::attributes);
        made->statuses = even(&Rows::status);
        made->bases = even(&Rows::basis);
        made->providers = even(&Rows::provider);
        for (const auto* rows : {&rows_, &replaced_})
            for (std::size_t row = 0; row < rows->count; ++row)
                made->last_day = std::max(made->last_day, rows->day[row]);
        if (!letters_.empty()) {
            made->names_ = all(&Rows::name);
            made->letters_ = letters_;
        }
        return made;
    }

    // Those in force, and behind them those that they replaced.
    template <typename Value>
    std::vector<Value> all(std::vector<Value> Rows::*of) const {
        std::vector<Value> values;
        values.reserve(rows_.count + replaced_.count);
        for (const auto* rows : {&rows_, &replaced_})
            values.insert(values.end(), (rows->*of).data(), (rows->*of).data() + rows->count);
        return values;
    }
    template <typename Value>
    base::EvenColumn<Value> even(std::vector<Value> Rows::*of) const {
        return base::EvenColumn<Value>::joined({(rows_.*of).data(), rows_.count},
                                               {(replaced_.*of).data(), replaced_.count});
    }

    const Cube* cube_ = nullptr;
    const statistics::BlockColumns* columns_ = nullptr;
    std::vector<FigureOrigin> origins_;  ///< of its sources
    bool has_texts_ = false;
    Rows rows_;  ///< in force
    Rows replaced_;
    std::string letters_;  ///< of all names
};

const std::vector<base::DecimalText>& CubeRows::printed() const {
    std::call_once(is_printed_, [&] {
        printed_.reserve(values.size());
        for (const auto& value : values)
            printed_.emplace_back(value);
    });
    return printed_;
}

const CubeComponent& Cube::described(const sdmx::Component& component) const {
    return components[static_cast<std::size_t>(&component - components.front().component)];
}

std::int32_t Cube::place_of(std::size_t dimension, std::string_view code) const {
    const auto& places = place_of_[dimension];
    const auto found = places.find(code);
    return found == places.end() ? sdmx::no_value : found->second;
}

std::optional<std::uint32_t> Cube::series_with(std::span<const std::int32_t> key) const {
    const auto less = [](const CubeSeries& one, std::span<const std::int32_t> wanted) {
        return std::ranges::lexicographical_compare(one.key, wanted);
    };
    const auto found = std::lower_bound(series.begin(), series.end(), key, less);
    if (found == series.end() || !std::ranges::equal(found->key, key))
        return {};
    return static_cast<std::uint32_t>(found - series.begin());
}

statistics::SeriesReading& StoreReadings::of(const statistics::SeriesStore& store) {
    auto known = std::ranges::find(of_, &store, [](const auto& one) { return one.first; });
    if (known == of_.end())
        known = of_.emplace(known, &store, store.reading());
    return *known->second;
}

std::int32_t Cube::days_until(base::Day day) const {
    const auto later = std::ranges::upper_bound(days, day, {}, &sdmx::Value::start);
    return static_cast<std::int32_t>(later - days.begin());
}

base::Result<std::shared_ptr<const CubeRows>> Cube::rows(std::size_t index,
                                                         StoreReadings& readings) const {
    const auto slot = first_slot_ + index;
    if (auto kept = cache_->find(slot))
        return kept;
    // Blocks of the next series are decoded into the same columns.
    thread_local statistics::StoredTimeline timeline;
    timeline.clear();
    const auto& wanted = series[index];
    Times number_of{*this, wanted.kind};
    for (const auto& part : wanted.parts) {
        const auto blocks = TRY(readings.of(*part.store).blocks(part.key, part.recorded_max));
        TRY(timeline.add(part.key, blocks, std::ref(number_of)));
    }
    thread_local RowMaker maker;
    auto made = maker.make(*this, timeline);
    cache_->keep(slot, made);
    return made;
}

SdmxTime sdmx_time(const statistics::TimePeriod& time) {
    const auto& period = time.period;
    const std::string_view counted = time.span == Span::point_in_time  ? "EOP"
                                     : time.span == Span::year_to_date ? "YTD"
                                                                       : "N";
    switch (period.frequency()) {
        case base::Frequency::month:
            return {month_text(period.first_day()), "M", counted};
        case base::Frequency::quarter:
            return {part_of_year(period, 3, 'Q'), "Q", counted};
        case base::Frequency::half:
            return {part_of_year(period, 6, 'S'), "S", counted};
        case base::Frequency::week:
            return {period.text(), "W", counted};
        case base::Frequency::day:
            return {period.text(), "D", counted};
        case base::Frequency::year:
            break;
    }
    const std::chrono::year_month_day first{period.first_day()};
    const auto year = static_cast<int>(first.year());
    if (period.year_start().month == 1)
        return {fmt::format("{:04}", year), "A", counted == "N" ? "CY" : counted};
    return {fmt::format("{:04}-A1", year), "A", counted, true};
}

base::Result<std::unique_ptr<const Catalogue>> make_catalogue(
    const plan::Statistics& statistics, const std::vector<FigureStore>& stores,
    const statistics::SourceTable& sources, const std::deque<sdmx::Artefact>& foreign,
    std::size_t kept) {
    auto catalogue = std::make_unique<Catalogue>();
    catalogue->statistics = statistics;
    catalogue->registry = make_registry(statistics);
    add_foreign(catalogue->registry, foreign);
    catalogue->stores = stores;
    const auto cache = std::make_shared<RowCache>(kept);
    std::vector<CubeMaker> makers;
    const auto& registry = catalogue->registry;
    for (const auto& flow : catalogue->statistics.flows)
        makers.emplace_back(*catalogue, declared_placement(catalogue->statistics, registry, flow),
                            sources, cache);
    for (auto& flow : foreign_flows(registry, statistics.agency.id))
        if (flow.unusable.empty())
            makers.emplace_back(*catalogue, foreign_placement(registry, std::move(flow)), sources,
                                cache);
    std::size_t figures = 0;
    StoreReadings readings;
    for (const auto& store : stores)
        for (const auto& key : TRY(store.store->keys(store.recorded_max))) {
            const auto blocks = TRY(readings.of(*store.store).blocks(key, store.recorded_max));
            std::string reason = "no dataflow takes it";
            for (auto& maker : makers)
                if (maker.takes(key)) {
                    reason = TRY(maker.add(key, blocks, store));
                    break;
                }
            std::size_t count = 0;
            for (const auto& block : blocks)
                count += TRY(statistics::block_size(block.bytes));
            figures += count;
            if (!reason.empty())
                catalogue->unplaced.push_back({key.text(), reason, count});
        }
    for (auto& maker : makers)
        catalogue->cubes.push_back(maker.make());
    // What fits is there before anybody asks for it.
    for (const auto& cube : catalogue->cubes)
        for (std::size_t i = 0; i < cube.series.size() && figures <= kept; ++i)
            TRY(cube.rows(i, readings));
    return std::unique_ptr<const Catalogue>{std::move(catalogue)};
}

}  // namespace dissemination
