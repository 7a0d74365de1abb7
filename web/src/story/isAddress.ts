/** Whether a text of a source can be followed as a link. */
export function isAddress(text: string | undefined): text is string {
    return text !== undefined && /^https?:\/\//.test(text);
}
