#include "dissemination/cube.h"

#include "statistics/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace dissemination {
namespace {

using plan::CodeFrom;
using statistics::Span;

std::int32_t days(base::Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

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
Dated dated(const statistics::TimePeriod& time) {
    return {time.period.first_day(), time.period.last_day(), sdmx_time(time).period};
}

// Figures of one series that have the same frequency and count the same kind of period.
struct Kind {
    std::string frequency;
    std::string transformation;
    friend auto operator<=>(const Kind&, const Kind&) = default;
};

class CubeMaker {
  public:
    CubeMaker(const Catalogue& catalogue, const plan::StatisticalFlow& flow,
              const statistics::SourceTable& sources)
        : catalogue_(catalogue), declared_(flow), sources_(sources) {
        const auto& statistics = catalogue.statistics;
        structure_ = statistics.find_structure(flow.structure);
        const auto& registry = catalogue.registry;
        const auto& agency = statistics.agency.id;
        cube_.flow =
            registry.find({sdmx::ArtefactType::dataflow, agency, flow.id, flow.version, {}, {}});
        cube_.structure = registry.find({sdmx::ArtefactType::data_structure,
                                         agency,
                                         structure_->id,
                                         structure_->version,
                                         {},
                                         {}});
        const auto add_provider = [&](const std::string& id) {
            cube_.providers.push_back({id, registry.find({sdmx::ArtefactType::provision_agreement,
                                                          agency,
                                                          agreement_id(flow, id),
                                                          flow.version,
                                                          {},
                                                          {}})});
        };
        add_provider(flow.provider);
        for (const auto& id : flow.other_providers)
            add_provider(id);
        const auto& components = std::get<sdmx::DataStructure>(cube_.structure->body);
        cube_.dimensions = components.key();
        for (const auto* dimension : cube_.dimensions) {
            const auto* list = registry.find(*dimension->representation.enumeration);
            cube_.lists.push_back(&std::get<sdmx::ItemScheme>(list->body));
        }
    }

    bool takes(const statistics::SeriesKey& key) const {
        return std::all_of(declared_.where.begin(), declared_.where.end(), [&](const auto& one) {
            const auto* value = key.find(one.first);
            return value != nullptr &&
                   std::find(one.second.begin(), one.second.end(), *value) != one.second.end();
        });
    }

    // Nothing, or why the series cannot be placed.
    std::string add(const statistics::Series& series) {
        std::map<Kind, statistics::Series> by_kind;
        for (const auto& observation : series.observations) {
            const auto time = sdmx_time(observation.time);
            by_kind[{time.frequency, time.transformation}].observations.push_back(observation);
        }
        for (auto& [kind, part] : by_kind) {
            std::vector<std::int32_t> key;
            std::int8_t multiplier = 0;
            if (auto fault = translate(series.key, kind, key, multiplier); !fault.empty())
                return fault;
            auto& gathered = series_[std::move(key)];
            gathered.multiplier = multiplier;
            auto& all = gathered.figures.observations;
            all.insert(all.end(), part.observations.begin(), part.observations.end());
        }
        return {};
    }

    Cube make() {
        std::map<Dated, std::int32_t> times;
        for (const auto& [key, gathered] : series_)
            for (const auto& observation : gathered.figures.observations)
                times[dated(observation.time)] = 0;
        for (auto& [time, index] : times) {
            index = static_cast<std::int32_t>(cube_.times.size());
            cube_.times.push_back(
                {std::get<2>(time), nullptr, std::get<0>(time), std::get<1>(time)});
        }
        for (auto& [key, gathered] : series_) {
            statistics::sort_observations(gathered.figures.observations);
            CubeSeries series;
            series.key = key;
            series.multiplier = gathered.multiplier;
            for (const auto& step : statistics::timeline(gathered.figures)) {
                const auto& figure = *step.figure;
                const auto time = sdmx_time(figure.time);
                series.fiscal_years = series.fiscal_years || time.fiscal;
                CubeRow row;
                row.value = figure.value;
                row.time = times.at(dated(figure.time));
                row.from = days(step.from);
                row.source = cube_.texts.add(words_of(sources_, figure.source));
                row.row = cube_.texts.add(figure.row);
                row.comment = cube_.texts.add(figure.suspect);
                row.status = figure.suspect.empty() ? static_cast<char>(figure.status) : 'U';
                row.estimated = figure.vintage.estimated;
                row.provider = provider_of(figure.source);
                series.rows.push_back(row);
            }
            if (!series.rows.empty())
                cube_.series.push_back(std::move(series));
        }
        number_days();
        index();
        return std::move(cube_);
    }

  private:
    struct Gathered {
        statistics::Series figures;
        std::int8_t multiplier = 0;
    };

    // To whom the table attributes a figure: "PBS", "PBS (provisional)" or the provider's name.
    std::uint8_t provider_of(const std::string& source) const {
        const auto found = sources_.find(source);
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

    std::string translate(const statistics::SeriesKey& printed, const Kind& kind,
                          std::vector<std::int32_t>& key, std::int8_t& multiplier) const {
        const auto& statistics = catalogue_.statistics;
        for (std::size_t i = 0; i < structure_->dimensions.size(); ++i) {
            const auto& dimension = structure_->dimensions[i];
            std::string code;
            std::string words = dimension.text;
            switch (dimension.from) {
                case CodeFrom::fixed:
                    code = dimension.text;
                    break;
                case CodeFrom::frequency:
                    code = kind.frequency;
                    break;
                case CodeFrom::transformation:
                    code = kind.transformation;
                    break;
                case CodeFrom::unit: {
                    const auto* unit = printed.find("unit");
                    words = unit == nullptr ? "" : *unit;
                    for (const auto& known : statistics.units)
                        if (known.printed == words) {
                            code = known.code;
                            multiplier = static_cast<std::int8_t>(known.multiplier);
                        }
                    break;
                }
                case CodeFrom::column: {
                    const auto* value = printed.find(dimension.text);
                    words = value == nullptr ? "" : *value;
                    const auto* list = statistics.find_list(dimension.list);
                    const auto* found = list == nullptr ? nullptr : list->find_printed(words);
                    code = found == nullptr ? "" : found->code;
                }
            }
            const auto& items = cube_.lists[i]->items;
            const auto item = std::find_if(items.begin(), items.end(),
                                           [&](const auto& one) { return one.id == code; });
            if (item == items.end())
                return fmt::format("{} has no code for \"{}\"", dimension.list, words);
            key.push_back(static_cast<std::int32_t>(item - items.begin()));
        }
        return {};
    }

    void number_days() {
        std::map<std::int32_t, std::int32_t> days;
        for (const auto& series : cube_.series)
            for (const auto& row : series.rows)
                days.emplace(row.from, 0);
        for (auto& [day, place] : days) {
            place = static_cast<std::int32_t>(cube_.days.size());
            const base::Day date{std::chrono::days{day}};
            cube_.days.push_back({base::to_string(date), nullptr, date, date});
        }
        for (auto& series : cube_.series)
            for (auto& row : series.rows)
                row.day = days.at(row.from);
    }

    void index() {
        for (std::size_t d = 0; d < cube_.dimensions.size(); ++d) {
            cube_.with_code.emplace_back(cube_.lists[d]->items.size());
            for (std::size_t s = 0; s < cube_.series.size(); ++s)
                cube_.with_code[d][static_cast<std::size_t>(cube_.series[s].key[d])].add(
                    static_cast<std::uint32_t>(s));
            for (auto& bitmap : cube_.with_code[d])
                bitmap.runOptimize();
        }
    }

    const Catalogue& catalogue_;
    const plan::StatisticalFlow& declared_;
    const statistics::SourceTable& sources_;
    const plan::StatisticalStructure* structure_ = nullptr;
    Cube cube_;
    std::map<std::vector<std::int32_t>, Gathered> series_;
};

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

std::int32_t TextTable::add(const std::string& text) {
    const auto known = known_.find(text);
    if (known != known_.end())
        return known->second;
    const auto index = static_cast<std::int32_t>(texts_.size());
    texts_.push_back(text);
    known_.emplace(text, index);
    return index;
}

SdmxTime sdmx_time(const statistics::TimePeriod& time) {
    const auto& period = time.period;
    const std::string counted = time.span == Span::point_in_time  ? "EOP"
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

std::unique_ptr<const Catalogue> make_catalogue(const plan::Statistics& statistics,
                                                const std::vector<statistics::Series>& series,
                                                const statistics::SourceTable& sources) {
    auto catalogue = std::make_unique<Catalogue>();
    catalogue->statistics = statistics;
    catalogue->registry = make_registry(statistics);
    std::vector<CubeMaker> makers;
    for (const auto& flow : catalogue->statistics.flows)
        makers.emplace_back(*catalogue, flow, sources);
    for (const auto& one : series) {
        std::string reason = "no dataflow takes it";
        for (auto& maker : makers)
            if (maker.takes(one.key)) {
                reason = maker.add(one);
                break;
            }
        if (!reason.empty())
            catalogue->unplaced.push_back({one.key.text(), reason, one.observations.size()});
    }
    for (auto& maker : makers)
        catalogue->cubes.push_back(maker.make());
    return catalogue;
}

}  // namespace dissemination
