import { describe, expect, it } from "vitest";

import { pathSteps } from "../format/pathSteps";
import { kindName, targetOf } from "../journal/kinds";
import { en } from "../language/en";
import { ur } from "../language/ur";
import { labelOf, phrase, sentence } from "../language/words";
import { groupOpen } from "../plan/openPoints";
import { type Report, reportPeriods } from "./periods";
import { labelEvery, ticks } from "./scale";
import { seriesNames } from "./seriesNames";
import { placeTarget } from "./targetSpan";
import { weakening } from "./weakening";

describe("ticks", () => {
    it("are round, begin at 0 and reach the top", () => {
        expect(ticks(3223)).toEqual([0, 1000, 2000, 3000, 4000]);
        expect(ticks(50)).toEqual([0, 10, 20, 30, 40, 50]);
        expect(ticks(0)).toEqual([0]);
        expect(ticks(Number.NaN)).toEqual([0]);
    });
    it("leave out labels that would touch", () => {
        expect(labelEvery(100, 60)).toBe(1);
        expect(labelEvery(10, 60)).toBe(6);
        expect(labelEvery(0, 60)).toBe(1);
    });
});

describe("placeTarget", () => {
    const axis = ["FY2022", "FY2023", "FY2024"];
    const at = (period: string | null, due: string | null, firstMonth = 7) => placeTarget(axis, { period, due }, firstMonth);
    it("runs over the period of the target alone", () => {
        expect(at("FY2022", "FY2024")).toEqual({ periods: axis, span: { from: 0, until: 0 }, period: "FY2022" });
        expect(at(null, "FY2024").span).toEqual({ from: 2, until: 2 });
    });
    it("finds the fiscal year in which a day lies", () => {
        expect(at(null, "2023-06-30").span).toEqual({ from: 1, until: 1 });
        expect(at(null, "2023-07-01").span).toEqual({ from: 2, until: 2 });
        expect(placeTarget(["2022", "2023"], { due: "2023-12-31" }, 7).span).toEqual({ from: 1, until: 1 });
    });
    it("makes room for a target that lies ahead", () => {
        expect(at("FY2026", null)).toEqual({ periods: [...axis, "FY2025", "FY2026"], span: { from: 4, until: 4 }, period: "FY2026" });
    });
    it("draws nothing where the period is not on the axis", () => {
        expect(at("FY2019", null)).toEqual({ periods: axis, span: undefined, period: "FY2019" });
        expect(at("2024-Q3", null).span).toBeUndefined();
        expect(at("FY2090", null).periods).toEqual(axis);
    });
    it("runs over all years where the plan states no period", () => {
        expect(at(null, "open")).toEqual({ periods: axis, span: { from: 0, until: 2 }, period: undefined });
        expect(at("open", null).span).toEqual({ from: 0, until: 2 });
    });
});

describe("seriesNames", () => {
    it("names series by what tells them apart", () => {
        const keys = ["f:geography=Ireland;unit=percent", "f:geography=Singapore;unit=percent"];
        expect(keys.map(seriesNames(keys))).toEqual(["Ireland", "Singapore"]);
    });
    it("keeps the key of a series that stands alone", () => {
        expect(seriesNames(["f:geography=world"])("f:geography=world")).toBe("f:geography=world");
    });
});

describe("weakening", () => {
    const promise = (field: string, now: string, lowered = true) => ({ field, promised: "5", now, lowered });
    it("says in one word how a promise was weakened, for any field", () => {
        expect(weakening(promise("value", "4"))).toBe("lowered");
        expect(weakening(promise("due", "2026"))).toBe("later");
        expect(weakening(promise("due", "open"))).toBe("withdrawn");
        expect(weakening(promise("population", "none"))).toBe("withdrawn");
        expect(weakening(promise("question", "How satisfied are you?"))).toBe("changed");
        expect(weakening(promise("value", "6", false))).toBeUndefined();
    });
    it("has a name for every field that is promised, in both languages", () => {
        for (const field of ["value", "due", "baseline", "measure", "unit", "path", "population", "question", "verification", "frequency"])
            for (const words of [en, ur]) expect(Object.keys(words.field)).toContain(field);
    });
    it("reads the interim targets", () => {
        expect(pathSteps("2 for 2024, 4.5 for 2025-06-30")).toEqual([{ at: "2024", value: 2 }, { at: "2025-06-30", value: 4.5 }]);
        expect(pathSteps("two by next year")).toBeUndefined();
    });
});

describe("reportPeriods", () => {
    const event = { seq: 1, kind: "progress.reported", effective_on: "2026-04-12", recorded_at: "", institution: "pasha" };
    const reports: Report[] = [
        { period: "2026-Q1", state: "overdue", events: [] },
        { period: "2026-Q2", state: "verified", events: [event] },
        { period: "2026-Q3", state: "due", events: [] },
    ];
    it("puts the newest first and marks those that are silent", () => {
        const periods = reportPeriods({ reports, silent_periods: ["2026-Q1"] });
        expect(periods.map(({ period, isSilent }) => [period, isSilent])).toEqual([
            ["2026-Q3", false],
            ["2026-Q2", false],
            ["2026-Q1", true],
        ]);
    });
    it("has none for an outcome, which nobody reports", () => {
        expect(reportPeriods({ silent_periods: [] })).toEqual([]);
    });
    it("calls silent what was returned and has not come again", () => {
        const returned: Report[] = [{ period: "2026-Q2", state: "returned", events: [event] }];
        expect(reportPeriods({ reports: returned, silent_periods: ["2026-Q2"] })[0]?.isSilent).toBe(true);
    });
});

describe("subjects and kinds of the journal", () => {
    it("find the target, and only a target", () => {
        expect(targetOf("2.1.1-1@2026-Q3")).toBe("2.1.1-1");
        expect(targetOf("1.1.1-4")).toBe("1.1.1-4");
        expect(targetOf("2026-11-22")).toBeUndefined();
        expect(targetOf("1.1.1")).toBeUndefined();
        expect(targetOf("plan")).toBeUndefined();
    });
    it("keep a kind that the pages do not know", () => {
        const t = (() => ({ "plan.adopted": "Plan adopted" })) as never;
        expect(kindName(t, "plan.adopted")).toBe("Plan adopted");
        expect(kindName(t, "firm.registered")).toBe("firm.registered");
    });
});

describe("sentences of the server", () => {
    it("become sentences, or phrases without a full stop", () => {
        expect(sentence("set a due date")).toBe("Set a due date.");
        expect(sentence("Done.")).toBe("Done.");
        expect(phrase("set a due date")).toBe("Set a due date");
    });
    it("say the label of a status and never its code", () => {
        expect(sentence("the lead rates itself on_track, the rule says off track")).toBe(
            "The lead rates itself on track, the rule says off track.",
        );
        expect(phrase("not_asked")).toBe("Not asked");
        expect(labelOf("half_met")).toBe("half met");
    });
});

describe("groupOpen", () => {
    it("puts the fields of one subject in one line, the busiest first", () => {
        const point = (subject: string, field: string, who: string) => ({ subject, field, note: "n", who });
        const groups = groupOpen([
            point("1.1.1", "period", "the council"),
            point("1.1.1-1", "due", "the lead"),
            point("1.1.1-1", "verification", "the lead"),
        ]);
        expect(groups.map(({ who, count }) => [who, count])).toEqual([
            ["the lead", 2],
            ["the council", 1],
        ]);
        expect(groups[0]?.subjects).toEqual([
            { subject: "1.1.1-1", fields: ["due", "verification"], note: "n" },
        ]);
    });
});
