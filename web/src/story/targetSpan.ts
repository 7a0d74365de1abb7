/** The bars over which the line of a target runs, by their indexes. */
export interface Span {
    from: number;
    until: number;
}

export interface TargetPlace {
    /** The periods of the axis: those with figures and, where it lies ahead, those up to the
     *  target's. */
    periods: string[];
    /** Absent where the period of the target lies outside of the axis. */
    span: Span | undefined;
    /** Absent for a target that stands at any time. */
    period: string | undefined;
}

const yearPattern = /^(FY)?(\d{4})$/;
const dayPattern = /^(\d{4})-(\d{2})-\d{2}$/;
const yearsAhead = 10;

/** The year of the axis in which a day lies. A fiscal year is named after the calendar year in
 *  which it ends, so its first months belong to the next. */
function yearOf(day: string, axis: string[], firstMonth: number): string | undefined {
    const [, year, month] = dayPattern.exec(day) ?? [];
    if (year === undefined || month === undefined) return undefined;
    const isFiscal = axis.at(-1)?.startsWith("FY") ?? false;
    const isNext = isFiscal && firstMonth > 1 && Number(month) >= firstMonth;
    return `${isFiscal ? "FY" : ""}${Number(year) + (isNext ? 1 : 0)}`;
}

/** The years after the last of the axis, up to `to`; none where they are not of one kind. */
function ahead(last: string, to: string): string[] {
    const [, prefix = "", from] = yearPattern.exec(last) ?? [];
    const [, ownPrefix = "", until] = yearPattern.exec(to) ?? [];
    if (from === undefined || until === undefined || prefix !== ownPrefix) return [];
    const count = Number(until) - Number(from);
    if (count < 1 || count > yearsAhead) return [];
    return Array.from({ length: count }, (_, index) => `${prefix}${Number(from) + index + 1}`);
}

interface Target {
    period?: string | null | undefined;
    due: string | null;
}

/** Where the line of a target runs on an axis of years: over the period that it is about, its own
 *  or the year in which it is due; over the whole axis where the plan states neither. */
export function placeTarget(axis: string[], target: Target, firstMonth: number): TargetPlace {
    const stated = [target.period, target.due].find((one) => one != null && one !== "open");
    const last = axis.at(-1);
    if (stated == null || last === undefined)
        return { periods: axis, span: { from: 0, until: axis.length - 1 }, period: undefined };
    const period = yearOf(stated, axis, firstMonth) ?? stated;
    const periods = axis.includes(period) ? axis : [...axis, ...ahead(last, period)];
    const at = periods.indexOf(period);
    return { periods, span: at < 0 ? undefined : { from: at, until: at }, period };
}
