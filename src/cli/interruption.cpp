#include "cli/interruption.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstring>

namespace cli {
namespace {

constexpr std::array signals{SIGINT, SIGTERM};

// A handler may only write what is there already: while one text is said, the next one goes into
// the other place.
using Text = std::array<char, 256>;
std::array<Text, 2> texts;
std::atomic<const Text*> to_say{nullptr};

void say(int signal) {
    if (const auto* text = to_say.load())
        (void)!::write(STDERR_FILENO, text->data(), std::strlen(text->data()));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace

Interruption::Interruption() {
    for (const int signal : signals)
        std::signal(signal, say);
}

Interruption::~Interruption() {
    for (const int signal : signals)
        std::signal(signal, SIG_DFL);
    to_say = nullptr;
}

void Interruption::would_mean(std::string_view sentence) {
    auto& text = to_say.load() == texts.data() ? texts[1] : texts[0];
    // Its own line, whatever stands on the one at hand.
    text = {'\n'};
    std::ranges::copy(sentence.substr(0, text.size() - 3), text.begin() + 1);
    text[std::strlen(text.data())] = '\n';
    to_say = &text;
}

}  // namespace cli
