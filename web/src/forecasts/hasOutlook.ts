import type { Story } from "../data/types";

/** An outcome with a stated value and a statistic, and something by which it is decided. */
export const hasOutlook = ({ activity, period, due, value, indicator }: Story): boolean =>
    activity === null && value !== null && value !== "open" && period !== "open" && (period ?? due ?? "open") !== "open" && indicator !== undefined && indicator !== null;

/** Whether the level of a whole year decides, which is added up month by month. */
export const isOfYear = ({ measure, period }: { measure: string | null; period?: string | null | undefined }): boolean =>
    measure === "level" && /^(FY)?\d{4}$/.test(period ?? "");
