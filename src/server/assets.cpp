#include "server/assets.h"

#include <array>
#include <utility>

namespace server {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
    {".csv", "text/csv; charset=utf-8"},
}};

// Addresses that are the interface's; a typing error there must say 404 and not show a page.
bool is_interface(std::string_view first) {
    return first == "api" || first == "sdmx" || first == "docs" || first == "assets" ||
           first == "iati" || first == "metrics";
}

}  // namespace

std::string_view media_type_of(std::string_view path) {
    for (const auto& [ending, type] : media_types)
        if (path.ends_with(ending))
            return type;
    return "application/octet-stream";
}

Assets::Assets(std::span<const EmbeddedFile> files) {
    for (const auto& file : files) {
        const bool never_changes = file.path.starts_with("assets/");
        assets_.emplace(
            std::string{file.path},
            Asset{std::make_shared<const Content>(file.plain, file.gzip, std::string{file.hash}),
                  std::string{media_type_of(file.path)},
                  never_changes ? "public, max-age=31536000, immutable" : "no-cache"});
    }
}

const Assets::Asset* Assets::find(const Request& request) const {
    std::string path;
    for (const auto& segment : request.segments) {
        if (!path.empty())
            path += '/';
        path += segment;
    }
    const auto page = [this] {
        const auto found = assets_.find("index.html");
        return found == assets_.end() ? nullptr : &found->second;
    };
    if (path.empty())
        return request.path == "/" ? page() : nullptr;
    if (const auto found = assets_.find(path); found != assets_.end())
        return request.trailing_slash ? nullptr : &found->second;
    // A target's code has points too (/targets/1.1.1-1): a file is what ends as files do.
    const bool is_file = request.segments.front() == "assets" ||
                         media_type_of(request.segments.back()) != "application/octet-stream";
    if (is_interface(request.segments.front()) || is_file)
        return nullptr;
    return page();
}

Response Assets::serve(const Request& request) const {
    const Asset* asset = find(request);
    if (asset == nullptr)
        return Response::problem(base::Error{base::ErrorCode::no_such_address,
                                             "there is nothing at this address", request.path});
    auto response = Response::shared(asset->content, asset->content_type);
    response.cache_control = asset->cache_control;
    return response;
}

}  // namespace server
