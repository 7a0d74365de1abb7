import { describe, expect, it } from "vitest";

import type { Counts } from "../data/types";
import { en } from "../language/en";
import { ur } from "../language/ur";
import { isStatus, present, statuses, total } from "./statuses";

const none = Object.fromEntries(statuses.map((status) => [status, 0])) as Counts;

describe("statuses", () => {
    it("has a word and a meaning for each in both languages", () => {
        for (const words of [en, ur]) {
            expect(Object.keys(words.status).sort()).toEqual([...statuses].sort());
            expect(Object.keys(words.method.mean).sort()).toEqual([...statuses].sort());
        }
    });

    it("shows only those that occur, from kept to unknown", () => {
        const counts = { ...none, cannot_judge: 41, met: 1, not_asked: 6 };
        expect(present(counts)).toEqual([
            { status: "met", count: 1 },
            { status: "not_asked", count: 6 },
            { status: "cannot_judge", count: 41 },
        ]);
        expect(total(counts)).toBe(48);
    });

    it("refuses words that are no status", () => {
        expect(isStatus("met")).toBe(true);
        expect(isStatus("green")).toBe(false);
        expect(isStatus(null)).toBe(false);
    });
});
