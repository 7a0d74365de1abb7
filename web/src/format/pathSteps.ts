export interface PathStep {
    at: string;
    value: number;
}

/** The interim targets that the server writes as "2 for 2024, 4 for 2025". */
export function pathSteps(text: string): PathStep[] | undefined {
    const steps = text.split(", ").map((one) => {
        const [, value = "", at = ""] = /^(-?\d+(?:\.\d+)?) for (\S+)$/.exec(one) ?? [];
        return { at, value: Number(value) };
    });
    return steps.every(({ at }) => at !== "") ? steps : undefined;
}
