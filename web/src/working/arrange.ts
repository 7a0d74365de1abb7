import type { OpenPoint, WorkingActivity } from "../data/types";

/** Who can close a point: the council, the secretariat, the supporters, or one lead. */
export type Who = string;

export const whoOf = ({ closer, institution }: OpenPoint): Who =>
    closer === "lead" && institution !== null ? `lead:${institution}` : closer;

export const leadOf = (who: Who): string | undefined => /^lead:(.+)$/.exec(who)?.[1];

export interface Load {
    who: Who;
    points: number;
    activities: number;
}

/** How much each of them can close: the council, then the leads by their count, then the others. */
export function loads(activities: WorkingActivity[]): Load[] {
    const found = new Map<Who, { points: number; activities: Set<string> }>();
    for (const { code, points } of activities) {
        for (const point of points) {
            const who = whoOf(point);
            const one = found.get(who) ?? { points: 0, activities: new Set<string>() };
            one.points += 1;
            one.activities.add(code);
            found.set(who, one);
        }
    }
    const rank = (who: Who) => ["council", "lead", "supporter", "secretariat"].indexOf(who.split(":")[0] ?? "");
    return [...found]
        .map(([who, one]) => ({ who, points: one.points, activities: one.activities.size }))
        .sort((a, b) => rank(a.who) - rank(b.who) || b.points - a.points);
}

export interface Condition {
    who: Who | undefined;
    objective: string | undefined;
}

/** The activities that fit, each with those of its points that fit. */
export function fitting(activities: WorkingActivity[], { who, objective }: Condition): WorkingActivity[] {
    return activities
        .filter((one) => objective === undefined || one.objective === objective || one.objective.startsWith(`${objective}.`))
        .map((one) => ({
            ...one,
            points: one.points.filter((point) => who === undefined || whoOf(point) === who),
        }))
        .filter((one) => who === undefined || one.points.length > 0);
}

export interface Line {
    field: string;
    /** The targets that lack it; none where the activity itself does. */
    targets: string[];
    /** What was found instead: "said partly, by 2026". */
    found: { institution: string | null; text: string }[];
    institutions: string[];
}

/** The points of one who can close them: each field once, with the targets that lack it. */
export function linesOf(points: OpenPoint[], activity: string): Line[] {
    const lines = new Map<string, Line>();
    for (const { field, subject, found, institution, closer } of points) {
        const line = lines.get(field) ?? { field, targets: [], found: [], institutions: [] };
        if (subject !== activity) line.targets.push(subject);
        if (found !== "") line.found.push({ institution, text: found });
        else if (closer === "supporter" && institution !== null) line.institutions.push(institution);
        lines.set(field, line);
    }
    return [...lines.values()];
}

export interface Bar {
    activity: string;
    title: string;
    from: string;
    until: string;
    /** In percent of the whole time that is shown. */
    start: number;
    length: number;
}

export interface Schedule {
    bars: Bar[];
    years: { name: string; start: number; length: number }[];
    /** Where the day lies, if it lies within. */
    day: number | undefined;
}

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** All steps against whole calendar years. */
export function schedule(activities: WorkingActivity[], day: string): Schedule | undefined {
    const steps = activities.flatMap(({ code, steps: some }) =>
        some.map((step) => ({ activity: code, ...step })),
    );
    if (steps.length === 0) return undefined;
    const first = Math.min(...steps.map(({ from }) => Number(from.slice(0, 4))));
    const last = Math.max(...steps.map(({ until }) => Number(until.slice(0, 4))));
    const begin = time(`${first}-01-01`);
    const all = time(`${last + 1}-01-01`) - begin;
    const at = (moment: number) => (100 * (moment - begin)) / all;
    const oneDay = 86_400_000;
    const years = Array.from({ length: last - first + 1 }, (_, index) => {
        const start = at(time(`${first + index}-01-01`));
        return { name: String(first + index), start, length: at(time(`${first + index + 1}-01-01`)) - start };
    });
    const now = at(time(day));
    return {
        bars: steps.map((step) => ({
            ...step,
            start: at(time(step.from)),
            length: at(time(step.until) + oneDay) - at(time(step.from)),
        })),
        years,
        day: now >= 0 && now <= 100 ? now : undefined,
    };
}
