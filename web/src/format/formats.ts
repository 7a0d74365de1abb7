/** Urdu in Pakistan writes Western digits, English here is British: day before month. */
const locales: Record<string, string> = { en: "en-GB", ur: "ur-PK" };

export interface Formats {
    /** With at most `digits` decimals. */
    number(value: number, digits?: number): string;
    /** A decimal of the plan keeps its digits; a word such as `open` stays what it is. */
    decimal(text: string): string;
    percent(fraction: number, digits?: number): string;
    /** "150.5m", and in Urdu by crore and lakh. */
    compact(value: number): string;
    day(day: string): string;
    shortDay(day: string): string;
    /** "Thursday" */
    weekday(day: string): string;
    /** "December 2026" */
    month(day: string): string;
    instant(instant: string): string;
    /** "May 2024" for 2024-05, "July 2023 – April 2024" for 2023-07/2024-04; FY2024, 2024 and
     *  Q1 2024 are the same in every language. */
    period(period: string): string;
    /** "May 24" for 2024-05, for the axis of a chart. */
    shortMonth(month: string): string;
    /** "May 2024" for 2024-05, short enough for a table. */
    monthYear(month: string): string;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function utc(day: string): Date | undefined {
    if (!dayPattern.test(day)) return undefined;
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? undefined : date;
}

export function formats(language: string): Formats {
    const locale = locales[language] ?? "en-GB";
    const date = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    const long = date({ day: "numeric", month: "long", year: "numeric" });
    const short = date({ day: "numeric", month: "short", year: "numeric" });
    const month = date({ month: "long", year: "numeric" });
    const shortMonthYear = date({ month: "short", year: "numeric" });
    const weekday = date({ weekday: "long" });
    const axis = date({ month: "short", year: "2-digit" });
    const instant = date({ dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" });

    const number = (value: number, digits = 2) =>
        new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

    const one = (text: string): string => {
        const ofMonth = /^(\d{4})-(\d{2})$/.exec(text);
        if (ofMonth) return month.format(utc(`${text}-01`) ?? new Date(0));
        const part = /^((?:FY)?\d{4})-([QH]\d)$/.exec(text);
        if (part) return `${part[2]} ${part[1]}`;
        const parsed = utc(text);
        return parsed ? short.format(parsed) : text;
    };

    return {
        number,
        decimal(text) {
            if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
            const digits = text.split(".")[1]?.length ?? 0;
            return new Intl.NumberFormat(locale, {
                minimumFractionDigits: digits,
                maximumFractionDigits: digits,
            }).format(Number(text));
        },
        percent: (fraction, digits = 0) =>
            new Intl.NumberFormat(locale, {
                style: "percent",
                maximumFractionDigits: digits,
            }).format(fraction),
        compact: (value) =>
            new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(
                value,
            ),
        day: (day) => {
            const parsed = utc(day);
            return parsed ? long.format(parsed) : day;
        },
        shortDay: (day) => {
            const parsed = utc(day);
            return parsed ? short.format(parsed) : day;
        },
        weekday: (day) => weekday.format(utc(day) ?? new Date(0)),
        month: (day) => month.format(utc(day) ?? new Date(0)),
        instant: (text) => {
            const parsed = new Date(text);
            return Number.isNaN(parsed.getTime()) ? text : `${instant.format(parsed)} UTC`;
        },
        shortMonth: (text) => {
            const parsed = utc(`${text}-01`);
            return parsed ? axis.format(parsed) : text;
        },
        monthYear: (text) => {
            const parsed = utc(`${text}-01`);
            return parsed ? shortMonthYear.format(parsed) : text;
        },
        period: (text): string => {
            const [from, until] = text.split("/");
            if (from !== undefined && until !== undefined)
                return `${one(from)} – ${one(until)}`;
            return one(text);
        },
    };
}

/** How many days lie between two days. */
export function daysBetween(from: string, until: string): number {
    const [a, b] = [utc(from), utc(until)];
    return a === undefined || b === undefined ? 0 : Math.round((b.getTime() - a.getTime()) / 86_400_000);
}

/** The same day `years` earlier; 29 February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
    const parts = dayPattern.exec(day);
    if (!parts) return day;
    const year = String(Number(parts[1]) - years).padStart(4, "0");
    const leapDay = parts[2] === "02" && parts[3] === "29";
    return `${year}-${parts[2]}-${leapDay ? "28" : parts[3]}`;
}
