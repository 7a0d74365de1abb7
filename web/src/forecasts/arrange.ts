import type { ForecastInterval, ForecastRecord, OutlookDay, OutlookPublication, OutlookRecord, OutlookTrackRecord, PublishedClaim, SeriesForecast, TargetChance } from "../data/types";

export type Every = SeriesForecast["every"];

/** 2024-05, FY2024-Q3, FY2024-H1, FY2024 and 2024 as places on an axis of their kind. */
export function placeOf(time: string): { every: Every; at: number } | undefined {
    const month = /^(\d{4})-(\d{2})$/.exec(time);
    if (month !== null) return { every: "month", at: Number(month[1]) * 12 + Number(month[2]) - 1 };
    const [, year, kind, part] = /^(?:FY)?(\d{4})(?:-([QH])(\d))?$/.exec(time) ?? [];
    if (year === undefined) return undefined;
    if (kind === "Q") return { every: "quarter", at: Number(year) * 4 + Number(part) - 1 };
    if (kind === "H") return { every: "half", at: Number(year) * 2 + Number(part) - 1 };
    return { every: "year", at: Number(year) };
}

/** How many past periods a picture shows; the table has all of them. */
const pastShown: Record<Every, number> = { month: 60, quarter: 28, half: 24, year: 30 };

export function recent<T>(past: T[], every: Every): T[] {
    return past.slice(-pastShown[every]);
}

export interface Came {
    time: string;
    value: string;
}

/** What was published since for the periods that were forecast. */
export function cameOf(forecast: SeriesForecast, now: SeriesForecast | undefined): Came[] {
    if (now === undefined || now.every !== forecast.every) return [];
    const asked = new Set((forecast.ahead ?? []).map(({ time }) => time));
    return now.past.flatMap(({ time, value }) => (value !== null && asked.has(time) ? [{ time, value }] : []));
}

/** The narrowest band that holds what came, or the widest, which does not. */
export function verdictOf(intervals: ForecastInterval[], came: string): { isInside: boolean; level: number } | undefined {
    const value = Number(came);
    const ascending = [...intervals].sort((a, b) => a.level - b.level);
    const inside = ascending.find(({ lower, upper }) => value >= lower && value <= upper);
    const widest = ascending.at(-1);
    if (widest === undefined || !Number.isFinite(value)) return undefined;
    return inside === undefined ? { isInside: false, level: widest.level } : { isInside: true, level: inside.level };
}

/** As many digits as an estimate of this size bears. */
export function digitsFor(values: number[]): number {
    const size = Math.max(0, ...values.map(Math.abs));
    return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
}

/** "[DIMENSION=]WORD" of a whole key, quoted for a shell. */
export function commandOf(key: string, options: { every?: string; horizon?: string | undefined; method?: string | undefined; levels?: string | undefined }): string {
    const words = key.slice(key.indexOf(":") + 1).split(";").map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    const more = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]));
    return ["tameel forecast", ...words, ...more, "--publish"].join(" ");
}

/** What is said of a day is one of these. */
export type Chance = { is: "known"; isMet: boolean } | { is: "likely"; probability: number } | { is: "untold"; reason: string };

/** Only a year that is published is certain. */
export function chanceOf(day: OutlookDay): Chance {
    if (day.probability === undefined) return { is: "untold", reason: day.reason };
    if (day.months_ahead === 0 && day.models.length === 0) return { is: "known", isMet: day.probability > 0 };
    return { is: "likely", probability: day.probability };
}

export function chanceOfTarget({ probability, known, reason }: Pick<TargetChance, "probability" | "known" | "reason">): Chance {
    if (probability === null) return { is: "untold", reason };
    return known ? { is: "known", isMet: probability > 0 } : { is: "likely", probability };
}

export interface SaidOnce {
    entry: number;
    published: string;
    /** The day by which was known what it rests on, where that is another one. */
    from: string | undefined;
    claim: PublishedClaim;
    /** What was asked then, where that has changed between publications. */
    asked: string | undefined;
}

/** What was published of one target or outcome, newest first. */
export function saidOf(record: OutlookRecord): SaidOnce[] {
    const all = record.publications.flatMap(({ entry, published, as_of, claims }) =>
        claims.map((claim) => ({ entry, published, from: as_of === published ? undefined : as_of, claim })),
    );
    const hasChanged = new Set(all.map(({ claim }) => claim.requirement)).size > 1;
    return all.map((one) => ({ ...one, asked: hasChanged && one.claim.requirement !== "" ? one.claim.requirement : undefined })).reverse();
}

export type CameWord = "not_due" | "undated" | "waiting" | "met" | "missed";

/** Fewer claims draw no picture of how often what is said comes about. */
const claimsLeast = 10;

/** Of published claims that are scored, by what was said on the footing that decides; none of few claims. */
export function publishedGroupsOf(record: Pick<OutlookRecord, "publications">): Group[] {
    const scored = scoredOf(record);
    return scored.length < claimsLeast ? [] : groupsOf(scored);
}

/** What was said on the footing that decides, of all that is scored, and what came. */
export function scoredOf({ publications }: Pick<OutlookRecord, "publications">): Claim[] {
    return publications.flatMap(({ claims }) =>
        claims.flatMap(({ said: [decides], came }) => (typeof decides?.squared_error === "number" && decides.probability !== null ? [{ probability: decides.probability, happened: came === "met" }] : [])),
    );
}

/** Of how many something was told, and what came of these. */
export function countsOf({ claims }: OutlookPublication) {
    const told = claims.filter(({ said }) => said.some(({ probability }) => probability !== null));
    const count = (word: PublishedClaim["came"]) => told.filter(({ came }) => came === word).length;
    return { told: told.length, met: count("met"), missed: count("missed"), waiting: count("waiting"), notDue: count("not_due") };
}

export const cameWordOf = ({ came, due }: PublishedClaim): CameWord => (came === "not_due" && due === null ? "undated" : came);

/** The months of a year in order: FY2024 from July 2023 where fiscal years begin with July. */
export function monthsOf(year: string, firstMonth: number): string[] {
    const [, fiscal, digits] = /^(FY)?(\d{4})$/.exec(year) ?? [];
    if (digits === undefined) return [];
    const isFiscal = fiscal !== undefined && firstMonth > 1;
    const start = (Number(digits) - (isFiscal ? 1 : 0)) * 12 + (isFiscal ? firstMonth - 1 : 0);
    return Array.from({ length: 12 }, (_, index) => {
        const at = start + index;
        return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    });
}

interface Month {
    period: string;
    value: number | null;
}

/** The sums from the first month on, as far as months are published without a gap, and then what is
 *  published to date: [months, sum]. */
export function pathOf(months: string[], published: Month[], known: number, toDate: string | null): [number, number][] {
    const values = new Map(published.map(({ period, value }) => [period, value]));
    const path: [number, number][] = [[0, 0]];
    let sum = 0;
    for (const [index, month] of months.entries()) {
        const value = values.get(month) ?? null;
        if (value === null || index + 1 >= known) break;
        sum += value;
        path.push([index + 1, sum]);
    }
    if (toDate !== null && known > 0) path.push([known, Number(toDate)]);
    return path;
}

const ends = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

/** A probability that was said, and whether it happened. */
type Claim = Pick<OutlookTrackRecord["claims"][number], "probability" | "happened">;

export interface Group {
    from: number;
    until: number;
    count: number;
    happened: number;
    /** The mean of what was said. */
    said: number;
    share: number;
}

/** Claims by what was said: 0 to 10 %, 10 to 30 % …, groups without a claim left out. */
export function groupsOf(claims: Claim[]): Group[] {
    return ends.slice(0, -1).flatMap((from, index) => {
        const until = ends[index + 1] ?? 1;
        const own = claims.filter(({ probability }) => probability >= from && (probability < until || until === 1));
        if (own.length === 0) return [];
        const happened = own.filter((claim) => claim.happened).length;
        const said = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
        return [{ from, until, count: own.length, happened, said, share: happened / own.length }];
    });
}

/** The group of several claims that is farthest off, where that is a tenth or more. */
export function worstOf(groups: Group[]): Group | undefined {
    const off = ({ said, share }: Group) => Math.abs(said - share);
    return groups.filter((group) => group.count >= 5 && off(group) >= 0.1).sort((a, b) => off(b) - off(a))[0];
}

/** Fewer years prove nothing, whatever the interval says that is drawn from them; and of fewer than
 *  three the frequency itself is known only in hindsight. */
const yearsOfProof = 5;
const yearsLeast = 3;

export function verdictOfRecord({ brier, brier_high, climatology, years }: OutlookTrackRecord): "better" | "perhaps" | "worse" | "untold" {
    if (years < yearsLeast) return "untold";
    if (brier >= climatology) return "worse";
    return brier_high < climatology && years >= yearsOfProof ? "better" : "perhaps";
}

export type PublishedSeries = ForecastRecord["series"][number];
export type PublishedRow = PublishedSeries["forecasts"][number];

export interface Publication {
    entry: number;
    published: string;
    every: Every;
    rows: PublishedRow[];
}

/** What one entry published of a series, the newest first. */
export function publicationsOf({ forecasts }: PublishedSeries): Publication[] {
    const found = new Map<number, Publication>();
    for (const row of forecasts) {
        const every = placeOf(row.time)?.every ?? "month";
        const one = found.get(row.entry) ?? { entry: row.entry, published: row.published, every, rows: [] };
        one.rows.push(row);
        found.set(row.entry, one);
    }
    return [...found.values()].sort((a, b) => b.entry - a.entry);
}
