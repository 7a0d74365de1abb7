import { describe, expect, it } from "vitest";

import { stepsBetween } from "../statistics/scale";
import { lastStep, partOf, qualityOf, type AdjustedPeriod } from "./adjusted";

const period = (time: string, adjusted: number | null): AdjustedPeriod => ({ time, value: "1", provisional: false, seasonal: null, adjusted, trend: null, irregular: null });

describe("parts of a figure", () => {
    it("are per cent where they are factors", () => {
        expect(partOf(1.05, "multiplicative")).toBeCloseTo(5);
        expect(partOf(-3, "additive")).toBe(-3);
        expect(partOf(null, "multiplicative")).toBeNull();
    });
    it("end with the last step", () => {
        expect(lastStep([])).toBeUndefined();
        expect(lastStep([period("2024-01", 100), period("2024-02", 103)])?.change).toBeCloseTo(3);
        expect(lastStep([period("2024-01", -1), period("2024-02", 103)])?.change).toBeUndefined();
        expect(lastStep([period("2024-02", null)])?.change).toBeUndefined();
    });
    it("are good below 1", () => expect([qualityOf(0.99), qualityOf(1)]).toEqual(["good", "doubtful"]));
});

describe("steps between values", () => {
    it("are round and reach around them", () => {
        const marks = stepsBetween(-7.3, 12.1);
        expect(marks[0]).toBeLessThanOrEqual(-7.3);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(12.1);
        expect(marks).toContain(0);
        expect(stepsBetween(300, 340)).toEqual([300, 310, 320, 330, 340]);
    });
    it("are one where all values are the same", () => expect(stepsBetween(5, 5)).toEqual([5]));
});
