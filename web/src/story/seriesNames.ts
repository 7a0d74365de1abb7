/** What a key says: "figures:geography=Ireland;unit=percent" is of Ireland, in percent. */
export function partsOfKey(key: string): Map<string, string> {
    const parts = key.slice(key.indexOf(":") + 1).split(";");
    return new Map(
        parts.map((part) => {
            const at = part.indexOf("=");
            return [part.slice(0, at), part.slice(at + 1)];
        }),
    );
}

/** Names series by what tells them apart: "figures:geography=Ireland;unit=percent" among others of
 *  other countries is Ireland. */
export function seriesNames(keys: string[]): (key: string) => string {
    const read = new Map(keys.map((key) => [key, partsOfKey(key)]));
    const all = new Set([...read.values()].flatMap((one) => [...one.keys()]));
    const telling = [...all].filter(
        (dimension) => new Set([...read.values()].map((one) => one.get(dimension))).size > 1,
    );
    return (key) => {
        const own = read.get(key);
        const words = telling.flatMap((dimension) => own?.get(dimension) ?? []);
        return words.length === 0 ? key : words.join(", ");
    };
}
