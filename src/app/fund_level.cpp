#include "app/fund_level.h"

#include "app/funding.h"

namespace app {

using base::Error;

LevelRequest read_level(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    LevelRequest request;
    request.level = fields.string("level");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_level(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const LevelRequest& request) {
    const auto funding = TRY(funding_moment(record, moment, principal));
    std::vector<Error> faults;
    if (!funding::parse_level(request.level))
        faults.push_back(unknown_word(request.level, "objective, activity or step", "level"));
    add_fault(faults, funding::level_fault(funding.book));
    check_funding_envelope(moment, principal, request, faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_funding_draft(moment, principal, request, "funding.level_declared");
    draft.payload.set("level", request.level);
    return draft;
}

Result<journal::Receipt> declare_level(Record& record, const trust::Principal& principal,
                                       const LevelRequest& request) {
    return record.append_in_turn(request.request_id, [&](const Answerable& moment) {
        return draft_level(record, moment, principal, request);
    });
}

}  // namespace app
