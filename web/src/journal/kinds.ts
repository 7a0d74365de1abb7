import type { TFunction } from "i18next";

/** The kind of an entry in words; a kind that the pages do not know stands for itself. Kinds hold
 *  points, which i18next would read as levels. */
export function kindName(t: TFunction, kind: string): string {
    const kinds: unknown = t("kind", { returnObjects: true });
    if (typeof kinds !== "object" || kinds === null) return kind;
    const name: unknown = (kinds as Record<string, unknown>)[kind];
    return typeof name === "string" ? name : kind;
}

/** The target that a subject names ("1.1.1-1", "1.1.1-1/2024-Q1"), if it names one. */
export function targetOf(subject: string): string | undefined {
    return /(?:^|[^\d.])(\d+\.\d+\.\d+-\d+)/.exec(subject)?.[1];
}
