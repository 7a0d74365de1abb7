import { useTranslation } from "react-i18next";

import type { EscalationStep } from "../data/types";
import { useFormat } from "../format/useFormat";

const rungs = ["officer", "head of institution", "secretariat", "council"] as const;

/** How far something late has climbed: each rung with the day on which it was reached. */
export function Ladder({ steps }: { steps: EscalationStep[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (steps.length === 0) return null;
    return (
        <ol className="ladder" aria-label={t("ladder")}>
            {rungs.map((rung) => {
                const on = steps.find(({ to }) => to === rung)?.on;
                return (
                    <li key={rung} data-reached={on === undefined ? undefined : true}>
                        <span>{t(`word.${rung}`)}</span>
                        <span>{on === undefined ? t("notYet") : format.shortDay(on)}</span>
                    </li>
                );
            })}
        </ol>
    );
}
