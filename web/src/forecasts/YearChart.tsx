import { useDirection } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import type { OutlookDay } from "../data/types";
import { useFormat } from "../format/useFormat";
import { unitName } from "../language/i18n";
import { labelEvery, ticks } from "../story/scale";
import { chanceOf } from "./arrange";
import { Axes } from "./Axes";
import type { Bound } from "./OutlookPart";
import { letterWidth } from "./plot";

const height = 300;
const margin = { top: 22, end: 62, bottom: 28 };
const lineHeight = 15;

interface Props {
    /** The months of the year, in order. */
    months: string[];
    path: [number, number][];
    day: OutlookDay;
    period: string;
    unit: string;
    value: number;
    bound: Bound;
}

/** Labels of one column from the top down, moved apart so that none lies over another. */
function apart(places: number[]): number[] {
    const moved: number[] = [];
    for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? -Infinity) + lineHeight));
    const middle = Math.floor(places.length / 2);
    const shift = (moved[middle] ?? 0) - (places[middle] ?? 0);
    return moved.map((place) => place - shift);
}

/** The year added up month by month, the promise as a line, and where the year ends. Time runs from left to right. */
export function YearChart({ months, path, day, period, unit, value, bound }: Props) {
    const { t, i18n } = useTranslation();
    const { dir } = useDirection();
    const format = useFormat();
    const { ref, width } = useElementSize();
    const chance = chanceOf(day);
    const isOpen = chance.is === "likely";
    const { low = 0, median = 0, high = 0 } = isOpen ? day : {};
    const marks = ticks(1.05 * Math.max(value, high, ...path.map(([, sum]) => sum)));
    const top = marks.at(-1) ?? 1;
    const whole = (number: number) => format.number(number, 0);
    const start = 16 + letterWidth * Math.max(...marks.map((mark) => whole(mark).length));
    const plot = Math.max(1, width - start - margin.end);
    const depth = height - margin.top - margin.bottom;
    const x = (at: number) => Math.round((start + (plot * at) / 12) * 10) / 10;
    const y = (number: number) => Math.round((margin.top + depth * (1 - number / top)) * 10) / 10;
    const every = labelEvery(plot / 12, 52);
    const last = path.at(-1) ?? [0, 0];
    const unitWords = unitName(i18n.language, unit);
    const boundWords = t(`forecasts.outlook.bound.${bound}`, { value: format.number(value) });
    const ends = [high, median, low];
    const places = apart(ends.map((end) => y(end)));
    const label =
        chance.is === "known"
            ? t("forecasts.outlook.chartKnown", { period: format.period(period), actual: format.decimal(day.to_date ?? ""), bound: boundWords })
            : t("forecasts.outlook.chartLabel", {
                  period: format.period(period),
                  toDate: format.decimal(day.to_date ?? "0"),
                  known: day.months_known,
                  bound: boundWords,
                  low: whole(low),
                  high: whole(high),
                  median: whole(median),
              });
    return (
        <figure className="year-chart">
            <figcaption className="unit">{unitWords}</figcaption>
            <div ref={ref} className="chart" dir="ltr">
                {width > 0 && (
                    <svg width={width} height={height} role="img" aria-label={label}>
                        <Axes
                            start={start}
                            end={x(12)}
                            bottom={margin.top + depth}
                            values={marks.map((mark) => ({ y: y(mark), text: whole(mark), isZero: mark === 0 }))}
                            times={months.map((month, at) => ({ x: x(at + 1), ...((11 - at) % every === 0 && { text: format.shortMonth(month) }) }))}
                        />
                        {isOpen && (
                            <>
                                <path className="fan-band" data-band="0" d={`M${x(last[0])} ${y(last[1])}L${x(12)} ${y(high)}L${x(12)} ${y(low)}Z`} />
                                <path className="year-way" d={`M${x(last[0])} ${y(last[1])}L${x(12)} ${y(median)}`} />
                            </>
                        )}
                        <g className="chart-target">
                            <line className="chart-target-ground" x1={start} x2={x(12)} y1={y(value)} y2={y(value)} />
                            <line x1={start} x2={x(12)} y1={y(value)} y2={y(value)} />
                            <text x={start + 6} y={y(value) - 7} textAnchor={dir === "rtl" ? "end" : "start"} direction={dir}>
                                {t("forecasts.outlook.promiseLine", { value: format.number(value) })}
                            </text>
                        </g>
                        <path className="fan-past" d={`M${path.map(([at, sum]) => `${x(at)} ${y(sum)}`).join("L")}`} />
                        {path.slice(1).map(([at, sum]) => (
                            <circle key={at} className="fan-known" cx={x(at)} cy={y(sum)} r={4}>
                                <title>{`${format.period(months[at - 1] ?? "")}: ${whole(sum)} ${unitWords}`}</title>
                            </circle>
                        ))}
                        {isOpen && (
                            <g className="year-end">
                                <line x1={x(12)} x2={x(12)} y1={y(high)} y2={y(low)} />
                                <circle cx={x(12)} cy={y(median)} r={5} />
                                {ends.map((end, index) => (
                                    <text key={index} x={x(12) + 12} y={(places[index] ?? 0) + 4} data-middle={index === 1 || undefined}>
                                        {whole(end)}
                                    </text>
                                ))}
                            </g>
                        )}
                        {chance.is === "known" && (
                            <text className="year-final" x={x(12) + 10} y={y(last[1]) + 4}>
                                {whole(last[1])}
                            </text>
                        )}
                    </svg>
                )}
            </div>
            <ul className="fan-legend">
                <li data-key="past">{t("forecasts.outlook.pathKey")}</li>
                <li data-key="promise">{t("forecasts.outlook.promiseKey")}</li>
                {isOpen && (
                    <>
                        <li data-key="end">{t("forecasts.outlook.endKey")}</li>
                        <li data-key="way">{t("forecasts.outlook.wayKey")}</li>
                    </>
                )}
            </ul>
        </figure>
    );
}
