#include "journal/upcast.h"

#include <fmt/format.h>

namespace journal {
namespace {

base::Json with_version(const base::Json& payload, std::int64_t version) {
    base::Json::Object members;
    if (const auto* old = payload.members()) {
        for (const auto& member : *old) {
            if (member.first != "v")
                members.push_back(member);
        }
    }
    members.emplace_back("v", version);
    return members;
}

}  // namespace

void Upcasters::add(std::string kind, std::int64_t from, Upcast upcast) {
    steps_.insert_or_assign(std::pair{std::move(kind), from}, std::move(upcast));
}

Result<base::Json> Upcasters::current(std::string_view kind, base::Json payload) const {
    const base::Json* stated = payload.find("v");
    std::int64_t version = 1;
    if (stated != nullptr)
        version = stated->integer() != nullptr ? *stated->integer() : 0;
    std::int64_t newest = 1;
    const std::string name{kind};
    while (steps_.contains({name, newest}))
        ++newest;
    if (version < 1 || version > newest)
        return Error{ErrorCode::unsupported_version,
                     fmt::format("expected a payload of {} in version 1 to {}, found {}", kind,
                                 newest, version),
                     "payload.v"};
    for (; version < newest; ++version) {
        const auto& upcast = steps_.at({name, version});
        payload = with_version(TRY(upcast(std::move(payload))), version + 1);
    }
    return payload;
}

}  // namespace journal
