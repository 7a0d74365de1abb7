#include "server/content.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <functional>
#include <utility>
#include <vector>

namespace server {

namespace {

// Rendered answers are compressed on the way out, and 6 takes twice the time of 4 for a twentieth
// less; what is embedded in the program was compressed with 9 when it was built.
constexpr int rendered_level = 4;

// The window of 15 bits plus 16 asks zlib for the gzip format (zlib.h, deflateInit2).
constexpr int gzip_window_bits = 15 + 16;

std::string compressed(std::string_view plain) {
    z_stream stream{};
    if (deflateInit2(&stream, rendered_level, Z_DEFLATED, gzip_window_bits, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(plain.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(complete ? stream.total_out : 0);
    deflateEnd(&stream);
    out.shrink_to_fit();
    return out;
}

// So many files in memory are open at once; each takes a descriptor.
constexpr int files_max = 256;
std::atomic<int> files_open{0};

int file_of(std::string_view bytes) {
    if (files_open.fetch_add(1) >= files_max) {
        files_open.fetch_sub(1);
        return -1;
    }
    const int file = ::memfd_create("tameel-body", MFD_CLOEXEC);
    std::size_t written = 0;
    while (file >= 0 && written < bytes.size()) {
        const auto count = ::write(file, bytes.data() + written, bytes.size() - written);
        if (count <= 0)
            break;
        written += static_cast<std::size_t>(count);
    }
    if (file >= 0 && written == bytes.size())
        return file;
    if (file >= 0)
        ::close(file);
    files_open.fetch_sub(1);
    return -1;
}

// Bodies of this capacity lend their memory; a larger one would stay behind a small body.
constexpr std::size_t spare_bytes_min = 4 * 1024;
constexpr std::size_t spare_bytes_max = 64 * 1024;
// A body may end after what its thread keeps.
thread_local bool spares_are_over = false;
struct SpareBodies {
    std::vector<std::string> all;
    ~SpareBodies() { spares_are_over = true; }
};
thread_local SpareBodies spares;

}  // namespace

std::string Content::spare() {
    if (spares.all.empty())
        return {};
    auto taken = std::move(spares.all.back());
    spares.all.pop_back();
    taken.clear();
    return taken;
}

Content::~Content() {
    if (!spares_are_over && spares.all.size() < spares_max &&
        owned_.capacity() >= spare_bytes_min && owned_.capacity() <= spare_bytes_max)
        spares.all.push_back(std::move(owned_));
    if (file_ < 0)
        return;
    ::close(file_);
    files_open.fetch_sub(1);
}

int Content::file() const {
    if (plain_.size() < file_bytes_min || !was_asked_for_.exchange(true))
        return -1;
    std::call_once(file_once_, [this] { file_ = file_of(plain_); });
    return file_;
}

Content::Content(std::string_view plain, std::string_view gzip, std::string tag)
    : plain_(plain), given_tag_(std::move(tag)) {
    if (!gzip.empty())
        std::call_once(gzip_once_, [&] { gzip_ = gzip; });
}

const std::string& Content::tag() const {
    if (!given_tag_.empty())
        return given_tag_;
    std::call_once(tag_once_, [this] {
        tag_ = fmt::format("{:x}-{:016x}", plain_.size(), std::hash<std::string_view>{}(plain_));
    });
    return tag_;
}

std::string_view Content::gzip() const {
    std::call_once(gzip_once_, [this] {
        // zlib counts in 32 bits; nothing of that size is rendered here.
        if (plain_.size() < gzip_bytes_min || plain_.size() > (std::size_t{1} << 30))
            return;
        gzip_owned_ = compressed(plain_);
        if (gzip_owned_.size() < plain_.size())
            gzip_ = gzip_owned_;
    });
    return gzip_;
}

}  // namespace server
