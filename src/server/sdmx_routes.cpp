#include "server/sdmx_routes.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>

namespace server {
namespace {

struct EntryPoint {
    std::string_view path;
    sdmx::Rest rest;
};
// The longest first: all begin with /sdmx/.
constexpr std::array entry_points{
    EntryPoint{"/sdmx/v2/", sdmx::Rest::v2}, EntryPoint{"/sdmx/3.0/", sdmx::Rest::v2},
    EntryPoint{"/sdmx/v1/", sdmx::Rest::v1}, EntryPoint{"/sdmx/2.1/", sdmx::Rest::v1},
    EntryPoint{"/sdmx/", sdmx::Rest::v1},
};

app::SdmxRequest request_of(const Request& request) {
    app::SdmxRequest asked;
    for (const auto& entry : entry_points)
        if (request.path.starts_with(entry.path)) {
            asked.rest = entry.rest;
            asked.path = std::string_view{request.path}.substr(entry.path.size());
            break;
        }
    asked.query = request.query;
    asked.accept = request.header("Accept").value_or("");
    asked.accept_language = request.header("Accept-Language").value_or("");
    return asked;
}

// What each interface answers where the table of errors has one status for both.
int status_of(base::ErrorCode code, sdmx::Rest rest) {
    if (code == base::ErrorCode::sdmx_no_results)
        return rest == sdmx::Rest::v1 ? 404 : 204;
    const int status = base::info(code).http_status;
    return status == 422 && rest == sdmx::Rest::v1 ? 403 : status;
}

Response finished(Response response, const std::string& language) {
    response.vary = "Accept, Accept-Language";
    response.open_to_all = true;
    if (response.status != 204 && !language.empty())
        response.set_header("Content-Language", language);
    return response;
}

Response failed(const app::SdmxService& service, const app::SdmxRequest& asked,
                const base::Error& error) {
    const int status = status_of(error.code, asked.rest);
    if (status == 204)
        return finished(Response::empty(204), {});
    auto told = service.error_message(asked, error);
    auto response = Response::shared(std::make_shared<const Content>(std::move(told.body)),
                                     std::move(told.media_type));
    response.status = status;
    return finished(std::move(response), "en");
}

// The bytes follow from the address, the representation, the day and what was last changed.
std::string tag_of(std::string_view key, base::Instant changed) {
    return fmt::format(FMT_COMPILE("{:016x}-{:x}"), std::hash<std::string_view>{}(key),
                       changed.time_since_epoch().count());
}

// "M.S1.USD": a value at each of three dimensions or more, unlike most versions, which are numbers.
bool looks_like_whole_key(std::string_view segment) {
    std::size_t points = 0;
    bool is_named = false;
    char before = '.';
    for (const char letter : segment) {
        if (letter == '+' || letter == '*' || letter == ',' || (letter == '.' && before == '.'))
            return false;
        points += letter == '.';
        is_named = is_named || (letter != '.' && (letter < '0' || letter > '9'));
        before = letter;
    }
    return points >= 2 && is_named && before != '.';
}

// Data of one whole key: no part of it stands for several values. All else may take longer.
bool is_of_one_series(const Request& request) {
    const auto data = std::ranges::find(request.segments, "data");
    return data != request.segments.end() &&
           std::any_of(data + 1, request.segments.end(), looks_like_whole_key) &&
           request.query.find("includeHistory") == std::string::npos;
}

/// What was answered, so that the same request again is neither read nor negotiated anew. Bodies
/// are in the cache of responses, by a key that several requests may share.
///
/// An answer is kept when it is asked for again, not before: most are asked for once, and would
/// push out what is asked for often.
class Answered {
  public:
    struct Known {
        std::string key;
        Response without_content;
    };

    std::optional<Known> find(std::string_view request, std::uint64_t head, base::Day today) {
        const std::scoped_lock lock{mutex_};
        const auto known = known_.find(request);
        if (known == known_.end() || head != head_ || today != today_)
            return std::nullopt;
        return known->second;
    }
    /// Whether it was asked for of late; from now on it was.
    bool note(std::string_view request) {
        const std::uint64_t mark = std::hash<std::string_view>{}(request);
        auto& place = asked_[mark % asked_.size()];
        return place.exchange(mark, std::memory_order_relaxed) == mark;
    }
    void keep(std::string request, std::uint64_t head, base::Day today, std::string key,
              Response response) {
        response.content.reset();
        const std::scoped_lock lock{mutex_};
        if (head != head_ || today != today_ || known_.size() >= known_max)
            known_.clear();
        head_ = head;
        today_ = today;
        known_.insert_or_assign(std::move(request), Known{std::move(key), std::move(response)});
    }

  private:
    static constexpr std::size_t known_max = 4096;
    std::array<std::atomic<std::uint64_t>, 4096> asked_{};
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::mutex mutex_;
    std::uint64_t head_ = 0;
    base::Day today_{};
    std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
};

Response answered(Product& product, Answered& before, const Request& request) {
    const auto& service = product.sdmx();
    const auto asked = request_of(request);
    if (const auto fresh = product.freshen(); !fresh.ok())
        return failed(service, asked, fresh.error());
    const std::uint64_t head = product.record().state().size();
    const auto now = service.moment();
    const auto today = now.ok() ? (*now)->today : base::Day{};
    // No part of a header holds a line feed.
    std::string as_sent;
    as_sent.reserve(request.path.size() + request.query.size() + asked.accept.size() +
                    asked.accept_language.size() + 4);
    for (const std::string_view part :
         {std::string_view{request.path}, std::string_view{request.query}, asked.accept,
          asked.accept_language})
        (as_sent += part) += '\n';
    if (auto known = before.find(as_sent, head, today))
        if (auto content = product.cache().find(known->key, head)) {
            known->without_content.content = std::move(content);
            return std::move(known->without_content);
        }
    const auto question = app::read_sdmx_request(asked);
    if (!question.ok())
        return failed(service, asked, question.error());
    if (!now.ok())
        return failed(service, asked, now.error());
    // Rendered once for each state of the journal, day, representation and language.
    const auto& media_type = question.value().choice.media_type;
    const auto& language = question.value().languages->front();
    std::string key;
    key.reserve(request.path.size() + request.query.size() + media_type.size() + 32);
    ((key += request.path) += '?') += request.query;
    base::append_day(key += ' ', today);
    ((key += ' ') += media_type) += ' ';
    key += language;
    const auto changed = (*now)->changed;
    auto content = product.cache().find(key, head);
    if (content == nullptr) {
        auto body = service.answer(question.value(), **now, Content::spare());
        if (!body.ok())
            return failed(service, asked, body.error());
        content = std::make_shared<const Content>(std::move(body).value(), tag_of(key, changed));
    }
    const bool is_kept = before.note(as_sent);
    if (is_kept)
        product.cache().keep(key, head, content);
    auto response = Response::shared(std::move(content), media_type);
    response.last_modified = changed;
    response = finished(std::move(response), language);
    if (is_kept)
        before.keep(std::move(as_sent), head, today, std::move(key), response);
    return response;
}

}  // namespace

void add_sdmx_routes(Router& router, Product& product) {
    Route route;
    route.pattern = "/sdmx/{rest...}";
    route.handler = [&product, before = std::make_shared<Answered>()](const Request& request) {
        return answered(product, *before, request);
    };
    route.version = [&product] { return product.version(); };
    route.work = Work::blocking;
    route.is_quick = is_of_one_series;
    route.consumes = {};  // some clients send Content-Type with GET
    route.produces = {};
    route.any_slash = true;
    route.open_to_all = true;
    router.add(std::move(route));
}

}  // namespace server
