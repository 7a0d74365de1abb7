/** Round steps for an axis from 0: 1, 2 or 5 times a power of ten, four to six of them. */
export function ticks(top: number): number[] {
    if (!(top > 0) || !Number.isFinite(top)) return [0];
    const rough = top / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
    const size = step ?? rough;
    const count = Math.ceil(top / size - 1e-9);
    return Array.from({ length: count + 1 }, (_, index) => index * size);
}

/** Every how many bars a label fits, when each needs `wide` and a bar has `room`. */
export function labelEvery(room: number, wide: number): number {
    return room <= 0 ? 1 : Math.max(1, Math.ceil(wide / room));
}
