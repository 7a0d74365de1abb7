import type { Counts, Status } from "../data/types";

/** From kept to broken, then what cannot be said; bars and lists follow this order. */
export const statuses = [
    "met",
    "on_track",
    "at_risk",
    "off_track",
    "missed",
    "overdue",
    "no_data",
    "not_due",
    "not_asked",
    "cannot_judge",
] as const satisfies readonly Status[];

export function isStatus(text: string | null): text is Status {
    return text !== null && (statuses as readonly string[]).includes(text);
}

/** The statuses that occur, in order, with their counts. */
export function present(counts: Counts): { status: Status; count: number }[] {
    return statuses
        .map((status) => ({ status, count: counts[status] ?? 0 }))
        .filter(({ count }) => count > 0);
}

export function total(counts: Counts): number {
    return statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
