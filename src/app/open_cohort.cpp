#include "app/open_cohort.h"

namespace app {

using base::Error;

CohortRequest read_cohort(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    CohortRequest request;
    request.cohort = fields.string("cohort");
    request.title = fields.string("title");
    request.seats = fields.optional_integer("seats");
    read_programme_envelope(fields, request);
    return request;
}

Result<journal::Draft> draft_cohort(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const CohortRequest& request) {
    std::vector<Error> faults;
    const programme::Cohort cohort{or_note(new_code(request.cohort, "cohort"), faults),
                                   request.title, request.seats};
    check_title(request.title, "title", faults);
    return draft_about_programme(record, moment, principal, request,
                                 {"programme.cohort_opened",
                                  [&](const programme::Setting& setting) {
                                      return programme::check_cohort(setting, cohort);
                                  },
                                  [&](journal::Draft& draft) -> Result<void> {
                                      draft.payload.set("cohort", cohort.code);
                                      draft.payload.set("title", cohort.title);
                                      if (cohort.seats)
                                          draft.payload.set("seats", *cohort.seats);
                                      return {};
                                  }},
                                 std::move(faults));
}

Result<journal::Receipt> open_cohort(Record& record, const trust::Principal& principal,
                                     const CohortRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_cohort(record, moment, principal, request);
    });
}

}  // namespace app
