import { useDirection } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import type { ForecastInterval } from "../data/types";
import { useFormat } from "../format/useFormat";
import { steps } from "../statistics/scale";
import { labelEvery } from "../story/scale";
import { digitsFor, placeOf, type Came, type Every } from "./arrange";
import { Axes } from "./Axes";
import { letterWidth, plotOf } from "./plot";

export interface PastPoint {
    time: string;
    value: string | null;
    provisional: boolean;
}

export interface AheadPoint {
    time: string;
    mean: number;
    intervals: ForecastInterval[];
}

interface Props {
    every: Every;
    past: PastPoint[];
    ahead: AheadPoint[];
    came: Came[];
    /** As of which day `came` is, where that is not today. */
    cameWords?: string;
    unit: string;
    label: string;
    height?: number;
}

const margin = { top: 24, end: 18, bottom: 28 };

interface Mark {
    at: number;
    text: string;
}

/** Years at their first month where there are many months; else every so many periods, from the last. */
export function marksOf(times: string[], every: Every, room: number, format: ReturnType<typeof useFormat>): Mark[] {
    if (every === "month" && times.length > 18) {
        const years = times.flatMap((time, at) => (time.endsWith("-01") ? [{ at, text: time.slice(0, 4) }] : []));
        const each = labelEvery(room * 12, 46);
        return years.filter((_, index) => (years.length - 1 - index) % each === 0);
    }
    const names = times.map((time) => (every === "month" ? format.shortMonth(time) : format.period(time)));
    const each = labelEvery(room, Math.max(0, ...names.map(({ length }) => length)) * letterWidth + 14);
    return names.map((text, at) => ({ at, text })).filter(({ at }) => (times.length - 1 - at) % each === 0);
}

/** Runs of figures that follow on one another: what is missing between them leaves a dotted line. */
function linesOf(points: { at: number; x: number; y: number }[]): { whole: string; gaps: string } {
    let [whole, gaps] = ["", ""];
    points.forEach((point, index) => {
        const next = points[index + 1];
        if (next === undefined) return;
        const path = `M${point.x} ${point.y}L${next.x} ${next.y}`;
        if (next.at === point.at + 1) whole += path;
        else gaps += path;
    });
    return { whole, gaps };
}

/** Published figures, then the forecast as a fan: bands from the widest to the narrowest, the mean in
 *  them, and what came since where something did. The same numbers stand in a table beside it, and
 *  time runs from left to right. */
export function FanChart({ every, past, ahead, came, cameWords, unit, label, height = 320 }: Props) {
    const { t } = useTranslation();
    const { dir } = useDirection();
    const format = useFormat();
    const { ref, width } = useElementSize();
    const times = [...past, ...ahead].map(({ time }) => time);
    const first = placeOf(times[0] ?? "")?.at ?? 0;
    const at = (time: string) => (placeOf(time)?.at ?? first) - first;
    const count = Math.max(1, at(times.at(-1) ?? "") + 1);
    const known = past.flatMap(({ time, value, provisional }) => (value === null ? [] : [{ time, value: Number(value), provisional }]));
    const levels = [...(ahead[0]?.intervals ?? [])].map(({ level }) => level).sort((a, b) => b - a);
    const values = [
        ...known.map(({ value }) => value),
        ...ahead.flatMap(({ mean, intervals }) => [mean, ...intervals.flatMap(({ lower, upper }) => [lower, upper])]),
        ...came.map(({ value }) => Number(value)),
    ];
    const marks = steps(Math.min(0, ...values), Math.max(0, ...values));
    const digits = marks.every(Number.isInteger) ? 0 : 2;
    const { start, bottom, room, x, y, values: valueSteps } = plotOf(marks, marks.map((mark) => format.number(mark, digits)), count, { width, height, margin });
    const last = known.at(-1);
    const firstAhead = ahead[0];
    const isJoined = last !== undefined && firstAhead !== undefined && at(firstAhead.time) === at(last.time) + 1;
    const joint = isJoined && last !== undefined ? [{ at: at(last.time), lower: last.value, mean: last.value, upper: last.value }] : [];
    const bandOf = (level: number) => {
        const points = [
            ...joint,
            ...ahead.flatMap(({ time, mean, intervals }) => {
                const found = intervals.find((one) => one.level === level);
                return found === undefined ? [] : [{ at: at(time), lower: found.lower, mean, upper: found.upper }];
            }),
        ];
        const up = points.map((point) => `${x(point.at)} ${y(point.upper)}`);
        const down = points.map((point) => `${x(point.at)} ${y(point.lower)}`).reverse();
        return `M${[...up, ...down].join("L")}Z`;
    };
    const meanPoints = [...joint.map((one) => ({ at: one.at, x: x(one.at), y: y(one.mean) })), ...ahead.map(({ time, mean }) => ({ at: at(time), x: x(at(time)), y: y(mean) }))];
    const pastLines = linesOf(known.map(({ time, value }) => ({ at: at(time), x: x(at(time)), y: y(value) })));
    const cameLines = linesOf([...(came.length > 0 && joint.length > 0 && last !== undefined ? [{ at: at(last.time), x: x(at(last.time)), y: y(last.value) }] : []), ...came.map(({ time, value }) => ({ at: at(time), x: x(at(time)), y: y(Number(value)) }))]);
    const size = room > 14 ? 4 : 2.5;
    const words = (value: number) => format.decimal(value.toFixed(digitsFor(values)));
    const divider = firstAhead === undefined ? undefined : x(at(firstAhead.time)) - room / 2;
    return (
        <figure className="fan-chart">
            <figcaption className="unit">{unit}</figcaption>
            <div ref={ref} className="chart" dir="ltr">
                {width > 0 && (
                    <svg width={width} height={height} role="img" aria-label={label}>
                        <Axes
                            start={start}
                            end={width - margin.end}
                            bottom={bottom}
                            values={valueSteps}
                            times={marksOf(times, every, room, format).map(({ at: place, text }) => ({ x: x(place), text }))}
                        />
                        {divider !== undefined && past.length > 0 && (
                            <g className="fan-divider">
                                <line x1={divider} x2={divider} y1={margin.top - 8} y2={bottom} />
                                <text x={width - margin.end} y={13} textAnchor="end" direction={dir === "rtl" ? "ltr" : dir}>
                                    {t("forecasts.forecastFrom")}
                                </text>
                            </g>
                        )}
                        {levels.map((level, index) => (
                            <path key={level} className="fan-band" data-band={levels.length - 1 - index} d={bandOf(level)} />
                        ))}
                        {/* A fan of one period and no figure before it has no width: its bands are drawn as bars. */}
                        {ahead.length === 1 &&
                            joint.length === 0 &&
                            levels.map((level, index) => {
                                const found = firstAhead?.intervals.find((one) => one.level === level);
                                return found === undefined ? null : (
                                    <rect key={level} className="fan-band" data-band={levels.length - 1 - index} x={x(0) - 12} width={24} y={y(found.upper)} height={y(found.lower) - y(found.upper)} />
                                );
                            })}
                        <path className="fan-mean" d={linesOf(meanPoints).whole} />
                        <path className="fan-past fan-gap" d={pastLines.gaps} />
                        <path className="fan-past" d={pastLines.whole} />
                        {known.map(({ time, value, provisional }) => (
                            <circle key={time} className="fan-known" data-tentative={provisional || undefined} cx={x(at(time))} cy={y(value)} r={size}>
                                <title>{`${format.period(time)}: ${words(value)} ${unit}`}</title>
                            </circle>
                        ))}
                        {ahead.map(({ time, mean }) => (
                            <circle key={time} className="fan-said" cx={x(at(time))} cy={y(mean)} r={size}>
                                <title>{`${format.period(time)}: ${words(mean)} ${unit}`}</title>
                            </circle>
                        ))}
                        <path className="fan-came-line" d={cameLines.whole + cameLines.gaps} />
                        {came.map(({ time, value }) => (
                            <path key={time} className="fan-came" d={diamond(x(at(time)), y(Number(value)), size + 1.5)}>
                                <title>{`${format.period(time)}: ${format.decimal(value)} ${unit}`}</title>
                            </path>
                        ))}
                    </svg>
                )}
            </div>
            <ul className="fan-legend">
                {known.length > 0 && <li data-key="past">{t("forecasts.legend.past")}</li>}
                {known.some(({ provisional }) => provisional) && <li data-key="provisional">{t("forecasts.legend.provisional")}</li>}
                {ahead.length > 0 && <li data-key="mean">{t("forecasts.legend.mean")}</li>}
                {[...levels].reverse().map((level, index) => (
                    <li key={level} data-key="band" data-band={index}>
                        {t("forecasts.legend.band", { level: format.number(level) })}
                    </li>
                ))}
                {came.length > 0 && <li data-key="came">{cameWords ?? t("forecasts.legend.came")}</li>}
            </ul>
        </figure>
    );
}

export const diamond = (x: number, y: number, size: number) => `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
