#pragma once

#include "dissemination/answer.h"
#include "statistics/load.h"
#include "statistics/real_file.h"

#include <memory>

namespace dissemination::testing {

/// Structures for three dataflows of the strategy's published figures.
plan::Statistics example_statistics();

/// They with the published figures; nothing where the file is not there.
std::shared_ptr<const Catalogue> example_catalogue();

AnswerContext on(int year, unsigned month, unsigned day);

}  // namespace dissemination::testing
