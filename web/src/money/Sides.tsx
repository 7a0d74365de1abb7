import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { FundingView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { Amount } from "./Amount";
import { sizeOf } from "./arrange";

const funds = ["committed", "pledged_not_committed", "disbursed", "spent"] as const;

/** Who pays: what each has committed and pledged. */
export function Funders({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const most = Math.max(1, ...view.funders.map(({ all }) => sizeOf(all.committed) + sizeOf(all.pledged_not_committed)));
    return (
        <Part id="funders" title={t("money.funders")}>
            {view.funders.length === 0 ? (
                <p className="empty">{t("money.noFunders")}</p>
            ) : (
                <Scrolls of={t("money.funders")}>
                    <Table className="stacks funders">
                        <thead>
                            <tr>
                                <th scope="col">{t("money.funder")}</th>
                                <th scope="col">
                                    <span className="unseen">{t("money.measure.committed")}</span>
                                </th>
                                {funds.map((name) => (
                                    <th key={name} scope="col" className="numeric">
                                        {t(`money.measure.${name}`)}
                                    </th>
                                ))}
                                <th scope="col" className="numeric">{t("money.absorption")}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {view.funders.map(({ funder, all }) => (
                                <tr key={funder}>
                                    <th scope="row">
                                        <Institution code={funder} />
                                    </th>
                                    <td className="funder-bar" data-name="">
                                        <span className="year-bar" aria-hidden="true" style={{ inlineSize: `${(100 * (sizeOf(all.committed) + sizeOf(all.pledged_not_committed))) / most}%` }}>
                                            <span data-part="committed" style={{ flexGrow: sizeOf(all.committed) }} />
                                            <span data-part="pledged" style={{ flexGrow: sizeOf(all.pledged_not_committed) }} />
                                        </span>
                                    </td>
                                    {funds.map((name) => {
                                        const amount = all[name];
                                        return (
                                            <td key={name} data-name={t(`money.measure.${name}`)} className="numeric">
                                                {amount === null ? <span>{t("money.why.cannot tell")}</span> : <Amount amount={amount} />}
                                            </td>
                                        );
                                    })}
                                    <td data-name={t("money.absorption")} className="numeric">
                                        {all.absorption === null ? "–" : format.percent(Number(all.absorption), 1)}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </Table>
                </Scrolls>
            )}
        </Part>
    );
}

function depthOf(view: FundingView, account: string): number {
    const parent = view.accounts.find((one) => one.account === account)?.parent ?? null;
    return parent === null ? 0 : 1 + depthOf(view, parent);
}

function Lines({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const columns = ["line", "part", "year", "account", "basisName", "amount", "on", "entry"] as const;
    return (
        <Fold words={t("money.lines", { count: view.lines.length })}>
            <Scrolls of={t("money.lines", { count: view.lines.length })}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            {columns.map((column) => (
                                <th key={column} scope="col">
                                    {t(`money.${column}`)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {view.lines.map((line) => (
                            <tr key={line.line}>
                                <th scope="row">
                                    <Printed>{line.title}</Printed>
                                    {(line.earlier ?? []).map((before) => (
                                        <span key={before.seq} className="table-note">
                                            {t("money.before", { amount: format.decimal(before.amount), currency: before.currency, day: format.shortDay(before.on) })}
                                        </span>
                                    ))}
                                </th>
                                <td data-name={t("money.part")}>
                                    <Linked text={line.subject} />
                                </td>
                                <td data-name={t("money.year")}>{line.fiscal_year}</td>
                                <td data-name={t("money.account")}>
                                    <bdi className="code">{line.account}</bdi>
                                </td>
                                <td data-name={t("money.basisName")}>{t(`money.basis.${line.basis}`, line.basis)}</td>
                                <td data-name={t("money.amount")}>
                                    <span>
                                        <Amount amount={line.amount} currency={line.currency} isExact />
                                        {line.currency !== view.currency && line.converted !== null && (
                                            <span className="table-note">
                                                <Amount amount={line.converted} currency={view.currency} isExact />
                                            </span>
                                        )}
                                    </span>
                                </td>
                                <td data-name={t("money.on")} className="nowrap">{format.shortDay(line.on)}</td>
                                <td data-name={t("money.entry")}>
                                    <PlaceLink to={`/journal/${line.seq}`}>{t("story.entry", { seq: line.seq })}</PlaceLink>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </Fold>
    );
}

/** On what money is spent: the chart of accounts with what is budgeted on each. */
export function Accounts({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const years = view.fiscal_years.filter((year) => view.accounts.some((one) => one.years[year] !== undefined));
    const most = Math.max(1, ...view.accounts.map(({ cost }) => sizeOf(cost)));
    if (view.accounts.length === 0)
        return (
            <Part id="accounts" title={t("money.accounts")}>
                <p className="empty">{t("money.noAccounts")}</p>
            </Part>
        );
    return (
        <Part id="accounts" title={t("money.accounts")} hint={t("money.accountsHint")}>
            <Scrolls of={t("money.accounts")}>
                <Table className="stacks funders">
                    <thead>
                        <tr>
                            <th scope="col">{t("money.account")}</th>
                            <th scope="col">
                                <span className="unseen">{t("money.measure.cost")}</span>
                            </th>
                            {years.map((year) => (
                                <th key={year} scope="col" className="numeric">{year}</th>
                            ))}
                            <th scope="col" className="numeric">{t("money.all")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {view.accounts.map(({ account, title, cost, years: amounts }) => (
                            <tr key={account}>
                                <th scope="row">
                                    <span className="account" data-depth={depthOf(view, account)}>
                                        <bdi className="code">{account}</bdi> <Printed>{title}</Printed>
                                    </span>
                                </th>
                                <td className="funder-bar" data-name="">
                                    <span className="year-bar" aria-hidden="true" style={{ inlineSize: `${(100 * sizeOf(cost)) / most}%` }}>
                                        <span data-part="cost" style={{ flexGrow: 1 }} />
                                    </span>
                                </td>
                                {years.map((year) => {
                                    const amount = amounts[year] ?? null;
                                    return (
                                        <td key={year} data-name={year} className="numeric">
                                            {amount === null ? "–" : <Amount amount={amount} />}
                                        </td>
                                    );
                                })}
                                <td data-name={t("money.all")} className="numeric">
                                    {cost === null ? <span>{t("money.why.cannot tell")}</span> : <Amount amount={cost} />}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
            {view.lines.length > 0 && <Lines view={view} />}
        </Part>
    );
}

/** The rates that were used, each with its day and its source. */
export function Rates({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (view.rates.length === 0) return null;
    const columns = ["currencyName", "usedOn", "rate", "rateDay", "publishedOn", "source"] as const;
    return (
        <Part id="rates" title={t("money.rates")} hint={t("money.ratesHint", { currency: view.currency })}>
            <Fold words={t("money.ratesUsed", { count: view.rates.length })}>
                <Table className="stacks">
                    <thead>
                        <tr>
                            {columns.map((column) => (
                                <th key={column} scope="col">{t(`money.${column}`)}</th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {view.rates.map((rate) => (
                            <tr key={rate.currency + rate.day}>
                                <th scope="row">{rate.currency}</th>
                                <td data-name={t("money.usedOn")}>{format.shortDay(rate.day)}</td>
                                <td data-name={t("money.rate")}>
                                    {rate.rate === null ? <span className="open-mark">{t("money.why.cannot tell")}</span> : format.decimal(rate.rate)}
                                </td>
                                <td data-name={t("money.rateDay")}>{rate.rate_on === null ? "–" : format.shortDay(rate.rate_on)}</td>
                                <td data-name={t("money.publishedOn")}>{rate.rate_published === null ? "–" : format.shortDay(rate.rate_published)}</td>
                                <td data-name={t("money.source")}>{rate.source === null ? "–" : <Printed>{rate.source}</Printed>}</td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Fold>
        </Part>
    );
}
