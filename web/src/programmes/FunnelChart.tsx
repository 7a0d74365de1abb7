import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Funnel, ProgrammeCount } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Scrolls } from "../frame/Scrolls";
import { Coded } from "../language/Coded";
import { Printed } from "../language/Printed";
import { stageBars, type StageBar } from "./arrange";
import { Qualified } from "./Qualified";
import { Source } from "./Source";

const sexes = ["female", "male", "other", "unknown"] as const;

/** Women and men among those counted, where that is known. */
function Sexes({ count }: { count: ProgrammeCount }) {
    const { t } = useTranslation();
    const format = useFormat();
    const known = sexes.filter((sex) => count.sex[sex] !== undefined);
    if (known.length === 0) return null;
    const words = known.map((sex) => `${format.number(count.sex[sex] ?? 0)} ${t(`programmes.sex.${sex}`)}`).join(t("story.comma"));
    return (
        <span className="sexes">
            <span className="sex-bar" role="img" aria-label={words}>
                {known.map((sex) => (
                    <span key={sex} data-sex={sex} style={{ flexGrow: count.sex[sex] ?? 0 }} />
                ))}
            </span>
            <span>{words}</span>
        </span>
    );
}

function Step({ step }: { step: NonNullable<StageBar["step"]> }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (step.conversion.value === null)
        return (
            <p className="funnel-step" data-none>
                <Coded text={step.conversion.reason} isPhrase />
            </p>
        );
    return (
        <p className="funnel-step">
            <strong>
                <Qualified of={step.conversion} isShare />
            </strong>{" "}
            {t("programmes.wentOn")}
            {step.wilson95 !== null && (
                <span className="hint">
                    {" "}
                    ({t("programmes.interval", {
                        low: format.percent(step.wilson95[0] ?? 0, 1),
                        high: format.percent(step.wilson95[1] ?? 0, 1),
                    })})
                </span>
            )}
            {step.dropped.value !== null && (
                <>
                    {" · "}
                    <Qualified of={step.dropped} digits={0} /> {t("programmes.didNot")}
                </>
            )}
        </p>
    );
}

function StageTable({ funnel, unit }: { funnel: Funnel; unit: string }) {
    const { t } = useTranslation();
    const format = useFormat();
    const columns = ["stage", "count", "conversion", "wilson", "dropped", "cumulative"] as const;
    return (
        <Scrolls of={t("programmes.stagesTable")}>
            <Table className="stacks">
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <th key={column} scope="col">
                                {t(`programmes.column.${column}`)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {stageBars(funnel).map(({ title, stage, count, step }) => (
                        <tr key={stage}>
                            <th scope="row">
                                <Printed>{title}</Printed>
                            </th>
                            <td data-name={t("programmes.column.count")}>
                                <span>
                                    <Qualified of={count ?? { value: null, qualifier: "exact" }} unit={unit} />
                                    {count !== null && (
                                        <span className="table-note">{format.period(count.period)}</span>
                                    )}
                                    {count !== null && <Source count={count} />}
                                </span>
                            </td>
                            <td data-name={t("programmes.column.conversion")}>
                                {step === undefined ? "–" : <Qualified of={step.conversion} isShare />}
                            </td>
                            <td data-name={t("programmes.column.wilson")}>
                                {step === undefined || step.wilson95 === null
                                    ? "–"
                                    : step.wilson95.map((one) => format.percent(one, 1)).join(" – ")}
                            </td>
                            <td data-name={t("programmes.column.dropped")}>
                                {step === undefined ? "–" : <Qualified of={step.dropped} digits={0} />}
                            </td>
                            <td data-name={t("programmes.column.cumulative")}>
                                {step === undefined ? "–" : <Qualified of={step.cumulative} isShare />}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </Scrolls>
    );
}

/** The bars alone, for a card. */
export function FunnelBars({ funnel, unit }: { funnel: Funnel; unit: string }) {
    return (
        <ul className="funnel-small">
            {stageBars(funnel).map(({ title, stage, count, length }) => (
                <li key={stage}>
                    <Printed>{title}</Printed>
                    <span className="funnel-track" data-none={count === null || undefined} aria-hidden="true">
                        <span style={{ inlineSize: `${length}%` }} />
                    </span>
                    <Qualified of={count ?? { value: null, qualifier: "exact" }} unit={unit} />
                </li>
            ))}
        </ul>
    );
}

/** How many reached each stage, and which part of them went on to the next. */
export function FunnelChart({ funnel, unit, title }: { funnel: Funnel; unit: string; title: ReactNode }) {
    const { t } = useTranslation();
    const bars = stageBars(funnel);
    const last = bars.at(-1)?.step;
    return (
        <figure className="funnel">
            <figcaption>
                <h3>{title}</h3>
            </figcaption>
            <ol>
                {bars.map(({ title: name, stage, count, length, step }) => (
                    <li key={stage}>
                        {step !== undefined && <Step step={step} />}
                        <div className="funnel-stage">
                            <span className="funnel-name">
                                <Printed>{name}</Printed>
                            </span>
                            <span className="funnel-track" data-none={count === null || undefined} aria-hidden="true">
                                <span style={{ inlineSize: `${length}%` }} />
                            </span>
                            <span className="funnel-count">
                                <Qualified of={count ?? { value: null, qualifier: "exact" }} unit={unit} />
                            </span>
                        </div>
                        {count !== null && <Sexes count={count} />}
                    </li>
                ))}
            </ol>
            {bars.length > 2 && last !== undefined && last.cumulative.value !== null && (
                <p className="funnel-whole">
                    {t("programmes.ofAll")} <Qualified of={last.cumulative} isShare />
                </p>
            )}
            <Fold words={t("programmes.stagesTable")}>
                <StageTable funnel={funnel} unit={unit} />
            </Fold>
        </figure>
    );
}
