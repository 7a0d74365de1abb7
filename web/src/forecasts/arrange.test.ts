import { describe, expect, it } from "vitest";

import type { OutlookDay, OutlookPublication, OutlookRecord, OutlookTrackRecord, PublishedClaim, SeriesForecast, Story } from "../data/types";
import { cameOf, cameWordOf, chanceOf, chanceOfTarget, commandOf, countsOf, digitsFor, groupsOf, monthsOf, pathOf, placeOf, publicationsOf, publishedGroupsOf, saidOf, scoredOf, verdictOf, verdictOfRecord, worstOf, type PublishedSeries } from "./arrange";
import { hasOutlook, isOfYear } from "./hasOutlook";

const bands = [
    { level: 80, lower: 259.53, upper: 338.67 },
    { level: 95, lower: 232.85, upper: 365.35 },
];

describe("places on an axis", () => {
    it("follow on one another within each kind", () => {
        for (const [before, after] of [["2023-12", "2024-01"], ["FY2023-Q4", "FY2024-Q1"], ["FY2023-H2", "FY2024-H1"], ["FY2023", "FY2024"], ["2023", "2024"]])
            expect((placeOf(after ?? "")?.at ?? 0) - (placeOf(before ?? "")?.at ?? 0), after).toBe(1);
    });
    it("are none for what is no period", () => expect(placeOf("2023-07/2024-04")).toBeUndefined());
});

describe("what came", () => {
    const forecast = { every: "month", past: [], ahead: [{ time: "2024-05", mean: 299.1, intervals: bands }] } as unknown as SeriesForecast;
    const past = [
        { time: "2024-04", value: "310", provisional: false, estimated: false },
        { time: "2024-05", value: "332", provisional: false, estimated: false },
        { time: "2024-06", value: null, provisional: false, estimated: false },
    ];
    it("is taken only for periods that were forecast", () => expect(cameOf(forecast, { ...forecast, past })).toEqual([{ time: "2024-05", value: "332" }]));
    it("is nothing for periods of another kind, or while nothing is known", () => {
        expect(cameOf(forecast, { ...forecast, every: "year", past })).toEqual([]);
        expect(cameOf(forecast, undefined)).toEqual([]);
    });
    it("lies within the narrowest band that holds it, its ends included", () => {
        expect(verdictOf(bands, "332")).toEqual({ isInside: true, level: 80 });
        expect(verdictOf(bands, "365.35")).toEqual({ isInside: true, level: 95 });
        expect(verdictOf([...bands].reverse(), "366")).toEqual({ isInside: false, level: 95 });
    });
});

describe("what was published of a target", () => {
    const claim = { about: "1.1.1-1", of: "target", requirement: "at least 5 dialogues by 2025-12-31", due: "2025-12-31", came: "waiting" } as PublishedClaim;
    const publication = (entry: number, published: string, as_of: string, claims: PublishedClaim[]) => ({ entry, published, as_of, claims });
    const recordOf = (publications: unknown[]) => ({ publications }) as unknown as OutlookRecord;
    it("stands with the newest first, and says from which other day it was known", () => {
        const said = saidOf(recordOf([publication(7, "2024-07-25", "2024-07-25", [claim]), publication(9, "2024-07-26", "2024-06-26", [claim])]));
        expect(said.map(({ entry, from, asked }) => [entry, from, asked])).toEqual([[9, "2024-06-26", undefined], [7, undefined, undefined]]);
    });
    it("says what was asked then, where another thing is asked since", () => {
        const lowered = { ...claim, requirement: "at least 4 dialogues by 2025-12-31" };
        const said = saidOf(recordOf([publication(7, "2024-07-25", "2024-07-25", [claim]), publication(9, "2024-08-01", "2024-08-01", [lowered])]));
        expect(said.map(({ asked }) => asked)).toEqual([lowered.requirement, claim.requirement]);
    });
    it("is nothing where nothing was", () => expect(saidOf(recordOf([]))).toEqual([]));
    it("is drawn by what decides, where it is scored", () => {
        const said = (probability: number | null, squared_error: number | null) => [{ probability, squared_error }, { probability: 0.9, squared_error: 0.01 }] as PublishedClaim["said"];
        const claims = [
            { ...claim, came: "met", said: said(0.8, 0.04) },
            { ...claim, came: "missed", said: said(0.3, 0.09) },
            { ...claim, came: "met", said: said(1, null) },
            { ...claim, came: "met", said: said(null, null) },
        ] as PublishedClaim[];
        expect(scoredOf(recordOf([publication(7, "2024-07-25", "2024-07-25", claims), publication(8, "2024-08-25", "2024-08-25", [])]))).toEqual([
            { probability: 0.8, happened: true },
            { probability: 0.3, happened: false },
        ]);
        const months = (count: number) => recordOf(Array.from({ length: count }, (_, entry) => publication(entry, "2024-07-25", "2024-07-25", claims)));
        expect(publishedGroupsOf(months(4))).toEqual([]);
        expect(publishedGroupsOf(months(5)).map(({ from, count, happened }) => [from, count, happened])).toEqual([[0.3, 5, 0], [0.7, 5, 5]]);
    });
    it("is counted only where something was told", () => {
        const told = { said: [{ probability: null }, { probability: 0.4 }] as PublishedClaim["said"] };
        const claims = [{ ...claim, ...told, came: "met" }, { ...claim, ...told }, { ...claim, came: "met", said: [{ probability: null }] }] as PublishedClaim[];
        expect(countsOf(publication(7, "2024-07-25", "2024-07-25", claims) as OutlookPublication)).toEqual({ told: 2, met: 1, missed: 0, waiting: 1, notDue: 0 });
    });
    it("is not yet due only where the plan has a due date", () => {
        expect(cameWordOf({ ...claim, came: "not_due" })).toBe("not_due");
        expect(cameWordOf({ ...claim, came: "not_due", due: null })).toBe("undated");
        expect(cameWordOf({ ...claim, came: "missed" })).toBe("missed");
    });
});

it("an estimate has as many digits as its size bears", () => {
    expect([3190.85, 299.1, 42.5, 0.7].map((value) => digitsFor([value]))).toEqual([0, 1, 2, 3]);
    expect(digitsFor([-3190])).toBe(0);
});

it("a command quotes every word, quotes in it too", () => {
    expect(commandOf("figures:category=women's firms;measure=receipts", { every: "month", horizon: undefined })).toBe(
        "tameel forecast 'category=women'\\''s firms' 'measure=receipts' --every month --publish",
    );
});

describe("the outlook of a day", () => {
    const day = (more: Partial<OutlookDay>): OutlookDay => ({ as_of: "2024-05-20", months_known: 10, months_ahead: 2, months_before: 58, to_date: "2590", reason: "", models: ["theta"], ...more });
    it("is certain only where the year is published", () => {
        expect(chanceOf(day({ probability: 1 }))).toEqual({ is: "likely", probability: 1 });
        expect(chanceOf(day({ probability: 1, months_ahead: 0, models: [] }))).toEqual({ is: "known", isMet: true });
        expect(chanceOf(day({ probability: 0, months_ahead: 0, models: [] }))).toEqual({ is: "known", isMet: false });
    });
    it("is untold without a probability", () => expect(chanceOf(day({ reason: "24 monthly figures are needed, known so far: 7" })).is).toBe("untold"));
});

describe("the path of a year", () => {
    const months = monthsOf("FY2024", 7);
    it("has the months of the fiscal year", () => {
        expect([months[0], months[11]]).toEqual(["2023-07", "2024-06"]);
        expect(monthsOf("2024", 7)[0]).toBe("2024-01");
        expect(monthsOf("open", 7)).toEqual([]);
    });
    it("adds months up and ends with what is published to date", () => {
        const published = [{ period: "2023-07", value: 214 }, { period: "2023-08", value: 235 }, { period: "2023-09", value: 205.93 }];
        expect(pathOf(months, published, 3, "654.93")).toEqual([[0, 0], [1, 214], [2, 449], [3, 654.93]]);
    });
    it("goes straight on over a month that is missing", () =>
        expect(pathOf(months, [{ period: "2023-07", value: 214 }, { period: "2023-09", value: 206 }], 3, "655")).toEqual([[0, 0], [1, 214], [3, 655]]));
    it("begins and ends at 0 before anything is published", () => expect(pathOf(months, [], 0, null)).toEqual([[0, 0]]));
});

describe("the track record", () => {
    const claim = (probability: number, happened: boolean) => ({ year: "FY2024", as_of: "2024-01-31", multiple: 1, probability, happened });
    it("puts each claim into one group, certainty into the last", () => {
        const groups = groupsOf([claim(0, false), claim(0.1, false), claim(0.8, true), claim(0.7, false), claim(1, true)]);
        expect(groups.map(({ from, count, happened }) => [from, count, happened])).toEqual([[0, 1, 0], [0.1, 1, 0], [0.7, 2, 1], [0.9, 1, 1]]);
        expect(groups[2]?.said).toBeCloseTo(0.75);
    });
    it("names the group that is farthest off, unless it is a handful or nearly right", () => {
        expect(worstOf(groupsOf(Array.from({ length: 9 }, () => claim(0.99, true))))).toBeUndefined();
        const off = Array.from({ length: 5 }, () => claim(0.6, false));
        expect(worstOf(groupsOf([claim(0.8, false), ...off]))?.from).toBe(0.5);
        expect(worstOf(groupsOf([claim(0.8, false)]))).toBeUndefined();
    });
    it("proves nothing by few years", () => {
        const record = { brier: 0.104, brier_low: 0.047, brier_high: 0.151, climatology: 0.161, years: 4 } as OutlookTrackRecord;
        expect(verdictOfRecord(record)).toBe("perhaps");
        expect(verdictOfRecord({ ...record, climatology: 0, years: 1 })).toBe("untold");
        expect(verdictOfRecord({ ...record, years: 12 })).toBe("better");
        expect(verdictOfRecord({ ...record, climatology: 0.1 })).toBe("worse");
    });
});

describe("the chance of a target", () => {
    const chance = { probability: 0.4069, known: false, reason: "", reports: 3, explanation: { label: "how likely", value: "40.7 percent", source: "" } };
    it("is likely, known or untold", () => {
        expect(chanceOfTarget(chance)).toEqual({ is: "likely", probability: 0.4069 });
        expect(chanceOfTarget({ ...chance, probability: 0, known: true })).toEqual({ is: "known", isMet: false });
        expect(chanceOfTarget({ ...chance, probability: 0 })).toEqual({ is: "likely", probability: 0 });
        expect(chanceOfTarget({ ...chance, probability: null, reason: "no report stands" })).toEqual({ is: "untold", reason: "no report stands" });
    });
});

describe("which outcomes have an outlook", () => {
    const outcome = { activity: null, measure: "level", period: "FY2024", due: "FY2024", value: "3000", indicator: "exports" } as Story;
    it("those with a value, a statistic, and a period or a due date", () => {
        expect(hasOutlook(outcome)).toBe(true);
        expect(hasOutlook({ ...outcome, period: null, due: "2027-12-31" } as unknown as Story)).toBe(true);
        expect(hasOutlook({ ...outcome, period: "open" } as Story)).toBe(false);
        expect(hasOutlook({ ...outcome, value: "open" } as Story)).toBe(false);
        expect(hasOutlook({ ...outcome, activity: "1.1.1" } as Story)).toBe(false);
    });
    it("adds up months where the level of a year decides", () => {
        expect([isOfYear(outcome), isOfYear({ ...outcome, period: "FY2024-Q1" }), isOfYear({ ...outcome, measure: "growth" })]).toEqual([true, false, false]);
    });
});

describe("published forecasts", () => {
    const row = (entry: number, time: string, came: string | null) => ({ entry, published: "2024-05-20", time, mean: 299.1, intervals: bands, came });
    const of: PublishedSeries = { series: "figures:a=b", release: "in-force", unit: "USD million", scores: [], forecasts: [row(8, "2024-05", "332"), row(8, "2024-06", "400"), row(8, "2024-07", null), row(9, "FY2024", "300")] };
    it("stand by entry, the newest first", () => {
        expect(publicationsOf(of).map(({ entry, every, rows }) => [entry, every, rows.length])).toEqual([[9, "year", 1], [8, "month", 3]]);
    });
});
