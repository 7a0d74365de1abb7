#include "app/load_dataset.h"

#include "base/text.h"
#include "dissemination/message_table.h"
#include "funding/fields.h"
#include "journal/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

struct Read {
    journal::Draft draft;
    statistics::LoadReport report;
};

// The columns that only a table of exchange rates has.
bool holds_rates(std::string_view csv) {
    const auto names = base::split(csv.substr(0, csv.find('\n')), ',');
    const auto has = [&](std::string_view wanted) {
        return std::ranges::any_of(
            names, [&](std::string_view name) { return base::trimmed(name) == wanted; });
    };
    return has("CURRENCY") && has("CURRENCY_DENOM");
}

// Rates are statistics, but money is exchanged at them.
Result<void> check_rates(const std::vector<statistics::Series>& series, const std::string& file) {
    std::vector<Error> faults;
    for (const auto& one : series) {
        for (const auto& observation : one.observations) {
            if (observation.status == statistics::ObservationStatus::missing)
                continue;
            auto fault = funding::rate_fault(
                observation.value,
                fmt::format("{}: {} {}", file, one.key.text(), observation.time.period.text()));
            if (fault)
                faults.push_back(std::move(*fault));
        }
    }
    return progress::as_result(std::move(faults));
}

// A message of SDMX as the table that would have brought the same data; a table as it is. What is
// kept and read again is the table, so that it means the same whatever is declared later; the
// message is kept beside it.
Result<std::string> table_of(const Record& record, const LoadRequest& request) {
    if (!dissemination::is_message(request.bytes))
        return request.bytes;
    const auto now = TRY(record.now());
    const auto& declared = now.plan->working->statistics;
    if (!declared)
        return Error{ErrorCode::sdmx_not_loadable,
                     "expected a strategy that declares dataflows, found one without "
                     "statistics.yaml",
                     request.file};
    return dissemination::table_of_message(request.bytes, request.file, *declared,
                                           now.plan->working->fiscal_year);
}

Result<Read> read(Record& record, const trust::Principal& principal, const LoadRequest& request,
                  base::Day today, std::optional<base::Day> published_by = {}) {
    TRY(trust::require(principal, trust::Action::load));
    const std::string table = TRY(table_of(record, request));
    statistics::LoadOptions options;
    options.file = request.file;
    if (!request.dataflow.empty())
        options.dataflow = request.dataflow;
    else if (holds_rates(table))
        options.dataflow = rates_dataflow;
    options.fiscal_year = request.fiscal_year;
    options.today = published_by;
    auto loaded = TRY(statistics::load_csv(table, options));
    if (options.dataflow == rates_dataflow)
        TRY(check_rates(loaded.series, request.file));
    Read read;
    read.report = std::move(loaded.report);
    const journal::Hash hash = TRY(record.objects().put(table));
    std::optional<journal::Hash> message;
    if (table != request.bytes)
        message = TRY(record.objects().put(request.bytes));
    journal::Draft& draft = read.draft;
    // The two clocks of a figure are its vintage and this entry's own time; the day from which the
    // entry counts says nothing about its figures.
    draft.effective_on = request.effective_on.value_or(today);
    draft.request_id =
        request.request_id.empty() ? "load-" + journal::to_hex(hash) : request.request_id;
    draft.actor = principal.actor;
    draft.institution = principal.institution;
    draft.kind = "dataset.loaded";
    draft.subject = "dataset/" + std::filesystem::path{request.file}.filename().string();
    draft.attachments.push_back(hash);
    if (message)
        draft.attachments.push_back(*message);
    draft.payload.set("v", 1);
    draft.payload.set("file", request.file);
    draft.payload.set("object", journal::to_hex(hash));
    if (message)
        draft.payload.set("message", journal::to_hex(*message));
    draft.payload.set("root", journal::to_hex(table_root(table)));
    draft.payload.set("dataflow", options.dataflow);
    draft.payload.set("fiscal_month", options.fiscal_year.month);
    draft.payload.set("rows", static_cast<std::int64_t>(read.report.rows));
    draft.payload.set("observations", static_cast<std::int64_t>(read.report.observations));
    draft.payload.set("series", static_cast<std::int64_t>(read.report.series));
    draft.payload.set("suspects", static_cast<std::int64_t>(read.report.suspects.size()));
    return read;
}

// The place and the code, never the content: what was refused may hold anything.
std::string cited(const std::string& file, const Error& fault) {
    const std::string place = fault.where.substr(std::min(fault.where.size(), file.size() + 1));
    return place.empty() ? std::string{base::info(fault.code).id}
                         : fmt::format("{} in line {}", base::info(fault.code).id, place);
}

// That a file of statistics was refused is known to the council; the same file is noted once.
Result<void> note_refusal(Record& record, const trust::Principal& principal,
                          const LoadRequest& request, const Error& fault) {
    const auto hash = journal::sha256(request.bytes);
    const auto known = record.state().refusals({record.state().size(), base::Day::max()});
    if (std::ranges::find(known, hash, &state::Refusal::object) != known.end())
        return {};
    const std::string request_id = "refused-" + journal::to_hex(hash);
    (void)TRY(record.append(request_id, [&](const Answerable& moment) -> Result<journal::Draft> {
        const Envelope envelope{request.effective_on, request_id};
        auto draft =
            begin_draft(moment, principal, envelope, "dataset.refused",
                        "dataset/" + std::filesystem::path{request.file}.filename().string());
        draft.payload.set("file", request.file);
        draft.payload.set("sha256", journal::to_hex(hash));
        draft.payload.set("faults", static_cast<std::int64_t>(1 + fault.also.size()));
        draft.payload.set("first", cited(request.file, fault));
        return draft;
    }));
    return {};
}

}  // namespace

journal::Hash table_root(std::string_view table) {
    journal::Frontier tree;
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= table.size(); ++at) {
        const bool ends = at == table.size() || (table[at] == '\n' && !quoted);
        if (at < table.size() && table[at] == '"')
            quoted = !quoted;
        if (!ends)
            continue;
        auto record = table.substr(from, at - from);
        if (record.ends_with('\r'))
            record.remove_suffix(1);
        if (at < table.size() || !record.empty())
            tree.append(journal::leaf_hash(record));
        from = at + 1;
    }
    return tree.root();
}

std::optional<state::Load> find_load(const Record& record, std::string_view bytes) {
    const auto hash = journal::sha256(bytes);
    auto loads = record.state().loads(record.state().size());
    const auto at = std::ranges::find(loads, hash, &state::Load::object);
    return at == loads.end() ? std::nullopt : std::optional{std::move(*at)};
}

Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request, base::Day today) {
    return TRY(read(record, principal, request, today)).draft;
}

Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& given) {
    LoadRequest request = given;
    if (request.request_id.empty())
        request.request_id = "load-" + journal::to_hex(journal::sha256(request.bytes));
    TRY(record.catch_up());
    // The same request again is the same entry, so under its own name the journal answers.
    const auto first = find_load(record, request.bytes);
    if (first && first->file != request.file)
        return Error{
            ErrorCode::already_loaded,
            fmt::format("this file was loaded before, as {} by entry {}", first->file, first->seq),
            request.file};
    LoadReceipt loaded;
    auto receipt =
        record.append(request.request_id, [&](const Answerable& moment) -> Result<journal::Draft> {
            std::vector<Error> faults;
            check_envelope(moment, principal, request, faults);
            TRY(settle(request, std::move(faults)));
            auto found = TRY(read(record, principal, request, moment.today, moment.today));
            loaded.report = std::move(found.report);
            return std::move(found.draft);
        });
    if (!receipt.ok()) {
        const bool is_content = receipt.error().where.starts_with(request.file + ":");
        if (is_content)
            TRY(note_refusal(record, principal, request, receipt.error()));
        return std::move(receipt).error();
    }
    loaded.receipt = receipt.value();
    return loaded;
}

}  // namespace app
