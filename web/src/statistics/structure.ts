import { dataOf, listOf, namedOf, nodeOf, readUrn, textOf, type Named } from "./message";

export interface Code extends Named {
    parent: string | undefined;
    /** The words that the printed tables have for it. */
    printedAs: string[];
}

export interface CodedDimension extends Named {
    codes: Code[];
}

export interface Flow extends Named {
    agency: string;
    dimensions: CodedDimension[];
    /** Whose figures it has, the one with most of them first. */
    providers: Named[];
    /** The identifier of its subject; absent for a flow that nobody filed. */
    subject: string | undefined;
}

export interface Subject extends Named {
    /** Its identifier behind those of what it belongs to: TRADE.MARKETS. */
    path: string;
    depth: number;
}

export interface Catalogue {
    flows: Flow[];
    subjects: Subject[];
}

type Node = Record<string, unknown>;

const keyOf = (node: Node) => `${String(node["agencyID"])}:${String(node["id"])}`;
const keyOfUrn = (urn: unknown) => {
    const read = typeof urn === "string" ? readUrn(urn) : undefined;
    return read === undefined ? "" : `${read.agency}:${read.id}`;
};
const itemOfUrn = (urn: unknown) => (typeof urn === "string" ? (readUrn(urn)?.item ?? "") : "");

function codeOf(node: Node, where: string): Code {
    const notes = listOf(node["annotations"], `${where}.annotations`);
    return {
        ...namedOf(node, where),
        parent: typeof node["parent"] === "string" ? node["parent"] : undefined,
        printedAs: notes.flatMap(({ type, title }) => (type === "PRINTED_AS" && typeof title === "string" ? [title] : [])),
    };
}

function subjectsOf(nodes: Node[], above: string, depth: number): Subject[] {
    return nodes.flatMap((node, index) => {
        const named = namedOf(node, `categories[${index}]`);
        const path = above === "" ? named.id : `${above}.${named.id}`;
        return [{ ...named, path, depth }, ...subjectsOf(listOf(node["categories"], path), path, depth + 1)];
    });
}

function componentsOf(structure: Node): Node[] {
    const components = nodeOf(structure["dataStructureComponents"], "dataStructureComponents");
    const dimensions = listOf(nodeOf(components["dimensionList"], "dimensionList")["dimensions"], "dimensions");
    const placeOf = ({ position }: Node, index: number) => (typeof position === "number" ? position : index);
    return dimensions
        .map((node, index) => ({ node, place: placeOf(node, index) }))
        .sort((a, b) => a.place - b.place)
        .map(({ node }) => node);
}

/** The dataflows of a structure message, with what it says of their dimensions, subjects and providers. */
export function readCatalogue(message: unknown): Catalogue {
    const data = dataOf(message);
    const named = (list: string) => new Map(listOf(data[list], list).map((node) => [keyOf(node), node]));
    const codelists = named("codelists");
    const schemes = named("conceptSchemes");
    const structures = named("dataStructures");
    const codesOf = (urn: unknown): Code[] =>
        listOf(codelists.get(keyOfUrn(urn))?.["codes"], "codes").map((node, index) => codeOf(node, `codes[${index}]`));
    const conceptOf = (urn: unknown, id: string): Named => {
        const concepts = listOf(schemes.get(keyOfUrn(urn))?.["concepts"], "concepts");
        const found = concepts.find((one) => one["id"] === itemOfUrn(urn));
        return { ...(found === undefined ? { names: {}, descriptions: {} } : namedOf(found, "concept")), id };
    };
    const dimensionsOf = (structure: Node | undefined): CodedDimension[] =>
        structure === undefined
            ? []
            : componentsOf(structure).map((node) => ({
                  ...conceptOf(node["conceptIdentity"], textOf(node["id"], "dimension.id")),
                  codes: codesOf((node["localRepresentation"] as Node | undefined)?.["enumeration"]),
              }));

    const providers = new Map(
        listOf(data["dataProviderSchemes"], "dataProviderSchemes").flatMap((scheme) =>
            listOf(scheme["dataProviders"], "dataProviders").map((node) => [`${keyOf(scheme)}.${String(node["id"])}`, namedOf(node, "provider")]),
        ),
    );
    const providedBy = new Map<string, Named[]>();
    for (const node of listOf(data["provisionAgreements"], "provisionAgreements")) {
        const provider = providers.get(`${keyOfUrn(node["dataProvider"])}.${itemOfUrn(node["dataProvider"])}`);
        const flow = keyOfUrn(node["dataflow"]);
        if (provider !== undefined) providedBy.set(flow, [...(providedBy.get(flow) ?? []), provider]);
    }
    const filedUnder = new Map(
        listOf(data["categorisations"], "categorisations").map((node) => [keyOfUrn(node["source"]), itemOfUrn(node["target"])]),
    );
    return {
        flows: listOf(data["dataflows"], "dataflows").map((node, index) => ({
            ...namedOf(node, `dataflows[${index}]`),
            agency: textOf(node["agencyID"], `dataflows[${index}].agencyID`),
            dimensions: dimensionsOf(structures.get(keyOfUrn(node["structure"]))),
            providers: providedBy.get(keyOf(node)) ?? [],
            subject: filedUnder.get(keyOf(node)),
        })),
        subjects: listOf(data["categorySchemes"], "categorySchemes").flatMap((scheme) =>
            subjectsOf(listOf(scheme["categories"], "categories"), "", 0),
        ),
    };
}

/** What there is of a dataflow: the codes of each dimension, how many series and figures. */
export interface Available {
    codes: Map<string, string[]>;
    series: number;
    figures: number;
}

export const nothingAvailable: Available = { codes: new Map(), series: 0, figures: 0 };

export function readAvailable(message: unknown): Available {
    const [constraint] = listOf(dataOf(message)["dataConstraints"], "dataConstraints");
    if (constraint === undefined) return nothingAvailable;
    const counted = (id: string) => {
        const note = listOf(constraint["annotations"], "annotations").find((one) => one["id"] === id);
        const count = Number(note?.["title"]);
        return Number.isFinite(count) ? count : 0;
    };
    const codes = new Map<string, string[]>();
    for (const region of listOf(constraint["cubeRegions"], "cubeRegions")) {
        for (const key of listOf(region["keyValues"], "keyValues")) {
            if (!Array.isArray(key["values"])) continue;
            const values = key["values"].map((value: unknown) =>
                typeof value === "object" && value !== null ? textOf((value as Node)["value"], "keyValues") : textOf(value, "keyValues"),
            );
            codes.set(textOf(key["id"], "keyValues.id"), values);
        }
    }
    return { codes, series: counted("series_count"), figures: counted("obs_count") };
}

/** Codes as a tree in the order of their list; a code whose parent is not there stands at the top. */
export function treeOf(codes: Code[]): { code: Code; depth: number }[] {
    const here = new Set(codes.map(({ id }) => id));
    const below = (parent: string | undefined, depth: number, above: Set<string>): { code: Code; depth: number }[] =>
        codes
            .filter((code) => (code.parent !== undefined && here.has(code.parent) ? code.parent : undefined) === parent)
            .filter(({ id }) => !above.has(id))
            .flatMap((code) => [{ code, depth }, ...below(code.id, depth + 1, new Set([...above, code.id]))]);
    const tree = below(undefined, 0, new Set());
    // Codes that are each other's parents hang from nothing; they are shown all the same.
    const placed = new Set(tree.map(({ code }) => code.id));
    return [...tree, ...codes.filter(({ id }) => !placed.has(id)).map((code) => ({ code, depth: 0 }))];
}
