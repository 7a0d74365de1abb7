import type { PlanView } from "./types";

/** The plan inside of PlanView, as docs/formats/plan-language.md has it; numbers are decimals as
 *  text, an open field is absent and named in `open`. */
export interface PlanDocument {
    title: string;
    from: string;
    until: string;
    /** The month in which its years begin. */
    fiscal_year_start?: string | number;
    vision?: string;
    note?: string;
    objectives?: { code: string; parent?: string; title?: string }[];
    activities?: PlanActivity[];
    constraints?: PlanConstraint[];
    institutions?: Institution[];
    council?: Council;
    documents?: { code: string; title?: string }[];
}

export interface PlanActivity {
    code: string;
    objective: string;
    title?: string;
    description?: string;
    kind?: string;
    priority?: string;
    lead?: string;
    support?: string[];
    depends?: string[];
    open?: string[];
    note?: string;
    targets?: { id: string; statement?: string }[];
}

export interface Institution {
    code: string;
    name?: string;
    abbreviation?: string;
    type?: string;
    role?: string;
    resources?: string;
    capacity?: string;
    influence?: string;
    open?: string[];
    note?: string;
}

export interface PlanConstraint {
    code: string;
    level?: string;
    title?: string;
    causes?: string[];
    ease?: string;
    urgency?: string;
    activities?: string[];
    cited?: string[];
    note?: string;
}

export interface Council {
    title?: string;
    meetings_per_year?: string;
    chair?: string;
    quorum?: string;
    term?: string;
    open?: string[];
    secretariat?: string;
    functions?: string[];
    seats?: { number: string; institution: string; side?: string; note?: string }[];
    note?: string;
}

export function planOf(view: PlanView): PlanDocument {
    return view.plan as unknown as PlanDocument;
}

/** The title of a document of sources.yaml; `own` and unknown codes name themselves. */
export function documentTitle(plan: PlanDocument | undefined, code: string): string {
    return plan?.documents?.find((document) => document.code === code)?.title ?? code;
}

/** The names of institutions by code; a code without one names itself. */
export function institutionNames(plan: PlanDocument | undefined): (code: string) => string {
    const names = new Map(plan?.institutions?.map(({ code, name }) => [code, name ?? code]));
    return (code) => names.get(code) ?? code;
}
