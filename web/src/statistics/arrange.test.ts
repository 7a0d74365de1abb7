import { describe, expect, it } from "vitest";

import { formats } from "../format/formats";
import { byFrequency, figureAt, isSameValue, mean, minus, periodsAt, seriesAt, sinceThen, tellingDimensions, triangleOf } from "./arrange";
import { queryOf, readChoice, toggled, withChoice } from "./choice";
import { readHistory } from "./history";
import { periodName, wholePeriodName } from "./periods";
import { choiceOf, mayHold } from "./printedWords";
import { sampleMessage } from "./sampleMessage";
import { steps, timeMarks } from "./scale";
import { readAvailable, readCatalogue, treeOf, type Code, type Flow } from "./structure";

const history = readHistory(sampleMessage());
const ict = history.series[0]!;

describe("a day of publication", () => {
    it("shows what was known by then and no more", () => {
        expect(figureAt(ict, "2023-A1", "2024-07-19")).toBeUndefined();
        expect(figureAt(ict, "2023-A1", "2024-07-20")?.value).toBe("3200");
        expect(figureAt(ict, "2023-A1", "2026-01-01")?.value).toBe("3223.0");
        expect(periodsAt(history, history.series, "2024-07-31").map(({ id }) => id)).toEqual(["2023-A1"]);
        expect(periodsAt(history, history.series, "2024-12-31").map(({ id }) => id)).toEqual(["2023-A1", "2022-A1"]);
        expect(seriesAt(history, "2020-01-01")).toEqual([]);
    });
    it("counts what changed since and what came new", () => {
        expect(sinceThen(history, "2024-07-20", "2026-01-01")).toEqual({ revised: 1, added: 1 });
        expect(sinceThen(history, "2026-01-01", "2026-01-01")).toEqual({ revised: 0, added: 0 });
    });
});

describe("exact decimals", () => {
    it("subtract without a binary remainder", () => {
        expect(minus("0.3", "0.1")).toBe("0.2");
        expect(minus("2605.34", "2619.1")).toBe("-13.76");
        expect(minus("-1.05", "-1")).toBe("-0.05");
        expect(minus("about 3", "1")).toBeUndefined();
    });
    it("have a mean with one digit more, rounded half away from zero", () => {
        expect(mean(["1", "2"])).toBe("1.5");
        expect(mean(["-0.1", "0.2", "0.0"])).toBe("0.03");
        expect(mean(["-1", "-1", "-2"])).toBe("-1.3");
        expect(mean([])).toBeUndefined();
    });
    it("are the same amount with another number of zeros", () => {
        expect(isSameValue("214.0", "214")).toBe(true);
        expect(isSameValue("214.0", "214.1")).toBe(false);
        expect(isSameValue(undefined, "0")).toBe(false);
    });
});

describe("triangleOf", () => {
    it("compares the first and the latest figure of each period", () => {
        const triangle = triangleOf(ict, history.periods, "2024-12-31");
        expect(triangle.rows.map(({ period, revision }) => [period.id, revision])).toEqual([["2023-A1", "23.0"], ["2022-A1", undefined]]);
        expect(triangle).toMatchObject({ depth: 2, once: 1, counted: 1, meanRevision: "23.00", meanAbsolute: "23.00" });
        expect(triangle.days).toEqual(["2024-07-20", "2024-08-20"]);
    });
    it("says nothing of a revision where all was published once", () => {
        const triangle = triangleOf(ict, history.periods, "2024-07-31");
        expect(triangle).toMatchObject({ depth: 1, once: 1, counted: 0, meanRevision: undefined });
    });
    it("takes a withdrawal for no revision in numbers", () => {
        const row = triangleOf(ict, history.periods, "2026-01-01").rows.find(({ period }) => period.id === "2022-A1");
        expect(row?.figures.length).toBe(2);
        expect(row?.revision).toBeUndefined();
    });
    it("leaves a figure out of the mean that its neighbours contradict", () => {
        const figure = (value: string, day: string, status: string) => ({
            value, day, attributes: new Map([["OBS_STATUS", { id: status, names: {}, descriptions: {} }]]),
        });
        const slip = { ...ict, figures: new Map([["2023-A1", [figure("2.135", "2024-01-01", "U"), figure("2135", "2024-02-01", "A")]]]) };
        expect(triangleOf(slip, history.periods, "2026-01-01")).toMatchObject({ doubtful: 1, counted: 0, meanRevision: undefined });
    });
});

describe("periods", () => {
    const en = formats("en");
    const named = (start: string, end: string, id = "x") => wholePeriodName({ id, start, end }, en);
    it("name a fiscal year by the year in which it ends, with its months", () => {
        expect(named("2023-07-01", "2024-06-30", "2023-A1")).toBe("FY2024 (Jul 2023 – Jun 2024)");
        expect(periodName({ id: "2023-A1", start: "2023-07-01", end: "2024-06-30" }, en).short).toBe("FY2024");
    });
    it("name calendar years, months, quarters and days", () => {
        expect(named("2023-01-01", "2023-12-31")).toBe("2023");
        expect(named("2024-02-01", "2024-02-29")).toBe("Feb 2024");
        expect(named("2021-07-01", "2021-09-30")).toMatch(/^Jul 2021 – Sept? 2021$/);
        expect(named("2024-05-20", "2024-05-20")).toBe("20 May 2024");
    });
    it("keep their code where the message names no days", () => {
        expect(named("", "", "2024-Q1")).toBe("Q1 2024");
    });
});

describe("the choice in the address", () => {
    const search = new URLSearchParams("lang=ur&c.FREQ=A&c.SERVICE=ICT&c.SERVICE=S&c.BAD=a%26b");
    it("is read, and what cannot be a code is not", () => {
        expect(readChoice(search)).toEqual({ FREQ: ["A"], SERVICE: ["ICT", "S"] });
    });
    it("is written without touching the rest", () => {
        expect(withChoice(search, { FREQ: ["M"] }).toString()).toBe("lang=ur&c.FREQ=M");
    });
    it("is a key, and a filter where there are several codes", () => {
        expect(queryOf(["FREQ", "SERVICE"], readChoice(search))).toBe("A.*?c[SERVICE]=ICT,S");
        expect(queryOf(["FREQ", "SERVICE"], { FREQ: ["A"], SERVICE: ["S"] })).toBe("A.S");
        expect(queryOf(["FREQ", "SERVICE"], {})).toBe("*");
    });
    it("keeps the last code of a dimension", () => {
        expect(toggled({ FREQ: ["A"] }, "FREQ", "A")).toEqual({ FREQ: ["A"] });
        expect(toggled({ FREQ: ["A"] }, "FREQ", "M")).toEqual({ FREQ: ["A", "M"] });
    });
    it("tells series apart by what differs", () => {
        expect(tellingDimensions(history.series)).toEqual([]);
        const other = { ...ict, codes: new Map([...ict.codes, ["SERVICE", { id: "S", names: {}, descriptions: {} }]]) };
        expect(tellingDimensions([ict, other])).toEqual(["SERVICE"]);
    });
    it("keeps months apart from years", () => {
        const monthly = { ...ict, codes: new Map([["FREQ", { id: "M", names: {}, descriptions: {} }]]) };
        expect(byFrequency([ict, monthly, ict]).map((group) => group.length)).toEqual([2, 1]);
    });
});

describe("structures", () => {
    const code = (id: string, parent?: string): Code => ({ id, names: {}, descriptions: {}, parent, printedAs: [] });
    it("hang codes under their parents and lose none", () => {
        const tree = treeOf([code("S"), code("OBS", "S"), code("ICT", "S"), code("TEL", "ICT"), code("LONE", "GONE"), code("A", "B"), code("B", "A")]);
        expect(tree.map(({ code: { id }, depth }) => `${depth}${id}`)).toEqual(["0S", "1OBS", "1ICT", "2TEL", "0LONE", "0A", "0B"]);
    });
    it("name the dimensions, codes, subject and provider of a dataflow", () => {
        const urn = (what: string, item = "") => `urn:sdmx:org.sdmx.infomodel.x.Y=AG:${what}(1.0)${item}`;
        const { flows, subjects } = readCatalogue({
            data: {
                dataflows: [{ id: "F", agencyID: "AG", name: "Flow", structure: urn("D") }],
                dataStructures: [
                    {
                        id: "D", agencyID: "AG",
                        dataStructureComponents: {
                            dimensionList: {
                                dimensions: [
                                    { id: "SERVICE", position: 1, conceptIdentity: urn("C", ".SERVICE"), localRepresentation: { enumeration: urn("CL") } },
                                    { id: "FREQ", position: 0, conceptIdentity: urn("C", ".FREQ") },
                                ],
                            },
                        },
                    },
                ],
                conceptSchemes: [{ id: "C", agencyID: "AG", concepts: [{ id: "SERVICE", names: { en: "Service" } }] }],
                codelists: [{ id: "CL", agencyID: "AG", codes: [{ id: "ICT", parent: "S", name: "ICT", annotations: [{ type: "PRINTED_AS", title: "ict, total" }] }] }],
                categorySchemes: [{ id: "CS", agencyID: "AG", categories: [{ id: "TRADE", name: "Trade", categories: [{ id: "OUT", name: "Exports" }] }] }],
                categorisations: [{ id: "X", agencyID: "AG", source: urn("F"), target: urn("CS", ".TRADE.OUT") }],
                dataProviderSchemes: [{ id: "P", agencyID: "AG", dataProviders: [{ id: "SBP", name: "State Bank" }] }],
                provisionAgreements: [{ id: "PA", agencyID: "AG", dataflow: urn("F"), dataProvider: urn("P", ".SBP") }],
            },
        });
        expect(subjects.map(({ path, depth }) => [path, depth])).toEqual([["TRADE", 0], ["TRADE.OUT", 1]]);
        expect(flows[0]?.dimensions.map(({ id }) => id)).toEqual(["FREQ", "SERVICE"]);
        expect(flows[0]?.dimensions[1]?.codes[0]).toMatchObject({ id: "ICT", parent: "S", printedAs: ["ict, total"] });
        expect(flows[0]).toMatchObject({ subject: "TRADE.OUT", providers: [{ id: "SBP" }] });
    });
    it("are refused where they are no message", () => {
        expect(() => readCatalogue({ data: { dataflows: {} } })).toThrow(/dataflows: expected a list/);
        expect(() => readCatalogue(null)).toThrow(/the message: expected an object/);
    });
    it("say what there is, and nothing where nothing is said", () => {
        const region = { keyValues: [{ id: "FREQ", values: ["A", { value: "M" }] }, { id: "TIME_PERIOD", timeRange: {} }] };
        const annotations = [{ id: "series_count", title: "67" }, { id: "obs_count", title: "many" }];
        const read = readAvailable({ data: { dataConstraints: [{ annotations, cubeRegions: [region] }] } });
        expect(read).toEqual({ codes: new Map([["FREQ", ["A", "M"]]]), series: 67, figures: 0 });
        expect(readAvailable({ data: {} }).series).toBe(0);
    });
});

describe("the axes", () => {
    it("reach below 0 where values do", () => {
        expect(steps(0, 100)).toEqual([0, 20, 40, 60, 80, 100]);
        expect(steps(-30, 100)).toEqual([-40, -20, 0, 20, 40, 60, 80, 100]);
        expect(steps(-5, 0).at(-1)).toBe(0);
    });
    it("mark years where months are too many", () => {
        const [from, until] = [Date.UTC(2020, 6), Date.UTC(2024, 5)];
        expect(timeMarks(from, until, 8).map(({ day }) => day)).toEqual(["2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"]);
        expect(timeMarks(until, from, 8)).toEqual([]);
    });
});

describe("printed words", () => {
    const coded = (id: string, codes: [string, string][]) => ({
        id, names: {}, descriptions: {},
        codes: codes.map(([code, word]): Code => ({ id: code, names: {}, descriptions: {}, parent: undefined, printedAs: [word] })),
    });
    const areas: [string, string][] = [["W0", "world"], ["IE", "Ireland"]];
    const flow: Flow = {
        id: "F", agency: "AG", names: {}, descriptions: {}, providers: [], subject: undefined,
        dimensions: [coded("REF_AREA", areas), coded("COUNTERPART_AREA", areas), coded("SERVICE", [["ICT", "ICT, total"]])],
    };
    const of = (geography: string) => `figures:category=ICT, total;geography=${geography};unit=USD million`;
    const all = { codes: new Map([["REF_AREA", ["PK"]], ["COUNTERPART_AREA", ["W0", "IE"]], ["SERVICE", ["ICT"]]]), series: 2, figures: 9 };
    it("lead to the codes that have figures", () => {
        expect(choiceOf(flow, [of("world"), of("Ireland")], all)).toEqual({ COUNTERPART_AREA: ["W0", "IE"], SERVICE: ["ICT"] });
    });
    it("lead nowhere where a code list does not have them, or no figure has the code", () => {
        expect(mayHold(flow, [of("world")])).toBe(true);
        expect(mayHold(flow, [of("world"), of("the moon")])).toBe(false);
        expect(mayHold(flow, [])).toBe(false);
        expect(choiceOf(flow, [of("world")], { ...all, codes: new Map([["SERVICE", ["ICT"]]]) })).toBeUndefined();
    });
});
