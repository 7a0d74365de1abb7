#include "server/replay.h"

#include <utility>

namespace server {

std::string_view Replays::header_in(std::string_view bytes) {
    constexpr std::string_view end = "\r\n\r\n";
    bytes = bytes.substr(0, header_bytes_max);
    const auto at = bytes.find(end);
    return at == bytes.npos ? std::string_view{} : bytes.substr(0, at + end.size());
}

void Replays::keep(std::string_view header, Given given, const WireAnswer& answer) {
    // Where nobody else keeps the body, the next request has to make it anew.
    if (answer.content == nullptr || answer.content.use_count() < 2 || given.version == 0)
        return;
    if (kept_.size() >= kept_max)
        kept_.clear();
    Kept kept{std::move(given), answer, answer.content};
    kept.answer.content.reset();
    kept_.insert_or_assign(std::string{header}, std::move(kept));
}

const Replays::Given* Replays::find(std::string_view header, std::string_view request_id,
                                    WireAnswer& answer) {
    const auto found = kept_.find(header);
    if (found == kept_.end())
        return nullptr;
    auto& kept = found->second;
    auto content = kept.content.lock();
    if (content == nullptr || kept.given.route->version() != kept.given.version) {
        kept_.erase(found);
        return nullptr;
    }
    auto& old = kept.answer;
    old.head.replace(old.date_at, http_date_now().size(), http_date_now());
    old.head.replace(old.id_at, old.id_size, request_id);
    old.id_size = request_id.size();
    answer.status = old.status;
    answer.head = old.head;
    answer.body = old.body;
    answer.content = std::move(content);
    return &kept.given;
}

}  // namespace server
