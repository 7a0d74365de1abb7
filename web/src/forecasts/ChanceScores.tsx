import { useTranslation } from "react-i18next";

import type { OutlookRecord } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Tiles } from "../frame/Tiles";

/** How good published probabilities were, on each footing of which some are scored. */
export function ChanceScores({ of, untold, ofOne = false }: { of: OutlookRecord["scores"]; untold: string; ofOne?: boolean }) {
    const { t } = useTranslation();
    const format = useFormat();
    const scored = of.filter(({ claims }) => claims > 0);
    if (scored.length === 0) return <p className="hint">{untold}</p>;
    // Where all were met, or none, there is nothing that one could have said as often.
    const often = scored.filter(({ climatology }) => (climatology ?? 0) > 0);
    return (
        <>
            <Tiles
                tiles={scored.map(({ by, claims, events, brier }) => ({
                    name: t(`forecasts.said.score.${by}`),
                    value: format.number(brier ?? 0, 3),
                    note: ofOne ? t("forecasts.said.scoreFrom", { count: claims }) : t("forecasts.said.scoreAbout", { count: events, claims: format.number(claims) }),
                }))}
            />
            <p className="hint">{t("forecasts.said.scoreText", { half: format.number(scored[0]?.one_half ?? 0, 2) })}</p>
            {often.map(({ by, climatology }) => (
                <p key={by} className="hint">
                    {t("forecasts.said.often", { score: t(`forecasts.said.score.${by}`), climatology: format.number(climatology ?? 0, 3), interpolation: { escapeValue: false } })}
                </p>
            ))}
        </>
    );
}
