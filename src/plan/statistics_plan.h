#pragma once

#include "base/result.h"
#include "statistics/figure_of.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// A name in English, in Urdu where there is one, and what it means.
struct Naming {
    std::string name;
    std::string name_ur;
    std::string description;
    friend bool operator==(const Naming&, const Naming&) = default;
};

/// A code of a list, with the words under which published tables print it.
struct StatisticalCode {
    std::string code;
    Naming naming;
    std::string parent;  ///< a code of the same list
    std::vector<std::string> printed;
    friend bool operator==(const StatisticalCode&, const StatisticalCode&) = default;
};

struct StatisticalList {
    std::string id;       ///< "CL_SERVICE"
    std::string version;  ///< "1.0"
    Naming naming;
    std::vector<StatisticalCode> codes;

    const StatisticalCode* find(std::string_view code) const;
    const StatisticalCode* find_printed(std::string_view words) const;
    friend bool operator==(const StatisticalList&, const StatisticalList&) = default;
};

/// What a printed unit counts: "USD million" is the code USD of the list of units, times 10^6.
struct StatisticalUnit {
    std::string printed;
    std::string code;
    int multiplier = 0;  ///< power of ten
    friend bool operator==(const StatisticalUnit&, const StatisticalUnit&) = default;
};

/// Where the code of a dimension comes from: always the same one; the words in a column of the
/// published table; the unit; how often the figure comes; what its period counts.
enum class CodeFrom { fixed, column, unit, frequency, transformation };
std::string_view word(CodeFrom);

struct StatisticalDimension {
    std::string id;  ///< of the concept: "COUNTERPART_AREA"
    Naming naming;
    std::string list;
    CodeFrom from = CodeFrom::fixed;
    std::string text;  ///< fixed: the code; column: the column's name
    friend bool operator==(const StatisticalDimension&, const StatisticalDimension&) = default;
};

struct StatisticalStructure {
    std::string id;
    std::string version;
    Naming naming;
    std::vector<StatisticalDimension> dimensions;  ///< in the key's order, without time
    friend bool operator==(const StatisticalStructure&, const StatisticalStructure&) = default;
};

/// A dataflow: the published figures that have one of these words in each of these columns.
struct StatisticalFlow {
    std::string id;
    std::string version;
    Naming naming;
    std::string structure;
    std::string provider;
    std::string subject;
    std::map<std::string, std::vector<std::string>> where;
    std::vector<std::string> other_providers = {};  ///< who publish figures of it too
    friend bool operator==(const StatisticalFlow&, const StatisticalFlow&) = default;
};

/// Who provides figures, or what they are about; a subject may have a parent.
struct StatisticalItem {
    std::string id;
    Naming naming;
    std::string parent;
    friend bool operator==(const StatisticalItem&, const StatisticalItem&) = default;
};

/// A code of one list is one of another, for a time (a dated correspondence).
struct StatisticalMapping {
    std::string from;
    std::string to;
    std::string valid_from;  ///< day; empty: open
    std::string valid_to;
    std::string note;
    friend bool operator==(const StatisticalMapping&, const StatisticalMapping&) = default;
};
struct StatisticalCorrespondence {
    std::string id;
    std::string version;
    Naming naming;
    std::string from_list;
    std::string to_list;
    std::vector<StatisticalMapping> mappings;
    friend bool operator==(const StatisticalCorrespondence&,
                           const StatisticalCorrespondence&) = default;
};

/// Words by which a series is found: a column of the published table and what stands in it.
using SeriesWords = std::map<std::string, std::string>;

/// Errors: invalid_argument unless it is year, half, quarter or month.
base::Result<base::Frequency> parse_every(std::string_view text);

/// A figure that is computed from published ones whenever it is asked for, and never typed in.
struct DerivedFigure {
    std::string id;
    Naming naming;
    statistics::FigureOf what = statistics::FigureOf::value;
    SeriesWords series;
    SeriesWords of;                  ///< the second series, whole; empty where there is none
    std::vector<SeriesWords> parts;  ///< of contributions and a balance, each whole
    std::string since;               ///< a period; empty where there is none
    int months = 12;                 ///< of a rolling sum
    std::string by;                  ///< of a concentration: the dimension; else empty
    /// Of what kind the latest period is, where it is not `usual_frequency`.
    std::optional<base::Frequency> every = {};
    friend bool operator==(const DerivedFigure&, const DerivedFigure&) = default;
};

/// A total and the parts that make it up, codes of one list. Several of one total are alternatives.
struct StatisticalIdentity {
    std::string id;
    std::string list;
    std::string total;
    std::vector<std::string> parts;
    friend bool operator==(const StatisticalIdentity&, const StatisticalIdentity&) = default;
};

/// The statistical structures of a strategy, as statistics.yaml declares them.
struct Statistics {
    StatisticalItem agency;
    std::vector<StatisticalItem> providers;
    std::vector<StatisticalItem> subjects;
    std::vector<StatisticalUnit> units;
    std::vector<StatisticalList> lists;
    std::vector<StatisticalStructure> structures;
    std::vector<StatisticalFlow> flows;
    std::vector<StatisticalCorrespondence> correspondences;
    std::vector<StatisticalIdentity> identities;
    std::vector<std::string> files;  ///< data files of the folder that bring the figures
    std::vector<DerivedFigure> derived;

    const StatisticalList* find_list(std::string_view id) const;
    const StatisticalStructure* find_structure(std::string_view id) const;
    const StatisticalFlow* find_flow(std::string_view id) const;
    const DerivedFigure* find_derived(std::string_view id) const;
    friend bool operator==(const Statistics&, const Statistics&) = default;
};

}  // namespace plan
