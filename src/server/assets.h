#pragma once

#include "server/http.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace server {

/// A file that was embedded in the program when it was built.
struct EmbeddedFile {
    std::string_view path;  ///< "index.html", "assets/index-3f9a1c.js"
    std::string_view plain;
    std::string_view gzip;  ///< empty where compression does not make it smaller
    std::string_view hash;  ///< of the plain bytes
};

/// What the build embedded: the files of web/dist, or one page that says how to build them.
std::span<const EmbeddedFile> embedded_files();

/// Answers with files. A path below /assets/ has a hash in its name and never changes; a path
/// that does not end as a file does, and is not the interface's, is a page of the web app, whose
/// script finds its way from index.html.
class Assets {
  public:
    explicit Assets(std::span<const EmbeddedFile> files = embedded_files());

    /// GET or HEAD. Errors: no_such_address as a problem document.
    Response serve(const Request& request) const;

  private:
    struct Asset {
        std::shared_ptr<const Content> content;
        std::string content_type;
        std::string cache_control;
    };
    const Asset* find(const Request& request) const;

    std::unordered_map<std::string, Asset> assets_;
};

/// The media type by the ending of a file's name; application/octet-stream where none is known.
std::string_view media_type_of(std::string_view path);

}  // namespace server
