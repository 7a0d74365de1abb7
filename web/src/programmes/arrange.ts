import type { Computed, Funnel, ListedProgramme, ProgrammeOutput, ProgrammeSeries, ProgrammeView, Quantity } from "../data/types";

/** Words for "more than", "at most", "about"; an exact figure has none. */
export type Qualified = Pick<Quantity, "value" | "qualifier">;

export interface StageBar {
    title: string;
    stage: string;
    count: Funnel["stages"][number]["count"];
    /** In percent of the longest of the funnel. */
    length: number;
    /** The step that leads here, none for the first. */
    step: Funnel["steps"][number] | undefined;
}

/** The stages with the steps between them. Nobody counted is no bar, and not one of length 0. */
export function stageBars(funnel: Funnel): StageBar[] {
    const most = Math.max(1, ...funnel.stages.map(({ count }) => count?.value ?? 0));
    return funnel.stages.map(({ title, stage, count }, index) => ({
        title,
        stage,
        count,
        length: count === null ? 0 : (100 * count.value) / most,
        step: index === 0 ? undefined : funnel.steps[index - 1],
    }));
}

export interface Progress {
    programme: string;
    title: string;
    output: ProgrammeOutput;
}

/** Every output whose two sides are known, the widest gap first. */
export function progresses(programmes: ListedProgramme[]): Progress[] {
    return programmes
        .flatMap(({ code, title, outputs }) => outputs.map((output) => ({ programme: code, title, output })))
        .filter(({ output }) => output.gap_points.value !== null)
        .sort((a, b) => Math.abs(b.output.gap_points.value ?? 0) - Math.abs(a.output.gap_points.value ?? 0));
}

/** Of one output the newest day on which both sides are known, else its newest. */
export function newestOutputs(outputs: ProgrammeOutput[]): ProgrammeOutput[] {
    const found = new Map<string, ProgrammeOutput>();
    for (const output of outputs) {
        const before = found.get(output.measure);
        const isKnown = output.gap_points.value !== null;
        const wasKnown = before !== undefined && before.gap_points.value !== null;
        if (before === undefined || (isKnown && !wasKnown) || (isKnown === wasKnown && output.period > before.period))
            found.set(output.measure, output);
    }
    return [...found.values()];
}

export type Section = "stock" | "flow" | "money" | "target";

/** What is counted on a day apart from what adds up over time, and both apart from money. */
export function sectionOf({ of, nature }: ProgrammeSeries): Section {
    return of === "measure" ? nature : of;
}

export function sectionsOf(view: ProgrammeView): { section: Section; series: ProgrammeSeries[] }[] {
    return (["stock", "flow", "money", "target"] as const)
        .map((section) => ({ section, series: view.series.filter((one) => sectionOf(one) === section) }))
        .filter(({ series }) => series.length > 0);
}

const earnedNames = [
    "schedule_performance", "cost_performance", "schedule_performance_time", "estimate_typical", "estimate_atypical",
    "estimate_mixed", "to_complete", "variance_at_completion", "to_complete_performance", "percent_planned",
    "percent_complete", "percent_spent", "earned_schedule_days", "schedule_variance_days", "duration_estimate_days",
] as const;

/** The computed figures of earned value, in the order of the method's table. */
export function earnedFigures(value: ProgrammeView["earned_value"]): { name: string; figure: Computed }[] {
    return earnedNames.flatMap((name) => {
        const figure = value[name];
        return figure === undefined ? [] : [{ name, figure }];
    });
}
