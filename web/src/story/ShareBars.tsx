import { useTranslation } from "react-i18next";

import type { Explanation, IndicatorView, Observation, Story } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { Unit } from "../language/Saying";
import { seriesNames } from "./seriesNames";

/** The rows of the source table that an explanation cites ("..., row X1100"). */
function citedRows(node: Explanation, rows = new Set<string>()): Set<string> {
    const row = /, row (\S+)$/.exec(node.source)?.[1];
    if (row !== undefined) rows.add(row);
    for (const part of node.parts ?? []) citedRows(part, rows);
    return rows;
}

interface Share {
    name: string;
    observation: Observation;
}

function sharesOf(view: IndicatorView, story: Story): Share[] {
    const nameOf = seriesNames(view.series.map(({ key }) => key));
    const cited = citedRows(story.explanation);
    return view.series
        .flatMap(({ key, observations }) =>
            observations.map((observation) => ({ name: nameOf(key), observation })),
        )
        .filter(({ observation }) => cited.has(observation.row))
        .sort((a, b) => b.observation.value - a.observation.value);
}

/** The shares that a concentration rests on, against its limit. */
export function ShareBars({ view, story }: { view: IndicatorView; story: Story }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (story.measure !== "concentration") return null;
    const shares = sharesOf(view, story);
    const limit = Number(story.value);
    if (shares.length === 0 || !(limit > 0)) return null;
    const top = Math.max(limit, ...shares.map(({ observation }) => observation.value)) * 1.05;
    const at = (value: number) => `${(100 * value) / top}%`;
    return (
        <figure>
            <figcaption>
                <h3>{t("chart.shares")}</h3>
                <span className="unit">
                    <Unit unit={view.unit} /> · {t("chart.limit", { value: limit })}
                </span>
            </figcaption>
            <ul className="share-bars">
                {shares.map(({ name, observation }) => (
                    <li key={observation.row} data-above={observation.value > limit || undefined}>
                        <Printed>{name}</Printed>
                        <svg aria-hidden="true">
                            <rect width={at(observation.value)} height="14" y="3" rx="2" />
                            <line x1={at(limit)} x2={at(limit)} y1="0" y2="20" />
                        </svg>
                        <span className="share-value">{format.number(observation.value)}</span>
                        <span className="share-source">
                            {format.period(observation.time)} ·{" "}
                            <Printed>{observation.publisher}</Printed>,{" "}
                            {format.shortDay(observation.known_on)}
                        </span>
                    </li>
                ))}
            </ul>
        </figure>
    );
}
