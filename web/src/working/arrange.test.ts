import { describe, expect, it } from "vitest";

import type { OpenPoint, WorkingActivity } from "../data/types";
import { fitting, leadOf, linesOf, loads, schedule } from "./arrange";

const point = (subject: string, field: string, closer: OpenPoint["closer"], institution: string | null = null, found = ""): OpenPoint => ({
    subject, field, closer, institution, found, proposal: null,
});
const activity = (code: string, points: OpenPoint[], steps: WorkingActivity["steps"] = []): WorkingActivity => ({
    code, title: "", objective: code.slice(0, 3), lead: "pasha", support: [], open: points.length, in_words: "", adopted: false, points,
    years: [], proposals: [], confirmations: [], steps, promised: [],
});

const plan = [
    activity("1.1.1", [point("1.1.1", "period", "council"), point("1.1.1-1", "due", "council"), point("1.1.1-2", "due", "council"), point("1.1.1", "steps", "lead", "pasha")]),
    activity("2.1.1", [point("2.1.1", "confirmation", "supporter", "moitt"), point("2.1.1", "steps", "lead", "mofept")]),
    activity("3.1.1", []),
];

describe("loads", () => {
    it("counts points and activities of each who can close them, the council first", () => {
        expect(loads(plan)).toEqual([
            { who: "council", points: 3, activities: 1 },
            { who: "lead:pasha", points: 1, activities: 1 },
            { who: "lead:mofept", points: 1, activities: 1 },
            { who: "supporter", points: 1, activities: 1 },
        ]);
        expect(leadOf("lead:pasha")).toBe("pasha");
        expect(leadOf("council")).toBeUndefined();
    });
});

describe("fitting", () => {
    it("keeps all, also what lacks nothing, without a condition", () => {
        expect(fitting(plan, { who: undefined, objective: undefined }).map(({ code }) => code)).toEqual(["1.1.1", "2.1.1", "3.1.1"]);
    });
    it("keeps only the points of who can close them", () => {
        const [found, ...rest] = fitting(plan, { who: "lead:pasha", objective: undefined });
        expect(found?.points.map(({ field }) => field)).toEqual(["steps"]);
        expect(rest).toEqual([]);
    });
    it("takes a strategic objective for all below it", () => {
        expect(fitting(plan, { who: undefined, objective: "2" }).map(({ code }) => code)).toEqual(["2.1.1"]);
        expect(fitting(plan, { who: undefined, objective: "2.2" })).toEqual([]);
    });
});

describe("linesOf", () => {
    it("names each field once, with the targets that lack it", () => {
        expect(linesOf(plan[0]?.points ?? [], "1.1.1").map(({ field, targets }) => [field, targets])).toEqual([
            ["period", []],
            ["due", ["1.1.1-1", "1.1.1-2"]],
            ["steps", []],
        ]);
    });
    it("keeps apart who has not confirmed and who said no", () => {
        const [line] = linesOf([point("1.1.1", "confirmation", "supporter", "moitt")], "1.1.1");
        expect(line?.institutions).toEqual(["moitt"]);
        const [said] = linesOf([point("1.1.1", "confirmation", "council", "moitt", "said no")], "1.1.1");
        expect(said?.found).toEqual([{ institution: "moitt", text: "said no" }]);
    });
});

describe("schedule", () => {
    const steps = [{ title: "a", from: "2024-01-01", until: "2024-12-31" }, { title: "b", from: "2025-01-01", until: "2025-06-30" }];
    it("lays steps over whole years", () => {
        const found = schedule([activity("1.1.1", [], steps)], "2025-01-01");
        expect(found?.years.map(({ name }) => name)).toEqual(["2024", "2025"]);
        expect(found?.bars[0]?.start).toBe(0);
        expect(found?.bars[0]?.length).toBeCloseTo((100 * 366) / 731, 6);
        expect(found?.day).toBeCloseTo((100 * 366) / 731, 6);
    });
    it("has no day outside of them, and nothing without steps", () => {
        expect(schedule([activity("1.1.1", [], steps)], "2030-01-01")?.day).toBeUndefined();
        expect(schedule(plan, "2025-01-01")).toBeUndefined();
    });
});
