import type { Story } from "../data/types";

export type Weakening = "lowered" | "later" | "withdrawn" | "changed";

/** How a promise was weakened, in one word; nothing where it was not. */
export function weakening({ field, now, lowered }: Story["promises"][number]): Weakening | undefined {
    if (!lowered) return undefined;
    if (now === "open" || now === "none" || now === "") return "withdrawn";
    if (field === "value") return "lowered";
    return field === "due" ? "later" : "changed";
}
