import { expect, it } from "vitest";

import type { Series } from "../statistics/history";
import type { Flow } from "../statistics/structure";
import { isOfForecasts, wordsOfSeries } from "./seriesWords";

const named = { names: {}, descriptions: {} };
const code = (id: string, ...printedAs: string[]) => ({ id, ...named, parent: undefined, printedAs });
const flow: Flow = {
    id: "EXPORTS", ...named, agency: "A", providers: [], subject: undefined,
    dimensions: [
        { id: "FREQ", ...named, codes: [code("M")] },
        { id: "SERVICE", ...named, codes: [code("ICT", "all of ICT", "ICT"), code("NEW")] },
        { id: "UNIT_MEASURE", ...named, codes: [code("USD")] },
    ],
};
const series = (service: string, multiplier = "6"): Series => ({
    key: "", figures: new Map(),
    codes: new Map([["FREQ", "M"], ["SERVICE", service], ["UNIT_MEASURE", "USD"]].map(([id, value]) => [id ?? "", { id: value ?? "", ...named }])),
    attributes: new Map([["UNIT_MULT", { id: multiplier, ...named }]]),
});
const declared = {
    units: [{ printed: "USD million", code: "USD", multiplier: "6" }],
    structures: [{ id: "DSD", dimensions: [{ id: "FREQ", from: "frequency" }, { id: "SERVICE", from: "column", text: "category" }, { id: "UNIT_MEASURE", from: "unit" }] }],
    flows: [{ id: "EXPORTS", structure: "DSD", where: { category: ["ICT"] } }],
};

it("leads from codes to the words that the flow takes", () => expect(wordsOfSeries(flow, series("ICT"), declared)).toBe("category=ICT;unit=USD million"));
it("leads nowhere where a code or a unit has no printed word, or nothing is declared", () => {
    expect(wordsOfSeries(flow, series("NEW"), declared)).toBeUndefined();
    expect(wordsOfSeries(flow, series("ICT", "3"), declared)).toBeUndefined();
    expect(wordsOfSeries({ ...flow, id: "OTHER" }, series("ICT"), declared)).toBeUndefined();
    expect(wordsOfSeries(flow, series("ICT"), undefined)).toBeUndefined();
});
it("leads from no forecast to another", () => {
    const quantile = { ...declared, structures: [{ id: "DSD", dimensions: [{ id: "SERVICE", from: "column", text: "quantile" }] }] };
    expect(wordsOfSeries(flow, series("ICT"), quantile)).toBeUndefined();
    expect([isOfForecasts(flow, quantile), isOfForecasts(flow, declared)]).toEqual([true, false]);
});
