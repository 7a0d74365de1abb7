#pragma once

#include "app/setting.h"
#include "base/json.h"

#include <optional>

namespace app {

struct OutlookPublicationRequest : Envelope {
    std::optional<base::Day> as_of;  ///< from what was known on that day; today where absent
};
/// {"as_of"} and an envelope; all of it may be absent.
OutlookPublicationRequest read_outlook_publication(const base::Json& body);

/// Publishes how likely each target and each outcome of the plan is, by one entry of the journal.
/// Nobody can change it afterwards, and a later publication stands beside it. Where what was
/// published last was of the same day, as of the same day, and says the same, the draft is that
/// entry again.
///
/// Errors: role_not_allowed; effective_in_future (as of a day after today); invalid_argument (from
///         another day than today, or a plan that has neither targets nor outcomes); not_in_force;
///         those of the envelope and of the record.
Result<journal::Draft> draft_outlook_publication(const Record& record, const Answerable& moment,
                                                 const trust::Principal& principal,
                                                 const OutlookPublicationRequest& request);

}  // namespace app
