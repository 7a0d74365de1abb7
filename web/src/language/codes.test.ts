import { describe, expect, it } from "vitest";

import { piecesOf } from "./codes";

const links = (text: string) => piecesOf(text).filter(({ to }) => to !== undefined);

describe("piecesOf", () => {
    it("leads from each code to its page", () => {
        expect(links("due date of 1.1.1-1 to -3, decision 2024-Q1/2, left over from I-7, entry 13")).toEqual([
            { text: "1.1.1-1", to: "/targets/1.1.1-1" },
            { text: "2024-Q1/2", to: "/council#d-2024-Q1/2" },
            { text: "I-7", to: "/council#I-7" },
            { text: "13", to: "/journal/13" },
        ]);
        expect(links("1.1.2, 3.3.1")).toEqual([
            { text: "1.1.2", to: "/working-plan#a-1.1.2" },
            { text: "3.3.1", to: "/working-plan#a-3.3.1" },
        ]);
        expect(links("exercise-b/1")).toEqual([{ text: "exercise-b/1", to: "/council#d-exercise-b/1" }]);
    });

    it("takes neither a period, nor a day, nor a step for a decision", () => {
        expect(links("2023-07/2024-04 and 2024-01-01/2024-05-31, and/or, 24/7")).toEqual([]);
        expect(links("1.1.1/2")).toEqual([{ text: "1.1.1", to: "/working-plan#a-1.1.1" }]);
        expect(piecesOf("due on 2026-01-24.")).toEqual([
            { text: "due on " },
            { text: "2026-01-24", isDay: true },
            { text: "." },
        ]);
    });

    it("keeps all of the text", () => {
        const text = "MoITT said partly, by 2026; the lead, P@SHA: steps of 1.1.1-1, -2 (2024-Q1/2)";
        expect(piecesOf(text).map((piece) => piece.text).join("")).toBe(text);
    });
});
