#include "app/load_structures.h"

#include "base/file.h"
#include "dissemination/foreign.h"
#include "dissemination/message_table.h"
#include "dissemination/structures.h"
#include "sdmx/message.h"

#include <algorithm>
#include <filesystem>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

/// Takes the artefacts of a message that can be held.
struct Artefacts final : sdmx::MessageSink {
    Result<void> artefact(sdmx::Artefact&& one) override {
        // A stub only says where the artefact is.
        if (one.external || std::holds_alternative<sdmx::OtherBody>(one.body))
            ++left_out;
        else
            taken.push_back(std::move(one));
        return {};
    }
    std::deque<sdmx::Artefact> taken;
    std::size_t left_out = 0;
};

/// Tells what a message is, and ends its reading there.
struct Form final : sdmx::MessageSink {
    Result<void> form(const sdmx::MessageForm& form) override {
        kind = form.kind;
        return Error{ErrorCode::internal, "the form is known", ""};
    }
    std::optional<sdmx::MessageKind> kind;
};

Result<Artefacts> read_structures(std::string_view bytes, const std::string& file) {
    Artefacts found;
    TRY(sdmx::read_message(base::input_of(bytes), {file}, found));
    return found;
}

journal::Draft draft_of(const Answerable& moment, const trust::Principal& principal,
                        const LoadRequest& request, const journal::Hash& object,
                        const Artefacts& found) {
    auto draft =
        begin_draft(moment, principal, request, "structures.loaded",
                    "structures/" + std::filesystem::path{request.file}.filename().string());
    draft.attachments.push_back(object);
    draft.payload.set("file", request.file);
    draft.payload.set("object", journal::to_hex(object));
    draft.payload.set("artefacts", static_cast<std::int64_t>(found.taken.size()));
    return draft;
}

// The structures that the strategy declares, and those that were loaded before.
struct Held {
    std::string agency;
    sdmx::Registry registry;
};
Result<Held> held_at(const Record& record, const Answerable& moment, const std::string& file) {
    const auto plan = TRY(declaring_plan(moment, file));
    Held held{plan->statistics->agency.id, dissemination::make_registry(*plan->statistics)};
    dissemination::add_foreign(held.registry, TRY(loaded_structures(record, moment.known)));
    return held;
}

}  // namespace

Result<std::shared_ptr<const plan::Plan>> declaring_plan(const Answerable& moment,
                                                         const std::string& file) {
    if (!moment.plan->working->statistics)
        return Error{ErrorCode::sdmx_not_loadable,
                     "expected a strategy that declares dataflows, found one without "
                     "statistics.yaml",
                     file};
    return moment.plan->working;
}

Result<std::deque<sdmx::Artefact>> loaded_structures(const Record& record,
                                                     const state::Known& known) {
    std::deque<sdmx::Artefact> all;
    for (const auto& load : record.state().structures(known)) {
        const auto bytes = TRY(record.objects().get(load.object));
        auto found = TRY(read_structures(bytes, load.file));
        std::ranges::move(found.taken, std::back_inserter(all));
    }
    return all;
}

Result<bool> is_structure_message(const LoadRequest& request) {
    const auto input = TRY(request.open());
    std::string head(std::size_t{1} << 12, '\0');
    head.resize(TRY(input(head)));
    if (!dissemination::is_message(head))
        return false;
    Form form;
    // Whatever is wrong with it, whoever reads all of it tells.
    (void)sdmx::read_message(TRY(request.open()), {request.file}, form);
    return form.kind == sdmx::MessageKind::structure;
}

Result<LoadReceipt> load_structures(Record& record, const trust::Principal& principal,
                                    const LoadRequest& given) {
    LoadRequest request = given;
    TRY(trust::require(principal, trust::Action::load));
    TRY(record.catch_up());
    const auto bytes =
        request.path.empty() ? request.bytes : TRY(base::read_file(request.path.string()));
    const auto found = TRY(read_structures(bytes, request.file));
    if (found.taken.empty())
        return Error{ErrorCode::sdmx_not_loadable,
                     "expected structures, found none of a kind that is held here", request.file};
    const auto object = journal::sha256(bytes);
    if (request.request_id.empty())
        request.request_id = "load-" + journal::to_hex(object);
    StructureReport report{found.taken.size(), found.left_out, {}, {}};
    const auto decide = [&](const Answerable& moment) -> Result<journal::Draft> {
        std::vector<Error> faults;
        check_envelope(moment, principal, request, faults);
        const auto held = TRY(held_at(record, moment, request.file));
        auto checked = dissemination::check_foreign(held.registry, held.agency, found.taken);
        if (!checked.ok())
            for (auto& fault : base::one_by_one(std::move(checked).error())) {
                fault.where = request.file;
                faults.push_back(std::move(fault));
            }
        TRY(settle(request, std::move(faults)));
        TRY(record.objects().put(bytes));
        return draft_of(moment, principal, request, object, found);
    };
    LoadReceipt loaded{TRY(record.append(request.request_id, decide)), {}};
    for (const auto& artefact : found.taken)
        report.names.push_back(artefact.reference().urn());
    const auto now = TRY(record.now());
    const auto held = TRY(held_at(record, now, request.file));
    for (const auto& flow : dissemination::foreign_flows(held.registry, held.agency))
        if (!flow.unusable.empty())
            report.unusable.emplace_back(flow.dataflow, flow.unusable);
    loaded.structures = std::move(report);
    return loaded;
}

}  // namespace app
