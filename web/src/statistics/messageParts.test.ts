import { describe, expect, it } from "vitest";

import type { FigureMessage } from "../data/types";
import { formats } from "../format/formats";
import { statistics as enStatistics } from "../language/enStatistics";
import { statistics as urStatistics } from "../language/urStatistics";
import { filled, placeholders, type Shown } from "./messageParts";

const templates = { en: enStatistics.derived, ur: urStatistics.derived };

/** As i18next fills it in; what remains of a template is a parameter that nobody gave. */
function shown(language: "en" | "ur", message: Partial<FigureMessage> & { key: FigureMessage["key"] }): Shown[] {
    const whole: FigureMessage = { text: "", parameters: {}, ...message };
    const marks = placeholders(whole);
    const sentence = templates[language].messages[whole.key].replace(/\{\{(\w+)\}\}/g, (all: string, name: string) => marks[name] ?? all);
    return filled(sentence, whole, formats(language), templates[language].comma);
}
const read = (pieces: Shown[]) => pieces.map(({ text }) => text).join("");

const source = { key: "pbs_fy23", publisher: "Daily Times / APP", address: "https://example.org/a" };

describe("what is said of a figure", () => {
    it("names a source by its publisher, with its address", () => {
        const one = shown("ur", { key: "one_release", parameters: { source, day: "2023-08-22" } });
        expect(one).toContainEqual({ kind: "source", text: "Daily Times / APP", address: "https://example.org/a" });
        expect(read(one)).toBe("سب اعداد ایک ہی اشاعت کے ہیں: Daily Times / APP، 22 اگست، 2023۔");
        const unknown = shown("en", { key: "no_common_release", parameters: { sources: [source, { key: "bank", publisher: "", address: "" }] } });
        expect(read(unknown)).toBe("No release has all of these figures; they are of Daily Times / APP, bank.");
    });

    it("shows figures with their units and times", () => {
        const figures = [{ value: "2596", unit: "USD million", time: "FY2023" }, { value: "310", unit: "USD million", time: "2024-04" }];
        const now = shown("en", { key: "in_force_now", parameters: { figures } });
        expect(read(now)).toBe("In force now: 2,596 USD million (FY2023), 310 USD million (April 2024).");
        expect(now.filter(({ kind }) => kind === "unit")).toHaveLength(2);
    });

    it("lists months, and names a time without what SDMX adds to it", () => {
        expect(read(shown("en", { key: "months_missing", parameters: { months: ["2024-05", "2024-06"], of: 12, day: "2024-05-20" } }))).toBe(
            "Of 12 months these are not known on 20 May 2024: May 2024, June 2024.",
        );
        expect(read(shown("en", { key: "divided_by_figure_of", parameters: { time: "2024-12 (point in time)" } }))).toBe(
            "Divided by the number of December 2024.",
        );
    });

    it("leaves to the reason of a suspect figure its own translation", () => {
        const pieces = shown("ur", { key: "not_used", parameters: { row: "X1091", reason: "about 1000 times smaller" } });
        expect(pieces).toContainEqual({ kind: "saying", text: "about 1000 times smaller" });
    });

    it("has the same parameters in both languages, and shows each of them", () => {
        for (const key of Object.keys(templates.en.messages) as FigureMessage["key"][]) {
            const names = (language: "en" | "ur") => [...templates[language].messages[key].matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
            expect(names("ur"), key).toEqual(names("en"));
            const parameters = Object.fromEntries(names("en").map((name) => [name ?? "", sample(name ?? "")]));
            for (const language of ["en", "ur"] as const)
                expect(read(shown(language, { key, parameters })), key).not.toMatch(/\{\{|undefined|NaN/);
        }
    });
});

const figure = { value: "1.5", unit: "percent", time: "FY2023" };
const samples: Record<string, unknown> = {
    day: "2024-05-20", known: 1, of: 2, count: 3, years: 4, periods: 2, least: 3, value: "0", percent: "12.5", months: ["2024-05"],
    source, sources: [source], figure, part: figure, total: figure, figures: [figure],
};
const sample = (name: string) => samples[name] ?? "FY2024";
