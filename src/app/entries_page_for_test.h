#pragma once

#include "base/file.h"
#include "base/text.h"

#include <map>
#include <set>
#include <sstream>
#include <string>

namespace app {

/// The members of each kind, as docs/formats/entries.md lists them.
inline std::map<std::string, std::set<std::string>> listed_members() {
    std::map<std::string, std::set<std::string>> members;
    std::istringstream page{base::read_file(TAMEEL_SOURCE_DIR "/docs/formats/entries.md").value()};
    std::string line, kind;
    const auto word = [](std::string_view cell) {
        std::string text{base::trimmed(cell)};
        std::erase(text, '`');
        return text;
    };
    while (std::getline(page, line)) {
        const auto cells = base::split(line, '|');
        if (cells.size() < 5 || line.starts_with("|---") || line.starts_with("| kind"))
            continue;
        if (!word(cells[1]).empty())
            kind = word(cells[1]);
        const auto member = word(cells[3]);
        if (member.starts_with("as "))
            members[kind] = members[member.substr(3)];
        else
            members[kind].insert(member);
    }
    // A kind may be listed as another one before that is complete.
    members["progress.contributed"] = members["progress.reported"];
    return members;
}

}  // namespace app
