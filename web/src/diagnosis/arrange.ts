import type { Chain, ChainLink, DiagnosisView, InstitutionLoad } from "../data/types";

type Outcome = ChainLink["outcomes"][number];

/** The results that a chain reaches through no objective of its own: those of the whole strategy,
 *  once for the chain and not once for each of its activities. */
export function sharedResults(chain: Chain): Outcome[] {
    const found = new Map<string, Outcome>();
    for (const link of chain.activities) {
        if (link.of_objective) continue;
        for (const outcome of link.outcomes) found.set(outcome.id, outcome);
    }
    return [...found.values()];
}

/** Those who carry something first, the heaviest load on top; then those who sit on the council idle. */
export function sortedLoads(institutions: InstitutionLoad[]): { busy: InstitutionLoad[]; idle: InstitutionLoad[] } {
    const busy = institutions.filter(({ load }) => load > 0).sort((a, b) => b.load - a.load);
    return { busy, idle: institutions.filter(({ load }) => load === 0) };
}

/** What supporting an activity weighs against leading it; docs/methods/council.md. */
export const supportWeight = 0.25;

export interface MatrixCell {
    urgency: number;
    ease: number;
    chains: Chain[];
}

/** Constraints by how urgent and how difficult they are: the urgent on top, the easy first. */
export function matrix(chains: Chain[]): { eases: number[]; rows: { urgency: number; cells: MatrixCell[] }[] } {
    const range = (values: number[]) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        return Array.from({ length: high - low + 1 }, (_, index) => low + index);
    };
    if (chains.length === 0) return { eases: [], rows: [] };
    const eases = range(chains.map(({ ease }) => ease));
    const rows = range(chains.map(({ urgency }) => urgency))
        .reverse()
        .map((urgency) => ({
            urgency,
            cells: eases.map((ease) => ({
                urgency,
                ease,
                chains: chains.filter((one) => one.urgency === urgency && one.ease === ease),
            })),
        }));
    return { eases, rows };
}

type Item = DiagnosisView["foresight"][number];

export interface ForesightGroup {
    group: string;
    count: number;
    kinds: { kind: string; items: Item[] }[];
}

export function groupForesight(items: Item[]): ForesightGroup[] {
    const groups = new Map<string, Map<string, Item[]>>();
    for (const item of items) {
        const kinds = groups.get(item.group) ?? new Map<string, Item[]>();
        kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item]);
        groups.set(item.group, kinds);
    }
    return [...groups].map(([group, kinds]) => ({
        group,
        count: [...kinds.values()].reduce((sum, some) => sum + some.length, 0),
        kinds: [...kinds].map(([kind, some]) => ({ kind, items: some })),
    }));
}
