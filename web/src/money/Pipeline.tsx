import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { FundPosition, FundingView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Part } from "../frame/Part";
import { Scrolls } from "../frame/Scrolls";
import { Linked } from "../language/Coded";
import { Printed } from "../language/Printed";
import { PlaceLink } from "../moment/PlaceLink";
import { Institution } from "../plan/Institution";
import { Amount } from "./Amount";
import { byFund, convertedOf, sizeOf, stages } from "./arrange";

/** How much reached each stage, in the fund's own currency; beside it what that is in the other. */
function Stages({ position, currency }: { position: FundPosition; currency: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const most = Math.max(1, ...stages.map((stage) => sizeOf(position.stages[stage])));
    return (
        <dl className="fund-stages">
            {stages.map((stage) => {
                const amount = position.stages[stage];
                const converted = convertedOf(position, stage);
                const isNone = sizeOf(amount) === 0;
                return (
                    <div key={stage} data-stage={stage} data-none={isNone || undefined}>
                        <dt>{t(`money.stage.${stage}`)}</dt>
                        <dd>
                            <span className="fund-track" aria-hidden="true">
                                <span style={{ inlineSize: `${(100 * sizeOf(amount)) / most}%` }} />
                            </span>
                            <span className="fund-amount">
                                {isNone ? t("money.noneYet") : <Amount amount={amount} currency={position.currency} />}
                                {!isNone && position.currency !== currency && (
                                    <span className="table-note">
                                        {converted === undefined
                                            ? t("money.why.cannot tell")
                                            : `${format.compact(converted)} ${currency}`}
                                    </span>
                                )}
                            </span>
                        </dd>
                    </div>
                );
            })}
        </dl>
    );
}

function Records({ position, currency }: { position: FundPosition; currency: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const columns = ["stageName", "on", "amount", "converted", "rate", "source", "entry"] as const;
    return (
        <Fold words={t("money.records", { count: position.records.length })}>
            <Scrolls of={t("money.recordsOf", { fund: position.fund, year: position.fiscal_year })}>
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
                        {position.records.map((record) => (
                            <tr key={record.seq}>
                                <th scope="row">{t(`money.stage.${record.stage}`)}</th>
                                <td data-name={t("money.on")} className="nowrap">{format.shortDay(record.on)}</td>
                                <td data-name={t("money.amount")}>
                                    <Amount amount={record.amount} currency={record.currency} isExact />
                                </td>
                                <td data-name={t("money.converted")}>
                                    {record.converted === null ? (
                                        <span className="open-mark">{t("money.why.cannot tell")}</span>
                                    ) : (
                                        <Amount amount={record.converted} currency={currency} isExact />
                                    )}
                                </td>
                                <td data-name={t("money.rate")}>
                                    {record.rate === null ? (
                                        <span>–</span>
                                    ) : (
                                        <span>
                                            {format.decimal(record.rate)}
                                            {record.rate_on !== null && (
                                                <span className="table-note">{t("money.rateOn", { day: format.shortDay(record.rate_on) })}</span>
                                            )}
                                        </span>
                                    )}
                                </td>
                                <td data-name={t("money.source")}>
                                    {record.source === null ? <span>–</span> : <Printed>{record.source}</Printed>}
                                </td>
                                <td data-name={t("money.entry")}>
                                    <span>
                                        <PlaceLink to={`/journal/${record.seq}`}>{t("story.entry", { seq: record.seq })}</PlaceLink>
                                        {record.corrects !== null && (
                                            <span className="table-note">{t("money.corrects", { seq: record.corrects })}</span>
                                        )}
                                    </span>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </Table>
            </Scrolls>
        </Fold>
    );
}

function Position({ position, currency }: { position: FundPosition; currency: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <section className="fund-position">
            <h4>
                <Linked text={position.subject} /> · {position.fiscal_year}
            </h4>
            <Stages position={position} currency={currency} />
            <p className="fund-absorption">
                {position.absorption === null
                    ? t("money.noAbsorption")
                    : t("money.absorbed", { share: format.percent(Number(position.absorption), 1) })}
            </p>
            <Records position={position} currency={currency} />
        </section>
    );
}

/** The money of each fund, from prospect to expenditure. */
export function Pipeline({ view }: { view: FundingView }) {
    const { t } = useTranslation();
    return (
        <Part
            id="pipeline"
            title={t("money.pipeline")}
            hint={view.pipeline.length > 0 ? t("money.pipelineHint") : undefined}
        >
            {view.pipeline.length === 0 && <p className="empty">{t("money.noFunds")}</p>}
            <div className="funds">
                {byFund(view.pipeline).map(({ fund, positions }) => (
                    <article key={fund} className="fund">
                        <header>
                            <h3>
                                <Printed>{fund}</Printed>
                            </h3>
                            <p className="hint">
                                {t("money.funder")}: <Institution code={positions[0]?.funder ?? ""} /> ·{" "}
                                {positions[0]?.currency}
                            </p>
                        </header>
                        {positions.map((position) => (
                            <Position
                                key={position.subject + position.fiscal_year}
                                position={position}
                                currency={view.currency}
                            />
                        ))}
                    </article>
                ))}
            </div>
        </Part>
    );
}
