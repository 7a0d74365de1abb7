import { useDirection } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";

import { useFormat } from "../format/useFormat";
import { labelEvery, ticks } from "./scale";
import type { Span } from "./targetSpan";

export interface Bar {
    key: string;
    label: string;
    /** Absent for a period that has no figure yet. */
    value: number | undefined;
    isComplete: boolean;
    isMeasured: boolean;
}

export interface TargetLine {
    value: number;
    label: string;
    /** The bars that the line runs over. */
    span: Span;
}

interface Props {
    bars: Bar[];
    label: string;
    target?: TargetLine | undefined;
    height?: number;
}

const margin = { top: 26, end: 20, bottom: 26, start: 52 };
const letterWidth = 7;
/** What a line of text needs above the top of a bar. */
const textHeight = 20;

interface Frame {
    width: number;
    room: number;
    y: (value: number) => number;
}

/** The line with its label, where that touches nothing else; the legend always has it. */
function Target({ target, bars, frame }: { target: TargetLine; bars: Bar[]; frame: Frame }) {
    const { value, label, span } = target;
    const { width, room, y } = frame;
    const { dir } = useDirection();
    const from = margin.start + room * span.from;
    const until = margin.start + room * (span.until + 1);
    const half = (label.length * letterWidth) / 2;
    const over = bars.slice(span.from, span.until + 1);
    const isFree = over.every((bar) => bar.value === undefined || y(bar.value) - y(value) > textHeight);
    const fits = until - from > 2 * half || room <= 54;
    const middle = Math.min(Math.max((from + until) / 2, margin.start + half), width - half - 2);
    return (
        <g className="chart-target">
            <line className="chart-target-ground" x1={from} x2={until} y1={y(value)} y2={y(value)} />
            <line x1={from} x2={until} y1={y(value)} y2={y(value)} />
            {isFree && fits && (
                <text x={middle} y={y(value) - 7} textAnchor="middle" direction={dir}>
                    {label}
                </text>
            )}
        </g>
    );
}

/** Bars from 0 with an optional target line. The same figures stand in a table beside it, so the
 *  picture has one sentence for those who do not see it. Time runs from left to right. */
export function BarChart({ bars, label, target, height = 260 }: Props) {
    const format = useFormat();
    const { ref, width } = useElementSize();
    const top = Math.max(target?.value ?? 0, ...bars.map(({ value }) => value ?? 0));
    const steps = ticks(top);
    const end = steps.at(-1) ?? 1;
    const plotWidth = Math.max(0, width - margin.start - margin.end);
    const plotHeight = height - margin.top - margin.bottom;
    const room = bars.length === 0 ? 0 : plotWidth / bars.length;
    const y = (value: number) => margin.top + plotHeight * (1 - value / (end || 1));
    const longest = Math.max(0, ...bars.map((bar) => bar.label.length));
    const every = labelEvery(room, longest * letterWidth + 14);
    const barWidth = Math.min(room * 0.68, 56);
    const showValues = room > 54;
    // A value right under the line of its target would be struck through: it goes above the line.
    const valueAt = (value: number, index: number) => {
        const isUnder = target !== undefined && index >= target.span.from && index <= target.span.until;
        const gap = isUnder ? y(value) - y(target.value) : Infinity;
        return (gap > 0 && gap <= textHeight ? y(value) - gap : y(value)) - 6;
    };
    return (
        <div ref={ref} className="chart" dir="ltr">
            {width > 0 && (
                <svg width={width} height={height} role="img" aria-label={label}>
                    <defs>
                        <pattern
                            id="part-of-year"
                            width="6"
                            height="6"
                            patternUnits="userSpaceOnUse"
                            patternTransform="rotate(45)"
                        >
                            <rect width="6" height="6" className="chart-part-ground" />
                            <rect width="3" height="6" className="chart-part-line" />
                        </pattern>
                    </defs>
                    {steps.map((step) => (
                        <g key={step} className="chart-step">
                            <line x1={margin.start} x2={width - margin.end} y1={y(step)} y2={y(step)} />
                            <text x={margin.start - 8} y={y(step) + 4} textAnchor="end">
                                {format.number(step)}
                            </text>
                        </g>
                    ))}
                    {bars.map((bar, index) => {
                        const middle = margin.start + room * (index + 0.5);
                        // Labels are counted from the newest bar, which always has one.
                        const isLabelled = (bars.length - 1 - index) % every === 0;
                        return (
                            <g key={bar.key} className="chart-bar" data-measured={bar.isMeasured || undefined}>
                                {bar.value !== undefined && (
                                    <rect
                                        x={middle - barWidth / 2}
                                        width={barWidth}
                                        y={y(bar.value)}
                                        height={Math.max(0, y(0) - y(bar.value))}
                                        fill={bar.isComplete ? undefined : "url(#part-of-year)"}
                                        className={bar.isComplete ? "chart-whole" : "chart-part"}
                                    />
                                )}
                                {isLabelled && (
                                    <text x={middle} y={height - 8} textAnchor="middle">
                                        {bar.label}
                                    </text>
                                )}
                            </g>
                        );
                    })}
                    {target !== undefined && (
                        <Target target={target} bars={bars} frame={{ width, room, y }} />
                    )}
                    {showValues &&
                        bars.map(
                            ({ key, value }, index) =>
                                value !== undefined && (
                                    <text
                                        key={key}
                                        className="chart-value"
                                        x={margin.start + room * (index + 0.5)}
                                        y={valueAt(value, index)}
                                        textAnchor="middle"
                                    >
                                        {format.number(value, 0)}
                                    </text>
                                ),
                        )}
                </svg>
            )}
        </div>
    );
}
