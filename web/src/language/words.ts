const codes = /\b(on_track|at_risk|off_track|no_data|not_asked|not_yet|not_due|cannot_judge)\b/g;

/** People read the label of a status or a state, "on track", and never its code. */
export function withLabels(text: string): string {
    return text.replace(codes, (code) => code.replaceAll("_", " "));
}

/** A code that the pages have no word for: its words, without the underscores between them. */
export function labelOf(code: string): string {
    return code.replaceAll("_", " ");
}

/** "set a value" as a heading or a line of a list. */
export function phrase(text: string): string {
    const words = withLabels(text);
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "set a value" as a sentence. */
export function sentence(text: string): string {
    return /[.!?]$/.test(text) ? phrase(text) : `${phrase(text)}.`;
}
