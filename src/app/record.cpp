#include "app/record.h"

#include "app/read_figures.h"
#include "base/json.h"
#include "base/text.h"
#include "plan/json.h"
#include "progress/rules.h"

#include <fmt/format.h>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr int attempts_max = 8;

state::State::PlanSource plan_source(journal::ObjectStore& objects) {
    return [&objects](const journal::Hash& hash) -> Result<plan::Plan> {
        const std::string text = TRY(objects.get(hash));
        return plan::plan_from_json(TRY(base::Json::parse(text, "plan")));
    };
}

// A text with such characters is not what its reader sees: controls, marks that turn the direction
// of all that follows (Unicode Standard Annex 9), and what cannot be seen at all. Joiners, marks of
// direction and isolates may stand, since Urdu needs them.
std::optional<Error> text_fault(std::string_view text, const std::string& where) {
    for (std::size_t i = 0; i < text.size(); i += base::character_bytes(text.substr(i))) {
        const std::uint32_t c = base::character_at(text.substr(i));
        const bool is_control = (c < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
                                (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
        const bool turns_direction = c >= 0x202A && c <= 0x202E;
        const bool is_unseen = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
                               (c >= 0xE0000 && c <= 0xE007F);
        if (is_control || turns_direction || is_unseen)
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected text, found the character U+{:04X}", c), where};
    }
    return std::nullopt;
}

void add_text_faults(const Json& value, const std::string& where, std::vector<Error>& faults) {
    if (const auto* text = value.string()) {
        if (auto fault = text_fault(*text, where))
            faults.push_back(std::move(*fault));
    } else if (const auto* items = value.array_items()) {
        for (std::size_t i = 0; i < items->size(); ++i)
            add_text_faults((*items)[i], fmt::format("{}[{}]", where, i), faults);
    } else if (const auto* members = value.members()) {
        for (const auto& [key, member] : *members)
            add_text_faults(member, where.empty() ? key : where + "." + key, faults);
    }
}

// What goes into the vault is found under the member that holds its commitment.
std::string member_of(const Json& payload, const std::string& commitment) {
    for (const auto& [key, value] : *payload.members()) {
        if (value.string() != nullptr && *value.string() == commitment)
            return key;
    }
    return "text";
}

Result<void> check_texts(const journal::Draft& draft) {
    std::vector<Error> faults;
    add_text_faults(draft.payload, "", faults);
    for (const auto& item : draft.vault) {
        if (auto fault = text_fault(item.text, "")) {
            fault->where = member_of(draft.payload, journal::to_hex(journal::commit(item)));
            faults.push_back(std::move(*fault));
        }
    }
    return progress::as_result(std::move(faults));
}

// The newest load that a question may see; it names the state of the series store.
std::int64_t last_load(const state::State& state, std::uint64_t recorded_before) {
    const auto loads = state.loads(recorded_before);
    return loads.empty() ? -1 : static_cast<std::int64_t>(loads.back().seq);
}

}  // namespace

Record::Record(Ports ports) : ports_(ports), state_(plan_source(ports.objects)) {}

Result<void> Record::fold_to(std::uint64_t size) {
    return ports_.log.scan(state_.size(), size, [this](std::uint64_t seq, std::string_view bytes) {
        return state_.apply(seq, bytes);
    });
}

Result<void> Record::fold() {
    const std::uint64_t size = TRY(ports_.log.refresh());
    const std::lock_guard lock{folding_};
    return fold_to(size);
}

Result<void> Record::catch_up() {
    const std::uint64_t size = TRY(ports_.log.refresh());
    if (size == state_.size())
        return {};
    const std::lock_guard lock{folding_};
    TRY(fold_to(size));
    const std::int64_t projected = TRY(ports_.series.last_recorded());
    for (const auto& load : state_.loads(state_.size())) {
        if (static_cast<std::int64_t>(load.seq) <= projected)
            continue;
        TRY(project(load));
    }
    return {};
}

void Record::hold(const journal::Hash& table,
                  std::shared_ptr<const statistics::StagedLoad> staged) {
    const std::lock_guard lock{held_mutex_};
    held_[table] = std::move(staged);
}

void Record::let_go(const journal::Hash& table) {
    const std::lock_guard lock{held_mutex_};
    held_.erase(table);
}

Result<void> Record::project(const state::Load& load) {
    std::shared_ptr<const statistics::StagedLoad> staged;
    {
        const std::lock_guard lock{held_mutex_};
        if (const auto at = held_.find(load.object); at != held_.end())
            staged = held_.extract(at).mapped();
    }
    if (staged == nullptr)
        staged =
            std::make_shared<const statistics::StagedLoad>(TRY(read_again(ports_.objects, load)));
    TRY(ports_.series.put(name_of(load), staged->sources(), staged->packed()));
    return {};
}

base::Day Record::today() const {
    return utc_offset().day_of(ports_.clock.now());
}

base::UtcOffset Record::utc_offset() const {
    const auto entries = state_.size();
    const std::lock_guard lock{offset_mutex_};
    if (!offset_ || offset_->entries != entries) {
        const auto plan = state_.plan_at({entries, base::Day::max()});
        const bool is_there = plan.ok() && plan.value();
        offset_ = {entries, is_there ? plan.value()->printed->utc_offset : base::UtcOffset{}};
    }
    return offset_->of_strategy;
}

bool Answerable::is_exercise() const {
    return plan->working->is_exercise;
}

Result<Answerable> Record::answerable(const Question& question) const {
    Answerable answer;
    answer.recorded_by = question.recorded_by;
    answer.known.seq = question.recorded_by ? state_.size_at(*question.recorded_by) : state_.size();
    if (state_.size() == 0)
        return Error{ErrorCode::no_strategy, "no strategy has been adopted in this store", ""};
    if (answer.known.seq == 0)
        return Error{
            ErrorCode::record_did_not_exist,
            fmt::format("this record did not exist on {}: its first entry was recorded at {}",
                        base::to_string(*question.recorded_by),
                        base::to_string(*state_.recorded_at(0))),
            "recorded_by"};
    answer.today = today();
    answer.known.as_of = question.as_of.value_or(answer.today);
    if (answer.known.as_of > answer.today)
        return Error{
            ErrorCode::effective_in_future,
            fmt::format("expected a day up to today, {}, found {}: what is not known yet "
                        "cannot be asked",
                        base::to_string(answer.today), base::to_string(answer.known.as_of)),
            "as_of"};
    answer.entries = state_.count(answer.known);
    answer.plan = TRY(state_.plan_at(answer.known));
    if (answer.plan)
        return answer;
    const auto ever = TRY(state_.plan_at({answer.known.seq, base::Day::max()}));
    if (!ever)
        return Error{ErrorCode::no_strategy, "no strategy has been adopted in this store", ""};
    return Error{ErrorCode::not_in_force,
                 fmt::format("no plan was in force on {}: {} counts from {}",
                             base::to_string(answer.known.as_of), ever->printed->code,
                             base::to_string(ever->adopted_on)),
                 "as_of"};
}

Result<std::shared_ptr<const std::vector<statistics::Series>>> Record::series(
    const statistics::DimensionFilter& filter, std::uint64_t recorded_before) const {
    const std::int64_t load = last_load(state_, recorded_before);
    {
        const std::lock_guard lock{kept_mutex_};
        const auto at = kept_.find({filter, load});
        if (at != kept_.end())
            return at->second.series;
    }
    std::vector<statistics::Series> found;
    if (load >= 0) {
        for (const auto& key : TRY(ports_.series.find("", filter, load)))
            if (key.is_meant_by(filter))
                found.push_back(TRY(ports_.series.read(key, load)));
    }
    auto shared = std::make_shared<const std::vector<statistics::Series>>(std::move(found));
    const std::lock_guard lock{kept_mutex_};
    if (kept_.size() > 256)
        kept_.clear();
    kept_[{filter, load}] = {load, shared};
    return shared;
}

Result<statistics::SourceTable> Record::sources(std::uint64_t recorded_before) const {
    const std::int64_t load = last_load(state_, recorded_before);
    if (load < 0)
        return statistics::SourceTable{};
    return ports_.series.sources(load);
}

Result<std::optional<Answerable>> Record::moment_of_request(const std::string& request_id) const {
    const auto seq = request_id.empty() ? std::nullopt : state_.find_request(request_id);
    if (!seq)
        return std::optional<Answerable>{};
    const auto entry = TRY(ports_.log.read(*seq));
    if (entry.request_id != request_id)
        return std::optional<Answerable>{};
    const auto plan = TRY(state_.plan_at({*seq, base::Day::max()}));
    if (!plan)
        return std::optional<Answerable>{};
    Answerable then;
    then.today = plan->printed->utc_offset.day_of(entry.recorded_at);
    then.known = {*seq, then.today};
    then.plan = TRY(state_.plan_at(then.known));
    return std::optional{std::move(then)};
}

Result<journal::Receipt> Record::append(const std::string& request_id, const Decide& decide) {
    for (int attempt = 1;; ++attempt) {
        TRY(catch_up());
        const auto then = TRY(moment_of_request(request_id));
        const Answerable moment = then ? *then : TRY(now());
        auto drafted = decide(moment);
        if (!drafted.ok())
            return std::move(drafted).error();
        journal::Draft draft = std::move(drafted).value();
        TRY(check_texts(draft));
        if (draft.expects)
            draft.expects->head = moment.known.seq;
        auto receipt = ports_.log.append(std::move(draft));
        if (!receipt.ok() && receipt.error().code == ErrorCode::conflict && attempt < attempts_max)
            continue;
        if (receipt.ok())
            TRY(catch_up());
        return receipt;
    }
}

Result<journal::Receipt> Record::append_in_turn(const std::string& request_id,
                                                const Decide& decide) {
    const std::lock_guard lock{turn_};
    return append(request_id, decide);
}

Result<journal::Receipt> Record::append(journal::Draft draft) {
    auto receipt = TRY(ports_.log.append(std::move(draft)));
    TRY(catch_up());
    return receipt;
}

std::string new_request_id() {
    const std::string salt = journal::fresh_salt();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(salt.data());
    return "r-" + journal::to_hex({bytes, 16});
}

}  // namespace app
