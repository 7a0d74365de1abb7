import { describe, expect, it } from "vitest";

import { formats, yearsBefore } from "./formats";

describe("formats", () => {
    const en = formats("en");
    const ur = formats("ur");

    it("groups digits and keeps the decimals of the plan", () => {
        expect(en.number(2590)).toBe("2,590");
        expect(en.decimal("3500")).toBe("3,500");
        expect(en.decimal("54.540")).toBe("54.540");
    });

    it("leaves words alone where a number was expected", () => {
        expect(en.decimal("open")).toBe("open");
        expect(en.decimal("2024-05")).toBe("2024-05");
    });

    it("writes days without moving them to another time zone", () => {
        expect(en.day("2024-05-20")).toBe("20 May 2024");
        expect(en.day("2024-01-01")).toBe("1 January 2024");
    });

    it("writes months, parts of years and ranges, and keeps fiscal years", () => {
        expect(en.period("2024-05")).toBe("May 2024");
        expect(en.period("2024-Q1")).toBe("Q1 2024");
        expect(en.period("FY2024-H2")).toBe("H2 FY2024");
        expect(en.period("FY2024")).toBe("FY2024");
        expect(en.period("2023-07/2024-04")).toBe("July 2023 – April 2024");
    });

    it("keeps what is no day as it is", () => {
        expect(en.day("2024-13-45")).toBe("2024-13-45");
        expect(en.instant("yesterday")).toBe("yesterday");
    });

    it("says that instants are UTC", () => {
        expect(en.instant("2026-11-22T09:00:00.000000Z")).toMatch(/09:00:00 UTC$/);
    });

    it("writes Urdu months with Western digits, as Pakistan does", () => {
        expect(ur.day("2024-05-20")).toMatch(/20/);
        expect(ur.day("2024-05-20")).toMatch(/مئی/);
        expect(ur.number(2590)).toMatch(/2.?590/);
    });
});

describe("yearsBefore", () => {
    it("keeps month and day", () => expect(yearsBefore("2026-11-22", 1)).toBe("2025-11-22"));
    it("turns a leap day into the 28th", () => expect(yearsBefore("2024-02-29", 1)).toBe("2023-02-28"));
    it("leaves anything else alone", () => expect(yearsBefore("soon", 1)).toBe("soon"));
});
