#include "app/load_dataset.h"

#include "app/load_structures.h"
#include "app/quality_view.h"
#include "app/read_figures.h"
#include "base/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

Result<journal::Hash> hash_of(const LoadRequest& request) {
    const auto input = TRY(request.open());
    journal::Sha256 sha256;
    std::string piece(std::size_t{1} << 18, '\0');
    while (const auto bytes = TRY(input(piece)))
        sha256.add({piece.data(), bytes});
    return sha256.finish();
}

Result<ReadFigures> read(Record& record, const LoadRequest& request,
                         std::optional<base::Day> published_by,
                         UnfinishedLoad* unfinished = nullptr) {
    FiguresFile file{request.file, [&request] { return request.open(); }, request.dataflow,
                     request.fiscal_year};
    file.today = published_by;
    file.progress = request.progress;
    file.unfinished = unfinished;
    return read_figures(record, file);
}

// A load that cannot be kept is a load all the same.
std::optional<UnfinishedLoad> begin_keeping(const LoadRequest& request) {
    std::error_code error;
    if (!request.keeping ||
        std::filesystem::file_size(request.path, error) < request.keeping->bytes_min || error)
        return std::nullopt;
    auto opened = UnfinishedLoad::open(*request.keeping);
    return opened.ok() ? std::move(opened).value() : std::nullopt;
}

// What another load had left rests on a record that has grown since.
void remove_left(const LoadRequest& request) {
    std::error_code ignored;
    if (request.keeping && std::filesystem::exists(request.keeping->folder, ignored))
        (void)UnfinishedLoad::open(*request.keeping);
}

journal::Draft draft_of(const ReadFigures& read, const trust::Principal& principal,
                        const LoadRequest& request, base::Day today) {
    journal::Draft draft;
    // The two clocks of a figure are its vintage and this entry's own time; the day from which the
    // entry counts says nothing about its figures.
    draft.effective_on = request.effective_on.value_or(today);
    draft.request_id =
        request.request_id.empty() ? "load-" + journal::to_hex(read.content) : request.request_id;
    draft.actor = principal.actor;
    draft.institution = principal.institution;
    draft.kind = "dataset.loaded";
    draft.subject = "dataset/" + std::filesystem::path{request.file}.filename().string();
    draft.attachments.push_back(read.table);
    if (read.message)
        draft.attachments.push_back(*read.message);
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    const auto& report = read.staged->report();
    draft.payload.set("v", 1);
    draft.payload.set("file", request.file);
    draft.payload.set("object", journal::to_hex(read.table));
    if (read.message)
        draft.payload.set("message", journal::to_hex(*read.message));
    draft.payload.set("root", journal::to_hex(read.root));
    draft.payload.set("dataflow", read.dataflow);
    draft.payload.set("fiscal_month", request.fiscal_year.month);
    draft.payload.set("rows", count(report.rows));
    draft.payload.set("observations", count(report.observations));
    draft.payload.set("series", count(report.series));
    draft.payload.set("suspects", count(report.suspects.size()));
    return draft;
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
    const auto hash = TRY(hash_of(request));
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

std::optional<state::Load> find_load(const Record& record, const journal::Hash& content) {
    auto loads = record.state().loads(record.state().size());
    const auto at = std::ranges::find_if(loads, [&](const state::Load& load) {
        return load.object == content || load.message == content;
    });
    return at == loads.end() ? std::nullopt : std::optional{std::move(*at)};
}

// Adds to a receipt what the review says of the figures that the entry brought.
Result<void> add_review(const Record& record, const std::string& file,
                        const statistics::StagedLoad& staged, LoadReceipt& loaded) {
    const auto seq = loaded.receipt.seq;
    auto findings = TRY(quality_of_load(record, seq, loaded.report.observations));
    loaded.is_reviewed = findings.has_value();
    if (!findings)
        return {};
    for (auto& finding : *findings) {
        const auto own = std::ranges::find(finding.figures, static_cast<std::int64_t>(seq),
                                           &statistics::CitedFigure::recorded);
        auto where = fmt::format("{}:{}", file, staged.line_of(own->load_order));
        if (finding.severity != statistics::Severity::note && !finding.is_unused)
            loaded.report.warnings.push_back(
                {ErrorCode::doubtful_figure,
                 fmt::format("{}: {}", finding.figures.front().text(), finding.cause), where});
        loaded.findings.push_back({std::move(finding), std::move(where)});
    }
    return {};
}

}  // namespace

Result<base::Input> LoadRequest::open() const {
    if (path.empty())
        return base::input_of(bytes);
    return base::input_of_file(path);
}

base::Json load_json(const LoadReceipt& loaded) {
    if (const auto& structures = loaded.structures)
        return base::Json::object(
            {{"structures", base::Json::array_of(structures->names,
                                                 [](const auto& urn) { return base::Json{urn}; })},
             {"left_out", static_cast<std::int64_t>(structures->left_out)},
             {"without_data", base::Json::array_of(structures->unusable, [](const auto& one) {
                  return base::Json::object({{"dataflow", one.first}, {"reason", one.second}});
              })}});
    const auto& report = loaded.report;
    base::Json json =
        base::Json::object({{"rows", static_cast<std::int64_t>(report.rows)},
                            {"observations", static_cast<std::int64_t>(report.observations)},
                            {"series", static_cast<std::int64_t>(report.series)},
                            {"sources", static_cast<std::int64_t>(report.sources)},
                            {"month_dates", static_cast<std::int64_t>(report.month_dates)},
                            {"estimated_dates", static_cast<std::int64_t>(report.estimated_dates)},
                            {"reviewed", loaded.is_reviewed}});
    json.set("warnings", base::Json::array_of(report.warnings, [](const Error& warning) {
                 return base::Json::object({{"code", base::info(warning.code).id},
                                            {"message", warning.message},
                                            {"where", warning.where}});
             }));
    json.set("findings", base::Json::array_of(loaded.findings, [](const LoadFinding& one) {
                 base::Json finding = one.finding.json();
                 finding.set("where", one.where);
                 return finding;
             }));
    return json;
}

bool was_loaded(const Record& record, std::string_view bytes) {
    return find_load(record, journal::sha256(bytes)).has_value();
}

Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request, base::Day today) {
    TRY(trust::require(principal, trust::Action::load));
    const auto figures = TRY(read(record, request, std::nullopt));
    record.hold(figures.table, figures.staged);
    return draft_of(figures, principal, request, today);
}

Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& given) {
    TRY(trust::require(principal, trust::Action::load));
    if (TRY(is_structure_message(given)))
        return load_structures(record, principal, given);
    LoadRequest request = given;
    TRY(record.catch_up());
    auto today = TRY(record.now()).today;
    const auto refuse = [&](Error error) -> Result<LoadReceipt> {
        if (error.where.starts_with(request.file + ":"))
            TRY(note_refusal(record, principal, request, error));
        return error;
    };
    auto unfinished = begin_keeping(request);
    auto figures = read(record, request, today, unfinished ? &*unfinished : nullptr);
    if (!figures.ok())
        return refuse(std::move(figures).error());
    if (request.request_id.empty())
        request.request_id = "load-" + journal::to_hex(figures->content);
    // The same request again is the same entry, so under its own name the journal answers.
    const auto first = find_load(record, figures->content);
    if (first && first->file != request.file)
        return Error{
            ErrorCode::already_loaded,
            fmt::format("this file was loaded before, as {} by entry {}", first->file, first->seq),
            request.file};
    const auto decide = [&](const Answerable& moment) -> Result<journal::Draft> {
        std::vector<Error> faults;
        check_envelope(moment, principal, request, faults);
        TRY(settle(request, std::move(faults)));
        if (moment.today != today) {
            figures = TRY(read(record, request, moment.today));
            today = moment.today;
        }
        record.hold(figures->table, figures->staged);
        return draft_of(*figures, principal, request, moment.today);
    };
    auto receipt = record.append(request.request_id, decide);
    record.let_go(figures->table);
    if (!receipt.ok())
        return refuse(std::move(receipt).error());
    unfinished.reset();
    remove_left(request);
    LoadReceipt loaded{receipt.value(), figures->staged->report()};
    TRY(add_review(record, request.file, *figures->staged, loaded));
    return loaded;
}

}  // namespace app
