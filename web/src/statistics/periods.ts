import type { Formats } from "../format/formats";
import type { Period } from "./history";

const monthsFrom = (start: string, end: string) =>
    (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;

function isLastOfMonth(day: string): boolean {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + 1);
    return date.getUTCDate() === 1;
}

const monthOf = (day: string) => day.slice(0, 7);

export interface PeriodName {
    /** FY2024 */
    short: string;
    /** Jul 2023 – Jun 2024, where the short name does not say it. */
    span: string | undefined;
}

/** The name of a period by its first and last day: a year that begins in another month than January
 *  is the fiscal year of its end, as Pakistan counts. A period without days keeps its code. */
export function periodName({ id, start, end }: Period, format: Formats): PeriodName {
    if (start === "" || end === "") return { short: format.period(id), span: undefined };
    if (start === end) return { short: format.shortDay(start), span: undefined };
    if (!start.endsWith("-01") || !isLastOfMonth(end))
        return { short: `${format.shortDay(start)} – ${format.shortDay(end)}`, span: undefined };
    const months = monthsFrom(start, end);
    const span = `${format.monthYear(monthOf(start))} – ${format.monthYear(monthOf(end))}`;
    if (months === 1) return { short: format.monthYear(monthOf(start)), span: undefined };
    if (months === 12 && start.slice(5, 7) === "01") return { short: start.slice(0, 4), span: undefined };
    if (months === 12) return { short: `FY${end.slice(0, 4)}`, span };
    return { short: span, span: undefined };
}

/** "FY2024 (Jul 2023 – Jun 2024)" */
export function wholePeriodName(period: Period, format: Formats): string {
    const { short, span } = periodName(period, format);
    return span === undefined ? short : `${short} (${span})`;
}
