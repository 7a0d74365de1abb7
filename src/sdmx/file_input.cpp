#include "sdmx/file_input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace sdmx {

namespace {

base::Error not_readable(const std::filesystem::path& path, int reason) {
    return {base::ErrorCode::file_not_readable, std::strerror(reason), path.string()};
}

}  // namespace

base::Result<Input> input_of_file(const std::filesystem::path& path) {
    std::error_code fault;
    const auto status = std::filesystem::status(path, fault);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return base::Error{base::ErrorCode::file_not_readable,
                           "expected a file, found another kind", path.string()};
    auto* opened = std::fopen(path.c_str(), "rb");
    if (opened == nullptr)
        return not_readable(path, errno);
    const std::shared_ptr<std::FILE> file{opened, std::fclose};
    // The readers have blocks of their own.
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    return Input{[file, path](std::span<char> into) -> base::Result<std::size_t> {
        const auto bytes = std::fread(into.data(), 1, into.size(), file.get());
        if (bytes < into.size() && std::ferror(file.get()) != 0)
            return not_readable(path, errno);
        return bytes;
    }};
}

}  // namespace sdmx
