import type { PlanView } from "../data/types";

export type OpenPoint = PlanView["open"][number];

export interface OpenSubject {
    subject: string;
    fields: string[];
    note: string;
}

export interface OpenGroup {
    who: string;
    count: number;
    subjects: OpenSubject[];
}

/** By who can close them, then by what they are about; the fields of one subject in one line. */
export function groupOpen(points: OpenPoint[]): OpenGroup[] {
    const groups = new Map<string, Map<string, OpenSubject>>();
    for (const { subject, field, note, who } of points) {
        const subjects = groups.get(who) ?? new Map<string, OpenSubject>();
        const line = subjects.get(subject) ?? { subject, fields: [], note };
        line.fields.push(field);
        subjects.set(subject, line);
        groups.set(who, subjects);
    }
    return [...groups]
        .map(([who, subjects]) => ({
            who,
            count: [...subjects.values()].reduce((sum, { fields }) => sum + fields.length, 0),
            subjects: [...subjects.values()],
        }))
        .sort((a, b) => b.count - a.count);
}
