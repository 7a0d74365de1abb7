// libFuzzer's entry for an export that a stranger hands in: one of its files has these bytes.
//
// The first byte says which; "c" is a tree head that the stranger's own key signs, "e" its entries.

#include "base/file.h"
#include "base/fuzz/hold.h"
#include "base/text.h"
#include "journal/memory_log.h"
#include "journal/verify.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;
using base::hold;

constexpr std::string_view origin = "example.gov.test/strategy";

journal::Draft numbered(int number) {
    journal::Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = "request-" + std::to_string(number);
    draft.actor = "person-1";
    draft.institution = "pasha";
    draft.kind = "progress.reported";
    draft.subject = "1.1.1-a";
    draft.payload = base::Json::object({{"value", std::to_string(number)}});
    return draft;
}

/// A small export of a stranger, which holds.
class Export {
  public:
    Export() {
        std::string name = (fs::temp_directory_path() / "tameel-fuzz-XXXXXX").string();
        hold(::mkdtemp(name.data()) != nullptr);
        folder_ = fs::path{name} / "export";
        const base::FixedClock clock{base::parse_instant("2026-03-01T09:30:00Z").value()};
        journal::MemoryObjectStore objects;
        journal::MemoryLog log{clock, &objects};
        for (int i = 0; i < 3; ++i) {
            auto draft = numbered(i);
            if (i == 2)
                draft.attachments = {objects.put("evidence").value()};
            hold(log.append(draft).ok());
        }
        hold(journal::write_export(log, objects, folder_).ok());
        auto head = journal::Note::parse(log.checkpoint().value()).value().text;
        head.replace(0, head.find('\n'), origin);
        write("vkey", signer_.verifier().vkey() + "\n");
        write_head(head);
        for (const auto& item : fs::recursive_directory_iterator{folder_})
            if (item.is_regular_file())
                keep(item.path().lexically_relative(folder_).generic_string());
        kept_["head"] = head;
        hold(journal::verify_export(folder_).ok());
    }

    // It holds with the bytes that were there, and with no others.
    void verify_with(char which, std::string_view bytes) {
        std::string name = which == 'c' ? "head" : which == 'e' ? "entries.jsonl" : "";
        if (name.empty())
            name =
                std::next(kept_.begin(), static_cast<unsigned char>(which) % kept_.size())->first;
        const auto put = [&](std::string_view text) {
            if (name == "head")
                write_head(text);
            else
                write(name, text);
        };
        // A note is text and a line end.
        if (name == "head" && !bytes.ends_with('\n'))
            return;
        put(bytes);
        const auto verdict = journal::verify_export(folder_);
        hold(verdict.ok() == (bytes == kept_.at(name)));
        hold(verdict.ok() || (!verdict.error().where.empty() && !verdict.error().message.empty()));
        put(kept_.at(name));
    }

  private:
    void keep(const std::string& name) { kept_[name] = base::read_file(folder_ / name).value(); }
    void write(const fs::path& name, std::string_view bytes) {
        std::ofstream{folder_ / name, std::ios::binary} << bytes;
    }
    void write_head(std::string_view text) {
        for (const auto* name : {"checkpoint", "tiles/checkpoint"})
            write(name, signer_.sign(text));
    }

    journal::Signer signer_ = journal::Signer::from_seed(origin, std::string(32, 's')).value();
    fs::path folder_;
    std::map<std::string, std::string> kept_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Export kept;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (!text.empty())
        kept.verify_with(text.front(), text.substr(1));
    return 0;
}
