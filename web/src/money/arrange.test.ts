import { describe, expect, it } from "vitest";

import type { CostsAndFunds, FundingRow, FundPosition } from "../data/types";
import { cellOf, convertedOf, touchedRows, untouchedActivities } from "./arrange";

const none: CostsAndFunds = {
    cost: null, committed: "0.00", pledged_not_committed: "0.00", prospects_not_pledged: "0.00", disbursed: "0.00", spent: "0.00",
    absorption: null, committed_not_costed: "0.00", gap: null, gap_after_pledges: null, why: "not costed",
};
const row = (kind: FundingRow["kind"], code: string, all: CostsAndFunds): FundingRow => ({ kind, code, title: "", activities: 1, activities_costed: 0, all, years: {} });

describe("cellOf", () => {
    it("never shows 0 for what is not costed", () => {
        expect(cellOf(none, "gap")).toEqual({ is: "why", why: "not costed" });
        expect(cellOf({ ...none, why: "cannot tell" }, "cost")).toEqual({ is: "why", why: "cannot tell" });
        expect(cellOf(undefined, "gap")).toEqual({ is: "nothing" });
    });
    it("shows a surplus as what it is", () => {
        expect(cellOf({ ...none, cost: "10.00", gap: "-2.50", why: "" }, "gap")).toEqual({ is: "amount", amount: "-2.50" });
    });
});

describe("rows", () => {
    const rows = [row("whole", "", none), row("activity", "1.1.1", none), row("activity", "1.1.2", { ...none, committed: "5.00" }), row("activity", "1.1.3", { ...none, cost: "0.50", gap: "0.50", why: "" })];
    it("are shown where something stands, and the whole always", () => {
        expect(touchedRows(rows).map(({ code }) => code)).toEqual(["", "1.1.2", "1.1.3"]);
        expect(untouchedActivities(rows).map(({ code }) => code)).toEqual(["1.1.1"]);
    });
});

describe("convertedOf", () => {
    const record = (stage: "pledge" | "commitment", converted: string | null) => ({
        seq: 1, stage, on: "2024-01-01", corrects: null, amount: "1.00", currency: "USD", converted, rate: null, rate_on: null, rate_published: null, source: null,
    });
    const position = (records: FundPosition["records"]): FundPosition => ({
        fund: "f", funder: "g", subject: "1.1.1", fiscal_year: "FY2024", currency: "USD",
        stages: { prospect: "0.00", pledge: "0.00", commitment: "0.00", disbursement: "0.00", expenditure: "0.00" },
        pledged_not_committed: "0.00", prospects_not_pledged: "0.00", absorption: null, records,
    });
    it("adds each record at its own rate", () => {
        expect(convertedOf(position([record("pledge", "280.00"), record("pledge", "281.50"), record("commitment", "5.00")]), "pledge")).toBe(561.5);
    });
    it("cannot tell where one rate is not known", () => {
        expect(convertedOf(position([record("pledge", "280.00"), record("pledge", null)]), "pledge")).toBeUndefined();
    });
});
