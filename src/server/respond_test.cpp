#include "server/respond.h"

#include "server/assets.h"
#include "server/negotiate.h"
#include "server/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace server {

namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

Request get_request(std::string_view target) {
    Request request;
    EXPECT_TRUE(read_target(target, request).ok());
    return request;
}

WireAnswer rendered(const Request& request, const Response& response) {
    WireAnswer answer;
    render(request, response, Connection::keep_alive, answer);
    return answer;
}

TEST(Respond, WritesProblemDocumentsWithEverythingThatWasWrong) {
    base::Error error{base::ErrorCode::json_missing_field, "a field is missing", "body.value"};
    error.also.push_back({base::ErrorCode::invalid_date, "no such day", "body.due"});
    const auto response = Response::problem(error);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const auto document = base::Json::parse(response.content->plain());
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(*document->find("type")->string(), "/docs/errors#e0011");
    EXPECT_EQ(*document->find("where")->string(), "body.value");
    const auto& also = *document->find("errors")->array_items();
    ASSERT_EQ(also.size(), 1U);
    EXPECT_EQ(*also[0].find("code")->string(), "E0004");
    const auto answer = rendered(get_request("/x"), response);
    EXPECT_THAT(answer.head, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_THAT(answer.head, Not(HasSubstr("ETag")));
}

TEST(Respond, LetsNoValueBeginAnotherHeader) {
    auto response = Response::redirect(303, "/a\r\nSet-Cookie: x=1");
    const auto answer = rendered(get_request("/x"), response);
    EXPECT_THAT(answer.head, Not(HasSubstr("Set-Cookie")));
}

TEST(Respond, GivesPagesAStrictPolicy) {
    const auto answer = rendered(get_request("/"), Response::html(200, "<p>"));
    EXPECT_THAT(answer.head, HasSubstr("default-src 'none'; script-src 'self'; "));
    EXPECT_THAT(answer.head, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(answer.head, Not(HasSubstr("unsafe")));
}

TEST(Respond, WritesTheDateOfRfc9110) {
    EXPECT_THAT(std::string{http_date_now()},
                MatchesRegex("[A-Z][a-z][a-z], [0-9][0-9] [A-Z][a-z][a-z] [0-9][0-9][0-9][0-9] "
                             "[0-9][0-9]:[0-9][0-9]:[0-9][0-9] GMT"));
}

TEST(Negotiate, ReadsAcceptEncodingAndAccept) {
    EXPECT_TRUE(accepts_gzip("gzip"));
    EXPECT_TRUE(accepts_gzip("br;q=1, GZIP;q=0.001"));
    EXPECT_TRUE(accepts_gzip("*"));
    EXPECT_FALSE(accepts_gzip(""));
    EXPECT_FALSE(accepts_gzip("br, deflate"));
    EXPECT_FALSE(accepts_gzip("gzip; q=0, *"));
    EXPECT_TRUE(accepts_media_type("", "text/csv"));
    EXPECT_TRUE(accepts_media_type("text/*;q=0.2", "text/csv"));
    EXPECT_FALSE(accepts_media_type("text/csv;q=0, text/*", "text/csv"));
    EXPECT_FALSE(accepts_media_type("application/json", "text/csv"));
    EXPECT_TRUE(matches_tag("W/\"a\", \"b-gz\"", "b"));
    EXPECT_FALSE(matches_tag("\"ab\"", "b"));
    EXPECT_FALSE(matches_tag("b", "b"));
}

const EmbeddedFile files[] = {
    {"index.html", "<title>app</title>", "", "h1"},
    {"assets/app-1a2b.js", "plain script", "packed", "h2"},
    {"favicon.svg", "<svg/>", "", "h3"},
};

TEST(Assets, ServeFilesWithTypeTagAndLifetime) {
    const Assets assets{files};
    const auto script = assets.serve(get_request("/assets/app-1a2b.js"));
    EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
    EXPECT_THAT(script.cache_control, HasSubstr("immutable"));
    EXPECT_EQ(script.content->gzip(), "packed");
    EXPECT_EQ(script.content->tag(), "h2");
    EXPECT_EQ(assets.serve(get_request("/")).cache_control, "no-cache");
    EXPECT_EQ(assets.serve(get_request("/favicon.svg")).content_type, "image/svg+xml");
}

TEST(Assets, AnswerPagesOfTheAppWithItsFirstPage) {
    const Assets assets{files};
    EXPECT_EQ(assets.serve(get_request("/targets/1.1.1-1")).content->plain(), "<title>app</title>");
    EXPECT_EQ(assets.serve(get_request("/targets/1.1.1-a/story")).content->plain(),
              "<title>app</title>");
    for (const char* unknown :
         {"/assets/gone.js", "/assets/gone", "/api/v1/nothing", "/x.png", "//", "/favicon.svg/"})
        EXPECT_EQ(assets.serve(get_request(unknown)).status, 404) << unknown;
}

TEST(Assets, AreEmbeddedInTheProgram) {
    const Assets assets;
    const auto page = assets.serve(get_request("/"));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(std::string{page.content->plain()}, StartsWith("<!"));
    for (const auto& file : embedded_files()) {
        EXPECT_EQ(file.hash.size(), 32U);
        if (!file.gzip.empty()) {
            EXPECT_LT(file.gzip.size(), file.plain.size()) << file.path;
        }
    }
}

}  // namespace

}  // namespace server
