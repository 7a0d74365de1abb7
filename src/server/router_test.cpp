#include "server/router.h"

#include "server/target.h"

#include <gtest/gtest.h>

namespace server {

namespace {

Request request(Method method, std::string_view target) {
    Request request;
    request.method = method;
    EXPECT_TRUE(read_target(target, request).ok());
    return request;
}

Response ok(const Request&) {
    return Response::empty(200);
}

Router table() {
    Router router;
    router.add({.pattern = "/", .handler = ok});
    router.add({.pattern = "/api/targets", .handler = ok});
    router.add({.pattern = "/api/targets/{id}", .handler = ok});
    router.add({.pattern = "/api/targets/open", .handler = ok});
    router.add({.pattern = "/api/targets/{target}/reports/{report}", .handler = ok});
    router.add({.pattern = "/api/targets/open/history", .handler = ok});
    router.add({.method = Method::post, .pattern = "/api/targets/{name}", .handler = ok});
    router.add({.pattern = "/files/{path...}", .handler = ok});
    return router;
}

std::string matched(const Router& router, Request& asked) {
    const auto match = router.match(asked);
    return match.answer ? std::to_string(match.answer->status) : match.route->pattern;
}

std::string matched(const Router& router, Method method, std::string_view target) {
    Request asked = request(method, target);
    return matched(router, asked);
}

TEST(Router, PrefersALiteralAndFallsBackToTheParameter) {
    const Router router = table();
    EXPECT_EQ(matched(router, Method::get, "/"), "/");
    EXPECT_EQ(matched(router, Method::get, "/api/targets/open"), "/api/targets/open");
    EXPECT_EQ(matched(router, Method::get, "/api/targets/1.1.1-a"), "/api/targets/{id}");
    EXPECT_EQ(matched(router, Method::get, "/api/targets/open/reports/3"),
              "/api/targets/{target}/reports/{report}");
}

TEST(Router, NamesParametersAsTheRouteDoes) {
    const Router router = table();
    Request read = request(Method::get, "/api/targets/a%2Fb/reports/7");
    matched(router, read);
    EXPECT_EQ(read.path_value("target"), "a/b");
    EXPECT_EQ(read.path_value("report"), "7");
    EXPECT_EQ(read.path_value("id"), "");
    Request write = request(Method::post, "/api/targets/x");
    matched(router, write);
    EXPECT_EQ(write.path_value("name"), "x");
    Request file = request(Method::get, "/files/a/b/c.txt");
    matched(router, file);
    EXPECT_EQ(file.path_value("path"), "a/b/c.txt");
}

TEST(Router, AnswersWhatHasNoRoute) {
    const Router router = table();
    EXPECT_EQ(matched(router, Method::get, "/api"), "404");
    EXPECT_EQ(matched(router, Method::get, "/api/targets/a/b"), "404");
    EXPECT_EQ(matched(router, Method::get, "/files"), "404");
    EXPECT_EQ(matched(router, Method::get, "/api/targets//reports/1"), "404");
    EXPECT_EQ(matched(router, Method::put, "/api/targets/a"), "405");
    EXPECT_EQ(matched(router, Method::get, "/api/targets/"), "308");
    EXPECT_EQ(matched(router, Method::head, "/api/targets"), "/api/targets");
    Request options = request(Method::options, "/api/targets/a");
    const auto match = router.match(options);
    ASSERT_TRUE(match.answer);
    EXPECT_EQ(match.answer->headers.front().value, "GET, HEAD, POST, OPTIONS");
}

TEST(Router, GivesReadsWithoutARouteToTheFallback) {
    Router router = table();
    router.set_fallback([](const Request&) { return Response::text(200, "page"); });
    EXPECT_EQ(matched(router, Method::get, "/desk/queue"), "(files)");
    EXPECT_EQ(matched(router, Method::post, "/desk/queue"), "404");
}

TEST(Router, AsksTheAuthorizerBeforeAnythingElseIsSaid) {
    Router router = table();
    router.set_authorizer([](const Request& asked, const Route& route) -> base::Result<void> {
        if (route.method == Method::post && !asked.bearer_token())
            return base::Error{base::ErrorCode::method_not_allowed, "a token is needed", ""};
        return {};
    });
    EXPECT_EQ(matched(router, Method::get, "/api/targets/x"), "/api/targets/{id}");
    EXPECT_EQ(matched(router, Method::post, "/api/targets/x"), "405");
    Request with_token = request(Method::post, "/api/targets/x");
    with_token.headers.push_back({"authorization", "bearer  abc "});
    EXPECT_EQ(matched(router, with_token), "/api/targets/{name}");
    EXPECT_EQ(with_token.bearer_token()->reveal_secret(), "abc");
    with_token.headers.push_back({"Authorization", "Bearer other"});
    EXPECT_FALSE(with_token.bearer_token());
}

}  // namespace

}  // namespace server
