import { dataOf, listOf, MessageError, namedOf, nodeOf, textOf, type Named, type Names } from "./message";

/** A value of a component: a code with its names, or a text as it stands. */
export interface Value {
    id: string;
    names: Names;
    descriptions: Names;
}

export interface Component extends Named {
    values: Value[];
}

export interface Period {
    id: string;
    /** First and last day; empty where the message does not say. */
    start: string;
    end: string;
}

export interface Figure {
    /** Its digits as published; absent where the figure is missing. */
    value: string | undefined;
    /** The day on which it became known. */
    day: string;
    attributes: Map<string, Value>;
}

export interface Series {
    /** A.PK.W0.ICT */
    key: string;
    codes: Map<string, Value>;
    attributes: Map<string, Value>;
    /** All that was ever published, oldest first. A figure that was withdrawn has no value. */
    figures: Map<string, Figure[]>;
}

export interface History {
    dimensions: Component[];
    attributes: Component[];
    periods: Map<string, Period>;
    series: Series[];
    /** The days on which something was published, oldest first. */
    days: string[];
}

export const nothingPublished: History = { dimensions: [], attributes: [], periods: new Map(), series: [], days: [] };

type Node = Record<string, unknown>;

function valueOf(node: Node, where: string): Value {
    if (node["id"] !== undefined) return namedOf(node, where);
    const value = node["value"];
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return { id: "", names: value as Names, descriptions: {} };
    return { id: textOf(value, `${where}.value`), names: {}, descriptions: {} };
}

function componentsOf(value: unknown, where: string): Component[] {
    return listOf(value, where).map((node, index) => ({
        ...namedOf(node, `${where}[${index}]`),
        values: listOf(node["values"], `${where}[${index}].values`).map((one, at) => valueOf(one, `${where}[${index}].values[${at}]`)),
    }));
}

/** The value that an index points to; null and absence are no value, an index that no list has is a fault. */
function pointedTo(component: Component, index: unknown): Value | undefined {
    if (index === null || index === undefined) return undefined;
    if (Array.isArray(index)) return pointedTo(component, index[0]);
    const found = typeof index === "number" ? component.values[index] : { id: textOf(index, component.id), names: {}, descriptions: {} };
    if (found === undefined)
        throw new MessageError(`${component.id}: expected an index below ${component.values.length}, found ${String(index)}`);
    return found;
}

function attributesAt(components: Component[], indexes: unknown[], where: string): Map<string, Value> {
    if (indexes.length > components.length)
        throw new MessageError(`${where}: expected at most ${components.length} attributes, found ${indexes.length}`);
    const found = new Map<string, Value>();
    components.forEach((component, at) => {
        const value = pointedTo(component, indexes[at]);
        if (value !== undefined) found.set(component.id, value);
    });
    return found;
}

const dayOf = (instant: unknown) => (typeof instant === "string" ? instant.slice(0, 10) : "");

/** The days in order, whatever the order of the data sets. */
function inOrder(sets: Node[]): Node[] {
    return sets
        .map((set, index) => ({ set, index, day: dayOf(set["validFrom"]) }))
        .sort((a, b) => a.day.localeCompare(b.day) || a.index - b.index)
        .map(({ set }) => set);
}

/** Reads an SDMX-JSON 2.0 data message with one data set for each dissemination. */
export function readHistory(message: unknown): History {
    const data = dataOf(message);
    const [structure, more] = listOf(data["structures"], "structures");
    if (structure === undefined) throw new MessageError("structures: expected one, found none");
    if (more !== undefined) throw new MessageError("structures: expected one, found several");
    const dimensionNode = nodeOf(structure["dimensions"], "dimensions");
    const attributeNode = nodeOf(structure["attributes"] ?? {}, "attributes");
    const dimensions = componentsOf(dimensionNode["series"], "dimensions.series");
    const ofSeries = componentsOf(attributeNode["series"], "attributes.series");
    const ofFigures = componentsOf(attributeNode["observation"], "attributes.observation");
    const [time, other] = listOf(dimensionNode["observation"], "dimensions.observation");
    if (time === undefined || other !== undefined) throw new MessageError("dimensions.observation: expected one, that of time");
    const periods = listOf(time["values"], "periods").map(
        (node, index): Period => ({
            id: textOf(node["id"] ?? node["value"], `periods[${index}]`),
            start: dayOf(node["start"]),
            end: dayOf(node["end"]),
        }),
    );
    const measures = listOf((structure["measures"] as Node | undefined)?.["observation"] ?? [{}], "measures").length;

    const series = new Map<string, Series>();
    const days: string[] = [];
    for (const set of inOrder(listOf(data["dataSets"], "dataSets"))) {
        const day = dayOf(set["validFrom"]);
        const isDeleted = set["action"] === "Delete";
        const all = Object.entries(nodeOf(set["series"] ?? {}, "series"));
        if (all.length > 0 && day !== "" && days.at(-1) !== day) days.push(day);
        for (const [place, node] of all) {
            const indexes = place.split(":");
            if (indexes.length !== dimensions.length)
                throw new MessageError(`series "${place}": expected ${dimensions.length} indexes, found ${indexes.length}`);
            const codes = new Map(
                dimensions.map((dimension, at) => [dimension.id, pointedTo(dimension, Number(indexes[at])) ?? { id: "", names: {}, descriptions: {} }]),
            );
            const key = [...codes.values()].map(({ id }) => id).join(".");
            const content = nodeOf(node, `series "${place}"`);
            const known: Series = series.get(key) ?? { key, codes, attributes: new Map(), figures: new Map() };
            series.set(key, known);
            const own = Array.isArray(content["attributes"]) ? content["attributes"] : [];
            for (const [id, value] of attributesAt(ofSeries, own, `series "${place}"`)) known.attributes.set(id, value);
            for (const [at, found] of Object.entries(nodeOf(content["observations"] ?? {}, `series "${place}"`))) {
                const period = periods[Number(at)];
                if (period === undefined)
                    throw new MessageError(`TIME_PERIOD: expected an index below ${periods.length}, found ${at}`);
                const cells: unknown[] = Array.isArray(found) ? found : [];
                const value = isDeleted || cells[0] === null || cells[0] === undefined ? undefined : textOf(cells[0], `series "${place}"`);
                const list = known.figures.get(period.id) ?? [];
                list.push({
                    value: value === "NaN" || value === "" ? undefined : value,
                    day,
                    attributes: attributesAt(ofFigures, cells.slice(measures), `series "${place}", ${period.id}`),
                });
                known.figures.set(period.id, list);
            }
        }
    }
    return {
        dimensions,
        attributes: ofFigures,
        periods: new Map(periods.map((period) => [period.id, period])),
        series: [...series.values()],
        days,
    };
}

export interface Extent {
    series: number;
    /** The newest day on which one of its figures became known. */
    lastDay: string | undefined;
}

/** Reads a data message of keys and days of publication, without figures. */
export function readExtent(message: unknown): Extent {
    const data = dataOf(message);
    const [structure] = listOf(data["structures"], "structures");
    const attributes = componentsOf(nodeOf(structure?.["attributes"] ?? {}, "attributes")["observation"], "attributes.observation");
    const days = attributes.find(({ id }) => id === "PUBLISHED")?.values.map(({ id }) => id) ?? [];
    const series = new Set(listOf(data["dataSets"], "dataSets").flatMap((set) => Object.keys(nodeOf(set["series"] ?? {}, "series"))));
    return { series: series.size, lastDay: days.sort().at(-1) };
}
