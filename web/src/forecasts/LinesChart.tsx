import { useElementSize } from "@mantine/hooks";

import { useFormat } from "../format/useFormat";
import { steps, stepsBetween } from "../statistics/scale";
import { placeOf, type Every } from "./arrange";
import { Axes } from "./Axes";
import { marksOf } from "./FanChart";
import { plotOf } from "./plot";

export interface Line {
    /** Names its colour and its key in the legend. */
    is: "published" | "adjusted" | "trend" | "season" | "irregular";
    words: string;
    values: (number | null)[];
}

/** A period that is told from the others. */
export interface Flag {
    time: string;
    value: number;
    text: string;
}

interface Props {
    every: Every;
    times: string[];
    lines: Line[];
    flags?: Flag[];
    flagWords?: string;
    /** Figures that are provisional, and what they are called. */
    provisional?: Flag[];
    provisionalWords?: string;
    unit: string;
    label: string;
    height?: number;
    /** Parts of a figure lie around 0 or far from it; figures themselves are measured from 0. */
    fromZero?: boolean;
}

const margin = { top: 16, end: 18, bottom: 28 };
/** Room for as many, so that pictures above one another have one axis of time. */
const lettersLeast = 5;

/** Several lines over the same periods. Time runs from left to right; the same numbers stand in a table. */
export function LinesChart({ every, times, lines, flags = [], flagWords, provisional = [], provisionalWords, unit, label, height = 300, fromZero = false }: Props) {
    const format = useFormat();
    const { ref, width } = useElementSize();
    const first = placeOf(times[0] ?? "")?.at ?? 0;
    const at = (time: string) => (placeOf(time)?.at ?? first) - first;
    const values = lines.flatMap((line) => line.values.flatMap((value) => (value === null ? [] : [value])));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const marks = fromZero ? steps(Math.min(0, least), Math.max(0, most)) : stepsBetween(least, most);
    const isTenths = marks.every((mark) => Number.isInteger(Math.round(mark * 1e6) / 1e5));
    const digits = marks.every(Number.isInteger) ? 0 : isTenths ? 1 : 2;
    const { start, bottom, room, x, y, values: valueSteps } = plotOf(marks, marks.map((mark) => format.number(mark, digits)), times.length, { width, height, margin, lettersLeast });
    return (
        <figure className="lines-chart">
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
                        {lines.map(({ is, values: own }) => {
                            const path = own.map((value, place) => (value === null ? "" : `${(own[place - 1] ?? null) === null ? "M" : "L"}${x(place)} ${y(value)}`));
                            return <path key={is} className="line" data-line={is} d={path.join("")} />;
                        })}
                        {provisional.map(({ time, value, text }) => (
                            <circle key={time} className="fan-known" data-tentative cx={x(at(time))} cy={y(value)} r={3}>
                                <title>{text}</title>
                            </circle>
                        ))}
                        {flags.map(({ time, value, text }) => (
                            <g key={time} className="line-flag">
                                <circle cx={x(at(time))} cy={y(value)} r={5.5} />
                                <title>{text}</title>
                            </g>
                        ))}
                    </svg>
                )}
            </div>
            {lines.length > 1 && (
                <ul className="fan-legend">
                    {lines.map(({ is, words }) => (
                        <li key={is} data-key="line" data-line={is}>
                            {words}
                        </li>
                    ))}
                    {provisional.length > 0 && provisionalWords !== undefined && <li data-key="provisional">{provisionalWords}</li>}
                    {flags.length > 0 && flagWords !== undefined && <li data-key="flag">{flagWords}</li>}
                </ul>
            )}
        </figure>
    );
}
