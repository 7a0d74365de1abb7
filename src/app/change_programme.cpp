#include "app/change_programme.h"

#include "base/text.h"

namespace app {

using base::Error;
using base::ErrorCode;

ProgrammeChangeRequest read_programme_change(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    ProgrammeChangeRequest request;
    request.change.type = fields.string("type");
    request.change.measure = fields.optional_string("measure").value_or("");
    request.change.currency = fields.optional_string("currency").value_or("");
    request.change.was = fields.string("was");
    request.change.becomes = fields.string("becomes");
    request.change.reason = fields.string("reason");
    read_programme_envelope(fields, request);
    return request;
}

Result<journal::Draft> draft_programme_change(const Record& record, const Answerable& moment,
                                              const trust::Principal& principal,
                                              const ProgrammeChangeRequest& request) {
    const programme::Change& change = request.change;
    std::vector<Error> faults;
    if (base::is_blank(change.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    return draft_about_programme(record, moment, principal, request,
                                 {"programme.changed",
                                  [&](const programme::Setting& setting) {
                                      return programme::check_change(setting, change);
                                  },
                                  [&](journal::Draft& draft) -> Result<void> {
                                      draft.payload.set("type", change.type);
                                      if (!change.measure.empty())
                                          draft.payload.set("measure", change.measure);
                                      if (!change.currency.empty())
                                          draft.payload.set("currency", change.currency);
                                      draft.payload.set("was", change.was);
                                      draft.payload.set("becomes", change.becomes);
                                      draft.payload.set("reason", vaulted(draft, change.reason));
                                      return {};
                                  }},
                                 std::move(faults));
}

Result<journal::Receipt> change_programme(Record& record, const trust::Principal& principal,
                                          const ProgrammeChangeRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_programme_change(record, moment, principal, request);
    });
}

}  // namespace app
