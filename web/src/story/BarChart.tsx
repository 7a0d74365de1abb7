import { useElementSize } from "@mantine/hooks";

import { useFormat } from "../format/useFormat";
import { labelEvery, ticks } from "./scale";

export interface Bar {
    key: string;
    label: string;
    value: number;
    isComplete: boolean;
    isMeasured: boolean;
}

interface Props {
    bars: Bar[];
    label: string;
    target?: { value: number; label: string } | undefined;
    height?: number;
}

const margin = { top: 26, end: 20, bottom: 26, start: 52 };

/** Bars from 0 with an optional target line. The same figures stand in a table beside it, so the
 *  picture has one sentence for those who do not see it. Time runs from left to right. */
export function BarChart({ bars, label, target, height = 260 }: Props) {
    const format = useFormat();
    const { ref, width } = useElementSize();
    const top = Math.max(target?.value ?? 0, ...bars.map(({ value }) => value));
    const steps = ticks(top);
    const end = steps.at(-1) ?? 1;
    const plotWidth = Math.max(0, width - margin.start - margin.end);
    const plotHeight = height - margin.top - margin.bottom;
    const room = bars.length === 0 ? 0 : plotWidth / bars.length;
    const y = (value: number) => margin.top + plotHeight * (1 - value / (end || 1));
    const longest = Math.max(0, ...bars.map((bar) => bar.label.length));
    const every = labelEvery(room, longest * 7 + 14);
    const barWidth = Math.min(room * 0.68, 56);
    const showValues = room > 54;
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
                                <rect
                                    x={middle - barWidth / 2}
                                    width={barWidth}
                                    y={y(bar.value)}
                                    height={Math.max(0, y(0) - y(bar.value))}
                                    fill={bar.isComplete ? undefined : "url(#part-of-year)"}
                                    className={bar.isComplete ? "chart-whole" : "chart-part"}
                                />
                                {showValues && (
                                    <text className="chart-value" x={middle} y={y(bar.value) - 6} textAnchor="middle">
                                        {format.number(bar.value, 0)}
                                    </text>
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
                        <g className="chart-target">
                            <line x1={margin.start} x2={width - margin.end} y1={y(target.value)} y2={y(target.value)} />
                            <text x={margin.start + 4} y={y(target.value) - 7}>
                                {target.label}
                            </text>
                        </g>
                    )}
                </svg>
            )}
        </div>
    );
}
