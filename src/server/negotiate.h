#pragma once

#include <string_view>

namespace server {

/// Whether an Accept-Encoding allows gzip (RFC 9110, section 12.5.3): named, or by "*", and not
/// with q=0.
bool accepts_gzip(std::string_view accept_encoding);

/// Whether an Accept allows a media type (RFC 9110, section 12.5.1); the most specific range that
/// fits decides. An empty Accept allows everything.
bool accepts_media_type(std::string_view accept, std::string_view type);

/// Whether an If-None-Match names the tag, in its plain or its compressed form, or is "*". The
/// comparison is weak (RFC 9110, section 13.1.2).
bool matches_tag(std::string_view if_none_match, std::string_view tag);

/// What an ETag ends in where the body was compressed: other bytes need another strong tag.
inline constexpr std::string_view gzip_tag_suffix = "-gz";

}  // namespace server
