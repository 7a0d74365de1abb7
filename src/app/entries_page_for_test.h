#pragma once

#include "app/record.h"
#include "base/file.h"
#include "base/text.h"
#include "journal/entry.h"

#include <gtest/gtest.h>

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

/// Holds every entry of the record against the page, and gives the kinds that it has seen.
inline std::set<std::string> hold_entries_against_their_page(Record& record) {
    const auto listed = listed_members();
    std::set<std::string> seen;
    const auto scanned =
        record.log().scan(0, record.log().size(), [&](std::uint64_t, std::string_view bytes) {
            const auto entry = journal::decode(bytes).value();
            seen.insert(entry.kind);
            for (const auto& [member, value] : *entry.payload.members())
                EXPECT_TRUE(listed.at(entry.kind).contains(member)) << entry.kind << " " << member;
            return Result<void>{};
        });
    EXPECT_TRUE(scanned.ok());
    return seen;
}

}  // namespace app
