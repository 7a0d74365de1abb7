import type { Figure, History, Period, Series } from "./history";

/** What was known of a period on a day: the newest figure by then. */
export function figureAt(series: Series, period: string, day: string): Figure | undefined {
    return series.figures.get(period)?.findLast((figure) => figure.day <= day);
}

/** The letters of the statuses that a reader has to see beside a figure. */
export const statusOf = (figure: Figure) => figure.attributes.get("OBS_STATUS")?.id ?? "";

/** A figure that is not an observation of what happened, or not yet the last word. */
export const isTentative = (figure: Figure) => ["P", "E", "F", "I"].includes(statusOf(figure));

const byTime = (a: Period, b: Period) => a.end.localeCompare(b.end) || a.start.localeCompare(b.start) || a.id.localeCompare(b.id);

/** The periods with something known by the day, the newest first. */
export function periodsAt({ periods }: History, series: Series[], day: string): Period[] {
    return [...periods.values()]
        .filter(({ id }) => series.some((one) => figureAt(one, id, day) !== undefined))
        .sort((a, b) => byTime(b, a));
}

/** The series with something known by the day, in the order of the message. */
export function seriesAt(history: History, day: string): Series[] {
    return history.series.filter((series) => [...series.figures.keys()].some((period) => figureAt(series, period, day) !== undefined));
}

export interface Since {
    revised: number;
    added: number;
}

/** How today differs from the day. */
export function sinceThen(history: History, day: string, today: string): Since {
    const since = { revised: 0, added: 0 };
    for (const series of history.series) {
        for (const period of series.figures.keys()) {
            const now = figureAt(series, period, today);
            const then = figureAt(series, period, day);
            if (then === undefined && now !== undefined) since.added += 1;
            else if (then !== undefined && now !== undefined && !isSameValue(then.value, now.value)) since.revised += 1;
        }
    }
    return since;
}

/** 214.0 and 214 are the same amount. */
export function isSameValue(a: string | undefined, b: string | undefined): boolean {
    if (a === undefined || b === undefined) return a === b;
    const difference = minus(a, b);
    return difference === undefined ? a === b : Number(difference) === 0;
}

/** A decimal as a whole number of its smallest part, exactly. */
function scaled(text: string, digits: number): bigint | undefined {
    const [, sign = "", whole = "", part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    if (whole === "") return undefined;
    const size = BigInt(whole + part.padEnd(digits, "0").slice(0, Math.max(digits, part.length)));
    return sign === "-" ? -size : size;
}

const digitsOf = (text: string) => text.split(".")[1]?.length ?? 0;

function written(size: bigint, digits: number): string {
    const text = String(size < 0n ? -size : size).padStart(digits + 1, "0");
    const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
    return size < 0n ? `-${whole}` : whole;
}

/** a − b with the digits of the more exact of the two; absent where one of them is no plain decimal. */
export function minus(a: string, b: string): string | undefined {
    const digits = Math.max(digitsOf(a), digitsOf(b));
    const [left, right] = [scaled(a, digits), scaled(b, digits)];
    return left === undefined || right === undefined ? undefined : written(left - right, digits);
}

/** The mean of decimals with one digit more than they have, half away from zero. */
export function mean(values: string[]): string | undefined {
    if (values.length === 0) return undefined;
    const digits = Math.max(...values.map(digitsOf)) + 1;
    let sum = 0n;
    for (const value of values) {
        const size = scaled(value, digits);
        if (size === undefined) return undefined;
        sum += size;
    }
    const count = BigInt(values.length);
    const half = sum < 0n ? -count : count;
    return written((2n * sum + half) / (2n * count), digits);
}

export interface TriangleRow {
    period: Period;
    /** Everything published about it by the day, oldest first. */
    figures: Figure[];
    first: Figure;
    latest: Figure;
    /** latest − first; absent where it was published once, or without a value. */
    revision: string | undefined;
    /** A figure that its neighbours contradict makes no revision. */
    isDoubtful: boolean;
}

export interface Triangle {
    rows: TriangleRow[];
    days: string[];
    /** The most figures of one period. */
    depth: number;
    once: number;
    counted: number;
    meanRevision: string | undefined;
    meanAbsolute: string | undefined;
    doubtful: number;
}

const isDoubtful = (figure: Figure) => statusOf(figure) === "U";

/** Every vintage of a series by the day, a row for each period, the newest first. */
export function triangleOf(series: Series, periods: Map<string, Period>, day: string): Triangle {
    const rows = [...series.figures].flatMap(([id, all]): TriangleRow[] => {
        const figures = all.filter((figure) => figure.day <= day);
        const [first, latest] = [figures[0], figures.at(-1)];
        if (first === undefined || latest === undefined) return [];
        const isRevised = figures.length > 1 && first.value !== undefined && latest.value !== undefined;
        return [
            {
                period: periods.get(id) ?? { id, start: "", end: "" },
                figures,
                first,
                latest,
                revision: isRevised ? minus(latest.value ?? "", first.value ?? "") : undefined,
                isDoubtful: figures.length > 1 && (isDoubtful(first) || isDoubtful(latest)),
            },
        ];
    });
    rows.sort((a, b) => byTime(b.period, a.period));
    const revisions = rows.flatMap((row) => (row.revision === undefined || row.isDoubtful ? [] : [row.revision]));
    return {
        rows,
        days: [...new Set(rows.flatMap(({ figures }) => figures.map((figure) => figure.day)))].sort(),
        depth: Math.max(0, ...rows.map(({ figures }) => figures.length)),
        once: rows.filter(({ figures }) => figures.length === 1).length,
        counted: revisions.length,
        meanRevision: mean(revisions),
        meanAbsolute: mean(revisions.map((revision) => revision.replace(/^-/, ""))),
        doubtful: rows.filter((row) => row.isDoubtful).length,
    };
}

/** The dimensions that tell the series apart. */
export function tellingDimensions(series: Series[]): string[] {
    const [first] = series;
    if (first === undefined) return [];
    return [...first.codes.keys()].filter((id) => new Set(series.map(({ codes }) => codes.get(id)?.id)).size > 1);
}

/** Series that can share one axis: those in the unit and the multiplier of the first. */
export function oneUnit(series: Series[]): Series[] {
    const unit = ({ codes, attributes }: Series) =>
        `${(codes.get("UNIT_MEASURE") ?? attributes.get("UNIT_MEASURE"))?.id ?? ""} ${attributes.get("UNIT_MULT")?.id ?? ""}`;
    return series.filter((one) => series[0] !== undefined && unit(one) === unit(series[0]));
}

/** Series apart by how often their figures come, in the order of the message. */
export function byFrequency(series: Series[]): Series[][] {
    const groups = new Map<string, Series[]>();
    for (const one of series) {
        const frequency = one.codes.get("FREQ")?.id ?? "";
        groups.set(frequency, [...(groups.get(frequency) ?? []), one]);
    }
    return [...groups.values()];
}
