import { describe, expect, it } from "vitest";

import type { Funnel, ProgrammeOutput, ProgrammeSeries } from "../data/types";
import { newestOutputs, sectionOf, stageBars } from "./arrange";

const count = (value: number) => ({ period: "2023", value, qualifier: "exact" as const, sex: {}, grade: "", source: "F1", document: "", note: "", known_on: "2023-06-30" });
const none = { value: null, qualifier: "exact" as const, reason: "no count of Enrolled" };

describe("stageBars", () => {
    it("has no bar for a stage that nobody counted, and each step before its stage", () => {
        const funnel: Funnel = {
            cohort: "", period: "2023",
            stages: [{ stage: "a", title: "Enrolled", count: null }, { stage: "b", title: "Trained", count: count(200) }, { stage: "c", title: "Placed", count: count(50) }],
            steps: [
                { from: "Enrolled", to: "Trained", conversion: none, dropped: none, cumulative: none, wilson95: null },
                { from: "Trained", to: "Placed", conversion: { value: 0.25, qualifier: "exact", reason: "" }, dropped: none, cumulative: none, wilson95: [0.2, 0.31] },
            ],
        };
        const bars = stageBars(funnel);
        expect(bars.map(({ length }) => length)).toEqual([0, 100, 25]);
        expect(bars.map(({ step }) => step?.to)).toEqual([undefined, "Trained", "Placed"]);
    });
});

describe("newestOutputs", () => {
    const output = (period: string, gap: number | null) => ({ measure: "fibre", period, gap_points: { value: gap, qualifier: "exact", reason: "" } }) as ProgrammeOutput;
    it("prefers the newest day of which both sides are known", () => {
        expect(newestOutputs([output("2022-12-31", 13), output("2023-06-30", null), output("2021-12-31", 5)])[0]?.period).toBe("2022-12-31");
        expect(newestOutputs([output("2022-12-31", null), output("2023-06-30", null)])[0]?.period).toBe("2023-06-30");
    });
});

describe("sectionOf", () => {
    it("keeps a stock apart from a flow, and both apart from money", () => {
        const series = (of: string, nature: string) => sectionOf({ of, nature } as ProgrammeSeries);
        expect(series("measure", "stock")).toBe("stock");
        expect(series("measure", "flow")).toBe("flow");
        expect(series("money", "flow")).toBe("money");
        expect(series("target", "flow")).toBe("target");
    });
});
