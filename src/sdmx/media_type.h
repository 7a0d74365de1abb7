#pragma once

#include "base/result.h"
#include "sdmx/data_message.h"
#include "sdmx/query.h"
#include "sdmx/structure_message.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sdmx {

/// What an address asks for; each has formats of its own.
enum class Resource : std::uint8_t { data, structure, schema };

struct SchemaFormat {
    Standard standard = Standard::v21;
};

/// A workbook for people (Office Open XML), no format of the standard: `format=xlsx`.
struct WorkbookFormat {};

/// How an answer is written, and the media type that says so, in the registered spelling.
struct MediaChoice {
    std::variant<DataFormat, StructureFormat, SchemaFormat, WorkbookFormat> format;
    std::string media_type;
    CsvOptions csv = {};  ///< what the media type of SDMX-CSV asks for besides
};

/// Chooses the representation that a client likes best: by `format` and `formatVersion` of the
/// query where they stand there, else by Accept with its weights.
///
/// Shape: "*/*", XML and nothing at all give what each interface has as its default: SDMX-ML 2.1
///        for REST 1, SDMX-JSON 2.0 (XML: SDMX-ML 3.0) for REST 2. REST 2 gives the formats of
///        SDMX 2.1 too, where they are named.
/// Errors: sdmx_not_acceptable, with what there is.
/// Source: sdmx-rest, content negotiation; RFC 9110, section 12.5.1.
base::Result<MediaChoice> negotiate(std::string_view accept, const Address& address,
                                    Resource resource, Rest rest);

/// The languages of an Accept-Language (or of `lang` in the query) that there are texts in, best
/// first, then the others; they live as long as the program.
const std::vector<std::string>& negotiate_languages(std::string_view accept_language,
                                                    const Address& address);

}  // namespace sdmx
