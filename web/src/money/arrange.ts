import type { CostsAndFunds, FundPosition, FundingRow, FundingView } from "../data/types";

export const measures = ["gap", "gap_after_pledges", "cost", "committed", "pledged_not_committed"] as const;
export type Measure = (typeof measures)[number];

export function isMeasure(text: string | null): text is Measure {
    return text !== null && (measures as readonly string[]).includes(text);
}

/** A decimal as a number, for lengths and shades alone; what is read stays the decimal. */
export const sizeOf = (amount: string | null): number => (amount === null ? 0 : Number(amount));

const has = (amount: string | null) => sizeOf(amount) !== 0;

/** Whether costs or money stand on a part or above it, so that it has something to say. */
export function isTouched({ all }: FundingRow): boolean {
    return (
        all.cost !== null ||
        has(all.committed) ||
        has(all.pledged_not_committed) ||
        has(all.prospects_not_pledged) ||
        (all.why !== "" && all.why !== "not costed")
    );
}

/** The rows of the table: the whole, and every part in which something stands. */
export function touchedRows(rows: FundingRow[]): FundingRow[] {
    return rows.filter((row) => row.kind === "whole" || isTouched(row));
}

export const untouchedActivities = (rows: FundingRow[]): FundingRow[] =>
    rows.filter((row) => row.kind === "activity" && !isTouched(row));

export type Cell =
    | { is: "amount"; amount: string }
    | { is: "nothing" }
    /** Not costed, costed above, funded above, cannot tell. */
    | { is: "why"; why: string };

/** What a cell says: an amount, a reason why there is none, or that nothing stands there. Never 0 for
 *  what is not known. */
export function cellOf(funds: CostsAndFunds | undefined, measure: Measure): Cell {
    if (funds === undefined) return { is: "nothing" };
    const amount = funds[measure];
    if (amount !== null && amount !== undefined) return { is: "amount", amount };
    return { is: "why", why: funds.why === "" ? "not costed" : funds.why };
}

/** From 0 to 1: how deep the shade of an amount is among those of its column. */
export function shade(amount: string, most: number): number {
    return most === 0 ? 0 : Math.min(1, Math.abs(sizeOf(amount)) / most);
}

export interface YearBar {
    year: string;
    funds: CostsAndFunds;
    committed: number;
    pledged: number;
    missing: number;
    whole: number;
}

/** Each year of the whole: what of its cost is committed, pledged, missing. */
export function yearBars(view: FundingView): YearBar[] {
    const whole = view.rows.find(({ kind }) => kind === "whole");
    if (whole === undefined) return [];
    return view.fiscal_years.flatMap((year) => {
        const funds = whole.years[year];
        if (funds === undefined) return [];
        const committed = sizeOf(funds.committed);
        const pledged = sizeOf(funds.pledged_not_committed);
        const missing = Math.max(0, sizeOf(funds.gap_after_pledges));
        return [{ year, funds, committed, pledged, missing, whole: committed + pledged + missing }];
    });
}

export const stages = ["prospect", "pledge", "commitment", "disbursement", "expenditure"] as const;

/** What a stage is in the strategy's own currency: the sum of its records, each at its own rate.
 *  Nothing where the rate of one of them is not known. */
export function convertedOf({ records }: FundPosition, stage: string): number | undefined {
    const of = records.filter((record) => record.stage === stage);
    if (of.some(({ converted }) => converted === null)) return undefined;
    return of.reduce((sum, { converted }) => sum + sizeOf(converted), 0);
}

/** The positions of one fund together. */
export function byFund(pipeline: FundPosition[]): { fund: string; positions: FundPosition[] }[] {
    const funds = new Map<string, FundPosition[]>();
    for (const position of pipeline)
        funds.set(position.fund, [...(funds.get(position.fund) ?? []), position]);
    return [...funds].map(([fund, positions]) => ({ fund, positions }));
}
