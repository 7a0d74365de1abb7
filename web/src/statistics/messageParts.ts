import type { FigureMessage } from "../data/types";
import type { Formats } from "../format/formats";

/** What stands in a sentence: text of our own, words that stay as they were printed, or a sentence. */
export type Shown =
    | { kind: "text"; text: string }
    | { kind: "printed"; text: string }
    | { kind: "saying"; text: string }
    | { kind: "unit"; text: string }
    | { kind: "source"; text: string; address: string }
    | { kind: "word"; of: "what" | "dimension"; text: string };

interface Source {
    key: string;
    publisher: string;
    address: string;
}
interface Figure {
    value: string;
    unit: string;
    time: string;
}

const text = (words: string): Shown => ({ kind: "text", text: words });

/** "2024-12 (point in time)" is the time 2024-12. */
export const timeText = (time: string, format: Formats) => format.period(time.replace(" (point in time)", ""));

/** A source by its publisher; its key where none is known. */
const sourceShown = ({ key, publisher, address }: Source): Shown[] => [{ kind: "source", text: publisher || key, address }];

const figureShown = ({ value, unit, time }: Figure, format: Formats): Shown[] => [
    text(`${format.decimal(value)} `),
    { kind: "unit", text: unit },
    text(` (${timeText(time, format)})`),
];

const listed = (all: Shown[][], comma: string): Shown[] => all.flatMap((one, index) => (index === 0 ? one : [text(comma), ...one]));

/** The words of a series that tell most of it: its category, or all of its key. */
const seriesWords = (series: string) => /category=([^;]*)/.exec(series)?.[1] ?? series;

type Parameter = (value: never, format: Formats, comma: string) => Shown[];

const time: Parameter = (value: string, format) => [text(timeText(value, format))];
const number: Parameter = (value: string | number, format) => [text(typeof value === "number" ? format.number(value) : format.decimal(value))];
const unit: Parameter = (value: string) => [{ kind: "unit", text: value }];
const printed: Parameter = (value: string) => [{ kind: "printed", text: value }];
const figure: Parameter = (value: Figure, format) => figureShown(value, format);

/** How a parameter is shown, by its name. */
const shownAs: Record<string, Parameter> = {
    day: (value: string, format) => [text(format.day(value))],
    period: time,
    base: time,
    time,
    from: time,
    to: time,
    other_time: time,
    other_period: time,
    months: (value: string[], format, comma) => listed(value.map((one) => [text(timeText(one, format))]), comma),
    known: number,
    of: number,
    count: number,
    years: number,
    value: number,
    percent: number,
    periods: number,
    least: number,
    unit,
    total_unit: unit,
    row: printed,
    fault: printed,
    series: (value: string) => [{ kind: "printed", text: seriesWords(value) }],
    reason: (value: string) => [{ kind: "saying", text: value }],
    what: (value: string) => [{ kind: "word", of: "what", text: value }],
    dimension: (value: string) => [{ kind: "word", of: "dimension", text: value }],
    source: (value: Source) => sourceShown(value),
    sources: (value: Source[], _, comma) => listed(value.map(sourceShown), comma),
    figure,
    part: figure,
    total: figure,
    figures: (value: Figure[], format, comma) => listed(value.map((one) => figureShown(one, format)), comma),
};

const mark = "\u0001";

/** Stands in a sentence for each of its parameters, until `filled` puts them in. */
export const placeholders = (message: FigureMessage): Record<string, string> =>
    Object.fromEntries(Object.keys(message.parameters).map((name) => [name, `${mark}${name}${mark}`]));

/** A sentence with `placeholders` in it, in pieces that can be shown. */
export function filled(sentence: string, message: FigureMessage, format: Formats, comma: string): Shown[] {
    const parameters = message.parameters as Record<string, never>;
    return sentence
        .replace(/[\u2068\u2069]/g, "")
        .split(mark)
        .flatMap((piece, index): Shown[] => {
            if (index % 2 === 0) return piece === "" ? [] : [text(piece)];
            const value = parameters[piece];
            const show = shownAs[piece];
            return value === undefined || show === undefined ? [] : show(value, format, comma);
        });
}
