import { describe, expect, it } from "vitest";

import type { Chain, ChainLink, InstitutionLoad } from "../data/types";
import { groupForesight, matrix, sharedResults, sortedLoads } from "./arrange";

const outcome = (id: string) => ({ id, statement: "", status: "met", why: "" });
const link = (of_objective: boolean, ...outcomes: string[]): ChainLink => ({
    code: "1.1.1", title: "", lead: null, footing: "asked", known: "", of_objective, targets: [], outcomes: outcomes.map(outcome),
});
const chain = (code: string, ease: number, urgency: number, ...activities: ChainLink[]): Chain => ({
    code, ease, urgency, activities, level: "firm", title: code, causes: [], cited: [], open_issues: 0, note: "",
});

describe("sharedResults", () => {
    it("names the results of the whole strategy once, and none that belong to an objective", () => {
        const found = sharedResults(chain("a", 1, 1, link(false, "x", "y"), link(false, "x"), link(true, "z")));
        expect(found.map(({ id }) => id)).toEqual(["x", "y"]);
    });
});

describe("matrix", () => {
    it("has the urgent on top and leaves no constraint out", () => {
        const { eases, rows } = matrix([chain("a", 2, 5), chain("b", 4, 5), chain("c", 3, 4)]);
        expect(eases).toEqual([2, 3, 4]);
        expect(rows.map(({ urgency }) => urgency)).toEqual([5, 4]);
        expect(rows.flatMap(({ cells }) => cells.flatMap(({ chains }) => chains.map(({ code }) => code)))).toEqual(["a", "b", "c"]);
        expect(matrix([])).toEqual({ eases: [], rows: [] });
    });
});

describe("sortedLoads", () => {
    it("has the heaviest first and those without any apart", () => {
        const one = (institution: string, load: number) => ({ institution, load }) as InstitutionLoad;
        const { busy, idle } = sortedLoads([one("a", 0), one("b", 1), one("c", 13.5)]);
        expect(busy.map(({ institution }) => institution)).toEqual(["c", "b"]);
        expect(idle.map(({ institution }) => institution)).toEqual(["a"]);
    });
});

describe("groupForesight", () => {
    it("keeps every statement under its group and its kind", () => {
        const item = (code: string, group: string, kind: string) => ({ code, group, kind, title: "", activities: [], note: "" });
        const groups = groupForesight([item("1", "g", "growth"), item("2", "h", "risk"), item("3", "g", "risk")]);
        expect(groups.map(({ group, count, kinds }) => [group, count, kinds.length])).toEqual([["g", 2, 2], ["h", 1, 1]]);
    });
});
