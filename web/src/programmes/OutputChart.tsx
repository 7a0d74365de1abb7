import { useTranslation } from "react-i18next";

import type { ProgrammeOutput } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Qualified } from "./Qualified";

const percent = (value: number | null) => (value === null ? 0 : Math.max(0, Math.min(100, value)));

/** Two bars of one output, the work and the money, and how far they are apart. */
export function GapBars({ output }: { output: ProgrammeOutput }) {
    const { t } = useTranslation();
    const sides = [
        ["physical", output.physical_percent],
        ["financial", output.financial_percent],
    ] as const;
    return (
        <dl className="gap-bars" data-alert={output.alert || undefined}>
            {sides.map(([side, of]) => (
                <div key={side} data-side-of={side}>
                    <dt>{t(`programmes.${side}`)}</dt>
                    <dd>
                        <span className="gap-track" data-none={of.value === null || undefined} aria-hidden="true">
                            <span style={{ inlineSize: `${percent(of.value)}%` }} />
                        </span>
                        <Qualified of={of} isPercent />
                    </dd>
                </div>
            ))}
            <div>
                <dt>{t("programmes.gapPoints")}</dt>
                <dd className="gap-points">
                    <strong>
                        <Qualified of={output.gap_points} digits={1} />
                    </strong>
                    {output.gap_points.value !== null && (
                        <>
                            {" "}
                            {t("programmes.points")}
                            {output.alert && (
                                <span className="gap-alert">
                                    {" "}
                                    {t(output.gap_points.value > 0 ? "programmes.workAhead" : "programmes.moneyAhead")}
                                </span>
                            )}
                        </>
                    )}
                </dd>
            </div>
        </dl>
    );
}

/** One output with the numbers behind its bars. */
export function OutputChart({ output }: { output: ProgrammeOutput }) {
    const { t } = useTranslation();
    const format = useFormat();
    const numbers = [
        ["aimed", output.aimed, output.unit, false],
        ["done", output.done, output.unit, false],
        ["approved", output.approved, output.currency, true],
        ["disbursed", output.disbursed, output.currency, true],
        ["costApproved", output.cost_a_unit_approved, output.currency, true],
        ["costDisbursed", output.cost_a_unit_disbursed, output.currency, true],
    ] as const;
    return (
        <article className="output">
            <header>
                <h3 lang="en" dir="ltr">{output.title}</h3>
                <p className="hint">{output.period === "" ? t("programmes.noDay") : format.period(output.period)}</p>
            </header>
            <GapBars output={output} />
            <dl className="figures">
                {numbers.map(([name, of, unit, isMoney]) => (
                    <div key={name}>
                        <dt>{t(`programmes.${name}`)}</dt>
                        <dd>
                            <Qualified of={of} unit={of.value === null ? "" : unit} isMoney={isMoney} />
                        </dd>
                    </div>
                ))}
            </dl>
        </article>
    );
}
