/** Names by language; the server sends every language that it has. */
export type Names = Record<string, string>;

export interface Named {
    id: string;
    names: Names;
    descriptions: Names;
}

/** A message that is not what it should be; the sentence says where. */
export class MessageError extends Error {
    constructor(words: string) {
        super(words);
        this.name = "MessageError";
    }
}

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Reads JSON and keeps decimals, and whole numbers too long for a double, as their text: 214.0 is
 *  what was published, and 214 is not. */
export function parseExact(text: string): unknown {
    const kept = text.replace(token, (found) =>
        found.startsWith('"') || (/^-?\d{1,15}$/.test(found)) ? found : `"${found}"`,
    );
    try {
        return JSON.parse(kept);
    } catch {
        throw new MessageError("the message: expected JSON");
    }
}

type Node = Record<string, unknown>;

export function nodeOf(value: unknown, where: string): Node {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new MessageError(`${where}: expected an object`);
    return value as Node;
}

/** The items of a list; none, where the list is absent. */
export function listOf(value: unknown, where: string): Node[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw new MessageError(`${where}: expected a list`);
    return value.map((item, index) => nodeOf(item, `${where}[${index}]`));
}

export function textOf(value: unknown, where: string): string {
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw new MessageError(`${where}: expected a text`);
}

function namesOf(all: unknown, one: unknown): Names {
    if (typeof all === "object" && all !== null && !Array.isArray(all))
        return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    return typeof one === "string" ? { "": one } : {};
}

export function namedOf(node: Node, where: string): Named {
    return {
        id: textOf(node["id"], `${where}.id`),
        names: namesOf(node["names"], node["name"]),
        descriptions: namesOf(node["descriptions"], node["description"]),
    };
}

/** A name in the language of the page; in another where it has none, and that language with it. */
export function nameIn(names: Names, language: string): { text: string; language: string } | undefined {
    for (const one of [language, "en", ...Object.keys(names)]) {
        const text = names[one];
        if (text !== undefined && text !== "") return { text, language: one === "" ? language : one };
    }
    return undefined;
}

/** The parts of `urn:sdmx:...Class=AGENCY:ID(1.0).ITEM`. */
export function readUrn(urn: string): { agency: string; id: string; version: string; item: string } | undefined {
    const [, agency = "", id = "", version = "", item = ""] = /=([^:]+):([^(]+)\(([^)]+)\)(?:\.(.+))?$/.exec(urn) ?? [];
    return id === "" ? undefined : { agency, id, version, item };
}

/** The message of an answer, with its data; a list of errors is thrown as what it says. */
export function dataOf(message: unknown): Node {
    return nodeOf(nodeOf(message, "the message")["data"], "data");
}
