#pragma once

#include "base/json.h"

#include <map>
#include <string>

namespace programme {

using base::Result;

/// How the fields of a release are merged.
enum class MergeRule {
    omit,       ///< left out of what is merged
    whole_list  ///< the newer list takes the place of the older one
};

/// By the path of names from the release, "awards.suppliers"; fields without a rule are merged
/// value by value, objects of lists by their `id`.
using MergeRules = std::map<std::string, MergeRule>;

/// The rules that a release schema holds.
///
/// Errors: release_does_not_merge where the JSON is no schema of a release.
/// Source: OCDS 1.1.5, "Merging": omitWhenMerged and wholeListMerge, with `mergeStrategy` of 1.0.
Result<MergeRules> merge_rules(const base::Json& schema);

enum class MergedForm {
    compiled,  ///< the state after the last release
    versioned  ///< for each field, every value with the release that brought it
};

/// One record of the releases of one contracting process, in the order of their dates.
///
/// Shape:  a null withdraws a field, and everything below it; objects of lists without an `id` are
///         added, never matched; an empty list of objects changes nothing.
/// Errors: release_does_not_merge with the path, all in one pass: no list of releases, a release
///         without `ocid`, `id` or `date`, another `ocid` than the first one's.
/// Source: OCDS 1.1.5, "Merging".
Result<base::Json> merge_releases(const base::Json& releases, const MergeRules& rules,
                                  MergedForm form);

}  // namespace programme
