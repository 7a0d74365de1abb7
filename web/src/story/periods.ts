import type { Story } from "../data/types";

export type Report = NonNullable<Story["reports"]>[number];

export interface ReportPeriod extends Report {
    /** It was asked, its time of grace is over, and no report stands for it. */
    isSilent: boolean;
}

/** Every period that was reported or asked, the newest first. */
export function reportPeriods(story: Pick<Story, "reports" | "silent_periods">): ReportPeriod[] {
    const silent = new Set(story.silent_periods);
    return [...(story.reports ?? [])]
        .reverse()
        .map((report) => ({ ...report, isSilent: silent.has(report.period) }));
}
