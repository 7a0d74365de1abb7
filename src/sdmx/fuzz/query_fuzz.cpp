// libFuzzer's entry for what a client of the SDMX service sends: an address, and below it on lines
// of their own Accept and Accept-Language.

#include "base/fuzz/hold.h"
#include "base/text.h"
#include "sdmx/fuzz/query_address.h"
#include "sdmx/media_type.h"
#include "sdmx/query_words.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace {

using base::hold;
using sdmx::Address;
using sdmx::Rest;

bool is_utf8(std::string_view text) {
    return base::check_utf8(text, "").ok();
}

bool is_utf8(const Address& address) {
    const auto& [path, parameters] = address;
    return std::ranges::all_of(path, [](const auto& part) { return is_utf8(part); }) &&
           std::ranges::all_of(parameters, [](const auto& parameter) {
               return is_utf8(parameter.first) && is_utf8(parameter.second);
           });
}

// An error says what was expected, and where, in text that an answer can hold.
void hold_error(const base::Error& error, base::ErrorCode code, bool is_text) {
    hold(error.code == code && error.message.starts_with("expected ") && !error.where.empty());
    hold(!is_text || (is_utf8(error.message) && is_utf8(error.where)));
    hold(error.message.size() < 4096);
}

std::optional<Address> read_address(std::string_view path, std::string_view query) {
    const auto address = sdmx::parse_address(path, query);
    if (!address) {
        hold_error(address.error(), base::ErrorCode::sdmx_query_syntax,
                   is_utf8(path) && is_utf8(query));
        return {};
    }
    std::string again_path, again_query;
    for (const auto& part : address->path)
        again_path += (&part == &address->path.front() ? "" : "/") + sdmx::fuzz::encoded(part);
    for (const auto& [name, value] : address->parameters)
        again_query += "&" + sdmx::fuzz::encoded(name) + "=" + sdmx::fuzz::encoded(value);
    const auto again = sdmx::parse_address(again_path, again_query);
    hold(again && again->path == address->path && again->parameters == address->parameters);
    return address.value();
}

// What was read, written as an address and read again, is the same query.
template <typename Parse>
void read_query(const Address& address, Rest rest, Parse parse) {
    const auto asked = parse(address, rest);
    if (!asked)
        return hold_error(asked.error(), base::ErrorCode::sdmx_query_syntax, is_utf8(address));
    const auto once = sdmx::fuzz::written(asked.value(), rest);
    const auto again = parse(sdmx::parse_address(once.path(), once.query()).value(), rest);
    hold(again.ok());
    const auto twice = sdmx::fuzz::written(again.value(), rest);
    hold(once.path() == twice.path() && once.query() == twice.query());
}

// Each version asked for picks among those that there are, each once.
void pick(const Address& address, Rest rest) {
    static const auto held = [] {
        std::vector<sdmx::Artefact> made(6);
        const char* versions[] = {"1.0", "1.2.3", "1.10.0", "2.0.0", "2.1.0-draft", "2.1"};
        for (std::size_t i = 0; i < made.size(); ++i) {
            made[i].version = versions[i];
            made[i].final = i != 3;
        }
        return made;
    }();
    const auto asked = sdmx::parse_structure_query(address, rest);
    if (!asked)
        return;
    std::vector<const sdmx::Artefact*> all;
    for (const auto& one : held)
        all.push_back(&one);
    const auto picked = sdmx::pick_versions(all, asked->what.versions);
    if (!picked)
        return hold_error(picked.error(), base::ErrorCode::sdmx_query_syntax, is_utf8(address));
    for (const auto* one : *picked)
        hold(std::ranges::count(all, one) == 1 && std::ranges::count(*picked, one) == 1);
    for (const auto& version : asked->what.versions)
        for (const auto* one : all)
            hold(version != one->version || std::ranges::count(*picked, one) == 1);
}

// Who asks for the very media type that was chosen gets it.
void choose(std::string_view accept, const Address& address, Rest rest) {
    for (const auto resource :
         {sdmx::Resource::data, sdmx::Resource::structure, sdmx::Resource::schema}) {
        const auto choice = sdmx::negotiate(accept, address, resource, rest);
        if (!choice) {
            hold_error(choice.error(), base::ErrorCode::sdmx_not_acceptable, true);
            continue;
        }
        const auto again = sdmx::negotiate(choice->media_type, {}, resource, rest);
        hold(again && again->media_type == choice->media_type &&
             again->format.index() == choice->format.index());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto take = [&](char end) {
        const auto part = text.substr(0, text.find(end));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        return part;
    };
    auto line = take('\n');
    const auto accept = take('\n');
    const auto languages = sdmx::negotiate_languages(text, {});
    hold(languages.size() == 2 && languages[0] != languages[1]);

    const auto rest = line.starts_with("v2/") ? Rest::v2 : Rest::v1;
    if (rest == Rest::v2)
        line.remove_prefix(3);
    const auto question = std::min(line.find('?'), line.size());
    auto address =
        read_address(line.substr(0, question), line.substr(std::min(question + 1, line.size())));
    if (!address)
        return 0;
    choose(accept, *address, rest);
    const auto word = address->path.empty() ? "" : sdmx::query::lower(address->path.front());
    if (word == "data" || word == "availability" || word == "schema" || rest == Rest::v2)
        address->path.erase(address->path.begin(),
                            address->path.begin() + (address->path.empty() ? 0 : 1));
    if (word == "data") {
        read_query(*address, rest, sdmx::parse_data_query);
    } else if (word == "availability") {
        read_query(*address, rest, sdmx::parse_availability_query);
    } else if (word == "schema") {
        read_query(*address, rest, sdmx::parse_schema_query);
    } else {
        read_query(*address, rest, sdmx::parse_structure_query);
        pick(*address, rest);
    }
    return 0;
}
