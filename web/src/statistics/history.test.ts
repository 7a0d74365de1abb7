import { describe, expect, it } from "vitest";

import { readExtent, readHistory } from "./history";
import { MessageError, nameIn, parseExact, readUrn } from "./message";
import { sampleMessage as message } from "./sampleMessage";

describe("parseExact", () => {
    it("keeps the digits that were published", () => {
        expect(parseExact('{"a":[214.0,-0.50,7,1e3]}')).toEqual({ a: ["214.0", "-0.50", 7, "1e3"] });
    });
    it("keeps whole numbers that a double cannot hold", () => {
        expect(parseExact("[12345678901234567890]")).toEqual(["12345678901234567890"]);
    });
    it("leaves numbers inside of texts alone", () => {
        expect(parseExact('["1.50 and \\"2.0\\"", "\\\\", 3]')).toEqual(['1.50 and "2.0"', "\\", 3]);
    });
    it("refuses what is no JSON", () => expect(() => parseExact("<html>")).toThrow(MessageError));
});

describe("readHistory", () => {
    it("orders the publications by day and names what they hold", () => {
        const history = readHistory(message());
        expect(history.days).toEqual(["2024-07-20", "2024-08-20", "2025-01-02"]);
        const [series] = history.series;
        expect(series?.key).toBe("A.ICT");
        expect(series?.attributes.get("UNIT_MULT")?.id).toBe("6");
        const figures = series?.figures.get("2023-A1") ?? [];
        expect(figures.map(({ value, day }) => [value, day])).toEqual([["3200", "2024-07-20"], ["3223.0", "2024-08-20"]]);
        expect(figures[0]?.attributes.get("OBS_STATUS")?.id).toBe("P");
        expect(figures[1]?.attributes.get("ROW")?.id).toBe("X0002");
        expect(history.periods.get("2023-A1")).toEqual({ id: "2023-A1", start: "2023-07-01", end: "2024-06-30" });
    });
    it("takes a withdrawn figure for missing, and never for 0", () => {
        const figures = readHistory(message()).series[0]?.figures.get("2022-A1") ?? [];
        expect(figures.map(({ value }) => value)).toEqual(["2605.34", undefined]);
    });
    it("takes null, NaN and an empty text for missing", () => {
        for (const cell of [null, "NaN", ""]) {
            const one = message();
            one.data.dataSets = [{ validFrom: "2024-01-01", series: { "0:0": { observations: { "0": [cell, 0] } } } }];
            expect(readHistory(one).series[0]?.figures.get("2023-A1")?.[0]?.value).toBeUndefined();
        }
    });
    it("reads a message without data sets as empty", () => {
        const one = message();
        one.data.dataSets = [];
        expect(readHistory(one).series).toEqual([]);
    });
    const refused: [string, (one: ReturnType<typeof message>) => unknown, RegExp][] = [
        ["no data", () => ({}), /data: expected an object/],
        ["a list in place of a message", () => [], /the message: expected an object/],
        ["no structure", (one) => ({ data: { ...one.data, structures: [] } }), /structures: expected one, found none/],
        ["two structures", (one) => ({ data: { ...one.data, structures: [one.data.structures[0], one.data.structures[0]] } }), /found several/],
        ["a key that is too short", (one) => ({ data: { ...one.data, dataSets: [{ series: { "0": {} } }] } }), /expected 2 indexes, found 1/],
        ["a code that no list has", (one) => ({ data: { ...one.data, dataSets: [{ series: { "0:9": {} } }] } }), /SERVICE: expected an index below 2, found 9/],
        ["a period that no list has", (one) => ({ data: { ...one.data, dataSets: [{ series: { "0:0": { observations: { "7": [1] } } } }] } }), /TIME_PERIOD: expected an index below 2, found 7/],
        ["an attribute that no list has", (one) => ({ data: { ...one.data, dataSets: [{ series: { "0:0": { observations: { "0": [1, 5] } } } }] } }), /OBS_STATUS: expected an index below 2, found 5/],
        ["more attributes than there are", (one) => ({ data: { ...one.data, dataSets: [{ series: { "0:0": { observations: { "0": [1, 0, 0, 0] } } } }] } }), /expected at most 2 attributes, found 3/],
        ["data sets that are no list", (one) => ({ data: { ...one.data, dataSets: "none" } }), /dataSets: expected a list/],
    ];
    it.each(refused)("refuses %s", (_, bad, words) => {
        expect(() => readHistory(bad(message()))).toThrow(MessageError);
        expect(() => readHistory(bad(message()))).toThrow(words);
    });
});

describe("readExtent", () => {
    it("counts series once and names the newest day", () => {
        const one = {
            data: {
                structures: [{ attributes: { observation: [{ id: "PUBLISHED", values: [{ value: "2025-06-20" }, { value: "2020-01-19" }] }] } }],
                dataSets: [{ series: { "0:0": {}, "0:1": {} } }],
            },
        };
        expect(readExtent(one)).toEqual({ series: 2, lastDay: "2025-06-20" });
    });
    it("has no day where none is told", () => expect(readExtent({ data: {} })).toEqual({ series: 0, lastDay: undefined }));
});

describe("names", () => {
    it("fall back to another language and say which", () => {
        expect(nameIn({ en: "World", ur: "دنیا" }, "ur")).toEqual({ text: "دنیا", language: "ur" });
        expect(nameIn({ en: "World" }, "ur")).toEqual({ text: "World", language: "en" });
        expect(nameIn({}, "en")).toBeUndefined();
    });
    it("come from addresses of the information model", () => {
        expect(readUrn("urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=MOITT:SUBJECTS(1.0).TRADE.MARKETS")).toEqual({
            agency: "MOITT", id: "SUBJECTS", version: "1.0", item: "TRADE.MARKETS",
        });
        expect(readUrn("nothing")).toBeUndefined();
    });
});
