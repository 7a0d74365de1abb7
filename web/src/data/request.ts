import type { Problem } from "./types";

/** An answer that was no answer: the server's problem document, or our words for a broken line. */
export class ProblemError extends Error {
    readonly problem: Problem;

    constructor(problem: Problem) {
        super(problem.detail);
        this.name = "ProblemError";
        this.problem = problem;
    }
}

type Query = Record<string, string | number | undefined>;

export function addressOf(path: string, query: Query = {}): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        if (value !== undefined && value !== "") search.set(name, String(value));
    }
    const text = search.toString();
    return `/api/v1${path}${text === "" ? "" : `?${text}`}`;
}

function broken(status: number, detail: string): ProblemError {
    return new ProblemError({ type: "about:blank", title: "", status, detail, code: "" });
}

function isProblem(value: unknown): value is Problem {
    return typeof value === "object" && value !== null && "detail" in value && "status" in value;
}

/** Reads JSON. Throws ProblemError, with code "" where the server itself said nothing. */
export async function read<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
    let response: Response;
    try {
        response = await fetch(addressOf(path, query), {
            signal,
            headers: { Accept: "application/json, application/problem+json" },
        });
    } catch (error) {
        if (signal.aborted) throw error;
        throw broken(0, "unreachable");
    }
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return body as T;
    if (isProblem(body)) throw new ProblemError(body);
    throw broken(response.status, "unreadable");
}
