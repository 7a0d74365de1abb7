#include "app/adopt_plan.h"
#include "app/issue_token.h"
#include "cli/context.h"
#include "server/health.h"
#include "server/listener.h"
#include "server/routes.h"
#include "server/sdmx_routes.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace cli {
namespace {

struct ServeOptions {
    Place place;
    std::string strategy;  // beside a store, unlike that of `place`
    std::string listen = "127.0.0.1:8080";
    unsigned threads = 0;
    bool log = false;
};

Result<void> adopt_if_empty(Context& context, app::Record& record, const std::string& strategy) {
    if (strategy.empty() || !record.is_empty())
        return {};
    const auto adoption = TRY(app::adopt_plan(record, strategy, app::Again::no));
    context.out << app::summary(adoption) << '\n';
    return {};
}

Result<void> serve(Context& context, ServeOptions& options) {
    options.place.name_after(options.strategy);
    const auto address = TRY(server::parse_listen_address(options.listen));
    auto opened = TRY(Opened::open(context, options.place, store::Mode::create));
    TRY(adopt_if_empty(context, opened.record(), options.strategy));
    server::Product product{opened.record()};
    server::Readiness readiness;
    server::Metrics metrics;
    server::Router router;
    server::add_product_routes(router, product);
    server::add_sdmx_routes(router, product);
    server::add_health_routes(router, readiness, metrics);
    readiness.set(true);
    server::ListenerOptions listener_options;
    listener_options.address = address.address;
    listener_options.port = address.port;
    listener_options.threads = options.threads;
    if (options.log)
        listener_options.access_log = server::access_log_to(std::cerr);
    const auto listener = TRY(server::Listener::start(router, metrics, listener_options));
    context.exit_code = listener->run_until_signal(
        [&] { context.out << "serving on " << listener->url() << std::endl; });
    return {};
}

void add_token(CLI::App& program, Context& context) {
    struct Options {
        Place place;
        app::TokenRequest request;
        std::string revoke;
    };
    auto* command = program.add_subcommand("token", "Issue or revoke a bearer token for writing");
    auto options = std::make_shared<Options>();
    options->place.add_store_to(*command);
    command->add_option("--person", options->request.person, "Whose it is; kept in the vault");
    command->add_option("--institution", options->request.institution, "For which institution");
    command->add_option("--role", options->request.roles,
                        "reporter, head, verifier, secretariat, council, auditor, administrator");
    command->add_option("--days", options->request.days, "How long it is good for");
    command->add_option("--revoke", options->revoke, "Revoke this token instead");
    command->callback([&context, options] {
        context.run([&]() -> Result<void> {
            auto opened = TRY(Opened::open(context, options->place, store::Mode::open));
            if (!options->revoke.empty()) {
                const auto receipt = TRY(app::revoke_token(opened.record(), options->revoke));
                context.out << fmt::format("revoked by entry {}\n", receipt.seq);
                return {};
            }
            const auto issued = TRY(app::issue_token(opened.record(), options->request));
            // The token alone on standard output, so that a script can take it.
            context.out << issued.token.reveal_secret() << '\n';
            context.err << fmt::format("for {} until {}; it is shown only now\n", issued.actor,
                                       base::to_string(issued.expires_on));
            return {};
        });
    });
}

}  // namespace

void add_serve(CLI::App& program, Context& context) {
    auto* command = program.add_subcommand("serve", "Serve the web application and the interfaces");
    auto options = std::make_shared<ServeOptions>();
    options->place.add_store_to(*command);
    options->place.add_origin_to(*command);
    command->add_option("--strategy", options->strategy, "Adopted if the store is empty")
        ->type_name("DIR");
    command->add_option("--listen", options->listen, "Address and port")->capture_default_str();
    command->add_option("--threads", options->threads, "Threads; one for each core by default");
    command->add_flag("--log", options->log, "A line for each request on standard error");
    command->callback(
        [&context, options] { context.run([&] { return serve(context, *options); }); });
    add_token(program, context);
}

}  // namespace cli
