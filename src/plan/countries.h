#pragma once

#include <string_view>

namespace plan {

/// Whether a country, territory or area has this code.
///
/// Source: ISO 3166-1, alpha-3: the 249 codes that are officially assigned.
bool is_country(std::string_view alpha3);

}  // namespace plan
