import { useTranslation } from "react-i18next";

import type { ProgrammeView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Split } from "../frame/Split";
import { Printed } from "../language/Printed";

type Cohort = ProgrammeView["cohorts"][number];

function Flow({ cohort }: { cohort: Cohort }) {
    const { t } = useTranslation();
    const format = useFormat();
    const number = (value: number | null) => (value === null ? t("programmes.notKnown") : format.number(value));
    const parts = (["left", "dropped", "inside"] as const).filter((part) => cohort[part] !== null);
    const words = parts.map((part) => `${number(cohort[part])} ${t(`programmes.flow.${part}`)}`).join(t("story.comma"));
    const tones = { left: "good", dropped: "bad", inside: "accent" } as const;
    return (
        <li className="cohort">
            <header>
                <h3>
                    <bdi className="code">{cohort.cohort}</bdi> <Printed>{cohort.title}</Printed>
                </h3>
                {cohort.opened_on !== null && (
                    <p className="hint">{t("programmes.openedOn", { day: format.shortDay(cohort.opened_on) })}</p>
                )}
            </header>
            {words !== "" && (
                <Split label={words} shares={parts.map((part) => ({ name: part, value: cohort[part] ?? 0, tone: tones[part] }))} />
            )}
            <dl className="figures">
                <div>
                    <dt>{t("programmes.seats")}</dt>
                    <dd>{number(cohort.seats)}</dd>
                </div>
                {(["entered", "left", "dropped", "inside"] as const).map((part) => (
                    <div key={part} data-flow={part}>
                        <dt>{t(`programmes.flow.${part}`)}</dt>
                        <dd>{number(cohort[part])}</dd>
                    </div>
                ))}
            </dl>
        </li>
    );
}

/** Who entered each cohort, and what became of them. */
export function Cohorts({ view }: { view: ProgrammeView }) {
    const { t } = useTranslation();
    if (view.cohorts.length === 0) return null;
    return (
        <Part id="cohorts" title={t("programmes.cohorts")}>
            <ul className="cohorts">
                {view.cohorts.map((cohort) => (
                    <Flow key={cohort.cohort} cohort={cohort} />
                ))}
            </ul>
        </Part>
    );
}
