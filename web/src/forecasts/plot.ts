/** About as wide is a letter of an axis. */
export const letterWidth = 7.2;

interface Room {
    width: number;
    height: number;
    margin: { top: number; end: number; bottom: number };
    /** Words before the plot get room for as many. */
    lettersLeast?: number;
}

/** Where periods and values lie in a picture: so many periods side by side, values between the first
 *  and the last of their marks, whose words stand before the plot. */
export function plotOf(marks: number[], words: string[], count: number, { width, height, margin, lettersLeast = 0 }: Room) {
    const start = 16 + letterWidth * Math.max(lettersLeast, ...words.map(({ length }) => length));
    const bottom = height - margin.bottom;
    const room = Math.max(1, width - start - margin.end) / Math.max(1, count);
    const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
    const rounded = (value: number) => Math.round(value * 10) / 10;
    const y = (value: number) => rounded(margin.top + (bottom - margin.top) * (1 - (value - low) / (high - low || 1)));
    return {
        start,
        bottom,
        /** Of a period. */
        room,
        x: (place: number) => rounded(start + room * (place + 0.5)),
        y,
        values: marks.map((mark, index) => ({ y: y(mark), text: words[index] ?? "", isZero: mark === 0 })),
    };
}
