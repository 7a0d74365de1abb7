import type { SeriesAdjustment } from "../data/types";

export type AdjustedPeriod = SeriesAdjustment["periods"][number];

/** Factors are read more easily as so many per cent more or less than without them. */
export function partOf(value: number | null, mode: SeriesAdjustment["mode"]): number | null {
    if (value === null) return null;
    return mode === "multiplicative" ? 100 * (value - 1) : value;
}

/** The last period, and how it stands to the one before without the season: in per cent where both are positive. */
export function lastStep(periods: AdjustedPeriod[]): { last: AdjustedPeriod; change: number | undefined } | undefined {
    const last = periods.at(-1);
    if (last === undefined) return undefined;
    const [now, before] = [last.adjusted, periods.at(-2)?.adjusted ?? null];
    return { last, change: now !== null && before !== null && now > 0 && before > 0 ? 100 * (now / before - 1) : undefined };
}

/** What Q says of an adjustment: Statistics Canada accepts those below 1. */
export function qualityOf(q: number): "good" | "doubtful" {
    return q < 1 ? "good" : "doubtful";
}
