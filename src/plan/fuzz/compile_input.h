#pragma once

#include "base/text.h"
#include "plan/compile.h"
#include "plan/json.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string>

namespace plan {

inline constexpr const char* fuzz_statistics = R"(agency:
  id: A
  name: A
providers:
  - id: P
    name: P
subjects:
  - id: S
    name: S
    parent: T
  - id: T
    name: T
units:
  - printed: u
    code: U
    multiplier: 6
lists:
  - id: CL_K
    version: "1.0"
    name: K
    codes:
      - code: U
        name: U
        name-ur: پ
        printed: [v]
      - code: V
        name: V
        parent: U
structures:
  - id: DSD
    version: 1.0.0
    name: D
    dimensions:
      - id: FREQ
        name: F
        list: CL_FREQ
        from: frequency
      - id: K
        name: K
        list: CL_K
        from: column
        text: k
      - id: C
        name: C
        list: CL_K
        from: fixed
        text: V
      - id: UNIT
        name: U
        list: CL_K
        from: unit
flows:
  - id: F
    version: 1.0
    name: F
    structure: DSD
    provider: P
    subject: S
    where:
      k: [v]
correspondences:
  - id: M
    version: 1.0
    name: M
    from-list: CL_K
    to-list: CL_K
    mappings:
      - from: U
        to: V
        valid-to: 2023-06-30
      - from: U
        to: U
        valid-from: 2023-07-01
        note: N
files: [data/x.csv]
derived:
  - id: D
    name: D
    figure: contributions
    series:
      k: v
    parts:
      - k: w
  - id: E
    name: E
    figure: average-growth
    series:
      k: v
    since: 2023
)";

/// The other files of a strategy while one of them is fuzzed.
inline const std::map<std::string, std::string>& fuzz_files() {
    static const std::map<std::string, std::string> files{
        {"plan.yaml",
         "strategy:\n  code: s\n  title: S\n  country: PAK\n  from: 2023-01-01\n  until: "
         "2027-12-31\n"
         "  utc_offset: \"+05:00\"\nobjectives:\n  - code: 1\n    title: A\n    objectives:\n      "
         "- code: 1.1\n"
         "        title: B\n        activities:\n          - code: 1.1.1\n            title: C\n"
         "            kind: project\n            priority: 1\n            period: 2023\n           "
         " lead: a\n"
         "            support: [b]\n            targets:\n              - id: 1.1.1-1\n"
         "                statement: D\n                measure: count\n                value: 5\n"
         "                unit: things\n                due: 2024\n                path:\n"
         "                  2023: 2\n                  2024: 5\n                verification: "
         "open\n"
         "                note: \"E\"\n"},
        {"institutions.yaml",
         "institutions:\n  - code: a\n    name: A\n    type: A\n  - code: b\n    name: B\n    "
         "type: open\n"
         "    note: 'x'\n    aliases:\n      - Bee\n"},
        {"indicators.yaml",
         "indicators:\n  - code: i\n    title: I\n    unit: u\n    scope: s\n    frequency: "
         "monthly\n"
         "    source: d\n    file: data/x.csv\n    series:\n      k: v\n"},
        {"sources.yaml",
         "documents:\n  - code: d\n    title: D\nfigures:\n  - code: F1\n    document: d\n    "
         "subject: x\n"
         "    value: 2.1\n    unit: USD\n    scale: million\nclaims:\n  - code: c\n    kind: "
         "equal\n"
         "    statement: same\n    result: F1\n    of: F1\n"},
        {"programmes.yaml",
         "programmes:\n  - code: p\n    title: P\n    kind: training\n    owner: a\n    operators: "
         "[x]\n"
         "    activities: [1.1.1]\n    sex: complete\n    unit: persons\n    stages:\n      - "
         "code: in\n"
         "        title: In\n        role: entered\n      - code: out\n        title: Out\n"
         "    measures:\n      - code: m\n        title: M\n        unit: USD\n        nature: "
         "flow\n"
         "        output: true\n        target: 5\n    figures:\n      - stage: in\n        "
         "cohort: c\n"
         "        period: 2023-06-30\n        value: 3\n        sex:\n          female: 3\n"
         "        document: d\n      - measure: m\n        period: FY2023-H1\n        value: 2.1\n"
         "        scale: million\n        qualifier: exact\n        figure: F1\n"},
        {"statistics.yaml", fuzz_statistics},
        {"data/x.csv",
         "k,period,value,published,source\nv,2023,1,2024-01-05,s\n"
         "w,2023,1,2024-01-05,s\n"}};
    return files;
}

inline const char* fuzz_file_name(std::uint8_t choice) {
    constexpr const char* names[] = {"plan.yaml",      "institutions.yaml", "indicators.yaml",
                                     "sources.yaml",   "data/x.csv",        "programmes.yaml",
                                     "statistics.yaml"};
    return names[choice % std::size(names)];
}

/// Says what does not hold, and for which bytes, before it stops the run.
[[noreturn]] inline void fuzz_failure(const char* claim, std::string_view input) {
    std::fprintf(stderr, "does not hold: %s\n%.*s\n", claim, static_cast<int>(input.size()),
                 input.data());
    std::abort();
}

/// Compiles a strategy of which one file is `input` (its first byte says which). Whatever the bytes
/// are, there is an answer; every place lies in a line; and a plan that compiles survives JSON.
inline void compile_input(std::string_view input) {
    if (input.empty())
        return;
    const std::string fuzzed = fuzz_file_name(static_cast<std::uint8_t>(input[0]));
    const std::string_view text = input.substr(1);
    const auto compilation = compile([&](const std::string& path) -> base::Result<std::string> {
        if (path == fuzzed)
            return std::string{text};
        const auto at = fuzz_files().find(path);
        if (at == fuzz_files().end())
            return base::Error{base::ErrorCode::file_not_readable, "no such file", path};
        return at->second;
    });
    for (const auto& diagnostic : compilation.diagnostics) {
        if (diagnostic.mark.line < 1 || diagnostic.mark.column < 1)
            fuzz_failure("every diagnostic has a place", input);
        if (!base::check_utf8(render(diagnostic), "").ok())
            fuzz_failure("every diagnostic is UTF-8", input);
    }
    if (compilation.plan.has_value() != (compilation.errors == 0))
        fuzz_failure("there is a plan where there are no errors", input);
    if (!base::Json::parse(compilation.json().text()).ok())
        fuzz_failure("diagnostics are JSON", input);
    if (compilation.plan) {
        const auto json = to_json(*compilation.plan);
        const auto again = plan_from_json(json);
        if (!again.ok() || to_json(*again).text() != json.text())
            fuzz_failure("a plan survives JSON", input);
    }
}

}  // namespace plan
