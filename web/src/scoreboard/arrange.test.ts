import { describe, expect, it } from "vitest";

import type { Judgement, Scoreboard } from "../data/types";
import { arrange, fits, waitingFor } from "./arrange";

function target(id: string, more: Partial<Judgement> = {}): Judgement {
    const activity = id.split("-")[0] ?? "";
    return {
        id,
        activity,
        objective: activity.split(".").slice(0, 2).join("."),
        status: "cannot_judge",
        expected: null,
        actual: null,
        verified: null,
        ratio: null,
        judged_on: null,
        why: ["the plan states no due date"],
        alerts: [],
        decisions: ["set a due date"],
        promises: [],
        overdue_period: null,
        silent_periods: [],
        escalation: [],
        statement: "Dialogues held",
        measure: "count",
        value: "5",
        unit: "dialogues",
        baseline: "0",
        due: "open",
        lead: "pasha",
        ...more,
    };
}

const all = { search: "", status: undefined, lead: undefined };
const nameOf = (code: string) => (code === "pasha" ? "Pakistan Software Houses Association" : code);

describe("fits", () => {
    it("finds words in the code, the statement, the reasons and the lead's name", () => {
        const one = target("1.1.1-1");
        for (const search of ["1.1.1", "due date", "software houses", "HELD pasha", "  "])
            expect(fits(one, { ...all, search }, nameOf), search).toBe(true);
        expect(fits(one, { ...all, search: "held workshops" }, nameOf)).toBe(false);
    });

    it("takes an absent lead and an open one for the same", () => {
        expect(fits(target("3.2.2-1", { lead: null }), { ...all, lead: "open" }, nameOf)).toBe(true);
        expect(fits(target("3.2.2-1", { lead: "open" }), { ...all, lead: "open" }, nameOf)).toBe(true);
        expect(fits(target("1.1.1-1"), { ...all, lead: "open" }, nameOf)).toBe(false);
    });

    it("asks for the status alone where only that is given", () => {
        expect(fits(target("1.1.1-1"), { ...all, status: "met" }, nameOf)).toBe(false);
        expect(fits(target("1.1.1-1"), { ...all, status: "cannot_judge" }, nameOf)).toBe(true);
    });
});

describe("waitingFor", () => {
    it("puts the decision that most targets wait for first, and counts a target once", () => {
        const waiting = waitingFor([
            target("1.1.1-1", { decisions: ["set a value", "set a value"] }),
            target("1.1.1-2"),
            target("1.1.1-3"),
        ]);
        expect(waiting.map(({ decision, targets }) => [decision, targets.length])).toEqual([
            ["set a due date", 2],
            ["set a value", 1],
        ]);
    });
});

describe("arrange", () => {
    const objective = (code: string, parent: string | null) => ({
        code,
        parent,
        title: code,
        targets: 0,
        counts: {} as Scoreboard["counts"],
    });
    const board = {
        objectives: [objective("3", null), objective("3.2", "3"), objective("1", null), objective("1.1", "1")],
    } as Scoreboard;
    const plan = {
        title: "",
        from: "",
        until: "",
        activities: [
            { code: "3.2.1", objective: "3.2", targets: [{ id: "3.2.1-1" }] },
            { code: "3.2.2", objective: "3.2" },
        ],
    };

    it("shows an activity without targets, unless the list is narrowed", () => {
        const [whole] = arrange(board, [target("3.2.1-1")], plan, true);
        expect(whole?.parts[0]?.activities.map(({ code }) => code)).toEqual(["3.2.1", "3.2.2"]);
        const [narrowed] = arrange(board, [target("3.2.1-1")], plan, false);
        expect(narrowed?.parts[0]?.activities.map(({ code }) => code)).toEqual(["3.2.1"]);
    });

    it("leaves out objectives in which nothing is left, and works before the plan has come", () => {
        const groups = arrange(board, [target("1.1.1-1")], undefined, false);
        expect(groups.map((group) => group.objective.code)).toEqual(["1"]);
    });
});
