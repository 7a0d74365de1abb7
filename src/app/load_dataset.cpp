#include "app/load_dataset.h"

#include <filesystem>

namespace app {
namespace {

struct Read {
    journal::Draft draft;
    statistics::LoadReport report;
};

Result<Read> read(Record& record, const trust::Principal& principal, const LoadRequest& request) {
    TRY(trust::require(principal, trust::Action::load));
    statistics::LoadOptions options;
    options.file = request.file;
    if (!request.dataflow.empty())
        options.dataflow = request.dataflow;
    options.fiscal_year = request.fiscal_year;
    auto loaded = TRY(statistics::load_csv(request.bytes, options));
    Read read;
    read.report = std::move(loaded.report);
    const journal::Hash hash = TRY(record.objects().put(request.bytes));
    journal::Draft& draft = read.draft;
    // The two clocks of a figure are its vintage and this entry's own time; the day from which the
    // entry counts says nothing about its figures.
    draft.effective_on = request.effective_on;
    draft.request_id =
        request.request_id.empty() ? "load-" + journal::to_hex(hash) : request.request_id;
    draft.actor = principal.actor;
    draft.institution = principal.institution;
    draft.kind = "dataset.loaded";
    draft.subject = "dataset/" + std::filesystem::path{request.file}.filename().string();
    draft.attachments.push_back(hash);
    draft.payload.set("v", 1);
    draft.payload.set("file", request.file);
    draft.payload.set("object", journal::to_hex(hash));
    draft.payload.set("dataflow", options.dataflow);
    draft.payload.set("rows", static_cast<std::int64_t>(read.report.rows));
    draft.payload.set("observations", static_cast<std::int64_t>(read.report.observations));
    draft.payload.set("series", static_cast<std::int64_t>(read.report.series));
    draft.payload.set("suspects", static_cast<std::int64_t>(read.report.suspects.size()));
    return read;
}

}  // namespace

Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request) {
    return TRY(read(record, principal, request)).draft;
}

Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& request) {
    auto loaded = TRY(read(record, principal, request));
    const auto receipt = TRY(record.append(std::move(loaded.draft)));
    return LoadReceipt{receipt, std::move(loaded.report)};
}

}  // namespace app
