import type { Story } from "../data/types";

export type Report = NonNullable<Story["reports"]>[number];

export interface ReportPeriod extends Report {
    /** It was asked, its time of grace is over, and no report stands for it. */
    isSilent: boolean;
}

/** Every period that was reported or asked, the newest first. A server that is older says nothing
 *  of silence; a silent period that it does not list among the reports is added. */
export function reportPeriods(story: Pick<Story, "reports" | "silent_periods">): ReportPeriod[] {
    const silent = new Set(story.silent_periods ?? []);
    const reports = [...(story.reports ?? [])].reverse().map(
        (report): ReportPeriod => ({
            ...report,
            isSilent:
                silent.has(report.period) ||
                (report.state === "overdue" && report.events.length === 0),
        }),
    );
    const listed = new Set(reports.map(({ period }) => period));
    const missing = [...silent].filter((period) => !listed.has(period));
    if (missing.length === 0) return reports;
    return [
        ...reports,
        ...missing.map((period) => ({ period, state: "overdue", events: [], isSilent: true })),
    ].sort((a, b) => b.period.localeCompare(a.period));
}
