import { Table } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import type { OutlookDay } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Fold } from "../frame/Fold";
import { Scrolls } from "../frame/Scrolls";
import { unitName } from "../language/i18n";
import { labelEvery } from "../story/scale";
import { chanceOf } from "./arrange";
import { useChance } from "./useChance";

const height = 230;
const margin = { top: 26, end: 26, bottom: 28, start: 50 };

function Chart({ days, label }: { days: OutlookDay[]; label: string }) {
    const format = useFormat();
    const { ref, width } = useElementSize();
    const room = (width - margin.start - margin.end) / Math.max(1, days.length - 1);
    const depth = height - margin.top - margin.bottom;
    const x = (at: number) => Math.round((margin.start + room * at) * 10) / 10;
    const y = (share: number) => Math.round((margin.top + depth * (1 - share)) * 10) / 10;
    const every = labelEvery(room, 54);
    const valueEvery = labelEvery(room, 42);
    const points = days.flatMap((day, at) => (day.probability === undefined ? [] : [{ at, share: day.probability, day, is: chanceOf(day).is }]));
    const line = points
        .map((point, index) => {
            const before = points[index - 1];
            return `${before !== undefined && before.at === point.at - 1 ? "L" : "M"}${x(point.at)} ${y(point.share)}`;
        })
        .join("");
    return (
        <div ref={ref} className="chart" dir="ltr">
            {width > 0 && (
                <svg width={width} height={height} role="img" aria-label={label}>
                    {[0, 0.25, 0.5, 0.75, 1].map((share) => (
                        <g key={share} className="chart-step" data-zero={share === 0 || undefined}>
                            <line x1={margin.start} x2={width - margin.end} y1={y(share)} y2={y(share)} />
                            <text x={margin.start - 8} y={y(share) + 4} textAnchor="end">
                                {format.percent(share)}
                            </text>
                        </g>
                    ))}
                    {days.map(({ as_of }, at) => (
                        <g key={as_of} className="chart-time">
                            <line x1={x(at)} x2={x(at)} y1={margin.top + depth} y2={margin.top + depth + 5} />
                            {(days.length - 1 - at) % every === 0 && (
                                <text x={x(at)} y={height - 8} textAnchor="middle">
                                    {format.shortMonth(as_of.slice(0, 7))}
                                </text>
                            )}
                        </g>
                    ))}
                    <path className="chance-line" d={line} />
                    {points.map(({ at, share, is }) => (
                        <g key={at} className="chance-point" data-known={is === "known" || undefined}>
                            {is === "known" ? <rect x={x(at) - 4.5} y={y(share) - 4.5} width={9} height={9} /> : <circle cx={x(at)} cy={y(share)} r={4.5} />}
                            {is === "likely" && (days.length - 1 - at) % valueEvery === 0 && (
                                <text x={x(at)} y={share > 0.9 ? y(share) + 20 : y(share) - 10} textAnchor="middle">
                                    {share > 0.99 ? `>${format.percent(0.99)}` : share < 0.01 ? `<${format.percent(0.01)}` : format.percent(share)}
                                </text>
                            )}
                        </g>
                    ))}
                </svg>
            )}
        </div>
    );
}

/** How the probability moved while the figures of the year came in. */
export function ChanceHistory({ days, unit, digits }: { days: OutlookDay[]; unit: string; digits: number }) {
    const { t, i18n } = useTranslation();
    const format = useFormat();
    const chanceWords = useChance();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return null;
    const whole = (value: number | undefined) => format.number(value ?? 0, digits);
    return (
        <>
            <h3>{t("forecasts.outlook.history")}</h3>
            <p className="hint">{t("forecasts.outlook.historyHint")}</p>
            <figure className="chance-chart">
                <Chart
                    days={days}
                    label={t("forecasts.outlook.historyLabel", {
                        count: days.length,
                        from: format.day(first.as_of),
                        until: format.day(last.as_of),
                        first: chanceWords(chanceOf(first)),
                        last: chanceWords(chanceOf(last)),
                    })}
                />
            </figure>
            <Fold words={t("forecasts.outlook.historyTable")} className="chance-table">
                <Scrolls of={t("forecasts.outlook.history")}>
                    <Table className="figure-table">
                        <caption className="unseen">{t("forecasts.outlook.history")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t("forecasts.outlook.day")}</th>
                                <th scope="col" className="numeric">{t("forecasts.outlook.monthsHead")}</th>
                                <th scope="col" className="numeric">{t("forecasts.outlook.toDateHead")} ({unitName(i18n.language, unit)})</th>
                                <th scope="col" className="numeric">{t("forecasts.outlook.yearHead")}</th>
                                <th scope="col" className="numeric">{t("forecasts.between", { level: 80 })}</th>
                                <th scope="col">{t("forecasts.outlook.chanceHead")}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {days.map((day) => (
                                <tr key={day.as_of}>
                                    <th scope="row" className="nowrap">{format.shortDay(day.as_of)}</th>
                                    <td className="numeric">{format.number(day.months_known)}</td>
                                    <td className="numeric">{day.to_date === null ? "–" : <bdi>{format.decimal(day.to_date)}</bdi>}</td>
                                    <td className="numeric">{day.probability === undefined ? "–" : <bdi>{whole(day.median)}</bdi>}</td>
                                    <td className="numeric">{chanceOf(day).is === "likely" ? t("forecasts.range", { lower: whole(day.low), upper: whole(day.high) }) : "–"}</td>
                                    <td className="nowrap">
                                        <strong>{chanceWords(chanceOf(day))}</strong>
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </Table>
                </Scrolls>
            </Fold>
        </>
    );
}
