/** A stretch of text, and the page that its code leads to; a day is one of its own. */
export interface Piece {
    text: string;
    to?: string;
    isDay?: boolean;
}

/** Targets, activities, decisions, issues and entries, as the server writes them into sentences. */
const codes = new RegExp(
    [
        String.raw`(?<target>\b\d+\.\d+\.\d+-\d+\b)`,
        String.raw`(?<activity>\b\d+\.\d+\.\d+\b)`,
        String.raw`(?<decision>\b(?:\d{4}(?:-[\w-]+)?|[a-z][\w-]*)\/\d{1,3}(?![\d/.-]))`,
        String.raw`(?<day>\b\d{4}-\d{2}-\d{2}\b)`,
        String.raw`(?<issue>\bI-\d+\b)`,
        String.raw`(?<=\bentry )(?<entry>\d+)`,
    ].join("|"),
    "g",
);

const addresses: Record<string, (code: string) => string> = {
    target: (code) => `/targets/${code}`,
    activity: (code) => `/working-plan#a-${code}`,
    decision: (code) => `/council#d-${code}`,
    issue: (code) => `/council#${code}`,
    entry: (code) => `/journal/${code}`,
};

/** The text, cut where a code begins and ends. */
export function piecesOf(text: string): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of text.matchAll(codes)) {
        const [kind, code] = Object.entries(match.groups ?? {}).find(([, found]) => found) ?? [];
        if (code === undefined || kind === undefined) continue;
        if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
        const address = addresses[kind];
        pieces.push(address === undefined ? { text: code, isDay: true } : { text: code, to: address(code) });
        from = match.index + code.length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return pieces;
}
