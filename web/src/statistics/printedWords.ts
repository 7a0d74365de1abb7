import { partsOfKey } from "../story/seriesNames";
import type { Choice } from "./choice";
import type { Available, Flow } from "./structure";

/** The codes that stand for one printed word, by the dimension that has them. */
type Places = Map<string, string>;

/** Where each word of a series stands in a dataflow; undefined where a word stands nowhere. */
function placesOf(flow: Flow, words: string[]): Places[] | undefined {
    const places = words.map(
        (word): Places =>
            new Map(
                flow.dimensions.flatMap(({ id, codes }) => {
                    const code = codes.find(({ printedAs }) => printedAs.includes(word));
                    return code === undefined ? [] : [[id, code.id] as const];
                }),
            ),
    );
    return places.every((place) => place.size > 0) ? places : undefined;
}

/** What a series of printed figures is about: its words, but for the unit, which flows code apart. */
const wordsOf = (key: string) => [...partsOfKey(key)].filter(([name]) => name !== "unit").map(([, word]) => word);

/** Whether the code lists of a dataflow have every word of these series. */
export const mayHold = (flow: Flow, keys: string[]) => keys.length > 0 && keys.every((key) => placesOf(flow, wordsOf(key)) !== undefined);

/** The choice that shows these series in a dataflow, among the codes that it has figures of; undefined
 *  where a word of a series has none. */
export function choiceOf(flow: Flow, keys: string[], all: Available): Choice | undefined {
    const choice: Record<string, Set<string>> = {};
    for (const key of keys) {
        const places = placesOf(flow, wordsOf(key));
        if (places === undefined) return undefined;
        for (const place of places) {
            const found = [...place].find(([dimension, code]) => all.codes.get(dimension)?.includes(code));
            if (found === undefined) return undefined;
            (choice[found[0]] ??= new Set()).add(found[1]);
        }
    }
    return Object.fromEntries(Object.entries(choice).map(([id, codes]) => [id, [...codes]]));
}
