/** The steps of the values, and below the plot the marks of time. */
interface Props {
    start: number;
    end: number;
    bottom: number;
    values: { y: number; text: string; isZero?: boolean }[];
    times: { x: number; text?: string }[];
}

export function Axes({ start, end, bottom, values, times }: Props) {
    return (
        <>
            {values.map(({ y, text, isZero }) => (
                <g key={y} className="chart-step" data-zero={isZero || undefined}>
                    <line x1={start} x2={end} y1={y} y2={y} />
                    <text x={start - 8} y={y + 4} textAnchor="end">
                        {text}
                    </text>
                </g>
            ))}
            {times.map(({ x, text }) => (
                <g key={x} className="chart-time">
                    <line x1={x} x2={x} y1={bottom} y2={bottom + 5} />
                    {text !== undefined && (
                        <text x={x} y={bottom + 20} textAnchor="middle">
                            {text}
                        </text>
                    )}
                </g>
            ))}
        </>
    );
}
