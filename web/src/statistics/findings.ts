import type { CitedFigure, Finding, FindingKind, QualityView } from "../data/types";
import { partsOfKey, seriesNames } from "../story/seriesNames";

/** The findings of one kind, in the order of the answer. */
export interface FindingGroup {
    kind: FindingKind;
    findings: Finding[];
}

/** By kind, in the order in which the answer lists the kinds. */
export function groupsOf({ kinds, findings }: Pick<QualityView, "kinds" | "findings">): FindingGroup[] {
    return kinds
        .map(({ kind }) => ({ kind, findings: findings.filter((one) => one.kind === kind) }))
        .filter((group) => group.findings.length > 0);
}

/** How many findings are alarms; periods with several values are none. */
export const alarmsOf = (kinds: QualityView["kinds"]) =>
    kinds.reduce((sum, { kind, findings }) => sum + (kind === "several_values" ? 0 : findings), 0);

export function kindOf(word: string | null, kinds: QualityView["kinds"]): FindingKind | undefined {
    return kinds.find(({ kind }) => kind === word)?.kind;
}

/** What a figure is of: the words of its series, but for the unit. */
export function wordsOf(figure: CitedFigure): string[] {
    return [...partsOfKey(figure.series)].filter(([name, word]) => name !== "unit" && word !== "").map(([, word]) => word);
}

export const unitOf = (figure: CitedFigure) => partsOfKey(figure.series).get("unit") ?? "";

/** The figures that a reader compares with the first: further ones of the finding, then those that the expectation rests on. */
export const comparedWith = ({ figures, against }: Finding): CitedFigure[] => [...figures.slice(1), ...against];

/** What tells the series of compared figures apart; nothing where all are of one. */
export function tellingName(figures: CitedFigure[]): (figure: CitedFigure) => string | undefined {
    const keys = [...new Set(figures.map(({ series }) => series))];
    const name = seriesNames(keys);
    return ({ series }) => (keys.length < 2 ? undefined : name(series));
}

/** Nothing else has this name on the page: rows have no names in some tables, so where it came from tells. */
export const nameOf = ({ kind, figures: [first] }: Finding) =>
    [kind, first?.row, first?.series, first?.time, first?.source, first?.value, first?.entry].join("|");
