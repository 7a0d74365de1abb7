import { describe, expect, it } from "vitest";

import type { AgendaItem, Issue, Meeting, Obligation, PolicyProposal, Seat } from "../data/types";
import { addressOf, board, bySide, clockOf, groupAgenda, halfCircle, laterMeetings, pastMeetings, pipeline, rounds } from "./arrange";

const item = (heading: string, kind: string, subject: string): AgendaItem => ({ heading, kind, subject, title: "", why: "", papers: [] });

describe("groupAgenda", () => {
    it("numbers the items through all headings", () => {
        const groups = groupAgenda([item("Red lines", "red_target", "1.1.1-1"), item("Red lines", "red_outcome", "x"), item("To adopt", "adoption", "year")]);
        expect(groups.map(({ heading, first, items }) => [heading, first, items.length])).toEqual([
            ["Red lines", 1, 2],
            ["To adopt", 3, 1],
        ]);
    });
});

describe("addressOf", () => {
    it("leads to the story, the working plan or the obligation", () => {
        expect(addressOf(item("", "red_target", "1.1.1-1"))).toBe("/targets/1.1.1-1");
        expect(addressOf(item("", "working_plan", "1.1.1"))).toBe("/working-plan#a-1.1.1");
        expect(addressOf(item("", "obligation", "2024-Q1/4"))).toBe("/council#o-2024-Q1/4");
        expect(addressOf(item("", "added", "1"))).toBeUndefined();
    });
});

describe("board", () => {
    const one = (code: string, state: Obligation["state"], due: string, closed_on: string | null = null): Obligation => ({
        code, state, due, closed_on, title: "", owner: "moc", decided_on: due, first_due: due, proof: "", carried_over: 0, escalation: [], evidence: [], extensions: [],
    });
    it("puts what is late first, the longest late on top, and the newest closing", () => {
        const columns = board([one("b", "overdue", "2026-02-01"), one("a", "overdue", "2026-01-01"), one("c", "closed", "2025-01-01", "2024-12-01"), one("d", "closed", "2025-01-01", "2024-12-24")]);
        expect(columns.map(({ state, cards }) => [state, cards.map(({ code }) => code)])).toEqual([
            ["overdue", ["a", "b"]],
            ["open", []],
            ["closed_late", []],
            ["closed", ["d", "c"]],
        ]);
    });
});

describe("a policy proposal", () => {
    const stage = (name: string, on: string) => ({ stage: name, on, body: "", legal_text: "", paper: "" });
    const proposal = (now: string | null, ...stages: ReturnType<typeof stage>[]): PolicyProposal => ({
        code: "x", title: "", decided_by: "mof", decided_on: "2024-01-01", due: null, stage: now, stalled: false, stages, credits: [],
    });
    it("that was refused and drafted anew is shown in its present round", () => {
        const anew = proposal("drafted", stage("drafted", "2024-01-02"), stage("submitted", "2024-02-02"), stage("refused", "2024-03-02"), stage("drafted", "2024-05-02"));
        expect(rounds(anew).present.map(({ on }) => on)).toEqual(["2024-05-02"]);
        expect(rounds(anew).earlier).toHaveLength(3);
        expect(rounds(proposal(null))).toEqual({ present: [], earlier: [] });
    });
    it("counts where it stands, also before it is drafted", () => {
        const counts = pipeline([proposal(null), proposal("enacted"), proposal("enacted")]);
        expect(counts.find(({ stage: name }) => name === "not_drafted")?.count).toBe(1);
        expect(counts.find(({ stage: name }) => name === "enacted")?.count).toBe(2);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    });
});

describe("clockOf", () => {
    const issue = (answered_on: string | null): Issue => ({
        code: "I-1", form: "issue", title: "", raised_by: "firm", raised_on: "2024-05-06", due: "2024-06-05", state: "received", late: false,
        reopened: 0, earlier: [], escalation: [], owner: null, constraint: null, answered_on, answer: null, text: null,
    });
    it("runs until the day, and stops with the answer", () => {
        expect(clockOf(issue(null), "2024-05-16")).toEqual({ allowed: 30, gone: 10, late: 0 });
        expect(clockOf(issue(null), "2024-06-10")).toEqual({ allowed: 30, gone: 35, late: 5 });
        expect(clockOf(issue("2024-06-05"), "2026-01-01")).toEqual({ allowed: 30, gone: 30, late: 0 });
    });
});

describe("pastMeetings", () => {
    it("has the newest first, and what went by without a record", () => {
        const meeting = (code: string, on: string, state: Meeting["state"]): Meeting => ({
            code, on, state, body: "council", time: "", place: "", needed: 7, held_on: null, present: [], chair: null, quorate: null, items: 0, minutes: [], decisions: [],
        });
        const all = [meeting("a", "2024-01-22", "held"), meeting("b", "2024-04-22", "cancelled"), meeting("c", "2024-07-22", "scheduled")];
        expect(pastMeetings(all, "2024-07-22").map(({ code }) => code)).toEqual(["b", "a"]);
        expect(pastMeetings(all, "2024-07-23").map(({ code }) => code)).toEqual(["c", "b", "a"]);
        expect(laterMeetings(all, null, "2024-07-01").map(({ code }) => code)).toEqual(["c"]);
        expect(laterMeetings(all, "c", "2024-07-01")).toEqual([]);
    });
});

describe("seats", () => {
    it("stand by side, known sides first", () => {
        const seat = (number: number, side: string): Seat => ({ number, side, institution: "x", name: "X", holder: null, alternate: null });
        const sides = bySide([seat(1, "labour"), seat(2, "private"), seat(3, "public"), seat(4, "public")]);
        expect(sides.map(({ side, seats }) => [side, seats.length])).toEqual([["public", 2], ["private", 1], ["labour", 1]]);
    });
    it.each([1, 2, 9, 10, 13, 30, 31, 100])("fill a half circle of %i", (count) => {
        const chairs = halfCircle(count);
        expect(chairs).toHaveLength(count);
        for (const { x, y } of chairs) {
            expect(Math.hypot(x, y)).toBeLessThanOrEqual(1 + 1e-9);
            expect(y).toBeGreaterThanOrEqual(-1e-9);
        }
        if (count > 1) expect(chairs[0]?.x).toBeLessThan(chairs.at(-1)?.x ?? 0);
    });
});
