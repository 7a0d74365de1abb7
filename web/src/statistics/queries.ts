import { keepPreviousData, queryOptions, useQueries, useQuery, type QueryClient } from "@tanstack/react-query";

import { ProblemError } from "../data/request";
import { queryOf, type Choice } from "./choice";
import { nothingPublished, readExtent, readHistory, type Extent, type History } from "./history";
import { MessageError, parseExact } from "./message";
import { nothingAvailable, readAvailable, readCatalogue, type Available, type Catalogue } from "./structure";

export const root = "/sdmx/v2";

function problem(status: number, detail: string, code: string): ProblemError {
    return new ProblemError({ type: "about:blank", title: "", status, detail, code });
}

/** The errors of a message as one problem; undefined where it names none. */
function refusal(status: number, message: unknown): ProblemError | undefined {
    const errors = (message as { errors?: { code?: number; title?: string }[] } | undefined)?.errors;
    const first = Array.isArray(errors) ? errors[0] : undefined;
    return first === undefined ? undefined : problem(status, first.title ?? "", `SDMX ${first.code ?? ""}`.trim());
}

/** Asks for a message and reads it; undefined where there is nothing (204, or 404 of SDMX). */
async function ask<T>(path: string, kind: "data" | "structure", take: (message: unknown) => T, signal: AbortSignal): Promise<T | undefined> {
    let response: Response;
    let text: string;
    try {
        response = await fetch(`${root}${path}`, { signal, headers: { Accept: `application/vnd.sdmx.${kind}+json;version=2.0.0` } });
        text = await response.text();
    } catch (error) {
        if (signal.aborted) throw error;
        throw problem(0, "unreachable", "");
    }
    if (response.status === 204) return undefined;
    try {
        const message = parseExact(text);
        if (response.status === 404) return undefined;
        const refused = response.ok ? undefined : refusal(response.status, message);
        if (refused !== undefined) throw refused;
        if (response.ok) return take(message);
    } catch (error) {
        if (error instanceof ProblemError) throw error;
        if (!(error instanceof MessageError)) throw error;
    }
    throw problem(response.status, "unreadable", "");
}

export interface FlowName {
    agency: string;
    id: string;
}

const pathOf = ({ agency, id }: FlowName) => `${encodeURIComponent(agency)}/${encodeURIComponent(id)}/~`;

const catalogue = queryOptions({
    queryKey: ["sdmx", "catalogue"],
    queryFn: async ({ signal }): Promise<Catalogue> =>
        (await ask("/structure/dataflow/*/*/~?references=all", "structure", readCatalogue, signal)) ?? { flows: [], subjects: [] },
    staleTime: 300_000,
});

export const useCatalogue = (enabled = true) => useQuery({ ...catalogue, enabled });

/** One dataflow with its dimensions; null where there is none of that name. */
export function useFlow(flow: FlowName) {
    return useQuery({
        queryKey: ["sdmx", "flow", flow],
        queryFn: async ({ signal }) =>
            (await ask(`/structure/dataflow/${pathOf(flow)}?references=all`, "structure", readCatalogue, signal))?.flows.find(({ id }) => id === flow.id) ?? null,
        staleTime: 300_000,
    });
}

export const available = (flow: FlowName, dimensions: string[], choice: Choice, only = "") =>
    queryOptions({
        queryKey: ["sdmx", "available", flow, queryOf(dimensions, choice), only],
        queryFn: async ({ signal }): Promise<Available> => {
            const [key = "*", filters = ""] = queryOf(dimensions, choice).split("?");
            const place = only === "" ? key : `${key}/${only}`;
            const query = filters === "" ? "mode=available" : `${filters}&mode=available`;
            return (await ask(`/availability/dataflow/${pathOf(flow)}/${place}?${query}`, "structure", readAvailable, signal)) ?? nothingAvailable;
        },
        staleTime: 60_000,
    });

export const useAvailable = (flow: FlowName, dimensions: string[]) =>
    useQuery({ ...available(flow, dimensions, {}), enabled: dimensions.length > 0 });

/** For each dimension, the codes that go with what is chosen of the others. */
export function useFacets(flow: FlowName, dimensions: string[], asked: string[], choice: Choice): Map<string, Set<string>> {
    const answers = useQueries({
        queries: asked.map((id) => ({
            ...available(flow, dimensions, { ...choice, [id]: [] }, id),
            placeholderData: keepPreviousData,
        })),
    });
    return new Map(asked.flatMap((id, at) => {
        const codes = answers[at]?.data?.codes;
        return codes === undefined ? [] : [[id, new Set(codes.get(id) ?? [])] as const];
    }));
}

/** The most codes that are compared before one is taken. */
const compared = 8;

/** A choice that exists: of what is wanted all that goes together, and where nothing is wanted the
 *  first code of its list that has at least half as many figures as any, so that the first look shows
 *  one long series. `first` keeps its code. */
export async function settle(client: QueryClient, flow: FlowName, dimensions: string[], wanted: Choice, first?: string): Promise<Choice> {
    let choice: Choice = {};
    const order = first === undefined ? dimensions : [first, ...dimensions.filter((id) => id !== first)];
    for (const id of order) {
        const { codes } = await client.fetchQuery(available(flow, dimensions, choice));
        const there = codes.get(id) ?? [];
        const kept = (wanted[id] ?? []).filter((code) => there.includes(code));
        if (kept.length > 0 || there.length <= 1) {
            choice = { ...choice, [id]: kept.length > 0 ? kept : there };
            continue;
        }
        const tried = there.slice(0, compared);
        const counts = await Promise.all(tried.map((code) => client.fetchQuery(available(flow, dimensions, { ...choice, [id]: [code] }))));
        const enough = Math.max(...counts.map(({ figures }) => figures)) / 2;
        choice = { ...choice, [id]: [tried[counts.findIndex(({ figures }) => figures >= enough)] ?? there[0] ?? ""] };
    }
    return choice;
}

export function useHistory(flow: FlowName, dimensions: string[], choice: Choice, enabled: boolean) {
    const query = queryOf(dimensions, choice);
    return useQuery({
        queryKey: ["sdmx", "history", flow, query],
        queryFn: async ({ signal }): Promise<History> =>
            (await ask(`/data/dataflow/${pathOf(flow)}/${query}${query.includes("?") ? "&" : "?"}includeHistory=true`, "data", readHistory, signal)) ??
            nothingPublished,
        enabled,
        placeholderData: keepPreviousData,
    });
}

/** How many series a dataflow has as of a day, and when something was last published: keys and days, no figures. */
export function useExtent(flow: FlowName, day: string | undefined) {
    return useQuery({
        queryKey: ["sdmx", "extent", flow, day],
        queryFn: async ({ signal }): Promise<Extent> =>
            (await ask(
                `/data/dataflow/${pathOf(flow)}/*?attributes=PUBLISHED&measures=none${day === undefined ? "" : `&asOf=${day}`}`,
                "data",
                readExtent,
                signal,
            )) ?? { series: 0, lastDay: undefined },
        staleTime: 60_000,
    });
}

/** The address of a download of what is shown, as of the day. */
export function downloadAddress(flow: FlowName, dimensions: string[], choice: Choice, format: string, asOf: string | undefined): string {
    const query = queryOf(dimensions, choice);
    const day = asOf === undefined ? "" : `asOf=${asOf}&`;
    return `${root}/data/dataflow/${pathOf(flow)}/${query}${query.includes("?") ? "&" : "?"}${day}${format}`;
}
