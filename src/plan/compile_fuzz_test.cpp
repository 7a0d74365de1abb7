#include "plan/fuzz/compile_input.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace plan {
namespace {

constexpr auto time_allowed = std::chrono::milliseconds{1500};
constexpr int rounds_min = 300;  // on a slow machine or under sanitizers
constexpr int rounds_max = 20000;

/// Pieces that have broken YAML readers before.
const std::vector<std::string> pieces{
    "\"",     "'",        "\t",       ": ",        "- ",   "\n",   "  ",  "[",
    "]",      "{",        "}",        "&a ",       "*a ",  "!t ",  "|\n", ">\n",
    "#",      "---\n",    "...\n",    "%x\n",      "open", "null", "~",   "\xEF\xBB\xBF",
    "\xFF",   "\r",       "\\",       "? ",        "@",    "1e9",  "-1",  "999999999999999999999",
    "FY2024", "\xD9\xBE", "<<: *a\n", "- - - - - "};

std::string mutated(std::string text, std::mt19937& random) {
    const auto pick = [&](std::size_t count) { return random() % count; };
    for (std::size_t i = 1 + pick(4); i > 0; --i) {
        const std::size_t at = 1 + pick(text.size());
        switch (pick(5)) {
            case 0:
                text.insert(std::min(at, text.size()), pieces[pick(pieces.size())]);
                break;
            case 1:
                text.erase(std::min(at, text.size()), 1 + pick(20));
                break;
            case 2:
                if (at < text.size())
                    text[at] = static_cast<char>(pick(256));
                break;
            case 3: {  // a piece of the text once more, elsewhere
                const auto piece = text.substr(std::min(at, text.size()), 1 + pick(60));
                text.insert(1 + pick(text.size()), piece);
                break;
            }
            default:
                text.resize(std::min(text.size(), 1 + pick(text.size() + 1)));
                break;
        }
        if (text.empty())
            text = std::string(1, '\0');
    }
    return text;
}

// Otherwise every round would end at the same fault.
TEST(CompileFuzz, BeginsWithAStrategyWithoutAFault) {
    const auto sound = compile([](const std::string& path) -> base::Result<std::string> {
        const auto at = fuzz_files().find(path);
        if (at == fuzz_files().end())
            return base::Error{base::ErrorCode::file_not_readable, "no such file", path};
        return at->second;
    });
    EXPECT_EQ(sound.errors, 0) << sound.text();
    EXPECT_EQ(sound.dataflows, 1);
}

// Repeats from its seed: every round takes one file of a sound strategy and damages it.
TEST(CompileFuzz, AnswersWhateverTheBytesAre) {
    const auto end = std::chrono::steady_clock::now() + time_allowed;
    for (int round = 0;
         round < rounds_min || (round < rounds_max && std::chrono::steady_clock::now() < end);
         ++round) {
        std::mt19937 random{static_cast<unsigned>(round)};
        const auto choice = static_cast<std::uint8_t>(round % 7);
        std::string input = static_cast<char>(choice) + fuzz_files().at(fuzz_file_name(choice));
        SCOPED_TRACE("seed " + std::to_string(round));
        compile_input(mutated(std::move(input), random));
    }
}

TEST(CompileFuzz, EndsSoonOnInputsThatGrow) {
    const auto begin = std::chrono::steady_clock::now();
    for (const auto* piece : {"[", "{", "- ", "? ", "a: ", "\"", "&a ", "*a ", "!", "|\n", "a:\n ",
                              "\t", "'\n", ": \n"}) {
        std::string input(1, '\0');
        while (input.size() < 20000)
            input += piece;
        compile_input(input);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{20});
}

}  // namespace
}  // namespace plan
