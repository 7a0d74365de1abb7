#pragma once

#include "server/respond.h"
#include "server/router.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace server {

/// Answers that a thread has given, by the bytes of the request, so that the same bytes again need
/// neither be parsed nor routed: programs that poll send the same header every time. What may be
/// given again is told by the version of the route; of the old answer only the date and the id of
/// the request are new. One thread uses it.
class Replays {
  public:
    /// A request that was answered.
    struct Given {
        const Route* route = nullptr;
        std::uint64_t version = 0;  ///< of the route, before it was asked
        std::string path;
    };
    static constexpr std::size_t header_bytes_max = 2048;  ///< longer requests are not kept

    /// The header of a request at the beginning of these bytes; empty where it has not ended.
    static std::string_view header_in(std::string_view bytes);

    /// Keeps an answer whose body others keep too.
    void keep(std::string_view header, Given given, const WireAnswer& answer);
    /// Makes the answer anew, with that id of the request; nullptr where it has to be asked for.
    const Given* find(std::string_view header, std::string_view request_id, WireAnswer& answer);

  private:
    struct Kept {
        Given given;
        WireAnswer answer;  ///< without its content
        std::weak_ptr<const Content> content;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };

    static constexpr std::size_t kept_max = 256;
    std::unordered_map<std::string, Kept, Hash, std::equal_to<>> kept_;
};

}  // namespace server
