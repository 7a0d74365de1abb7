#include "state/state.h"

#include <fmt/format.h>

#include <algorithm>

namespace state {
namespace {

using base::Error;
using base::ErrorCode;
using journal::EntryView;
using journal::JsonView;
using progress::DutyRecord;
using progress::Event;

Error malformed(std::uint64_t seq, std::string_view what) {
    return Error{ErrorCode::invalid_entry, fmt::format("expected {}", what),
                 fmt::format("entry {}", seq)};
}

Result<std::optional<base::Decimal>> decimal_of(const JsonView& payload, std::string_view key) {
    const JsonView field = payload.find(key);
    if (!field)
        return std::optional<base::Decimal>{};
    return std::optional{TRY(base::Decimal::parse(field.raw()))};
}

std::string slot_key(std::string_view target, const base::Period& period) {
    std::string key{target};
    key += '@';
    key += static_cast<char>('0' + static_cast<int>(period.frequency()));
    key += std::to_string(period.index());
    return key;
}

}  // namespace

State::State(PlanSource plan_source) : plan_source_(std::move(plan_source)) {
    directory_.store(std::make_shared<const Directory>());
    compositions_.store(std::make_shared<const Compositions>());
    standings_.store(std::make_shared<const Standings>());
}

State::~State() = default;

Result<void> State::apply(std::uint64_t seq, std::string_view canonical_bytes) {
    if (seq != recorded_.size())
        return malformed(seq, fmt::format("entry {} to be folded next", recorded_.size()));
    const auto entry = EntryView::scan(canonical_bytes);
    if (!entry)
        return malformed(seq, "a canonical entry");
    TRY(fold(seq, *entry));
    {
        const std::lock_guard lock{requests_mutex_};
        requests_.emplace(std::hash<std::string_view>{}(entry->request_id), seq);
    }
    const base::Day from = entry->effective_day();
    in_force_.emplace_back(from,
                           in_force_.empty() ? from : std::max(from, in_force_.back().latest));
    recorded_.emplace_back(entry->recorded_instant());
    return {};
}

Result<void> State::fold(std::uint64_t seq, const EntryView& entry) {
    if (entry.kind.starts_with("progress.")) {
        if (const auto kind = progress::parse_event_kind(entry.kind))
            return fold_progress(seq, entry, *kind);
    } else if (entry.kind.starts_with("plan.")) {
        return fold_plan(seq, entry);
    } else if (entry.kind.starts_with("funding.")) {
        return fold_funding(seq, entry);
    } else if (entry.kind.starts_with("programme.")) {
        return fold_programme(seq, entry);
    } else if (entry.kind == "dataset.loaded") {
        return fold_load(seq, entry);
    } else if (entry.kind == "structures.loaded") {
        return fold_structures(seq, entry);
    } else if (entry.kind == "dataset.refused") {
        return fold_refusal(seq, entry);
    } else if (entry.kind == "outlook.published") {
        outlooks_.emplace_back(OutlooksPublished{seq, entry.effective_day()});
    } else if (entry.kind == "key.issued") {
        return fold_token(seq, entry);
    } else if (entry.kind == "key.revoked") {
        fold_revocation(seq, entry);
    } else {
        return fold_council(seq, entry);
    }
    return {};
}

Result<void> State::fold_progress(std::uint64_t seq, const EntryView& entry,
                                  progress::EventKind kind) {
    const JsonView& payload = entry.payload;
    const JsonView target = payload.find("target");
    const JsonView period = payload.find("period");
    if (!target.is_string() || !period.is_string())
        return malformed(seq, "a payload with target and period");
    Event event;
    event.seq = seq;
    event.effective_on = entry.effective_day();
    event.kind = kind;
    if (const JsonView grade = payload.find("grade"))
        event.grade = progress::parse_grade(grade.raw()).value_or(progress::Grade::none);
    if (const JsonView rating = payload.find("self_rating"))
        event.self_rating =
            progress::parse_self_rating(rating.raw()).value_or(progress::SelfRating::none);
    if (const auto about = payload.find("report").integer())
        event.about = static_cast<std::uint64_t>(*about);
    event.institution = intern(entry.institution);
    event.claim.value = TRY(decimal_of(payload, "value"));
    event.claim.numerator = TRY(decimal_of(payload, "numerator"));
    event.claim.denominator = TRY(decimal_of(payload, "denominator"));
    event.claim.done = payload.find("done").boolean();
    slot(target.raw(), TRY(base::Period::parse(period.raw()))).append(event);
    return {};
}

Result<Load> load_of(std::uint64_t seq, const EntryView& entry) {
    const JsonView object = entry.payload.find("object");
    if (!object.is_string())
        return malformed(seq, "a payload with the hash of the loaded file");
    Load load{seq, entry.payload.find("file").text(), TRY(journal::parse_hex(object.raw())),
              entry.payload.find("dataflow").text(),
              base::YearStart{
                  static_cast<int>(entry.payload.find("fiscal_month").integer().value_or(7))}};
    if (const JsonView root = entry.payload.find("root"); root.is_string())
        load.root = TRY(journal::parse_hex(root.raw()));
    if (const JsonView message = entry.payload.find("message"); message.is_string())
        load.message = TRY(journal::parse_hex(message.raw()));
    return load;
}

Result<void> State::fold_programme(std::uint64_t seq, const EntryView& entry) {
    if (auto event = TRY(programme::read_event(seq, entry)))
        programme_events_.emplace_back(std::move(*event));
    return {};
}

Result<void> State::fold_load(std::uint64_t seq, const EntryView& entry) {
    loads_.emplace_back(TRY(load_of(seq, entry)));
    return {};
}

Result<void> State::fold_structures(std::uint64_t seq, const EntryView& entry) {
    const JsonView object = entry.payload.find("object");
    if (!object.is_string())
        return malformed(seq, "a payload with the hash of the loaded message");
    structures_.emplace_back(StructureLoad{seq, entry.effective_day(),
                                           entry.payload.find("file").text(),
                                           TRY(journal::parse_hex(object.raw()))});
    return {};
}

Result<void> State::fold_refusal(std::uint64_t seq, const EntryView& entry) {
    const JsonView& payload = entry.payload;
    refusals_.emplace_back(Refusal{seq, entry.effective_day(), payload.find("file").text(),
                                   TRY(journal::parse_hex(payload.find("sha256").raw())),
                                   payload.find("faults").integer().value_or(0),
                                   payload.find("first").text()});
    return {};
}

std::vector<Refusal> State::refusals(const Known& known) const {
    std::vector<Refusal> refusals;
    for (std::size_t i = 0; i < refusals_.size(); ++i) {
        const Refusal& refusal = refusals_[i];
        if (refusal.seq >= known.seq || refusal.effective_on > known.as_of)
            continue;
        bool is_settled = false;
        for (std::size_t j = 0; j < loads_.size() && !is_settled; ++j)
            is_settled = loads_[j].seq > refusal.seq && loads_[j].seq < known.seq &&
                         loads_[j].file == refusal.file;
        // Of several attempts with one file the last speaks for all.
        std::erase_if(refusals,
                      [&](const Refusal& earlier) { return earlier.file == refusal.file; });
        if (!is_settled)
            refusals.push_back(refusal);
    }
    return refusals;
}

Result<void> State::fold_token(std::uint64_t seq, const EntryView& entry) {
    const JsonView& payload = entry.payload;
    trust::Principal principal{
        payload.find("actor").text(), payload.find("institution").text(), {}};
    std::optional<Error> fault;
    payload.find("roles").for_each_item([&](JsonView role) {
        auto parsed = trust::parse_role(role.raw());
        if (parsed.ok())
            principal.roles.push_back(parsed.value());
        else
            fault = parsed.error();
    });
    if (fault)
        return *fault;
    auto& token = tokens_.emplace_back();
    token.seq = seq;
    token.fingerprint = TRY(journal::parse_hex(payload.find("token").raw()));
    token.principal = std::move(principal);
    token.expires_on = TRY(base::parse_day(payload.find("expires_on").raw()));
    return {};
}

void State::fold_revocation(std::uint64_t seq, const EntryView& entry) {
    const auto fingerprint = journal::parse_hex(entry.payload.find("token").raw());
    for (std::size_t i = 0; fingerprint.ok() && i < tokens_.size(); ++i) {
        if (tokens_[i].fingerprint == fingerprint.value())
            tokens_[i].revoked_by.store(seq);
    }
}

Slot& State::slot(std::string_view target, const base::Period& period) {
    std::string key = slot_key(target, period);
    if (const auto at = slot_index_.find(key); at != slot_index_.end())
        return *at->second;
    auto directory = directory_.load();
    auto at = directory->find(std::string{target});
    if (at == directory->end()) {
        // Targets are few and new ones rare: the whole directory is copied and published.
        auto grown = std::make_shared<Directory>(*directory);
        grown->emplace(std::string{target}, std::make_shared<TargetRecord>());
        directory_.store(grown);
        directory = grown;
        at = directory->find(std::string{target});
    }
    Slot& slot = at->second->slots.emplace_back(period);
    slot_index_.emplace(std::move(key), &slot);
    return slot;
}

std::uint32_t State::intern(std::string_view name) {
    const auto [at, is_new] =
        name_index_.try_emplace(std::string{name}, static_cast<std::uint32_t>(names_.size()));
    if (is_new)
        names_.emplace_back(std::make_unique<const std::string>(name));
    return at->second;
}

std::optional<std::uint64_t> State::find_request(std::string_view request_id) const {
    const std::lock_guard lock{requests_mutex_};
    const auto at = requests_.find(std::hash<std::string_view>{}(request_id));
    return at == requests_.end() ? std::nullopt : std::optional{at->second};
}

std::uint64_t State::size_at(base::Instant recorded_by) const {
    // Times never go back, so this is a search.
    std::uint64_t low = 0, high = recorded_.size();
    while (low < high) {
        const std::uint64_t middle = (low + high) / 2;
        if (recorded_[middle] <= recorded_by)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<base::Instant> State::recorded_at(std::uint64_t seq) const {
    return seq < recorded_.size() ? std::optional{recorded_[seq]} : std::nullopt;
}

// Nearly all entries count from the day on which they were recorded, so that all of them count, or
// those of a prefix.
std::uint64_t State::count(const Known& known) const {
    std::uint64_t end = std::min<std::uint64_t>(known.seq, in_force_.size());
    if (end == 0 || in_force_[end - 1].latest <= known.as_of)
        return end;
    std::uint64_t count = 0;
    for (std::uint64_t seq = 0; seq < end; ++seq)
        count += in_force_[seq].from <= known.as_of;
    return count;
}

const State::TargetRecord* State::find(const plan::TargetId& target) const {
    const auto directory = directory_.load();
    const auto at = directory->find(target.text());
    // Records are never removed, so the pointer outlives the directory that gave it.
    return at == directory->end() ? nullptr : at->second.get();
}

// Made where it stays, because the fold points at the event.
Slot::Entry::Entry(const Event& made, const Step* before)
    : event(made), step{{}, made.effective_on, made.effective_on} {
    if (before != nullptr)
        step = {before->fold, std::min(before->earliest_effective_on, made.effective_on),
                std::max(before->latest_effective_on, made.effective_on)};
    step.fold.add(event);
}

void Slot::append(const Event& event) {
    entries.emplace_back(event, entries.empty() ? nullptr : &entries.back().step);
}

// What is known is nearly always a beginning of the list: sequence numbers ascend, and days do too
// unless somebody reports with an earlier day.
progress::DutyFold Slot::fold(const Known& known) const {
    std::size_t count = entries.size();
    while (count > 0 && entries[count - 1].event.seq >= known.seq)
        --count;
    if (count == 0 || entries[count - 1].step.earliest_effective_on > known.as_of)
        return {};
    std::size_t prefix = count;
    while (prefix > 0 && entries[prefix - 1].step.latest_effective_on > known.as_of)
        --prefix;
    progress::DutyFold fold = prefix > 0 ? entries[prefix - 1].step.fold : progress::DutyFold{};
    for (std::size_t i = prefix; i < count; ++i) {
        if (entries[i].event.effective_on <= known.as_of)
            fold.add(entries[i].event);
    }
    return fold;
}

template <typename Wanted>
std::vector<progress::Duty> State::duties_where(const plan::TargetId& target, const Known& known,
                                                Wanted wanted) const {
    std::vector<progress::Duty> duties;
    const TargetRecord* record = find(target);
    const std::size_t count = record == nullptr ? 0 : record->slots.size();
    duties.reserve(count);
    constexpr std::size_t ahead = 6;
    for (std::size_t i = 0; i < count; ++i) {
        if (i + ahead < count)
            record->slots[i + ahead].entries.prefetch();
        const Slot& slot = record->slots[i];
        if (!wanted(slot.period))
            continue;
        const auto fold = slot.fold(known);
        if (!fold.is_empty())
            duties.push_back({slot.period, fold.record()});
    }
    // Reports come in the order of their periods, nearly always.
    const auto before = [](const progress::Duty& a, const progress::Duty& b) {
        if (base::ends_before(a.period, b.period))
            return true;
        return !base::ends_before(b.period, a.period) &&
               a.period.frequency() < b.period.frequency();
    };
    if (!std::ranges::is_sorted(duties, before))
        std::ranges::sort(duties, before);
    return duties;
}

std::vector<progress::Duty> State::duties(const plan::TargetId& target, const Known& known) const {
    return duties_where(target, known, [](const base::Period&) { return true; });
}

std::vector<progress::Duty> State::wider_duties(const plan::TargetId& target,
                                                const base::Period& period,
                                                const Known& known) const {
    return duties_where(target, known, [&](const base::Period& other) {
        return other.frequency() < period.frequency();
    });
}

DutyRecord State::duty(const plan::TargetId& target, const base::Period& period,
                       const Known& known) const {
    if (const TargetRecord* record = find(target)) {
        for (std::size_t i = 0; i < record->slots.size(); ++i) {
            if (record->slots[i].period == period)
                return record->slots[i].fold(known).record();
        }
    }
    return {};
}

std::vector<Event> State::events(const plan::TargetId& target, const base::Period& period,
                                 const Known& known) const {
    std::vector<Event> events;
    const TargetRecord* record = find(target);
    for (std::size_t i = 0; record != nullptr && i < record->slots.size(); ++i) {
        const Slot& slot = record->slots[i];
        for (std::size_t j = 0; slot.period == period && j < slot.entries.size(); ++j) {
            if (known.covers(slot.entries[j].event))
                events.push_back(slot.entries[j].event);
        }
    }
    return events;
}

std::vector<const programme::Event*> State::programme_events(const plan::ProgrammeId& code,
                                                             const Known& known) const {
    std::vector<const programme::Event*> events;
    const std::size_t count = programme_events_.size();
    for (std::size_t i = 0; i < count && programme_events_[i].seq < known.seq; ++i) {
        const auto& event = programme_events_[i];
        if (event.effective_on <= known.as_of && event.programme == code.text())
            events.push_back(&event);
    }
    return events;
}

std::vector<Load> State::loads(std::uint64_t seq) const {
    std::vector<Load> loads;
    for (std::size_t i = 0; i < loads_.size() && loads_[i].seq < seq; ++i)
        loads.push_back(loads_[i]);
    return loads;
}

std::vector<StructureLoad> State::structures(const Known& known) const {
    std::vector<StructureLoad> loads;
    for (std::size_t i = 0; i < structures_.size() && structures_[i].seq < known.seq; ++i)
        if (structures_[i].effective_on <= known.as_of)
            loads.push_back(structures_[i]);
    return loads;
}

std::vector<OutlooksPublished> State::outlooks(const Known& known) const {
    std::vector<OutlooksPublished> published;
    for (std::size_t i = 0; i < outlooks_.size() && outlooks_[i].seq < known.seq; ++i)
        if (outlooks_[i].effective_on <= known.as_of)
            published.push_back(outlooks_[i]);
    return published;
}

const TokenRecord* State::find_token(const journal::Hash& fingerprint) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (tokens_[i].fingerprint == fingerprint)
            return tokens_[i].revoked_by.load() == UINT64_MAX ? &tokens_[i] : nullptr;
    }
    return nullptr;
}

}  // namespace state
