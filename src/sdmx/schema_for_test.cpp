#include "sdmx/schema_for_test.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <cstdarg>
#include <cstdio>
#include <map>
#include <memory>
#include <vector>

namespace sdmx {

namespace {

void gather(void* into, const char* format, ...) {
    std::va_list arguments;
    va_start(arguments, format);
    std::vector<char> text(4096);
    const int written = std::vsnprintf(text.data(), text.size(), format, arguments);
    va_end(arguments);
    if (written > 0)
        static_cast<std::string*>(into)->append(text.data());
}

struct FreeSchema {
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

}  // namespace

std::filesystem::path conformance() {
    return std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() / "shared/conformance/sdmx";
}

std::string faults_of_xml(const std::string& message, const std::string& schema) {
    static std::map<std::string, std::unique_ptr<xmlSchema, FreeSchema>> read;
    std::string faults;
    auto& compiled = read[schema];
    if (compiled == nullptr) {
        const auto file = conformance() / schema;
        auto* context =
            schema.starts_with("<")
                ? xmlSchemaNewMemParserCtxt(schema.data(), static_cast<int>(schema.size()))
                : xmlSchemaNewParserCtxt(file.c_str());
        xmlSchemaSetParserErrors(context, gather, nullptr, &faults);
        compiled.reset(xmlSchemaParse(context));
        xmlSchemaFreeParserCtxt(context);
        if (compiled == nullptr)
            return "the schema itself: " + faults;
    }
    const std::unique_ptr<xmlDoc, FreeSchema> document{xmlReadMemory(
        message.data(), static_cast<int>(message.size()), "message.xml", nullptr, XML_PARSE_NONET)};
    if (document == nullptr)
        return "not well-formed";
    auto* context = xmlSchemaNewValidCtxt(compiled.get());
    xmlSchemaSetValidErrors(context, gather, gather, &faults);
    xmlSchemaValidateDoc(context, document.get());
    xmlSchemaFreeValidCtxt(context);
    return faults;
}

}  // namespace sdmx
