#pragma once

#include "app/evidence.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cli {

/// Reads options into a request; what is wrong with them becomes the request's faults, so that it
/// is told together with what the action finds.
class OptionReader {
  public:
    explicit OptionReader(std::vector<base::Error>& faults) : faults_(faults) {}

    std::optional<base::Decimal> decimal(const std::string& text, const std::string& name);
    std::optional<base::Day> day(const std::string& text, const std::string& name);
    std::vector<std::pair<std::string, base::Decimal>> amounts(
        const std::vector<std::string>& texts, const std::string& name);
    std::optional<bool> yes_or_no(const std::string& text, const std::string& name);
    /// Each file with its grade.
    std::vector<app::EvidenceReference> evidence(const std::vector<std::string>& files,
                                                 const std::vector<std::string>& grades);

  private:
    std::vector<base::Error>& faults_;
};

}  // namespace cli
