import { formats } from "../format/formats";
import { pathSteps } from "../format/pathSteps";
import { agendaPatterns } from "./agendaPatterns";
import { qualityPatterns } from "./qualityPatterns";
import { labelPatterns, sentencePatterns, sourcePatterns, valuePatterns, type Pattern } from "./sayingPatterns";
import { sayingTerms, type Terms } from "./sayingTerms";

/** Urdu text, or words of the plan and names that stay English. */
export type Part = string | { english: string };

const format = formats("ur");

/** Keeps its own direction in a line that runs from right to left. */
const apart = (text: string) => `\u2068${text}\u2069`;

const lookUp = (terms: Terms, word: string): Part => terms[word] ?? { english: word };

function amountParts(text: string): Part[] {
    const [, value = text, unit] = /^(\S+)(?: (.+))?$/.exec(text) ?? [];
    if (unit === undefined) return [apart(format.decimal(value))];
    return [`${apart(format.decimal(value))} `, lookUp(sayingTerms.units, unit)];
}

const months = Object.fromEntries(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        .map((name, index) => [name, String(index + 1).padStart(2, "0")]),
);

/** "July 2023 to April 2024" and 2023-07/2024-04 are the same time. */
function timeOf(text: string): string {
    const written = text.split(" to ").map((one) => {
        const [name = "", year = ""] = one.split(" ");
        return months[name] === undefined ? one : `${year}-${months[name]}`;
    });
    return apart(format.period(written.join("/")));
}

/** "2023-Q1 to 2023-Q3 and 2024-Q2" */
function periodsOf(text: string): string {
    return text
        .split(/, | and /)
        .map((run) => run.split(" to ").map((one) => apart(format.period(one))).join(" تا "))
        .join("، ");
}

function dueOf(text: string): Part {
    if (text === "open") return sayingTerms.open;
    return /^\S+$/.test(text) ? apart(format.period(text)) : { english: text };
}

/** "; X1091 is not used: it is about 1000 times smaller than …" */
function unusedParts(text: string): Part[] {
    return text.split("; ").filter(Boolean).flatMap((one): Part[] => {
        const [, row, why] = /^(\S+) is not used: it is (.+)$/.exec(one) ?? [];
        if (row === undefined || why === undefined) return ["؛ ", { english: one }];
        return ["؛ ", { english: row }, " استعمال نہیں ہوا: ", ...(inUrdu(why) ?? [{ english: why }])];
    });
}

/** "1.1.1-1 to -3 and -5" */
const codesOf = (text: string) => apart(text.replaceAll(" to ", " – "));

/** "period, due date of 1.1.1-1, -2": fields, and the targets that lack them. Names of institutions
 *  may stand in their place, which nobody translates. */
function fieldParts(text: string): Part[] {
    const pieces = text.split(", ").reduce<string[]>((all, piece) => {
        const last = all.at(-1);
        return piece.startsWith("-") && last !== undefined
            ? [...all.slice(0, -1), `${last}, ${piece}`]
            : [...all, piece];
    }, []);
    return pieces.flatMap((piece, index): Part[] => {
        const [, field = piece, codes] = /^(.+) of (\S.*)$/.exec(piece) ?? [];
        const known = sayingTerms.openFields[field];
        const words: Part[] =
            known === undefined
                ? [{ english: piece }]
                : codes === undefined
                  ? [known]
                  : [known, " برائے ", codesOf(codes)];
        return index === 0 ? words : ["، ", ...words];
    });
}

type Groups = Record<string, string | undefined>;

function promised(text: string, groups: Groups): Part {
    const field = groups["field"];
    if (text === "none") return sayingTerms.none;
    const steps = field === "path" ? pathSteps(text) : undefined;
    if (steps !== undefined)
        return steps.map(({ at, value }) => apart(`${format.period(at)}: ${format.number(value)}`)).join(" · ");
    if (field === "due" || text === "open") return dueOf(text);
    if (field === "value" || field === "baseline") return apart(format.decimal(text));
    const terms = field === "measure" ? sayingTerms.measure : field === "unit" ? sayingTerms.units : {};
    return lookUp(terms, text);
}

/** How a group is shown, by its name. */
const shown: Record<string, (text: string, groups: Groups) => Part | Part[] | undefined> = {
    amount: amountParts,
    number: (text) => apart(text.includes("e") ? format.number(Number(text)) : format.decimal(text)),
    count: apart,
    day: (text) => apart(format.day(text)),
    period: (text) => apart(format.period(text)),
    periods: periodsOf,
    time: timeOf,
    due: dueOf,
    name: (text) => ({ english: text }),
    code: (text) => ({ english: text }),
    codes: codesOf,
    fields: fieldParts,
    many: () => "",
    grade: (text) => ({ english: text }),
    promised,
    now: promised,
    unused: unusedParts,
    estimated: (text) => (text === "" ? "" : " (تاریخ اندازاً)"),
    row: (text) => (text === "" ? "" : ["، سطر ", { english: text.slice(", row ".length) }]),
    // Only what is wholly known: a list that is half English would not be a sentence.
    lacking: (text) => {
        const words = text.split(/, no | and no /).map((word) => sayingTerms.lacking[word]);
        return words.includes(undefined) ? undefined : words.join("، ");
    },
};

function show(name: string, groups: Groups): Part[] | undefined {
    const kind = name.replace(/\d+$/, "");
    const text = groups[name] ?? "";
    const terms = sayingTerms.words[kind];
    const found = terms !== undefined ? lookUp(terms, text) : shown[kind]?.(text, groups);
    return found === undefined ? undefined : Array.isArray(found) ? found : [found];
}

function fill({ english, urdu }: Pattern, text: string): Part[] | undefined {
    const match = english.exec(text);
    if (match === null) return undefined;
    const filled: Part[] = [];
    for (const [index, piece] of urdu.split(/\{(\w+)\}/).entries()) {
        const found = index % 2 === 0 ? [piece] : show(piece, match.groups ?? {});
        if (found === undefined) return undefined;
        filled.push(...found.filter((part) => part !== ""));
    }
    return filled;
}

function translate(patterns: Pattern[], text: string): Part[] | undefined {
    for (const one of patterns) {
        const filled = fill(one, text);
        if (filled !== undefined) return filled;
    }
    return undefined;
}

/** The Urdu of a sentence of the server, or nothing where there is none. */
export const inUrdu = (sentence: string): Part[] | undefined => translate([...sentencePatterns, ...qualityPatterns], sentence);
/** A sentence of clauses, each translated where it can be; nothing where none can. */
export function clausesInUrdu(text: string): Part[] | undefined {
    const known = [...agendaPatterns, ...sentencePatterns];
    const whole = translate(known, text);
    if (whole !== undefined) return whole;
    const clauses = text.split("; ").map((clause) => ({ clause, filled: translate(known, clause) }));
    if (clauses.every(({ filled }) => filled === undefined)) return undefined;
    return clauses.flatMap(({ clause, filled }, index): Part[] => [
        ...(index === 0 ? [] : ["؛ "]),
        ...(filled ?? [{ english: clause }]),
    ]);
}

export const labelInUrdu = (label: string): Part[] | undefined => translate(labelPatterns, label);
export const sourceInUrdu = (source: string): Part[] | undefined => translate(sourcePatterns, source);

/** The value of a line of an explanation: what a word in it means depends on the label. */
export function valueInUrdu(value: string, label: string): Part[] | undefined {
    if (value === "") return [];
    if (label === "due") return [dueOf(value)];
    if (label === "no report") return [periodsOf(value)];
    const terms = label.startsWith("report for ") ? sayingTerms.states : sayingTerms.values[label];
    const word = terms?.[value];
    if (word !== undefined) return [word];
    return label === "scope" ? undefined : (translate(valuePatterns, value) ?? inUrdu(value));
}

export const unitInUrdu = (unit: string): string | undefined => sayingTerms.units[unit];

/** What is read aloud, without marks of language and direction. */
export function textOf(filled: Part[]): string {
    return filled
        .map((part) => (typeof part === "string" ? part : part.english))
        .join("")
        .replace(/[\u2068\u2069]/g, "");
}
