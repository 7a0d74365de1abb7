#pragma once

#include "app/record.h"

#include <string>

namespace app {

/// The meetings of the council and its groups, and what is due: reports, targets, obligations,
/// proposals, replies to issues; as iCalendar (RFC 5545). What is settled is no longer in it.
Result<std::string> calendar_view(const Record& record, const Question& question);

}  // namespace app
