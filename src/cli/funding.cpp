#include "app/fund_account.h"
#include "app/fund_budget.h"
#include "app/fund_level.h"
#include "app/fund_rate.h"
#include "app/fund_record.h"
#include "app/views.h"
#include "cli/funding_print.h"
#include "cli/writing.h"

#include <ostream>

namespace cli {
namespace {

void add_account(CLI::App& fund, Context& context) {
    add_writing<app::AccountRequest>(
        fund, context, "account", "Open an account in the chart of accounts",
        trust::Role::secretariat,
        [](CLI::App& command, auto& options) {
            command.add_option("CODE", options.request.account, "Its code: A03")->required();
            command.add_option("--title", options.request.title, "What it holds")->required();
            command.add_option("--parent", options.request.parent, "The account above it");
        },
        app::open_account);
}

void add_level(CLI::App& fund, Context& context) {
    add_writing<app::LevelRequest>(
        fund, context, "level", "Declare where money is counted, before the first is recorded",
        trust::Role::secretariat,
        [](CLI::App& command, auto& options) {
            command
                .add_option("LEVEL", options.request.level,
                            "objective, activity (without any) or "
                            "step")
                ->required();
        },
        app::declare_level);
}

/// On what, in which year and how much.
template <typename Request>
void add_money(CLI::App& command, Writing<Request>& options) {
    auto& request = options.request;
    command
        .add_option("--subject", request.subject,
                    "An activity (1.1.1), a step of it (1.1.1/2) or an operational objective")
        ->required();
    command.add_option("--year", request.fiscal_year, "The fiscal year: FY2025")->required();
    command.add_option("--amount", request.amount, "How much; 0 takes back")->required();
    command.add_option("--currency", request.currency, "Of ISO 4217: PKR, USD")->required();
    command.add_option("--on", options.actor.effective_on, "The day from which it counts; today")
        ->type_name("DAY");
}

void add_budget(CLI::App& fund, Context& context) {
    add_writing<app::BudgetRequest>(
        fund, context, "budget", "Say what a part of the plan costs in a fiscal year",
        trust::Role::secretariat,
        [](CLI::App& command, auto& options) {
            command
                .add_option("LINE", options.request.line,
                            "The code of the budget line; named again, it is replaced")
                ->required();
            add_money(command, options);
            command.add_option("--account", options.request.account, "Of the chart of accounts")
                ->required();
            command.add_option("--basis", options.request.basis, "estimate, quotation or approved")
                ->required();
            command.add_option("--title", options.request.title, "What is paid for")->required();
        },
        app::budget);
}

void add_record(CLI::App& fund, Context& context) {
    add_writing<app::FundRecordRequest>(
        fund, context, "record", "Record money of a fund, from prospect to expenditure",
        trust::Role::secretariat,
        [](CLI::App& command, auto& options) {
            command.add_option("FUND", options.request.fund, "The code of the fund")->required();
            command
                .add_option("--funder", options.request.funder,
                            "An institution of the plan, or an outside body: world-bank")
                ->required();
            command
                .add_option("--stage", options.request.stage,
                            "prospect, pledge, commitment, disbursement or expenditure")
                ->required();
            add_money(command, options);
            command.add_option("--corrects", options.request.corrects,
                               "The entry that this one takes the place of");
        },
        app::record_funds);
}

void add_rate(CLI::App& fund, Context& context) {
    add_writing<app::RateRequest>(
        fund, context, "rate", "Load the rate of a currency on a day; tameel load takes many",
        trust::Role::secretariat,
        [](CLI::App& command, auto& options) {
            auto& request = options.request;
            command.add_option("CURRENCY", request.currency, "Of ISO 4217: USD")->required();
            command
                .add_option("RATE", request.rate,
                            "So much of the strategy's own currency for one unit of it")
                ->required();
            command.add_option("--on", request.on, "The day of the rate")
                ->required()
                ->type_name("DAY");
            command.add_option("--source", request.source, "A short name of who publishes it: sbp")
                ->required();
            command.add_option("--published", request.published, "The day of the rate by default")
                ->type_name("DAY");
            command.add_option("--publisher", request.publisher, "Its full name");
            command.add_option("--address", request.address, "Where it is published");
        },
        [](app::Record& record, const trust::Principal& principal,
           const app::RateRequest& request) -> Result<journal::Receipt> {
            return TRY(app::load_rate(record, principal, request)).receipt;
        });
}

void add_part(CLI::App& command, app::MoneyFilter& filter) {
    command.add_option("--activity", filter.activity,
                       "An activity, a step or an operational objective, with what lies in it");
}

void add_gap(CLI::App& fund, Context& context) {
    add_reading<GapOptions>(
        fund, context, "gap", "Costs against money, by activity and fiscal year",
        [](CLI::App& command, GapOptions& options) {
            command.add_option("--by", options.by, "activity, funder or account")
                ->check(CLI::IsMember({"activity", "funder", "account"}));
            add_part(command, options.filter);
            command.add_option("--year", options.filter.fiscal_year, "A fiscal year: FY2025");
        },
        [](const app::Record& record, const app::Question& question, const GapOptions& options) {
            return app::funding_view(record, question, options.filter);
        },
        print_gap);
}

void add_pipeline(CLI::App& fund, Context& context) {
    add_reading<std::monostate>(
        fund, context, "pipeline", "The money of each fund, stage by stage",
        [](CLI::App&, std::monostate&) {},
        [](const app::Record& record, const app::Question& question, std::monostate) {
            return app::funding_view(record, question);
        },
        print_pipeline);
}

void add_records(CLI::App& fund, Context& context) {
    add_reading<app::MoneyFilter>(
        fund, context, "records", "Every record of money with its entry, as corrections name it",
        [](CLI::App& command, app::MoneyFilter& filter) {
            command.add_option("--fund", filter.code, "The code of a fund");
            add_part(command, filter);
        },
        app::fund_records, print_records);
}

void add_lines(CLI::App& fund, Context& context) {
    add_reading<app::MoneyFilter>(
        fund, context, "lines", "Every budget line with its entry, those replaced, too",
        [](CLI::App& command, app::MoneyFilter& filter) {
            command.add_option("--line", filter.code, "The code of a budget line");
            add_part(command, filter);
        },
        app::fund_lines, print_lines);
}

}  // namespace

void add_funding(CLI::App& program, Context& context) {
    auto* fund =
        program.add_subcommand("fund", "What the plan costs, who pays, and what is missing");
    fund->require_subcommand(1);
    add_account(*fund, context);
    add_level(*fund, context);
    add_budget(*fund, context);
    add_record(*fund, context);
    add_rate(*fund, context);
    add_gap(*fund, context);
    add_pipeline(*fund, context);
    add_records(*fund, context);
    add_lines(*fund, context);
}

}  // namespace cli
