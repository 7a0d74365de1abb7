#pragma once

#include "base/error.h"
#include "base/json.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace plan {

enum class Severity { error, warning };

/// One finding in the files of a strategy, for the person who can mend it.
///
/// Units: `mark` and `width` count characters, not bytes.
struct Diagnostic {
    base::ErrorCode code{};
    std::string message;
    Mark mark;
    int width = 1;            ///< how many characters the carets underline
    std::string source_line;  ///< the line as it stands in the file
    std::string hint;         ///< empty where there is none
};

Severity severity(base::ErrorCode code);
std::string_view word(Severity severity);

/// As `tameel check` prints it: place, severity, code, sentence, source line, carets, hint.
std::string render(const Diagnostic& diagnostic);
/// {"code","severity","file","line","column","message","hint"}
base::Json to_json(const Diagnostic& diagnostic);

/// By file and place; equal ones stand once.
void sort_and_unite(std::vector<Diagnostic>& diagnostics);

}  // namespace plan
