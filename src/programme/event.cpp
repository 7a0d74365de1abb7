#include "programme/event.h"

#include <fmt/format.h>

#include <array>

namespace programme {
namespace {

using base::Error;
using base::ErrorCode;
using journal::EntryView;
using journal::JsonView;

/// Reads the members of a payload; the first that does not fit is the fault.
class PayloadReader {
  public:
    PayloadReader(std::uint64_t seq, const JsonView& payload) : seq_(seq), payload_(payload) {}

    std::string text(std::string_view key) const { return payload_.find(key).text(); }
    std::optional<base::Decimal> optional_decimal(std::string_view key) {
        const JsonView field = payload_.find(key);
        if (!field)
            return std::nullopt;
        const auto value = base::Decimal::parse(field.raw());
        if (!value.ok())
            fail(key);
        return value.ok() ? std::optional{value.value()} : std::nullopt;
    }
    base::Decimal decimal(std::string_view key) {
        const auto value = optional_decimal(key);
        if (!value)
            fail(key);
        return value.value_or(base::Decimal{});
    }
    std::optional<base::Day> optional_day(std::string_view key) {
        const JsonView field = payload_.find(key);
        if (!field)
            return std::nullopt;
        const auto day = base::parse_day(field.raw());
        if (!day.ok())
            fail(key);
        return day.ok() ? std::optional{day.value()} : std::nullopt;
    }
    template <typename Enum>
    Enum choice(std::string_view key, Enum fallback) {
        const auto value = plan::parse_word<Enum>(payload_.find(key).raw());
        if (!value)
            fail(key);
        return value.value_or(fallback);
    }
    void fail(std::string_view key) {
        if (!fault_)
            fault_ =
                Error{ErrorCode::invalid_entry, fmt::format("expected a payload with \"{}\"", key),
                      fmt::format("entry {}", seq_)};
    }
    const JsonView& payload() const { return payload_; }
    const std::optional<Error>& fault() const { return fault_; }

  private:
    std::uint64_t seq_;
    const JsonView& payload_;
    std::optional<Error> fault_;
};

ReportedCount read_count(PayloadReader& reader) {
    ReportedCount count;
    for (const auto of : {plan::FigureOf::stage, plan::FigureOf::measure, plan::FigureOf::money}) {
        if (reader.payload().find(plan::word(of))) {
            count.of = of;
            count.code = reader.text(plan::word(of));
        }
    }
    if (count.code.empty())
        reader.fail("stage");
    count.currency = reader.text("currency");
    count.cohort = reader.text("cohort");
    count.when = {reader.text("period"), reader.optional_day("from"), {}};
    if (const auto until = reader.optional_day("until"))
        count.when.until = *until;
    else
        reader.fail("until");
    count.value = reader.decimal("value");
    count.qualifier = reader.choice("qualifier", FigureBound::exact);
    reader.payload().find("sex").for_each_member([&](std::string_view name, JsonView part) {
        const auto value = base::Decimal::parse(part.raw());
        if (value.ok())
            count.sex.emplace_back(std::string{name}, value.value());
        else
            reader.fail("sex");
    });
    count.grade = reader.text("grade");
    return count;
}

}  // namespace

std::string_view kind_of(const Event& event) {
    constexpr std::array<std::string_view, 5> kinds{"programme.reported", "programme.cohort_opened",
                                                    "programme.tasked", "programme.progressed",
                                                    "programme.changed"};
    return kinds[event.what.index()];
}

Result<std::optional<Event>> read_event(std::uint64_t seq, const EntryView& entry) {
    PayloadReader reader{seq, entry.payload};
    Event event{
        seq, entry.effective_day(), reader.text("programme"), std::string{entry.institution}, {},
        {}};
    if (const auto corrects = entry.payload.find("corrects").integer())
        event.corrects = static_cast<std::uint64_t>(*corrects);
    if (entry.kind == "programme.reported")
        event.what = read_count(reader);
    else if (entry.kind == "programme.cohort_opened")
        event.what = Cohort{reader.text("cohort"), reader.text("title"),
                            entry.payload.find("seats").integer()};
    else if (entry.kind == "programme.tasked")
        event.what = Task{
            reader.text("task"),     reader.text("title"),        reader.optional_decimal("budget"),
            reader.text("currency"), reader.optional_day("from"), reader.optional_day("until")};
    else if (entry.kind == "programme.progressed")
        event.what =
            TaskAdvance{reader.text("task"), reader.decimal("percent"), reader.decimal("cost")};
    else if (entry.kind == "programme.changed")
        event.what = Change{reader.text("type"), reader.text("measure"), reader.text("currency"),
                            reader.text("was"),  reader.text("becomes"), reader.text("reason")};
    else
        return std::optional<Event>{};
    if (event.programme.empty())
        reader.fail("programme");
    if (reader.fault())
        return *reader.fault();
    return std::optional{std::move(event)};
}

}  // namespace programme
