import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { figureAt, isTentative, oneUnit } from "./arrange";
import type { Figure, Period, Series } from "./history";
import { wholePeriodName } from "./periods";
import { instantOf, isNext, steps, timeMarks } from "./scale";
import { useFigure, useSeriesNames, type Shown } from "./shown";

const most = 6;
const height = 300;
const margin = { top: 16, end: 18, bottom: 28 };
const letterWidth = 7.2;

interface Point {
    period: Period;
    figure: Figure;
    value: number;
    at: number;
}

function pointsOf({ history }: Shown, series: Series, day: string): Point[] {
    return [...series.figures.keys()]
        .flatMap((id): Point[] => {
            const period = history.periods.get(id);
            const figure = figureAt(series, id, day);
            const value = Number(figure?.value);
            if (period === undefined || period.start === "" || figure?.value === undefined || !Number.isFinite(value)) return [];
            return [{ period, figure, value, at: (instantOf(period.start) + instantOf(period.end)) / 2 }];
        })
        .sort((a, b) => a.at - b.at);
}

const isYear = ({ start, end }: Period) => instantOf(end) - instantOf(start) > 360 * 86_400_000;

interface Scale {
    x: (at: number) => number;
    y: (value: number) => number;
}

/** A line through figures that follow on one another, dotted over what is missing between them. */
function Line({ points, scale }: { points: Point[]; scale: Scale }) {
    const whole: string[] = [];
    const gaps: string[] = [];
    points.forEach((point, index) => {
        const next = points[index + 1];
        if (next === undefined) return;
        const path = `M${scale.x(point.at)} ${scale.y(point.value)}L${scale.x(next.at)} ${scale.y(next.value)}`;
        (isNext(point.period.end, next.period.start) ? whole : gaps).push(path);
    });
    return (
        <>
            <path className="line-gap" d={gaps.join("")} />
            <path className="line-whole" d={whole.join("")} />
        </>
    );
}

interface Props {
    shown: Shown;
    series: Series[];
    telling: string[];
}

/** Lines on one axis from 0. The same figures stand in the table; time runs from left to right. */
export function SeriesChart({ shown, series, telling }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const names = useSeriesNames();
    const { open } = useFigure();
    const { ref, width } = useElementSize();
    const drawn = oneUnit(series)
        .slice(0, most)
        .map((one) => ({
            series: one,
            name: names.series(one, telling),
            points: pointsOf(shown, one, shown.day),
            today: shown.isNewest ? [] : pointsOf(shown, one, shown.today),
        }));
    const all = drawn.flatMap(({ points, today }) => [...points, ...today]);
    const [firstSeries] = series;
    if (all.length < 2 || firstSeries === undefined) return null;
    const values = all.map(({ value }) => value);
    const marks = steps(Math.min(0, ...values), Math.max(0, ...values));
    const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
    const digits = Math.max(0, ...marks.map((mark) => (Number.isInteger(mark) ? 0 : 2)));
    const start = 16 + letterWidth * Math.max(...marks.map((mark) => format.number(mark, digits).length));
    const from = Math.min(...all.map(({ period }) => instantOf(period.start)));
    const until = Math.max(...all.map(({ period }) => instantOf(period.end)));
    const plot = Math.max(1, width - start - margin.end);
    const depth = height - margin.top - margin.bottom;
    const scale: Scale = {
        x: (at) => Math.round((start + (plot * (at - from)) / (until - from)) * 10) / 10,
        y: (value) => Math.round((margin.top + depth * (1 - (value - low) / (high - low || 1))) * 10) / 10,
    };
    const times = timeMarks(from, until, plot / 64, all.every(({ period }) => isYear(period)) ? 12 : 1);
    const shownPoints = drawn.flatMap(({ points }) => points);
    const ends = shownPoints.map(({ period }) => period).sort((a, b) => a.end.localeCompare(b.end));
    const isSmall = drawn.some(({ points }) => points.length > plot / 9);
    const others = series.length - drawn.length;
    const label = t("statistics.chartLabel", {
        title: drawn.map(({ name }) => name).join("; "),
        series: drawn.length,
        count: shownPoints.length,
        from: ends[0] === undefined ? "" : wholePeriodName(ends[0], format),
        until: ends.at(-1) === undefined ? "" : wholePeriodName(ends.at(-1) ?? ends[0]!, format),
        day: format.day(shown.day),
    });
    return (
        <figure className="series-chart">
            <figcaption className="unit">{names.unit(firstSeries)}</figcaption>
            <div ref={ref} className="chart" dir="ltr">
                {width > 0 && (
                    <svg width={width} height={height} role="img" aria-label={label}>
                        {marks.map((mark) => (
                            <g key={mark} className="chart-step" data-zero={mark === 0 || undefined}>
                                <line x1={start} x2={width - margin.end} y1={scale.y(mark)} y2={scale.y(mark)} />
                                <text x={start - 8} y={scale.y(mark) + 4} textAnchor="end">
                                    {format.number(mark, digits)}
                                </text>
                            </g>
                        ))}
                        {times.map(({ at, day, isYear: atYear }) => (
                            <g key={at} className="chart-time">
                                <line x1={scale.x(at)} x2={scale.x(at)} y1={margin.top + depth} y2={margin.top + depth + 5} />
                                <text x={scale.x(at)} y={height - 8} textAnchor="middle">
                                    {atYear ? day.slice(0, 4) : format.shortMonth(day.slice(0, 7))}
                                </text>
                            </g>
                        ))}
                        {drawn.map(({ series: one, today }, index) => (
                            <g key={one.key} className="chart-series" data-today data-tone={index}>
                                <Line points={today} scale={scale} />
                            </g>
                        ))}
                        {drawn.map(({ series: one, name, points }, index) => (
                            <g key={one.key} className="chart-series" data-tone={index}>
                                <Line points={points} scale={scale} />
                                {points.map(({ period, figure, value, at }) => (
                                    <circle
                                        key={period.id}
                                        cx={scale.x(at)}
                                        cy={scale.y(value)}
                                        r={isSmall ? 2.5 : 4}
                                        data-tentative={isTentative(figure) || undefined}
                                        onClick={() => open(one, period.id)}
                                    >
                                        <title>{`${name}\n${wholePeriodName(period, format)}: ${format.decimal(figure.value ?? "")}`}</title>
                                    </circle>
                                ))}
                            </g>
                        ))}
                    </svg>
                )}
            </div>
            <ul className="series-legend">
                {drawn.length > 1 &&
                    drawn.map(({ series: one, name }, index) => (
                        <li key={one.key} data-tone={index}>
                            {name}
                        </li>
                    ))}
                {shownPoints.some(({ figure }) => isTentative(figure)) && <li data-key="tentative">{t("statistics.chartTentative")}</li>}
                {!shown.isNewest && <li data-key="today">{t("statistics.chartToday")}</li>}
            </ul>
            {others > 0 && <p className="hint">{t("statistics.chartOthers", { count: others })}</p>}
        </figure>
    );
}
