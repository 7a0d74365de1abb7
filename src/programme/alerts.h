#pragma once

#include "programme/ledger.h"

#include <string>
#include <vector>

namespace programme {

/// What contradicts itself among the counts since inception and yet may be true, so that it was
/// recorded: a total that falls, money disbursed beyond what is approved or released.
///
/// Shape:  a sentence each; only what no qualifier explains.
/// Source: docs/methods/programmes.md, "Alerts".
std::vector<std::string> count_alerts(const plan::Programme& programme, const Ledger& ledger);

}  // namespace programme
