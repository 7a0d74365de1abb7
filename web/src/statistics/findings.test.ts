import { describe, expect, it } from "vitest";

import type { CitedFigure, Finding, QualityView } from "../data/types";
import { alarmsOf, comparedWith, groupsOf, kindOf, nameOf, tellingName, unitOf, wordsOf } from "./findings";

const figure = (more: Partial<CitedFigure> = {}): CitedFigure => ({
    row: "X0476",
    series: "published-figures:category=ICT;geography=world;measure=receipts;unit=USD million",
    time: "2023-07/2023-12",
    value: "1.46",
    source: "br_dec23",
    entry: 2,
    ...more,
});
const finding = (more: Partial<Finding> = {}): Finding => ({
    kind: "unit_slip",
    severity: "error likely",
    figures: [figure()],
    against: [],
    cause: "printed in another unit: 1.46 for 1460",
    strength: 4,
    unused: true,
    ...more,
});
const kinds: QualityView["kinds"] = [
    { kind: "unit_slip", heading: "Printed in another unit", findings: 2 },
    { kind: "digit_slip", heading: "A digit", findings: 1 },
    { kind: "several_values", heading: "Several values", findings: 110 },
];

describe("findings", () => {
    it("are listed by kind, in the order of the kinds and of the answer", () => {
        const [digit, first, second] = [
            finding({ kind: "digit_slip" }),
            finding(),
            finding({ figures: [figure({ row: "X0764" })] }),
        ];
        expect(groupsOf({ kinds, findings: [digit, first, second] })).toEqual([
            { kind: "unit_slip", findings: [first, second] },
            { kind: "digit_slip", findings: [digit] },
        ]);
    });

    it("count as alarms, but for periods with several values", () => {
        expect(alarmsOf(kinds)).toBe(3);
        expect(alarmsOf([])).toBe(0);
    });

    it("have a name each, also where rows have none", () => {
        const bare = { row: undefined } as unknown as Partial<CitedFigure>;
        const names = [
            finding(),
            finding({ kind: "digit_slip" }),
            finding({ figures: [figure(bare)] }),
            finding({ figures: [figure({ ...bare, source: "tj_jan26" })] }),
            finding({ figures: [figure({ ...bare, time: "2024-01" })] }),
        ].map(nameOf);
        expect(new Set(names).size).toBe(names.length);
    });
});

describe("a kind in the address", () => {
    it("is one that the answer lists", () => {
        expect(kindOf("digit_slip", kinds)).toBe("digit_slip");
        expect(kindOf("label_swap", kinds)).toBeUndefined();
        expect(kindOf("nonsense", kinds)).toBeUndefined();
        expect(kindOf(null, kinds)).toBeUndefined();
    });
});

describe("a figure of a finding", () => {
    it("is told by the words of its series, and its unit apart", () => {
        expect(wordsOf(figure())).toEqual(["ICT", "world", "receipts"]);
        expect(unitOf(figure())).toBe("USD million");
        expect(unitOf(figure({ series: "figures:category=ICT" }))).toBe("");
    });

    it("is compared with the others of the finding, then with what speaks against it", () => {
        const [other, witness] = [figure({ row: "X0477" }), figure({ row: "X0001" })];
        expect(comparedWith(finding({ figures: [figure(), other], against: [witness] }))).toEqual([other, witness]);
    });

    it("has its series named beside it where the figures are of several", () => {
        const software = figure({ series: "published-figures:category=software;geography=world;measure=receipts;unit=USD million" });
        const name = tellingName([figure(), software]);
        expect(name(software)).toBe("software");
        expect(tellingName([figure(), figure({ row: "X0001" })])(figure())).toBeUndefined();
    });
});
