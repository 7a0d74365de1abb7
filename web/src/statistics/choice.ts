/** The chosen codes of each dimension. */
export type Choice = Record<string, string[]>;

const prefix = "c.";

/** What the address names: `c.FREQ=A&c.SERVICE=ICT&c.SERVICE=ICT_COM`. */
export function readChoice(search: URLSearchParams): Choice {
    const choice: Choice = {};
    for (const [name, value] of search) {
        const id = name.startsWith(prefix) ? name.slice(prefix.length) : "";
        if (/^[A-Za-z][\w@$-]*$/.test(id) && /^[\w@$-]+$/.test(value)) (choice[id] ??= []).push(value);
    }
    return choice;
}

/** The address with another choice; everything else of it stays. */
export function withChoice(search: URLSearchParams, choice: Choice): URLSearchParams {
    const after = new URLSearchParams([...search].filter(([name]) => !name.startsWith(prefix)));
    for (const [id, codes] of Object.entries(choice)) for (const code of codes) after.append(`${prefix}${id}`, code);
    return after;
}

/** The key and the filters of a query: one code stands in the key, several stand in a filter. */
export function queryOf(dimensions: string[], choice: Choice): string {
    const of = (id: string) => choice[id] ?? [];
    const places = dimensions.map((id) => (of(id).length === 1 ? of(id)[0] : "*"));
    const key = places.every((place) => place === "*") ? "*" : places.join(".");
    const filters = dimensions.filter((id) => of(id).length > 1).map((id) => `c[${id}]=${of(id).join(",")}`);
    return filters.length === 0 ? key : `${key}?${filters.join("&")}`;
}

/** The choice with one code more or less; the last code of a dimension stays. */
export function toggled(choice: Choice, dimension: string, code: string): Choice {
    const before = choice[dimension] ?? [];
    const after = before.includes(code) ? before.filter((one) => one !== code) : [...before, code];
    return after.length === 0 ? choice : { ...choice, [dimension]: after };
}

/** Whether every one of these dimensions has a code. */
export const isWhole = (choice: Choice, dimensions: string[]) => dimensions.every((id) => (choice[id] ?? []).length > 0);
