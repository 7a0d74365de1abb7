/** "set a value" as a heading or a line of a list. */
export function phrase(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "set a value" as a sentence. */
export function sentence(text: string): string {
    return /[.!?]$/.test(text) ? phrase(text) : `${phrase(text)}.`;
}
