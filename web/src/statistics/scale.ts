import { ticks } from "../story/scale";

/** Round steps that hold 0 and all values, below it as well as above. */
export function steps(low: number, high: number): number[] {
    if (low >= 0) return ticks(high);
    const reach = ticks(Math.max(high, -low));
    const size = (reach[1] ?? 1) - (reach[0] ?? 0);
    const from = Math.floor(low / size + 1e-9);
    const until = Math.max(Math.ceil(high / size - 1e-9), 0);
    return Array.from({ length: until - from + 1 }, (_, index) => (from + index) * size);
}

/** Round steps around the values, wherever 0 lies. */
export function stepsBetween(low: number, high: number): number[] {
    const reach = ticks(high - low);
    const size = reach[1] ?? Math.abs(high) ?? 1;
    if (!(size > 0)) return [low];
    const from = Math.floor(low / size + 1e-9);
    const until = Math.ceil(high / size - 1e-9);
    return Array.from({ length: until - from + 1 }, (_, index) => (from + index) * size);
}

const millisecondsOfDay = 86_400_000;

export const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The first day of each year, of each quarter or of each month that falls into a stretch of time: what
 *  gives at most `most` marks, and no more often than the periods themselves. */
export function timeMarks(from: number, until: number, most: number, monthsLeast = 1): { at: number; day: string; isYear: boolean }[] {
    const marksEvery = (months: number) => {
        const start = new Date(from);
        const marks: { at: number; day: string; isYear: boolean }[] = [];
        for (let month = 0; ; month += 1) {
            const at = Date.UTC(start.getUTCFullYear(), month);
            if (at > until) return marks;
            const date = new Date(at);
            const place = date.getUTCFullYear() * 12 + date.getUTCMonth();
            if (at >= from && place % months === 0) marks.push({ at, day: date.toISOString().slice(0, 10), isYear: date.getUTCMonth() === 0 });
        }
    };
    if (!(until > from)) return [];
    for (const months of [1, 3, 12, 24, 60, 120, 240].filter((one) => one >= monthsLeast)) {
        const marks = marksEvery(months);
        if (marks.length <= Math.max(2, most)) return months < 12 ? marks : marks.map((mark) => ({ ...mark, isYear: true }));
    }
    return [];
}

/** Whether the next figure follows without a gap: not more than half a period lies between. */
export function isNext(end: string, nextStart: string): boolean {
    return instantOf(nextStart) - instantOf(end) <= 20 * millisecondsOfDay;
}
