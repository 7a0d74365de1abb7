import type { PlanView } from "../data/types";
import type { Series } from "../statistics/history";
import type { Flow } from "../statistics/structure";

/** What the plan declares of its dataflows, as far as it leads from codes to printed words. */
interface Declared {
    units?: { printed: string; code: string; multiplier: string }[];
    structures?: { id: string; dimensions: { id: string; from: string; text?: string }[] }[];
    flows?: { id: string; structure: string; where?: Record<string, string[]> }[];
}

export function declaredOf(view: PlanView | undefined): Declared | undefined {
    return (view?.plan as { statistics?: Declared } | undefined)?.statistics;
}

/** Whether a dataflow holds published forecasts: its series are told apart by their quantile. */
export function isOfForecasts(flow: Flow, declared: Declared | undefined): boolean {
    const own = declared?.flows?.find(({ id }) => id === flow.id);
    const structure = declared?.structures?.find(({ id }) => id === own?.structure);
    return structure?.dimensions.some(({ text }) => text === "quantile") ?? false;
}

/** The words by which the record has a series of a dataflow: "category=…;measure=…;unit=…". Nothing
 *  where a code has no printed word, where the flow is not declared by the plan, and for what is
 *  itself a forecast. */
export function wordsOfSeries(flow: Flow, series: Series, declared: Declared | undefined): string | undefined {
    const own = declared?.flows?.find(({ id }) => id === flow.id);
    const structure = declared?.structures?.find(({ id }) => id === own?.structure);
    if (own === undefined || structure === undefined) return undefined;
    const words: string[] = [];
    for (const { id, from, text } of structure.dimensions) {
        const code = series.codes.get(id)?.id;
        if (from === "column" && text !== undefined) {
            if (text === "quantile") return undefined;
            const printed = flow.dimensions.find((one) => one.id === id)?.codes.find((one) => one.id === code)?.printedAs ?? [];
            const allowed = own.where?.[text];
            const word = printed.find((one) => allowed === undefined || allowed.includes(one));
            if (word === undefined) return undefined;
            words.push(`${text}=${word}`);
        } else if (from === "unit") {
            const multiplier = series.attributes.get("UNIT_MULT")?.id ?? "0";
            const unit = declared?.units?.find((one) => one.code === code && one.multiplier === multiplier);
            if (unit === undefined) return undefined;
            words.push(`unit=${unit.printed}`);
        }
    }
    return words.length === 0 ? undefined : words.sort().join(";");
}
